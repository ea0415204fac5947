"""The day-by-day account of momentum: day, from what to what, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desktop_app import tokens
from desktop_app.i18n import _, short_day, weekday_name
from desktop_app.ui.widgets.labels import plain_label
from desktop_app.ui.widgets.wrapping_label import WrappingLabel

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop_app.services.account import AccountLine
    from desktop_app.ui.theme import Appearance


class AccountList(QWidget):
    """Lines of an account, the newest first."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._grid = QGridLayout(self)
        px = appearance.px
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(16))
        self._grid.setVerticalSpacing(px(8))
        self._grid.setColumnStretch(2, 1)

    def show_lines(self, lines: Sequence[AccountLine], today: date) -> None:
        """Show an account."""
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row, line in enumerate(lines):
            day = _("{weekday}, {day}").format(
                weekday=weekday_name(line.day.weekday())[:3], day=short_day(line.day, today)
            )
            moved = _("{before} → {after}").format(
                before=_figure(line.before, line.after), after=_figure(line.after, line.before)
            )
            cells = (
                plain_label(day, "small", "text2"),
                _number(moved),
                WrappingLabel(self._appearance, line.sentence, tokens.SMALL),
            )
            for column, cell in enumerate(cells):
                alignment = Qt.AlignmentFlag.AlignTop if column < 2 else Qt.AlignmentFlag(0)
                self._grid.addWidget(cell, row, column, alignment)
        self._grid.setRowStretch(len(lines), 1)


def _number(words: str) -> QLabel:
    label = plain_label(words, "small", strong=True)
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
    return label


def _figure(value: float, other: float) -> str:
    """Return a value whole, or with a decimal where two would look alike and are not."""
    alike = round(value) == round(other) and abs(value - other) >= 0.05
    return f"{value:.1f}" if alike else f"{value:.0f}"
