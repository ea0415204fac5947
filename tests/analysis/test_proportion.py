"""Rates, runs and tries come out as worked by hand, and behave as chances do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.analysis.proportion import run_of_noes, success_rate, tries_needed

VECTORS = json.loads((Path(__file__).parent.parent / "vectors" / "statistics.json").read_text())
MOST = settings(max_examples=60)

rates = st.floats(0.001, 0.999)


@pytest.mark.parametrize("case", VECTORS["success_rate"]["cases"])
def test_the_worked_rates_come_out(case: dict[str, float]) -> None:
    rate = success_rate(int(case["k"]), int(case["n"]), case["a"], case["b"])
    for name, value in rate._asdict().items():
        assert value == pytest.approx(case[name], abs=VECTORS["success_rate"]["tolerance"])


@pytest.mark.parametrize("case", VECTORS["run_of_noes"]["cases"])
def test_the_worked_runs_come_out(case: dict[str, float]) -> None:
    chance = run_of_noes(int(case["n"]), case["p"], int(case["r"]))
    assert chance == pytest.approx(case["chance"], abs=VECTORS["run_of_noes"]["tolerance"])


@pytest.mark.parametrize("case", VECTORS["tries_needed"]["cases"])
def test_the_worked_tries_come_out(case: dict[str, float]) -> None:
    assert tries_needed(case["p"], case["chance"]) == case["n"]


@MOST
@given(st.integers(0, 200), st.data())
def test_a_rate_lies_in_its_interval_and_between_0_and_1(tries: int, data: st.DataObject) -> None:
    rate = success_rate(data.draw(st.integers(0, tries)), tries)
    assert 0 <= rate.low < rate.median < rate.high <= 1
    assert 0 < rate.mean < 1


@MOST
@given(st.integers(0, 120), rates, st.integers(1, 40))
def test_a_run_is_a_chance_that_grows_with_the_tries_and_falls_with_its_length(
    tries: int, rate: float, run: int
) -> None:
    chance = run_of_noes(tries, rate, run)
    assert 0 <= chance <= 1
    assert run_of_noes(tries + 1, rate, run) >= chance - 1e-12
    assert run_of_noes(tries, rate, run + 1) <= chance + 1e-12


@MOST
@given(rates, st.floats(0.01, 0.99))
def test_the_tries_needed_are_the_fewest(rate: float, chance: float) -> None:
    needed = tries_needed(rate, chance)
    assert 1 - (1 - rate) ** needed >= chance - 1e-9
    assert needed == 1 or 1 - (1 - rate) ** (needed - 1) < chance + 1e-9


def test_fewer_tries_than_the_run_hold_none() -> None:
    assert run_of_noes(3, 0.1, 4) == 0
    assert run_of_noes(4, 0.0, 4) == 1
