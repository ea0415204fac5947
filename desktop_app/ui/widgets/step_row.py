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
    from PySide6.QtGui import QEnterEvent, QMouseEvent, QResizeEvent

    from desktop_app.ui.theme import Appearance

_TICK = 24


class StepRow(QWidget):
    """A line of what is to be done: a next step, an if-then plan, a practice and the like.

    Signals:
        ticked: the person says that it is done, or with False that it is open again.
        deleted: the person wants it gone.
        opened: the person wants to see what it stands for.
        moved: -1 or 1, the line that the person wants the focus on, from here.
        left: the person is done with the list.
    """

    ticked = Signal(bool)
    deleted = Signal()
    opened = Signal()
    moved = Signal(int)
    left = Signal()

    def __init__(
        self,
        appearance: Appearance,
        text: str,
        cue: str = "",
        due: str = "",
        *,
        done: bool = False,
        ahead: bool = False,
        removes: str | None = None,
        opens: str = "",
    ) -> None:
        """Make a row.

        Args:
            appearance: the look to follow.
            text: what is to be done.
            cue: the 'if' of an if-then plan, or "".
            due: when, in words, or "".
            done: whether it is done.
            ahead: whether it lies ahead and can only be done later.
            removes: the words of taking it away; "" where it can't be, None for deleting a step.
            opens: what opens on a click and on Enter, as a screen reader says it, or "".
        """
        super().__init__()
        words = _("If {cue}, then {text}").format(cue=cue, text=text) if cue else text
        removes = _("Delete this step") if removes is None else removes
        named = _("Planned: {step}") if ahead else _("Done: {step}")
        self._tick = TickButton(appearance, named.format(step=words), ahead=ahead)
        keys = [] if ahead else [_("Space ticks it")]
        keys += [_("Del: {what}").format(what=removes)] if removes else []
        keys += [_("Enter: {what}").format(what=opens)] if opens else []
        self._tick.setAccessibleDescription("; ".join((due, *keys) if due else keys))
        self._tick.setChecked(done)
        self._tick.leaves_enter = bool(opens)
        self._opens, self._removes, self._ahead = bool(opens), bool(removes), ahead
        self._bin = IconButton(appearance, "x", removes or _("Delete this step"), edge=24)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(appearance.px(8))
        column = QVBoxLayout()
        column.setSpacing(0)
        label = PlanLabel(appearance, text, cue, quiet=done)
        if opens:
            label.setCursor(Qt.CursorShape.PointingHandCursor)
            label.setToolTip(opens)
        self._label = label
        column.addWidget(label)
        if due:
            column.addWidget(plain_label(due, "small", "text2", wrap=True))
        row.addWidget(self._tick, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        row.addWidget(self._bin, 0, Qt.AlignmentFlag.AlignTop)
        kept = self._bin.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self._bin.setSizePolicy(kept)
        self._bin.hide()
        self._tick.clicked.connect(self._on_ticked)
        self._bin.clicked.connect(self.deleted)

    def take_focus(self) -> None:
        """Bring the focus to the circle."""
        self._tick.setFocus(Qt.FocusReason.OtherFocusReason)

    def has_focus(self) -> bool:
        """Return whether the focus is in this row."""
        return self._tick.hasFocus() or self._bin.hasFocus()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the bin under the pointer; the keyboard has Del."""
        super().enterEvent(event)
        self._bin.setVisible(self._removes)

    def leaveEvent(self, event: QEvent) -> None:
        """Take the bin away with the pointer."""
        super().leaveEvent(event)
        self._bin.hide()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open what it stands for where its words are clicked."""
        super().mouseReleaseEvent(event)
        on_words = self.childAt(event.position().toPoint()) is self._label
        if self._opens and on_words and event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take away, open, go to the next row or leave, while the circle has the focus."""
        key = event.key()
        if key == Qt.Key.Key_Delete and self._removes:
            self.deleted.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._opens:
            self.opened.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _on_ticked(self, done: bool) -> None:
        if not self._ahead:
            self.ticked.emit(done)
        elif self._opens:
            self.opened.emit()


class TickButton(PaintedButton):
    """A circle that is checked once something is done; a calendar where it lies ahead."""

    def __init__(self, appearance: Appearance, name: str, *, ahead: bool = False) -> None:
        super().__init__(appearance, name)
        self._ahead = ahead
        #: Whether Enter is left to the row, which opens something by it.
        self.leaves_enter = False
        self.setCheckable(not ahead)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press by Enter as by the blank, unless the row opens something by it."""
        if self.leaves_enter and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

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
        if self._ahead:
            ratio, ink = self.devicePixelRatioF(), theme.text3
            self.appearance.icons.paint(painter, "calendar-event", ink, place, ratio)
        elif self.isChecked():
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
