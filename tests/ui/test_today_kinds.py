"""What kind of day it is: the switch, the menu, the keys, and several days at once."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QMenu

from desktop_app.domain.days import DayKind
from desktop_app.ui.sheets.several_days_sheet import SeveralDaysSheet
from tests.ui.desks import TODAY

if TYPE_CHECKING:
    from datetime import date

    from tests.ui.desks import WindowDesk

Key = Qt.Key
YESTERDAY = TODAY - timedelta(days=1)
SUNDAY = TODAY - timedelta(days=4)


def menu(desk: WindowDesk) -> QMenu:
    found = [one for one in desk.window.findChildren(QMenu) if one.isVisible()]
    assert found
    return found[-1]


def labels(desk: WindowDesk) -> list[str]:
    return [action.text() for action in menu(desk).actions() if action.text()]


def kind(desk: WindowDesk, day: date) -> DayKind | None:
    mark = desk.services.days.mark_of(day)
    return mark.kind if mark is not None else None


def leave_menu(desk: WindowDesk) -> None:
    menu(desk).close()
    desk.settle()


def test_the_menu_opens_by_key_and_marks_a_day_as_sick(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window
    desk.shortcut("Shift+R")
    assert labels(desk) == ["Rest day", "Sick", "Holiday", "No mark: working day", "Several days…"]
    menu(desk).actions()[1].trigger()
    leave_menu(desk)
    assert kind(desk, TODAY) is DayKind.SICK
    assert "Sick" in desk.words()
    assert desk.toast == "Sick"
    assert desk.named(QAbstractButton, "Sick").isChecked()
    desk.shortcut("Ctrl+Z")
    assert kind(desk, TODAY) is None
    assert "Rest day" in desk.words()


def test_r_takes_any_kind_of_rest_away(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window
    desk.window.commands.run("kind:holiday")
    desk.settle()
    assert kind(desk, TODAY) is DayKind.HOLIDAY
    desk.press("r")
    assert kind(desk, TODAY) is None
    assert desk.toast == "No rest day"


def test_the_button_beside_the_switch_opens_it_too(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window
    desk.click(desk.named(QAbstractButton, "Kind of day"))
    assert "Holiday" in labels(desk)
    leave_menu(desk)


def test_a_free_weekday_can_be_a_working_day_and_free_again(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.log_days(5, 6, 7)
    desk.window.today.show_day(SUNDAY)
    desk.settle()
    assert "free weekday" in desk.words()
    desk.window.today.header.ask_kinds()
    assert labels(desk)[3:5] == ["Working day", "No mark: free weekday"]
    leave_menu(desk)
    desk.window.commands.run("kind:work")
    desk.settle()
    assert "working day" in desk.words()
    assert desk.toast == "Working day. With nothing on it, it lowers momentum."
    assert desk.services.momentum.day(SUNDAY).kind is DayKind.WORK
    desk.window.commands.run("kind:none")
    desk.settle()
    assert "free weekday" in desk.words()
    assert desk.toast == "No mark"


def test_a_past_day_that_is_no_rest_day_says_what_it_costs(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.log_days(3, 4, 5)
    _ = desk.window
    desk.shortcut("Alt+Left")
    desk.press("r", "r")
    assert desk.toast == "No rest day. With nothing on it, it lowers momentum."
    desk.press("i", "r", "r")
    assert desk.toast == "No rest day"


def test_r_twice_on_an_undecided_day_leaves_it_undecided(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.log_days(10, 9, 8)
    desk.services.days.mark_absence()
    before = desk.services.momentum.standing().momentum
    _ = desk.window
    desk.shortcut("Alt+Left")
    assert "yesterday · undecided" in desk.words()
    desk.press("r")
    assert kind(desk, YESTERDAY) is DayKind.REST
    assert "yesterday" in desk.words()
    desk.press("r")
    assert kind(desk, YESTERDAY) is DayKind.UNDECIDED
    assert desk.toast == "Undecided again"
    assert "yesterday · undecided" in desk.words()
    assert desk.services.momentum.standing().momentum == before


def test_several_days_become_a_holiday_in_one_step(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.log_days(9, 8, 7)
    _ = desk.window
    desk.window.today.show_day(TODAY - timedelta(days=3))
    desk.window.commands.run("kind:several")
    desk.settle()
    sheet = desk.sheet(SeveralDaysSheet)
    assert sheet is not None
    assert sheet.kind.choice == "holiday"
    assert "Monday 16 to Thursday 19 November: 4 days" in desk.words()
    sheet.last.set_day(YESTERDAY)
    sheet.last.day_picked.emit()
    assert "Monday 16 to Wednesday 18 November: 3 days" in desk.words()
    desk.press(Key.Key_Return)
    assert desk.sheet(SeveralDaysSheet) is None
    marked = [kind(desk, TODAY - timedelta(days=n)) for n in (3, 2, 1, 0)]
    assert marked == [DayKind.HOLIDAY] * 3 + [None]
    assert desk.toast == "Holiday: 3 days"
    desk.shortcut("Ctrl+Z")
    assert kind(desk, YESTERDAY) is None


def test_days_the_wrong_way_round_are_told_and_nothing_is_lost(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window
    desk.window.commands.run("kind:several")
    desk.settle()
    sheet = desk.sheet(SeveralDaysSheet)
    assert sheet is not None
    sheet.last.set_day(YESTERDAY)
    desk.press(Key.Key_Return)
    assert desk.sheet(SeveralDaysSheet) is sheet
    assert "comes before" in sheet.sentence
    assert kind(desk, TODAY) is None
    sheet.reject()


def test_the_head_stands_in_two_lines_where_one_has_no_room(window_desk: WindowDesk) -> None:
    desk = window_desk
    header = desk.window.today.header
    one = header.height()
    desk.window.resize(880, 700)
    desk.settle()
    assert header.height() == one
    assert header.date.width() == header.date.widths[1]  # 'Thu, 19 Nov'
    desk.window.resize(760, 700)
    desk.settle()
    assert header.height() > one
    assert header.date.width() == header.date.widths[0]
    desk.window.resize(1280, 800)
    desk.settle()
    assert header.height() == one
