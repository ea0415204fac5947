"""Begin a job search, end it, let it go on, and correct both; pauses have a module of their own."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.searches import CHOSEN_ENDINGS, Ending
from desktop_app.domain.stages import Outcome, Stage
from desktop_app.domain.text import clean_note
from desktop_app.i18n import _, plain_day
from desktop_app.services.pauses import Pauses, cut_pauses
from desktop_app.services.search_bounds import SearchBounds
from desktop_app.services.search_reading import (
    read_open_applications,
    read_searches,
    search_of_applications,
    search_of_rejections,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from sqlite_utils import Database

    from desktop_app.domain.changes import Changed
    from desktop_app.domain.searches import AcceptedOffer, JobSearch, OpenApplication
    from desktop_app.services.applications import Applications
    from desktop_app.services.recording import Recording
    from desktop_app.storage.journal import Journal

ESTIMATE_DAYS = 10
POINTS_A_DAY = 5


class Searches:
    """All searches; at most one of them runs.

    Attributes:
        pauses: adds, changes and removes their pauses.
    """

    def __init__(self, journal: Journal, recording: Recording, applications: Applications) -> None:
        self._journal = journal
        self._recording = recording
        self._applications = applications
        self._known: tuple[JobSearch, ...] | None = None
        self._bounds = SearchBounds(journal, recording)
        self.pauses = Pauses(journal, recording, self)
        journal.listen(self._on_changed)

    def all(self) -> tuple[JobSearch, ...]:
        """Return every search, the newest first."""
        known = self._known
        if known is None:
            with self._journal.hold():
                self._known = known = read_searches(self._journal)
        return known

    def get(self, identity: int) -> JobSearch | None:
        """Return one search, None where it is gone."""
        return next((search for search in self.all() if search.id == identity), None)

    def current(self) -> JobSearch | None:
        """Return the search that runs, None where none does."""
        return next((search for search in self.all() if search.ended is None), None)

    def latest(self) -> JobSearch | None:
        """Return the newest search, which may have ended; None where there never was one."""
        return next(iter(self.all()), None)

    def of_day(self, day: date) -> JobSearch | None:
        """Return the search that a day lies in, the newest where two meet."""
        return next((search for search in self.all() if search.holds(day)), None)

    def over_on(self, day: date) -> JobSearch | None:
        """Return the search that ended before a day, where none has begun since.

        Today counts as such a day from the moment that the search is ended, although it is the
        search's last.
        """
        latest = self.latest()
        if latest is None or latest.ended is None:
            return None
        return latest if day > latest.ended or day == self._recording.today() else None

    def open_applications(self) -> list[OpenApplication]:
        """Return the applications of the running search that wait for an answer, newest first."""
        running = self.current()
        return [] if running is None else read_open_applications(self._journal, running.id)

    def of_applications(self) -> dict[int, int]:
        """Return the id of the search that each application belongs to."""
        return search_of_applications(self._journal)

    def of_rejections(self) -> dict[int, int]:
        """Return the id of the search that each rejection belongs to."""
        return search_of_rejections(self._journal)

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
                    day=plain_day(latest.ended, self._recording.today())
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
        accepted: AcceptedOffer | None = None,
    ) -> int:
        """End the running search and return its id; a pause ends with it.

        Args:
            ending: how it ended.
            day: its last day, today where None.
            note: what the person writes to it.
            outcomes: how open applications end with it, by id; the others stay open.
            accepted: whose offer was accepted; an unknown application is begun, and it closes
                with the stage 'offer' reached.

        Raises:
            InvalidInput: none runs, the day lies ahead, before the search's beginning or before
                its last effort, the accepted offer names no employer or one with several open
                applications, or a text that no file can hold; nothing was changed.
        """
        if ending not in CHOSEN_ENDINGS:
            raise InvalidInput(_("A search ends by an offer, by stopping, or otherwise."))
        running = self.current()
        if running is None:
            raise InvalidInput(_("No search is running, so there is none to end."))
        last = self._recording.done_on(day)
        self._bounds.check_end(self.all(), running, running.first, last)
        text = clean_note(note, _("Note")) or None
        closed = dict(outcomes or {})
        if accepted is not None and accepted.application_id is not None:
            self._applications.known(accepted.application_id)
        with self._journal.write(_("Search ended")) as db:
            if accepted is not None:
                closed[self._accept(db, running, accepted, last)] = Outcome.OFFER_ACCEPTED
            db.table("search").update(
                running.id, {"ended_day": last.isoformat(), "ending": ending.value, "note": text}
            )
            cut_pauses(db, running.id, last + timedelta(days=1))
            db.conn.executemany(
                "UPDATE application SET outcome = ?, outcome_day = ?"
                " WHERE id = ? AND outcome IS NULL",
                [(outcome.value, last.isoformat(), one) for one, outcome in closed.items()],
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

    def correct(
        self, identity: int, *, first: date, ended: date | None, ending: Ending | None, note: str
    ) -> None:
        """Change when a search began, and of one that ended when and how, and its note.

        Args:
            identity: the search.
            first: its first day.
            ended: its last day, None for one that runs.
            ending: how it ended, None for one that runs.
            note: what the person writes to it.

        Raises:
            InvalidInput: the days lie ahead, in another search, beside its effort or its pauses,
                or the wrong way round; nothing was changed.
        """
        search = self.get(identity)
        if search is None:
            raise InvalidInput(_("This search is no longer there."))
        if (ended is None) != (search.ended is None):
            raise InvalidInput(_("A search that ended keeps an end; it may go on instead."))
        text = clean_note(note, _("Note")) or None
        values: dict[str, str | None] = {"day": first.isoformat(), "note": text}
        if first != search.first:
            begins = self._recording.done_on(first)
            self._bounds.check_beginning(self.all(), search, begins, ended)
        if ended is not None:
            if ended != search.ended or first != search.first:
                last = self._recording.done_on(ended)
                self._bounds.check_end(self.all(), search, first, last)
            values["ended_day"] = ended.isoformat()
            if ending is not None:
                values["ending"] = ending.value
        with self._journal.write(_("Search changed")) as db:
            db.table("search").update(identity, values)
            if ended is not None:
                cut_pauses(db, identity, ended + timedelta(days=1))

    def pause(
        self, until: date | None = None, reason: str = "", *, first: date | None = None
    ) -> int:
        """Pause the running search, from today on where ``first`` is None; see ``Pauses.add``."""
        return self.pauses.add(first, until, reason)

    def resume(self) -> None:
        """End the present pause; see ``Pauses.end_now``."""
        self.pauses.end_now()

    def estimate(self, days_with_effort: int) -> None:
        """Let momentum of the running search start at the person's own estimate.

        Where no search runs, one begins today within the same step.

        Args:
            days_with_effort: of the last ten working days before it, 0 to 10; each gives 5.

        Raises:
            InvalidInput: another number.
        """
        if not 0 <= days_with_effort <= ESTIMATE_DAYS:
            raise InvalidInput(
                _("Of ten days, 0 to 10 had some effort, not {n}.").format(n=days_with_effort)
            )
        with self._journal.write(_("Estimate set")) as db:
            running = self.current()
            identity = running.id if running is not None else self.begin()
            value = float(POINTS_A_DAY * days_with_effort)
            db.table("search").update(identity, {"estimate": value})

    def _accept(self, db: Database, search: JobSearch, accepted: AcceptedOffer, last: date) -> int:
        """Return the application of an accepted offer, begun if unknown, with its offer."""
        employer, position = self._applications.checked_names(accepted.employer, accepted.position)
        identity = accepted.application_id
        if identity is None:
            known = self._applications.the_open_one(employer, position or None)
            identity = known.id if known else None
        if identity is None:
            identity = self._applications.begin(db, employer, position, None)
            db.table("application").update(identity, {"search_id": search.id})
        reached = db.conn.execute(
            "SELECT 1 FROM stage_event WHERE application_id = ? AND stage = ? AND NOT planned",
            (identity, Stage.OFFER.value),
        ).fetchone()
        if reached is None:
            db.table("stage_event").insert(
                {
                    **self._recording.stamp(last),
                    "application_id": identity,
                    "stage": Stage.OFFER.value,
                }
            )
        return identity

    def _on_changed(self, changed: Changed) -> None:
        if changed.tables & {"search", "search_pause"}:
            self._known = None
