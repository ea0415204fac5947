"""Add, change and delete applications, and say which one some effort was."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.stages import stage_label
from desktop_app.domain.text import checked_names
from desktop_app.i18n import _, short_day
from desktop_app.services import application_rows
from desktop_app.services.application_form import (
    AlreadyThere,
    ApplicationForm,
    cleaned,
    said_of,
)
from desktop_app.services.application_people import add_person, drop_people
from desktop_app.services.known_applications import KnownApplications
from desktop_app.services.linked_effort import SENT, LinkedEffort

if TYPE_CHECKING:
    from datetime import date

    from sqlite_utils import Database

    from desktop_app.domain.entries import Application
    from desktop_app.services.recording import Recording
    from desktop_app.storage.journal import Journal


class Deleted(NamedTuple):
    """What stays of a deleted application, and what went with it.

    Attributes:
        effort: the day of its 'application sent', which stays; None where it had none.
        rejections: how many noes went with it.
    """

    effort: date | None
    rejections: int


class Applications(KnownApplications):
    """The applications, each of which counts as effort once."""

    def __init__(self, journal: Journal, recording: Recording) -> None:
        super().__init__(journal, recording)
        self._effort = LinkedEffort(journal, recording)

    def unnamed_sent(self, day: date, employer: str = "") -> int:
        """Return how many applications were logged on a day without saying which they were.

        Those that say another employer than the given one are left out.
        """
        return self._effort.unnamed(SENT, day, " ".join(employer.split()))

    def add(self, form: ApplicationForm, *, name_logged: bool = True) -> int:
        """Add an application and return its id; its effort is logged once, on its day.

        Args:
            form: what is known of it.
            name_logged: whether it is one of those that were logged on its day without a name,
                where there are any; then that one is named and no other is logged.

        Raises:
            AlreadyThere: the same employer, position and day are open already.
            InvalidInput: no employer, a day that lies ahead, or a text that is too long or that
                no file can hold; nothing was changed.
        """
        given = cleaned(form)
        day = self._recording.done_on(given.day) if given.day else None
        self._refuse_twice(given.employer, given.position, day)
        with self._journal.write(_("Application added")) as db:
            identity = self.begin(db, given.employer, given.position, day)
            self._tell(db, identity, given)
            if day is not None:
                self._effort.count_once(db, SENT, identity, day, given.employer, logged=name_logged)
        return identity

    def change(self, identity: int, form: ApplicationForm) -> None:
        """Change what is known of an application; its effort moves along to another day.

        Raises:
            AlreadyThere: the same employer, position and day are open already.
            InvalidInput: as ``add``, a day after its answer or after a stage, or it is gone;
                nothing was changed.
        """
        former = self.known(identity)
        given = cleaned(form)
        day = self._recording.done_on(given.day) if given.day else None
        if former.outcome is None:
            self._refuse_twice(given.employer, given.position, day, besides=identity)
        if day is not None and day != former.day:
            self._check_sent(former, day)
        with self._journal.write(_("Application changed")) as db:
            self.rename(db, former, given.employer, given.position)
            self._tell(db, identity, given)
            if day != former.day:
                self._set_day(db, identity, day)
            if day is None or day == former.day:
                return
            sent = self._effort.of(SENT, identity)
            if sent is not None and sent.day is not None:
                self._effort.move(db, SENT, identity, sent.day, day)
            elif former.day is None:
                self._effort.count_once(db, SENT, identity, day, given.employer, logged=True)

    def delete(self, identity: int) -> Deleted:
        """Delete an application with its stages, noes and people; its effort stays, unnamed.

        Raises:
            InvalidInput: it is gone already.
        """
        self.known(identity)
        sent = self._effort.of(SENT, identity)
        rejections = [
            row["id"]
            for row in self._journal.query(
                "SELECT id FROM rejection WHERE application_id = ?", (identity,)
            )
        ]
        with self._journal.write(_("Application deleted")) as db:
            run = db.conn.execute
            employer = self.employer_of(identity)
            run("UPDATE activity SET application_id = NULL WHERE application_id = ?", (identity,))
            drop_people(db, identity)
            run("DELETE FROM application WHERE id = ?", (identity,))
            self.drop_employer(db, employer)
            # A later record may get these numbers, and must not be offered these words.
            for name in (
                f"application:{identity}",
                f"rejection:of:{identity}",
                *(f"rejection:{rejection}" for rejection in rejections),
            ):
                run("DELETE FROM draft WHERE field = ?1 OR field LIKE ?1 || '.%'", (name,))
        return Deleted(sent.day if sent is not None else None, len(rejections))

    def name_sent(
        self,
        activity_id: int,
        employer: str,
        position: str = "",
        *,
        application_id: int | None = None,
    ) -> int:
        """Say which application an 'application sent' was, and return the application's id.

        Of an activity that stands for several, one is split off. One that is named already is
        renamed with its application.

        Args:
            activity_id: the activity.
            employer: whom it was sent to; an unknown application begins on the activity's day.
            position: what for, or "".
            application_id: the application, where a known one was picked.

        Raises:
            AlreadyThere: that application has an 'application sent' of its own.
            InvalidInput: no employer, a text that no file can hold, or what was picked is gone or
                is no 'application sent'; nothing was changed.
        """
        activity = self._effort.activity(activity_id)
        if activity is None:
            raise InvalidInput(_("This entry is no longer there."))
        if activity.kind != SENT:
            raise InvalidInput(_("Only an application sent can be named."))
        name, job = checked_names(employer, position)
        if activity.application is not None:
            return self._rename_named(activity.application, name, job, application_id)
        known = self._meant(name, job, activity.day, application_id)
        if known is not None:
            self._refuse_counted(known)
        with self._journal.write(_("Application named")) as db:
            if known is None:
                identity = self.begin(db, name, job, activity.day)
            else:
                identity = known.id
                if known.day is None and activity.day is not None:
                    self._check_sent(known, activity.day)
                    self._set_day(db, identity, activity.day)
            self._effort.name(db, activity, identity)
        return identity

    def _tell(self, db: Database, identity: int, form: ApplicationForm) -> None:
        """Write what is known beside names and day, inside a step."""
        db.table("application").update(identity, form.columns())
        employer = {
            name: text or None
            for name, text in (("address", form.address), ("web", form.web))
            if text is not None
        }
        if employer:
            db.table("employer").update(self.employer_of(identity), employer)
        if form.person is not None:
            add_person(self._journal, self._recording, db, identity, form.person)

    def _set_day(self, db: Database, identity: int, day: date | None) -> None:
        values: dict[str, object] = {"day": day.isoformat() if day else None, "at": None}
        if day is not None:
            values["search_id"] = self._recording.belong_to_search(db, day)
        db.table("application").update(identity, values)

    def _meant(
        self, employer: str, position: str, day: date | None, picked: int | None
    ) -> Application | None:
        """Return the known application that an activity of a day stands for."""
        if picked is not None:
            return self.known(picked)
        wanted = position.casefold()
        found = [one for one in self.of_employer(employer) if one.position.casefold() == wanted]
        same_day = [one for one in found if one.day == day]
        uncounted = [one for one in found if self._effort.of(SENT, one.id) is None]
        return next(iter([*same_day, *uncounted]), None)

    def _rename_named(self, identity: int, employer: str, position: str, picked: int | None) -> int:
        former = self.known(identity)
        if picked not in (None, identity):
            raise InvalidInput(_("This one is {title} already.").format(title=former.title))
        if (employer, position) != (former.employer, former.position):
            if former.outcome is None:
                self._refuse_twice(employer, position, former.day, besides=identity)
            with self._journal.write(_("Application changed")) as db:
                self.rename(db, former, employer, position)
        return identity

    def _refuse_twice(
        self, employer: str, position: str, day: date | None, *, besides: int | None = None
    ) -> None:
        wanted = position.casefold()
        for one in self.of_employer(employer):
            if one.id != besides and one.day == day and one.position.casefold() == wanted:
                said = said_of(one, self._recording.today())
                sentence = _("{application} is here already.").format(application=said)
                if not position:
                    more = _("For another one, say its position.")
                    sentence = f"{sentence} {more}"
                raise AlreadyThere(sentence, one)

    def _refuse_counted(self, known: Application) -> None:
        counted = self._effort.of(SENT, known.id)
        if counted is not None:
            said = said_of(known, self._recording.today())
            raise AlreadyThere(
                _("{application} is counted already.").format(application=said), known
            )

    def _check_sent(self, former: Application, day: date) -> None:
        """Refuse a day that lies after an answer or a stage."""
        today = self._recording.today()
        first = self._journal.value(
            "SELECT min(day) FROM (SELECT outcome_day AS day FROM application WHERE id = ?1"
            " UNION ALL SELECT day FROM rejection WHERE application_id = ?1)",
            (former.id,),
        )
        if first is not None and first < day.isoformat():
            raise InvalidInput(
                _("Its answer came on {day}; it was sent on that day or before.").format(
                    day=short_day(application_rows.to_day(first), today)
                )
            )
        for event in application_rows.events(self._journal, former.id):
            if event.day is not None and event.day < day:
                raise InvalidInput(
                    _("{stage} was on {day}; it was sent on that day or before.").format(
                        stage=stage_label(event.stage), day=short_day(event.day, today)
                    )
                )
