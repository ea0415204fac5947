"""Tells a note that is being written beside its field from letters that log."""

from __future__ import annotations

from typing import NamedTuple

WITHIN_MS = 700
DIFFERENT = 3


class Caught(NamedTuple):
    """What was written beside the field.

    Attributes:
        text: the letters and blanks, as written.
        actions: what its letters did, and the last one would have done, in order.
        marks: the steps that they made, as ``Upkeep.undo_mark`` tells them.
    """

    text: str
    actions: tuple[str, ...]
    marks: frozenset[int]


class _Press(NamedTuple):
    text: str
    at: int
    action: str
    mark: int | None


class TypedNote:
    """Remembers the last presses; three different letters within 0.7 s are a note."""

    def __init__(self) -> None:
        self._presses: list[_Press] = []

    def press(self, text: str, at: int, action: str) -> Caught | None:
        """Take a letter or blank before it acts; return what to take for a note, if anything.

        Args:
            text: the letter as written, or a blank.
            at: when it was pressed, in milliseconds of any clock.
            action: what it would do, or "".
        """
        self._presses = [one for one in self._presses if 0 <= at - one.at <= WITHIN_MS]
        self._presses.append(_Press(text, at, action, None))
        letters = {one.text.casefold() for one in self._presses if one.text.isalpha()}
        if len(letters) < DIFFERENT:
            return None
        caught = Caught(
            "".join(one.text for one in self._presses),
            tuple(one.action for one in self._presses if one.action),
            frozenset(one.mark for one in self._presses if one.mark is not None),
        )
        self.forget()
        return caught

    def acted(self, mark: int | None) -> None:
        """Note the step that the last press made, None where it made none."""
        if self._presses:
            self._presses[-1] = self._presses[-1]._replace(mark=mark)

    def forget(self) -> None:
        """Begin anew, as after a digit."""
        self._presses = []
