"""A switch, such as the one for a rest day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.ui.widgets.painted import PaintedButton
from desktop_app.ui.widgets.painting import paint_box, smooth

if TYPE_CHECKING:
    from desktop_app.ui.theme import Appearance

_WIDTH, _TALL, _KNOB = 36, 20, 12


class Switch(PaintedButton):
    """On or off; ``clicked`` tells of the person's choice, ``setChecked`` is silent to it."""

    def __init__(self, appearance: Appearance, name: str, parent: QWidget | None = None) -> None:
        super().__init__(appearance, name, parent)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size with room to hit it."""
        px = self.appearance.px
        return QSize(px(_WIDTH) + 6, px(_TALL) + 6)

    def minimumSizeHint(self) -> QSize:
        """Return the size with room to hit it."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint track and knob."""
        painter = QPainter(self)
        smooth(painter)
        theme, px = self.appearance.theme, self.appearance.px
        track = QRectF(3, 3, px(_WIDTH), px(_TALL))
        on = self.isChecked()
        edge = theme.accent if on or self.hovered else theme.border_strong
        paint_box(painter, track, track.height() / 2, theme.accent if on else theme.surface, edge)
        knob = px(_KNOB)
        gap = (track.height() - knob) / 2
        left = track.right() - gap - knob if on else track.left() + gap
        fill = theme.on_accent if on else theme.border_strong
        paint_box(painter, QRectF(left, track.top() + gap, knob, knob), knob / 2, fill)
        if self.ringed:
            whole = QRectF(self.rect())
            paint_box(painter, whole, whole.height() / 2, None, theme.accent, 2)
