"""What an empty journal shows beside the question of mood: one sentence and three facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.i18n import _
from desktop_app.ui.widgets.key_cap import KeyCap
from desktop_app.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from desktop_app.ui.theme import Appearance


def welcome(appearance: Appearance) -> QWidget:
    """Return the sentence of the first run, above the cards."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(appearance.px(4))
    words = _("Press a number from 1 to 5 to say how today is; that is all there is to set up.")
    row.addWidget(plain_label(_("Welcome."), "lead", strong=True))
    row.addWidget(plain_label(words, "lead", "text2", wrap=True), 1)
    return holder


def hints(appearance: Appearance) -> QWidget:
    """Return the facts of the first run, below the cards."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    px = appearance.px
    row.setContentsMargins(px(tokens.CARD_PADDING), 0, 0, 0)
    row.setSpacing(px(8))
    for key, words in (
        ("R", _("A rest day leaves momentum unchanged.")),
        (_("Ctrl Z"), _("Undo")),
    ):
        row.addWidget(KeyCap(appearance, key))
        row.addWidget(plain_label(words, "small", "text2"))
        row.addSpacing(px(12))
    row.addWidget(plain_label(_("Everything stays in one file here."), "small", "text2"))
    row.addStretch(1)
    return holder
