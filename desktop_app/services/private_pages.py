"""A private page beside a no: written for oneself, kept or thrown away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.text import clean_note
from desktop_app.i18n import _

if TYPE_CHECKING:
    from desktop_app.services.recording import Recording
    from desktop_app.storage.journal import Journal


class PrivatePages:
    """One page a rejection; nothing else of Upswing reads it."""

    def __init__(self, journal: Journal, recording: Recording) -> None:
        self._journal = journal
        self._recording = recording

    def get(self, rejection_id: int) -> str:
        """Return the page, "" where there is none."""
        found = self._journal.value(
            "SELECT body FROM private_page WHERE rejection_id = ?", (rejection_id,)
        )
        return str(found or "")

    def keep(self, rejection_id: int, body: str) -> None:
        """Keep the page as it is typed; without words there is none.

        Raises:
            InvalidInput: a text that no file can hold, or the rejection is gone.
        """
        words = clean_note(body, _("Page"))
        if words == self.get(rejection_id):
            return
        if not self._journal.value("SELECT 1 FROM rejection WHERE id = ?", (rejection_id,)):
            raise InvalidInput(_("This rejection is no longer there."))
        with self._journal.write(_("Private page"), f"private_page:{rejection_id}") as db:
            table = db.table("private_page")
            known = self._journal.value(
                "SELECT id FROM private_page WHERE rejection_id = ?", (rejection_id,)
            )
            if known is None:
                stamp = self._recording.stamp(self._recording.today())
                table.insert({**stamp, "rejection_id": rejection_id, "body": words})
            elif words:
                table.update(known, {"body": words})
            else:
                table.delete(known)
