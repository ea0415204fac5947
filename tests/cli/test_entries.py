"""A day and a rejection are logged with a line of words each."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from desktop_app.domain.clock import SystemClock
from desktop_app.domain.kinds import DEFAULT_KINDS
from desktop_app.domain.stages import Channel, Outcome, Stage
from desktop_app.services.bundle import Services
from desktop_app.session import open_session
from tests.cli.conftest import Command


def opened(journal: Path) -> Services:
    return open_session(journal, SystemClock())


def days_of(upswing: Command) -> dict[str, dict[str, Any]]:
    return {day["day"]: day for day in json.loads(upswing("momentum", "--json").fine)}


def test_an_application_is_logged_for_today(upswing: Command, today: date) -> None:
    said = upswing("log", "application").fine
    assert said == f"Application sent added on {today}.\n"
    assert days_of(upswing)[today.isoformat()]["points"] == 3


def test_the_amount_of_a_counted_kind_is_how_many(upswing: Command, today: date) -> None:
    assert upswing("log", "networking", "4").fine == f"Networking message (4) added on {today}.\n"
    assert days_of(upswing)[today.isoformat()]["points"] == 8


@pytest.mark.parametrize(
    ("words", "minutes", "points"),
    [
        (("log", "learning"), 30, 2),
        (("log", "learning", "45"), 45, 3),
        (("log", "portfolio", "--minutes", "90"), 90, 6),
    ],
)
def test_the_amount_of_a_timed_kind_is_minutes_and_half_an_hour_if_left_out(
    upswing: Command, today: date, words: tuple[str, ...], minutes: int, points: float
) -> None:
    assert f"({minutes} minutes) added" in upswing(*words).fine
    assert days_of(upswing)[today.isoformat()]["points"] == points


@pytest.mark.parametrize("kind", [kind.name for kind in DEFAULT_KINDS])
def test_every_kind_is_known_by_its_name(upswing: Command, kind: str) -> None:
    assert upswing("log", kind).fine.endswith(".\n")


def test_a_past_day_can_be_filled_in(upswing: Command, today: date, journal: Path) -> None:
    day = today - timedelta(days=3)
    upswing("log", "interview", "--day", day.isoformat(), "--note", "Panel of three")
    services = opened(journal)
    (logged,) = services.activities.of_day(day)
    services.upkeep.close()
    assert (logged.kind, logged.note, logged.points) == ("interview", "Panel of three", 5)


def test_a_mood_comes_with_energy_feelings_and_a_note(
    upswing: Command, today: date, journal: Path
) -> None:
    said = upswing(
        "mood", "4", "--energy", "3", "--feeling", "hopeful", "--feeling", "proud", "--note", "Sun"
    )
    assert said.fine == f"Mood 4 (Good) added on {today}.\n"
    services = opened(journal)
    (check_in,) = services.check_ins.of_day(today)
    services.upkeep.close()
    assert (check_in.mood, check_in.energy) == (4, 3)
    assert (check_in.feelings, check_in.note) == (("hopeful", "proud"), "Sun")


def test_the_mood_of_a_day_is_the_mean_of_its_check_ins(upswing: Command, today: date) -> None:
    upswing("mood", "2")
    upswing("mood", "5")
    assert days_of(upswing)[today.isoformat()]["mood"] == 3.5


def test_a_rest_day_is_marked(upswing: Command, today: date) -> None:
    day = today - timedelta(days=1)
    assert upswing("rest", "--day", day.isoformat()).fine == f"{day} is a rest day.\n"
    assert upswing("rest").fine == f"{today} is a rest day.\n"
    assert {day["kind"] for day in days_of(upswing).values()} == {"rest"}


def test_a_rejection_begins_an_unknown_application_and_closes_it(
    upswing: Command, today: date, journal: Path
) -> None:
    said = upswing("reject", "Acme", "--position", "Analyst", "--stage", "final", "--how", "call")
    assert said.fine == f"Rejection from Acme (Analyst) noted on {today}, after the final round.\n"
    services = opened(journal)
    (rejection,) = services.rejections.all()
    (application,) = services.applications.all()
    services.upkeep.close()
    assert (rejection.stage, rejection.channel) == (Stage.FINAL, Channel.CALL)
    assert application.outcome is Outcome.REJECTED


def with_open_applications(journal: Path, day: date, *positions: str) -> None:
    """Leave open applications at Acme, as a rejection that was deleted leaves one."""
    services = opened(journal)
    for position in positions:
        with services.applications._journal.write("Application added") as db:
            services.applications.begin(db, "Acme", position, day)
    services.upkeep.close()


def test_a_rejection_takes_the_employers_single_open_application(
    upswing: Command, today: date, journal: Path
) -> None:
    with_open_applications(journal, today, "Data analyst")
    assert "Acme (Data analyst)" in upswing("reject", "ACME").fine
    assert json.loads(upswing("summary", "--json").fine)["applications"]["count"] == 1


def test_several_open_applications_are_named_and_nothing_is_changed(
    upswing: Command, today: date, journal: Path
) -> None:
    with_open_applications(journal, today, "Data analyst", "Engineer")
    sentence = upswing("reject", "acme").sentence
    assert "Data analyst" in sentence
    assert "Engineer" in sentence
    counts = json.loads(upswing("summary", "--json").fine)
    assert counts["rejections"]["count"] == 0
    assert "Acme (Engineer)" in upswing("reject", "acme", "--position", "engineer").fine


def test_a_rejection_changes_no_momentum(upswing: Command, today: date) -> None:
    for back in range(6):
        upswing("log", "interview", "--day", (today - timedelta(days=back)).isoformat())
    before = upswing("momentum", "--json").fine
    upswing("reject", "Acme", "--day", (today - timedelta(days=2)).isoformat())
    upswing("reject", "Beta")
    assert upswing("momentum", "--json").fine == before
