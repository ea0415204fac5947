"""Where to find help: one key away on every page, by country, and the person's own to change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest

from desktop_app.domain.help import HelpEntry
from desktop_app.ui.sheets.help_entries import HelpEntryCard
from desktop_app.ui.sheets.help_entry_sheet import HelpEntrySheet
from desktop_app.ui.sheets.help_sheet import HelpSheet
from desktop_app.ui.widgets.buttons import Button, IconButton
from desktop_app.ui.widgets.nav_button import NavButton
from tests.ui.desks import TODAY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.ui.desks import WindowDesk

Key = Qt.Key


class Browser:
    """Notes what is opened; nothing is."""

    def __init__(self) -> None:
        self.opened: list[str] = []

    def open(self, url: QUrl) -> bool:
        self.opened.append(url.toString())
        return True


@pytest.fixture(autouse=True)
def browser(monkeypatch: pytest.MonkeyPatch) -> Iterator[Browser]:
    made = Browser()
    monkeypatch.setattr(QDesktopServices, "openUrl", made.open)
    return made


@pytest.fixture
def desk(window_desk: WindowDesk) -> WindowDesk:
    _ = window_desk.window
    return window_desk


def opened(desk: WindowDesk, country: str = "US") -> HelpSheet:
    desk.services.help.choose(country)
    desk.shortcut("F2")
    sheet = desk.sheet(HelpSheet)
    assert sheet is not None
    return sheet


def names(sheet: HelpSheet) -> list[str]:
    cards = [card for card in sheet.findChildren(HelpEntryCard) if card.isVisible()]
    return [card.accessibleName() for card in sorted(cards, key=lambda one: one.y())]


def press(desk: WindowDesk, words: str) -> None:
    desk.click(desk.named(Button, words))


def fill(desk: WindowDesk, **texts: str) -> HelpEntrySheet:
    form = desk.sheet(HelpEntrySheet)
    assert form is not None
    for name, text in texts.items():
        form._fields[name].setText(text)
    form.save()
    desk.settle()
    return form


def test_it_is_one_key_or_one_click_away_on_every_page(desk: WindowDesk) -> None:
    desk.log_days(3, 2, 1)
    desk.reject()
    for page in ("today", "rejections", "momentum"):
        desk.window.show_page(page)
        desk.shortcut("F2")
        sheet = desk.sheet(HelpSheet)
        assert sheet is not None, page
        sheet.reject()
        desk.settle()
        row = next(
            one for one in desk.window.findChildren(NavButton) if one.label == "Where to find help"
        )
        desk.click(row)
        sheet = desk.sheet(HelpSheet)
        assert sheet is not None, page
        sheet.reject()
        desk.settle()
        assert desk.window.stack.current.name == page


def test_it_is_there_in_a_narrow_window(desk: WindowDesk) -> None:
    desk.window.resize(1000, 640)
    desk.settle()
    row = desk.named(NavButton, "Where to find help")
    assert "F2" in row.toolTip()


def test_the_emergency_number_stands_first(desk: WindowDesk) -> None:
    sheet = opened(desk)
    assert names(sheet) == [
        "Emergency number", "988 Suicide & Crisis Lifeline", "Crisis Text Line",
    ]  # fmt: skip
    words = desk.words()
    for expected in ("911", "988", "text 988 · 24/7", "Last checked 2 June 2026"):
        assert expected in words


def test_the_country_is_that_of_the_system_until_another_is_chosen(desk: WindowDesk) -> None:
    look = desk.look
    sheet = HelpSheet(desk.services, desk.window._messages, look, desk.window, here="DE")
    sheet.open()
    assert sheet.country.currentText() == "Germany"
    sheet.country.setCurrentIndex(sheet.country.findData("GB"))
    sheet.country.activated.emit(sheet.country.currentIndex())
    desk.settle()
    assert "Samaritans" in names(sheet)
    sheet.close()
    again = HelpSheet(desk.services, desk.window._messages, look, desk.window, here="DE")
    assert again.country.currentText() == "United Kingdom"
    again.close()


def test_a_country_without_a_list_leads_to_the_general_address(
    desk: WindowDesk, browser: Browser
) -> None:
    sheet = HelpSheet(desk.services, desk.window._messages, desk.look, desk.window, here="ES")
    sheet.open()
    desk.settle()
    assert sheet.country.currentText() == "Spain"
    assert names(sheet) == []
    press(desk, "Open findahelpline.com")
    assert browser.opened == ["https://findahelpline.com"]
    sheet.close()


def test_without_a_country_it_asks_for_one(desk: WindowDesk) -> None:
    sheet = HelpSheet(desk.services, desk.window._messages, desk.look, desk.window, here="")
    sheet.open()
    desk.settle()
    assert sheet.country.currentText() == "Choose a country"
    assert names(sheet) == []
    assert desk.services.settings.get("help_country") == ""
    sheet.close()


def test_a_number_is_copied_and_nothing_is_opened_by_itself(
    desk: WindowDesk, browser: Browser
) -> None:
    sheet = opened(desk)
    press(desk, "Copy 988, ")
    assert desk.app.clipboard().text() == "988"
    assert sheet.sentence == "Copied: 988"
    press(desk, "Copy text HOME to 741741")
    assert desk.app.clipboard().text() == "text HOME to 741741"
    assert browser.opened == []
    press(desk, "Open 988lifeline.org")
    assert browser.opened == ["https://988lifeline.org"]


def test_somebody_is_added_changed_moved_hidden_and_removed(desk: WindowDesk) -> None:
    sheet = opened(desk)
    press(desk, "Change this list")
    press(desk, "Add an entry")
    fill(desk, name="Ada", dial="0171 555 010")
    assert names(sheet)[-1] == "Ada"
    desk.click(desk.named(IconButton, "Change Ada"))
    fill(desk, name="Ada, my sister", hours="evenings")
    assert "evenings" in desk.words()
    up = desk.named(IconButton, "Move Ada, my sister up")
    up.setFocus()
    desk.press(Key.Key_Return)
    desk.press(Key.Key_Return)
    assert names(sheet)[1] == "Ada, my sister"
    desk.press(Key.Key_Return)
    assert names(sheet)[0] == "Emergency number"
    desk.click(desk.named(IconButton, "Hide Crisis Text Line"))
    press(desk, "Done")
    assert names(sheet) == [
        "Emergency number", "Ada, my sister", "988 Suicide & Crisis Lifeline",
    ]  # fmt: skip
    press(desk, "Change this list")
    desk.click(desk.named(IconButton, "Show Crisis Text Line again"))
    desk.click(desk.named(IconButton, "Remove 988"))
    assert names(sheet) == ["Emergency number", "Ada, my sister", "Crisis Text Line"]


def test_the_list_is_brought_back(desk: WindowDesk) -> None:
    sheet = opened(desk)
    press(desk, "Change this list")
    assert not desk.shows("Bring back the list")
    desk.click(desk.named(IconButton, "Remove 988"))
    press(desk, "Bring back the list")
    assert names(sheet)[1] == "988 Suicide & Crisis Lifeline"
    assert not sheet.shown.own


def test_every_change_is_taken_back_in_the_sheet_and_no_more(desk: WindowDesk) -> None:
    desk.services.next_steps.add("Something before")
    sheet = opened(desk)
    press(desk, "Change this list")
    desk.click(desk.named(IconButton, "Remove 988"))
    press(desk, "Add an entry")
    fill(desk, name="Ada", dial="1")
    press(desk, "Undo")
    assert sheet.sentence == "Taken back: Help entry added"
    sheet.activateWindow()  # no window manager gives it back after the form
    desk.settle()
    QTest.keySequence(sheet, "Ctrl+Z")
    desk.settle()
    assert names(sheet)[1] == "988 Suicide & Crisis Lifeline"
    QTest.keySequence(sheet, "Ctrl+Z")
    desk.settle()
    assert len(desk.services.next_steps.on(TODAY)) == 1
    assert not sheet.shown.own


def test_what_can_not_be_is_said_and_stays_in_the_form(desk: WindowDesk) -> None:
    opened(desk)
    press(desk, "Change this list")
    press(desk, "Add an entry")
    form = fill(desk, name="Ada")
    assert form.sentence == "Say how to reach them: a number, another way, or a web page."
    assert form.isVisible()
    form._fields["dial"].setFocus()
    QTest.keyClicks(form._fields["dial"], "1")
    assert form.sentence == ""
    desk.press(Key.Key_Return)
    assert desk.sheet(HelpEntrySheet) is None


def test_words_of_the_person_are_shown_as_they_are(desk: WindowDesk) -> None:
    desk.services.help.add("US", HelpEntry("<b>A & B</b>", "<1>", web="x.example/?a=1&b=<2>"))
    sheet = opened(desk)
    assert names(sheet)[-1] == "<b>A & B</b>"
    assert "<1>" in desk.words()
    assert desk.named(Button, "Open x.example/?a=1&b=<2>").text() == "x.example/?a=1&&b=<2>"
