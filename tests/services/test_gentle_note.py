"""The gentle note comes after two heavy weeks, stays away once closed, and can be switched off."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.journals import TODAY, Desk

DAY = timedelta(days=1)


@pytest.fixture
def desk(own_journal: Desk) -> Desk:
    """Return a journal of ten low days, the last of them today."""
    for back in range(10):
        own_journal.check_ins.log(mood=1 + back % 2, day=TODAY - back * DAY)
    return own_journal


def low_days(desk: Desk, count: int) -> None:
    """Let days pass, each of them low."""
    for _n in range(count):
        desk.set_day(desk.recording.today() + DAY)
        desk.check_ins.log(mood=2)


def test_ten_low_days_of_fourteen_are_enough(desk: Desk) -> None:
    assert desk.gentle_note.is_due()
    desk.check_ins.set_mood(TODAY, 3)
    assert not desk.gentle_note.is_due()


def test_low_days_are_forgotten_as_others_follow(desk: Desk) -> None:
    desk.set_day(TODAY + 4 * DAY)
    assert desk.gentle_note.is_due()
    desk.set_day(TODAY + 5 * DAY)
    assert not desk.gentle_note.is_due()


def test_a_day_without_a_mood_says_nothing(own_journal: Desk) -> None:
    for back in range(14):
        own_journal.check_ins.log(energy=1, note="hopeless", day=TODAY - back * DAY)
    assert not own_journal.gentle_note.is_due()


def test_closed_it_stays_away_for_fourteen_days(desk: Desk) -> None:
    desk.gentle_note.close()
    low_days(desk, 13)
    assert not desk.gentle_note.is_due()
    low_days(desk, 1)
    assert desk.gentle_note.is_due()


def test_closing_it_can_be_taken_back(desk: Desk) -> None:
    desk.gentle_note.close()
    assert desk.upkeep.undo() == "Note closed"
    assert desk.gentle_note.is_due()


def test_it_can_be_switched_off(desk: Desk) -> None:
    desk.settings.set("gentle_note", "off", today=TODAY)
    assert not desk.gentle_note.is_due()
    desk.settings.set("gentle_note", "on", today=TODAY)
    assert desk.gentle_note.is_due()
