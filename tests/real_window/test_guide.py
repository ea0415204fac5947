"""In a real window a no is gone through, the program is killed in the middle, and it goes on."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from tests.real_window import test_a_day as a_day

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.services.bundle import Services

pytestmark = a_day.pytestmark
screen, services, real_window = a_day.screen, a_day.services, a_day.real_window


def test_a_form_letter_is_gone_through_and_closed_by_keyboard(
    real_window: a_day.RealWindow, services: Services, tmp_path: Path
) -> None:
    window = real_window
    window.press("x")
    window.focus_sheet("A rejection came in")
    window.write("Oakline Insurance")
    window.press("ctrl+g")
    time.sleep(0.5)
    window.focus()
    window.write("One role, one day.")
    window.press("ctrl+Return")
    time.sleep(0.3)
    window.picture(tmp_path / "focus.png")
    window.press("ctrl+Return")
    time.sleep(0.3)
    assert window.end() == ""
    (rejection,) = services.rejections.all()
    case = services.guide.case(rejection.id)
    assert case is not None
    assert case.answers == {"friend": "One role, one day."}
    assert case.closed is not None


def test_a_kill_in_the_middle_loses_nothing_and_it_goes_on_where_it_was(
    screen: a_day.Screen, tmp_path: Path, repository: Path, services: Services
) -> None:
    window = a_day.RealWindow(screen, tmp_path / "journal.upswing", repository)
    window.press("x")
    window.focus_sheet("A rejection came in")
    window.write("Kestrel Health")
    window.press("Tab", "Tab", "Tab", "Right", "Right", "Right", "space")
    window.press("ctrl+g")
    time.sleep(0.5)
    window.focus()
    window.press("ctrl+Return")
    time.sleep(0.3)
    window.write("The story.")
    time.sleep(2.0)  # as long as words may be on their way to the disk
    window.process.kill()
    window.process.communicate()
    again = a_day.RealWindow(screen, tmp_path / "journal.upswing", repository)
    again.press("ctrl+3", "g")
    time.sleep(0.4)
    again.press("Escape", "l")
    again.write("Tell it first.")
    again.press("ctrl+Page_Down")
    time.sleep(0.3)
    assert again.end() == ""
    (rejection,) = services.rejections.all()
    case = services.guide.case(rejection.id)
    assert case is not None
    assert case.answers == {"went_well": "The story."}
    lesson = services.lessons.of_rejection(rejection.id)
    assert lesson is not None
    assert lesson.text == "Tell it first."
