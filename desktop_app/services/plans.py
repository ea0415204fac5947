"""The setback plan, written on a good day, and the plan of a week."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain.text import clean_name
from desktop_app.i18n import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.services.recording import Recording
    from desktop_app.storage.journal import Journal

SETBACK_LINES = 3
_LIMIT = 300


class PlannedThing(NamedTuple):
    """One line of a week's plan: when, where and what; only what is never empty."""

    when: str
    where: str
    what: str


class Plans:
    """What the person decided beforehand; both are offers and never duties."""

    def __init__(self, journal: Journal, recording: Recording) -> None:
        self._journal = journal
        self._recording = recording

    def setback(self) -> list[str]:
        """Return the lines of the setback plan, three at most."""
        return [line for line in self.setback_places() if line]

    def setback_places(self) -> list[str]:
        """Return the three places of the setback plan, "" where one is empty."""
        places = [""] * SETBACK_LINES
        for row in self._journal.query("SELECT position, line FROM setback_plan ORDER BY id"):
            places[min(max(row["position"], 0), SETBACK_LINES - 1)] = row["line"]
        return places

    def set_setback(self, lines: Sequence[str]) -> None:
        """Keep the setback plan, each line in its place; without any words there is none.

        Raises:
            InvalidInput: a line is too long, or holds control characters.
        """
        kept = [clean_name(line, _("A line of the plan"), _LIMIT) for line in lines]
        if len(kept) > SETBACK_LINES:  # empty ones make room
            kept = [line for line in kept if line]
        kept = [*kept, *[""] * SETBACK_LINES][:SETBACK_LINES]
        if kept == self.setback_places():
            return
        with self._journal.write(_("Setback plan saved")) as db:
            db.table("setback_plan").delete_where()
            for position, line in enumerate(kept):
                if not line:
                    continue
                db.table("setback_plan").insert(
                    {**self._recording.stamp(None), "position": position, "line": line}
                )

    def week(self, day: date | None = None) -> list[PlannedThing]:
        """Return the plan of the week that a day lies in, today's where None."""
        monday = _monday(day or self._recording.today())
        return [
            PlannedThing(row["when_text"] or "", row["where_text"] or "", row["what"])
            for row in self._journal.query(
                "SELECT when_text, where_text, what FROM weekly_plan WHERE day = ? ORDER BY id",
                (monday.isoformat(),),
            )
        ]

    def any_week(self) -> bool:
        """Return whether a plan was ever written for a week."""
        return bool(self._journal.value("SELECT EXISTS (SELECT 1 FROM weekly_plan)"))

    def set_week(self, things: Sequence[PlannedThing], day: date | None = None) -> None:
        """Keep the plan of a week, today's where no day is given; lines without 'what' go.

        Raises:
            InvalidInput: a field is too long, or holds control characters.
        """
        monday = _monday(day or self._recording.today())
        kept = [
            PlannedThing(
                clean_name(one.when, _("When"), _LIMIT),
                clean_name(one.where, _("Where"), _LIMIT),
                clean_name(one.what, _("What"), _LIMIT),
            )
            for one in things
        ]
        kept = [one for one in kept if one.what]
        if kept == self.week(monday):
            return
        with self._journal.write(_("Plan saved")) as db:
            db.table("weekly_plan").delete_where("day = ?", [monday.isoformat()])
            for one in kept:
                db.table("weekly_plan").insert(
                    {
                        **self._recording.stamp(monday),
                        "when_text": one.when or None,
                        "where_text": one.where or None,
                        "what": one.what,
                    }
                )


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
