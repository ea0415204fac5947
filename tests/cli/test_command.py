"""The command as a process: its words, its exit codes, and one journal for one owner."""

import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from desktop_app import __version__
from desktop_app.cli.command import upswing as group
from desktop_app.domain.clock import SystemClock
from desktop_app.session import open_session
from tests.cli.conftest import Command, Said

READING = (
    ("momentum",), ("summary", "--json"), ("settings",), ("settings", "half_life"), ("check",),
)  # fmt: skip
WRITING = (
    ("log", "application"), ("mood", "3"), ("rest",), ("reject", "Acme"),
    ("settings", "half_life", "9"),
)  # fmt: skip


def test_the_version_is_told(process: Command) -> None:
    assert process("--version").fine == f"upswing {__version__}\n"


def test_the_help_names_every_command(process: Command) -> None:
    said = process("--help").fine
    for name in (
        "log", "mood", "rest", "reject", "settings", "momentum", "summary", "chart", "import",
        "check", "doctor",
    ):  # fmt: skip
        assert f"\n  {name} " in said


@pytest.mark.parametrize("name", group.list_commands(None))  # type: ignore[arg-type]
def test_each_command_helps(upswing: Command, name: str) -> None:
    assert upswing(name, "--help").fine.startswith(f"Usage: upswing {name}")


def test_a_day_is_logged_by_processes(process: Command, today: date, journal: Path) -> None:
    process("log", "application", "2")
    process("mood", "4")
    assert json.loads(process("momentum", "--json").fine)[0]["points"] == 6
    assert "2 activities" not in process("check").fine
    assert journal.stat().st_mode & 0o777 == 0o600
    assert process("log", "nothing").sentence.startswith("“nothing” is no kind")


def test_the_journal_is_named_before_or_after_the_command(process: Command, tmp_path: Path) -> None:
    before, after = tmp_path / "before", tmp_path / "after"
    process("--journal", str(before), "log", "application")
    process("--journal", str(before), "log", "application", "--journal", str(after))
    for path in (before, after):
        counts = json.loads(process("summary", f"--journal={path}", "--json").fine)
        assert counts["activities"]["count"] == 1


def test_the_journal_may_be_named_from_the_folder_one_stands_in(
    process: Command, tmp_path: Path
) -> None:
    process("log", "application", "--journal", "here.upswing")
    assert (tmp_path / "here.upswing").is_file()


def test_the_persons_own_journal_lies_in_their_data_folder(
    process: Command, tmp_path: Path
) -> None:
    assert process("log", "application", UPSWING_JOURNAL=None, XDG_DATA_HOME=str(tmp_path)).fine
    if sys.platform.startswith("linux"):
        assert (tmp_path / "upswing" / "journal.upswing").is_file()


@pytest.mark.parametrize("words", READING + WRITING, ids=" ".join)
def test_while_another_upswing_has_the_journal_the_command_says_so(
    process: Command, journal: Path, words: tuple[str, ...]
) -> None:
    services = open_session(journal, SystemClock())
    services.activities.log("application")
    try:
        said = process(*words)
        counts = services.summary.counts()
    finally:
        services.upkeep.close()
    assert said.sentence == "The journal is open in another Upswing. Nothing was changed."
    assert said.out == ""
    assert [counts[name].count for name in ("activities", "check_ins", "rejections")] == [1, 0, 0]


def test_a_reader_that_has_seen_enough_is_no_failure(journal: Path, repository: Path) -> None:
    command = f"{sys.executable} -m desktop_app settings | true; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=repository,
        env={**os.environ, "UPSWING_JOURNAL": str(journal)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_told_in_a_sentence(journal: Path, repository: Path) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "desktop_app", "settings"],
            cwd=repository,
            env={**os.environ, "UPSWING_JOURNAL": str(journal)},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert "space" in Said(done.returncode, "", done.stderr).sentence


def test_a_terminal_of_few_characters_shows_the_rest_escaped(process: Command) -> None:
    assert "noted on" in process("reject", "Café ☕", PYTHONIOENCODING="ascii").fine
    assert process("log", "☕", PYTHONIOENCODING="ascii").sentence
