"""A week's plan lies on the days that its own words name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.week_plan import weekdays_in


@pytest.mark.parametrize(
    ("words", "days"),
    [
        ("Tue 9:30", {1}),
        ("tuesday morning", {1}),
        ("Mondays and Thursdays, 10:00", {0, 3}),
        ("Mon-Fri", {0, 1, 2, 3, 4}),
        ("Friday to Monday", {4, 5, 6, 0}),
        ("every day at 9", set(range(7))),
        ("weekdays after lunch", {0, 1, 2, 3, 4}),
        ("Wed./Sat.", {2, 5}),
        ("9:30", set()),
        ("", set()),
        ("when we meet", set()),
        ("after the walk", set()),
    ],
)
def test_the_weekdays_that_words_name(words: str, days: set[int]) -> None:
    assert weekdays_in(words) == days


@given(st.text(max_size=60))
def test_any_words_are_read(words: str) -> None:
    assert weekdays_in(words) <= set(range(7))
