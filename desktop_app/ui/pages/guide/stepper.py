"""The four steps in a row: which one is open, which hold something, which are not needed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop_app import tokens
from desktop_app.domain.guide.steps import Step, step_title
from desktop_app.i18n import _
from desktop_app.ui.widgets.painted import PaintedButton, Roving
from desktop_app.ui.widgets.painting import (
    CENTRE,
    LEFT,
    paint_box,
    paint_words,
    smooth,
    words_width,
)

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtGui import QResizeEvent

    from desktop_app.ui.theme import Appearance

_HEIGHT, _CIRCLE, _GAP, _EDGE, _LINE = 56, 28, 12, 20, 24


class Stepper(Roving):
    """One card with the four steps; a click or Enter opens one.

    Signals:
        step_chosen: the Step that the person wants.
    """

    step_chosen = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._steps = [_StepButton(appearance, step) for step in Step]
        row = QHBoxLayout(self)
        edge = appearance.px(_EDGE)
        row.setContentsMargins(edge, 0, edge, 0)
        row.setSpacing(appearance.px(_LINE))
        for place, button in enumerate(self._steps):
            if place:
                row.addStretch(1)
            row.addWidget(button)
            button.clicked.connect(self._on_clicked)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(appearance.px(_HEIGHT))
        self.set_members(list(self._steps))

    def show_steps(self, current: Step, done: Collection[Step], needed: Collection[Step]) -> None:
        """Show where the person is.

        Args:
            current: the step that is open.
            done: the steps that hold something.
            needed: the steps that a no of this kind leads through.
        """
        for button in self._steps:
            button.show_state(
                current=button.step is current,
                done=button.step in done,
                needed=button.step in needed,
            )
        self.rest_on(self._steps[current - 1])
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep only the open step's words where there is no room for all."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card and the lines between the steps."""
        painter = QPainter(self)
        smooth(painter)
        theme = self.appearance.theme
        paint_box(painter, QRectF(self.rect()), tokens.RADIUS_CARD, theme.surface, theme.border)
        gap, middle = self.appearance.px(16), self.height() / 2
        for before, after in zip(self._steps, self._steps[1:], strict=False):
            left, right = before.geometry().right() + gap, after.geometry().left() - gap
            if right > left:
                line = QRectF(left, middle, right - left, 1)
                painter.fillRect(line, QColor(theme.border))

    def _fit(self) -> None:
        px = self.appearance.px
        whole = sum(button.wide() for button in self._steps) + 3 * px(_LINE) + 2 * px(_EDGE)
        for button in self._steps:
            button.set_words(whole <= self.width() or button.current)

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, _StepButton):
            self.step_chosen.emit(button.step)


class _StepButton(PaintedButton):
    def __init__(self, appearance: Appearance, step: Step) -> None:
        super().__init__(appearance, step_title(step))
        self.step = step
        self.current = False
        self._done = False
        self._needed = True
        self._words = True
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_state(self, *, current: bool, done: bool, needed: bool) -> None:
        self.current, self._done, self._needed = current, done, needed
        state = _("open") if current else _("holds something") if done else ""
        if not needed:
            state = ", ".join(part for part in (state, _("not needed here")) if part)
        self.setAccessibleName(
            _("Step {n}, {title}").format(n=int(self.step), title=step_title(self.step))
        )
        self.setAccessibleDescription(state)
        self.setToolTip(step_title(self.step))
        self.updateGeometry()  # the open step's words are bolder
        self.update()

    def set_words(self, words: bool) -> None:
        if words != self._words:
            self._words = words
            self.updateGeometry()
            self.update()

    def wide(self) -> int:
        """Return the width with words."""
        px = self.appearance.px
        font = self.appearance.font(tokens.BODY, 600 if self.current else 400)
        return round(px(_CIRCLE + _GAP) + words_width(step_title(self.step), font) + 4)

    def sizeHint(self) -> QSize:
        px = self.appearance.px
        return QSize(self.wide() if self._words else px(_CIRCLE) + 2, px(_CIRCLE) + 4)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        look, theme, px = self.appearance, self.appearance.theme, self.appearance.px
        size = px(_CIRCLE)
        circle = QRectF(1, (self.height() - size) / 2, size, size)
        ink = theme.text2
        if self.current:
            paint_box(painter, circle, size / 2, theme.accent)
            ink = theme.on_accent
        elif self._done:
            paint_box(painter, circle, size / 2, theme.accent_weak, theme.accent)
            ink = theme.accent_text
        else:
            edge = theme.border_strong if self._needed else theme.border
            paint_box(painter, circle, size / 2, theme.surface, edge)
            ink = theme.text2 if self._needed else theme.text3
        if self._done and not self.current:
            inner = px(16)
            mark = QRectF(
                circle.center().x() - inner / 2, circle.center().y() - inner / 2, inner, inner
            )
            look.icons.paint(painter, "check", ink, mark, self.devicePixelRatioF())
        else:
            font = look.font(tokens.SMALL, 600)
            paint_words(painter, circle, str(int(self.step)), font, ink, CENTRE)
        if self._words:
            left = circle.right() + px(_GAP)
            words = QRectF(left, 0, self.width() - left, self.height())
            font = look.font(tokens.BODY, 600 if self.current else 400)
            tone = theme.text if self.current else theme.text2 if self._needed else theme.text3
            paint_words(painter, words, step_title(self.step), font, tone, LEFT)
        if self.ringed:
            paint_box(painter, QRectF(self.rect()), size / 2 + 2, None, theme.accent, 2)
        elif self.hovered and not self.current:
            paint_box(painter, circle, size / 2, None, theme.accent, 1)
