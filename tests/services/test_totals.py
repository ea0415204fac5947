"""Totals only: kept for proportion, and seen nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.totals import Totals
from desktop_app.services.totals import MOST, TotalsService

if TYPE_CHECKING:
    from tests.journals import Desk

TOTALS = Totals(noes=140, interviews=2, waiting=9, source="LinkedIn, 2023 to 2025")


@pytest.fixture
def totals(own_journal: Desk) -> TotalsService:
    return TotalsService(own_journal.journal, own_journal.recording)


def test_there_are_none_until_the_person_enters_some(totals: TotalsService) -> None:
    assert totals.get() is None
    assert not totals.remove()


def test_140_noes_2_interviews_and_9_still_waiting_are_142_answers(
    own_journal: Desk, totals: TotalsService
) -> None:
    totals.set(TOTALS)
    assert totals.get() == TOTALS
    assert TOTALS.answered == 142
    assert own_journal.rows("SELECT answered, interviews, waiting FROM proportion_total") == [
        (142, 2, 9)
    ]


def test_setting_them_again_replaces_them_and_each_is_one_step(
    own_journal: Desk, totals: TotalsService
) -> None:
    before = own_journal.dump()
    totals.set(TOTALS)
    totals.set(TOTALS._replace(waiting=4))
    assert own_journal.value("SELECT count(*) FROM proportion_total") == 1
    assert totals.get() == TOTALS._replace(waiting=4)
    assert own_journal.upkeep.undo() == "Totals set"
    assert totals.get() == TOTALS
    assert totals.remove()
    assert own_journal.upkeep.undo() == "Totals removed"
    assert totals.get() == TOTALS
    own_journal.upkeep.undo()
    assert own_journal.dump() == before


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (Totals(-1, 2, 3), "Noes: -1"),
        (Totals(1, -2, 3), "Interviews: -2"),
        (Totals(1, 2, -3), "Still waiting: -3"),
        (Totals(10**12, 2, 3), f"0 to {MOST}"),
        (Totals(0, 0, 0), "nothing to keep"),
        (Totals(1, 0, 0, "x" * 201), "200 fit"),
        (Totals(1, 0, 0, "a\0b"), "control character"),
    ],
)
def test_impossible_numbers_are_a_sentence_and_change_nothing(
    own_journal: Desk, totals: TotalsService, wrong: Totals, words: str
) -> None:
    before = own_journal.dump()
    with pytest.raises(InvalidInput, match=words):
        totals.set(wrong)
    assert own_journal.dump() == before


def test_only_noes_or_only_waiting_can_be(totals: TotalsService) -> None:
    for one in (Totals(5, 0), Totals(0, 0, 5), Totals(0, 1)):
        totals.set(one)
        assert totals.get() == one


def test_they_enter_no_chart_no_momentum_and_no_list_of_rejections(
    own_journal: Desk, totals: TotalsService
) -> None:
    own_journal.activities.log("application")
    shown = (
        own_journal.momentum.timeline(),
        own_journal.momentum.standing(),
        own_journal.rejections.all(),
        own_journal.applications.all(),
        own_journal.summary.counts(),
    )
    totals.set(TOTALS)
    assert shown == (
        own_journal.momentum.timeline(),
        own_journal.momentum.standing(),
        own_journal.rejections.all(),
        own_journal.applications.all(),
        own_journal.summary.counts(),
    )
    assert own_journal.values() == own_journal.fresh_values()


def test_they_alone_show_no_page(own_journal: Desk, totals: TotalsService) -> None:
    totals.set(TOTALS)
    assert own_journal.momentum.bounds() is None
    assert not own_journal.rejections.any()
