"""Weekdays as words: 'Mondays, Wednesdays and Fridays'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.i18n import _, weekday_name

if TYPE_CHECKING:
    from collections.abc import Iterable

WEEK = range(7)
_LEAST_RUN = 4


def weekday_plural(weekday: int) -> str:
    """Return a weekday as something that recurs, 0 for ``Mondays``."""
    return (
        _("Mondays"), _("Tuesdays"), _("Wednesdays"), _("Thursdays"), _("Fridays"),
        _("Saturdays"), _("Sundays"),
    )[weekday]  # fmt: skip


def weekdays_words(weekdays: Iterable[int]) -> str:
    """Return weekdays in words: ``every day``, ``Monday to Friday``, ``Mondays and Fridays``.

    Args:
        weekdays: 0 for Monday to 6 for Sunday, one at least.
    """
    days = sorted(set(weekdays))
    if len(days) == len(WEEK):
        return _("every day")
    if len(days) >= _LEAST_RUN and days[-1] - days[0] == len(days) - 1:
        return _("{first} to {last}").format(
            first=weekday_name(days[0]), last=weekday_name(days[-1])
        )
    names = [weekday_plural(day) for day in days]
    if len(names) == 1:
        return names[0]
    return _("{days} and {last}").format(days=", ".join(names[:-1]), last=names[-1])


def other_weekdays(weekdays: Iterable[int]) -> list[int]:
    """Return the weekdays that are not among the given ones, in order."""
    given = set(weekdays)
    return [day for day in WEEK if day not in given]
