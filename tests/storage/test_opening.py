"""A journal is created, opened and locked so that nothing that stands there is ever harmed."""

from __future__ import annotations

import os
import signal
import stat
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop_app.domain.clock import FixedClock
from desktop_app.domain.errors import (
    JournalDamaged,
    JournalError,
    JournalInUse,
    JournalReadOnly,
    JournalTooNew,
)
from desktop_app.storage import opening
from desktop_app.storage.driver import connect
from desktop_app.storage.journal import Journal
from desktop_app.storage.migrations import APPLICATION_ID, VERSION
from tests.journals import NOW, Desk, digest, python

if TYPE_CHECKING:
    from collections.abc import Iterator

NOBODY = 65534
HOLD = """
import sys, time
from pathlib import Path
from desktop_app.domain.clock import SystemClock
from desktop_app.domain.errors import JournalInUse
from desktop_app.storage.journal import Journal
print("ready", flush=True)
sys.stdin.readline()
try:
    journal = Journal(Path(sys.argv[1]), SystemClock())
except JournalInUse as error:
    print("in use", flush=True)
else:
    print("owner", flush=True)
    sys.stdin.readline()
    if len(sys.argv) > 2:
        time.sleep(float(sys.argv[2]))
    journal.close()
"""


def closed_journal(tmp_path: Path) -> Path:
    desk = Desk(tmp_path / "journal.upswing")
    desk.check_ins.log(mood=3, note="a day")
    desk.close()
    return desk.path


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_a_new_journal_is_readable_by_its_owner_alone(own_journal: Desk) -> None:
    assert mode(own_journal.path) == 0o600
    assert mode(own_journal.path.parent) == 0o700
    assert [file.name for file in own_journal.path.parent.iterdir()] == ["journal.upswing"]


def test_a_new_journal_says_what_it_is(own_journal: Desk) -> None:
    header = own_journal.path.parent / "copy"
    own_journal.close()
    header.write_bytes(own_journal.path.read_bytes()[:100])
    assert int.from_bytes(header.read_bytes()[68:72], "big") == APPLICATION_ID
    assert int.from_bytes(header.read_bytes()[60:64], "big") == VERSION


def test_the_pragmas_hold(own_journal: Desk) -> None:
    expected = {
        "application_id": APPLICATION_ID,
        "user_version": VERSION,
        "journal_mode": "delete",
        "synchronous": 3,
        "locking_mode": "exclusive",
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "secure_delete": 1,
        "temp_store": 2,
    }
    own_journal.check_ins.log(mood=3)
    assert {name: own_journal.value(f"PRAGMA {name}") for name in expected} == expected


def test_a_journal_that_another_tool_left_in_wal_mode_is_ours_again(tmp_path: Path) -> None:
    path = closed_journal(tmp_path)
    other = connect(path.as_uri())
    assert other.execute("PRAGMA journal_mode = WAL").fetchone()[0] == "wal"
    other.execute("UPDATE check_in SET mood = 5")
    other.close()
    desk = Desk(path)
    assert desk.value("PRAGMA journal_mode") == "delete"
    desk.check_ins.set_note(NOW.date(), "on")
    assert desk.check_ins.of_day(NOW.date())[0].mood == 5
    desk.close()
    assert [file.name for file in tmp_path.iterdir()] == ["journal.upswing"]


def test_a_relative_path_is_taken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Journal(Path("here #1 50%?.upswing"), FixedClock(NOW)).close()
    assert (tmp_path / "here #1 50%?.upswing").exists()


def test_creating_never_replaces_what_stands_there(tmp_path: Path) -> None:
    path = tmp_path / "journal.upswing"
    path.write_bytes(b"a person's letter")
    opening.create(path)
    assert path.read_bytes() == b"a person's letter"
    assert list(tmp_path.iterdir()) == [path]


def png() -> bytes:
    return b"\x89PNG\r\n\x1a\n" + b"\x00\x00\x00\rIHDR" + bytes(range(256)) * 20


def other_database(folder: Path) -> bytes:
    path = folder / "other.db"
    connection = connect(f"{path.as_uri()}?mode=rwc")
    connection.execute("CREATE TABLE notes (text)")
    connection.close()
    data = path.read_bytes()
    path.unlink()
    return data


@pytest.mark.parametrize("length", [0, 1, 15, 16, 99, 100, 4096, 5000, "half", "but one page"])
def test_a_journal_cut_short_is_refused_and_left_as_it_is(
    tmp_path: Path, length: int | str
) -> None:
    path = closed_journal(tmp_path)
    whole = path.read_bytes()
    keep = {"half": len(whole) // 2, "but one page": len(whole) - 4096}.get(str(length), length)
    path.write_bytes(whole[: int(keep)])
    before = digest(path)
    with pytest.raises(JournalDamaged, match="was left as it is"):
        Journal(path, FixedClock(NOW))
    assert digest(path) == before
    assert [file.name for file in tmp_path.iterdir()] == ["journal.upswing"]


def test_other_files_are_refused_and_left_as_they_are(tmp_path: Path) -> None:
    for content, words in (
        (png(), "is no Upswing journal"),
        (other_database(tmp_path), "database of another program"),
        (b"%PDF-1.7 " * 1000, "is no Upswing journal"),
    ):
        path = tmp_path / "journal.upswing"
        path.write_bytes(content)
        with pytest.raises(JournalDamaged, match=words):
            Journal(path, FixedClock(NOW))
        assert path.read_bytes() == content
        assert list(tmp_path.iterdir()) == [path]


def test_a_journal_of_a_later_version_is_refused_by_its_number(tmp_path: Path) -> None:
    path = closed_journal(tmp_path)
    connection = connect(path.as_uri())
    connection.execute("PRAGMA user_version = 4711")
    connection.close()
    before = digest(path)
    with pytest.raises(JournalTooNew, match=r"version 4711, this one knows \d+"):
        Journal(path, FixedClock(NOW))
    assert digest(path) == before


def test_a_page_of_rubbish_is_a_sentence(tmp_path: Path) -> None:
    path = closed_journal(tmp_path)
    data = bytearray(path.read_bytes())
    data[100:4096] = b"\xff" * 3996
    path.write_bytes(data)
    before = digest(path)
    with pytest.raises(JournalDamaged, match="was left as it is"):
        Journal(path, FixedClock(NOW))
    assert digest(path) == before


@pytest.mark.parametrize("name", ["n" * 300, "folder"])
def test_a_path_that_no_journal_can_have_is_a_sentence(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(JournalReadOnly, match="can't be read"):
        Journal(tmp_path / name, FixedClock(NOW))


def test_a_folder_that_is_a_file_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(JournalError, match="can't be made"):
        Journal(tmp_path / "file" / "journal.upswing", FixedClock(NOW))


def test_no_new_journal_begins_beside_the_rest_of_a_former_one(tmp_path: Path) -> None:
    left = tmp_path / "journal.upswing-journal"
    left.write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" + b"rest" * 100)
    with pytest.raises(JournalDamaged, match="is left of it"):
        Journal(tmp_path / "journal.upswing", FixedClock(NOW))
    assert list(tmp_path.iterdir()) == [left]


@pytest.fixture
def home_of_a_person() -> Iterator[Path]:
    """Return a folder of a person who is not root, as whom the test then runs."""
    with tempfile.TemporaryDirectory() as folder:
        root = os.geteuid() == 0
        if root:
            os.chown(folder, NOBODY, -1)
            os.seteuid(NOBODY)
        try:
            yield Path(folder)
        finally:
            if root:
                os.seteuid(0)
            Path(folder).chmod(0o700)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
@pytest.mark.parametrize("what", ["the file", "the folder"])
def test_what_can_not_be_written_to_can_be_read_and_says_why_no_more(
    home_of_a_person: Path, what: str
) -> None:
    path = closed_journal(home_of_a_person)
    if what == "the file":
        path.chmod(0o400)
    else:
        home_of_a_person.chmod(0o500)
    before = digest(path)
    desk = Desk(path)
    try:
        assert desk.check_ins.of_day(NOW.date())[0].note == "a day"
        for attempt in (
            lambda: desk.check_ins.log(mood=5),
            lambda: desk.drafts.keep("note", "text"),
        ):
            with pytest.raises(JournalReadOnly, match="or its folder can't be written to"):
                attempt()
        assert len(desk.check_ins.of_day(NOW.date())) == 1
        assert desk.upkeep.undo_name is None
    finally:
        desk.close()
    assert digest(path) == before


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such modes")
def test_what_is_not_the_persons_is_a_sentence(home_of_a_person: Path) -> None:
    path = closed_journal(home_of_a_person)
    path.chmod(0)
    with pytest.raises(JournalReadOnly, match="can't be read: Permission denied"):
        Journal(path, FixedClock(NOW))
    home_of_a_person.chmod(0o000)
    for there in (path, home_of_a_person / "new" / "journal.upswing"):
        with pytest.raises(JournalReadOnly, match="can't be read: Permission denied"):
            Journal(there, FixedClock(NOW))
    home_of_a_person.chmod(0o500)
    with pytest.raises(JournalReadOnly, match=r"can't be made in .*: Permission denied"):
        Journal(home_of_a_person / "new.upswing", FixedClock(NOW))


def test_a_second_program_is_told_within_some_seconds(own_journal: Desk) -> None:
    with python(HOLD, own_journal.path) as second:
        assert second.stdin is not None
        assert second.stdout is not None
        assert second.stdout.readline() == "ready\n"
        began = time.monotonic()
        second.stdin.write("\n")
        second.stdin.flush()
        assert second.stdout.readline() == "in use\n"
        assert 1.5 < time.monotonic() - began < 5
    own_journal.check_ins.log(mood=4)  # and the owner goes on


def test_a_second_program_waits_for_one_that_is_just_closing(tmp_path: Path) -> None:
    path = closed_journal(tmp_path)
    with python(HOLD, path, 0.7) as first:
        assert first.stdin is not None
        assert first.stdout is not None
        first.stdin.write("\n")
        first.stdin.flush()
        assert [first.stdout.readline() for _ in range(2)] == ["ready\n", "owner\n"]
        first.stdin.write("\n")
        first.stdin.flush()
        Journal(path, FixedClock(NOW)).close()


def test_after_the_owner_was_killed_the_next_start_works(tmp_path: Path) -> None:
    path = closed_journal(tmp_path)
    with python(HOLD, path) as owner:
        assert owner.stdin is not None
        assert owner.stdout is not None
        owner.stdin.write("\n")
        owner.stdin.flush()
        assert [owner.stdout.readline() for _ in range(2)] == ["ready\n", "owner\n"]
        with pytest.raises(JournalInUse, match="open in another Upswing"):
            Journal(path, FixedClock(NOW))
        owner.send_signal(signal.SIGKILL)
        owner.wait()
    desk = Desk(path)
    assert desk.check_ins.latest(NOW.date()) is not None
    desk.close()


@pytest.mark.parametrize("there", [False, True], ids=["a new journal", "one that is there"])
def test_of_ten_starts_at_once_one_owns_the_journal(tmp_path: Path, there: bool) -> None:
    path = closed_journal(tmp_path) if there else tmp_path / "new" / "journal.upswing"
    starts = [python(HOLD, path) for _ in range(10)]
    try:
        for start in starts:
            assert start.stdout is not None
            assert start.stdout.readline() == "ready\n"
        for start in starts:
            assert start.stdin is not None
            start.stdin.write("\n")
            start.stdin.flush()
        said = [start.stdout.readline() for start in starts if start.stdout]
    finally:
        for start in starts:
            start.communicate("\n")
    assert sorted(said) == ["in use\n"] * 9 + ["owner\n"]
    assert [file.name for file in path.parent.iterdir()] == ["journal.upswing"]
    Journal(path, FixedClock(NOW)).close()
