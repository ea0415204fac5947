"""Builds the journals to measure on: an empty one, and one of ten years, the same every time."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from random import Random
from typing import TYPE_CHECKING, Any

from desktop_app.domain.clock import SystemClock
from desktop_app.services.recording import Recording
from desktop_app.services.settings import Settings
from desktop_app.session import open_session
from desktop_app.storage.journal import Journal

if TYPE_CHECKING:
    from pathlib import Path

    from sqlite_utils import Database

DAYS = 3650
ACTIVITIES = 20_000
APPLICATIONS = 2_000
REJECTIONS = 1_000
EMPLOYERS = 700
STAGES = ("application", "application", "screening", "task", "interview", "final")
FEELINGS = ("hopeful", "determined", "calm", "tired", "discouraged", "anxious")


def empty(path: Path) -> Path:
    """Make an empty journal and return its path."""
    open_session(path, SystemClock()).upkeep.close()
    return path


def ten_years(path: Path) -> Path:
    """Make a journal of ten years up to today, written in one step, and return its path."""
    clock = SystemClock()
    journal = Journal(path, clock)
    recording = Recording(journal, Settings(journal, clock), clock)
    with journal.write("Ten years") as db:
        _fill(db, recording)
    journal.close()
    return path


def _fill(db: Database, recording: Recording) -> None:
    chance = Random(1)
    last = recording.today()
    days = [last - timedelta(days=back) for back in range(DAYS - 1, -1, -1)]
    working = [day for day in days if day.weekday() < 5]
    recording.belong_to_search(db, days[0])
    search = db.conn.execute("SELECT id FROM search").fetchone()[0]
    kinds = db.conn.execute("SELECT id, points, unit_minutes FROM activity_kind").fetchall()

    _insert(db, "employer", ({"name": f"Employer {n}"} for n in range(EMPLOYERS)), None)
    sent = sorted(chance.choices(working, k=APPLICATIONS))
    refused = set(chance.sample(range(APPLICATIONS - 60), REJECTIONS))
    answered = [min(last, day + timedelta(days=chance.randrange(1, 60))) for day in sent]
    _insert(
        db,
        "application",
        (
            {
                "search_id": search,
                "employer_id": 1 + chance.randrange(EMPLOYERS),
                "position": f"Position {n % 90}",
                "outcome": "rejected" if n in refused else None,
                "outcome_day": answered[n].isoformat() if n in refused else None,
            }
            for n in range(APPLICATIONS)
        ),
        sent,
    )
    refused_in_order = sorted(refused)
    _insert(
        db,
        "rejection",
        (
            {
                "application_id": n + 1,
                "stage": chance.choice(STAGES),
                "channel": "email",
                "reason": "They chose somebody with more years in the field." if n % 3 else None,
                "mood": chance.choice((None, 2, 3)),
            }
            for n in refused_in_order
        ),
        [answered[n] for n in refused_in_order],
    )
    done = [*sent, *sorted(chance.choices(working, k=ACTIVITIES - APPLICATIONS))]
    _insert(db, "activity", (_activity(n, kinds, chance) for n in range(ACTIVITIES)), done)
    asked = [day for day in days if chance.random() < 0.85]
    _insert(
        db,
        "check_in",
        (
            {
                "mood": chance.choice((1, 2, 2, 3, 3, 3, 4, 4, 5)),
                "energy": chance.choice((None, 1, 2, 3, 4, 5)),
                "note": "A walk in the morning, then letters." if n % 4 == 0 else None,
            }
            for n in range(len(asked))
        ),
        asked,
    )
    felt = range(0, len(asked), 2)
    _insert(
        db,
        "check_in_feeling",
        ({"check_in_id": n + 1, "word": chance.choice(FEELINGS), "position": 0} for n in felt),
        [asked[n] for n in felt],
    )
    _insert_learned(db, [answered[n] for n in refused_in_order], last, chance)
    rested = [day for day in working[:-5] if chance.random() < 0.08]
    _insert(db, "day_mark", ({"kind": "rest"} for _day in rested), rested)


def _insert_learned(db: Database, noes: list[date], last: date, chance: Random) -> None:
    """Insert a lesson for two noes of three, its practice, and a question for every second no."""
    learned = [n for n in range(len(noes)) if n % 3]
    _insert(
        db,
        "lesson",
        (
            {
                "text": f"Name one number in the first minute of answer {n}.",
                "stage": chance.choice(STAGES),
                "rejection_id": n + 1,
                "helped": chance.choice((None, None, 0, 1)),
            }
            for n in learned
        ),
        [noes[n] for n in learned],
    )
    practised = [(place + 1, noes[n] + timedelta(days=7 * week)) for place, n in enumerate(learned)
                 for week in range(3)]  # fmt: skip
    practised = [(lesson, min(day, last)) for lesson, day in practised]
    _insert(
        db,
        "practice",
        ({"lesson_id": lesson, "done_day": day.isoformat()} for lesson, day in practised),
        [day for _lesson, day in practised],
    )
    asked = [n for n in range(len(noes)) if n % 2]
    _insert(
        db,
        "feedback_request",
        (
            {
                "rejection_id": n + 1,
                "state": ("to_ask", "asked", "answered", "no_answer")[place % 4],
                "question": "Which one skill would have helped most?",
                "asked_day": noes[n].isoformat() if place % 4 else None,
            }
            for place, n in enumerate(asked)
        ),
        None,
    )
    _insert(
        db,
        "guide_answer",
        (
            {
                "rejection_id": n + 1,
                "step": 1,
                "question": "friend",
                "answer": f"One role on one day, and the next one does not know of it. {n}",
            }
            for n in asked
        ),
        [noes[n] for n in asked],
    )


def _activity(n: int, kinds: list[Any], chance: Random) -> dict[str, object]:
    if n < APPLICATIONS:  # the applications themselves, each linked with its own
        identity, points, unit_minutes = kinds[0]
        return _measured(identity, points, unit_minutes, 1) | {"application_id": n + 1}
    identity, points, unit_minutes = chance.choice(kinds[1:])
    return _measured(identity, points, unit_minutes, chance.choice((1, 1, 1, 2))) | {
        "application_id": None
    }


def _measured(
    identity: int, points: float, unit_minutes: int | None, units: int
) -> dict[str, object]:
    return {
        "kind_id": identity,
        "amount": units,
        "minutes": unit_minutes * units if unit_minutes else None,
        "points_per_unit": points,
    }


def _insert(db: Database, table: str, rows: Any, days: list[date] | None) -> None:  # noqa: ANN401
    """Insert rows with the columns that every record has; ``days`` gives each its day."""
    values = [
        {"uid": f"bench:{table}:{n}", **_stamp(days[n] if days else None), **row}
        for n, row in enumerate(rows)
    ]
    names = list(values[0])
    marks = ", ".join(f":{name}" for name in names)
    db.conn.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", values)


def _stamp(day: date | None) -> dict[str, str | None]:
    moment = datetime(day.year, day.month, day.day, 10).astimezone() if day else None
    at = moment.isoformat(timespec="seconds") if moment else None
    return {
        "recorded_at": at or "2016-01-01T10:00:00+00:00",
        "day": day.isoformat() if day else None,
        "at": at,
    }
