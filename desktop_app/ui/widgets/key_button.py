"""A push button that shows its key: icon, words, key cap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app import tokens
from desktop_app.ui.widgets.painted import PaintedButton
from desktop_app.ui.widgets.painting import (
    key_cap_size,
    paint_box,
    paint_key_cap,
    paint_words,
    smooth,
    words_width,
)

if TYPE_CHECKING:
    from desktop_app.ui.theme import Appearance

_EDGE, _GAP, _ICON = 14, 8, 18


class KeyButton(PaintedButton):
    """Such as 'A rejection came in' with its X in the head of a page."""

    def __init__(
        self,
        appearance: Appearance,
        icon: str,
        words: str,
        key: str = "",
        parent: QWidget | None = None,
        *,
        action: str = "",
    ) -> None:
        """Make a button.

        Args:
            appearance: the look to follow.
            icon: the icon's name.
            words: what it does.
            key: the key that does it, or "".
            parent: the widget that holds it.
            action: the action whose key it shows, so that it follows another choice of keys.
        """
        super().__init__(appearance, words, parent)
        self._icon, self._words, self._key = icon, words, key
        if action:
            self.setProperty("action", action)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_key(self, key: str) -> None:
        """Show another key; "" shows none."""
        self._key = key
        self.updateGeometry()
        self.update()

    def set_words(self, words: str) -> None:
        """Say otherwise what it does."""
        self._words = words
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size that icon, words and key need."""
        look = self.appearance
        wide = words_width(self._words, look.font(tokens.BODY, 500))
        wide += look.px(_ICON) + look.px(_GAP) + 2 * look.px(_EDGE)
        if self._key:
            wide += key_cap_size(look, self._key).width() + look.px(_GAP)
        return QSize(round(wide) + 1, look.px(tokens.HEIGHT_FIELD))

    def minimumSizeHint(self) -> QSize:
        """Return the size that it needs."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the button."""
        painter = QPainter(self)
        smooth(painter)
        look, theme = self.appearance, self.appearance.theme
        box = QRectF(self.rect())
        fill = theme.surface
        if self.isDown():
            fill = theme.sunken
        elif self.hovered:
            fill = theme.surface2
        edge = theme.accent if self.ringed else theme.border
        paint_box(painter, box, tokens.RADIUS_FIELD, fill, edge, 2 if self.ringed else 1)
        size, left = look.px(_ICON), look.px(_EDGE)
        place = QRectF(left, (box.height() - size) / 2, size, size)
        look.icons.paint(painter, self._icon, theme.slate, place, self.devicePixelRatioF())
        words = box.adjusted(left + size + look.px(_GAP), 0, -left, 0)
        paint_words(painter, words, self._words, look.font(tokens.BODY, 500), theme.text)
        if self._key:
            cap = key_cap_size(look, self._key)
            top = round((box.height() - cap.height()) / 2)
            spot = QRectF(words.right() - cap.width(), top, cap.width(), cap.height())
            paint_key_cap(painter, look, spot, self._key)
