"""How long answers take: quantiles of whole days, by linear interpolation."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

FEWEST = 5


class AnswerTimes(NamedTuple):
    """How many answers there were, and within how many days half and nine of ten had come."""

    answers: int
    median: float
    ninth_decile: float


def answer_times(days: Sequence[int]) -> AnswerTimes | None:
    """Return the times of answers, None where there are fewer than 5.

    Args:
        days: for each answer the days from the application to it, 0 or more, in any order.
    """
    if len(days) < FEWEST:
        return None
    ordered = sorted(days)
    return AnswerTimes(len(ordered), quantile(ordered, 0.5), quantile(ordered, 0.9))


def quantile(ordered: Sequence[float], share: float) -> float:
    """Return a quantile by linear interpolation between the two nearest values.

    Args:
        ordered: one value or more, ascending.
        share: 0 for the least to 1 for the largest.
    """
    place = share * (len(ordered) - 1)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)
