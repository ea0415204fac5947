"""Pause a job search: from today on, for days ahead, or back to the days since the last effort."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop_app.domain.days import checked_day
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.text import clean_name
from desktop_app.i18n import _, plain_day

if TYPE_CHECKING:
    from sqlite_utils import Database

    from desktop_app.domain.searches import JobSearch, Pause
    from desktop_app.services.recording import Recording
    from desktop_app.services.searches import Searches
    from desktop_app.storage.journal import Journal

DAY = timedelta(days=1)


class Pauses:
    """The pauses of the searches; no two of them meet."""

    def __init__(self, journal: Journal, recording: Recording, searches: Searches) -> None:
        self._journal = journal
        self._recording = recording
        self._searches = searches

    def add(self, first: date | None = None, until: date | None = None, reason: str = "") -> int:
        """Pause the running search and return the pause's id.

        Args:
            first: the first day: today where None, a later one, or one since the last effort.
            until: the last day of the pause, None where that is open.
            reason: why, or "".

        Raises:
            InvalidInput: none runs, the days meet another pause, lie before the search or its
                last effort or the wrong way round, or a text that no file can hold.
        """
        running = self._searches.current()
        if running is None:
            raise InvalidInput(_("No search is running, so there is none to pause."))
        begins = self._recording.today() if first is None else checked_day(first)
        self._check(running, begins, until, None)
        self._check_effort(begins)
        text = clean_name(reason, _("Reason")) or None
        with self._journal.write(_("Search paused")) as db:
            inserted = db.table("search_pause").insert(
                {
                    **self._recording.stamp(begins),
                    "search_id": running.id,
                    "until_day": until.isoformat() if until else None,
                    "reason": text,
                }
            )
        return int(str(inserted.last_pk))

    def change(self, identity: int, first: date, until: date | None, reason: str) -> None:
        """Change the days of a pause and its reason.

        Raises:
            InvalidInput: as ``add``, or the pause is gone; nothing was changed.
        """
        search, pause = self._find(identity)
        self._check(search, checked_day(first), until, pause)
        if first < pause.first:
            self._check_effort(first, before=pause.first)
        text = clean_name(reason, _("Reason")) or None
        with self._journal.write(_("Pause changed")) as db:
            db.table("search_pause").update(
                identity,
                {
                    "day": first.isoformat(),
                    "until_day": until.isoformat() if until else None,
                    "reason": text,
                },
            )

    def remove(self, identity: int) -> None:
        """Remove a pause, as if it had not been.

        Raises:
            InvalidInput: the pause is gone.
        """
        self._find(identity)
        with self._journal.write(_("Pause removed")) as db:
            db.table("search_pause").delete(identity)

    def end_now(self) -> None:
        """End the present pause: yesterday was its last day, and one that began today is gone.

        Raises:
            InvalidInput: the search is not paused.
        """
        running = self._searches.current()
        today = self._recording.today()
        pause = running.pause_on(today) if running is not None else None
        if pause is None:
            raise InvalidInput(_("The search is not paused."))
        with self._journal.write(_("Pause ended")) as db:
            if pause.first == today:
                db.table("search_pause").delete(pause.id)
            else:
                yesterday = (today - DAY).isoformat()
                db.table("search_pause").update(pause.id, {"until_day": yesterday})

    def _find(self, identity: int) -> tuple[JobSearch, Pause]:
        for search in self._searches.all():
            for pause in search.pauses:
                if pause.id == identity:
                    return search, pause
        raise InvalidInput(_("This pause is no longer there."))

    def _check(
        self, search: JobSearch, first: date, until: date | None, itself: Pause | None
    ) -> None:
        today = self._recording.today()
        if until is not None and checked_day(until) < first:
            raise InvalidInput(
                _("A pause ends today or later.")
                if first == today
                else _("The pause would end on {until}, before it begins on {first}.").format(
                    until=self._said(until), first=self._said(first)
                )
            )
        if first < search.first:
            raise InvalidInput(
                _("The search began on {day}; a pause begins then or later.").format(
                    day=self._said(search.first)
                )
            )
        if search.ended is not None and (until is None or until > search.ended):
            raise InvalidInput(
                _("The search ended on {day}; its pauses end by then.").format(
                    day=self._said(search.ended)
                )
            )
        for pause in search.pauses:
            if pause is not itself and pause.meets(first, until):
                raise InvalidInput(self._met(pause, today))

    def _met(self, pause: Pause, today: date) -> str:
        """Return the sentence about a pause that is there already."""
        if pause.covers(today) and pause.until is None:
            return _("The search is paused already, since {first}.").format(
                first=self._said(pause.first)
            )
        if pause.until is None:
            return _("A pause from {first} on is there already.").format(
                first=self._said(pause.first)
            )
        if pause.covers(today):
            return _("The search is paused already, until {until}.").format(
                until=self._said(pause.until)
            )
        return _("A pause from {first} to {until} is there already.").format(
            first=self._said(pause.first), until=self._said(pause.until)
        )

    def _check_effort(self, first: date, before: date | None = None) -> None:
        """Refuse a pause that begins before today and on or before a day with effort.

        Args:
            first: its first day.
            before: the day from which effort is no matter, today where None.
        """
        end = before or self._recording.today()
        effort = self._journal.value(
            "SELECT max(day) FROM day_total WHERE activities > 0 AND day >= ? AND day < ?",
            (first.isoformat(), end.isoformat()),
        )
        if effort is not None:
            raise InvalidInput(
                _("You did something for the search on {day}; a pause begins after it.").format(
                    day=self._said(date.fromisoformat(effort))
                )
            )

    def _said(self, day: date) -> str:
        return plain_day(day, self._recording.today())


def cut_pauses(db: Database, search_id: int, day: date) -> None:
    """Let no pause of a search reach a day, inside a step."""
    run = db.conn.execute
    text, before = day.isoformat(), (day - DAY).isoformat()
    run("DELETE FROM search_pause WHERE search_id = ? AND day >= ?", (search_id, text))
    run(
        "UPDATE search_pause SET until_day = ? WHERE search_id = ?"
        " AND (until_day IS NULL OR until_day >= ?)",
        (before, search_id, text),
    )
