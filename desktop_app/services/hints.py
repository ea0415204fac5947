"""Offers: which were made, and which the person put away."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from desktop_app.i18n import _

if TYPE_CHECKING:
    from desktop_app.services.recording import Recording
    from desktop_app.storage.journal import Journal

_SEEN = "seen:"


class Hints:
    """Notes on which day an offer was first seen, so that none is made for longer than it says."""

    def __init__(self, journal: Journal, recording: Recording) -> None:
        self._journal = journal
        self._recording = recording

    def put_away(self, hint: str) -> None:
        """Put an offer away."""
        with self._journal.write(_("Put away")) as db:
            db.table("hint_dismissed").insert(
                {**self._recording.stamp(self._recording.today()), "hint": hint}
            )

    def is_away(self, hint: str) -> bool:
        """Return whether an offer was put away."""
        return bool(
            self._journal.value(
                "SELECT EXISTS (SELECT 1 FROM hint_dismissed WHERE hint = ?)", (hint,)
            )
        )

    def seen(self, hint: str) -> None:
        """Note that an offer is in sight today, once; the person's undo knows nothing of it."""
        if self.seen_on(hint) is None:
            with self._journal.write(_("Offer seen"), undoable=False) as db:
                db.table("hint_dismissed").insert(
                    {**self._recording.stamp(self._recording.today()), "hint": _SEEN + hint}
                )

    def seen_on(self, hint: str) -> date | None:
        """Return the day on which an offer was first in sight, None where it never was."""
        found = self._journal.value(
            "SELECT min(day) FROM hint_dismissed WHERE hint = ?", (_SEEN + hint,)
        )
        return date.fromisoformat(found) if found else None

    def times_seen(self, beginning: str) -> int:
        """Return how many offers were in sight whose name begins so."""
        begins = _SEEN + beginning
        return int(
            self._journal.value(
                "SELECT count(DISTINCT hint) FROM hint_dismissed WHERE substr(hint, 1, ?) = ?",
                (len(begins), begins),
            )
        )
