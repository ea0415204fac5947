"""The schema's history, append-only: what was released once is never edited again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlite_utils import Database


def _m0001(db: Database) -> None:
    from desktop_app.storage.migrations import m0001_journal  # late: off the start

    m0001_journal.apply(db)


def _m0002(db: Database) -> None:
    from desktop_app.storage.migrations import m0002_help  # late: off the start

    m0002_help.apply(db)


APPLICATION_ID = 0x55705377  # "UpSw"
MIGRATIONS: tuple[tuple[str, Callable[[Database], None]], ...] = (
    ("m0001_journal", _m0001),
    ("m0002_help", _m0002),
)
VERSION = len(MIGRATIONS)


def apply_all(db: Database) -> None:
    """Bring a journal to this version: all pending migrations or none.

    The caller holds the exclusive lock and, where the journal holds entries, a verified backup.

    Raises:
        RuntimeError: the upgraded journal has dangling references; it is left as it was.
    """
    from sqlite_utils import Migrations  # late: the driver must have loaded sqlite-utils

    journal = Migrations("upswing")
    for name, function in MIGRATIONS:
        journal(name=name)(function)
    db.conn.execute("PRAGMA foreign_keys = OFF")
    try:
        with db.atomic():
            journal.apply(db)
            dangling = db.conn.execute("PRAGMA foreign_key_check").fetchone()
            if dangling is not None:
                raise RuntimeError(f"dangling reference in {dangling[0]}")
            db.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            db.conn.execute(f"PRAGMA user_version = {VERSION}")
    finally:
        db.conn.execute("PRAGMA foreign_keys = ON")
