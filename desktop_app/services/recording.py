"""What every record gets: its uid, moment, day, and the search that it belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.clock import local_day, moment_of
from desktop_app.domain.days import checked_day
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.identity import new_uid
from desktop_app.i18n import _

if TYPE_CHECKING:
    from datetime import date, datetime, time

    from sqlite_utils import Database

    from desktop_app.domain.clock import Clock
    from desktop_app.services.settings import Settings
    from desktop_app.storage.journal import Journal


class Recording:
    """Stamps records with the person's time."""

    def __init__(self, journal: Journal, settings: Settings, clock: Clock) -> None:
        self._journal = journal
        self._settings = settings
        self._clock = clock

    def now(self) -> datetime:
        """Return the present moment with its offset from UTC."""
        return self._clock.now()

    def today(self) -> date:
        """Return the person's present day."""
        return local_day(self._clock.now(), self._settings.get("day_start_hour"))

    def done_on(self, day: date | None) -> date:
        """Return the day on which something was done, today where none is given.

        After midnight and before the day start hour the calendar's date is taken as well, and
        after a journey to the west the day that was begun further east.

        Raises:
            InvalidInput: the day lies in the future, or outside 1970 to 2199.
        """
        today = self.today()
        if day is None:
            return today
        checked_day(day)
        if day > max(today, self._clock.now().date()) and not self._was_begun(day):
            raise InvalidInput(
                _("{day} lies ahead. What was done can't lie in the future.").format(
                    day=day.isoformat()
                )
            )
        return day

    def moment_on(self, day: date, at: time | None) -> str | None:
        """Return the moment of a time on a person's day as it is stored, None where there is none.

        Raises:
            InvalidInput: the moment lies in the future.
        """
        if at is None:
            return None
        moment = self._clock.localised(
            moment_of(day, at, int(self._settings.get("day_start_hour")))
        )
        if moment > self._clock.now():
            raise InvalidInput(
                _("{time} lies ahead. What was done can't lie in the future.").format(
                    time=f"{at:%H:%M}"
                )
            )
        return moment.isoformat(timespec="seconds")

    def stamp(self, day: date | None, uid: str | None = None) -> dict[str, str | None]:
        """Return the columns uid, recorded_at, day and at of a new record.

        ``at`` is the present moment for today and null for another day.
        """
        now = self._clock.now().isoformat(timespec="seconds")
        return {
            "uid": uid or new_uid(),
            "recorded_at": now,
            "day": day.isoformat() if day else None,
            "at": now if day is not None and day == self.today() else None,
        }

    def planned_moment(self, day: date, at: time | None) -> str | None:
        """Return the moment of a planned time on a day as it is stored, None without a time."""
        if at is None:
            return None
        hour = int(self._settings.get("day_start_hour"))
        return self._clock.localised(moment_of(day, at, hour)).isoformat(timespec="seconds")

    def belong_to_search(self, db: Database, day: date, *, begins: bool = True) -> int | None:
        """Return the search that a day belongs to, which may reach back to it or begin with it.

        The first record of all begins a search. After an end only effort begins the next one: a
        mood or a no that comes later asks for none.

        Args:
            db: the open step.
            day: the day of a record.
            begins: whether the record is effort.

        Returns:
            the search, None where the day lies in none and the record begins none.
        """
        rows = self._journal.query(
            "SELECT id, day, ended_day FROM search ORDER BY day DESC, id DESC"
        )
        text = day.isoformat()
        later: int | None = None
        for row in rows:
            if row["day"] <= text:
                if row["ended_day"] is None or row["ended_day"] >= text:
                    return int(row["id"])
                if not begins:
                    return None
                break
            later = int(row["id"])
        if later is not None:
            db.table("search").update(later, {"day": text})
            return later
        db.table("search").insert(self.stamp(day))
        return int(db.conn.execute("SELECT last_insert_rowid()").fetchone()[0])

    def _was_begun(self, day: date) -> bool:
        """Return whether something was done on a day already."""
        return bool(
            self._journal.value(
                "SELECT EXISTS (SELECT 1 FROM day_total WHERE day = ?1)"
                " OR EXISTS (SELECT 1 FROM rejection WHERE day = ?1)",
                (day.isoformat(),),
            )
        )
