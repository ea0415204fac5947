"""A place to find help also tells its hours, another way to reach it, and the emergency number."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def apply(db: Database) -> None:
    """Add the columns."""
    for column in (
        "also TEXT",
        "hours TEXT",
        "emergency INTEGER NOT NULL DEFAULT 0 CHECK (emergency IN (0, 1))",
    ):
        db.conn.execute(f"ALTER TABLE help_entry ADD COLUMN {column}")
