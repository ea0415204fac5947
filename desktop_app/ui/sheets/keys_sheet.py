"""F1: every key, group by group, read from the book of actions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.i18n import _
from desktop_app.ui.actions.specs import groups
from desktop_app.ui.actions.words import shown_keys
from desktop_app.ui.widgets.key_cap import KeyCap
from desktop_app.ui.widgets.labels import plain_label
from desktop_app.ui.widgets.sheet import Sheet
from desktop_app.ui.widgets.wrapping_label import WrappingLabel

if TYPE_CHECKING:
    from desktop_app.ui.actions.action import Action
    from desktop_app.ui.actions.book import ActionBook
    from desktop_app.ui.theme import Appearance

_WIDE, _NARROW, _TWO_COLUMNS = 860, 480, 700


class KeysSheet(Sheet):
    """Shows the keys that hold now."""

    def __init__(
        self, book: ActionBook, mode: str, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        """Make the sheet.

        Args:
            book: the actions.
            mode: how single characters count, as ``KeyReader.mode`` tells it.
            appearance: the look to follow.
            parent: the window that it belongs to.
        """
        room = parent.width() if parent is not None else appearance.px(_WIDE)
        two = room >= appearance.px(_TWO_COLUMNS)
        lead = _("Letters and digits pause while you write; Esc leaves a field.")
        super().__init__(appearance, _("Keys"), lead, parent, width=_WIDE if two else _NARROW)
        shown = [
            (title, rows) for name, title in groups().items() if (rows := _rows(book, name, mode))
        ]
        body = QWidget()
        columns = QHBoxLayout(body)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(appearance.px(32))
        for part in _halves(shown) if two else (shown,):
            column = QVBoxLayout()
            column.setSpacing(appearance.px(16))
            for title, rows in part:
                column.addWidget(_group(appearance, title, rows))
            column.addStretch(1)
            columns.addLayout(column, 1)
        self.set_body(body)
        close = self.add_button(_("Close"), self.accept)
        close.setDefault(True)
        close.setFocus()


def _rows(book: ActionBook, group: str, mode: str) -> list[tuple[Action, list[str]]]:
    found = [
        (action, shown_keys(book.every_key_of(action), mode))
        for action in book.all()
        if action.group == group
    ]
    return [(action, keys) for action, keys in found if keys]


def _halves(
    shown: list[tuple[str, list[tuple[Action, list[str]]]]],
) -> tuple[list[tuple[str, list[tuple[Action, list[str]]]]], ...]:
    """Return the groups in two columns of nearly the same height, in order."""
    heights = [len(rows) + 2 for _title, rows in shown]
    cut = min(
        range(len(shown) + 1), key=lambda place: abs(sum(heights[:place]) - sum(heights[place:]))
    )
    return shown[:cut], shown[cut:]


def _group(appearance: Appearance, title: str, rows: list[tuple[Action, list[str]]]) -> QWidget:
    holder = QWidget()
    px = appearance.px
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(px(16))
    grid.setVerticalSpacing(px(6))
    grid.setColumnStretch(0, 1)
    grid.addWidget(plain_label(title, "", "text2", strong=True), 0, 0, 1, 2)
    for place, (action, keys) in enumerate(rows, start=1):
        words = WrappingLabel(appearance, action.words)
        words.setAccessibleName(f"{action.words}: {', '.join(keys)}")
        grid.addWidget(words, place, 0)
        caps = QHBoxLayout()
        caps.setSpacing(px(6))
        for key in keys:
            caps.addWidget(KeyCap(appearance, key))
        grid.addLayout(caps, place, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return holder
