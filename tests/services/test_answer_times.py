"""How long the person's own answers took, in words; the French search as its vector has it."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from desktop_app.domain.stages import Channel, Outcome, Stage
from desktop_app.services.answer_times import explanation, summary, usual
from desktop_app.services.application_form import ApplicationForm
from desktop_app.services.application_stages import StageForm
from desktop_app.services.importing import Importing
from desktop_app.services.rejections import RejectionForm
from desktop_app.transfer.recognise import read_history
from tests.journals import TODAY, Desk

TESTS = Path(__file__).parent.parent
VECTOR = json.loads((TESTS / "vectors" / "statistics.json").read_text())["answer_times"]
LONG_AGO = TODAY - timedelta(days=60)


def answered(desk: Desk, *days: int) -> None:
    """Applications of which each had a no after so many days."""
    for number, taken in enumerate(days):
        employer = f"Employer {number}"
        desk.applications.add(ApplicationForm(employer, day=LONG_AGO))
        desk.rejections.note(RejectionForm(employer, day=LONG_AGO + timedelta(days=taken)))


def test_the_french_search_is_as_its_vector_has_it(own_journal: Desk) -> None:
    history = read_history(TESTS / "data" / "applications_france_2023.csv", today=TODAY)
    Importing(own_journal.journal, own_journal.recording).apply(history)
    own = own_journal.answers.own()
    assert own.answers == VECTOR["n"]
    assert own.times.median == VECTOR["median"]
    assert own.times.ninth_decile == pytest.approx(VECTOR["p90"])
    said = summary(own)
    assert said.startswith(
        "Half of your 133 answers came within 7 days, nine of ten within 33 days"
    )
    assert said.endswith(f"; {own.unanswered} have had none.")
    assert (
        usual(own.times) == "Half of your answers came within 7 days, nine of ten within 33 days."
    )


def test_without_answers_nothing_is_said_and_of_four_only_that_they_are_few(
    own_journal: Desk,
) -> None:
    assert summary(own_journal.answers.own()) == ""
    answered(own_journal, 1)
    assert summary(own_journal.answers.own()) == (
        "1 answer so far, too few to say how long they take."
    )
    answered(own_journal, 1, 2, 3)
    assert summary(own_journal.answers.own()).startswith("4 answers so far, too few")
    answered(own_journal, 1)
    assert summary(own_journal.answers.own()).startswith("Half of your 5 answers")


def test_the_same_day_and_one_day_have_words_of_their_own(own_journal: Desk) -> None:
    answered(own_journal, 0, 0, 0, 1, 1)
    assert summary(own_journal.answers.own()) == (
        "Half of your 5 answers came on the same day, nine of ten within 1 day."
    )


def test_silence_and_offers_are_no_answers_and_a_stage_is_not_nothing(own_journal: Desk) -> None:
    answered(own_journal, 2, 4, 6, 8, 10)
    add = own_journal.applications.add
    for outcome in (Outcome.OFFER_ACCEPTED, Outcome.WITHDRAWN, Outcome.SILENCE):
        own_journal.outcomes.close(add(ApplicationForm(outcome, day=LONG_AGO)), outcome)
    add(ApplicationForm("Silent", day=LONG_AGO))
    own_journal.rejections.note(RejectionForm("Silent", channel=Channel.SILENCE))
    own_journal.stages.reach(add(ApplicationForm("Heard", day=LONG_AGO)), StageForm(Stage.TASK))
    add(ApplicationForm("Waiting", day=TODAY))
    add(ApplicationForm("No day"))
    own = own_journal.answers.own()
    assert (own.answers, own.times.median, own.unanswered) == (5, 6, 3)


def test_how_it_is_computed_names_the_least_number() -> None:
    assert any("Below 5 answers" in sentence for sentence in explanation())
