"""A job search begins by itself, may pause, ends, and another begins afresh."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.charts.facts import facts, summary
from desktop_app.domain.days import DayKind
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.searches import AcceptedOffer, Ending, proposed_outcome
from desktop_app.domain.stages import Outcome, Stage
from desktop_app.services.account import account, earlier_start
from desktop_app.services.rejections import RejectionForm
from tests.journals import MONDAY, TODAY, Desk

DAY = timedelta(days=1)


@pytest.fixture
def desk(own_journal: Desk) -> Desk:
    return own_journal


def spans(desk: Desk) -> list[tuple[date, date | None]]:
    return [(search.first, search.ended) for search in desk.searches.all()]


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
        (MONDAY - DAY, "The search began on 16 November; it can't end before that."),
        (MONDAY, "You did something for it on 18 November; it can end on that day or later."),
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


# Correcting


def ended(desk: Desk, first: date, last: date) -> int:
    desk.activities.log("application", day=first)
    return desk.searches.end(Ending.STOPPED, day=last)


def test_the_end_of_a_search_is_corrected_later(desk: Desk) -> None:
    search = ended(desk, MONDAY, TODAY)
    desk.searches.correct(
        search, first=MONDAY, ended=MONDAY + DAY, ending=Ending.ACCEPTED, note="At last."
    )
    latest = desk.searches.latest()
    assert latest is not None
    assert latest[2:6:3] == (MONDAY + DAY, "At last.")
    assert latest.ending is Ending.ACCEPTED
    assert max(desk.values()) == MONDAY + DAY
    assert desk.upkeep.undo() == "Search changed"
    assert spans(desk) == [(MONDAY, TODAY)]


def test_a_wrong_beginning_is_moved(desk: Desk) -> None:
    desk.check_ins.log(mood=3, day=MONDAY - 30 * DAY)
    desk.activities.log("application", day=MONDAY)
    running = desk.searches.current()
    assert running is not None
    desk.searches.correct(running.id, first=MONDAY, ended=None, ending=None, note="")
    assert spans(desk) == [(MONDAY, None)]
    desk.searches.correct(running.id, first=MONDAY - 3 * DAY, ended=None, ending=None, note="")
    assert spans(desk) == [(MONDAY - 3 * DAY, None)]


@pytest.mark.parametrize(
    ("first", "last", "sentence"),
    [
        (MONDAY - 9 * DAY, TODAY - DAY, "Another search ran until 8 November; this one begins"),
        (TODAY, TODAY - DAY, "The search began on 19 November; it can't end before that"),
        (TODAY - 2 * DAY, TODAY - DAY, "for it on 16 November; it begins on that day or earlier"),
        (MONDAY, MONDAY - DAY, "can't end before that"),
        (MONDAY, MONDAY, "You did something for it on 17 November; it can end on that day"),
        (MONDAY, TODAY, "The next search began on 18 November; this one ends by then"),
        (MONDAY, TODAY + DAY, "lies ahead"),
        (date(1969, 1, 1), TODAY - DAY, "lies outside"),
    ],
)
def test_a_search_stays_beside_the_others_and_round_its_effort(
    desk: Desk, first: date, last: date, sentence: str
) -> None:
    ended(desk, MONDAY - 20 * DAY, MONDAY - 8 * DAY)
    desk.activities.log("application", day=MONDAY)
    search = ended(desk, MONDAY + DAY, MONDAY + DAY)
    desk.searches.begin(MONDAY + 2 * DAY)
    before = desk.dump()
    with pytest.raises(InvalidInput, match=sentence):
        desk.searches.correct(search, first=first, ended=last, ending=Ending.OTHER, note="")
    assert desk.dump() == before


def test_an_end_is_corrected_and_not_given_or_taken(desk: Desk) -> None:
    desk.activities.log("application", day=MONDAY)
    running = desk.searches.current()
    assert running is not None
    with pytest.raises(InvalidInput, match="keeps an end"):
        desk.searches.correct(running.id, first=MONDAY, ended=TODAY, ending=Ending.OTHER, note="")
    with pytest.raises(InvalidInput, match="no longer there"):
        desk.searches.correct(99, first=MONDAY, ended=None, ending=None, note="")


# An accepted offer


def test_an_accepted_offer_makes_its_application_and_closes_it_in_the_same_step(
    desk: Desk,
) -> None:
    desk.activities.log("application", day=MONDAY)
    before = desk.dump()
    search = desk.searches.end(Ending.ACCEPTED, accepted=AcceptedOffer("Ferro Labs", "Analyst"))
    (made,) = desk.applications.all()
    assert (made.employer, made.position, made.outcome) == (
        "Ferro Labs", "Analyst", Outcome.OFFER_ACCEPTED,
    )  # fmt: skip
    assert made.stage is Stage.OFFER
    assert desk.searches.of_applications() == {made.id: search}
    assert desk.upkeep.undo() == "Search ended"
    assert desk.dump() == before


def test_a_known_application_is_found_by_its_employer(desk: Desk) -> None:
    with desk.journal.write("Applications") as db:
        ids = [
            desk.applications.begin(db, name, position, MONDAY)
            for name, position in (("Oak", "A"), ("Oak", "B"), ("Elm", ""))
        ]
    with pytest.raises(InvalidInput, match="Oak has 2 open applications"):
        desk.searches.end(Ending.ACCEPTED, accepted=AcceptedOffer("oak"))
    with pytest.raises(InvalidInput, match="Say which employer"):
        desk.searches.end(Ending.ACCEPTED, accepted=AcceptedOffer(" "))
    assert desk.searches.current() is not None
    desk.searches.end(
        Ending.ACCEPTED,
        accepted=AcceptedOffer("oak", "b"),
        outcomes=dict.fromkeys(ids, Outcome.WITHDRAWN),
    )
    outcomes = [one.outcome for one in sorted(desk.applications.all(), key=lambda one: one.id)]
    assert outcomes == [Outcome.WITHDRAWN, Outcome.OFFER_ACCEPTED, Outcome.WITHDRAWN]


def test_an_accepted_offer_of_an_application_that_is_gone_is_a_sentence(desk: Desk) -> None:
    desk.activities.log("application", day=MONDAY)
    with pytest.raises(InvalidInput, match="This application is no longer there"):
        desk.searches.end(Ending.ACCEPTED, accepted=AcceptedOffer("Oak", application_id=4711))
    assert desk.searches.current() is not None


def test_applications_that_wait_are_those_of_the_running_search(desk: Desk) -> None:
    with desk.journal.write("Applications") as db:
        old = desk.applications.begin(db, "Old", "", MONDAY - 40 * DAY)
        desk.activities.log("application", day=MONDAY - 40 * DAY)
    desk.searches.end(Ending.STOPPED, day=MONDAY - 30 * DAY)
    desk.activities.log("application", day=MONDAY)
    with desk.journal.write("Applications") as db:
        new = desk.applications.begin(db, "New", "", MONDAY)
        interviewed = desk.applications.begin(db, "Met", "", MONDAY)
        stage = desk.recording.stamp(TODAY)
        db.table("stage_event").insert(
            {**stage, "application_id": interviewed, "stage": "interview"}
        )
    assert [(one.id, one.heard) for one in desk.searches.open_applications()] == [
        (interviewed, TODAY), (new, MONDAY),
    ]  # fmt: skip
    assert old in desk.searches.of_applications()


@given(st.none() | st.integers(-10, 400))
def test_what_was_silent_for_thirty_days_ends_in_silence(silent: int | None) -> None:
    heard = None if silent is None else TODAY - silent * DAY
    expected = Outcome.SILENCE if silent is None or silent >= 30 else Outcome.WITHDRAWN
    assert proposed_outcome(heard, TODAY) is expected


def test_a_no_belongs_to_the_search_of_its_application_or_of_its_day(desk: Desk) -> None:
    with desk.journal.write("Applications") as db:
        desk.applications.begin(db, "Oak", "", MONDAY - 30 * DAY)
    former = desk.searches.end(Ending.STOPPED, day=MONDAY - 20 * DAY)
    after = desk.rejections.note(RejectionForm("Elm", day=MONDAY - 10 * DAY))
    desk.activities.log("application", day=MONDAY)
    late = desk.rejections.note(RejectionForm("Oak"))
    new = desk.rejections.note(RejectionForm("Ash"))
    running = desk.searches.current()
    assert running is not None
    assert desk.searches.of_rejections() == {after: former, late: former, new: running.id}


# Steps


def test_open_steps_are_silent_after_the_end_and_in_the_next_search(desk: Desk) -> None:
    desk.set_day(MONDAY)
    desk.activities.log("application")
    desk.next_steps.add("Follow up with Marta")
    search = desk.searches.end(Ending.STOPPED)
    desk.set_day(TODAY)
    assert desk.next_steps.on(TODAY) == []
    assert len(desk.next_steps.on(MONDAY)) == 1
    desk.searches.go_on(search)
    assert len(desk.next_steps.on(TODAY)) == 1
    desk.searches.end(Ending.STOPPED, day=MONDAY)
    desk.activities.log("application")
    desk.next_steps.add("Open one posting")
    for day in (TODAY, TODAY + DAY):
        assert [step.text for step in desk.next_steps.on(day)] == ["Open one posting"]


def test_a_step_noted_in_a_search_that_begins_on_the_last_day_stays(desk: Desk) -> None:
    desk.activities.log("application")
    desk.searches.end(Ending.STOPPED)
    desk.searches.begin()
    desk.next_steps.add("Open one posting")
    assert len(desk.next_steps.on(TODAY + DAY)) == 1


# Days without a search


def test_today_lies_after_an_end_as_soon_as_it_is_said(desk: Desk) -> None:
    assert desk.searches.over_on(TODAY) is None
    desk.activities.log("application", day=MONDAY)
    assert desk.searches.over_on(TODAY) is None
    desk.searches.end(Ending.STOPPED)
    over = desk.searches.over_on(TODAY)
    assert over is not None
    assert desk.searches.over_on(MONDAY) is None
    desk.set_day(TODAY + DAY)
    assert desk.searches.over_on(TODAY) is None
    assert desk.searches.over_on(TODAY + DAY) == over
    desk.activities.log("application")
    assert desk.searches.over_on(TODAY + DAY) is None


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


def test_an_estimate_begins_a_search_where_none_runs_in_one_step(desk: Desk) -> None:
    before = desk.dump()
    desk.searches.estimate(6)
    running = desk.searches.current()
    assert running is not None
    assert (running.first, running.estimate) == (TODAY, 30)
    assert desk.momentum.start_of(TODAY) == 30
    desk.upkeep.undo()
    assert desk.searches.current() is None
    assert desk.dump() == before


def test_an_estimate_is_named_where_the_number_is_explained(desk: Desk) -> None:
    desk.set_day(MONDAY)
    desk.searches.estimate(6)
    for number in range(3):
        desk.set_day(MONDAY + number * DAY)
        desk.activities.log("application")
    last = account(desk.momentum, desk.recording.today())[-1]
    assert last.day == MONDAY
    assert last.sentence.startswith("Starts at 30, your estimate. ")
    assert earlier_start(desk.momentum, MONDAY + 2 * DAY) == ""
    desk.set_day(MONDAY + 20 * DAY)
    assert earlier_start(desk.momentum, MONDAY + 20 * DAY) == "Starts at 30, your estimate."
    timeline = desk.momentum.timeline()
    assert facts(timeline.days[0])[1].startswith("Starts at 30, your estimate")
    assert not any(day.start for day in timeline.days[1:])
    assert "Momentum starts at 30, your estimate." in summary(timeline)


def test_without_an_estimate_none_is_named(desk: Desk) -> None:
    desk.activities.log("application")
    assert "estimate" not in account(desk.momentum, TODAY)[-1].sentence
    assert "estimate" not in summary(desk.momentum.timeline())
    assert earlier_start(desk.momentum, TODAY + 30 * DAY) == ""
