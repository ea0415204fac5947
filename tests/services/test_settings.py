"""A setting holds from its day, or from the first, and a hostile one changes nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop_app.domain.days import DayKind
from desktop_app.domain.errors import InvalidInput
from tests.journals import MONDAY, TODAY, Desk

YESTERDAY = TODAY - timedelta(days=1)


def test_without_any_the_defaults_hold(own_journal: Desk) -> None:
    assert own_journal.settings.everything() == {
        "half_life": "7", "daily_target": "10", "free_weekdays": "sat,sun",
        "day_start_hour": "4", "appearance": "system", "text_size": "system",
        "show_momentum": "on", "letter_keys": "auto", "gentle_note": "on",
        "silence_days": "30", "quiet_review": "on",
    }  # fmt: skip


def test_a_target_holds_from_the_day_it_is_set(own_journal: Desk) -> None:
    own_journal.activities.log("interview", day=MONDAY)
    before = own_journal.values()[YESTERDAY]
    own_journal.settings.set("daily_target", "6", today=TODAY)
    assert own_journal.settings.get("daily_target") == 6
    assert own_journal.settings.holding("daily_target", YESTERDAY) == 10
    assert [facts.target for facts in own_journal.momentum.timeline().days] == [10, 10, 10, 6]
    assert own_journal.values()[YESTERDAY] == before
    assert own_journal.values() == own_journal.fresh_values()


def test_before_the_first_entry_it_holds_from_the_first_day(own_journal: Desk) -> None:
    own_journal.settings.set("daily_target", "6", today=TODAY)
    own_journal.settings.set("free_weekdays", "mon", today=TODAY)
    own_journal.activities.log("interview", day=MONDAY)
    facts = own_journal.momentum.timeline().days
    assert {one.target for one in facts} == {6}
    assert facts[0].kind is DayKind.FREE


def test_it_can_be_applied_to_earlier_days_as_well(own_journal: Desk) -> None:
    own_journal.activities.log("interview", day=MONDAY)
    own_journal.settings.set("daily_target", "6", today=TODAY)
    own_journal.settings.set("daily_target", "5", today=TODAY, earlier_days=True)
    assert {facts.target for facts in own_journal.momentum.timeline().days} == {5}
    own_journal.upkeep.undo()
    assert own_journal.values() == own_journal.fresh_values()


def test_free_weekdays_change_no_earlier_day(own_journal: Desk) -> None:
    last_monday = MONDAY - timedelta(days=7)
    own_journal.activities.log("interview", day=last_monday)
    own_journal.settings.set("free_weekdays", "thu", today=TODAY)
    kinds = {facts.day: facts.kind for facts in own_journal.momentum.timeline().days}
    assert kinds[TODAY] is DayKind.FREE
    assert kinds[TODAY - timedelta(days=7)] is DayKind.WORK
    assert kinds[MONDAY - timedelta(days=1)] is DayKind.FREE
    assert own_journal.days.is_free_weekday(MONDAY - timedelta(days=1))


def test_the_half_life_folds_everything_anew(own_journal: Desk) -> None:
    own_journal.activities.log("interview", day=MONDAY)
    before = own_journal.values()
    own_journal.settings.set("half_life", "14", today=TODAY)
    assert own_journal.values()[MONDAY] < before[MONDAY]
    assert own_journal.values() == own_journal.fresh_values()
    own_journal.upkeep.undo()
    assert own_journal.values() == before


def test_after_the_clock_went_back_the_newest_choice_holds(own_journal: Desk) -> None:
    own_journal.activities.log("interview", day=MONDAY)
    own_journal.settings.set("daily_target", "6", today=TODAY)
    own_journal.upkeep.seal_step()
    own_journal.set_day(YESTERDAY)
    own_journal.settings.set("daily_target", "8", today=YESTERDAY)
    assert own_journal.settings.get("daily_target") == 8
    assert own_journal.settings.holding("daily_target", TODAY) == 8
    assert own_journal.settings.holding("daily_target", MONDAY) == 10


def test_settings_are_kept(own_journal: Desk) -> None:
    own_journal.settings.set("half_life", "7.25", today=TODAY)
    own_journal.settings.set("free_weekdays", "fri,sat,sun", today=TODAY)
    own_journal.settings.set("appearance", "dark", today=TODAY)
    before = own_journal.settings.everything()
    own_journal.reopen()
    assert own_journal.settings.everything() == before
    assert own_journal.settings.get("half_life") == 7.25


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("half_life", "nan"), ("half_life", "0"), ("daily_target", "-1"),
        ("day_start_hour", "9" * 5000), ("free_weekdays", "'; DROP TABLE setting; --"),
        ("free_weekdays", "1,2,3,4,5,6,7"), ("no_such_setting", "1"), ("", ""),
    ],
)  # fmt: skip
def test_a_hostile_value_changes_nothing(own_journal: Desk, name: str, text: str) -> None:
    own_journal.settings.set("half_life", "9", today=TODAY)
    before = own_journal.dump()
    with pytest.raises(InvalidInput):
        own_journal.settings.set(name, text, today=TODAY)
    assert own_journal.dump() == before
    assert own_journal.settings.get("half_life") == 9


def test_each_choice_is_a_step_named_after_its_setting(own_journal: Desk) -> None:
    own_journal.settings.set("text_size", "150", today=TODAY)
    own_journal.settings.set("text_size", "200", today=TODAY)
    assert own_journal.upkeep.undo_name == "Text size"
    own_journal.upkeep.undo()
    assert own_journal.settings.get("text_size") == "150"


def test_a_number_that_is_stepped_is_one_step_until_it_is_left(own_journal: Desk) -> None:
    for text in ("8", "9"):
        own_journal.settings.set("half_life", text, today=TODAY, merge=True)
    own_journal.upkeep.seal_step()
    own_journal.settings.set("half_life", "10", today=TODAY, merge=True)
    own_journal.upkeep.undo()
    assert own_journal.settings.get("half_life") == 9
    own_journal.upkeep.undo()
    assert own_journal.settings.get("half_life") == 7


def test_several_settings_are_set_in_one_step(own_journal: Desk) -> None:
    own_journal.activities.log("interview", day=MONDAY)
    values = {"daily_target": 4, "free_weekdays": [5, 6, 0]}
    own_journal.settings.store_all(values, today=TODAY, name="Beside a job")
    assert own_journal.settings.since("daily_target") == TODAY
    assert own_journal.settings.since("half_life") is None
    assert own_journal.upkeep.undo() == "Beside a job"
    assert own_journal.settings.get("daily_target") == 10
    assert own_journal.settings.get("free_weekdays") == [5, 6]
