"""The person's clock: the instant, its offset from UTC, and the day that it counts for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Tells the present moment."""

    def now(self) -> datetime:
        """Return the moment with its offset from UTC."""
        ...


class SystemClock:
    """The computer's clock in its local time zone."""

    def now(self) -> datetime:
        """Return the moment with its offset from UTC."""
        return datetime.now().astimezone()


@dataclass
class FixedClock:
    """A clock that stands still until it is set; for tests and pictures."""

    moment: datetime

    def now(self) -> datetime:
        """Return the moment that was set."""
        return self.moment if self.moment.tzinfo else self.moment.astimezone()


def local_day(moment: datetime, day_start_hour: int) -> date:
    """Return the day that a moment counts for.

    Args:
        moment: a moment in the person's own time.
        day_start_hour: 0 to 12; before this hour the day before still runs.
    """
    return (moment.replace(tzinfo=None) - timedelta(hours=day_start_hour)).date()
