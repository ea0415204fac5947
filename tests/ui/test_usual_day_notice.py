"""The one offer of the person's usual day as a full day."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from tests.ui.desks import NOW, TODAY
from tests.ui.test_notices import said

if TYPE_CHECKING:
    from tests.ui.desks import WindowDesk

OFFER = "Your usual day is 4 points, Mondays, Wednesdays and Fridays. Use this as a full day?"


def do_a_week(desk: WindowDesk) -> None:
    """Log eight days before today, a Thursday: effort on Mondays, Wednesdays and a Friday."""
    for ago in (10, 8, 6, 3, 1):
        desk.clock.moment = NOW - timedelta(days=ago)
        desk.services.activities.log("feedback")
        desk.services.activities.log("follow_up")
    desk.clock.moment = NOW
    for ago in (9, 7, 2):
        desk.services.check_ins.log(mood=3, day=TODAY - timedelta(days=ago))


def press(desk: WindowDesk, words: str, *, by_mouse: bool) -> None:
    button = desk.named(QAbstractButton, words)
    if by_mouse:
        desk.click(button)
    else:
        button.setFocus()
        desk.press(Qt.Key.Key_Return)


@pytest.mark.parametrize("by_mouse", [False, True])
def test_it_is_used_from_today_on_and_taken_back(window_desk: WindowDesk, by_mouse: bool) -> None:
    desk = window_desk
    do_a_week(desk)
    assert said(desk) == OFFER
    press(desk, "Use this", by_mouse=by_mouse)
    assert said(desk) == ""
    assert desk.toast == "A full day is 4 points from today on"
    assert desk.services.settings.get("daily_target") == 4
    assert desk.services.settings.get("free_weekdays") == [1, 3, 5, 6]
    assert desk.services.settings.holding("daily_target", TODAY - timedelta(days=1)) == 10
    desk.shortcut("Ctrl+Z")
    assert desk.services.settings.get("daily_target") == 10
    assert said(desk) == OFFER


@pytest.mark.parametrize("answer", ["Keep 10", "Not now"])
def test_kept_or_closed_it_is_offered_never_again(window_desk: WindowDesk, answer: str) -> None:
    desk = window_desk
    do_a_week(desk)
    assert said(desk) == OFFER
    press(desk, answer, by_mouse=True)
    assert said(desk) == ""
    assert desk.services.settings.get("daily_target") == 10
    desk.reopen()
    assert said(desk) == ""
    desk.press("a", "a", "a")
    assert said(desk) == ""


def test_it_waits_for_five_logged_days_and_for_more_pressing_words(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    desk.log_days(4, 3, 2, 1)
    assert said(desk) == ""
    desk.services.check_ins.log(mood=3, day=TODAY - timedelta(days=5))
    desk.settle()
    assert said(desk).startswith("Your usual day is 3 points")
    desk.services.searches.pause(until=TODAY + timedelta(days=9))
    desk.settle()
    assert said(desk).startswith("Your search is paused")


def test_it_is_said_on_today_alone(window_desk: WindowDesk) -> None:
    desk = window_desk
    do_a_week(desk)
    assert said(desk) == OFFER
    desk.shortcut("Alt+Left")
    assert said(desk) == ""
    desk.shortcut("Alt+Home")
    assert said(desk) == OFFER
