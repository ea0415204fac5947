"""The question after an absence: asked once, answered or kept, and the days filled in."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from desktop_app.domain.days import DayKind
from desktop_app.ui.pages.today.notices.card import NoticeCard
from tests.ui.desks import NOW, TODAY, WindowDesk
from tests.ui.test_notices import said

if TYPE_CHECKING:
    from datetime import date

Key = Qt.Key
MONDAY, TUESDAY, WEDNESDAY = (TODAY - timedelta(days=n) for n in (3, 2, 1))
QUESTION = "You were away from Monday 16 to Wednesday 18 November. How were these 3 days?"


@pytest.fixture
def away(window_desk: WindowDesk) -> WindowDesk:
    """TODAY is Thursday; the last record is Friday's, after a week of effort."""
    desk = window_desk
    desk.log_days(*range(6, 13), kind="interview", amount=2)
    desk.services.days.mark_absence()
    _ = desk.window
    return desk


def card(desk: WindowDesk) -> NoticeCard:
    found = [one for one in desk.window.findChildren(NoticeCard) if one.isVisible()]
    assert found
    return found[-1]


def answer(desk: WindowDesk, words: str) -> QAbstractButton:
    for button in card(desk).findChildren(QAbstractButton):
        if button.text() == words:
            return button
    raise KeyError(words)


def kinds(desk: WindowDesk) -> list[DayKind]:
    found = []
    for day in (MONDAY, TUESDAY, WEDNESDAY):
        facts = desk.services.momentum.day(day)
        assert facts is not None
        found.append(facts.kind)
    return found


def kind(desk: WindowDesk, day: date) -> DayKind | None:
    mark = desk.services.days.mark_of(day)
    return mark.kind if mark is not None else None


def momentum(desk: WindowDesk) -> float:
    return desk.services.momentum.standing().momentum or 0.0


def test_it_is_asked_on_today_with_what_emptiness_costs(away: WindowDesk) -> None:
    assert said(away) == QUESTION
    before = momentum(away)
    assert f"momentum goes from {round(before)} to " in card(away).notice.more
    away.shortcut("Alt+Left")
    assert said(away) == ""
    away.shortcut("Alt+Home")
    assert said(away) == QUESTION


def test_without_the_number_it_says_so_in_words(away: WindowDesk) -> None:
    away.services.settings.set("show_momentum", "off", today=TODAY)
    away.settle()
    assert card(away).notice.more.endswith("with nothing: momentum is lower then.")


def test_rested_by_mouse(away: WindowDesk) -> None:
    before = momentum(away)
    away.click(answer(away, "Rested or ill"))
    assert kinds(away) == [DayKind.REST] * 3
    assert momentum(away) == before
    assert said(away) == ""
    assert away.toast == "3 rest days"
    away.shortcut("Ctrl+Z")
    assert kinds(away) == [DayKind.UNDECIDED] * 3
    assert said(away) == QUESTION


def test_left_empty_lowers_momentum_as_it_said(away: WindowDesk) -> None:
    told = card(away).notice.more.split("to ")[-1].rstrip(".")
    away.click(answer(away, "Leave empty"))
    assert kinds(away) == [DayKind.WORK] * 3
    assert round(momentum(away)) == int(told)
    assert away.toast == "3 days left empty"
    away.shortcut("Ctrl+Z")
    assert kinds(away) == [DayKind.UNDECIDED] * 3


def test_it_is_answered_by_keyboard_alone(away: WindowDesk) -> None:
    away.window.commands.run("undecided")
    away.settle()
    assert away.window.focusWidget() is answer(away, "Rested or ill")
    away.press(Key.Key_Tab, Key.Key_Tab)
    assert away.window.focusWidget() is answer(away, "Leave empty")
    away.press(Key.Key_Return)
    assert kinds(away) == [DayKind.WORK] * 3
    away.press("a")  # the focus is back on the day
    assert away.done() == {"application": 1}


@pytest.mark.parametrize("way", ["esc", "cross"])
def test_it_is_kept_undecided_and_comes_back_when_asked_for(away: WindowDesk, way: str) -> None:
    if way == "esc":
        away.press(Key.Key_Escape)
    else:
        away.click(away.named(QAbstractButton, "Not now"))
    assert said(away) == ""
    assert kinds(away) == [DayKind.UNDECIDED] * 3
    away.shortcut("Alt+Left")
    away.shortcut("Alt+Home")
    assert said(away) == ""
    away.window.commands.run("undecided")
    assert said(away) == QUESTION
    away.press(Key.Key_Escape)
    away.reopen()
    _ = away.window
    assert said(away) == QUESTION


def test_a_new_absence_is_asked_although_an_older_one_was_kept(away: WindowDesk) -> None:
    away.press(Key.Key_Escape, "a")
    away.clock.moment = NOW + timedelta(days=6)
    away.window._on_day_check()
    away.settle()
    assert said(away) == (
        "You were away from Friday 20 to Tuesday 24 November. How were these 3 days?"
    )
    away.click(answer(away, "Rested or ill"))
    assert said(away) == ""


def test_without_undecided_days_that_is_said(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window
    desk.window.commands.run("undecided")
    assert desk.toast == "No day is undecided."


def test_the_days_are_filled_in_by_keyboard(away: WindowDesk) -> None:
    answer(away, "Searched: fill in").setFocus()
    away.press(Key.Key_Return)
    assert away.window.today.day == MONDAY
    assert said(away) == "Filling in Monday 16 November, 1 of 3"
    away.press("i", "i", "4")
    away.shortcut("Ctrl+Return")
    assert kinds(away) == [DayKind.WORK, DayKind.UNDECIDED, DayKind.UNDECIDED]
    assert away.toast == "Working day: Monday 16 November"
    assert said(away) == "Filling in Tuesday 17 November, 2 of 3"
    away.press("r")
    away.shortcut("Ctrl+Return")
    assert said(away) == "Filling in Wednesday 18 November, 3 of 3"
    away.press("2")
    away.shortcut("Ctrl+Return")
    assert away.window.today.day == TODAY
    assert kinds(away) == [DayKind.WORK, DayKind.REST, DayKind.UNDECIDED]
    assert said(away) == ""  # what is left was looked at, and is not asked at once again
    away.window.commands.run("undecided")
    assert said(away) == "You were away on Wednesday 18 November. How was this day?"


def test_ctrl_enter_goes_on_from_within_the_note(away: WindowDesk) -> None:
    away.click(answer(away, "Searched: fill in"))
    away.press("a", "t")
    away.write("rain")
    away.shortcut("Ctrl+Return")
    assert away.window.today.day == TUESDAY
    assert away.stored_note(MONDAY) == "rain"
    assert away.note.toPlainText() == ""
    assert kind(away, MONDAY) is DayKind.WORK


def test_the_days_are_filled_in_by_mouse(away: WindowDesk) -> None:
    away.click(answer(away, "Searched: fill in"))
    away.click(answer(away, "Rested"))
    assert said(away) == "Filling in Tuesday 17 November, 2 of 3"
    away.click(away.tile("application"))
    away.click(answer(away, "Next day"))
    assert said(away) == "Filling in Wednesday 18 November, 3 of 3"
    with pytest.raises(KeyError):
        answer(away, "Next day")
    away.click(answer(away, "Done"))
    assert away.window.today.day == TODAY
    assert kinds(away) == [DayKind.REST, DayKind.WORK, DayKind.UNDECIDED]
    assert said(away) == ""


def test_the_button_of_the_next_day_keeps_the_focus(away: WindowDesk) -> None:
    away.click(answer(away, "Searched: fill in"))
    answer(away, "Next day").setFocus()
    away.press(Key.Key_Return)
    assert away.window.focusWidget() is answer(away, "Next day")
    away.press("n")  # letters log all the same
    assert away.done(TUESDAY) == {"networking": 1}


def test_each_day_filled_in_is_one_step_of_undo(away: WindowDesk) -> None:
    away.click(answer(away, "Searched: fill in"))
    away.press("a")
    away.shortcut("Ctrl+Return")
    assert kind(away, MONDAY) is DayKind.WORK
    away.shortcut("Ctrl+Z")
    assert kind(away, MONDAY) is DayKind.UNDECIDED
    assert away.done(MONDAY) == {"application": 1}
    away.shortcut("Ctrl+Z")
    assert away.done(MONDAY) == {}


def test_going_to_today_by_itself_asks_about_what_is_left(away: WindowDesk) -> None:
    away.click(answer(away, "Searched: fill in"))
    away.press("i", "i")
    away.shortcut("Alt+Home")
    assert kind(away, MONDAY) is DayKind.WORK
    assert said(away) == (
        "You were away from Tuesday 17 to Wednesday 18 November. How were these 2 days?"
    )


def test_a_note_that_can_not_be_saved_holds_the_day(away: WindowDesk) -> None:
    away.click(answer(away, "Searched: fill in"))
    away.press("t")
    away.note.insertPlainText("x" * 200_001)
    away.shortcut("Ctrl+Return")
    assert away.window.today.day == MONDAY
    assert "200001" in away.toast
    away.window.today.deciding.finish()
    assert said(away) == "Filling in Monday 16 November, 1 of 3"
    away.note.setPlainText("short")
    away.window.today.deciding.finish()
    assert away.window.today.day == TODAY
