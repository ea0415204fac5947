"""The usual day: the median of the days with effort, and the weekdays that have some."""

from __future__ import annotations

from dataclasses import replace
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


def usual(
    given_days: list[DayFacts], working: tuple[int, ...] = (0, 1, 2, 3, 4)
) -> UsualDay | None:
    return usual_day(given_days, working)


def test_the_example_of_the_methods() -> None:
    found = usual(days(4, 0, 5, 0, 3))
    assert found == UsualDay(4, (0, 2, 4))


def test_too_little_is_known_before_five_logged_days_or_three_with_effort() -> None:
    assert usual(days(4, None, 5, None, 3, 2)) is None
    assert usual(days(4, None, 5, None, 3, 2, provisional=True)) is None
    assert usual(days(4, 0, 0, 0, 3)) is None
    assert usual([]) is None
    assert usual(days(4, None, 5, None, 3, 2, 0)) is not None


def test_a_day_that_is_not_over_counts_for_nothing() -> None:
    assert usual(days(4, 0, 5, 0, 3, 9, provisional=True)) == UsualDay(4, (0, 2, 4))


def test_a_weekday_counts_where_it_has_effort_half_of_the_time() -> None:
    weeks = (*(2, 2, 2, 2, 2, 2, None), *(2, 2, None, 0, 2, None, None), *(2, None, None, None, 2))
    found = usual(days(*weeks))
    assert found is not None
    assert found.weekdays == (0, 1, 4)


def test_a_free_weekday_stays_free_unless_there_is_no_other() -> None:
    every_day = days(*[5] * 7)
    assert usual(every_day) == UsualDay(5, (0, 1, 2, 3, 4))
    assert usual(every_day, (1, 3)) == UsualDay(5, (1, 3))
    weekends = days(*(None, 0, None, 0, None, 4, 4), *(None, None, None, None, None, 4, 4))
    assert usual(weekends) == UsualDay(4, (5, 6))


def test_a_weekday_that_did_not_come_yet_stays_what_it_is() -> None:
    since_wednesday = days(None, None, 4, 4, 0, 4, 0)
    assert usual(since_wednesday) == UsualDay(4, (0, 1, 2, 3))


def test_days_of_rest_say_nothing_of_a_weekday() -> None:
    given_days = days(4, 4, 0, 4, 0, None, None, None, 4)
    ill = [replace(facts, kind=DayKind.SICK) if not facts.points else facts for facts in given_days]
    assert usual(given_days) == UsualDay(4, (0, 1, 3))
    assert usual(ill) == UsualDay(4, (0, 1, 2, 3, 4))


def test_half_points_round_upward_and_stay_in_range() -> None:
    assert usual(days(4, 5, 4, 5, 0)) == UsualDay(5, (0, 1, 2, 3))
    assert usual(days(0.2, 0.2, 0.2, 0, 0)) == UsualDay(1, (0, 1, 2))
    assert usual(days(900, 900, 900, 0, 0)) == UsualDay(100, (0, 1, 2))


@given(
    st.lists(st.none() | st.floats(0, 200), max_size=60),
    st.sets(st.integers(0, 6), min_size=1).map(lambda days: tuple(sorted(days))),
)
def test_it_keeps_to_what_the_person_did(
    points: list[float | None], working: tuple[int, ...]
) -> None:
    given_days = days(*points)
    found = usual(given_days, working)
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
    seen = {facts.day.weekday() for facts in given_days}
    with_effort = {facts.day.weekday() for facts in active}
    assert set(found.weekdays) <= with_effort | (set(working) - seen) | set(working)
    if with_effort & set(working) & set(found.weekdays):
        assert set(found.weekdays) <= set(working)  # no free weekday becomes a working day
