"""Processor time from start to a window that takes input, against a bare PySide6 window."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from tests.bench.journals import empty, ten_years

BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv)
window = QMainWindow()
window.resize(1280, 800)
window.show()
QTimer.singleShot(0, app.quit)
app.exec()
"""
# What the installed command ``upswing`` runs.
SCRIPT = "import sys; from desktop_app.cli import main; sys.exit(main())"
REPOSITORY = Path(__file__).parents[2]


def measure(runs: int) -> list[tuple[str, float, float, str]]:
    """Return name, value, bound and unit of each figure, the three starts taken in turn."""
    with TemporaryDirectory(prefix="upswing-bench-") as folder:
        ours = ("-c", SCRIPT, "--quit-when-ready", "--journal")
        starts = (
            ("-c", BARE),
            (*ours, str(empty(Path(folder) / "empty.upswing"))),
            (*ours, str(ten_years(Path(folder) / "years.upswing"))),
        )
        surroundings = _surroundings(Path(folder))
        for words in starts:  # fills the caches of bytecode and of the disk
            _processor_seconds(words, surroundings)
        rounds = [
            [_processor_seconds(words, surroundings) for words in starts] for _run in range(runs)
        ]
    bare, first, years = (median(column) for column in zip(*rounds, strict=True))
    return [
        (f"start, empty journal / bare window ({bare * 1000:.0f} ms)", first / bare, 2.2, "x"),
        (f"start, ten years / empty journal ({first * 1000:.0f} ms)", years / first, 1.15, "x"),
    ]


def _surroundings(folder: Path) -> dict[str, str]:
    """Return the environment of a start as a person's is: without a screen, bytecode kept.

    Where the machine keeps none, every start would compile every module anew.
    """
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {
        **kept,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPYCACHEPREFIX": str(folder / "bytecode"),
    }


def _processor_seconds(words: tuple[str, ...], surroundings: dict[str, str]) -> float:
    """Run Python with these words and return the processor time that it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, *words],
        cwd=REPOSITORY,
        env=surroundings,
        check=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
