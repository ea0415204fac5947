"""The fold does what methods.md says, for any log that a person may keep."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.analysis.momentum import fold, fold_one, keep_factor, trend

VECTORS = json.loads((Path(__file__).parent.parent / "vectors" / "momentum.json").read_text())
Log = list[tuple[bool, float, float]]
MOST = settings(max_examples=60)

half_lives = st.integers(5, 20) | st.floats(5, 20)
points = st.integers(0, 30).map(float) | st.floats(0, 1000)
targets = st.floats(1, 100)
starts = st.floats(0, 100)
days = st.lists(st.tuples(st.booleans(), points, targets), max_size=40)


def folded(log: Log, half_life: float, start: float) -> list[float]:
    return fold(
        [neutral for neutral, _points, _target in log],
        [done for _neutral, done, _target in log],
        [target for _neutral, _points, target in log],
        half_life,
        start,
    )


@pytest.mark.parametrize("case", VECTORS["cases"], ids=lambda case: case["name"])
def test_the_worked_numbers_come_out(case: dict) -> None:
    start = case.get("start", 0.0)
    if "full_days_first" in case:
        before = [(False, VECTORS["target"], VECTORS["target"])] * case["full_days_first"]
        assert folded(before, VECTORS["half_life"], 0.0)[-1] == pytest.approx(start)
    log = [(kind != "work", done, VECTORS["target"]) for kind, done in case["days"]]
    values = folded(log, case.get("half_life", VECTORS["half_life"]), start)
    if "momentum" in case:
        assert values == pytest.approx(case["momentum"], abs=VECTORS["tolerance"])
    if "last" in case:
        assert values[-1] == pytest.approx(case["last"], abs=VECTORS["tolerance"])


@MOST
@given(days, half_lives, starts)
def test_momentum_stays_between_0_and_100(log: Log, half_life: float, start: float) -> None:
    assert all(0 <= value <= 100 for value in folded(log, half_life, start))


@MOST
@given(days.filter(bool), half_lives, starts, st.data())
def test_more_points_on_a_day_never_lower_any_later_value(
    log: Log, half_life: float, start: float, data: st.DataObject
) -> None:
    index = data.draw(st.integers(0, len(log) - 1))
    more = data.draw(st.floats(0, 50))
    neutral, done, target = log[index]
    richer = [*log[:index], (neutral, done + more, target), *log[index + 1 :]]
    for poor, rich in zip(
        folded(log, half_life, start), folded(richer, half_life, start), strict=True
    ):
        assert rich >= poor - 1e-9


@MOST
@given(days, half_lives, starts, st.data())
def test_rest_days_without_points_change_no_other_value(
    log: Log, half_life: float, start: float, data: st.DataObject
) -> None:
    index = data.draw(st.integers(0, len(log)))
    count = data.draw(st.integers(1, 20))
    rested = [*log[:index], *[(True, 0.0, 10.0)] * count, *log[index:]]
    values = folded(rested, half_life, start)
    assert values[:index] + values[index + count :] == folded(log, half_life, start)


@MOST
@given(starts, targets, half_lives)
def test_an_empty_working_day_costs_one_part_of_what_is_there(
    momentum: float, target: float, half_life: float
) -> None:
    after = fold_one(momentum, False, 0.0, target, half_life)
    assert after <= momentum
    assert momentum - after <= (1 - keep_factor(half_life)) * momentum + 1e-9


@MOST
@given(starts, st.integers(5, 20))
def test_as_many_empty_working_days_as_the_half_life_halve_it(
    momentum: float, half_life: float
) -> None:
    values = folded([(False, 0.0, 10.0)] * half_life, half_life, momentum)
    assert values[-1] == pytest.approx(momentum / 2)


@MOST
@given(st.floats(0, 1), starts, half_lives)
def test_the_same_effort_every_day_leads_to_its_share_of_100(
    share: float, start: float, half_life: float
) -> None:
    values = folded([(False, 10 * share, 10.0)] * 1000, half_life, start)
    assert values[-1] == pytest.approx(100 * share, abs=1e-6)


@MOST
@given(days.filter(bool), half_lives, starts, st.data())
def test_going_on_from_any_day_gives_the_same_values(
    log: Log, half_life: float, start: float, data: st.DataObject
) -> None:
    index = data.draw(st.integers(1, len(log)))
    whole = folded(log, half_life, start)
    assert folded(log[index:], half_life, whole[index - 1]) == whole[index:]


def test_seven_full_days_lead_half_way() -> None:
    assert folded([(False, 10, 10)] * 7, 7, 0.0)[-1] == pytest.approx(50)
    assert folded([(False, 400, 10)] * 7, 7, 0.0)[-1] == pytest.approx(50)


WORK, REST, UNDECIDED = (False, False), (True, True), (True, False)


def word(kinds: list[tuple[bool, bool]], values: list[float]) -> str:
    return trend([neutral for neutral, _rest in kinds], [rest for _neutral, rest in kinds], values)


def test_the_first_ten_working_days_are_starting() -> None:
    rising = [5.0 * n for n in range(1, 12)]
    assert word([WORK] * 10, rising[:10]) == "starting"
    assert word([WORK] * 11, rising) == "building"
    # Rest days are no working days.
    assert word([REST, *[WORK] * 10], [0.0, *rising[:10]]) == "starting"


@pytest.mark.parametrize(
    ("change", "said"),
    [(3.1, "building"), (3.0, "steady"), (0.0, "steady"), (-3.0, "steady"), (-3.1, "easing")],
)
def test_the_word_follows_the_change_over_five_working_days(change: float, said: str) -> None:
    values = [50.0] * 15 + [50 + change / 5 * n for n in (1, 2, 3, 4)] + [50 + change]
    assert word([WORK] * 20, values) == said
    # A rest day between them is stepped over.
    assert word([*[WORK] * 18, REST, WORK, WORK], [*values[:18], values[17], *values[18:]]) == said


def test_three_rest_days_of_the_last_five_are_resting() -> None:
    values = [40.0] * 17
    assert word([*[WORK] * 12, REST, WORK, REST, WORK, REST], values) == "resting"
    assert word([*[WORK] * 13, REST, WORK, REST, WORK], values) == "steady"
    assert word([*[WORK] * 12, REST, REST, REST, WORK, WORK], values) == "resting"
    assert word([*[WORK] * 11, REST, REST, REST, WORK, WORK, WORK], values) == "steady"
    assert word([*[WORK] * 7, *[REST] * 10], values) == "resting"


def test_undecided_days_make_nobody_resting() -> None:
    assert word([*[WORK] * 12, *[UNDECIDED] * 5], [40.0] * 17) == "steady"
    assert word([*[WORK] * 12, REST, REST, *[UNDECIDED] * 3], [40.0] * 17) == "steady"
