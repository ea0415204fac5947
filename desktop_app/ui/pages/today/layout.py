"""Where the cards of Today stand: two columns, or one in a narrow window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.ui.widgets.scroll_page import scrolling

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.ui.pages.today.side_column import SideColumn
    from desktop_app.ui.theme import Appearance

_WIDEST = (1 << 24) - 1  # Qt's QWIDGETSIZE_MAX, which PySide keeps to itself


class DayLayout:
    """Lays out a page; what is made later has its place from the beginning."""

    def __init__(
        self, page: QWidget, appearance: Appearance, header: QWidget, *cards: QWidget
    ) -> None:
        """Put header and cards onto the page.

        Args:
            page: the page, which scrolls up and down.
            appearance: the look to follow.
            header: stands above everything.
            cards: the main column, from the top.
        """
        self._appearance = appearance
        self._px = px = appearance.px
        self._greeting: tuple[QWidget, QWidget] | None = None
        self._narrow = False
        self._width = 0
        self._side: SideColumn | None = None
        self._main = QVBoxLayout()
        self._main.setSpacing(px(tokens.GAP_ROWS))
        for card in cards:
            self._main.addWidget(card)
        self._main.addStretch(1)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(px(tokens.GAP_COLUMNS))
        self._columns.addLayout(self._main, 1)
        # Keeps the side column's place until it is made, so that nothing moves.
        self._place = QWidget()
        self._place.setFixedWidth(px(tokens.SIDE_COLUMN))
        self._columns.addWidget(self._place)
        self._content = content = QWidget()
        self._column = QVBoxLayout(content)
        edge = px(tokens.PAGE_PADDING)
        self._column.setContentsMargins(edge, px(18), edge, px(10))
        self._column.setSpacing(px(tokens.GAP_ROWS))
        self._column.addWidget(header)
        self._column.addLayout(self._columns, 1)
        self._area = scrolling(page, content)

    def add_card(self, card: QWidget) -> None:
        """Put a card at the end of the main column."""
        self._main.insertWidget(self._main.count() - 1, card)

    def bring_into_sight(self, card: QWidget) -> None:
        """Scroll so that a card is seen, its top first, once it has its height."""
        content = self._content

        def scroll() -> None:
            top = card.mapTo(content, QPoint(0, 0)).y()
            bar = self._area.verticalScrollBar()
            seen, room = bar.value(), self._area.viewport().height()
            edge = self._px(tokens.GAP_ROWS)
            if top - edge < seen or card.height() + 2 * edge > room:
                bar.setValue(top - edge)
            elif top + card.height() + edge > seen + room:
                bar.setValue(top + card.height() + edge - room)

        QTimer.singleShot(0, card, scroll)

    def greet(self, first_run: bool, run: Callable[[str], object]) -> None:
        """Show or hide the first run's sentence and hints, which later starts never make.

        Args:
            first_run: whether they show.
            run: does an action of the window by its name.
        """
        if self._greeting is None and first_run:
            from desktop_app.ui.pages.today.first_run import hints, welcome

            above, below = welcome(self._appearance), hints(self._appearance, run)
            self._column.insertWidget(1, above)
            self._main.insertWidget(2, below)
            self._greeting = (above, below)
        for widget in self._greeting or ():
            widget.setVisible(first_run)

    def add_notices(self, board: QWidget) -> None:
        """Put the notices between the header and the columns."""
        self._column.insertWidget(1, board)

    def add_side(self, side: SideColumn) -> None:
        """Put the side column into its place."""
        self._columns.replaceWidget(self._place, side)
        self._place.deleteLater()
        self._side = side
        self._fit()

    def set_narrow(self, narrow: bool) -> None:
        """Stand in one column, or in two."""
        self._narrow = narrow
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(down if narrow else across)
        self._columns.setSpacing(self._px(tokens.GAP_ROWS if narrow else tokens.GAP_COLUMNS))
        self._fit()

    def set_width(self, width: int) -> None:
        """Know how wide the page is."""
        self._width = width
        self._fit()

    def _fit(self) -> None:
        width = self._px(tokens.SIDE_COLUMN)
        if self._side is None:
            self._place.setFixedWidth(0 if self._narrow else width)
            return
        self._side.set_room(self._width - 2 * self._px(tokens.PAGE_PADDING))
        self._side.set_narrow(self._narrow)
        self._side.setMinimumWidth(0 if self._narrow else width)
        self._side.setMaximumWidth(_WIDEST if self._narrow else width)
