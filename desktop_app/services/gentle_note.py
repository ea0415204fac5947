"""The gentle note about support: when it is due, and that it stays away once it was closed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop_app.analysis.heavy import DAYS, looks_heavy
from desktop_app.i18n import _

if TYPE_CHECKING:
    from desktop_app.services.recording import Recording
    from desktop_app.services.settings import Settings
    from desktop_app.storage.journal import Journal

AWAY = timedelta(days=14)
_HINT = "gentle_note"


class GentleNote:
    """Looks at the moods of two weeks, never at what the person wrote."""

    def __init__(self, journal: Journal, recording: Recording, settings: Settings) -> None:
        self._journal = journal
        self._recording = recording
        self._settings = settings

    def is_due(self) -> bool:
        """Return whether the last two weeks look heavy and the note may be shown."""
        if self._settings.get("gentle_note") in ("off", False):
            return False
        today = self._recording.today()
        closed = self._journal.value("SELECT max(day) FROM hint_dismissed WHERE hint = ?", (_HINT,))
        if closed is not None and today < date.fromisoformat(closed) + AWAY:
            return False
        return looks_heavy(self._moods(today))

    def close(self) -> None:
        """Let the note stay away for 14 days."""
        with self._journal.write(_("Note closed")) as db:
            stamp = self._recording.stamp(self._recording.today())
            db.table("hint_dismissed").insert({**stamp, "hint": _HINT})

    def _moods(self, today: date) -> list[float | None]:
        first = today - timedelta(days=DAYS - 1)
        known = {
            row["day"]: row["mood"]
            for row in self._journal.query(
                "SELECT day, mood FROM day_total WHERE day BETWEEN ? AND ?",
                (first.isoformat(), today.isoformat()),
            )
        }
        return [known.get((first + timedelta(days=n)).isoformat()) for n in range(DAYS)]
