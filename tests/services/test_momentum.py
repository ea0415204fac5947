"""Momentum of real days in a real journal: effort and rest alone, whatever else happens."""

from __future__ import annotations

import itertools
import json
import re
import tempfile
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.charts.periods import day_periods, periods
from desktop_app.domain.days import DayKind
from desktop_app.services.account import account, rules
from desktop_app.services.rejections import RejectionForm
from tests.journals import MONDAY, TODAY, Desk

if TYPE_CHECKING:
    from collections.abc import Iterator

VECTORS = json.loads((Path(__file__).parent.parent / "vectors" / "momentum.json").read_text())
FIRST = date(2026, 3, 2)
FEW = settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])

# A day: its kind, and how often each of some kinds of activity.
DAY_KINDS = st.sampled_from(["work", "work", "work", "rest", "undecided"])
LOGS = st.lists(st.tuples(DAY_KINDS, st.integers(0, 6)), min_size=1, max_size=12)


@contextmanager
def search(half_life: float = 7, estimate: float = 0.0) -> Iterator[Desk]:
    """A search that began on FIRST, with no free weekday, so that a test says each day's kind."""
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder) / "journal.upswing")
        try:
            desk.set_day(FIRST)
            desk.settings.set("free_weekdays", "none", today=FIRST)
            desk.settings.set("half_life", str(half_life), today=FIRST)
            with desk.journal.write("begin") as db:
                db.table("search").insert({**desk.recording.stamp(FIRST), "estimate": estimate})
            yield desk
        finally:
            desk.close()


def put(desk: Desk, day: date, kind: str, points: float) -> None:
    """Write a day as it is: the mark by the service, the points as one activity."""
    if kind == "undecided":
        with desk.journal.write("absence", undoable=False) as db:
            db.table("day_mark").insert({**desk.recording.stamp(day), "kind": kind})
    elif kind != "work":
        desk.days.mark(day, DayKind(kind))
    if points:
        with desk.journal.write("effort") as db:
            db.table("activity").insert(
                {
                    **desk.recording.stamp(day),
                    "kind_id": desk.activities.kind("networking").id,
                    "amount": 1,
                    "points_per_unit": points,
                }
            )


def put_all(desk: Desk, log: list[tuple[str, float]]) -> list[float]:
    """Write a log from FIRST on and return momentum after each day, seen from the day after."""
    desk.set_day(FIRST + timedelta(days=len(log)))
    for number, (kind, points) in enumerate(log):
        put(desk, FIRST + timedelta(days=number), kind, points)
    return list(desk.values().values())[:-1]


@pytest.mark.parametrize("case", VECTORS["cases"], ids=lambda case: case["name"])
def test_the_worked_numbers_come_out_of_the_journal(case: dict) -> None:
    half_life = case.get("half_life", VECTORS["half_life"])
    with search(half_life, case.get("start", 0.0)) as desk:
        values = put_all(desk, [(kind, points) for kind, points in case["days"]])
        assert values == pytest.approx(
            case.get("momentum", [*values[:-1], case.get("last")]), abs=VECTORS["tolerance"]
        )
        assert desk.values() == desk.fresh_values()


class TestARejection:
    @FEW
    @given(LOGS, st.data())
    def test_never_lowers_momentum_and_is_no_input_bit_for_bit(
        self, log: list[tuple[str, int]], data: st.DataObject
    ) -> None:
        with search() as desk:
            put_all(desk, log)
            before = desk.values()
            shown = desk.momentum.standing().momentum
            for number in range(data.draw(st.integers(1, 4))):
                day = FIRST + timedelta(days=data.draw(st.integers(0, len(log))))
                mood = data.draw(st.sampled_from([None, 1, 5]))
                desk.rejections.note(RejectionForm(f"Employer {number}", day=day, mood=mood))
            after = desk.values()
            assert {day: after[day] for day in before} == before
            assert not any(value for day, value in after.items() if day not in before)
            assert after == desk.fresh_values()
            assert desk.momentum.standing().momentum in (shown, [*after.values()][-1])

    @FEW
    @given(LOGS, st.lists(st.tuples(st.integers(0, 12), st.integers(1, 5)), max_size=5))
    def test_neither_are_moods(
        self, log: list[tuple[str, int]], moods: list[tuple[int, int]]
    ) -> None:
        with search() as desk:
            put_all(desk, log)
            before = desk.values()
            for number, mood in moods:
                desk.check_ins.log(mood=mood, day=FIRST + timedelta(days=min(number, len(log))))
            after = desk.values()
            assert {day: after[day] for day in before} == before
            assert not any(value for day, value in after.items() if day not in before)

    def test_handling_it_counts_as_effort(self) -> None:
        with search() as desk:
            put_all(desk, [("work", 10)] * 8)
            noted = desk.rejections.note(RejectionForm("Acme"))
            day = desk.recording.today()
            desk.set_day(day + timedelta(days=1))
            alone = desk.values()[day]
            for kind in ("lesson", "feedback", "networking"):
                desk.activities.log(kind, day=day)
                assert desk.values()[day] > alone
                alone = desk.values()[day]
            desk.rejections.delete(noted)
            assert desk.values()[day] == alone


class TestTheFold:
    @FEW
    @given(LOGS, st.data())
    def test_more_effort_never_lowers_a_later_value(
        self, log: list[tuple[str, int]], data: st.DataObject
    ) -> None:
        with search() as desk:
            put_all(desk, log)
            before = desk.values()
            day = FIRST + timedelta(days=data.draw(st.integers(0, len(log) - 1)))
            desk.activities.log("interview", day=day)
            after = desk.values()
            assert all(after[day] >= value for day, value in before.items())
            assert all(0 <= value <= 100 for value in after.values())
            desk.upkeep.undo()
            assert desk.values() == before

    @FEW
    @given(LOGS, st.data())
    def test_a_range_changes_no_value(
        self, log: list[tuple[str, int]], data: st.DataObject
    ) -> None:
        with search() as desk:
            put_all(desk, log)
            whole = desk.values()
            first, last = sorted(
                FIRST + timedelta(days=data.draw(st.integers(-5, len(log) + 5))) for _ in range(2)
            )
            part = desk.momentum.timeline(first, last)
            assert {facts.day: facts.momentum for facts in part.days} == {
                day: value for day, value in whole.items() if first <= day <= last
            }

    def test_rest_and_undecided_days_change_no_other_value(self) -> None:
        log = [("work", 10.0), ("work", 4.0), ("work", 0.0), ("work", 7.0)]
        with search() as desk:
            plain = put_all(desk, log)
        for kind in ("rest", "sick", "holiday", "undecided"):
            with search() as desk:
                spread = put_all(desk, [*log[:2], (kind, 0.0), (kind, 0.0), *log[2:]])
                assert spread[:2] + spread[4:] == plain
                assert spread[2:4] == [plain[1]] * 2

    def test_an_empty_working_day_costs_one_part_and_half_a_life_halves(self) -> None:
        with search(estimate=80.0) as desk:
            values = put_all(desk, [("work", 0)] * 7)
            assert values[-1] == pytest.approx(40.0)
            q = 2 ** (-1 / 7)
            for before, after in zip([80.0, *values], values, strict=False):
                assert before - after <= (1 - q) * before + 1e-9

    def test_a_full_day_is_full_however_much_is_done(self) -> None:
        with search() as desk:
            full = put_all(desk, [("work", 10)])
        with search() as desk:
            assert put_all(desk, [("work", 500)]) == full

    def test_another_half_life_folds_all_history_anew(self) -> None:
        with search() as desk:
            log = [("work", 10.0), ("work", 0.0), ("work", 10.0)]
            before = put_all(desk, log)
            desk.settings.set("half_life", "20", today=desk.recording.today())
            after = list(desk.values().values())[:-1]
            assert after != before
            assert desk.values() == desk.fresh_values()
        with search(20) as desk:
            assert put_all(desk, log) == after


class TestToday:
    def test_is_the_larger_of_yesterday_and_today_so_far(self) -> None:
        with search() as desk:
            yesterday = put_all(desk, [("work", 10)] * 5)[-1]
            today = desk.recording.today()
            assert desk.values()[today] == yesterday
            desk.activities.log("follow_up")
            assert desk.values()[today] == yesterday  # one point is less than nothing lost
            put(desk, today, "work", 20)
            rising = desk.values()[today]
            assert rising > yesterday
            assert desk.momentum.standing().momentum == rising

    def test_counts_fully_once_it_is_over(self) -> None:
        with search() as desk:
            yesterday = put_all(desk, [("work", 10)] * 5)[-1]
            today = desk.recording.today()
            assert desk.momentum.day(today).provisional
            desk.set_day(today + timedelta(days=1))
            assert desk.values()[today] == pytest.approx(yesterday * 2 ** (-1 / 7))
            assert not desk.momentum.day(today).provisional


class TestTheWord:
    def test_there_is_a_number_from_the_third_logged_day(self) -> None:
        with search() as desk:
            desk.set_day(FIRST)
            for number in range(3):
                standing = desk.momentum.standing()
                assert (standing.momentum, standing.word, standing.logged_days) == (
                    None, "", number,
                )  # fmt: skip
                desk.set_day(FIRST + timedelta(days=2 * number))
                desk.activities.log("networking")
            standing = desk.momentum.standing()
            assert (standing.word, standing.logged_days) == ("starting", 3)
            assert standing.momentum is not None
            shown = [facts.day for facts in desk.momentum.timeline().days if facts.line]
            assert shown == [FIRST + timedelta(days=4)]

    def test_a_later_search_shows_its_number_from_its_own_third_logged_day(self) -> None:
        with search() as desk:
            desk.set_day(FIRST)
            for number in range(5):
                desk.set_day(FIRST + timedelta(days=number))
                desk.activities.log("networking")
            with desk.journal.write("The search ends") as db:
                ended = {"ended_day": desk.recording.today().isoformat(), "ending": "stopped"}
                db.table("search").update(1, ended)
            later = FIRST + timedelta(days=70)
            for number in range(3):
                desk.set_day(later + timedelta(days=number))
                assert desk.momentum.standing().momentum is None
                desk.activities.log("networking")
            assert desk.momentum.standing().momentum is not None
            shown = [facts.day for facts in desk.momentum.timeline().days if facts.line]
            assert shown == [
                *(FIRST + timedelta(days=number) for number in (2, 3, 4)),
                later + timedelta(days=2),
            ]

    def test_starting_lasts_ten_working_days(self) -> None:
        with search() as desk:
            words = []
            for number in range(12):
                desk.set_day(FIRST + timedelta(days=number))
                put(desk, desk.recording.today(), "work", 10)
                words.append(desk.momentum.standing().word)
            assert words == ["", "", *["starting"] * 8, "building", "building"]

    def test_it_is_easing_when_effort_stops_and_resting_on_rest_days(self) -> None:
        with search() as desk:
            put_all(desk, [("work", 10)] * 14 + [("work", 0)] * 4)
            assert desk.momentum.standing().word == "easing"
            today = desk.recording.today()
            for number in range(3):
                desk.set_day(today + timedelta(days=number))
                desk.days.mark(None, DayKind.REST)
            assert desk.momentum.standing().word == "resting"

    def test_an_absence_makes_nobody_resting(self) -> None:
        with search() as desk:
            put_all(desk, [("work", 10)] * 14)
            desk.set_day(FIRST + timedelta(days=19))
            assert len(desk.days.mark_absence()) == 5
            assert desk.momentum.standing().word == "building"


class TestSearches:
    def test_a_later_search_starts_afresh(self, own_journal: Desk) -> None:
        put(own_journal, date(2026, 1, 5), "work", 10)
        with own_journal.journal.write("two searches") as db:
            for first, last in (("2026-01-05", "2026-01-30"), ("2026-11-16", None)):
                db.table("search").insert(
                    {
                        **own_journal.recording.stamp(date.fromisoformat(first)),
                        "ended_day": last,
                        "ending": "accepted" if last else None,
                    }
                )
        put(own_journal, MONDAY, "work", 10)
        facts = own_journal.momentum.timeline().days
        days = [one.day for one in facts]
        assert days[25] == date(2026, 1, 30)
        assert days[26] == MONDAY
        assert [one.day for one in facts if one.first_of_search] == [date(2026, 1, 5), MONDAY]
        full = 100 * (1 - 2 ** (-1 / 7))
        assert facts[0].momentum == facts[26].momentum == pytest.approx(full)
        assert own_journal.momentum.day(date(2026, 5, 5)) is None
        assert own_journal.momentum.bounds() == (date(2026, 1, 5), TODAY)

    def test_an_earlier_entry_lets_the_search_reach_back(self, own_journal: Desk) -> None:
        own_journal.activities.log("interview")
        own_journal.activities.log("networking", day=MONDAY)
        assert own_journal.rows("SELECT day FROM search") == [(MONDAY.isoformat(),)]
        assert own_journal.momentum.bounds() == (MONDAY, TODAY)
        assert own_journal.values() == own_journal.fresh_values()

    def test_an_empty_journal_has_no_days(self, own_journal: Desk) -> None:
        assert own_journal.momentum.timeline().days == ()
        assert own_journal.momentum.bounds() is None
        assert own_journal.momentum.day(TODAY) is None
        assert own_journal.momentum.standing().momentum is None
        assert account(own_journal.momentum, TODAY) == []

    def test_an_entry_after_midnight_for_the_new_date_is_seen_at_once(
        self, own_journal: Desk
    ) -> None:
        own_journal.activities.log("networking")
        assert list(own_journal.values()) == [TODAY]
        own_journal.set_day(TODAY + timedelta(days=1), hour=1)
        assert own_journal.recording.today() == TODAY
        own_journal.activities.log("interview", day=TODAY + timedelta(days=1))
        assert list(own_journal.values()) == [TODAY, TODAY + timedelta(days=1)]
        assert own_journal.values() == own_journal.fresh_values()
        own_journal.upkeep.undo()
        assert list(own_journal.values()) == [TODAY]


class TestWhyThisNumber:
    def test_every_day_has_its_reason(self) -> None:
        with search() as desk:
            put_all(desk, [("work", 10)] * 12 + [("rest", 0), ("rest", 4), ("work", 3)])
            put(desk, desk.recording.today(), "undecided", 0)
            desk.set_day(desk.recording.today() + timedelta(days=2))
            lines = account(desk.momentum, desk.recording.today())
            words = [line.sentence for line in lines]
            assert words[:6] == [
                "0 of 10 points so far; today is not over.",
                "Nothing logged; counts as an empty working day.",
                "Undecided: counts like a rest day until you say.",
                "Your 3 points saved 2.8 of the 6.6 that an empty day takes.",
                "Rest day: leaves it unchanged.",
                "Rest day: leaves it unchanged.",
            ]
            assert words[6] == "A full day: 10 of 10 points."
            assert len(lines) == 14
            for newer, older in itertools.pairwise(lines):
                assert newer.before == older.after

    @pytest.mark.parametrize(
        ("estimate", "points", "said"),
        [
            # 64 to 61, in methods.md's words
            (64, 3, "Your 3 points saved 3 of the 6 that an empty day takes."),
            (69.5, 3, "Your 3 points saved 2.8 of the 6.6 that an empty day takes."),
            (64, 1, "Your 1 point saved 1 of the 6 that an empty day takes."),
            (60, 1, "Your 1 point saved 0.9 of the 5.7 that an empty day takes."),
            (64, 0.5, "Your 0.5 points saved 0.5 of the 6.0 that an empty day takes."),
            (64, 0.01, "Your 0.01 points saved less than 0.1 of the 6.0 that an empty day takes."),
            (30, 3, "3 of 10 points."),  # 30.0 to 30.0
            (30, 4, "4 of 10 points."),
        ],
    )
    def test_a_small_effort_says_what_it_saved(
        self, estimate: float, points: float, said: str
    ) -> None:
        with search(estimate=estimate) as desk:
            put_all(desk, [("work", points)])
            line = account(desk.momentum, FIRST)[0]
            assert line.sentence == f"Starts at {estimate:g}, your estimate. {said}"

    @FEW
    @given(st.floats(1, 100), st.floats(0.1, 9.9), st.sampled_from([5, 7, 20]))
    def test_what_was_saved_is_never_nothing_and_less_than_an_empty_day_takes(
        self, estimate: float, points: float, half_life: int
    ) -> None:
        with search(half_life, estimate) as desk:
            put_all(desk, [("work", points)])
            line = account(desk.momentum, FIRST)[0]
            assert " 0.0" not in line.sentence
            assert "saved 0 " not in line.sentence
            if "saved" not in line.sentence:
                assert line.after > line.before - 0.11
                return
            assert line.after < line.before
            figures = re.search(r"saved (.+) of the (.+) that", line.sentence)
            assert figures is not None
            saved, empty = (float(text.removeprefix("less than ")) for text in figures.groups())
            assert saved < empty or line.sentence.count("0.1") == 2
            assert abs(empty - saved - (line.before - line.after)) < 0.5

    def test_it_ends_with_the_first_day_of_the_search(self) -> None:
        with search() as desk:
            put_all(desk, [("work", 10)] * 4)
            ended = FIRST + timedelta(days=4)
            with desk.journal.write("The search ends") as db:
                values = {"ended_day": ended.isoformat(), "ending": "accepted"}
                db.table("search").update(1, values)
            begun = ended + timedelta(days=1)
            for number in range(3):
                desk.set_day(begun + timedelta(days=number))
                desk.activities.log("networking")
            lines = account(desk.momentum, desk.recording.today())
            assert [line.day for line in lines] == [
                begun + timedelta(days=number) for number in (2, 1, 0)
            ]
            assert lines[-1].before == 0.0
            assert [line.day for line in account(desk.momentum, ended)][-1] == FIRST

    @pytest.mark.parametrize(
        "begun",
        [
            date(2026, 3, 4),  # a Wednesday
            date(2024, 2, 29),
            date(2024, 2, 27),
            date(2023, 2, 27),  # no leap year
            date(2025, 12, 29),  # over the year's turn, and a week of both years
            date(2026, 12, 30),  # in week 53
        ],
        ids=str,
    )
    def test_account_chart_and_days_agree_wherever_a_search_begins(
        self, own_journal: Desk, begun: date
    ) -> None:
        desk = own_journal
        for number in range(12):
            desk.set_day(begun + timedelta(days=number))
            if number not in (4, 7):
                desk.activities.log("interview", amount=1 + number % 3)
        today = desk.recording.today()
        everything = desk.momentum.timeline()
        assert [facts.day for facts in everything.days] == [
            begun + timedelta(days=number) for number in range(12)
        ]
        told = {line.day: line.after for line in account(desk.momentum, today)}
        assert told == {facts.day: facts.momentum for facts in everything.days}
        drawn = {one.last: one.momentum for one in day_periods(everything)}
        assert drawn == {
            facts.day: facts.momentum if number >= 2 else None
            for number, facts in enumerate(everything.days)
        }
        span = (begun - timedelta(days=200), today)  # so long that weeks are drawn
        weekly = {one.last: one.momentum for one in periods(everything, span)}
        for last, momentum in weekly.items():
            assert momentum == drawn[last]
        assert last == today
        assert desk.momentum.standing().momentum == told[today]
        assert desk.values() == desk.fresh_values()

    def test_the_first_day_begins_at_the_estimate(self) -> None:
        with search(estimate=40.0) as desk:
            desk.set_day(FIRST)
            assert [line.before for line in account(desk.momentum, FIRST)] == [40.0]

    def test_the_rule_is_said_with_the_persons_half_life(self) -> None:
        assert rules(7).startswith("7 full days take you half-way to 100; 7 empty")
        assert rules(7.5).startswith("7.5 full days")
