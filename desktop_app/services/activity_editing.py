"""Say more of an activity, change it, and move it to the day it belongs to."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop_app.domain.clock import same_time
from desktop_app.domain.entries import NO_DETAILS, Activity, ActivityDetails
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.text import clean_name, clean_note
from desktop_app.i18n import _, said_day
from desktop_app.services.activities import measured

if TYPE_CHECKING:
    from datetime import date, time

    from desktop_app.services.activities import Activities
    from desktop_app.services.recording import Recording
    from desktop_app.storage.journal import Journal

_LONG = 500


@dataclass(frozen=True)
class ActivityForm:
    """Everything of an activity as a person changes it.

    Attributes:
        kind: the kind's name.
        day: the day that it counts for.
        at: its time, None where that is not known.
        amount: how many, for a kind that is counted.
        minutes: the minutes it took, for a kind measured in them, else for the record.
        details: what is said of it.
    """

    kind: str
    day: date
    at: time | None = None
    amount: float | None = None
    minutes: int | None = None
    details: ActivityDetails = NO_DETAILS


class ActivityEditing:
    """Changes activities that were logged."""

    def __init__(self, journal: Journal, recording: Recording, activities: Activities) -> None:
        self._journal = journal
        self._recording = recording
        self._activities = activities

    def form(self, identity: int) -> ActivityForm | None:
        """Return an activity as a form, None where it is gone."""
        found = self._activities.get(identity)
        return self._form_of(found) if found is not None else None

    def set_details(self, identity: int, details: ActivityDetails) -> None:
        """Save the details of an activity as they are typed; one step for one visit.

        Raises:
            InvalidInput: a text that is too long or that no file can hold, or the activity is
                gone; nothing was changed.
        """
        former = self._known(identity)
        values = _changed_details(former, details)
        if values:
            key = f"details:{identity}"
            with self._journal.write(_("Details saved"), merge_key=key) as db:
                db.table("activity").update(identity, values)

    def set_amount(self, identity: int, amount: float | None, minutes: int | None) -> None:
        """Save how many or how long as it is chosen; it joins the step of the details.

        Raises:
            InvalidInput: a number out of range, or the activity is gone; nothing was changed.
        """
        former = self._known(identity)
        units, taken = measured(self._activities.kind(former.kind), amount, minutes)
        if (units, taken) != (former.amount, former.minutes):
            key = f"details:{identity}"
            with self._journal.write(_("Details saved"), merge_key=key) as db:
                db.table("activity").update(identity, {"amount": units, "minutes": taken})

    def change(self, identity: int, form: ActivityForm) -> None:
        """Change an activity in one step; without a difference there is none.

        An activity of another kind counts with the points that this kind has now.

        Raises:
            InvalidInput: unknown kind, a number or text that can't be, a day or time in the
                future, or the activity is gone; nothing was changed.
        """
        former = self._known(identity)
        kind = self._activities.kind(form.kind)
        on = self._recording.done_on(form.day)
        moment = self._recording.moment_on(on, form.at)
        units, taken = measured(kind, None if kind.timed else form.amount, form.minutes)
        values: dict[str, object] = _changed_details(former, form.details)
        if (units, taken) != (former.amount, former.minutes):
            values |= {"amount": units, "minutes": taken}
        if kind.name != former.kind:
            values |= {"kind_id": kind.id, "points_per_unit": kind.points}
        if on != former.day or not same_time(former.at, form.at):
            values |= {"day": on.isoformat(), "at": moment}
        if not values:
            return
        name = _("Activity changed")
        if on != former.day:
            name = _("Moved to {day}").format(day=said_day(on, self._recording.today()))
        with self._journal.write(name) as db:
            if on != former.day:
                self._recording.belong_to_search(db, on)
            db.table("activity").update(identity, values)

    def move(self, identity: int, day: date, at: time | None = None) -> None:
        """Move an activity to another day, and to a time of it where that is known.

        Raises:
            InvalidInput: the day or time lies in the future, or the activity is gone.
        """
        self.change(identity, replace(self._form_of(self._known(identity)), day=day, at=at))

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


def _changed_details(former: Activity, details: ActivityDetails) -> dict[str, object]:
    """Return the columns whose texts differ, as they are stored."""
    cleaned = _cleaned(details)
    before = former.details
    return {
        name: text or None for name, text in vars(cleaned).items() if text != getattr(before, name)
    }


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
