"""What was done can be told more of, changed, and moved to the day it was done on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta
from unicodedata import normalize

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.domain.entries import Activity, ActivityDetails
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.methods import METHODS, method_label, read_method
from desktop_app.services.account import account
from desktop_app.services.activity_editing import ActivityForm
from desktop_app.services.rejections import RejectionForm
from tests.journals import MONDAY, NOW, TODAY, Desk
from tests.services.test_entries import HOSTILE
from tests.services.test_momentum import FIRST, search

TOLD = ActivityDetails(
    employer="Oakline",
    position="Planner",
    contact="Priya",
    method="phone",
    result="Call again in May",
    reference="A-17",
    note="Two lines\nof it",
)


def only(desk: Desk, day: date = TODAY) -> Activity:
    (one,) = desk.activities.of_day(day)
    return one


def form(desk: Desk, identity: int, **changes: object) -> ActivityForm:
    found = desk.editing.form(identity)
    assert found is not None
    return replace(found, **changes)


class TestDetails:
    def test_are_kept_as_they_were_told(self, own_journal: Desk) -> None:
        identity = own_journal.activities.log("networking")
        own_journal.editing.tell(identity, TOLD)
        assert only(own_journal).details == TOLD
        own_journal.reopen()
        assert only(own_journal).details == TOLD
        own_journal.assert_sums_agree()

    def test_one_visit_is_one_step(self, own_journal: Desk) -> None:
        identity = own_journal.activities.log("networking")
        for employer in ("O", "Oak", "Oakline"):
            own_journal.editing.tell(identity, ActivityDetails(employer=employer))
        own_journal.editing.tell(identity, ActivityDetails(employer="Oakline"), amount=3)
        assert (only(own_journal).employer, only(own_journal).amount) == ("Oakline", 3)
        assert own_journal.upkeep.undo() == "Details saved"
        assert (only(own_journal).employer, only(own_journal).amount) == ("", 1)
        own_journal.upkeep.redo()
        own_journal.upkeep.seal_step()
        own_journal.editing.tell(identity, ActivityDetails(employer="Acme"))
        own_journal.upkeep.undo()
        assert only(own_journal).employer == "Oakline"

    def test_saving_what_is_there_is_no_step(self, own_journal: Desk) -> None:
        identity = own_journal.activities.log("networking", amount=2)
        own_journal.editing.tell(identity, TOLD)
        mark = own_journal.upkeep.undo_mark
        own_journal.upkeep.seal_step()
        own_journal.editing.tell(identity, TOLD)
        own_journal.editing.tell(identity, TOLD, amount=2)
        own_journal.editing.change(identity, form(own_journal, identity))
        assert own_journal.upkeep.undo_mark == mark

    @pytest.mark.parametrize("text", HOSTILE)
    def test_any_words_stay_as_they_are(self, own_journal: Desk, text: str) -> None:
        identity = own_journal.activities.log("networking")
        own_journal.editing.tell(
            identity, ActivityDetails(text, text, text, text, text, text, text)
        )
        own_journal.reopen()
        stored = only(own_journal).details
        assert stored.note == stored.employer == stored.method == normalize("NFC", text)
        own_journal.assert_sums_agree()

    @pytest.mark.parametrize(
        "details",
        [
            ActivityDetails(employer="x" * 201), ActivityDetails(contact="a\x00b"),
            ActivityDetails(note="x" * 200_001), ActivityDetails(result="r" * 501),
            ActivityDetails(reference="\ud800"),
        ],
    )  # fmt: skip
    def test_what_no_field_can_hold_is_a_sentence(
        self, own_journal: Desk, details: ActivityDetails
    ) -> None:
        identity = own_journal.activities.log("networking")
        before = own_journal.dump()
        with pytest.raises(InvalidInput):
            own_journal.editing.tell(identity, details)
        with pytest.raises(InvalidInput):
            own_journal.editing.change(identity, form(own_journal, identity, details=details))
        assert own_journal.dump() == before

    def test_what_has_a_reference_is_joined_by_nothing(self, own_journal: Desk) -> None:
        identity = own_journal.activities.add_one("networking", TODAY)
        own_journal.editing.tell(identity, ActivityDetails(reference="7"))
        assert own_journal.activities.add_one("networking", TODAY) != identity

    def test_an_entry_that_is_gone_is_a_sentence(self, own_journal: Desk) -> None:
        identity = own_journal.activities.log("networking")
        kept = form(own_journal, identity)
        own_journal.activities.delete(identity)
        for attempt in (
            lambda: own_journal.editing.tell(identity, TOLD),
            lambda: own_journal.editing.tell(identity, TOLD, amount=2),
            lambda: own_journal.editing.change(identity, kept),
            lambda: own_journal.editing.move(identity, MONDAY),
        ):
            with pytest.raises(InvalidInput, match="no longer there"):
                attempt()
        assert own_journal.editing.form(identity) is None
        assert own_journal.activities.get(identity) is None


class TestChanging:
    def test_everything_at_once_is_one_step(self, own_journal: Desk) -> None:
        identity = own_journal.activities.log("networking", amount=3)
        before = own_journal.dump()
        own_journal.editing.change(
            identity, ActivityForm("follow_up", TODAY, time(8, 15), 2, None, TOLD)
        )
        one = only(own_journal)
        assert (one.kind, one.amount, one.points) == ("follow_up", 2, 2)
        assert one.at == NOW.replace(hour=8, minute=15)
        assert one.details == TOLD
        assert own_journal.upkeep.undo() == "Activity changed"
        assert own_journal.dump() == before

    def test_a_visit_that_tells_of_two_is_one_step(self, own_journal: Desk) -> None:
        identity = own_journal.activities.log("application", amount=2)
        before = own_journal.dump()
        halden = ActivityDetails(employer="Halden", position="Cook")
        named = own_journal.editing.tell(identity, halden, visit="7")
        assert named != identity
        own_journal.editing.tell(named, replace(halden, method="online"), visit="7")
        rest, told = own_journal.activities.of_day(TODAY)
        assert (rest.amount, rest.method, told.amount, told.method) == (1, "", 1, "online")
        assert own_journal.upkeep.undo() == "Details saved"
        assert own_journal.dump() == before

    def test_the_points_it_was_logged_with_stay_but_for_another_kind(
        self, own_journal: Desk
    ) -> None:
        identity = own_journal.activities.log("networking")
        with own_journal.journal.write("points") as db:
            db.conn.execute("UPDATE activity_kind SET points = 9")
        own_journal.editing.change(identity, form(own_journal, identity, amount=2))
        assert only(own_journal).points == 4
        own_journal.editing.change(identity, form(own_journal, identity, kind="interview"))
        assert only(own_journal).points == 18

    def test_a_counted_kind_becomes_a_measured_one(self, own_journal: Desk) -> None:
        identity = own_journal.activities.log("networking", amount=3)
        own_journal.editing.change(
            identity, form(own_journal, identity, kind="learning", minutes=45)
        )
        one = only(own_journal)
        assert (one.minutes, one.amount, one.points) == (45, 1.5, 3)
        own_journal.editing.change(
            identity, form(own_journal, identity, kind="networking", amount=2, minutes=None)
        )
        one = only(own_journal)
        assert (one.minutes, one.amount, one.points) == (None, 2, 4)

    def test_the_second_of_its_logging_is_kept_where_the_time_is_not_changed(
        self, own_journal: Desk
    ) -> None:
        own_journal.set_now(NOW.replace(second=33))
        identity = own_journal.activities.log("networking")
        own_journal.editing.change(identity, form(own_journal, identity, amount=4))
        assert only(own_journal).at == NOW.replace(second=33)

    @pytest.mark.parametrize(
        "changes",
        [
            {"kind": "nonsense"}, {"amount": 0}, {"amount": 1.5}, {"amount": 1001},
            {"minutes": 0}, {"kind": "learning", "minutes": 1441},
            {"day": TODAY + timedelta(days=1)}, {"day": date(1, 1, 1)}, {"at": time(18, 1)},
        ],
    )  # fmt: skip
    def test_what_can_not_be_is_a_sentence_and_changes_nothing(
        self, own_journal: Desk, changes: dict
    ) -> None:
        identity = own_journal.activities.log("networking")
        before = own_journal.dump()
        with pytest.raises(InvalidInput) as refused:
            own_journal.editing.change(identity, form(own_journal, identity, **changes))
        assert len(str(refused.value)) > 20
        assert own_journal.dump() == before


class TestMoving:
    def test_takes_the_effort_along(self, own_journal: Desk) -> None:
        own_journal.activities.log("interview", amount=2, day=MONDAY)
        identity = own_journal.activities.log("interview", amount=2)
        before = own_journal.dump()
        tuesday = MONDAY + timedelta(days=1)
        own_journal.editing.move(identity, tuesday)
        assert own_journal.activities.of_day(TODAY) == []
        assert only(own_journal, tuesday).at is None
        points = {facts.day: facts.points for facts in own_journal.momentum.timeline().days}
        assert (points[tuesday], points[TODAY]) == (10, 0)
        assert own_journal.values() == own_journal.fresh_values()
        own_journal.assert_sums_agree()
        said = {line.day: line.sentence for line in account(own_journal.momentum, TODAY)}
        assert said[tuesday] == "A full day: 10 of 10 points."
        assert said[TODAY] == "0 of 10 points so far; today is not over."
        assert own_journal.upkeep.undo() == "Moved to Tuesday 17 November"
        assert own_journal.dump() == before

    def test_before_the_search_it_begins_earlier(self, own_journal: Desk) -> None:
        identity = own_journal.activities.log("networking")
        day = date(2025, 12, 30)
        own_journal.editing.move(identity, day, time(9))
        assert own_journal.momentum.bounds() == (day, TODAY)
        assert only(own_journal, day).at is not None
        assert own_journal.upkeep.undo_name == "Moved to Tuesday 30 December 2025"
        assert own_journal.values() == own_journal.fresh_values()

    @settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
    @given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=1, max_size=8))
    def test_to_and_fro_sums_and_momentum_agree_and_undo_leads_back(
        self, moves: list[tuple[int, int]]
    ) -> None:
        with search(estimate=50.0) as desk:
            desk.set_day(FIRST + timedelta(days=7))
            ids = [
                desk.activities.log("networking", day=FIRST + timedelta(days=n)) for n in range(7)
            ]
            before, beginning = desk.dump(), desk.values()
            total = sum(facts.points for facts in desk.momentum.timeline().days)
            steps = 0
            for which, to in moves:
                mark = desk.upkeep.undo_mark
                desk.editing.move(ids[which], FIRST + timedelta(days=to))
                steps += desk.upkeep.undo_mark != mark
            desk.assert_sums_agree()
            assert desk.values() == desk.fresh_values()
            assert sum(facts.points for facts in desk.momentum.timeline().days) == total
            for _step in range(steps):
                desk.upkeep.undo()
            assert desk.dump() == before
            assert desk.values() == beginning

    def test_a_rejection_stays_on_its_day_and_lowers_nothing(self, own_journal: Desk) -> None:
        own_journal.activities.log("interview", day=MONDAY)
        own_journal.rejections.note(RejectionForm("Acme", day=MONDAY))
        identity = own_journal.activities.log("networking", day=MONDAY)
        own_journal.editing.move(identity, TODAY)
        assert [one.employer for one in own_journal.rejections.of_day(MONDAY)] == ["Acme"]


class TestWhatBelongsToAnApplication:
    @pytest.fixture
    def named(self, own_journal: Desk) -> int:
        identity = own_journal.activities.log("application", day=MONDAY)
        details = ActivityDetails(employer="Halden", position="Cook", note="By post")
        assert own_journal.editing.tell(identity, details) == identity
        return identity

    def test_an_employer_names_it_and_it_counts_once(self, own_journal: Desk, named: int) -> None:
        (application,) = own_journal.applications.all()
        assert (application.title, application.day) == ("Halden · Cook", MONDAY)
        one = only(own_journal, MONDAY)
        assert (one.application_id, one.note) == (application.id, "By post")
        assert own_journal.rows("SELECT employer, position FROM activity") == [(None, None)]

    def test_another_name_renames_the_application(self, own_journal: Desk, named: int) -> None:
        own_journal.editing.tell(named, ActivityDetails(employer="Halden AG", position="Cook"))
        assert [one.title for one in own_journal.applications.all()] == ["Halden AG · Cook"]
        assert only(own_journal, MONDAY).note == ""
        with pytest.raises(InvalidInput, match="which employer"):
            own_journal.editing.tell(named, ActivityDetails(position="Cook"))

    def test_it_is_moved_with_its_application(self, own_journal: Desk, named: int) -> None:
        before = own_journal.dump()
        own_journal.editing.move(named, TODAY, time(9))
        assert [one.day for one in own_journal.applications.all()] == [TODAY]
        assert only(own_journal).at == NOW.replace(hour=9)
        assert own_journal.upkeep.undo() == "Moved to Thursday 19 November"
        assert own_journal.dump() == before

    def test_but_not_beyond_its_answer(self, own_journal: Desk, named: int) -> None:
        own_journal.rejections.note(RejectionForm("Halden", day=MONDAY))
        before = own_journal.dump()
        with pytest.raises(InvalidInput, match="Its answer came on 16 Nov"):
            own_journal.editing.move(named, TODAY)
        assert own_journal.dump() == before

    @pytest.mark.parametrize("changes", [{"kind": "networking"}, {"amount": 2}])
    def test_its_kind_and_amount_stay(self, own_journal: Desk, named: int, changes: dict) -> None:
        before = own_journal.dump()
        with pytest.raises(InvalidInput, match=r"belongs to an application|one application"):
            own_journal.editing.change(named, form(own_journal, named, **changes))
        assert own_journal.dump() == before

    def test_one_that_counts_already_is_a_sentence(self, own_journal: Desk, named: int) -> None:
        other = own_journal.activities.log("application", day=MONDAY)
        before = own_journal.dump()
        with pytest.raises(InvalidInput, match="is counted already"):
            own_journal.editing.tell(other, ActivityDetails("Halden", "Cook", note="kept"))
        assert own_journal.dump() == before

    def test_in_the_sheet_one_of_several_is_split_off_on_its_new_day(
        self, own_journal: Desk
    ) -> None:
        identity = own_journal.activities.log("application", amount=3)
        named = own_journal.editing.change(
            identity,
            form(own_journal, identity, day=MONDAY, details=ActivityDetails(employer="Bolt")),
        )
        assert own_journal.activities.get(named).day == MONDAY
        assert [one.day for one in own_journal.applications.all()] == [MONDAY]
        assert sum(one.amount for one in own_journal.activities.of_day(MONDAY)) == 3
        own_journal.assert_sums_agree()


class TestMethods:
    def test_a_way_is_known_by_its_label_in_any_case(self) -> None:
        for method in METHODS:
            assert read_method(f" {method_label(method).upper()} ") == method

    def test_own_words_stay(self) -> None:
        assert read_method("  by pigeon ") == "by pigeon"
        assert method_label("by pigeon") == "by pigeon"
        assert read_method("") == ""
