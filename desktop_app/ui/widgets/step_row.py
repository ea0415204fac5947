"""One next step: a circle to tick, the words with If and then in bold, and a bin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.i18n import _
from desktop_app.ui.widgets.buttons import IconButton
from desktop_app.ui.widgets.labels import plain_label
from desktop_app.ui.widgets.painted import PaintedButton, PaintedWidget
from desktop_app.ui.widgets.painting import paint_box, smooth

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent, QResizeEvent

    from desktop_app.ui.theme import Appearance

_TICK = 24


class StepRow(QWidget):
    """A next step or an if-then plan.

    Signals:
        ticked: the person says that it is done, or with False that it is open again.
        deleted: the person wants it gone.
    """

    ticked = Signal(bool)
    deleted = Signal()

    def __init__(
        self, appearance: Appearance, text: str, cue: str = "", due: str = "", *, done: bool = False
    ) -> None:
        super().__init__()
        words = _("If {cue}, then {text}").format(cue=cue, text=text) if cue else text
        self._tick = TickButton(appearance, _("Done: {step}").format(step=words))
        self._tick.setAccessibleDescription(_("Space ticks it, Del deletes it"))
        self._tick.setChecked(done)
        self._bin = IconButton(appearance, "x", _("Delete this step"), edge=24)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(appearance.px(8))
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(PlanLabel(appearance, text, cue, quiet=done))
        if due:
            column.addWidget(plain_label(due, "small", "text2"))
        row.addWidget(self._tick, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        row.addWidget(self._bin, 0, Qt.AlignmentFlag.AlignTop)
        kept = self._bin.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._bin.setSizePolicy(kept)
        self._bin.hide()
        self._tick.clicked.connect(self.ticked)
        self._bin.clicked.connect(self.deleted)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the bin under the pointer; the keyboard has Del."""
        super().enterEvent(event)
        self._bin.show()

    def leaveEvent(self, event: QEvent) -> None:
        """Take the bin away with the pointer."""
        super().leaveEvent(event)
        self._bin.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Del delete the step whose tick has the focus."""
        if event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
        else:
            super().keyPressEvent(event)


class TickButton(PaintedButton):
    """A circle that is checked once something is done."""

    def __init__(self, appearance: Appearance, name: str) -> None:
        super().__init__(appearance, name)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a square that is easy to hit."""
        edge = self.appearance.px(_TICK)
        return QSize(edge, edge)

    def minimumSizeHint(self) -> QSize:
        """Return a square that is easy to hit."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the circle, and the check once done."""
        painter = QPainter(self)
        smooth(painter)
        theme, px = self.appearance.theme, self.appearance.px
        edge = px(18)
        place = QRectF((self.width() - edge) / 2, (self.height() - edge) / 2, edge, edge)
        if self.ringed:
            paint_box(painter, QRectF(self.rect()), edge, None, theme.accent, 2)
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent))
            painter.drawEllipse(place)
            inner = place.adjusted(px(3), px(3), -px(3), -px(3))
            ratio = self.devicePixelRatioF()
            self.appearance.icons.paint(painter, "check", theme.on_accent, inner, ratio)
        else:
            ink = theme.accent if self.hovered else theme.border_strong
            painter.setPen(QPen(QColor(ink), 1.2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(place.adjusted(0.6, 0.6, -0.6, -0.6))


class PlanLabel(PaintedWidget):
    """Words that wrap, with the If and then of a plan in bold; never read as markup."""

    def __init__(self, appearance: Appearance, text: str, cue: str, *, quiet: bool = False) -> None:
        super().__init__(appearance)
        self._quiet = quiet
        self._bold: list[tuple[int, int]] = []
        if cue:
            begin, middle = _("If"), _("then")
            self._words = f"{begin} {cue}, {middle} {text}"
            self._bold = [(0, len(begin)), (len(begin) + len(cue) + 3, len(middle))]
        else:
            self._words = text
        self.setAccessibleName(self._words)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at a width."""
        return self._laid_out(width)[1]

    def sizeHint(self) -> QSize:
        """Return the size at a column's width."""
        width = max(self.width(), self.appearance.px(200))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return a narrow column's size."""
        return QSize(self.appearance.px(80), self.appearance.px(_TICK))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that the new width needs."""
        super().resizeEvent(event)
        self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines."""
        painter = QPainter(self)
        painter.setPen(self.appearance.colour("text3" if self._quiet else "text"))
        self._laid_out(self.width())[0].draw(painter, QPointF(0, 0))

    def _laid_out(self, width: int) -> tuple[QTextLayout, int]:
        layout = QTextLayout(self._words, self.appearance.font(tokens.SMALL))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        bold = QTextCharFormat()
        bold.setFont(self.appearance.font(tokens.SMALL, 600))
        ranges = []
        for start, length in self._bold:
            one = QTextLayout.FormatRange()
            one.start, one.length, one.format = start, length, bold
            ranges.append(one)
        layout.setFormats(ranges)
        px = self.appearance.px
        top = (px(_TICK) - px(tokens.SMALL.line)) / 2
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, top + (px(tokens.SMALL.line) - line.height()) / 2))
            top += px(tokens.SMALL.line)
        layout.endLayout()
        return layout, max(px(_TICK), round(top + px(3)))
