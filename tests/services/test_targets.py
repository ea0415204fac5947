"""Targets: presets hold from their day, and the one offer of the person's usual day."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop_app.analysis.usual_day import UsualDay
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.weekdays import other_weekdays, weekdays_words
from desktop_app.services.targets import presets
from tests.journals import NOW, TODAY, Desk


def do_a_week(desk: Desk) -> None:
    """Eight logged days before today, a Thursday: effort on Mondays, Wednesdays and a Friday."""
    for ago in (10, 8, 6, 3, 1):
        desk.clock.moment = NOW - timedelta(days=ago)
        desk.activities.log("feedback")
        desk.activities.log("follow_up")
    desk.clock.moment = NOW
    for ago in (9, 7, 2):
        desk.check_ins.log(mood=3, day=TODAY - timedelta(days=ago))


def test_the_presets_are_those_of_methods() -> None:
    assert [(one.key, one.points, one.on_chosen_days) for one in presets()] == [
        ("full", 10, False), ("half", 6, False), ("beside", 4, True),
    ]  # fmt: skip


def test_beside_a_job_frees_all_other_weekdays_in_one_step(own_journal: Desk) -> None:
    do_a_week(own_journal)
    own_journal.targets.use(4, (1, 3))
    assert own_journal.targets.holding() == UsualDay(4, (1, 3))
    assert own_journal.settings.get("free_weekdays") == [0, 2, 4, 5, 6]
    assert own_journal.settings.since("daily_target") == TODAY
    assert own_journal.upkeep.undo() == "Full day"
    assert own_journal.targets.holding() == UsualDay(10, (0, 1, 2, 3, 4))
    own_journal.targets.use(6)
    assert own_journal.targets.holding() == UsualDay(6, (0, 1, 2, 3, 4))
    with pytest.raises(InvalidInput, match="one evening"):
        own_journal.targets.use(4, ())


def test_the_usual_day_is_offered_after_five_logged_days(own_journal: Desk) -> None:
    assert own_journal.targets.offer() is None
    do_a_week(own_journal)
    assert own_journal.targets.offer() == UsualDay(4, (0, 2, 4))


def test_it_is_offered_once_whatever_the_answer(own_journal: Desk) -> None:
    do_a_week(own_journal)
    own_journal.targets.decline_offer()
    assert own_journal.targets.offer() is None
    own_journal.reopen()
    assert own_journal.targets.offer() is None
    assert own_journal.targets.holding().points == 10


def test_taken_it_holds_from_today_and_changes_no_earlier_day(own_journal: Desk) -> None:
    do_a_week(own_journal)
    offer = own_journal.targets.offer()
    assert offer is not None
    before = own_journal.values()
    own_journal.targets.take_offer(offer)
    assert own_journal.targets.holding() == offer
    after = own_journal.values()
    assert {day: after[day] for day in before if day < TODAY} == {
        day: value for day, value in before.items() if day < TODAY
    }
    assert own_journal.targets.offer() is None
    own_journal.upkeep.undo()
    assert own_journal.targets.holding() == UsualDay(10, (0, 1, 2, 3, 4))
    assert own_journal.targets.offer() == offer


def test_it_is_not_offered_where_it_is_what_holds(own_journal: Desk) -> None:
    do_a_week(own_journal)
    own_journal.targets.use(4, (0, 2, 4))
    assert own_journal.targets.offer() is None


def test_more_points_than_make_a_full_day_are_not_offered(own_journal: Desk) -> None:
    do_a_week(own_journal)
    own_journal.targets.use(2)
    assert own_journal.targets.offer() == UsualDay(2, (0, 2, 4))
    own_journal.targets.use(2, (0, 2, 4))
    assert own_journal.targets.offer() is None


def test_an_earlier_search_and_an_ended_one_offer_nothing(own_journal: Desk) -> None:
    do_a_week(own_journal)
    from desktop_app.domain.searches import Ending

    own_journal.searches.end(Ending.STOPPED)
    own_journal.clock.moment = NOW + timedelta(days=1)
    assert own_journal.targets.offer() is None
    own_journal.activities.log("interview")
    own_journal.clock.moment = NOW + timedelta(days=2)
    assert own_journal.targets.offer() is None


@pytest.mark.parametrize(
    ("weekdays", "words"),
    [
        ((0,), "Mondays"), ((4, 0), "Mondays and Fridays"),
        ((0, 2, 4), "Mondays, Wednesdays and Fridays"), ((0, 1, 2, 3, 4), "Monday to Friday"),
        ((0, 1, 2), "Mondays, Tuesdays and Wednesdays"), (range(7), "every day"),
        ((0, 1, 2, 3, 6), "Mondays, Tuesdays, Wednesdays, Thursdays and Sundays"),
    ],
)  # fmt: skip
def test_weekdays_are_said_in_words(weekdays: tuple[int, ...], words: str) -> None:
    assert weekdays_words(weekdays) == words
    assert sorted((*other_weekdays(weekdays), *weekdays)) == list(range(7))
