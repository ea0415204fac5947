"""Momentum and the summary, as people and as programs read them."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Command

VECTORS = json.loads((Path(__file__).parent.parent / "vectors" / "momentum.json").read_text())
FRENCH = Path(__file__).parent.parent / "data" / "applications_france_2023.csv"
FULL_DAYS_TO = {75.0: 20, 29.2893: 5}


def log_day(upswing: Command, day: date, kind: str, points: int) -> None:
    """Make a day of these points, with learning at 2 for 30 minutes and follow-ups at 1."""
    on = ("--day", day.isoformat())
    if kind == "rest":
        assert upswing("rest", *on).code == 0
    if points // 2:
        assert upswing("log", "learning", str(points // 2 * 30), *on).code == 0
    if points % 2:
        assert upswing("log", "follow_up", *on).code == 0


def days(upswing: Command, *words: str) -> list[dict[str, Any]]:
    found = json.loads(upswing("momentum", "--json", *words).fine)
    assert isinstance(found, list)
    return found


@pytest.mark.parametrize("case", VECTORS["cases"], ids=lambda case: case["name"])
def test_the_worked_numbers_come_out_of_the_command(
    upswing: Command, today: date, case: dict[str, Any]
) -> None:
    upswing("settings", "half_life", str(VECTORS["half_life"]))
    upswing("settings", "daily_target", str(VECTORS["target"]))
    upswing("settings", "free_weekdays", "none")
    before = FULL_DAYS_TO[case["start"]] if "start" in case else 0
    plan = [("work", VECTORS["target"])] * before + [tuple(day) for day in case["days"]]
    first = today - timedelta(days=len(plan) + 2)
    for number, (kind, points) in enumerate(plan):
        log_day(upswing, first + timedelta(days=number), kind, points)
    begin = first + timedelta(days=before)
    last = first + timedelta(days=len(plan) - 1)
    shown = days(upswing, "--from", begin.isoformat(), "--to", last.isoformat())
    assert [[day["kind"], day["points"]] for day in shown] == case["days"]
    values = [day["momentum"] for day in shown]
    wanted = case.get("momentum") or [*values[:-1], case["last"]]
    assert values == pytest.approx(wanted, abs=VECTORS["tolerance"])


def test_a_range_changes_no_value(upswing: Command, today: date) -> None:
    for back in range(9, 0, -2):
        log_day(upswing, today - timedelta(days=back), "work", 7)
    everything = days(upswing)
    part = days(upswing, "--from", (today - timedelta(days=4)).isoformat())
    assert part == everything[-5:]


def test_the_days_run_from_the_first_entry_to_today(upswing: Command, today: date) -> None:
    upswing("log", "application", "--day", (today - timedelta(days=2)).isoformat())
    shown = [day["day"] for day in days(upswing)]
    assert shown == [(today - timedelta(days=back)).isoformat() for back in (2, 1, 0)]


def test_a_day_without_a_mood_has_none(upswing: Command, today: date) -> None:
    upswing("log", "application")
    (day,) = days(upswing)
    assert list(day) == ["day", "kind", "points", "momentum", "mood"]
    assert day["mood"] is None


def test_a_range_that_ends_before_it_begins_is_refused(upswing: Command) -> None:
    said = upswing("momentum", "--json", "--from", "2026-02-02", "--to", "2026-02-01")
    assert "2026-02-02" in said.sentence
    assert said.out == ""


def test_the_table_says_when_the_line_starts(upswing: Command, today: date) -> None:
    assert upswing("momentum").fine == "Your line starts after three logged days.\n"
    for back in (3, 2):
        log_day(upswing, today - timedelta(days=back), "work", 10)
    assert upswing("momentum").fine.endswith("Your line starts after three logged days.\n")
    log_day(upswing, today - timedelta(days=1), "work", 10)
    table = upswing("momentum").fine
    assert f"Momentum on {today}: " in table
    assert "starting." in table


def test_a_new_search_beside_an_imported_one_waits_for_its_own_third_logged_day(
    upswing: Command, today: date
) -> None:
    assert upswing("import", str(FRENCH)).code == 0
    for back in (1, 0):
        log_day(upswing, today - timedelta(days=back), "work", 10)
    table = upswing("momentum", "--from", "2023-11-01").fine.splitlines()
    assert table[-1] == "Your line starts after three logged days."
    rows = [line.split() for line in table[1:-1]]
    assert rows[0][0] == "2023-11-01"
    assert len(rows[0]) >= 3
    for row, back in zip(rows[-2:], (1, 0), strict=True):
        day, _kind, points, *momentum = row
        assert (day, points) == ((today - timedelta(days=back)).isoformat(), "10")
        assert momentum == []
    log_day(upswing, today - timedelta(days=2), "work", 10)
    assert upswing("momentum").fine.splitlines()[-1].startswith(f"Momentum on {today}: ")


def test_the_table_shows_two_weeks(upswing: Command, today: date) -> None:
    for back in range(30):
        upswing("rest", "--day", (today - timedelta(days=back)).isoformat())
    lines = upswing("momentum").fine.splitlines()
    assert len(lines) == 1 + 14 + 1
    assert lines[1].startswith((today - timedelta(days=13)).isoformat())


def test_an_empty_journal_counts_nothing_and_is_not_made(upswing: Command, journal: Path) -> None:
    counts = json.loads(upswing("summary", "--json").fine)
    assert list(counts) == [
        "check_ins", "activities", "applications", "rejections", "lessons", "feedback_requests",
        "next_steps",
    ]  # fmt: skip
    nothing = {"count": 0, "first": None, "last": None}
    assert all(count == nothing for count in counts.values())
    assert days(upswing) == []
    assert not journal.exists()


def test_the_summary_counts_with_first_and_last_day(upswing: Command, today: date) -> None:
    first, last = (today - timedelta(days=back) for back in (8, 1))
    upswing("log", "application", "--day", first.isoformat())
    upswing("log", "application", "--day", last.isoformat())
    upswing("mood", "3", "--day", last.isoformat())
    counts = json.loads(upswing("summary", "--json").fine)
    assert counts["activities"] == {
        "count": 2, "first": first.isoformat(), "last": last.isoformat()
    }  # fmt: skip
    assert counts["check_ins"]["count"] == 1
    assert f"activities              2  {first} to {last}\n" in upswing("summary").fine
