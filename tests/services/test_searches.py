"""A job search begins by itself, may pause, ends, and another begins afresh."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desktop_app.domain.days import DayKind
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.searches import Ending
from desktop_app.domain.stages import Outcome
from desktop_app.services.rejections import RejectionForm
from tests.journals import MONDAY, TODAY, Desk

DAY = timedelta(days=1)


@pytest.fixture
def desk(own_journal: Desk) -> Desk:
    return own_journal


def spans(desk: Desk) -> list[tuple[date, date | None]]:
    return [(search.first, search.ended) for search in desk.searches.all()]


def kinds(desk: Desk) -> dict[date, DayKind]:
    return {facts.day: facts.kind for facts in desk.momentum.timeline().days}


# Beginning


def test_a_search_begins_by_itself_with_the_first_entry(desk: Desk) -> None:
    assert desk.searches.current() is None
    assert desk.searches.latest() is None
    desk.check_ins.log(mood=3)
    running = desk.searches.current()
    assert running is not None
    assert (running.first, running.ended, running.ending) == (TODAY, None, None)


def test_an_earlier_entry_lets_it_reach_back(desk: Desk) -> None:
    desk.activities.log("application")
    desk.check_ins.log(mood=3, day=MONDAY)
    assert spans(desk) == [(MONDAY, None)]


def test_only_one_runs_at_a_time(desk: Desk) -> None:
    desk.searches.begin()
    with pytest.raises(InvalidInput, match="A search is running"):
        desk.searches.begin()
    assert spans(desk) == [(TODAY, None)]


# Ending


def test_an_end_closes_the_applications_it_names_in_one_step(desk: Desk) -> None:
    with desk.journal.write("Applications") as db:
        ids = [desk.applications.begin(db, f"Employer {n}", "", MONDAY) for n in range(3)]
    before = desk.dump()
    desk.searches.end(
        Ending.ACCEPTED,
        note="Thank you, everyone.",
        outcomes={ids[0]: Outcome.OFFER_ACCEPTED, ids[1]: Outcome.WITHDRAWN},
    )
    latest = desk.searches.latest()
    assert latest is not None
    assert (latest.ended, latest.ending, latest.note) == (
        TODAY,
        Ending.ACCEPTED,
        "Thank you, everyone.",
    )
    assert [desk.applications.get(one).outcome for one in ids] == [  # type: ignore[union-attr]
        Outcome.OFFER_ACCEPTED,
        Outcome.WITHDRAWN,
        None,
    ]
    assert desk.upkeep.undo() == "Search ended"
    assert desk.dump() == before


def test_an_application_that_is_closed_already_keeps_its_outcome(desk: Desk) -> None:
    rejection = desk.rejections.note(RejectionForm("Oakline"))
    application = desk.rejections.get(rejection).application_id  # type: ignore[union-attr]
    desk.searches.end(Ending.STOPPED, outcomes={application: Outcome.WITHDRAWN})
    assert desk.applications.get(application).outcome is Outcome.REJECTED  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (MONDAY - DAY, "The search began on 2026-11-16; it can't end before that."),
        (MONDAY, "You did something for it on 2026-11-18; it can end on that day or later."),
        (TODAY + DAY, "lies ahead"),
        (date(1969, 1, 1), "lies outside"),
    ],
)
def test_an_end_has_its_place_after_the_beginning_and_the_last_effort(
    desk: Desk, day: date, sentence: str
) -> None:
    desk.activities.log("application", day=MONDAY)
    desk.activities.log("application", day=TODAY - DAY)
    before = desk.dump()
    with pytest.raises(InvalidInput, match=sentence):
        desk.searches.end(Ending.STOPPED, day=day)
    assert desk.dump() == before


def test_a_search_does_not_end_twice(desk: Desk) -> None:
    with pytest.raises(InvalidInput, match="none to end"):
        desk.searches.end(Ending.STOPPED)
    desk.activities.log("application")
    desk.searches.end(Ending.OTHER)
    before = desk.dump()
    with pytest.raises(InvalidInput, match="none to end"):
        desk.searches.end(Ending.STOPPED)
    assert desk.dump() == before


def test_after_an_end_only_effort_begins_the_next(desk: Desk) -> None:
    desk.activities.log("application", day=MONDAY)
    desk.searches.end(Ending.ACCEPTED, day=MONDAY)
    desk.check_ins.log(mood=5)
    desk.rejections.note(RejectionForm("Late Ltd", day=TODAY))
    desk.days.mark(TODAY - DAY, DayKind.REST)
    assert spans(desk) == [(MONDAY, MONDAY)]
    desk.activities.log("networking")
    assert spans(desk) == [(TODAY, None), (MONDAY, MONDAY)]


def test_a_mood_before_the_last_day_belongs_to_the_search_that_ended(desk: Desk) -> None:
    desk.activities.log("application", day=MONDAY)
    desk.searches.end(Ending.ACCEPTED)
    desk.check_ins.log(mood=5)
    assert desk.searches.of_day(TODAY) is not None
    assert spans(desk) == [(MONDAY, TODAY)]


def test_momentum_ends_with_the_search_and_begins_afresh(desk: Desk) -> None:
    for back in range(9, 2, -1):
        desk.activities.log("interview", amount=2, day=TODAY - back * DAY)
    desk.searches.end(Ending.ACCEPTED, day=TODAY - 3 * DAY)
    assert max(desk.values()) == TODAY - 3 * DAY
    desk.activities.log("application")
    values = desk.values()
    assert sorted(values)[-2:] == [TODAY - 3 * DAY, TODAY]
    assert values[TODAY] < 5 < 40 < values[TODAY - 3 * DAY]
    assert desk.fresh_values() == values


def test_a_day_on_which_one_ends_and_the_next_begins_is_drawn_once(desk: Desk) -> None:
    desk.activities.log("application", day=MONDAY)
    desk.searches.end(Ending.STOPPED)
    desk.searches.begin()
    desk.activities.log("application")
    days = [facts.day for facts in desk.momentum.timeline().days]
    assert days == [MONDAY + n * DAY for n in range(4)]
    assert [facts.first_of_search for facts in desk.momentum.timeline().days] == [
        True, False, False, True,
    ]  # fmt: skip


def test_an_ended_search_can_go_on_until_another_begins(desk: Desk) -> None:
    desk.activities.log("application", day=MONDAY)
    ended = desk.searches.end(Ending.STOPPED, day=MONDAY)
    desk.searches.go_on(ended)
    assert spans(desk) == [(MONDAY, None)]
    with pytest.raises(InvalidInput, match="is running"):
        desk.searches.go_on(ended)
    desk.searches.end(Ending.STOPPED, day=MONDAY)
    desk.searches.begin()
    with pytest.raises(InvalidInput, match="newer search"):
        desk.searches.go_on(ended)
    desk.searches.end(Ending.STOPPED)
    with pytest.raises(InvalidInput, match="a new one begins after"):
        desk.searches.begin(TODAY - 2 * DAY)


# Pauses


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


def test_an_absence_asks_nothing_for_days_of_a_pause(desk: Desk) -> None:
    desk.set_day(MONDAY)
    desk.activities.log("application")
    desk.searches.pause()
    desk.set_day(MONDAY + 14 * DAY)
    assert desk.days.mark_absence() == []


# The estimate


def test_momentum_starts_at_the_estimate(desk: Desk) -> None:
    desk.searches.begin()
    desk.searches.estimate(6)
    desk.activities.log("application")
    assert desk.momentum.start_of(TODAY) == 30
    assert desk.values()[TODAY] == 30  # provisional: the larger of yesterday's and today's
    for wrong in (-1, 11):
        with pytest.raises(InvalidInput, match="0 to 10"):
            desk.searches.estimate(wrong)
