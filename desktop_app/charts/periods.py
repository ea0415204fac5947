"""The days or weeks that the timeline draws, each with what is drawn of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from typing import TYPE_CHECKING

from desktop_app.analysis.weeks import Week, weeks
from desktop_app.domain.days import DayKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.domain.timeline import DayFacts, RejectionMark, Timeline

LONGEST_IN_DAYS = 90
FEWEST_SHOWN = 14
_KNOWN_UNLOGGED = (DayKind.FREE, DayKind.PAUSE)


@dataclass(frozen=True)
class Period:
    """One day or one week as the timeline draws it.

    Attributes:
        first, last: its days within the range; equal for a day.
        source: what is known of it, None where only a rejection is.
        points: effort points, 0 for no bar.
        mood: mean mood, None for no cell in the strip.
        momentum: 0 to 100 after its last day, None where the line isn't drawn.
        resting: whether a hatched bar stands for it.
        rejections: the rejections on it.
    """

    first: date
    last: date
    source: DayFacts | Week | None
    points: float
    mood: float | None
    momentum: float | None
    resting: bool
    rejections: tuple[RejectionMark, ...]


def span_of(timeline: Timeline) -> tuple[date, date] | None:
    """Return the first and last day of a timeline's range, None where it holds nothing."""
    days = [facts.day for facts in timeline.days] + [mark.day for mark in timeline.rejections]
    first = timeline.first or min(days, default=None)
    last = timeline.last or max(days, default=None)
    return (first, last) if first is not None and last is not None and first <= last else None


def is_weekly(span: tuple[date, date]) -> bool:
    """Return whether a range is so long that weeks are drawn in place of days."""
    return (span[1] - span[0]).days + 1 > LONGEST_IN_DAYS


def widened(span: tuple[date, date]) -> tuple[date, date]:
    """Return the range with days before it, so that one day isn't as wide as the chart."""
    return min(span[0], span[1] - timedelta(days=FEWEST_SHOWN - 1)), span[1]


def periods(timeline: Timeline, span: tuple[date, date]) -> list[Period]:
    """Return the days of a range, or its weeks where it is longer than 90 days."""
    first, last = span
    days = [facts for facts in timeline.days if first <= facts.day <= last]
    noes = [mark for mark in timeline.rejections if first <= mark.day <= last]
    if is_weekly(span):
        return [_of_week(week, span) for week in weeks(days, noes)]
    return _of_days(days, noes)


def day_periods(timeline: Timeline) -> list[Period]:
    """Return every day of a timeline, however long it is, and the days of its rejections."""
    return _of_days(timeline.days, timeline.rejections)


def median_active(drawn: Sequence[Period]) -> float:
    """Return the median effort of the periods that have some; 0 where none has."""
    active = [period.points for period in drawn if period.points > 0]
    return median(active) if active else 0.0


def effort_step(most: float) -> float:
    """Return the points between two marks of the effort axis, of which it has three.

    4, so that 12 points are the third mark, as long as no bar is much taller than that; else the
    next round number.

    Args:
        most: the most points of any bar.
    """
    step = 4.0
    while most > 3 * step * 1.35:
        step = _next_round(step)
    return step


def _next_round(step: float) -> float:
    for factor in (1.0, 10.0, 100.0, 1000.0, 10_000.0, 100_000.0):
        for round_number in (5.0, 10.0, 15.0, 20.0, 25.0, 30.0, 40.0):
            if round_number * factor > step:
                return round_number * factor
    return step * 10


def _of_days(days: Sequence[DayFacts], noes: Sequence[RejectionMark]) -> list[Period]:
    by_day: dict[date, list[RejectionMark]] = {}
    for mark in noes:
        by_day.setdefault(mark.day, []).append(mark)
    known = {facts.day: facts for facts in days}
    weeks_logged = {facts.day.isocalendar()[:2] for facts in days if facts.logged}
    drawn = []
    for day in sorted(known.keys() | by_day.keys()):
        facts = known.get(day)
        rejections = tuple(by_day.get(day, ()))
        if facts is None:
            drawn.append(Period(day, day, None, 0.0, None, None, False, rejections))
            continue
        # A free weekday is known to be rest without a record, but not in weeks left blank.
        rest_known = facts.logged or (
            facts.kind in _KNOWN_UNLOGGED and day.isocalendar()[:2] in weeks_logged
        )
        drawn.append(
            Period(
                first=day,
                last=day,
                source=facts,
                points=facts.points,
                mood=facts.mood,
                momentum=facts.momentum if facts.line else None,
                resting=facts.kind.is_rest and facts.points <= 0 and rest_known,
                rejections=rejections,
            )
        )
    return drawn


def _of_week(week: Week, span: tuple[date, date]) -> Period:
    last = min(span[1], week.sunday)
    return Period(
        first=max(span[0], week.monday),
        last=last,
        source=week if week.days else None,
        points=week.points,
        mood=week.mood,
        momentum=week.momentum if week.days and week.days[-1].line else None,
        resting=week.resting,
        rejections=week.rejections,
    )
