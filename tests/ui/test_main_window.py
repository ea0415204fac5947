"""The main window: pages that come with their content, menus, looks, closing, faults."""

from __future__ import annotations

import threading
import weakref
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QMessageBox, QWidget

from desktop_app.app import Started
from desktop_app.domain.errors import UpswingError
from desktop_app.ui.sheets.import_sheet import ImportSheet
from desktop_app.ui.sheets.rejection_sheet import RejectionSheet
from desktop_app.ui.widgets.chart_view import ChartView
from desktop_app.ui.widgets.key_button import KeyButton
from desktop_app.ui.widgets.nav_button import NavButton
from tests.ui.desks import TODAY

if TYPE_CHECKING:
    from PySide6.QtGui import QColor
    from pytestqt.qtbot import QtBot

    from tests.ui.desks import WindowDesk

Key = Qt.Key
FRENCH = Path(__file__).parent.parent / "data" / "applications_france_2023.csv"


def pages(desk: WindowDesk) -> list[str]:
    """Return the pages that the sidebar offers above Settings, which is always there."""
    *found, last = (one.label for one in rows(desk))
    assert last == "Settings"
    return found


def rows(desk: WindowDesk) -> list[NavButton]:
    """Return the rows of the sidebar that stand for a page."""
    found = desk.window._sidebar.findChildren(NavButton)
    return [one for one in found if one.isVisible() and one.isCheckable()]


def current(desk: WindowDesk) -> str:
    return next(
        one.label
        for one in desk.window._sidebar.findChildren(NavButton)
        if one.isVisible() and one.isChecked()
    )


def choose(desk: WindowDesk, action: str) -> None:
    """Choose an action of the menus."""
    chosen = desk.window.menus.actions[action]
    assert chosen.isEnabled()
    chosen.trigger()
    desk.settle()


# Pages


def test_pages_come_with_their_first_content_and_go_with_it(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window
    assert pages(desk) == ["Today"]
    desk.shortcut("Ctrl+5")
    assert current(desk) == "Today"
    desk.press("a")
    assert pages(desk) == ["Today", "Momentum"]
    desk.press("x", "O", Key.Key_Return)
    assert pages(desk) == ["Today", "Applications", "Rejections", "Momentum"]
    desk.shortcut("Ctrl+Z")
    assert pages(desk) == ["Today", "Momentum"]
    desk.shortcut("Ctrl+Z")
    assert pages(desk) == ["Today"]


def test_a_page_that_vanishes_while_it_shows_gives_way_to_today(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("x", "O", Key.Key_Return)
    desk.shortcut("Ctrl+3")
    assert current(desk) == "Rejections"
    desk.shortcut("Ctrl+Z")
    assert current(desk) == "Today"
    assert desk.window.today.isVisible()


def test_pages_are_shown_by_keys_and_by_clicks(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.log_days(2, 1)
    desk.reject()
    _ = desk.window
    for keys, label in (("Ctrl+3", "Rejections"), ("Ctrl+5", "Momentum"), ("Ctrl+1", "Today")):
        desk.shortcut(keys)
        assert current(desk) == label
    for button in rows(desk):
        desk.click(button)
        assert current(desk) == button.label


def test_letters_log_on_today_alone(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.log_days(2, 1)
    _ = desk.window
    desk.shortcut("Ctrl+5")
    desk.press("n", "4", "r")
    assert desk.done() == {}
    assert desk.check_in() is None
    assert not desk.rests()


def test_days_move_on_today_alone(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.log_days(2, 1)
    _ = desk.window
    desk.shortcut("Ctrl+5")
    desk.shortcut("Alt+Left")
    assert desk.window.today.day == TODAY
    desk.shortcut("Alt+Home")
    assert current(desk) == "Today"


def test_a_rejection_among_the_entries_opens_on_its_page(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.reject("Oakline Insurance")
    _ = desk.window
    desk.entries.setFocus()
    desk.entries.setCurrentIndex(desk.entries.model().index(0, 0))
    desk.press(Key.Key_Return)
    assert current(desk) == "Rejections"
    assert "Oakline Insurance" in desk.words()


def test_a_page_out_of_sight_shows_what_changed_meanwhile(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.log_days(2, 1)
    _ = desk.window
    desk.shortcut("Ctrl+5")
    desk.services.activities.log("interview")
    desk.settle()
    desk.shortcut("Ctrl+1")
    assert desk.tile("interview").amount == 1


# Menus


def test_the_menu_names_what_undo_takes_back(window_desk: WindowDesk) -> None:
    desk = window_desk
    actions = desk.window.menus.actions
    assert not actions["undo"].isEnabled()
    desk.press("a")
    assert actions["undo"].text() == "&Undo: Application sent added"
    choose(desk, "undo")
    assert not actions["undo"].isEnabled()
    assert actions["redo"].text() == "&Redo: Application sent added"
    choose(desk, "redo")
    assert desk.done() == {"application": 1}


def test_import_brings_a_search_in_as_one_step(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("a")
    choose(desk, "import")
    sheet = desk.sheet(ImportSheet)
    assert sheet is not None
    sheet.read_file(FRENCH)
    button = next(one for one in sheet.findChildren(QAbstractButton) if one.text() == "Import")
    desk.qtbot.waitUntil(button.isEnabled, timeout=10_000)
    button.click()
    desk.qtbot.waitUntil(lambda: desk.toast.endswith("came in."), timeout=20_000)
    desk.settle()
    assert desk.window.findChildren(ImportSheet) == []
    assert len(desk.services.applications.all()) == 447
    assert pages(desk) == ["Today", "Applications", "Rejections", "Momentum"]
    desk.shortcut("Ctrl+Z")
    assert desk.services.applications.all() == []
    assert desk.done() == {"application": 1}
    assert pages(desk) == ["Today", "Momentum"]


def test_about_tells_where_the_journal_lies(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window
    choose(desk, "about")
    box = desk.sheet(QMessageBox)
    assert box is not None
    assert str(desk.path) in box.informativeText()
    assert box.textFormat() is Qt.TextFormat.PlainText
    box.accept()
    desk.settle()
    assert desk.window.findChildren(QMessageBox) == []


def test_quit_closes(window_desk: WindowDesk) -> None:
    _ = window_desk.window
    window_desk.window.menus.actions["quit"].trigger()
    assert not window_desk.window.isVisible()


# Looks


def test_the_look_is_switched_and_lasts(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window
    choose(desk, "appearance:light")
    light = ground(desk)
    choose(desk, "appearance:dark")
    dark = ground(desk)
    assert dark.lightness() < 60 < 200 < light.lightness()
    desk.reopen()
    assert ground(desk) == dark
    assert desk.window.menus.actions["appearance:dark"].isChecked()
    desk.shortcut("Ctrl+Z")  # the journal's steps end with the program
    assert ground(desk) == dark
    choose(desk, "appearance:system")


def test_another_look_moves_nothing(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.log_days(3, 2, 1)
    desk.reject()
    desk.press("3")
    for page in ("page:today", "page:rejections", "page:momentum"):
        choose(desk, "appearance:light")
        choose(desk, page)
        for chart in desk.window.findChildren(ChartView):  # matplotlib is loaded beside
            desk.qtbot.waitUntil(lambda chart=chart: chart.ready, timeout=20_000)
        before = geometries(desk)
        choose(desk, "appearance:dark")
        after = geometries(desk)
        assert len(after) == len(before)
        for (name, was), (_name, now) in zip(before, after, strict=True):
            # A frame may take a pixel with the style sheet that it did not take before.
            assert all(abs(a - b) <= 2 for a, b in zip(was, now, strict=True)), (name, was, now)
    choose(desk, "appearance:system")


def geometries(desk: WindowDesk) -> list[tuple[str, tuple[int, ...]]]:
    """Return where everything in sight stands."""
    desk.settle()
    return [
        (type(one).__name__, one.geometry().getRect())
        for one in desk.window.findChildren(QWidget)
        if one.isVisible() and one.window() is desk.window
    ]


def ground(desk: WindowDesk) -> QColor:
    """Return the colour that the page has in its corner."""
    window = desk.window
    desk.settle()
    picture = window.grab().toImage()
    spot = window.today.mapTo(window, QPoint(8, window.today.height() - 8))
    return picture.pixelColor(spot)


def test_a_narrow_window_has_a_strip_of_icons(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.log_days(2, 1)
    wide = desk.window._sidebar.width()
    desk.window.resize(1000, 700)
    desk.settle()
    assert desk.window._sidebar.width() < wide / 2
    assert pages(desk) == ["Today", "Momentum"]
    desk.click(desk.named(NavButton, "Momentum"))
    assert current(desk) == "Momentum"


# Closing


def test_closing_gives_the_journal_up(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("a")
    desk.window.close()
    assert not desk.window.isVisible()
    desk.reopen()
    assert desk.done() == {"application": 1}


def test_closing_keeps_what_was_begun_in_a_sheet(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("x", "O", "a", "k")
    assert desk.sheet(RejectionSheet) is not None
    assert desk.window.close()
    desk.settle()
    assert desk.sheet(RejectionSheet) is None
    desk.reopen()
    desk.press("x")
    sheet = desk.sheet(RejectionSheet)
    assert sheet is not None
    assert sheet.fields.employer.text() == "Oak"


def test_closing_in_the_middle_of_an_import_leaves_nothing_half(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window
    choose(desk, "import")
    sheet = desk.sheet(ImportSheet)
    assert sheet is not None
    sheet.read_file(FRENCH)
    button = next(one for one in sheet.findChildren(QAbstractButton) if one.text() == "Import")
    desk.qtbot.waitUntil(button.isEnabled, timeout=10_000)
    button.click()
    desk.window.close()
    desk.reopen()
    assert len(desk.services.applications.all()) in (0, 447)


# What goes wrong


@pytest.fixture
def started(
    window_desk: WindowDesk, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Started:
    """Return what runs behind the window, with its care for faults."""
    import sys

    desk = window_desk
    started = Started(qapp, desk.shell, desk.services, quit_when_ready=False)
    monkeypatch.setattr(sys, "excepthook", started._on_fault)
    return started


@pytest.mark.qt_no_exception_capture
def test_a_slot_that_raises_is_told_and_the_window_lives(
    window_desk: WindowDesk, started: Started, capfd: pytest.CaptureFixture[str]
) -> None:
    desk = window_desk
    words = "what the person wrote"

    def fails(_sentence: str, _undo: bool) -> None:
        desk.window._messages.said.disconnect(fails)
        raise RuntimeError(words)

    desk.window._messages.said.connect(fails)
    desk.press("a")
    assert desk.toast.startswith("Something went wrong inside Upswing.")
    assert desk.done() == {"application": 1}
    told = capfd.readouterr().err
    assert "RuntimeError" in told
    assert words not in told
    desk.press("4")
    assert desk.mood == 4


@pytest.mark.qt_no_exception_capture
def test_a_failure_that_the_person_understands_is_told_in_its_own_words(
    window_desk: WindowDesk, started: Started
) -> None:
    desk = window_desk

    def fails(_on: bool) -> None:
        raise UpswingError("The disk is full.")

    desk.tile("application").clicked.connect(fails)
    desk.click(desk.tile("application"))
    assert desk.toast == "The disk is full."


def test_sheets_are_gone_once_they_are_closed(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.log_days(3, 2, 1)
    desk.press("l")
    _ = desk.window
    alive: list[weakref.ref[QDialog]] = []
    for opens in (
        lambda: desk.window.today.rejection_asked.emit(TODAY),
        lambda: desk.window.today.why_asked.emit(TODAY),
        lambda: desk.window.today.activity_opened.emit(1),
        lambda: desk.window.today.several_days_asked.emit(TODAY),
        lambda: choose(desk, "import"),
        lambda: choose(desk, "about"),
    ):
        for _time in range(3):
            opens()
            desk.settle()
            sheet = desk.sheet(QDialog)
            assert sheet is not None
            alive.append(weakref.ref(sheet))
            sheet.reject()
            del sheet
            desk.settle()
    assert desk.window.findChildren(QDialog) == []
    assert [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog)] == []


def test_many_changes_from_a_worker_while_the_window_is_used(
    window_desk: WindowDesk, qtbot: QtBot
) -> None:
    desk = window_desk
    _ = desk.window

    def work() -> None:
        for _time in range(30):
            desk.services.activities.log("learning", minutes=5)

    worker = threading.Thread(target=work)
    worker.start()
    for key in "anfip" * 4:
        desk.press(key)
    worker.join()
    desk.settle()
    qtbot.waitUntil(lambda: desk.tile("learning").amount == 150)
    assert desk.done()["learning"] == 150
    assert sum(desk.done().values()) == 150 + 20
    amounts = {kind: desk.tile(kind).amount for kind in desk.done()}
    assert amounts == desk.done()


def test_the_focus_is_never_lost_into_a_hidden_widget(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.log_days(2, 1)
    desk.reject()
    desk.press("t")
    for keys in ("Ctrl+3", "Ctrl+5", "Ctrl+1"):
        desk.shortcut(keys)
        focus: QWidget | None = desk.window.focusWidget()
        assert focus is None or focus.isVisible()
    desk.press("5")
    assert desk.mood == 5


def test_the_button_on_rejections_opens_the_sheet(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.reject()
    _ = desk.window
    desk.shortcut("Ctrl+3")
    desk.click(desk.named(KeyButton, "A rejection came in"))
    assert desk.sheet(RejectionSheet) is not None


def test_the_table_has_the_focus_when_rejections_are_shown(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.reject("Oakline")
    desk.reject("Halden")
    _ = desk.window
    desk.shortcut("Ctrl+3")
    desk.press(Qt.Key.Key_Down)
    page = desk.window.stack.current
    assert page.selected.employer == "Oakline"
