"""A person's usual day: how much effort it has, and on which weekdays (methods.md, Effort)."""

from __future__ import annotations

from collections import Counter
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain.days import DayKind

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from desktop_app.domain.timeline import DayFacts

LOGGED_DAYS = 5
ACTIVE_DAYS = 3
_USUAL = (DayKind.WORK, DayKind.FREE)
LEAST_POINTS, MOST_POINTS = 1, 100


class UsualDay(NamedTuple):
    """Effort points, 1 to 100, and weekdays in order, 0 for Monday."""

    points: float
    weekdays: tuple[int, ...]


def usual_day(days: Sequence[DayFacts], working: Collection[int]) -> UsualDay | None:
    """Return the usual day, None while too little is known.

    Its points are the median of the days with effort, to the nearest whole number, halves upward.
    Its weekdays are the working ones with effort on at least half of their days, and those that
    did not come yet; days of rest or of a pause count for neither. A weekday that is free stays
    so, for effort on it counts and it costs nothing, unless effort falls on free weekdays alone.

    Args:
        days: consecutive days, those without a record among them; a day that is not over is left
            out.
        working: the weekdays that are working days now, 0 for Monday.
    """
    over = [facts for facts in days if not facts.provisional]
    active = [facts for facts in over if facts.points > 0]
    if sum(facts.logged for facts in over) < LOGGED_DAYS or len(active) < ACTIVE_DAYS:
        return None
    first = next(index for index, facts in enumerate(over) if facts.logged)
    passed = Counter(
        facts.day.weekday() for facts in over[first:] if facts.points > 0 or facts.kind in _USUAL
    )
    with_effort = Counter(facts.day.weekday() for facts in active)
    usual = {day for day in with_effort if 2 * with_effort[day] >= passed[day]}
    weekdays = usual & set(working) or usual
    if not weekdays:
        return None
    if weekdays <= set(working):
        weekdays |= {day for day in working if not passed[day]}
    points = int(median(facts.points for facts in active) + 0.5)
    return UsualDay(max(LEAST_POINTS, min(MOST_POINTS, points)), tuple(sorted(weekdays)))
