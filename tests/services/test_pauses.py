"""A job search may be paused: now, ahead, or back to the days since the last effort."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desktop_app.domain.days import DayKind
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.searches import Ending
from tests.journals import MONDAY, TODAY, Desk

DAY = timedelta(days=1)


@pytest.fixture
def desk(own_journal: Desk) -> Desk:
    return own_journal


def kinds(desk: Desk) -> dict[date, DayKind]:
    return {facts.day: facts.kind for facts in desk.momentum.timeline().days}


def test_a_pause_folds_its_days_like_rest(desk: Desk) -> None:
    desk.activities.log("interview", amount=2, day=MONDAY)
    before = desk.values()[MONDAY]
    desk.set_day(MONDAY + DAY)
    desk.searches.pause(until=TODAY, reason="Moving house")
    desk.set_day(TODAY)
    assert set(kinds(desk).values()) == {DayKind.WORK, DayKind.PAUSE}
    assert desk.values()[TODAY] == before
    running = desk.searches.current()
    assert running is not None
    pause = running.pause_on(TODAY)
    assert pause is not None
    assert (pause.first, pause.until, pause.reason) == (MONDAY + DAY, TODAY, "Moving house")
    desk.set_day(TODAY + DAY)
    assert running.pause_on(TODAY + DAY) is None
    assert kinds(desk)[TODAY + DAY] is DayKind.WORK


def test_an_open_pause_lasts_until_it_is_ended(desk: Desk) -> None:
    desk.activities.log("application", day=MONDAY)
    desk.set_day(MONDAY + DAY)
    desk.searches.pause()
    desk.set_day(TODAY)
    assert kinds(desk)[TODAY] is DayKind.PAUSE
    desk.searches.resume()
    assert kinds(desk) == {
        MONDAY: DayKind.WORK,
        MONDAY + DAY: DayKind.PAUSE,
        MONDAY + 2 * DAY: DayKind.PAUSE,
        TODAY: DayKind.WORK,
    }
    with pytest.raises(InvalidInput, match="not paused"):
        desk.searches.resume()


def test_a_pause_that_began_today_leaves_no_trace_when_it_is_ended(desk: Desk) -> None:
    desk.activities.log("application", day=MONDAY)
    before = desk.dump()
    desk.searches.pause()
    with pytest.raises(InvalidInput, match="paused already"):
        desk.searches.pause()
    desk.searches.resume()
    assert desk.dump() == before


def test_a_pause_needs_a_search_and_an_end_that_is_to_come(desk: Desk) -> None:
    with pytest.raises(InvalidInput, match="none to pause"):
        desk.searches.pause()
    desk.activities.log("application")
    with pytest.raises(InvalidInput, match="today or later"):
        desk.searches.pause(until=TODAY - DAY)
    with pytest.raises(InvalidInput, match="lies outside"):
        desk.searches.pause(until=date(9999, 1, 1))


def test_the_end_of_a_search_ends_its_pause(desk: Desk) -> None:
    desk.activities.log("application", day=MONDAY)
    desk.searches.pause(until=TODAY + 30 * DAY)
    desk.searches.end(Ending.STOPPED)
    latest = desk.searches.latest()
    assert latest is not None
    assert latest.pauses[-1].until == TODAY


def test_a_holiday_ahead_is_a_pause_with_a_first_day_to_come(desk: Desk) -> None:
    desk.activities.log("application", day=MONDAY)
    first, until = TODAY + 4 * DAY, TODAY + 12 * DAY
    identity = desk.searches.pause(until, "Holiday", first=first)
    running = desk.searches.current()
    assert running is not None
    assert running.pause_on(TODAY) is None
    assert running.pause_on(first) == (identity, first, until, "Holiday")
    desk.set_day(first)
    assert kinds(desk)[first] is DayKind.PAUSE
    assert kinds(desk)[TODAY] is DayKind.WORK
    desk.searches.resume()
    assert kinds(desk)[first] is not DayKind.PAUSE


def test_the_days_since_the_last_effort_may_become_a_pause(desk: Desk) -> None:
    desk.set_day(MONDAY)
    desk.activities.log("application")
    desk.set_day(MONDAY + 9 * DAY)
    with pytest.raises(InvalidInput, match=r"on 16 November; a pause begins after it\."):
        desk.searches.pause(first=MONDAY)
    desk.searches.pause(MONDAY + 7 * DAY, "Ill", first=MONDAY + DAY)
    assert {kind for day, kind in kinds(desk).items() if MONDAY < day <= MONDAY + 7 * DAY} == {
        DayKind.PAUSE
    }
    assert kinds(desk)[MONDAY + 8 * DAY] is DayKind.WORK


def test_going_on_now_leaves_a_holiday_that_is_planned(desk: Desk) -> None:
    desk.activities.log("application", day=MONDAY)
    planned = desk.searches.pause(TODAY + 20 * DAY, first=TODAY + 10 * DAY)
    desk.searches.pause(TODAY + 2 * DAY)
    desk.searches.resume()
    running = desk.searches.current()
    assert running is not None
    assert [pause.id for pause in running.pauses] == [planned]


@pytest.mark.parametrize(
    ("first", "until", "sentence"),
    [
        (TODAY + 5 * DAY, None, "A pause from 21 November to 25 November is there already."),
        (TODAY, TODAY + 2 * DAY, "A pause from 21 November to 25 November is there already."),
        (TODAY, None, "A pause from 21 November to 25 November is there already."),
        (TODAY + 9 * DAY, TODAY + 8 * DAY, "would end on 27 November, before it begins on 28"),
        (MONDAY - DAY, TODAY, "The search began on 16 November; a pause begins then or later."),
        (date(2999, 1, 1), None, "lies outside"),
        (TODAY + 30 * DAY, date(2200, 1, 1), "lies outside"),
    ],
)
def test_a_pause_that_can_not_be_is_refused_in_a_sentence(
    desk: Desk, first: date, until: date | None, sentence: str
) -> None:
    desk.activities.log("application", day=MONDAY)
    desk.searches.pause(TODAY + 6 * DAY, first=TODAY + 2 * DAY)
    before = desk.dump()
    with pytest.raises(InvalidInput, match=sentence):
        desk.searches.pause(until, first=first)
    assert desk.dump() == before


def test_a_pause_is_changed_and_removed(desk: Desk) -> None:
    desk.activities.log("application", day=MONDAY)
    pauses = desk.searches.pauses
    one = pauses.add(TODAY + DAY, TODAY + 3 * DAY, "Moving")
    other = pauses.add(TODAY + 10 * DAY)
    pauses.change(one, TODAY + 2 * DAY, TODAY + 4 * DAY, "")
    running = desk.searches.current()
    assert running is not None
    assert running.pauses[0] == (one, TODAY + 2 * DAY, TODAY + 4 * DAY, "")
    with pytest.raises(InvalidInput, match="A pause from 29 November on is there already"):
        pauses.change(one, TODAY + 2 * DAY, TODAY + 10 * DAY, "")
    pauses.remove(other)
    with pytest.raises(InvalidInput, match="no longer there"):
        pauses.remove(other)
    assert desk.upkeep.undo() == "Pause removed"
    assert desk.upkeep.undo() == "Pause changed"
    running = desk.searches.current()
    assert running is not None
    assert [pause.first for pause in running.pauses] == [TODAY + DAY, TODAY + 10 * DAY]


def test_effort_during_a_pause_counts(desk: Desk) -> None:
    desk.activities.log("application", day=MONDAY)
    before = desk.values()[MONDAY]
    desk.searches.pause(TODAY + 3 * DAY)
    desk.activities.log("interview", amount=2)
    assert desk.values()[TODAY] > before


def test_days_of_a_pause_stay_so_where_the_search_began_before_its_first_record(desk: Desk) -> None:
    desk.set_day(MONDAY)
    desk.searches.begin()
    desk.set_day(MONDAY + DAY)
    desk.activities.log("application")
    desk.searches.pause(MONDAY + 20 * DAY, first=MONDAY + 2 * DAY)
    desk.set_day(TODAY)
    assert kinds(desk)[TODAY] is DayKind.PAUSE
    desk.check_ins.set_mood(TODAY, 2)
    assert kinds(desk)[TODAY] is DayKind.PAUSE
    assert desk.values() == desk.fresh_values()


def test_an_absence_asks_nothing_for_days_of_a_pause(desk: Desk) -> None:
    desk.set_day(MONDAY)
    desk.activities.log("application")
    desk.searches.pause()
    desk.set_day(MONDAY + 14 * DAY)
    assert desk.days.mark_absence() == []
