"""The days of each search as the fold takes them, read from the journal's daily sums."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from desktop_app.domain.days import DayKind
from desktop_app.domain.settings import setting

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.services.settings import Settings
    from desktop_app.storage.journal import Journal

LINE_FROM_LOGGED_DAYS = 3
UNDECIDED = DayKind.UNDECIDED.value


@dataclass
class SearchDays:
    """One search, a value a day from ``first`` to ``last`` in each list.

    ``id`` is the search's; ``start`` is the estimate of momentum before the first day, 0 to 100.
    """

    id: int
    first: date
    last: date
    start: float
    kinds: list[DayKind] = field(default_factory=list)
    neutral: list[bool] = field(default_factory=list)
    rest: list[bool] = field(default_factory=list)
    points: list[float] = field(default_factory=list)
    targets: list[float] = field(default_factory=list)
    moods: list[float | None] = field(default_factory=list)
    logged: list[bool] = field(default_factory=list)
    values: list[float] = field(default_factory=list)
    third_logged: date | None = None


class DayBook:
    """Reads searches, marks, sums and the settings that held."""

    def __init__(self, journal: Journal, settings: Settings) -> None:
        self._journal = journal
        self._settings = settings

    def read(self, today: date) -> list[SearchDays]:
        """Return every search up to today, oldest first, not yet folded."""
        totals = {
            row[0]: (row[1], row[2])
            for row in self._journal.query("SELECT day, points, mood FROM day_total")
        }
        marks = {row[0]: row[1] for row in self._journal.query("SELECT day, kind FROM day_mark")}
        noes = {
            row[0]
            for row in self._journal.query(
                "SELECT DISTINCT day FROM rejection WHERE day IS NOT NULL"
            )
        }
        known = totals.keys() | noes | {day for day, kind in marks.items() if kind != UNDECIDED}
        latest = max(totals, default="")
        # An entry made after midnight for the calendar's day lies one day ahead of the person's.
        until = max(today, date.fromisoformat(latest)) if latest else today
        searches = []
        rows = self._journal.query(
            "SELECT id, day, ended_day, estimate FROM search ORDER BY day, id"
        )
        for row, following in zip_longest(rows, rows[1:]):
            first = date.fromisoformat(row["day"])
            last = date.fromisoformat(row["ended_day"]) if row["ended_day"] else until
            if following is not None:  # a day on which one ends and another begins is the latter's
                last = min(last, date.fromisoformat(following["day"]) - timedelta(days=1))
            if not row["estimate"]:
                # Empty days before the first record change nothing: momentum is 0 on them.
                recorded = [day for day in known if row["day"] <= day <= last.isoformat()]
                if not recorded:
                    continue
                first = date.fromisoformat(min(recorded))
            if last < first:
                continue
            search = SearchDays(row["id"], first, last, row["estimate"])
            self._fill(search, totals, marks, noes, self._pauses(row["id"]))
            searches.append(search)
        return searches

    def reread(self, search: SearchDays, days: Iterable[date]) -> None:
        """Read some days of a search again."""
        pauses: list[tuple[date, date | None]] | None = None
        for day in days:
            text = (day.isoformat(),)
            total = self._journal.query("SELECT points, mood FROM day_total WHERE day = ?", text)
            mark = self._journal.value("SELECT kind FROM day_mark WHERE day = ?", text)
            no = self._journal.value("SELECT 1 FROM rejection WHERE day = ?", text)
            if pauses is None:
                pauses = self._pauses(search.id)
            index = (day - search.first).days
            points, mood = tuple(total[0]) if total else (0.0, None)
            free = day.weekday() in self._settings.holding("free_weekdays", day)
            paused = _is_paused(pauses, day)
            kind = _kind(mark, free, paused)
            search.kinds[index] = kind
            search.neutral[index] = kind is not DayKind.WORK
            search.rest[index] = kind.is_rest
            search.points[index] = points
            search.moods[index] = mood
            search.logged[index] = _is_logged(mark, bool(total), bool(no))
        _find_third(search)

    def last_rejection(self) -> date | None:
        """Return the day of the last rejection."""
        text = self._journal.value("SELECT max(day) FROM rejection")
        return date.fromisoformat(text) if text else None

    def _fill(
        self,
        search: SearchDays,
        totals: dict[str, tuple[float, float | None]],
        marks: dict[str, str],
        noes: set[str],
        pauses: list[tuple[date, date | None]],
    ) -> None:
        """Lay out all days as their weekdays have them, then the recorded ones upon them."""
        count = (search.last - search.first).days + 1
        history = self._settings.history
        targets = _by_day(
            history("daily_target"), setting("daily_target").default, search.first, count
        )
        search.targets = [float(target) for target in targets]
        search.kinds = _weekday_kinds(
            _by_day(
                history("free_weekdays"), setting("free_weekdays").default, search.first, count
            ),
            search.first.weekday(),
        )
        for begin, end in pauses:
            first = max(0, (begin - search.first).days)
            last = count if end is None else min(count, (end - search.first).days + 1)
            if first < last:
                search.kinds[first:last] = [DayKind.PAUSE] * (last - first)
        search.points = [0.0] * count
        search.moods = [None] * count
        search.logged = [False] * count
        origin = search.first.toordinal()
        for text, (points, mood) in totals.items():
            index = date.fromisoformat(text).toordinal() - origin
            if 0 <= index < count:
                search.points[index] = points
                search.moods[index] = mood
                search.logged[index] = True
        for text in noes:
            index = date.fromisoformat(text).toordinal() - origin
            if 0 <= index < count:
                search.logged[index] = True
        for text, mark in marks.items():
            index = date.fromisoformat(text).toordinal() - origin
            if 0 <= index < count:
                search.kinds[index] = _KINDS[mark]
                search.logged[index] = search.logged[index] or mark != UNDECIDED
        search.neutral = [kind is not DayKind.WORK for kind in search.kinds]
        search.rest = [
            kind is not DayKind.WORK and kind is not DayKind.UNDECIDED for kind in search.kinds
        ]
        _find_third(search)

    def _pauses(self, search_id: int) -> list[tuple[date, date | None]]:
        rows = self._journal.query(
            "SELECT day, until_day FROM search_pause WHERE search_id = ?", (search_id,)
        )
        return [
            (
                date.fromisoformat(row["day"]),
                date.fromisoformat(row["until_day"]) if row["until_day"] else None,
            )
            for row in rows
        ]


def _weekday_kinds(free: list[list[int]], weekday: int) -> list[DayKind]:
    """Return the kind that each day has by its weekday alone.

    Args:
        free: the free weekdays that held on each day, 0 for Monday.
        weekday: the weekday of the first day.
    """
    work, rest = DayKind.WORK, DayKind.FREE
    return [rest if (weekday + index) % 7 in held else work for index, held in enumerate(free)]


def _kind(mark: str | None, free: bool, paused: bool) -> DayKind:
    """Return a day's kind: the mark first.

    A record leaves an undecided day undecided, so that neither a mood nor a rejection noted on it
    can lower momentum, and effort only raises it.
    """
    if mark is not None:
        return _KINDS[mark]
    if paused:
        return DayKind.PAUSE
    return DayKind.FREE if free else DayKind.WORK


_KINDS = {kind.value: kind for kind in DayKind}


def _is_paused(pauses: list[tuple[date, date | None]], day: date) -> bool:
    return any(begin <= day and (end is None or day <= end) for begin, end in pauses)


def _is_logged(mark: str | None, total: bool, no: bool) -> bool:
    return total or no or (mark is not None and mark != UNDECIDED)


def _find_third(search: SearchDays) -> None:
    seen = 0
    search.third_logged = None
    for index, is_logged in enumerate(search.logged):
        seen += is_logged
        if seen == LINE_FROM_LOGGED_DAYS:
            search.third_logged = search.first + timedelta(days=index)
            return


def _by_day(
    history: list[tuple[date | None, Any]], default: object, first: date, count: int
) -> list[Any]:
    """Return the value that held on each of ``count`` days from the first."""
    values: list[Any] = [default] * count
    for since, value in history:
        index = 0 if since is None else max(0, (since - first).days)
        if index < count:
            values[index:] = [value] * (count - index)
    return values
