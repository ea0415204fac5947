"""Feeling words: own ones beside the others, the six of the row, and what past check-ins keep."""

from __future__ import annotations

import pytest

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.mood import FEELING_GROUPS, QUICK_FEELINGS, feeling_group_name
from desktop_app.services.feelings import UNGROUPED
from tests.journals import TODAY, Desk


def test_the_words_of_the_design_are_there_in_their_groups(own_journal: Desk) -> None:
    groups = own_journal.feelings.groups()
    assert tuple(group.words for group in groups) == (*FEELING_GROUPS, ())
    assert [feeling_group_name(group.number) for group in groups] == [
        "Tense", "Heavy", "Bright", "Calm", "Own words",
    ]  # fmt: skip
    assert own_journal.feelings.quick() == QUICK_FEELINGS


def test_an_own_word_stands_in_its_group_and_can_be_taken_back(own_journal: Desk) -> None:
    assert own_journal.feelings.add("  at   ease ", 3) == "at ease"
    own_journal.feelings.add("wistful")
    groups = own_journal.feelings.groups()
    assert groups[3].words[-1] == "at ease"
    assert groups[3].own == ("at ease",)
    assert groups[UNGROUPED].words == ("wistful",)
    assert own_journal.upkeep.undo() == "Word added: wistful"
    assert "wistful" not in own_journal.feelings.words()
    own_journal.reopen()
    assert own_journal.feelings.groups()[3].own == ("at ease",)


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("", "Write a word"), (" \t ", "Write a word"), ("Calm", "“Calm” is there already"),
        ("WISTFUL", "“WISTFUL” is there already"), ("a, b", "without a comma"),
        ("x" * 41, "41 characters"), ("a\x07", "control character"),
        ("\ud800", "half a character"),
    ],
)  # fmt: skip
def test_a_word_that_can_not_be_is_refused(own_journal: Desk, word: str, said: str) -> None:
    own_journal.feelings.add("wistful")
    own_journal.feelings.add("torn")
    before = own_journal.dump()
    with pytest.raises(InvalidInput, match=said):
        own_journal.feelings.add(word)
    with pytest.raises(InvalidInput, match=said):
        own_journal.feelings.rename("torn", word)
    assert own_journal.dump() == before


def test_a_renamed_word_leaves_past_check_ins_as_they_are(own_journal: Desk) -> None:
    own_journal.feelings.add("wistful", 1)
    own_journal.feelings.set_quick(("calm", "wistful"))
    own_journal.check_ins.log(feelings=("wistful",))
    assert own_journal.feelings.rename("wistful", "longing") == "longing"
    assert own_journal.feelings.groups()[1].own == ("longing",)
    assert "wistful" not in own_journal.feelings.words()
    assert own_journal.feelings.quick() == ("calm", "longing")
    latest = own_journal.check_ins.latest(TODAY)
    assert latest is not None
    assert latest.feelings == ("wistful",)
    own_journal.upkeep.undo()
    assert own_journal.feelings.groups()[1].own == ("wistful",)
    assert own_journal.feelings.rename("wistful", "Wistful") == "Wistful"
    assert own_journal.feelings.groups()[1].own == ("Wistful",)


def test_a_removed_word_is_offered_no_more_until_it_is_added_again(own_journal: Desk) -> None:
    own_journal.feelings.add("wistful")
    own_journal.feelings.set_quick(("wistful",))
    own_journal.check_ins.log(feelings=("wistful",))
    own_journal.feelings.remove("wistful")
    assert "wistful" not in own_journal.feelings.words()
    assert own_journal.feelings.quick() == ()
    assert own_journal.upkeep.undo() == "Word removed: wistful"
    assert own_journal.feelings.quick() == ("wistful",)
    own_journal.upkeep.redo()
    own_journal.feelings.add("wistful", 2)
    assert own_journal.feelings.groups()[2].own == ("wistful",)


def test_words_that_came_with_check_ins_are_own_words_too(own_journal: Desk) -> None:
    own_journal.check_ins.log(feelings=("heureux", "calm"))
    assert own_journal.feelings.groups()[UNGROUPED].own == ("heureux",)
    own_journal.feelings.remove("heureux")
    own_journal.check_ins.log(feelings=("heureux",))
    assert own_journal.feelings.words() == tuple(w for group in FEELING_GROUPS for w in group)
    own_journal.feelings.add("Heureux", 2)
    assert own_journal.feelings.rename("Heureux", "heureuse") == "heureuse"
    assert own_journal.feelings.groups()[2].own == ("heureuse",)
    assert own_journal.feelings.groups()[UNGROUPED].own == ()


def test_six_words_stand_first_in_the_order_chosen(own_journal: Desk) -> None:
    chosen = ("rested", "calm", "sad", "numb", "proud", "curious")
    own_journal.feelings.set_quick(chosen)
    own_journal.reopen()
    assert own_journal.feelings.quick() == chosen
    with pytest.raises(InvalidInput, match="not 7"):
        own_journal.feelings.set_quick((*chosen, "lonely"))
    assert own_journal.feelings.quick() == chosen
    own_journal.feelings.set_quick(())
    assert own_journal.feelings.quick() == ()
