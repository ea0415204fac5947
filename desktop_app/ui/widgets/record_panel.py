"""The panel beside or under a table: one record, read at leisure, with buttons at its foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app import tokens
from desktop_app.ui.widgets.labels import plain_label
from desktop_app.ui.widgets.wrapping_label import WrappingLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop_app.tokens import TypeSize
    from desktop_app.ui.theme import Appearance

#: As much of a text as a panel shows; the sheet shows it whole.
MOST = 4000
_LEAST_TWO = 520


class RecordPanel(QFrame):
    """Two columns of facts: one below the other beside the table, side by side under it."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.appearance = appearance
        self.setProperty("role", "panel")
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.foot = QHBoxLayout()
        self.foot.setSpacing(appearance.px(8))
        self._outer = QVBoxLayout(self)
        self._outer.addWidget(self._area, 1)
        self._outer.addLayout(self.foot)
        self._wide = False
        self._columns: QBoxLayout | None = None
        self._first_line: QFrame | None = None
        self.set_wide(False)

    @property
    def wide(self) -> bool:
        """Whether it stands under the table."""
        return self._wide

    def set_wide(self, wide: bool) -> None:
        """Stand under the table in two columns, or beside it in one."""
        self._wide = wide
        px = self.appearance.px
        self.setProperty("role", "card" if wide else "panel")
        self.style().unpolish(self)
        self.style().polish(self)
        edge = px(tokens.PAGE_PADDING)
        if wide:
            self._outer.setContentsMargins(px(20), px(16), px(20), px(16))
        else:
            self._outer.setContentsMargins(edge, edge + px(2), edge, edge)
        self._outer.setSpacing(px(12))
        self._turn()

    def begin(self) -> None:
        """Begin another record: its parts are made after this, and shown by ``show_columns``."""
        self._first_line = None

    def show_columns(self, who: QVBoxLayout, what: QVBoxLayout, name: str) -> None:
        """Show both columns of a record, and its name to screen readers."""
        body = QWidget()
        body.setProperty("role", "page")
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom, body)
        self._columns.setContentsMargins(0, 0, self.appearance.px(4), 0)
        self._columns.addLayout(who, 1)
        self._columns.addLayout(what, 1)
        self._turn()
        self._area.setWidget(body)
        self.setAccessibleName(name)

    def part(self, title: str, content: QWidget) -> QVBoxLayout:
        """Return some content under a line and a quiet title."""
        px = self.appearance.px
        column = QVBoxLayout()
        column.setSpacing(px(6))
        line = QFrame()
        line.setProperty("role", "line")
        self._first_line = self._first_line or line
        column.addWidget(line)
        column.addSpacing(px(6))
        column.addWidget(plain_label(title, "small", "text2"))
        column.addWidget(content)
        return column

    def words(self, text: str, size: TypeSize = tokens.BODY, tone: str = "text") -> WrappingLabel:
        """Return words that wrap, cut short where they are very long."""
        shown = text if len(text) <= MOST else f"{text[:MOST]}…"
        return WrappingLabel(self.appearance, shown, size, tone)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in one column where two are too narrow to be read."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        if self._columns is None:
            return
        px, ways = self.appearance.px, QBoxLayout.Direction
        two = self._wide and self.width() >= px(_LEAST_TWO)
        self._columns.setDirection(ways.LeftToRight if two else ways.TopToBottom)
        self._columns.setSpacing(px(32) if two else px(16))
        if self._first_line is not None:
            self._first_line.setVisible(not two)
        for place in range(2):
            self._columns.setStretch(place, 1 if two else place)
