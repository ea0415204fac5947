"""The Momentum page: ranges, the timeline or its table, and the account of the number."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app import tokens
from desktop_app.charts.drawing import timeline_drawing
from desktop_app.charts.facts import period_facts, summary
from desktop_app.domain.searches import search_label
from desktop_app.i18n import _
from desktop_app.ui.pages.momentum.account_card import AccountCard
from desktop_app.ui.pages.momentum.day_table import DayTable, day_view
from desktop_app.ui.pages.momentum.pictures import Pictures
from desktop_app.ui.pages.momentum.ranges import (
    ALL,
    SEARCH,
    holds_something,
    opening_range,
    options,
    range_of,
    range_of_search,
)
from desktop_app.ui.pages.page import Page
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.chart_view import MARGIN, ChartView
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.ui.widgets.labels import plain_label
from desktop_app.ui.widgets.record_view import RecordFrame
from desktop_app.ui.widgets.scroll_page import scrolling
from desktop_app.ui.widgets.segmented import SegmentedControl

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from desktop_app.charts.geometry import Spot
    from desktop_app.domain.searches import JobSearch
    from desktop_app.domain.timeline import Timeline
    from desktop_app.services.bundle import Services
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.theme import Appearance

LOWEST = 264
TALLEST = 460
ACCOUNT_IN_SIGHT = 250


class MomentumPage(Page):
    """Momentum over days or weeks."""

    name = "momentum"

    def __init__(
        self,
        services: Services,
        messages: Messages,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._appearance = appearance
        self._timeline: Timeline | None = None
        self._opened = False
        self._as_table = False
        self._nothing_in_range = False
        self._account_day: date | None = None
        self._search: int | None = None
        self.ranges = SegmentedControl(appearance, options(), _("Range"))
        self.copy_button = Button(appearance, _("Copy"), icon="copy")
        self.save_button = Button(appearance, _("Save picture…"), icon="photo-down")
        self.table_button = Button(appearance, _("Show as table"), icon="table")
        self.chart = ChartView(appearance, _("Momentum timeline"))
        self.table = DayTable(self)
        self.table_view = day_view(appearance, self.table)
        self.account = AccountCard(services, appearance)
        self.show_all_button = Button(appearance, _("Show all"), "primary")
        self._pictures = Pictures(messages, appearance, self)
        self._lay_out()
        self.ranges.chosen.connect(self._on_range_chosen)
        self.copy_button.clicked.connect(self._on_copy)
        self.save_button.clicked.connect(self._on_save)
        self.table_button.clicked.connect(self._on_table_toggled)
        self.show_all_button.clicked.connect(self._on_show_all)

    @property
    def timeline(self) -> Timeline | None:
        """What is shown."""
        return self._timeline

    def refresh(self) -> None:
        """Show what the journal holds now of the range."""
        momentum = self._services.momentum
        bounds, today = momentum.bounds(), momentum.today()
        if bounds is None:
            self._show(momentum.timeline(), can_widen=False)
            return
        if not self._opened:
            self._opened = True
            self.ranges.set_choice(opening_range(bounds, today, momentum.timeline))
        search = self._offer_search()
        if search is not None and self.ranges.choice == SEARCH:
            first, last = range_of_search(search, bounds, today)
        else:
            first, last = range_of(self.ranges.choice, bounds, today)
        self._show(momentum.timeline(first, last), can_widen=self.ranges.choice != ALL)

    def show_search(self, identity: int) -> None:
        """Show the days of one search."""
        self._search, self._opened = identity, True
        self._offer_search()
        several = len(self._services.searches.all()) > 1
        self.ranges.set_choice(SEARCH if several else ALL)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the timeline take the room there is, and the header two rows where it needs them."""
        super().resizeEvent(event)
        self._fit()

    def _offer_search(self) -> JobSearch | None:
        """Offer one search as a range where there are several, the newest until one is chosen."""
        searches = self._services.searches
        chosen = searches.get(self._search) if self._search is not None else None
        latest = searches.latest()
        search = chosen or latest
        if search is None or latest is None or len(searches.all()) < 2:
            self.ranges.set_options(options())
            return None
        label = _("This search") if search.id == latest.id else search_label(search)
        self.ranges.set_options(options(label))
        return search

    def _show(self, timeline: Timeline, *, can_widen: bool) -> None:
        numbered = bool(self._services.settings.get("show_momentum"))
        self._timeline = timeline = replace(timeline, numbered=numbered)
        something = holds_something(timeline)
        for button in (self.copy_button, self.save_button, self.table_button):
            button.setEnabled(something)
        self.chart.show_chart(timeline_drawing(timeline), self._describe, summary(timeline))
        explained = something and timeline.days and numbered
        self._account_day = timeline.days[-1].day if explained else None
        self._nothing_in_range = can_widen and not something
        self._choose_view()

    def _choose_view(self) -> None:
        if self._as_table and self._timeline is not None:
            self.table.show_timeline(self._timeline)
        if self._nothing_in_range:
            view: QWidget = self._nothing
        else:
            view = self._table_frame if self._as_table else self._chart_frame
        self._stack.setCurrentWidget(view)
        self.account.show_until(None if view is self._table_frame else self._account_day)
        words = _("Show as chart") if self._as_table else _("Show as table")
        self.table_button.setText(words)
        self.table_button.setAccessibleName(words)
        self.table_button.set_icon("trending-up" if self._as_table else "table")
        self._fit()

    def _describe(self, spot: Spot) -> list[str]:
        return period_facts(spot.period, self._services.momentum.today())

    def _fit(self) -> None:
        """Share the height between timeline and account; stack the header where it is narrow."""
        px = self._appearance.px
        edges = 2 * px(tokens.PAGE_PADDING)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        left = self._left.layout()
        if isinstance(left, QBoxLayout):
            both = self._title.sizeHint().width() + self.ranges.sizeHint().width()
            beside = both + left.spacing() <= self.width() - edges
            left.setDirection(across if beside else down)
        needed = self._left.sizeHint().width() + self._right.sizeHint().width()
        narrow = needed + px(tokens.GAP_COLUMNS) + edges > self.width()
        self._head.setDirection(down if narrow else across)
        room = self.height() - edges - self._head.sizeHint().height() - px(tokens.GAP_ROWS)
        table = self._stack.currentWidget() is self._table_frame
        if not self.account.isHidden():
            room -= px(ACCOUNT_IN_SIGHT) + px(tokens.GAP_ROWS)
        tallest = room if table else px(TALLEST)
        self._stack.setFixedHeight(max(px(LOWEST), min(tallest, room)))

    def _lay_out(self) -> None:
        px = self._appearance.px
        self._left, self._right = QWidget(), QWidget()
        self._title = plain_label(_("Momentum"), "h1")
        for side, gap, widgets in (
            (self._left, tokens.GAP_COLUMNS, (self._title, self.ranges)),
            (
                self._right,
                tokens.GAP_TILES,
                (self.copy_button, self.save_button, self.table_button),
            ),
        ):
            row = QBoxLayout(QBoxLayout.Direction.LeftToRight, side)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(px(gap))
            for widget in widgets:
                row.addWidget(widget)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(px(tokens.GAP_TILES))
        self._head.addWidget(self._left, 0, Qt.AlignmentFlag.AlignLeft)
        self._head.addStretch(1)
        self._head.addWidget(self._right, 0, Qt.AlignmentFlag.AlignLeft)
        self._chart_frame = _card(self.chart, px(tokens.CARD_PADDING) - MARGIN)
        self._table_frame = RecordFrame(self._appearance, self.table_view)
        empty = EmptyState(
            self._appearance,
            "trending-up",
            _("Nothing is logged in this range."),
            action=self.show_all_button,
        )
        self._nothing = _card(empty, px(tokens.CARD_PADDING))
        self._stack = QStackedWidget()
        for view in (self._chart_frame, self._table_frame, self._nothing):
            self._stack.addWidget(view)
        content = QWidget()
        column = QVBoxLayout(content)
        edge = px(tokens.PAGE_PADDING)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(px(tokens.GAP_ROWS))
        column.addLayout(self._head)
        column.addWidget(self._stack)
        column.addWidget(self.account)
        column.addStretch(1)
        scrolling(self, content)

    def _picture_size(self) -> tuple[int, int]:
        """Return the size of the chart as it stands, with room round it."""
        scale = self._appearance.scale
        return (
            max(640, round(self.chart.width() / scale)) + 24,
            max(240, round(self.chart.height() / scale)) + 24,
        )

    def _on_range_chosen(self, _key: str) -> None:
        self.refresh()

    def _on_show_all(self) -> None:
        self.ranges.set_choice(ALL)
        self.refresh()
        self.chart.setFocus()

    def _on_table_toggled(self) -> None:
        self._as_table = not self._as_table
        self._choose_view()

    def _on_copy(self) -> None:
        if self._timeline is not None:
            self._pictures.copy(self._timeline, self._picture_size())

    def _on_save(self) -> None:
        if self._timeline is not None:
            self._pictures.save(self._timeline, self._picture_size())


def _card(inside: QWidget, margin: int) -> QFrame:
    card = QFrame()
    card.setProperty("role", "card")
    layout = QVBoxLayout(card)
    layout.setContentsMargins(margin, margin, margin, margin)
    layout.addWidget(inside)
    return card
