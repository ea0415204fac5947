"""Every write is one whole step, or nothing at all; and what was written stays."""

from __future__ import annotations

import threading
from datetime import date, timedelta

import pytest

from desktop_app.domain.changes import Changed
from desktop_app.domain.errors import InvalidInput, JournalDamaged, JournalError
from desktop_app.services.rejections import RejectionForm
from desktop_app.storage.backups import backup_folder
from tests.journals import MONDAY, TODAY, Desk, digest, dump_of


def in_transaction(desk: Desk) -> bool:
    return bool(desk.journal.db.conn.in_transaction)


def use_everything(desk: Desk) -> None:
    desk.check_ins.log(mood=3, energy=2, feelings=["calm"], note="note")
    desk.activities.log("learning", minutes=45)
    step = desk.next_steps.add("Write to Ada")
    desk.next_steps.tick(step, TODAY)
    desk.days.mark(MONDAY, None)
    desk.days.mark_absence()
    desk.settings.set("half_life", "9", today=TODAY)
    desk.drafts.keep("note", "half a sent")
    noted = desk.rejections.note(RejectionForm("Acme", "Baker"))
    desk.rejections.change(noted, RejectionForm("Acme", "Cook"))
    desk.rejections.delete(noted)
    desk.upkeep.undo()
    desk.upkeep.redo()


def test_no_use_case_leaves_a_transaction_open(own_journal: Desk) -> None:
    open_after: list[bool] = []
    own_journal.journal.listen(lambda _changed: open_after.append(in_transaction(own_journal)))
    use_everything(own_journal)
    own_journal.drafts.drop("note")
    assert len(open_after) >= 10
    assert not any(open_after)
    assert not in_transaction(own_journal)


def test_what_was_written_is_there_after_reopening(own_journal: Desk) -> None:
    use_everything(own_journal)
    before = dump_of(own_journal)
    own_journal.reopen()
    assert dump_of(own_journal) == before


def test_a_use_case_that_fails_changes_nothing(own_journal: Desk) -> None:
    own_journal.check_ins.log(mood=4, note="before")
    before, undo = dump_of(own_journal), own_journal.upkeep.undo_name

    def half_a_use_case() -> None:
        with own_journal.journal.write("half done") as db:
            own_journal.activities.log("networking")
            db.table("check_in").update(1, {"note": "overwritten"})
            raise InvalidInput("no")

    with pytest.raises(InvalidInput, match="no"):
        half_a_use_case()
    assert dump_of(own_journal) == before
    assert own_journal.upkeep.undo_name == undo
    assert own_journal.rows("SELECT * FROM temp.undo_log WHERE inverse LIKE '%overwritten%'") == []
    assert own_journal.activities.of_day(TODAY) == []


def test_after_a_failure_later_writes_are_kept_and_can_be_undone(own_journal: Desk) -> None:
    with (
        pytest.raises(JournalError),
        own_journal.journal.write("against the rules") as db,
    ):
        db.conn.execute("INSERT INTO check_in (uid, recorded_at, mood) VALUES ('x', 'y', 9)")
    assert not in_transaction(own_journal)
    own_journal.check_ins.log(mood=2, note="after")
    own_journal.reopen()
    assert own_journal.check_ins.of_day(TODAY)[0].note == "after"
    own_journal.activities.log("networking")
    assert own_journal.upkeep.undo() == "Networking message added"
    assert own_journal.activities.of_day(TODAY) == []


def test_a_step_within_a_step_is_one_step(own_journal: Desk) -> None:
    before = own_journal.dump()
    own_journal.changes.clear()
    with own_journal.journal.write("both"):
        own_journal.activities.log("networking")
        own_journal.check_ins.log(mood=3)
    assert [changed.step for changed in own_journal.changes] == ["both"]
    assert {"activity", "check_in"} <= own_journal.changes[0].tables
    assert own_journal.upkeep.undo() == "both"
    assert own_journal.dump() == before


def test_a_change_tells_its_tables_and_days(own_journal: Desk) -> None:
    own_journal.activities.log("networking", day=MONDAY)
    assert own_journal.changes[-1] == Changed(
        "Networking message added", frozenset({"activity", "search"}), frozenset({MONDAY})
    )
    own_journal.upkeep.undo()
    assert own_journal.changes[-1].tables == {"activity", "search"}
    assert own_journal.changes[-1].days == {MONDAY}
    own_journal.upkeep.redo()
    assert own_journal.changes[-1].days == {MONDAY}


def test_moving_a_record_tells_both_days(own_journal: Desk) -> None:
    noted = own_journal.rejections.note(RejectionForm("Acme", day=TODAY))
    own_journal.rejections.change(noted, RejectionForm("Acme", day=MONDAY))
    assert {MONDAY, TODAY} <= own_journal.changes[-1].days
    own_journal.upkeep.undo()
    assert {MONDAY, TODAY} <= own_journal.changes[-1].days


def test_what_changes_nothing_tells_nobody(own_journal: Desk) -> None:
    own_journal.check_ins.delete(4711)
    own_journal.activities.delete(4711)
    own_journal.next_steps.delete(4711)
    own_journal.next_steps.tick(4711, TODAY)
    own_journal.rejections.delete(4711)
    own_journal.activities.set_minutes(4711, 20)
    own_journal.drafts.keep("note", "a draft")
    assert own_journal.changes == []
    assert own_journal.upkeep.undo_name is None


def test_what_the_program_does_by_itself_is_told_but_is_no_step(own_journal: Desk) -> None:
    with own_journal.journal.write("by itself", undoable=False):
        for day in range(5):
            own_journal.check_ins.log(mood=3, day=MONDAY - timedelta(days=day))
    assert own_journal.changes[-1].step == "by itself"
    assert own_journal.upkeep.undo_name is None
    # The next step is told and can be undone as always.
    own_journal.activities.log("networking")
    assert own_journal.changes[-1].days == {TODAY}
    assert own_journal.upkeep.undo() == "Networking message added"
    assert len(own_journal.rows("SELECT * FROM check_in")) == 5


class TestAFullDisk:
    """SQLite says 'disk full' when a journal may not grow; the same way as the disk's own."""

    def fill(self, desk: Desk) -> None:
        pages = desk.value("PRAGMA page_count")
        desk.value(f"PRAGMA max_page_count = {pages}")

    def test_it_is_a_sentence_and_changes_nothing(self, own_journal: Desk) -> None:
        own_journal.check_ins.log(mood=3, note="before")
        before = dump_of(own_journal)
        self.fill(own_journal)
        for attempt in (
            lambda: own_journal.check_ins.set_note(TODAY, "x" * 100_000),
            lambda: own_journal.drafts.keep("note", "x" * 100_000),
            lambda: self.many(own_journal),
        ):
            with pytest.raises(JournalError, match=r"full.*Nothing was changed"):
                attempt()
            assert not in_transaction(own_journal)
            assert dump_of(own_journal) == before
        own_journal.assert_sums_agree()

    def many(self, desk: Desk) -> None:
        with desk.journal.write("many steps"):
            for number in range(200):
                desk.next_steps.add(f"{number} " + "x" * 490)

    def test_the_next_write_works_when_there_is_room_again(self, own_journal: Desk) -> None:
        own_journal.check_ins.log(mood=3, note="before")
        self.fill(own_journal)
        with pytest.raises(JournalError):
            own_journal.check_ins.set_note(TODAY, "y" * 100_000)
        own_journal.value("PRAGMA max_page_count = 1000000")
        own_journal.check_ins.set_note(TODAY, "y" * 100_000)
        own_journal.reopen()
        assert own_journal.check_ins.of_day(TODAY)[0].note == "y" * 100_000
        own_journal.check_ins.set_mood(TODAY, 5)
        own_journal.upkeep.undo()
        assert own_journal.check_ins.of_day(TODAY)[0].mood == 3
        own_journal.assert_sums_agree()

    def test_an_undo_that_finds_no_room_can_be_tried_again(self, own_journal: Desk) -> None:
        own_journal.check_ins.set_note(TODAY, "z" * 100_000)
        own_journal.upkeep.seal_step()
        own_journal.check_ins.set_note(TODAY, "short")
        own_journal.value("VACUUM")
        self.fill(own_journal)
        before = dump_of(own_journal)
        for _ in range(2):
            with pytest.raises(JournalError, match=r"full.*Nothing was changed"):
                own_journal.upkeep.undo()
            assert dump_of(own_journal) == before
            assert own_journal.upkeep.undo_name == "Note saved"
            assert own_journal.upkeep.redo_name is None
        own_journal.value("PRAGMA max_page_count = 1000000")
        own_journal.upkeep.undo()
        assert own_journal.check_ins.of_day(TODAY)[0].note == "z" * 100_000
        own_journal.upkeep.redo()
        assert own_journal.check_ins.of_day(TODAY)[0].note == "short"
        own_journal.activities.log("networking")
        assert own_journal.upkeep.undo() == "Networking message added"
        own_journal.assert_sums_agree()


class TestDamage:
    def damaged(self, desk: Desk) -> Desk:
        """Damage a page that holds notes, in the middle of the file."""
        for number in range(40):
            desk.check_ins.log(mood=3, note=f"{number} " + "note " * 200)
        desk.journal.close()
        page = desk.path.read_bytes().index(b"20 note note") // 4096
        with desk.path.open("r+b") as file:
            file.seek(page * 4096 + 1)
            file.write(b"\xff" * 600)
        return desk

    def test_writing_is_refused_and_the_newest_backup_named(self, own_journal: Desk) -> None:
        own_journal.activities.log("networking")
        backup = own_journal.upkeep.back_up("import")
        desk = self.damaged(own_journal)
        before = digest(desk.path)
        desk.open()
        with pytest.raises(JournalDamaged) as refused:
            desk.check_ins.log(mood=5)
        assert str(backup) in str(refused.value)
        with pytest.raises(JournalDamaged, match="nothing more is written to it"):
            desk.upkeep.verify()
        with pytest.raises(JournalDamaged):
            desk.drafts.keep("note", "text")
        # What is whole can still be read.
        assert [one.kind for one in desk.activities.of_day(TODAY)] == ["networking"]
        desk.close()
        assert digest(desk.path) == before

    def test_without_a_backup_it_says_so(self, own_journal: Desk) -> None:
        desk = self.damaged(own_journal)
        desk.open()
        with pytest.raises(JournalDamaged, match="no backup beside it"):
            desk.upkeep.verify()

    def test_a_damaged_page_that_is_read_is_a_sentence(self, own_journal: Desk) -> None:
        desk = self.damaged(own_journal)
        desk.open()
        with pytest.raises(JournalError):
            desk.rows("SELECT sum(length(note)) FROM check_in")

    def test_no_backup_is_made_of_it(self, own_journal: Desk) -> None:
        desk = self.damaged(own_journal)
        desk.open()
        with pytest.raises(JournalError, match="No backup could be made"):
            desk.upkeep.back_up("import")
        assert list(backup_folder(desk.path).iterdir()) == []


def test_a_whole_journal_passes_its_check(own_journal: Desk) -> None:
    use_everything(own_journal)
    own_journal.upkeep.verify()


def test_a_closed_journal_says_so(own_journal: Desk) -> None:
    own_journal.journal.close()
    own_journal.journal.close()
    for attempt in (
        lambda: own_journal.check_ins.log(mood=3),
        lambda: own_journal.check_ins.of_day(TODAY),
        lambda: own_journal.upkeep.back_up("import"),
        lambda: own_journal.drafts.keep("note", "text"),
    ):
        with pytest.raises(JournalError, match="is closed"):
            attempt()


def test_threads_that_write_at_once_keep_everything(own_journal: Desk) -> None:
    failures: list[BaseException] = []
    own_journal.check_ins.log(mood=3, day=date(2026, 11, 1))

    def work(number: int) -> None:
        try:
            for turn in range(8):
                day = TODAY - timedelta(days=(number * 8 + turn) % 13)
                own_journal.activities.log("networking", day=day, note=f"{number} {turn}")
                own_journal.check_ins.set_mood(day, 1 + turn % 5)
                own_journal.drafts.keep(f"field {number}", f"text {turn}")
                own_journal.momentum.standing()
                own_journal.settings.set("half_life", str(5 + turn), today=TODAY)
                assert own_journal.settings.get("half_life") >= 5
                assert len(own_journal.momentum.timeline().days) == 19
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    notes = {row[0] for row in own_journal.rows("SELECT note FROM activity")}
    assert notes == {f"{number} {turn}" for number in range(4) for turn in range(8)}
    assert own_journal.values() == own_journal.fresh_values()
    own_journal.assert_sums_agree()
    stored = own_journal.value("SELECT value FROM setting WHERE key = 'half_life'")
    assert str(own_journal.settings.get("half_life")) == stored


def test_who_does_not_listen_any_more_is_told_nothing(own_journal: Desk) -> None:
    told: list[str] = []

    def listener(changed: Changed) -> None:
        told.append(changed.step)

    own_journal.journal.listen(listener)
    own_journal.journal.listen(listener, last=True)
    own_journal.activities.log("interview")
    assert told == ["Interview added"] * 2
    own_journal.journal.unlisten(listener)
    own_journal.activities.log("interview")
    assert len(told) == 2
    own_journal.journal.unlisten(listener)
