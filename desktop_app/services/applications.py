"""Known applications: find one by employer and position, and begin an unknown one."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from desktop_app.domain.entries import Application
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.stages import Outcome, Stage
from desktop_app.domain.text import clean_name
from desktop_app.i18n import _

if TYPE_CHECKING:
    from sqlite_utils import Database

    from desktop_app.services.recording import Recording
    from desktop_app.storage.driver import Row
    from desktop_app.storage.journal import Journal

_SELECT = """SELECT application.id, employer.name AS employer, application.position,
  application.day, application.outcome, application.source,
  (SELECT group_concat(stage) FROM stage_event
   WHERE application_id = application.id AND NOT planned) AS stages
  FROM application JOIN employer ON employer.id = application.employer_id"""


class Applications:
    """The applications that the journal knows."""

    def __init__(self, journal: Journal, recording: Recording) -> None:
        self._journal = journal
        self._recording = recording

    def all(self) -> list[Application]:
        """Return every application, those sent last first."""
        return [
            _application(row)
            for row in self._journal.query(
                f"{_SELECT} ORDER BY application.day DESC, application.id DESC"
            )
        ]

    def get(self, identity: int) -> Application | None:
        """Return one application, None where it is gone."""
        rows = self._journal.query(f"{_SELECT} WHERE application.id = ?", (identity,))
        return _application(rows[0]) if rows else None

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
        found = [
            _application(row)
            for row in self._journal.query(
                f"{_SELECT} WHERE application.employer_id IN ({marks})"
                " ORDER BY application.day DESC, application.id DESC",
                ids,
            )
        ]
        return [one for one in found if one.outcome is None or not only_open]

    def the_open_one(self, employer: str, position: str | None) -> Application | None:
        """Return the employer's single open application, None where there is none.

        Raises:
            InvalidInput: several are open and the position names none of them.
        """
        found = self.of_employer(employer)
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

    def checked_names(self, employer: str, position: str) -> tuple[str, str]:
        """Return employer and position as they are stored.

        Raises:
            InvalidInput: no employer, or a text too long or with control characters.
        """
        name = clean_name(employer, _("Employer"))
        if not name:
            raise InvalidInput(_("Say which employer it was."))
        return name, clean_name(position, _("Position"))

    def _employer(self, db: Database, name: str) -> int:
        wanted = name.casefold()
        for row in self._journal.query("SELECT id, name FROM employer ORDER BY id"):
            if row["name"].casefold() == wanted:
                return int(row["id"])
        inserted = db.table("employer").insert({**self._recording.stamp(None), "name": name})
        return int(str(inserted.last_pk))


def _application(row: Row) -> Application:
    stages = [Stage(stage) for stage in (row["stages"] or "").split(",") if stage]
    return Application(
        id=row["id"],
        employer=row["employer"],
        position=row["position"],
        day=date.fromisoformat(row["day"]) if row["day"] else None,
        stage=max(stages, key=lambda stage: stage.order, default=Stage.APPLICATION),
        outcome=Outcome(row["outcome"]) if row["outcome"] else None,
        source=row["source"] or "",
    )
