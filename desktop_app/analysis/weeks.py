"""Weeks in place of days: what a long range shows, added up from Monday to Sunday."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop_app.domain.days import DayKind
    from desktop_app.domain.timeline import DayFacts, RejectionMark


@dataclass(frozen=True)
class Week:
    """The days of one week, Monday to Sunday, that lie in a search and in the range.

    Attributes:
        monday: the week's Monday, which may lie before the first of ``days``.
        days: its days, one at least unless only a rejection fell into it.
        points: sum of effort points.
        mood: mean of the moods of its days, 1 to 5, None where none has one.
        momentum: momentum after its last day, 0 to 100, None where it has no day.
        rejections: the rejections of the week, by day.
        kinds: how many of its days are of each kind.
        logged: how many of its days hold a record.
        active: how many of its days hold effort.
    """

    monday: date
    days: tuple[DayFacts, ...]
    points: float
    mood: float | None
    momentum: float | None
    rejections: tuple[RejectionMark, ...]
    kinds: Counter[DayKind]
    logged: int
    active: int

    @property
    def sunday(self) -> date:
        """The week's last day, which may lie after the last of ``days``."""
        return self.monday + timedelta(days=6)

    @property
    def resting(self) -> bool:
        """Whether all its days were rest days, with a record and without effort."""
        rest = sum(count for kind, count in self.kinds.items() if kind.is_rest)
        return self.logged > 0 and self.active == 0 and rest == len(self.days)


def weeks(days: Sequence[DayFacts], rejections: Iterable[RejectionMark] = ()) -> list[Week]:
    """Return the weeks that hold any of the days or rejections, oldest first.

    Args:
        days: days in order; gaps between them stay gaps.
        rejections: rejections in any order, on those days or outside them.
    """
    by_monday = {
        monday: tuple(group)
        for monday, group in groupby(days, key=lambda facts: _monday(facts.day))
    }
    noes: dict[date, list[RejectionMark]] = {}
    for rejection in sorted(rejections, key=lambda mark: mark.day):
        noes.setdefault(_monday(rejection.day), []).append(rejection)
    return [
        _week(monday, by_monday.get(monday, ()), tuple(noes.get(monday, ())))
        for monday in sorted(by_monday.keys() | noes.keys())
    ]


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _week(monday: date, days: tuple[DayFacts, ...], noes: tuple[RejectionMark, ...]) -> Week:
    moods = [facts.mood for facts in days if facts.mood is not None]
    return Week(
        monday=monday,
        days=days,
        points=sum(facts.points for facts in days),
        mood=sum(moods) / len(moods) if moods else None,
        momentum=days[-1].momentum if days else None,
        rejections=noes,
        kinds=Counter(facts.kind for facts in days),
        logged=sum(facts.logged for facts in days),
        active=sum(facts.points > 0 for facts in days),
    )
