"""Applications without an answer as a table, the longest silence first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.i18n import _, ngettext
from desktop_app.services.quiet_review import Silent
from desktop_app.ui.models.table import Column, RecordTable

if TYPE_CHECKING:
    from PySide6.QtCore import QObject


class SilentTable(RecordTable[Silent]):
    """Silent applications as rows: employer, position, and for how long."""

    def __init__(self, parent: QObject | None = None) -> None:
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
                Column("days", _("Silence"), no_word_for, lambda one: one.days),
            ),
            lambda one: f"{one.employer}\n{one.position}",
            lambda one: one.application_id,
            parent,
        )

    def set_narrow(self, narrow: bool) -> None:
        """Say the position beside the employer, or leave it to its own column."""
        if narrow is not self._narrow:
            self._narrow = narrow
            last = self.index(self.rowCount() - 1, 0)
            self.dataChanged.emit(self.index(0, 0), last)

    def _name(self, one: Silent) -> str:
        beside = self._narrow and one.position
        return f"{one.employer} · {one.position}" if beside else one.employer


def no_word_for(one: Silent) -> str:
    """Return the silence in words, such as ``no word for 41 days``."""
    words = ngettext("no word for {n} day", "no word for {n} days", one.days)
    return words.format(n=one.days)
