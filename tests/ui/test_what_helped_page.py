"""What helped: reached from many places, few and large, searchable, and own lines kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.domain.guide.questions import FRIEND
from desktop_app.domain.guide.steps import Step
from desktop_app.ui.pages.what_helped.section import READ
from desktop_app.ui.sheets.setback_sheet import SetbackSheet
from desktop_app.ui.widgets.buttons import Button, IconButton
from desktop_app.ui.widgets.wrapping_label import WrappingLabel

if TYPE_CHECKING:
    from desktop_app.ui.pages.what_helped.page import WhatHelpedPage
    from tests.ui.desks import WindowDesk


def opened(desk: WindowDesk) -> WhatHelpedPage:
    desk.window.commands.run("page:what_helped")
    desk.settle()
    page = desk.window.stack.current
    assert page.name == "what_helped"
    return cast("WhatHelpedPage", page)


def lines(desk: WindowDesk) -> list[str]:
    """Return the person's own words in sight."""
    return [
        label.text()
        for label in desk.window.findChildren(WrappingLabel)
        if label.isVisible() and label._size is READ
    ]


def tell_friends(desk: WindowDesk, count: int) -> None:
    for number in range(count):
        desk.services.guide.answer(
            desk.reject(f"Employer {number}"), Step.NOT_PERSONAL, FRIEND, f"Line {number}"
        )


def test_an_empty_page_is_kind_and_offers_a_plan(window_desk: WindowDesk) -> None:
    desk = window_desk
    opened(desk)
    assert "Nothing is here yet, and that is fine." in desk.words()
    desk.click(desk.named(Button, "Write a setback plan"))
    assert desk.sheet(SetbackSheet) is not None


def test_few_lines_of_each_source_are_in_sight_and_more_on_request(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    tell_friends(desk, 5)
    desk.services.plans.set_setback(["Call Ada."])
    opened(desk)
    assert lines(desk) == ["Call Ada.", "Line 4", "Line 3", "Line 2"]
    desk.click(desk.named(Button, "What you would tell a friend: more"))
    assert lines(desk) == ["Call Ada.", *[f"Line {n}" for n in (4, 3, 2, 1, 0)]]


def test_hundreds_of_lines_come_a_dozen_at_a_time(window_desk: WindowDesk) -> None:
    desk = window_desk
    for number in range(40):
        desk.services.what_helped.add(f"Line {number:02}")
    page = opened(desk)
    assert len(lines(desk)) == 3
    desk.click(desk.named(Button, "Your own lines: more"))
    assert len(lines(desk)) == 15
    page.search.setText("line")
    desk.settle()
    assert len(lines(desk)) == 12


def test_it_is_searched(window_desk: WindowDesk) -> None:
    desk = window_desk
    tell_friends(desk, 5)
    page = opened(desk)
    desk.press("/")
    assert page.search.hasFocus()
    QTest.keyClicks(page.search, "employer 1")
    assert lines(desk) == ["Line 1"]
    page.search.setText("nothing like it")
    desk.settle()
    assert "Nothing here matches that." in desk.words()
    desk.press(Qt.Key.Key_Escape)
    assert len(lines(desk)) == 3


def test_an_own_line_is_added_deleted_and_taken_back(window_desk: WindowDesk) -> None:
    desk = window_desk
    page = opened(desk)
    page.line.setFocus()
    desk.write("Tea with Ada")
    desk.press(Qt.Key.Key_Return)
    assert desk.toast == "Line added"
    assert lines(desk) == ["Tea with Ada"]
    desk.click(desk.named(IconButton, "Delete: Tea with Ada"))
    assert lines(desk) == []
    desk.shortcut("Ctrl+Z")
    assert lines(desk) == ["Tea with Ada"]


def test_a_line_that_was_typed_and_not_kept_is_there_after_a_start(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    page = opened(desk)
    page.line.setFocus()
    desk.write("Tea with")
    desk.shortcut("Ctrl+1")
    desk.reopen()
    assert opened(desk).line.text() == "Tea with"


def test_words_of_100_000_characters_are_read_in_part_and_whole_on_request(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    text = "word " * 20_000
    desk.services.guide.answer(desk.reject(), Step.NOT_PERSONAL, FRIEND, text)
    opened(desk)
    assert len(lines(desk)[0]) < 700
    desk.click(desk.named(Button, "Read all of it"))
    assert lines(desk)[0].strip() == text.strip()


def test_a_low_mood_has_a_quiet_link_to_it_and_a_good_one_has_none(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    _ = desk.window
    desk.press("2")
    assert not desk.shows("What helped before")
    desk.services.plans.set_setback(["Call Ada."])
    desk.press("1")
    assert desk.shows("What helped before")
    desk.press("4")
    assert not desk.shows("What helped before")
    desk.press("2")
    desk.click(desk.named(Button, "What helped before"))
    assert lines(desk) == ["Call Ada."]


def test_it_is_reached_from_lessons_once_there_is_something(window_desk: WindowDesk) -> None:
    desk = window_desk
    identity = desk.services.lessons.add("Breathe.")
    _ = desk.window
    desk.shortcut("Ctrl+4")
    assert not desk.shows("What helped")
    desk.services.lessons.helped(identity, True)
    desk.settle()
    desk.click(desk.named(Button, "What helped"))
    assert lines(desk) == ["Breathe."]
