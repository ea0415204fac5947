"""How far an application got: one bar for each stage that it had."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop_app.domain.stages import Stage, stage_label
from desktop_app.i18n import _
from desktop_app.ui.widgets.labels import plain_label
from desktop_app.ui.widgets.painted import PaintedWidget
from desktop_app.ui.widgets.painting import paint_box, smooth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.ui.theme import Appearance

_BAR = 4


class StageMeter(PaintedWidget):
    """Bars that are filled as far as the application got; hidden where it had one stage only."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._stages: tuple[str, ...] = ()
        self._reached = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_stages(self, stages: Sequence[str], reached: int) -> None:
        """Show the stages.

        Args:
            stages: the names of those that this application had, in order.
            reached: how many of them it got through or to, 1 or more.
        """
        self._stages = tuple(stages)
        self._reached = reached
        self.setVisible(len(self._stages) > 1)
        if self._stages:
            name = self._stages[max(0, min(reached, len(self._stages)) - 1)]
            said = _("You got as far as {stage}, stage {n} of {total}").format(
                stage=name, n=reached, total=len(self._stages)
            )
            self.setAccessibleName(said)
            self.setToolTip(" · ".join(self._stages))
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of the bars."""
        return QSize(self.appearance.px(120), self.appearance.px(_BAR) + 4)

    def minimumSizeHint(self) -> QSize:
        """Return the least width."""
        return QSize(self.appearance.px(60), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bars."""
        if not self._stages:
            return
        painter = QPainter(self)
        smooth(painter)
        theme, gap, tall = self.appearance.theme, 4, self.appearance.px(_BAR)
        count = len(self._stages)
        wide = (self.width() - gap * (count - 1)) / count
        for place in range(count):
            bar = QRectF(place * (wide + gap), 2, wide, tall)
            if place < self._reached:
                paint_box(painter, bar, 2, theme.slate)
            else:
                paint_box(painter, bar, 2, theme.sunken, theme.border)


def reached_line(stage: Stage) -> QHBoxLayout:
    """Return the sentence with the stage in strong letters."""
    line = QHBoxLayout()
    line.setSpacing(4)
    if stage is Stage.APPLICATION:
        sentence = _("Stage reached: {stage}")
    else:
        sentence = _("You got as far as {stage}")
    before, _found, after = sentence.partition("{stage}")
    if before.strip():
        line.addWidget(plain_label(before.strip(), tone="text2"))
    line.addWidget(plain_label(stage_label(stage), strong=True))
    if after.strip():
        line.addWidget(plain_label(after.strip(), tone="text2"))
    line.addStretch(1)
    return line
