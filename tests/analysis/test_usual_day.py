"""The usual day: the median of the days with effort, and the weekdays that have some."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.analysis.usual_day import UsualDay, usual_day
from desktop_app.domain.days import DayKind
from desktop_app.domain.timeline import DayFacts

MONDAY = date(2026, 11, 2)


def days(*points: float | None, provisional: bool = False) -> list[DayFacts]:
    """Return days from a Monday on; None for one without a record."""
    made = [
        DayFacts(
            MONDAY + timedelta(days=number), DayKind.WORK, done or 0.0, 10, 0, None,
            done is not None,
        )
        for number, done in enumerate(points)
    ]  # fmt: skip
    if provisional:
        last = made[-1]
        made[-1] = DayFacts(
            last.day, last.kind, last.points, 10, 0, None, last.logged, provisional=True
        )
    return made


def test_the_example_of_the_methods() -> None:
    found = usual_day(days(4, 0, 5, 0, 3))
    assert found == UsualDay(4, (0, 2, 4))


def test_too_little_is_known_before_five_logged_days_or_three_with_effort() -> None:
    assert usual_day(days(4, None, 5, None, 3, 2)) is None
    assert usual_day(days(4, None, 5, None, 3, 2, provisional=True)) is None
    assert usual_day(days(4, 0, 0, 0, 3)) is None
    assert usual_day([]) is None
    assert usual_day(days(4, None, 5, None, 3, 2, 0)) is not None


def test_a_day_that_is_not_over_counts_for_nothing() -> None:
    assert usual_day(days(4, 0, 5, 0, 3, 9, provisional=True)) == UsualDay(4, (0, 2, 4))


def test_a_weekday_counts_where_it_has_effort_half_of_the_time() -> None:
    weeks = (*(2, 2, 2, 2, 2, 2, None), *(2, 2, None, 0, 2, None, None), *(2, None, None, None, 2))
    found = usual_day(days(*weeks))
    assert found is not None
    assert found.weekdays == (0, 1, 4, 5)


def test_half_points_round_upward_and_stay_in_range() -> None:
    assert usual_day(days(4, 5, 4, 5, 0)) == UsualDay(5, (0, 1, 2, 3))
    assert usual_day(days(0.2, 0.2, 0.2, 0, 0)) == UsualDay(1, (0, 1, 2))
    assert usual_day(days(900, 900, 900, 0, 0)) == UsualDay(100, (0, 1, 2))


@given(st.lists(st.none() | st.floats(0, 200), max_size=60))
def test_it_never_leaves_what_the_person_did(points: list[float | None]) -> None:
    given_days = days(*points)
    found = usual_day(given_days)
    active = [facts for facts in given_days if facts.points > 0]
    if found is None:
        return
    assert sum(facts.logged for facts in given_days) >= 5
    assert len(active) >= 3
    assert 1 <= found.points <= 100
    least, most = min(one.points for one in active), max(one.points for one in active)
    assert min(least, 99.5) - 0.5 <= found.points <= max(most, 0.5) + 0.5
    assert found.weekdays
    assert all(before < after for before, after in pairwise(found.weekdays))
    assert set(found.weekdays) <= {facts.day.weekday() for facts in active}
