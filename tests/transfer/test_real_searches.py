"""The three real files: everything in them comes out, and nothing that is not in them."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop_app.domain.stages import Outcome, Stage
from desktop_app.transfer.recognise import read_history

if TYPE_CHECKING:
    from desktop_app.domain.history import History, ReadApplication

DATA = Path(__file__).parent.parent / "data"
TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def french() -> History:
    return read_history(DATA / "applications_france_2023.csv", today=TODAY)


@pytest.fixture(scope="module")
def american() -> History:
    return read_history(DATA / "applications_usa_2021_2023.csv", today=TODAY)


@pytest.fixture(scope="module")
def loop() -> History:
    return read_history(DATA / "loop_job_search_and_mood_169_days.csv", today=TODAY)


def row(history: History, line: int) -> ReadApplication:
    return next(one for one in history.applications if one.row == line)


def test_the_french_search_has_447_applications_and_137_noes(french: History) -> None:
    assert french.source == "jsa"
    assert len(french.applications) == 447
    assert french.skipped == ()
    assert Counter(one.outcome for one in french.applications) == {
        None: 301,  # 299 Applied, 2 In process
        Outcome.REJECTED: 137,
        Outcome.OFFER_DECLINED: 3,
        Outcome.WITHDRAWN: 2,
        Outcome.JOB_CANCELLED: 3,
        Outcome.OFFER_ACCEPTED: 1,
    }


def test_the_french_search_runs_from_august_to_november_2023(french: History) -> None:
    days = [one.day for one in french.applications if one.day]
    assert (min(days), max(days)) == (date(2023, 8, 30), date(2023, 11, 6))
    assert sum(one.day is None for one in french.applications) == 10


def test_french_stages_carry_their_day_and_their_time(french: History) -> None:
    thales = row(french, 10)
    assert thales.day is None
    assert [(one.stage, one.day, one.at) for one in thales.stages] == [
        (Stage.SCREENING, date(2023, 9, 5), None),
        (Stage.INTERVIEW, date(2023, 9, 8), datetime(2023, 9, 8, 15, 0)),
    ]
    assert thales.answered == date(2023, 10, 5)
    all_three = row(french, 346)
    assert [one.stage for one in all_three.stages] == [
        Stage.INTERVIEW,
        Stage.INTERVIEW,
        Stage.FINAL,
        Stage.OFFER,
    ]
    assert all_three.outcome is Outcome.REJECTED


def test_who_turned_down_had_an_offer_or_withdrew(french: History) -> None:
    assert row(french, 11).outcome is Outcome.OFFER_DECLINED
    assert row(french, 289).outcome is Outcome.WITHDRAWN


def test_an_accepted_offer_was_an_offer(french: History) -> None:
    accepted = row(french, 408)
    assert accepted.answered == date(2023, 11, 9)
    assert accepted.stages[-1].stage is Stage.OFFER
    assert accepted.stages[-1].day is None


def test_rows_without_an_employer_are_kept_and_named(french: History) -> None:
    assert row(french, 145).employer == "Employer not named"
    assert row(french, 145).position == "Data Engineer"
    assert "145, 317, 416" in french.remarks[0]


def test_cells_without_a_place_of_their_own_stand_in_the_note(french: History) -> None:
    assert row(french, 5).note == "Attendance: Hybrid"


def test_the_american_search_has_177_applications_and_silence_stays_silence(
    american: History,
) -> None:
    assert american.source == "merged-statistics"
    assert len(american.applications) == 177
    assert american.skipped == ()
    assert Counter(one.outcome for one in american.applications) == {
        None: 125,  # 114 Ghosted, 10 Interview, 1 Offer
        Outcome.REJECTED: 51,
        Outcome.JOB_CANCELLED: 1,
    }
    ghosted_after_an_answer = row(american, 63)
    assert ghosted_after_an_answer.outcome is None
    assert ghosted_after_an_answer.answered is None


def test_american_days_have_the_month_first_and_noes_their_day(american: History) -> None:
    first = row(american, 2)
    assert first.day == date(2021, 11, 14)
    assert first.answered == date(2021, 11, 30)  # 16 days later
    days = [one.day for one in american.applications if one.day]
    assert (min(days), max(days)) == (date(2021, 11, 13), date(2023, 2, 25))


def test_american_interviews_and_offers_are_stages(american: History) -> None:
    assert Counter(stage.stage for one in american.applications for stage in one.stages) == {
        Stage.INTERVIEW: 13,
        Stage.OFFER: 2,
    }
    assert row(american, 105).stages[0].day == date(2022, 8, 9)
    assert row(american, 10).stages[0].day is None


def test_equal_rows_share_their_key(american: History) -> None:
    keys = Counter(one.key for one in american.applications)
    twice = [one for one in american.applications if keys[one.key] > 1]
    assert "Amax" in {one.employer for one in twice}
    assert len(keys) < 177


def test_the_loop_search_is_done_only_where_it_was_ticked(loop: History) -> None:
    assert loop.source == "loop"
    assert len(loop.activities) == 48
    assert {one.kind_label for one in loop.activities} == {"Taf: Recherche d'emploi"}
    days = [one.day for one in loop.activities]
    assert min(days) >= date(2023, 12, 31)
    assert max(days) <= date(2024, 6, 16)
    assert loop.skipped == ()


def test_loop_moods_become_own_feeling_words(loop: History) -> None:
    assert len(loop.check_ins) == 130
    assert {word for one in loop.check_ins for word in one.feelings} == {
        "heureux",
        "anxiété",
        "apathie",
        "dynamique",
        "fatigué",
        "triste",
    }
    assert Counter(word for one in loop.check_ins for word in one.feelings)["heureux"] == 44


@pytest.mark.parametrize(
    "name",
    ["applications_france_2023", "applications_usa_2021_2023", "loop_job_search_and_mood_169_days"],
)
def test_reading_again_gives_the_same_keys(name: str, tmp_path: Path) -> None:
    source = DATA / f"{name}.csv"
    without_mark = tmp_path / "again.csv"
    text = source.read_text(encoding="utf-8-sig").replace("\r\n", "\n").replace("\n", "\r\n")
    without_mark.write_bytes(text.encode())
    once, again = read_history(source, today=TODAY), read_history(without_mark, today=TODAY)
    assert once == again
