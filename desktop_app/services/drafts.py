"""Drafts: text that is being written, kept until it is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.text import NOTE_LIMIT, without_controls

if TYPE_CHECKING:
    from desktop_app.services.recording import Recording
    from desktop_app.storage.journal import Journal


class Drafts:
    """One draft a field; drafts are no step of undo."""

    def __init__(self, journal: Journal, recording: Recording) -> None:
        self._journal = journal
        self._recording = recording

    def get(self, field: str) -> str:
        """Return a field's draft, "" where there is none."""
        return str(self._journal.value("SELECT text FROM draft WHERE field = ?", (field,)) or "")

    def keep(self, field: str, text: str) -> None:
        """Keep a field's draft; an empty text drops it."""
        kept = without_controls(text)[:NOTE_LIMIT]
        if kept == self.get(field):
            return
        with self._journal.write_quietly() as db:
            db.table("draft").delete_where("field = ?", [field])
            if kept:
                stamp = self._recording.stamp(None, f"draft:{field}")
                db.table("draft").insert({**stamp, "field": field, "text": kept})

    def drop(self, field: str) -> None:
        """Drop a field's draft."""
        self.keep(field, "")
