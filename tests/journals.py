"""A real journal in a folder, its services, and ways to look at what lies in it."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

from desktop_app.domain.clock import FixedClock
from desktop_app.services.absences import Absences
from desktop_app.services.activities import Activities
from desktop_app.services.activity_editing import ActivityEditing
from desktop_app.services.answer_times import Answers
from desktop_app.services.application_outcomes import ApplicationOutcomes
from desktop_app.services.application_people import ApplicationPeople
from desktop_app.services.application_stages import ApplicationStages
from desktop_app.services.applications import Applications
from desktop_app.services.check_ins import CheckIns
from desktop_app.services.days import Days
from desktop_app.services.drafts import Drafts
from desktop_app.services.effort import Effort
from desktop_app.services.feelings import Feelings
from desktop_app.services.gentle_note import GentleNote
from desktop_app.services.help import Help
from desktop_app.services.keys import ChosenKeys
from desktop_app.services.kinds import Kinds
from desktop_app.services.look_back import LookBack
from desktop_app.services.momentum import MomentumService
from desktop_app.services.next_steps import NextSteps
from desktop_app.services.recording import Recording
from desktop_app.services.rejections import Rejections
from desktop_app.services.searches import Searches
from desktop_app.services.settings import Settings
from desktop_app.services.summary import Summary
from desktop_app.services.targets import Targets
from desktop_app.services.upkeep import Upkeep
from desktop_app.storage.journal import Journal
from desktop_app.storage.migrations.m0001_journal import WRITTEN

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.domain.changes import Changed

# A Thursday, as in the mocks.
NOW = datetime(2026, 11, 19, 18, 0, tzinfo=timezone(timedelta(hours=1)))
TODAY = NOW.date()
MONDAY = date(2026, 11, 16)

Dump = dict[str, list[tuple[object, ...]]]


class Desk:
    """One open journal with its services, at a moment that the test sets."""

    def __init__(self, path: Path, now: datetime = NOW) -> None:
        self.path = path
        self.clock = FixedClock(now)
        self.open()

    def open(self) -> None:
        self.journal = Journal(self.path, self.clock)
        self.changes: list[Changed] = []
        self.settings = Settings(self.journal, self.clock)
        self.recording = Recording(self.journal, self.settings, self.clock)
        self.applications = Applications(self.journal, self.recording)
        self.searches = Searches(self.journal, self.recording, self.applications)
        self.stages = ApplicationStages(self.journal, self.recording, self.applications)
        self.outcomes = ApplicationOutcomes(self.journal, self.recording, self.applications)
        self.people = ApplicationPeople(self.journal, self.recording, self.applications)
        self.answers = Answers(self.journal)
        self.rejections = Rejections(self.journal, self.recording, self.applications)
        self.check_ins = CheckIns(self.journal, self.recording)
        self.activities = Activities(self.journal, self.recording)
        self.editing = ActivityEditing(
            self.journal, self.recording, self.activities, self.applications
        )
        self.kinds = Kinds(self.journal, self.recording, self.activities)
        self.keys = ChosenKeys(self.journal, self.recording, self.settings, self.kinds)
        self.feelings = Feelings(self.journal, self.recording, self.settings)
        self.days = Days(self.journal, self.recording, self.settings)
        self.next_steps = NextSteps(
            self.journal, self.recording, Effort(self.journal, self.recording)
        )
        self.drafts = Drafts(self.journal, self.recording)
        self.momentum = MomentumService(
            self.journal, self.recording, self.settings, self.rejections
        )
        self.absences = Absences(self.journal, self.days, self.momentum)
        self.look_back = LookBack(self.journal, self.searches, self.activities, self.momentum)
        self.gentle_note = GentleNote(self.journal, self.recording, self.settings)
        self.help = Help(self.journal, self.recording, self.settings)
        self.targets = Targets(self.recording, self.settings, self.momentum)
        self.summary = Summary(self.journal)
        self.upkeep = Upkeep(self.journal)
        self.journal.listen(self.changes.append)

    def reopen(self) -> None:
        self.journal.close()
        self.open()

    def close(self) -> None:
        self.journal.close()

    def set_now(self, moment: datetime) -> None:
        self.clock.moment = moment

    def set_day(self, day: date, hour: int = 18) -> None:
        self.clock.moment = NOW.replace(
            year=day.year, month=day.month, day=day.day, hour=hour, minute=0
        )

    def rows(self, sql: str, *parameters: object) -> list[tuple[Any, ...]]:
        return [tuple(row) for row in self.journal.query(sql, parameters)]

    def value(self, sql: str, *parameters: object) -> Any:  # noqa: ANN401 - a cell
        return self.journal.value(sql, parameters)

    def values(self) -> dict[date, float]:
        """Momentum of every day, as charts get it."""
        return {facts.day: facts.momentum for facts in self.momentum.timeline().days}

    def fresh_values(self) -> dict[date, float]:
        """The same, by services that have seen nothing yet."""
        settings = Settings(self.journal, self.clock)
        recording = Recording(self.journal, settings, self.clock)
        rejections = Rejections(self.journal, recording, Applications(self.journal, recording))
        service = MomentumService(self.journal, recording, settings, rejections)
        return {facts.day: facts.momentum for facts in service.timeline().days}

    def dump(self) -> Dump:
        """Everything that the person entered; record versions count on, also while undoing."""
        return dump_of(self, without=("record_version",))

    def assert_sums_agree(self) -> None:
        """The full-text index and the daily sums are what the sources say."""
        expected: dict[int, str] = {}
        for number, (table, columns) in enumerate(WRITTEN):
            for identity, *texts in self.rows(f"SELECT id, {', '.join(columns)} FROM {table}"):
                text = "\n".join(text for text in texts if text is not None)
                if text:
                    expected[identity * 32 + number] = text
        assert dict(self.rows("SELECT rowid, text FROM written")) == expected
        self.rows("SELECT count(*) FROM written WHERE written MATCH 'anything'")
        sums = self.rows(
            "SELECT day, total(points), sum(activities), max(mood), sum(check_ins) FROM ("
            " SELECT day, total(amount * points_per_unit) AS points, count(*) AS activities,"
            "  NULL AS mood, 0 AS check_ins FROM activity WHERE day IS NOT NULL GROUP BY day"
            " UNION ALL SELECT day, 0, 0, avg(mood), count(*) FROM check_in"
            "  WHERE day IS NOT NULL GROUP BY day) GROUP BY day ORDER BY day"
        )
        assert self.rows("SELECT * FROM day_total ORDER BY day") == sums


def dump_of(desk: Desk, without: tuple[str, ...] = ()) -> Dump:
    """Return the rows of every table."""
    names = [
        name
        for (name,) in desk.rows(
            "SELECT name FROM sqlite_schema WHERE type = 'table'"
            " AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'written_%' ORDER BY name"
        )
        if name not in without
    ]
    dump = {name: desk.rows(f"SELECT * FROM {name}") for name in names}
    dump["written"] = desk.rows("SELECT rowid, text FROM written")
    return {name: sorted(rows, key=repr) for name, rows in dump.items()}


def digest(path: Path) -> str:
    """Return the hash of a file's bytes; only for one that is not open."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def python(source: str, *arguments: object) -> subprocess.Popen[str]:
    """Start Python on a source with its arguments, in the folder of the tests."""
    return subprocess.Popen(
        [sys.executable, "-c", source, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
