"""Momentum of the person's days: folded from the changed day, shown for any range."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop_app.analysis.momentum import fold, trend
from desktop_app.domain.timeline import DayFacts, Timeline
from desktop_app.services.day_book import DayBook, SearchDays

if TYPE_CHECKING:
    from collections.abc import Collection

    from desktop_app.domain.changes import Changed
    from desktop_app.services.recording import Recording
    from desktop_app.services.rejections import Rejections
    from desktop_app.services.settings import Settings
    from desktop_app.storage.journal import Journal

_REREAD_TABLES = frozenset({"search", "search_pause", "setting"})
_INPUT_TABLES = frozenset({"activity", "check_in", "day_mark", "rejection"})


@dataclass(frozen=True)
class Standing:
    """Momentum as it stands on a day.

    Attributes:
        day: the day.
        momentum: 0 to 100, None before the third logged day.
        word: starting, resting, building, easing or steady; "" while there is no number.
        week_ago: momentum seven days before, None where the search had none.
        logged_days: days of the search with a record, up to the day.
    """

    day: date
    momentum: float | None
    word: str
    week_ago: float | None
    logged_days: int


class MomentumService:
    """The fold of every search, kept while the journal is open."""

    def __init__(
        self, journal: Journal, recording: Recording, settings: Settings, rejections: Rejections
    ) -> None:
        self._journal = journal
        self._recording = recording
        self._settings = settings
        self._rejections = rejections
        self._book = DayBook(journal, settings)
        self._searches: list[SearchDays] | None = None
        self._until: date | None = None
        journal.listen(self._on_changed)

    def today(self) -> date:
        """Return the person's present day."""
        return self._recording.today()

    def bounds(self) -> tuple[date, date] | None:
        """Return the first and last day that a chart of everything shows, None where nothing is.

        The last is today while a search runs, else the last day of a search or rejection.
        """
        searches = self._folded()
        if not searches:
            return None
        last = searches[-1].last
        latest_no = self._book.last_rejection()
        return searches[0].first, max(last, latest_no) if latest_no else last

    def timeline(self, first: date | None = None, last: date | None = None) -> Timeline:
        """Return the days of all searches within a range, with the rejections on them.

        A range changes no value: momentum is always folded from the first day of each search.
        """
        with self._journal.hold():
            return self._timeline(first, last)

    def day(self, day: date) -> DayFacts | None:
        """Return one day, None where no search ran."""
        found = self.timeline(day, day).days
        return found[0] if found else None

    def standing(self, day: date | None = None) -> Standing:
        """Return momentum as it stood on a day, today where none is given."""
        with self._journal.hold():
            return self._standing(day or self.today())

    def start_of(self, day: date) -> float:
        """Return the estimate with which the search of a day began, 0 to 100."""
        search = self._search_of(day)
        return search.start if search else 0.0

    def first_day(self, day: date) -> date | None:
        """Return the first day of the search that a day lies in, None where it lies in none."""
        search = self._search_of(day)
        return search.first if search else None

    def line_starts(self, day: date) -> date | None:
        """Return the day from which momentum of a day's search is shown, None while it isn't."""
        search = self._search_of(day)
        return search.third_logged if search else None

    def if_worked(self, days: Collection[date]) -> tuple[float, float] | None:
        """Return momentum as it stands, and as it would stand were these days working days.

        Args:
            days: days of the search that today lies in.

        Returns:
            both from 0 to 100, None while there is no number.
        """
        with self._journal.hold():
            today = self.today()
            search, stands = self._search_of(today), self._standing(today).momentum
            if search is None or stands is None:
                return None
            at = {(day - search.first).days for day in days}
            neutral = [is_neutral and n not in at for n, is_neutral in enumerate(search.neutral)]
            values = [
                search.start,
                *fold(neutral, search.points, search.targets, self.half_life(), search.start),
            ]
            index = (today - search.first).days
            return stands, max(values[index], values[index + 1])

    def half_life(self) -> float:
        """Return the half-life in active days, 5 to 20."""
        return float(self._settings.get("half_life"))

    def _timeline(self, first: date | None, last: date | None) -> Timeline:
        bounds = (first, last) if first and last and self._folded() else self.bounds()
        if bounds is None:
            return Timeline(days=(), today=self.today(), first=first, last=last)
        begin = first or bounds[0]
        end = last or bounds[1]
        days: list[DayFacts] = []
        for search in self._folded():
            days.extend(self._facts(search, begin, end))
        return Timeline(
            days=tuple(days),
            rejections=tuple(self._rejections.between(begin, end)),
            today=self.today(),
            first=begin,
            last=end,
        )

    def _standing(self, on: date) -> Standing:
        search = self._search_of(on)
        if search is None:
            return Standing(on, None, "", None, 0)
        index = (on - search.first).days
        logged = sum(search.logged[: index + 1])
        if search.third_logged is None or on < search.third_logged:
            return Standing(on, None, "", None, logged)
        values = search.values[: index + 1]
        if on == self.today():
            values = [*values[:-1], self._shown(search, index)]
        return Standing(
            day=on,
            momentum=values[-1],
            word=trend(search.neutral[: index + 1], search.rest[: index + 1], values),
            week_ago=search.values[index - 7] if index >= 7 else None,
            logged_days=logged,
        )

    def _facts(self, search: SearchDays, begin: date, end: date) -> list[DayFacts]:
        first = max(begin, search.first)
        last = min(end, search.last)
        today = self.today()
        facts = []
        offset = (first - search.first).days
        for index in range(offset, (last - search.first).days + 1):
            day = search.first + timedelta(days=index)
            facts.append(
                DayFacts(
                    day=day,
                    kind=search.kinds[index],
                    points=search.points[index],
                    target=search.targets[index],
                    momentum=self._shown(search, index) if day >= today else search.values[index],
                    mood=search.moods[index],
                    logged=search.logged[index],
                    first_of_search=index == 0,
                    provisional=day >= today,
                    line=search.third_logged is not None and day >= search.third_logged,
                    start=search.start if index == 0 else 0.0,
                )
            )
        return facts

    def _shown(self, search: SearchDays, index: int) -> float:
        """Return today's value: the larger of yesterday's and today's so far."""
        before = search.values[index - 1] if index else search.start
        return max(before, search.values[index])

    def _search_of(self, day: date) -> SearchDays | None:
        for search in reversed(self._folded()):
            if search.first <= day <= search.last:
                return search
        return None

    def _folded(self) -> list[SearchDays]:
        with self._journal.hold():
            today = self.today()
            if self._searches is None or self._until != today:
                self._searches = self._book.read(today)
                self._until = today
                for search in self._searches:
                    self._fold(search, 0)
            return self._searches

    def _fold(self, search: SearchDays, index: int) -> None:
        before = search.values[index - 1] if index else search.start
        search.values[index:] = fold(
            search.neutral[index:],
            search.points[index:],
            search.targets[index:],
            self.half_life(),
            before,
        )

    def _on_changed(self, changed: Changed) -> None:
        if changed.tables & _REREAD_TABLES:
            self._searches = None
        elif changed.tables & _INPUT_TABLES and self._searches is not None:
            if any(self._beyond(day) for day in changed.days):
                self._searches = None
                return
            for search in self._searches:
                touched = [day for day in changed.days if search.first <= day <= search.last]
                if touched:
                    self._book.reread(search, touched)
                    self._fold(search, (min(touched) - search.first).days)

    def _beyond(self, day: date) -> bool:
        """Return whether a day has no place in what was read, as after midnight.

        Nor has a search's first day, for the search may now begin with another record, nor one
        after today, which is there as long as it has a record.
        """
        if self._until is not None and day > self._until:
            return True
        return not any(search.first < day <= search.last for search in self._searches or ())
