"""After an absence: a question, whose answers lower momentum only where they say so."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.domain.days import DayKind
from desktop_app.domain.errors import InvalidInput
from desktop_app.services.account import account
from desktop_app.services.rejections import RejectionForm
from tests.journals import MONDAY, TODAY, Desk
from tests.services.test_momentum import FIRST, put, put_all, search

FEW = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
FRIDAY = MONDAY - timedelta(days=3)
TUESDAY, WEDNESDAY = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)


@pytest.fixture
def away(own_journal: Desk) -> Desk:
    """TODAY is Thursday; the last record is Friday's, after a week of full days."""
    desk = own_journal
    for number in range(9, 2, -1):
        desk.set_day(MONDAY - timedelta(days=number))
        desk.activities.log("interview", amount=2)
    desk.set_day(TODAY)
    assert desk.days.mark_absence() == [MONDAY, TUESDAY, WEDNESDAY]
    return desk


def kind(desk: Desk, day: date) -> DayKind:
    facts = desk.momentum.day(day)
    assert facts is not None
    return facts.kind


def now(desk: Desk) -> float:
    value = desk.momentum.standing().momentum
    assert value is not None
    return value


class TestTheQuestion:
    def test_names_the_days(self, away: Desk) -> None:
        absence = away.absences.latest()
        assert absence is not None
        assert absence.days == (MONDAY, TUESDAY, WEDNESDAY)
        assert (absence.first, absence.last) == (MONDAY, WEDNESDAY)

    def test_free_days_lie_within_and_a_working_day_parts(self, own_journal: Desk) -> None:
        desk = own_journal
        monday = MONDAY - timedelta(days=21)
        desk.set_day(monday)
        desk.activities.log("networking")
        desk.set_day(monday + timedelta(days=9))  # Wednesday after next
        assert len(desk.days.mark_absence()) == 6
        desk.activities.log("networking")
        desk.set_day(monday + timedelta(days=15))
        assert len(desk.days.mark_absence()) == 3
        newer, older = desk.absences.all()
        assert newer.days == tuple(monday + timedelta(days=n) for n in (10, 11, 14))
        assert older.first == monday + timedelta(days=1)
        assert older.last == monday + timedelta(days=8)
        assert len(older.days) == 6  # a weekend lies between

    def test_there_is_none_without_undecided_days_or_after_the_end(self, away: Desk) -> None:
        from desktop_app.domain.searches import Ending

        away.searches.end(Ending.STOPPED)
        assert away.absences.all() == []
        away.upkeep.undo()
        away.absences.rested((MONDAY, TUESDAY, WEDNESDAY))
        assert away.absences.latest() is None

    def test_an_empty_journal_has_none(self, own_journal: Desk) -> None:
        assert own_journal.absences.all() == []


class TestRested:
    def test_is_one_step_and_changes_no_number(self, away: Desk) -> None:
        before, values = away.dump(), away.values()
        away.absences.rested((MONDAY, TUESDAY, WEDNESDAY))
        assert [kind(away, day) for day in (MONDAY, TUESDAY, WEDNESDAY)] == [DayKind.REST] * 3
        assert away.values() == values
        assert away.upkeep.undo() == "3 rest days"
        assert away.dump() == before
        assert away.values() == away.fresh_values()


class TestLeftEmpty:
    def test_lowers_momentum_by_what_was_said_beforehand(self, away: Desk) -> None:
        absence = away.absences.latest()
        assert absence is not None
        said = away.absences.if_left_empty(absence)
        assert said is not None
        assert said[0] == now(away)
        away.absences.left_empty(absence.days)
        assert now(away) == pytest.approx(said[1])
        assert now(away) < said[0]
        assert away.values() == away.fresh_values()
        assert away.upkeep.undo() == "3 days left empty"
        assert now(away) == said[0]

    def test_is_not_asked_again(self, away: Desk) -> None:
        away.absences.left_empty((MONDAY, TUESDAY, WEDNESDAY))
        assert away.days.mark_absence() == []
        assert away.absences.latest() is None

    def test_says_no_figure_while_there_is_none(self, own_journal: Desk) -> None:
        own_journal.set_day(MONDAY - timedelta(days=3))
        own_journal.activities.log("networking")
        own_journal.set_day(TODAY)
        own_journal.days.mark_absence()
        absence = own_journal.absences.latest()
        assert absence is not None
        assert own_journal.absences.if_left_empty(absence) is None


class TestAWindowThatStaysOpen:
    def test_undo_goes_on_after_an_absence_was_marked(self, own_journal: Desk) -> None:
        desk = own_journal
        desk.set_day(MONDAY - timedelta(days=3))
        desk.activities.log("networking")
        desk.days.mark(MONDAY - timedelta(days=3), DayKind.SICK)
        desk.days.mark(MONDAY - timedelta(days=3), None)
        desk.activities.log("interview")
        before = desk.dump()
        desk.set_day(TODAY)
        assert desk.days.mark_absence() == [MONDAY, TUESDAY, WEDNESDAY]
        desk.activities.log("follow_up")
        assert desk.upkeep.undo() == "Follow-up added"
        assert desk.upkeep.undo() == "Interview added"
        assert desk.upkeep.undo() is None  # the mark's place was taken by the absence
        assert desk.upkeep.redo() == "Interview added"
        assert desk.dump()["activity"] == before["activity"]


class TestFilledIn:
    def test_a_day_with_effort_becomes_a_working_day(self, away: Desk) -> None:
        away.activities.log("interview", amount=2, day=MONDAY)
        away.check_ins.set_mood(TUESDAY, 3)
        assert away.absences.filled(MONDAY)
        assert not away.absences.filled(TUESDAY)  # a mood alone is no effort
        assert not away.absences.filled(WEDNESDAY)
        assert [kind(away, day) for day in (MONDAY, TUESDAY, WEDNESDAY)] == [
            DayKind.WORK, DayKind.UNDECIDED, DayKind.UNDECIDED,
        ]  # fmt: skip
        assert away.upkeep.undo() == "Working day"
        assert kind(away, MONDAY) is DayKind.UNDECIDED

    def test_a_decided_day_stays_as_it_is(self, away: Desk) -> None:
        away.activities.log("interview", day=MONDAY)
        away.days.mark(MONDAY, DayKind.HOLIDAY)
        assert not away.absences.filled(MONDAY)
        assert kind(away, MONDAY) is DayKind.HOLIDAY


class TestMarksOnUndecidedDays:
    @pytest.mark.parametrize("rest", [DayKind.REST, DayKind.SICK, DayKind.HOLIDAY])
    def test_a_mark_that_is_taken_away_leaves_the_day_undecided(
        self, away: Desk, rest: DayKind
    ) -> None:
        before = away.values()
        away.days.mark(MONDAY, rest)
        away.days.mark(MONDAY, DayKind.SICK)
        away.days.mark(MONDAY, None)
        assert kind(away, MONDAY) is DayKind.UNDECIDED
        away.days.mark(MONDAY, None)
        assert kind(away, MONDAY) is DayKind.UNDECIDED
        assert away.values() == before
        away.reopen()
        assert away.days.bare_kind(MONDAY) is DayKind.UNDECIDED

    def test_one_that_was_left_empty_stays_a_working_day(self, away: Desk) -> None:
        away.absences.left_empty((MONDAY,))
        away.days.mark(MONDAY, DayKind.REST)
        away.days.mark(MONDAY, None)
        assert kind(away, MONDAY) is DayKind.WORK

    def test_undo_goes_back_all_the_way(self, away: Desk) -> None:
        before = away.dump()
        away.days.mark(MONDAY, DayKind.REST)
        away.days.mark(MONDAY, None)
        away.absences.left_empty((MONDAY, TUESDAY))
        for _step in range(3):
            away.upkeep.undo()
        assert away.dump() == before


class TestBareKind:
    def test_is_what_the_day_is_without_a_mark(self, away: Desk) -> None:
        away.days.mark(MONDAY - timedelta(days=1), DayKind.WORK)
        away.days.mark(FRIDAY, DayKind.SICK)
        assert away.days.bare_kind(MONDAY) is DayKind.UNDECIDED
        assert away.days.bare_kind(MONDAY - timedelta(days=1)) is DayKind.FREE
        assert away.days.bare_kind(FRIDAY) is DayKind.WORK
        away.searches.pause(until=TODAY + timedelta(days=3))
        assert away.days.bare_kind(TODAY) is DayKind.PAUSE


class TestSeveralDays:
    def test_are_marked_in_one_step(self, away: Desk) -> None:
        before = away.dump()
        saturday = MONDAY - timedelta(days=2)
        marked = away.days.mark_span(saturday, TODAY, DayKind.HOLIDAY)
        assert len(marked) == 6
        assert {kind(away, day) for day in marked} == {DayKind.HOLIDAY}
        assert away.upkeep.undo() == "Holiday: 6 days"
        assert away.dump() == before

    @pytest.mark.parametrize(
        ("first", "last", "kind", "sentence"),
        [
            (TODAY, MONDAY, DayKind.HOLIDAY, "2026-11-16 comes before 2026-11-19"),
            (MONDAY, TODAY + timedelta(days=1), DayKind.SICK, "lies ahead"),
            (date(2016, 11, 16), TODAY, DayKind.SICK, "up to 366 fit"),
            (date(1, 1, 1), TODAY, DayKind.SICK, "outside 1970 to 2199"),
            (MONDAY, TODAY, DayKind.WORK, "rest days, sick days or a holiday"),
        ],
    )
    def test_that_can_not_be_are_a_sentence(
        self, away: Desk, first: date, last: date, kind: DayKind, sentence: str
    ) -> None:
        before = away.dump()
        with pytest.raises(InvalidInput, match=sentence):
            away.days.mark_span(first, last, kind)
        assert away.dump() == before


# What a person may do on an undecided day without saying that it was an empty working day.
KINDS = st.sampled_from([DayKind.REST, DayKind.SICK, DayKind.HOLIDAY, None])
DEEDS = st.lists(
    st.tuples(
        st.sampled_from(["mark", "mood", "no", "effort", "rested", "again", "span"]),
        st.integers(0, 20),
        KINDS,
    ),
    max_size=14,
)
LOGS = st.lists(
    st.tuples(st.sampled_from(["work", "work", "undecided"]), st.integers(0, 12)),
    min_size=4,
    max_size=14,
)


class TestNothingLowersMomentumUnsaid:
    @FEW
    @given(LOGS, DEEDS)
    def test_whatever_is_done_on_undecided_days(
        self, log: list[tuple[str, int]], deeds: list[tuple[str, int, DayKind | None]]
    ) -> None:
        with search(estimate=60.0) as desk:
            put_all(desk, [(kind, 0 if kind == "undecided" else points) for kind, points in log])
            undecided = [
                FIRST + timedelta(days=n) for n, (kind, _points) in enumerate(log)
                if kind == "undecided"
            ]  # fmt: skip
            before, shown = desk.values(), desk.momentum.standing().momentum
            for deed, number, mark in deeds:
                if not undecided:
                    break
                self.do(desk, deed, undecided[number % len(undecided)], undecided, mark)
                after = desk.values()
                assert all(after[day] >= value for day, value in before.items())
            assert desk.values() == desk.fresh_values()
            stands = desk.momentum.standing().momentum
            assert shown is None or (stands is not None and stands >= shown)

    @staticmethod
    def do(desk: Desk, deed: str, day: date, undecided: list[date], mark: DayKind | None) -> None:
        if deed == "mark":
            desk.days.mark(day, mark)
        elif deed == "mood":
            desk.check_ins.set_mood(day, 1)
        elif deed == "no":
            desk.rejections.note(RejectionForm(f"Employer {day}", day=day))
        elif deed == "effort":
            desk.activities.log("follow_up", day=day)
        elif deed == "rested":
            desk.absences.rested(undecided)
        elif deed == "again":
            desk.days.mark_absence()
        elif mark is not None:
            desk.days.mark_span(day, undecided[-1] if undecided[-1] > day else day, mark)

    @FEW
    @given(LOGS, st.sets(st.integers(0, 13)))
    def test_and_what_is_said_beforehand_of_leaving_days_empty_is_what_happens(
        self, log: list[tuple[str, int]], some: set[int]
    ) -> None:
        with search(estimate=60.0) as desk:
            put_all(desk, [("work", 10)] * 3 + log)
            for absence in desk.absences.all():
                days = tuple(day for n, day in enumerate(absence.days) if n in some)
                said = desk.momentum.if_worked(days)
                assert said is not None
                desk.absences.left_empty(days)
                assert desk.momentum.standing().momentum == pytest.approx(said[1])
                assert said[1] <= said[0]


class TestWhyThisNumber:
    def test_reads_right_whatever_a_day_was(self) -> None:
        with search() as desk:
            put_all(
                desk,
                [("work", 10)] * 4
                + [("sick", 0), ("holiday", 0), ("undecided", 8), ("undecided", 0), ("work", 0)],
            )
            lines = [line.sentence for line in account(desk.momentum, desk.recording.today())]
            assert lines[1:6] == [
                "Nothing logged; counts as an empty working day.",
                "Undecided: counts like a rest day until you say.",
                "Undecided, with 8 points: they count, nothing is taken.",
                "Holiday: leaves it unchanged.",
                "Sick: leaves it unchanged.",
            ]
            day = FIRST + timedelta(days=7)
            desk.absences.left_empty((day,))
            put(desk, FIRST + timedelta(days=8), "sick", 0)
            lines = [line.sentence for line in account(desk.momentum, desk.recording.today())]
            assert lines[1:3] == [
                "Sick: leaves it unchanged.",
                "No effort logged; a working day.",
            ]
