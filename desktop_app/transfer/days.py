"""Reads days as strangers write them, and finds out whether day or month stands first."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, NamedTuple

from desktop_app.domain.days import EARLIEST, LATEST
from desktop_app.domain.errors import InvalidInput
from desktop_app.i18n import _

if TYPE_CHECKING:
    from collections.abc import Mapping

Order = Literal["dmy", "mdy", "ymd"]
ORDERS: tuple[Order, ...] = ("dmy", "mdy", "ymd")
_PLACES = {"dmy": (2, 1, 0), "mdy": (2, 0, 1), "ymd": (0, 1, 2)}
_LONGEST = 60
_SHORT_YEARS_FROM = 70
_MONTHS = {
    word: number
    for number, words in enumerate(
        (
            "jan january janv janvier janner januar",
            "feb february fev fevr fevrier februar feber",
            "mar march mars marz mrz maerz",
            "apr april avr avril",
            "may mai",
            "jun june juin juni",
            "jul july juil juillet juli",
            "aug august aout",
            "sep sept september septembre",
            "oct october octobre okt oktober",
            "nov november novembre",
            "dec december decembre dez dezember",
        ),
        start=1,
    )
    for word in words.split()
}
_CLOCK = re.compile(
    r"(?:[t,\s]|\b(?:um|at|a)\b)+\d{1,2}(?:\s*[ap]\.?m\.?|(?:\s*[:h]\s*\d{0,2})(?::\d{2})?(?:[.,]\d+)?"
    r"\s*(?:[ap]\.?m\.?|uhr|h)?)\s*(?:z|utc|gmt|[+-]\d{2}:?\d{2})?$",
    re.ASCII,
)
_WEEKDAYS = (
    r"mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?"
    r"|sun(?:day)?|lun(?:di)?|mardi|mer(?:credi)?|jeu(?:di)?|ven(?:dredi)?|sam(?:edi)?"
    r"|dim(?:anche)?|mo(?:ntag)?|di(?:enstag)?|mi(?:ttwoch)?|do(?:nnerstag)?|fr(?:eitag)?"
    r"|sa(?:mstag)?|sonnabend|so(?:nntag)?"
)
# 'mar' is Tuesday before numbers alone or another month, else March.
_WEEKDAY = re.compile(
    rf"^(?:(?:{_WEEKDAYS})\.?[\s,]+|mar\.?[\s,]+(?=\d+[-/.]|\d+\s[a-z]))(?=[\da-z])", re.ASCII
)
_NUMBERS = re.compile(r"(\d{1,4})\s*([-/.\s])\s*(\d{1,2})\s*\2\s*(\d{1,4})\.?", re.ASCII)
_DIGIT = re.compile(r"\d", re.ASCII)
_SOLID = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_WORDS = re.compile(r"\d+|[a-z]+", re.ASCII)
_ORDINALS = frozenset({"st", "nd", "rd", "th", "er", "e", "of", "de", "the", "le", "den", "der"})

_Parts = tuple[int, int, int]


class DayForms(NamedTuple):
    """How the cells of a column write days.

    Attributes:
        filled: how many cells hold something.
        readable: how many of them are days in the best order.
        orders: the best order; several where no value decides between them, none where no cell
            is a day.
        example: a cell that the orders read differently, or "".
    """

    filled: int
    readable: int
    orders: tuple[Order, ...]
    example: str

    @property
    def is_days(self) -> bool:
        """Whether most of the cells are days."""
        return self.readable > 0 and 2 * self.readable >= self.filled

    @property
    def undecided(self) -> bool:
        """Whether no value decides which is the day and which the month."""
        return len(self.orders) > 1


def written_day(text: str, order: Order | None) -> date:
    """Read a day; a time of day after it is passed over.

    Args:
        text: such as ``30/08/2023``, ``2023-08-30T10:00``, ``Aug 30, 2023`` or ``30. August 23``.
        order: which part stands first where numbers alone don't tell.

    Raises:
        InvalidInput: it is no day, no calendar has it, it lies outside 1970 to 2199, or it could
            be one of two and ``order`` is None; the sentence says which.
    """
    readings = _readings(text)
    shown = _shown(text)
    if not readings:
        raise InvalidInput(_("“{text}” is no day that can be read.").format(text=shown))
    days = {key: day for key, parts in readings.items() if (day := _day(parts)) is not None}
    if order in readings and order not in days and _is_no_calendars(readings[order]):
        raise InvalidInput(_("“{text}” is in no calendar.").format(text=shown))
    if order is None and len(set(days.values())) > 1:
        raise InvalidInput(_("“{text}” may be one of two days.").format(text=shown))
    # A form that leaves no choice, such as a month's name, is read whatever the order.
    day = days.get(order) if order in readings else next(iter(days.values()), None)
    if day is None:
        raise InvalidInput(
            _("“{text}” is no day that can be read ({form}).").format(
                text=shown, form=order_label(order)
            )
            if order in readings and order is not None
            else _("“{text}” is in no calendar.").format(text=shown)
        )
    if not EARLIEST <= day <= LATEST:
        raise InvalidInput(
            _("“{text}” lies outside {first} to {last}.").format(
                text=shown, first=EARLIEST.year, last=LATEST.year
            )
        )
    return day


def choices_of(text: str) -> dict[Order, date]:
    """Return the days that a cell may mean, by order."""
    found = {order: _day(parts) for order, parts in _readings(text).items()}
    return {order: day for order, day in found.items() if day is not None}


def forms_of(cells: Mapping[str, int], today: date) -> DayForms:
    """Return how a column writes its days.

    Args:
        cells: each different text with its count, "" left out.
        today: the present day; an order that puts a day more than a year ahead counts for less.
    """
    latest = today + timedelta(days=366)
    counts: dict[Order, int] = dict.fromkeys(ORDERS, 0)
    read: dict[str, dict[Order, date]] = {}
    for text, count in cells.items():
        days = read[text] = choices_of(text)
        for order, day in days.items():
            if EARLIEST <= day <= latest:
                counts[order] += count
    best = max(counts.values())
    # The year first only where it reads more: of three short numbers it is the rarest.
    orders: list[Order] = [order for order in ORDERS[:2] if best and counts[order] == best]
    if best and not orders:
        orders = ["ymd"]
    example = ""
    if len(orders) > 1:
        example = next((text for text, days in read.items() if _differ(days, orders)), "")
        if not example:
            orders = orders[:1]  # every cell is the same day in either order
    return DayForms(sum(cells.values()), best, tuple(orders), example)


def order_label(order: Order | None) -> str:
    """Return an order in words."""
    return {
        "dmy": _("day/month/year"),
        "mdy": _("month/day/year"),
        "ymd": _("year/month/day"),
        None: _("day, month and year"),
    }[order]


def _readings(text: str) -> dict[Order, _Parts]:
    """Return year, month and day for each order that the form allows; no calendar is asked."""
    if len(text) > _LONGEST or not _DIGIT.search(text):
        return {}
    plain = _plain(text)
    plain = _WEEKDAY.sub("", _CLOCK.sub("", plain)).strip(" ,")
    solid = _SOLID.fullmatch(plain)
    if solid:
        return dict.fromkeys(ORDERS, (int(solid[1]), int(solid[2]), int(solid[3])))
    numbers = _NUMBERS.fullmatch(plain)
    if numbers is None:
        named = _with_month(plain)
        return dict.fromkeys(ORDERS, named) if named else {}
    written = (numbers[1], numbers[3], numbers[4])
    lengths = tuple(len(part) for part in written)
    if 3 in lengths:
        return {}
    if lengths[0] == 4:
        parts = (int(written[0]), int(written[1]), int(written[2]))
        return dict.fromkeys(ORDERS, parts) if lengths[2] <= 2 else {}
    orders: tuple[Order, ...] = ("dmy", "mdy") if lengths[2] == 4 else ORDERS
    readings: dict[Order, _Parts] = {}
    for order in orders:
        year, month, day = (written[place] for place in _PLACES[order])
        readings[order] = (_year(year), int(month), int(day))
    return readings


def _with_month(plain: str) -> _Parts | None:
    """Return year, month and day of a form with the month's name."""
    words = [word for word in _WORDS.findall(plain) if word not in _ORDINALS]
    months = [word for word in words if word in _MONTHS]
    numbers = [word for word in words if word.isdigit()]
    if len(months) != 1 or len(numbers) != 2 or len(words) != 3:
        return None
    first, second = numbers
    if len(first) == 4:
        first, second = second, first
    if len(first) > 2 or len(second) not in (2, 4):
        return None
    return _year(second), _MONTHS[months[0]], int(first)


def _year(text: str) -> int:
    year = int(text)
    if len(text) > 2:
        return year
    return year + (1900 if year >= _SHORT_YEARS_FROM else 2000)


def _day(parts: _Parts) -> date | None:
    try:
        return date(*parts)
    except ValueError:
        return None


def _is_no_calendars(parts: _Parts) -> bool:
    """Return whether it looks like a day that no calendar has, such as 31 April."""
    _year_of, month, day = parts
    return 1 <= month <= 12 and 1 <= day <= 31


def _differ(days: Mapping[Order, date], orders: list[Order]) -> bool:
    return len({days[order] for order in orders if order in days}) > 1


def _plain(text: str) -> str:
    """Return a text in small letters, without accents and outer blanks."""
    folded = " ".join(text.casefold().split())
    if folded.isascii():
        return folded
    return "".join(
        letter
        for letter in unicodedata.normalize("NFKD", folded)
        if not unicodedata.combining(letter)
    )


def _shown(text: str) -> str:
    folded = " ".join(text.split())
    return folded if len(folded) <= 40 else folded[:39] + "…"
