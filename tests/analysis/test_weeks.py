"""Weeks add up their days from Monday to Sunday."""

from datetime import date, timedelta
from typing import Any

import pytest

from desktop_app.analysis.weeks import weeks
from desktop_app.domain.days import DayKind
from desktop_app.domain.stages import Stage
from desktop_app.domain.timeline import DayFacts, RejectionMark

MONDAY = date(2026, 10, 5)


def day(number: int, **known: object) -> DayFacts:
    facts: dict[str, Any] = {
        "day": MONDAY + timedelta(days=number),
        "kind": DayKind.WORK,
        "points": 0.0,
        "target": 6.0,
        "momentum": 50.0,
        "mood": None,
        "logged": True,
    }
    return DayFacts(**(facts | known))


def test_a_week_adds_effort_averages_moods_and_ends_with_its_last_momentum() -> None:
    (week,) = weeks(
        [
            day(0, points=3.0, mood=2.0, momentum=41.0),
            day(1, points=4.5, mood=5.0, momentum=44.0),
            day(2, logged=False, momentum=43.0),
        ]
    )
    assert (week.monday, week.sunday) == (MONDAY, date(2026, 10, 11))
    assert week.points == 7.5
    assert week.mood == 3.5
    assert week.momentum == 43.0
    assert (week.logged, week.active) == (2, 2)


def test_a_week_runs_from_monday_to_sunday() -> None:
    found = weeks([day(number) for number in range(5, 16)])
    assert [(week.monday, len(week.days)) for week in found] == [
        (MONDAY, 2),
        (MONDAY + timedelta(days=7), 7),
        (MONDAY + timedelta(days=14), 2),
    ]


def test_days_without_mood_leave_the_mean_alone_and_none_gives_none() -> None:
    (one,) = weeks([day(0, mood=4.0), day(1)])
    (none,) = weeks([day(0), day(1)])
    assert one.mood == 4.0
    assert none.mood is None


def test_a_week_tells_how_many_days_of_each_kind_it_has() -> None:
    kinds = [DayKind.WORK, DayKind.UNDECIDED, DayKind.SICK, DayKind.FREE, DayKind.FREE]
    (week,) = weeks([day(number, kind=kind) for number, kind in enumerate(kinds)])
    assert week.kinds == {
        DayKind.WORK: 1,
        DayKind.UNDECIDED: 1,
        DayKind.SICK: 1,
        DayKind.FREE: 2,
    }


@pytest.mark.parametrize(
    ("change", "resting"),
    [
        ({}, True),
        ({"points": 2.0}, False),
        ({"kind": DayKind.WORK}, False),
        ({"kind": DayKind.UNDECIDED}, False),
    ],
)
def test_a_week_rests_when_all_its_days_do(change: dict[str, Any], resting: bool) -> None:
    days = [day(number, kind=DayKind.HOLIDAY) for number in range(6)]
    (week,) = weeks([*days, day(6, **({"kind": DayKind.FREE} | change))])
    assert week.resting is resting


def test_a_week_without_any_record_is_no_rest() -> None:
    (week,) = weeks([day(number, kind=DayKind.FREE, logged=False) for number in range(7)])
    assert not week.resting


def test_rejections_fall_into_their_week_even_where_no_search_ran() -> None:
    early = RejectionMark(MONDAY - timedelta(days=30), "Oakline", "", Stage.APPLICATION)
    late = RejectionMark(MONDAY + timedelta(days=2), "Kestrel", "", Stage.TASK)
    found = weeks([day(0), day(1)], [late, early])
    assert [week.rejections for week in found] == [(early,), (late,)]
    assert found[0].momentum is None
    assert found[0].days == ()
