"""Everything that a person does can be taken back and done again, whatever came before."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import time, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.domain.days import DayKind
from desktop_app.domain.entries import ActivityDetails
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.stages import Channel, Stage
from desktop_app.services.activity_editing import ActivityForm
from desktop_app.services.check_ins import NEW
from desktop_app.services.rejections import RejectionForm
from tests.journals import MONDAY, TODAY, Desk, Dump

DAYS = [TODAY - timedelta(days=number) for number in range(5)]
EMPLOYERS = ["Acme", "ACME", "Brücke & Söhne", "<b>Ça</b> $x^2$"]
TEXTS = ["", "a note", "<b>bold</b> & $\\alpha_1$", "🙂 'quoted' \"twice\"", "שלום ‏עולם\nline"]
KINDS = ["application", "networking", "learning", "lesson"]

Act = Callable[[Desk, Callable[[list], object]], object]


def any_of(desk: Desk, pick: Callable[[list], object], table: str) -> int:
    """Return the id of a record, or of one that is not there."""
    return int(str(pick([row[0] for row in desk.rows(f"SELECT id FROM {table}")] or [99])))


def form(pick: Callable[[list], object]) -> RejectionForm:
    return RejectionForm(
        employer=pick(EMPLOYERS),
        position=pick(["", "Baker", "Cook", None]),
        day=pick(DAYS),
        stage=pick([None, Stage.SCREENING, Stage.FINAL]),
        channel=pick(list(Channel)),
        reason=pick(TEXTS),
        mood=pick([None, 1, 4]),
    )


ACTS: dict[str, Act] = {
    "log a check-in": lambda desk, pick: desk.check_ins.log(
        mood=pick([1, 5]), feelings=pick([[], ["calm", "tired"]]), note=pick(TEXTS), day=pick(DAYS)
    ),
    "set a mood": lambda desk, pick: desk.check_ins.set_mood(pick(DAYS), pick([None, 2, 3])),
    "set an energy": lambda desk, pick: desk.check_ins.set_energy(pick(DAYS), pick([None, 1])),
    "set feelings": lambda desk, pick: desk.check_ins.set_feelings(
        pick(DAYS), pick([[], ["calm"], ["own word", "calm", "Tired"]])
    ),
    "type a note": lambda desk, pick: desk.check_ins.set_note(pick(DAYS), pick(TEXTS)),
    "begin another check-in": lambda desk, pick: desk.check_ins.set_note(
        pick(DAYS), pick(TEXTS), NEW
    ),
    "change a check-in": lambda desk, pick: desk.check_ins.set_energy(
        TODAY, pick([None, 4]), any_of(desk, pick, "check_in")
    ),
    "move a check-in": lambda desk, pick: desk.check_ins.move(
        any_of(desk, pick, "check_in"), pick(DAYS), pick([None, time(6, 30)])
    ),
    "delete a check-in": lambda desk, pick: desk.check_ins.delete(any_of(desk, pick, "check_in")),
    "log an activity": lambda desk, pick: desk.activities.log(
        pick(KINDS), day=pick(DAYS), note=pick(TEXTS)
    ),
    "add one": lambda desk, pick: desk.activities.add_one(pick(KINDS), pick(DAYS)),
    "take one": lambda desk, pick: desk.activities.take_one(pick(KINDS), pick(DAYS)),
    "set minutes": lambda desk, pick: desk.activities.set_minutes(
        any_of(desk, pick, "activity"), pick([15, 90])
    ),
    "tell of an activity": lambda desk, pick: desk.editing.tell(
        any_of(desk, pick, "activity"), ActivityDetails(employer=pick(EMPLOYERS), note=pick(TEXTS))
    ),
    "change an activity": lambda desk, pick: desk.editing.change(
        any_of(desk, pick, "activity"),
        ActivityForm(pick(KINDS), pick(DAYS), pick([None, time(6, 30)]), pick([1, 4]), 20),
    ),
    "move an activity": lambda desk, pick: desk.editing.move(
        any_of(desk, pick, "activity"), pick(DAYS)
    ),
    "delete an activity": lambda desk, pick: desk.activities.delete(any_of(desk, pick, "activity")),
    "mark a day": lambda desk, pick: desk.days.mark(
        pick(DAYS), pick([None, DayKind.REST, DayKind.SICK, DayKind.WORK])
    ),
    "mark several days": lambda desk, pick: desk.days.mark_span(
        MONDAY, pick([MONDAY, TODAY]), pick([DayKind.HOLIDAY, DayKind.SICK])
    ),
    "leave days empty": lambda desk, pick: desk.absences.left_empty([pick(DAYS)]),
    "note a rejection": lambda desk, pick: desk.rejections.note(form(pick)),
    "change a rejection": lambda desk, pick: desk.rejections.change(
        any_of(desk, pick, "rejection"), form(pick)
    ),
    "delete a rejection": lambda desk, pick: desk.rejections.delete(
        any_of(desk, pick, "rejection")
    ),
    "add a next step": lambda desk, pick: desk.next_steps.add(
        pick(["If it rains, then write to Ada", "Walk"])
    ),
    "tick a next step": lambda desk, pick: desk.next_steps.tick(
        any_of(desk, pick, "next_step"), pick([None, TODAY])
    ),
    "delete a next step": lambda desk, pick: desk.next_steps.delete(
        any_of(desk, pick, "next_step")
    ),
    "change a setting": lambda desk, pick: desk.settings.set(
        *pick([("half_life", "9"), ("daily_target", "6"), ("free_weekdays", "none")]), today=TODAY
    ),
    "keep a draft": lambda desk, pick: desk.drafts.keep("note", pick(TEXTS)),
    "leave the field": lambda desk, _pick: desk.upkeep.seal_step(),
}


def but_drafts(dump: Dump) -> Dump:
    return {name: rows for name, rows in dump.items() if name != "draft"}


def do(desk: Desk, name: str, pick: Callable[[list], object]) -> None:
    try:
        ACTS[name](desk, pick)
    except InvalidInput:
        return  # 'several open applications', or a record that is gone: a sentence, no step


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(sorted(ACTS)), min_size=4, max_size=25), st.data())
def test_undoing_all_leads_to_the_beginning_and_redoing_all_to_the_end(
    names: list[str], data: st.DataObject
) -> None:
    def pick(choices: list) -> object:
        return data.draw(st.sampled_from(choices))

    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder) / "journal.upswing")
        try:
            # Some acts before, so that the beginning is not an empty journal.
            for name in names[:3]:
                do(desk, name, pick)
            desk.reopen()
            beginning = but_drafts(desk.dump())
            for name in names[3:]:
                do(desk, name, pick)
                # Sometimes one is taken back on the way, as people do.
                if data.draw(st.integers(0, 9)) == 0:
                    desk.upkeep.undo()
            desk.assert_sums_agree()
            ending, values = but_drafts(desk.dump()), desk.values()
            steps = 0
            while desk.upkeep.undo():
                steps += 1
                assert desk.values() == desk.fresh_values()
            assert but_drafts(desk.dump()) == beginning
            desk.assert_sums_agree()
            for _ in range(steps):
                assert desk.upkeep.redo()
            assert but_drafts(desk.dump()) == ending
            assert desk.values() == desk.fresh_values() == values
            desk.assert_sums_agree()
            assert desk.rows("PRAGMA foreign_key_check") == []
        finally:
            desk.close()


def test_a_deleted_record_comes_back_with_its_id_and_links(own_journal: Desk) -> None:
    noted = own_journal.rejections.note(RejectionForm("Acme", "Baker", reason="too far"))
    with own_journal.journal.write("hang things on it") as db:
        stamp = own_journal.recording.stamp
        db.table("guide_answer").insert(
            {**stamp(None), "rejection_id": noted, "step": 1, "question": "q", "answer": "a"}
        )
        lesson = (
            db.table("lesson")
            .insert({**stamp(TODAY), "rejection_id": noted, "text": "Ask for the route"})
            .last_pk
        )
        db.table("activity").insert(
            {
                **stamp(TODAY),
                "kind_id": own_journal.activities.kind("lesson").id,
                "amount": 1,
                "points_per_unit": 2,
                "rejection_id": noted,
                "lesson_id": lesson,
            }
        )
    before = own_journal.dump()
    own_journal.rejections.delete(noted)
    assert own_journal.rows("SELECT * FROM guide_answer") == []
    assert own_journal.rows("SELECT rejection_id FROM lesson") == [(None,)]
    own_journal.assert_sums_agree()
    own_journal.upkeep.undo()
    assert own_journal.dump() == before
    own_journal.assert_sums_agree()


def test_a_check_in_comes_back_with_its_words(own_journal: Desk) -> None:
    own_journal.check_ins.log(mood=2, feelings=["calm", "own word", "tired"], note="n")
    before = own_journal.check_ins.of_day(TODAY)
    own_journal.check_ins.delete(before[0].id)
    assert own_journal.check_ins.of_day(TODAY) == []
    assert own_journal.rows("SELECT * FROM check_in_feeling") == []
    assert own_journal.upkeep.undo() == "Check-in deleted"
    assert own_journal.check_ins.of_day(TODAY) == before


def test_the_autosaves_of_one_note_are_one_step(own_journal: Desk) -> None:
    own_journal.check_ins.set_mood(TODAY, 3)
    for text in ("T", "To", "Today was", "Today was fine"):
        own_journal.check_ins.set_note(TODAY, text)
    assert own_journal.upkeep.undo() == "Note saved"
    assert own_journal.check_ins.of_day(TODAY)[0].note == ""
    assert own_journal.check_ins.of_day(TODAY)[0].mood == 3
    assert own_journal.upkeep.redo() == "Note saved"
    assert own_journal.check_ins.of_day(TODAY)[0].note == "Today was fine"


def test_after_leaving_the_field_or_another_step_a_note_is_a_new_step(own_journal: Desk) -> None:
    own_journal.check_ins.set_note(TODAY, "one")
    own_journal.upkeep.seal_step()
    own_journal.check_ins.set_note(TODAY, "one two")
    own_journal.check_ins.set_mood(TODAY, 4)
    own_journal.check_ins.set_note(TODAY, "one two three")
    seen = [own_journal.check_ins.of_day(TODAY)[0].note]
    for _ in range(3):
        own_journal.upkeep.undo()
        seen.append(own_journal.check_ins.of_day(TODAY)[0].note)
    assert seen == ["one two three", "one two", "one two", "one"]
    assert own_journal.check_ins.set_note(MONDAY, "another day") is None
    assert own_journal.upkeep.undo() == "Note saved"
    assert own_journal.check_ins.of_day(TODAY)[0].note == "one"


def test_a_new_step_after_an_undo_ends_what_could_be_redone(own_journal: Desk) -> None:
    own_journal.activities.log("networking")
    own_journal.upkeep.undo()
    assert own_journal.upkeep.redo_name == "Networking message added"
    own_journal.activities.log("interview")
    assert own_journal.upkeep.redo_name is None
    assert own_journal.upkeep.redo() is None
    assert own_journal.upkeep.undo_name == "Interview added"


def test_nothing_to_undo_is_nothing(own_journal: Desk) -> None:
    assert own_journal.upkeep.undo() is None
    assert own_journal.upkeep.redo() is None
    assert own_journal.changes == []


def test_an_undo_is_itself_a_new_version_of_the_record(own_journal: Desk) -> None:
    def version() -> tuple[int, int]:
        return own_journal.rows(
            "SELECT version, deleted FROM record_version WHERE table_name = 'activity'"
        )[0]

    logged = own_journal.activities.log("networking")
    assert version() == (1, 0)
    own_journal.activities.set_minutes(logged, 10)
    assert version() == (2, 0)
    own_journal.upkeep.undo()
    assert version() == (3, 0)
    own_journal.activities.delete(logged)
    assert version() == (4, 1)
    own_journal.upkeep.undo()
    assert version() == (5, 0)


@pytest.mark.parametrize("amount", [1 / 3, 0.1 + 0.2, 47 / 30])
def test_fractions_come_back_to_the_last_bit(own_journal: Desk, amount: float) -> None:
    logged = own_journal.activities.log("learning")
    with own_journal.journal.write("exact") as db:
        db.table("activity").update(logged, {"amount": amount})
    own_journal.activities.delete(logged)
    own_journal.upkeep.undo()
    assert own_journal.activities.of_day(TODAY)[0].amount == amount


def test_steps_beyond_five_hundred_are_forgotten_oldest_first(own_journal: Desk) -> None:
    for number in range(505):
        own_journal.drafts.keep("x", str(number))
        own_journal.activities.log("networking", note=str(number))
    undone = 0
    while own_journal.upkeep.undo():
        undone += 1
    assert undone == 500
    assert [one.note for one in own_journal.activities.of_day(TODAY)] == list("01234")
