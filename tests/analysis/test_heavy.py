"""Two weeks look heavy when ten of their days were logged at 1 or 2, and only then."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from desktop_app.analysis.heavy import looks_heavy

moods = st.lists(st.none() | st.floats(1, 5), max_size=30)
weeks = st.lists(st.none() | st.floats(1, 5), min_size=14, max_size=14)


@given(weeks)
def test_ten_of_fourteen_days_at_one_or_two_are_heavy_and_fewer_are_not(
    days: list[float | None],
) -> None:
    low = [mood for mood in days if mood is not None and mood <= 2]
    assert looks_heavy(days) is (len(low) >= 10)


@given(moods, weeks)
def test_only_the_last_fourteen_days_count(
    before: list[float | None], days: list[float | None]
) -> None:
    assert looks_heavy([*before, *days]) is looks_heavy(days)


@given(weeks, st.integers(0, 13))
def test_a_better_day_never_makes_two_weeks_heavy(days: list[float | None], place: int) -> None:
    better = [*days]
    better[place] = 5.0
    assert looks_heavy(days) or not looks_heavy(better)


@given(weeks, st.randoms())
def test_the_order_of_the_days_is_no_matter(days: list[float | None], chance: object) -> None:
    shuffled = [*days]
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert looks_heavy(shuffled) is looks_heavy(days)


def test_a_log_of_nine_low_days_says_nothing() -> None:
    assert not looks_heavy([1.0] * 9)
    assert not looks_heavy([1.0] * 9 + [None] * 5)
    assert looks_heavy([1.0] * 10 + [None] * 4)
    assert not looks_heavy([])
