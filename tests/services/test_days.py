"""Days stay where they were entered, and an absence is a question."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from desktop_app.domain.days import DayKind
from desktop_app.domain.errors import InvalidInput
from desktop_app.services.rejections import RejectionForm
from tests.journals import MONDAY, TODAY, Desk, Dump

LONDON = ZoneInfo("Europe/London")
KIRITIMATI, HONOLULU = timezone(timedelta(hours=14)), timezone(timedelta(hours=-10))


def entries(desk: Desk) -> Dump:
    return {
        table: desk.rows(f"SELECT id, day, at, recorded_at FROM {table} ORDER BY id")
        for table in ("activity", "check_in", "day_mark", "rejection", "search")
    }


def enter_something(desk: Desk) -> None:
    desk.activities.log("networking")
    desk.check_ins.log(mood=3)
    desk.rejections.note(RejectionForm("Acme"))


class TestNoEntryMovesDay:
    def test_when_the_hour_comes_twice(self, own_journal: Desk) -> None:
        for fold in (0, 1):
            own_journal.set_now(datetime(2026, 10, 25, 1, 30, fold=fold, tzinfo=LONDON))
            enter_something(own_journal)
        own_journal.set_now(datetime(2026, 10, 25, 4, 0, tzinfo=LONDON))
        enter_something(own_journal)
        days = [row[0] for row in own_journal.rows("SELECT day FROM activity ORDER BY id")]
        assert days == ["2026-10-24", "2026-10-24", "2026-10-25"]
        assert [row[0] for row in own_journal.rows("SELECT at FROM activity ORDER BY id")] == [
            "2026-10-25T01:30:00+01:00",
            "2026-10-25T01:30:00+00:00",
            "2026-10-25T04:00:00+00:00",
        ]

    def test_from_kiritimati_to_honolulu(self, own_journal: Desk) -> None:
        own_journal.set_now(datetime(2026, 11, 19, 9, 0, tzinfo=KIRITIMATI))
        enter_something(own_journal)
        before, momentum = entries(own_journal), own_journal.values()
        # The same hour in Honolulu is the day before.
        own_journal.set_now(datetime(2026, 11, 18, 12, 0, tzinfo=HONOLULU))
        assert own_journal.recording.today() == date(2026, 11, 18)
        own_journal.reopen()
        assert entries(own_journal) == before
        assert own_journal.values()[date(2026, 11, 19)] == momentum[date(2026, 11, 19)]
        enter_something(own_journal)
        assert [row[0] for row in own_journal.rows("SELECT day FROM activity ORDER BY id")] == [
            "2026-11-19", "2026-11-18",
        ]  # fmt: skip
        assert own_journal.values() == own_journal.fresh_values()

    def test_when_the_clock_goes_back_a_day(self, own_journal: Desk) -> None:
        enter_something(own_journal)
        before = entries(own_journal)
        own_journal.set_day(TODAY - timedelta(days=1))
        own_journal.reopen()
        assert entries(own_journal) == before
        own_journal.activities.add_one("networking", TODAY - timedelta(days=1))
        own_journal.days.mark_absence()
        own_journal.set_day(TODAY)
        assert [one.kind for one in own_journal.activities.of_day(TODAY)] == ["networking"]
        assert own_journal.values() == own_journal.fresh_values()

    def test_when_the_day_starts_at_another_hour(self, own_journal: Desk) -> None:
        own_journal.set_day(TODAY, hour=2)
        enter_something(own_journal)
        before = entries(own_journal)
        own_journal.settings.set("day_start_hour", "0", today=TODAY)
        assert own_journal.recording.today() == TODAY
        assert entries(own_journal) == before

    def test_on_29_february(self, own_journal: Desk) -> None:
        own_journal.set_now(datetime(2028, 3, 1, 2, 0, tzinfo=LONDON))
        enter_something(own_journal)
        assert own_journal.check_ins.latest(date(2028, 2, 29)) is not None
        own_journal.set_now(datetime(2028, 3, 2, 9, 0, tzinfo=LONDON))
        assert list(own_journal.values()) == [
            date(2028, 2, 29), date(2028, 3, 1), date(2028, 3, 2),
        ]  # fmt: skip


@pytest.mark.parametrize("day", [TODAY + timedelta(days=1), date(2199, 12, 31)])
def test_what_was_done_can_not_lie_in_the_future(own_journal: Desk, day: date) -> None:
    before = own_journal.dump()
    for attempt in (
        lambda: own_journal.activities.log("networking", day=day),
        lambda: own_journal.activities.add_one("networking", day),
        lambda: own_journal.check_ins.log(mood=3, day=day),
        lambda: own_journal.check_ins.set_note(day, "text"),
        lambda: own_journal.check_ins.set_mood(day, 3),
        lambda: own_journal.days.mark(day, DayKind.REST),
        lambda: own_journal.rejections.note(RejectionForm("Acme", day=day)),
    ):
        with pytest.raises(InvalidInput, match="can't lie in the future"):
            attempt()
    assert own_journal.dump() == before


def test_after_midnight_the_date_of_the_calendar_is_taken_too(own_journal: Desk) -> None:
    own_journal.set_day(TODAY + timedelta(days=1), hour=1)
    assert own_journal.recording.done_on(TODAY + timedelta(days=1)) == TODAY + timedelta(days=1)
    assert own_journal.recording.done_on(None) == TODAY
    with pytest.raises(InvalidInput):
        own_journal.recording.done_on(TODAY + timedelta(days=2))


def test_a_day_outside_the_centuries_is_refused(own_journal: Desk) -> None:
    with pytest.raises(InvalidInput, match="outside 1970 to 2199"):
        own_journal.activities.log("networking", day=date(1, 1, 1))


def test_a_backdated_entry_has_its_day_and_no_hour(own_journal: Desk) -> None:
    own_journal.activities.log("networking", day=MONDAY)
    assert own_journal.rows("SELECT day, at, recorded_at FROM activity") == [
        (MONDAY.isoformat(), None, "2026-11-19T18:00:00+01:00")
    ]


class TestMarks:
    def test_a_day_has_one_mark_at_the_most(self, own_journal: Desk) -> None:
        for kind in (DayKind.REST, DayKind.SICK, DayKind.REST):
            assert own_journal.days.mark(None, kind) == TODAY
        assert own_journal.rows("SELECT day, kind FROM day_mark") == [(TODAY.isoformat(), "rest")]
        own_journal.days.mark(TODAY, None)
        assert own_journal.days.mark_of(TODAY) is None

    def test_a_marked_working_day_on_a_free_weekday_is_one(self, own_journal: Desk) -> None:
        sunday = MONDAY - timedelta(days=1)
        own_journal.activities.log("networking", day=sunday - timedelta(days=1))
        assert own_journal.days.is_free_weekday(sunday)
        assert own_journal.momentum.day(sunday).kind is DayKind.FREE
        own_journal.days.mark(sunday, DayKind.WORK)
        assert own_journal.momentum.day(sunday).kind is DayKind.WORK


class TestAnAbsence:
    """TODAY is Thursday; the last record lies some days back."""

    def last_record(self, desk: Desk, day: date) -> None:
        desk.activities.log("networking", day=day)

    def undecided(self, desk: Desk) -> list[str]:
        return [
            row[0]
            for row in desk.rows("SELECT day FROM day_mark WHERE kind = 'undecided' ORDER BY day")
        ]

    def test_of_three_working_days_is_undecided(self, own_journal: Desk) -> None:
        friday = MONDAY - timedelta(days=3)
        self.last_record(own_journal, friday)
        marked = own_journal.days.mark_absence()
        # Saturday and Sunday are free, and today is not over.
        assert marked == [MONDAY, MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)]
        assert own_journal.momentum.day(MONDAY).kind is DayKind.UNDECIDED
        assert own_journal.momentum.day(MONDAY).momentum == own_journal.values()[friday]
        assert not own_journal.momentum.day(MONDAY).logged
        assert own_journal.values() == own_journal.fresh_values()

    def test_of_two_is_two_empty_working_days(self, own_journal: Desk) -> None:
        self.last_record(own_journal, MONDAY)
        assert own_journal.days.mark_absence() == []
        assert own_journal.momentum.day(TODAY - timedelta(days=1)).kind is DayKind.WORK

    def test_is_no_step_of_undo_but_is_told(self, own_journal: Desk) -> None:
        self.last_record(own_journal, MONDAY - timedelta(days=3))
        own_journal.days.mark_absence()
        assert MONDAY in own_journal.changes[-1].days
        assert own_journal.upkeep.undo() == "Networking message added"
        assert len(self.undecided(own_journal)) == 3

    def test_is_marked_once(self, own_journal: Desk) -> None:
        self.last_record(own_journal, MONDAY - timedelta(days=3))
        own_journal.days.mark_absence()
        before = own_journal.dump()
        assert own_journal.days.mark_absence() == []
        assert own_journal.dump() == before

    def test_goes_on_while_nothing_is_recorded(self, own_journal: Desk) -> None:
        self.last_record(own_journal, MONDAY - timedelta(days=3))
        own_journal.days.mark_absence()
        own_journal.set_day(TODAY + timedelta(days=1))
        assert own_journal.days.mark_absence() == [TODAY]

    def test_ends_with_a_record(self, own_journal: Desk) -> None:
        self.last_record(own_journal, MONDAY - timedelta(days=3))
        own_journal.days.mark_absence()
        own_journal.check_ins.log(mood=3)
        own_journal.set_day(TODAY + timedelta(days=4))  # Friday alone lies between
        assert own_journal.days.mark_absence() == []
        assert own_journal.momentum.day(TODAY + timedelta(days=1)).kind is DayKind.WORK

    def test_stays_undecided_whatever_is_noted_on_it_until_the_person_says(
        self, own_journal: Desk
    ) -> None:
        self.last_record(own_journal, MONDAY - timedelta(days=3))
        own_journal.days.mark_absence()
        before = own_journal.momentum.standing().momentum
        own_journal.rejections.note(RejectionForm("Acme", day=MONDAY))
        own_journal.check_ins.set_mood(MONDAY + timedelta(days=1), 3)
        own_journal.activities.log("follow_up", day=MONDAY + timedelta(days=1))
        kinds = [own_journal.momentum.day(MONDAY + timedelta(days=n)).kind for n in range(3)]
        assert kinds == [DayKind.UNDECIDED] * 3
        after = own_journal.momentum.standing().momentum
        assert before is None or (after is not None and after >= before)
        own_journal.days.mark(MONDAY + timedelta(days=2), DayKind.REST)
        assert own_journal.momentum.day(MONDAY + timedelta(days=2)).kind is DayKind.REST
        assert own_journal.values() == own_journal.fresh_values()

    def test_a_rejection_during_it_makes_no_day_an_empty_one(self, own_journal: Desk) -> None:
        self.last_record(own_journal, MONDAY - timedelta(days=3))
        own_journal.rejections.note(RejectionForm("Acme", day=MONDAY + timedelta(days=1)))
        marked = own_journal.days.mark_absence()
        assert {MONDAY, MONDAY + timedelta(days=1)} <= set(marked)

    def test_is_marked_also_when_today_was_logged_first(self, own_journal: Desk) -> None:
        self.last_record(own_journal, MONDAY - timedelta(days=3))
        own_journal.check_ins.log(mood=4)
        assert MONDAY in own_journal.days.mark_absence()

    def test_after_the_end_of_a_search_is_none(self, own_journal: Desk) -> None:
        self.last_record(own_journal, MONDAY - timedelta(days=30))
        with own_journal.journal.write("an offer") as db:
            db.table("search").update(1, {"ended_day": "2026-10-20", "ending": "accepted"})
        assert own_journal.days.mark_absence() == []
        assert self.undecided(own_journal) == []

    def test_leaves_a_pause_of_the_search_alone(self, own_journal: Desk) -> None:
        self.last_record(own_journal, MONDAY - timedelta(days=10))
        with own_journal.journal.write("a pause") as db:
            db.table("search_pause").insert(
                {
                    **own_journal.recording.stamp(MONDAY - timedelta(days=9)),
                    "search_id": 1,
                    "until_day": MONDAY.isoformat(),
                }
            )
        assert own_journal.days.mark_absence() == []  # two working days since the pause
        assert own_journal.momentum.day(MONDAY).kind is DayKind.PAUSE

    def test_in_an_empty_journal_is_none(self, own_journal: Desk) -> None:
        assert own_journal.days.mark_absence() == []
        assert own_journal.changes == []
