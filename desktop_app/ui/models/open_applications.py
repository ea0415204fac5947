"""The applications that end with their search, each with a choice of how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app.domain.searches import OpenApplication, proposed_outcome
from desktop_app.domain.stages import Outcome, outcome_label
from desktop_app.i18n import _, short_day
from desktop_app.ui.models.table import Column, RecordTable

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtCore import QObject

#: What may be chosen for an application; None leaves it open.
CHOICES: tuple[Outcome | None, ...] = (
    Outcome.WITHDRAWN,
    Outcome.SILENCE,
    Outcome.OFFER_DECLINED,
    Outcome.JOB_CANCELLED,
    None,
)


class OpenApplicationTable(RecordTable[OpenApplication]):
    """Open applications as rows: employer, position, sent, and how each ends."""

    def __init__(
        self,
        applications: Sequence[OpenApplication],
        last: date,
        parent: QObject | None = None,
    ) -> None:
        """Make a table with what is proposed for each.

        Args:
            applications: the open ones.
            last: the last day of the search.
            parent: the owner.
        """
        self._last = last
        self._chosen: dict[int, Outcome | None] = {}
        self._accepted: int | None = None
        self._narrow = False
        super().__init__(
            (
                Column(
                    "employer",
                    _("Employer"),
                    self._name,
                    lambda one: one.employer.casefold(),
                    "strong",
                ),
                Column(
                    "position",
                    _("Position"),
                    lambda one: one.position,
                    lambda one: one.position.casefold() or None,
                ),
                Column(
                    "sent",
                    _("Sent"),
                    lambda one: short_day(one.sent, self._last) if one.sent else _("no day"),
                    lambda one: (one.sent, one.id) if one.sent else None,
                    lambda one: "text2" if one.sent else "text3",
                ),
                Column(
                    "outcome",
                    _("Ends as"),
                    lambda one: choice_label(self.outcome(one)),
                    lambda one: choice_label(self.outcome(one)),
                ),
            ),
            lambda one: f"{one.employer}\n{one.position}",
            lambda one: one.id,
            parent,
        )
        self.set_records(applications)

    @property
    def accepted(self) -> int | None:
        """The application whose offer was accepted, None where it is none of these."""
        return self._accepted

    def outcome(self, one: OpenApplication) -> Outcome | None:
        """Return how an application ends; None where it stays open."""
        if one.id == self._accepted:
            return Outcome.OFFER_ACCEPTED
        if one.id in self._chosen:
            return self._chosen[one.id]
        return proposed_outcome(one.heard, self._last)

    def outcomes(self) -> dict[int, Outcome]:
        """Return how the applications end that do, by id."""
        found = ((one.id, self.outcome(one)) for one in self.records)
        return {identity: outcome for identity, outcome in found if outcome is not None}

    def choose(self, row: int, outcome: Outcome | None) -> None:
        """Choose how the application of a row ends."""
        self._chosen[self.records[row].id] = outcome
        self._tell()

    def choose_all(self, outcome: Outcome | None) -> None:
        """Choose the same for all; the accepted one stays accepted."""
        self._chosen = {one.id: outcome for one in self.records}
        self._tell()

    def propose_all(self) -> None:
        """Go back to what is proposed for each."""
        self._chosen = {}
        self._tell()

    def set_narrow(self, narrow: bool) -> None:
        """Write the position beside the employer, or in a column of its own."""
        if narrow != self._narrow:
            self._narrow = narrow
            self._tell()

    def set_last(self, last: date) -> None:
        """Take another last day, which changes what is proposed."""
        self._last = last
        self._tell()

    def accept(self, identity: int | None) -> None:
        """Say whose offer was accepted, None for nobody's here."""
        if identity != self._accepted:
            self._accepted = identity
            self._tell()

    def _name(self, one: OpenApplication) -> str:
        if self._narrow and one.position:
            return f"{one.employer} · {one.position}"
        return one.employer

    def _tell(self) -> None:
        if self.records:
            top = self.index(0, 0)
            bottom = self.index(len(self.records) - 1, len(self.columns) - 1)
            self.dataChanged.emit(top, bottom, [Qt.ItemDataRole.DisplayRole])


def choice_label(outcome: Outcome | None) -> str:
    """Return the words of a choice."""
    return _("Leave open") if outcome is None else outcome_label(outcome)
