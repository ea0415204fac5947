"""Keep the totals of the time before Upswing: noes, interviews, and what is still waited for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.text import clean_name
from desktop_app.domain.totals import Totals
from desktop_app.i18n import _

if TYPE_CHECKING:
    from desktop_app.services.recording import Recording
    from desktop_app.storage.journal import Journal

MOST = 99_999


class TotalsService:
    """The one set of totals that a journal has, or none."""

    def __init__(self, journal: Journal, recording: Recording) -> None:
        self._journal = journal
        self._recording = recording

    def get(self) -> Totals | None:
        """Return the totals, None where the person entered none."""
        rows = self._journal.query(
            "SELECT answered, interviews, waiting, source FROM proportion_total"
            " ORDER BY id DESC LIMIT 1"
        )
        if not rows:
            return None
        row = rows[0]
        return Totals(
            row["answered"] - row["interviews"],
            row["interviews"],
            row["waiting"],
            row["source"] or "",
        )

    def set(self, totals: Totals) -> None:
        """Set the totals, in place of those there were.

        Raises:
            InvalidInput: a number below 0 or above 99,999, none above 0, or a text that is too
                long; nothing was changed.
        """
        for name, count in (
            (_("Noes"), totals.noes),
            (_("Interviews"), totals.interviews),
            (_("Still waiting"), totals.waiting),
        ):
            if not 0 <= count <= MOST:
                raise InvalidInput(
                    _("{name}: {n} can't be. It is a number from 0 to {most}.").format(
                        name=name, n=count, most=MOST
                    )
                )
        if not totals.answered and not totals.waiting:
            raise InvalidInput(_("All three are 0, so there is nothing to keep."))
        source = clean_name(totals.source, _("Where they come from")) or None
        values = {
            "answered": totals.answered,
            "interviews": totals.interviews,
            "waiting": totals.waiting,
            "source": source,
        }
        with self._journal.write(_("Totals set")) as db:
            identity = self._journal.value("SELECT max(id) FROM proportion_total")
            if identity is None:
                db.table("proportion_total").insert({**self._recording.stamp(None), **values})
            else:
                db.table("proportion_total").update(identity, values)

    def remove(self) -> bool:
        """Remove the totals and return whether there were any."""
        if self.get() is None:
            return False
        with self._journal.write(_("Totals removed")) as db:
            db.table("proportion_total").delete_where("1")
        return True
