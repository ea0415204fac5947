"""A page that scrolls up and down, and never sideways."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


class _Area(QScrollArea):
    """Takes the scroll bar's room from the content's own right margin, so that nothing moves."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._bar_takes = 0
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(content)
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)

    def _on_range_changed(self, _least: int, most: int) -> None:
        content = self.widget()
        layout = content.layout() if content is not None else None
        takes = self.verticalScrollBar().sizeHint().width() if most > 0 else 0
        if layout is None or takes == self._bar_takes:
            return
        edges = layout.contentsMargins()
        edges.setRight(max(0, edges.right() + self._bar_takes - takes))
        self._bar_takes = takes
        layout.setContentsMargins(edges)


def bring_into_sight(widget: QWidget) -> None:
    """Scroll so far that a widget can be seen, as after it got the focus by the program."""
    around = widget.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if isinstance(around, QScrollArea):
        around.ensureWidgetVisible(widget)


def reveal(widget: QWidget) -> None:
    """Scroll to a widget once its page has laid it out."""
    QTimer.singleShot(0, widget, lambda: bring_into_sight(widget))


def scrolling(page: QWidget, content: QWidget) -> QScrollArea:
    """Let a page show its content in a scroll area, and return the area."""
    content.setProperty("role", "page")
    area = _Area(content)
    outer = QVBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(area)
    return area
