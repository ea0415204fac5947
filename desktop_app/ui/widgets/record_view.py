"""A table of records as the design has it: a framed view, plain elided cells, a bar at the row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QHelpEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from desktop_app import tokens
from desktop_app.i18n import _
from desktop_app.ui.widgets.card_edge import CardEdge
from desktop_app.ui.widgets.labels import plain_tool_tip
from desktop_app.ui.widgets.painting import words_width
from desktop_app.ui.widgets.record_cells import CELL_EDGE, FIRST_EDGE, RecordCells
from desktop_app.ui.widgets.record_header import RecordHeader

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtCore import QAbstractItemModel, QModelIndex

    from desktop_app.tokens import Theme
    from desktop_app.ui.theme import Appearance

ROW = 40
LEAST_COLUMN = 112  # twelve letters of a name


class RecordView(QTableView):
    """Rows of which one is selected, or several where that is allowed.

    Signals:
        row_selected: the row that is now selected, of several the one with the cursor, -1 for none.
        rows_marked: other rows are selected than before.
        opened: Enter or a double click on a row.
        delete_asked: the Del key on a row.
    """

    row_selected = Signal(int)
    rows_marked = Signal()
    opened = Signal(int)
    delete_asked = Signal(int)

    def __init__(
        self,
        appearance: Appearance,
        model: QAbstractItemModel,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        """Make a view.

        Args:
            appearance: the look to follow.
            model: a sort and filter proxy over records.
            name: what a screen reader says, such as ``Rejections``.
            parent: the widget that holds it.
        """
        super().__init__(parent)
        self._appearance = appearance
        self._columns: Sequence[tuple[int | None, int | None]] = ()
        self._least = LEAST_COLUMN
        self._empty: frozenset[int] = frozenset()
        self.setAccessibleName(name)
        self.setModel(model)
        self._header = RecordHeader(appearance, FIRST_EDGE, CELL_EDGE, self)
        self.setHorizontalHeader(self._header)
        self.setItemDelegate(RecordCells(appearance, self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setSortingEnabled(True)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(appearance.px(ROW))
        self.verticalHeader().setMinimumSectionSize(appearance.px(ROW))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._add_sorting()
        self.doubleClicked.connect(self._on_double_clicked)
        self.selectionModel().currentRowChanged.connect(self._on_current_changed)
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        appearance.theme_changed.connect(self._on_theme_changed)

    def set_columns(
        self, columns: Sequence[tuple[int | None, int | None]], least: int = LEAST_COLUMN
    ) -> None:
        """Say how wide the columns are and which a narrow table does without.

        Args:
            columns: for each its width in pixels at usual text size, None where it shares what is
                left, and its rank among those to do without, the first to go first, None to stay.
            least: the least width of one that shares what is left, in the same pixels.
        """
        self._columns, self._least = columns, least
        mode = QHeaderView.ResizeMode
        for place, (width, _rank) in enumerate(columns):
            self._header.setSectionResizeMode(place, mode.Stretch if width is None else mode.Fixed)
            if width is not None:
                self._header.resizeSection(place, self._appearance.px(width))
        self._fit_columns()

    def set_empty(self, places: Collection[int]) -> None:
        """Do without these columns, since no row has anything to show in them."""
        if self._empty != frozenset(places):
            self._empty = frozenset(places)
            self._fit_columns()

    @property
    def row(self) -> int:
        """The selected row, -1 for none."""
        return self.currentIndex().row()

    def select_row(self, row: int) -> None:
        """Select a row and bring it into sight; -1 selects none."""
        index = self.model().index(row, 0) if row >= 0 else self.model().index(-1, -1)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        if row >= 0:
            self.scrollTo(index)

    def allow_several(self) -> None:
        """Let several rows be selected: Shift and Ctrl with a click or arrow, Ctrl+A."""
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    @property
    def rows(self) -> list[int]:
        """The selected rows, from the top."""
        # By ranges: Qt's selectedRows asks the model about every cell, 50 ms for 1,000 rows.
        chosen = self.selectionModel().selection()
        ranges = [chosen.at(place) for place in range(chosen.count())]
        return sorted({row for one in ranges for row in range(one.top(), one.bottom() + 1)})

    def mark_rows(self, rows: Sequence[int]) -> None:
        """Select these rows; the cursor stays where it is."""
        wanted, model = QItemSelection(), self.model()
        for row in rows:
            index = model.index(row, 0)
            wanted.select(index, index)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(wanted, flags.ClearAndSelect | flags.Rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Do without columns that have no room."""
        super().resizeEvent(event)
        self._fit_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open by Enter, delete by Del, go to the ends by Home and End; letters are the page's."""
        key, row = event.key(), self.row
        if row >= 0 and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(row)
        elif row >= 0 and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_asked.emit(row)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.model().rowCount():
            last = self.model().rowCount() - 1
            self._go_to_end(0 if key == Qt.Key.Key_Home else last, event.modifiers())
        elif event.matches(QKeySequence.StandardKey.SelectAll):
            self.selectAll()
        elif event.text().isprintable() and event.text():
            event.ignore()
            return
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        """Show a cell's whole words on hover where they are cut, as they are."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            self._tell(event.pos(), event.globalPos())
            return True
        return super().viewportEvent(event)

    def _go_to_end(self, row: int, modifiers: Qt.KeyboardModifier) -> None:
        """Go to the first or last row; with Shift the rows on the way are selected too."""
        several = self.selectionMode() is QAbstractItemView.SelectionMode.ExtendedSelection
        if not several or not modifiers & Qt.KeyboardModifier.ShiftModifier:
            self.select_row(row)
            return
        kept = set(self.rows) | set(range(min(row, self.row), max(row, self.row) + 1))
        index, flags = self.model().index(row, 0), QItemSelectionModel.SelectionFlag
        self.selectionModel().setCurrentIndex(index, flags.NoUpdate)
        self.mark_rows(sorted(kept))
        self.scrollTo(index)

    def _fit_columns(self) -> None:
        """Do without columns where the others would be too narrow to be read."""
        px, width = self._appearance.px, self.viewport().width()
        needed = [
            0 if place in self._empty else px(self._least if wide is None else wide)
            for place, (wide, _rank) in enumerate(self._columns)
        ]
        ranked = [(rank, place) for place, (_wide, rank) in enumerate(self._columns) if rank]
        for _rank, place in sorted(ranked):
            hide = place in self._empty or sum(needed) > width
            if self.isColumnHidden(place) is not hide:
                self.setColumnHidden(place, hide)
            if hide:
                needed[place] = 0
        shares = (place for place, (wide, _rank) in enumerate(self._columns) if wide is None)
        self._header.setStretchLastSection(all(self.isColumnHidden(place) for place in shares))

    def _add_sorting(self) -> None:
        """Offer sorting in the menu of the menu key too: the head takes no keys."""
        for section in range(self.model().columnCount()):
            title = self.model().headerData(section, Qt.Orientation.Horizontal)
            action = QAction(_("Sort by “{column}”").format(column=title), self)
            action.setData(section)
            action.triggered.connect(self._on_sort_asked)
            self.addAction(action)

    def _on_sort_asked(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            section, orders = int(action.data()), Qt.SortOrder
            same = self._header.sortIndicatorSection() == section
            upward = same and self._header.sortIndicatorOrder() is orders.AscendingOrder
            self.sortByColumn(section, orders.DescendingOrder if upward else orders.AscendingOrder)

    def _tell(self, at: QPoint, globally: QPoint) -> None:
        index = self.indexAt(at)
        words = str(index.data() or "") if index.isValid() else ""
        font = self._appearance.font(tokens.BODY, 600)
        if words_width(words, font) <= self.columnWidth(index.column()) - 2 * CELL_EDGE:
            words = ""
        QToolTip.showText(globally, plain_tool_tip(words[:2000]), self.viewport())

    def _on_double_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(index.row())

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.row_selected.emit(current.row())

    def _on_selection_changed(self) -> None:
        self.rows_marked.emit()

    def _on_theme_changed(self, _theme: Theme) -> None:
        self.viewport().update()


class RecordFrame(QFrame):
    """The card round a view; its corners stay round over header and rows."""

    def __init__(
        self, appearance: Appearance, view: QAbstractItemView, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        inside = QVBoxLayout(self)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(view)
        CardEdge(appearance, self)
