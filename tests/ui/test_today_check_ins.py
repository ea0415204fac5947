"""Several check-ins a day: another one is begun, each is chosen, and none is mixed up."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from tests.ui.desks import NOW, TODAY, WindowDesk

if TYPE_CHECKING:
    from datetime import date

Key = Qt.Key
YESTERDAY = TODAY - timedelta(days=1)


def moods(desk: WindowDesk, day: date = TODAY) -> list[int | None]:
    return [one.mood for one in desk.services.check_ins.of_day(day)]


def notes(desk: WindowDesk, day: date = TODAY) -> list[str]:
    return [one.note for one in desk.services.check_ins.of_day(day)]


def segments(desk: WindowDesk) -> list[str]:
    choice = desk.window.today.check_in._choice
    if choice is None or choice._segments is None or not choice._segments.isVisible():
        return []
    return [segment.label for segment in choice._segments._segments]


def chosen(desk: WindowDesk) -> str:
    choice = desk.window.today.check_in.choice
    assert choice._segments is not None
    return next(one.label for one in choice._segments._segments if one.isChecked())


def shown_mood(desk: WindowDesk) -> int | None:
    return desk.window.today.check_in.moods.mood


@pytest.fixture
def two(window_desk: WindowDesk) -> WindowDesk:
    desk = window_desk
    desk.services.check_ins.log(mood=2, energy=1, feelings=("tired",), note="early")
    desk.clock.moment = NOW + timedelta(hours=2)
    desk.services.check_ins.log(mood=4, note="late")
    _ = desk.window
    return desk


def test_before_the_first_one_there_is_nothing_to_choose(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.log_days(2, 1)
    _ = desk.window
    assert not desk.shows("Another check-in")
    desk.press("m", "3")
    assert moods(desk) == [3]
    assert desk.shows("Another check-in")
    assert segments(desk) == []


def test_m_begins_another_one_by_keyboard(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("4", "e", "3")
    desk.clock.moment = NOW + timedelta(hours=3)
    desk.press("m")
    assert segments(desk) == ["18:00", "now"]
    assert chosen(desk) == "now"
    assert (shown_mood(desk), desk.note.toPlainText()) == (None, "")
    assert moods(desk) == [4]  # an empty one leaves no trace
    desk.press("2", "e", "1")
    assert moods(desk) == [4, 2]
    assert segments(desk) == ["18:00", "21:00"]
    assert chosen(desk) == "21:00"
    assert desk.services.momentum.day(TODAY).mood == 3
    assert len(desk.lines()) == 2


def test_the_link_begins_another_one_by_mouse(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("4")
    desk.click(desk.named(QAbstractButton, "Another check-in"))
    assert not desk.shows("Another check-in")
    desk.click(desk.named(QAbstractButton, "Mood, Hard"))
    assert moods(desk) == [4, 1]


def test_one_is_chosen_by_mouse_and_by_keyboard(two: WindowDesk) -> None:
    assert segments(two) == ["18:00", "20:00"]
    assert (chosen(two), shown_mood(two)) == ("20:00", 4)
    two.click(two.named(QAbstractButton, "Check-in, 18:00"))
    assert (chosen(two), shown_mood(two), two.note.toPlainText()) == ("18:00", 2, "early")
    assert two.window.today.check_in.energy.energy == 1
    two.press(Key.Key_Right, Key.Key_Return)
    assert (chosen(two), shown_mood(two), two.note.toPlainText()) == ("20:00", 4, "late")


def test_what_is_said_goes_to_the_one_chosen(two: WindowDesk) -> None:
    two.click(two.named(QAbstractButton, "Check-in, 18:00"))
    two.window.today.setFocus()
    two.press("1", "e", "5", "t")
    two.write("er still")
    two.press(Key.Key_Escape)
    assert moods(two) == [1, 4]
    assert notes(two) == ["earlyer still", "late"]
    two.shortcut("Alt+Left")
    two.shortcut("Alt+Home")
    assert chosen(two) == "20:00"  # the latest one again


def test_a_note_is_saved_where_it_was_typed_when_another_is_chosen(two: WindowDesk) -> None:
    two.press("t")
    two.write(" words")
    two.click(two.named(QAbstractButton, "Check-in, 18:00"))
    assert notes(two) == ["early", "late words"]
    two.press("t")
    two.write(" birds")
    two.window.today.setFocus()
    two.press("m")
    assert notes(two) == ["early birds", "late words"]
    two.press("t")
    two.write("third")
    two.press(Key.Key_Escape)
    assert notes(two) == ["early birds", "late words", "third"]
    two.shortcut("Ctrl+Z")
    assert notes(two) == ["early birds", "late words"]


def test_typing_into_a_new_one_is_not_disturbed_by_its_first_saving(two: WindowDesk) -> None:
    two.press("m", "t")
    two.write("one ")
    two.qtbot.waitUntil(lambda: notes(two)[-1] == "one ", timeout=2000)
    two.write("two")
    two.press(Key.Key_Escape)
    assert notes(two)[-1] == "one two"
    two.shortcut("Ctrl+Z")
    assert len(notes(two)) == 2  # one visit, one step


def test_a_new_one_that_is_left_empty_vanishes(two: WindowDesk) -> None:
    two.press("m")
    assert segments(two)[-1] == "now"
    two.click(two.named(QAbstractButton, "Check-in, 18:00"))
    assert segments(two) == ["18:00", "20:00"]
    two.press("m")
    two.shortcut("Alt+Left")
    two.shortcut("Alt+Home")
    assert segments(two) == ["18:00", "20:00"]


def test_a_new_one_that_is_cleared_is_yet_to_come_again(two: WindowDesk) -> None:
    two.press("m", "3")
    two.shortcut("Ctrl+Z")
    assert moods(two) == [2, 4]
    assert chosen(two) == "now"
    two.press("5")
    assert moods(two) == [2, 4, 5]


def test_one_that_is_deleted_gives_way_to_the_latest(two: WindowDesk) -> None:
    two.click(two.named(QAbstractButton, "Check-in, 18:00"))
    two.services.check_ins.delete(two.services.check_ins.of_day(TODAY)[0].id)
    two.settle()
    assert segments(two) == []
    assert shown_mood(two) == 4


def test_one_whose_note_was_just_emptied_is_gone_before_it_can_move(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    desk.services.check_ins.log(note="early")
    card = desk.window.today.check_in
    card.note.set_text("")
    card._on_move_asked()
    assert notes(desk) == []


def test_on_a_past_day_they_are_numbered(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.services.check_ins.log(mood=1, day=YESTERDAY)
    _ = desk.window
    desk.shortcut("Alt+Left")
    desk.press("m")
    assert segments(desk) == ["No. 1", "new"]
    desk.press("5")
    assert segments(desk) == ["No. 1", "No. 2"]
    assert moods(desk, YESTERDAY) == [1, 5]


@pytest.mark.parametrize("width", [1280, 1110, 1000, 720])
def test_many_check_ins_fit_beside_the_title(window_desk: WindowDesk, width: int) -> None:
    desk = window_desk
    for hour in range(7):
        desk.clock.moment = NOW + timedelta(minutes=20 * hour)
        desk.services.check_ins.log(mood=1 + hour % 5)
    desk.window.resize(width, 700)
    desk.settle()
    card = desk.window.today.check_in
    first = desk.services.check_ins.of_day(TODAY)[0]
    for identity in (None, first.id):
        if identity is not None:
            card.choose(identity)
            desk.settle()
            assert chosen(desk) == "18:00"
        assert len(segments(desk)) >= 2
        right = card.choice.geometry().right()
        assert right <= card.width()
        assert card.choice.x() >= card.title_label.x() + card.title_label.sizeHint().width()
