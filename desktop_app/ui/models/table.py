"""A table of records with named columns, sorted by plain keys and searched in what it shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QObject

Record = TypeVar("Record")
Index = QModelIndex | QPersistentModelIndex

#: What a cell sorts by; None for what is unknown, which comes last in either order.
SORT_ROLE = Qt.ItemDataRole.UserRole.value + 1
#: The record of the row.
OBJECT_ROLE = Qt.ItemDataRole.UserRole.value + 2
#: ``strong``, ``text2`` or ``text3``: how the delegate writes the cell.
TONE_ROLE = Qt.ItemDataRole.UserRole.value + 3
#: The name of an icon before the words, "" for none.
ICON_ROLE = Qt.ItemDataRole.UserRole.value + 4


@dataclass(frozen=True)
class Column(Generic[Record]):
    """One column.

    Attributes:
        name: what code calls it, such as ``employer``.
        title: what the header says.
        text: the words of a cell.
        key: what the column sorts by; None for what is unknown.
        tone: ``strong``, ``text2`` or ``text3``, the same for all cells or by record.
        icon: the icon before the words, where the column has some.
    """

    name: str
    title: str
    text: Callable[[Record], str]
    key: Callable[[Record], Any]
    tone: Callable[[Record], str] | str = "text2"
    icon: Callable[[Record], str] | None = None


class RecordTable(QAbstractTableModel, Generic[Record]):
    """Records as rows."""

    def __init__(
        self,
        columns: Sequence[Column[Record]],
        searched: Callable[[Record], str],
        identity: Callable[[Record], int],
        parent: QObject | None = None,
    ) -> None:
        """Make an empty table.

        Args:
            columns: from left to right.
            searched: all words of a record that a search looks through.
            identity: what tells a record from the others.
            parent: the owner.
        """
        super().__init__(parent)
        self.columns = tuple(columns)
        self._searched = searched
        self._identity = identity
        self._records: list[Record] = []
        self._words: list[str] = []
        self._rows: dict[int, int] = {}
        self._order: tuple[int, Qt.SortOrder] | None = None

    @property
    def records(self) -> Sequence[Record]:
        """The records in the order of the rows."""
        return self._records

    def set_records(self, records: Sequence[Record]) -> None:
        """Show other records, in the order that was chosen last."""
        self.beginResetModel()
        self._records = list(records)
        if self._order is not None:
            self._records = self._sorted(*self._order)
        self._know_rows()
        self.endResetModel()

    def column(self, name: str) -> int:
        """Return the place of a column by its name.

        Raises:
            KeyError: no column has that name.
        """
        for place, column in enumerate(self.columns):
            if column.name == name:
                return place
        raise KeyError(name)

    def row_of(self, identity: int) -> int | None:
        """Return the row of a record, None where it is not there."""
        return self._rows.get(identity)

    def words(self, row: int) -> str:
        """Return all searched words of a row, casefolded."""
        return self._words[row]

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many records there are."""
        return 0 if parent is not None and parent.isValid() else len(self._records)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return a cell's words, sort key, tone or icon, or its row's record."""
        if not index.isValid():
            return None
        record = self._records[index.row()]
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return " ".join(column.text(record).split())
        if role == TONE_ROLE:
            return column.tone if isinstance(column.tone, str) else column.tone(record)
        if role == ICON_ROLE:
            return column.icon(record) if column.icon is not None else ""
        if role == SORT_ROLE:
            return column.key(record)
        if role == OBJECT_ROLE:
            return record
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.title}: {column.text(record)}"
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401
        """Return a column's title."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the rows in order; what is unknown comes last in either order, ties stay."""
        if not 0 <= column < len(self.columns):
            return
        self._order = (column, order)
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        identities = [self._identity(self._records[index.row()]) for index in kept]
        self._records = self._sorted(column, order)
        self._know_rows()
        moved = [
            self.index(self._rows[identity], index.column())
            for identity, index in zip(identities, kept, strict=True)
        ]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    def _know_rows(self) -> None:
        """Keep what is searched of each row, and where each record stands."""
        self._words = [self._searched(record).casefold() for record in self._records]
        self._rows = {self._identity(record): row for row, record in enumerate(self._records)}

    def _sorted(self, column: int, order: Qt.SortOrder) -> list[Record]:
        key = self.columns[column].key
        known = [record for record in self._records if key(record) is not None]
        unknown = [record for record in self._records if key(record) is None]
        known.sort(key=key, reverse=order is Qt.SortOrder.DescendingOrder)
        return known + unknown
