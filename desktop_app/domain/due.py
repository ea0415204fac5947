"""What stands in the list of next steps on Today, wherever it comes from."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date, time


class DueKind(StrEnum):
    """Where a line of the list comes from."""

    STEP = "step"
    PLAN = "plan"
    PRACTICE = "practice"
    ASK = "ask"
    REMIND = "remind"
    STAGE = "stage"


class Due(NamedTuple):
    """One line of the list.

    Attributes:
        kind: where it comes from.
        id: the row it stands for: step, lesson, feedback request or stage event; 0 for a plan's.
        text: what is to be done.
        cue: the 'if' of an if-then plan, or "".
        due: its day, None for any day.
        done: whether it was done on the day shown.
        more: where or how, in the person's words, or "".
        at: its time of the clock, None where none is set.
        opens: where it can be looked up: a page, after a colon the kind of record if it is not
            the page's usual one, and the record's id; None where there is nothing.
        ahead: whether it can only be done later.
    """

    kind: DueKind
    id: int
    text: str
    cue: str = ""
    due: date | None = None
    done: bool = False
    more: str = ""
    at: time | None = None
    opens: tuple[str, int] | None = None
    ahead: bool = False
