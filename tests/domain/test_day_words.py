"""Days are read as people write them in a hurry."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.day_words import read_day
from desktop_app.domain.errors import InvalidInput
from desktop_app.i18n import month_name, month_short

TODAY = date(2026, 11, 19)  # a Thursday
past = st.dates(date(1970, 1, 2), TODAY)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", TODAY), ("Yesterday", date(2026, 11, 18)), ("-3", date(2026, 11, 16)),
        ("mon", date(2026, 11, 16)), ("MONDAY", date(2026, 11, 16)), ("thu", TODAY),
        ("fri", date(2026, 11, 13)), ("su", date(2026, 11, 15)), ("tue.", date(2026, 11, 17)),
        ("12.3.", date(2026, 3, 12)), ("12.3", date(2026, 3, 12)), ("12. 3.", date(2026, 3, 12)),
        ("20.11.", date(2025, 11, 20)), ("19.11.", TODAY), ("12.3.25", date(2025, 3, 12)),
        ("12.03.2024", date(2024, 3, 12)), ("2025-11-02", date(2025, 11, 2)),
        ("2025/11/2", date(2025, 11, 2)), ("12/3", date(2026, 3, 12)), ("7-8", date(2026, 8, 7)),
        ("12", date(2026, 11, 12)), ("25", date(2026, 10, 25)), ("31", date(2026, 10, 31)),
        ("2 nov", date(2026, 11, 2)), ("2. November 2024", date(2024, 11, 2)),
        ("nov 2", date(2026, 11, 2)), ("Sept 30, 2025", date(2025, 9, 30)),
        ("30nov", date(2025, 11, 30)), ("29.2.", date(2024, 2, 29)), ("29 feb", date(2024, 2, 29)),
    ],
)  # fmt: skip
def test_a_day_is_read_in_many_ways(text: str, day: date) -> None:
    assert read_day(f" {text} ", TODAY) == day


def test_where_people_write_the_month_first_a_slash_means_that() -> None:
    assert read_day("3/12", TODAY, month_first=True) == date(2026, 3, 12)
    assert read_day("3/12/2024", TODAY, month_first=True) == date(2024, 3, 12)
    assert read_day("3.12.", TODAY, month_first=True) == date(2025, 12, 3)


@pytest.mark.parametrize(
    "text", ["31.4.", "30.2.2025", "32", "0", "12.13.", "2025-02-30", "31 nov"]
)
def test_a_day_in_no_calendar_is_a_sentence(text: str) -> None:
    with pytest.raises(InvalidInput, match="is in no calendar"):
        read_day(text, TODAY)


@pytest.mark.parametrize(
    "text",
    ["", "m", "noday", "12.3.4.5", "123", "12.3.123", "ju 3", "3 ju", "99999-01-01", "2025-11",
     "12:30", "\u0661\u0662.\u0663.", "x" * 100_000, "1" * 100_000],
)  # fmt: skip
def test_what_is_no_day_is_a_sentence(text: str) -> None:
    with pytest.raises(InvalidInput, match="is no day") as refused:
        read_day(text, TODAY)
    assert len(str(refused.value)) < 130


def test_a_day_of_another_century_is_refused() -> None:
    with pytest.raises(InvalidInput, match="outside 1970 to 2199"):
        read_day("1.1.1960", TODAY)


@given(past)
def test_a_whole_date_is_read_as_it_is_written(day: date) -> None:
    for text in (
        day.isoformat(),
        f"{day.day}.{day.month}.{day.year}",
        f"{day.day} {month_name(day.month)} {day.year}",
        f"{month_short(day.month)} {day.day}, {day.year}",
    ):
        assert read_day(text, TODAY) == day
    assert read_day(f"{day.month}/{day.day}/{day.year}", TODAY, month_first=True) == day


@given(st.dates(date(1980, 1, 1), TODAY), st.integers(0, 364))
def test_without_a_year_it_is_the_latest_that_has_been(today: date, back: int) -> None:
    day = today - timedelta(days=back)
    assert read_day(f"{day.day}.{day.month}.", today) == day
    assert read_day("mon", today) <= today


@given(st.text(max_size=30))
def test_anything_else_is_a_day_or_a_sentence(text: str) -> None:
    with suppress(InvalidInput):
        assert isinstance(read_day(text, TODAY), date)
