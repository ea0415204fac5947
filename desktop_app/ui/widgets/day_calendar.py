"""A month of days, each with its mood, its effort, and what kind of day it was."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QHelpEvent,
    QPainter,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop_app import tokens
from desktop_app.domain.days import EARLIEST, DayKind, day_kind_label
from desktop_app.domain.mood import mood_word, nearest_mood
from desktop_app.i18n import _, month_name, ngettext, said_day, weekday_name
from desktop_app.ui.widgets.faces import paint_face
from desktop_app.ui.widgets.labels import plain_tool_tip
from desktop_app.ui.widgets.painted import PaintedWidget
from desktop_app.ui.widgets.painting import (
    CENTRE,
    LEFT,
    paint_box,
    paint_hatch,
    paint_words,
    smooth,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from desktop_app.domain.timeline import DayFacts, Timeline
    from desktop_app.ui.theme import Appearance

ROWS = 6
_CELL, _LEAST_CELL, _HEAD = (50, 44), (34, 25), 24
_FACE, _BAR, _EDGE = 16, 5, 6


class DayCalendar(PaintedWidget):
    """One month at a time; days that lie ahead can't be reached.

    Arrows move by days and weeks, Page Up and Down by months and with Shift by years, Home goes
    to today, Enter takes the day.

    Signals:
        day_moved: the day that the cursor is on now.
        day_chosen: the day that the person takes.
    """

    day_moved = Signal(object)
    day_chosen = Signal(object)

    def __init__(
        self, appearance: Appearance, today: date, first_weekday: int, parent: QWidget | None = None
    ) -> None:
        """Make a calendar.

        Args:
            appearance: the look to follow.
            today: the last day that can be reached.
            first_weekday: the weekday at the left, 0 for Monday.
            parent: the widget that holds it.
        """
        super().__init__(appearance, parent)
        self._today = today
        self._first_weekday = first_weekday
        self._day = today
        self._facts: dict[date, DayFacts] = {}
        self._noes: set[date] = set()
        self._under: date | None = None
        self._cell = QSize(appearance.px(_CELL[0]), appearance.px(_CELL[1]))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def day(self) -> date:
        """The day that the cursor is on."""
        return self._day

    @property
    def month(self) -> tuple[date, date]:
        """The first and last day of the month in sight."""
        first = self._day.replace(day=1)
        return first, first.replace(day=monthrange(first.year, first.month)[1])

    def set_day(self, day: date) -> None:
        """Bring the cursor to a day, today at the latest."""
        day = max(EARLIEST, min(day, self._today))
        if day != self._day:
            self._day = day
            self.day_moved.emit(day)
            self._say()
        self.update()

    def show_timeline(self, timeline: Timeline) -> None:
        """Take what is known of the days in sight."""
        self._facts = {facts.day: facts for facts in timeline.days}
        self._noes = {mark.day for mark in timeline.rejections}
        self._say()
        self.update()

    def move_months(self, months: int) -> None:
        """Bring the cursor to the same day of another month, or to its last."""
        year, index = divmod(self._day.year * 12 + self._day.month - 1 + months, 12)
        if not EARLIEST.year <= year <= self._today.year:
            self.set_day(EARLIEST if year < EARLIEST.year else self._today)
            return
        last = monthrange(year, index + 1)[1]
        self.set_day(date(year, index + 1, min(self._day.day, last)))

    def fit(self, width: int, height: int) -> None:
        """Make the cells smaller where the whole would not fit."""
        px = self.appearance.px
        rooms = (width // 7, (height - px(_HEAD)) // ROWS)
        self._cell = QSize(
            *(
                max(px(least), min(px(most), room))
                for least, most, room in zip(_LEAST_CELL, _CELL, rooms, strict=True)
            )
        )
        self.updateGeometry()

    def sentence(self, day: date) -> str:
        """Return a day with all that is shown of it, as a screen reader says it."""
        parts = [said_day(day, self._today)]
        if day == self._today:
            parts.append(_("today"))
        if day > self._today:
            return _("{day}, lies ahead").format(day=parts[0])
        facts = self._facts.get(day)
        if facts is not None and facts.mood is not None:
            parts.append(_("mood {word}").format(word=mood_word(nearest_mood(facts.mood))))
        if facts is not None and facts.points:
            points = ngettext("{n} point", "{n} points", 1 if facts.points == 1 else 2)
            parts.append(points.format(n=f"{facts.points:g}"))
        if facts is not None and facts.kind is not DayKind.WORK:
            parts.append(day_kind_label(facts.kind).lower())
        if day in self._noes:
            parts.append(_("a rejection"))
        if len(parts) == 1:
            parts.append(_("nothing logged"))
        return ", ".join(parts)

    def sizeHint(self) -> QSize:
        """Return the size of a month of six weeks."""
        head = self.appearance.px(_HEAD)
        return QSize(7 * self._cell.width(), head + ROWS * self._cell.height())

    def minimumSizeHint(self) -> QSize:
        """Return the size of a month of six weeks."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the cursor, or take the day."""
        key, shift = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        step = 1 if self.layoutDirection() is Qt.LayoutDirection.LeftToRight else -1
        days = {
            Qt.Key.Key_Left: -step, Qt.Key.Key_Right: step, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7,
        }  # fmt: skip
        months = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if event.modifiers() & (
            Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier
        ):
            super().keyPressEvent(event)
        elif key in days:
            self.set_day(self._day + timedelta(days=days[Qt.Key(key)]))
        elif key in months:
            self.move_months(months[Qt.Key(key)] * (12 if shift else 1))
        elif key == Qt.Key.Key_Home:
            self.set_day(self._today)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.day_chosen.emit(self._day)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light the day under the pointer."""
        under = self._day_at(event.position())
        if under != self._under:
            self._under = under
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take the day under the pointer."""
        day = self._day_at(event.position())
        if day is not None and event.button() is Qt.MouseButton.LeftButton:
            self.set_day(day)
            self.day_chosen.emit(day)

    def leaveEvent(self, event: QEvent) -> None:
        """Forget what was under the pointer."""
        self._under = None
        self.update()
        super().leaveEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tell the facts of the day under the pointer."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            day = self._day_at(QPointF(event.pos()))
            words = plain_tool_tip(self.sentence(day)) if day is not None else ""
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the weekdays and the days."""
        painter = QPainter(self)
        smooth(painter)
        look, theme = self.appearance, self.appearance.theme
        wide = self._cell.width()
        for column in range(7):
            words = weekday_name((self._first_weekday + column) % 7)[:2]
            place = QRectF(column * wide, 0, wide, look.px(_HEAD))
            paint_words(painter, place, words, look.font(tokens.CAPTION), theme.text3, CENTRE)
        first, last = self.month
        for number in range(last.day):
            self._paint_day(painter, first + timedelta(days=number))

    def _place_of(self, day: date) -> QRectF:
        first = self.month[0]
        offset = (first.weekday() - self._first_weekday) % 7
        row, column = divmod(offset + day.day - 1, 7)
        wide, tall = self._cell.width(), self._cell.height()
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            column = 6 - column
        return QRectF(column * wide, self.appearance.px(_HEAD) + row * tall, wide, tall)

    def _day_at(self, point: QPointF) -> date | None:
        first, last = self.month
        for number in range(last.day):
            day = first + timedelta(days=number)
            if day <= self._today and self._place_of(day).contains(point):
                return day
        return None

    def _paint_day(self, painter: QPainter, day: date) -> None:
        look, theme, px = self.appearance, self.appearance.theme, self.appearance.px
        box = self._place_of(day).adjusted(1.5, 1.5, -1.5, -1.5)
        facts = self._facts.get(day)
        ahead = day > self._today
        at = day == self._day
        if at:
            paint_box(painter, box, tokens.RADIUS_FIELD, theme.accent_weak)
        elif day == self._under:
            paint_box(painter, box, tokens.RADIUS_FIELD, theme.surface2)
        if facts is not None and not ahead and facts.kind.is_rest:
            ink = look.colour("hatch")
            ink.setAlphaF(0.55)
            paint_hatch(painter, box, ink, step=5, radius=tokens.RADIUS_FIELD)
        if facts is not None and facts.kind is DayKind.UNDECIDED:
            pen = QPen(look.colour("border_strong"), 1, Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, tokens.RADIUS_FIELD, tokens.RADIUS_FIELD)
        if at and self.hasFocus():
            paint_box(painter, box, tokens.RADIUS_FIELD, None, theme.accent, 2)
        elif day == self._today:
            paint_box(painter, box, tokens.RADIUS_FIELD, None, theme.accent, 1)
        edge, bar = px(_EDGE), px(_BAR)
        gap = px(4 if self._cell.height() >= px(_CELL[1]) else 1)
        tall = box.height() - px(1) - bar - gap
        line = QRectF(box.x() + edge, box.y() + px(1), box.width() - 2 * edge, tall)
        font = look.font(tokens.SMALL, 600 if day == self._today else 400)
        paint_words(
            painter, line, str(day.day), font, theme.disabled if ahead else theme.text, LEFT
        )
        if ahead:
            return
        if facts is not None and facts.mood is not None:
            face = min(px(_FACE), round(line.height()))
            spot = QRectF(line.right() - face, line.center().y() - face / 2, face, face)
            paint_face(painter, spot, nearest_mood(facts.mood), theme)
        low = QRectF(line.x(), box.bottom() - gap - bar, line.width() - px(_FACE), bar)
        if day in self._noes:  # below the face, so that each thing has a place of its own
            self._paint_no(painter, QPointF(line.right() - px(_FACE) / 2, low.center().y()))
        if facts is not None and facts.points > 0:
            share = min(1.0, facts.points / facts.target)
            place = QRectF(low.x(), low.y(), low.width() * share, bar)
            step = min(len(theme.heat) - 1, int(share * len(theme.heat)))
            paint_box(painter, place, bar / 2, theme.heat[step])

    def _paint_no(self, painter: QPainter, centre: QPointF) -> None:
        half = self.appearance.px(4)
        corners = ((0, -half), (half, 0), (0, half), (-half, 0))
        painter.setPen(QPen(self.appearance.colour("slate"), 1.4))
        painter.setBrush(self.appearance.colour("surface"))
        painter.drawPolygon(QPolygonF([centre + QPointF(*corner) for corner in corners]))

    def _say(self) -> None:
        """Let a screen reader say the day that the cursor is on."""
        said = self.sentence(self._day)
        name = _("Calendar, {month} {year}").format(
            month=month_name(self._day.month), year=self._day.year
        )
        self.setAccessibleName(name)
        self.setAccessibleDescription(said)
        if self.hasFocus():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))
