"""Log what was done: activities, counted or in minutes."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from desktop_app.domain.entries import Activity
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.kinds import DEFAULT_MINUTES, ActivityKind, kind_label
from desktop_app.domain.text import clean_note
from desktop_app.i18n import _

if TYPE_CHECKING:
    from desktop_app.domain.changes import Changed
    from desktop_app.services.recording import Recording
    from desktop_app.storage.driver import Row
    from desktop_app.storage.journal import Journal

MOST_UNITS = 1000
MOST_MINUTES = 24 * 60
_JOIN_WITHIN = timedelta(minutes=10)
_PLAIN = (
    "note IS NULL AND employer IS NULL AND position IS NULL AND application_id IS NULL AND"
    " rejection_id IS NULL AND lesson_id IS NULL AND feedback_request_id IS NULL AND"
    " next_step_id IS NULL AND method IS NULL AND contact IS NULL AND result IS NULL AND"
    " reference IS NULL AND person_id IS NULL"
)
_SELECT = """SELECT activity.id, activity.day, activity.at, activity_kind.name AS kind, amount,
  minutes, amount * points_per_unit AS points, activity.note, activity.contact, activity.method,
  activity.result, activity.application_id,
  coalesce(activity.reference, application.reference) AS reference,
  coalesce(activity.employer, employer.name) AS employer,
  coalesce(activity.position, application.position) AS position
  FROM activity JOIN activity_kind ON activity_kind.id = activity.kind_id
  LEFT JOIN application ON application.id = activity.application_id
  LEFT JOIN employer ON employer.id = application.employer_id"""


class Activities:
    """Activities of a day, and the kinds there are."""

    def __init__(self, journal: Journal, recording: Recording) -> None:
        self._journal = journal
        self._recording = recording
        self._every_kind: tuple[ActivityKind, ...] | None = None
        journal.listen(self._on_changed)

    def kinds(self) -> tuple[ActivityKind, ...]:
        """Return the kinds of activity in the person's order, without the retired ones."""
        return tuple(kind for kind in self.every_kind() if not kind.retired)

    def every_kind(self) -> tuple[ActivityKind, ...]:
        """Return the kinds of activity in the person's order, the retired ones among them."""
        kinds = self._every_kind
        if kinds is None:
            with self._journal.hold():
                self._every_kind = kinds = self._read_kinds()
        return kinds

    def kind(self, name: str) -> ActivityKind:
        """Return a kind by name, in any case, also one that was retired.

        Raises:
            InvalidInput: no such kind; the sentence names those there are.
        """
        wanted = name.strip().casefold().replace("-", "_")
        for kind in self.every_kind():
            if kind.name.casefold() == wanted:
                return kind
        raise InvalidInput(
            _("“{name}” is no kind of activity. There are {names}.").format(
                name=name.strip()[:40], names=", ".join(kind.name for kind in self.kinds())
            )
        )

    def of_day(self, day: date) -> list[Activity]:
        """Return the activities of a day, oldest first."""
        rows = self._journal.query(
            f"{_SELECT} WHERE activity.day = ? ORDER BY activity.id", (day.isoformat(),)
        )
        return [_activity(row) for row in rows]

    def get(self, identity: int) -> Activity | None:
        """Return one activity, None where it is gone."""
        rows = self._journal.query(f"{_SELECT} WHERE activity.id = ?", (identity,))
        return _activity(rows[0]) if rows else None

    def log(
        self,
        name: str,
        *,
        amount: float | None = None,
        minutes: int | None = None,
        day: date | None = None,
        note: str = "",
    ) -> int:
        """Log something done and return its id.

        Args:
            name: the kind's name.
            amount: how many, 1 to 1000; for a kind measured in minutes, the minutes. Left out it
                is 1, or 30 minutes.
            minutes: minutes it took, 1 to 1440; they only count for a kind measured in minutes.
            day: the day it was done, today where none is given.
            note: a note on it.

        Raises:
            InvalidInput: unknown or retired kind, a number out of range, a day in the future, or a
                note that no file can hold; nothing was changed.
        """
        kind = self.kind(name)
        if kind.retired:
            raise InvalidInput(
                _("“{kind}” is retired. Bring it back in Settings to log it.").format(
                    kind=kind_label(kind)
                )
            )
        on = self._recording.done_on(day)
        units, taken = measured(kind, amount, minutes)
        text = clean_note(note, _("Note")) or None
        with self._journal.write(_("{kind} added").format(kind=kind_label(kind))) as db:
            self._recording.belong_to_search(db, on)
            inserted = db.table("activity").insert(
                {
                    **self._recording.stamp(on),
                    "kind_id": kind.id,
                    "amount": units,
                    "minutes": taken,
                    "points_per_unit": kind.points,
                    "note": text,
                }
            )
        return int(str(inserted.last_pk))

    def add_one(self, name: str, day: date) -> int:
        """Log one more, or 30 minutes more, joining the last plain one of ten minutes ago.

        Returns:
            the id of the activity added or joined.

        Raises:
            InvalidInput: unknown kind, a day in the future, or more than a day can hold.
        """
        kind = self.kind(name)
        on = self._recording.done_on(day)
        row = self._joinable(kind, on)
        if row is None:
            return self.log(name, day=on)
        if kind.unit_minutes is None:
            values: dict[str, float] = {"amount": row[1] + 1}
        else:
            minutes = (row[2] or 0) + DEFAULT_MINUTES
            values = {"amount": minutes / kind.unit_minutes, "minutes": minutes}
            if minutes > MOST_MINUTES:
                raise InvalidInput(_("A day has 1440 minutes."))
        with self._journal.write(_("{kind} added").format(kind=kind_label(kind))) as db:
            db.table("activity").update(row[0], values)
        return row[0]

    def take_one(self, name: str, day: date) -> bool:
        """Take one, or 30 minutes, from the last of a kind on a day; False where there is none."""
        kind = self.kind(name)
        rows = self._journal.query(
            f"SELECT id, amount, minutes FROM activity WHERE day = ? AND kind_id = ?"
            f" ORDER BY ({_PLAIN}) DESC, id DESC LIMIT 1",
            (day.isoformat(), kind.id),
        )
        if not rows:
            return False
        identity, amount, minutes = tuple(rows[0])
        with self._journal.write(_("{kind} taken away").format(kind=kind_label(kind))) as db:
            table = db.table("activity")
            if kind.unit_minutes is not None and (minutes or 0) > DEFAULT_MINUTES:
                left = int(minutes) - DEFAULT_MINUTES
                # By its own unit, which may not be the kind's any more.
                table.update(identity, {"minutes": left, "amount": amount * left / minutes})
            elif (kind.unit_minutes is None or minutes is None) and amount > 1:
                table.update(identity, {"amount": amount - 1})
            else:
                table.delete(identity)
        return True

    def set_minutes(self, identity: int, minutes: int) -> None:
        """Set the minutes of an activity, 1 to 1440; they count for a kind measured in them.

        Raises:
            InvalidInput: the minutes are out of range.
        """
        taken = _checked_minutes(minutes)
        rows = self._journal.query(
            "SELECT amount, minutes, unit_minutes FROM activity JOIN activity_kind"
            " ON activity_kind.id = activity.kind_id WHERE activity.id = ?",
            (identity,),
        )
        if not rows:
            return
        values: dict[str, float] = {"minutes": taken}
        if rows[0]["unit_minutes"] is not None:
            before = rows[0]["minutes"]
            unit = before / rows[0]["amount"] if before else rows[0]["unit_minutes"]
            values["amount"] = taken / unit
        with self._journal.write(_("Minutes changed")) as db:
            db.table("activity").update(identity, values)

    def delete(self, identity: int) -> None:
        """Delete an activity."""
        with self._journal.write(_("Activity deleted")) as db:
            db.table("activity").delete_where("id = ?", [identity])

    def _read_kinds(self) -> tuple[ActivityKind, ...]:
        rows = self._journal.query(
            "SELECT id, name, label, points, unit_minutes, icon, key, position, on_today, own,"
            " retired FROM activity_kind ORDER BY position, id"
        )
        switches = ("on_today", "own", "retired")
        return tuple(
            ActivityKind(**{**dict(row), **{name: bool(row[name]) for name in switches}})
            for row in rows
        )

    def _joinable(self, kind: ActivityKind, day: date) -> tuple[int, float, int | None] | None:
        rows = self._journal.query(
            f"SELECT id, amount, minutes, at, recorded_at FROM activity WHERE day = ?"
            f" AND kind_id = ? AND points_per_unit = ? AND {_PLAIN} ORDER BY id DESC LIMIT 1",
            (day.isoformat(), kind.id, kind.points),
        )
        if not rows:
            return None
        age = self._recording.now() - datetime.fromisoformat(rows[0]["recorded_at"])
        if not timedelta(0) <= age <= _JOIN_WITHIN or rows[0]["amount"] >= MOST_UNITS:
            return None
        identity, amount, minutes = tuple(rows[0])[:3]
        if kind.unit_minutes is not None:
            # One that was logged by another unit, or was counted then, keeps its own points.
            alike = minutes is not None and abs(amount * kind.unit_minutes - minutes) < 1e-6
        else:
            alike = amount == int(amount)
        return (identity, amount, minutes) if alike else None

    def _on_changed(self, changed: Changed) -> None:
        if "activity_kind" in changed.tables:
            self._every_kind = None


def _activity(row: Row) -> Activity:
    return Activity(
        id=row["id"],
        day=date.fromisoformat(row["day"]) if row["day"] else None,
        at=datetime.fromisoformat(row["at"]) if row["at"] else None,
        kind=row["kind"],
        amount=row["amount"],
        minutes=row["minutes"],
        points=row["points"],
        note=row["note"] or "",
        employer=row["employer"] or "",
        position=row["position"] or "",
        contact=row["contact"] or "",
        method=row["method"] or "",
        result=row["result"] or "",
        reference=row["reference"] or "",
        application_id=row["application_id"],
    )


def measured(
    kind: ActivityKind, amount: float | None, minutes: int | None
) -> tuple[float, int | None]:
    """Return the units and minutes to store; see ``Activities.log``.

    Raises:
        InvalidInput: a number is out of range.
    """
    if kind.unit_minutes is None:
        units = 1.0 if amount is None else amount
        if not 0 < units <= MOST_UNITS or units != int(units):
            raise InvalidInput(
                _("The amount is a whole number from 1 to {most}.").format(most=MOST_UNITS)
            )
        if minutes is not None:
            _checked_minutes(minutes)
        return units, minutes
    if amount is not None and minutes is not None:
        raise InvalidInput(_("This kind is measured in minutes; give them once."))
    given = minutes if minutes is not None else amount
    taken = _checked_minutes(DEFAULT_MINUTES if given is None else given)
    return taken / kind.unit_minutes, taken


def _checked_minutes(minutes: float) -> int:
    if not 1 <= minutes <= MOST_MINUTES or minutes != int(minutes):
        raise InvalidInput(
            _("Minutes are a whole number from 1 to {most}.").format(most=MOST_MINUTES)
        )
    return int(minutes)
