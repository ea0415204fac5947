"""How a page of records is laid out: head, tools, table and panel, in every size of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app import tokens
from desktop_app.i18n import _
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.ui.widgets.labels import plain_label
from desktop_app.ui.widgets.record_view import RecordFrame, RecordView

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop_app.ui.theme import Appearance
    from desktop_app.ui.widgets.record_panel import RecordPanel
    from desktop_app.ui.widgets.search_field import SearchField

_EDGE_RIGHT = 16
_LOW = 480
_LEAST_TABLE, _TABLE_WHEN_LOW, _PANEL_WHEN_LOW = 100, 200, 300
_LEAST_LINE = 480
_SEARCH, _MOST = 320, 16_777_215


class RecordsLayout(QWidget):
    """Puts the parts of a page of records in their places.

    Attributes:
        beside_title: the line of the title, for what a page has to choose there.

    Signals:
        all_asked: nothing was found, and the person wants to see everything.
    """

    all_asked = Signal()

    def __init__(
        self,
        appearance: Appearance,
        title: str,
        add: QWidget,
        search: SearchField,
        chips: QWidget,
        view: RecordView,
        panel: RecordPanel,
        empty: EmptyState,
    ) -> None:
        super().__init__()
        self._appearance = appearance
        self._view = view
        self._panel = panel
        px, ways = appearance.px, QBoxLayout.Direction
        self.beside_title = QHBoxLayout()
        self.beside_title.setSpacing(px(16))
        self.beside_title.addWidget(plain_label(title, "h1"))
        self.beside_title.addStretch(1)
        self._head = QBoxLayout(ways.LeftToRight)
        self._head.setSpacing(px(8))
        self._head.addLayout(self.beside_title, 1)
        self._head.addWidget(add, 0, Qt.AlignmentFlag.AlignTop)
        self._remark: QWidget | None = None
        search.setMinimumWidth(px(180))
        self._search = search
        self._tools = QBoxLayout(ways.LeftToRight)
        self._tools.setSpacing(px(16))
        self._tools.addWidget(search, 1, Qt.AlignmentFlag.AlignTop)
        self._tools.addWidget(chips)
        self._tools.addStretch(0)
        self._found = _Found()
        self._found.addWidget(RecordFrame(appearance, view))
        self._found.addWidget(self._nothing_found())
        self._main = QVBoxLayout()
        self._main.setSpacing(px(16))
        self._main.addLayout(self._head)
        self._main.addLayout(self._tools)
        self._main.addWidget(self._found, 1)
        body = QWidget()
        body.setProperty("role", "page")
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(body)
        self._both = _Both(ways.LeftToRight, body)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(0)
        self._both.addLayout(self._main, 1)
        self._under = QVBoxLayout()
        self._under.addWidget(panel)
        self._both.addLayout(self._under)
        self._pages = QStackedWidget()
        self._pages.addWidget(area)
        self._pages.addWidget(self._nothing_yet(title, empty))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._pages)
        self._fit()

    def put_remark(self, remark: QWidget) -> None:
        """Put something to say under the head; where there is little room it comes last."""
        self._remark = remark
        self._main.insertWidget(1, remark)

    def show_found(self, records: int, shown: int) -> None:
        """Show the table, that nothing was found in it, or that there is nothing yet."""
        self._pages.setCurrentIndex(0 if records else 1)
        self._found.setCurrentIndex(0 if shown or not records else 1)
        self._panel.setVisible(shown > 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in one column where the window is narrow."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        px, ways = self._appearance.px, QBoxLayout.Direction
        edge = px(tokens.PAGE_PADDING)
        narrow = self.window().width() < px(tokens.ONE_COLUMN_BELOW)
        self._both.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        right = edge if narrow else px(_EDGE_RIGHT)
        self._main.setContentsMargins(edge, edge, right, px(16) if narrow else edge)
        self._under.setContentsMargins(*((edge, 0, edge, edge) if narrow else (0, 0, 0, 0)))
        self._panel.setMinimumWidth(0 if narrow else px(tokens.SIDE_COLUMN))
        self._panel.setMaximumWidth(_MOST if narrow else px(tokens.SIDE_COLUMN))
        self._both.setStretch(0, 3 if narrow else 1)
        self._both.setStretch(1, 2 if narrow else 0)
        one_line = self.width() >= px(_LEAST_LINE)
        for line in (self._head, self._tools):
            line.setDirection(ways.LeftToRight if one_line else ways.TopToBottom)
        self._tools.setStretch(0, int(one_line))
        # One above the other they are as wide as each other: chips would break their lines early.
        self._search.setMaximumWidth(px(_SEARCH) if one_line else _MOST)
        if self._remark is not None and (self._main.indexOf(self._remark) == 1) is not one_line:
            self._main.removeWidget(self._remark)
            self._main.insertWidget(1 if one_line else self._main.count(), self._remark)
        if self._panel.wide != narrow:
            self._panel.set_wide(narrow)
        # Too low for both at once: the page scrolls, so that each can be read.
        low = narrow and self.height() < px(_LOW)
        self._found.setMinimumHeight(px(_TABLE_WHEN_LOW if low else _LEAST_TABLE))
        self._panel.setMinimumHeight(px(_PANEL_WHEN_LOW) if low else 0)

    def _nothing_found(self) -> QWidget:
        button = Button(self._appearance, _("Show all"))
        button.clicked.connect(self.all_asked)
        return EmptyState(
            self._appearance, "search", _("Nothing here matches that."), action=button
        )

    def _nothing_yet(self, title: str, empty: EmptyState) -> QWidget:
        whole = QWidget()
        column = QVBoxLayout(whole)
        edge = self._appearance.px(tokens.PAGE_PADDING)
        column.setContentsMargins(edge, edge, edge, edge)
        column.addWidget(plain_label(title, "h1"))
        column.addWidget(empty, 1)
        return whole


class _Both(QBoxLayout):
    """Table and panel.

    A scroll area gives a layout whose words wrap the height that it would like at a width; here
    the least is meant, so that nothing scrolls that need not.
    """

    def __init__(self, direction: QBoxLayout.Direction, parent: QWidget) -> None:
        super().__init__(direction, parent)
        self._asking = False

    def heightForWidth(self, width: int) -> int:
        if self._asking:  # Qt finds the least height on the way to the other
            return super().heightForWidth(width)
        self._asking = True
        least = super().minimumHeightForWidth(width)
        self._asking = False
        return least


class _Found(QStackedWidget):
    """The table, or that nothing was found; words that wrap ask for no height of their own."""

    def hasHeightForWidth(self) -> bool:
        return False
