"""The table of applications: sent, employer, position, stage, and where each stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.application_state import is_open, state_order, state_words
from desktop_app.domain.entries import Application
from desktop_app.domain.stages import Stage, stage_label
from desktop_app.i18n import _, short_day
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
                Column(
                    "day",
                    _("Sent"),
                    lambda one: short_day(one.day, today()) if one.day else _("no day"),
                    lambda one: (one.day, one.id) if one.day else None,
                    lambda one: "text2" if one.day else "text3",
                ),
                Column(
                    "employer",
                    _("Employer"),
                    lambda one: one.employer,
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
