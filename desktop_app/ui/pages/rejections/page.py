"""The Rejections page: every no, findable and quiet, and one of them beside the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app import tokens
from desktop_app.i18n import _
from desktop_app.ui.models.rejections import RejectionTable
from desktop_app.ui.models.sort_filter import SortFilter
from desktop_app.ui.pages.page import Page
from desktop_app.ui.pages.rejections.panel import RejectionPanel
from desktop_app.ui.pages.rejections.stage_filter import StageFilter
from desktop_app.ui.sheets.rejection_sheet import RejectionSheet
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.ui.widgets.key_button import KeyButton
from desktop_app.ui.widgets.labels import plain_label
from desktop_app.ui.widgets.record_view import RecordFrame, RecordView
from desktop_app.ui.widgets.search_choice import SearchChoice
from desktop_app.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop_app.domain.entries import Rejection
    from desktop_app.domain.stages import Stage
    from desktop_app.services.bundle import Services
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.theme import Appearance

_WIDTHS = {"day": 116, "stage": 124, "channel": 108}
_EDGE_RIGHT = 16
_LOW = 400


class RejectionsPage(Page):
    """Table, search, filter and panel.

    Signals:
        rejection_asked: the person wants to note a new rejection.
    """

    name = "rejections"
    offers = frozenset({"find"})
    tables = frozenset({"rejection", "application", "employer", "stage_event", "search"})
    rejection_asked = Signal()

    def __init__(
        self,
        services: Services,
        messages: Messages,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._messages = messages
        self._appearance = appearance
        self._wanted: int | None = None
        self._deleted: int | None = None
        self._room_for_panel = True
        self.table = RejectionTable(services.recording.today, self)
        self.proxy: SortFilter[Rejection] = SortFilter(self.table, self)
        self.view = RecordView(appearance, self.proxy, _("Rejections"))
        self.panel = RejectionPanel(appearance)
        self.search = SearchField(
            appearance,
            _("Search employer, position, reason"),
            _("Employer, position, reason"),
        )
        came_in = _("A rejection came in")
        self.add = KeyButton(appearance, "diamonds", came_in, "X", action="rejection")
        self.filter = StageFilter(appearance)
        self.searches = SearchChoice()
        self._search_of: dict[int, int] = {}
        self._build()
        self._connect()
        self.view.sortByColumn(self.table.column("day"), Qt.SortOrder.DescendingOrder)

    @property
    def selected(self) -> Rejection | None:
        """The rejection in the panel."""
        row = self.view.row
        return self.proxy.record(row) if row >= 0 else None

    def refresh(self) -> None:
        """Show what the journal holds now; selection and place in the table stay."""
        self._stale = False
        row = self.view.row
        former = self._wanted
        if former is None and self.selected is not None:
            former = self.selected.id
        place = self.view.verticalScrollBar().value()
        rejections = self._services.rejections.all()
        if self._deleted is not None and any(one.id == self._deleted for one in rejections):
            former, self._deleted = self._deleted, None  # the deleting was undone
        self.table.set_records(rejections)
        self.filter.set_stages({one.stage for one in rejections})
        self.searches.set_searches(self._services.searches.all())
        self._search_of = self._services.searches.of_rejections()
        self._filter_by(self.filter.stage)
        self._wanted = None
        self.view.verticalScrollBar().setValue(place)
        self._settle(former, row)

    def select(self, rejection_id: int) -> None:
        """Show one rejection; a search or filter that hides it is given up."""
        if self._stale:
            self._wanted = rejection_id
            self.refresh()
        if self.proxy.row_of(rejection_id) is None:
            self._show_all()
        self._settle(rejection_id, 0)

    def show_search(self, identity: int) -> None:
        """Show the rejections of one search."""
        self.refresh()
        self.search.clear()
        self.filter.choose(None)
        self.searches.choose(identity)
        self._on_search_chosen(identity)

    def run(self, name: str) -> None:
        """Search, which is all that this page offers."""
        if name != "find":
            raise KeyError(name)
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in one column where the window is narrow."""
        super().resizeEvent(event)
        self._fit()

    def _build(self) -> None:
        px, edge = self._appearance.px, self._appearance.px(tokens.PAGE_PADDING)
        head = QHBoxLayout()
        head.setSpacing(px(16))
        head.addWidget(plain_label(_("Rejections"), "h1"))
        head.addWidget(self.searches)
        head.addStretch(1)
        head.addWidget(self.add)
        tools = QHBoxLayout()
        tools.setSpacing(px(16))
        self.search.setMinimumWidth(px(180))
        self.search.setMaximumWidth(px(256))
        tools.addWidget(self.search, 1, Qt.AlignmentFlag.AlignTop)
        tools.addWidget(self.filter)
        tools.addStretch(0)
        self._found = QStackedWidget()
        self._found.setMinimumHeight(px(100))
        self._found.addWidget(RecordFrame(self._appearance, self.view))
        self._found.addWidget(self._nothing_found())
        self._main = QVBoxLayout()
        self._main.setContentsMargins(edge, edge, px(_EDGE_RIGHT), edge)
        self._main.setSpacing(px(16))
        self._main.addLayout(head)
        self._main.addLayout(tools)
        self._main.addWidget(self._found, 1)
        self._body = QWidget()
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._body)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(0)
        self._both.addLayout(self._main, 1)
        self._under = QVBoxLayout()
        self._under.addWidget(self.panel)
        self._both.addLayout(self._under)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._body)
        self._pages.addWidget(self._nothing_yet())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)
        self._size_columns()
        self._fit()

    def _connect(self) -> None:
        self.add.clicked.connect(self.rejection_asked)
        self.search.textChanged.connect(self._on_searched)
        self.search.left.connect(self._on_search_left)
        self.filter.stage_chosen.connect(self._on_stage_chosen)
        self.searches.search_chosen.connect(self._on_search_chosen)
        self.view.row_selected.connect(self._on_row_selected)
        self.view.opened.connect(self._on_edit)
        self.view.delete_asked.connect(self._on_delete)
        self.panel.edit_asked.connect(self._on_edit)
        self.panel.delete_asked.connect(self._on_delete)

    def _size_columns(self) -> None:
        header = self.view.horizontalHeader()
        for place, column in enumerate(self.table.columns):
            width = _WIDTHS.get(column.name)
            mode = QHeaderView.ResizeMode
            header.setSectionResizeMode(place, mode.Stretch if width is None else mode.Fixed)
            if width is not None:
                header.resizeSection(place, self._appearance.px(width))

    def _fit(self) -> None:
        px = self._appearance.px
        edge = px(tokens.PAGE_PADDING)
        narrow = self.window().width() < px(tokens.ONE_COLUMN_BELOW)
        ways = QBoxLayout.Direction
        self._both.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        right = edge if narrow else px(_EDGE_RIGHT)
        self._main.setContentsMargins(edge, edge, right, px(16) if narrow else edge)
        self._under.setContentsMargins(*((edge, 0, edge, edge) if narrow else (0, 0, 0, 0)))
        most = 16_777_215
        self.panel.setMinimumWidth(0 if narrow else px(tokens.SIDE_COLUMN))
        self.panel.setMaximumWidth(most if narrow else px(tokens.SIDE_COLUMN))
        self._both.setStretch(0, 3 if narrow else 1)
        self._both.setStretch(1, 2 if narrow else 0)
        if self.panel.wide != narrow:
            self.panel.set_wide(narrow)
        # Too low for both: the table stays, and Enter opens what the panel would say.
        self._room_for_panel = not narrow or self.height() >= px(_LOW)
        self.panel.setVisible(self._room_for_panel and self.proxy.rowCount() > 0)

    def _nothing_found(self) -> QWidget:
        button = Button(self._appearance, _("Show all"))
        button.clicked.connect(self._show_all)
        return EmptyState(
            self._appearance, "search", _("Nothing here matches that."), action=button
        )

    def _nothing_yet(self) -> QWidget:
        came_in = _("A rejection came in")
        button = KeyButton(self._appearance, "diamonds", came_in, "X", action="rejection")
        button.clicked.connect(self.rejection_asked)
        empty = EmptyState(
            self._appearance,
            "diamonds",
            _("No rejection is noted."),
            _("If one comes, it can be put down here in a few seconds."),
            action=button,
        )
        whole = QWidget()
        column = QVBoxLayout(whole)
        edge = self._appearance.px(tokens.PAGE_PADDING)
        column.setContentsMargins(edge, edge, edge, edge)
        column.addWidget(plain_label(_("Rejections"), "h1"))
        column.addWidget(empty, 1)
        return whole

    def _filter_by(self, stage: Stage | None) -> None:
        search = self.searches.search
        self.proxy.set_condition(
            None
            if stage is None and search is None
            else lambda one: (
                stage in (None, one.stage) and search in (None, self._search_of.get(one.id))
            )
        )

    def _settle(self, identity: int | None, row: int = 0) -> None:
        """Select a rejection, else the row at its place, so that the panel is never empty."""
        self._pages.setCurrentIndex(0 if self.table.records else 1)
        shown = self.proxy.rowCount()
        self._found.setCurrentIndex(0 if shown or not self.table.records else 1)
        self.panel.setVisible(self._room_for_panel and shown > 0)
        if not shown:
            return
        at = self.proxy.row_of(identity) if identity is not None else None
        wanted = at if at is not None else max(0, min(row, shown - 1))
        if wanted != self.view.row:
            self.view.select_row(wanted)
        else:
            self._on_row_selected(wanted)

    def _show_all(self) -> None:
        self.search.clear()
        self.filter.choose(None)
        self.searches.choose(None)
        self._on_stage_chosen(None)
        self.view.setFocus()

    def _on_stage_chosen(self, stage: Stage | None) -> None:
        kept = self.selected
        self._filter_by(stage)
        self._settle(kept.id if kept else None)

    def _on_search_chosen(self, _search: int | None) -> None:
        self._on_stage_chosen(self.filter.stage)

    def _on_searched(self, text: str) -> None:
        kept = self.selected
        self.proxy.set_search(text)
        self._settle(kept.id if kept else None)

    def _on_search_left(self) -> None:
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_row_selected(self, row: int) -> None:
        if row < 0 or row >= self.proxy.rowCount():
            return
        rejection = self.proxy.record(row)
        events = self._services.rejections.stages_of(rejection.application_id)
        self.panel.show_rejection(rejection, events, self._services.recording.today())

    def _on_edit(self) -> None:
        rejection = self.selected
        if rejection is not None:
            sheet = RejectionSheet(
                self._services, self._messages, self._appearance, self.window(), rejection
            )
            sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            sheet.open()

    def _on_delete(self) -> None:
        rejection = self.selected
        if rejection is None:
            return
        self._messages.attempt(lambda: self._services.rejections.delete(rejection.id))
        if self._services.rejections.get(rejection.id) is None:
            self._deleted = rejection.id
            self._messages.say(_("Rejection deleted"), undo=True)
