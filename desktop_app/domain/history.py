"""A history brought in from elsewhere, as an importer read it and before anything is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from desktop_app.domain.stages import Channel, Outcome, Stage


@dataclass(frozen=True)
class ReadStage:
    """A stage that an application reached, with its day and moment where known."""

    stage: Stage
    day: date | None
    at: datetime | None = None


@dataclass(frozen=True)
class ReadApplication:
    """One application of a file.

    Attributes:
        row: its line in the file, 1 for the first line.
        key: what identifies the row whenever the same file is read again; equal rows share it.
        employer: the employer, never empty.
        position: the position, or "".
        day: the day it was sent, None where the file has none.
        stages: stages reached beyond the application itself, in the file's order.
        outcome: how it ended, None where the file says nothing (silence stays silence).
        answered: the day of the final answer, None where unknown.
        channel: how a rejection came, None where the file doesn't say.
        source, location, link, note, reference: as the file has them, or "".
    """

    row: int
    key: str
    employer: str
    position: str
    day: date | None
    stages: tuple[ReadStage, ...] = ()
    outcome: Outcome | None = None
    answered: date | None = None
    channel: Channel | None = None
    source: str = ""
    location: str = ""
    link: str = ""
    note: str = ""
    reference: str = ""


@dataclass(frozen=True)
class ReadActivity:
    """Something done on a day, once, of an own kind named as the file names it."""

    row: int
    key: str
    day: date
    kind_label: str


@dataclass(frozen=True)
class ReadCheckIn:
    """Feeling words of a day, without a mood number."""

    row: int
    key: str
    day: date
    feelings: tuple[str, ...]


@dataclass(frozen=True)
class SkippedRow:
    """A row that is left out, and the reason as a sentence."""

    row: int
    reason: str


@dataclass(frozen=True)
class History:
    """All that a file holds.

    ``source`` names the format and is the first part of each record's origin; ``title`` is what
    the person reads; ``remarks`` are sentences to show in the preview.
    """

    source: str
    title: str
    applications: tuple[ReadApplication, ...] = ()
    activities: tuple[ReadActivity, ...] = ()
    check_ins: tuple[ReadCheckIn, ...] = ()
    skipped: tuple[SkippedRow, ...] = ()
    remarks: tuple[str, ...] = field(default=())
