"""Lessons before an interview, the setback plan and the week's plan: offered quietly, put away."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app.domain.days import DayKind
from desktop_app.domain.stages import Stage
from desktop_app.services.application_form import ApplicationForm
from desktop_app.services.application_stages import StageForm
from desktop_app.ui.sheets.setback_sheet import SetbackSheet
from desktop_app.ui.sheets.week_sheet import WeekSheet
from desktop_app.ui.widgets.buttons import Button, IconButton
from tests.ui.desks import NOW, TODAY

if TYPE_CHECKING:
    from tests.ui.desks import WindowDesk

DAY = timedelta(days=1)


def said(desk: WindowDesk) -> str:
    """Return the notice's sentence, "" where there is none."""
    board = desk.window.today._notices
    assert board is not None
    return board.card.notice.sentence if board.card is not None and board.isVisible() else ""


def interview(desk: WindowDesk, employer: str, days: int) -> None:
    application = desk.services.applications.add(
        ApplicationForm(employer, day=TODAY - 9 * DAY), name_logged=False
    )
    desk.services.stages.plan(application, StageForm(Stage.INTERVIEW, TODAY + days * DAY))
    desk.settle()


def test_lessons_come_up_before_an_interview_and_can_be_put_away_until_the_next(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    desk.services.lessons.add("Breathe first.", stage=Stage.INTERVIEW)
    _ = desk.window
    interview(desk, "Corvid", 2)
    assert said(desk) == "Interview with Corvid on Saturday. Your lessons for it:"
    assert "Breathe first." in desk.words()
    desk.click(desk.named(Button, "Show the lessons"))
    assert desk.window.stack.current.name == "lessons"
    desk.shortcut("Ctrl+1")
    desk.press(Qt.Key.Key_Escape)
    assert said(desk) == ""
    assert desk.toast == "Put away until the next one"
    interview(desk, "Bolt", 1)
    assert said(desk) == "Interview with Bolt tomorrow. Your lessons for it:"
    desk.click(desk.named(IconButton, "Not now"))
    desk.shortcut("Ctrl+Z")
    assert said(desk) == "Interview with Bolt tomorrow. Your lessons for it:"


def test_many_and_long_lessons_take_few_lines(window_desk: WindowDesk) -> None:
    desk = window_desk
    for number in range(6):
        desk.services.lessons.add(f"{number} " + "word " * 300)
    _ = desk.window
    interview(desk, "Corvid", 0)
    board = desk.window.today._notices
    assert board is not None
    assert board.card is not None
    lines = board.card.notice.more.split("\n")
    assert lines[-1] == "and 3 more"
    assert max(len(line) for line in lines) < 170


def good_day(desk: WindowDesk) -> None:
    desk.services.activities.log("application")
    desk.services.activities.log("application", day=TODAY - DAY)
    desk.reject(day=TODAY - DAY)
    _ = desk.window
    desk.press("5")
    desk.settle()


def test_the_setback_plan_is_offered_on_a_good_day_and_written(window_desk: WindowDesk) -> None:
    desk = window_desk
    good_day(desk)
    assert said(desk) == "A good day to write three lines for a harder one."
    desk.click(desk.named(Button, "Write a setback plan"))
    sheet = desk.sheet(SetbackSheet)
    assert sheet is not None
    sheet.lines[1].setText("Once round the park.")
    desk.press(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    assert desk.services.plans.setback_places() == ["", "Once round the park.", ""]
    assert said(desk) == ""
    desk.window.commands.run("setback_plan")
    again = desk.sheet(SetbackSheet)
    assert again is not None
    assert [line.text() for line in again.lines] == ["", "Once round the park.", ""]


def test_the_offer_of_a_setback_plan_is_made_once(window_desk: WindowDesk) -> None:
    desk = window_desk
    good_day(desk)
    assert said(desk) != ""
    desk.clock.moment = NOW + DAY
    desk.window._on_day_check()
    desk.press("4")
    assert said(desk) == ""


def test_putting_the_setback_plan_away_says_where_it_is(window_desk: WindowDesk) -> None:
    desk = window_desk
    good_day(desk)
    desk.click(desk.named(IconButton, "Not now"))
    assert said(desk) == ""
    assert "Setback plan" in desk.toast


def rested_until_today(desk: WindowDesk) -> None:
    """Let a search begin last week, and this week's first days be rest."""
    desk.log_days(10)
    for number in (1, 2, 3):
        desk.services.days.mark(TODAY - number * DAY, DayKind.REST)


OFFER = "A new week. When, where and what, in a line or two?"


def test_a_plan_of_the_week_is_offered_on_one_day(window_desk: WindowDesk) -> None:
    desk = window_desk
    rested_until_today(desk)
    _ = desk.window
    assert said(desk) == OFFER
    desk.press("a")
    assert said(desk) == OFFER  # it waits for the day
    desk.clock.moment = NOW + DAY
    desk.window._on_day_check()
    desk.settle()
    assert said(desk) == ""


def test_a_day_that_asks_something_offers_nothing_beside_it(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.log_days(10)
    desk.services.days.mark_absence()
    _ = desk.window
    assert said(desk).startswith("You were away")
    desk.press(Qt.Key.Key_Escape)
    assert said(desk) == ""


def test_the_week_is_planned_and_its_things_stand_on_their_days(window_desk: WindowDesk) -> None:
    desk = window_desk
    rested_until_today(desk)
    _ = desk.window
    assert said(desk) == OFFER
    desk.click(desk.named(Button, "Plan the week"))
    sheet = desk.sheet(WeekSheet)
    assert sheet is not None
    for field, text in zip(sheet.lines[0], ("Thu 9:30", "Library", "Two letters"), strict=True):
        field.setText(text)
    sheet.lines[1][0].setText("Fri")
    sheet.save()
    assert sheet.sentence == "A line needs its “what”."
    sheet.lines[1][2].setText("Call Ada")
    sheet.save()
    desk.settle()
    assert said(desk) == ""
    due = desk.services.due_steps.on(TODAY)
    assert [one.text for one in due] == ["Two letters"]
    desk.shortcut("Ctrl+Z")
    assert desk.services.plans.week() == []
