"""Whether there is anything to show of lessons and questions; all that the start needs of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.storage.journal import Journal


class Learned:
    """Small on purpose: the window asks before it is first painted."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def any(self) -> bool:
        """Return whether there is a lesson, or a question to somebody."""
        return bool(
            self._journal.value(
                "SELECT EXISTS (SELECT 1 FROM lesson) OR EXISTS (SELECT 1 FROM feedback_request)"
            )
        )
