"""Begin, pause, end and reopen a job search."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop_app.domain.days import checked_day
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.searches import CHOSEN_ENDINGS, Ending, JobSearch, Pause
from desktop_app.domain.text import clean_note
from desktop_app.i18n import _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop_app.domain.changes import Changed
    from desktop_app.domain.stages import Outcome
    from desktop_app.services.recording import Recording
    from desktop_app.storage.journal import Journal

ESTIMATE_DAYS = 10
POINTS_A_DAY = 5


class Searches:
    """All searches; at most one of them runs."""

    def __init__(self, journal: Journal, recording: Recording) -> None:
        self._journal = journal
        self._recording = recording
        self._known: tuple[JobSearch, ...] | None = None
        journal.listen(self._on_changed)

    def all(self) -> tuple[JobSearch, ...]:
        """Return every search, the newest first."""
        known = self._known
        if known is None:
            with self._journal.hold():
                self._known = known = self._read()
        return known

    def current(self) -> JobSearch | None:
        """Return the search that runs, None where none does."""
        return next((search for search in self.all() if search.ended is None), None)

    def latest(self) -> JobSearch | None:
        """Return the newest search, which may have ended; None where there never was one."""
        return next(iter(self.all()), None)

    def of_day(self, day: date) -> JobSearch | None:
        """Return the search that a day lies in, the newest where two meet."""
        return next((search for search in self.all() if search.holds(day)), None)

    def begin(self, day: date | None = None) -> int:
        """Begin a new search and return its id.

        Args:
            day: its first day, today where None.

        Raises:
            InvalidInput: one runs already, or the day lies ahead or in an earlier search.
        """
        on = self._recording.done_on(day)
        if self.current() is not None:
            raise InvalidInput(_("A search is running. End it before another one begins."))
        latest = self.latest()
        if latest is not None and latest.ended is not None and on < latest.ended:
            raise InvalidInput(
                _("Your last search ran until {day}; a new one begins after it.").format(
                    day=latest.ended.isoformat()
                )
            )
        with self._journal.write(_("Search begun")) as db:
            inserted = db.table("search").insert(self._recording.stamp(on))
        return int(str(inserted.last_pk))

    def end(
        self,
        ending: Ending,
        *,
        day: date | None = None,
        note: str = "",
        outcomes: Mapping[int, Outcome] | None = None,
    ) -> int:
        """End the running search and return its id; a pause ends with it.

        Args:
            ending: how it ended.
            day: its last day, today where None.
            note: what the person writes to it.
            outcomes: how open applications end with it, by id; the others stay open.

        Raises:
            InvalidInput: none runs, the day lies ahead, before the search's beginning or before
                its last effort, or a text that no file can hold; nothing was changed.
        """
        if ending not in CHOSEN_ENDINGS:
            raise InvalidInput(_("A search ends by an offer, by stopping, or otherwise."))
        running = self.current()
        if running is None:
            raise InvalidInput(_("No search is running, so there is none to end."))
        last = self._recording.done_on(day)
        self._check_end(running, last)
        text = clean_note(note, _("Note")) or None
        with self._journal.write(_("Search ended")) as db:
            db.table("search").update(
                running.id, {"ended_day": last.isoformat(), "ending": ending.value, "note": text}
            )
            self._cut_pauses(running, last + timedelta(days=1))
            for identity, outcome in (outcomes or {}).items():
                db.conn.execute(
                    "UPDATE application SET outcome = ?, outcome_day = ?"
                    " WHERE id = ? AND outcome IS NULL",
                    (outcome.value, last.isoformat(), identity),
                )
        return running.id

    def go_on(self, identity: int) -> None:
        """Let the newest search run again, as if it had not ended.

        Raises:
            InvalidInput: it runs, or a newer one has begun.
        """
        latest = self.latest()
        if latest is None or latest.id != identity:
            raise InvalidInput(_("A newer search has begun; only the newest can go on."))
        if latest.ended is None:
            raise InvalidInput(_("This search is running."))
        with self._journal.write(_("Search goes on")) as db:
            db.table("search").update(identity, {"ended_day": None, "ending": None})

    def pause(self, until: date | None = None, reason: str = "") -> int:
        """Pause the running search from today on and return the pause's id.

        Args:
            until: the last day of the pause, None where that is open.
            reason: why, or "".

        Raises:
            InvalidInput: none runs, it is paused already, the end lies before today, or a text
                that no file can hold.
        """
        today = self._recording.today()
        running = self.current()
        if running is None:
            raise InvalidInput(_("No search is running, so there is none to pause."))
        if running.pause_on(today) is not None:
            raise InvalidInput(_("The search is paused already."))
        if until is not None and checked_day(until) < today:
            raise InvalidInput(_("A pause ends today or later."))
        text = clean_note(reason, _("Reason")) or None
        with self._journal.write(_("Search paused")) as db:
            self._cut_pauses(running, today)  # one planned for later gives way
            inserted = db.table("search_pause").insert(
                {
                    **self._recording.stamp(today),
                    "search_id": running.id,
                    "until_day": until.isoformat() if until else None,
                    "reason": text,
                }
            )
        return int(str(inserted.last_pk))

    def resume(self) -> None:
        """End the pause: yesterday was its last day, and one that began today is gone.

        Raises:
            InvalidInput: the search is not paused.
        """
        running = self.current()
        today = self._recording.today()
        if running is None or running.pause_on(today) is None:
            raise InvalidInput(_("The search is not paused."))
        with self._journal.write(_("Pause ended")):
            self._cut_pauses(running, today)

    def estimate(self, days_with_effort: int) -> None:
        """Let momentum of the running search start at the person's own estimate.

        Args:
            days_with_effort: of the last ten working days before it, 0 to 10; each gives 5.

        Raises:
            InvalidInput: none runs, or another number.
        """
        running = self.current()
        if running is None:
            raise InvalidInput(_("No search is running."))
        if not 0 <= days_with_effort <= ESTIMATE_DAYS:
            raise InvalidInput(
                _("Of ten days, 0 to 10 had some effort, not {n}.").format(n=days_with_effort)
            )
        with self._journal.write(_("Estimate set")) as db:
            value = float(POINTS_A_DAY * days_with_effort)
            db.table("search").update(running.id, {"estimate": value})

    def _check_end(self, running: JobSearch, last: date) -> None:
        if last < running.first:
            raise InvalidInput(
                _("The search began on {day}; it can't end before that.").format(
                    day=running.first.isoformat()
                )
            )
        effort = self._journal.value(
            "SELECT max(day) FROM day_total WHERE activities > 0 AND day > ?", (last.isoformat(),)
        )
        if effort is not None:
            raise InvalidInput(
                _("You did something for it on {day}; it can end on that day or later.").format(
                    day=effort
                )
            )

    def _cut_pauses(self, search: JobSearch, day: date) -> None:
        """Let no pause of a search reach a day, inside a step."""
        run = self._journal.db.conn.execute
        text, before = day.isoformat(), (day - timedelta(days=1)).isoformat()
        run("DELETE FROM search_pause WHERE search_id = ? AND day >= ?", (search.id, text))
        run(
            "UPDATE search_pause SET until_day = ? WHERE search_id = ?"
            " AND (until_day IS NULL OR until_day >= ?)",
            (before, search.id, text),
        )

    def _read(self) -> tuple[JobSearch, ...]:
        pauses: dict[int, list[Pause]] = {}
        for row in self._journal.query(
            "SELECT id, search_id, day, until_day, reason FROM search_pause ORDER BY day, id"
        ):
            pauses.setdefault(row["search_id"], []).append(
                Pause(
                    row["id"],
                    date.fromisoformat(row["day"]),
                    date.fromisoformat(row["until_day"]) if row["until_day"] else None,
                    row["reason"] or "",
                )
            )
        return tuple(
            JobSearch(
                id=row["id"],
                first=date.fromisoformat(row["day"]),
                ended=date.fromisoformat(row["ended_day"]) if row["ended_day"] else None,
                ending=Ending(row["ending"]) if row["ending"] else None,
                estimate=row["estimate"],
                note=row["note"] or "",
                pauses=tuple(pauses.get(row["id"], ())),
            )
            for row in self._journal.query(
                "SELECT id, day, ended_day, ending, estimate, note FROM search"
                " ORDER BY day DESC, id DESC"
            )
        )

    def _on_changed(self, changed: Changed) -> None:
        if changed.tables & {"search", "search_pause"}:
            self._known = None
