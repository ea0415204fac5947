"""On which weekdays a line of a week's plan lies, from its own words."""

from __future__ import annotations

import re

from desktop_app.domain.weekdays import WEEK
from desktop_app.i18n import _, weekday_name

_LEAST = 3
_WORD = re.compile(r"[^\W\d_]+")
_RANGE = re.compile(r"([^\W\d_]{3,})\.?\s*(?:-|–|to|till|until)\s*([^\W\d_]{3,})", re.IGNORECASE)


def weekdays_in(words: str) -> frozenset[int]:
    """Return the weekdays that words name, 0 for Monday; none where they name no weekday.

    ``Tue 9:30``, ``Mondays and Thursdays``, ``Mon-Fri``, ``every day`` and ``weekdays`` are known.

    Args:
        words: when something is planned, as the person wrote it.
    """
    text = words.casefold()
    if any(term in text for term in (_("every day"), _("daily"))):
        return frozenset(WEEK)
    found: set[int] = set()
    if _("weekdays") in text:
        found.update(range(5))
    for first, last in _RANGE.findall(text):
        begin, end = _weekday(first), _weekday(last)
        if begin is not None and end is not None:
            found.update((begin + n) % 7 for n in range((end - begin) % 7 + 1))
    found.update(day for word in _WORD.findall(text) if (day := _weekday(word)) is not None)
    return frozenset(found)


def _weekday(word: str) -> int | None:
    """Return the weekday that a word is the name, plural or beginning of."""
    if len(word) < _LEAST:
        return None
    for day in WEEK:
        name = weekday_name(day).casefold()
        if name.startswith(word) or word == f"{name}s":
            return day
    return None
