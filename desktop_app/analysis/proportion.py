"""A run of noes put into proportion: rates, runs and tries (methods.md, Into proportion)."""

from __future__ import annotations

import math
from typing import NamedTuple

JEFFREYS = 0.5


class Rate(NamedTuple):
    """A success rate as the data leave it: each figure 0 to 1, ``low`` to ``high`` hold 95 %."""

    mean: float
    median: float
    low: float
    high: float


def success_rate(successes: int, tries: int, a: float = JEFFREYS, b: float = JEFFREYS) -> Rate:
    """Return what is known of a success rate after some tries.

    The posterior is Beta(a + k, b + n - k); Jeffreys' prior is Beta(0.5, 0.5).

    Args:
        successes: k, 0 to ``tries``.
        tries: n, 0 or more.
        a: the prior's weight on success, above 0.
        b: the prior's weight on none, above 0.
    """
    from scipy.stats import beta  # late: half a second that no start may pay

    first, second = a + successes, b + tries - successes
    low, median, high = (float(one) for one in beta.ppf((0.025, 0.5, 0.975), first, second))
    return Rate(first / (first + second), median, low, high)


def run_of_noes(tries: int, rate: float, run: int) -> float:
    """Return the chance that some tries hold a run of noes somewhere, 0 to 1.

    With q = 1 - p and f(i) the chance of no such run in i tries: f(i) = 1 for i < r,
    f(r) = 1 - q^r, f(i) = f(i-1) - p·q^r·f(i-r-1); the answer is 1 - f(n).

    Args:
        tries: n, 0 or more.
        rate: p, the chance that one try succeeds, 0 to 1.
        run: r, the length of the run, 1 or more.
    """
    if tries < run:
        return 0.0
    whole = (1.0 - rate) ** run
    without = [1.0] * run + [1.0 - whole]
    for place in range(run + 1, tries + 1):
        without.append(without[place - 1] - rate * whole * without[place - run - 1])
    return min(1.0, max(0.0, 1.0 - without[tries]))


def tries_needed(rate: float, chance: float) -> int:
    """Return how many tries give a chance of one success at least: ceil(ln(1-c) / ln(1-p)).

    Args:
        rate: p, above 0 and below 1.
        chance: c, above 0 and below 1.
    """
    return math.ceil(math.log1p(-chance) / math.log1p(-rate))
