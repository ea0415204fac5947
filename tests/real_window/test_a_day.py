"""A real window on a screen of its own, used as a person does: by keyboard and by mouse.

The places that are clicked are those of a window of 1280x800 at usual text size.
"""

from __future__ import annotations

import os
import re
import shutil
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
    from collections.abc import Iterator
    from pathlib import Path

    from desktop_app.services.bundle import Services

pytestmark = pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("xdotool")),
    reason="needs Xvfb and xdotool: a screen without a screen, and a hand for it",
)

# Where things stand in the window, from its top left corner.
MOOD_2 = (436, 216)
TILE_APPLICATION = (300, 480)
REST_SWITCH = (1179, 63)
REJECTION_CARD = (1090, 467)
DAY_BEFORE = (248, 63)
DAY_AFTER = (284, 63)
# From the bottom right corner of its sheet.
NOTE_IT = (205, 39)


class Screen:
    """A screen that nobody sees."""

    def __init__(self) -> None:
        reader, writer = os.pipe()
        self._server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
            pass_fds=(writer,),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(writer)
        with os.fdopen(reader) as told:
            number = told.readline().strip()
        assert number, "Xvfb found no free display"
        self.environment = {
            **os.environ,
            "DISPLAY": f":{number}",
            "QT_QPA_PLATFORM": "xcb",
            "WAYLAND_DISPLAY": "",
        }

    def hand(self, *words: str) -> str:
        """Let xdotool do something."""
        done = subprocess.run(
            ["xdotool", *words],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=20,
            check=True,
        )
        return done.stdout.strip()

    def end(self) -> None:
        self._server.terminate()
        self._server.wait(10)


class RealWindow:
    """The program on a screen."""

    def __init__(self, screen: Screen, journal: Path, folder: Path) -> None:
        self._screen = screen
        self.journal = journal
        self.process = subprocess.Popen(
            [sys.executable, "-m", "desktop_app", "--journal", str(journal)],
            cwd=folder,
            env={**screen.environment, "XDG_CONFIG_HOME": str(journal.parent / "config")},
            stderr=subprocess.PIPE,
            text=True,
        )
        found = screen.hand("search", "--sync", "--onlyvisible", "--name", "^Upswing$")
        self._id = found.split("\n")[-1]
        time.sleep(0.6)  # until the first painting is over
        screen.hand("windowfocus", "--sync", self._id)

    def press(self, *keys: str) -> None:
        for key in keys:
            self._screen.hand("key", key)
            time.sleep(0.05)

    def write(self, words: str) -> None:
        self._screen.hand("type", "--delay", "15", words)

    def click(self, place: tuple[int, int]) -> None:
        across, down = map(str, place)
        self._screen.hand("mousemove", across, down)  # --sync waits long for no move
        self._screen.hand("click", "1")
        time.sleep(0.1)

    def focus_sheet(self, name: str) -> tuple[int, int]:
        """Do what a window manager does: give the focus to a sheet that has opened.

        Returns:
            where its bottom right corner is.
        """
        found = self._screen.hand("search", "--sync", "--onlyvisible", "--name", name)
        sheet = found.split("\n")[-1]
        self._screen.hand("windowfocus", "--sync", sheet)
        told = self._screen.hand("getwindowgeometry", "--shell", sheet)
        place = {name: int(number) for name, number in re.findall(r"([A-Z]+)=(\d+)", told)}
        return place["X"] + place["WIDTH"], place["Y"] + place["HEIGHT"]

    def focus(self) -> None:
        """Give the focus back to the window."""
        self._screen.hand("windowfocus", "--sync", self._id)

    def picture(self, path: Path) -> None:
        """Keep what the screen shows, where ImageMagick is at hand."""
        if shutil.which("import"):
            subprocess.run(
                ["import", "-window", "root", str(path)],
                env=self._screen.environment,
                timeout=20,
                check=True,
            )

    def end(self) -> str:
        """End it as the system does, and return what it said on standard error."""
        time.sleep(0.2)
        self.process.send_signal(signal.SIGTERM)
        _out, said = self.process.communicate(timeout=20)
        assert self.process.returncode == 0, said
        return said


@pytest.fixture
def screen() -> Iterator[Screen]:
    made = Screen()
    yield made
    made.end()


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    """Return the services over the journal that a window has given up; open at first use."""
    opened: list[Services] = []

    class Later:
        def __getattr__(self, name: str) -> object:
            if not opened:
                opened.append(open_session(tmp_path / "journal.upswing", SystemClock()))
            return getattr(opened[0], name)

    yield Later()  # type: ignore[misc]
    for one in opened:
        one.upkeep.close()


@pytest.fixture
def real_window(screen: Screen, tmp_path: Path, repository: Path) -> Iterator[RealWindow]:
    made = RealWindow(screen, tmp_path / "journal.upswing", repository)
    yield made
    if made.process.poll() is None:
        made.process.kill()
        made.process.communicate()


def test_a_day_a_rest_day_and_a_rejection_by_keyboard(
    real_window: RealWindow, services: Services, tmp_path: Path
) -> None:
    window = real_window
    window.press("4", "e", "4", "a", "n")
    time.sleep(0.8)  # three different letters in a row would be taken for a note
    window.press("t")
    window.write("a good talk, 2 more to come")
    window.press("Escape")
    window.press("x")
    window.focus_sheet("A rejection came in")
    window.write("Oakline Insurance")
    window.press("Return")
    window.focus()
    window.press("alt+Left", "r", "2", "alt+Home")
    window.picture(tmp_path / "keyboard.png")
    assert window.end() == ""
    today = services.days.today()
    check_in = services.check_ins.latest(today)
    assert check_in is not None
    assert (check_in.mood, check_in.energy) == (4, 4)
    assert check_in.note == "a good talk, 2 more to come"
    assert [one.kind for one in services.activities.of_day(today)] == ["application", "networking"]
    assert [one.employer for one in services.rejections.of_day(today)] == ["Oakline Insurance"]
    yesterday = today - timedelta(days=1)
    mark = services.days.mark_of(yesterday)
    assert mark is not None
    assert mark.kind == "rest"
    assert services.days.mark_of(today) is None


def test_a_kind_of_day_details_and_check_ins_by_keyboard(
    real_window: RealWindow, services: Services
) -> None:
    window = real_window
    window.press("shift+r")
    time.sleep(0.2)
    window.press("Up", "Up", "Return")  # from the mark that is not there to 'Sick'
    window.press("ctrl+g")
    time.sleep(0.3)
    window.press("Left", "Return")
    window.press("a", "a", "d")
    window.write("Oakline")
    window.press("Tab")
    window.write("Planner")
    window.press("Return", "2", "m", "5")
    assert window.end() == ""
    today = services.days.today()
    mark = services.days.mark_of(today)
    assert mark is not None
    assert mark.kind == "sick"
    yesterday = today - timedelta(days=1)
    sent = services.activities.of_day(yesterday)
    assert [(one.amount, one.employer, one.position) for one in sent] == [
        (1, "", ""), (1, "Oakline", "Planner"),
    ]  # fmt: skip
    assert [one.mood for one in services.check_ins.of_day(yesterday)] == [2, 5]
    assert services.check_ins.latest(today) is None


def test_an_application_is_added_moved_on_and_ended_by_keyboard(
    real_window: RealWindow, services: Services
) -> None:
    window = real_window
    for employer in ("Halden Analytics", "Oakline"):
        window.press("ctrl+n")
        window.focus_sheet("Add an application")
        window.write(employer)
        window.press("Return")
        window.focus()
    window.press("ctrl+2")
    time.sleep(0.3)
    window.press("i", "Down", "s", "w", "slash")
    window.write("oak")
    window.press("Down", "x")
    window.focus_sheet("A rejection came in")
    window.press("Return")
    window.focus()
    assert window.end() == ""
    known = {one.employer: one for one in services.applications.all()}
    assert (known["Oakline"].stage, known["Oakline"].outcome) == ("interview", "rejected")
    halden = known["Halden Analytics"]
    assert (halden.stage, halden.outcome) == ("screening", "withdrawn")
    sent = services.activities.of_day(services.days.today())
    assert [(one.kind, one.amount) for one in sent] == [("application", 1), ("application", 1)]
    assert [one.employer for one in services.rejections.all()] == ["Oakline"]


def test_a_day_a_rest_day_and_a_rejection_by_mouse(
    real_window: RealWindow, services: Services, tmp_path: Path
) -> None:
    window = real_window
    window.press("3")  # the first run shows the question of mood alone, and larger
    time.sleep(0.3)
    window.click(MOOD_2)
    window.click(TILE_APPLICATION)
    window.click(TILE_APPLICATION)
    window.click(REJECTION_CARD)
    right, bottom = window.focus_sheet("A rejection came in")
    window.write("Oakline")
    window.picture(tmp_path / "sheet.png")
    window.click((right - NOTE_IT[0], bottom - NOTE_IT[1]))
    window.focus()
    window.click(DAY_BEFORE)
    window.click(REST_SWITCH)
    window.click(DAY_AFTER)
    window.press("alt+v")
    time.sleep(0.1)
    window.press("d")  # the dark look
    time.sleep(0.2)
    window.picture(tmp_path / "mouse.png")
    assert window.end() == ""
    today = services.days.today()
    check_in = services.check_ins.latest(today)
    assert check_in is not None
    assert check_in.mood == 2
    assert [(one.kind, one.amount) for one in services.activities.of_day(today)] == [
        ("application", 2)
    ]
    assert [one.employer for one in services.rejections.of_day(today)] == ["Oakline"]
    mark = services.days.mark_of(today - timedelta(days=1))
    assert mark is not None
    assert mark.kind == "rest"
    assert services.days.mark_of(today) is None
    assert services.settings.get("appearance") == "dark"
