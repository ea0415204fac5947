"""What a fresh process loads: the command without Qt, numpy or matplotlib, charts without Qt."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {"PySide6", "shiboken6", "numpy", "scipy", "matplotlib", "rapidfuzz"}
RUN = """
import json, sys
from desktop_app.cli import main
code = main(sys.argv[1:])
print(json.dumps([code, sorted({name.partition(".")[0] for name in sys.modules})]))
"""


def loaded_by(folder: Path, repository: Path, *words: str) -> set[str]:
    """Return the top-level modules that a command which works has loaded."""
    done = subprocess.run(
        [sys.executable, "-c", RUN, *words],
        cwd=repository,
        env={**os.environ, "UPSWING_JOURNAL": str(folder / "journal.upswing")},
        capture_output=True,
        text=True,
        check=True,
    )
    code, names = json.loads(done.stdout.splitlines()[-1])
    assert code == 0, done.stderr
    return set(names)


@pytest.mark.parametrize(
    "words",
    [
        ("log", "application"),
        ("mood", "4", "--feeling", "calm"),
        ("rest",),
        ("reject", "Acme"),
        ("settings",),
        ("settings", "half_life", "9"),
        ("momentum",),
        ("momentum", "--json"),
        ("summary", "--json"),
        ("doctor",),
        ("--help",),
    ],
    ids=" ".join,
)
def test_the_command_loads_no_qt_numpy_or_matplotlib(
    tmp_path: Path, repository: Path, words: tuple[str, ...]
) -> None:
    assert not loaded_by(tmp_path, repository, *words) & HEAVY


def test_an_import_loads_no_qt_numpy_or_matplotlib(tmp_path: Path, repository: Path) -> None:
    path = repository / "tests" / "data" / "applications_usa_2021_2023.csv"
    loaded = loaded_by(tmp_path, repository, "import", str(path))
    assert not loaded & HEAVY


def test_a_chart_is_drawn_without_qt(tmp_path: Path, repository: Path) -> None:
    out = tmp_path / "momentum.png"
    loaded = loaded_by(tmp_path, repository, "chart", "momentum", "--out", str(out))
    assert "matplotlib" in loaded
    assert not loaded & {"PySide6", "shiboken6"}
    assert out.read_bytes().startswith(b"\x89PNG")


def test_doctor_works_without_click_or_the_journals_driver(
    tmp_path: Path, repository: Path
) -> None:
    loaded = loaded_by(tmp_path, repository, "doctor")
    assert not loaded & {"click", "sqlcipher3", "sqlite_utils"}
