"""The five faces of the mood scale: a filled disc with Tabler's eyes and mouths in ink."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

if TYPE_CHECKING:
    from desktop_app.tokens import Theme

_GRID = 19.4  # Tabler's units across a disc: its circle of 18, eyes and mouth 1.16 times larger
_STROKE = 1.75


def paint_face(painter: QPainter, rect: QRectF, mood: int, theme: Theme) -> None:
    """Paint the face of a mood, 1 to 5, into the middle of a rectangle."""
    colours = theme.mood(mood)
    edge = min(rect.width(), rect.height())
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(rect.center())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.fill))
    painter.drawEllipse(QPointF(0, 0), edge / 2, edge / 2)
    painter.scale(edge / _GRID, edge / _GRID)
    pen = QPen(QColor(colours.ink), _STROKE)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_features(mood))
    painter.restore()


def _features(mood: int) -> QPainterPath:
    """Return eyes and mouth on Tabler's grid, moved so that the face's middle is 0, 0."""
    path = QPainterPath()
    if mood == 1:
        for left in (7.0, 14.0):
            path.moveTo(left, 9.25)
            path.cubicTo(left + 0.5, 10.25, left + 2.5, 10.25, left + 3, 9.25)
        _arc(path, 9.5, 16.05, 14.5, up=True)
    elif mood == 2:
        _eyes(path, 10)
        _arc(path, 9.5, 15.25, 14.5, up=True)
    elif mood == 3:
        _eyes(path, 10)
        path.moveTo(9, 15)
        path.lineTo(15, 15)
    elif mood == 4:
        _eyes(path, 10)
        _arc(path, 9.5, 15, 14.5, up=False)
    else:
        _eyes(path, 9)
        path.moveTo(8, 13)
        path.arcTo(QRectF(8, 9, 8, 8), 180, 180)
        path.closeSubpath()
    path.translate(-12, -12)
    return path


def _eyes(path: QPainterPath, y: float) -> None:
    for x in (9.0, 15.0):
        path.moveTo(x, y)
        path.lineTo(x + 0.01, y)


def _arc(path: QPainterPath, left: float, y: float, right: float, *, up: bool) -> None:
    """Add a mouth: the arc of radius 3.5 from corner to corner."""
    radius, half = 3.5, (right - left) / 2
    drop = (radius * radius - half * half) ** 0.5
    centre = QPointF((left + right) / 2, y + drop if up else y - drop)
    box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
    path.moveTo(left, y)
    path.arcTo(box, 134.4 if up else -134.4, -88.8 if up else 88.8)
