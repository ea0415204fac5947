"""The one sort and filter proxy: a search over words, a condition, and the source's own order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic

from PySide6.QtCore import QSortFilterProxyModel, Qt

from desktop_app.ui.models.table import Index, Record, RecordTable

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject


class SortFilter(QSortFilterProxyModel, Generic[Record]):
    """Rows of a RecordTable that hold every searched word and meet the condition.

    Sorting is handed to the table, which sorts plain keys at once: comparing two cells at a time
    over the border to C++ takes 20 ms for 1,000 rows, this takes 2.
    """

    def __init__(self, table: RecordTable[Record], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._wanted: tuple[str, ...] = ()
        self._condition: Callable[[Record], bool] | None = None
        self.setDynamicSortFilter(False)
        self.setSourceModel(table)

    def set_search(self, text: str) -> None:
        """Keep the rows that hold each of the words, in any case and order."""
        wanted = tuple(text.casefold().split())
        if wanted != self._wanted:
            self._before()
            self._wanted = wanted
            self._after()

    def set_condition(self, condition: Callable[[Record], bool] | None) -> None:
        """Keep the rows whose record meets a condition; None keeps all."""
        self._before()
        self._condition = condition
        self._after()

    def record(self, row: int) -> Record:
        """Return the record of a row that is shown."""
        return self._table.records[self.mapToSource(self.index(row, 0)).row()]

    def row_of(self, identity: int) -> int | None:
        """Return the shown row of a record, None where it is filtered out or gone."""
        row = self._table.row_of(identity)
        if row is None:
            return None
        shown = self.mapFromSource(self._table.index(row, 0))
        return shown.row() if shown.isValid() else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Let the table put its rows in order."""
        self._table.sort(column, order)

    def filterAcceptsRow(self, row: int, _parent: Index) -> bool:
        """Say whether a row is shown."""
        if self._condition is not None and not self._condition(self._table.records[row]):
            return False
        if not self._wanted:
            return True
        words = self._table.words(row)
        return all(word in words for word in self._wanted)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401
        """Return the table's header, also while no row is shown."""
        return self._table.headerData(section, orientation, role)

    def _before(self) -> None:
        if hasattr(self, "beginFilterChange"):  # Qt 6.9 and later
            self.beginFilterChange()

    def _after(self) -> None:
        if hasattr(self, "endFilterChange"):  # Qt 6.10 and later
            self.endFilterChange(QSortFilterProxyModel.Direction.Rows)
        else:
            self.invalidateFilter()
