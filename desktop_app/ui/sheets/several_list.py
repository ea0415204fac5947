"""The list of rows in 'Several at once': Enter makes the next, pasted lines make theirs."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.i18n import _
from desktop_app.ui.sheets.rejection_state import RejectionState
from desktop_app.ui.sheets.several_rows import RejectionRow, names_in
from desktop_app.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.domain.entries import Application
    from desktop_app.ui.theme import Appearance

MOST_ROWS = 100
_FIRST_ROWS = 2


class RejectionRows(QWidget):
    """Rows of which there is always one.

    Signals:
        edited: something was changed by the person.
        finished: Enter was pressed in an empty row.
        grown: the rows may need more height.
        row_reached: the focus went to a row that may be out of sight.
        left_out: how many pasted lines had no room.
    """

    edited = Signal()
    finished = Signal()
    grown = Signal()
    row_reached = Signal()
    left_out = Signal(int)

    def __init__(self, appearance: Appearance, applications: Sequence[Application]) -> None:
        super().__init__()
        self._appearance = appearance
        self._open = applications
        self._narrow = False
        self.rows: list[RejectionRow] = []
        self.more = Button(appearance, _("Another row"), "link", "plus")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(appearance.px(12))
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.more.clicked.connect(self._on_more)

    def states(self) -> tuple[RejectionState, ...]:
        """Return what stands in the rows that are not empty."""
        return tuple(row.state() for row in self.rows if not row.empty)

    def show_states(self, states: Sequence[RejectionState]) -> None:
        """Show rows, and empty ones up to two."""
        for row in list(self.rows):
            self._take_away(row)
        for state in states[:MOST_ROWS]:
            self._add(state)
        while len(self.rows) < _FIRST_ROWS:
            self._add()
        self._number()

    def drop_empty(self) -> None:
        """Take empty rows away, so that a row's number is its place among those that are saved."""
        for row in [row for row in self.rows if row.empty]:
            if len(self.rows) > 1:
                self._take_away(row)
        self._number()

    def focus_free(self) -> None:
        """Give the focus to the first row that is free."""
        self._go_to(next((row for row in self.rows if row.empty), self.rows[-1]))

    def set_narrow(self, narrow: bool) -> None:
        """Let each row be two lines, or one."""
        self._narrow = narrow
        for row in self.rows:
            row.set_narrow(narrow)

    def _add(self, state: RejectionState | None = None, at: int | None = None) -> RejectionRow:
        row = RejectionRow(self._appearance, self._open)
        place = len(self.rows) if at is None else at
        if state is not None:
            row.show_state(state)
        elif place:  # those of one day often came the same way
            row.show_state(RejectionState(channel=self.rows[place - 1].state().channel))
        row.set_narrow(self._narrow)
        row.edited.connect(self.edited)
        row.entered.connect(lambda: self._on_entered(row))
        row.moved.connect(lambda step: self._on_moved(row, step))
        row.removed.connect(lambda: self._on_removed(row))
        row.lines_pasted.connect(lambda lines: self._on_lines_pasted(row, lines))
        self.rows.insert(place, row)
        self._column.insertWidget(place, row)
        return row

    def _add_last(self) -> None:
        if len(self.rows) < MOST_ROWS:
            row = self._add()
            self._number()
            self.grown.emit()
            self._go_to(row)

    def _go_to(self, row: RejectionRow) -> None:
        row.employer.setFocus()
        self.row_reached.emit()

    def _take_away(self, row: RejectionRow) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _number(self) -> None:
        """Say which row each is, and let Tab go through them in their order."""
        self.more.setEnabled(len(self.rows) < MOST_ROWS)
        fields: list[QWidget] = []
        for number, row in enumerate(self.rows, start=1):
            row.set_number(number)
            fields += [row.employer, row.position, row.stage, row.channel, row.remove]
        fields.append(self.more)
        for before, after in pairwise(fields):
            QWidget.setTabOrder(before, after)

    def _on_entered(self, row: RejectionRow) -> None:
        place = self.rows.index(row)
        if row.empty:
            self.finished.emit()
        elif place + 1 < len(self.rows):
            self._go_to(self.rows[place + 1])
        else:
            self._add_last()

    def _on_moved(self, row: RejectionRow, step: int) -> None:
        place = self.rows.index(row) + step
        if 0 <= place < len(self.rows):
            self._go_to(self.rows[place])

    def _on_removed(self, row: RejectionRow) -> None:
        place = self.rows.index(row)
        if len(self.rows) == 1:
            row.show_state(RejectionState())
            row.say("")
        else:
            self._take_away(row)
        self._number()
        self._go_to(self.rows[min(place, len(self.rows) - 1)])
        self.edited.emit()

    def _on_lines_pasted(self, row: RejectionRow, lines: list[str]) -> None:
        """Make a row of each line, in empty rows where there are some."""
        place = self.rows.index(row) + (0 if row.empty else 1)
        channel = row.state().channel
        named = [names for names in map(names_in, lines) if names[0]]
        placed = 0
        for employer, position in named:
            state = RejectionState(employer=employer, position=position, channel=channel)
            if place < len(self.rows) and self.rows[place].empty:
                target = self.rows[place]
                target.show_state(state)
            elif len(self.rows) < MOST_ROWS:
                target = self._add(state, place)
            else:
                break
            target.adopt_known()
            place, placed = place + 1, placed + 1
        self._number()
        self.grown.emit()
        self._go_to(self.rows[max(place - 1, 0)])
        self.edited.emit()
        if placed < len(named):
            self.left_out.emit(len(named) - placed)

    def _on_more(self) -> None:
        self._add_last()
