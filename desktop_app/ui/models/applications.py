"""The table of applications: sent, employer, position, stage, and where each stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.application_state import is_open, state_order, state_words
from desktop_app.domain.entries import Application
from desktop_app.domain.stages import Stage, stage_label
from desktop_app.i18n import _
from desktop_app.ui.models.application_columns import day_and_names
from desktop_app.ui.models.table import Column, RecordTable

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtCore import QObject


class ApplicationTable(RecordTable[Application]):
    """The applications as rows."""

    def __init__(self, today: Callable[[], date], parent: QObject | None = None) -> None:
        """Make an empty table.

        Args:
            today: tells the person's present day; other years are written out.
            parent: the owner.
        """
        super().__init__(
            (
                *day_and_names(_("Sent"), today),
                Column(
                    "stage",
                    _("Stage"),
                    lambda one: stage_label(one.stage),
                    lambda one: one.stage.order,
                ),
                Column(
                    "state",
                    _("Where it stands"),
                    lambda one: state_words(one, today()),
                    lambda one: state_order(one, today()),
                    _tone,
                ),
            ),
            lambda one: f"{one.employer}\n{one.position}\n{one.source}\n{one.words}",
            lambda one: one.id,
            parent,
        )


def _tone(application: Application) -> str:
    """Return how loudly it is said where an application stands."""
    if not is_open(application):
        return "text3"
    near = application.ahead is not None or application.stage is Stage.OFFER
    return "text" if near else "text2"
