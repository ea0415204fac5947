"""The applications that the journal knows: found, begun and respelled for all who need them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.text import checked_names
from desktop_app.i18n import _, short_day
from desktop_app.services import application_rows

if TYPE_CHECKING:
    from datetime import date

    from sqlite_utils import Database

    from desktop_app.domain.applications import ApplicationRecord
    from desktop_app.domain.entries import Application
    from desktop_app.services.recording import Recording
    from desktop_app.storage.journal import Journal


class KnownApplications:
    """Reads applications, and writes their names inside the steps of others."""

    def __init__(self, journal: Journal, recording: Recording) -> None:
        self._journal = journal
        self._recording = recording

    def any(self) -> bool:
        """Return whether there is an application."""
        return bool(self._journal.value("SELECT EXISTS (SELECT 1 FROM application)"))

    def all(self) -> list[Application]:
        """Return every application, those sent last first."""
        return application_rows.applications(self._journal)

    def offered(self) -> list[Application]:
        """Return what to offer while an employer is written: what is open in the running search."""
        running = self._journal.value(
            "SELECT id FROM search WHERE ended_day IS NULL ORDER BY day DESC LIMIT 1"
        )
        return [
            one
            for one in self.all()
            if one.outcome is None and not one.history and one.search_id in (None, running)
        ]

    def get(self, identity: int) -> Application | None:
        """Return one application, None where it is gone."""
        found = application_rows.applications(self._journal, "application.id = ?", (identity,))
        return found[0] if found else None

    def known(self, identity: int) -> Application:
        """Return one application.

        Raises:
            InvalidInput: it is gone.
        """
        found = self.get(identity)
        if found is None:
            raise InvalidInput(_("This application is no longer there."))
        return found

    def record(self, identity: int) -> ApplicationRecord | None:
        """Return all that is known of one application, None where it is gone."""
        return application_rows.record(self._journal, identity)

    def of_employer(self, employer: str, *, only_open: bool = True) -> list[Application]:
        """Return an employer's applications; upper and lower case are the same."""
        wanted = employer.casefold()
        ids = [
            row["id"]
            for row in self._journal.query("SELECT id, name FROM employer")
            if row["name"].casefold() == wanted
        ]
        if not ids:
            return []
        marks = ",".join("?" * len(ids))
        found = application_rows.applications(
            self._journal, f"application.employer_id IN ({marks})", ids
        )
        return [one for one in found if one.outcome is None or not only_open]

    def the_open_one(self, employer: str, position: str | None) -> Application | None:
        """Return the employer's single open application, None where there is none.

        What came in as history is none of them.

        Raises:
            InvalidInput: several are open and the position names none of them.
        """
        found = [one for one in self.of_employer(employer) if not one.history]
        if position is not None:
            wanted = position.casefold()
            found = [one for one in found if one.position.casefold() == wanted]
            return found[0] if found else None
        if len(found) > 1:
            raise InvalidInput(
                _(
                    "{employer} has {count} open applications: {positions}. Say which position."
                ).format(
                    employer=found[0].employer,
                    count=len(found),
                    positions=", ".join(one.position or _("no position") for one in found[:12]),
                )
            )
        return found[0] if found else None

    def begin(self, db: Database, employer: str, position: str, day: date | None) -> int:
        """Add an application inside a step and return its id; the employer is added if new."""
        stamp = self._recording.stamp(day)
        search = self._recording.belong_to_search(db, day) if day else None
        inserted = db.table("application").insert(
            {
                **stamp,
                "employer_id": self._employer(db, employer),
                "position": position,
                "search_id": search,
            }
        )
        return int(str(inserted.last_pk))

    def respell(self, db: Database, identity: int, employer: str, position: str) -> None:
        """Spell the names of an application anew inside a step, as with other capitals."""
        db.table("application").update(identity, {"position": position})
        db.conn.execute(
            "UPDATE employer SET name = ? WHERE id ="
            " (SELECT employer_id FROM application WHERE id = ?)",
            (employer, identity),
        )

    def rename(self, db: Database, application: Application, employer: str, position: str) -> None:
        """Give an application other names inside a step.

        Its people and the employer's address go along where no other application needs them.
        """
        if employer.casefold() == application.employer.casefold():
            self.respell(db, application.id, employer, position)
            return
        former = self.employer_of(application.id)
        shared = self._journal.value(
            "SELECT 1 FROM application WHERE employer_id = ? AND id <> ? LIMIT 1",
            (former, application.id),
        )
        if not shared and self._employer_id(employer) is None:
            self.respell(db, application.id, employer, position)
            return
        wanted = self._employer(db, employer)
        db.table("application").update(
            application.id, {"employer_id": wanted, "position": position}
        )
        db.conn.execute(
            "UPDATE person SET employer_id = ?1 WHERE id IN (SELECT person_id"
            " FROM application_person WHERE application_id = ?2) AND NOT EXISTS (SELECT 1"
            " FROM application_person WHERE person_id = person.id AND application_id <> ?2)",
            (wanted, application.id),
        )
        self.drop_employer(db, former)

    def drop_employer(self, db: Database, identity: int) -> None:
        """Delete an employer inside a step, where nothing needs it any more."""
        db.conn.execute(
            "DELETE FROM employer WHERE id = ?1"
            " AND NOT EXISTS (SELECT 1 FROM application WHERE employer_id = ?1)"
            " AND NOT EXISTS (SELECT 1 FROM person WHERE employer_id = ?1)",
            (identity,),
        )

    def employer_of(self, identity: int) -> int:
        """Return the id of an application's employer."""
        return int(
            self._journal.value("SELECT employer_id FROM application WHERE id = ?", (identity,))
        )

    def checked_names(self, employer: str, position: str) -> tuple[str, str]:
        """Return employer and position as they are stored.

        Raises:
            InvalidInput: no employer, or a text too long or with control characters.
        """
        return checked_names(employer, position)

    def check_answer(self, application: Application, day: date) -> None:
        """Refuse an answer that came before the application was sent.

        Raises:
            InvalidInput: the day lies before that of the application.
        """
        if application.day is not None and day < application.day:
            raise InvalidInput(
                _("It was sent on {day}; an answer comes on that day or later.").format(
                    day=short_day(application.day, self._recording.today())
                )
            )

    def _employer(self, db: Database, name: str) -> int:
        known = self._employer_id(name)
        if known is not None:
            return known
        inserted = db.table("employer").insert({**self._recording.stamp(None), "name": name})
        return int(str(inserted.last_pk))

    def _employer_id(self, name: str) -> int | None:
        wanted = name.casefold()
        for row in self._journal.query("SELECT id, name FROM employer ORDER BY id"):
            if row["name"].casefold() == wanted:
                return int(row["id"])
        return None
