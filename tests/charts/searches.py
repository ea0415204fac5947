"""Invented searches for the tests of charts and pages."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop_app.analysis.momentum import fold
from desktop_app.domain.days import DayKind
from desktop_app.domain.stages import Stage
from desktop_app.domain.timeline import DayFacts, RejectionMark, Timeline

if TYPE_CHECKING:
    from collections.abc import Callable

TODAY = date(2026, 11, 19)
EMPLOYERS = ("Oakline Insurance", "Brightwater", "Kestrel Rail", "Fern & Daughters", "Nordlicht")


def search(
    days: int,
    last: date = TODAY,
    *,
    noes: int = 0,
    seed: int = 4,
    change: Callable[[DayFacts], DayFacts] | None = None,
) -> Timeline:
    """Return an invented search of so many days up to ``last``.

    Weekends are free, now and then a day is unlogged; ``change`` may alter each day.
    """
    luck = random.Random(seed)
    first = last - timedelta(days=days - 1)
    made = []
    for number in range(days):
        day = first + timedelta(days=number)
        free = day.weekday() >= 5
        logged = luck.random() > 0.1 or number < 3
        points = 0.0 if free or not logged else float(luck.choice((1, 2, 3, 4, 5, 5, 6, 8, 11)))
        mood = luck.choice((2.0, 3.0, 3.0, 3.0, 4.0, 4.0, 5.0, 1.0)) if logged else None
        facts = DayFacts(
            day=day,
            kind=DayKind.FREE if free else DayKind.WORK,
            points=points,
            target=6.0,
            momentum=0.0,
            mood=mood,
            logged=logged,
            first_of_search=number == 0,
            provisional=day == TODAY,
        )
        made.append(change(facts) if change else facts)
    values = fold(
        [facts.kind is not DayKind.WORK for facts in made],
        [facts.points for facts in made],
        [facts.target for facts in made],
        7.0,
        40.0,
    )
    logged_days = [facts.day for facts in made if facts.logged]
    line_from = logged_days[2] if len(logged_days) >= 3 else None
    folded = tuple(
        replace(facts, momentum=value, line=line_from is not None and facts.day >= line_from)
        for facts, value in zip(made, values, strict=True)
    )
    marks = [
        RejectionMark(
            first + timedelta(days=luck.randrange(days)),
            luck.choice(EMPLOYERS),
            "Analyst",
            luck.choice(list(Stage)[:5]),
        )
        for _number in range(noes)
    ]
    return Timeline(
        days=folded,
        rejections=tuple(sorted(marks, key=lambda mark: mark.day)),
        today=TODAY,
        first=first,
        last=last,
    )
