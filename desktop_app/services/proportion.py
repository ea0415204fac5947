"""The person's own answered applications, counted for a no's proportion."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from desktop_app.analysis.proportion import JEFFREYS, run_of_noes
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.guide.proportion import Tally
from desktop_app.i18n import _

if TYPE_CHECKING:
    from desktop_app.services.recording import Recording
    from desktop_app.services.settings import Settings
    from desktop_app.storage.journal import Journal

# Each answered application, whether it led to an interview, and the day of its answer.
_ANSWERED = """SELECT met, answered FROM (
  SELECT application.outcome, application.outcome_day AS answered, application.id,
    EXISTS (SELECT 1 FROM stage_event WHERE application_id = application.id AND NOT planned
      AND stage IN ('interview', 'final', 'offer'))
    OR EXISTS (SELECT 1 FROM rejection WHERE application_id = application.id
      AND stage IN ('interview', 'final'))
    OR coalesce(application.outcome, '') IN ('offer_accepted', 'offer_declined') AS met
  FROM application)
  WHERE met OR outcome IN ('rejected', 'silence')
  ORDER BY answered, id"""


class Proportion:
    """What is known of the person's own rate."""

    def __init__(self, journal: Journal, recording: Recording, settings: Settings) -> None:
        self._journal = journal
        self._recording = recording
        self._settings = settings

    def tally(self) -> Tally:
        """Return the figures as they stand; totals from before Upswing are among them."""
        rows = self._journal.query(_ANSWERED)
        totals = self._journal.query(
            "SELECT total(answered) AS answered, total(interviews) AS interviews"
            " FROM proportion_total"
        )[0]
        answered = len(rows) + int(totals["answered"])
        interviews = sum(row["met"] for row in rows) + int(totals["interviews"])
        run = 0
        for row in reversed([row for row in rows if row["answered"]]):
            if row["met"]:
                break
            run += 1
        field = self._settings.get("field_rate")
        rate = field or (interviews + JEFFREYS) / (answered + 2 * JEFFREYS)
        first = self._journal.value("SELECT min(day) FROM application")
        return Tally(
            interviews=interviews,
            answered=answered,
            run=run,
            chance=run_of_noes(answered, rate, run) if run else 0.0,
            since=date.fromisoformat(first) if first else None,
            field_rate=field,
        )

    def set_field_rate(self, percent: float | None) -> None:
        """Let a rate of the person's field stand in for their own, or take it away.

        Args:
            percent: above 0 and below 100, or None.

        Raises:
            InvalidInput: another number.
        """
        if percent is not None and not 0 < percent < 100:
            raise InvalidInput(_("A rate lies between 0 and 100 in 100."))
        value = None if percent is None else percent / 100
        self._settings.store("field_rate", value, today=self._recording.today())
