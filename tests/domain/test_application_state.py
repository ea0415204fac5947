"""Where an application stands is said in words, and lists sort and narrow by it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from desktop_app.domain.application_state import (
    Group,
    belongs,
    group_label,
    named_alone,
    planned_words,
    stage_of_no,
    stage_words,
    state_order,
    state_words,
)
from desktop_app.domain.entries import Application, StageEvent
from desktop_app.domain.stages import Outcome, Stage, outcome_label

TODAY = date(2026, 11, 19)
SENT = TODAY - timedelta(days=12)
WAITING = Application(1, "Halden", "Analyst", SENT, Stage.APPLICATION, None, heard=SENT)


def planned(days: int, at: str | None = None) -> StageEvent:
    day = TODAY + timedelta(days=days)
    moment = datetime.fromisoformat(f"{day}T{at}:00+01:00") if at else None
    return StageEvent(Stage.INTERVIEW, day, at=moment, planned=True)


@pytest.mark.parametrize(
    ("application", "words"),
    [
        (WAITING, "waiting 12 days"),
        (replace(WAITING, heard=TODAY - timedelta(days=1)), "waiting 1 day"),
        (replace(WAITING, heard=TODAY), "heard today"),
        (replace(WAITING, day=TODAY, heard=TODAY), "sent today"),
        (replace(WAITING, heard=TODAY + timedelta(days=1)), "heard today"),
        (replace(WAITING, day=None, heard=None), "open"),
        (replace(WAITING, stage=Stage.OFFER), "offer to answer"),
        (replace(WAITING, ahead=planned(5)), "interview on 24 Nov"),
        (replace(WAITING, ahead=planned(5, "14:30")), "interview on 24 Nov"),
        (replace(WAITING, ahead=planned(0, "14:30")), "interview today, 14:30"),
        (replace(WAITING, ahead=planned(1)), "interview tomorrow"),
        (replace(WAITING, ahead=planned(-2, "14:30")), "interview was due on 17 Nov"),
        (replace(WAITING, ahead=planned(60)), "interview on 18 Jan 2027"),
        (replace(WAITING, history=True), "no answer noted"),
        (replace(WAITING, outcome=Outcome.WITHDRAWN, ahead=planned(5)), "withdrawn"),
        (replace(WAITING, outcome=Outcome.SILENCE), "no answer"),
        (replace(WAITING, outcome=Outcome.REJECTED), "rejected"),
    ],
)
def test_each_state_has_its_words(application: Application, words: str) -> None:
    assert state_words(application, TODAY) == words


def test_every_stage_outcome_and_group_has_words() -> None:
    assert len({state_words(replace(WAITING, outcome=one), TODAY) for one in Outcome}) == 6
    assert len({outcome_label(one) for one in Outcome}) == 6
    assert len({stage_words(one) for one in Stage}) == 6
    assert len({group_label(one) for one in Group}) == 4
    assert planned_words(StageEvent(Stage.TASK, None, planned=True), TODAY) == "task planned"
    assert planned_words(planned(5, "14:30"), TODAY) == "interview on 24 Nov, 14:30"


def test_dates_ahead_come_first_and_ended_ones_last() -> None:
    ordered = [
        replace(WAITING, ahead=planned(-2)),
        replace(WAITING, ahead=planned(5)),
        replace(WAITING, stage=Stage.OFFER),
        replace(WAITING, heard=TODAY - timedelta(days=40)),
        WAITING,
        replace(WAITING, heard=None),
        replace(WAITING, history=True),
        replace(WAITING, outcome=Outcome.REJECTED),
        replace(WAITING, outcome=Outcome.WITHDRAWN),
    ]
    mixed = [*ordered[4:], *ordered[:4]]
    assert sorted(mixed, key=lambda one: state_order(one, TODAY)) == ordered


@pytest.mark.parametrize(
    ("application", "groups"),
    [
        (WAITING, {Group.OPEN, Group.ALL}),
        (replace(WAITING, ahead=planned(5)), {Group.OPEN, Group.AHEAD, Group.ALL}),
        (replace(WAITING, ahead=planned(5), outcome=Outcome.SILENCE), {Group.CLOSED, Group.ALL}),
        (replace(WAITING, history=True), {Group.CLOSED, Group.ALL}),
        (replace(WAITING, outcome=Outcome.REJECTED), {Group.CLOSED, Group.ALL}),
    ],
)
def test_a_list_is_narrowed_to_a_group(application: Application, groups: set[Group]) -> None:
    assert {group for group in Group if belongs(application, group)} == groups


@pytest.mark.parametrize(
    ("employer", "position", "meant"),
    [
        ("  hALDEN ", "", 1),
        ("Halden", " analyst", 1),
        ("Halden", "Planner", None),
        ("Hald", "", None),
        ("", "Analyst", None),
        ("Bolt", "", None),  # there are two
        ("Bolt", "Planner", 3),
    ],
)
def test_an_application_is_meant_where_its_names_fit_it_alone(
    employer: str, position: str, meant: int | None
) -> None:
    known = [
        WAITING,
        replace(WAITING, id=2, employer="Bolt", position="Analyst"),
        replace(WAITING, id=3, employer="Bolt", position="Planner"),
    ]
    found = named_alone(known, employer, position)
    assert (found.id if found else None) == meant


def test_a_no_comes_after_the_furthest_stage_but_never_after_an_offer() -> None:
    assert stage_of_no(None) is Stage.APPLICATION
    assert stage_of_no(replace(WAITING, stage=Stage.TASK)) is Stage.TASK
    assert stage_of_no(replace(WAITING, stage=Stage.OFFER)) is Stage.FINAL
