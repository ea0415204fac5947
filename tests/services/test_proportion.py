"""Proportion counts the person's own answers: closed silence is a no, a pending one is none."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.stages import Channel, Stage
from desktop_app.services.rejections import RejectionForm
from desktop_app.transfer.recognise import read_history
from tests.journals import TODAY

if TYPE_CHECKING:
    from desktop_app.services.bundle import Services
    from tests.journals import Desk

FRENCH = Path(__file__).parent.parent / "data" / "applications_france_2023.csv"


def no(services: Services, number: int, stage: Stage, channel: Channel | None = None) -> int:
    day = TODAY - timedelta(days=60 - number)
    return services.rejections.note(
        RejectionForm(f"Employer {number}", stage=stage, day=day, channel=channel)
    )


def test_an_empty_journal_has_no_answers(services: Services) -> None:
    tally = services.proportion.tally()
    assert (tally.interviews, tally.answered, tally.run, tally.chance) == (0, 0, 0, 0)


def test_the_run_counts_back_to_the_last_interview(services: Services) -> None:
    for number in range(10):
        no(services, number, Stage.INTERVIEW if number in (2, 5) else Stage.APPLICATION)
    no(services, 11, Stage.APPLICATION, Channel.SILENCE)
    tally = services.proportion.tally()
    assert (tally.interviews, tally.answered, tally.run) == (2, 11, 5)
    assert 0 < tally.chance < 1


def test_an_application_that_waits_does_not_count(services: Services, own_journal: Desk) -> None:
    with own_journal.journal.write("Application") as db:
        own_journal.applications.begin(db, "Waiting", "", TODAY)
    assert services.proportion.tally().answered == 0


def test_totals_from_before_count(services: Services, own_journal: Desk) -> None:
    no(services, 1, Stage.APPLICATION)
    with own_journal.journal.write("Totals") as db:
        db.table("proportion_total").insert(
            {**own_journal.recording.stamp(None), "answered": 142, "interviews": 2, "waiting": 9}
        )
    tally = services.proportion.tally()
    assert (tally.interviews, tally.answered, tally.run) == (2, 143, 1)


def test_a_rate_of_the_field_can_stand_in(services: Services) -> None:
    services.proportion.set_field_rate(5)
    assert services.proportion.tally().field_rate == 0.05
    services.proportion.set_field_rate(None)
    assert services.proportion.tally().field_rate is None
    for wrong in (0, 100, -3, float("nan")):
        with pytest.raises(InvalidInput, match="between 0 and 100"):
            services.proportion.set_field_rate(wrong)


def test_a_real_search_comes_out(services: Services) -> None:
    services.importing.apply(read_history(FRENCH, today=TODAY))
    tally = services.proportion.tally()
    assert 137 <= tally.answered <= 180
    assert 0 < tally.interviews < tally.answered / 2
    assert 0 <= tally.chance <= 1
