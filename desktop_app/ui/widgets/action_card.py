"""A card that is one large button: icon, what it does, a line about it, and its key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app import tokens
from desktop_app.ui.widgets.painted import PaintedButton
from desktop_app.ui.widgets.painting import (
    LEFT,
    key_cap_size,
    paint_box,
    paint_key_cap,
    paint_words,
    smooth,
)

if TYPE_CHECKING:
    from desktop_app.ui.theme import Appearance

_HEIGHT = 64


class ActionCard(PaintedButton):
    """Such as 'A rejection came in: note it now, the rest can wait'."""

    def __init__(
        self,
        appearance: Appearance,
        icon: str,
        title: str,
        line: str,
        key: str = "",
        parent: QWidget | None = None,
        *,
        slate: bool = False,
    ) -> None:
        """Make a card.

        Args:
            appearance: the look to follow.
            icon: the icon's name.
            title: what it does.
            line: one line about it.
            key: the key that does it, or "".
            parent: the widget that holds it.
            slate: whether it wears the colour of rejections.
        """
        super().__init__(appearance, title, parent)
        self.setAccessibleDescription(line)
        self._icon, self._title, self._line, self._key = icon, title, line, key
        self._slate = slate
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_key(self, key: str) -> None:
        """Show another key; "" shows none."""
        self._key = key
        self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the design."""
        return QSize(self.appearance.px(240), self.appearance.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the least width."""
        return QSize(self.appearance.px(160), self.appearance.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card."""
        painter = QPainter(self)
        smooth(painter)
        theme, px = self.appearance.theme, self.appearance.px
        box = QRectF(self.rect())
        fill = theme.slate_weak if self._slate else theme.surface
        edge = theme.slate_soft if self._slate else theme.border
        if self.hovered:
            edge = theme.slate if self._slate else theme.border_strong
        ring = self.ringed
        paint_box(
            painter, box, tokens.RADIUS_CARD, fill, theme.accent if ring else edge, 2 if ring else 1
        )
        size = px(20)
        place = QRectF(px(17), (box.height() - size) / 2, size, size)
        ink = theme.slate if self._slate else theme.text2
        self.appearance.icons.paint(painter, self._icon, ink, place, self.devicePixelRatioF())
        right = box.right() - px(17)
        if self._key:
            cap = key_cap_size(self.appearance, self._key)
            spot = QRectF(
                right - cap.width(),
                round((box.height() - cap.height()) / 2),
                cap.width(),
                cap.height(),
            )
            paint_key_cap(painter, self.appearance, spot, self._key)
            right -= cap.width() + px(8)
        left = px(50)
        top = (box.height() - px(38)) / 2
        paint_words(
            painter,
            QRectF(left, top, right - left, px(20)),
            self._title,
            self.appearance.font(tokens.BODY, 600),
            theme.text,
            LEFT,
        )
        paint_words(
            painter,
            QRectF(left, top + px(20), right - left, px(18)),
            self._line,
            self.appearance.font(tokens.SMALL),
            theme.text2,
            LEFT,
        )
