"""A no is noted in few words, can be changed, and leaves nothing behind when it is deleted."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.stages import Channel, Outcome, Stage
from desktop_app.services.rejections import RejectionForm
from tests.journals import MONDAY, TODAY, Desk


def sent(desk: Desk, employer: str, position: str = "", day: date | None = MONDAY) -> int:
    """An application that was sent, with its activity, as an import brings it."""
    with desk.journal.write("sent") as db:
        identity = desk.applications.begin(db, employer, position, day)
        db.table("activity").insert(
            {
                **desk.recording.stamp(day),
                "kind_id": desk.activities.kind("application").id,
                "amount": 1,
                "points_per_unit": 3,
                "application_id": identity,
            }
        )
    return identity


def reached(desk: Desk, application: int, *stages: str) -> None:
    with desk.journal.write("stages") as db:
        for stage in stages:
            db.table("stage_event").insert(
                {**desk.recording.stamp(MONDAY), "application_id": application, "stage": stage}
            )


class TestWhichApplication:
    def test_the_single_open_one_is_taken(self, own_journal: Desk) -> None:
        known = sent(own_journal, "Brücke & Söhne", "Baker")
        noted = own_journal.rejections.note(RejectionForm("  BRÜCKE &  söhne "))
        rejection = own_journal.rejections.get(noted)
        assert rejection is not None
        assert rejection.application_id == known
        assert (rejection.employer, rejection.position) == ("Brücke & Söhne", "Baker")
        assert (rejection.day, rejection.applied) == (TODAY, MONDAY)
        application = own_journal.applications.get(known)
        assert application is not None
        assert application.outcome is Outcome.REJECTED
        assert own_journal.applications.of_employer("Brücke & Söhne") == []

    def test_of_several_the_position_says_which(self, own_journal: Desk) -> None:
        sent(own_journal, "Acme", "Baker")
        cook = sent(own_journal, "Acme", "Cook")
        before = own_journal.dump()
        with pytest.raises(InvalidInput, match="Acme has 2 open applications: Cook, Baker"):
            own_journal.rejections.note(RejectionForm("acme"))
        assert own_journal.dump() == before
        noted = own_journal.rejections.note(RejectionForm("Acme", "COOK"))
        assert own_journal.rejections.get(noted).application_id == cook
        # Now a single one is open.
        again = own_journal.rejections.note(RejectionForm("Acme"))
        assert own_journal.rejections.get(again).position == "Baker"

    def test_one_without_a_position_can_be_meant(self, own_journal: Desk) -> None:
        bare = sent(own_journal, "Acme")
        sent(own_journal, "Acme", "Cook")
        with pytest.raises(InvalidInput, match="Cook, no position"):
            own_journal.rejections.note(RejectionForm("Acme"))
        noted = own_journal.rejections.note(RejectionForm("Acme", ""))
        assert own_journal.rejections.get(noted).application_id == bare

    def test_an_unknown_one_is_begun_and_adds_no_effort(self, own_journal: Desk) -> None:
        noted = own_journal.rejections.note(RejectionForm("New & Co", "Baker", day=MONDAY))
        rejection = own_journal.rejections.get(noted)
        assert (rejection.applied, rejection.day) == (None, MONDAY)
        assert own_journal.activities.of_day(MONDAY) == []
        assert own_journal.momentum.day(MONDAY).logged
        assert [one.employer for one in own_journal.applications.all()] == ["New & Co"]

    def test_a_picked_one_is_taken(self, own_journal: Desk) -> None:
        sent(own_journal, "Acme", "Baker")
        cook = sent(own_journal, "Acme", "Cook")
        noted = own_journal.rejections.note(RejectionForm("Acme", "Baker", application_id=cook))
        assert own_journal.rejections.get(noted).position == "Cook"


class TestWhatIsNoted:
    def test_the_stage_is_the_furthest_reached_where_none_is_said(self, own_journal: Desk) -> None:
        reached(own_journal, sent(own_journal, "Acme"), "screening", "interview", "task")
        reached(own_journal, sent(own_journal, "Offered"), "offer")
        stages = [
            own_journal.rejections.get(own_journal.rejections.note(form)).stage
            for form in (
                RejectionForm("Acme"),
                RejectionForm("Offered"),
                RejectionForm("Unknown"),
                RejectionForm("Said", stage=Stage.TASK),
            )
        ]
        assert stages == [Stage.INTERVIEW, Stage.FINAL, Stage.APPLICATION, Stage.TASK]

    def test_silence_closes_as_silence(self, own_journal: Desk) -> None:
        noted = own_journal.rejections.note(RejectionForm("Acme", channel=Channel.SILENCE))
        application = own_journal.applications.all()[0]
        assert application.outcome is Outcome.SILENCE
        own_journal.rejections.change(noted, RejectionForm("Acme", channel=Channel.CALL))
        assert own_journal.applications.all()[0].outcome is Outcome.REJECTED

    @pytest.mark.parametrize(
        "form",
        [
            RejectionForm(""),
            RejectionForm(" \n "),
            RejectionForm("x" * 10_000),
            RejectionForm("Acme", "x" * 201),
            RejectionForm("A\x07cme"),
            RejectionForm("Acme\ud800"),
            RejectionForm("Acme", reason="a\x00b"),
            RejectionForm("Acme", mood=6),
            RejectionForm("Acme", mood=0),
            RejectionForm("Acme", stage=Stage.OFFER),
            RejectionForm("Acme", day=TODAY + timedelta(days=1)),
        ],
    )
    def test_what_can_not_be_is_a_sentence_and_changes_nothing(
        self, own_journal: Desk, form: RejectionForm
    ) -> None:
        noted = own_journal.rejections.note(RejectionForm("Acme", "Baker", mood=2))
        before = own_journal.dump()
        with pytest.raises(InvalidInput):
            own_journal.rejections.note(form)
        with pytest.raises(InvalidInput):
            own_journal.rejections.change(noted, form)
        assert own_journal.dump() == before

    def test_they_are_listed_the_newest_first(self, own_journal: Desk) -> None:
        assert not own_journal.rejections.any()
        for employer, day in (("a", MONDAY), ("b", TODAY), ("c", TODAY)):
            own_journal.rejections.note(RejectionForm(employer, day=day))
        assert own_journal.rejections.any()
        assert [one.employer for one in own_journal.rejections.all()] == ["c", "b", "a"]
        assert [one.employer for one in own_journal.rejections.of_day(TODAY)] == ["b", "c"]
        marks = own_journal.rejections.between(MONDAY, MONDAY)
        assert [mark.employer for mark in marks] == ["a"]
        assert [mark.employer for mark in own_journal.momentum.timeline().rejections] == [
            "a", "b", "c",
        ]  # fmt: skip

    def test_the_stages_of_an_application_are_told_in_order(self, own_journal: Desk) -> None:
        known = sent(own_journal, "Acme")
        reached(own_journal, known, "screening", "interview")
        told = own_journal.rejections.stages_of(known)
        assert [(one.stage, one.day) for one in told] == [
            (Stage.SCREENING, MONDAY), (Stage.INTERVIEW, MONDAY),
        ]  # fmt: skip


class TestChanging:
    def test_what_was_entered_can_be_changed_and_taken_back(self, own_journal: Desk) -> None:
        sent(own_journal, "Acme", "Baker")
        noted = own_journal.rejections.note(RejectionForm("Acme", reason="too far", mood=2))
        before = own_journal.dump()
        own_journal.rejections.change(
            noted,
            RejectionForm(
                "Acme", "Baker", day=MONDAY, stage=Stage.FINAL, channel=Channel.CALL,
                reason="someone else", mood=4,
            ),
        )  # fmt: skip
        changed = own_journal.rejections.get(noted)
        assert (changed.day, changed.stage, changed.channel) == (MONDAY, Stage.FINAL, Channel.CALL)
        assert (changed.reason, changed.mood) == ("someone else", 4)
        assert own_journal.value("SELECT outcome_day FROM application") == MONDAY.isoformat()
        assert own_journal.upkeep.undo() == "Rejection changed"
        assert own_journal.dump() == before

    def test_another_employer_opens_the_former_application_again(self, own_journal: Desk) -> None:
        former = sent(own_journal, "Acme", "Baker")
        other = sent(own_journal, "Bolt", "Cook")
        noted = own_journal.rejections.note(RejectionForm("Acme"))
        own_journal.rejections.change(noted, RejectionForm("Bolt", "Cook"))
        assert own_journal.rejections.get(noted).application_id == other
        assert own_journal.applications.get(former).outcome is None
        assert own_journal.applications.get(other).outcome is Outcome.REJECTED

    def test_a_corrected_name_leaves_no_trace_of_the_wrong_one(self, own_journal: Desk) -> None:
        noted = own_journal.rejections.note(RejectionForm("Acmee", "Baker"))
        own_journal.rejections.change(noted, RejectionForm("Acme", "Baker"))
        assert [one.employer for one in own_journal.applications.all()] == ["Acme"]
        assert own_journal.rows("SELECT name FROM employer") == [("Acme",)]

    def test_other_capitals_keep_the_application(self, own_journal: Desk) -> None:
        known = sent(own_journal, "acme", "baker")
        noted = own_journal.rejections.note(RejectionForm("acme"))
        own_journal.rejections.change(noted, RejectionForm("ACME", "Baker"))
        changed = own_journal.rejections.get(noted)
        assert changed.application_id == known
        assert (changed.employer, changed.position) == ("ACME", "Baker")
        assert len(own_journal.applications.all()) == 1

    def test_an_earlier_day_lets_the_search_reach_back(self, own_journal: Desk) -> None:
        noted = own_journal.rejections.note(RejectionForm("Acme"))
        own_journal.rejections.change(noted, RejectionForm("Acme", day=MONDAY))
        assert own_journal.momentum.bounds() == (MONDAY, TODAY)

    def test_one_that_is_gone_is_a_sentence(self, own_journal: Desk) -> None:
        with pytest.raises(InvalidInput, match="no longer there"):
            own_journal.rejections.change(4711, RejectionForm("Acme"))


class TestDeleting:
    def test_opens_its_application_again(self, own_journal: Desk) -> None:
        known = sent(own_journal, "Acme", "Baker")
        before = own_journal.dump()
        own_journal.rejections.delete(own_journal.rejections.note(RejectionForm("Acme")))
        assert own_journal.dump() == before
        assert [one.id for one in own_journal.applications.of_employer("Acme")] == [known]

    def test_takes_away_what_only_it_had_begun(self, own_journal: Desk) -> None:
        own_journal.activities.log("networking")
        before = own_journal.dump()
        own_journal.rejections.delete(own_journal.rejections.note(RejectionForm("Acme", "Baker")))
        assert own_journal.dump() == before

    def test_keeps_an_employer_that_others_need(self, own_journal: Desk) -> None:
        sent(own_journal, "Acme", "Cook")
        own_journal.rejections.delete(own_journal.rejections.note(RejectionForm("Acme", "Baker")))
        assert [(one.employer, one.position) for one in own_journal.applications.all()] == [
            ("Acme", "Cook")
        ]

    def test_leaves_an_application_closed_that_has_another_no(self, own_journal: Desk) -> None:
        known = sent(own_journal, "Acme", "Cook")
        form = RejectionForm("Acme", "Cook", application_id=known)
        first, second = own_journal.rejections.note(form), own_journal.rejections.note(form)
        own_journal.rejections.delete(second)
        assert own_journal.applications.get(known).outcome is Outcome.REJECTED
        own_journal.rejections.delete(first)
        assert own_journal.applications.get(known).outcome is None

    def test_the_drafts_of_others_stay(self, own_journal: Desk) -> None:
        noted = own_journal.rejections.note(RejectionForm("Acme"))
        for name in (f"{noted}.reason", f"{noted}0.reason"):
            own_journal.drafts.keep(f"rejection:{name}", "words")
        own_journal.rejections.delete(noted)
        assert own_journal.rows("SELECT field FROM draft") == [(f"rejection:{noted}0.reason",)]


class TestOpenedAgain:
    """An application that was opened again after a no goes its own way."""

    def test_saying_more_of_the_no_leaves_it_open(self, own_journal: Desk) -> None:
        known = sent(own_journal, "Acme", "Cook")
        noted = own_journal.rejections.note(RejectionForm("Acme"))
        own_journal.outcomes.reopen(known)
        own_journal.rejections.change(noted, RejectionForm("Acme", "Cook", reason="No budget"))
        assert own_journal.applications.get(known).outcome is None
        assert own_journal.rejections.get(noted).reason == "No budget"

    def test_deleting_the_no_keeps_how_it_ended_since(self, own_journal: Desk) -> None:
        known = sent(own_journal, "Acme", "Cook")
        noted = own_journal.rejections.note(RejectionForm("Acme"))
        own_journal.outcomes.reopen(known)
        own_journal.outcomes.close(known, Outcome.OFFER_DECLINED)
        own_journal.rejections.delete(noted)
        assert own_journal.applications.get(known).outcome is Outcome.OFFER_DECLINED

    def test_one_that_only_the_no_had_begun_stays_where_it_ended_since(
        self, own_journal: Desk
    ) -> None:
        noted = own_journal.rejections.note(RejectionForm("Acme"))
        known = own_journal.applications.all()[0].id
        own_journal.outcomes.reopen(known)
        own_journal.outcomes.close(known, Outcome.WITHDRAWN)
        own_journal.rejections.delete(noted)
        assert own_journal.applications.get(known).outcome is Outcome.WITHDRAWN
