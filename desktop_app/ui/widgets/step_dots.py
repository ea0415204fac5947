"""Four dots for the four steps: those that hold something are filled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app.domain.guide.steps import Step
from desktop_app.ui.models.table import OBJECT_ROLE
from desktop_app.ui.widgets.painted import PaintedWidget
from desktop_app.ui.widgets.painting import paint_box, smooth
from desktop_app.ui.widgets.record_cells import RecordCells

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from typing import Any

    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

    from desktop_app.ui.theme import Appearance

_DOT, _PITCH = 8, 16


def paint_dots(
    painter: QPainter, appearance: Appearance, box: QRectF, steps: Collection[Step]
) -> None:
    """Paint the dots from the left of a box, halfway up; an open one is a ring."""
    theme, size = appearance.theme, appearance.px(_DOT)
    top = box.center().y() - size / 2
    for place, step in enumerate(Step):
        dot = QRectF(box.x() + place * appearance.px(_PITCH), top, size, size)
        if step in steps:
            paint_box(painter, dot, size / 2, theme.slate)
        else:
            paint_box(painter, dot, size / 2, None, theme.border_strong, 1.25)


class DotCells(RecordCells):
    """Paints the column of the dots; its words are said, and shown on hover."""

    def __init__(
        self,
        appearance: Appearance,
        steps_of: Callable[[Any], Collection[Step] | None],
        parent: QWidget,
    ) -> None:
        """Make the cells.

        Args:
            appearance: the look to follow.
            steps_of: tells the steps of a record that hold something, None for no dots at all.
            parent: the view.
        """
        super().__init__(appearance, parent)
        self._steps_of = steps_of

    def paint_content(
        self,
        painter: QPainter,
        box: QRectF,
        index: QModelIndex | QPersistentModelIndex,
        *,
        selected: bool,
    ) -> None:
        """Paint the dots."""
        steps = self._steps_of(index.data(OBJECT_ROLE))
        if steps is not None:
            smooth(painter)
            paint_dots(painter, self.appearance, box, steps)


class StepDots(PaintedWidget):
    """The dots of one no."""

    def __init__(
        self,
        appearance: Appearance,
        steps: Collection[Step],
        words: str,
        parent: QWidget | None = None,
    ) -> None:
        """Make the dots.

        Args:
            appearance: the look to follow.
            steps: those that hold something.
            words: what a screen reader says, such as ``2 of 4 steps``.
            parent: the widget that holds them.
        """
        super().__init__(appearance, parent)
        self._steps = frozenset(steps)
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the room of the dots."""
        px = self.appearance.px
        return QSize(px(_PITCH * (len(Step) - 1) + _DOT), px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dots."""
        painter = QPainter(self)
        smooth(painter)
        paint_dots(painter, self.appearance, QRectF(self.rect()), self._steps)
