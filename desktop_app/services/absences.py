"""An absence is a question: which days are undecided, and what the person says they were."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain.days import DayKind, day_kind_label
from desktop_app.i18n import ngettext

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.services.days import Days
    from desktop_app.services.momentum import MomentumService
    from desktop_app.storage.journal import Journal


class Absence(NamedTuple):
    """The undecided days of one absence, oldest first; free days lie between them."""

    days: tuple[date, ...]

    @property
    def first(self) -> date:
        """The first of them."""
        return self.days[0]

    @property
    def last(self) -> date:
        """The last of them."""
        return self.days[-1]


class Absences:
    """The undecided days of the search that runs."""

    def __init__(self, journal: Journal, days: Days, momentum: MomentumService) -> None:
        self._journal = journal
        self._days = days
        self._momentum = momentum

    def all(self) -> list[Absence]:
        """Return every absence with undecided days, the newest first.

        Two absences are told apart by a working day between them, for that one was decided.
        """
        undecided = [
            date.fromisoformat(row["day"])
            for row in self._journal.query(
                "SELECT day FROM day_mark WHERE kind = 'undecided' AND day >="
                " (SELECT day FROM search WHERE ended_day IS NULL ORDER BY day DESC LIMIT 1)"
                " ORDER BY day"
            )
        ]
        if not undecided:
            return []
        runs: list[list[date]] = [[]]
        for facts in self._momentum.timeline(undecided[0], undecided[-1]).days:
            if facts.kind is DayKind.UNDECIDED:
                runs[-1].append(facts.day)
            elif facts.kind is DayKind.WORK and runs[-1]:
                runs.append([])
        return [Absence(tuple(run)) for run in reversed(runs) if run]

    def latest(self) -> Absence | None:
        """Return the newest absence with undecided days, None where there is none."""
        return next(iter(self.all()), None)

    def if_left_empty(self, absence: Absence) -> tuple[float, float] | None:
        """Return momentum as it stands, and as it would stand were the days left empty.

        Returns:
            both from 0 to 100, None while there is no number.
        """
        return self._momentum.if_worked(absence.days)

    def rested(self, days: Sequence[date]) -> None:
        """Say that undecided days were days of rest or illness."""
        count = len(days)
        name = ngettext("{n} rest day", "{n} rest days", count).format(n=count)
        self._days.mark_all(days, DayKind.REST, name)

    def left_empty(self, days: Sequence[date]) -> None:
        """Say that undecided days were working days with nothing; this may lower momentum."""
        count = len(days)
        name = ngettext("{n} day left empty", "{n} days left empty", count).format(n=count)
        self._days.mark_all(days, DayKind.WORK, name)

    def filled(self, day: date) -> bool:
        """Make an undecided day a working day if it holds effort; return whether it did.

        One without effort stays undecided.
        """
        mark = self._days.mark_of(day)
        facts = self._momentum.day(day)
        if mark is None or mark.kind is not DayKind.UNDECIDED or facts is None or not facts.points:
            return False
        self._days.mark_all([day], DayKind.WORK, day_kind_label(DayKind.WORK))
        return True
