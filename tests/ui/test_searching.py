"""The search is paused, ended, begun anew and looked back at through the window."""

from __future__ import annotations

import time
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from desktop_app.domain.searches import Ending
from desktop_app.domain.stages import Outcome
from desktop_app.ui.pages.searches.page import SearchesPage
from desktop_app.ui.sheets.correct_sheet import CorrectSheet
from desktop_app.ui.sheets.end_sheet import EndSheet
from desktop_app.ui.sheets.pause_sheet import PauseSheet
from desktop_app.ui.widgets.buttons import Button, IconButton
from desktop_app.ui.widgets.chip import Chip
from tests.ui.desks import NOW, TODAY

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from desktop_app.domain.searches import JobSearch
    from tests.ui.desks import WindowDesk

Key = Qt.Key
DAY = timedelta(days=1)
TILES = "Application sent"


@pytest.fixture
def desk(window_desk: WindowDesk) -> WindowDesk:
    """Return the window over a search of two weeks."""
    window_desk.log_days(14, 13, 9, 3, 2, 1)
    window_desk.services.targets.decline_offer()  # which else would be said
    _ = window_desk.window
    return window_desk


def said(desk: WindowDesk) -> str:
    """Return the notice's sentence, "" where there is none."""
    board = desk.window.today._notices
    assert board is not None
    return board.card.notice.sentence if board.card is not None and board.isVisible() else ""


def can(desk: WindowDesk) -> set[str]:
    """Return what the menu Search offers now."""
    names = ("pause", "resume", "end", "begin", "look_back", "page:searches")
    return {name for name in names if desk.window.menus.actions[name].isEnabled()}


def do(desk: WindowDesk, action: str) -> None:
    desk.window.menus.actions[action].trigger()
    desk.settle()


def chip(root: QWidget, label: str) -> Chip:
    return next(one for one in root.findChildren(Chip) if one.label == label)


def press(desk: WindowDesk, words: str) -> None:
    desk.click(desk.named(Button, words))


def apply(desk: WindowDesk, employer: str, position: str = "", day: date = TODAY) -> int:
    services = desk.services
    with services._journal.write("Application") as db:
        return services.applications.begin(db, employer, position, day)


def latest(desk: WindowDesk) -> JobSearch:
    search = desk.services.searches.latest()
    assert search is not None
    return search


def end(desk: WindowDesk, ending: str = "I stop looking") -> None:
    """End the search by its sheet."""
    do(desk, "end")
    sheet = desk.sheet(EndSheet)
    assert sheet is not None
    desk.click(chip(sheet, ending))
    sheet.save()
    desk.settle()


def page(desk: WindowDesk) -> SearchesPage:
    current = desk.window.stack.current
    assert isinstance(current, SearchesPage)
    return current


# The menu


def test_the_menu_offers_what_can_be_done(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window
    assert can(desk) == set()
    desk.press("a")
    assert can(desk) == {"pause", "end"}
    do(desk, "pause")
    desk.press(Key.Key_Return)
    sheet = desk.sheet(PauseSheet)
    assert sheet is not None
    sheet.save()
    desk.settle()
    assert can(desk) == {"pause", "resume", "end", "page:searches"}
    end(desk)
    assert can(desk) == {"begin", "look_back", "page:searches"}
    do(desk, "begin")
    assert can(desk) == {"pause", "end", "look_back", "page:searches"}


def test_a_pause_that_ends_with_the_day_is_over_the_next(desk: WindowDesk) -> None:
    desk.services.searches.pause(until=TODAY)
    desk.settle()
    assert "resume" in can(desk)
    desk.clock.moment = NOW + DAY
    desk.window._on_day_check()
    assert "resume" not in can(desk)
    assert said(desk) == ""


# Pausing


def test_the_search_is_paused_by_keyboard_alone(desk: WindowDesk) -> None:
    do(desk, "pause")
    desk.press(Key.Key_Right, Key.Key_Return)
    sheet = desk.sheet(PauseSheet)
    assert sheet is not None
    assert sheet.last.isVisible()
    assert sheet.last.hasFocus()
    QTest.keyClick(sheet.last, Key.Key_Up)
    desk.press(Key.Key_Tab)
    desk.press(Key.Key_Tab)
    QTest.keyClicks(sheet.reason, "The sea")
    desk.press(Key.Key_Return)
    assert desk.sheet(PauseSheet) is None
    (pause,) = latest(desk).pauses
    assert (pause.first, pause.until, pause.reason) == (TODAY, TODAY + 7 * DAY, "The sea")
    assert desk.toast == "Paused until 26 November"
    assert said(desk) == "Your search is paused until 26 Nov."
    desk.shortcut("Ctrl+Z")
    assert latest(desk).pauses == ()


def test_a_chip_writes_its_reason_which_may_be_changed(desk: WindowDesk) -> None:
    do(desk, "pause")
    sheet = desk.sheet(PauseSheet)
    assert sheet is not None
    desk.click(chip(sheet, "Illness"))
    assert sheet.reason.text() == "Illness"
    desk.click(chip(sheet, "Other"))
    assert sheet.reason.text() == ""
    assert sheet.reason.hasFocus()
    QTest.keyClicks(sheet.reason, "moving")
    assert sheet.reasons.choice == "moving"
    sheet.save()
    assert latest(desk).pauses[0].reason == "moving"
    assert latest(desk).pauses[0].until is None


def test_a_holiday_ahead_is_planned_and_said_so(desk: WindowDesk) -> None:
    do(desk, "pause")
    sheet = desk.sheet(PauseSheet)
    assert sheet is not None
    sheet.first.set_day(TODAY + 30 * DAY)
    desk.click(chip(sheet, "A day"))
    assert sheet.last.day == TODAY + 36 * DAY
    sheet.save()
    desk.settle()
    assert desk.toast == "Pause planned, 19 December to 25 December"
    assert said(desk) == ""
    assert can(desk) == {"pause", "end", "page:searches"}
    do(desk, "page:searches")
    desk.click(desk.named(IconButton, "Remove: Pause planned, 19 December to 25 December"))
    assert latest(desk).pauses == ()
    assert desk.window.stack.current is desk.window.today


def test_what_can_not_be_is_said_in_the_sheet_and_nothing_is_lost(desk: WindowDesk) -> None:
    do(desk, "pause")
    sheet = desk.sheet(PauseSheet)
    assert sheet is not None
    sheet.reason.setText("Sea")
    sheet.first.set_day(TODAY - 5 * DAY)
    sheet.save()
    assert sheet.sentence == (
        "You did something for the search on 18 November; a pause begins after it."
    )
    assert sheet.isVisible()
    assert sheet.reason.text() == "Sea"
    sheet.first.setDate(sheet.first.date().addDays(5))
    assert sheet.sentence == ""
    sheet.save()
    assert latest(desk).pauses[0].reason == "Sea"


# Ending


def test_the_search_is_ended_by_keyboard_and_its_page_follows(desk: WindowDesk) -> None:
    do(desk, "end")
    sheet = desk.sheet(EndSheet)
    assert sheet is not None
    desk.press(Key.Key_Right, Key.Key_Space)
    sheet.note.setFocus()
    QTest.keyClicks(sheet.note, "Enough for now.")
    QTest.keyClick(sheet.note, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    assert desk.sheet(EndSheet) is None
    search = latest(desk)
    assert (search.ended, search.ending, search.note) == (TODAY, Ending.STOPPED, "Enough for now.")
    assert page(desk).shown == search.id
    words = desk.words()
    assert "Your search ended today." in words
    assert "You stopped looking. It lasted 15 days, from 5 November to 19 November." in words
    assert "Enough for now." in words
    assert desk.toast == "Your search has ended"


def test_the_page_counts_effort_and_no_noes(desk: WindowDesk) -> None:
    desk.services.activities.log("learning", minutes=90, day=TODAY - DAY)
    for number in range(7):
        desk.reject(f"Employer {number}", TODAY - DAY)
    end(desk)
    words = desk.words()
    place = words.index("What you did")
    assert words[place + 1 :][:2] == ["6", "days with effort"]
    assert "1 h 30 min" in words
    assert "7" not in words
    assert not any(word in one.casefold().split() for one in words for word in ("no", "noes"))
    assert not any("rejection" in one.casefold() for one in words)
    assert desk.shows("Momentum, line of the last days")


def test_an_accepted_offer_closes_what_is_open_in_one_step(desk: WindowDesk) -> None:
    silent = apply(desk, "Oakline", day=TODAY - 40 * DAY)
    fresh = apply(desk, "Tidewater", "Analyst")
    ferro = apply(desk, "Ferro Labs", "Coordinator")
    kept = apply(desk, "Kestrel")
    do(desk, "end")
    sheet = desk.sheet(EndSheet)
    assert sheet is not None
    table = sheet.waiting.table
    assert table.outcomes()[silent] is Outcome.SILENCE
    assert table.outcomes()[fresh] is Outcome.WITHDRAWN
    desk.click(chip(sheet, "I accepted an offer"))
    sheet.employer.setFocus()
    QTest.keyClicks(sheet.employer, "ferr")
    desk.press(Key.Key_Return)
    assert sheet.position.text() == "Coordinator"
    assert table.outcomes()[ferro] is Outcome.OFFER_ACCEPTED
    table.choose(table.row_of(kept) or 0, None)
    sheet.save()
    desk.settle()
    get = desk.services.applications.get
    outcomes = {one: get(one).outcome for one in (silent, fresh, ferro, kept)}  # type: ignore[union-attr]
    assert outcomes == {
        silent: Outcome.SILENCE,
        fresh: Outcome.WITHDRAWN,
        ferro: Outcome.OFFER_ACCEPTED,
        kept: None,
    }
    assert any("the offer of Ferro Labs: Coordinator." in one for one in desk.words())
    desk.shortcut("Ctrl+Z")
    assert desk.services.searches.current() is not None
    assert {get(one).outcome for one in outcomes} == {None}  # type: ignore[union-attr]
    assert desk.window.stack.current is desk.window.today


def test_a_new_name_becomes_an_application(desk: WindowDesk) -> None:
    do(desk, "end")
    sheet = desk.sheet(EndSheet)
    assert sheet is not None
    desk.click(chip(sheet, "I accepted an offer"))
    QTest.keyClicks(sheet.employer, "New Ltd")
    sheet.save()
    (made,) = desk.services.applications.all()
    assert (made.employer, made.outcome) == ("New Ltd", Outcome.OFFER_ACCEPTED)


def test_the_names_count_for_an_accepted_offer_alone(desk: WindowDesk) -> None:
    ferro = apply(desk, "Ferro Labs")
    do(desk, "end")
    sheet = desk.sheet(EndSheet)
    assert sheet is not None
    desk.click(chip(sheet, "I accepted an offer"))
    QTest.keyClicks(sheet.employer, "Ferro Labs")
    desk.click(chip(sheet, "Other"))
    assert not sheet.employer.isVisible()
    assert sheet.waiting.table.outcomes()[ferro] is Outcome.WITHDRAWN
    sheet.save()
    assert latest(desk).ending is Ending.OTHER


def test_a_choice_is_made_by_key_and_by_click(desk: WindowDesk) -> None:
    for name in ("Oak", "Elm", "Ash"):
        apply(desk, name)
    do(desk, "end")
    sheet = desk.sheet(EndSheet)
    assert sheet is not None
    view, table = sheet.waiting.view, sheet.waiting.table
    view.setFocus()
    for opened in (Key.Key_Space, Key.Key_Return):
        QTest.keyClick(view, opened)
        desk.settle()
        menu = next(one for one in sheet.findChildren(QMenu) if one.isVisible())
        assert [one.text() for one in menu.actions() if one.isChecked()] == [
            "I withdrew" if opened == Key.Key_Space else "Silence"
        ]
        menu.actions()[1].trigger()
        menu.close()
        desk.settle()
    assert [table.outcome(one) for one in table.records] == [
        Outcome.SILENCE, Outcome.WITHDRAWN, Outcome.WITHDRAWN,
    ]  # fmt: skip
    cell = view.visualRect(table.index(2, table.column("outcome"))).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=cell)
    menu = next(one for one in sheet.findChildren(QMenu) if one.isVisible())
    menu.actions()[4].trigger()
    menu.close()
    assert table.outcome(table.records[2]) is None
    desk.click(desk.named(Button, "All: how they end"))
    menu = next(one for one in sheet.findChildren(QMenu) if one.isVisible())
    menu.actions()[3].trigger()
    menu.close()
    assert {table.outcome(one) for one in table.records} == {Outcome.JOB_CANCELLED}


def test_the_last_day_changes_what_is_proposed_and_no_choice(desk: WindowDesk) -> None:
    first = apply(desk, "Oak", day=TODAY - 31 * DAY)
    second = apply(desk, "Elm", day=TODAY - 31 * DAY)
    do(desk, "end")
    sheet = desk.sheet(EndSheet)
    assert sheet is not None
    table = sheet.waiting.table
    table.choose(table.row_of(second) or 0, Outcome.OFFER_DECLINED)
    sheet.last.setDate(sheet.last.date().addDays(-2))
    assert table.outcomes() == {first: Outcome.WITHDRAWN, second: Outcome.OFFER_DECLINED}


def test_what_can_not_end_is_said_in_the_sheet(desk: WindowDesk) -> None:
    do(desk, "end")
    sheet = desk.sheet(EndSheet)
    assert sheet is not None
    sheet.save()
    assert sheet.sentence == "Say how it ended."
    desk.click(chip(sheet, "I stop looking"))
    sheet.note.set_text("Words")
    sheet.last.set_day(TODAY - 5 * DAY)
    sheet.save()
    assert sheet.sentence == (
        "You did something for it on 18 November; it can end on that day or later."
    )
    assert sheet.isVisible()
    sheet.reject()
    do(desk, "end")
    again = desk.sheet(EndSheet)
    assert again is not None
    assert again.note.text == "Words"


def test_four_hundred_open_applications_stay_fast(desk: WindowDesk) -> None:
    services = desk.services
    with services._journal.write("Applications") as db:
        for number in range(400):
            services.applications.begin(db, f"Employer {number}", "Analyst", TODAY)
    start = time.perf_counter()
    do(desk, "end")
    sheet = desk.sheet(EndSheet)
    assert sheet is not None
    assert sheet.height() < 800
    desk.click(chip(sheet, "I stop looking"))
    sheet.waiting.table.choose_all(Outcome.SILENCE)
    sheet.save()
    desk.settle()
    assert time.perf_counter() - start < 3
    assert {one.outcome for one in services.applications.all()} == {Outcome.SILENCE}
    desk.shortcut("Ctrl+Z")
    assert {one.outcome for one in services.applications.all()} == {None}


# After the end


def test_today_asks_for_nothing_while_no_search_runs(desk: WindowDesk) -> None:
    desk.services.next_steps.add("Follow up with Marta")
    desk.settle()
    assert desk.shows("Done: Follow up with Marta")
    end(desk)
    desk.shortcut("Ctrl+1")
    assert said(desk) == "No search is running."
    assert desk.window.today.check_in.isVisible()
    assert not desk.shows(TILES)
    assert not desk.shows("Add a next step")
    assert not desk.shows("Why this number?")
    assert (
        "Your line ended with the search on 19 November. The next one starts afresh."
        in desk.words()
    )
    desk.reopen()
    _ = desk.window
    assert said(desk) == "No search is running."
    assert not desk.shows(TILES)


def test_a_diary_goes_on_without_a_search(desk: WindowDesk) -> None:
    end(desk)
    desk.clock.moment = NOW + 3 * DAY
    desk.window._on_day_check()
    desk.shortcut("Ctrl+1")
    desk.press("4")
    assert desk.check_in(TODAY + 3 * DAY) is not None
    assert len(desk.services.searches.all()) == 1
    assert said(desk) == "No search is running."


def test_a_day_of_the_search_still_shows_what_was_done(desk: WindowDesk) -> None:
    end(desk)
    desk.shortcut("Ctrl+1")
    desk.shortcut("Alt+Left")
    assert desk.shows(TILES)
    assert said(desk) == ""
    desk.shortcut("Alt+Right")
    assert not desk.shows(TILES)


def test_effort_begins_a_new_search_by_itself_and_the_toast_says_so(desk: WindowDesk) -> None:
    end(desk)
    desk.clock.moment = NOW + 9 * DAY
    desk.window._on_day_check()
    desk.shortcut("Ctrl+1")
    desk.press("a")
    assert desk.toast == "Application sent added. A new search begins."
    assert latest(desk).first == TODAY + 9 * DAY
    assert desk.shows(TILES)
    assert said(desk) == ""
    assert desk.services.momentum.standing().logged_days == 1
    desk.press("n")
    assert desk.toast == "Networking message added"
    desk.shortcut("Ctrl+Z")
    desk.shortcut("Ctrl+Z")
    assert len(desk.services.searches.all()) == 1
    assert said(desk) == "No search is running."


def test_a_new_search_is_begun_by_its_button_and_taken_back(desk: WindowDesk) -> None:
    end(desk)
    desk.shortcut("Ctrl+1")
    button = desk.named(Button, "Begin a new search")
    button.setFocus()
    desk.press(Key.Key_Return)
    assert desk.toast == "A new search begins"
    assert desk.shows(TILES)
    assert desk.window.stack.current is desk.window.today
    desk.shortcut("Ctrl+Z")
    assert said(desk) == "No search is running."


def test_an_ended_search_goes_on_from_its_page(desk: WindowDesk) -> None:
    end(desk)
    press(desk, "Go on with this search")
    assert desk.toast == "Your search goes on. What ended with it stays closed."
    assert desk.services.searches.current() is not None
    assert desk.shows(TILES)
    desk.shortcut("Ctrl+Z")
    assert desk.services.searches.current() is None


# Looking back


def test_the_last_search_is_reached_from_today(desk: WindowDesk) -> None:
    end(desk)
    desk.shortcut("Ctrl+1")
    press(desk, "Look back")
    assert page(desk).shown == latest(desk).id


def test_all_searches_are_listed_with_their_days_and_ends(desk: WindowDesk) -> None:
    desk.services.searches.estimate(6)
    desk.services.searches.pause(TODAY + 3 * DAY, "Holiday")
    end(desk)
    desk.services.searches.begin()
    do(desk, "page:searches")
    words = desk.words()
    for expected in (
        "Your searches",
        "Since 19 November",
        "Running",
        "5 November to 19 November",
        "I stop looking",
        "15 days · 6 days with effort · momentum began at 30, your estimate",
        "Paused on 19 November · Holiday",
    ):
        assert expected in words
    press(desk, "Look back, 5 November to 19 November")
    assert "Your search ended today." in desk.words()
    desk.click(desk.named(IconButton, "Your searches"))
    assert page(desk).shown is None


def test_a_search_leads_to_its_days_and_its_rejections(desk: WindowDesk) -> None:
    desk.reject()
    end(desk)
    press(desk, "Its rejections")
    assert desk.window.stack.current.name == "rejections"
    do(desk, "look_back")
    press(desk, "Look back")
    assert desk.window.stack.current.name == "momentum"


def test_an_end_is_corrected_from_the_page(desk: WindowDesk) -> None:
    end(desk)
    press(desk, "Change")
    sheet = desk.sheet(CorrectSheet)
    assert sheet is not None
    sheet.last.set_day(TODAY - 5 * DAY)
    sheet.save()
    assert "18 November" in sheet.sentence
    sheet.last.setDate(sheet.last.date().addDays(4))
    desk.click(chip(sheet, "I accepted an offer"))
    sheet.note.set_text("So it was.")
    sheet.save()
    desk.settle()
    assert (latest(desk).ended, latest(desk).ending) == (TODAY - DAY, Ending.ACCEPTED)
    assert "Your search ended on 18 November." in desk.words()
    assert desk.toast == "Search changed"
    desk.shortcut("Ctrl+Z")
    assert latest(desk).ended == TODAY


def test_a_pause_is_changed_and_removed_in_the_list(desk: WindowDesk) -> None:
    desk.services.searches.pause(TODAY + 30 * DAY, first=TODAY + 20 * DAY)
    end(desk)
    desk.services.searches.go_on(latest(desk).id)
    desk.services.searches.pause(TODAY + 30 * DAY, "Sea", first=TODAY + 20 * DAY)
    desk.services.searches.end(Ending.OTHER)
    desk.services.searches.begin()
    desk.services.searches.pause(TODAY + 30 * DAY, "Sea", first=TODAY + 20 * DAY)
    do(desk, "page:searches")
    desk.click(desk.named(IconButton, "Change: Pause planned, 9 December to 19 December · Sea"))
    sheet = desk.sheet(PauseSheet)
    assert sheet is not None
    sheet.reason.setText("Mountains")
    sheet.save()
    desk.settle()
    assert desk.toast == "Pause changed"
    desk.click(
        desk.named(IconButton, "Remove: Pause planned, 9 December to 19 December · Mountains")
    )
    assert latest(desk).pauses == ()
    assert desk.toast == "Pause removed"


def test_the_list_keeps_the_focus_through_a_change(desk: WindowDesk) -> None:
    end(desk)
    do(desk, "page:searches")
    desk.named(Button, "Look back").setFocus()
    desk.services.activities.log("application", day=TODAY - DAY)
    desk.settle()
    focus = desk.window.focusWidget()
    assert focus is not None
    assert focus.accessibleName().startswith("Look back")


def test_hostile_words_are_shown_as_they_are(desk: WindowDesk) -> None:
    do(desk, "end")
    sheet = desk.sheet(EndSheet)
    assert sheet is not None
    desk.click(chip(sheet, "I accepted an offer"))
    QTest.keyClicks(sheet.employer, "<b>A & B</b>")
    sheet.note.set_text("<img src=x> $\\frac{1}{0}$")
    sheet.save()
    desk.settle()
    assert "<img src=x> $\\frac{1}{0}$" in desk.words()
    assert any("<b>A & B</b>" in one for one in desk.words())


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_page_of_a_search_fits_the_width_whatever_the_size_of_text(
    window_desk: WindowDesk, scale: float
) -> None:
    desk = window_desk
    desk.text_scale = scale
    desk.log_days(14, 13, 9, kind="preparation")
    desk.log_days(3, 2, 1, kind="learning")
    desk.services.searches.end(Ending.STOPPED, note="Keep the mornings for applications.")
    for width in (1366, 1280, 1000, 1280):
        desk.window.resize(width, 696)
        desk.settle()
        do(desk, "look_back")
        desk.settle()
        assert page(desk)._area.horizontalScrollBar().maximum() == 0, width
