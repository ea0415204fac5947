"""Stages of an application: reached, planned, and planned ones that took place."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain.clock import same_time
from desktop_app.domain.days import checked_day
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.stages import Stage, stage_label
from desktop_app.domain.text import clean_note
from desktop_app.i18n import _, short_day
from desktop_app.services import application_rows
from desktop_app.services.linked_effort import MET, LinkedEffort

if TYPE_CHECKING:
    from datetime import date, time

    from sqlite_utils import Database

    from desktop_app.domain.entries import Application, StageEvent
    from desktop_app.services.known_applications import KnownApplications
    from desktop_app.services.recording import Recording
    from desktop_app.storage.journal import Journal

MEETINGS = (Stage.INTERVIEW, Stage.FINAL)


class StageForm(NamedTuple):
    """What a person enters of a stage.

    Attributes:
        stage: which; never the application itself.
        day: the day, today where None.
        at: the time of the clock, None where unknown.
        note: such as whom they meet, or "".
    """

    stage: Stage
    day: date | None = None
    at: time | None = None
    note: str = ""


class ApplicationStages:
    """What applications reached, and what is planned."""

    def __init__(
        self, journal: Journal, recording: Recording, applications: KnownApplications
    ) -> None:
        self._journal = journal
        self._recording = recording
        self._applications = applications
        self._effort = LinkedEffort(journal, recording)

    def reach(self, application: int, form: StageForm) -> int:
        """Say that an application reached a stage, and return the event's id.

        Raises:
            InvalidInput: a day that lies ahead, before the application was sent or after it
                ended, the same twice, or a text that no file can hold; nothing was changed.
        """
        one = self._applications.known(application)
        on = self._recording.done_on(form.day)
        self._check(one, form, on, planned=False)
        moment = self._recording.moment_on(on, form.at)
        with self._journal.write(_("{stage} reached").format(stage=stage_label(form.stage))) as db:
            if on == self._recording.today():
                _is_no_history(db, application)
            return self._insert(db, application, form, on, moment, planned=False)

    def plan(self, application: int, form: StageForm) -> int:
        """Plan a stage for today or a later day, and return the event's id.

        Raises:
            InvalidInput: a day behind, an application that ended, the same twice, or a text that
                no file can hold; nothing was changed.
        """
        one = self._applications.known(application)
        on = self._planned_day(form.day)
        self._check(one, form, on, planned=True)
        moment = self._recording.planned_moment(on, form.at)
        with self._journal.write(_("{stage} planned").format(stage=stage_label(form.stage))) as db:
            _is_no_history(db, application)
            return self._insert(db, application, form, on, moment, planned=True)

    def took_place(self, identity: int) -> date:
        """Say that a planned stage took place, and return the day that it counts for.

        That is its own day, or today where that lies ahead. An interview is logged as effort
        once: one that was logged on that day without a name is named.

        Raises:
            InvalidInput: it is gone, or lies before the application or after its end.
        """
        application, event = self._known(identity)
        today = self._recording.today()
        on = event.day if event.day is not None and event.day <= today else today
        kept = event.at is not None and event.day == on and event.at <= self._recording.now()
        moment = event.at.isoformat(timespec="seconds") if kept and event.at else None
        form = StageForm(event.stage, on, event.at.time() if kept and event.at else None)
        self._check(application, form, on, planned=False)
        name = _("{stage} took place").format(stage=stage_label(event.stage))
        with self._journal.write(name) as db:
            db.table("stage_event").update(
                identity, {"planned": 0, "day": on.isoformat(), "at": moment}
            )
            if event.stage in MEETINGS:
                self._effort.count_once(
                    db, MET, application.id, on, application.employer, logged=True
                )
        return on

    def change(self, identity: int, form: StageForm) -> None:
        """Change a stage that was reached or is planned; its effort moves along.

        A day that is unknown stays so where the form gives none.

        Raises:
            InvalidInput: as ``reach`` or ``plan``, or it is gone; nothing was changed.
        """
        application, event = self._known(identity)
        on, moment = self._when(event, form)
        self._check(application, form, on, planned=event.planned, besides=identity)
        values = {
            "stage": form.stage.value,
            "day": on.isoformat() if on else None,
            "at": moment,
            "note": clean_note(form.note, _("Note")).strip() or None,
        }
        with self._journal.write(_("Stage changed")) as db:
            db.table("stage_event").update(identity, values)
            if not event.planned and event.stage in MEETINGS and event.day and on:
                self._move_effort(db, application.id, event.day, on)

    def delete(self, identity: int) -> None:
        """Delete a stage, or the plan of it; effort that was logged with it stays."""
        with self._journal.write(_("Stage deleted")) as db:
            db.table("stage_event").delete_where("id = ?", [identity])

    def _known(self, identity: int) -> tuple[Application, StageEvent]:
        rows = self._journal.query(
            "SELECT id, application_id, stage, day, at, note, planned FROM stage_event"
            " WHERE id = ?",
            (identity,),
        )
        if not rows:
            raise InvalidInput(_("This stage is no longer there."))
        application = self._applications.known(rows[0]["application_id"])
        return application, application_rows.event(rows[0])

    def _when(self, event: StageEvent, form: StageForm) -> tuple[date | None, str | None]:
        """Return the day and moment that a stage is changed to, as they are stored."""
        if form.day is None and event.day is None:
            return None, None
        if not event.planned:
            on = self._recording.done_on(form.day)
            if event.at is not None and on == event.day and same_time(event.at, form.at):
                return on, event.at.isoformat(timespec="seconds")
            return on, self._recording.moment_on(on, form.at)
        ahead = form.day if form.day is not None and form.day == event.day else None
        on = ahead or self._planned_day(form.day)
        return on, self._recording.planned_moment(on, form.at)

    def _planned_day(self, day: date | None) -> date:
        today = self._recording.today()
        on = checked_day(day or today)
        if on < today:
            raise InvalidInput(
                _("{day} lies behind you. A plan is for today or a later day.").format(
                    day=short_day(on, today)
                )
            )
        return on

    def _check(
        self,
        application: Application,
        form: StageForm,
        day: date | None,
        *,
        planned: bool,
        besides: int = 0,
    ) -> None:
        today = self._recording.today()
        clean_note(form.note, _("Note"))
        if form.stage is Stage.APPLICATION:
            raise InvalidInput(_("Sending the application is no stage to reach."))
        if application.day is not None and day is not None and day < application.day:
            raise InvalidInput(
                _("It was sent on {day}; a stage comes on that day or later.").format(
                    day=short_day(application.day, today)
                )
            )
        ended = application.outcome_day
        late = ended is not None and day is not None and day > ended
        if application.outcome is not None and (planned or late):
            raise InvalidInput(
                _("It ended on {day}. Open it again first.").format(day=short_day(ended, today))
                if ended is not None
                else _("It has ended. Open it again first.")
            )
        if day is not None:
            self._refuse_twice(application, form, day, planned=planned, besides=besides)

    def _refuse_twice(
        self, application: Application, form: StageForm, day: date, *, planned: bool, besides: int
    ) -> None:
        for event in application_rows.events(self._journal, application.id):
            at = event.at.time() if event.at is not None else None
            same = event.stage is form.stage and event.day == day and at == form.at
            if same and event.planned is planned and event.id != besides:
                raise InvalidInput(
                    _("{stage} on {day} is here already.").format(
                        stage=stage_label(form.stage),
                        day=short_day(day, self._recording.today()),
                    )
                )

    def _insert(
        self,
        db: Database,
        application: int,
        form: StageForm,
        day: date,
        moment: str | None,
        *,
        planned: bool,
    ) -> int:
        inserted = db.table("stage_event").insert(
            {
                **self._recording.stamp(None),
                "day": day.isoformat(),
                "at": moment,
                "application_id": application,
                "stage": form.stage.value,
                "planned": int(planned),
                "note": clean_note(form.note, _("Note")).strip() or None,
            }
        )
        return int(str(inserted.last_pk))

    def _move_effort(self, db: Database, application: int, former: date, day: date) -> None:
        """Move the effort of an interview along, unless another one was on the former day."""
        met = [
            event
            for event in application_rows.events(self._journal, application)
            if event.stage in MEETINGS and event.day == former and not event.planned
        ]
        if not met and former != day:
            self._effort.move(db, MET, application, former, day)


def _is_no_history(db: Database, application: int) -> None:
    """Let an application from before Upswing be one that goes on, inside a step."""
    db.conn.execute(
        "UPDATE application SET history = 0 WHERE id = ? AND history AND outcome IS NULL",
        (application,),
    )
