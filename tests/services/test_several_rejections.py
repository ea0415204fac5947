"""Several rejections are noted together: all of them in one step, or none."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.stages import Channel, Outcome, Stage
from desktop_app.services.rejections import RejectionForm
from tests.journals import TODAY

if TYPE_CHECKING:
    from desktop_app.services.bundle import Services
    from tests.journals import Desk

DAY = timedelta(days=1)


def sent(desk: Desk, employer: str, position: str = "", days: int = 20) -> int:
    with desk.journal.write("Application") as db:
        return desk.applications.begin(db, employer, position, TODAY - days * DAY)


def test_all_are_noted_in_one_step_with_day_stage_way_and_mood(
    services: Services, own_journal: Desk
) -> None:
    known = sent(own_journal, "Oakline")
    before = own_journal.dump()
    day = TODAY - DAY
    ids = services.several_rejections.note(
        [
            RejectionForm("Oakline", day=day, stage=Stage.SCREENING, channel=Channel.CALL, mood=2),
            RejectionForm("Bolt", "Analyst", day=day, channel=Channel.EMAIL, mood=2),
        ]
    )
    noted = {one.employer: one for one in services.rejections.all()}
    assert sorted(one.id for one in noted.values()) == sorted(ids)
    assert noted["Oakline"].application_id == known
    assert (noted["Oakline"].stage, noted["Oakline"].channel) == (Stage.SCREENING, Channel.CALL)
    assert (noted["Bolt"].position, noted["Bolt"].stage) == ("Analyst", Stage.APPLICATION)
    assert {one.day for one in noted.values()} == {day}
    assert {one.mood for one in noted.values()} == {2}
    closed = own_journal.applications.get(known)
    assert closed is not None
    assert closed.outcome is Outcome.REJECTED
    services.upkeep.undo()
    assert own_journal.dump() == before


@pytest.mark.parametrize(
    ("forms", "place", "said"),
    [
        ([RejectionForm("Bolt"), RejectionForm("")], 1, "employer"),
        ([RejectionForm("Bolt"), RejectionForm("Oakline")], 1, "2 open applications"),
        ([RejectionForm("Bolt", day=TODAY + 9 * DAY), RejectionForm("X")], 0, ""),
        ([RejectionForm("Corvid", day=TODAY - 30 * DAY)], 0, "It was sent on"),
        ([RejectionForm("Corvid"), RejectionForm("corvid ")], 1, "Row 1 names this application"),
        (
            [RejectionForm("New", "A"), RejectionForm("new", "a")],
            1,
            "Row 1 says the same employer and position.",
        ),
        ([RejectionForm("New"), RejectionForm("new")], 1, "Give each its position."),
        ([RejectionForm("Bolt", stage=Stage.OFFER)], 0, "before an offer"),
        ([RejectionForm("Bolt\x00")], 0, ""),
    ],
)
def test_one_bad_row_is_named_and_nothing_is_written(
    services: Services, own_journal: Desk, forms: list[RejectionForm], place: int, said: str
) -> None:
    sent(own_journal, "Oakline", "Analyst")
    sent(own_journal, "Oakline", "Clerk")
    sent(own_journal, "Corvid")
    before = own_journal.dump()
    faults = services.several_rejections.faults(forms)
    assert list(faults) == [place]
    assert said in faults[place]
    with pytest.raises(InvalidInput):
        services.several_rejections.note(forms)
    assert own_journal.dump() == before


def test_two_positions_at_one_employer_are_two_rejections(
    services: Services, own_journal: Desk
) -> None:
    first, second = sent(own_journal, "Oakline", "Analyst"), sent(own_journal, "Oakline", "Clerk")
    services.several_rejections.note(
        [RejectionForm("Oakline", "Clerk"), RejectionForm("oakline", application_id=first)]
    )
    found = {one.application_id for one in services.rejections.all()}
    assert found == {first, second}


def test_none_at_all_is_refused(services: Services) -> None:
    with pytest.raises(InvalidInput):
        services.several_rejections.note([])
