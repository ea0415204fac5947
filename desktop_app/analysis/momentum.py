"""Momentum: the fold of effort and rest days, and the word for its trend (methods.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

STARTING_DAYS = 10
TREND_DAYS = 5
TREND_STEP = 3.0


def keep_factor(half_life: float) -> float:
    """Return q = 2^(-1/H), the share of momentum that an empty working day leaves.

    Args:
        half_life: H in active days, above 0.
    """
    return float(2.0 ** (-1.0 / half_life))


def fold(
    neutral: Sequence[bool],
    points: Sequence[float],
    targets: Sequence[float],
    half_life: float,
    start: float = 0.0,
) -> list[float]:
    """Return momentum in percent, 0 to 100, after each day of a search.

    Working day: M = q·M + (1-q)·x; rest or undecided day: M = max(M, q·M + (1-q)·x), with
    x = min(1, points / target). Source: methods.md, Momentum.

    Args:
        neutral: for each day, whether it folds as a rest or undecided day.
        points: effort points of each day, 0 or more.
        targets: points of a full day, above 0.
        half_life: H in active days.
        start: momentum before the first day, 0 to 100.
    """
    q = keep_factor(half_life)
    gain = 100.0 * (1.0 - q)
    momentum = start
    values: list[float] = []
    append = values.append
    for is_neutral, done, target in zip(neutral, points, targets, strict=True):
        moved = q * momentum + (gain if done >= target else gain * (done / target))
        if not (is_neutral and moved < momentum):
            momentum = moved if moved < 100.0 else 100.0
        append(momentum)
    return values


def fold_one(
    momentum: float, neutral: bool, points: float, target: float, half_life: float
) -> float:
    """Return momentum in percent after one more day."""
    return fold([neutral], [points], [target], half_life, momentum)[0]


def trend(neutral: Sequence[bool], rest: Sequence[bool], values: Sequence[float]) -> str:
    """Return the word for a search's momentum: starting, resting, building, easing or steady.

    'resting' after three rest days of the last five; 'starting' during the first ten working
    days; else by the change over the last five working days, more than 3 either way.

    Args:
        neutral: for each day from the search's first, whether it is a rest or undecided day.
        rest: whether it is a rest day, so that undecided days make nobody 'resting'.
        values: momentum in percent after each day.
    """
    if sum(rest[-5:]) >= 3:
        return "resting"
    working = [index for index, is_neutral in enumerate(neutral) if not is_neutral]
    if len(working) <= STARTING_DAYS:
        return "starting"
    before = working[-TREND_DAYS] - 1
    change = values[-1] - (values[before] if before >= 0 else 0.0)
    if change > TREND_STEP:
        return "building"
    return "easing" if change < -TREND_STEP else "steady"
