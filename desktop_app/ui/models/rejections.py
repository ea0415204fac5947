"""The table of rejections: date, employer, position, stage reached, how it came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.entries import Rejection
from desktop_app.domain.stages import Channel, channel_label, stage_label
from desktop_app.i18n import _, short_day
from desktop_app.ui.models.table import Column, RecordTable

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtCore import QObject


class RejectionTable(RecordTable[Rejection]):
    """The noes as rows."""

    def __init__(self, today: Callable[[], date], parent: QObject | None = None) -> None:
        """Make an empty table.

        Args:
            today: tells the person's present day; other years are written out.
            parent: the owner.
        """
        channels = list(Channel)
        super().__init__(
            (
                Column(
                    "day",
                    _("Date"),
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
                    _("Stage reached"),
                    lambda one: stage_label(one.stage),
                    lambda one: one.stage.order,
                ),
                Column(
                    "channel",
                    _("How it came"),
                    lambda one: channel_label(one.channel) if one.channel else "",
                    lambda one: channels.index(one.channel) if one.channel else None,
                ),
            ),
            lambda one: f"{one.employer}\n{one.position}\n{one.reason}",
            lambda one: one.id,
            parent,
        )
