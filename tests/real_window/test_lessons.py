"""In a real window lessons are written and practised by keyboard, a card is dragged by mouse."""

from __future__ import annotations

import time
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.domain.clock import SystemClock
from desktop_app.domain.guide.records import AskState
from desktop_app.domain.stages import Stage
from desktop_app.services.rejections import RejectionForm
from desktop_app.session import open_session
from tests.real_window import test_a_day as a_day

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.services.bundle import Services

pytestmark = a_day.pytestmark
screen, services, real_window = a_day.screen, a_day.services, a_day.real_window

# Where they stand in the window with one lesson and one question, from its top left corner.
CARD_TO_ASK = (353, 342)
COLUMN_ASKED = (613, 523)
CIRCLE = (259, 164)


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """Return a journal with one question to ask and one lesson."""
    path = tmp_path / "journal.upswing"
    made = open_session(path, SystemClock())
    form = RejectionForm("Kestrel Health", "Insight analyst", stage=Stage.INTERVIEW)
    no = made.rejections.note(form)
    made.feedback.prepare(no, draft="Which one skill would have helped most?")
    made.lessons.add("Breathe out before the first answer.")
    made.upkeep.close()
    return path


def test_lessons_and_next_steps_by_keyboard(
    journal: Path, real_window: a_day.RealWindow, services: Services, tmp_path: Path
) -> None:
    window = real_window
    window.press("ctrl+l")
    window.focus_sheet("Add a lesson")
    window.write("Name one number.")
    window.press("Tab", "Tab", "Right", "Right", "space", "ctrl+Return")  # practise it tomorrow
    window.focus()
    window.press("ctrl+4", "slash")
    window.write("breathe")
    window.press("Down", "space", "h")
    time.sleep(0.3)
    window.picture(tmp_path / "lessons.png")
    window.press("ctrl+1", "shift+s")
    window.write("Call Ada")
    window.press("Return", "Escape")
    window.press("s", "space")
    assert window.end() == ""
    found = {one.text: one for one in services.lessons.all()}
    assert found["Breathe out before the first answer."].practised == 1
    assert found["Breathe out before the first answer."].helped is True
    tomorrow = services.days.today() + timedelta(days=1)
    assert found["Name one number."].practise_on == tomorrow
    (step,) = services.next_steps.on(services.days.today())
    assert (step.text, step.done) == ("Call Ada", services.days.today())


def test_a_circle_is_ticked_and_a_card_dragged_by_mouse(
    journal: Path,
    screen: a_day.Screen,
    real_window: a_day.RealWindow,
    services: Services,
    tmp_path: Path,
) -> None:
    window = real_window
    window.press("ctrl+4")
    time.sleep(0.4)
    window.click(CIRCLE)
    screen.hand("mousemove", *map(str, CARD_TO_ASK))
    screen.hand("mousedown", "1")
    for part in range(1, 9):
        across, down = (
            round(begin + (end - begin) * part / 8)
            for begin, end in zip(CARD_TO_ASK, COLUMN_ASKED, strict=True)
        )
        screen.hand("mousemove", str(across), str(down))
        time.sleep(0.05)
    screen.hand("mouseup", "1")
    time.sleep(0.5)
    window.picture(tmp_path / "dragged.png")
    assert window.end() == ""
    (request,) = services.feedback.all()
    assert request.state is AskState.ASKED
    assert request.asked == services.days.today()
    (lesson,) = services.lessons.all()
    assert lesson.practised == 1
