"""What stands in 'Several at once', and how it is written into a draft."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain.mood import MOODS
from desktop_app.services.rejections import RejectionForm
from desktop_app.ui.sheets.rejection_state import RejectionState, read_state, written_state

if TYPE_CHECKING:
    from desktop_app.services.drafts import Drafts

_FIELD = "rejections:several"


class SeveralState(NamedTuple):
    """The common day and mood, and the rows that are not empty."""

    day: date | None
    mood: int | None
    rows: tuple[RejectionState, ...]

    def forms(self) -> list[RejectionForm]:
        """Return what is noted, one form for each row."""
        return [
            RejectionForm(
                employer=row.employer,
                position=row.position if row.position.strip() else None,
                day=self.day,
                stage=row.stage,
                channel=row.channel,
                mood=self.mood,
                application_id=row.application_id,
            )
            for row in self.rows
        ]


class SeveralDraft:
    """The draft of the sheet; there is one."""

    def __init__(self, drafts: Drafts) -> None:
        self._drafts = drafts

    def keep(self, state: SeveralState) -> None:
        """Keep what stands in the sheet; nothing where all rows are empty."""
        plain = {
            "day": state.day.isoformat() if state.day else None,
            "mood": state.mood,
            "rows": [written_state(row) for row in state.rows],
        }
        self._drafts.keep(_FIELD, json.dumps(plain) if state.rows else "")

    def restore(self) -> SeveralState | None:
        """Return what was kept, None where nothing was or it can't be read."""
        text = self._drafts.get(_FIELD)
        try:
            plain = json.loads(text) if text else None
            if not plain:
                return None
            day, mood = plain["day"], plain["mood"]
            return SeveralState(
                date.fromisoformat(day) if day else None,
                mood if mood in MOODS else None,
                tuple(read_state(row) for row in plain["rows"]),
            )
        except (ValueError, TypeError, KeyError, AttributeError):
            return None

    def drop(self) -> None:
        """Drop the draft."""
        self._drafts.drop(_FIELD)
