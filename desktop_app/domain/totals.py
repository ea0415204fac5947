"""Totals of the time before Upswing, where no list of its applications was kept."""

from __future__ import annotations

from typing import NamedTuple


class Totals(NamedTuple):
    """How many answers there were, and what is still waited for.

    They enter proportion, and nothing else: no chart, no momentum, no list.

    Attributes:
        noes: answers that were a no without an interview.
        interviews: answers that were an interview.
        waiting: applications that are still unanswered.
        source: where they come from, or "".
    """

    noes: int
    interviews: int
    waiting: int = 0
    source: str = ""

    @property
    def answered(self) -> int:
        """How many were answered."""
        return self.noes + self.interviews
