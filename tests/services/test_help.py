"""Where to find help: the list of the program, the person's own, and the way back."""

from __future__ import annotations

import json
import re
from datetime import date, timedelta

import pytest

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.help import (
    HelpEntry,
    checked_sentence,
    country_name,
    web_address,
)
from desktop_app.paths import resource
from tests.journals import TODAY, Desk

FRIEND = HelpEntry("Ada", "0171 555 010", hours="evenings")


@pytest.fixture
def desk(own_journal: Desk) -> Desk:
    return own_journal


def names(desk: Desk, country: str = "US") -> list[str]:
    return [one.name for one in desk.help.entries(country).entries]


def test_the_list_of_the_program_is_whole_and_says_where_it_is_from() -> None:
    listed = json.loads(resource("help", "helplines.json").read_text("utf-8"))
    assert listed["licence"] == "CC0-1.0"
    assert "Kouki-odaka/open-helplines" in listed["source"]
    assert len(listed["countries"]) == 8
    for country in listed["countries"]:
        assert re.fullmatch(r"[A-Z]{2}", country["country"])
        assert country_name(country["country"])
        assert re.fullmatch(r"\d{3}", country["emergency"])
        for line in country["lines"]:
            assert line["name"]
            assert line["dial"] or line["also"]
            assert date.fromisoformat(line["checked"]).year >= 2026


def test_the_emergency_number_comes_first(desk: Desk) -> None:
    for country in desk.help.countries():
        first, *lines = desk.help.entries(country).entries
        assert first.emergency
        assert lines
        assert not any(one.emergency for one in lines)


def test_the_country_is_the_systems_until_one_is_chosen(desk: Desk) -> None:
    assert desk.help.country("FR") == "FR"
    desk.help.choose("JP")
    assert desk.help.country("FR") == "JP"
    desk.reopen()
    assert desk.help.country("") == "JP"
    for wrong in ("", "Japan", "jp", "JPN"):
        with pytest.raises(InvalidInput):
            desk.help.choose(wrong)


def test_a_country_without_a_list_has_the_general_address(desk: Desk) -> None:
    assert desk.help.entries("ES").entries == ()
    assert desk.help.general == ("Find A Helpline", "findahelpline.com")


def test_nothing_is_stored_until_the_person_changes_something(desk: Desk) -> None:
    assert not desk.help.entries("US").own
    assert desk.value("SELECT count(*) FROM help_entry") == 0
    desk.help.add("US", FRIEND)
    assert desk.help.entries("US").own
    assert desk.value("SELECT count(*) FROM help_entry") == 4
    assert not desk.help.entries("GB").own


def test_own_entries_are_added_changed_moved_hidden_and_removed(desk: Desk) -> None:
    desk.help.add("US", FRIEND)
    assert names(desk)[-1] == "Ada"
    assert desk.help.move("US", 3, -1) == 2
    assert names(desk)[2] == "Ada"
    desk.help.change("US", 2, FRIEND._replace(name="Ada, my sister", web="ada.example"))
    assert desk.help.entries("US").entries[2].web == "ada.example"
    desk.help.hide("US", 1, True)
    entries = desk.help.entries("US").entries
    assert [one.hidden for one in entries] == [False, True, False, False]
    assert entries[1].name == "988 Suicide & Crisis Lifeline"
    desk.help.hide("US", 1, False)
    desk.help.remove("US", 3)
    assert names(desk) == [
        "Emergency number", "988 Suicide & Crisis Lifeline", "Ada, my sister",
    ]  # fmt: skip


def test_the_emergency_number_stays_first(desk: Desk) -> None:
    assert desk.help.move("US", 0, 1) == 0
    assert desk.help.move("US", 1, -1) == 1
    assert desk.help.move("US", 2, 1) == 2
    assert not desk.help.entries("US").own
    desk.help.move("US", 1, 1)
    assert desk.help.entries("US").entries[0].emergency


def test_a_number_that_was_changed_no_longer_counts_as_checked(desk: Desk) -> None:
    entry = desk.help.entries("GB").entries[1]
    assert entry.checked == date(2026, 6, 2)
    desk.help.change("GB", 1, entry._replace(dial="116 124"))
    changed = desk.help.entries("GB").entries[1]
    assert (changed.dial, changed.checked, changed.listed) == ("116 124", None, True)


def test_the_list_is_brought_back_and_own_entries_follow_it(desk: Desk) -> None:
    listed = desk.help.entries("US").entries
    desk.help.add("US", FRIEND)
    desk.help.move("US", 3, -1)
    desk.help.remove("US", 1)
    desk.help.bring_back("US")
    assert desk.help.entries("US").entries == (*listed, FRIEND)
    desk.help.remove("US", 3)
    desk.help.bring_back("US")
    assert desk.help.entries("US") == ("US", listed, False)


def test_everything_can_be_taken_back(desk: Desk) -> None:
    before = desk.dump()
    desk.help.add("US", FRIEND)
    desk.help.change("US", 3, FRIEND._replace(dial="1"))
    desk.help.move("US", 3, -1)
    desk.help.hide("US", 2, True)
    desk.help.remove("US", 2)
    desk.help.bring_back("US")
    desk.help.choose("GB")
    for name in (
        "Country chosen", "Help list brought back", "Help entry removed", "Help entry hidden",
        "Help entry moved", "Help entry changed", "Help entry added",
    ):  # fmt: skip
        assert desk.upkeep.undo() == name
    assert desk.dump() == before


def test_a_list_of_which_all_was_removed_stays_the_persons(desk: Desk) -> None:
    for _n in range(3):
        desk.help.remove("US", 0)
    (last,) = desk.help.entries("US").entries
    assert last.hidden
    assert desk.help.entries("US").own


@pytest.mark.parametrize(
    ("entry", "sentence"),
    [
        (HelpEntry(" ", "1"), "Say who it is."),
        (HelpEntry("Ada"), "Say how to reach them"),
        (HelpEntry("Ada", "1" * 61), "Number has 61 characters; 60 fit."),
        (HelpEntry("A\x00da", "1"), "Name holds a control character."),
        (HelpEntry("Ada", web="x" * 300), "Web page has 300 characters; 200 fit."),
    ],
)
def test_an_entry_that_can_not_be_is_refused_in_a_sentence(
    desk: Desk, entry: HelpEntry, sentence: str
) -> None:
    before = desk.dump()
    with pytest.raises(InvalidInput, match=sentence):
        desk.help.add("US", entry)
    with pytest.raises(InvalidInput, match=sentence):
        desk.help.change("US", 1, entry)
    assert desk.dump() == before


def test_an_old_check_is_said_plainly() -> None:
    checked = date(2026, 6, 2)
    assert checked_sentence(checked, TODAY) == "Last checked 2 June 2026"
    assert "more than a year ago" in checked_sentence(checked, checked + timedelta(days=366))
    assert checked_sentence(None, TODAY) == ""


def test_only_web_pages_are_opened() -> None:
    assert web_address("988lifeline.org") == "https://988lifeline.org"
    assert web_address("http://a.example") == "http://a.example"
    assert web_address("file:///etc/passwd") == "https://file:///etc/passwd"
