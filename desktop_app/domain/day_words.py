"""Days as a person writes them in a hurry: '12.3.', '2 nov', 'yesterday', 'mon'."""

from __future__ import annotations

import re
from datetime import date, timedelta

from desktop_app.domain.days import checked_day
from desktop_app.domain.errors import InvalidInput
from desktop_app.i18n import _, month_name, weekday_name

_CENTURY = 2000
_YEARS_BACK = 8  # to a 29 February there are at most eight years
_LEAST_MONTH, _LEAST_WEEKDAY = 3, 2
_NUMBERS = re.compile(r"(\d{1,4})(?:\s*([./-])\s*(\d{1,2})(?:\s*\2\s*(\d{1,4}))?)?\.?", re.ASCII)
_NAMED = re.compile(
    r"(?:(?P<day>\d{1,2})\.?\s*(?P<month>[^\W\d_]+)|(?P<month2>[^\W\d_]+)\.?\s*(?P<day2>\d{1,2}))"
    r"\.?,?(?:\s+(?P<year>\d{2}|\d{4}))?"
)
_AGO = re.compile(r"-\s*(\d{1,4})", re.ASCII)


def read_day(text: str, today: date, *, month_first: bool = False) -> date:
    """Read a day; without a year it is the latest one that is not after today.

    Args:
        text: what was written.
        today: the person's present day.
        month_first: whether '3/12' is 12 March, as some write it.

    Raises:
        InvalidInput: it is no day, one that no calendar has, or one outside 1970 to 2199.
    """
    written = " ".join(text.split())
    found = (
        _by_word(written.casefold(), today)
        or _by_numbers(written, today, month_first=month_first)
        or _by_month(written, today)
    )
    if found is None:
        raise InvalidInput(
            _("“{text}” is no day. Write it as 12.3., 2025-11-02, yesterday or mon.").format(
                text=written[:40]
            )
        )
    return checked_day(found)


def _by_word(word: str, today: date) -> date | None:
    for words, days in ((_("today"), 0), (_("yesterday"), 1)):
        if word == words.casefold():
            return today - timedelta(days=days)
    ago = _AGO.fullmatch(word)
    if ago is not None:
        return today - timedelta(days=int(ago[1]))
    if len(word) < _LEAST_WEEKDAY:
        return None
    for weekday in range(7):
        if weekday_name(weekday).casefold().startswith(word.rstrip(".")):
            return today - timedelta(days=(today.weekday() - weekday) % 7)
    return None


def _by_numbers(text: str, today: date, *, month_first: bool) -> date | None:
    match = _NUMBERS.fullmatch(text)
    if match is None:
        return None
    first, mark, second, third = match.groups()
    if second is None:
        return _latest(text, today, int(first), None) if len(first) <= 2 else None
    if len(first) == 4:
        return _day(text, int(first), int(second), int(third)) if third else None
    if len(first) > 2 or (third is not None and len(third) not in (2, 4)):
        return None
    day, month = int(first), int(second)
    if mark != "." and month_first:
        day, month = month, day
    if third is None:
        return _latest(text, today, day, month)
    return _day(text, _year(third), month, day)


def _by_month(text: str, today: date) -> date | None:
    match = _NAMED.fullmatch(text)
    if match is None:
        return None
    word = (match["month"] or match["month2"]).casefold()
    months = [
        month
        for month in range(1, 13)
        if len(word) >= _LEAST_MONTH and month_name(month).casefold().startswith(word)
    ]
    if len(months) != 1:
        return None
    day = int(match["day"] or match["day2"])
    if match["year"]:
        return _day(text, _year(match["year"]), months[0], day)
    return _latest(text, today, day, months[0])


def _year(text: str) -> int:
    return int(text) + (_CENTURY if len(text) == 2 else 0)


def _latest(text: str, today: date, day: int, month: int | None) -> date:
    """Return the latest such day that is not after today; without a month of any month."""
    steps = range(_YEARS_BACK * 12 + 12)
    for back in steps:
        year, index = divmod(today.year * 12 + today.month - 1 - back, 12)
        if month not in (None, index + 1):
            continue
        try:
            found = date(year, index + 1, day)
        except ValueError:
            continue
        if found <= today:
            return found
    return _day(text, today.year, month or today.month, day)


def _day(text: str, year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise InvalidInput(_("{text} is in no calendar.").format(text=text[:40])) from None
