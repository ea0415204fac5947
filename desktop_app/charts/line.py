"""The momentum line as runs of points: solid, dashed where days are undecided, broken by gaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop_app.domain.days import DayKind

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.charts.geometry import Frame
    from desktop_app.domain.timeline import DayFacts, Timeline

_BREAK = (float("nan"), float("nan"))


def momentum_runs(frame: Frame, timeline: Timeline) -> tuple[np.ndarray, np.ndarray]:
    """Return the places of the solid and the dashed line, with a NaN between runs.

    The line is where the days have one, breaks where a search begins and where days are missing,
    and is dashed towards each undecided day.
    """
    solid: list[tuple[float, float]] = []
    dashed: list[tuple[float, float]] = []
    before: tuple[date, tuple[float, float]] | None = None
    for facts in timeline.days:
        if not facts.line or not frame.first <= facts.day <= frame.last:
            continue
        place = (frame.x(facts.day), frame.y(facts.momentum))
        if before is None or _breaks(before[0], facts):
            # A run of a single day is a short stroke, not nothing.
            nudge = min(2.0, frame.day_width / 4)
            solid += [_BREAK, (place[0] - nudge, place[1]), place]
        elif facts.kind is DayKind.UNDECIDED:
            _extend(dashed, before[1], place)
        else:
            _extend(solid, before[1], place)
        before = (facts.day, place)
    return _places(solid), _places(dashed)


def _breaks(before: date, facts: DayFacts) -> bool:
    return facts.first_of_search or (facts.day - before).days != 1


def _extend(
    run: list[tuple[float, float]], before: tuple[float, float], place: tuple[float, float]
) -> None:
    if not run or run[-1] != before:
        run += [_BREAK, before]
    run.append(place)


def _places(run: list[tuple[float, float]]) -> np.ndarray:
    return np.array(run, dtype=float).reshape(-1, 2)
