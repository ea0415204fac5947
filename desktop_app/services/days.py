"""Say what kind of day it was, and mark an absence as undecided."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from desktop_app.domain.days import REST_MARKS, DayKind, day_kind_label
from desktop_app.domain.entries import DayMark
from desktop_app.domain.errors import InvalidInput
from desktop_app.i18n import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlite_utils import Database

    from desktop_app.services.recording import Recording
    from desktop_app.services.settings import Settings
    from desktop_app.storage.journal import Journal

ABSENCE_DAYS = 3
MOST_DAYS = 366
# Rejections are left out: one that comes during an absence must not turn the days round it into
# empty working days, for a rejection never lowers momentum. So is today, which may have begun.
_LAST_RECORD = """SELECT max(day) FROM (
  SELECT max(day) AS day FROM day_total WHERE day < ?
  UNION ALL SELECT max(day) FROM day_mark WHERE kind <> 'undecided' AND day < ?)"""
# The origin of a mark that was set on an undecided day; where it stands, taking the mark away
# makes the day undecided again.
_ABSENCE = "absence"


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

    def bare_kind(self, day: date) -> DayKind:
        """Return what kind of day it would be without the mark that the person gave it."""
        if self._of_absence(day):
            return DayKind.UNDECIDED
        text = day.isoformat()
        if any(begin <= text <= (until or "9999") for begin, until in self._pauses()):
            return DayKind.PAUSE
        return DayKind.FREE if self.is_free_weekday(day) else DayKind.WORK

    def mark(self, day: date | None, kind: DayKind | None) -> date:
        """Mark a day as rest, sick, holiday or a working day, or take its mark away.

        A day of an absence that loses its mark is undecided again, and no empty working day.

        Returns:
            the day that was marked.

        Raises:
            InvalidInput: the day lies in the future.
        """
        on = self._recording.done_on(day)
        self.mark_all([on], kind, day_kind_label(kind) if kind else _("Day changed"))
        return on

    def mark_span(self, first: date, last: date, kind: DayKind) -> list[date]:
        """Mark every day from the first to the last as rest, sick or holiday, in one step.

        Returns:
            the days marked.

        Raises:
            InvalidInput: a day lies in the future, the last before the first, or there are more
                than 366; nothing was changed.
        """
        if kind not in REST_MARKS:
            raise InvalidInput(_("Several days can be rest days, sick days or a holiday."))
        begin, end = self._recording.done_on(first), self._recording.done_on(last)
        count = (end - begin).days + 1
        if count < 1:
            raise InvalidInput(
                _("{last} comes before {first}.").format(
                    last=end.isoformat(), first=begin.isoformat()
                )
            )
        if count > MOST_DAYS:
            raise InvalidInput(
                _("These are {count} days; up to {most} fit.").format(count=count, most=MOST_DAYS)
            )
        days = [begin + timedelta(days=number) for number in range(count)]
        name = ngettext("{kind}: {n} day", "{kind}: {n} days", count)
        self.mark_all(days, kind, name.format(kind=day_kind_label(kind), n=count))
        return days

    def mark_all(self, days: Iterable[date], kind: DayKind | None, name: str) -> None:
        """Give past days one kind of day in one named step; None takes their marks away."""
        with self._journal.write(name) as db:
            for day in days:
                self._put(db, day, kind)

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
                self._insert(db, day, DayKind.UNDECIDED)
        return absent

    def _put(self, db: Database, day: date, kind: DayKind | None) -> None:
        """Give a day its kind inside a step; on a day of an absence remember that it was one."""
        former = self.mark_of(day)
        of_absence = self._of_absence(day)
        wanted = DayKind.UNDECIDED if kind is None and of_absence else kind
        if wanted is (former.kind if former else None):
            return
        key = day.isoformat()
        db.table("origin").delete_where("source = ? AND key = ?", [_ABSENCE, key])
        if of_absence and wanted in REST_MARKS:
            db.table("origin").insert(
                {
                    "source": _ABSENCE,
                    "key": key,
                    "occurrence": 1,
                    "uid": f"day_mark:{key}",
                    "recorded_at": self._recording.stamp(None)["recorded_at"],
                }
            )
        db.table("day_mark").delete_where("day = ?", [key])
        if wanted is not None:
            self._recording.belong_to_search(db, day, begins=False)
            self._insert(db, day, wanted)

    def _insert(self, db: Database, day: date, kind: DayKind) -> None:
        stamp = self._recording.stamp(day, f"day_mark:{day.isoformat()}")
        db.table("day_mark").insert({**stamp, "kind": kind.value})

    def _of_absence(self, day: date) -> bool:
        """Return whether a day is undecided, or would be without its mark."""
        return bool(
            self._journal.value(
                "SELECT EXISTS (SELECT 1 FROM day_mark WHERE day = ?1 AND kind = 'undecided')"
                " OR EXISTS (SELECT 1 FROM origin WHERE source = ?2 AND key = ?1)",
                (day.isoformat(), _ABSENCE),
            )
        )

    def _pauses(self) -> list[tuple[str, str | None]]:
        return [
            (row["day"], row["until_day"])
            for row in self._journal.query(
                "SELECT day, until_day FROM search_pause WHERE day <> ''"
            )
        ]
