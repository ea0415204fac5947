"""Own feeling words: in Settings, and right where they are chosen on Today."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from desktop_app.domain.mood import QUICK_FEELINGS
from desktop_app.ui.pages.settings.feelings import FeelingsSection, OwnWords
from desktop_app.ui.widgets.chip import Chip
from tests.ui.desks import TODAY
from tests.ui.test_settings_page import open_settings

if TYPE_CHECKING:
    from tests.ui.desks import WindowDesk

Key = Qt.Key
BRIGHT, OWN = 2, 4


def open_feelings(desk: WindowDesk) -> FeelingsSection:
    section = open_settings(desk, "feelings").section("feelings")
    assert isinstance(section, FeelingsSection)
    return section


def group(desk: WindowDesk, number: int) -> OwnWords:
    return open_feelings(desk).groups[number]


def row_of_today(desk: WindowDesk) -> list[str]:
    """Return the words in sight in the row of Today."""
    desk.window.show_page("today")
    desk.settle()
    return [chip.label for chip in desk.window.today.check_in.feelings._chips if chip.isVisible()]


def chosen(desk: WindowDesk) -> tuple[str, ...]:
    found = desk.check_in()
    return found.feelings if found else ()


# In Settings


def test_own_words_are_added_to_any_group_one_after_the_other(window_desk: WindowDesk) -> None:
    desk = window_desk
    own = group(desk, BRIGHT)
    own.adder.chip.setFocus()
    desk.press(Key.Key_Return, *"elated", Key.Key_Return)
    assert desk.toast == "“elated” can be chosen now"
    desk.press(*"keen", Key.Key_Return, Key.Key_Escape)
    assert list(own.words) == ["elated", "keen"]
    assert desk.services.feelings.groups()[BRIGHT].words[-2:] == ("elated", "keen")
    assert not own.adder.is_open
    desk.shortcut("Ctrl+Z")
    assert list(own.words) == ["elated"]
    desk.window.show_page("today")
    desk.press("w")
    words = row_of_today(desk)
    assert words.index("elated") == words.index("curious") + 1


def test_a_word_is_refused_in_a_sentence_and_stays_in_its_field(window_desk: WindowDesk) -> None:
    desk = window_desk
    own = group(desk, OWN)
    desk.click(own.adder.chip)
    QTest.keyClicks(own.adder.field, "Calm")
    desk.press(Key.Key_Return)
    assert desk.toast == "“Calm” is there already."
    assert own.adder.is_open
    assert own.adder.field.text() == "Calm"
    assert own.words == {}


def test_own_words_are_changed_and_removed_by_key_and_by_mouse(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.services.feelings.add("wistfull", 1)
    desk.services.check_ins.log(feelings=("wistfull",))
    own = group(desk, 1)
    own.words["wistfull"].chip.setFocus()
    desk.press(Key.Key_Return, *"wistful", Key.Key_Return)
    assert list(own.words) == ["wistful"]
    assert chosen(desk) == ("wistfull",)
    assert desk.toast == "“wistfull” is “wistful” now; past days keep their word"
    desk.press(Key.Key_Delete)
    assert own.words == {}
    assert desk.toast == "“wistful” is offered no more; past days keep it"
    desk.shortcut("Ctrl+Z")
    assert list(own.words) == ["wistful"]
    desk.click(desk.named(QAbstractButton, "Remove “wistful”"))
    assert own.words == {}
    assert "wistful" not in desk.services.feelings.words()


def test_the_words_of_the_row_are_chosen_here_and_stay_in_their_order(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    desk.services.check_ins.log(mood=3)
    assert tuple(row_of_today(desk)) == QUICK_FEELINGS
    open_feelings(desk)
    desk.click(desk.named(Chip, "proud"))
    assert desk.toast == "6 words fit. Take one back to choose another."
    desk.click(desk.named(Chip, "anxious"))
    assert desk.toast.startswith("In the row: ")
    proud = desk.named(Chip, "proud")
    proud.setFocus()
    desk.press(Key.Key_Space)
    assert desk.services.feelings.quick() == (*QUICK_FEELINGS[:5], "proud")
    assert row_of_today(desk) == [*QUICK_FEELINGS[:5], "proud"]
    desk.shortcut("Ctrl+Z")
    desk.shortcut("Ctrl+Z")
    assert tuple(row_of_today(desk)) == QUICK_FEELINGS
    desk.reopen()
    assert tuple(row_of_today(desk)) == QUICK_FEELINGS


# On Today


def test_an_own_word_is_written_where_words_are_chosen(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("4", "w", Key.Key_End)
    focus = desk.window.focusWidget()
    assert isinstance(focus, Chip)
    assert focus.label == "+ own word"
    desk.press(Key.Key_Return, *"wistful", Key.Key_Return)
    assert chosen(desk) == ("wistful",)
    focus = desk.window.focusWidget()
    assert isinstance(focus, Chip)
    assert (focus.label, focus.isChecked()) == ("wistful", True)
    assert desk.services.feelings.groups()[OWN].own == ("wistful",)
    desk.press(Key.Key_Space)
    assert chosen(desk) == ()
    assert "wistful" in row_of_today(desk)
    desk.shortcut("Ctrl+Z")
    desk.shortcut("Ctrl+Z")
    assert chosen(desk) == ()
    assert "wistful" not in desk.services.feelings.words()
    assert desk.mood == 4


def test_a_word_that_is_there_already_is_simply_chosen(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("4", "w", Key.Key_End, Key.Key_Return, *"GRATEFUL", Key.Key_Return)
    assert chosen(desk) == ("grateful",)
    assert desk.services.feelings.groups()[OWN].own == ()


def test_beside_three_chosen_words_an_own_one_is_kept_for_later(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.services.check_ins.log(feelings=("calm", "sad", "numb"))
    _ = desk.window
    desk.press("w", Key.Key_End, Key.Key_Return, *"torn", Key.Key_Return)
    assert chosen(desk) == ("calm", "sad", "numb")
    assert "torn" in desk.services.feelings.words()
    assert desk.toast == "“torn” can be chosen now. Three fit; take one back first."


@pytest.mark.parametrize("word", ["a, b", "x" * 60])
def test_a_word_that_can_not_be_is_told_and_stays(window_desk: WindowDesk, word: str) -> None:
    desk = window_desk
    desk.press("4", "w", Key.Key_End, Key.Key_Return)
    field = desk.window.focusWidget()
    desk.write(word)
    desk.press(Key.Key_Return)
    if "," in word:
        assert desk.toast == "One word at a time, without a comma."
        assert desk.window.focusWidget() is field
        assert chosen(desk) == ()
    else:  # the field takes no more than fit
        assert chosen(desk) == ("x" * 40,)


def test_esc_leaves_the_word_and_letters_log_again(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("4", "w", Key.Key_End, Key.Key_Return, "a", "n", Key.Key_Escape)
    assert desk.done() == {}
    assert chosen(desk) == ()
    desk.press("a")
    assert desk.done() == {"application": 1}


def test_words_of_past_check_ins_that_are_gone_still_show_on_their_day(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    desk.services.feelings.add("wistful")
    desk.services.check_ins.log(feelings=("wistful",), day=TODAY)
    desk.services.feelings.remove("wistful")
    assert "wistful" in row_of_today(desk)
    desk.shortcut("Alt+Left")
    assert "wistful" not in row_of_today(desk)
