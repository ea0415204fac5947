"""Totals only, and an estimate to start from: entered by keyboard and by mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.totals import Totals
from desktop_app.ui.sheets.already_sheet import AlreadySheet
from tests.ui.already import button, by_menu, chip, opened, words
from tests.ui.desks import TODAY

if TYPE_CHECKING:
    from tests.ui.desks import WindowDesk


# Totals only


def test_totals_are_entered_by_keyboard_alone(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window
    sheet = opened(desk)
    card = button(sheet, "Only totals")
    card.setFocus(Qt.FocusReason.TabFocusReason)
    desk.press(Qt.Key.Key_Return)
    for text in ("140", "2", "9"):
        desk.qtbot.keyClicks(sheet.focusWidget(), text)
        desk.press(Qt.Key.Key_Tab)
    desk.qtbot.keyClicks(sheet.focusWidget(), "LinkedIn")
    desk.press(Qt.Key.Key_Return)
    assert desk.sheet(AlreadySheet) is None
    assert desk.services.totals.get() == Totals(140, 2, 9, "LinkedIn")
    assert desk.toast == "Totals kept"
    assert desk.services.momentum.bounds() is None
    desk.shortcut("Ctrl+Z")
    assert desk.services.totals.get() is None


@pytest.mark.parametrize(
    ("noes", "said"),
    [
        ("-3", "Noes: -3 can't be"),
        ("many", "Noes: “many” is no number of answers."),
        ("9" * 5000, "is no number of answers."),
        ("123456789012", "0 to 99999"),
        ("", "nothing to keep"),
    ],
)
def test_impossible_totals_are_a_sentence_and_stay_in_their_fields(
    window_desk: WindowDesk, noes: str, said: str
) -> None:
    desk = window_desk
    _ = desk.window
    sheet = opened(desk)
    desk.click(button(sheet, "Only totals"))
    sheet.totals.noes.setText(noes)
    desk.click(button(sheet, "Keep them"))
    assert said in words(sheet)
    assert sheet.totals.noes.text() == noes
    assert desk.services.totals.get() is None


def test_totals_can_be_changed_and_removed(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window
    desk.services.totals.set(Totals(140, 2, 9))
    sheet = by_menu(desk)
    desk.click(button(sheet, "Only totals"))
    assert [sheet.totals.noes.text(), sheet.totals.waiting.text()] == ["140", "9"]
    desk.click(button(sheet, "Remove these totals"))
    assert desk.services.totals.get() is None
    assert desk.toast == "Totals removed"


# An estimate


def test_an_estimate_begins_the_search_and_is_marked_as_such(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window
    sheet = opened(desk)
    desk.click(button(sheet, "An estimate to start from"))
    assert "Of your last 10 working days, how many had some effort?" in words(sheet)
    assert not button(sheet, "Keep it").isEnabled()
    desk.click(chip(sheet, "6"))
    assert "Momentum starts at 30, your estimate. Your search begins today." in words(sheet)
    desk.click(button(sheet, "Keep it"))
    running = desk.services.searches.current()
    assert running is not None
    assert (running.first, running.estimate) == (TODAY, 30)
    assert any("It starts at 30, your estimate." in one for one in desk.words())
    again = by_menu(desk)
    desk.click(button(again, "An estimate to start from"))
    assert chip(again, "6").isChecked()
    desk.press(Qt.Key.Key_Escape)
    desk.shortcut("Ctrl+Z")
    assert desk.services.searches.current() is None


def test_of_a_search_that_began_earlier_the_days_before_are_asked(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    desk.log_days(5, 4)
    _ = desk.window
    sheet = by_menu(desk)
    desk.click(button(sheet, "An estimate to start from"))
    assert "Of the 10 working days before your search began on 14 Nov" in words(sheet)
