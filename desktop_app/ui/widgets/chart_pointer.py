"""What moves above a chart: the line at a day, its point and diamond, and the facts in a tip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QFrame, QGridLayout, QSizePolicy, QWidget

from desktop_app import tokens
from desktop_app.charts.facts import DIAMOND
from desktop_app.ui.widgets.labels import plain_label
from desktop_app.ui.widgets.painting import paint_box, smooth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent, QSize
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from desktop_app.charts.geometry import Frame, Spot
    from desktop_app.ui.theme import Appearance

WIDEST = 320


class ChartPointer(QWidget):
    """A clear layer over the canvas: what it paints costs no drawing of the chart.

    Signals:
        moved: where the mouse is.
        left: the mouse has gone.
    """

    moved = Signal(float, float)
    left = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._spot: Spot | None = None
        self._frame: Frame | None = None
        self.setMouseTracking(True)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)

    @property
    def spot(self) -> Spot | None:
        """What it points at."""
        return self._spot

    def set_spot(self, spot: Spot | None, frame: Frame | None) -> None:
        """Point at a place, or at nothing."""
        self._update_around(self._spot)
        self._spot, self._frame = spot, frame
        self._update_around(spot)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell where the mouse is."""
        self.moved.emit(event.position().x(), event.position().y())

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the mouse has gone."""
        self.left.emit()
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint line, point and diamond."""
        painter = QPainter(self)
        smooth(painter)
        theme = self._appearance.theme
        spot, frame = self._spot, self._frame
        if spot is None or frame is None:
            return
        x = round(spot.x) + 0.5
        painter.setPen(QPen(QColor(theme.text), 1))
        painter.drawLine(QPointF(x, frame.top), QPointF(x, frame.bottom))
        if spot.y is not None:
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.setBrush(QColor(theme.surface))
            painter.drawEllipse(QPointF(x, spot.y), 4.5, 4.5)
        if spot.mark is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            paint_diamond(painter, QPointF(*spot.mark), 6.0 * frame.scale, theme.slate)

    def _update_around(self, spot: Spot | None) -> None:
        if spot is None:
            return
        left, right = round(spot.x) - 8, round(spot.x) + 8
        if spot.mark is not None:
            reach = round(8 * self._appearance.scale)
            left = min(left, round(spot.mark[0]) - reach)
            right = max(right, round(spot.mark[0]) + reach)
        self.update(left, 0, right - left, self.height())


class ChartTip(QFrame):
    """The facts of a place: a strong first line, plain lines, a diamond before each rejection."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._grid = QGridLayout(self)
        px = appearance.px
        self._grid.setContentsMargins(px(12), px(8), px(12), px(8))
        self._grid.setHorizontalSpacing(px(8))
        self._grid.setVerticalSpacing(px(2))
        self._grid.setColumnStretch(1, 1)
        self._lines: list[str] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def lines(self) -> list[str]:
        """The lines as they were given."""
        return list(self._lines)

    def show_lines(self, lines: Sequence[str]) -> None:
        """Take other lines and the size that they need."""
        self._lines = list(lines)
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        for row, line in enumerate(lines):
            marked = line.startswith(DIAMOND)
            words = " ".join(line.removeprefix(DIAMOND).split())
            label = plain_label("", "caption", "" if row == 0 else "text2", strong=row == 0)
            label.setParent(self)
            label.ensurePolished()
            widest = self._appearance.px(WIDEST)
            label.setText(
                label.fontMetrics().elidedText(words[:400], Qt.TextElideMode.ElideRight, widest)
            )
            if marked:
                self._grid.addWidget(_Diamond(self._appearance, self), row, 0)
                self._grid.addWidget(label, row, 1)
            else:
                self._grid.addWidget(label, row, 0, 1, 2)
            label.show()
        self._grid.activate()
        self.resize(self._grid.sizeHint())

    def stand_beside(self, line: float, top: float) -> None:
        """Show the tip right of a line, or left of it where it does not fit, inside the parent.

        Args:
            line: where the line stands from the parent's left edge.
            top: where the plot begins from the parent's upper edge.
        """
        parent = self.parentWidget()
        room = parent.size() if parent is not None else self.size()
        gap = self._appearance.px(12)
        x = round(line) + gap
        if x + self.width() > room.width():
            x = max(0, round(line) - gap - self.width())
        y = round(top) - self._appearance.px(8)
        self.move(x, max(0, min(y, room.height() - self.height())))
        self.show()
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box."""
        painter = QPainter(self)
        smooth(painter)
        theme = self._appearance.theme
        paint_box(
            painter, QRectF(self.rect()), tokens.RADIUS_FIELD, theme.surface, theme.border_strong
        )


class _Diamond(QWidget):
    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        edge = appearance.px(10)
        self.setFixedSize(edge, edge)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show()

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        painter.setPen(Qt.PenStyle.NoPen)
        middle = QRectF(self.rect()).center()
        paint_diamond(painter, middle, self.width() / 2, self._appearance.theme.slate)


def paint_diamond(painter: QPainter, middle: QPointF, reach: float, colour: str) -> None:
    """Paint a filled diamond; ``reach`` is from its middle to each corner."""
    painter.setBrush(QColor(colour))
    painter.drawPolygon(
        QPolygonF(
            [
                middle + QPointF(0, -reach),
                middle + QPointF(reach, 0),
                middle + QPointF(0, reach),
                middle + QPointF(-reach, 0),
            ]
        )
    )
