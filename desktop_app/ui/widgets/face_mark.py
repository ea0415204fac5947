"""One face of the mood scale beside its word: shown, not asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app import tokens
from desktop_app.domain.mood import mood_word
from desktop_app.ui.widgets.faces import paint_face
from desktop_app.ui.widgets.painted import PaintedWidget
from desktop_app.ui.widgets.painting import paint_words, words_width

if TYPE_CHECKING:
    from desktop_app.ui.theme import Appearance

_FACE, _GAP = 28, 8


class FaceMark(PaintedWidget):
    """A face and its word."""

    def __init__(self, appearance: Appearance, mood: int, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._mood = mood
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_mood(mood)

    def set_mood(self, mood: int) -> None:
        """Show another mood, 1 to 5."""
        self._mood = mood
        self.setAccessibleName(mood_word(mood))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of face and word."""
        look = self.appearance
        wide = look.px(_FACE + _GAP) + words_width(mood_word(self._mood), look.font(tokens.BODY))
        return QSize(round(wide) + 2, look.px(_FACE))

    def minimumSizeHint(self) -> QSize:
        """Return the size of face and word."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint face and word."""
        painter = QPainter(self)
        look = self.appearance
        size = look.px(_FACE)
        paint_face(painter, QRectF(0, 0, size, size), self._mood, look.theme)
        words = QRectF(self.rect()).adjusted(size + look.px(_GAP), 0, 0, 0)
        paint_words(painter, words, mood_word(self._mood), look.font(tokens.BODY), look.theme.text)
