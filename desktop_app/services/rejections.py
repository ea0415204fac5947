"""Note a rejection, change it, and list them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain.entries import Rejection, StageEvent
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.mood import checked_mood
from desktop_app.domain.stages import Channel, Outcome, Stage
from desktop_app.domain.text import clean_note
from desktop_app.domain.timeline import RejectionMark
from desktop_app.i18n import _

if TYPE_CHECKING:
    from sqlite_utils import Database

    from desktop_app.domain.entries import Application
    from desktop_app.services.known_applications import KnownApplications
    from desktop_app.services.recording import Recording
    from desktop_app.storage.driver import Row
    from desktop_app.storage.journal import Journal

_SELECT = """SELECT rejection.id, rejection.application_id, employer.name AS employer,
  application.position, rejection.day, rejection.stage, rejection.channel, rejection.reason,
  rejection.mood, application.day AS applied
  FROM rejection JOIN application ON application.id = rejection.application_id
  JOIN employer ON employer.id = application.employer_id"""


@dataclass(frozen=True)
class RejectionForm:
    """What a person enters of a rejection.

    Attributes:
        employer, position: whom it came from; an unknown application is begun.
        day: the day it came, today where None.
        stage: the stage reached; where None, the furthest that the application has reached.
        channel: how it came, None where that isn't known.
        reason: the reason given, or "".
        mood: the mood now, 1 to 5, or None.
        application_id: the application, where the person picked a known one.
    """

    employer: str
    position: str | None = None
    day: date | None = None
    stage: Stage | None = None
    channel: Channel | None = None
    reason: str = ""
    mood: int | None = None
    application_id: int | None = None


class CheckedRejection(NamedTuple):
    """A form that can be written as it is; ``known`` is the application that it closes."""

    employer: str
    position: str
    on: date
    stage: Stage
    channel: Channel | None
    known: Application | None
    values: dict[str, object]


class Rejections:
    """The noes that the journal holds."""

    def __init__(
        self, journal: Journal, recording: Recording, applications: KnownApplications
    ) -> None:
        self._journal = journal
        self._recording = recording
        self._applications = applications

    def note(self, form: RejectionForm) -> int:
        """Note a rejection and return its id; its application is closed with it.

        Raises:
            InvalidInput: no employer, several open applications and no position, a stage, mood or
                day out of range, or a text that no file can hold; nothing was changed.
        """
        checked = self.checked(form)
        with self._journal.write(_("Rejection noted")) as db:
            return self.put(db, checked)

    def checked(self, form: RejectionForm) -> CheckedRejection:
        """Return what a form says, ready to be written.

        Raises:
            InvalidInput: as ``note``.
        """
        employer, position = self._applications.checked_names(form.employer, form.position or "")
        on = self._recording.done_on(form.day)
        values = self._values(form)
        if form.application_id is not None:
            known = self._applications.get(form.application_id)
        else:
            known = self._applications.the_open_one(
                employer, position if form.position is not None else None
            )
        if known is not None:
            self._applications.check_answer(known, on)
        stage = form.stage or min(
            known.stage if known else Stage.APPLICATION, Stage.FINAL, key=lambda one: one.order
        )
        return CheckedRejection(employer, position, on, stage, form.channel, known, values)

    def put(self, db: Database, checked: CheckedRejection) -> int:
        """Write a checked rejection inside a step and return its id; its application is closed."""
        on, known = checked.on, checked.known
        if known is None:
            identity = self._applications.begin(db, checked.employer, checked.position, None)
        else:
            identity = known.id
        self._recording.belong_to_search(db, on, begins=False)
        inserted = db.table("rejection").insert(
            {
                **self._recording.stamp(on),
                **checked.values,
                "application_id": identity,
                "stage": checked.stage.value,
            }
        )
        db.table("application").update(identity, _closed(checked.channel, on))
        rejection = int(str(inserted.last_pk))
        # One that was deleted may have had this number. Its drafts wait until now, so that they
        # come back with it, and are not to be shown under another.
        db.conn.execute("DELETE FROM draft WHERE field LIKE ?", (f"guide:{rejection}:%",))
        return rejection

    def change(self, identity: int, form: RejectionForm) -> None:
        """Change what was entered of a rejection.

        Raises:
            InvalidInput: as ``note``; nothing was changed.
        """
        former = self.get(identity)
        if former is None:
            raise InvalidInput(_("This rejection is no longer there."))
        employer, position = self._applications.checked_names(form.employer, form.position or "")
        on = self._recording.done_on(form.day) if form.day else former.day
        values = self._values(form)
        known = self._applications.get(former.application_id)
        renamed = _folded(employer, position) != _folded(former.employer, former.position)
        if renamed:
            known = self._applications.the_open_one(employer, position)
        if known is not None and on is not None and (renamed or on != former.day):
            self._applications.check_answer(known, on)
        with self._journal.write(_("Rejection changed")) as db:
            application = former.application_id
            if renamed:
                application = (
                    known.id if known else self._applications.begin(db, employer, position, None)
                )
            elif (employer, position) != (former.employer, former.position):
                self._applications.respell(db, application, employer, position)
            if on is not None and on != former.day:
                self._recording.belong_to_search(db, on, begins=False)
            db.table("rejection").update(
                identity,
                {
                    **values,
                    "application_id": application,
                    "day": on.isoformat() if on else None,
                    "stage": (form.stage or former.stage).value,
                },
            )
            if application != former.application_id:
                self._open_again(former)
            if application != former.application_id or self._closed_by(former):
                db.table("application").update(application, _closed(form.channel, on))

    def delete(self, identity: int) -> None:
        """Delete a rejection; its application is open again."""
        former = self.get(identity)
        if former is None:
            return
        with self._journal.write(_("Rejection deleted")) as db:
            db.table("rejection").delete_where("id = ?", [identity])
            # A later rejection may get this number, and must not be offered these words.
            field = f"rejection:{identity}"
            db.table("draft").delete_where("field = ?1 OR field LIKE ?1 || '.%'", [field])
            self._open_again(former)

    def get(self, identity: int) -> Rejection | None:
        """Return one rejection, None where it is gone."""
        rows = self._journal.query(f"{_SELECT} WHERE rejection.id = ?", (identity,))
        return _rejection(rows[0]) if rows else None

    def all(self) -> list[Rejection]:
        """Return every rejection, the newest first."""
        return [
            _rejection(row)
            for row in self._journal.query(
                f"{_SELECT} ORDER BY rejection.day DESC, rejection.id DESC"
            )
        ]

    def any(self) -> bool:
        """Return whether there is a rejection."""
        return bool(self._journal.value("SELECT EXISTS (SELECT 1 FROM rejection)"))

    def between(self, first: date, last: date) -> list[RejectionMark]:
        """Return the rejections of a range of days, oldest first."""
        return [
            RejectionMark(
                date.fromisoformat(row["day"]),
                row["employer"],
                row["position"],
                Stage(row["stage"]),
            )
            for row in self._journal.query(
                f"{_SELECT} WHERE rejection.day BETWEEN ? AND ?"
                " ORDER BY rejection.day, rejection.id",
                (first.isoformat(), last.isoformat()),
            )
        ]

    def of_day(self, day: date) -> list[Rejection]:
        """Return the rejections that came on a day, oldest first."""
        rows = self._journal.query(
            f"{_SELECT} WHERE rejection.day = ? ORDER BY rejection.id", (day.isoformat(),)
        )
        return [_rejection(row) for row in rows]

    def stages_of(self, application_id: int) -> list[StageEvent]:
        """Return the stages that an application reached, in order."""
        rows = self._journal.query(
            "SELECT stage, day FROM stage_event WHERE application_id = ? AND NOT planned"
            " ORDER BY day, id",
            (application_id,),
        )
        return [
            StageEvent(Stage(row["stage"]), date.fromisoformat(row["day"]) if row["day"] else None)
            for row in rows
        ]

    def _values(self, form: RejectionForm) -> dict[str, object]:
        if form.stage is Stage.OFFER:
            raise InvalidInput(_("A rejection comes before an offer."))
        return {
            "channel": form.channel.value if form.channel else None,
            "reason": clean_note(form.reason, _("Reason")) or None,
            "mood": None if form.mood is None else checked_mood(form.mood),
        }

    def _closed_by(self, rejection: Rejection) -> bool:
        """Return whether it is what closed its application, as it stands now.

        An application that was opened again since, or ended otherwise, stays as it is.
        """
        outcomes = {Outcome.REJECTED.value, _closed(rejection.channel, None)["outcome"]}
        found = self._journal.value(
            "SELECT outcome FROM application WHERE id = ?1 AND NOT EXISTS (SELECT 1"
            " FROM rejection WHERE application_id = ?1 AND id > ?2)",
            (rejection.application_id, rejection.id),
        )
        return found in outcomes

    def _open_again(self, rejection: Rejection) -> None:
        """Open the application that lost its last rejection, or delete it with its employer.

        One that ended otherwise since stays ended. It goes where only the rejection had begun
        it, so that no name is left behind of what the person deleted.
        """
        application = rejection.application_id
        db = self._journal.db
        if self._journal.value(
            "SELECT 1 FROM rejection WHERE application_id = ? LIMIT 1", (application,)
        ):
            return
        employer = self._applications.employer_of(application)
        if self._closed_by(rejection):
            db.table("application").update(application, {"outcome": None, "outcome_day": None})
        db.table("application").delete_where(
            "id = ? AND day IS NULL AND NOT history AND outcome IS NULL"
            " AND coalesce(note, source, location, link, reference) IS NULL"
            " AND NOT EXISTS (SELECT 1 FROM application_person"
            "  WHERE application_id = application.id)"
            " AND NOT EXISTS (SELECT 1 FROM origin WHERE uid = application.uid)"
            " AND NOT EXISTS (SELECT 1 FROM activity WHERE application_id = application.id)"
            " AND NOT EXISTS (SELECT 1 FROM stage_event WHERE application_id = application.id)",
            [application],
        )
        self._applications.drop_employer(db, employer)


def _folded(employer: str, position: str) -> tuple[str, str]:
    return employer.casefold(), position.casefold()


def _closed(channel: Channel | None, day: date | None) -> dict[str, str | None]:
    outcome = Outcome.SILENCE if channel is Channel.SILENCE else Outcome.REJECTED
    return {"outcome": outcome.value, "outcome_day": day.isoformat() if day else None}


def _rejection(row: Row) -> Rejection:
    return Rejection(
        id=row["id"],
        application_id=row["application_id"],
        employer=row["employer"],
        position=row["position"],
        day=date.fromisoformat(row["day"]) if row["day"] else None,
        stage=Stage(row["stage"]),
        channel=Channel(row["channel"]) if row["channel"] else None,
        reason=row["reason"] or "",
        mood=row["mood"],
        applied=date.fromisoformat(row["applied"]) if row["applied"] else None,
    )
