"""How long a table of 50,000 rows takes to be previewed, brought in and taken back."""

from __future__ import annotations

import csv
from datetime import timedelta
from pathlib import Path
from random import Random
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

from desktop_app.domain.clock import SystemClock
from desktop_app.session import open_session
from desktop_app.transfer.looking import look_at
from desktop_app.transfer.mapped import read_mapped
from tests.bench.journals import empty

if TYPE_CHECKING:
    from desktop_app.services.bundle import Services

Figures = list[tuple[str, float, float, str]]
ROWS = 50_000
DAYS = 2_000
COLUMNS = (
    "Company", "Job title", "Applied on", "Status", "Response date", "Interview", "Source", "City",
    "Link", "Notes",
)  # fmt: skip
PREVIEWS = 5  # of the many runs that other parts take
FIRST_ROWS_MS, PREVIEW_MS = 1_000.0, 2_000.0
IMPORT_S, UNDO_S = 15.0, 30.0


def measure(runs: int) -> Figures:
    """Return name, value, bound and unit of each figure."""
    with TemporaryDirectory(prefix="upswing-bench-") as name:
        folder = Path(name)
        table = _table(folder / "search.csv")
        services = open_session(empty(folder / "empty.upswing"), SystemClock())
        previews = [_preview(services, table) for _run in range(min(runs, PREVIEWS))]
        look = look_at(table, services.settings, services.importing.today())
        history = look.history()
        start = perf_counter()
        came = services.importing.apply(history)
        brought = perf_counter() - start
        assert came.applications == ROWS
        start = perf_counter()
        services.upkeep.undo()
        undone = perf_counter() - start
        services.upkeep.close()
    first, whole = (median(times) * 1000 for times in zip(*previews, strict=True))
    return [
        (f"first rows of {ROWS:,} shown", first, FIRST_ROWS_MS, "ms"),
        (f"{ROWS:,} rows previewed", whole, PREVIEW_MS, "ms"),
        (f"{ROWS:,} rows imported, beside the window", brought, IMPORT_S, "s"),
        (f"{ROWS:,} rows taken back, beside the window", undone, UNDO_S, "s"),
    ]


def _preview(services: Services, path: Path) -> tuple[float, float]:
    """Return the seconds until the first rows can be shown, and until all are counted."""
    start = perf_counter()
    look = look_at(path, services.settings, services.importing.today())
    first = perf_counter() - start
    mapped = read_mapped(look.survey, look.mapping)
    preview = services.importing.preview(mapped.chosen(look.mapping))
    assert preview.applications == ROWS
    return first, perf_counter() - start


def _table(path: Path) -> Path:
    """Write the same table every time, in a form that no program is known by."""
    chance = Random(1)
    last = SystemClock().now().date() - timedelta(days=60)
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for number in range(ROWS):
            sent = last - timedelta(days=chance.randrange(DAYS))
            answered = (sent + timedelta(days=chance.randrange(1, 60))).strftime("%d/%m/%Y")
            status = chance.choice(("Applied", "Rejected", "Ghosted", "Interview", "Rejected"))
            writer.writerow(
                (
                    f"Société {chance.randrange(ROWS // 3)}",
                    f"Position {number}",
                    sent.strftime("%d/%m/%Y"),
                    status,
                    answered if status == "Rejected" else "",
                    f"{answered} 10:00" if number % 9 == 0 else "",
                    chance.choice(("LinkedIn", "Indeed", "A friend")),
                    chance.choice(("Lyon", "Paris", "Berlin")),
                    f"https://example.org/jobs/{number}",
                    "A short note about it." if number % 4 == 0 else "",
                )
            )
    return path
