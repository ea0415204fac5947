"""Kinds of activity: the person's words, points, letters and order, and what stays as it was."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.kinds import (
    DEFAULT_KINDS,
    KIND_ICONS,
    LOGGED_BY_PROGRAM,
    free_name,
    kind_label,
    label_to_store,
)
from desktop_app.services.kinds import KindForm, form_of
from tests.journals import TODAY, Desk

if TYPE_CHECKING:
    from collections.abc import Callable

FAIR = KindForm("Job fair", 4, icon="building", key="J")


def names(desk: Desk) -> list[str]:
    return [kind.name for kind in desk.kinds.offered()]


def points(desk: Desk) -> list[float]:
    return [one.points for one in desk.activities.of_day(TODAY)]


def test_an_own_kind_is_added_logged_and_taken_back(own_journal: Desk) -> None:
    name = own_journal.kinds.add(FAIR)
    assert name == "job_fair"
    assert names(own_journal)[-1] == name
    kind = own_journal.activities.kind("job-fair")
    assert (kind_label(kind), kind.points, kind.icon, kind.key, kind.own, kind.on_today) == (
        "Job fair", 4, "building", "J", True, True,
    )  # fmt: skip
    own_journal.activities.log(name)
    assert points(own_journal) == [4]
    own_journal.upkeep.undo()
    assert own_journal.upkeep.undo() == "Kind added: Job fair"
    assert name not in names(own_journal)
    assert own_journal.upkeep.redo()
    assert name in names(own_journal)


def test_points_hold_for_what_is_logged_from_now_on(own_journal: Desk) -> None:
    own_journal.activities.log("interview")
    form = form_of(own_journal.activities.kind("interview"))
    own_journal.kinds.change("interview", form._replace(points=2.5))
    own_journal.activities.add_one("interview", TODAY)
    assert points(own_journal) == [5, 2.5]


def test_minutes_of_a_unit_hold_for_what_is_logged_from_now_on(own_journal: Desk) -> None:
    own_journal.activities.log("learning", minutes=60)
    form = form_of(own_journal.activities.kind("learning"))
    own_journal.kinds.change("learning", form._replace(unit_minutes=60))
    own_journal.activities.add_one("learning", TODAY)  # half an hour more, by the hour
    assert points(own_journal) == [4, 1]
    first, second = (one.id for one in own_journal.activities.of_day(TODAY))
    own_journal.activities.set_minutes(first, 30)
    own_journal.activities.set_minutes(second, 60)
    assert points(own_journal) == [2, 2]
    own_journal.activities.take_one("learning", TODAY)
    own_journal.activities.take_one("learning", TODAY)
    assert points(own_journal) == [2]


def test_a_kind_that_was_counted_can_be_measured_in_minutes(own_journal: Desk) -> None:
    for _time in range(3):
        own_journal.activities.add_one("networking", TODAY)
    form = form_of(own_journal.activities.kind("networking"))
    own_journal.kinds.change("networking", form._replace(unit_minutes=30))
    own_journal.activities.add_one("networking", TODAY)
    assert points(own_journal) == [6, 2]
    own_journal.activities.take_one("networking", TODAY)
    own_journal.activities.take_one("networking", TODAY)
    assert points(own_journal) == [4]  # one of the three that were counted
    own_journal.kinds.change("networking", form)
    own_journal.activities.add_one("networking", TODAY)
    assert points(own_journal) == [6]


def test_what_was_measured_in_minutes_is_not_counted_on(own_journal: Desk) -> None:
    own_journal.activities.log("learning", minutes=45)
    form = form_of(own_journal.activities.kind("learning"))
    own_journal.kinds.change("learning", form._replace(unit_minutes=None))
    own_journal.activities.add_one("learning", TODAY)
    assert points(own_journal) == [3, 2]


@pytest.mark.parametrize("minutes", [45, 60])
def test_an_entry_keeps_its_points_when_another_thing_of_it_is_changed(
    own_journal: Desk, minutes: int
) -> None:
    timed = own_journal.activities.log("learning", minutes=minutes)
    counted = own_journal.activities.log("networking", amount=3)
    before = points(own_journal)
    for name, unit in (("learning", 60), ("learning", None), ("networking", 15)):
        form = form_of(own_journal.activities.kind(name))
        own_journal.kinds.change(name, form._replace(unit_minutes=unit))
        for identity in (timed, counted):
            form_before = own_journal.editing.form(identity)
            assert form_before is not None
            told = replace(form_before.details, note=f"{name} {unit}")
            own_journal.editing.tell(identity, told)
            assert points(own_journal) == before
            own_journal.editing.change(identity, replace(form_before, details=told))
            assert points(own_journal) == before


def test_minutes_that_are_changed_count_by_the_unit_they_were_logged_with(
    own_journal: Desk,
) -> None:
    identity = own_journal.activities.log("learning", minutes=60)
    form = form_of(own_journal.activities.kind("learning"))
    own_journal.kinds.change("learning", form._replace(unit_minutes=60))
    before = own_journal.editing.form(identity)
    assert before is not None
    own_journal.editing.change(identity, replace(before, minutes=90))
    assert points(own_journal) == [6]


def test_a_default_that_is_renamed_keeps_the_persons_words(own_journal: Desk) -> None:
    form = form_of(own_journal.activities.kind("follow_up"))
    own_journal.kinds.change("follow_up", form._replace(label="  Asked   again "))
    assert kind_label(own_journal.activities.kind("follow_up")) == "Asked again"
    own_journal.reopen()
    assert kind_label(own_journal.activities.kind("follow_up")) == "Asked again"
    assert own_journal.activities.kind("follow_up").name == "follow_up"
    own_journal.kinds.change("follow_up", form)
    assert kind_label(own_journal.activities.kind("follow_up")) == "Follow-up"
    assert own_journal.value("SELECT label FROM activity_kind WHERE name = 'follow_up'") == (
        "Follow-up"
    )


def test_a_translated_default_that_is_saved_unchanged_stays_translated(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("desktop_app.domain.kinds._", lambda words: f"«{words}»")
    kind = DEFAULT_KINDS[0]
    assert kind_label(kind) == "«Application sent»"
    assert label_to_store(kind.name, kind_label(kind)) == "Application sent"
    assert label_to_store(kind.name, "Application sent") == "Application sent"
    assert label_to_store(kind.name, "Sent off") == "Sent off"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda form: form._replace(label="  "), "Give it a name"),
        (lambda form: form._replace(label="x" * 41), "41 characters"),
        (lambda form: form._replace(label="a\x00b"), "control character"),
        (lambda form: form._replace(label="INTERVIEW"), "“INTERVIEW” already"),
        (lambda form: form._replace(key="A"), "A logs “Application sent” already"),
        (lambda form: form._replace(points=-1), "0 to 100, not -1"),
        (lambda form: form._replace(points=100.5), r"0 to 100, not 100\.5"),
        (lambda form: form._replace(points=float("nan")), "0 to 100, not nan"),
        (lambda form: form._replace(unit_minutes=0), "minutes make one unit"),
        (lambda form: form._replace(unit_minutes=1441), "minutes make one unit"),
    ],
)
def test_what_can_not_be_is_refused_in_a_sentence_and_changes_nothing(
    own_journal: Desk, change: Callable[[KindForm], KindForm], said: str
) -> None:
    before = own_journal.dump()
    with pytest.raises(InvalidInput, match=said):
        own_journal.kinds.add(change(FAIR))
    with pytest.raises(InvalidInput, match=said):
        own_journal.kinds.change("networking", change(FAIR))
    assert own_journal.dump() == before


def test_a_retired_kind_is_offered_no_more_and_what_was_logged_stays(own_journal: Desk) -> None:
    own_journal.activities.log("networking")
    before = own_journal.values()
    own_journal.kinds.retire("networking")
    assert "networking" not in names(own_journal)
    assert own_journal.values() == before
    assert [one.kind for one in own_journal.activities.of_day(TODAY)] == ["networking"]
    with pytest.raises(InvalidInput, match="“Networking message” is retired"):
        own_journal.activities.log("networking")
    own_journal.kinds.bring_back("networking")
    assert names(own_journal)[1] == "networking"
    assert own_journal.activities.kind("networking").key == "N"


def test_a_kind_brought_back_leaves_its_letter_to_who_has_it_now(own_journal: Desk) -> None:
    own_journal.kinds.retire("networking")
    with pytest.raises(InvalidInput, match=r"you retired\. Bring it back"):
        own_journal.kinds.add(KindForm("networking message"))
    own_journal.kinds.add(KindForm("Neighbours asked", key="N"))
    own_journal.kinds.bring_back("networking")
    assert own_journal.activities.kind("networking").key == ""
    assert own_journal.activities.kind("neighbours_asked").key == "N"


@pytest.mark.parametrize("name", sorted(LOGGED_BY_PROGRAM))
def test_what_the_program_logs_itself_stays_but_can_leave_today(
    own_journal: Desk, name: str
) -> None:
    with pytest.raises(InvalidInput, match="logged by Upswing itself"):
        own_journal.kinds.retire(name)
    own_journal.kinds.show_on_today(name, False)
    assert not own_journal.activities.kind(name).on_today
    own_journal.kinds.show_on_today(name, True)
    assert own_journal.activities.kind(name).on_today


def test_kinds_move_to_any_place(own_journal: Desk) -> None:
    own_journal.kinds.add(FAIR)
    own_journal.kinds.retire("portfolio")
    before = names(own_journal)
    own_journal.kinds.move("job_fair", 0)
    assert names(own_journal) == ["job_fair", *before[:-1]]
    own_journal.kinds.move("job_fair", 99)
    assert names(own_journal) == before
    own_journal.upkeep.undo()
    assert names(own_journal)[0] == "job_fair"
    mark = own_journal.upkeep.undo_mark
    own_journal.kinds.move("job_fair", -5)
    assert own_journal.upkeep.undo_mark == mark  # nothing moved, so there is no step


@given(st.lists(st.text(max_size=60), max_size=8))
def test_every_kind_gets_a_name_of_its_own_that_the_command_can_take(labels: list[str]) -> None:
    taken: set[str] = set()
    for label in labels:
        name = free_name(label, taken)
        assert name
        assert name not in taken
        assert "-" not in name
        assert not any(letter.isspace() for letter in name)
        taken.add(name)


def test_icons_to_choose_from_hold_those_of_the_defaults() -> None:
    assert {kind.icon for kind in DEFAULT_KINDS} <= set(KIND_ICONS)
    assert len(KIND_ICONS) == len(set(KIND_ICONS))


# Keys


def test_chosen_keys_are_one_step_and_letters_of_kinds_stay_with_the_kinds(
    own_journal: Desk,
) -> None:
    own_journal.keys.choose({"log:application": ("B", "Ctrl+B"), "rest": ("A",)})
    assert own_journal.activities.kind("application").key == "B"
    assert own_journal.keys.chosen() == {"log:application": ("Ctrl+B",), "rest": ("A",)}
    assert own_journal.upkeep.undo() == "Key changed"
    assert own_journal.activities.kind("application").key == "A"
    assert own_journal.keys.chosen() == {}
    assert own_journal.upkeep.redo()
    own_journal.keys.choose({"rest": None, "log:application": ("A",)})
    assert own_journal.keys.chosen() == {}
    assert own_journal.activities.kind("application").key == "A"


def test_kinds_swap_their_letters_but_never_share_one(own_journal: Desk) -> None:
    own_journal.keys.choose({"log:application": ("N",), "log:networking": ("A",)})
    assert own_journal.activities.kind("networking").key == "A"
    before = own_journal.dump()
    with pytest.raises(InvalidInput, match="one letter"):
        own_journal.keys.choose({"log:application": ("A",)})
    assert own_journal.dump() == before
