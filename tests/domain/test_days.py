"""A day belongs to the person: when it starts, and how one is written."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.clock import FixedClock, SystemClock, local_day
from desktop_app.domain.days import DayKind, parse_day
from desktop_app.domain.errors import InvalidInput

LONDON = ZoneInfo("Europe/London")


@pytest.mark.parametrize(
    ("hour", "minute", "day"), [(0, 0, 18), (3, 59, 18), (4, 0, 19), (23, 59, 19)]
)
def test_a_day_starts_at_its_hour(hour: int, minute: int, day: int) -> None:
    assert local_day(datetime(2026, 11, 19, hour, minute), 4) == date(2026, 11, day)


def test_the_hour_that_comes_twice_belongs_to_one_day() -> None:
    moments = [
        datetime(2026, 10, 25, 1, 30, tzinfo=LONDON),
        datetime(2026, 10, 25, 1, 30, fold=1, tzinfo=LONDON),
    ]
    assert moments[0].utcoffset() != moments[1].utcoffset()
    assert {local_day(moment, 4) for moment in moments} == {date(2026, 10, 24)}
    assert {local_day(moment, 1) for moment in moments} == {date(2026, 10, 25)}
    assert local_day(datetime(2026, 10, 25, 4, 0, tzinfo=LONDON), 4) == date(2026, 10, 25)


def test_29_february_is_a_day() -> None:
    assert local_day(datetime(2028, 3, 1, 3, 0), 4) == date(2028, 2, 29)
    assert parse_day("2028-02-29") == date(2028, 2, 29)


@pytest.mark.parametrize(
    "text",
    ["2026-11-31", "2027-02-29", "2026-04-31", "2026-13-01", "2026-00-10", "0000-01-01"],
)
def test_a_day_in_no_calendar_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput, match="is in no calendar"):
        parse_day(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "19.11.2026", "11/19/2026", "2026-1-1", "202611190000-01-01", "999999999999-01-01",
        "-2026-11-19", "2026-11-19T10:00", "yesterday",
        "\uff12\uff10\uff12\uff16-11-19", "2026-11-19\n2026-11-20",
        "x" * 100_000,
    ],
)  # fmt: skip
def test_what_is_no_day_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(InvalidInput, match=r"is no day\. Write it as") as refused:
        parse_day(text)
    assert len(str(refused.value)) < 120


@pytest.mark.parametrize("text", ["0001-01-01", "1969-12-31", "2200-01-01", "9999-12-31"])
def test_a_day_of_another_century_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput, match="outside 1970 to 2199"):
        parse_day(text)


@given(st.dates(date(1970, 1, 1), date(2199, 12, 31)))
def test_every_other_day_is_read_as_it_is_written(day: date) -> None:
    assert parse_day(f" {day.isoformat()} ") == day


def test_the_clocks_tell_their_offset() -> None:
    assert SystemClock().now().utcoffset() is not None
    assert FixedClock(datetime(2026, 11, 19, 10)).now().utcoffset() is not None
    there = datetime(2026, 11, 19, 10, tzinfo=timezone(timedelta(hours=14)))
    assert FixedClock(there).now() is there


def test_each_kind_of_day_folds_as_methods_say() -> None:
    assert {kind.value: kind.fold for kind in DayKind} == {
        "work": "work", "rest": "rest", "sick": "rest", "holiday": "rest", "free": "rest",
        "pause": "rest", "undecided": "undecided",
    }  # fmt: skip
    assert not DayKind.UNDECIDED.is_rest
