"""Next steps on Today: one list, ticked by key, few lines in sight, taken back whole."""

from __future__ import annotations

from datetime import time, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.domain.guide.records import AskState
from desktop_app.domain.searches import Ending
from desktop_app.domain.stages import Stage
from desktop_app.services.application_form import ApplicationForm
from desktop_app.services.application_stages import StageForm
from desktop_app.services.plans import PlannedThing
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.step_row import StepRow
from tests.ui.desks import TODAY

if TYPE_CHECKING:
    from tests.ui.desks import WindowDesk

DAY = timedelta(days=1)


def rows(desk: WindowDesk) -> list[StepRow]:
    return [one for one in desk.window.findChildren(StepRow) if one.isVisible()]


def texts(desk: WindowDesk) -> list[str]:
    return [row._label.accessibleName() for row in rows(desk)]


def focused(desk: WindowDesk) -> str:
    return next((row._label.accessibleName() for row in rows(desk) if row.has_focus()), "")


def fill(desk: WindowDesk) -> dict[str, int]:
    """Let one thing of each kind be due, and one lie ahead."""
    services = desk.services
    found = {"step": services.next_steps.add("Follow up with Marta", TODAY)}
    services.plans.set_week([PlannedThing("Thu", "Library", "Two applications")])
    found["lesson"] = services.lessons.add("Name one number.")
    services.lessons.practise_on(found["lesson"], TODAY - 3 * DAY)
    rejection = desk.reject("Halden", TODAY - DAY)
    found["ask"] = services.feedback.prepare(rejection, ask_on=TODAY, keep_day=False)
    found["application"] = services.applications.add(
        ApplicationForm("Corvid", day=TODAY - 9 * DAY), name_logged=False
    )
    services.stages.plan(
        found["application"], StageForm(Stage.INTERVIEW, TODAY + 2 * DAY, time(14, 30))
    )
    for one in services.activities.of_day(TODAY):
        services.activities.delete(one.id)
    return found


def test_few_lines_are_in_sight_and_more_on_request(window_desk: WindowDesk) -> None:
    desk = window_desk
    fill(desk)
    for number in range(4):
        desk.services.next_steps.add(f"Step {number}")
    _ = desk.window
    assert len(texts(desk)) == 4
    more = desk.named(Button, "5 more")
    desk.click(more)
    assert len(texts(desk)) == 9
    desk.click(desk.named(Button, "Fewer"))
    assert len(texts(desk)) == 4


def test_one_more_is_shown_in_place_of_saying_so(window_desk: WindowDesk) -> None:
    desk = window_desk
    for number in range(5):
        desk.services.next_steps.add(f"Step {number}")
    _ = desk.window
    assert len(texts(desk)) == 5


def test_the_list_is_gone_through_and_ticked_by_key(window_desk: WindowDesk) -> None:
    desk = window_desk
    found = fill(desk)
    _ = desk.window
    desk.press("s")
    assert focused(desk) == "Follow up with Marta"
    desk.press(Qt.Key.Key_Down)
    assert focused(desk) == "Two applications"
    desk.press(Qt.Key.Key_Down, Qt.Key.Key_Space)
    assert desk.toast == "Practised"
    lesson = desk.services.lessons.get(found["lesson"])
    assert lesson is not None
    assert lesson.practised == 1
    assert desk.done() == {"learning": 30}
    assert focused(desk) == "Ask Halden for feedback"
    desk.press(Qt.Key.Key_Space)
    request = desk.services.feedback.get(found["ask"])
    assert request is not None
    assert request.state is AskState.ASKED
    assert desk.done() == {"learning": 30, "feedback": 1}
    desk.press(Qt.Key.Key_Escape)
    desk.press("a")
    assert desk.done()["application"] == 1


def test_a_tick_and_its_effort_are_taken_back_together(window_desk: WindowDesk) -> None:
    desk = window_desk
    fill(desk)
    _ = desk.window
    before = texts(desk)
    for number in range(4):
        desk.press("s", *[Qt.Key.Key_Down] * number, Qt.Key.Key_Space)
        assert desk.done() != {}
        desk.shortcut("Ctrl+Z")
        assert desk.done() == {}
        assert texts(desk) == before


def test_an_own_step_is_unticked_again(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.services.next_steps.add("Walk")
    _ = desk.window
    desk.press("s", Qt.Key.Key_Space)
    assert desk.done() == {"follow_up": 1}
    desk.press("s", Qt.Key.Key_Space)
    assert desk.toast == "Next step open again"
    assert desk.done() == {}


def test_what_lies_ahead_can_be_looked_up_but_not_ticked(window_desk: WindowDesk) -> None:
    desk = window_desk
    fill(desk)
    _ = desk.window
    row = next(one for one in rows(desk) if one._label.accessibleName().startswith("Interview"))
    assert "Saturday, 14:30" in desk.words()
    row.take_focus()
    desk.press(Qt.Key.Key_Space)
    assert desk.done() == {}
    assert desk.window.stack.current.name == "applications"


def test_enter_shows_the_lesson_and_the_question(window_desk: WindowDesk) -> None:
    desk = window_desk
    fill(desk)
    _ = desk.window
    desk.press("s", Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    page = desk.window.stack.current
    assert page.name == "lessons"
    assert page.view.lesson.text == "Name one number."  # type: ignore[attr-defined]
    desk.shortcut("Ctrl+1")
    desk.press("s", *[Qt.Key.Key_Down] * 3, Qt.Key.Key_Return)
    assert page.board.request.employer == "Halden"  # type: ignore[attr-defined]


def test_del_takes_a_line_away_and_undo_brings_it_back(window_desk: WindowDesk) -> None:
    desk = window_desk
    fill(desk)
    _ = desk.window
    before = texts(desk)
    desk.press("s", Qt.Key.Key_Delete)
    assert texts(desk) == before[1:]
    desk.press(Qt.Key.Key_Down, Qt.Key.Key_Delete)
    assert "Practise: Name one number." not in texts(desk)
    assert len(desk.services.lessons.all()) == 1
    desk.shortcut("Ctrl+Z")
    desk.shortcut("Ctrl+Z")
    assert texts(desk) == before


def test_with_nothing_due_the_key_opens_the_line_for_a_step(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.log_days(1)
    _ = desk.window
    desk.press("s")
    desk.write("Call Ada")
    desk.press(Qt.Key.Key_Return)
    assert texts(desk) == ["Call Ada"]
    desk.press("s")
    assert focused(desk) == "Call Ada"
    desk.window.today.setFocus()
    desk.shortcut("Shift+S")
    line = desk.window.focusWidget()
    assert line is not None
    assert line.accessibleName() == "A next step"


def test_an_ended_search_leaves_the_list_silent(window_desk: WindowDesk) -> None:
    desk = window_desk
    fill(desk)
    _ = desk.window
    desk.services.searches.end(Ending.STOPPED)
    desk.settle()
    assert rows(desk) == []
    desk.clock.moment += DAY
    desk.window._on_day_check()
    desk.settle()
    assert rows(desk) == []


def test_practice_that_was_planned_for_another_day_is_there_without_a_word(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    fill(desk)
    _ = desk.window
    place = texts(desk).index("Practise: Name one number.")
    tick = rows(desk)[place]._tick
    assert "Today" in tick.accessibleDescription()
    assert not any("late" in words or "overdue" in words for words in desk.words())


def test_a_click_on_the_words_opens_what_they_stand_for(window_desk: WindowDesk) -> None:
    desk = window_desk
    fill(desk)
    _ = desk.window
    row = rows(desk)[texts(desk).index("Practise: Name one number.")]
    at = row._label.mapTo(row, row._label.rect().center())
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=at)
    desk.settle()
    assert desk.window.stack.current.name == "lessons"
