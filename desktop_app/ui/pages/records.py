"""What pages of records have in common: a table, a search, a filter, and one record in a panel."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.models.sort_filter import SortFilter
from desktop_app.ui.models.table import Record, RecordTable
from desktop_app.ui.pages.marks import Marks
from desktop_app.ui.pages.page import Page
from desktop_app.ui.pages.records_layout import RecordsLayout
from desktop_app.ui.widgets.chip_filter import ALL, ChipFilter
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.ui.widgets.record_view import LEAST_COLUMN, RecordView
from desktop_app.ui.widgets.search_choice import SearchChoice

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop_app.services.bundle import Services
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.theme import Appearance
    from desktop_app.ui.widgets.key_button import KeyButton
    from desktop_app.ui.widgets.record_panel import RecordPanel
    from desktop_app.ui.widgets.search_field import SearchField


class RecordsPage(Page, Generic[Record]):
    """Records in a table, narrowed by words and chips; the one that is selected is told beside it.

    A page says what it shows by the methods that raise NotImplementedError here.
    """

    offers = frozenset({"find"})
    #: The width of each column that does not share what is left, in pixels at usual text size.
    widths: ClassVar[dict[str, int]] = {}
    #: The least width of one that does.
    least: ClassVar[int] = LEAST_COLUMN
    #: The columns that a narrow table does without, the first to go first.
    dispensable: ClassVar[tuple[str, ...]] = ()
    #: The column that sorts at first, from its end.
    sorted_by: ClassVar[str] = "day"
    #: Whether several records can be selected at once.
    several: ClassVar[bool] = False

    def __init__(
        self,
        services: Services,
        messages: Messages,
        appearance: Appearance,
        title: str,
        table: RecordTable[Record],
        search: SearchField,
        chips: ChipFilter,
        add: Callable[[], KeyButton],
        panel: RecordPanel,
        parent: QWidget | None = None,
    ) -> None:
        """Make the page over an empty table.

        Args:
            services: the use cases.
            messages: where it says what was done.
            appearance: the look to follow.
            title: the page's name, in its head.
            table: the records.
            search: the field that searches them.
            chips: what narrows them.
            add: makes a button that adds a record; the empty page has one too.
            panel: tells of one record.
            parent: the widget that holds it.
        """
        super().__init__(parent)
        self._services = services
        self._messages = messages
        self._appearance = appearance
        self._wanted: int | None = None
        self._deleted: int | None = None
        self._several = False
        self._told: Record | None = None
        self.table = table
        table.setParent(self)
        self.proxy: SortFilter[Record] = SortFilter(table, self)
        self.view = RecordView(appearance, self.proxy, title)
        self._marks = Marks(self.view, self.proxy, self.identity)
        self.setFocusProxy(self.view)
        self.panel = panel
        self.search = search
        self.add = add()
        self.filter = chips
        self.searches = SearchChoice()
        self._search_of: dict[int, int] = {}
        self.parts = self._build(title, add())
        self._connect()
        self.view.sortByColumn(table.column(self.sorted_by), Qt.SortOrder.DescendingOrder)

    # What a page says of its records

    def identity(self, record: Record) -> int:
        """Return what tells a record from the others."""
        raise NotImplementedError

    def read(self) -> Sequence[Record]:
        """Return all records as the journal has them now."""
        raise NotImplementedError

    def offer_filters(self, records: Sequence[Record]) -> None:
        """Let the filters offer what occurs."""
        raise NotImplementedError

    def condition(self) -> Callable[[Record], bool] | None:
        """Return what the chips keep, None for everything."""
        raise NotImplementedError

    def searches_of_records(self) -> dict[int, int]:
        """Return the id of the job search that each record belongs to, by the record's id."""
        raise NotImplementedError

    def show_in_panel(self, record: Record) -> None:
        """Let the panel tell of a record."""
        raise NotImplementedError

    def empty_words(self) -> tuple[str, str, str]:
        """Return the icon and both sentences of the page without records."""
        raise NotImplementedError

    def edit(self, record: Record) -> None:
        """Open the sheet that changes a record."""
        raise NotImplementedError

    def delete(self, record: Record) -> bool:
        """Delete a record and say so; return whether it was done."""
        raise NotImplementedError

    def show_several(self, records: Sequence[Record]) -> None:
        """Let the panel say what can be done with the records that are selected."""
        raise NotImplementedError

    # The page

    @property
    def selected(self) -> Record | None:
        """The record in the panel."""
        row = self.view.row
        return self.proxy.record(row) if row >= 0 else None

    @property
    def marked(self) -> list[Record]:
        """The records that are selected together, or the one in the panel."""
        return self._marks.records

    def refresh(self) -> None:
        """Show what the journal holds now; selection and place in the table stay."""
        self._stale, self._told = False, None
        row = self.view.row
        former = self._wanted
        if former is None and self.selected is not None:
            former = self.identity(self.selected)
        together = self._marks.kept()
        place = self.view.verticalScrollBar().value()
        records = self.read()
        if self._deleted is not None and any(
            self.identity(one) == self._deleted for one in records
        ):
            former, self._deleted = self._deleted, None  # the deleting was undone
        self.table.set_records(records)
        self.offer_filters(records)
        self.searches.set_searches(self._services.searches.all())
        self._search_of = self.searches_of_records()
        self.proxy.set_condition(self._kept())
        self._wanted = None
        self.view.verticalScrollBar().setValue(place)
        self._settle(former, row)
        self._marks.restore(together)

    def select(self, identity: int) -> None:
        """Show one record; a search or filter that hides it is given up."""
        if self._stale or self.table.row_of(identity) is None:
            self._wanted = identity
            self.refresh()
        if self.proxy.row_of(identity) is None:
            self._show_all()
        self._settle(identity, 0)

    def show_search(self, identity: int) -> None:
        """Show the records of one job search."""
        self.refresh()
        self.search.clear()
        self._choose_all()
        self.searches.choose(identity)
        self.narrow()

    def run(self, name: str) -> None:
        """Search; a page with actions of its own does those."""
        if name != "find":
            raise KeyError(name)
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def narrow(self) -> None:
        """Keep what the filters keep; the selection stays where it is still shown."""
        kept = self.selected
        self.proxy.set_condition(self._kept())
        self._settle(self.identity(kept) if kept is not None else None)

    def _build(self, title: str, add: KeyButton) -> RecordsLayout:
        empty = EmptyState(self._appearance, *self.empty_words(), action=add)
        layout = RecordsLayout(
            self._appearance,
            title,
            self.add,
            self.search,
            self.filter,
            self.view,
            self.panel,
            empty,
        )
        names = [column.name for column in self.table.columns]
        ranks = {name: rank for rank, name in enumerate(self.dispensable, start=1)}
        self.view.set_columns([(self.widths.get(one), ranks.get(one)) for one in names], self.least)
        layout.beside_title.insertWidget(1, self.searches)
        if self.several:
            self.view.allow_several()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(layout)
        return layout

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_searched)
        self.search.left.connect(self._on_search_left)
        self.parts.all_asked.connect(self._show_all)
        self.filter.choice_made.connect(self._on_filtered)
        self.searches.search_chosen.connect(self._on_filtered)
        self.view.row_selected.connect(self._on_row_selected)
        self.view.rows_marked.connect(self._on_rows_marked)
        self.view.opened.connect(self._on_edit)
        self.view.delete_asked.connect(self._on_delete)

    def _settle(self, identity: int | None, row: int = 0) -> None:
        """Select a record, else the row at its place, so that the panel is never empty."""
        shown = self.proxy.rowCount()
        self.parts.show_found(len(self.table.records), shown)
        if not shown:
            return
        at = self.proxy.row_of(identity) if identity is not None else None
        wanted = at if at is not None else max(0, min(row, shown - 1))
        if wanted != self.view.row:
            self.view.select_row(wanted)
        else:
            self._on_row_selected(wanted)

    def _kept(self) -> Callable[[Record], bool] | None:
        """Return what chips and the chosen job search keep together."""
        of_chips, search = self.condition(), self.searches.search
        if search is None:
            return of_chips
        return lambda one: (
            self._search_of.get(self.identity(one)) == search
            and (of_chips is None or of_chips(one))
        )

    def _show_all(self) -> None:
        self.search.clear()
        self._choose_all()
        self.narrow()
        self.view.setFocus()

    def _choose_all(self) -> None:
        self.filter.choose(ALL)
        self.searches.choose(None)

    def _on_filtered(self, _choice: object) -> None:
        self.narrow()

    def _on_searched(self, text: str) -> None:
        kept = self.selected
        self.proxy.set_search(text)
        self._settle(self.identity(kept) if kept is not None else None)

    def _on_search_left(self) -> None:
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_row_selected(self, row: int) -> None:
        if not 0 <= row < self.proxy.rowCount() or self._several:
            return
        record = self.proxy.record(row)
        if record is not self._told:  # a key of the search often leaves the same one
            self._told = record
            self.show_in_panel(record)

    def _on_rows_marked(self) -> None:
        before, self._several = self._several, self._marks.several
        if self._several:
            self._told = None
            self.show_several(self.marked)
        elif before:
            self._on_row_selected(self.view.row)

    def _on_edit(self) -> None:
        if self.selected is not None and not self._several:
            self.edit(self.selected)

    def _on_delete(self) -> None:
        record = None if self._several else self.selected
        if record is not None and self.delete(record):
            self._deleted = self.identity(record)
