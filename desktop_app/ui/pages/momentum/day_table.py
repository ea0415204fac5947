"""The timeline as a table: a row a day, the newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app.charts.facts import kind_words
from desktop_app.charts.periods import Period, day_periods
from desktop_app.domain.days import DayKind
from desktop_app.domain.mood import mood_word, nearest_mood
from desktop_app.domain.stages import after_stage
from desktop_app.domain.timeline import DayFacts
from desktop_app.i18n import _, short_day, weekday_name
from desktop_app.ui.models.table import Column, RecordTable
from desktop_app.ui.widgets.record_view import RecordView

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget

    from desktop_app.domain.timeline import Timeline
    from desktop_app.ui.theme import Appearance

_WIDTHS = {"day": 170, "kind": 150, "effort": 90, "momentum": 110, "mood": 90}
_DISPENSABLE = ("kind", "effort", "rejections")  # the first to go where there is little room


class DayTable(RecordTable[Period]):
    """Days as rows: day, kind, effort, momentum, mood, rejections."""

    def __init__(self, parent: QObject | None = None) -> None:
        self._today: date | None = None
        super().__init__(
            (
                Column("day", _("Day"), self._day, lambda one: one.first, "strong"),
                Column("kind", _("Kind of day"), _kind, _kind),
                Column("effort", _("Effort"), _effort, lambda one: one.points),
                Column("momentum", _("Momentum"), _momentum, lambda one: one.momentum),
                Column("mood", _("Mood"), _mood, lambda one: one.mood),
                Column("rejections", _("Rejections"), _rejections, _rejections_key),
            ),
            _rejections,
            lambda one: one.first.toordinal(),
            parent,
        )

    def show_timeline(self, timeline: Timeline) -> None:
        """Take the days of a timeline."""
        self._today = timeline.today
        self.set_records(day_periods(timeline))

    def _day(self, one: Period) -> str:
        return _("{weekday}, {day}").format(
            weekday=weekday_name(one.first.weekday())[:3], day=short_day(one.first, self._today)
        )


def day_view(appearance: Appearance, table: DayTable, parent: QWidget | None = None) -> RecordView:
    """Return the view over a table of days, sorted newest first."""
    view = RecordView(appearance, table, _("Momentum, day by day"), parent)
    names = [column.name for column in table.columns]
    view.set_columns(
        [
            (_WIDTHS.get(name), _DISPENSABLE.index(name) + 1 if name in _DISPENSABLE else None)
            for name in names
        ]
    )
    view.sortByColumn(table.column("day"), Qt.SortOrder.DescendingOrder)
    return view


def _facts(one: Period) -> DayFacts | None:
    return one.source if isinstance(one.source, DayFacts) else None


def _kind(one: Period) -> str:
    facts = _facts(one)
    if facts is None:
        return ""
    if facts.kind is DayKind.WORK and not facts.logged:
        return _("nothing logged")
    return kind_words(facts.kind)


def _effort(one: Period) -> str:
    facts = _facts(one)
    return f"{one.points:g}" if facts is not None and (facts.logged or facts.points) else ""


def _momentum(one: Period) -> str:
    return "" if one.momentum is None else f"{one.momentum:.0f}"


def _mood(one: Period) -> str:
    return "" if one.mood is None else mood_word(nearest_mood(one.mood))


def _rejections(one: Period) -> str:
    return "; ".join(
        _("{employer}, {after}").format(employer=mark.employer, after=after_stage(mark.stage))
        for mark in one.rejections
    )


def _rejections_key(one: Period) -> str | None:
    return _rejections(one).casefold() or None
