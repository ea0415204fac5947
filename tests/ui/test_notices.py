"""What Today says above the day: one notice at a time."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from tests.ui.desks import TODAY

if TYPE_CHECKING:
    from tests.ui.desks import WindowDesk


def said(desk: WindowDesk) -> str:
    """Return the notice's sentence, "" where there is none."""
    board = desk.window.today._notices
    assert board is not None
    return board.card.notice.sentence if board.card is not None and board.isVisible() else ""


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
