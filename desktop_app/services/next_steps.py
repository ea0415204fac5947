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
from desktop_app.services.ended_search import over

if TYPE_CHECKING:
    from desktop_app.services.effort import Effort
    from desktop_app.services.recording import Recording
    from desktop_app.storage.driver import Row
    from desktop_app.storage.journal import Journal

_LIMIT = 500
USUAL_KIND = "follow_up"
_SELECT = """SELECT next_step.id, text, cue, next_step.day, done_day, activity_kind.name AS kind
  FROM next_step LEFT JOIN activity_kind ON activity_kind.id = next_step.kind_id"""
_OVER = over("next_step")
_IF_THEN = re.compile(r"if\s+(?P<cue>.+?),?\s+then\s+(?P<text>.+)", re.IGNORECASE | re.DOTALL)


class NextSteps:
    """Steps to take; those done today stay in sight until tomorrow."""

    def __init__(self, journal: Journal, recording: Recording, effort: Effort) -> None:
        self._journal = journal
        self._recording = recording
        self._effort = effort

    def on(self, day: date) -> list[NextStep]:
        """Return the steps open on a day, those due first, and those done on it.

        Open steps of a search that ended before it are left out.
        """
        text = day.isoformat()
        rows = self._journal.query(
            f"{_SELECT} WHERE date(next_step.recorded_at) <= date(?, '+1 day')"
            f" AND (done_day >= ? OR (done_day IS NULL AND NOT {_OVER}))"
            " ORDER BY done_day IS NOT NULL, next_step.day IS NULL, next_step.day, next_step.id",
            (text, text, text),
        )
        return [_step(row) for row in rows]

    def of_rejection(self, rejection_id: int) -> NextStep | None:
        """Return the step that was planned after a no, None where there is none."""
        rows = self._journal.query(
            f"{_SELECT} WHERE next_step.rejection_id = ? ORDER BY next_step.id LIMIT 1",
            (rejection_id,),
        )
        return _step(rows[0]) if rows else None

    def write(
        self, rejection_id: int, cue: str, text: str, due: date | None = None, kind: str = ""
    ) -> int | None:
        """Save the step after a no as it is typed, and return its id; no words take it away.

        Args:
            rejection_id: the no.
            cue: the 'if', or "".
            text: the 'then'.
            due: its day, None for no day.
            kind: the kind of activity that doing it is, or "".

        Raises:
            InvalidInput: over 500 characters, unknown kind, or a day no calendar has.
        """
        values = {
            "cue": clean_name(cue, _("If"), _LIMIT) or None,
            "text": clean_name(text, _("A next step"), _LIMIT),
            "day": checked_day(due).isoformat() if due else None,
            "kind_id": self._kind_id(kind),
        }
        former = self.of_rejection(rejection_id)
        if former is None and not values["text"]:
            return None
        with self._journal.write(_("Next step saved"), f"next_step:{rejection_id}") as db:
            table = db.table("next_step")
            if former is None:
                stamp = self._recording.stamp(due)
                inserted = table.insert({**stamp, **values, "rejection_id": rejection_id})
                return int(str(inserted.last_pk))
            if not values["text"]:
                table.delete(former.id)
                return None
            table.update(former.id, values)
        return former.id

    def add(self, line: str, due: date | None = None) -> int:
        """Add a step and return its id; 'If …, then …' is kept as an if-then plan.

        Raises:
            InvalidInput: an empty line, one over 500 characters, or a day no calendar has.
        """
        text = clean_name(line, _("A next step"), _LIMIT)
        if not text:
            raise InvalidInput(_("Say what the next step is."))
        plan = _IF_THEN.fullmatch(text)
        if plan is None:
            return self.add_plain(text, due)
        return self.add_plain(plan["text"], due, plan["cue"])

    def add_plain(self, text: str, due: date | None = None, cue: str = "") -> int:
        """Add a step whose words are taken as they are, and return its id.

        Raises:
            InvalidInput: a day no calendar has.
        """
        with self._journal.write(_("Next step added")) as db:
            inserted = db.table("next_step").insert(
                {
                    **self._recording.stamp(checked_day(due) if due else None),
                    "cue": cue or None,
                    "text": text,
                }
            )
        return int(str(inserted.last_pk))

    def tick(self, identity: int, done_on: date | None) -> None:
        """Say that a step was done on a day, or with None that it is open.

        Doing it is effort of its kind, a follow-up where nobody said; it is logged once, and goes
        with the tick.

        Raises:
            InvalidInput: the day lies in the future.
        """
        day = self._recording.done_on(done_on) if done_on else None
        at = self._recording.now().isoformat(timespec="seconds") if done_on else None
        name = _("Next step done") if done_on else _("Next step open again")
        rows = self._journal.query(f"{_SELECT} WHERE next_step.id = ?", (identity,))
        if not rows:
            return
        with self._journal.write(name) as db:
            db.table("next_step").update(
                identity, {"done_day": day.isoformat() if day else None, "done_at": at}
            )
            if day is None:
                db.table("activity").delete_where("next_step_id = ?", [identity])
            elif rows[0]["done_day"] is None:
                kind = rows[0]["kind"] or USUAL_KIND
                self._effort.log_once(db, kind, day, ("next_step_id", identity))

    def delete(self, identity: int) -> None:
        """Delete a step."""
        with self._journal.write(_("Next step deleted")) as db:
            db.table("next_step").delete_where("id = ?", [identity])

    def _kind_id(self, kind: str) -> int | None:
        if not kind:
            return None
        found = self._journal.value("SELECT id FROM activity_kind WHERE name = ?", (kind,))
        if found is None:
            raise InvalidInput(_("“{name}” is no kind of activity.").format(name=kind[:40]))
        return int(found)


def _step(row: Row) -> NextStep:
    return NextStep(
        id=row["id"],
        text=row["text"],
        cue=row["cue"] or "",
        due=date.fromisoformat(row["day"]) if row["day"] else None,
        done=date.fromisoformat(row["done_day"]) if row["done_day"] else None,
        kind=row["kind"] or "",
    )
