"""A day in words, as tooltip and screen reader give it."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from desktop_app.analysis.weeks import weeks
from desktop_app.charts.facts import facts, period_facts, summary, week_facts
from desktop_app.charts.periods import periods
from desktop_app.domain.days import DayKind
from desktop_app.domain.stages import Stage
from desktop_app.domain.timeline import DayFacts, RejectionMark, Timeline
from tests.charts.searches import TODAY, search

DAY = DayFacts(
    day=date(2026, 10, 20),
    kind=DayKind.WORK,
    points=5.0,
    target=6.0,
    momentum=49.2,
    mood=2.0,
    logged=True,
    line=True,
)
OAKLINE = RejectionMark(DAY.day, "Oakline Insurance", "Analyst", Stage.SCREENING)


def test_a_day_tells_momentum_effort_mood_and_the_rejection() -> None:
    assert facts(DAY, [OAKLINE]) == [
        "Tuesday, 20 October",
        "Momentum 49 · effort 5 · mood low",
        "◆ Oakline Insurance, after the screening",
    ]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"mood": None}, "Momentum 49 · effort 5"),
        ({"points": 0.0, "mood": None}, "Momentum 49 · effort 0"),
        ({"points": 0.0, "mood": None, "logged": False}, "Momentum 49 · nothing logged"),
        ({"kind": DayKind.REST, "points": 0.0}, "Momentum 49 · rest day · mood low"),
        ({"kind": DayKind.REST}, "Momentum 49 · rest day · effort 5 · mood low"),
        ({"provisional": True}, "Momentum 49 so far · effort 5 · mood low"),
        ({"mood": 3.5}, "Momentum 49 · effort 5 · mood good"),
    ],
)
def test_a_day_says_only_what_is_known(change: dict[str, Any], said: str) -> None:
    assert facts(replace(DAY, **change))[1] == said


def test_momentum_is_left_out_before_the_line_starts() -> None:
    assert facts(replace(DAY, line=False))[1] == "Effort 5 · mood low"
    (week,) = weeks([replace(DAY, line=False)])
    assert week_facts(week)[1] == "Effort 5 · mood low"


def test_another_year_is_named() -> None:
    assert facts(DAY, today=date(2028, 1, 1))[0] == "Tuesday, 20 October 2026"


def test_several_rejections_on_a_day_all_stand() -> None:
    marks = [RejectionMark(DAY.day, name, "", Stage.TASK) for name in "ABCDE"]
    assert [line[2] for line in facts(DAY, marks)[2:]] == list("ABCDE")
    many = [RejectionMark(DAY.day, name, "", Stage.TASK) for name in "ABCDEFGH"]
    assert facts(DAY, many)[-1] == "and 3 more"


@pytest.mark.parametrize("employer", [r"$\frac{", "{employer}", "<b>", "%s"])
def test_an_employers_name_stays_as_it_is(employer: str) -> None:
    assert facts(DAY, [replace(OAKLINE, employer=employer)])[2].startswith(f"◆ {employer},")


def test_a_week_tells_its_days() -> None:
    (week,) = weeks(
        [
            replace(DAY, day=date(2026, 10, 19) + timedelta(days=n), kind=kind, points=points)
            for n, (kind, points) in enumerate(
                [(DayKind.WORK, 5.0)] * 5 + [(DayKind.FREE, 0.0)] * 2
            )
        ]
    )
    assert week_facts(week, [OAKLINE]) == [
        "19 Oct to 25 Oct",
        "Momentum 49 · effort 25 · mood low",
        "5 days with effort · 2 rest days",
        "◆ Oakline Insurance, after the screening",
    ]


def test_a_rejection_outside_any_search_has_facts_too() -> None:
    timeline = Timeline(days=(), rejections=(OAKLINE,), today=TODAY)
    (period,) = periods(timeline, (DAY.day, DAY.day))
    assert period_facts(period) == [
        "Tuesday, 20 October",
        "◆ Oakline Insurance, after the screening",
    ]


def test_the_summary_tells_range_and_course_and_counts_no_rejections() -> None:
    timeline = search(30, noes=4)
    text = summary(timeline)
    assert "21 October 2026" in text
    assert f"to {timeline.days[-1].momentum:.0f}" in text
    assert "reject" not in text.lower()


def test_the_summary_tells_the_course_of_each_search_of_its_own() -> None:
    old, new = search(20, last=TODAY - timedelta(days=40)), search(20, seed=2)
    text = summary(Timeline(days=old.days + new.days, today=TODAY))
    for one in (old, new):
        shown = [day for day in one.days if day.line]
        assert f"momentum goes from {shown[0].momentum:.0f} to {shown[-1].momentum:.0f}," in text
    assert "Your line starts" not in text


def test_the_summary_says_when_the_line_of_a_later_search_starts() -> None:
    old, new = search(20, last=TODAY - timedelta(days=40)), search(2)
    text = summary(Timeline(days=old.days + new.days, today=TODAY))
    last = old.days[-1].momentum
    assert f" to {last:.0f}, lowest" in text
    assert text.endswith("Your line starts after three logged days.")


def test_the_summary_of_nothing_is_a_sentence() -> None:
    assert summary(Timeline(days=(), today=TODAY)) == "Nothing is logged in this range."
    assert "Your line starts after three logged days." in summary(search(1))


def test_without_its_number_the_line_is_not_told_in_numbers() -> None:
    timeline = search(60)
    assert "goes from" in summary(timeline)
    told = summary(replace(timeline, numbered=False))
    assert told == summary(timeline).partition(" Momentum")[0]
