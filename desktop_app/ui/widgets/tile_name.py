"""The name on a tile: in one line, or in two smaller ones where one has no room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from desktop_app import tokens
from desktop_app.ui.widgets.painting import LEFT, paint_words, words_width

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPainter

    from desktop_app.ui.theme import Appearance


class TileName:
    """Words that are painted whole wherever that can be."""

    def __init__(self, appearance: Appearance, words: str) -> None:
        self._appearance = appearance
        self.words = words

    @property
    def width(self) -> float:
        """How wide they are in one line."""
        return words_width(self.words, self._appearance.font(tokens.SMALL))

    @property
    def least_width(self) -> float:
        """How wide they are at least, in two lines where they are several words."""
        return min(self.width, max(words_width(line, self._small) for line in self._lines()))

    def paint(self, painter: QPainter, place: QRectF, colour: str) -> None:
        """Paint them at the left of a place and in the middle of its height."""
        lines = self._lines()
        if self.width <= place.width() or len(lines) == 1:
            font = self._appearance.font(tokens.SMALL)
            paint_words(painter, place, self.words, font, colour, LEFT)
            return
        line = self._appearance.px(tokens.CAPTION.line)
        top = place.center().y() - line
        for number, words in enumerate(lines):
            where = QRectF(place.left(), top + number * line, place.width(), line)
            paint_words(painter, where, words, self._small, colour, LEFT)

    @property
    def _small(self) -> QFont:
        return self._appearance.font(tokens.CAPTION)

    def _lines(self) -> list[str]:
        """Return two lines of which the longer is as short as can be; one word stays one."""
        parts = self.words.split()
        breaks = [[" ".join(parts[:n]), " ".join(parts[n:])] for n in range(1, len(parts))]
        if not breaks:
            return [self.words]
        return min(breaks, key=lambda two: max(words_width(one, self._small) for one in two))
