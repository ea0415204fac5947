"""A backup of the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

BY_HAND = "asked"


class Backup(NamedTuple):
    """One copy: where it lies, when it was made by the person's clock, why, and its bytes."""

    path: Path
    made: datetime
    why: str
    size: int
