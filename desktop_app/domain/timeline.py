"""What is known of each day or week: the rows that charts, tables and the command show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.domain.days import DayKind
    from desktop_app.domain.stages import Stage


@dataclass(frozen=True)
class RejectionMark:
    """A rejection as a chart shows it."""

    day: date
    employer: str
    position: str
    stage: Stage


@dataclass(frozen=True)
class DayFacts:
    """One day of a search.

    Attributes:
        day: the person's day.
        kind: what kind of day it was.
        points: effort points, 0 or more.
        target: the points of a full day that held on it.
        momentum: 0 to 100 after the day (today: provisional, see methods.md).
        mood: mean of the day's check-ins, 1 to 5, None where none was given.
        logged: whether the person recorded anything; a day without is drawn blank.
        first_of_search: whether a search begins on it, so that its line starts afresh.
        provisional: whether the day is not over.
        line: whether momentum is shown on it, from the third logged day of its search on.
        start: the person's estimate before the first day of a search, 0 to 100; 0 on other days.
    """

    day: date
    kind: DayKind
    points: float
    target: float
    momentum: float
    mood: float | None
    logged: bool
    first_of_search: bool = False
    provisional: bool = False
    line: bool = False
    start: float = 0.0


@dataclass(frozen=True)
class Timeline:
    """A run of consecutive days with the rejections on them.

    ``days`` has gaps only where no search ran; ``first`` and ``last`` are the range asked for.
    ``numbered`` is False where the person wants no number beside the line.
    """

    days: tuple[DayFacts, ...]
    rejections: tuple[RejectionMark, ...] = ()
    today: date | None = None
    first: date | None = None
    last: date | None = None
    numbered: bool = True

    @property
    def has_line(self) -> bool:
        """Whether momentum is shown on any of its days."""
        return any(facts.line for facts in self.days)
