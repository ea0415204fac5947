"""The round corners of a card over something square that fills it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent

from desktop_app import tokens
from desktop_app.ui.widgets.painted import PaintedWidget
from desktop_app.ui.widgets.painting import paint_box, smooth

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from desktop_app.ui.theme import Appearance


class CardEdge(PaintedWidget):
    """Lies over a card, lets the pointer through, and paints edge and corners alone."""

    def __init__(self, appearance: Appearance, card: QWidget) -> None:
        super().__init__(appearance, card)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        card.installEventFilter(self)
        self.setGeometry(card.rect())
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the card's size."""
        card = self.parentWidget()
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show) and card is not None:
            self.setGeometry(card.rect())
            self.raise_()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what lies outside the round corners, and the edge."""
        painter = QPainter(self)
        smooth(painter)
        theme = self.appearance.theme
        box = QRectF(self.rect())
        outside, inside = QPainterPath(), QPainterPath()
        outside.addRect(box)
        inside.addRoundedRect(box, tokens.RADIUS_CARD, tokens.RADIUS_CARD)
        painter.fillPath(outside.subtracted(inside), QColor(theme.bg))
        paint_box(painter, box, tokens.RADIUS_CARD, None, theme.border)
