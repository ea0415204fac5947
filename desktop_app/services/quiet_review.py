"""The quiet review: applications without an answer for a month, gathered at most once a week."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.stages import Outcome
from desktop_app.i18n import _

if TYPE_CHECKING:
    from desktop_app.domain.entries import Application
    from desktop_app.services.effort import Effort
    from desktop_app.services.known_applications import KnownApplications
    from desktop_app.services.recording import Recording
    from desktop_app.services.settings import Settings
    from desktop_app.storage.journal import Journal

AT_MOST_EVERY = timedelta(days=7)
_HINT = "quiet_review"
_WAITING = "waiting:"
_SILENT = """SELECT * FROM (SELECT application.id, employer.name AS employer, application.position,
  application.day, max(coalesce(application.day, ''),
    coalesce((SELECT max(day) FROM stage_event WHERE application_id = application.id
      AND NOT planned), ''),
    coalesce((SELECT max(day) FROM activity WHERE application_id = application.id), ''),
    coalesce((SELECT max(day) FROM hint_dismissed
      WHERE hint = 'waiting:' || application.uid), '')) AS last
  FROM application JOIN employer ON employer.id = application.employer_id
  JOIN search ON search.id = application.search_id
  WHERE application.outcome IS NULL AND NOT application.history AND search.ended_day IS NULL
    AND application.day IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM stage_event WHERE application_id = application.id AND planned
      AND day >= ?)) WHERE last <= ?"""
_OLDEST_FIRST, _TWO = " ORDER BY last, id", " LIMIT 2"


class Silent(NamedTuple):
    """An application that nothing was heard of.

    Attributes:
        application_id: the application.
        employer, position: whom it went to.
        sent: the day it was sent.
        last: the day on which something last happened with it.
        days: how many days ago that was.
    """

    application_id: int
    employer: str
    position: str
    sent: date
    last: date
    days: int


class QuietReview:
    """Never marks one by itself; what is closed here can be opened again."""

    def __init__(
        self,
        journal: Journal,
        recording: Recording,
        settings: Settings,
        applications: KnownApplications,
        effort: Effort,
    ) -> None:
        self._journal = journal
        self._recording = recording
        self._settings = settings
        self._applications = applications
        self._effort = effort

    def silent(self) -> list[Silent]:
        """Return what has been silent for as long as the setting says, the oldest first."""
        return self._read(_OLDEST_FIRST)

    def due(self) -> bool:
        """Return whether the review is offered: something is silent, and none was for a week."""
        return bool(self.offered())

    def offered(self) -> list[Silent]:
        """Return up to two of those that the review would be offered for, none where it is not."""
        if not self._settings.get("quiet_review"):
            return []
        last = self._journal.value("SELECT max(day) FROM hint_dismissed WHERE hint = ?", (_HINT,))
        today = self._recording.today()
        if last is not None and today - date.fromisoformat(last) < AT_MOST_EVERY:
            return []
        return self._read(_TWO)

    def _read(self, how: str) -> list[Silent]:
        today = self._recording.today()
        latest = today - timedelta(days=int(self._settings.get("silence_days")))
        return [
            Silent(
                row["id"],
                row["employer"],
                row["position"],
                date.fromisoformat(row["day"]),
                date.fromisoformat(row["last"]),
                (today - date.fromisoformat(row["last"])).days,
            )
            for row in self._journal.query(
                f"{_SILENT}{how}", (today.isoformat(), latest.isoformat())
            )
        ]

    def seen(self) -> None:
        """Note that the review was offered, so that it is not for a week."""
        with self._journal.write(_("Review seen"), undoable=False) as db:
            db.table("hint_dismissed").insert(
                {**self._recording.stamp(self._recording.today()), "hint": _HINT}
            )

    def still_waiting(self, application_id: int) -> None:
        """Say that an application is still waited for: its month begins anew today.

        Raises:
            InvalidInput: it is gone or closed; nothing was changed.
        """
        self._open(application_id)
        # By its uid: a later application may get the number of one that was deleted.
        uid = self._journal.value("SELECT uid FROM application WHERE id = ?", (application_id,))
        hint = f"{_WAITING}{uid}"
        with self._journal.write(_("Still waiting")) as db:
            db.table("hint_dismissed").delete_where("hint = ?", [hint])
            db.table("hint_dismissed").insert(
                {**self._recording.stamp(self._recording.today()), "hint": hint}
            )

    def asked(self, application_id: int) -> bool:
        """Note that the person asks how things stand; return whether it was not noted today.

        It is one follow-up on a day, however often it is said, and the month begins anew with it.

        Raises:
            InvalidInput: as ``still_waiting``.
        """
        self._open(application_id)
        today = self._recording.today()
        link = ("application_id", application_id)
        with self._journal.write(_("Asked how it stands")) as db:
            return self._effort.log_once(db, "follow_up", today, link, each_day=True)

    def close_as_silence(self, application_id: int) -> None:
        """Close an application as silence: an answer too.

        Raises:
            InvalidInput: as ``still_waiting``.
        """
        self._open(application_id)
        today = self._recording.today().isoformat()
        with self._journal.write(_("Closed as silence")) as db:
            db.table("application").update(
                application_id, {"outcome": Outcome.SILENCE.value, "outcome_day": today}
            )

    def _open(self, application_id: int) -> Application:
        """Return an application that waits for an answer.

        Raises:
            InvalidInput: it is gone or closed.
        """
        found = self._applications.known(application_id)
        if found.outcome is not None or found.history:
            raise InvalidInput(
                _("{employer} is closed already.").format(employer=found.employer[:80])
            )
        return found
