"""How long the fold of ten years takes."""

from __future__ import annotations

from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from desktop_app.analysis.momentum import fold
from desktop_app.domain.clock import SystemClock
from desktop_app.session import open_session
from tests.bench.journals import DAYS, ten_years


def measure(runs: int) -> list[tuple[str, float, float, str]]:
    """Return name, value, bound and unit."""
    with TemporaryDirectory(prefix="upswing-bench-") as folder:
        services = open_session(ten_years(Path(folder) / "years.upswing"), SystemClock())
        days = services.momentum.timeline().days
        services.upkeep.close()
    assert len(days) == DAYS
    neutral = [day.kind.fold != "work" for day in days]
    points = [day.points for day in days]
    targets = [day.target for day in days]
    taken = []
    for _run in range(runs):
        start = perf_counter()
        fold(neutral, points, targets, 7.0)
        taken.append(perf_counter() - start)
    return [("fold of ten years", median(taken) * 1000, 5.0, "ms")]
