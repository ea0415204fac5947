"""The tables of the import sheet: what will come in, and what stays out or comes in changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop_app.domain.stages import Outcome, Stage, stage_label
from desktop_app.i18n import _, short_day
from desktop_app.ui.widgets.labels import plain_tool_tip

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop_app.domain.history import History, ReadApplication
    from desktop_app.services.importing import ImportPreview

FIRST_ROWS = 100
MARKED_ROLE = Qt.ItemDataRole.UserRole + 11
FAINT_ROLE = Qt.ItemDataRole.UserRole + 12
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class TextTable:
    """Columns and cells that are all text.

    ``marked`` holds row and column of cells that could not be taken, ``faint`` rows that stay out.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    marked: frozenset[tuple[int, int]] = frozenset()
    faint: frozenset[int] = frozenset()


class TextTableModel(QAbstractTableModel):
    """Shows a TextTable; the whole of a cell is on hover."""

    def __init__(self) -> None:
        super().__init__()
        self._table = TextTable((), ())

    def show_table(self, table: TextTable) -> None:
        """Show another table."""
        self.beginResetModel()
        self._table = table
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: _Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self._table.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a cell's text, or whether it is marked or faint."""
        if role == MARKED_ROLE:
            return (index.row(), index.column()) in self._table.marked
        if role == FAINT_ROLE:
            return index.row() in self._table.faint
        if role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        text = self._table.rows[index.row()][index.column()]
        return plain_tool_tip(text) if role == Qt.ItemDataRole.ToolTipRole else text

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return a column's title, at the left."""
        if orientation is Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self._table.columns[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


def coming_in(history: History) -> TextTable:
    """Return the first rows of what is new."""
    if history.applications:
        columns = (_("Sent"), _("Employer"), _("Position"), _("Stage reached"), _("Answer"))
        return TextTable(
            columns,
            tuple(application_cells(one) for one in history.applications[:FIRST_ROWS]),
        )
    lines = sorted(
        [(one.day, one.row, one.kind_label) for one in history.activities]
        + [(one.day, one.row, ", ".join(one.feelings)) for one in history.check_ins]
    )
    return TextTable(
        (_("Day"), _("What")), tuple((_day(day), what) for day, _row, what in lines[:FIRST_ROWS])
    )


def application_cells(one: ReadApplication) -> tuple[str, str, str, str, str]:
    """Return day, employer, position, stage reached and answer of an application."""
    return (_day(one.day), one.employer, one.position, stage_label(_furthest(one)), _answer(one))


def staying_out(preview: ImportPreview) -> TextTable:
    """Return every row that stays out with its reason, and then the remarks."""
    skipped = ((str(one.row), one.reason) for one in preview.skipped)
    remarks = (("", remark) for remark in preview.remarks)
    return TextTable((_("Line"), _("Reason or remark")), (*skipped, *remarks))


def outcome_label(outcome: Outcome) -> str:
    """Return how an application ended, on screen."""
    return {
        Outcome.REJECTED: _("Rejected"),
        Outcome.SILENCE: _("Silence"),
        Outcome.OFFER_ACCEPTED: _("Offer accepted"),
        Outcome.OFFER_DECLINED: _("Offer declined"),
        Outcome.WITHDRAWN: _("Withdrawn"),
        Outcome.JOB_CANCELLED: _("Job cancelled"),
    }[outcome]


def _furthest(application: ReadApplication) -> Stage:
    stages: Sequence[Stage] = [one.stage for one in application.stages]
    return max(stages, key=lambda stage: stage.order, default=Stage.APPLICATION)


def _answer(application: ReadApplication) -> str:
    if application.outcome is None:
        return _("Open")
    label = outcome_label(application.outcome)
    if application.answered is None:
        return label
    return _("{outcome}, {day}").format(outcome=label, day=short_day(application.answered))


def _day(day: date | None) -> str:
    return _("no day") if day is None else f"{short_day(day)} {day.year}"
