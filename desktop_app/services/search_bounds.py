"""Where a search may begin and end: beside its effort, its pauses and the other searches."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from desktop_app.domain.errors import InvalidInput
from desktop_app.i18n import _, plain_day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.domain.searches import JobSearch
    from desktop_app.services.recording import Recording
    from desktop_app.storage.journal import Journal


class SearchBounds:
    """Checks days, and says in a sentence what stands against them."""

    def __init__(self, journal: Journal, recording: Recording) -> None:
        self._journal = journal
        self._recording = recording

    def check_beginning(
        self, known: Sequence[JobSearch], search: JobSearch, first: date, ended: date | None
    ) -> None:
        """Check the first day of a search.

        Args:
            known: every search, the newest first.
            search: the one whose first day is moved.
            first: the new first day.
            ended: its last day, None while it runs.

        Raises:
            InvalidInput: another search, effort or a pause lies before it.
        """
        older = _neighbours(known, search)[0]
        if older is not None and older.ended is not None and first < older.ended:
            raise InvalidInput(
                _("Another search ran until {day}; this one begins then or later.").format(
                    day=self._said(older.ended)
                )
            )
        if ended is not None and first > ended:
            return  # check_end has the sentence for it
        effort = self._journal.value(
            "SELECT min(day) FROM day_total WHERE activities > 0 AND day >= ? AND day < ?",
            (search.first.isoformat(), first.isoformat()),
        )
        if effort is not None:
            raise InvalidInput(
                _("You did something for it on {day}; it begins on that day or earlier.").format(
                    day=self._said(date.fromisoformat(effort))
                )
            )
        if search.pauses and search.pauses[0].first < first:
            raise InvalidInput(
                _("It was paused from {day}; it begins on that day or earlier.").format(
                    day=self._said(search.pauses[0].first)
                )
            )

    def check_end(
        self, known: Sequence[JobSearch], search: JobSearch, first: date, last: date
    ) -> None:
        """Check the last day of a search.

        Args:
            known: every search, the newest first.
            search: the one that ends.
            first: its first day.
            last: the new last day.

        Raises:
            InvalidInput: it lies before its beginning or its last effort, or in the next search.
        """
        if last < first:
            raise InvalidInput(
                _("The search began on {day}; it can't end before that.").format(
                    day=self._said(first)
                )
            )
        newer = _neighbours(known, search)[1]
        if newer is not None and last > newer.first:
            raise InvalidInput(
                _("The next search began on {day}; this one ends by then.").format(
                    day=self._said(newer.first)
                )
            )
        effort = self._journal.value(
            "SELECT max(day) FROM day_total WHERE activities > 0 AND day > ? AND day < ?",
            (last.isoformat(), newer.first.isoformat() if newer is not None else "9999"),
        )
        if effort is not None:
            raise InvalidInput(
                _("You did something for it on {day}; it can end on that day or later.").format(
                    day=self._said(date.fromisoformat(effort))
                )
            )

    def _said(self, day: date) -> str:
        return plain_day(day, self._recording.today())


def _neighbours(
    known: Sequence[JobSearch], search: JobSearch
) -> tuple[JobSearch | None, JobSearch | None]:
    """Return the search before and the one after."""
    place = next(place for place, one in enumerate(known) if one.id == search.id)
    older = known[place + 1] if place + 1 < len(known) else None
    return older, known[place - 1] if place else None
