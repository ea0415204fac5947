"""Say more of an activity, change it, and move it to the day it belongs to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop_app.domain.clock import same_time
from desktop_app.domain.entries import NO_DETAILS, Activity, ActivityDetails
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.kinds import DEFAULT_MINUTES
from desktop_app.domain.text import clean_name, clean_note
from desktop_app.i18n import _, said_day
from desktop_app.services.activities import measured
from desktop_app.services.application_form import form_of
from desktop_app.services.linked_effort import SENT

if TYPE_CHECKING:
    from datetime import date, time

    from sqlite_utils import Database

    from desktop_app.domain.kinds import ActivityKind
    from desktop_app.services.activities import Activities
    from desktop_app.services.applications import Applications
    from desktop_app.services.recording import Recording
    from desktop_app.storage.journal import Journal

_LONG = 500
_SAID = tuple(vars(NO_DETAILS))


@dataclass(frozen=True)
class ActivityForm:
    """Everything of an activity as a person changes it.

    Attributes:
        kind: the kind's name.
        day: the day that it counts for.
        at: its time, None where that is not known.
        amount: how many, for a kind that is counted.
        minutes: the minutes it took, for a kind measured in them, else for the record.
        details: what is said of it. The employer of an 'application sent' names its application.
        application_id: the application, where a known one was picked.
    """

    kind: str
    day: date
    at: time | None = None
    amount: float | None = None
    minutes: int | None = None
    details: ActivityDetails = NO_DETAILS
    application_id: int | None = None


class ActivityEditing:
    """Changes activities that were logged.

    What belongs to an application keeps its kind and amount, and is moved and renamed with it.
    """

    def __init__(
        self,
        journal: Journal,
        recording: Recording,
        activities: Activities,
        applications: Applications,
    ) -> None:
        self._journal = journal
        self._recording = recording
        self._activities = activities
        self._applications = applications

    def form(self, identity: int) -> ActivityForm | None:
        """Return an activity as a form, None where it is gone."""
        found = self._activities.get(identity)
        return self._form_of(found) if found is not None else None

    def tell(
        self,
        identity: int,
        details: ActivityDetails,
        *,
        amount: float | None = None,
        minutes: int | None = None,
        application_id: int | None = None,
        visit: str = "",
    ) -> int:
        """Save what is said of an activity as it is typed.

        Args:
            identity: the activity.
            details: all that is said of it.
            amount: how many, None to leave that as it is.
            minutes: how many minutes, for a kind measured in them; None leaves them as they are.
            application_id: the application, where a known one was picked.
            visit: what is saved with the same visit becomes one step.

        Returns:
            the activity told of: of several applications sent, the one that was split off.

        Raises:
            InvalidInput: a number out of range, a text that is too long or that no file can
                hold, an application that counts already, or the activity is gone; nothing was
                changed.
        """
        former = self._known(identity)
        form = replace(self._form_of(former), details=details, application_id=application_id)
        if amount is not None:
            form = replace(form, amount=amount)
        if minutes is not None:
            form = replace(form, minutes=minutes)
        return self._change(former, form, _("Details saved"), f"details:{visit or identity}")

    def change(self, identity: int, form: ActivityForm) -> int:
        """Change an activity in one step; without a difference there is none.

        An activity of another kind counts with the points that this kind has now.

        Returns:
            the activity changed: of several applications sent, the one that was split off.

        Raises:
            InvalidInput: as ``tell``; an unknown kind, a day or time in the future, or a change
                that what belongs to an application can't have; nothing was changed.
        """
        former = self._known(identity)
        name = _("Activity changed")
        if form.day != former.day:
            day = said_day(form.day, self._recording.today())
            name = _("Moved to {day}").format(day=day)
        return self._change(former, form, name)

    def move(self, identity: int, day: date, at: time | None = None) -> None:
        """Move an activity to another day, and to a time of it where that is known.

        Raises:
            InvalidInput: as ``change``.
        """
        self.change(identity, replace(self._form_of(self._known(identity)), day=day, at=at))

    def _change(
        self, former: Activity, form: ActivityForm, name: str, merge_key: str | None = None
    ) -> int:
        kind = self._activities.kind(form.kind)
        details = _cleaned(form.details)
        names = self._names(former, kind, details)
        if names is not None or former.application_id is not None:
            details = replace(
                details, employer=former.employer, position=former.position
            )  # they are the application's
        values = self._values(former, kind, form, details)
        self._check_linked(former, kind, form, values)
        if not values and names is None:
            return former.id
        with self._journal.write(name, merge_key) as db:
            if "day" in values:
                self._move(db, former, form.day)
            said = {column: values.pop(column) for column in _SAID if column in values}
            if values:
                db.table("activity").update(former.id, values)
            told = former.id
            if names is not None:
                named = self._applications.name_sent(
                    told, *names, application_id=form.application_id
                )
                told = self._of_application(told, named)
            if said:  # of the one that was split off, where one was
                db.table("activity").update(told, said)
            return told

    def _values(
        self, former: Activity, kind: ActivityKind, form: ActivityForm, details: ActivityDetails
    ) -> dict[str, object]:
        """Return the columns that differ, as they are stored."""
        on = self._recording.done_on(form.day)
        units, taken = _measured_anew(former, kind, form)
        values: dict[str, object] = {
            column: text or None
            for column, text in vars(details).items()
            if text != getattr(former.details, column)
        }
        if (units, taken) != (former.amount, former.minutes):
            values |= {"amount": units, "minutes": taken}
        if kind.name != former.kind:
            values |= {"kind_id": kind.id, "points_per_unit": kind.points}
        if on != former.day or not same_time(former.at, form.at):
            values |= {"day": on.isoformat(), "at": self._recording.moment_on(on, form.at)}
        return values

    def _names(
        self, former: Activity, kind: ActivityKind, details: ActivityDetails
    ) -> tuple[str, str] | None:
        """Return employer and position if they name an application anew, else None."""
        names = (details.employer, details.position)
        if kind.name != SENT or not (details.employer or former.application_id is not None):
            return None
        same = former.application_id is not None and names == (former.employer, former.position)
        return None if same else names

    def _check_linked(
        self,
        former: Activity,
        kind: ActivityKind,
        form: ActivityForm,
        values: dict[str, object],
    ) -> None:
        """Refuse what an activity of an application can't have."""
        if former.application_id is None:
            return
        if kind.name != former.kind:
            raise InvalidInput(_("This belongs to an application, so its kind stays."))
        if kind.name == SENT and "amount" in values:
            raise InvalidInput(_("This is one application. Log another one for itself."))
        if kind.name != SENT and form.day != former.day:
            raise InvalidInput(
                _("This belongs to {employer}; change the day of its stage there.").format(
                    employer=former.employer
                )
            )

    def _move(self, db: Database, former: Activity, day: date) -> None:
        """Let search and application reach the day that an activity moves to, inside a step."""
        if day == former.day:
            return
        record = (
            self._applications.record(former.application_id)
            if former.application_id is not None
            else None
        )
        if record is not None and record.application.day == former.day:
            self._applications.change(record.application.id, replace(form_of(record), day=day))
        self._recording.belong_to_search(db, day)

    def _of_application(self, identity: int, application: int) -> int:
        """Return the 'application sent' that an application was given."""
        found = self._journal.value(
            "SELECT activity.id FROM activity JOIN activity_kind ON activity_kind.id = kind_id"
            " WHERE application_id = ? AND name = ? ORDER BY activity.id DESC",
            (application, SENT),
        )
        return int(found) if found is not None else identity

    def _known(self, identity: int) -> Activity:
        found = self._activities.get(identity)
        if found is None or found.day is None:
            raise InvalidInput(_("This entry is no longer there."))
        return found

    def _form_of(self, activity: Activity) -> ActivityForm:
        return ActivityForm(
            kind=activity.kind,
            day=activity.day or self._recording.today(),
            at=activity.at.time() if activity.at is not None else None,
            amount=activity.amount,
            minutes=activity.minutes,
            details=activity.details,
        )


def _measured_anew(
    former: Activity, kind: ActivityKind, form: ActivityForm
) -> tuple[float, int | None]:
    """Return the units and minutes to store; what is not changed keeps the unit it came with."""
    units, taken = measured(kind, _whole(former, kind, form), form.minutes)
    if kind.name != former.kind:
        return units, taken
    if not kind.timed:
        same = form.amount in (former.amount, max(1, round(former.amount)))  # as a field shows it
        return (former.amount if same else units), taken
    if former.minutes is None:
        return (former.amount, None) if taken == DEFAULT_MINUTES else (units, taken)
    return former.amount * (taken or 0) / former.minutes, taken


def _whole(former: Activity, kind: ActivityKind, form: ActivityForm) -> float | None:
    """Return how many to measure: none for minutes, a fraction of former minutes as one."""
    if kind.timed:
        return None
    fraction = form.amount is not None and form.amount != int(form.amount)
    return 1.0 if fraction and form.amount == former.amount else form.amount


def _cleaned(details: ActivityDetails) -> ActivityDetails:
    """Return the details as they are stored.

    Raises:
        InvalidInput: a text is too long, or holds what no file can.
    """
    return ActivityDetails(
        employer=clean_name(details.employer, _("Employer")),
        position=clean_name(details.position, _("Position")),
        contact=clean_name(details.contact, _("Person")),
        method=clean_name(details.method, _("Method")),
        result=clean_name(details.result, _("Result"), _LONG),
        reference=clean_name(details.reference, _("Reference")),
        note=clean_note(details.note, _("Note")),
    )
