"""Actions: what keys mean, on any keyboard, as the person chose them, and beside a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from desktop_app.ui.actions.action import is_letter
from desktop_app.ui.actions.physical import key_of
from desktop_app.ui.actions.specs import groups
from desktop_app.ui.pages.today.typed_note import TypedNote
from desktop_app.ui.sheets.rejection_sheet import RejectionSheet
from tests.ui.desks import TODAY

if TYPE_CHECKING:
    from tests.ui.desks import WindowDesk

NONE = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PAD = Qt.KeyboardModifier.KeypadModifier
ALT = Qt.KeyboardModifier.AltModifier


def pressed(
    key: int = 0,
    text: str = "",
    *,
    code: int = 0,
    virtual: int = 0,
    modifier: Qt.KeyboardModifier = NONE,
    at: int = 0,
) -> QKeyEvent:
    event = QKeyEvent(QEvent.Type.KeyPress, key, modifier, code, virtual, 0, text)
    event.setTimestamp(at)
    return event


# Keyboards


@pytest.mark.parametrize(
    ("event", "platform", "meant"),
    [
        (pressed(Qt.Key.Key_4, "4", code=13), "xcb", "4"),
        (pressed(Qt.Key.Key_QuoteDbl, '"', code=12), "xcb", "3"),  # AZERTY without Shift
        (pressed(Qt.Key.Key_Eacute, "é", code=11), "wayland", "2"),
        (pressed(Qt.Key.Key_4, "4", code=13, modifier=SHIFT), "xcb", "4"),  # AZERTY with Shift
        (pressed(Qt.Key.Key_Exclam, "!", code=10, modifier=SHIFT), "xcb", "!"),
        (pressed(Qt.Key.Key_5, "5", code=84, modifier=PAD), "xcb", "5"),
        (pressed(Qt.Key.Key_Left, "", code=83, modifier=PAD), "xcb", "4"),  # Num Lock off
        (pressed(Qt.Key.Key_Left, "", code=113), "xcb", ""),  # the arrow key itself
        (pressed(Qt.Key.Key_Eacute, "é", code=3), "windows", "2"),
        (pressed(Qt.Key.Key_Left, "", code=0x14B), "windows", ""),
        (pressed(Qt.Key.Key_Eacute, "é", virtual=19), "cocoa", "2"),
        (pressed(0, "ф", code=38), "xcb", "A"),  # Russian
        (pressed(0, "λ", code=46), "xcb", "L"),  # Greek
        (pressed(0, "ф", virtual=0), "cocoa", "A"),
        (pressed(Qt.Key.Key_A, "a", code=24), "xcb", "A"),  # AZERTY's A lies where Q does
        (pressed(Qt.Key.Key_Odiaeresis, "ö", code=47), "xcb", ""),
        (pressed(Qt.Key.Key_A, "", code=38, modifier=ALT), "xcb", "A"),
        (pressed(Qt.Key.Key_Slash, "/", code=61), "xcb", "/"),
        (pressed(Qt.Key.Key_Tab, "\t", code=23), "xcb", ""),
    ],
)
def test_a_key_means_the_same_on_every_keyboard(
    event: QKeyEvent, platform: str, meant: str
) -> None:
    assert key_of(event, platform) == meant


def test_digits_set_mood_where_they_need_shift(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.window.stack.current.setFocus()
    desk.window._keys._platform = "xcb"
    QApplication.sendEvent(desk.window, pressed(Qt.Key.Key_Apostrophe, "'", code=13))
    assert desk.mood == 4


# The book


def test_every_action_has_words_and_a_group(window_desk: WindowDesk) -> None:
    for action in window_desk.window.book.all():
        assert action.words.strip(), action.name
        assert action.group in groups(), action.name


def test_no_key_means_two_things_on_one_page(window_desk: WindowDesk) -> None:
    book = window_desk.window.book
    for page in ("today", "applications", "rejections", "guide", "lessons", "momentum"):
        taken: dict[str, str] = {}
        for action in book.all():
            if action.only_here and action.page != page:
                continue
            for key in book.keys_of(action):
                if is_letter(key) and action.page not in ("", page):
                    continue
                assert key not in taken, (key, action.name, taken[key])
                taken[key] = action.name


def test_keys_that_the_person_chose_hold_at_once_and_after_a_start(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    _ = desk.window
    keys = {"rest": ["B"], "note": ["Ctrl+J"], "rejection": ["Ctrl+Shift+R"]}
    desk.services.settings.store("keys", keys, today=TODAY)
    desk.settle()
    for _time in range(2):
        desk.press("r", "x")
        assert not desk.rests()
        assert desk.sheet(RejectionSheet) is None
        desk.press("b")
        assert desk.rests()
        desk.press("b")
        desk.shortcut("Ctrl+J")
        assert desk.note.hasFocus()
        desk.press(Qt.Key.Key_Escape)
        assert desk.window.menus.actions["rejection"].shortcut().toString() == "Ctrl+Shift+R"
        desk.reopen()
        _ = desk.window


def test_a_page_is_shown_for_its_action(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.log_days(2, 1)
    _ = desk.window
    desk.shortcut("Ctrl+5")
    assert desk.window.stack.current.name == "momentum"
    desk.window.commands.run("mood:3")
    desk.settle()
    assert desk.window.stack.current is desk.window.today
    assert desk.mood == 3


def test_search_is_reached_by_either_key_and_greyed_where_there_is_none(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    desk.reject()
    _ = desk.window
    find = desk.window.menus.actions["find"]
    assert not find.isEnabled()
    desk.press("/")
    for keys in ("/", "Ctrl+F"):
        desk.shortcut("Ctrl+3")
        assert find.isEnabled()
        desk.press("/") if keys == "/" else desk.shortcut(keys)
        focus = desk.window.focusWidget()
        assert focus is not None
        assert focus.accessibleName().startswith("Search everything")
        desk.press(Qt.Key.Key_Escape)
        desk.shortcut("Ctrl+1")


# Letters and screen readers


def test_letters_can_need_alt_or_be_switched_off(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window
    desk.services.settings.set("letter_keys", "alt", today=TODAY)
    desk.settle()
    desk.press("a", "4")
    assert desk.done() == {}
    desk.press("a", "f", Qt.Key.Key_4, modifier=ALT)  # Alt+F opens no menu meanwhile
    assert desk.done() == {"application": 1, "follow_up": 1}
    assert desk.mood == 4
    desk.services.settings.set("letter_keys", "off", today=TODAY)
    desk.settle()
    desk.press("n")
    desk.press("n", modifier=ALT)
    assert desk.done() == {"application": 1, "follow_up": 1}
    assert desk.window.menuBar().actions()[0].text() == "&File"


def test_a_screen_reader_gets_the_letters_and_that_is_said_once(
    window_desk: WindowDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = window_desk
    _ = desk.window
    monkeypatch.setattr("desktop_app.ui.actions.reader.QAccessible.isActive", lambda: True)
    desk.press("a")
    assert desk.done() == {}
    assert "Alt" in desk.toast
    desk.window.toasts.toast.dismiss()
    desk.press("n", "z")
    assert desk.toast == ""
    desk.press("a", modifier=ALT)
    assert desk.done() == {"application": 1}
    desk.services.settings.set("letter_keys", "on", today=TODAY)
    desk.settle()
    desk.press("n")
    assert desk.done() == {"application": 1, "networking": 1}


# A note typed beside its field


def write_beside(desk: WindowDesk, text: str, *, every: int = 90, begin: int = 1000) -> None:
    """Write without a field in the focus, a key every so many milliseconds."""
    for number, letter in enumerate(text):
        target = desk.window.focusWidget() or desk.window
        key = ord(letter.upper()) if letter.isascii() else 0
        QApplication.sendEvent(target, pressed(key, letter, at=begin + number * every))
        desk.settle()


def test_a_note_written_beside_its_field_goes_into_it(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.services.check_ins.log(note="Rain.")
    _ = desk.window
    write_beside(desk, "An fine talk")
    assert desk.note.hasFocus()
    assert desk.note.toPlainText() == "Rain. An fine talk"
    assert desk.done() == {}
    assert desk.toast == "That looked like a note."
    desk.click(desk.window.toasts.toast._undo)
    assert desk.note.toPlainText() == "Rain."
    assert desk.done() == {"application": 1, "networking": 1, "follow_up": 1}
    assert desk.stored_note() == "Rain."


def test_letters_that_come_slowly_or_are_few_log(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window
    write_beside(desk, "anf", every=400)
    write_beside(desk, "nana", begin=9000)
    assert desk.done() == {"application": 3, "networking": 3, "follow_up": 1}
    assert desk.stored_note() == ""


def test_an_ordinary_day_in_a_hurry_is_no_note(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window
    write_beside(desk, "4e4an", every=60)
    assert desk.done() == {"application": 1, "networking": 1}
    assert (desk.mood, desk.energy) == (4, 4)


def test_a_note_takes_back_only_what_its_letters_logged() -> None:
    typed = TypedNote()
    assert typed.press("a", 1000, "log:application") is None
    typed.acted(7)
    assert typed.press(" ", 1050, "") is None
    assert typed.press("l", 1100, "log:learning") is None
    typed.acted(9)
    caught = typed.press("o", 1150, "")
    assert caught is not None
    assert caught.text == "a lo"
    assert caught.actions == ("log:application", "log:learning")
    assert caught.marks == {7, 9}
    assert typed.press("x", 1200, "rejection") is None
