"""Words that a person sees: gettext for sentences, and the dates that stand in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.paths import resource

if TYPE_CHECKING:
    from datetime import date
    from gettext import NullTranslations

_catalogue: NullTranslations | None = None


def install(language: str | None) -> None:
    """Load the catalogue of a language such as ``de``; None goes back to the English texts."""
    global _catalogue
    if language is None:
        _catalogue = None
        return
    import gettext  # late: costs 6 ms that the English texts save

    _catalogue = gettext.translation(
        "upswing", localedir=resource("translations"), languages=[language], fallback=True
    )


def _(message: str) -> str:
    """Translate one sentence."""
    return message if _catalogue is None else _catalogue.gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    """Translate a sentence that holds a count."""
    if _catalogue is None:
        return singular if n == 1 else plural
    return _catalogue.ngettext(singular, plural, n)


def number_word(n: int) -> str:
    """Return a number from 0 to 12 as a word, a larger one in digits."""
    words = (
        _("zero"), _("one"), _("two"), _("three"), _("four"), _("five"), _("six"), _("seven"),
        _("eight"), _("nine"), _("ten"), _("eleven"), _("twelve"),
    )  # fmt: skip
    return words[n] if 0 <= n < len(words) else str(n)


def month_name(month: int) -> str:
    """Return the name of a month, 1 to 12."""
    names = (
        _("January"), _("February"), _("March"), _("April"), _("May"), _("June"), _("July"),
        _("August"), _("September"), _("October"), _("November"), _("December"),
    )  # fmt: skip
    return names[month - 1]


def month_short(month: int) -> str:
    """Return the short name of a month, 1 to 12."""
    names = (
        _("Jan"), _("Feb"), _("Mar"), _("Apr"), _("May"), _("Jun"), _("Jul"), _("Aug"),
        _("Sep"), _("Oct"), _("Nov"), _("Dec"),
    )  # fmt: skip
    return names[month - 1]


def weekday_name(weekday: int) -> str:
    """Return the name of a weekday, 0 for Monday to 6 for Sunday."""
    names = (
        _("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"),
        _("Sunday"),
    )  # fmt: skip
    return names[weekday]


def long_day(day: date) -> str:
    """Return a day as ``Thursday, 19 November``; the year is left to the caller."""
    return _("{weekday}, {day} {month}").format(
        weekday=weekday_name(day.weekday()), day=day.day, month=month_name(day.month)
    )


def full_day(day: date) -> str:
    """Return a day as ``Thursday, 19 November 2026``."""
    return _("{weekday}, {day} {month} {year}").format(
        weekday=weekday_name(day.weekday()),
        day=day.day,
        month=month_name(day.month),
        year=day.year,
    )


def plain_day(day: date, today: date | None = None) -> str:
    """Return a day as ``19 November``, with its year where ``today`` lies in another one."""
    plain = _("{day} {month}").format(day=day.day, month=month_name(day.month))
    return plain if today is None or today.year == day.year else f"{plain} {day.year}"


def plain_span(first: date, last: date, today: date) -> str:
    """Return days as ``26 August to 19 November``; the years where one is not today's."""
    if first.year == last.year != today.year:
        return _("{first} to {last}").format(first=plain_day(first), last=plain_day(last, today))
    return _("{first} to {last}").format(first=plain_day(first, today), last=plain_day(last, today))


def short_day(day: date, today: date | None = None) -> str:
    """Return a day as ``19 Nov``, with its year where ``today`` lies in another one."""
    short = _("{day} {month}").format(day=day.day, month=month_short(day.month))
    return short if today is None or today.year == day.year else f"{short} {day.year}"


def said_day(day: date, today: date) -> str:
    """Return a day as ``Tuesday 17 November``, with its year where ``today`` lies in another one.

    Without the comma of ``long_day``: the form that stands within a sentence.
    """
    said = _("{weekday} {day} {month}").format(
        weekday=weekday_name(day.weekday()), day=day.day, month=month_name(day.month)
    )
    return said if today.year == day.year else f"{said} {day.year}"


def said_span(first: date, last: date, today: date) -> str:
    """Return days as ``Thursday 12 to Tuesday 17 November``, both months where they differ."""
    if first == last:
        return said_day(first, today)
    begin = said_day(first, last)
    if (first.year, first.month) == (last.year, last.month):
        begin = _("{weekday} {day}").format(weekday=weekday_name(first.weekday()), day=first.day)
    return _("{first} to {last}").format(first=begin, last=said_day(last, today))
