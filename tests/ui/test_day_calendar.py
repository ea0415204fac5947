"""Any day by keys, by pointer or as one writes it: the small calendar below the date."""

from __future__ import annotations

import time
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog

from desktop_app.domain.days import DayKind
from desktop_app.services.rejections import RejectionForm
from desktop_app.ui.pages.today.day_popover import DayPopover
from tests.bench.journals import ten_years
from tests.ui.desks import TODAY, WindowDesk

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from desktop_app.ui.widgets.day_calendar import DayCalendar

Key = Qt.Key
MONDAY = TODAY - timedelta(days=3)


def popover(desk: WindowDesk) -> DayPopover | None:
    found = [one for one in desk.window.findChildren(DayPopover) if one.isVisible()]
    return found[0] if found else None


def opened(desk: WindowDesk) -> DayPopover:
    _ = desk.window
    desk.shortcut("Ctrl+G")
    found = popover(desk)
    assert found is not None
    return found


def calendar(desk: WindowDesk) -> DayCalendar:
    return opened(desk).calendar


# By keys


@pytest.mark.parametrize(
    ("keys", "day"),
    [
        ((Key.Key_Left,), date(2026, 11, 18)),
        ((Key.Key_Up, Key.Key_Up), date(2026, 11, 5)),
        ((Key.Key_Up, Key.Key_Right), date(2026, 11, 13)),
        ((Key.Key_PageUp,), date(2026, 10, 19)),
        ((Key.Key_PageUp, Key.Key_PageUp, Key.Key_Down), date(2026, 9, 26)),
        ((Key.Key_PageUp, Key.Key_Home), TODAY),
        ((Key.Key_Right,), TODAY),  # nothing lies ahead
        ((Key.Key_PageDown,), TODAY),
    ],
)
def test_keys_lead_to_a_day_and_enter_opens_it(
    window_desk: WindowDesk, keys: tuple[Qt.Key, ...], day: date
) -> None:
    desk = window_desk
    opened(desk)
    desk.press(*keys)
    desk.press(Key.Key_Return)
    assert popover(desk) is None
    assert desk.window.today.day == day
    desk.press("a")  # the focus is back on the day
    assert desk.done(day) == {"application": 1}


def test_shift_goes_by_years_and_a_day_that_a_month_lacks_becomes_its_last(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    shown = calendar(desk)
    desk.press(Key.Key_PageUp, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert shown.day == date(2025, 11, 19)
    shown.set_day(date(2026, 10, 31))
    desk.press(Key.Key_PageUp)
    assert shown.day == date(2026, 9, 30)
    shown.set_day(date(2024, 2, 29))
    desk.press(Key.Key_PageUp, modifier=Qt.KeyboardModifier.ShiftModifier)
    assert shown.day == date(2023, 2, 28)


def test_esc_closes_it_and_nothing_was_logged_meanwhile(window_desk: WindowDesk) -> None:
    desk = window_desk
    opened(desk)
    desk.press("m", "a", "r", Key.Key_Escape)
    assert popover(desk) is None
    assert desk.window.today.day == TODAY
    assert desk.done() == {}
    assert not desk.rests()


def test_tab_goes_round_inside(window_desk: WindowDesk) -> None:
    desk = window_desk
    found = opened(desk)
    seen = []
    for _time in range(5):
        desk.press(Key.Key_Tab)
        focus = desk.window.focusWidget()
        assert focus is not None
        assert found.isAncestorOf(focus)
        seen.append(focus)
    assert seen[-1] is found.calendar
    assert found.field in seen


# As one writes it


def test_a_key_that_nothing_takes_comes_to_rest_though_the_window_is_not_active(
    window_desk: WindowDesk, qtbot: QtBot
) -> None:
    found = opened(window_desk)
    other = QDialog()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    window_desk.settle()
    assert not window_desk.window.isActiveWindow()
    QTest.keyClick(found.calendar, "5", Qt.KeyboardModifier.ControlModifier)
    assert found.field.text() == ""
    assert found.isVisible()


@pytest.mark.parametrize(
    ("text", "day"),
    [("12.3.", date(2026, 3, 12)), ("2025-11-02", date(2025, 11, 2)),
     ("yesterday", TODAY - timedelta(days=1)), ("mon", MONDAY)],
)  # fmt: skip
def test_writing_a_day_goes_there(window_desk: WindowDesk, text: str, day: date) -> None:
    desk = window_desk
    found = opened(desk)
    QTest.keyClicks(found.calendar, text[0])  # it begins wherever the focus is
    assert found.field.hasFocus()
    QTest.keyClicks(found.field, text[1:])
    assert found.field.text() == text
    assert found.calendar.day == day  # seen before it is opened
    desk.press(Key.Key_Return)
    assert desk.window.today.day == day


@pytest.mark.parametrize(
    ("text", "sentence"),
    [("soon", "is no day"), ("31.4.", "is in no calendar"), ("2027-01-01", "lies ahead"),
     ("1.1.1960", "outside 1970")],
)  # fmt: skip
def test_what_is_no_day_is_told_and_stays(
    window_desk: WindowDesk, text: str, sentence: str
) -> None:
    desk = window_desk
    found = opened(desk)
    found.field.setFocus()
    desk.write(text)
    desk.press(Key.Key_Return)
    assert popover(desk) is found
    assert any(sentence in words for words in desk.words())
    assert found.field.text() == text
    desk.press(Key.Key_Escape)


# By pointer


def test_the_date_opens_it_and_a_click_opens_a_day(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window
    desk.click(desk.window.today.header.date)
    found = popover(desk)
    assert found is not None
    place = found.calendar._place_of(MONDAY).center().toPoint()
    desk.click(found.calendar, place)
    assert desk.window.today.day == MONDAY
    assert popover(desk) is None


def test_days_ahead_can_not_be_clicked(window_desk: WindowDesk) -> None:
    desk = window_desk
    shown = calendar(desk)
    desk.click(shown, shown._place_of(TODAY + timedelta(days=1)).center().toPoint())
    assert popover(desk) is not None
    assert shown.day == TODAY


def test_months_and_years_have_buttons_and_a_click_beside_closes(window_desk: WindowDesk) -> None:
    desk = window_desk
    found = opened(desk)
    assert not desk.named(QAbstractButton, "The month after").isEnabled()
    desk.click(desk.named(QAbstractButton, "The month before"))
    desk.click(desk.named(QAbstractButton, "The year before"))
    assert found.calendar.day == date(2025, 10, 19)
    assert "October 2025" in desk.words()
    desk.click(desk.named(QAbstractButton, "The month after"))
    assert found.calendar.day == date(2025, 11, 19)
    desk.click(found._backdrop, QPoint(5, 5))
    assert popover(desk) is None
    assert desk.window.today.day == TODAY


def test_a_click_beside_does_nothing_else(window_desk: WindowDesk) -> None:
    desk = window_desk
    found = opened(desk)
    spot = desk.tile("feedback").mapTo(desk.window, desk.tile("feedback").rect().center())
    assert desk.window.childAt(spot) is found._backdrop


def test_another_page_takes_it_away(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.log_days(3, 2, 1)
    opened(desk)
    desk.shortcut("Ctrl+5")
    assert popover(desk) is None
    assert desk.window.stack.current.name == "momentum"


# What it shows


def test_each_day_speaks(window_desk: WindowDesk) -> None:
    desk = window_desk
    services = desk.services
    services.check_ins.log(mood=4, day=MONDAY)
    services.activities.log("learning", minutes=90, day=MONDAY)
    services.days.mark(MONDAY, DayKind.REST)
    services.activities.log("follow_up", day=TODAY - timedelta(days=1))
    services.rejections.note(RejectionForm("Acme", day=TODAY - timedelta(days=1)))
    shown = calendar(desk)
    assert shown.sentence(MONDAY) == "Monday 16 November, mood Good, 6 points, rest day"
    assert shown.sentence(TODAY - timedelta(days=1)) == (
        "Wednesday 18 November, 1 point, a rejection"
    )
    assert shown.sentence(TODAY - timedelta(days=2)) == "Tuesday 17 November, nothing logged"
    assert shown.sentence(TODAY) == "Thursday 19 November, today"
    assert shown.sentence(TODAY + timedelta(days=1)) == "Friday 20 November, lies ahead"
    assert shown.sentence(date(2025, 12, 30)).startswith("Tuesday 30 December 2025")
    desk.press(Key.Key_Left, Key.Key_Left, Key.Key_Left)
    assert shown.accessibleDescription() == shown.sentence(MONDAY)
    assert shown.accessibleName() == "Calendar, November 2026"
    assert shown.sentence(MONDAY) in desk.words()


def test_a_screen_reader_is_told_of_each_move(
    window_desk: WindowDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = window_desk
    calendar(desk)
    told: list[str] = []
    monkeypatch.setattr(
        "desktop_app.ui.widgets.day_calendar.QAccessible.updateAccessibility",
        lambda event: told.append(event.message()),
    )
    desk.press(Key.Key_Left, Key.Key_PageUp)
    assert told[0].startswith("Wednesday 18 November")
    assert any(words.startswith("Sunday 18 October") for words in told)


def test_moods_effort_and_rest_are_painted_in_their_places(window_desk: WindowDesk) -> None:
    desk = window_desk
    services = desk.services
    plain = calendar(desk).grab().toImage()
    services.check_ins.log(mood=4, day=MONDAY)
    services.activities.log("interview", amount=2, day=MONDAY)
    desk.settle()
    desk.press(Key.Key_Escape)
    shown = calendar(desk)
    image = shown.grab().toImage()
    box = shown._place_of(MONDAY)
    colours = {
        image.pixelColor(x, y).name()
        for x in range(round(box.left()) + 2, round(box.right()) - 2)
        for y in range(round(box.top()) + 2, round(box.bottom()) - 2)
    }
    theme = desk.look.theme
    assert QColor(theme.mood(4).fill).name() in colours
    assert QColor(theme.heat[4]).name() in colours
    beside = shown._place_of(MONDAY + timedelta(days=1)).toRect()
    assert image.copy(beside) == plain.copy(beside)


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (1000, 640), (720, 480)])
def test_it_lies_inside_the_window_whatever_its_size(
    window_desk: WindowDesk, width: int, height: int
) -> None:
    desk = window_desk
    desk.window.resize(width, height)
    desk.settle()
    found = opened(desk)
    assert desk.window.rect().contains(found.geometry())
    assert found.calendar.height() >= found.calendar.minimumSizeHint().height()
    desk.window.resize(760, 500)
    desk.settle()
    assert desk.window.rect().contains(found.geometry())


def test_a_month_of_ten_years_is_one_query_and_quick(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    path = tmp_path / "journal.upswing"
    ten_years(path)
    desk = WindowDesk(qtbot, qapp, path)
    try:
        shown = calendar(desk)
        asked: list[str] = []
        connection = desk.services.upkeep._journal._connection
        assert connection is not None
        connection.set_trace_callback(asked.append)
        began = time.perf_counter()
        for _month in range(24):
            desk.press(Key.Key_PageUp)
            shown.grab()
        taken = (time.perf_counter() - began) / 24
        connection.set_trace_callback(None)
        assert len(asked) == 24, asked[:3]
        assert taken < 0.1  # a tenth of what this machine would need to make anybody wait
    finally:
        desk.close()
