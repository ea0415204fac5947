"""Effort that an application stands for: it is one activity, however it came to be known."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from sqlite_utils import Database

    from desktop_app.services.recording import Recording
    from desktop_app.storage.driver import Row
    from desktop_app.storage.journal import Journal

SENT, MET = "application", "interview"
_SELECT = """SELECT activity.id, activity_kind.name AS kind, activity.day, activity.amount,
  activity.minutes, activity_kind.unit_minutes, activity.employer, activity.application_id
  FROM activity JOIN activity_kind ON activity_kind.id = activity.kind_id"""


class Effort(NamedTuple):
    """An activity: of which kind, when, how many, and for whom.

    ``minutes`` is None where the kind is counted, ``application`` where none is named.
    """

    id: int
    kind: str
    day: date | None
    amount: float
    minutes: int | None
    unit_minutes: int | None
    employer: str
    application: int | None

    @property
    def units(self) -> int:
        """How many it stands for; part of a unit is one."""
        return max(1, int(self.amount))


class LinkedEffort:
    """Links activities with applications: one that was logged is named, else one is logged."""

    def __init__(self, journal: Journal, recording: Recording) -> None:
        self._journal = journal
        self._recording = recording

    def activity(self, identity: int) -> Effort | None:
        """Return one activity, None where it is gone."""
        rows = self._journal.query(f"{_SELECT} WHERE activity.id = ?", (identity,))
        return _effort(rows[0]) if rows else None

    def of(self, kind: str, application: int, day: date | None = None) -> Effort | None:
        """Return the activity that an application stands for, that of a day where one is given."""
        rows = self._journal.query(
            f"{_SELECT} WHERE activity_kind.name = ?1 AND activity.application_id = ?2"
            " AND (?3 IS NULL OR activity.day = ?3) ORDER BY activity.id LIMIT 1",
            (kind, application, day.isoformat() if day else None),
        )
        return _effort(rows[0]) if rows else None

    def unnamed(self, kind: str, day: date, employer: str) -> int:
        """Return how many of a kind were logged on a day of which none says another employer."""
        return sum(one.units for one in self._unnamed(kind, day, employer))

    def count_once(
        self, db: Database, kind: str, application: int, day: date, employer: str, *, logged: bool
    ) -> None:
        """Let an application stand for one activity on a day, inside a step.

        Args:
            db: the open step.
            kind: the kind's name, ``SENT`` or ``MET``.
            application: its id.
            day: the day of the effort.
            employer: its employer; an activity that says another one is left alone.
            logged: whether one that was logged without a name is meant, where there is any.
        """
        if self.of(kind, application, day if kind == MET else None) is not None:
            return
        found = self._unnamed(kind, day, employer) if logged else []
        if found:
            self.name(db, found[0], application)
            return
        identity, points, unit_minutes = self._journal.query(
            "SELECT id, points, unit_minutes FROM activity_kind WHERE name = ?", (kind,)
        )[0]
        self._recording.belong_to_search(db, day)
        db.table("activity").insert(
            {
                **self._recording.stamp(day),
                "kind_id": identity,
                "amount": 1,
                "minutes": unit_minutes,
                "points_per_unit": points,
                "application_id": application,
            }
        )

    def name(self, db: Database, effort: Effort, application: int) -> None:
        """Say which application an activity was, inside a step.

        Of several one is split off, and what is said of them stays with the others. Names that
        stood in the activity are the application's from now on.
        """
        table = db.table("activity")
        if effort.units == 1:
            table.update(
                effort.id, {"application_id": application, "employer": None, "position": None}
            )
            return
        # By the unit it was logged in, which may not be the kind's any more.
        minutes = effort.minutes
        unit = (
            max(1, round(minutes / effort.amount))
            if minutes is not None and effort.unit_minutes is not None
            else None
        )
        left = max(1, minutes - unit) if minutes is not None and unit is not None else minutes
        table.update(effort.id, {"amount": effort.amount - 1, "minutes": left})
        columns = "day, at, kind_id, points_per_unit"
        db.conn.execute(
            "INSERT INTO activity (uid, recorded_at, amount, minutes, application_id,"
            f" {columns}) SELECT ?, recorded_at, 1, ?, ?, {columns} FROM activity WHERE id = ?",
            (self._recording.stamp(None)["uid"], unit, application, effort.id),
        )

    def move(self, db: Database, kind: str, application: int, former: date, day: date) -> None:
        """Move the activity of an application along to another day, inside a step."""
        effort = self.of(kind, application, former)
        if effort is not None:
            self._recording.belong_to_search(db, day)
            db.table("activity").update(effort.id, {"day": day.isoformat(), "at": None})

    def _unnamed(self, kind: str, day: date, employer: str) -> list[Effort]:
        """Return what may be meant: what says this employer first, then the newest."""
        rows = self._journal.query(
            f"{_SELECT} WHERE activity_kind.name = ? AND activity.day = ?"
            " AND activity.application_id IS NULL ORDER BY activity.id DESC",
            (kind, day.isoformat()),
        )
        wanted = employer.casefold()
        found = [_effort(row) for row in rows]
        fitting = [one for one in found if one.employer.casefold() in ("", wanted)]
        return sorted(fitting, key=lambda one: not one.employer)


def _effort(row: Row) -> Effort:
    return Effort(
        id=row["id"],
        kind=row["kind"],
        day=date.fromisoformat(row["day"]) if row["day"] else None,
        amount=row["amount"],
        minutes=row["minutes"],
        unit_minutes=row["unit_minutes"],
        employer=row["employer"] or "",
        application=row["application_id"],
    )
