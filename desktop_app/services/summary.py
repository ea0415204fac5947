"""Count what the journal holds, with the first and last day of each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.storage.journal import Journal

_COUNTED = {
    "check_ins": ("check_in", "day"),
    "activities": ("activity", "day"),
    "applications": ("application", "day"),
    "rejections": ("rejection", "day"),
    "lessons": ("lesson", "day"),
    "feedback_requests": ("feedback_request", "coalesce(asked_day, day)"),
    "next_steps": ("next_step", "day"),
}


@dataclass(frozen=True)
class Count:
    """How many there are, and the first and last day, None where no day is known."""

    count: int
    first: date | None
    last: date | None


class Summary:
    """The journal in figures."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def counts(self) -> dict[str, Count]:
        """Return the counts of check-ins, activities, applications and so on."""
        counts = {}
        for name, (table, day) in _COUNTED.items():
            row = self._journal.query(f"SELECT count(*), min({day}), max({day}) FROM {table}")[0]
            first, last = (date.fromisoformat(text) if text else None for text in row[1:])
            counts[name] = Count(row[0], first, last)
        return counts
