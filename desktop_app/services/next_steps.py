"""Next steps: add one line, tick it, delete it."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from desktop_app.domain.days import checked_day
from desktop_app.domain.entries import NextStep
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.text import clean_name
from desktop_app.i18n import _

if TYPE_CHECKING:
    from desktop_app.services.recording import Recording
    from desktop_app.storage.journal import Journal

_LIMIT = 500
# A step of a search that has ended is silent after its last day; a search that began since keeps
# those noted in it.
_OVER = """EXISTS (SELECT 1 FROM search AS old WHERE substr(next_step.recorded_at, 1, 10)
  <= old.ended_day AND old.ended_day < ? AND NOT EXISTS (SELECT 1 FROM search AS later
  WHERE later.id <> old.id AND later.day BETWEEN old.ended_day
  AND substr(next_step.recorded_at, 1, 10)))"""
_IF_THEN = re.compile(r"if\s+(?P<cue>.+?),?\s+then\s+(?P<text>.+)", re.IGNORECASE | re.DOTALL)


class NextSteps:
    """Steps to take; those done today stay in sight until tomorrow."""

    def __init__(self, journal: Journal, recording: Recording) -> None:
        self._journal = journal
        self._recording = recording

    def on(self, day: date) -> list[NextStep]:
        """Return the steps open on a day, those due first, and those done on it.

        Open steps of a search that ended before it are left out.
        """
        text = day.isoformat()
        rows = self._journal.query(
            "SELECT id, text, cue, day, done_day FROM next_step"
            " WHERE date(recorded_at) <= date(?, '+1 day')"
            f" AND (done_day >= ? OR (done_day IS NULL AND NOT {_OVER}))"
            " ORDER BY done_day IS NOT NULL, day IS NULL, day, id",
            (text, text, text),
        )
        return [
            NextStep(
                id=row["id"],
                text=row["text"],
                cue=row["cue"] or "",
                due=date.fromisoformat(row["day"]) if row["day"] else None,
                done=date.fromisoformat(row["done_day"]) if row["done_day"] else None,
            )
            for row in rows
        ]

    def add(self, line: str, due: date | None = None) -> int:
        """Add a step and return its id; 'If …, then …' is kept as an if-then plan.

        Raises:
            InvalidInput: an empty line, one over 500 characters, or a day no calendar has.
        """
        text = clean_name(line, _("A next step"), _LIMIT)
        if not text:
            raise InvalidInput(_("Say what the next step is."))
        plan = _IF_THEN.fullmatch(text)
        with self._journal.write(_("Next step added")) as db:
            inserted = db.table("next_step").insert(
                {
                    **self._recording.stamp(checked_day(due) if due else None),
                    "cue": plan["cue"] if plan else None,
                    "text": plan["text"] if plan else text,
                }
            )
        return int(str(inserted.last_pk))

    def tick(self, identity: int, done_on: date | None) -> None:
        """Say that a step was done on a day, or with None that it is open.

        Raises:
            InvalidInput: the day lies in the future.
        """
        day = self._recording.done_on(done_on).isoformat() if done_on else None
        at = self._recording.now().isoformat(timespec="seconds") if done_on else None
        name = _("Next step done") if done_on else _("Next step open again")
        with self._journal.write(name) as db:
            db.conn.execute(
                "UPDATE next_step SET done_day = ?, done_at = ? WHERE id = ?", (day, at, identity)
            )

    def delete(self, identity: int) -> None:
        """Delete a step."""
        with self._journal.write(_("Next step deleted")) as db:
            db.table("next_step").delete_where("id = ?", [identity])
