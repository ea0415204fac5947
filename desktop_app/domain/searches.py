"""A job search: it has a beginning, may have pauses, and may have an end."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain.stages import Outcome
from desktop_app.i18n import _, month_short, ngettext, short_day

if TYPE_CHECKING:
    from datetime import date

SILENT_DAYS = 30
_DAYS_A_MONTH = 365.25 / 12


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

    def meets(self, first: date, until: date | None) -> bool:
        """Return whether a day lies both in the pause and in other days."""
        return (until is None or self.first <= until) and (
            self.until is None or first <= self.until
        )


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


class AcceptedOffer(NamedTuple):
    """Whose offer ended a search; ``application_id`` where the person picked a known one."""

    employer: str
    position: str = ""
    application_id: int | None = None


class OpenApplication(NamedTuple):
    """An application that waits for an answer.

    Attributes:
        id: its row.
        employer, position: to whom and for what.
        sent: the day it was sent, None where unknown.
        heard: the day of its last step forward, past or planned, or on which it was sent.
    """

    id: int
    employer: str
    position: str
    sent: date | None
    heard: date | None


def proposed_outcome(heard: date | None, last: date) -> Outcome:
    """Return how an open application most likely ends with its search.

    Args:
        heard: the day of its last step forward, or on which it was sent; None where unknown.
        last: the last day of the search.
    """
    silent = heard is None or (last - heard).days >= SILENT_DAYS
    return Outcome.SILENCE if silent else Outcome.WITHDRAWN


def ending_label(ending: Ending) -> str:
    """Return how a search ended, in the person's own voice."""
    return {
        Ending.ACCEPTED: _("I accepted an offer"),
        Ending.STOPPED: _("I stop looking"),
        Ending.OTHER: _("Other"),
        Ending.IMPORTED: _("Brought in from a file"),
    }[ending]


def ending_sentence(ending: Ending) -> str:
    """Return how a search ended, as it is told to the person afterwards."""
    return {
        Ending.ACCEPTED: _("You accepted an offer."),
        Ending.STOPPED: _("You stopped looking."),
        Ending.OTHER: _("It ended in another way."),
        Ending.IMPORTED: _("It was brought in from a file."),
    }[ending]


def search_label(search: JobSearch) -> str:
    """Return the days of a search in as few letters as tell it from others."""
    first, last = search.first, search.ended
    begins = f"{month_short(first.month)} {first.year}"
    if last is None:
        return _("Since {month}").format(month=begins)
    ends = f"{month_short(last.month)} {last.year}"
    if begins == ends:
        return _("{first} to {last}").format(first=first.day, last=f"{short_day(last)} {last.year}")
    if first.year == last.year:
        begins = month_short(first.month)
    return _("{first} to {last}").format(first=begins, last=ends)


def length_words(days: int) -> str:
    """Return how long something lasted: days up to three weeks, then weeks, then months."""
    weeks = round(days / 7)
    if days < 21:
        return ngettext("{n} day", "{n} days", days).format(n=days)
    if weeks < 52:
        return _("{n} weeks").format(n=weeks)
    return _("{n} months").format(n=round(days / _DAYS_A_MONTH))
