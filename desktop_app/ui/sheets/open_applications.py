"""The part of the end sheet that closes what is still open: one table, a choice for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAction
from PySide6.QtWidgets import QHBoxLayout, QHeaderView, QMenu, QVBoxLayout, QWidget

from desktop_app.i18n import _
from desktop_app.ui.models.open_applications import CHOICES, OpenApplicationTable, choice_label
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.choice_cells import ChoiceCells
from desktop_app.ui.widgets.labels import plain_label
from desktop_app.ui.widgets.record_view import ROW, RecordFrame, RecordView

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from desktop_app.domain.searches import OpenApplication
    from desktop_app.domain.stages import Outcome
    from desktop_app.ui.theme import Appearance

_MOST_ROWS, _HEAD = 5, 40
_NARROW = 560
_AS_PROPOSED = -1
_WIDTHS = {"sent": 108, "outcome": 168}


class OpenApplications(QWidget):
    """Lists open applications; Enter, the space bar or a click changes how one ends."""

    def __init__(
        self,
        appearance: Appearance,
        applications: Sequence[OpenApplication],
        last: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.table = OpenApplicationTable(applications, last, self)
        self.view = _ChoiceView(appearance, self.table, _("Applications that are still open"))
        self._place = self.table.column("outcome")
        self._row = 0
        self.view.sortByColumn(self.table.column("sent"), Qt.SortOrder.DescendingOrder)
        self._size_columns()
        self._all = Button(appearance, _("All…"), small=True)
        self._all.setAccessibleName(_("All: how they end"))
        head = QHBoxLayout()
        head.addWidget(plain_label(_("Applications that are still open"), "small", "text2"), 1)
        head.addWidget(self._all)
        px = appearance.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addLayout(head)
        frame = RecordFrame(appearance, self.view)
        rows = min(_MOST_ROWS, len(applications))
        frame.setFixedHeight(rows * px(ROW) + px(_HEAD))
        column.addWidget(frame)
        if applications:
            self.view.select_row(0)
        self._all.clicked.connect(self._on_all)
        self.view.opened.connect(self._on_opened)
        self.view.clicked.connect(self._on_clicked)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let position stand beside the employer where there is no room for a column of its own."""
        super().resizeEvent(event)
        narrow = self.width() < self._appearance.px(_NARROW)
        for name in ("position", "sent"):
            self.view.setColumnHidden(self.table.column(name), narrow)
        self.table.set_narrow(narrow)

    def _size_columns(self) -> None:
        self.view.setItemDelegateForColumn(self._place, ChoiceCells(self._appearance, self.view))
        header, modes = self.view.horizontalHeader(), QHeaderView.ResizeMode
        for place, column in enumerate(self.table.columns):
            width = _WIDTHS.get(column.name)
            header.setSectionResizeMode(place, modes.Stretch if width is None else modes.Fixed)
            if width is not None:
                header.resizeSection(place, self._appearance.px(width))

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == self._place:
            self._on_opened(index.row())

    def _on_opened(self, row: int) -> None:
        one = self.table.records[row]
        if one.id == self.table.accepted:
            return  # it is chosen by its name, above
        self._row = row
        menu = self._menu(self.table.outcome(one))
        menu.triggered.connect(self._on_one_chosen)
        cell = self.view.visualRect(self.table.index(row, self._place))
        menu.popup(self.view.viewport().mapToGlobal(cell.bottomLeft()))

    def _on_one_chosen(self, action: QAction) -> None:
        outcome = CHOICES[action.data()]
        self.table.choose(self._row, outcome)
        words = _("{employer}: {ends}").format(
            employer=self.table.records[self._row].employer, ends=choice_label(outcome)
        )
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.view, words))

    def _on_all(self) -> None:
        menu = self._menu()
        menu.addSeparator()
        menu.addAction(_("As proposed")).setData(_AS_PROPOSED)
        menu.triggered.connect(self._on_all_chosen)
        menu.popup(self._all.mapToGlobal(QPoint(0, self._all.height() + 4)))

    def _on_all_chosen(self, action: QAction) -> None:
        if action.data() == _AS_PROPOSED:
            self.table.propose_all()
        else:
            self.table.choose_all(CHOICES[action.data()])

    def _menu(self, *present: Outcome | None) -> QMenu:
        """Return a menu of the choices, the present one checked; it is gone once it is closed."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for place, outcome in enumerate(CHOICES):
            action = menu.addAction(choice_label(outcome))
            action.setData(place)
            action.setCheckable(bool(present))
            action.setChecked(outcome in present)
        return menu


class _ChoiceView(RecordView):
    """Opens by the space bar too, as a field with a choice does."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.row >= 0:
            self.opened.emit(self.row)
        else:
            super().keyPressEvent(event)
