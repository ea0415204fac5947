"""The command palette and the sheet of keys: everything that can be done is found by its words."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.domain.matching import folded, rank
from desktop_app.i18n import full_day
from desktop_app.services.application_form import ApplicationForm
from desktop_app.ui.actions.words import shown_keys
from desktop_app.ui.pages.applications.page import ApplicationsPage
from desktop_app.ui.palette.palette import FoundModel, Palette
from desktop_app.ui.sheets.keys_sheet import KeysSheet
from desktop_app.ui.widgets.key_cap import KeyCap
from tests.ui.desks import NOW, TODAY

if TYPE_CHECKING:
    from tests.ui.desks import WindowDesk

Key = Qt.Key
DAY = timedelta(days=1)


def palette(desk: WindowDesk) -> Palette | None:
    found = [one for one in desk.window.findChildren(Palette) if one.isVisible()]
    return found[0] if found else None


def opened(desk: WindowDesk, typed: str = "") -> Palette:
    """Open the palette by its key and type."""
    desk.shortcut("Ctrl+K")
    shown = palette(desk)
    assert shown is not None
    QTest.keyClicks(shown.field, typed)
    desk.settle()
    return shown


def lines(shown: Palette) -> list[str]:
    model = shown.model
    return [model.index(row, 0).data(FoundModel.FoundRole).words for row in range(model.rowCount())]


def test_an_action_is_found_by_the_beginnings_of_its_words_and_done_by_enter(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    _ = desk.window
    shown = opened(desk, "net mes")
    assert lines(shown) == ["Networking message"]
    desk.press(Key.Key_Return)
    assert palette(desk) is None
    assert desk.done() == {"networking": 1}


def test_arrows_go_through_what_was_found_and_round(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window
    shown = opened(desk, "mood")
    assert lines(shown)[:2] == ["Mood: Hard", "Mood: Low"]
    desk.press(Key.Key_Down, Key.Key_Down, Key.Key_Up, Key.Key_Return)
    assert desk.mood == 2
    shown = opened(desk, "mood")
    desk.press(Key.Key_Up, Key.Key_Return)
    assert desk.mood == 5


def test_a_click_does_it_too(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window
    shown = opened(desk, "cv & port")
    assert lines(shown) == ["CV & portfolio"]
    place = shown.view.visualRect(shown.model.index(0, 0)).center()
    QTest.mouseClick(shown.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    desk.settle()
    assert desk.done() == {"portfolio": 30}


def test_esc_gives_the_focus_back_and_changes_nothing(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window
    desk.press("t")
    assert desk.note.hasFocus()
    opened(desk, "rest")
    desk.press(Key.Key_Escape)
    assert palette(desk) is None
    assert desk.note.hasFocus()
    assert not desk.rests()


def test_its_own_key_closes_it_again(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window
    desk.press("t")
    opened(desk)
    desk.shortcut("Ctrl+K")
    assert palette(desk) is None
    assert desk.note.hasFocus()


def test_it_goes_when_the_focus_goes_elsewhere(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window
    opened(desk)
    desk.note.setFocus()
    desk.settle()
    assert palette(desk) is None
    assert desk.note.hasFocus()


def test_what_fits_nothing_is_said(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window
    shown = opened(desk, "xylophone")
    assert lines(shown) == []
    assert shown.nothing.isVisible()
    desk.press(Key.Key_Return)
    assert palette(desk) is shown


def test_every_action_that_can_be_done_is_found_by_its_words(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.log_days(2, 1)
    desk.reject()
    shown = opened(desk)
    for action in desk.window.book.all():
        if action.name == "palette" or not desk.window.commands.can(action):
            continue
        shown.field.setText(action.words)
        assert action.words in lines(shown), action.name


def test_what_cannot_be_done_is_not_offered(window_desk: WindowDesk) -> None:
    desk = window_desk
    shown = opened(desk, "undo")
    assert "Undo" not in lines(shown)
    shown.field.setText("momentum")
    assert lines(shown) == []


@pytest.mark.parametrize(
    ("typed", "day"),
    [("yesterday", TODAY - DAY), ("2026-03-01", date(2026, 3, 1)), ("1 mar", date(2026, 3, 1)),
     ("mon", date(2026, 11, 16))],
)  # fmt: skip
def test_a_day_is_found_by_its_words_and_shown(
    window_desk: WindowDesk, typed: str, day: date
) -> None:
    desk = window_desk
    desk.log_days(2, 1)
    _ = desk.window
    desk.shortcut("Ctrl+5")
    shown = opened(desk, typed)
    assert lines(shown)[0] == full_day(day)
    desk.press(Key.Key_Return)
    assert desk.window.stack.current is desk.window.today
    assert desk.window.today.day == day


def test_no_day_is_found_that_lies_ahead_or_is_none(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window
    for typed in ("2031-01-01", "31 april", "2026-99-99"):
        assert not any("20" in line for line in lines(opened(desk, typed))), typed
        desk.press(Key.Key_Escape)


@pytest.mark.parametrize(("width", "height"), [(720, 480), (1000, 640)])
def test_it_fits_a_small_window(window_desk: WindowDesk, width: int, height: int) -> None:
    desk = window_desk
    desk.window.resize(width, height)
    desk.settle()
    shown = opened(desk)
    assert desk.window.ground.rect().contains(shown.geometry())
    assert shown.view.height() > 60


# The sheet of keys


def test_the_sheet_shows_the_keys_that_hold(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window
    desk.services.settings.store("keys", {"rest": ["B"]}, today=TODAY)
    desk.settle()
    desk.shortcut("F1")
    sheet = desk.sheet(KeysSheet)
    assert sheet is not None
    caps = [cap.key for cap in sheet.findChildren(KeyCap)]
    book = desk.window.book
    expected = [key for action in book.all() for key in shown_keys(book.every_key_of(action), "on")]
    assert sorted(caps) == sorted(expected)
    assert "B" in caps
    assert "CV & portfolio" in desk.words()
    desk.press(Key.Key_Return)
    assert desk.sheet(KeysSheet) is None
    desk.press("?")
    assert desk.sheet(KeysSheet) is not None


def test_keys_are_shown_as_they_count() -> None:
    keys = ("X", "Ctrl+R", "Ctrl++")
    assert shown_keys(keys, "on") == ["X", "Ctrl R", "Ctrl + +"]
    assert shown_keys(keys, "alt") == ["Alt X", "Ctrl R", "Ctrl + +"]
    assert shown_keys(keys, "off") == ["Ctrl R", "Ctrl + +"]


def test_words_are_ranked_by_where_they_begin() -> None:
    name = folded("  Networking   message ")
    assert rank(["networking"], name) == 0
    assert rank(["net", "mes"], name) == 1
    assert rank(["message"], name) == 1
    assert rank(["sage"], name) == 2
    assert rank(["net", "sent"], name) is None
    assert rank([], name) == 0


# Applications


def applied(desk: WindowDesk, *names: tuple[str, str]) -> None:
    for employer, position in names:
        desk.services.applications.add(ApplicationForm(employer=employer, position=position))


def test_an_application_is_found_by_its_words_and_shown(window_desk: WindowDesk) -> None:
    desk = window_desk
    applied(desk, ("Kestrel Health", "Data analyst"), ("Ferro Labs", "Data engineer"))
    _ = desk.window
    shown = opened(desk, "data eng")
    assert lines(shown) == ["Ferro Labs · Data engineer"]
    desk.press(Key.Key_Return)
    page = desk.window.stack.current
    assert isinstance(page, ApplicationsPage)
    assert page.selected is not None
    assert page.selected.employer == "Ferro Labs"
    assert "kestrel" not in " ".join(lines(opened(desk, "ferro"))).casefold()


def test_an_application_that_is_closed_is_found_too_and_where_it_stands_is_said(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    applied(desk, ("Halden GmbH", "Planner"))
    desk.reject("Oakline Insurance")
    shown = opened(desk, "oakline")
    assert lines(shown) == ["Oakline Insurance"]
    assert "rejected" in str(shown.model.index(0, 0).data())
    desk.press(Key.Key_Return)
    page = desk.window.stack.current
    assert isinstance(page, ApplicationsPage)
    assert page.selected is not None
    assert page.selected.employer == "Oakline Insurance"


def test_a_slip_of_the_keys_still_finds_the_employer(window_desk: WindowDesk) -> None:
    desk = window_desk
    applied(desk, ("Brightwater Council", "Planner"))
    assert lines(opened(desk, "brihgtwater")) == ["Brightwater Council · Planner"]


def test_of_applications_that_fit_alike_the_newest_is_first_and_one_letter_finds_none(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    for number in range(40):
        desk.clock.moment = NOW - timedelta(days=40 - number)
        applied(desk, (f"Employer {number:02}", ""))
    desk.clock.moment = NOW
    shown = opened(desk, "em")
    found = [line for line in lines(shown) if line.startswith("Employer")]
    assert found[:2] == ["Employer 39", "Employer 38"]
    assert len(found) == 30
    shown.field.setText("z")
    assert not any(line.startswith("Employer") for line in lines(shown))


def test_the_sheet_of_keys_is_read_to_its_end_by_keyboard(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window
    desk.shortcut("F1")
    sheet = desk.sheet(KeysSheet)
    assert sheet is not None
    sheet.resize(sheet.width(), 300)
    desk.settle()
    bar = sheet._area.verticalScrollBar()
    assert bar.maximum() > 0
    desk.press(Key.Key_PageDown)
    assert bar.value() > 0
    desk.press(Key.Key_End)
    assert bar.value() == bar.maximum()
    desk.press(Key.Key_Home)
    assert bar.value() == 0
