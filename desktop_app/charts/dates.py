"""The dates below the timeline: as many as there is room for, and Today at the end."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop_app.charts.style import LETTERS, text_width
from desktop_app.i18n import _, month_short, short_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.charts.geometry import Frame

LONGEST_BY_DAY = 124
LONGEST_BY_MONTH = 1100
_DAY_STEPS = (1, 2, 7, 14, 28)
_MONTH_STEPS = (1, 2, 3, 6, 12)
_GAP = 28.0


def date_labels(frame: Frame, today: date | None) -> list[tuple[float, str, bool]]:
    """Return place, words and emphasis of each date label, from the left.

    Args:
        frame: the plot.
        today: the present day; it is named where the range ends on it, and a year is named where
            another one than its own is shown.
    """
    ends_today = frame.last == today
    labels: list[tuple[float, str, bool]] = []
    edge = frame.left - 8.0
    limit = frame.width
    if ends_today:
        words = _("Today")
        wide = text_width(words, LETTERS * frame.scale, 600)
        x = min(frame.x(frame.last), frame.width - wide / 2)
        limit = x - wide / 2 - _GAP / 2 * frame.scale
        labels.append((x, words, True))
    for day, words in _ticks(frame, today):
        wide = text_width(words, LETTERS * frame.scale)
        x = max(frame.x(day), frame.left - 8.0 + wide / 2)
        if x - wide / 2 >= edge and x + wide / 2 <= limit:
            labels.append((x, words, False))
            edge = x + wide / 2 + 6 * frame.scale
    return sorted(labels)


def _ticks(frame: Frame, today: date | None) -> Iterator[tuple[date, str]]:
    count = (frame.last - frame.first).days + 1
    if count <= LONGEST_BY_DAY:
        return _by_days(frame, today)
    return _by_months(frame, today)


def _by_days(frame: Frame, today: date | None) -> Iterator[tuple[date, str]]:
    room = text_width("00 Mmm", LETTERS * frame.scale) + _GAP * frame.scale
    step = next((n for n in _DAY_STEPS if n * frame.day_width >= room), _DAY_STEPS[-1])
    day = frame.first
    if step >= 7:
        day += timedelta(days=-day.weekday() % 7)
    named = today.year if today else None
    while day <= frame.last:
        with_year = day.year != named
        yield day, short_day(day, date(9999, 1, 1) if with_year else None)
        named = day.year
        day += timedelta(days=step)


def _by_months(frame: Frame, today: date | None) -> Iterator[tuple[date, str]]:
    room = text_width("Mmm 0000", LETTERS * frame.scale) + _GAP * frame.scale
    step = next((n for n in _MONTH_STEPS if n * 30.4 * frame.day_width >= room), 12)
    years = max(1, int(-(-room // (365.25 * frame.day_width)))) if step == 12 else 1
    year, month = frame.first.year, frame.first.month
    named = today.year if today else None
    for number in range(year * 12 + month - 1, frame.last.year * 12 + frame.last.month):
        day = date(number // 12, number % 12 + 1, 1)
        if day < frame.first or (day.month - 1) % step or (step == 12 and day.year % years):
            continue
        if step == 12:
            yield day, str(day.year)
        elif day.year != named:
            yield day, _("{month} {year}").format(month=month_short(day.month), year=day.year)
        else:
            yield day, month_short(day.month)
        named = day.year
