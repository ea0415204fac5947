"""Details of what was done: folded out below the tiles, and every entry opened and moved."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QMenu, QWidget

from desktop_app.ui.pages.today.details_fold import DetailsFold
from desktop_app.ui.pages.today.entries_view import pencil_rect
from desktop_app.ui.sheets.activity_sheet import ActivitySheet
from desktop_app.ui.sheets.when_sheet import WhenSheet
from tests.ui.desks import NOW, TODAY, WindowDesk

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.domain.entries import Activity

Key = Qt.Key
YESTERDAY = TODAY - timedelta(days=1)
MONDAY = TODAY - timedelta(days=3)


def fold(desk: WindowDesk) -> DetailsFold | None:
    found = [one for one in desk.window.findChildren(DetailsFold) if one.isVisible()]
    return found[0] if found else None


def only(desk: WindowDesk, day: date = TODAY) -> Activity:
    (one,) = desk.services.activities.of_day(day)
    return one


def open_first(desk: WindowDesk) -> None:
    """Open the first entry of the day by Enter."""
    desk.entries.setFocus()
    desk.entries.setCurrentIndex(desk.entries.model().index(0, 0))
    desk.press(Key.Key_Return)


def write(desk: WindowDesk, field: QWidget, text: str) -> None:
    field.setFocus()
    QTest.keyClicks(field, text)


# The fold-out


def test_a_slim_line_offers_details_of_what_was_just_logged(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window
    assert "Click or press a letter to add one" in desk.words()
    desk.press("n")
    assert "Networking message ·" in desk.words()
    assert "Click or press a letter to add one" not in desk.words()
    desk.shortcut("Ctrl+Z")
    assert "Networking message ·" not in desk.words()
    assert "Click or press a letter to add one" in desk.words()


def test_details_are_written_by_keyboard_alone_and_saved_as_typed(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("n", "d")
    assert fold(desk) is not None
    desk.write("Oakline")
    desk.qtbot.waitUntil(lambda: only(desk).employer == "Oakline", timeout=2000)
    desk.press(Key.Key_Tab)
    desk.write("Planner")
    desk.press(Key.Key_Tab)
    desk.write("Priya")
    desk.press(Key.Key_Escape)
    assert fold(desk) is None
    assert (only(desk).employer, only(desk).position, only(desk).contact) == (
        "Oakline", "Planner", "Priya",
    )  # fmt: skip
    assert "Networking message · Oakline · Planner · Priya" in desk.lines()[0]
    desk.press("f")  # the focus is back on the day
    assert desk.done() == {"networking": 1, "follow_up": 1}


def test_one_visit_is_one_step_of_undo(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("n", "d")
    desk.write("Oakline")
    desk.window.flush()
    desk.press(Key.Key_Tab)
    desk.write("Planner")
    desk.press(Key.Key_Return)
    assert fold(desk) is None
    desk.shortcut("Ctrl+Z")
    assert (only(desk).employer, only(desk).position) == ("", "")
    assert desk.done() == {"networking": 1}


def test_details_are_opened_and_folded_by_mouse(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window
    desk.click(desk.tile("learning"))
    desk.click(desk.named(QAbstractButton, "Learning, skill practice, 30 min, details"))
    opened = fold(desk)
    assert opened is not None
    opened.fields.amount.minutes.setValue(50)
    opened.fields.method.setCurrentText("Phone")
    desk.click(desk.named(QAbstractButton, "Fold the details"))
    assert fold(desk) is None
    assert (only(desk).minutes, only(desk).method) == (50, "phone")
    assert desk.tile("learning").amount == 50


def test_own_words_for_the_method_stay(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("n", "d")
    opened = fold(desk)
    assert opened is not None
    line = opened.fields.method.lineEdit()
    write(desk, line, "at the school gate")
    desk.press(Key.Key_Escape)
    assert only(desk).method == "at the school gate"


def test_logging_something_else_saves_and_folds(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("n", "d")
    desk.write("Oakline")
    desk.click(desk.tile("application"))
    assert fold(desk) is None
    networking, application = desk.services.activities.of_day(TODAY)
    assert networking.employer == "Oakline"
    assert application.employer == ""
    desk.press("d")
    opened = fold(desk)
    assert opened is not None
    assert opened.identity == application.id
    assert "Which one?" in desk.words()


@pytest.mark.parametrize("way", ["day", "page", "close"])
def test_what_was_typed_is_saved_whatever_comes_next(window_desk: WindowDesk, way: str) -> None:
    desk = window_desk
    desk.log_days(2, 1)
    desk.press("n", "d")
    desk.write("Oakline")
    if way == "day":
        desk.shortcut("Alt+Left")
        assert fold(desk) is None
    elif way == "page":
        desk.shortcut("Ctrl+5")
    else:
        assert desk.window.close()
        desk.reopen()
    assert only(desk).employer == "Oakline"


def test_what_can_not_be_taken_is_told_and_stays_in_its_field(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("n", "d")
    opened = fold(desk)
    assert opened is not None
    opened.fields.note.setFocus()
    opened.fields.note.insertPlainText("x" * 200_001)
    desk.press(Key.Key_Escape)
    assert fold(desk) is opened
    assert "200001" in desk.toast
    desk.press("d")
    desk.shortcut("Alt+Left")
    assert desk.window.today.day == TODAY
    desk.click(desk.tile("application"))
    assert desk.done() == {"networking": 1}
    opened.fields.note.setPlainText("short")
    desk.press(Key.Key_Escape)
    assert only(desk).note == "short"


def test_undo_outside_its_fields_shows_in_them(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("n", "d")
    desk.write("Oakline")
    desk.press(Key.Key_Escape, "d")
    opened = fold(desk)
    assert opened is not None
    assert opened.fields.employer.text() == "Oakline"
    desk.window.commands.undo()
    desk.settle()
    assert opened.fields.employer.text() == ""
    desk.window.commands.undo()
    desk.settle()
    assert fold(desk) is None
    assert desk.done() == {}


def test_d_opens_the_last_entry_after_a_start_and_says_where_there_is_none(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    _ = desk.window
    desk.press("d")
    assert desk.toast == "Nothing is logged on this day yet."
    desk.services.activities.log("application")
    desk.services.activities.log("networking", note="Ada")
    desk.settle()
    desk.press("d")
    opened = fold(desk)
    assert opened is not None
    assert opened.fields.note.text == "Ada"


def test_a_known_application_is_offered_for_the_employer(window_desk: WindowDesk) -> None:
    desk = window_desk
    with desk.services.upkeep._journal.write("applications") as db:
        desk.services.applications.begin(db, "Norvik Foods", "Supply analyst", TODAY)
    desk.press("i", "d")
    desk.write("norv")
    desk.press(Key.Key_Return)
    desk.press(Key.Key_Escape)
    assert (only(desk).employer, only(desk).position) == ("Norvik Foods", "Supply analyst")


def test_the_offer_opens_above_where_there_is_no_room_below(window_desk: WindowDesk) -> None:
    desk = window_desk
    with desk.services.upkeep._journal.write("applications") as db:
        for number in range(6):
            desk.services.applications.begin(db, f"Norvik {number}", "Cook", TODAY)
    desk.window.resize(1280, 560)
    desk.press("i", "d")
    opened = fold(desk)
    assert opened is not None
    employer = opened.fields.employer
    area = desk.window.today._layout._area.verticalScrollBar()
    area.setValue(area.value() - 120)  # the field stands low now
    desk.write("norv")
    desk.settle()
    offer = employer._offer
    assert offer.isVisible()
    assert desk.window.rect().contains(offer.geometry())
    assert offer.geometry().bottom() < employer.mapTo(desk.window, QPoint(0, 0)).y()
    desk.press(Key.Key_Escape)
    assert fold(desk) is opened  # Esc closes the list first


# Which application it was


def applications(desk: WindowDesk) -> list[str]:
    return [one.title for one in desk.services.applications.all()]


def told(desk: WindowDesk) -> list[tuple[float, str]]:
    return [(one.amount, one.employer) for one in desk.services.activities.of_day(TODAY)]


def test_of_two_applications_each_is_named_and_counts_once(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("a", "a", "d")
    desk.write("Oakline")
    desk.press(Key.Key_Tab)
    desk.write("Planner")
    desk.press(Key.Key_Return)
    assert fold(desk) is None
    assert told(desk) == [(1, ""), (1, "Oakline")]
    assert "Application sent ·" in desk.words()  # the other one is next
    desk.press("d")
    desk.write("Bolt")
    desk.press(Key.Key_Escape)
    assert applications(desk) == ["Bolt", "Oakline · Planner"]
    assert told(desk) == [(1, "Bolt"), (1, "Oakline")]
    assert desk.tile("application").amount == 2
    desk.shortcut("Ctrl+Z")
    assert applications(desk) == ["Oakline · Planner"]
    desk.shortcut("Ctrl+Z")
    assert applications(desk) == []
    assert told(desk) == [(2, "")]


def test_half_a_name_begins_no_application(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("a", "d")
    desk.write("Oak")
    opened = fold(desk)
    assert opened is not None
    opened._waiting.setInterval(1)
    desk.qtbot.wait(30)
    desk.press(Key.Key_Tab)
    desk.qtbot.wait(30)
    assert applications(desk) == []
    desk.press(Key.Key_Tab)
    assert applications(desk) == ["Oak"]
    desk.write("Priya")
    desk.press(Key.Key_Return)
    assert (only(desk).employer, only(desk).contact) == ("Oak", "Priya")
    desk.shortcut("Ctrl+Z")  # the whole visit
    assert applications(desk) == []
    assert told(desk) == [(1, "")]


def test_what_is_told_after_the_name_belongs_to_the_one_named(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("a", "a", "a", "d")
    desk.write("Oakline")
    opened = fold(desk)
    assert opened is not None
    write(desk, opened.fields.note, "through ")  # so fast that it comes with the name
    desk.settle()
    assert not opened.fields.amount.isVisible()
    desk.write("the website")
    desk.press(Key.Key_Escape)
    rest, named = desk.services.activities.of_day(TODAY)
    assert (rest.amount, rest.note) == (2, "")
    assert (named.employer, named.note) == ("Oakline", "through the website")


def test_one_that_counts_already_is_told_and_what_was_typed_stays(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("a", "d")
    desk.write("Oakline")
    desk.press(Key.Key_Return, "a", "d")
    desk.write("oakline")
    desk.press(Key.Key_Return, Key.Key_Return)  # the first takes the one that is offered
    opened = fold(desk)
    assert opened is not None
    assert "counted already" in desk.toast
    assert opened.fields.employer.text() == "Oakline"
    assert applications(desk) == ["Oakline"]
    opened.fields.employer.clear()
    opened.fields.edited.emit()
    desk.press(Key.Key_Escape)
    assert fold(desk) is None


def test_a_name_that_was_not_left_is_saved_when_the_window_closes(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("a", "d")
    desk.write("Oakline")
    assert desk.window.close()
    desk.reopen()
    assert applications(desk) == ["Oakline"]
    assert told(desk) == [(1, "Oakline")]


def test_a_named_application_is_renamed_and_moved_in_its_sheet(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("a", "d")
    desk.write("Oaklin")
    desk.press(Key.Key_Return)
    open_first(desk)
    sheet = desk.sheet(ActivitySheet)
    assert sheet is not None
    assert not sheet.kind.isEnabled()
    sheet.fields.employer.setText("Oakline")
    sheet.when.day.set_day(MONDAY)
    sheet.when.day.day_picked.emit()
    sheet.save()
    desk.settle()
    assert applications(desk) == ["Oakline"]
    assert [one.day for one in desk.services.applications.all()] == [MONDAY]
    assert only(desk, MONDAY).employer == "Oakline"
    assert desk.toast == "Moved to Monday 16 November"


# Entries are opened


def test_an_entry_is_moved_to_another_day(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("a")
    open_first(desk)
    sheet = desk.sheet(ActivitySheet)
    assert sheet is not None
    assert sheet.when.time.text() == "18:00"
    sheet.when.day.set_day(MONDAY)
    sheet.when.day.day_picked.emit()
    assert sheet.when.time.text() == ""  # nobody knows the hour on that day
    sheet.save()
    desk.settle()
    assert desk.done() == {}
    assert desk.done(MONDAY) == {"application": 1}
    assert desk.toast == "Moved to Monday 16 November"
    desk.shortcut("Ctrl+Z")
    assert desk.done() == {"application": 1}


def test_kind_amount_time_and_details_are_changed_by_keyboard(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("a")
    open_first(desk)
    sheet = desk.sheet(ActivitySheet)
    assert sheet is not None
    assert sheet.focusWidget() is sheet.kind
    desk.press(Key.Key_Down)
    assert sheet.kind.choice == "networking"
    sheet.when.time.setFocus()
    sheet.when.time.selectAll()
    QTest.keyClicks(sheet.when.time, "9.30")
    write(desk, sheet.fields.contact, "Ada")
    desk.press(Key.Key_Return)
    assert desk.sheet(ActivitySheet) is None
    one = only(desk)
    assert (one.kind, one.contact, one.at) == ("networking", "Ada", NOW.replace(hour=9, minute=30))
    assert desk.toast == "Activity changed"


def test_a_counted_entry_asks_for_minutes_once_its_kind_is_timed(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("a")
    open_first(desk)
    sheet = desk.sheet(ActivitySheet)
    assert sheet is not None
    assert sheet.fields.amount.units.isVisible()
    sheet.kind.setCurrentIndex(sheet.kind.findData("learning"))
    assert not sheet.fields.amount.units.isVisible()
    assert sheet.fields.amount.minutes.isVisible()
    sheet.fields.amount.minutes.setValue(20)
    sheet.save()
    assert (only(desk).kind, only(desk).minutes) == ("learning", 20)


@pytest.mark.parametrize(
    ("time", "sentence"), [("25:00", "is no time"), ("23:59", "lies ahead"), ("x" * 20, "no time")]
)
def test_impossible_times_are_told_and_nothing_is_lost(
    window_desk: WindowDesk, time: str, sentence: str
) -> None:
    desk = window_desk
    desk.press("a")
    open_first(desk)
    sheet = desk.sheet(ActivitySheet)
    assert sheet is not None
    sheet.when.time.setText(time)
    write(desk, sheet.fields.contact, "Ada")
    sheet.save()
    assert desk.sheet(ActivitySheet) is sheet
    assert sentence in sheet.sentence
    assert sheet.fields.contact.text() == "Ada"
    assert only(desk).contact == ""
    sheet.reject()


def test_saving_without_a_change_says_nothing(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("a")
    desk.window.toasts.toast.dismiss()
    open_first(desk)
    sheet = desk.sheet(ActivitySheet)
    assert sheet is not None
    sheet.save()
    desk.settle()
    assert desk.toast == ""
    assert desk.services.upkeep.undo_name == "Application sent added"


def test_the_sheet_deletes_and_undo_brings_it_back(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("a")
    open_first(desk)
    sheet = desk.sheet(ActivitySheet)
    assert sheet is not None
    button = next(one for one in sheet.findChildren(QAbstractButton) if one.text() == "Delete")
    desk.click(button)
    assert desk.done() == {}
    assert desk.toast == "Deleted: Application sent"
    desk.shortcut("Ctrl+Z")
    assert desk.done() == {"application": 1}


def test_the_pencil_opens_an_entry(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("a")
    view = desk.entries
    row = view.visualRect(view.model().index(0, 0))
    spot = pencil_rect(desk.look, QRectF(row)).center().toPoint()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    desk.settle()
    sheet = desk.sheet(ActivitySheet)
    assert sheet is not None
    sheet.reject()


def test_a_mark_is_changed_in_the_head(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("r")
    open_first(desk)
    menu = [one for one in desk.window.findChildren(QMenu) if one.isVisible()]
    assert menu
    menu[-1].close()


def test_a_rejection_is_shown_where_the_noes_are(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.reject()
    _ = desk.window
    open_first(desk)
    assert desk.window.stack.current.name == "rejections"


# Check-ins of other hours and days


def test_a_check_in_is_moved_to_the_day_before(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("4")
    desk.click(desk.named(QAbstractButton, "More of this check-in"))
    menu = next(one for one in desk.window.findChildren(QMenu) if one.isVisible())
    menu.actions()[0].trigger()
    menu.close()
    desk.settle()
    sheet = desk.sheet(WhenSheet)
    assert sheet is not None
    sheet.when.day.set_day(YESTERDAY)
    sheet.when.day.day_picked.emit()
    desk.press(Key.Key_Return)
    assert desk.sheet(WhenSheet) is None
    assert desk.check_in() is None
    moved = desk.check_in(YESTERDAY)
    assert moved is not None
    assert (moved.mood, moved.at) == (4, None)
    assert desk.toast == "Moved to Wednesday 18 November"
    desk.shortcut("Ctrl+Z")
    assert desk.mood == 4


def test_a_check_in_in_the_future_is_refused_in_words(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("4")
    found = desk.check_in()
    assert found is not None
    desk.window.today.check_in_move_asked.emit(found.id)
    sheet = desk.sheet(WhenSheet)
    assert sheet is not None
    sheet.when.time.setText("19:00")
    desk.press(Key.Key_Return)
    assert desk.sheet(WhenSheet) is sheet
    assert "lies ahead" in sheet.sentence
    sheet.reject()


def test_the_menu_of_a_check_in_deletes_it(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("4")
    desk.click(desk.named(QAbstractButton, "More of this check-in"))
    menu = next(one for one in desk.window.findChildren(QMenu) if one.isVisible())
    menu.actions()[1].trigger()
    menu.close()
    desk.settle()
    assert desk.check_in() is None
    assert desk.toast == "Check-in deleted"
    desk.shortcut("Ctrl+Z")
    assert desk.mood == 4


def test_an_entry_of_a_check_in_is_edited_in_its_card(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.services.check_ins.log(mood=2, note="early")
    desk.clock.moment = NOW + timedelta(hours=2)
    desk.services.check_ins.log(mood=4)
    _ = desk.window
    view = desk.entries
    row = view.visualRect(view.model().index(1, 0))
    for click in (QTest.mouseClick, QTest.mouseDClick):  # Qt's double click is the second half
        click(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(80, row.center().y()))
    desk.settle()
    assert desk.note.toPlainText() == "early"
    desk.press("1")
    assert [one.mood for one in desk.services.check_ins.of_day(TODAY)] == [1, 4]
