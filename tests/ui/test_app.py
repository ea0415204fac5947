"""The window as a process: its end, a second start, and what is saved when it is killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.domain.clock import SystemClock
from desktop_app.session import open_session

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from desktop_app.services.bundle import Services

# Runs the window with a script that drives it once it takes input; what it says comes out.
DRIVER = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from desktop_app import app
from desktop_app.ui.main_window import MainWindow

def say(words):
    print(words, flush=True)

class Driven(app.Started):
    def on_ready(self):
        super().on_ready()
        QTimer.singleShot(0, self.drive)

    def drive(self):
        window = self._window
        window.today.complete()
        drive(window, self)

app.Started = Driven

{script}

code = app.run(Path(sys.argv[1]))
say(f"ended {{code}}")
sys.exit(code)
"""
TYPING = """
def drive(window, started):
    QTest.keyClick(window, "3")
    QTest.keyClick(window, "t")
    QTest.keyClicks(window.today.check_in.note, "half a sent")
    say("typed")
"""


class Windows:
    """Starts windows over one journal, and ends them all."""

    def __init__(self, journal: Path, folder: Path) -> None:
        self.journal = journal
        self._folder = folder
        self._started: list[subprocess.Popen[str]] = []

    def start(self, *words: str, script: str = "") -> subprocess.Popen[str]:
        """Start a window, driven by a script where there is one."""
        command = [sys.executable, "-m", "desktop_app", "--journal", str(self.journal), *words]
        if script:
            command = [sys.executable, "-c", DRIVER.format(script=script), str(self.journal)]
        process = subprocess.Popen(
            command,
            cwd=self._folder,
            env={
                **os.environ,
                "QT_QPA_PLATFORM": "offscreen",
                "PYTHONFAULTHANDLER": "1",
                "XDG_CONFIG_HOME": str(self.journal.parent / "config"),
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self._started.append(process)
        return process

    def end(self) -> None:
        for process in self._started:
            if process.poll() is None:
                process.kill()
            process.communicate()


@pytest.fixture
def windows(tmp_path: Path, repository: Path) -> Iterator[Windows]:
    made = Windows(tmp_path / "journal.upswing", repository)
    yield made
    made.end()


def told(process: subprocess.Popen[str], words: str) -> None:
    """Wait until the process says something."""
    assert process.stdout is not None
    line = process.stdout.readline().strip()
    assert line == words, process.communicate(timeout=20)[1]


def output(process: subprocess.Popen[str], code: int = 0) -> tuple[str, str]:
    """Wait for the end, and return what was said last."""
    out, err = process.communicate(timeout=30)
    assert process.returncode == code, err
    said = [line for line in err.split("\n") if not line.startswith("This plugin does not")]
    return out.strip(), "\n".join(said).strip()  # Qt's word about having no screen is left out


def look(journal: Path, at: Callable[[Services], object]) -> object:
    """Open the journal that was given up, and look."""
    services = open_session(journal, SystemClock())
    try:
        return at(services)
    finally:
        services.upkeep.close()


def note_of_today(services: Services) -> str:
    found = services.check_ins.latest(services.days.today())
    return found.note if found else ""


# Its end


def test_it_closes_when_it_takes_input(windows: Windows) -> None:
    assert output(windows.start("--quit-when-ready")) == ("", "")


def test_a_window_built_anew_is_closed_as_the_first_one(windows: Windows) -> None:
    script = """
from PySide6.QtTest import QTest
def drive(window, started):
    QTest.keyClick(window, "t")
    QTest.keyClicks(window.today.check_in.note, "half a sent")
    services = started._services
    services.settings.set("text_size", "200", today=services.days.today())
    def look():
        say("anew" if started._window is not window else "the same")
        say(started._window.today.check_in.note.text)
        started._window.close()
    QTimer.singleShot(200, look)
"""
    process = windows.start(script=script)
    assert output(process)[0].splitlines() == ["anew", "half a sent", "ended 0"]
    assert look(windows.journal, note_of_today) == "half a sent"
    assert look(windows.journal, lambda services: services.settings.get("text_size")) == "200"


def test_it_may_be_closed_at_once_while_the_journal_is_still_checked(windows: Windows) -> None:
    script = """
import time
from desktop_app.services.upkeep import Upkeep
real = Upkeep.verify
def slow(self):
    say("checking")
    time.sleep(0.5)
    real(self)
Upkeep.verify = slow
def drive(window, started):
    window.close()
"""
    out, err = output(windows.start(script=script))
    assert sorted(out.split("\n")) == ["checking", "ended 0"]
    assert err == ""


def test_it_may_be_closed_in_the_middle_of_a_piece_of_work(windows: Windows) -> None:
    script = """
import threading
from desktop_app.ui.workers import Job
from PySide6.QtCore import QThreadPool
def drive(window, started):
    jobs = [Job(lambda: time.sleep(0.3), window) for _ in range(4)]
    window.jobs = jobs
    for job in jobs:
        job.run_in(QThreadPool.globalInstance())
    window.close()
import time
"""
    assert output(windows.start(script=script)) == ("ended 0", "")


def test_it_comes_back_where_it_was_closed(windows: Windows) -> None:
    script = """
def drive(window, started):
    place = window.geometry()
    say((place.x(), place.y(), place.width(), place.height()))
    window.setGeometry(20, 40, 730, 500)
    window.close()
"""
    first, _error = output(windows.start(script=script))
    assert first != "(20, 40, 730, 500)\nended 0"
    assert output(windows.start(script=script)) == ("(20, 40, 730, 500)\nended 0", "")
    (kept,) = (windows.journal.parent / "config" / "upswing").iterdir()
    assert kept.stat().st_mode & 0o777 == 0o600
    kept.write_bytes(b"\xff damaged")
    again, _error = output(windows.start(script=script))
    assert again == first


@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_the_system_ends_it_and_not_a_letter_is_lost(windows: Windows, name: str) -> None:
    process = windows.start(script=TYPING)
    told(process, "typed")
    process.send_signal(getattr(signal, name))
    assert output(process) == ("ended 0", "")
    assert look(windows.journal, note_of_today) == "half a sent"


def test_the_system_ends_it_while_a_sheet_is_open(windows: Windows) -> None:
    script = """
def drive(window, started):
    QTest.keyClick(window, "x")
    from desktop_app.ui.sheets.rejection_sheet import RejectionSheet
    sheet = window.findChildren(RejectionSheet)[0]
    QTest.keyClicks(sheet.focusWidget(), "Oakl")
    say("typed")
"""
    process = windows.start(script=script)
    told(process, "typed")
    process.send_signal(signal.SIGTERM)
    assert output(process) == ("ended 0", "")
    assert "Oakl" in str(look(windows.journal, lambda services: services.drafts.get("rejection")))


def test_the_end_of_the_session_loses_nothing(windows: Windows) -> None:
    script = TYPING.replace(
        'say("typed")',
        "started._on_session_ending(); say('typed'); import os; os.kill(os.getpid(), 9)",
    )
    process = windows.start(script=script)
    told(process, "typed")
    process.wait(20)
    assert look(windows.journal, note_of_today) == "half a sent"


def test_after_a_kill_the_next_start_works_and_what_was_shown_is_there(windows: Windows) -> None:
    process = windows.start(script=TYPING)
    told(process, "typed")
    time.sleep(1)  # longer than the field waits for the next letter
    process.kill()
    process.wait(20)
    assert output(windows.start("--quit-when-ready")) == ("", "")
    assert look(windows.journal, note_of_today) == "half a sent"


# A second start


def test_a_second_start_brings_the_first_to_the_front_and_ends(windows: Windows) -> None:
    script = """
def drive(window, started):
    window.showMinimized()
    started._bell.rung.connect(lambda: say(f"minimized: {window.isMinimized()}"))
    say("ready")
"""
    first = windows.start(script=script)
    told(first, "ready")
    begun = time.monotonic()
    assert output(windows.start()) == (
        "Upswing is open already; its window comes to the front.",
        "",
    )
    assert time.monotonic() - begun < 10
    told(first, "minimized: False")
    assert first.poll() is None
    first.terminate()
    assert output(first)[0] == "ended 0"


def test_six_starts_at_once_have_one_owner(windows: Windows) -> None:
    started = [windows.start() for _time in range(6)]
    until = time.monotonic() + 30
    while sum(one.poll() is None for one in started) > 1 and time.monotonic() < until:
        time.sleep(0.1)
    alive = [one for one in started if one.poll() is None]
    assert len(alive) == 1
    # One that found the journal taken before its owner could be rung says so and ends.
    assert {one.returncode for one in started if one is not alive[0]} <= {0, 2}
    time.sleep(0.5)
    alive[0].terminate()
    output(alive[0])


def test_after_a_kill_the_bell_of_the_dead_window_is_no_hindrance(windows: Windows) -> None:
    first = windows.start(script='def drive(window, started): say("ready")')
    told(first, "ready")
    first.kill()
    first.wait(20)
    second = windows.start(script='def drive(window, started): say("ready")')
    told(second, "ready")
    assert output(windows.start()) == (
        "Upswing is open already; its window comes to the front.",
        "",
    )
    second.terminate()
    output(second)


# A journal that can't be opened

DISMISS = """
real_refuse = app._refuse
def refuse(application, error, path, *, quiet):
    def close():
        box = next(one for one in QApplication.topLevelWidgets() if isinstance(one, QMessageBox))
        say(box.text())
        say(box.textFormat().name)
        box.accept()
    QTimer.singleShot(300, close)
    return real_refuse(application, error, path, quiet=quiet)
app._refuse = refuse
"""


def test_a_damaged_journal_is_told_in_a_box_and_on_standard_error(windows: Windows) -> None:
    windows.journal.write_bytes(b"no journal" * 100)
    out, err = output(windows.start(script=DISMISS), code=2)
    sentence, form, ended = out.split("\n")
    assert sentence == err
    assert str(windows.journal) in sentence
    assert form == "PlainText"
    assert ended == "ended 2"
    assert windows.journal.read_bytes() == b"no journal" * 100


def test_a_journal_of_a_newer_version_is_told_and_left_alone(windows: Windows) -> None:
    look(windows.journal, lambda services: services.activities.log("application"))
    content = bytearray(windows.journal.read_bytes())
    content[60:64] = (99).to_bytes(4, "big")  # SQLite's user_version
    windows.journal.write_bytes(content)
    out, err = output(windows.start("--quit-when-ready"), code=2)
    assert out == ""
    assert len(err.split("\n")) == 1
    assert "later Upswing" in err
    assert windows.journal.read_bytes() == bytes(content)


def test_a_journal_damaged_inside_is_told_while_the_window_stands(windows: Windows) -> None:
    look(windows.journal, _fill)
    content = bytearray(windows.journal.read_bytes())
    page = content.index(b"20 words words") // 4096
    content[page * 4096 + 1 : page * 4096 + 600] = b"\xff" * 599
    windows.journal.write_bytes(content)
    script = """
def drive(window, started):
    def look():
        if window.toasts.toast.isVisible():
            say(window.toasts.toast.sentence)
            window.close()
        else:
            QTimer.singleShot(50, look)
    look()
"""
    out, err = output(windows.start(script=script))
    assert "damaged" in out.split("\n")[0]
    assert "Traceback" not in err


def _fill(services: Services) -> None:
    today = services.days.today()
    for number in range(40):
        services.check_ins.log(
            note=f"{number} " + "words " * 200, day=today - timedelta(days=number)
        )
