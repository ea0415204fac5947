"""Create and open the journal file: checks before anything reads it, pragmas, and the lock."""

from __future__ import annotations

import contextlib
import os
import struct
import time
from typing import TYPE_CHECKING

from desktop_app.domain.errors import (
    JournalDamaged,
    JournalError,
    JournalInUse,
    JournalReadOnly,
    JournalTooNew,
)
from desktop_app.domain.identity import new_uid
from desktop_app.i18n import _
from desktop_app.storage.driver import Connection, Error, OperationalError, connect, utils_database
from desktop_app.storage.migrations import APPLICATION_ID, VERSION, apply_all

if TYPE_CHECKING:
    from pathlib import Path

_MAGIC = b"SQLite format 3\x00"
_LOCK_WAIT_SECONDS = 2.0
_TRY_AGAIN_SECONDS = (0.02, 0.08)
PRAGMAS = (
    "PRAGMA trusted_schema = OFF",
    "PRAGMA journal_mode = DELETE",
    "PRAGMA synchronous = EXTRA",
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",
    "PRAGMA cell_size_check = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
)


def stands(path: Path) -> bool:
    """Return whether something stands at the path.

    Raises:
        JournalReadOnly: it can't be told, as in a folder that is not the person's.
    """
    try:
        return path.exists()
    except OSError as error:
        raise _unreadable(path, error) from error


def create(path: Path) -> None:
    """Make an empty journal, readable by its owner alone; what stands there already is kept.

    It is built beside the place and linked there whole, so that no half-made journal is ever
    seen and, of several starts at once, one makes it and the others find it.

    Raises:
        JournalError: the folder can't be made or written to.
    """
    path = path.absolute()
    left = path.with_name(path.name + "-journal")
    if left.exists() and not path.exists():
        # SQLite would play the rest of the former journal back into the new one.
        raise JournalDamaged(
            _(
                "{path} is gone, but {left} is left of it. Put the journal back beside it, or take"
                " it away to begin a new one; nothing was changed."
            ).format(path=path, left=left),
            path,
        )
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = path.with_name(f".{path.name}.{new_uid(6)}.new")
        os.close(os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        raise JournalReadOnly(
            _("The journal can't be made in {folder}: {why}.").format(
                folder=path.parent, why=error.strerror or error
            ),
            path,
        ) from error
    try:
        connection = connect(f"{fresh.as_uri()}?mode=rw")
        try:
            for pragma in PRAGMAS:
                connection.execute(pragma)
            apply_all(utils_database(connection))
        finally:
            connection.close()
        _place(fresh, path)
    except (Error, OSError) as error:
        raise JournalError(
            _("The journal can't be made at {path}: {why}.").format(path=path, why=error), path
        ) from error
    finally:
        fresh.unlink(missing_ok=True)


def check_header(path: Path) -> int:
    """Return the version of the schema, from the file's first bytes alone.

    Raises:
        JournalDamaged: the file is empty, cut short, or no journal of Upswing.
        JournalTooNew: a later Upswing wrote it.
        JournalReadOnly: it can't be read.
    """
    try:
        with path.open("rb") as file:
            header = file.read(100)
        size = path.stat().st_size
    except OSError as error:
        raise _unreadable(path, error) from error
    if len(header) < 100 or not header.startswith(_MAGIC):
        raise JournalDamaged(
            _("{path} is no Upswing journal, or it is damaged. It was left as it is.").format(
                path=path
            ),
            path,
        )
    (application_id,) = struct.unpack(">I", header[68:72])
    (version,) = struct.unpack(">I", header[60:64])
    if application_id != APPLICATION_ID:
        raise JournalDamaged(
            _("{path} is a database of another program. It was left as it is.").format(path=path),
            path,
        )
    if version > VERSION:
        raise JournalTooNew(
            _(
                "{path} was written by a later Upswing (journal version {theirs}, this one knows"
                " {ours}). It was left as it is; a newer Upswing opens it."
            ).format(path=path, theirs=version, ours=VERSION),
            path,
        )
    (raw_page,) = struct.unpack(">H", header[16:18])
    page = 65536 if raw_page == 1 else raw_page
    (pages,) = struct.unpack(">I", header[28:32])
    cut = page < 512 or size < page or size % page or size < pages * page
    # A journal left by a crash may still be about to give the missing pages back.
    if cut and not path.with_name(path.name + "-journal").exists():
        raise JournalDamaged(
            _("{path} is cut short. It was left as it is.").format(path=path), path
        )
    return int(version)


def keep_private(path: Path) -> None:
    """Let nobody but its owner read a journal that came with wider rights, as from a stick."""
    if os.name == "nt":
        return
    with contextlib.suppress(OSError):
        found = path.stat()
        if found.st_uid == os.geteuid() and found.st_mode & 0o077:
            path.chmod(0o600)


def open_locked(path: Path) -> Connection:
    """Open a checked journal for reading and writing, and take its exclusive lock.

    Raises:
        JournalInUse: another Upswing holds it for longer than two seconds.
        JournalReadOnly: the file can't be opened; one that can be read but not written to opens,
            and its first write is refused.
        JournalDamaged: SQLite finds it is no database.
    """
    until = time.monotonic() + _LOCK_WAIT_SECONDS
    while True:
        try:
            return _locked_connection(path)
        except OperationalError as error:
            if "locked" not in str(error) or time.monotonic() >= until:
                raise _sentence_for(error, path) from error
            import random  # late: only a second start needs it

            time.sleep(random.uniform(*_TRY_AGAIN_SECONDS))
        except Error as error:
            raise JournalDamaged(
                _("{path} is damaged ({why}). It was left as it is.").format(path=path, why=error),
                path,
            ) from error


def _locked_connection(path: Path) -> Connection:
    """Connect and hold the lock: the pragma alone locks nothing before the first transaction.

    Each try is a connection of its own, since one that failed keeps a shared lock, and two of
    them would wait for each other until both gave up.
    """
    connection = connect(f"{path.absolute().as_uri()}?mode=rw")
    try:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
        for pragma in PRAGMAS:
            connection.execute(pragma)
    except BaseException:
        connection.close()
        raise
    return connection


def _unreadable(path: Path, error: OSError) -> JournalReadOnly:
    return JournalReadOnly(
        _("The journal at {path} can't be read: {why}.").format(
            path=path, why=error.strerror or error
        ),
        path,
    )


def read_only(error: Error, path: Path) -> JournalReadOnly | None:
    """Return the sentence for an error that says the file or its folder can't be written to."""
    words = str(error)
    if "readonly" not in words and "unable to open" not in words:
        return None
    return JournalReadOnly(
        _(
            "{path} or its folder can't be written to. Upswing needs both to keep what you"
            " enter; nothing was changed."
        ).format(path=path),
        path,
    )


def _sentence_for(error: OperationalError, path: Path) -> JournalError:
    words = str(error)
    if "locked" in words:
        return JournalInUse(_("The journal is open in another Upswing. Nothing was changed."), path)
    return read_only(error, path) or JournalError(
        _("{path} can't be opened: {why}. It was left as it is.").format(path=path, why=error), path
    )


def _place(fresh: Path, path: Path) -> None:
    """Give the new file its name unless something has it; never replace."""
    try:
        os.link(fresh, path)
    except FileExistsError:
        return
    except OSError:  # a file system without hard links, such as a stick's
        if not path.exists():
            fresh.rename(path)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Write a folder's entries to the disk, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
