"""In a real window a search is ended and another begun, and the window comes back where it was."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

from desktop_app.domain.searches import Ending
from tests.real_window import test_a_day as a_day

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.services.bundle import Services

pytestmark = a_day.pytestmark
screen, services, real_window = a_day.screen, a_day.services, a_day.real_window


def test_a_search_is_ended_and_another_begun_by_keyboard(
    real_window: a_day.RealWindow, services: Services, tmp_path: Path
) -> None:
    window = real_window
    window.press("a")
    window.press("alt+s", "e")
    window.focus_sheet("End the search")
    window.press("Right", "Return")
    window.press("Tab", "Tab")
    window.write("Enough for now.")
    window.press("ctrl+Return")
    time.sleep(0.5)
    window.focus()
    window.picture(tmp_path / "ended.png")
    window.press("ctrl+1", "4")
    window.press("alt+s", "b")
    time.sleep(0.3)
    window.picture(tmp_path / "begun.png")
    assert window.end() == ""
    running, former = services.searches.all()
    assert running.ended is None
    assert (former.ending, former.note) == (Ending.STOPPED, "Enough for now.")
    today = services.check_ins.latest(services.days.today())
    assert today is not None
    assert today.mood == 4


def test_the_window_comes_back_where_it_was(
    screen: a_day.Screen, tmp_path: Path, repository: Path
) -> None:
    def place(window: a_day.RealWindow) -> list[int]:
        told = screen.hand("getwindowgeometry", "--shell", window._id)
        return [int(number) for _name, number in re.findall(r"(X|Y|WIDTH|HEIGHT)=(\d+)", told)]

    window = a_day.RealWindow(screen, tmp_path / "journal.upswing", repository)
    screen.hand("windowmove", "--sync", window._id, "60", "40")
    screen.hand("windowsize", "--sync", window._id, "1010", "650")
    time.sleep(0.3)
    assert window.end() == ""
    again = a_day.RealWindow(screen, tmp_path / "another.upswing", repository)
    assert place(again) == [60, 40, 1010, 650]
    assert again.end() == ""
