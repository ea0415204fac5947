"""A widget that puts its children into lines, as words stand in a paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent, QShowEvent


class FlowBox(QWidget):
    """Lines of widgets at their own size; hidden widgets take no place.

    A widget and no QLayout: it sets its own minimum height, so that pages need no height for width.
    """

    def __init__(self, gap: int = 5, line_gap: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._members: list[QWidget] = []
        self._gap = gap
        self._line_gap = line_gap
        self._heights: dict[int, int] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Take a widget at the end."""
        widget.setParent(self)
        self._members.append(widget)
        self._arrange()

    def remove(self, widget: QWidget) -> None:
        """Let go of a widget, which stays a hidden child until it is deleted or added again."""
        if widget in self._members:
            self._members.remove(widget)
            widget.hide()
            self._arrange()

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at a width."""
        height = self._heights.get(width)
        if height is None:  # layouts ask for the same widths many times
            height = self._heights[width] = self._place(width, move=False)
        return height

    def sizeHint(self) -> QSize:
        """Return the size of one line of everything."""
        sizes = [member.sizeHint() for member in self._shown()]
        wide = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QSize(wide, self.heightForWidth(max(wide, 1)))

    def minimumSizeHint(self) -> QSize:
        """Return the width of the widest member, and the height at the present width."""
        wide = max((member.sizeHint().width() for member in self._shown()), default=0)
        return QSize(wide, self.heightForWidth(max(wide, self.width())))

    def event(self, event: QEvent) -> bool:
        """Arrange anew when a member changes its size or shows."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """Arrange what changed while hidden."""
        super().showEvent(event)
        self._arrange()

    def _shown(self) -> list[QWidget]:
        return [member for member in self._members if not member.isHidden()]

    def _arrange(self) -> None:
        self._heights.clear()
        height = self._place(self.width(), move=True)
        if self.minimumHeight() != height:
            self.setMinimumHeight(height)
        self.updateGeometry()

    def _place(self, width: int, *, move: bool) -> int:
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        x, y, line = 0, 0, 0
        for member in self._shown():
            size = member.sizeHint()
            if line and x + size.width() > width:
                x, y, line = 0, y + line + self._line_gap, 0
            if move:
                left = width - x - size.width() if mirrored else x
                member.setGeometry(QRect(left, y, size.width(), size.height()))
            x += size.width() + self._gap
            line = max(line, size.height())
        return y + line
