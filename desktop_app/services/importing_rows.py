"""Writes the records of an imported history, many rows a statement."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop_app.domain.identity import new_uid
from desktop_app.domain.kinds import free_name
from desktop_app.domain.stages import Outcome, Stage
from desktop_app.services.importing_search import Span, place
from desktop_app.services.linked_effort import SENT, LinkedEffort

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date, datetime

    from sqlite_utils import Database

    from desktop_app.domain.history import ReadActivity, ReadApplication, ReadCheckIn
    from desktop_app.services.recording import Recording
    from desktop_app.storage.journal import Journal

OWN_KIND_POINTS = 3.0
_BATCH = 50
_STAMP = ("uid", "recorded_at", "day", "at")
_Stamp = tuple[str, str, "str | None", "str | None"]
_Origin = tuple[str, int, str]


@dataclass
class Fresh:
    """The records that the journal doesn't have yet, each with its occurrence in the file."""

    applications: list[tuple[ReadApplication, int]] = field(default_factory=list)
    activities: list[tuple[ReadActivity, int]] = field(default_factory=list)
    check_ins: list[tuple[ReadCheckIn, int]] = field(default_factory=list)
    there: int = 0

    def batches(self) -> Iterator[Fresh]:
        """Yield the records in small portions, so that progress shows and cancel is heard."""
        most = max(len(self.applications), len(self.activities), len(self.check_ins))
        for start in range(0, most, _BATCH):
            part = slice(start, start + _BATCH)
            yield Fresh(self.applications[part], self.activities[part], self.check_ins[part])

    @property
    def count(self) -> int:
        """How many records there are."""
        return len(self.applications) + len(self.activities) + len(self.check_ins)


class Writer:
    """Writes records inside one step."""

    def __init__(
        self,
        journal: Journal,
        db: Database,
        recording: Recording,
        source: str,
        span: Span | None,
    ) -> None:
        self._db = db
        self._connection = db.conn
        self._effort = LinkedEffort(journal, recording)
        self._source = source
        self._now = recording.now().isoformat(timespec="seconds")
        self._today = recording.today()
        self._search = place(db, recording, span) if span else None
        self._is_past = span is None or span.ended is not None
        run = self._connection.execute
        self._employers: dict[str, int] = {
            name.casefold(): identity
            for identity, name in run("SELECT id, name FROM employer ORDER BY id DESC")
        }
        self._kinds: dict[str, tuple[int, float]] = {
            label.casefold(): (identity, points)
            for identity, label, points in run(
                "SELECT id, label, points FROM activity_kind ORDER BY id DESC"
            )
        }
        self._sent: tuple[int, float] = tuple(
            run("SELECT id, points FROM activity_kind WHERE name = ?", (SENT,)).fetchone()
        )
        # The days on which the person logged some without saying which they were.
        self._unnamed_days: set[str] = {
            day
            for (day,) in run(
                "SELECT DISTINCT day FROM activity WHERE kind_id = ? AND application_id IS NULL",
                self._sent[:1],
            )
        }

    def write(self, batch: Fresh) -> None:
        """Write one portion."""
        origins = [
            *self._write_applications(batch.applications),
            *self._write_activities(batch.activities),
            *self._write_check_ins(batch.check_ins),
        ]
        self._insert(
            "origin",
            ("source", "key", "occurrence", "uid", "recorded_at"),
            [(self._source, *origin, self._now) for origin in origins],
        )

    def _write_applications(self, batch: list[tuple[ReadApplication, int]]) -> list[_Origin]:
        origins: list[_Origin] = []
        applications: list[tuple[object, ...]] = []
        stages: list[tuple[object, ...]] = []
        rejections: list[tuple[object, ...]] = []
        activities: list[tuple[object, ...]] = []
        logged: list[tuple[int, date, str]] = []
        next_id = self._next_id("application")
        for identity, (one, occurrence) in enumerate(batch, next_id):
            stamp = self._stamp(one.day)
            origins.append((one.key, occurrence, stamp[0]))
            applications.append((identity, *stamp, *self._columns(one)))
            for stage in one.stages:
                planned = int(stage.day is not None and stage.day > self._today)
                when = self._stamp(stage.day, stage.at)
                stages.append((*when, identity, stage.stage.value, planned))
            if one.outcome is Outcome.REJECTED:
                noted = self._stamp(one.answered)
                channel = one.channel.value if one.channel else None
                rejections.append((*noted, identity, _furthest(one), channel, 1))
            if one.day is not None and one.day.isoformat() in self._unnamed_days:
                logged.append((identity, one.day, one.employer))
            elif one.day is not None:
                kind, points = self._sent
                activities.append((*self._stamp(one.day), kind, 1, points, identity))
        self._insert("application", ("id", *_STAMP, *_APPLICATION), applications)
        self._insert("stage_event", (*_STAMP, "application_id", "stage", "planned"), stages)
        self._insert(
            "rejection", (*_STAMP, "application_id", "stage", "channel", "history"), rejections
        )
        self._insert(
            "activity",
            (*_STAMP, "kind_id", "amount", "points_per_unit", "application_id"),
            activities,
        )
        for identity, day, employer in logged:
            self._effort.count_once(self._db, SENT, identity, day, employer, logged=True)
        return origins

    def _columns(self, one: ReadApplication) -> tuple[object, ...]:
        """Return the columns of ``_APPLICATION``."""
        ended = one.outcome is not None
        return (
            self._search,
            self._employer(one.employer),
            one.position,
            one.source or None,
            one.location or None,
            one.link or None,
            one.note or None,
            one.reference or None,
            one.outcome.value if one.outcome else None,
            one.answered.isoformat() if ended and one.answered else None,
            int(ended or self._is_past),
        )

    def _write_activities(self, batch: list[tuple[ReadActivity, int]]) -> list[_Origin]:
        origins: list[_Origin] = []
        rows: list[tuple[object, ...]] = []
        for one, occurrence in batch:
            stamp = self._stamp(one.day)
            origins.append((one.key, occurrence, stamp[0]))
            rows.append((*stamp, *self._kind(one.kind_label), 1))
        self._insert("activity", (*_STAMP, "kind_id", "points_per_unit", "amount"), rows)
        return origins

    def _write_check_ins(self, batch: list[tuple[ReadCheckIn, int]]) -> list[_Origin]:
        origins: list[_Origin] = []
        rows: list[tuple[object, ...]] = []
        words: list[tuple[object, ...]] = []
        next_id = self._next_id("check_in")
        for identity, (one, occurrence) in enumerate(batch, next_id):
            stamp = self._stamp(one.day)
            origins.append((one.key, occurrence, stamp[0]))
            rows.append((identity, *stamp))
            words.extend(
                (*self._stamp(one.day), identity, word, place_in_row)
                for place_in_row, word in enumerate(one.feelings)
            )
        self._insert("check_in", ("id", *_STAMP), rows)
        self._insert("check_in_feeling", (*_STAMP, "check_in_id", "word", "position"), words)
        return origins

    def _employer(self, name: str) -> int:
        known = self._employers.get(name.casefold())
        if known is None:
            known = self._next_id("employer")
            self._insert("employer", ("id", *_STAMP, "name"), [(known, *self._stamp(None), name)])
            self._employers[name.casefold()] = known
        return known

    def _kind(self, label: str) -> tuple[int, float]:
        """Return the id and points of a kind by its label; an unknown one becomes an own kind."""
        known = self._kinds.get(label.casefold())
        if known is None:
            identity = self._next_id("activity_kind")
            name = self._free_kind_name(label)
            position = self._next_id("activity_kind", "position")
            self._insert(
                "activity_kind",
                ("id", *_STAMP, "name", "label", "points", "icon", "position", "on_today", "own"),
                [
                    (
                        identity,
                        *self._stamp(None, uid=f"activity_kind:{name}"),
                        *(name, label, OWN_KIND_POINTS, "briefcase", position, 0, 1),
                    )
                ],
            )
            known = self._kinds[label.casefold()] = (identity, OWN_KIND_POINTS)
        return known

    def _free_kind_name(self, label: str) -> str:
        """Return a name that the command can take, such as ``recherche_d_emploi``."""
        taken = {row[0] for row in self._connection.execute("SELECT name FROM activity_kind")}
        return free_name(label, taken)

    def _stamp(
        self, day: date | None, at: datetime | None = None, uid: str | None = None
    ) -> _Stamp:
        return (
            uid or new_uid(),
            self._now,
            day.isoformat() if day else None,
            _with_offset(at),
        )

    def _next_id(self, table: str, column: str = "id") -> int:
        row = self._connection.execute(f"SELECT max({column}) FROM {table}").fetchone()
        return int(row[0] or 0) + 1

    def _insert(
        self, table: str, columns: tuple[str, ...], rows: Sequence[tuple[object, ...]]
    ) -> None:
        marks = ", ".join("?" * len(columns))
        self._connection.executemany(
            f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})",
            rows,
        )


_APPLICATION = (
    "search_id",
    "employer_id",
    "position",
    "source",
    "location",
    "link",
    "note",
    "reference",
    "outcome",
    "outcome_day",
    "history",
)


def _furthest(application: ReadApplication) -> str:
    """Return the stage that a no came after; it comes before an offer."""
    reached = max(
        (one.stage for one in application.stages),
        key=lambda stage: stage.order,
        default=Stage.APPLICATION,
    )
    return min(reached, Stage.FINAL, key=lambda stage: stage.order).value


def _with_offset(at: datetime | None) -> str | None:
    """Return a moment of the file, which knows no offset, as the person's local one."""
    if at is None:
        return None
    try:
        return at.astimezone().isoformat(timespec="seconds")
    except (OSError, OverflowError, ValueError):  # beyond what the system's clock can tell
        return None
