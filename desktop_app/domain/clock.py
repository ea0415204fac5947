"""The person's clock: the instant, its offset from UTC, and the day that it counts for."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta


class Clock:
    """Tells the present moment; a plain class, for a Protocol costs 1 ms of the start."""

    def now(self) -> datetime:
        """Return the moment with its offset from UTC."""
        raise NotImplementedError

    def localised(self, moment: datetime) -> datetime:
        """Return a moment of the person's wall clock with its offset from UTC."""
        return moment.replace(tzinfo=self.now().tzinfo)


class SystemClock(Clock):
    """The computer's clock in its local time zone."""

    def now(self) -> datetime:
        """Return the moment with its offset from UTC."""
        return datetime.now().astimezone()

    def localised(self, moment: datetime) -> datetime:
        """Return a moment of the person's wall clock with the offset that held on that day."""
        return moment.replace(tzinfo=None).astimezone()


class FixedClock(Clock):
    """A clock that stands still until it is set; for tests and pictures."""

    def __init__(self, moment: datetime) -> None:
        self.moment = moment

    def now(self) -> datetime:
        """Return the moment that was set."""
        return self.moment if self.moment.tzinfo else self.moment.astimezone()


def moment_of(day: date, at: time, day_start_hour: int) -> datetime:
    """Return the wall clock's moment of a time on a person's day; see ``local_day``."""
    after_midnight = timedelta(days=1 if at.hour < day_start_hour else 0)
    return datetime.combine(day + after_midnight, at)


def same_time(moment: datetime | None, at: time | None) -> bool:
    """Return whether a moment shows a time of the clock, to the minute; None is no time."""
    if moment is None or at is None:
        return moment is None and at is None
    return (moment.hour, moment.minute) == (at.hour, at.minute)


def local_day(moment: datetime, day_start_hour: int) -> date:
    """Return the day that a moment counts for.

    Args:
        moment: a moment in the person's own time.
        day_start_hour: 0 to 12; before this hour the day before still runs.
    """
    return (moment.replace(tzinfo=None) - timedelta(hours=day_start_hour)).date()
