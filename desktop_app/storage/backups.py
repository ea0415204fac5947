"""Backups: a copy made by SQLite itself, reopened and checked before it gets its name."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from desktop_app.domain.backup import Backup
from desktop_app.domain.errors import JournalError
from desktop_app.domain.identity import new_uid
from desktop_app.i18n import _
from desktop_app.storage.driver import Connection, Error, connect
from desktop_app.storage.opening import sync_folder

if TYPE_CHECKING:
    from pathlib import Path

_NAME = re.compile(r"(\d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d) (\w+?)(?:_\d+)?\.upswing")


def backup_folder(journal: Path) -> Path:
    """Return the folder beside a journal that holds its backups."""
    return journal.with_name(f"{journal.name} backups")


def back_up(connection: Connection, journal: Path, moment: datetime, why: str) -> Path:
    """Copy the open journal, check the copy, and return its path.

    Args:
        connection: the open journal; its lock is kept.
        journal: the journal's path.
        moment: the present, for the copy's name.
        why: one word for the copy's name, such as ``import``.

    Raises:
        JournalError: no verified copy could be made; nothing stands under its name.
    """
    folder = backup_folder(journal)
    stem = f"{moment:%Y-%m-%d %H.%M.%S} {why}"
    fresh = folder / f".{stem}.{new_uid(4)}.new"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        _copy(connection, fresh)
        with fresh.open("rb") as copy:
            os.fsync(copy.fileno())
        target = _free_name(folder, stem)
        fresh.rename(target)
        sync_folder(folder)
    except (OSError, Error) as error:
        raise JournalError(
            _("No backup could be made in {folder}: {why}. Nothing was changed.").format(
                folder=folder, why=error
            ),
            journal,
        ) from error
    finally:
        with suppress(OSError):  # the failure that is told is the one before
            fresh.unlink(missing_ok=True)
    return target


def backups(journal: Path) -> list[Backup]:
    """Return the backups of a journal, the newest first; other files are left out."""
    found: list[tuple[datetime, int, Backup]] = []
    for path in backup_folder(journal).glob("*.upswing"):
        match = _NAME.fullmatch(path.name)
        with suppress(OSError, ValueError):  # gone meanwhile, or a name that is no moment
            if match is not None:
                made = datetime.strptime(match[1], "%Y-%m-%d %H.%M.%S")
                file = path.stat()
                backup = Backup(path, made, match[2], file.st_size)
                found.append((made, file.st_mtime_ns, backup))
    found.sort(key=lambda one: one[:2], reverse=True)
    return [backup for _made, _written, backup in found]


def newest_backup(journal: Path) -> Path | None:
    """Return the newest backup of a journal, None where there is none."""
    names = sorted(backup_folder(journal).glob("*.upswing"))
    return names[-1] if names else None


def _free_name(folder: Path, stem: str) -> Path:
    """Return a name that no backup has: two of one second are both kept, the later sorts last."""
    target = folder / f"{stem}.upswing"
    number = 2
    while target.exists():
        target = folder / f"{stem}_{number:02}.upswing"
        number += 1
    return target


def _copy(source: Connection, target: Path) -> None:
    copy = connect(f"{target.absolute().as_uri()}?mode=rw")
    try:
        source.backup(copy)
    finally:
        copy.close()
    _check(source, target)


def _check(source: Connection, target: Path) -> None:
    check = connect(f"{target.absolute().as_uri()}?mode=ro")
    try:
        result = check.execute("PRAGMA quick_check").fetchone()[0]
        if result != "ok":
            raise OSError(_("the copy failed its check ({result})").format(result=result))
        if _counts(check) != _counts(source):
            raise OSError(_("the copy differs from the journal"))
    finally:
        check.close()


def _counts(connection: Connection) -> tuple[int, ...]:
    tables = ("activity", "check_in", "application", "rejection", "record_version")
    return tuple(
        int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0]) for table in tables
    )
