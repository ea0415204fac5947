"""What stands in the rejection sheet, and how it is written into a draft."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.mood import MOODS
from desktop_app.domain.stages import Channel, Stage

if TYPE_CHECKING:
    from desktop_app.domain.entries import Application, Rejection
    from desktop_app.services.drafts import Drafts


@dataclass(frozen=True)
class RejectionState:
    """The fields of the sheet; None where the person left what the sheet proposes.

    ``application_id`` is the known application that was picked.
    """

    employer: str = ""
    position: str = ""
    day: date | None = None
    stage: Stage | None = None
    channel: Channel | None = Channel.EMAIL
    reason: str = ""
    mood: int | None = None
    application_id: int | None = None


def state_of(rejection: Rejection) -> RejectionState:
    """Return the state that shows a noted rejection."""
    return RejectionState(
        employer=rejection.employer,
        position=rejection.position,
        day=rejection.day,
        stage=rejection.stage,
        channel=rejection.channel,
        reason=rejection.reason,
        mood=rejection.mood,
    )


def answer_to(application: Application | None, day: date) -> RejectionState:
    """Return the state in which a new rejection begins, with its application where known."""
    if application is None:
        return RejectionState(day=day)
    return RejectionState(
        employer=application.employer,
        position=application.position,
        day=day,
        application_id=application.id,
    )


class RejectionDrafts:
    """The draft of one sheet: a new rejection's, or that of changes to a noted one.

    A new one that answers a known application has a draft of its own.

    The reason lies in a draft of its own, for it may be as long as a draft can be.
    """

    def __init__(self, drafts: Drafts, identity: int | None, application: int | None) -> None:
        self._drafts = drafts
        self._field = "rejection"
        if identity is not None:
            self._field = f"rejection:{identity}"
        elif application is not None:
            self._field = f"rejection:of:{application}"

    def keep(self, state: RejectionState, start: RejectionState) -> None:
        """Keep what differs from the start; nothing where nothing does."""
        if state == start:
            self.drop()
            return
        self._drafts.keep(self._field, json.dumps(written_state(state)))
        self._drafts.keep(f"{self._field}.reason", state.reason)

    def restore(self) -> RejectionState | None:
        """Return what was kept, None where nothing was or it can't be read."""
        text = self._drafts.get(self._field)
        if not text:
            return None
        try:
            state = read_state(json.loads(text))
        except (ValueError, TypeError, KeyError, InvalidInput):
            return None
        return replace(state, reason=self._drafts.get(f"{self._field}.reason"))

    def drop(self) -> None:
        """Drop the draft."""
        self._drafts.drop(self._field)
        self._drafts.drop(f"{self._field}.reason")


def written_state(state: RejectionState) -> dict[str, str | int | None]:
    """Return a state as a draft holds it, without the reason."""
    return {
        "employer": state.employer,
        "position": state.position,
        "day": state.day.isoformat() if state.day else None,
        "stage": state.stage,
        "channel": state.channel,
        "mood": state.mood,
        "application": state.application_id,
    }


def read_state(plain: dict[str, str | int | None]) -> RejectionState:
    """Return the state that a draft holds.

    Raises:
        ValueError, TypeError, KeyError: it can't be read.
    """
    mood, application = plain["mood"], plain["application"]
    return RejectionState(
        employer=str(plain["employer"]),
        position=str(plain["position"]),
        day=date.fromisoformat(str(plain["day"])) if plain["day"] else None,
        stage=Stage(str(plain["stage"])) if plain["stage"] else None,
        channel=Channel(str(plain["channel"])) if plain["channel"] else None,
        mood=mood if isinstance(mood, int) and mood in MOODS else None,
        application_id=application if isinstance(application, int) else None,
    )
