"""What stands for the line of a search that has too few logged days, beside an earlier line."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

import numpy as np

from desktop_app.charts.facts import starts_later
from desktop_app.charts.style import LETTERS, text_width

if TYPE_CHECKING:
    from desktop_app.charts.geometry import Frame
    from desktop_app.domain.timeline import DayFacts

START_LETTERS = LETTERS + 2
ABOVE = 14.0
_HEIGHTS = (58.0, 82.0, 30.0)  # none on the grid, where dots are lost
_FREE = 18.0
_SHORTEST = 24.0


@dataclass(frozen=True)
class Start:
    """A dotted line and the sentence above it, in pixels from the upper left corner.

    ``left``, ``right`` and ``y`` are those of the dots, ``words_x`` is the middle of the sentence
    and ``words_y`` its height.
    """

    left: float
    right: float
    y: float
    words_x: float
    words_y: float


def later_start(frame: Frame, days: list[DayFacts], line: np.ndarray) -> Start:
    """Place what stands for the last search's line, at a height that an earlier line leaves free.

    Args:
        frame: the plot.
        days: its days in order; the last of them has no line.
        line: the places of the momentum line, a row of x and y each, NaN where it breaks.
    """
    waiting = list(takewhile(lambda facts: not facts.line, reversed(days)))
    begin = next((facts for facts in waiting if facts.first_of_search), waiting[-1])
    right = frame.x(days[-1].day) + frame.day_width / 2
    # On a long range a day or two would be a single dot, which looks like a mistake.
    left = min(frame.x(begin.day) - frame.day_width / 2, right - _SHORTEST * frame.scale)
    half = text_width(starts_later(), START_LETTERS * frame.scale) / 2
    middle = max(frame.left + half, min((left + right) / 2, frame.right - half))
    near = line[np.abs(line[:, 0] - middle) <= half + _FREE * frame.scale, 1]

    def room(height: float) -> float:
        words = frame.y(height) - ABOVE * frame.scale
        free = float(np.min(np.abs(near - words))) if near.size else float("inf")
        return min(free, _FREE * frame.scale)

    y = frame.y(max(_HEIGHTS, key=room))
    return Start(left, right, y, middle, y - ABOVE * frame.scale)
