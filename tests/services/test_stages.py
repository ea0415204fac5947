"""Stages are reached or planned, take place by one action, and an interview counts once."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.domain.applications import Person
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.history import History, ReadApplication, ReadStage
from desktop_app.domain.stages import Channel, Outcome, Stage
from desktop_app.services.application_form import ApplicationForm
from desktop_app.services.application_outcomes import SAID_OUTCOMES
from desktop_app.services.application_stages import StageForm
from desktop_app.services.rejections import RejectionForm
from tests.journals import MONDAY, TODAY, Desk

if TYPE_CHECKING:
    from desktop_app.domain.entries import StageEvent

FRIDAY = MONDAY - timedelta(days=3)
NEXT_WEEK = TODAY + timedelta(days=5)


@pytest.fixture
def application(own_journal: Desk) -> int:
    """Return an application that was sent on Monday."""
    return own_journal.applications.add(ApplicationForm("Halden", "Data analyst", MONDAY))


def events(desk: Desk, application: int) -> tuple[StageEvent, ...]:
    return desk.applications.record(application).events


def interviews(desk: Desk, day: date = TODAY) -> list[tuple[float, str]]:
    return [
        (one.amount, one.employer) for one in desk.activities.of_day(day) if one.kind == "interview"
    ]


class TestReaching:
    def test_is_today_where_no_day_is_said(self, own_journal: Desk, application: int) -> None:
        before = own_journal.dump()
        own_journal.stages.reach(application, StageForm(Stage.SCREENING))
        (event,) = events(own_journal, application)
        assert (event.stage, event.day, event.at, event.planned) == (
            Stage.SCREENING, TODAY, None, False,
        )  # fmt: skip
        assert own_journal.applications.get(application).stage is Stage.SCREENING
        assert own_journal.upkeep.undo() == "Screening reached"
        assert own_journal.dump() == before

    def test_keeps_time_and_note_and_logs_nothing(
        self, own_journal: Desk, application: int
    ) -> None:
        before = len(own_journal.rows("SELECT id FROM activity"))
        own_journal.stages.reach(
            application, StageForm(Stage.INTERVIEW, TODAY, time(14, 30), "With Marta")
        )
        (event,) = events(own_journal, application)
        assert (f"{event.at:%H:%M}", event.note) == ("14:30", "With Marta")
        assert len(own_journal.rows("SELECT id FROM activity")) == before

    def test_several_interviews_are_several(self, own_journal: Desk, application: int) -> None:
        reach = own_journal.stages.reach
        reach(application, StageForm(Stage.INTERVIEW, MONDAY))
        reach(application, StageForm(Stage.INTERVIEW, TODAY, time(9)))
        reach(application, StageForm(Stage.INTERVIEW, TODAY, time(11)))
        with pytest.raises(InvalidInput, match="Interview on 19 Nov is here already"):
            reach(application, StageForm(Stage.INTERVIEW, TODAY, time(11)))
        assert len(events(own_journal, application)) == 3

    def test_an_unknown_day_of_the_application_allows_any(self, own_journal: Desk) -> None:
        bare = own_journal.applications.add(ApplicationForm("Bolt"))
        own_journal.stages.reach(bare, StageForm(Stage.TASK, date(2024, 2, 29)))
        assert own_journal.applications.get(bare).heard == date(2024, 2, 29)

    @pytest.mark.parametrize(
        ("form", "sentence"),
        [
            (StageForm(Stage.APPLICATION), "no stage to reach"),
            (StageForm(Stage.TASK, FRIDAY), "It was sent on 16 Nov; a stage comes on that day"),
            (StageForm(Stage.TASK, TODAY + timedelta(days=1)), "2026-11-20 lies ahead"),
            (StageForm(Stage.TASK, TODAY, time(23)), "23:00 lies ahead"),
            (StageForm(Stage.TASK, date(2200, 1, 1)), "outside 1970 to 2199"),
            (StageForm(Stage.TASK, TODAY, None, "a\x00b"), "control character"),
            (StageForm(Stage.TASK, TODAY, None, "x" * 200_001), "200000 fit"),
        ],
    )
    def test_what_can_not_be_is_a_sentence_and_changes_nothing(
        self, own_journal: Desk, application: int, form: StageForm, sentence: str
    ) -> None:
        known = own_journal.stages.reach(application, StageForm(Stage.SCREENING))
        before = own_journal.dump()
        with pytest.raises(InvalidInput, match=sentence):
            own_journal.stages.reach(application, form)
        with pytest.raises(InvalidInput, match=sentence):
            own_journal.stages.change(known, form)
        assert own_journal.dump() == before

    def test_one_that_ended_takes_only_what_came_before(
        self, own_journal: Desk, application: int
    ) -> None:
        own_journal.rejections.note(RejectionForm("Halden", day=MONDAY))
        own_journal.stages.reach(application, StageForm(Stage.SCREENING, MONDAY))
        with pytest.raises(InvalidInput, match=r"It ended on 16 Nov\. Open it again first"):
            own_journal.stages.reach(application, StageForm(Stage.INTERVIEW))


class TestPlanning:
    def test_lies_ahead_and_is_no_stage_yet(self, own_journal: Desk, application: int) -> None:
        own_journal.stages.plan(
            application, StageForm(Stage.INTERVIEW, NEXT_WEEK, time(14), "Room 3")
        )
        one = own_journal.applications.get(application)
        assert one.stage is Stage.APPLICATION
        assert (one.ahead.day, f"{one.ahead.at:%H:%M}", one.ahead.note) == (
            NEXT_WEEK, "14:00", "Room 3",
        )  # fmt: skip
        assert own_journal.upkeep.undo() == "Interview planned"
        assert own_journal.applications.get(application).ahead is None

    def test_is_for_today_or_later_and_for_what_is_open(
        self, own_journal: Desk, application: int
    ) -> None:
        with pytest.raises(InvalidInput, match="16 Nov lies behind you"):
            own_journal.stages.plan(application, StageForm(Stage.INTERVIEW, MONDAY))
        own_journal.outcomes.close(application, Outcome.WITHDRAWN)
        with pytest.raises(InvalidInput, match="Open it again first"):
            own_journal.stages.plan(application, StageForm(Stage.INTERVIEW, NEXT_WEEK))

    def test_can_be_moved_and_stay_where_it_was(self, own_journal: Desk, application: int) -> None:
        event = own_journal.stages.plan(application, StageForm(Stage.INTERVIEW, TODAY))
        own_journal.set_day(TODAY + timedelta(days=2))
        own_journal.stages.change(event, StageForm(Stage.INTERVIEW, TODAY, None, "Was ill"))
        own_journal.stages.change(event, StageForm(Stage.FINAL, NEXT_WEEK, time(9)))
        with pytest.raises(InvalidInput, match="lies behind you"):
            own_journal.stages.change(event, StageForm(Stage.FINAL, TODAY))
        (moved,) = events(own_journal, application)
        assert (moved.stage, moved.day, moved.planned) == (Stage.FINAL, NEXT_WEEK, True)


class TestTakingPlace:
    def test_turns_the_plan_into_a_stage_and_logs_the_interview(
        self, own_journal: Desk, application: int
    ) -> None:
        event = own_journal.stages.plan(application, StageForm(Stage.INTERVIEW, TODAY, time(9)))
        before = own_journal.dump()
        assert own_journal.stages.took_place(event) == TODAY
        (past,) = events(own_journal, application)
        assert (past.planned, past.day, f"{past.at:%H:%M}") == (False, TODAY, "09:00")
        assert interviews(own_journal) == [(1, "Halden")]
        own_journal.assert_sums_agree()
        assert own_journal.upkeep.undo() == "Interview took place"
        assert own_journal.dump() == before

    def test_names_the_interview_that_was_logged_on_today(
        self, own_journal: Desk, application: int
    ) -> None:
        own_journal.activities.log("interview", amount=2)
        event = own_journal.stages.plan(application, StageForm(Stage.FINAL, TODAY))
        own_journal.stages.took_place(event)
        assert interviews(own_journal) == [(1, ""), (1, "Halden")]

    def test_of_two_on_one_day_the_second_counts_no_more(
        self, own_journal: Desk, application: int
    ) -> None:
        for hour in (9, 11):
            form = StageForm(Stage.INTERVIEW, TODAY, time(hour))
            own_journal.stages.took_place(own_journal.stages.plan(application, form))
        assert interviews(own_journal) == [(1, "Halden")]

    def test_counts_on_its_day_or_today_where_it_lay_ahead(
        self, own_journal: Desk, application: int
    ) -> None:
        early = own_journal.stages.plan(application, StageForm(Stage.TASK, NEXT_WEEK, time(9)))
        late = own_journal.stages.plan(application, StageForm(Stage.INTERVIEW, TODAY))
        assert own_journal.stages.took_place(early) == TODAY
        own_journal.set_day(NEXT_WEEK)
        assert own_journal.stages.took_place(late) == TODAY
        assert [one.at for one in events(own_journal, application)] == [None, None]
        assert interviews(own_journal) == [(1, "Halden")]

    def test_a_screening_is_no_interview(self, own_journal: Desk, application: int) -> None:
        event = own_journal.stages.plan(application, StageForm(Stage.SCREENING, TODAY))
        own_journal.stages.took_place(event)
        assert interviews(own_journal) == []

    def test_a_corrected_day_takes_its_effort_along(
        self, own_journal: Desk, application: int
    ) -> None:
        event = own_journal.stages.plan(application, StageForm(Stage.INTERVIEW, TODAY))
        own_journal.stages.took_place(event)
        own_journal.stages.change(event, StageForm(Stage.INTERVIEW, MONDAY))
        assert interviews(own_journal) == []
        assert interviews(own_journal, MONDAY) == [(1, "Halden")]
        own_journal.stages.delete(event)
        assert interviews(own_journal, MONDAY) == [(1, "Halden")]
        assert events(own_journal, application) == ()

    def test_what_is_gone_or_ended_is_a_sentence(self, own_journal: Desk, application: int) -> None:
        with pytest.raises(InvalidInput, match="no longer there"):
            own_journal.stages.took_place(4711)
        with pytest.raises(InvalidInput, match="no longer there"):
            own_journal.stages.change(4711, StageForm(Stage.TASK))
        event = own_journal.stages.plan(application, StageForm(Stage.INTERVIEW, TODAY))
        own_journal.rejections.note(RejectionForm("Halden", day=MONDAY))
        before = own_journal.dump()
        with pytest.raises(InvalidInput, match="It ended on 16 Nov"):
            own_journal.stages.took_place(event)
        assert own_journal.dump() == before


class TestOutcomes:
    @pytest.mark.parametrize("outcome", SAID_OUTCOMES)
    def test_each_closes_on_its_day_and_opens_again(
        self, own_journal: Desk, application: int, outcome: Outcome
    ) -> None:
        before = own_journal.dump()
        own_journal.outcomes.close(application, outcome)
        one = own_journal.applications.get(application)
        assert (one.outcome, one.outcome_day) == (outcome, TODAY)
        assert own_journal.rejections.all() == []
        own_journal.outcomes.reopen(application)
        assert own_journal.dump() == before
        own_journal.upkeep.undo()
        own_journal.upkeep.undo()
        assert own_journal.dump() == before

    def test_one_can_be_corrected_into_another(self, own_journal: Desk, application: int) -> None:
        own_journal.outcomes.close(application, Outcome.SILENCE)
        own_journal.outcomes.close(application, Outcome.WITHDRAWN, MONDAY)
        assert own_journal.applications.get(application).outcome_day == MONDAY

    def test_a_no_is_always_a_rejection(self, own_journal: Desk, application: int) -> None:
        with pytest.raises(InvalidInput, match="noted as a rejection"):
            own_journal.outcomes.close(application, Outcome.REJECTED)
        own_journal.outcomes.close(application, Outcome.SILENCE)
        own_journal.rejections.note(
            RejectionForm("Halden", "Data analyst", application_id=application)
        )
        assert own_journal.applications.get(application).outcome is Outcome.REJECTED
        with pytest.raises(InvalidInput, match=r"It ended with a no\. Open it again first"):
            own_journal.outcomes.close(application, Outcome.WITHDRAWN)
        own_journal.outcomes.reopen(application)
        assert len(own_journal.applications.record(application).rejections) == 1

    def test_silence_noted_as_a_no_has_the_same_outcome(
        self, own_journal: Desk, application: int
    ) -> None:
        own_journal.rejections.note(RejectionForm("Halden", channel=Channel.SILENCE))
        assert own_journal.applications.get(application).outcome is Outcome.SILENCE

    def test_what_can_not_be_is_a_sentence_and_changes_nothing(
        self, own_journal: Desk, application: int
    ) -> None:
        before = own_journal.dump()
        for day, sentence in (
            (FRIDAY, "It was sent on 16 Nov; an answer comes on that day or later"),
            (NEXT_WEEK, "lies ahead"),
            (date(1, 1, 1), "outside 1970"),
        ):
            with pytest.raises(InvalidInput, match=sentence):
                own_journal.outcomes.close(application, Outcome.WITHDRAWN, day)
        with pytest.raises(InvalidInput, match="It is open"):
            own_journal.outcomes.reopen(application)
        with pytest.raises(InvalidInput, match="no longer there"):
            own_journal.outcomes.close(4711, Outcome.WITHDRAWN)
        assert own_journal.dump() == before

    def test_one_from_before_upswing_that_goes_on_is_no_history(self, own_journal: Desk) -> None:
        from desktop_app.services.importing import Importing

        read = [
            ReadApplication(n, str(n), f"Old {n}", "", date(2020, 1, n), stages)
            for n, stages in (
                (1, (ReadStage(Stage.SCREENING, None),)), (2, ()), (3, ()), (4, ()),
            )
        ]  # fmt: skip
        Importing(own_journal.journal, own_journal.recording).apply(
            History("test", "Test", tuple(read))
        )
        ids = {one.employer: one.id for one in own_journal.applications.all()}
        assert all(one.history for one in own_journal.applications.all())
        (unknown,) = events(own_journal, ids["Old 1"])
        own_journal.stages.change(unknown.id, StageForm(Stage.TASK, None))
        own_journal.stages.reach(ids["Old 1"], StageForm(Stage.SCREENING, date(2020, 2, 1)))
        own_journal.stages.reach(ids["Old 2"], StageForm(Stage.SCREENING))
        own_journal.stages.plan(ids["Old 3"], StageForm(Stage.SCREENING, NEXT_WEEK))
        own_journal.outcomes.reopen(ids["Old 4"])
        history = {one.employer for one in own_journal.applications.all() if one.history}
        assert history == {"Old 1"}
        assert [one.day for one in events(own_journal, ids["Old 1"])] == [date(2020, 2, 1), None]


class TestPeople:
    def test_are_added_changed_and_taken_away(self, own_journal: Desk, application: int) -> None:
        before = own_journal.dump()
        marta = own_journal.people.add(application, Person("Marta", "Lead", "m@halden.example"))
        own_journal.people.change(marta, Person("Marta Ruiz", "Head", "", "+33 1"))
        assert own_journal.applications.record(application).people == (
            Person("Marta Ruiz", "Head", "", "+33 1", "", marta),
        )
        own_journal.people.take_away(application, marta)
        assert own_journal.dump() == before
        for step in ("Person taken away", "Person changed", "Person added"):
            assert own_journal.upkeep.undo() == step
        assert own_journal.dump() == before

    def test_one_name_at_one_employer_is_one_person(
        self, own_journal: Desk, application: int
    ) -> None:
        other = own_journal.applications.add(ApplicationForm("Halden", "Planner", TODAY))
        marta = own_journal.people.add(application, Person("Marta", "Lead"))
        assert own_journal.people.add(other, Person("MARTA", phone="7")) == marta
        assert own_journal.people.add(other, Person("Marta")) == marta
        assert own_journal.people.get(marta) == Person("Marta", "Lead", "", "7", "", marta)
        own_journal.people.take_away(application, marta)
        assert len(own_journal.applications.record(other).people) == 1

    def test_what_can_not_be_is_a_sentence(self, own_journal: Desk, application: int) -> None:
        marta = own_journal.people.add(application, Person("Marta"))
        before = own_journal.dump()
        for person in (
            Person(" "),
            Person("x" * 201),
            Person("M", note="\x00"),
            Person("M", email="@"),
        ):
            with pytest.raises(InvalidInput):
                own_journal.people.add(application, person)
            with pytest.raises(InvalidInput):
                own_journal.people.change(marta, person)
        for use in (
            lambda: own_journal.people.add(4711, Person("M")),
            lambda: own_journal.people.change(4711, Person("M")),
        ):
            with pytest.raises(InvalidInput, match="no longer there"):
                use()
        assert own_journal.dump() == before
