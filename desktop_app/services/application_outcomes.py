"""How an application ends, other than by a no, and how it is opened again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.stages import Outcome, outcome_label
from desktop_app.i18n import _

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.services.known_applications import KnownApplications
    from desktop_app.services.recording import Recording
    from desktop_app.storage.journal import Journal

#: What a person says by itself; a no is a rejection, with its own sheet and record.
SAID_OUTCOMES = tuple(one for one in Outcome if one is not Outcome.REJECTED)


class ApplicationOutcomes:
    """Closes and opens applications.

    Silence that is closed here is an outcome and no rejection: nobody said no, and nothing shows
    it as one. Noted as a rejection that came by silence it has the same outcome.
    """

    def __init__(
        self, journal: Journal, recording: Recording, applications: KnownApplications
    ) -> None:
        self._journal = journal
        self._recording = recording
        self._applications = applications

    def close(self, application: int, outcome: Outcome, day: date | None = None) -> None:
        """Say how an application ended.

        Args:
            application: its id.
            outcome: one of ``SAID_OUTCOMES``; a rejection is noted by ``Rejections``.
            day: the day it ended, today where None.

        Raises:
            InvalidInput: a rejection, one that ended with a no, a day that lies ahead or before
                it was sent, or it is gone; nothing was changed.
        """
        if outcome not in SAID_OUTCOMES:
            raise InvalidInput(_("A no is noted as a rejection."))
        one = self._applications.known(application)
        if one.outcome is Outcome.REJECTED:
            raise InvalidInput(_("It ended with a no. Open it again first."))
        on = self._recording.done_on(day)
        self._applications.check_answer(one, on)
        with self._journal.write(outcome_label(outcome)) as db:
            db.table("application").update(
                application, {"outcome": outcome.value, "outcome_day": on.isoformat()}
            )

    def reopen(self, application: int) -> None:
        """Open an application again; a no that was noted stays noted.

        Raises:
            InvalidInput: it is open, or gone.
        """
        one = self._applications.known(application)
        if one.outcome is None and not one.history:
            raise InvalidInput(_("It is open."))
        with self._journal.write(_("Opened again")) as db:
            db.table("application").update(
                application, {"outcome": None, "outcome_day": None, "history": 0}
            )
