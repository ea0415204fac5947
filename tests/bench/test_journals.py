"""The journal of ten years is what the figures say they were measured on."""

from pathlib import Path

from desktop_app.domain.clock import SystemClock
from desktop_app.session import open_session
from tests.bench import journals


def test_ten_years_hold_what_they_promise_and_are_whole(tmp_path: Path) -> None:
    services = open_session(journals.ten_years(tmp_path / "years.upswing"), SystemClock())
    services.upkeep.verify()
    counts = {name: one.count for name, one in services.summary.counts().items()}
    days = services.momentum.timeline().days
    services.upkeep.close()
    assert len(days) == 3650
    assert (counts["activities"], counts["applications"]) == (20_000, 2_000)
    assert counts["rejections"] == 1_000
    assert {day.kind.fold for day in days} == {"work", "rest"}
    assert sum(day.mood is not None for day in days) > 3_000


def test_ten_years_are_the_same_every_time(tmp_path: Path) -> None:
    timelines = []
    for name in ("a", "b"):
        services = open_session(journals.ten_years(tmp_path / name), SystemClock())
        timelines.append(services.momentum.timeline())
        services.upkeep.close()
    assert timelines[0] == timelines[1]
