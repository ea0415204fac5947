"""Today: a day is logged by click and by key, taken back, and filled in later."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop_app.domain.days import DayKind
from desktop_app.ui.pages.today.entries_view import bin_rect
from desktop_app.ui.sheets.account_sheet import AccountSheet
from desktop_app.ui.sheets.activity_sheet import ActivitySheet
from desktop_app.ui.sheets.rejection_sheet import RejectionSheet
from desktop_app.ui.widgets.activity_tile import ActivityTile
from desktop_app.ui.widgets.chip import Chip
from tests.ui.desks import TODAY

if TYPE_CHECKING:
    from tests.ui.desks import WindowDesk

Key = Qt.Key
MOODS = ("Hard", "Low", "Okay", "Good", "Great")


def face(desk: WindowDesk, mood: int) -> QAbstractButton:
    return desk.named(QAbstractButton, f"Mood, {MOODS[mood - 1]}")


# Ten seconds


def test_an_ordinary_day_takes_at_most_six_keys_from_the_start(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window
    desk.press("4", "e", "3", "a", "n")
    assert desk.keys_pressed <= 6
    assert (desk.mood, desk.energy) == (4, 3)
    assert desk.done() == {"application": 1, "networking": 1}
    desk.reopen()
    assert (desk.mood, desk.energy) == (4, 3)
    assert desk.done() == {"application": 1, "networking": 1}


def test_an_ordinary_day_takes_at_most_six_clicks_from_the_start(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.log_days(3, 2, 1)
    _ = desk.window
    clicks = [
        face(desk, 4),
        desk.named(QAbstractButton, "Energy, some"),
        desk.tile("application"),
        desk.tile("application"),
        desk.tile("networking"),
    ]
    for widget in clicks:
        desk.click(widget)
    assert len(clicks) <= 6
    assert (desk.mood, desk.energy) == (4, 3)
    assert desk.done() == {"application": 2, "networking": 1}


@pytest.mark.parametrize("mood", [1, 2, 3, 4, 5])
def test_a_digit_sets_the_mood(window_desk: WindowDesk, mood: int) -> None:
    window_desk.press(str(mood))
    assert window_desk.mood == mood
    assert face(window_desk, mood).isChecked()


def test_the_number_pad_sets_the_mood_too(window_desk: WindowDesk) -> None:
    window_desk.press(Key.Key_2, modifier=Qt.KeyboardModifier.KeypadModifier)
    assert window_desk.mood == 2


def test_other_digits_mean_nothing(window_desk: WindowDesk) -> None:
    window_desk.press("0", "6", "9")
    assert window_desk.check_in() is None


def test_a_click_sets_the_mood_and_a_second_one_clears_it(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window
    desk.click(face(desk, 5))
    assert desk.mood == 5
    desk.click(face(desk, 2))
    assert desk.mood == 2
    desk.click(face(desk, 2))
    assert desk.check_in() is None
    assert not any(face(desk, mood).isChecked() for mood in range(1, 6))


def test_e_then_a_digit_sets_energy_for_the_next_key_only(window_desk: WindowDesk) -> None:
    window_desk.press("e", "2", "5")
    assert (window_desk.energy, window_desk.mood) == (2, 5)


def test_e_is_forgotten_by_another_key(window_desk: WindowDesk) -> None:
    window_desk.press("e", "a", "3")
    assert (window_desk.energy, window_desk.mood) == (None, 3)


def test_e_is_forgotten_when_the_focus_goes_on(window_desk: WindowDesk) -> None:
    window_desk.press("3", "e", Key.Key_Tab, "4")
    assert (window_desk.energy, window_desk.mood) == (None, 4)


def test_energy_is_clicked_and_cleared(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("3")
    step = desk.named(QAbstractButton, "Energy, ")
    desk.click(step)
    assert desk.energy == 1
    assert any(words.startswith("1 of 5") for words in desk.words())
    desk.click(step)
    assert desk.energy is None


def test_w_leads_to_the_feeling_words(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("w")
    assert isinstance(desk.window.focusWidget(), Chip)
    desk.press(Key.Key_Space)
    found = desk.check_in()
    assert found is not None
    assert len(found.feelings) == 1


def test_a_fourth_feeling_word_is_refused_in_words(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("3")
    chips = [one for one in desk.window.findChildren(Chip) if one.isVisible()][:4]
    for chip in chips:
        desk.click(chip)
    found = desk.check_in()
    assert found is not None
    assert len(found.feelings) == 3
    assert desk.toast


# Activities


@pytest.mark.parametrize(
    ("letter", "kind", "amount"),
    [
        ("a", "application", 1),
        ("n", "networking", 1),
        ("f", "follow_up", 1),
        ("i", "interview", 1),
        ("p", "preparation", 1),
        ("l", "learning", 30),
        ("c", "portfolio", 30),
        ("k", "feedback", 1),
    ],
)
def test_a_letter_logs_its_kind(
    window_desk: WindowDesk, letter: str, kind: str, amount: int
) -> None:
    window_desk.press(letter)
    assert window_desk.done() == {kind: amount}
    assert window_desk.tile(kind).amount == amount
    assert window_desk.toast.endswith("added")
    window_desk.press(letter.upper())  # as with Caps Lock
    assert window_desk.done() == {kind: 2 * amount}


def test_a_click_on_a_tile_adds_and_its_minus_takes_away(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window
    tile = desk.tile("application")
    desk.click(tile)
    desk.click(tile)
    assert desk.done() == {"application": 2}
    QTest.mouseMove(tile, tile.rect().center())
    desk.settle()
    desk.click(tile, tile._minus().center().toPoint())
    assert desk.done() == {"application": 1}
    desk.click(tile, tile._plus().center().toPoint())
    assert desk.done() == {"application": 2}


def test_plus_and_minus_keys_work_on_a_focused_tile(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window
    tile = desk.tile("learning")
    tile.setFocus(Qt.FocusReason.TabFocusReason)
    desk.press(Key.Key_Plus, Key.Key_Return, Key.Key_Space)
    assert desk.done() == {"learning": 90}
    desk.press(Key.Key_Minus)
    assert desk.done() == {"learning": 60}
    desk.press(Key.Key_Minus, Key.Key_Minus, Key.Key_Minus)
    assert desk.done() == {}
    assert tile.amount == 0


def test_minutes_are_changed_from_the_list(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("l")
    row = desk.entries.visualRect(desk.entries.model().index(0, 0))
    spot = QPoint(80, row.center().y())
    for click in (QTest.mouseClick, QTest.mouseDClick):  # Qt's double click is the second half
        click(desk.entries.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    desk.settle()
    sheet = desk.sheet(ActivitySheet)
    assert sheet is not None
    sheet.fields.amount.minutes.setValue(45)
    sheet.save()
    desk.settle()
    assert desk.done() == {"learning": 45}
    assert desk.tile("learning").amount == 45
    assert desk.toast == "Activity changed"
    assert desk.window.findChildren(ActivitySheet) == []


# The entries of the day


def test_entries_are_listed_the_latest_first(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("4")
    desk.clock.moment += timedelta(minutes=30)
    desk.press("a")
    assert [line.split(" · ")[0] for line in desk.lines()] == ["18:30", "18:00"]
    assert "Application sent" in desk.lines()[0]
    assert "Good" in desk.lines()[1]


def test_del_takes_an_entry_away_and_undo_brings_it_back(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("a")
    desk.entries.setFocus()
    desk.entries.setCurrentIndex(desk.entries.model().index(0, 0))
    desk.press(Key.Key_Delete)
    assert desk.done() == {}
    assert desk.lines() == []
    assert desk.toast == "Deleted: Application sent"
    desk.shortcut("Ctrl+Z")
    assert desk.done() == {"application": 1}
    assert len(desk.lines()) == 1


def test_the_bin_takes_an_entry_away(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("a")
    view = desk.entries
    row = view.visualRect(view.model().index(0, 0))
    spot = bin_rect(desk.look, QRectF(row)).center().toPoint()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    desk.settle()
    assert desk.done() == {}


def test_letters_still_log_while_the_list_has_the_focus(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("a")
    desk.entries.setFocus()
    desk.press("n", "2")
    assert desk.done() == {"application": 1, "networking": 1}
    assert desk.mood == 2


# Rest


def test_the_switch_and_r_mark_a_rest_day(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window
    switch = desk.named(QAbstractButton, "Rest day")
    desk.click(switch)
    assert desk.rests()
    assert switch.isChecked()
    assert any("Rest day" in line for line in desk.lines())
    desk.press("r")
    assert not desk.rests()
    assert not switch.isChecked()
    desk.press("r")
    assert desk.rests()
    assert switch.isChecked()


# Other days


def test_past_days_are_opened_and_filled_in(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window
    desk.click(desk.named(QAbstractButton, "The day before"))
    yesterday = TODAY - timedelta(days=1)
    assert desk.window.today.day == yesterday
    assert "yesterday" in desk.words()
    desk.press("2", "a", "r")
    assert desk.mood is None
    assert desk.done(yesterday) == {"application": 1}
    assert desk.rests(yesterday)
    found = desk.check_in(yesterday)
    assert found is not None
    assert found.mood == 2
    desk.click(desk.named(QAbstractButton, "The day after"))
    assert desk.window.today.day == TODAY
    assert desk.tile("application").amount == 0


def test_days_are_reached_by_keys(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window
    for _time in range(3):
        desk.shortcut("Alt+Left")
    assert desk.window.today.day == TODAY - timedelta(days=3)
    desk.shortcut("Alt+Right")
    assert desk.window.today.day == TODAY - timedelta(days=2)
    desk.shortcut("Alt+Home")
    assert desk.window.today.day == TODAY


def test_the_future_is_never_opened(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window
    assert not desk.named(QAbstractButton, "The day after").isEnabled()
    desk.shortcut("Alt+Right")
    assert desk.window.today.day == TODAY


def test_a_button_leads_back_to_today(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window
    desk.shortcut("Alt+Left")
    desk.shortcut("Alt+Left")
    back = [
        one
        for one in desk.window.today.header.findChildren(QAbstractButton)
        if one.isVisible() and one.text() == "Today"
    ]
    desk.click(back[0])
    assert desk.window.today.day == TODAY
    assert not back[0].isVisible()


# Undo


def test_the_toast_takes_back_by_click(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("a")
    desk.click(desk.named(QAbstractButton, "Undo"))
    assert desk.done() == {}
    assert desk.toast.startswith("Taken back")


def test_undo_and_redo_by_keys(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("4", "a", "n")
    desk.shortcut("Ctrl+Z")
    assert desk.done() == {"application": 1}
    desk.shortcut("Ctrl+Z")
    desk.shortcut("Ctrl+Z")
    assert desk.done() == {}
    assert desk.check_in() is None
    assert not face(desk, 4).isChecked()
    desk.shortcut("Ctrl+Shift+Z")
    assert desk.mood == 4
    assert face(desk, 4).isChecked()
    desk.shortcut("Ctrl+Y")
    assert desk.done() == {"application": 1}


def test_undo_where_nothing_was_done_does_nothing(window_desk: WindowDesk) -> None:
    _ = window_desk.window
    window_desk.shortcut("Ctrl+Z")
    assert window_desk.toast == ""


# A rejection


def test_x_opens_the_form_and_is_not_typed_into_it(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("x")
    sheet = desk.sheet(RejectionSheet)
    assert sheet is not None
    for letter in "Oakline":
        desk.press(letter)
    desk.press(Key.Key_Return)
    assert desk.sheet(RejectionSheet) is None
    assert [one.employer for one in desk.services.rejections.of_day(TODAY)] == ["Oakline"]
    assert desk.toast == "Rejection noted"
    assert desk.window.findChildren(RejectionSheet) == []
    assert desk.done() == {}


def test_the_form_begins_on_the_day_that_is_shown(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window
    desk.shortcut("Alt+Left")
    desk.press("x")
    desk.press("O", "k", Key.Key_Return)
    found = desk.services.rejections.of_day(TODAY - timedelta(days=1))
    assert [one.employer for one in found] == ["Ok"]


# Momentum


def test_no_number_before_three_logged_days(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.log_days(1, 0)
    _ = desk.window
    assert "Your line starts after three logged days." in desk.words()
    assert not desk.shows("Momentum 1")
    assert not any(
        one.isVisible() and one.text() == "Why this number?"
        for one in desk.window.findChildren(QAbstractButton)
    )


def test_the_number_its_word_and_its_account(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.log_days(3, 2, 1, amount=4)
    _ = desk.window
    number = round(desk.services.momentum.standing().momentum or 0)
    assert str(number) in desk.words()
    assert "starting" in desk.words()
    assert desk.shows(f"Momentum {number} of 100, starting")
    why = next(
        one
        for one in desk.window.findChildren(QAbstractButton)
        if one.isVisible() and one.text() == "Why this number?"
    )
    desk.click(why)
    sheet = desk.sheet(AccountSheet)
    assert sheet is not None
    assert f"Momentum {number}" in desk.words()
    desk.press(Key.Key_Escape)
    assert desk.window.findChildren(AccountSheet) == []


def test_a_week_ago_is_told_only_when_it_was_not_higher(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.log_days(*range(1, 22), amount=4)
    _ = desk.window
    assert any(words.endswith("a week ago") for words in desk.words())
    assert "building" in desk.words()


def test_what_was_higher_a_week_ago_is_not_told(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.log_days(*range(9, 30), amount=4)
    _ = desk.window
    assert not any(words.endswith("a week ago") for words in desk.words())


def test_effort_raises_the_number_at_once(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.log_days(3, 2, 1)
    _ = desk.window
    before = desk.services.momentum.standing().momentum or 0
    desk.press("i", "i")
    after = desk.services.momentum.standing().momentum or 0
    assert after > before
    assert desk.shows(f"Momentum {round(after)} of 100")


def test_undecided_days_say_so(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.log_days(10, 9, 8)
    desk.services.days.mark_absence()
    _ = desk.window
    desk.shortcut("Alt+Left")
    assert "yesterday · undecided" in desk.words()
    mark = desk.services.days.mark_of(TODAY - timedelta(days=1))
    assert mark is not None
    assert mark.kind is DayKind.UNDECIDED


# First run and small windows


def test_the_first_run_greets_and_asks_for_nothing(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window
    assert "Welcome." in desk.words()
    assert desk.sheet(RejectionSheet) is None
    desk.press("3")
    assert "Welcome." not in desk.words()
    desk.shortcut("Ctrl+Z")
    assert "Welcome." in desk.words()


def test_a_narrow_window_stands_in_one_column(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.log_days(3, 2, 1)
    window = desk.window
    wide = _left(desk, window.today.momentum)
    window.resize(1000, 700)
    desk.settle()
    assert window.width() == 1000
    assert wide > _left(desk, window.today.check_in)
    assert _left(desk, window.today.momentum) == _left(desk, window.today.check_in)
    assert window.today.momentum.mapTo(window, QPoint(0, 0)).y() > window.today.check_in.y()
    area = window.today.findChildren(QWidget, "qt_scrollarea_viewport")[0]
    for child in window.today.findChildren(QAbstractButton):
        if child.isVisible() and area.isAncestorOf(child):
            right = child.mapTo(area, child.rect().topRight()).x()
            assert right <= area.width(), child.accessibleName()
    button = next(
        one
        for one in window.today.header.findChildren(QAbstractButton)
        if one.text() == "A rejection came in"
    )
    desk.click(button)
    assert desk.sheet(RejectionSheet) is not None


def _left(desk: WindowDesk, widget: QWidget) -> int:
    return widget.mapTo(desk.window, QPoint(0, 0)).x()


def test_a_low_window_has_single_lines(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("3")
    tall = (face(desk, 3).height(), desk.tile("application").height())
    desk.window.resize(1280, 696)
    desk.settle()
    low = (face(desk, 3).height(), desk.tile("application").height())
    assert low[0] < tall[0]
    assert low[1] < tall[1]
    desk.window.resize(1280, 800)
    desk.settle()
    assert (face(desk, 3).height(), desk.tile("application").height()) == tall


def test_tiles_stand_in_four_columns_and_in_two(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window

    def columns() -> int:
        tiles = [one for one in desk.window.findChildren(ActivityTile) if one.isVisible()]
        return len({tile.x() for tile in tiles})

    assert columns() == 4
    desk.window.resize(1110, 800)
    desk.settle()
    assert columns() == 2
