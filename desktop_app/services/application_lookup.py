"""'Did I apply here already?': known applications that resemble what is being typed."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from desktop_app.domain.employer_names import folded_employer, folded_position

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop_app.domain.entries import Application

_LEAST_LETTERS, _LEAST_FUZZY, _LONG = 2, 4, 8
_SAME, _BEGINS, _WORD_BEGINS, _ALIKE = 100.0, 95.0, 90.0, 80.0
_SLIP, _OTHER_ORDER = 10.0, 50.0
_REORDERED, _SAME_POSITION = 88.0, 85.0
_DIGITS = re.compile(r"\d+")


class ApplicationLookup:
    """Applications of employers whose names resemble a typed one, however it is spelled.

    Made once for a sheet; each key press then takes about a millisecond for 2,000 applications.
    """

    def __init__(self, applications: Iterable[Application]) -> None:
        self._by_name: dict[str, list[Application]] = {}
        for one in applications:
            self._by_name.setdefault(folded_employer(one.employer), []).append(one)
        self._names = list(self._by_name)
        import rapidfuzz.process  # noqa: F401 - late: 20 ms that only a sheet needs, before a key

    def find(self, employer: str, position: str = "") -> list[Application]:
        """Return the applications that may be meant, the likeliest first.

        Those for a position like the given one come first, then those whose employer resembles
        most, then the newest.

        Args:
            employer: the employer as far as it is typed; a single letter finds nothing.
            position: the position as far as it is typed, or "".
        """
        typed = folded_employer(employer)
        if len(typed) < _LEAST_LETTERS:
            return []
        job = folded_position(position)
        found = [
            (_same_position(job, one), score, one.day or date.min, one.id, one)
            for name, score in self._scores(typed)
            for one in self._by_name[name]
        ]
        found.sort(key=lambda entry: entry[:4], reverse=True)
        return [entry[4] for entry in found]

    def _scores(self, typed: str) -> Iterator[tuple[str, float]]:
        """Yield the names that resemble a typed one, and how much, to 100."""
        from rapidfuzz import fuzz, process

        told: dict[str, float] = {}
        for name in self._names:
            score = _plain_score(typed, name)
            if score is not None:
                told[name] = score
        if len(typed) >= _LEAST_FUZZY:
            for name, slips in self._slips(typed):
                told[name] = max(told.get(name, 0.0), _ALIKE - _SLIP * slips)
        if " " in typed:
            digits = _DIGITS.findall(typed)
            for name, _score, _place in process.extract_iter(
                typed, self._names, scorer=fuzz.token_sort_ratio, score_cutoff=_REORDERED
            ):
                if _DIGITS.findall(name) == digits:
                    told.setdefault(name, _OTHER_ORDER)
        yield from told.items()

    def _slips(self, typed: str) -> Iterator[tuple[str, int]]:
        """Yield the names that begin as a typed one but for a slip of the keys, and how many.

        A letter too many or missing, another one or two that changed places is one; a number is
        never another.
        """
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        most = 1 if len(typed) < _LONG else 2
        digits = _DIGITS.findall(typed)
        for length in (len(typed) - 1, len(typed), len(typed) + 1):
            beginnings = [name[:length] for name in self._names]
            for text, slips, place in process.extract_iter(
                typed, beginnings, scorer=OSA.distance, score_cutoff=most
            ):
                if text[0] == typed[0] and _DIGITS.findall(text) == digits:
                    yield self._names[place], int(slips)


def _plain_score(typed: str, name: str) -> float | None:
    """Return how much a name resembles a typed one that it holds or begins, None where neither."""
    if name == typed:
        return _SAME
    if name.startswith(typed):
        return _BEGINS
    if f" {typed}" in f" {name}":
        return _WORD_BEGINS
    if len(name) >= _LEAST_FUZZY and typed.startswith(f"{name} "):
        return _WORD_BEGINS
    return None


def _same_position(typed: str, application: Application) -> bool:
    """Return whether an application is for a position like the typed one."""
    if not typed or not application.position:
        return False
    from rapidfuzz import fuzz

    return fuzz.token_sort_ratio(typed, folded_position(application.position)) >= _SAME_POSITION
