"""A key press: stored, and stored and shown, against a bare commit of one row."""

from __future__ import annotations

import itertools
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

from desktop_app.domain.clock import SystemClock
from desktop_app.session import open_session
from desktop_app.storage.driver import connect
from desktop_app.storage.opening import PRAGMAS
from tests.bench.journals import empty, ten_years

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Figures = list[tuple[str, float, float, str]]
PRESSES = 5  # key presses in each run
FRAME = 16.7


def measure(runs: int) -> Figures:
    """Return name, value, bound and unit of each figure, on an empty and a ten-year journal."""
    with TemporaryDirectory(prefix="upswing-bench-") as name:
        folder = Path(name)
        journals = (
            ("empty journal", empty(folder / "empty.upswing")),
            ("ten years", ten_years(folder / "years.upswing")),
        )
        with _bare_commit(folder / "bare.db") as bare:
            return [
                figure
                for label, path in journals
                for figure in (*_stored(label, path, bare, runs), *_shown(label, path, bare, runs))
            ]


def _stored(label: str, path: Path, bare: Callable[[], None], runs: int) -> Figures:
    services = open_session(path, SystemClock())
    services.upkeep.verify()  # as the window does right after it shows
    services.upkeep.prepare()
    services.momentum.standing()
    today = services.recording.today()
    rounds = _in_turn(bare, lambda: services.activities.add_one("application", today), runs)
    services.upkeep.close()
    plain, stored = rounds
    return [(f"key stored / bare commit ({plain:.2f} ms), {label}", stored / plain, 3.0, "x")]


def _shown(label: str, path: Path, bare: Callable[[], None], runs: int) -> Figures:
    from tests.bench.window import opened

    figures: Figures = []
    with opened(path) as press:
        for what, keys in (("activity", "AA"), ("mood", "43")):
            presses = itertools.cycle(keys)
            plain, shown = _in_turn(bare, lambda: press(next(presses)), runs)  # noqa: B023
            name = f"{what} key stored and shown, {label}"
            figures.append((f"{name} / bare commit", shown / plain, 8.0, "x"))
            figures.append((name, shown, FRAME, "ms"))
    return figures


def _in_turn(bare: Callable[[], None], ours: Callable[[], None], runs: int) -> tuple[float, float]:
    """Run both in turn and return the median milliseconds of each."""
    bare(), ours()
    taken: tuple[list[float], list[float]] = ([], [])
    for _run in range(runs * PRESSES):
        for work, seconds in zip((bare, ours), taken, strict=True):
            start = perf_counter()
            work()
            seconds.append(perf_counter() - start)
    return median(taken[0]) * 1000, median(taken[1]) * 1000


@contextmanager
def _bare_commit(path: Path) -> Iterator[Callable[[], None]]:
    """Give the commit of one row in a database of one table, with the journal's pragmas."""
    connection = connect(f"{path.as_uri()}?mode=rwc")
    for pragma in PRAGMAS:
        connection.execute(pragma)
    connection.execute("CREATE TABLE entry (id INTEGER PRIMARY KEY, day TEXT, kind TEXT) STRICT")

    def commit() -> None:
        connection.execute("BEGIN")
        connection.execute("INSERT INTO entry (day, kind) VALUES ('2026-11-24', 'application')")
        connection.execute("COMMIT")

    try:
        yield commit
    finally:
        connection.close()
