"""The window as a process: opened by the command, one owner of its journal, closed cleanly."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Command

OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}
NOWHERE: dict[str, str | None] = {"WAYLAND_DISPLAY": None, "QT_QPA_PLATFORM": None}


@pytest.fixture
def window(journal: Path, repository: Path, process: Command) -> Iterator[subprocess.Popen[str]]:
    """Return the process of a window that is open on the test's journal."""
    process("log", "application")
    opened = subprocess.Popen(
        [sys.executable, "-m", "desktop_app", "--journal", str(journal)],
        cwd=repository,
        env={**os.environ, **OFFSCREEN},
        stderr=subprocess.PIPE,
        text=True,
    )
    until = time.monotonic() + 20
    # The journal's lock shows in the system's list of locks; asking by opening could take it.
    identity = f":{journal.stat().st_ino} "
    while identity not in Path("/proc/locks").read_text():
        assert time.monotonic() < until, "the window never took the journal"
        time.sleep(0.05)
    time.sleep(1)
    yield opened
    opened.kill()
    opened.communicate()


def test_the_window_opens_and_closes_when_it_takes_input(process: Command, journal: Path) -> None:
    assert process("--quit-when-ready", **OFFSCREEN).fine == ""
    assert journal.is_file()
    assert process("check").fine


def test_the_window_opens_on_the_journal_that_is_named(process: Command, tmp_path: Path) -> None:
    for words in (("--journal", "a"), ("--journal=b",)):
        assert process(*words, "--quit-when-ready", **OFFSCREEN).fine == ""
    assert {path.name for path in tmp_path.iterdir()} == {"a", "b"}


def test_a_damaged_journal_is_told_before_any_window(process: Command, journal: Path) -> None:
    journal.write_bytes(b"no journal")
    assert str(journal) in process("--quit-when-ready", **OFFSCREEN).sentence
    assert journal.read_bytes() == b"no journal"


@pytest.mark.parametrize("display", [None, "", ":4711", ":4711.0", "nonsense"])
def test_without_a_display_the_window_says_so_in_a_sentence(
    process: Command, journal: Path, display: str | None
) -> None:
    for words in ((), ("--quit-when-ready",), ("--journal", "x")):
        assert "no display" in process(*words, DISPLAY=display, **NOWHERE).sentence
    assert not journal.exists()


@pytest.mark.skipif(not Path("/proc/locks").exists(), reason="needs the list of locks")
def test_while_the_window_is_open_the_command_says_so_and_changes_nothing(
    window: subprocess.Popen[str], process: Command
) -> None:
    for words in (("log", "application"), ("summary",)):
        sentence = process(*words).sentence
        assert sentence == "The journal is open in another Upswing. Nothing was changed."
    window.send_signal(signal.SIGTERM)
    assert window.wait(20) == 0
    assert json.loads(process("summary", "--json").fine)["activities"]["count"] == 1
