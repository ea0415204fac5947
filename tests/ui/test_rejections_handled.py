"""The Rejections page tells how each no was handled, finds all words, and closes several."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTableView

from desktop_app.domain.guide.questions import FRIEND, WENT_WELL
from desktop_app.domain.guide.reasons import Place
from desktop_app.domain.guide.steps import Step
from desktop_app.domain.history import History, ReadApplication
from desktop_app.domain.stages import Channel, Outcome, Stage
from desktop_app.services.application_form import ApplicationForm
from desktop_app.services.rejections import RejectionForm
from desktop_app.transfer.recognise import read_history
from desktop_app.ui.widgets.chip import Chip
from desktop_app.ui.widgets.key_button import KeyButton
from desktop_app.ui.widgets.step_dots import StepDots
from tests.ui.desks import TODAY

if TYPE_CHECKING:
    from desktop_app.ui.pages.rejections.page import RejectionsPage
    from tests.ui.desks import WindowDesk

FRENCH = Path(__file__).parent.parent / "data" / "applications_france_2023.csv"
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def page_of(desk: WindowDesk) -> RejectionsPage:
    page = cast("RejectionsPage", desk.window.show_page("rejections"))
    page.view.setFocus()
    desk.settle()
    return page


def note(desk: WindowDesk, *employers: str) -> list[int]:
    """Note rejections; the last one stands first in the table."""
    return [
        desk.services.rejections.note(
            RejectionForm(one, "Analyst", TODAY, Stage.INTERVIEW, Channel.CALL)
        )
        for one in employers
    ]


def go_through(desk: WindowDesk, rejection: int) -> None:
    """Let every step of a no hold something."""
    services = desk.services
    services.guide.answer(rejection, Step.NOT_PERSONAL, FRIEND, "One role on one day.")
    services.guide.place(rejection, "Internal candidate", Place.OUTSIDE)
    services.guide.answer(rejection, Step.LEARN, WENT_WELL, "The opening went well")
    services.lessons.write(rejection, "Name one number.", Stage.INTERVIEW)
    services.feedback.set_person(rejection, "Ines Marsh", "ines@example.org")
    services.feedback.asked(services.feedback.prepare(rejection, draft="Which skill?"))
    services.next_steps.write(rejection, "it is nine", "I open the editor")
    services.guide.close(rejection)


def employers(page: RejectionsPage) -> list[str]:
    return [page.proxy.record(row).employer for row in range(page.proxy.rowCount())]


def cell(page: RejectionsPage, column: str, row: int = 0) -> str:
    return str(page.proxy.index(row, page.table.column(column)).data())


def told(page: RejectionsPage) -> list[str]:
    return [one.text() for one in page.panel.findChildren(QLabel) if one.isVisible()]


def chip(desk: WindowDesk, page: RejectionsPage, label: str) -> None:
    found = next(one for one in page.filter.findChildren(Chip) if one.label == label)
    desk.click(found)


def chips(page: RejectionsPage) -> list[str]:
    return [one.label for one in page.filter.findChildren(Chip) if one.isVisible()]


# The list


def test_a_row_says_which_steps_hold_something_the_lesson_and_the_question(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    (first, _second) = note(desk, "Halden", "Oakline")
    go_through(desk, first)
    page = page_of(desk)
    assert employers(page) == ["Oakline", "Halden"]
    assert [cell(page, name, 1) for name in ("steps", "lesson", "ask")] == [
        "4 of 4 steps", "Name one number.", "Asked",
    ]  # fmt: skip
    assert [cell(page, name, 0) for name in ("steps", "lesson", "ask")] == ["0 of 4 steps", "", ""]
    index = page.proxy.index(1, page.table.column("steps"))
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Guide: 4 of 4 steps"


def test_a_filled_dot_stands_for_each_step_that_holds_something(window_desk: WindowDesk) -> None:
    desk = window_desk
    (no,) = note(desk, "Halden")
    desk.services.lessons.write(no, "Name one number.", Stage.INTERVIEW)
    page = page_of(desk)
    index = page.proxy.index(0, page.table.column("steps"))
    box = page.view.visualRect(index)
    picture = page.view.viewport().grab().toImage()
    slate, px = QColor(desk.look.theme.slate), desk.look.px
    filled = [
        picture.pixelColor(box.x() + px(8 + 16 * n + 4), box.center().y()) == slate
        for n in range(4)
    ]
    assert filled == [False, True, False, False]
    assert page.panel.findChild(StepDots).accessibleName() == "1 of 4 steps"


def test_columns_without_anything_to_show_are_not_there(window_desk: WindowDesk) -> None:
    desk = window_desk
    (no,) = note(desk, "Halden")
    page = page_of(desk)
    hidden = {one.name: page.view.isColumnHidden(n) for n, one in enumerate(page.table.columns)}
    assert {"steps", "lesson", "ask"} <= {name for name, gone in hidden.items() if gone}
    assert page.panel.findChild(StepDots) is None
    desk.services.lessons.write(no, "Name one number.", Stage.INTERVIEW)
    for name in ("steps", "lesson"):
        assert not page.view.isColumnHidden(page.table.column(name))


def test_a_no_of_an_earlier_search_has_no_dots_and_is_never_open(window_desk: WindowDesk) -> None:
    desk = window_desk
    was = ReadApplication(1, "a", "Halden", "Analyst", TODAY, (), Outcome.REJECTED, TODAY)
    desk.services.importing.apply(History("test", "Test", (was,)))
    page = page_of(desk)
    assert page.view.isColumnHidden(page.table.column("steps"))
    assert page.panel.findChild(StepDots) is None
    assert chips(page) == []


@pytest.mark.parametrize(
    ("width", "gone"), [(1280, {"channel", "stage"}), (1000, {"channel"}), (1800, set())]
)
def test_columns_give_way_one_after_the_other(
    window_desk: WindowDesk, width: int, gone: set[str]
) -> None:
    desk = window_desk
    go_through(desk, note(desk, "Halden")[0])
    page = page_of(desk)
    desk.window.resize(width, 800)
    desk.settle()
    hidden = {one.name for n, one in enumerate(page.table.columns) if page.view.isColumnHidden(n)}
    assert hidden == gone


@pytest.mark.parametrize("column", ["steps", "lesson", "ask"])
def test_what_nobody_knows_comes_last_in_either_order(window_desk: WindowDesk, column: str) -> None:
    desk = window_desk
    noes = note(desk, "Halden", "Oakline", "Bolt")
    go_through(desk, noes[0])
    desk.services.lessons.write(noes[1], "Breathe.", Stage.INTERVIEW)
    desk.services.feedback.prepare(noes[1], draft="Which skill?")
    page = page_of(desk)
    for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
        page.view.sortByColumn(page.table.column(column), order)
        if column != "steps":
            assert employers(page)[-1] == "Bolt"
    assert employers(page)[0] == ("Halden")


# Chips and search


def test_chips_keep_what_is_open_to_ask_or_answered_and_count_nothing(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    closed, waits, answered, _open = note(desk, "Closed", "Waits", "Answered", "Open")
    services = desk.services
    services.guide.close(closed)
    services.feedback.prepare(waits, draft="Which skill?")
    request = services.feedback.prepare(answered, draft="Which skill?")
    services.feedback.answered(request, "Numbers")
    page = page_of(desk)
    assert chips(page) == ["All", "Open", "To ask", "Feedback answered"]
    for label, left in (
        ("Open", ["Open", "Answered", "Waits"]),
        ("To ask", ["Waits"]),
        ("Feedback answered", ["Answered"]),
        ("All", ["Open", "Answered", "Waits", "Closed"]),
    ):
        chip(desk, page, label)
        assert employers(page) == left


def test_a_state_that_is_everything_or_nothing_is_no_choice(window_desk: WindowDesk) -> None:
    desk = window_desk
    first, second = note(desk, "Halden", "Oakline")
    page = page_of(desk)
    assert chips(page) == []
    desk.services.guide.close(first)
    assert chips(page) == ["All", "Open"]
    chip(desk, page, "Open")
    assert employers(page) == ["Oakline"]
    desk.services.guide.close(second)
    assert employers(page) == ["Oakline", "Halden"]


def test_state_and_stage_narrow_together(window_desk: WindowDesk) -> None:
    desk = window_desk
    noes = note(desk, "Halden", "Oakline")
    desk.reject("Bolt")
    desk.services.guide.close(noes[0])
    page = page_of(desk)
    chip(desk, page, "Open")
    page.stages.setFocus()
    QTest.keyClicks(page.stages, "Int")
    assert employers(page) == ["Oakline"]


@pytest.mark.parametrize(
    "words",
    ["one ROLE on one", "internal cand", "opening went", "number name", "skill?", "marsh",
     "open the editor", "halden analyst", "passed over"],
)  # fmt: skip
def test_any_words_written_about_a_no_find_it(window_desk: WindowDesk, words: str) -> None:
    desk = window_desk
    noes = note(desk, "Halden", "Oakline")
    go_through(desk, noes[0])
    form = RejectionForm(
        "Halden", "Analyst", TODAY, Stage.INTERVIEW, Channel.CALL, "Passed over for a friend"
    )
    desk.services.rejections.change(noes[0], form)
    page = page_of(desk)
    desk.press("/")
    desk.write(words)
    assert employers(page) == ["Halden"]


def test_a_sealed_answer_is_found_only_once_it_was_read(window_desk: WindowDesk) -> None:
    desk = window_desk
    first, _second = note(desk, "Halden", "Oakline")
    desk.services.private_pages.keep(first, "mangrove")
    request = desk.services.feedback.prepare(first, draft="Which skill?")
    desk.services.feedback.answered(request, "Kayaking")
    page = page_of(desk)
    assert cell(page, "ask", 1) == "Sealed"
    for hidden in ("kayak", "mangrove"):
        page.search.setText(hidden)
        assert employers(page) == []
    desk.services.feedback.read(request)
    page.search.setText("kayak")
    assert employers(page) == ["Halden"]
    assert cell(page, "ask") == "Answered"


@pytest.mark.parametrize("words", ['"', "a\x00b", "(", "%_", "*", "NEAR/2", "'; --", "x" * 100_000])
def test_anything_may_be_looked_for(window_desk: WindowDesk, words: str) -> None:
    desk = window_desk
    note(desk, "Halden")
    page = page_of(desk)
    page.search.setText(words)
    assert employers(page) == []
    page.search.clear()
    assert employers(page) == ["Halden"]


# The story


def test_the_panel_tells_the_story_from_the_application_to_the_closing(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    (no,) = note(desk, "Halden")
    go_through(desk, no)
    desk.services.guide.set_mood(no, 1)
    desk.services.guide.set_mood_after(no, 4)
    desk.services.private_pages.keep(no, "Only for me")
    page = page_of(desk)
    words = told(page)
    story = [
        "Halden", "Answer", "Asked for feedback", "Closed", "It's not personal",
        "Outside my control", "Internal candidate", "Learn from it", "The opening went well",
        "The lesson", "Name one number.", "Ask", "Ines Marsh", "Asked", "Which skill?",
        "Stay focused", "If it is nine, then I open the editor", "What helped",
        "One role on one day.",
    ]  # fmt: skip
    places = [words.index(one) for one in story]
    assert places == sorted(places)
    assert "Only for me" not in words
    assert not any("mood" in one.casefold() for one in words)
    page.panel.grab()


def test_the_panel_shows_the_notes_of_the_application_that_a_search_finds(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    application = desk.services.applications.add(
        ApplicationForm("Halden", "Analyst", TODAY, note="Northlight at the fair")
    )
    desk.services.rejections.note(RejectionForm("Halden", application_id=application))
    note(desk, "Oakline")
    page = page_of(desk)
    page.search.setText("northlight")
    words = told(page)
    assert words[words.index("Your notes") + 1] == "Northlight at the fair"


def test_the_panel_keeps_an_answer_sealed_until_it_is_read(window_desk: WindowDesk) -> None:
    desk = window_desk
    (no,) = note(desk, "Halden")
    request = desk.services.feedback.prepare(no, draft="Which skill?")
    desk.services.feedback.answered(request, "Numbers were missing")
    page = page_of(desk)
    assert "Sealed until you read it" in told(page)
    assert "Numbers were missing" not in told(page)
    desk.services.feedback.read(request)
    desk.services.feedback.take(request, "Numbers first")
    assert {"Numbers were missing", "Numbers first"} <= set(told(page))


def test_a_no_that_was_only_noted_tells_of_no_step(window_desk: WindowDesk) -> None:
    desk = window_desk
    note(desk, "Halden")
    words = told(page_of(desk))
    for title in ("It's not personal", "Learn from it", "Ask", "Stay focused", "What helped"):
        assert title not in words


def test_a_hundred_thousand_characters_are_told_in_part(window_desk: WindowDesk) -> None:
    desk = window_desk
    (no,) = note(desk, "Halden")
    desk.services.guide.answer(no, Step.LEARN, WENT_WELL, "A long day. " * 8_000)
    page = page_of(desk)
    assert any(one.endswith("…") for one in told(page))
    assert page.panel.height() <= desk.window.height()
    page.search.setText("a long day")
    assert employers(page) == ["Halden"]


# Several at once


def test_several_are_selected_by_key_and_closed_as_one_step(window_desk: WindowDesk) -> None:
    desk = window_desk
    noes = note(desk, "One", "Two", "Three", "Four")
    page = page_of(desk)
    desk.press(Qt.Key.Key_Home)
    desk.press(Qt.Key.Key_Down, Qt.Key.Key_Down, modifier=SHIFT)
    assert [one.employer for one in page.marked] == ["Four", "Three", "Two"]
    assert "3 selected" in told(page)
    desk.press("c")
    assert desk.toast == "3 closed. Nothing is left to do about them."
    handled = desk.services.handling.all()
    assert [handled[no].closed for no in noes] == [False, True, True, True]
    assert [one.employer for one in page.marked] == ["Four", "Three", "Two"]
    assert "All of them are closed." in told(page)
    desk.shortcut("Ctrl+Z")
    assert not any(one.closed for one in desk.services.handling.all().values())
    assert "3 selected" in told(page)


def test_several_are_selected_by_mouse_and_closed_by_their_button(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    noes = note(desk, "One", "Two", "Three", "Four")
    page = page_of(desk)

    def click(row: int, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        at = page.view.visualRect(page.proxy.index(row, 1)).center()
        QTest.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, modifier, at)
        desk.settle()

    click(0)
    click(2, CTRL)
    assert [one.employer for one in page.marked] == ["Four", "Two"]
    click(3, SHIFT | CTRL)
    click(3, CTRL)
    desk.click(desk.named(KeyButton, "Close these 2"))
    handled = desk.services.handling.all()
    assert [handled[no].closed for no in noes] == [False, True, False, True]
    click(1)
    assert "Three" in told(page)
    assert desk.named(KeyButton, "Go through it").isVisible()


def test_those_closed_already_are_said_and_not_counted(window_desk: WindowDesk) -> None:
    desk = window_desk
    noes = note(desk, "One", "Two", "Three")
    desk.services.guide.close(noes[0])
    page = page_of(desk)
    desk.shortcut("Ctrl+A")
    assert any(one.endswith("1 is closed already.") for one in told(page))
    assert desk.shows("Close these 2")


def test_ctrl_a_selects_all_that_are_shown_and_no_more(window_desk: WindowDesk) -> None:
    desk = window_desk
    noes = note(desk, "Oak", "Halden", "Oakline")
    page = page_of(desk)
    page.search.setText("oak")
    page.view.setFocus()
    desk.shortcut("Ctrl+A")
    desk.press("c")
    handled = desk.services.handling.all()
    assert [handled[no].closed for no in noes] == [True, False, True]


def test_shift_with_the_ends_selects_the_way_there(window_desk: WindowDesk) -> None:
    desk = window_desk
    note(desk, *(f"Employer {n}" for n in range(6)))
    page = page_of(desk)
    desk.press(Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_End, modifier=SHIFT)
    assert page.view.rows == [2, 3, 4, 5]
    desk.press(Qt.Key.Key_Home)
    assert page.view.rows == [0]


def test_what_is_for_one_does_nothing_to_several(window_desk: WindowDesk) -> None:
    desk = window_desk
    note(desk, "One", "Two")
    page = page_of(desk)
    desk.press(Qt.Key.Key_Home)
    desk.press(Qt.Key.Key_End, modifier=SHIFT)
    desk.press(Qt.Key.Key_Delete, Qt.Key.Key_Return, "g")
    assert len(page.table.records) == 2
    assert desk.window.stack.current is page
    for name in ("guide", "edit_rejection", "delete_rejection"):
        assert not page.can(name)
    assert page.can("close_rejections")


def test_with_open_ones_kept_those_that_are_closed_go_and_come_back(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    noes = note(desk, "One", "Two", "Three", "Four")
    desk.services.guide.close(noes[0])
    page = page_of(desk)
    chip(desk, page, "Open")
    page.view.setFocus()
    desk.press(Qt.Key.Key_Home)
    desk.press(Qt.Key.Key_Down, modifier=SHIFT)
    desk.press("c")
    assert employers(page) == ["Two"]
    assert "Two" in told(page)
    desk.shortcut("Ctrl+Z")
    assert employers(page) == ["Four", "Three", "Two"]


def test_a_closed_no_opens_again_by_one_key(window_desk: WindowDesk) -> None:
    desk = window_desk
    (no,) = note(desk, "Halden")
    page = page_of(desk)
    assert not page.can("reopen_rejection")
    desk.press("c")
    assert desk.toast == "Closed. Nothing is left to do about it."
    assert not page.can("close_rejections")
    desk.press("o")
    assert desk.services.handling.all()[no].open
    assert desk.toast == "Opened again"


def test_the_menu_of_the_rows_does_what_can_be_done_with_them(window_desk: WindowDesk) -> None:
    desk = window_desk
    noes = note(desk, "One", "Two")
    page = page_of(desk)
    menu = {action.text(): action for action in page.view.actions()}
    assert menu["Go through it"].isEnabled()
    assert not menu["Open again"].isEnabled()
    desk.shortcut("Ctrl+A")
    assert not menu["Go through it"].isEnabled()
    menu["Close"].trigger()
    handled = desk.services.handling.all()
    assert all(handled[no].closed for no in noes)
    assert not menu["Close"].isEnabled()
    assert "Sort by “Lesson”" in menu


def test_twenty_noes_of_a_real_search_are_worked_through_at_once(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.services.importing.apply(read_history(FRENCH, today=TODAY))
    page = page_of(desk)
    desk.press(Qt.Key.Key_Home)
    desk.press(*[Qt.Key.Key_Down] * 19, modifier=SHIFT)
    desk.press("c")
    assert sum(one.closed for one in desk.services.handling.all().values()) == 20
    assert len(page.marked) == 20
    desk.shortcut("Ctrl+Z")
    assert not any(one.closed for one in desk.services.handling.all().values())


def test_other_pages_select_one_row_at_a_time(window_desk: WindowDesk) -> None:
    page = window_desk.window.show_page("applications")
    modes = QTableView.SelectionMode
    assert page.view.selectionMode() is modes.SingleSelection  # type: ignore[attr-defined]
    assert page_of(window_desk).view.selectionMode() is modes.ExtendedSelection
