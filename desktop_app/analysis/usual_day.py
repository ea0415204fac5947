"""A person's usual day: how much effort it has, and on which weekdays (methods.md, Effort)."""

from __future__ import annotations

from collections import Counter
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.domain.timeline import DayFacts

LOGGED_DAYS = 5
ACTIVE_DAYS = 3
LEAST_POINTS, MOST_POINTS = 1, 100


class UsualDay(NamedTuple):
    """Effort points, 1 to 100, and weekdays in order, 0 for Monday."""

    points: float
    weekdays: tuple[int, ...]


def usual_day(days: Sequence[DayFacts]) -> UsualDay | None:
    """Return the usual day, None while too little is known.

    Its points are the median of the days with effort, to the nearest whole number, halves upward.
    Its weekdays are those with effort on at least half of the days of that weekday.

    Args:
        days: consecutive days, those without a record among them; a day that is not over is left
            out.
    """
    over = [facts for facts in days if not facts.provisional]
    active = [facts for facts in over if facts.points > 0]
    if sum(facts.logged for facts in over) < LOGGED_DAYS or len(active) < ACTIVE_DAYS:
        return None
    first = next(index for index, facts in enumerate(over) if facts.logged)
    passed = Counter(facts.day.weekday() for facts in over[first:])
    with_effort = Counter(facts.day.weekday() for facts in active)
    weekdays = [day for day in sorted(with_effort) if 2 * with_effort[day] >= passed[day]]
    if not weekdays:
        return None
    points = int(median(facts.points for facts in active) + 0.5)
    return UsualDay(max(LEAST_POINTS, min(MOST_POINTS, points)), tuple(weekdays))
