"""Momentum is drawn into a file, whole or not at all."""

import sys
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.cli.conftest import Command

BEGINS = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}


@pytest.fixture
def logged(upswing: Command, today: date) -> Command:
    """Return the command over a journal of three weeks."""
    for back in range(0, 21, 3):
        upswing("log", "interview", "--day", (today - timedelta(days=back)).isoformat())
    upswing("reject", "<b>A</b> $\\frac{1}{$", "--day", (today - timedelta(days=4)).isoformat())
    return upswing


@pytest.mark.parametrize("suffix", BEGINS)
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_chart_is_drawn_in_each_format_and_theme(
    logged: Command, tmp_path: Path, suffix: str, theme: str
) -> None:
    out = tmp_path / f"momentum.{suffix}"
    said = logged("chart", "momentum", "--out", str(out), "--theme", theme).fine
    assert said == f"The chart is in {out}.\n"
    assert out.read_bytes().startswith(BEGINS[suffix])


def test_an_empty_journal_draws_a_chart_and_is_not_made(
    upswing: Command, tmp_path: Path, journal: Path
) -> None:
    out = tmp_path / "momentum.PNG"
    assert upswing("chart", "momentum", "--out", str(out)).fine
    assert out.read_bytes().startswith(BEGINS["png"])
    assert not journal.exists()


def test_the_last_days_alone_are_another_picture(logged: Command, tmp_path: Path) -> None:
    everything, week = tmp_path / "all.png", tmp_path / "week.png"
    logged("chart", "momentum", "--out", str(everything))
    logged("chart", "momentum", "--out", str(week), "--days", "7")
    assert everything.read_bytes() != week.read_bytes()


def test_a_file_that_was_there_is_replaced_whole_and_nothing_is_left_beside_it(
    logged: Command, tmp_path: Path
) -> None:
    out = tmp_path / "momentum.png"
    out.write_text("former")
    logged("chart", "momentum", "--out", str(out))
    assert out.read_bytes().startswith(BEGINS["png"])
    assert {path.name for path in tmp_path.iterdir()} == {"momentum.png", "journal.upswing"}


@pytest.mark.parametrize(
    "words",
    [
        ("chart",),
        ("chart", "momentum"),
        ("chart", "mood", "--out", "a.png"),
        ("chart", "momentum", "--out", "a.bmp"),
        ("chart", "momentum", "--out", "a"),
        ("chart", "momentum", "--out", ""),
        ("chart", "momentum", "--out", "a\x00.png"),
        ("chart", "momentum", "--out", "/nowhere/at/all.png"),
        ("chart", "momentum", "--out", "/proc/a.png"),
        ("chart", "momentum", "--out", "a.png", "--theme", "blue"),
        ("chart", "momentum", "--out", "a.png", "--days", "0"),
        ("chart", "momentum", "--out", "a.png", "--days", "-5"),
        ("chart", "momentum", "--out", "a.png", "--days", "999999999999"),
    ],
    ids=lambda words: " ".join(words[1:]).replace("\x00", "NUL").replace("/", "|"),
)
def test_what_cannot_be_drawn_is_told(
    logged: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert logged(*words).sentence
    assert {path.name for path in tmp_path.iterdir()} == {"journal.upswing"}


def test_a_folder_is_no_picture(logged: Command, tmp_path: Path) -> None:
    (tmp_path / "folder.png").mkdir()
    assert logged("chart", "momentum", "--out", str(tmp_path / "folder.png")).sentence


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_the_journal_is_never_drawn_over(logged: Command, journal: Path, tmp_path: Path) -> None:
    before = journal.read_bytes()
    (tmp_path / "picture.png").symlink_to(journal)
    assert "journal" in logged("chart", "momentum", "--out", str(tmp_path / "picture.png")).sentence
    assert journal.read_bytes() == before
