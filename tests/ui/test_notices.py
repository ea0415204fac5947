"""What Today says above the day: one notice at a time."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app.domain.searches import Ending
from desktop_app.ui.pages.today.notices import board
from desktop_app.ui.pages.today.notices.notice import Notice, NoticeSource
from desktop_app.ui.sheets.help_sheet import HelpSheet
from desktop_app.ui.widgets.buttons import Button, IconButton
from tests.ui.desks import NOW, TODAY

if TYPE_CHECKING:
    from datetime import date

    import pytest

    from tests.ui.desks import WindowDesk


def said(desk: WindowDesk) -> str:
    """Return the notice's sentence, "" where there is none."""
    board = desk.window.today._notices
    assert board is not None
    return board.card.notice.sentence if board.card is not None and board.isVisible() else ""


def low_days(desk: WindowDesk, *days_ago: int) -> None:
    for number in days_ago:
        day = TODAY - timedelta(days=number)
        desk.services.check_ins.log(mood=1 + number % 2, day=day)
    desk.settle()


def test_the_gentle_note_comes_and_leads_to_help(window_desk: WindowDesk) -> None:
    desk = window_desk
    low_days(desk, *range(1, 10))
    _ = desk.window
    assert said(desk) == ""
    desk.press("2")
    assert said(desk) == "The last two weeks look heavy."
    assert (
        "This is no diagnosis. Talking to someone you trust, a doctor or a helpline can help."
        in desk.words()
    )
    desk.shortcut("Alt+Left")
    assert said(desk) == ""
    desk.shortcut("Alt+Home")
    desk.click(desk.named(Button, "Where to find help"))
    assert desk.sheet(HelpSheet) is not None


def test_the_gentle_note_is_closed_for_two_weeks_by_its_cross(window_desk: WindowDesk) -> None:
    desk = window_desk
    low_days(desk, *range(10))
    _ = desk.window
    cross = desk.named(IconButton, "Not now")
    cross.setFocus()
    desk.press(Qt.Key.Key_Escape)
    assert said(desk) == ""
    assert desk.toast == "Closed for two weeks"
    desk.press("1")
    assert said(desk) == ""
    desk.reopen()
    _ = desk.window
    assert said(desk) == ""
    desk.clock.moment = NOW + timedelta(days=13)
    low_days(desk, *range(-13, 0))
    desk.window._on_day_check()
    assert said(desk) == ""
    desk.clock.moment = NOW + timedelta(days=14)
    low_days(desk, -14)
    desk.window._on_day_check()
    assert said(desk) == "The last two weeks look heavy."


def test_closing_the_gentle_note_is_taken_back(window_desk: WindowDesk) -> None:
    desk = window_desk
    low_days(desk, *range(10))
    _ = desk.window
    desk.click(desk.named(IconButton, "Not now"))
    desk.shortcut("Ctrl+Z")
    assert said(desk) == "The last two weeks look heavy."


def test_the_gentle_note_is_switched_off_in_the_settings(window_desk: WindowDesk) -> None:
    desk = window_desk
    low_days(desk, *range(10))
    _ = desk.window
    desk.services.settings.set("gentle_note", "off", today=TODAY)
    desk.settle()
    assert said(desk) == ""


def test_the_gentle_note_comes_also_while_no_search_runs(window_desk: WindowDesk) -> None:
    desk = window_desk
    low_days(desk, *range(10))
    desk.services.activities.log("application")
    desk.services.searches.end(Ending.STOPPED)
    _ = desk.window
    assert said(desk) == "The last two weeks look heavy."
    desk.click(desk.named(IconButton, "Not now"))
    assert said(desk) == "No search is running."


class Reminder(NoticeSource):
    def notice(self, day: date, today: date) -> Notice | None:
        return Notice("Something is due.")


def test_what_presses_more_comes_first_and_reminders_end_with_the_search(
    window_desk: WindowDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = window_desk
    monkeypatch.setattr(board, "SOURCES", (Reminder, *board.SOURCES))
    low_days(desk, *range(10))
    desk.services.activities.log("application")
    _ = desk.window
    assert said(desk) == "Something is due."
    desk.services.searches.end(Ending.STOPPED)
    desk.settle()
    assert said(desk) == "The last two weeks look heavy."


def test_a_pause_is_said_on_today_and_ended_from_there(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.log_days(3, 2, 1)
    _ = desk.window
    assert said(desk) == ""
    desk.services.searches.pause(until=TODAY + timedelta(days=11), reason="Moving house")
    desk.settle()
    assert said(desk) == "Your search is paused until 30 Nov."
    desk.shortcut("Alt+Left")
    assert said(desk) == ""
    desk.shortcut("Alt+Home")
    button = desk.named(type(desk.window.today.side.momentum._why), "Go on now")
    button.setFocus()
    desk.press(Qt.Key.Key_Return)
    assert said(desk) == ""
    assert desk.toast == "Pause ended"
    desk.shortcut("Ctrl+Z")
    assert said(desk) == "Your search is paused until 30 Nov."
