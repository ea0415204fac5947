"""Log the effort of a thing once, linked with it, so that nothing counts twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from sqlite_utils import Database

    from desktop_app.services.recording import Recording
    from desktop_app.storage.journal import Journal


class Effort:
    """Activities that come from lessons, questions, next steps and the like."""

    def __init__(self, journal: Journal, recording: Recording) -> None:
        self._journal = journal
        self._recording = recording

    def log_once(
        self,
        db: Database,
        kind: str,
        day: date,
        link: tuple[str, int],
        *,
        each_day: bool = False,
        begins: bool = True,
        **others: int | None,
    ) -> bool:
        """Log one unit of a kind inside a step, and return whether it was not logged before.

        Args:
            db: the open step.
            kind: the kind's name.
            day: the day it was done.
            link: the column and id of what it comes from, such as ``("lesson_id", 7)``.
            each_day: whether it counts once on every day, as a practice does.
            begins: whether it begins a search after the last one has ended; what handles a no of
                that one does not.
            others: more columns of links to keep.
        """
        column, identity = link
        if self._journal.value(
            f"SELECT EXISTS (SELECT 1 FROM activity JOIN activity_kind"
            f" ON activity_kind.id = activity.kind_id"
            f" WHERE activity.{column} = ?1 AND activity_kind.name = ?2"
            f" AND (?3 IS NULL OR activity.day = ?3))",
            (identity, kind, day.isoformat() if each_day else None),
        ):
            return False
        row = self._journal.query(
            "SELECT id, points, unit_minutes FROM activity_kind WHERE name = ?", (kind,)
        )[0]
        self._recording.belong_to_search(db, day, begins=begins)
        db.table("activity").insert(
            {
                **self._recording.stamp(day),
                "kind_id": row["id"],
                "amount": 1,
                "minutes": row["unit_minutes"],
                "points_per_unit": row["points"],
                column: identity,
                **others,
            }
        )
        return True
