"""What an empty journal shows beside the question of mood: one sentence and three facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.i18n import _
from desktop_app.ui.widgets.flow_box import FlowBox
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
    """Return the facts of the first run, below the cards, in as many lines as they need."""
    px = appearance.px
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(px(tokens.CARD_PADDING), 0, 0, 0)
    lines = FlowBox(px(20), px(8))
    for key, words in (
        ("?", _("all keys")),
        ("R", _("A rest day leaves momentum unchanged.")),
        (_("Ctrl Z"), _("Undo")),
        ("", _("Everything stays in one file here.")),
    ):
        lines.add(_hint(appearance, key, words))
    row.addWidget(lines, 1)
    return holder


def _hint(appearance: Appearance, key: str, words: str) -> QWidget:
    hint = QWidget()
    row = QHBoxLayout(hint)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(appearance.px(8))
    if key:
        row.addWidget(KeyCap(appearance, key))
    row.addWidget(plain_label(words, "small", "text2"))
    return hint
