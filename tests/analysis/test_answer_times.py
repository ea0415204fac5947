"""Times of answers: quantiles by linear interpolation, and nothing said of a few."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.analysis.answer_times import answer_times, quantile

DAYS = st.lists(st.integers(0, 400), min_size=5, max_size=60)


@pytest.mark.parametrize(
    ("values", "share", "expected"),
    [
        ([4], 0.9, 4),
        ([1, 2], 0.5, 1.5),
        ([0, 10], 0.9, 9),
        ([1, 2, 3, 4, 5], 0.5, 3),
        ([1, 2, 3, 4, 5], 1.0, 5),
        ([1, 2, 3, 4, 5], 0.0, 1),
    ],
)
def test_a_quantile_lies_between_its_neighbours(
    values: list[float], share: float, expected: float
) -> None:
    assert quantile(values, share) == pytest.approx(expected)


@given(DAYS)
def test_half_came_within_the_median_and_nine_of_ten_within_the_ninth_decile(
    days: list[int],
) -> None:
    times = answer_times(days)
    assert times is not None
    assert times.answers == len(days)
    assert sum(day <= times.median for day in days) >= len(days) / 2
    assert sum(day < times.median for day in days) <= len(days) / 2
    assert sum(day > times.ninth_decile for day in days) <= len(days) / 10 + 1
    assert min(days) <= times.median <= times.ninth_decile <= max(days)


@given(DAYS, st.randoms())
def test_their_order_changes_nothing(days: list[int], chance: object) -> None:
    mixed = list(days)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert answer_times(mixed) == answer_times(days)


def test_four_are_too_few() -> None:
    assert answer_times([1, 2, 3, 4]) is None
