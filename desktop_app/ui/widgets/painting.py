"""Strokes that all painted widgets share: boxes with crisp edges, words, key caps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen

from desktop_app import tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QFont

    from desktop_app.ui.theme import Appearance

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
CENTRE = Qt.AlignmentFlag.AlignCenter


def paint_box(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: str | None,
    edge: str | None = None,
    width: float = 1.0,
) -> None:
    """Paint a rounded box whose edge lies wholly inside the rectangle."""
    inset = width / 2 if edge is not None else 0.0
    painter.setPen(QPen(QColor(edge), width) if edge is not None else Qt.PenStyle.NoPen)
    painter.setBrush(QColor(fill) if fill is not None else Qt.BrushStyle.NoBrush)
    inner = rect.adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(inner, radius - inset, radius - inset)


def paint_words(
    painter: QPainter,
    rect: QRectF,
    words: str,
    font: QFont,
    colour: str,
    align: Qt.AlignmentFlag = LEFT,
) -> None:
    """Paint one line of plain words, cut with an ellipsis where they do not fit."""
    metrics = QFontMetricsF(font)
    shown = words
    if metrics.horizontalAdvance(words) > rect.width() + 0.5:
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(rect, align.value | Qt.TextFlag.TextSingleLine.value, shown)


def words_width(words: str, font: QFont) -> float:
    """Return the width of one line of words."""
    return QFontMetricsF(font).horizontalAdvance(words)


def key_cap_size(appearance: Appearance, key: str) -> QSizeF:
    """Return the size of a key cap; single letters are square."""
    height = appearance.px(tokens.HEIGHT_KEYCAP)
    wide = words_width(key, appearance.font(tokens.KEYCAP)) + appearance.px(10)
    return QSizeF(max(height, round(wide)), height)


def paint_key_cap(
    painter: QPainter, appearance: Appearance, rect: QRectF, key: str, *, on_toast: bool = False
) -> None:
    """Paint a key cap that fills the rectangle; its lower edge is the stronger one."""
    theme = appearance.theme
    if on_toast:
        paint_box(painter, rect, tokens.RADIUS_KEYCAP, None, theme.on_toast)
        ink = theme.on_toast
    else:
        paint_box(painter, rect, tokens.RADIUS_KEYCAP, theme.border_strong)
        top = rect.adjusted(0, 0, 0, -1)
        paint_box(painter, top, tokens.RADIUS_KEYCAP, theme.surface2, theme.border)
        ink = theme.text2
    paint_words(
        painter, rect.adjusted(0, 0, 0, -1), key, appearance.font(tokens.KEYCAP), ink, CENTRE
    )


def paint_hatch(
    painter: QPainter, rect: QRectF, ink: QColor, *, step: int = 4, radius: float = 0
) -> None:
    """Paint slanting lines in a box, on one grid for all boxes so that neighbours join."""
    painter.save()
    if radius:
        path = QPainterPath()
        path.addRoundedRect(rect, radius, radius)
        painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    else:
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(ink, 0.9))
    start = int((rect.left() + rect.top()) // step) * step
    end = rect.right() + rect.bottom()
    lines = []
    while start <= end:
        lines.append(QLineF(start - rect.top(), rect.top(), start - rect.bottom(), rect.bottom()))
        start += step
    painter.drawLines(lines)
    painter.restore()


def smooth(painter: QPainter) -> None:
    """Switch antialiasing on."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
