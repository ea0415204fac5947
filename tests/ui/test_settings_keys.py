"""Keys of the person's own: chosen by pressing them, told who has one, swapped, reset."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from desktop_app.ui.actions.caps import show_caps
from desktop_app.ui.actions.choosing import KeyChoice
from desktop_app.ui.pages.settings.keys import KeyRow, KeysSection
from desktop_app.ui.sheets.rejection_sheet import RejectionSheet
from desktop_app.ui.widgets.chip import Chip
from desktop_app.ui.widgets.key_cap import KeyCap
from desktop_app.ui.widgets.nav_button import NavButton
from tests.ui.desks import TODAY
from tests.ui.test_settings_page import open_settings, question

if TYPE_CHECKING:
    from tests.ui.desks import WindowDesk

Key = Qt.Key
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def open_keys(desk: WindowDesk) -> KeysSection:
    section = open_settings(desk, "keys").section("keys")
    assert isinstance(section, KeysSection)
    return section


def row_of(desk: WindowDesk, name: str) -> KeyRow:
    """Return an action's row, scrolled to and with the focus on its keys."""
    row = open_keys(desk).key_rows[name]
    page = desk.window.stack.current
    row.field.setFocus()
    page._area.ensureWidgetVisible(row)
    desk.settle()
    return row


def choose(
    desk: WindowDesk,
    name: str,
    key: str | Qt.Key,
    modifier: Qt.KeyboardModifier | None = None,
    *,
    by_mouse: bool = False,
) -> KeyRow:
    """Choose a key for an action as a person does."""
    row = row_of(desk, name)
    if by_mouse:
        desk.click(row.field)
    else:
        desk.press(Key.Key_Return)
    assert row.field.waits
    desk.press(key, modifier=modifier)
    return row


def keys(desk: WindowDesk, name: str) -> tuple[str, ...]:
    book = desk.window.book
    return book.keys_of(book.get(name))


def on_today(desk: WindowDesk) -> None:
    desk.window.show_page("today")
    desk.settle()


@pytest.mark.parametrize("by_mouse", [False, True])
def test_a_letter_is_chosen_pressed_and_taken_back(window_desk: WindowDesk, by_mouse: bool) -> None:
    desk = window_desk
    row = choose(desk, "rest", "b", by_mouse=by_mouse)
    assert desk.toast == "B does “Rest day on or off” now"
    assert row.field.accessibleName() == "Rest day on or off, B"
    assert row.back.isVisible()
    on_today(desk)
    desk.press("r")
    assert not desk.rests()
    desk.press("b")
    assert desk.rests()
    desk.press("b")
    desk.shortcut("Ctrl+Z")
    desk.shortcut("Ctrl+Z")
    desk.shortcut("Ctrl+Z")
    assert keys(desk, "rest") == ("R",)
    assert not row.back.isVisible()


def test_a_letter_takes_the_place_of_the_letter_and_a_chord_that_of_the_chords(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    choose(desk, "rejection", "y")
    assert keys(desk, "rejection") == ("Y", "Ctrl+R")
    choose(desk, "rejection", Key.Key_J, CTRL | SHIFT)
    assert keys(desk, "rejection") == ("Y", "Ctrl+Shift+J")
    choose(desk, "redo", Key.Key_F7)
    assert keys(desk, "redo") == ("F7",)
    on_today(desk)
    desk.shortcut("Ctrl+R")
    assert desk.sheet(RejectionSheet) is None
    desk.shortcut("Ctrl+Shift+J")
    sheet = desk.sheet(RejectionSheet)
    assert sheet is not None
    sheet.reject()
    desk.reopen()
    assert keys(desk, "rejection") == ("Y", "Ctrl+Shift+J")


def test_while_it_waits_a_shortcut_is_taken_and_not_done(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("a")
    row = choose(desk, "note", Key.Key_Z, CTRL)
    assert desk.done() == {"application": 1}
    assert question(desk) == "Ctrl Z does “Undo” now."
    desk.click(desk.named(QAbstractButton, "Leave it"))
    assert keys(desk, "note") == ("T",)
    assert desk.window.focusWidget() is row.field
    desk.press(Key.Key_Return, Key.Key_Escape)
    assert not row.field.waits
    assert keys(desk, "note") == ("T",)
    assert question(desk) == ""


def test_who_has_a_key_is_told_and_the_two_are_swapped(window_desk: WindowDesk) -> None:
    desk = window_desk
    choose(desk, "rest", "a")
    assert question(desk) == "A does “Application sent” now."
    assert keys(desk, "rest") == ("R",)
    focus = desk.window.focusWidget()
    assert isinstance(focus, QAbstractButton)
    assert focus.text() == "Swap the two"
    desk.press(Key.Key_Return)
    assert keys(desk, "rest") == ("A",)
    assert keys(desk, "log:application") == ("R",)
    assert desk.services.activities.kind("application").key == "R"
    on_today(desk)
    desk.press("a")
    assert desk.rests()
    desk.press("r")
    assert desk.done() == {"application": 1}
    for _time in range(3):
        desk.shortcut("Ctrl+Z")
    assert keys(desk, "rest") == ("R",)
    assert keys(desk, "log:application") == ("A",)


def test_a_key_taken_from_another_for_none_leaves_it_without(window_desk: WindowDesk) -> None:
    desk = window_desk
    choose(desk, "log:lesson", "x")
    assert question(desk) == "X does “A rejection came in” now."
    desk.press(Key.Key_Return)
    assert keys(desk, "log:lesson") == ("X",)
    assert keys(desk, "rejection") == ("Ctrl+R",)
    on_today(desk)
    desk.press("x")
    assert desk.done() == {"lesson": 1}


@pytest.mark.parametrize(
    ("key", "modifier", "said"),
    [
        (Key.Key_Return, None, "Return moves about the window, so it stays free."),
        (Key.Key_Tab, None, "Tab moves about the window, so it stays free."),
        (Key.Key_Backtab, SHIFT, "Tab moves about the window, so it stays free."),
        (Key.Key_Left, None, "Left moves about the window, so it stays free."),
        (Key.Key_Space, None, "The blank presses what has the focus, so it stays free."),
        (Key.Key_F, ALT, "Alt with a letter opens a menu."),
        (Key.Key_VolumeUp, None, "This key has no name here."),
    ],
)
def test_keys_that_the_window_needs_are_refused_in_a_sentence(
    window_desk: WindowDesk, key: Qt.Key, modifier: Qt.KeyboardModifier | None, said: str
) -> None:
    desk = window_desk
    choose(desk, "rest", key, modifier)
    assert question(desk).startswith(said)
    assert keys(desk, "rest") == ("R",)
    assert desk.services.settings.get("keys") == {}


def test_keys_are_taken_away_and_reset_one_by_one(window_desk: WindowDesk) -> None:
    desk = window_desk
    row = choose(desk, "rest", Key.Key_Backspace)
    assert keys(desk, "rest") == ()
    assert row.field.accessibleName() == "Rest day on or off, no key"
    assert desk.toast == "Rest day on or off has no key"
    desk.click(row.back)
    assert keys(desk, "rest") == ("R",)
    assert desk.services.settings.get("keys") == {}
    assert not row.back.isVisible()


def test_a_reset_asks_before_it_takes_a_key_from_another(window_desk: WindowDesk) -> None:
    desk = window_desk
    choose(desk, "log:networking", "a")
    desk.press(Key.Key_Return)
    row = row_of(desk, "log:application")
    assert keys(desk, "log:application") == ("N",)
    desk.click(row.back)
    assert "“Networking message” has its first key now" in question(desk)
    desk.press(Key.Key_Return)
    assert keys(desk, "log:application") == ("A",)
    assert keys(desk, "log:networking") == ()


def test_all_keys_are_reset_in_one_step(window_desk: WindowDesk) -> None:
    desk = window_desk
    from desktop_app.services.kinds import KindForm

    own = desk.services.kinds.add(KindForm("Job fair", key="J"))
    choose(desk, f"log:{own}", "r")
    desk.press(Key.Key_Return)  # swapped with the rest day
    choose(desk, "undo", Key.Key_F8)
    assert keys(desk, "rest") == ("J",)
    desk.click(desk.named(QAbstractButton, "Reset all keys"))
    assert keys(desk, "rest") == ("R",)
    assert keys(desk, "undo") == ("Ctrl+Z",)
    assert keys(desk, f"log:{own}") == ()  # its letter is the rest day's by itself
    assert desk.services.settings.get("keys") == {}
    assert desk.toast == "All keys are as they were at first"
    desk.shortcut("Ctrl+Z")
    assert keys(desk, "undo") == ("F8",)
    assert keys(desk, f"log:{own}") == ("R",)


def test_caps_show_the_keys_that_hold(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.services.check_ins.log(mood=3)
    _ = desk.window
    desk.services.keys.choose(
        {"rest": ("B",), "note": ("Ctrl+J",), "mood:3": (), "page:today": ("F9",)}
    )
    desk.services.keys.choose({"log:application": ("Z",)})
    desk.settle()
    caps = {str(cap.property("action")): cap.key for cap in desk.window.findChildren(KeyCap)}
    assert caps["rest"] == "B"
    assert caps["energy"] == "E"
    assert desk.window.today.check_in.note._cap.key == "Ctrl J"
    assert desk.tile("application")._key == "Z"
    assert desk.window.today.check_in.moods._tiles[2]._key == ""
    assert desk.named(NavButton, "Today")._shortcut == "F9"
    desk.services.settings.set("letter_keys", "off", today=TODAY)
    desk.settle()
    assert desk.tile("networking")._key == ""
    assert "Click to add one" in desk.words()
    for _time in range(3):
        desk.shortcut("Ctrl+Z")
    caps = {str(cap.property("action")): cap.key for cap in desk.window.findChildren(KeyCap)}
    assert caps["rest"] == "R"
    assert desk.tile("application")._key == "A"
    assert desk.window.today.check_in.moods._tiles[2]._key == "3"
    assert desk.named(NavButton, "Today")._shortcut == "Ctrl 1"


def test_every_cap_names_an_action_and_shows_its_key_from_the_beginning(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    desk.services.check_ins.log(mood=3)
    desk.reject()
    desk.press("a")
    for page in ("today", "rejections", "settings"):
        desk.window.show_page(page)
    before = {cap: cap.key for cap in desk.window.findChildren(KeyCap) if cap.property("action")}
    assert {"rest", "energy", "feelings", "undo"} <= {cap.property("action") for cap in before}
    show_caps(desk.window, desk.window.book, "on")
    assert {cap: cap.key for cap in before} == before


def test_letters_log_as_they_are_chosen_to(window_desk: WindowDesk) -> None:
    desk = window_desk
    open_keys(desk)
    desk.click(desk.named(Chip, "Letters and digits, With Alt"))
    assert desk.toast == "Letters and digits: With Alt"
    on_today(desk)
    assert "Click, or press Alt and a letter, to add one" in desk.words()
    desk.press("a")
    assert desk.done() == {}
    desk.press("a", modifier=ALT)
    assert desk.done() == {"application": 1}


def test_no_choice_ever_leaves_a_key_that_does_two_things(window_desk: WindowDesk) -> None:
    desk = window_desk
    book, choice = desk.window.book, KeyChoice(desk.services, desk.window.book)
    for name, key in (
        ("rest", "A"), ("log:application", "T"), ("note", "X"), ("rejection", "/"),
        ("undo", "Ctrl+K"), ("palette", "Ctrl+1"), ("page:today", "Ctrl+Z"), ("mood:1", "2"),
        ("log:lesson", "1"), ("day_before", "Ctrl+F"), ("quit", "R"),
    ):  # fmt: skip
        action = book.get(name)
        holder = choice.holder(action, key)
        if holder is None:
            choice.give(action, key)
        else:
            choice.take(action, key, holder)
        assert key in book.keys_of(book.get(name))
        for one in book.all():
            for mine in book.keys_of(one):
                assert choice.holder(one, mine) is None, (name, key, one.name, mine)
    choice.reset_all()
    assert desk.services.settings.get("keys") == {}
    assert [kind.key for kind in desk.services.activities.kinds()] == [*"ANFIPLCK", ""]
