"""What was written can be found, and what was deleted is gone from the file."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop_app.services.rejections import RejectionForm
from tests.journals import MONDAY, TODAY, Desk

CANARY = "zwetschgenknoedel"


def found(desk: Desk, word: str) -> int:
    return desk.value("SELECT count(*) FROM written WHERE written MATCH ?", f'"{word}"')


def bytes_of(desk: Desk) -> bytes:
    desk.journal.close()
    return desk.path.read_bytes().lower()


def fill_around(desk: Desk) -> None:
    for number in range(60):
        desk.check_ins.log(mood=3, note=f"an ordinary day {number} with some words", day=MONDAY)


def test_every_text_is_found_and_follows_its_changes(own_journal: Desk) -> None:
    own_journal.check_ins.set_note(TODAY, "Spaziergang im Café")
    assert found(own_journal, "cafe") == 1
    own_journal.check_ins.set_note(TODAY, "Daheim")
    assert (found(own_journal, "cafe"), found(own_journal, "daheim")) == (0, 1)
    own_journal.upkeep.undo()
    own_journal.rejections.note(RejectionForm("Brücke", "Koch", reason="zu weit weg"))
    own_journal.next_steps.add("If the rain stops, then call Ada")
    for word in ("brucke", "koch", "weit", "rain", "Ada"):
        assert found(own_journal, word) == 1, word
    own_journal.assert_sums_agree()


Deletion = Callable[[], object]


def log_a_note(desk: Desk, text: str) -> Deletion:
    identity = desk.check_ins.log(mood=2, note=text)
    return lambda: desk.check_ins.delete(identity)


def log_feelings(desk: Desk, _text: str) -> Deletion:
    identity = desk.check_ins.log(mood=2, feelings=[CANARY])
    return lambda: desk.check_ins.delete(identity)


def log_an_activity(desk: Desk, text: str) -> Deletion:
    identity = desk.activities.log("networking", note=text)
    return lambda: desk.activities.delete(identity)


def add_a_step(desk: Desk, text: str) -> Deletion:
    identity = desk.next_steps.add(f"If {CANARY}, then {text}")
    return lambda: desk.next_steps.delete(identity)


def note_a_rejection(desk: Desk, text: str) -> Deletion:
    identity = desk.rejections.note(RejectionForm(f"{CANARY} GmbH", CANARY, reason=text))
    return lambda: desk.rejections.delete(identity)


def keep_a_draft(desk: Desk, text: str) -> Deletion:
    desk.drafts.keep("note", text)
    return lambda: desk.drafts.drop("note")


@pytest.mark.parametrize(
    "write",
    [log_a_note, log_feelings, log_an_activity, add_a_step, note_a_rejection, keep_a_draft],
)
def test_a_deleted_word_is_nowhere_in_the_file(
    own_journal: Desk, write: Callable[[Desk, str], Deletion]
) -> None:
    fill_around(own_journal)
    delete = write(own_journal, f"meet {CANARY} tomorrow")
    assert CANARY.encode() in bytes_of(own_journal)
    own_journal.open()
    delete()
    assert found(own_journal, CANARY) == 0
    own_journal.assert_sums_agree()
    assert CANARY.encode() not in bytes_of(own_journal)
    # Nor does the folder hold it: no journal of SQLite's, no temporary file.
    assert [file.name for file in own_journal.path.parent.iterdir()] == [own_journal.path.name]


def test_a_long_note_that_was_shortened_leaves_nothing(own_journal: Desk) -> None:
    own_journal.check_ins.set_note(TODAY, f"{CANARY} " * 5000)
    own_journal.check_ins.set_note(TODAY, "short")
    assert CANARY.encode() not in bytes_of(own_journal)
