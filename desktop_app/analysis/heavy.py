"""Whether two weeks look heavy, from moods alone; words are never looked at (methods.md)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

DAYS = 14
LEAST = 10
LOW = 2.0


def looks_heavy(moods: Sequence[float | None]) -> bool:
    """Return whether at least 10 of the last 14 days were logged and 10 of those were at 1 or 2.

    Args:
        moods: the mean mood of each day, 1 to 5, the latest last; None for a day without one.
    """
    logged = [mood for mood in moods[-DAYS:] if mood is not None]
    return len(logged) >= LEAST and sum(mood <= LOW for mood in logged) >= LEAST
