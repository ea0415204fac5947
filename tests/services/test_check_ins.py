"""Several check-ins a day: each is changed by itself, and moved to where it belongs."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest

from desktop_app.domain.errors import InvalidInput
from desktop_app.services.check_ins import NEW
from tests.journals import MONDAY, NOW, TODAY, Desk


@pytest.fixture
def two(own_journal: Desk) -> Desk:
    """A check-in at 9:12 and one at 18:00."""
    own_journal.set_now(NOW.replace(hour=9, minute=12))
    own_journal.check_ins.log(mood=2, energy=3, feelings=("tired",), note="early")
    own_journal.set_now(NOW)
    own_journal.check_ins.log(mood=4, note="late")
    return own_journal


def ids(desk: Desk, day: date = TODAY) -> list[int]:
    return [one.id for one in desk.check_ins.of_day(day)]


def moods(desk: Desk, day: date = TODAY) -> list[int | None]:
    return [one.mood for one in desk.check_ins.of_day(day)]


def notes(desk: Desk, day: date = TODAY) -> list[str]:
    return [one.note for one in desk.check_ins.of_day(day)]


class TestWhichOne:
    def test_the_chosen_one_is_changed_and_no_other(self, two: Desk) -> None:
        first, second = ids(two)
        two.check_ins.set_mood(TODAY, 1, first)
        two.check_ins.set_energy(TODAY, 5, first)
        two.check_ins.set_feelings(TODAY, ["calm"], first)
        two.check_ins.set_note(TODAY, "earlier still", first)
        early, late = two.check_ins.of_day(TODAY)
        assert (early.mood, early.energy, early.feelings, early.note) == (
            1, 5, ("calm",), "earlier still",
        )  # fmt: skip
        assert (late.id, late.mood, late.energy, late.note) == (second, 4, None, "late")
        two.assert_sums_agree()

    def test_without_a_choice_it_is_the_latest(self, two: Desk) -> None:
        two.check_ins.set_mood(TODAY, 5)
        assert moods(two) == [2, 5]

    def test_another_one_is_begun_by_what_is_said_first(self, two: Desk) -> None:
        two.check_ins.set_energy(TODAY, 4, NEW)
        assert [one.energy for one in two.check_ins.of_day(TODAY)] == [3, None, 4]

    def test_an_empty_one_leaves_no_trace(self, two: Desk) -> None:
        before, steps = two.dump(), two.upkeep.undo_mark
        two.check_ins.set_mood(TODAY, None, NEW)
        two.check_ins.set_note(TODAY, "", NEW)
        two.check_ins.set_feelings(TODAY, [], NEW)
        assert two.dump() == before
        assert two.upkeep.undo_mark == steps

    def test_a_note_that_begins_one_is_one_step_to_its_end(self, two: Desk) -> None:
        two.check_ins.set_note(TODAY, "so", NEW)
        begun = ids(two)[-1]
        two.check_ins.set_note(TODAY, "so far", begun)
        two.check_ins.set_note(TODAY, "so far so good", begun)
        assert notes(two) == ["early", "late", "so far so good"]
        two.upkeep.undo()
        assert notes(two) == ["early", "late"]

    def test_notes_of_two_are_two_steps(self, two: Desk) -> None:
        first, second = ids(two)
        two.check_ins.set_note(TODAY, "a", first)
        two.check_ins.set_note(TODAY, "b", second)
        two.upkeep.undo()
        assert notes(two) == ["a", "late"]

    def test_one_that_is_gone_is_a_sentence(self, two: Desk) -> None:
        first, _second = ids(two)
        two.check_ins.delete(first)
        before = two.dump()
        for attempt in (
            lambda: two.check_ins.set_mood(TODAY, 3, first),
            lambda: two.check_ins.set_note(TODAY, "x", first),
            lambda: two.check_ins.set_feelings(TODAY, ["calm"], first),
            lambda: two.check_ins.move(first, MONDAY),
            lambda: two.check_ins.set_mood(MONDAY, 3, ids(two)[0]),
        ):
            with pytest.raises(InvalidInput, match="no longer there"):
                attempt()
        assert two.dump() == before


class TestMoving:
    def test_to_another_day_it_takes_all_that_it_says(self, two: Desk) -> None:
        first, _second = ids(two)
        before = two.dump()
        two.check_ins.move(first, MONDAY)
        (moved,) = two.check_ins.of_day(MONDAY)
        assert (moved.id, moved.mood, moved.feelings, moved.note) == (first, 2, ("tired",), "early")
        assert moved.at is None  # nobody knows the hour on that day
        assert moods(two) == [4]
        assert two.momentum.day(TODAY).mood == 4
        assert two.momentum.day(MONDAY).mood == 2
        assert two.values() == two.fresh_values()
        two.assert_sums_agree()
        assert two.upkeep.undo() == "Moved to Monday 16 November"
        assert two.dump() == before

    def test_to_a_time_it_stands_in_the_order_of_the_clock(self, two: Desk) -> None:
        _first, second = ids(two)
        two.check_ins.move(second, TODAY, time(7, 30))
        assert ids(two)[0] == second
        assert two.check_ins.of_day(TODAY)[0].at == NOW.replace(hour=7, minute=30)
        assert two.upkeep.undo_name == "Time changed"
        two.check_ins.move(second, TODAY)
        assert ids(two)[-1] == second

    def test_into_the_small_hours_it_still_counts_for_the_day(self, two: Desk) -> None:
        first, _second = ids(two)
        two.check_ins.move(first, MONDAY, time(1, 30))
        (moved,) = two.check_ins.of_day(MONDAY)
        assert moved.at == NOW.replace(day=17, hour=1, minute=30)

    def test_before_the_search_the_search_begins_earlier(self, two: Desk) -> None:
        first, _second = ids(two)
        day = TODAY - timedelta(days=40)
        two.check_ins.move(first, day)
        assert two.momentum.bounds() == (day, TODAY)
        assert two.values() == two.fresh_values()

    @pytest.mark.parametrize(
        ("day", "at"),
        [
            (TODAY + timedelta(days=1), None), (TODAY, time(18, 30)), (TODAY, time(3, 59)),
            (date(1969, 12, 31), None),
        ],
    )  # fmt: skip
    def test_into_the_future_or_beyond_it_is_refused(
        self, two: Desk, day: date, at: time | None
    ) -> None:
        before = two.dump()
        with pytest.raises(InvalidInput, match=r"lies ahead|outside 1970"):
            two.check_ins.move(ids(two)[0], day, at)
        assert two.dump() == before
