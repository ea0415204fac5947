"""Applications are added, changed and deleted, and each counts as effort once."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desktop_app.domain.applications import Person
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.stages import Outcome, Stage
from desktop_app.services.application_form import AlreadyThere, ApplicationForm, form_of
from desktop_app.services.application_stages import StageForm
from desktop_app.services.rejections import RejectionForm
from tests.journals import MONDAY, TODAY, Desk

FRIDAY = MONDAY - timedelta(days=3)


def sent_on(desk: Desk, day: date) -> list[tuple[float, str]]:
    return [
        (one.amount, one.employer)
        for one in desk.activities.of_day(day)
        if one.kind == "application"
    ]


def whole(**changes: object) -> ApplicationForm:
    return ApplicationForm(
        **{
            "employer": "Halden",
            "position": "Data analyst",
            "day": MONDAY,
            "source": "A friend",
            "location": "Lyon",
            "link": "https://halden.example/jobs/7",
            "reference": "H-7",
            "note": "Ask about the team.\nSalary not said.",
            "address": "1 Rue Haute\nLyon",
            "web": "halden.example",
            **changes,
        }  # type: ignore[arg-type]
    )


class TestAdding:
    def test_keeps_everything_and_is_one_step(self, own_journal: Desk) -> None:
        before = own_journal.dump()
        person = Person("Marta Ruiz", "Team lead", "marta@halden.example", "+33 1", "Kind")
        identity = own_journal.applications.add(whole(person=person))
        record = own_journal.applications.record(identity)
        assert form_of(record) == whole()
        assert [(one.name, one.role, one.email, one.phone, one.note) for one in record.people] == [
            ("Marta Ruiz", "Team lead", "marta@halden.example", "+33 1", "Kind")
        ]
        assert record.application.search_id == own_journal.searches.current().id
        assert not record.application.history
        assert sent_on(own_journal, MONDAY) == [(1, "Halden")]
        own_journal.assert_sums_agree()
        assert own_journal.upkeep.undo() == "Application added"
        assert own_journal.dump() == before

    def test_without_a_day_it_is_no_effort(self, own_journal: Desk) -> None:
        identity = own_journal.applications.add(ApplicationForm("Halden"))
        assert own_journal.applications.get(identity).day is None
        assert own_journal.rows("SELECT id FROM activity") == []

    def test_names_one_that_was_logged_without_a_name(self, own_journal: Desk) -> None:
        own_journal.activities.log("application", amount=2, day=MONDAY)
        assert own_journal.applications.unnamed_sent(MONDAY) == 2
        own_journal.applications.add(whole())
        assert sent_on(own_journal, MONDAY) == [(1, ""), (1, "Halden")]
        assert own_journal.applications.unnamed_sent(MONDAY) == 1
        own_journal.applications.add(whole(employer="Bolt"))
        assert sent_on(own_journal, MONDAY) == [(1, "Bolt"), (1, "Halden")]
        own_journal.applications.add(whole(employer="Corvid"))
        assert len(sent_on(own_journal, MONDAY)) == 3

    def test_logs_another_where_the_person_says_so(self, own_journal: Desk) -> None:
        own_journal.activities.log("application", day=MONDAY)
        own_journal.applications.add(whole(), name_logged=False)
        assert sent_on(own_journal, MONDAY) == [(1, ""), (1, "Halden")]

    def test_leaves_alone_what_names_another_employer(self, own_journal: Desk) -> None:
        for employer in ("Bolt", "halden"):
            activity = own_journal.activities.log("application", day=MONDAY)
            with own_journal.journal.write("named") as db:
                db.table("activity").update(activity, {"employer": employer})
        assert own_journal.applications.unnamed_sent(MONDAY) == 0
        assert own_journal.applications.unnamed_sent(MONDAY, "Halden") == 1
        own_journal.applications.add(whole())
        assert sorted(sent_on(own_journal, MONDAY)) == [(1, "Bolt"), (1, "Halden")]

    def test_the_points_are_those_that_hold_now(self, own_journal: Desk) -> None:
        with own_journal.journal.write("points") as db:
            db.conn.execute("UPDATE activity_kind SET points = 5 WHERE name = 'application'")
        own_journal.applications.add(whole())
        assert own_journal.momentum.day(MONDAY).points == 5

    def test_the_same_twice_is_said_and_changes_nothing(self, own_journal: Desk) -> None:
        first = own_journal.applications.add(whole())
        before = own_journal.dump()
        with pytest.raises(AlreadyThere, match="Halden · Data analyst of 16 Nov is here") as told:
            own_journal.applications.add(whole(employer=" HALDEN", position="data  ANALYST"))
        assert told.value.application.id == first
        assert own_journal.dump() == before
        own_journal.applications.add(whole(position="Planner"))
        own_journal.applications.add(whole(day=TODAY))
        own_journal.outcomes.close(first, Outcome.WITHDRAWN)
        own_journal.applications.add(whole())

    @pytest.mark.parametrize(
        "form",
        [
            whole(employer=""),
            whole(employer=" \n"),
            whole(employer="x" * 201),
            whole(position="x" * 201),
            whole(employer="A\x07cme"),
            whole(position="\ud800"),
            whole(day=TODAY + timedelta(days=1)),
            whole(day=date(1969, 12, 31)),
            whole(day=date(9999, 1, 1)),
            whole(source="x" * 201),
            whole(location="x" * 201),
            whole(reference="x" * 201),
            whole(link="x" * 2001),
            whole(web="x" * 2001),
            whole(address="x" * 1001),
            whole(note="x" * 200_001),
            whole(note="a\x00b"),
            whole(person=Person("")),
            whole(person=Person("x" * 201)),
            whole(person=Person("Marta", email="marta at halden")),
        ],
    )
    def test_what_can_not_be_is_a_sentence_and_changes_nothing(
        self, own_journal: Desk, form: ApplicationForm
    ) -> None:
        known = own_journal.applications.add(whole(employer="Known"))
        before = own_journal.dump()
        with pytest.raises(InvalidInput, match=r"\.$"):
            own_journal.applications.add(form)
        with pytest.raises(InvalidInput, match=r"\.$"):
            own_journal.applications.change(known, form)
        assert own_journal.dump() == before


class TestChanging:
    def test_everything_can_be_changed_and_taken_back(self, own_journal: Desk) -> None:
        identity = own_journal.applications.add(whole())
        before = own_journal.dump()
        other = ApplicationForm(
            "Bolt", "Planner", TODAY, "Web", "Paris", "bolt.example", "B-1", "New", "2 Rue", "b.ex"
        )
        own_journal.applications.change(identity, other)
        assert form_of(own_journal.applications.record(identity)) == other
        assert own_journal.rows("SELECT name FROM employer") == [("Bolt",)]
        assert own_journal.upkeep.undo() == "Application changed"
        assert own_journal.dump() == before

    def test_a_new_name_logs_nothing_and_shows_everywhere(self, own_journal: Desk) -> None:
        identity = own_journal.applications.add(whole())
        for employer in ("HALDEN", "Haldn", "Bolt"):
            own_journal.applications.change(identity, whole(employer=employer))
            assert sent_on(own_journal, MONDAY) == [(1, employer)]

    def test_a_new_name_leaves_the_employer_of_others(self, own_journal: Desk) -> None:
        first = own_journal.applications.add(whole())
        second = own_journal.applications.add(whole(position="Planner", address=None))
        own_journal.applications.change(second, whole(employer="Bolt", position="Planner"))
        assert own_journal.applications.get(first).employer == "Halden"
        assert own_journal.applications.record(first).address == "1 Rue Haute\nLyon"

    def test_an_address_goes_along_and_stays_where_none_is_given(self, own_journal: Desk) -> None:
        identity = own_journal.applications.add(whole())
        own_journal.applications.change(identity, whole(employer="Bolt", address=None, web=None))
        record = own_journal.applications.record(identity)
        assert (record.address, record.web) == ("1 Rue Haute\nLyon", "halden.example")

    def test_people_go_along_with_a_new_employer(self, own_journal: Desk) -> None:
        own_journal.applications.add(whole(employer="Bolt", position="Driver"))
        identity = own_journal.applications.add(whole(person=Person("Marta")))
        own_journal.applications.change(identity, whole(employer="Bolt"))
        assert own_journal.rows("SELECT name FROM employer") == [("Bolt",)]
        assert [one.name for one in own_journal.applications.record(identity).people] == ["Marta"]

    def test_another_day_moves_its_effort(self, own_journal: Desk) -> None:
        identity = own_journal.applications.add(whole())
        own_journal.applications.change(identity, whole(day=FRIDAY))
        assert sent_on(own_journal, MONDAY) == []
        assert sent_on(own_journal, FRIDAY) == [(1, "Halden")]
        assert own_journal.momentum.bounds() == (FRIDAY, TODAY)
        own_journal.assert_sums_agree()

    def test_a_first_day_logs_its_effort_once(self, own_journal: Desk) -> None:
        own_journal.rejections.note(RejectionForm("Halden", "Data analyst"))
        identity = own_journal.applications.all()[0].id
        own_journal.activities.log("application", day=MONDAY)
        own_journal.applications.change(identity, whole())
        assert sent_on(own_journal, MONDAY) == [(1, "Halden")]

    def test_a_day_that_was_unknown_for_a_while_takes_its_effort_along(
        self, own_journal: Desk
    ) -> None:
        identity = own_journal.applications.add(whole())
        own_journal.applications.change(identity, whole(day=None))
        assert sent_on(own_journal, MONDAY) == [(1, "Halden")]
        own_journal.applications.change(identity, whole(day=FRIDAY))
        assert sent_on(own_journal, MONDAY) == []
        assert sent_on(own_journal, FRIDAY) == [(1, "Halden")]

    def test_deleted_effort_does_not_come_back(self, own_journal: Desk) -> None:
        identity = own_journal.applications.add(whole())
        own_journal.activities.take_one("application", MONDAY)
        own_journal.applications.change(identity, whole(day=FRIDAY, note="Changed"))
        assert own_journal.rows("SELECT id FROM activity") == []

    def test_it_was_sent_before_its_answer_and_stages(self, own_journal: Desk) -> None:
        identity = own_journal.applications.add(whole(day=FRIDAY))
        own_journal.stages.reach(identity, StageForm(Stage.SCREENING, MONDAY))
        before = own_journal.dump()
        with pytest.raises(InvalidInput, match="Screening was on 16 Nov; it was sent on that day"):
            own_journal.applications.change(identity, whole(day=TODAY))
        assert own_journal.dump() == before
        other = own_journal.applications.add(whole(employer="Bolt", day=FRIDAY))
        own_journal.rejections.note(RejectionForm("Bolt", day=MONDAY))
        with pytest.raises(InvalidInput, match="Its answer came on 16 Nov"):
            own_journal.applications.change(other, whole(employer="Bolt", day=TODAY))
        own_journal.applications.change(other, whole(employer="Bolt", day=MONDAY))

    def test_it_becomes_no_other_open_one(self, own_journal: Desk) -> None:
        own_journal.applications.add(whole())
        second = own_journal.applications.add(whole(position="Planner"))
        with pytest.raises(AlreadyThere):
            own_journal.applications.change(second, whole())
        own_journal.applications.change(second, whole(position="planner"))

    def test_one_that_is_gone_is_a_sentence(self, own_journal: Desk) -> None:
        for use in (
            lambda: own_journal.applications.change(4711, whole()),
            lambda: own_journal.applications.delete(4711),
        ):
            with pytest.raises(InvalidInput, match="no longer there"):
                use()


class TestDeleting:
    def test_effort_stays_without_the_name_and_all_else_goes(self, own_journal: Desk) -> None:
        own_journal.activities.log("networking")
        identity = own_journal.applications.add(whole(person=Person("Marta")))
        own_journal.stages.plan(identity, StageForm(Stage.INTERVIEW, TODAY))
        own_journal.rejections.note(RejectionForm("Halden"))
        before = own_journal.dump()
        points = own_journal.momentum.day(MONDAY).points
        assert own_journal.applications.delete(identity) == (MONDAY, 1)
        assert sent_on(own_journal, MONDAY) == [(1, "")]
        assert own_journal.momentum.day(MONDAY).points == points
        for table in ("application", "employer", "person", "stage_event", "rejection"):
            assert own_journal.rows(f"SELECT * FROM {table}") == []
        own_journal.assert_sums_agree()
        assert own_journal.upkeep.undo() == "Application deleted"
        assert own_journal.dump() == before

    def test_what_others_need_stays(self, own_journal: Desk) -> None:
        first = own_journal.applications.add(whole(person=Person("Marta")))
        second = own_journal.applications.add(whole(position="Planner", person=Person("marta")))
        own_journal.applications.delete(first)
        assert [one.name for one in own_journal.applications.record(second).people] == ["Marta"]
        assert own_journal.applications.get(second).employer == "Halden"

    def test_drafts_of_it_go_and_those_of_others_stay(self, own_journal: Desk) -> None:
        identity = own_journal.applications.add(whole())
        for name in ("", ".text", "0"):
            own_journal.drafts.keep(f"application:{identity}{name}", "words")
        own_journal.applications.delete(identity)
        assert own_journal.rows("SELECT field FROM draft") == [(f"application:{identity}0",)]

    def test_effort_that_was_taken_away_is_not_promised(self, own_journal: Desk) -> None:
        identity = own_journal.applications.add(whole())
        own_journal.activities.take_one("application", MONDAY)
        assert own_journal.applications.delete(identity) == (None, 0)


def test_a_deleted_no_keeps_an_application_of_which_more_is_known(own_journal: Desk) -> None:
    noted = own_journal.rejections.note(RejectionForm("Halden"))
    identity = own_journal.applications.all()[0].id
    own_journal.people.add(identity, Person("Marta"))
    own_journal.rejections.delete(noted)
    assert own_journal.applications.get(identity).outcome is None


def test_a_no_can_not_come_before_the_application(own_journal: Desk) -> None:
    identity = own_journal.applications.add(whole())
    before = own_journal.dump()
    with pytest.raises(InvalidInput, match="It was sent on 16 Nov; an answer comes"):
        own_journal.rejections.note(RejectionForm("Halden", day=FRIDAY, application_id=identity))
    assert own_journal.dump() == before
    noted = own_journal.rejections.note(RejectionForm("Halden"))
    before = own_journal.dump()
    with pytest.raises(InvalidInput, match="It was sent on 16 Nov; an answer comes"):
        own_journal.rejections.change(noted, RejectionForm("Halden", "Data analyst", day=FRIDAY))
    assert own_journal.dump() == before


class TestLists:
    def test_the_stage_state_and_words_of_each(self, own_journal: Desk) -> None:
        identity = own_journal.applications.add(whole(person=Person("Marta")))
        own_journal.stages.reach(identity, StageForm(Stage.SCREENING, TODAY))
        own_journal.stages.plan(identity, StageForm(Stage.FINAL, TODAY + timedelta(days=9)))
        own_journal.stages.plan(identity, StageForm(Stage.INTERVIEW, TODAY + timedelta(days=2)))
        (one,) = own_journal.applications.all()
        assert (one.stage, one.heard) == (Stage.SCREENING, TODAY)
        assert (one.ahead.stage, one.ahead.day) == (Stage.INTERVIEW, TODAY + timedelta(days=2))
        for word in ("Lyon", "H-7", "team", "Marta"):
            assert word in one.words
        own_journal.outcomes.close(identity, Outcome.OFFER_DECLINED)
        assert own_journal.applications.get(identity).stage is Stage.OFFER

    def test_those_sent_last_come_first_and_unknown_days_last(self, own_journal: Desk) -> None:
        assert not own_journal.applications.any()
        for employer, day in (("a", None), ("b", MONDAY), ("c", TODAY), ("d", TODAY)):
            own_journal.applications.add(ApplicationForm(employer, day=day))
        assert own_journal.applications.any()
        assert [one.employer for one in own_journal.applications.all()] == ["d", "c", "b", "a"]
