"""A job search: it has a beginning, may have pauses, and may have an end."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.i18n import _

if TYPE_CHECKING:
    from datetime import date


class Ending(StrEnum):
    """How a search ended."""

    ACCEPTED = "accepted"
    STOPPED = "stopped"
    OTHER = "other"
    IMPORTED = "imported"


CHOSEN_ENDINGS = (Ending.ACCEPTED, Ending.STOPPED, Ending.OTHER)


class Pause(NamedTuple):
    """Days on which a search rests; ``until`` is its last day, None while that is open."""

    id: int
    first: date
    until: date | None
    reason: str

    def covers(self, day: date) -> bool:
        """Return whether a day lies in the pause."""
        return self.first <= day and (self.until is None or day <= self.until)


class JobSearch(NamedTuple):
    """One search.

    Attributes:
        id: its row.
        first: its first day.
        ended: its last day, None while it runs.
        ending: how it ended, None while it runs.
        estimate: the person's own estimate of momentum before the first day, 0 to 100.
        note: what the person wrote at its end, or "".
        pauses: its pauses, oldest first.
    """

    id: int
    first: date
    ended: date | None
    ending: Ending | None
    estimate: float
    note: str
    pauses: tuple[Pause, ...]

    def pause_on(self, day: date) -> Pause | None:
        """Return the pause that a day lies in, None where it lies in none."""
        return next((pause for pause in self.pauses if pause.covers(day)), None)

    def holds(self, day: date) -> bool:
        """Return whether a day lies in the search."""
        return self.first <= day and (self.ended is None or day <= self.ended)


def ending_label(ending: Ending) -> str:
    """Return how a search ended, in the person's own voice."""
    return {
        Ending.ACCEPTED: _("I accepted an offer"),
        Ending.STOPPED: _("I stop looking"),
        Ending.OTHER: _("Other"),
        Ending.IMPORTED: _("Brought in from a file"),
    }[ending]
