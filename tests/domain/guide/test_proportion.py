"""The sentence of every branch of proportion, for each stage and size of figures."""

from __future__ import annotations

import pytest

from desktop_app.analysis.proportion import run_of_noes
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.guide.proportion import Tally, caveat, in_words, percent_of
from desktop_app.domain.stages import Stage

TALKED = (Stage.SCREENING, Stage.TASK)
EARLY = ("Too early to tell.",)
MET = "You were among the few they met."
MORE = ("You were among the few they wanted to know more about.",)


def tally(k: int, n: int, run: int = 0, chance: float = 0.0) -> Tally:
    return Tally(k, n, run, chance)


def rare(times: str) -> tuple[str, ...]:
    return (
        f"{times} That describes roles, CV and channel together, not you. One change to try:"
        " another channel, or another pair of eyes on the CV.",
        caveat(),
    )


@pytest.mark.parametrize("k", [0, 1, 2, 6])
@pytest.mark.parametrize("n", [0, 1, 19])
def test_below_twenty_answers_it_is_too_early_to_tell(k: int, n: int) -> None:
    if k <= n:
        assert in_words(tally(k, n, run=9, chance=0.9), Stage.APPLICATION).said == EARLY


@pytest.mark.parametrize("n", [20, 140])
def test_hardly_any_interview_speaks_of_roles_and_channel_and_not_of_the_person(n: int) -> None:
    assert in_words(tally(1, n, run=9, chance=0.9), Stage.APPLICATION).said == rare(
        f"In {n} answers an interview came once."
    )
    assert in_words(tally(0, n, run=9, chance=0.9), Stage.APPLICATION).said == rare(
        f"In {n} answers no interview has come yet."
    )


@pytest.mark.parametrize("n", [20, 140])
@pytest.mark.parametrize("k", [2, 6])
def test_after_a_form_letter_the_rate_stands_with_its_denominator(k: int, n: int) -> None:
    assert in_words(tally(k, n), Stage.APPLICATION).said == (
        f"{k} of {n} answered applications led to an interview.",
        caveat(),
    )


def test_a_run_is_told_where_it_is_to_be_expected() -> None:
    assert in_words(tally(6, 41, run=9, chance=0.9), Stage.APPLICATION).said == (
        "6 of 41 answered applications led to an interview.",
        "At that rate a run of nine appears somewhere in 41 answers about nine times in ten.",
        caveat(),
    )


@pytest.mark.parametrize(
    ("run", "chance", "words"),
    [
        (3, 0.9, None),
        (4, 0.249, None),
        (4, 0.25, "about two times in ten"),
        (13, 0.5, "about half the time"),
        (20, 0.96, "almost every time"),
    ],
)
def test_a_run_that_is_short_or_rare_is_left_out(
    run: int, chance: float, words: str | None
) -> None:
    said = " ".join(in_words(tally(6, 41, run, chance), Stage.APPLICATION).said)
    assert (words in said) if words else ("run of" not in said)


@pytest.mark.parametrize("n", [0, 1, 19, 20, 140])
@pytest.mark.parametrize("k", [0, 1, 2, 6])
def test_after_an_interview_the_person_was_among_the_few(k: int, n: int) -> None:
    if k > n:
        return
    said = in_words(tally(k, n, run=9, chance=0.9), Stage.INTERVIEW).said
    assert said[0] == MET
    assert said[1:] == ((f"{k} of {n} got that far.", caveat()) if n >= 20 and k >= 2 else ())


@pytest.mark.parametrize("stage", TALKED)
@pytest.mark.parametrize("n", [0, 1, 19, 20, 140])
@pytest.mark.parametrize("k", [0, 1, 2, 6])
def test_after_a_first_talk_no_rate_is_shown(stage: Stage, n: int, k: int) -> None:
    assert in_words(tally(min(k, n), n, run=9, chance=0.9), stage) == (MORE, ())


@pytest.mark.parametrize("n", [0, 1, 19, 20, 140])
@pytest.mark.parametrize("k", [0, 1, 2, 6])
def test_after_a_final_round_no_rate_is_shown_unless_opened(n: int, k: int) -> None:
    k = min(k, n)
    words = in_words(tally(k, n), Stage.FINAL)
    assert words.said == ("You were among the last few they met.",)
    assert words.on_request == in_words(tally(k, n), Stage.APPLICATION).said


def test_a_rate_of_the_field_stands_in_for_the_own() -> None:
    chance = run_of_noes(41, 0.05, 9)
    words = in_words(Tally(0, 41, 9, chance, field_rate=0.05), Stage.APPLICATION)
    assert words.said == (
        "In your field, by your own figure, about 5 in 100 lead to an interview.",
        "At that rate a run of nine appears somewhere in 41 answers almost every time.",
        caveat(),
    )


@pytest.mark.parametrize(("text", "rate"), [("5", 5), (" 2.5 ", 2.5), ("2,5 %", 2.5), ("12%", 12)])
def test_a_rate_is_read_as_a_person_writes_it(text: str, rate: float) -> None:
    assert percent_of(text) == rate


@pytest.mark.parametrize("text", ["five", "1 in 20", "%"])
def test_a_rate_that_is_no_number_is_a_sentence(text: str) -> None:
    with pytest.raises(InvalidInput, match="is no number"):
        percent_of(text)
