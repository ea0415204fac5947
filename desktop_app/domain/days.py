"""Days: what kind each is, and how one is read from text."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum

from desktop_app.domain.errors import InvalidInput
from desktop_app.i18n import _

EARLIEST = date(1970, 1, 1)
LATEST = date(2199, 12, 31)
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)


class DayKind(StrEnum):
    """What kind of day it was, as the person marked it or as their settings say."""

    WORK = "work"
    REST = "rest"
    SICK = "sick"
    HOLIDAY = "holiday"
    FREE = "free"
    PAUSE = "pause"
    UNDECIDED = "undecided"

    @property
    def fold(self) -> str:
        """How momentum folds the day: ``work``, ``rest`` or ``undecided`` (methods.md)."""
        if self in (DayKind.WORK, DayKind.UNDECIDED):
            return self.value
        return "rest"

    @property
    def is_rest(self) -> bool:
        """Whether an empty day of this kind leaves momentum unchanged, and is known to."""
        return self.fold == "rest"


# What a person may say that a day was; the others follow from settings, pauses and absences.
REST_MARKS = (DayKind.REST, DayKind.SICK, DayKind.HOLIDAY)


def day_kind_label(kind: DayKind) -> str:
    """Return what a kind of day is called where it stands by itself."""
    return {
        DayKind.WORK: _("Working day"),
        DayKind.REST: _("Rest day"),
        DayKind.SICK: _("Sick"),
        DayKind.HOLIDAY: _("Holiday"),
        DayKind.FREE: _("Free weekday"),
        DayKind.PAUSE: _("Pause of the search"),
        DayKind.UNDECIDED: _("Undecided"),
    }[kind]


def parse_day(text: str) -> date:
    """Read a day written YYYY-MM-DD.

    Raises:
        InvalidInput: another form, a day that no calendar has, or one outside 1970 to 2199.
    """
    match = _ISO_DAY.fullmatch(text.strip())
    if match is None:
        shown = text.strip()[:40]
        raise InvalidInput(_("“{text}” is no day. Write it as 2026-11-19.").format(text=shown))
    try:
        day = date(*(int(part) for part in match.groups()))
    except ValueError:
        raise InvalidInput(
            _("{text} is in no calendar. Write a day as 2026-11-19.").format(text=match[0])
        ) from None
    return checked_day(day)


def checked_day(day: date) -> date:
    """Return the day.

    Raises:
        InvalidInput: the day lies outside 1970 to 2199.
    """
    if not EARLIEST <= day <= LATEST:
        raise InvalidInput(_("{day} lies outside 1970 to 2199.").format(day=day.isoformat()))
    return day
