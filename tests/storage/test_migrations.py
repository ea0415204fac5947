"""An older journal is brought to this version whole, or stays as it was."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop_app.domain.errors import JournalError
from desktop_app.storage import backups, journal, migrations, opening
from desktop_app.storage.driver import connect
from desktop_app.storage.migrations import VERSION
from tests.journals import Desk, Dump, dump_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlite_utils import Database

FROZEN = sorted((Path(__file__).parent.parent / "data" / "journals").glob("v*.upswing"))


def schema(desk: Desk) -> list[tuple[object, ...]]:
    return desk.rows(
        "SELECT type, name, tbl_name, sql FROM sqlite_schema"
        " WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name"
    )


@pytest.mark.parametrize("frozen", FROZEN, ids=lambda path: path.stem)
def test_a_journal_of_each_released_version_opens_with_all_that_it_holds(
    frozen: Path, tmp_path: Path, own_journal: Desk
) -> None:
    path = tmp_path / "old.upswing"
    shutil.copy(frozen, path)
    old = Desk(path)
    try:
        old.upkeep.verify()
        assert schema(old) == schema(own_journal)
        assert old.value("PRAGMA user_version") == VERSION
        counts = {name: count.count for name, count in old.summary.counts().items()}
        assert counts["check_ins"] == counts["activities"] == counts["rejections"] == 3
        assert old.check_ins.of_day(old.recording.today())[0].note == "Ein ruhiger Tag 🙂"
        old.assert_sums_agree()
        old.check_ins.log(mood=5)
    finally:
        old.close()


def test_there_is_a_frozen_journal_of_this_version() -> None:
    assert [path.stem for path in FROZEN] == [f"v{number}" for number in range(1, VERSION + 1)]


def add_column(db: Database) -> None:
    db.conn.execute("ALTER TABLE lesson ADD COLUMN colour TEXT")


def add_then_fail(db: Database) -> None:
    db.table("check_in").delete_where()
    db.conn.execute("DROP TABLE lesson")
    raise ValueError("a fault half-way")


def leave_dangling(db: Database) -> None:
    db.conn.execute("UPDATE activity SET kind_id = 4711")


def fail_in_sql(db: Database) -> None:
    db.conn.execute("UPDATE check_in SET mood = 77")


def add_migrations(monkeypatch: pytest.MonkeyPatch, *steps: Callable[[Database], None]) -> None:
    listed = (*migrations.MIGRATIONS, *((step.__name__, step) for step in steps))
    monkeypatch.setattr(migrations, "MIGRATIONS", listed)
    for module in (migrations, journal, opening):
        monkeypatch.setattr(module, "VERSION", len(listed))


def former(desk: Desk) -> Dump:
    desk.check_ins.log(mood=3, note="kept")
    desk.activities.log("networking")
    before = dump_of(desk)
    desk.close()
    return before


def test_an_upgrade_makes_a_verified_backup_first(
    own_journal: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = former(own_journal)
    with monkeypatch.context() as later:
        add_migrations(later, add_column)
        own_journal.open()
        assert own_journal.value("PRAGMA user_version") == VERSION + 1
        assert own_journal.rows("SELECT colour FROM lesson") == []
        assert own_journal.check_ins.of_day(own_journal.recording.today())[0].note == "kept"
        own_journal.activities.log("interview")
        own_journal.close()
        own_journal.open()  # upgraded once, opened as it is after that
        made = list(backups.backup_folder(own_journal.path).iterdir())
        assert [path.name.split(" ")[2] for path in made] == ["upgrade.upswing"]
    copy = tmp_path / "copy.upswing"
    shutil.copy(made[0], copy)
    restored = Desk(copy)
    assert dump_of(restored) == before
    restored.close()


@pytest.mark.parametrize("fault", [add_then_fail, leave_dangling, fail_in_sql])
def test_an_upgrade_that_fails_leaves_everything_as_it_was(
    own_journal: Desk, fault: Callable[[Database], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = former(own_journal)
    with monkeypatch.context() as later:
        add_migrations(later, add_column, fault)
        with pytest.raises(JournalError, match="could not be brought to this version") as refused:
            own_journal.open()
    backup = backups.newest_backup(own_journal.path)
    assert str(backup) in str(refused.value)
    # The lock is given back, and the version of yesterday opens it as ever.
    own_journal.open()
    assert dump_of(own_journal) == before
    assert own_journal.value("PRAGMA user_version") == VERSION
    assert own_journal.value("PRAGMA foreign_keys") == 1
    own_journal.upkeep.verify()


def test_no_upgrade_without_a_backup(own_journal: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    before = former(own_journal)
    backups.backup_folder(own_journal.path).write_text("in the way")
    with monkeypatch.context() as later:
        add_migrations(later, add_column)
        with pytest.raises(JournalError, match="No backup could be made"):
            own_journal.open()
    own_journal.open()
    assert dump_of(own_journal) == before


def test_the_frozen_journals_are_not_written_to(tmp_path: Path) -> None:
    for frozen in FROZEN:
        copy = tmp_path / frozen.name
        shutil.copy(frozen, copy)
        connection = connect(f"{copy.as_uri()}?mode=ro")
        assert connection.execute("PRAGMA user_version").fetchone()[0] == int(frozen.stem[1:])
        assert connection.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        connection.close()


def test_another_sqlite_reads_every_table_and_view_of_a_copy(tmp_path: Path) -> None:
    """As when a person opens a copy of their journal in a tool of their own."""
    copy = tmp_path / "copy.sqlite"
    shutil.copy(FROZEN[-1], copy)
    connection = sqlite3.connect(copy)
    try:
        names = connection.execute(
            "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')"
            " AND name NOT LIKE 'written%' AND name NOT LIKE 'sqlite_%'"
        ).fetchall()
        rows = {name: connection.execute(f"SELECT * FROM {name}").fetchall() for (name,) in names}
    finally:
        connection.close()
    assert {"activities", "check_ins", "applications", "rejections"} <= rows.keys()
    feelings = [row[4] for row in rows["check_ins"]]
    assert "calm, eigenes Wort" in feelings
