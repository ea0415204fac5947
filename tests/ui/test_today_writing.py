"""What is typed on Today: the note and the next steps are never lost, and never read as markup."""

from __future__ import annotations

import threading
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QMessageBox

from desktop_app.ui.widgets.step_row import PlanLabel, StepRow
from tests.ui.desks import TODAY

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.services.activities import Activities
    from tests.ui.desks import WindowDesk

Key = Qt.Key
YESTERDAY = TODAY - timedelta(days=1)
HOSTILE = (
    "<b>bold</b> <img src=x> & $\\frac{1}{0}$ %s {0}",
    "مرحبا بالعالم, then left to right",
    "two\nlines\tand a tab",
    "e\u0301 👩‍👩‍👧 \U0001f6a9",
    "'; DROP TABLE check_in; --",
)


def no_longer_writable(desk: WindowDesk) -> None:
    """Let the disk refuse every further write, as a full one does."""
    desk.services.upkeep._journal.query("PRAGMA max_page_count = 1")
    desk.services.upkeep._journal.query("PRAGMA query_only = ON")


def writable_again(desk: WindowDesk) -> None:
    desk.services.upkeep._journal.query("PRAGMA query_only = OFF")


# The note


def test_t_leads_to_the_note_and_it_is_saved_as_it_is_typed(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("t")
    desk.write("a good talk, 4 in 10")
    assert desk.note.toPlainText() == "a good talk, 4 in 10"
    desk.qtbot.waitUntil(lambda: desk.stored_note() == "a good talk, 4 in 10", timeout=2000)
    assert desk.mood is None
    assert desk.done() == {}
    assert desk.note.hasFocus()


def test_what_is_typed_on_is_not_disturbed_by_the_saving(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("t")
    desk.write("one ")
    desk.qtbot.waitUntil(lambda: desk.stored_note() == "one ", timeout=2000)
    desk.write("two")
    desk.services.activities.log("application")  # a change while words are unsaved
    desk.settle()
    desk.write(" three")
    desk.press(Key.Key_Escape)
    assert desk.stored_note() == "one two three"


def test_esc_leaves_the_note_and_letters_log_again(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("t")
    desk.write("n")
    desk.press(Key.Key_Escape)
    assert desk.stored_note() == "n"
    desk.press("n")
    assert desk.done() == {"networking": 1}
    assert desk.note.toPlainText() == "n"


def test_the_note_is_saved_when_something_else_is_clicked(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("t")
    desk.write("before the click")
    desk.click(desk.tile("application"))
    assert desk.stored_note() == "before the click"
    assert desk.note.toPlainText() == "before the click"


def test_the_note_is_saved_on_its_own_day_when_another_is_opened(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("t")
    desk.write("of today")
    desk.shortcut("Alt+Left")
    assert desk.window.today.day == YESTERDAY
    assert desk.note.toPlainText() == ""
    assert (desk.stored_note(), desk.stored_note(YESTERDAY)) == ("of today", "")
    assert not desk.note.hasFocus()  # letters log on the other day, and are no part of a note
    desk.press("t")
    desk.write("of yesterday")
    desk.shortcut("Alt+Right")
    assert desk.note.toPlainText() == "of today"
    assert desk.stored_note(YESTERDAY) == "of yesterday"


def test_the_note_is_saved_when_the_window_closes(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("t")
    desk.write("last words")
    assert desk.window.close()
    desk.reopen()
    assert desk.stored_note() == "last words"
    _ = desk.window
    assert desk.note.toPlainText() == "last words"


def test_the_note_is_saved_when_another_page_is_shown(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.log_days(2, 1)
    desk.press("t")
    desk.write("on my way")
    desk.shortcut("Ctrl+5")
    assert desk.stored_note() == "on my way"


def test_undo_inside_the_note_is_of_its_text_outside_of_steps(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("a", "t")
    desk.write("abc")
    desk.shortcut("Ctrl+Z")
    assert desk.note.toPlainText() == ""
    desk.shortcut("Ctrl+Z")  # nothing more to take back in the field: still no step
    assert desk.done() == {"application": 1}
    desk.write("xyz")
    desk.press(Key.Key_Escape)
    assert desk.stored_note() == "xyz"
    desk.shortcut("Ctrl+Z")
    assert desk.stored_note() == ""
    assert desk.note.toPlainText() == ""
    assert desk.done() == {"application": 1}


def test_one_visit_to_the_note_is_one_step(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("t")
    for words in ("one ", "two ", "three"):
        desk.write(words)
        desk.window.flush()
    desk.press(Key.Key_Escape)
    desk.shortcut("Ctrl+Z")
    assert desk.stored_note() == ""


@pytest.mark.parametrize("words", HOSTILE)
def test_any_words_are_shown_as_they_are(window_desk: WindowDesk, words: str) -> None:
    desk = window_desk
    desk.press("3", "t")
    desk.note.insertPlainText(words)
    desk.press(Key.Key_Escape)
    assert desk.note.toPlainText() == words
    assert words.split("\n")[0].replace("e\u0301", "é") in desk.lines()[0]
    desk.window.grab()
    desk.reopen()
    _ = desk.window
    assert desk.note.toPlainText() == words.replace("e\u0301", "é")


def test_a_note_of_two_hundred_thousand_characters(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("t")
    desk.note.insertPlainText("word " * 40_000)
    desk.press(Key.Key_Escape)
    assert len(desk.stored_note()) == 200_000
    desk.window.grab()
    assert desk.window.height() == 800


def test_a_note_that_is_too_long_is_told_and_kept(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("t")
    desk.note.insertPlainText("x" * 200_001)
    desk.press(Key.Key_Escape)
    assert "200001" in desk.toast
    assert desk.stored_note() == ""
    desk.services.activities.log("application")
    desk.settle()
    assert len(desk.note.toPlainText()) == 200_001
    desk.note.selectAll()
    desk.note.insertPlainText("short")
    assert desk.window.close()
    desk.reopen()
    assert desk.stored_note() == "short"


def test_control_characters_that_were_pasted_do_not_stop_the_note(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("t")
    desk.note.insertPlainText("page\x0cfeed and\x1b escape")
    desk.press(Key.Key_Escape)
    assert desk.stored_note() == "pagefeed and escape"


# A journal that refuses


def test_a_note_that_can_not_be_saved_stays_and_is_saved_later(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("3", "t")
    desk.write("precious")
    no_longer_writable(desk)
    desk.press(Key.Key_Escape)
    assert desk.toast
    desk.window.today.refresh()
    assert desk.note.toPlainText() == "precious"
    desk.shortcut("Alt+Left")
    assert desk.window.today.day == TODAY  # its day is not left without it
    writable_again(desk)
    desk.shortcut("Alt+Left")
    assert desk.stored_note() == "precious"


@pytest.mark.parametrize("answer", ["Stay", "Close"])
def test_closing_with_a_note_that_can_not_be_saved_asks(
    window_desk: WindowDesk, answer: str
) -> None:
    desk = window_desk
    desk.press("3", "t")
    desk.write("precious")
    no_longer_writable(desk)
    asked: list[str] = []

    def give_answer() -> None:
        box = desk.sheet(QMessageBox)
        assert box is not None
        assert box.textFormat() is Qt.TextFormat.PlainText
        asked.append(box.text())
        desk.window.close()  # the system asks meanwhile: no second question
        next(one for one in box.buttons() if one.text() == answer).click()

    QTimer.singleShot(50, give_answer)
    closed = desk.window.close()
    assert len(asked) == 1
    assert closed is (answer == "Close")
    assert desk.window.isVisible() is not closed
    assert desk.note.toPlainText() == "precious"
    if not closed:
        writable_again(desk)
        assert desk.window.close()


def test_what_could_not_be_deleted_is_not_called_deleted(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("a")
    no_longer_writable(desk)
    desk.entries.setFocus()
    desk.entries.setCurrentIndex(desk.entries.model().index(0, 0))
    desk.press(Key.Key_Delete)
    assert not desk.toast.startswith("Deleted")
    assert desk.toast
    writable_again(desk)
    assert desk.done() == {"application": 1}


def test_a_mood_that_could_not_be_saved_is_not_shown_as_saved(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("2")
    no_longer_writable(desk)
    desk.press("5")
    assert desk.toast
    assert desk.named(QAbstractButton, "Mood, Low").isChecked()
    assert not desk.named(QAbstractButton, "Mood, Great").isChecked()
    writable_again(desk)


# Next steps


def open_line(desk: WindowDesk) -> QLineEdit:
    desk.click(desk.named(QAbstractButton, "Add a next step"))
    return desk.named(QLineEdit, "A next step")


def steps(desk: WindowDesk) -> list[str]:
    return [one.accessibleName() for one in desk.window.findChildren(PlanLabel) if one.isVisible()]


def test_a_step_is_added_ticked_and_deleted(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window
    line = open_line(desk)
    desk.write("Ask Priya about the team")
    desk.press(Key.Key_Return)
    assert not line.isVisible()
    assert steps(desk) == ["Ask Priya about the team"]
    assert desk.toast == "Next step added"
    tick = desk.named(QAbstractButton, "Done: Ask Priya")
    desk.click(tick)
    assert [one.done for one in desk.services.next_steps.on(TODAY)] == [TODAY]
    assert desk.toast == "Next step done"
    desk.named(QAbstractButton, "Done: Ask Priya").setFocus()
    desk.press(Key.Key_Delete)
    assert steps(desk) == []
    desk.shortcut("Ctrl+Z")
    assert steps(desk) == ["Ask Priya about the team"]


def test_a_step_is_deleted_by_its_cross(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.services.next_steps.add("One")
    _ = desk.window
    row = desk.window.findChildren(StepRow)[0]
    row._bin.show()
    desk.click(row._bin)
    assert desk.services.next_steps.on(TODAY) == []


def test_if_then_is_kept_as_a_plan(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window
    open_line(desk)
    desk.write("if it is 9:30, then I open one posting")
    desk.press(Key.Key_Return)
    step = desk.services.next_steps.on(TODAY)[0]
    assert (step.cue, step.text) == ("it is 9:30", "I open one posting")
    assert steps(desk) == ["If it is 9:30, then I open one posting"]


def test_esc_keeps_what_was_begun_as_a_draft(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window
    line = open_line(desk)
    desk.write("half a th")
    desk.press(Key.Key_Escape)
    assert not line.isVisible()
    assert desk.services.next_steps.on(TODAY) == []
    assert open_line(desk).text() == "half a th"
    assert desk.window.close()  # with the line open
    desk.reopen()
    _ = desk.window
    assert open_line(desk).text() == "half a th"
    desk.write("ought")
    desk.press(Key.Key_Return)
    assert steps(desk) == ["half a thought"]
    assert open_line(desk).text() == ""


@pytest.mark.parametrize("words", [words for words in HOSTILE if "\n" not in words])
def test_steps_are_shown_as_they_are(window_desk: WindowDesk, words: str) -> None:
    desk = window_desk
    desk.services.next_steps.add(words)
    desk.window.grab()
    assert steps(desk) == [words.replace("e\u0301", "é")]


# Other threads and the turn of the day


def test_a_change_from_a_worker_reaches_the_window(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window
    seen: list[threading.Thread] = []
    desk.window.changed.connect(lambda _changed: seen.append(threading.current_thread()))
    worker = threading.Thread(target=lambda: log(desk.services.activities))
    worker.start()
    desk.qtbot.waitUntil(lambda: desk.tile("interview").amount == 1)
    worker.join()
    assert set(seen) == {threading.main_thread()}


def log(activities: Activities) -> None:
    activities.log("interview")


def test_at_four_in_the_morning_a_new_day_begins(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("4", "t")
    desk.write("late ")
    desk.clock.moment = desk.clock.moment.replace(day=20, hour=3, minute=59)
    desk.window._on_day_check()
    assert desk.window.today.day == TODAY
    desk.write("thoughts")
    desk.clock.moment = desk.clock.moment.replace(day=20, hour=4, minute=0)
    desk.window._on_day_check()
    desk.settle()
    tomorrow = TODAY + timedelta(days=1)
    assert desk.window.today.day == tomorrow
    assert desk.stored_note(TODAY) == "late thoughts"
    assert desk.note.toPlainText() == ""
    desk.press(Key.Key_Escape, "2")
    assert desk.mood == 4
    found = desk.check_in(tomorrow)
    assert found is not None
    assert found.mood == 2


def test_a_key_after_the_night_logs_for_the_new_day(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("4")
    desk.clock.moment += timedelta(hours=14)  # the computer slept; no timer has run yet
    desk.press("a")
    assert desk.done(TODAY) == {}
    assert desk.done(TODAY + timedelta(days=1)) == {"application": 1}


def test_the_window_that_is_turned_to_after_the_night_shows_the_new_day(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    desk.press("4")
    desk.clock.moment += timedelta(hours=14)
    QApplication.sendEvent(desk.window, QEvent(QEvent.Type.ActivationChange))
    desk.click(desk.tile("application"))
    assert desk.done(TODAY) == {}
    assert desk.done(TODAY + timedelta(days=1)) == {"application": 1}


def test_the_day_turns_also_behind_another_page(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.log_days(2, 1)
    _ = desk.window
    desk.shortcut("Ctrl+5")
    desk.clock.moment += timedelta(days=1)
    desk.window._on_day_check()
    desk.shortcut("Ctrl+1")
    assert desk.window.today.day == TODAY + timedelta(days=1)


def test_a_past_day_stays_open_when_the_day_turns(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window
    desk.shortcut("Alt+Left")
    desk.clock.moment += timedelta(days=1)
    desk.window._on_day_check()
    assert desk.window.today.day == YESTERDAY
    QTest.keyClick(desk.window, Key.Key_3)
    found = desk.check_in(YESTERDAY)
    assert found is not None
    assert found.mood == 3


def test_a_toast_never_undoes_another_step_than_it_names(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("r")
    toast = desk.window.toasts.toast
    assert not toast.isHidden()
    desk.press("5")
    assert toast.isHidden()


def test_steady_typing_is_saved_all_the_same(window_desk: WindowDesk, qtbot: QtBot) -> None:
    desk = window_desk
    desk.press("t")
    for letter in "no pause to think":
        desk.write(letter)
        qtbot.wait(60)
    assert desk.stored_note().startswith("no pause")
