"""What stands in the application sheet, and how it is written into a draft."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from desktop_app.domain.applications import Person
from desktop_app.services.application_form import ApplicationForm

if TYPE_CHECKING:
    from desktop_app.domain.applications import ApplicationRecord
    from desktop_app.services.drafts import Drafts


@dataclass(frozen=True)
class ApplicationState:
    """The fields of the sheet; ``logged`` is None where the person left what it proposes."""

    employer: str = ""
    position: str = ""
    day: date | None = None
    logged: bool | None = None
    source: str = ""
    location: str = ""
    link: str = ""
    reference: str = ""
    person: str = ""
    email: str = ""
    note: str = ""
    address: str = ""
    web: str = ""

    def form(self, *, with_employer: bool) -> ApplicationForm:
        """Return the fields as a form; without the employer's own they stay as they are."""
        named = self.person.strip() or self.email.strip()
        return ApplicationForm(
            employer=self.employer,
            position=self.position,
            day=self.day,
            source=self.source,
            location=self.location,
            link=self.link,
            reference=self.reference,
            note=self.note,
            address=self.address if with_employer else None,
            web=self.web if with_employer else None,
            person=Person(self.person, email=self.email) if named else None,
        )


def state_of(record: ApplicationRecord) -> ApplicationState:
    """Return the state that shows an application."""
    one = record.application
    return ApplicationState(
        employer=one.employer,
        position=one.position,
        day=one.day,
        source=one.source,
        location=record.location,
        link=record.link,
        reference=record.reference,
        note=record.note,
        address=record.address,
        web=record.web,
    )


class ApplicationDrafts:
    """The draft of one sheet: a new application's, or that of changes to a known one.

    The note lies in a draft of its own, for it may be as long as a draft can be.
    """

    def __init__(self, drafts: Drafts, identity: int | None) -> None:
        self._drafts = drafts
        self._field = "application" if identity is None else f"application:{identity}"

    def keep(self, state: ApplicationState, start: ApplicationState) -> None:
        """Keep what differs from the start; nothing where nothing does."""
        if state == start:
            self.drop()
            return
        plain = asdict(replace(state, note="", day=None))
        plain["day"] = state.day.isoformat() if state.day else None
        self._drafts.keep(self._field, json.dumps(plain))
        self._drafts.keep(f"{self._field}.note", state.note)

    def restore(self) -> ApplicationState | None:
        """Return what was kept, None where nothing was or it can't be read."""
        text = self._drafts.get(self._field)
        if not text:
            return None
        try:
            plain = json.loads(text)
            day = date.fromisoformat(plain["day"]) if plain["day"] else None
            state = ApplicationState(**{**plain, "day": day})
        except (ValueError, TypeError, KeyError):
            return None
        return replace(state, note=self._drafts.get(f"{self._field}.note"))

    def drop(self) -> None:
        """Drop the draft."""
        self._drafts.drop(self._field)
        self._drafts.drop(f"{self._field}.note")
