"""Reads single cells of a stranger's table: days, names and links."""

from __future__ import annotations

import re
from datetime import datetime, time
from typing import TYPE_CHECKING

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.text import clean_name
from desktop_app.i18n import _
from desktop_app.transfer.days import written_day

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop_app.transfer.days import Order
    from desktop_app.transfer.reading import Row

LINK_LIMIT = 2000
_CLOCK = re.compile(r"\b(\d{1,2}):(\d{2})(?::\d{2})?(?:\s*([ap])\.?m\b)?", re.ASCII | re.IGNORECASE)
_SHOWN = 40


def read_day(text: str, order: Order, what: str) -> tuple[date, time | None]:
    """Read a day, and the time of day where one follows it.

    Args:
        text: such as ``30/08/2023`` or ``06/09/2023 17:00``; ``2023-08-30`` is taken too.
        order: whether the day or the month stands first.
        what: the column, for the sentence.

    Raises:
        InvalidInput: it is no day, no calendar has it, or it lies outside 1970 to 2199.
    """
    try:
        return written_day(text, order), _time(text)
    except InvalidInput as error:
        raise InvalidInput(
            _("{column}: {reason}").format(column=shown(what), reason=error)
        ) from None


def past_day(text: str, order: Order, what: str, today: date) -> date | None:
    """Read the day of something done; None where the cell is empty.

    Raises:
        InvalidInput: it can't be read, or lies after ``today``.
    """
    if not text:
        return None
    day, _at = read_day(text, order, what)
    if day > today:
        raise InvalidInput(
            _("{column}: {day} is still to come.").format(column=what, day=day.isoformat())
        )
    return day


def moment(day: date, at: time | None) -> datetime | None:
    """Return day and time as the person's local moment, or None without a time."""
    return None if at is None else datetime.combine(day, at)


def name_in(row: Row, column: str, title: str, limit: int = 200) -> str:
    """Return a cell as one line.

    Raises:
        InvalidInput: it has more characters than fit.
    """
    return clean_name(row.get(column), title, limit)


def note_of(row: Row, columns: Sequence[tuple[str, str]]) -> str:
    """Return what stands in the columns, one line each, for cells without a place of their own.

    Raises:
        InvalidInput: a cell has more characters than fit.
    """
    lines = []
    for column, title in columns:
        text = name_in(row, column, title, LINK_LIMIT)
        if text:
            lines.append(f"{title}: {text}")
    return "\n".join(lines)


def shown(text: str) -> str:
    """Return the beginning of a cell as a sentence quotes it."""
    folded = " ".join(text.split())
    return folded if len(folded) <= _SHOWN else folded[: _SHOWN - 1] + "…"


def _time(text: str) -> time | None:
    clock = _CLOCK.search(text)
    if clock is None:
        return None
    hour = int(clock[1])
    if clock[3]:
        hour = hour % 12 + (12 if clock[3] in "pP" else 0)
    return time(hour, int(clock[2])) if hour < 24 and int(clock[2]) < 60 else None
