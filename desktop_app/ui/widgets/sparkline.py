"""The small line of momentum on Today, painted by hand so that it is there with the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from desktop_app import tokens
from desktop_app.domain.days import DayKind
from desktop_app.domain.stages import after_stage
from desktop_app.i18n import _, short_day
from desktop_app.ui.widgets.labels import plain_tool_tip
from desktop_app.ui.widgets.painted import PaintedWidget
from desktop_app.ui.widgets.painting import (
    LEFT,
    RIGHT,
    paint_hatch,
    paint_words,
    smooth,
    words_width,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.domain.timeline import DayFacts, Timeline
    from desktop_app.ui.theme import Appearance

_HEIGHT, _CAPTIONS = 72, 22
_NARROWEST = 1.5
_TOP, _BASE, _SIDE = 4, 6, 6  # free above 100, below 0 for the diamonds, at both ends


class Sparkline(PaintedWidget):
    """Momentum from 0 to 100 over the days of a timeline, with rest days and rejections.

    Rest days are hatched, undecided ones dashed; days outside a search are blank. Without a line
    (fewer than three logged days) a dotted one stands for what will come.
    """

    def __init__(
        self, appearance: Appearance, parent: QWidget | None = None, *, captions: bool = True
    ) -> None:
        super().__init__(appearance, parent)
        self._timeline: Timeline | None = None
        self._captions = captions
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_timeline(None)

    def set_timeline(self, timeline: Timeline | None) -> None:
        """Show a timeline, usually of the last 30 days; None shows the dotted line."""
        self._timeline = timeline
        self.setAccessibleName(_("Momentum, line of the last days"))
        self.setAccessibleDescription(self._said())
        self.updateGeometry()
        self.update()

    @property
    def has_line(self) -> bool:
        """Whether there are enough logged days for a line."""
        return self._timeline is not None and self._timeline.has_line

    def sizeHint(self) -> QSize:
        """Return the size of the design, with captions where there is a line."""
        px = self.appearance.px
        captions = px(_CAPTIONS) if self._captions and self.has_line else 0
        return QSize(px(288), px(_HEIGHT) + captions)

    def minimumSizeHint(self) -> QSize:
        """Return the least width."""
        return QSize(self.appearance.px(160), self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        """Tell the facts of the day under the pointer."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = self._facts_at(event.pos().x())
            QToolTip.showText(event.globalPos(), plain_tool_tip(words), self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint bands, line, marks and captions."""
        painter = QPainter(self)
        smooth(painter)
        if not self.has_line:
            self._paint_waiting(painter)
            return
        self._paint_rest(painter)
        self._paint_base(painter)
        for run in self._runs():
            self._paint_run(painter, run)
        self._paint_rejections(painter)
        self._paint_end(painter)
        if self._captions:
            self._paint_captions(painter)

    def _days(self) -> tuple[DayFacts, ...]:
        return () if self._timeline is None else self._timeline.days

    def _shown(self) -> tuple[DayFacts, ...]:
        return tuple(facts for facts in self._days() if facts.line)

    def _runs(self) -> list[list[DayFacts]]:
        runs: list[list[DayFacts]] = []
        for facts in self._shown():
            new = not runs or facts.first_of_search or (facts.day - runs[-1][-1].day).days > 1
            if new:
                runs.append([])
            runs[-1].append(facts)
        return runs

    def _area(self) -> QRectF:
        px = self.appearance.px
        tall = px(_HEIGHT) - px(_TOP) - px(_BASE)
        return QRectF(px(_SIDE), px(_TOP), self.width() - 2 * px(_SIDE), tall)

    def _step(self) -> float:
        days = self._days()
        span = (days[-1].day - days[0].day).days if days else 0
        return self._area().width() / max(1, span)

    def _x(self, facts: DayFacts) -> float:
        return self._area().left() + (facts.day - self._days()[0].day).days * self._step()

    def _points(self, run: Sequence[DayFacts]) -> list[QPointF]:
        area, step, first = self._area(), self._step(), self._days()[0].day.toordinal()
        left, bottom, unit = area.left(), area.bottom(), area.height() / 100
        return [
            QPointF(left + (facts.day.toordinal() - first) * step, bottom - facts.momentum * unit)
            for facts in run
        ]

    def _paint_waiting(self, painter: QPainter) -> None:
        pen = QPen(QColor(self.appearance.theme.border_strong), 1.2)
        pen.setDashPattern([2, 4])
        painter.setPen(pen)
        middle = self.height() / 2
        painter.drawLine(QLineF(self._area().left(), middle, self._area().right(), middle))

    def _resting(self) -> tuple[DayFacts, ...]:
        """Return the days to hatch, none where they are too narrow to be told apart."""
        if self._step() < _NARROWEST:
            return ()
        return tuple(facts for facts in self._days() if facts.kind.is_rest)

    def _paint_rest(self, painter: QPainter) -> None:
        area, step = self._area(), self._step()
        for facts in self._resting():
            left = max(area.left(), self._x(facts) - step / 2)
            right = min(area.right(), self._x(facts) + step / 2)
            paint_hatch(painter, QRectF(left, area.top(), right - left, area.height()), self._ink())

    def _ink(self) -> QColor:
        ink = self.appearance.colour("hatch")
        ink.setAlphaF(0.75)
        return ink

    def _paint_base(self, painter: QPainter) -> None:
        area = self._area()
        painter.setPen(QPen(self.appearance.colour("border"), 1))
        y = round(area.bottom()) + 0.5
        painter.drawLine(QLineF(0, y, self.width(), y))

    def _paint_run(self, painter: QPainter, run: list[DayFacts]) -> None:
        points = self._points(run)
        base = self._area().bottom()
        ground = QPolygonF([QPointF(points[0].x(), base), *points, QPointF(points[-1].x(), base)])
        fill = self.appearance.colour("accent")
        fill.setAlphaF(0.12 if not self.appearance.theme.dark else 0.16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawPolygon(ground)
        whole, dashed = QPainterPath(points[0]), QPainterPath(points[0])
        for before, after, facts in zip(points, points[1:], run[1:], strict=False):
            undecided = facts.kind is DayKind.UNDECIDED
            path = dashed if undecided else whole
            path.moveTo(before)
            path.lineTo(after)
        pen = QPen(self.appearance.colour("accent"), self.appearance.scale * 2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(pen)
        painter.drawPath(whole)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern([2, 2])
        painter.setPen(pen)
        painter.drawPath(dashed)

    def _paint_rejections(self, painter: QPainter) -> None:
        if self._timeline is None:
            return
        marked = {mark.day for mark in self._timeline.rejections}
        half = self.appearance.px(4.5)
        painter.setPen(QPen(self.appearance.colour("slate"), 1.4))
        painter.setBrush(self.appearance.colour("surface"))
        base = round(self._area().bottom()) + 0.5
        for facts in self._days():
            if facts.day in marked:
                x = self._x(facts)
                corners = ((x, base - half), (x + half, base), (x, base + half), (x - half, base))
                painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))

    def _paint_end(self, painter: QPainter) -> None:
        radius = self.appearance.px(4)
        last = self._days()[-1]
        if not last.line:  # an earlier search's line ends without the mark of the present
            return
        painter.setPen(QPen(self.appearance.colour("surface"), 2))
        painter.setBrush(self.appearance.colour("accent"))
        painter.drawEllipse(self._points([last])[0], radius, radius)

    def _paint_captions(self, painter: QPainter) -> None:
        theme, px, days = self.appearance.theme, self.appearance.px, self._days()
        font = self.appearance.font(tokens.CAPTION)
        row = QRectF(0, px(_HEIGHT) + 2, self.width(), px(_CAPTIONS) - 2)
        first, last = short_day(days[0].day, days[-1].day), self._last_words()
        paint_words(painter, row, first, font, theme.text3, LEFT)
        paint_words(painter, row, last, font, theme.text3, RIGHT)
        if not self._resting():
            return
        words = _("rest days leave it unchanged")
        swatch, wide = px(11), words_width(words, font)
        room = row.width() - words_width(first, font) - words_width(last, font) - px(20)
        if wide + swatch + px(5) > room:
            words = _("rest days")
            wide = words_width(words, font)
        left = words_width(first, font) + px(10) + (room - wide - swatch - px(5)) / 2
        box = QRectF(round(left) + 0.5, round(row.center().y() - swatch / 2) + 0.5, swatch, swatch)
        paint_hatch(painter, box, self.appearance.colour("hatch"))
        painter.setPen(QPen(self.appearance.colour("hatch"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 2, 2)
        place = QRectF(box.right() + px(4), row.y(), wide + 2, row.height())
        paint_words(painter, place, words, font, theme.text3, LEFT)

    def _last_words(self) -> str:
        last = self._days()[-1].day
        if self._timeline is not None and self._timeline.today == last:
            return _("Today")
        return short_day(last)

    def _said(self) -> str:
        days = self._days()
        begin = max((n for n, facts in enumerate(days) if facts.first_of_search), default=0)
        shown = [facts for facts in days[begin:] if facts.line]
        if not shown:
            return _("Your line starts after three logged days.")
        if self._timeline is not None and not self._timeline.numbered:
            return _("From {from_day} to {to_day}.").format(
                from_day=short_day(shown[0].day), to_day=short_day(shown[-1].day)
            )
        return _("From {first} on {from_day} to {last} on {to_day}.").format(
            first=round(shown[0].momentum),
            from_day=short_day(shown[0].day),
            last=round(shown[-1].momentum),
            to_day=short_day(shown[-1].day),
        )

    def _facts_at(self, x: float) -> str:
        shown = self._shown()
        if not shown or self._timeline is None:
            return ""
        facts = min(shown, key=lambda each: abs(self._x(each) - x))
        words = [short_day(facts.day), _("momentum {n}").format(n=round(facts.momentum))]
        if facts.kind.is_rest:
            words.append(_("rest day"))
        words += [
            f"{mark.employer} {after_stage(mark.stage)}"
            for mark in self._timeline.rejections
            if mark.day == facts.day
        ]
        return " · ".join(words)
