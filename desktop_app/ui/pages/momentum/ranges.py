"""The ranges of the timeline: where each begins and ends, and which one to open on."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop_app.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.domain.searches import JobSearch
    from desktop_app.domain.timeline import Timeline

ALL = "all"
SEARCH = "search"
DAYS = {"30": 30, "90": 90, "365": 365}
LONG_AGO = timedelta(days=14)


def options(search: str = "") -> list[tuple[str, str]]:
    """Return key and label of each range.

    Args:
        search: the label of the range that is one search, "" where there is only one.
    """
    ranges = [("30", _("30 days")), ("90", _("90 days")), ("365", _("1 year")), (ALL, _("All"))]
    return [*ranges, (SEARCH, search)] if search else ranges


def range_of(key: str, bounds: tuple[date, date], today: date) -> tuple[date, date]:
    """Return the first and last day of a range.

    It ends today, or with the last day of the last search where that ended more than two weeks
    ago, so that an old search fills its chart.

    Args:
        key: ``30``, ``90``, ``365`` or ``all``.
        bounds: the first and last day that there is anything to show of.
        today: the present day.
    """
    first, last = bounds
    end = max(last, today) if today - last <= LONG_AGO else last
    if key == ALL:
        return first, end
    return end - timedelta(days=DAYS[key] - 1), end


def range_of_search(search: JobSearch, bounds: tuple[date, date], today: date) -> tuple[date, date]:
    """Return the first and last day of one search, today where it runs."""
    return search.first, search.ended or range_of(ALL, bounds, today)[1]


def holds_something(timeline: Timeline) -> bool:
    """Return whether a day of the timeline has a record."""
    return bool(timeline.rejections) or any(facts.logged for facts in timeline.days)


def opening_range(
    bounds: tuple[date, date], today: date, read: Callable[[date, date], Timeline]
) -> str:
    """Return the key of the range to open on: 90 days, 30 for a young search, more if empty."""
    end = range_of(ALL, bounds, today)[1]
    if (end - bounds[0]).days < DAYS["30"]:
        return "30"
    for key in ("90", "365"):
        if holds_something(read(*range_of(key, bounds, today))):
            return key
    return ALL
