"""Times of the clock are read as people write them, and stay on the person's day."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.clock import local_day, moment_of
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.times import read_time


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("", None), ("  ", None), ("9", time(9)), ("9:12", time(9, 12)), (" 09.12 ", time(9, 12)),
        ("0912", time(9, 12)), ("912", time(9, 12)), ("2:30 pm", time(14, 30)),
        ("2pm", time(14)), ("12 a.m.", time(0)), ("12PM", time(12)), ("14h30", time(14, 30)),
        ("14h", time(14)), ("0", time(0)), ("23:59", time(23, 59)),
    ],
)  # fmt: skip
def test_a_time_is_read_in_many_ways(text: str, at: time | None) -> None:
    assert read_time(text) == at


@pytest.mark.parametrize(
    "text",
    ["24", "7:60", "13 pm", "0 am", "noon", "9:1", "-1", "9:12:30", "2\uff10:30", "1" * 100_000],
)
def test_what_is_no_time_is_a_sentence(text: str) -> None:
    with pytest.raises(InvalidInput, match="is no time") as refused:
        read_time(text)
    assert len(str(refused.value)) < 100


@given(st.times().map(lambda at: at.replace(second=0, microsecond=0)))
def test_every_time_is_read_as_it_is_written(at: time) -> None:
    assert read_time(f"{at:%H:%M}") == at


@given(st.dates(date(1970, 1, 2), date(2199, 12, 30)), st.times(), st.integers(0, 12))
def test_a_time_on_a_day_belongs_to_that_day(day: date, at: time, start: int) -> None:
    assert local_day(moment_of(day, at, start), start) == day


def test_after_midnight_the_day_goes_on() -> None:
    assert moment_of(date(2026, 11, 19), time(1), 4) == datetime(2026, 11, 20, 1)
    assert moment_of(date(2026, 11, 19), time(4), 4) == datetime(2026, 11, 19, 4)
