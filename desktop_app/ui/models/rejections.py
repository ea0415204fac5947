"""The table of rejections: whose, how far it got, the four dots, the lesson, the question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.entries import Rejection
from desktop_app.domain.guide.handled import Handled, ask_words, steps_words
from desktop_app.domain.guide.records import AskState
from desktop_app.domain.stages import Channel, channel_label, stage_label
from desktop_app.i18n import _
from desktop_app.ui.models.application_columns import day_and_names
from desktop_app.ui.models.table import Column, RecordTable

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from PySide6.QtCore import QObject

_UNKNOWN = Handled()
ASK_ICONS = {
    AskState.TO_ASK: "mail-question",
    AskState.ASKED: "send",
    AskState.ANSWERED: "mail-opened",
    AskState.NO_ANSWER: "minus",
}


class RejectionTable(RecordTable[Rejection]):
    """The noes as rows."""

    def __init__(self, today: Callable[[], date], parent: QObject | None = None) -> None:
        """Make an empty table.

        Args:
            today: tells the person's present day; other years are written out.
            parent: the owner.
        """
        channels, states = list(Channel), list(AskState)
        self._handled: Mapping[int, Handled] = {}
        handled = self.handled
        super().__init__(
            (
                *day_and_names(_("Date"), today),
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
                Column(
                    "steps",
                    _("Guide"),
                    lambda one: steps_words(handled(one)),
                    lambda one: len(handled(one).steps) if steps_words(handled(one)) else None,
                ),
                Column(
                    "lesson",
                    _("Lesson"),
                    lambda one: handled(one).lesson,
                    lambda one: handled(one).lesson.casefold() or None,
                ),
                Column(
                    "ask",
                    _("Feedback"),
                    lambda one: ask_words(handled(one)),
                    lambda one: _place(handled(one), states),
                    icon=lambda one: ask_icon(handled(one)),
                ),
            ),
            lambda one: f"{one.employer}\n{one.position}\n{one.reason}\n{handled(one).written}",
            lambda one: one.id,
            parent,
        )

    def set_handled(self, handled: Mapping[int, Handled]) -> None:
        """Take how each rejection was handled, by its id; the rows that follow show it."""
        self._handled = handled

    def handled(self, rejection: Rejection) -> Handled:
        """Return how a rejection was handled."""
        return self._handled.get(rejection.id, _UNKNOWN)


def ask_icon(handled: Handled) -> str:
    """Return the icon of how far the question is, or ""."""
    if handled.ask is None:
        return ""
    return "lock" if handled.sealed else ASK_ICONS[handled.ask]


def _place(handled: Handled, states: list[AskState]) -> tuple[int, bool] | None:
    """Return what the question sorts by: a sealed answer before one that was read."""
    return None if handled.ask is None else (states.index(handled.ask), not handled.sealed)
