"""Say what kind of day it was, and mark an absence as undecided."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from desktop_app.domain.days import DayKind
from desktop_app.domain.entries import DayMark
from desktop_app.i18n import _

if TYPE_CHECKING:
    from desktop_app.services.recording import Recording
    from desktop_app.services.settings import Settings
    from desktop_app.storage.journal import Journal

ABSENCE_DAYS = 3
# Rejections are left out: one that comes during an absence must not turn the days round it into
# empty working days, for a rejection never lowers momentum. So is today, which may have begun.
_LAST_RECORD = """SELECT max(day) FROM (
  SELECT max(day) AS day FROM day_total WHERE day < ?
  UNION ALL SELECT max(day) FROM day_mark WHERE kind <> 'undecided' AND day < ?)"""


class Days:
    """The marks that a person gives to days."""

    def __init__(self, journal: Journal, recording: Recording, settings: Settings) -> None:
        self._journal = journal
        self._recording = recording
        self._settings = settings

    def today(self) -> date:
        """Return the person's present day."""
        return self._recording.today()

    def ends_at(self) -> int | None:
        """Return the hour at which a day ends that goes on after midnight; None by daylight."""
        hour = int(self._settings.get("day_start_hour"))
        return hour if self._recording.now().date() != self._recording.today() else None

    def mark_of(self, day: date) -> DayMark | None:
        """Return what the person said of a day's kind, None where nothing."""
        rows = self._journal.query(
            "SELECT kind, at FROM day_mark WHERE day = ?", (day.isoformat(),)
        )
        if not rows:
            return None
        at = datetime.fromisoformat(rows[0]["at"]) if rows[0]["at"] else None
        return DayMark(day, DayKind(rows[0]["kind"]), at)

    def is_free_weekday(self, day: date) -> bool:
        """Return whether a day's weekday is free by the settings that held on it."""
        return day.weekday() in self._settings.holding("free_weekdays", day)

    def mark(self, day: date | None, kind: DayKind | None) -> date:
        """Mark a day as rest, sick, holiday or a working day, or take its mark away.

        Returns:
            the day that was marked.

        Raises:
            InvalidInput: the day lies in the future.
        """
        on = self._recording.done_on(day)
        name = _("Rest day") if kind is DayKind.REST else _("Day changed")
        with self._journal.write(name) as db:
            db.table("day_mark").delete_where("day = ?", [on.isoformat()])
            if kind is not None:
                self._recording.belong_to_search(db, on, begins=False)
                db.table("day_mark").insert(
                    {**self._recording.stamp(on, f"day_mark:{on.isoformat()}"), "kind": kind.value}
                )
        return on

    def mark_absence(self) -> list[date]:
        """Mark the days since the last record as undecided, from three empty working days on.

        Meant for the opening of the window. It is no step of undo. Days of a pause and days that
        are undecided already are not marked again, but the latter still belong to the absence.

        Returns:
            the days marked, none where the search ended or the absence was short.
        """
        yesterday = self.today() - timedelta(days=1)
        last = self._journal.value(_LAST_RECORD, (self.today().isoformat(),) * 2)
        if last is None or not self._journal.value(
            "SELECT EXISTS (SELECT 1 FROM search WHERE ended_day IS NULL AND day <= ?)", (last,)
        ):
            return []
        day = date.fromisoformat(last) + timedelta(days=1)
        pauses = self._pauses()
        absent = []
        while day <= yesterday:
            text = day.isoformat()
            paused = any(begin <= text <= (until or "9999") for begin, until in pauses)
            if not paused and not self.is_free_weekday(day):
                absent.append(day)
            day += timedelta(days=1)
        if len(absent) < ABSENCE_DAYS:
            return []
        absent = [day for day in absent if self.mark_of(day) is None]
        if not absent:
            return []
        with self._journal.write(_("Absence"), undoable=False) as db:
            for day in absent:
                db.table("day_mark").insert(
                    {
                        **self._recording.stamp(day, f"day_mark:{day.isoformat()}"),
                        "kind": DayKind.UNDECIDED.value,
                    }
                )
        return absent

    def _pauses(self) -> list[tuple[str, str | None]]:
        return [
            (row["day"], row["until_day"])
            for row in self._journal.query(
                "SELECT day, until_day FROM search_pause WHERE day <> ''"
            )
        ]
