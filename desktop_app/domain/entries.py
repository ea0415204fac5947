"""What a person records of a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from desktop_app.domain.days import DayKind
    from desktop_app.domain.stages import Channel, Outcome, Stage


@dataclass(frozen=True)
class CheckIn:
    """How a day was: mood and energy 1 to 5 or None, up to three feeling words, a note."""

    id: int
    day: date | None
    at: datetime | None
    mood: int | None
    energy: int | None
    feelings: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class Activity:
    """Something done.

    ``amount`` counts units (for a kind measured in minutes: minutes over its unit), ``minutes``
    is None where the kind is counted, ``points`` are amount times the points per unit that held.
    """

    id: int
    day: date | None
    at: datetime | None
    kind: str
    amount: float
    minutes: int | None
    points: float
    note: str
    employer: str
    position: str
    contact: str = ""
    method: str = ""
    result: str = ""
    reference: str = ""
    application_id: int | None = None

    @property
    def details(self) -> ActivityDetails:
        """What is said of it beyond its kind and amount."""
        return ActivityDetails(
            self.employer, self.position, self.contact, self.method, self.result, self.reference,
            self.note,
        )  # fmt: skip


@dataclass(frozen=True)
class ActivityDetails:
    """What can be said of an activity, each "" where it is not.

    Attributes:
        employer, position: whom and what it was about.
        contact: the person.
        method: how, a key of ``domain.methods`` or own words.
        result: what came of it.
        reference: a number or name under which others know it.
        note: anything else.
    """

    employer: str = ""
    position: str = ""
    contact: str = ""
    method: str = ""
    result: str = ""
    reference: str = ""
    note: str = ""


NO_DETAILS = ActivityDetails()


@dataclass(frozen=True)
class DayMark:
    """What the person said of a day's kind."""

    day: date
    kind: DayKind
    at: datetime | None


@dataclass(frozen=True)
class StageEvent:
    """An application reaching a stage, or the plan of it.

    ``day`` may be unknown where it happened, and may lie ahead where it is planned; ``at`` is
    None where no time is known.
    """

    stage: Stage
    day: date | None
    id: int = 0
    at: datetime | None = None
    note: str = ""
    planned: bool = False


@dataclass(frozen=True)
class Application:
    """One application to one employer.

    Attributes:
        id: its row.
        employer, position, source: whom and what for, and where it was found; "" where unknown.
        day: the day it was sent, None where unknown.
        stage: the furthest stage it reached.
        outcome: how it ended, None while it is open.
        outcome_day: the day it ended, None where unknown.
        history: whether it is from before Upswing: never unfinished, never suggested.
        search_id: the search that it belongs to.
        heard: the last day on which it was sent or reached a stage, None where unknown.
        ahead: the next of its planned stages, which may be due.
        words: all else that is written of it, for searches.
    """

    id: int
    employer: str
    position: str
    day: date | None
    stage: Stage
    outcome: Outcome | None
    source: str = ""
    outcome_day: date | None = None
    history: bool = False
    search_id: int | None = None
    heard: date | None = None
    ahead: StageEvent | None = None
    words: str = ""

    @property
    def title(self) -> str:
        """Employer and position, as one line."""
        return " · ".join(part for part in (self.employer, self.position) if part)


@dataclass(frozen=True)
class Rejection:
    """A no: from whom, after which stage, how it came, and the mood on reading it (1 to 5).

    ``channel`` is None where nobody said how it came.
    """

    id: int
    application_id: int
    employer: str
    position: str
    day: date | None
    stage: Stage
    channel: Channel | None
    reason: str
    mood: int | None
    applied: date | None = None


@dataclass(frozen=True)
class NextStep:
    """A step to take.

    ``cue`` is the 'if' of an if-then plan, or "", and ``text`` the 'then'; ``kind`` names the kind
    of activity that doing it is, or is "" where nobody said.
    """

    id: int
    text: str
    cue: str
    due: date | None
    done: date | None
    kind: str = ""
