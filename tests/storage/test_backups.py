"""A backup is a whole, checked copy that its owner alone can read."""

from __future__ import annotations

import os
import shutil
import stat
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.domain.errors import JournalError
from desktop_app.services.rejections import RejectionForm
from desktop_app.storage import backups
from desktop_app.storage.backups import backup_folder
from tests.journals import NOW, Desk, dump_of

if TYPE_CHECKING:
    from pathlib import Path


def filled(desk: Desk) -> Desk:
    desk.check_ins.log(mood=3, feelings=["calm"], note="a day")
    desk.activities.log("learning", minutes=45)
    desk.rejections.note(RejectionForm("Acme", "Baker", reason="too far"))
    return desk


def test_a_backup_is_the_journal(own_journal: Desk, tmp_path: Path) -> None:
    before = dump_of(filled(own_journal))
    backup = own_journal.upkeep.back_up("import")
    assert backup.name == "2026-11-19 18.00.00 import.upswing"
    # What comes after is not in it.
    own_journal.check_ins.log(mood=1)
    copy = tmp_path / "restored.upswing"
    shutil.copy(backup, copy)
    restored = Desk(copy)
    restored.upkeep.verify()
    assert dump_of(restored) == before
    restored.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_backup_is_readable_by_its_owner_alone(own_journal: Desk) -> None:
    former = os.umask(0)
    try:
        backup = filled(own_journal).upkeep.back_up("import")
    finally:
        os.umask(former)
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    assert stat.S_IMODE(backup.parent.stat().st_mode) == 0o700


def test_nothing_but_backups_lies_in_the_folder(own_journal: Desk) -> None:
    backup = filled(own_journal).upkeep.back_up("import")
    assert list(backup.parent.iterdir()) == [backup]
    assert backup.parent == backup_folder(own_journal.path)


def test_backups_of_one_second_are_all_kept(own_journal: Desk) -> None:
    made = [filled(own_journal).upkeep.back_up("import") for _ in range(12)]
    assert len(set(made)) == 12
    assert all(backup.exists() for backup in made)
    assert backups.newest_backup(own_journal.path) == made[-1]
    own_journal.set_now(NOW + timedelta(days=1))
    assert backups.newest_backup(own_journal.path) != own_journal.upkeep.back_up("import").parent
    assert backups.newest_backup(own_journal.path) == sorted(made[0].parent.iterdir())[-1]


def test_without_any_there_is_no_newest(own_journal: Desk) -> None:
    assert backups.newest_backup(own_journal.path) is None


def test_where_no_backup_can_be_made_a_sentence_says_why(own_journal: Desk) -> None:
    before = dump_of(filled(own_journal))
    backup_folder(own_journal.path).write_text("a file stands where the folder should be")
    with pytest.raises(JournalError, match=r"No backup could be made in .*Nothing was changed"):
        own_journal.upkeep.back_up("import")
    assert dump_of(own_journal) == before
    own_journal.check_ins.log(mood=4)  # and writing goes on


def test_a_copy_that_fails_its_check_gets_no_name(
    own_journal: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    filled(own_journal)
    good = own_journal.upkeep.back_up("import")
    copied = backups._copy

    def spoilt(source: object, target: Path) -> None:
        copied(source, target)
        data = bytearray(target.read_bytes())
        data[-4096 * 3 :] = b"\xff" * 4096 * 3
        target.write_bytes(data)
        backups._check(source, target)

    monkeypatch.setattr(backups, "_copy", spoilt)
    with pytest.raises(JournalError, match="No backup could be made"):
        own_journal.upkeep.back_up("import")
    assert list(good.parent.iterdir()) == [good]


def test_backups_are_listed_with_their_moment_and_why_the_newest_first(own_journal: Desk) -> None:
    assert own_journal.upkeep.backups() == []
    first = own_journal.upkeep.back_up("import")
    second = own_journal.upkeep.back_up("asked")
    own_journal.set_now(NOW + timedelta(days=1))
    third = own_journal.upkeep.back_up("asked")
    folder = own_journal.upkeep.backup_folder
    (folder / "notes.txt").write_text("of another program")
    (folder / "2026-13-40 99.00.00 import.upswing").write_text("no moment")
    (folder / "copy by hand.upswing").write_text("no name of ours")
    found = own_journal.upkeep.backups()
    assert [backup.path for backup in found] == [third, second, first]
    assert [backup.why for backup in found] == ["asked", "asked", "import"]
    assert found[1].made == NOW.replace(tzinfo=None)
    assert all(backup.size == backup.path.stat().st_size > 0 for backup in found)


def test_two_backups_of_one_second_are_both_listed(own_journal: Desk) -> None:
    paths = [own_journal.upkeep.back_up("asked") for _time in range(3)]
    assert [backup.path for backup in own_journal.upkeep.backups()] == paths[::-1]
    assert {backup.why for backup in own_journal.upkeep.backups()} == {"asked"}
