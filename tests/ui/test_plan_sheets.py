"""The sheets of both plans: drafts, bad input, both weeks, Enter from field to field."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app.services.plans import PlannedThing
from desktop_app.ui.sheets.setback_sheet import SetbackSheet
from desktop_app.ui.sheets.week_sheet import WeekSheet
from desktop_app.ui.widgets.chip import Chip
from tests.ui.desks import TODAY

if TYPE_CHECKING:
    from tests.ui.desks import WindowDesk

WEEK = timedelta(days=7)


def setback(desk: WindowDesk) -> SetbackSheet:
    desk.window.commands.run("setback_plan")
    sheet = desk.sheet(SetbackSheet)
    assert sheet is not None
    return sheet


def week(desk: WindowDesk) -> WeekSheet:
    desk.window.commands.run("weekly_plan")
    sheet = desk.sheet(WeekSheet)
    assert sheet is not None
    return sheet


def write(desk: WindowDesk, text: str) -> None:
    from PySide6.QtTest import QTest

    sheet = desk.sheet(SetbackSheet) or desk.sheet(WeekSheet)
    assert sheet is not None
    focus = sheet.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, text)


def test_a_setback_plan_is_written_with_enter_alone_and_taken_back(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    setback(desk)
    for text in ("Call Ada.", "Walk.", "One posting."):
        write(desk, text)
        desk.press(Qt.Key.Key_Return)
    assert desk.sheet(SetbackSheet) is None
    assert desk.toast == "Setback plan saved"
    assert desk.services.plans.setback() == ["Call Ada.", "Walk.", "One posting."]
    desk.shortcut("Ctrl+Z")
    assert desk.services.plans.setback() == []


def test_what_was_not_saved_of_a_setback_plan_is_a_draft(window_desk: WindowDesk) -> None:
    desk = window_desk
    setback(desk)
    write(desk, "Call A")
    desk.press(Qt.Key.Key_Escape)
    desk.reopen()
    sheet = setback(desk)
    assert [line.text() for line in sheet.lines] == ["Call A", "", ""]
    assert sheet.sentence == "Your draft is here."
    sheet.save()
    assert [line.text() for line in setback(desk).lines] == ["Call A", "", ""]


def test_an_emptied_setback_plan_is_gone_and_comes_back(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.services.plans.set_setback(["Call Ada."])
    sheet = setback(desk)
    sheet.lines[0].clear()
    sheet.save()
    desk.settle()
    assert desk.services.plans.setback() == []
    desk.shortcut("Ctrl+Z")
    assert desk.services.plans.setback() == ["Call Ada."]


def test_lines_of_100_000_characters_are_cut_by_their_field(window_desk: WindowDesk) -> None:
    desk = window_desk
    sheet = setback(desk)
    sheet.lines[0].setText("x" * 100_000)
    sheet.save()
    assert desk.services.plans.setback() == ["x" * 300]


def test_a_weeks_plan_goes_from_field_to_field_by_enter(window_desk: WindowDesk) -> None:
    desk = window_desk
    week(desk)
    for text in ("Thu 9:30", "Library", "Two letters", "", ""):
        write(desk, text)
        desk.press(Qt.Key.Key_Return)
        if desk.sheet(WeekSheet) is None:
            break
    assert desk.services.plans.week() == [PlannedThing("Thu 9:30", "Library", "Two letters")]


def test_the_next_week_has_a_plan_of_its_own_and_nothing_is_lost_between_them(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    sheet = week(desk)
    sheet.lines[0][2].setText("This week's")
    chips = {one.key: one for one in sheet.week.findChildren(Chip)}
    chips["next"].click()
    desk.settle()
    assert sheet.lines[0][2].text() == ""
    sheet.lines[0][2].setText("Next week's")
    sheet.save()
    desk.settle()
    assert desk.services.plans.week(TODAY + WEEK) == [PlannedThing("", "", "Next week's")]
    assert desk.services.plans.week() == []
    sheet = week(desk)
    assert sheet.lines[0][2].text() == "This week's"
    assert sheet.sentence == "Your draft is here."


def test_more_lines_can_be_had_up_to_twelve(window_desk: WindowDesk) -> None:
    desk = window_desk
    sheet = week(desk)
    while sheet.more.isEnabled():
        sheet.more.click()
    assert len(sheet.lines) == 12
