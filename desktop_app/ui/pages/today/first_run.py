"""What an empty journal shows beside the question of mood: one sentence and three facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.i18n import _
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.flow_box import FlowBox
from desktop_app.ui.widgets.key_cap import KeyCap
from desktop_app.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.ui.theme import Appearance


_FRAME = 4


def welcome(appearance: Appearance) -> QWidget:
    """Return the sentence of the first run, above the cards."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(appearance.px(4))
    words = _("Press a number from 1 to 5 to say how today is; that is all there is to set up.")
    # Beside the first of two lines in a narrow window.
    row.addWidget(plain_label(_("Welcome."), "lead", strong=True), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(plain_label(words, "lead", "text2", wrap=True), 1)
    return holder


def hints(appearance: Appearance, run: Callable[[str], object]) -> QWidget:
    """Return the facts of the first run, below the cards, in as many lines as they need.

    Args:
        appearance: the look to follow.
        run: does an action of the window by its name.
    """
    px = appearance.px
    holder = QWidget()
    column = QVBoxLayout(holder)
    # The link's words, which stand within its frame, begin where the hints do.
    column.setContentsMargins(px(tokens.CARD_PADDING) - _FRAME, 0, 0, 0)
    column.setSpacing(px(10))
    lines = FlowBox(px(20), px(8))
    for key, action, words in (
        ("?", "keys", _("all keys")),
        ("R", "rest", _("A rest day leaves momentum unchanged.")),
        (_("Ctrl Z"), "undo", _("Undo")),
        ("", "", _("Everything stays in one file here.")),
    ):
        lines.add(_hint(appearance, key, action, words))
    row = QHBoxLayout()
    row.setContentsMargins(_FRAME, 0, 0, 0)
    row.addWidget(lines)
    column.addLayout(row)
    already = _("Already searching? Bring a spreadsheet, or only totals.")
    link = Button(appearance, already, "link")
    link.clicked.connect(lambda: run("already"))
    column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
    return holder


def _hint(appearance: Appearance, key: str, action: str, words: str) -> QWidget:
    hint = QWidget()
    row = QHBoxLayout(hint)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(appearance.px(8))
    if key:
        row.addWidget(KeyCap(appearance, key, action=action))
    row.addWidget(plain_label(words, "small", "text2"))
    return hint
