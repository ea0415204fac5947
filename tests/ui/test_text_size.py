"""Another text size: the window is built anew, and what the person had before them stays."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from desktop_app.domain.errors import JournalError
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.sheets.rejection_sheet import RejectionSheet
from tests.ui.desks import TODAY

if TYPE_CHECKING:
    import pytest

    from tests.ui.desks import WindowDesk

YESTERDAY = TODAY - timedelta(days=1)


def set_size(desk: WindowDesk, size: str) -> None:
    desk.services.settings.set("text_size", size, today=TODAY)
    desk.settle()


def windows() -> list[MainWindow]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, MainWindow)]


def test_the_window_is_built_anew_with_larger_text_and_the_old_one_goes(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    before = desk.window
    width = desk.window.today.check_in.moods.minimumSizeHint().width()
    set_size(desk, "200")
    assert desk.window is not before
    assert windows() == [desk.window]
    assert desk.window.isVisible()
    assert desk.look.scale == 2.0
    assert desk.window.today.check_in.moods.minimumSizeHint().width() >= 1.8 * width
    assert QApplication.font().pixelSize() == 28
    set_size(desk, "system")
    assert desk.look.scale == 1.0
    assert desk.window.today.check_in.moods.minimumSizeHint().width() == width
    assert windows() == [desk.window]


def test_it_keeps_page_day_place_and_an_unsaved_note(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.log_days(3, 2, 1)
    desk.window.resize(1100, 700)
    desk.shortcut("Alt+Left")
    desk.press("t")
    desk.write("half a sent")
    assert desk.stored_note(YESTERDAY) == ""
    size = desk.window.size()
    set_size(desk, "150")
    assert desk.stored_note(YESTERDAY) == "half a sent"
    assert desk.window.today.day == YESTERDAY
    assert desk.note.toPlainText() == "half a sent"
    assert desk.window.focusWidget() is desk.note
    assert desk.window.size() == size
    desk.shortcut("Ctrl+5")
    set_size(desk, "100")
    assert desk.window.stack.current.name == "momentum"
    assert desk.window.today.day == YESTERDAY


def test_asked_for_twice_in_one_turn_it_is_built_once(window_desk: WindowDesk) -> None:
    desk = window_desk
    made: list[object] = []
    make = desk.shell._make
    desk.shell._make = lambda: made.append(make()) or made[-1]  # type: ignore[method-assign]
    desk.services.settings.set("text_size", "150", today=TODAY)
    desk.services.settings.set("gentle_note", "off", today=TODAY)
    desk.settle()
    assert len(made) == 1
    assert desk.look.scale == 1.5


def test_a_small_screen_stays_possible_with_large_text(window_desk: WindowDesk) -> None:
    desk = window_desk
    set_size(desk, "200")
    least = desk.window.minimumSize()
    assert (least.width(), least.height()) <= (1000, 640)
    desk.window.resize(1000, 640)
    desk.settle()
    assert (desk.window.width(), desk.window.height()) == (1000, 640)
    rows = [one for one in desk.window._sidebar._buttons.values() if one.isVisible()]
    ground = desk.window.ground.rect()
    for row in rows:
        assert row.height() >= 24
        assert ground.contains(row.geometry())


def test_the_new_window_listens_in_place_of_the_old_one(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("a")
    set_size(desk, "125")
    desk.press("4", "a", "n")
    assert desk.done() == {"application": 2, "networking": 1}
    assert desk.toast == "Networking message added"
    assert desk.tile("application").amount == 2
    assert desk.mood == 4


def test_undo_brings_the_former_size_back(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window
    set_size(desk, "175")
    desk.shortcut("Ctrl+Z")
    assert desk.look.scale == 1.0
    assert desk.toast == "Taken back: Text size"
    desk.shortcut("Ctrl+Shift+Z")
    assert desk.look.scale == 1.75
    assert desk.toast == "Done again: Text size"


def test_a_toast_that_shows_goes_on_with_its_undo(window_desk: WindowDesk) -> None:
    desk = window_desk
    before = desk.window
    desk.services.settings.set("text_size", "150", today=TODAY)
    before.say("Text size: 150 %", undo=True)  # as Settings says it, before the event loop turns
    desk.settle()
    assert desk.window is not before
    assert desk.toast == "Text size: 150 %"
    desk.click(desk.window.toasts.toast._undo)
    assert desk.look.scale == 1.0


def test_while_the_note_can_not_be_saved_the_window_stays(
    window_desk: WindowDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = window_desk
    before = desk.window
    desk.press("4", "t")
    desk.write("precious")

    def full(*_words: object) -> None:
        raise JournalError("The disk is full.")

    monkeypatch.setattr(type(desk.services.check_ins), "set_note", full)
    set_size(desk, "200")
    assert desk.window is before
    assert desk.toast == "The disk is full."
    note = desk.window.focusWidget()
    assert isinstance(note, QPlainTextEdit)
    assert note.toPlainText() == "precious"


def test_an_open_sheet_is_left_as_esc_leaves_it(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("x", *"norvik")
    assert desk.sheet(RejectionSheet) is not None
    set_size(desk, "125")
    assert desk.sheet(RejectionSheet) is None
    desk.press("x")
    sheet = desk.sheet(RejectionSheet)
    assert sheet is not None
    assert sheet.fields.employer.text() == "norvik"


def test_a_maximized_window_stays_so(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.window.showMaximized()
    desk.settle()
    set_size(desk, "125")
    assert desk.window.windowState() & Qt.WindowState.WindowMaximized
