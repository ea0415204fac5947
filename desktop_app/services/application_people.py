"""The people behind an application: added, changed and taken away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.errors import InvalidInput
from desktop_app.i18n import _
from desktop_app.services import application_rows
from desktop_app.services.application_form import cleaned_person

if TYPE_CHECKING:
    from sqlite_utils import Database

    from desktop_app.domain.applications import Person
    from desktop_app.services.known_applications import KnownApplications
    from desktop_app.services.recording import Recording
    from desktop_app.storage.journal import Journal


class ApplicationPeople:
    """People, each of whom may stand behind several applications of one employer."""

    def __init__(
        self, journal: Journal, recording: Recording, applications: KnownApplications
    ) -> None:
        self._journal = journal
        self._recording = recording
        self._applications = applications

    def get(self, identity: int) -> Person | None:
        """Return one person, None where they are gone."""
        rows = self._journal.query(
            "SELECT id, name, role, email, phone, note FROM person WHERE id = ?", (identity,)
        )
        return application_rows.person(rows[0]) if rows else None

    def add(self, application: int, person: Person) -> int:
        """Add a person to an application and return their id.

        Somebody of the same name at the same employer is the same person: what is said of them
        now is added to what was known.

        Raises:
            InvalidInput: no name, an email address that can't be one, a text that no file can
                hold, or the application is gone; nothing was changed.
        """
        self._applications.known(application)
        given = cleaned_person(person)
        with self._journal.write(_("Person added")) as db:
            return add_person(self._journal, self._recording, db, application, given)

    def change(self, identity: int, person: Person) -> None:
        """Change what is known of a person, wherever they stand.

        Raises:
            InvalidInput: as ``add``, or they are gone; nothing was changed.
        """
        given = cleaned_person(person)
        if self.get(identity) is None:
            raise InvalidInput(_("This person is no longer there."))
        with self._journal.write(_("Person changed")) as db:
            db.table("person").update(identity, _columns(given))

    def take_away(self, application: int, identity: int) -> None:
        """Take a person away from an application; known nowhere else they are deleted."""
        with self._journal.write(_("Person taken away")) as db:
            db.conn.execute(
                "DELETE FROM application_person WHERE application_id = ? AND person_id = ?",
                (application, identity),
            )
            _drop(db, [identity])


def add_person(
    journal: Journal, recording: Recording, db: Database, application: int, person: Person
) -> int:
    """Add a person to an application inside a step and return their id."""
    employer = journal.value("SELECT employer_id FROM application WHERE id = ?", (application,))
    wanted = person.name.casefold()
    known = [
        row
        for row in journal.query(
            "SELECT id, name, role, email, phone, note FROM person WHERE employer_id = ?",
            (employer,),
        )
        if row["name"].casefold() == wanted
    ]
    told = {name: text for name, text in _columns(person).items() if text is not None}
    if known:
        identity = int(known[0]["id"])
        db.table("person").update(identity, told | {"name": known[0]["name"]})
    else:
        inserted = db.table("person").insert(
            {**recording.stamp(None), "employer_id": employer, **told}
        )
        identity = int(str(inserted.last_pk))
    db.conn.execute(
        "INSERT INTO application_person (uid, recorded_at, application_id, person_id)"
        " SELECT ?1, ?2, ?3, ?4 WHERE NOT EXISTS (SELECT 1 FROM application_person"
        " WHERE application_id = ?3 AND person_id = ?4)",
        (*list(recording.stamp(None).values())[:2], application, identity),
    )
    return identity


def drop_people(db: Database, application: int) -> None:
    """Take all people away from an application inside a step; known nowhere else they go."""
    people = [
        int(row[0])
        for row in db.conn.execute(
            "SELECT person_id FROM application_person WHERE application_id = ?", (application,)
        ).fetchall()
    ]
    db.conn.execute("DELETE FROM application_person WHERE application_id = ?", (application,))
    _drop(db, people)


def _drop(db: Database, people: list[int]) -> None:
    for identity in people:
        db.conn.execute(
            "DELETE FROM person WHERE id = ?1"
            " AND NOT EXISTS (SELECT 1 FROM application_person WHERE person_id = ?1)"
            " AND NOT EXISTS (SELECT 1 FROM feedback_request WHERE person_id = ?1)"
            " AND NOT EXISTS (SELECT 1 FROM activity WHERE person_id = ?1)",
            (identity,),
        )


def _columns(person: Person) -> dict[str, str | None]:
    return {
        "name": person.name,
        "role": person.role or None,
        "email": person.email or None,
        "phone": person.phone or None,
        "note": person.note or None,
    }
