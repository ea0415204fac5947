"""A stranger's search comes in once and whole, and can be taken back."""

from __future__ import annotations

import threading
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop_app.domain.clock import FixedClock
from desktop_app.domain.history import History, ReadActivity, ReadApplication, ReadStage
from desktop_app.domain.stages import Outcome, Stage
from desktop_app.services.activities import Activities
from desktop_app.services.importing import ImportCancelled, Importing
from desktop_app.services.recording import Recording
from desktop_app.services.settings import Settings
from desktop_app.services.summary import Summary
from desktop_app.storage.backups import backup_folder
from desktop_app.storage.journal import Journal
from desktop_app.transfer.recognise import read_history

if TYPE_CHECKING:
    from collections.abc import Iterator

DATA = Path(__file__).parent.parent / "data"
NOW = datetime(2026, 11, 24, 10, 0, tzinfo=timezone(timedelta(hours=1)))
TODAY = NOW.date()


class Desk:
    """A real journal in a temporary folder with the services that the tests need."""

    def __init__(self, path: Path) -> None:
        self.journal = Journal(path, FixedClock(NOW))
        self.settings = Settings(self.journal, FixedClock(NOW))
        self.recording = Recording(self.journal, self.settings, FixedClock(NOW))
        self.importing = Importing(self.journal, self.recording)

    def rows(self, sql: str) -> list[tuple[object, ...]]:
        return [tuple(row) for row in self.journal.query(sql)]

    def count(self, table: str) -> int:
        return int(self.journal.value(f"SELECT count(*) FROM {table}"))

    def everything(self) -> dict[str, list[tuple[object, ...]]]:
        tables = self.rows(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE '%VIRTUAL%'"
        )
        return {str(name): self.rows(f"SELECT * FROM {name}") for (name,) in tables}

    def searches(self) -> list[tuple[object, ...]]:
        return self.rows("SELECT day, ended_day, ending FROM search ORDER BY day")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path / "journal.upswing")
    yield desk
    desk.journal.close()


@pytest.fixture(scope="module")
def french() -> History:
    return read_history(DATA / "applications_france_2023.csv", today=TODAY)


@pytest.fixture(scope="module")
def american() -> History:
    return read_history(DATA / "applications_usa_2021_2023.csv", today=TODAY)


@pytest.fixture(scope="module")
def loop() -> History:
    return read_history(DATA / "loop_job_search_and_mood_169_days.csv", today=TODAY)


def sent(
    *days: date | None, outcome: Outcome | None = None, answered: date | None = None
) -> History:
    return History(
        "jsa",
        "A test",
        tuple(
            ReadApplication(
                row, f"key {day} {row}", f"Employer {row}", "Clerk", day, (), outcome, answered
            )
            for row, day in enumerate(days, 2)
        ),
    )


def test_the_french_search_comes_in_whole(desk: Desk, french: History) -> None:
    came = desk.importing.apply(french)
    assert (came.applications, came.rejections, came.there) == (447, 137, 0)
    assert (came.first, came.last) == (date(2023, 8, 30), date(2023, 11, 17))
    counts = Summary(desk.journal).counts()
    assert counts["applications"].count == 447
    assert counts["rejections"].count == 137
    assert counts["activities"].count == 437  # ten applications have no day
    assert counts["activities"].first == date(2023, 8, 30)
    assert desk.searches() == [("2023-08-30", "2023-11-09", "accepted")]
    assert desk.rows("PRAGMA foreign_key_check") == []


def test_every_activity_is_linked_to_its_application_on_its_day(
    desk: Desk, french: History
) -> None:
    desk.importing.apply(french)
    assert desk.rows(
        "SELECT count(*), count(DISTINCT application.id), sum(activity.day = application.day),"
        " sum(points_per_unit) FROM activity"
        " JOIN application ON application.id = activity.application_id"
    ) == [(437, 437, 437, 437 * 3.0)]


def test_stages_days_and_words_lie_in_the_journal_as_in_the_file(
    desk: Desk, french: History
) -> None:
    desk.importing.apply(french)
    thales = desk.journal.value(
        "SELECT application.id FROM application JOIN employer ON employer.id = employer_id"
        " WHERE name = 'Thalès' AND application.day IS NULL"
    )
    rows = desk.rows(
        f"SELECT stage, day, substr(at, 1, 16), planned FROM stage_event"
        f" WHERE application_id = {thales} ORDER BY id"
    )
    assert rows == [
        ("screening", "2023-09-05", None, 0),
        ("interview", "2023-09-08", "2023-09-08T15:00", 0),
    ]
    assert desk.rows(
        f"SELECT day, stage, channel FROM rejection WHERE application_id = {thales}"
    ) == [("2023-10-05", "interview", None)]
    assert desk.rows(
        f"SELECT outcome, outcome_day, location FROM application WHERE id = {thales}"
    ) == [("rejected", "2023-10-05", "Roma")]


def test_a_no_after_an_offer_came_after_the_final_round(desk: Desk) -> None:
    day = TODAY - timedelta(days=5)
    offered = ReadApplication(
        2, "k", "A", "B", day, (ReadStage(Stage.OFFER, None),), Outcome.REJECTED
    )
    desk.importing.apply(History("jsa", "A test", (offered,)))
    assert desk.rows("SELECT stage, day FROM rejection") == [("final", None)]


def test_an_interview_that_lies_ahead_is_planned(desk: Desk) -> None:
    ahead = ReadApplication(
        2, "k", "A", "B", TODAY, (ReadStage(Stage.INTERVIEW, TODAY + timedelta(days=3)),)
    )
    desk.importing.apply(History("jsa", "A test", (ahead,)))
    assert desk.rows("SELECT planned FROM stage_event") == [(1,)]
    assert desk.searches() == [(TODAY.isoformat(), None, None)]


def test_old_noes_are_history_and_silence_stays_silence(desk: Desk, american: History) -> None:
    desk.importing.apply(american)
    assert desk.rows("SELECT DISTINCT history FROM rejection") == [(1,)]
    assert desk.rows("SELECT outcome, count(*) FROM application GROUP BY 1 ORDER BY 1") == [
        (None, 125),
        ("job_cancelled", 1),
        ("rejected", 51),
    ]


def test_importing_twice_adds_nothing_even_of_two_equal_rows(
    desk: Desk, french: History, american: History, loop: History
) -> None:
    for history, new in ((french, 447), (american, 177), (loop, 178)):
        assert desk.importing.preview(history).new == new
        assert desk.importing.apply(history).new == new
    before = desk.everything()
    for history, there in ((french, 447), (american, 177), (loop, 178)):
        again = desk.importing.apply(history)
        assert (again.new, again.there) == (0, there)
    assert desk.everything() == before
    assert desk.count("application") == 447 + 177


def test_what_the_person_deleted_does_not_come_back(desk: Desk, french: History) -> None:
    desk.importing.apply(french)
    with desk.journal.write("Deleted") as db:
        db.table("application").delete_where("day IS NULL")
    assert desk.importing.apply(french).new == 0
    assert desk.count("application") == 437


def test_a_file_that_grew_brings_only_what_is_new(desk: Desk) -> None:
    days = [TODAY - timedelta(days=n) for n in (9, 8, 7)]
    desk.importing.apply(sent(*days[:2]))
    came = desk.importing.apply(sent(*days))
    assert (came.new, came.there) == (1, 2)


def test_the_loop_search_becomes_an_own_kind_and_own_words(desk: Desk, loop: History) -> None:
    desk.importing.apply(loop)
    assert desk.rows("SELECT name, label, own, on_today FROM activity_kind WHERE own") == [
        ("taf_recherche_d_emploi", "Taf: Recherche d'emploi", 1, 0)
    ]
    assert desk.count("activity") == 48
    assert desk.rows("SELECT count(*), count(mood), count(energy) FROM check_in") == [(130, 0, 0)]
    assert desk.journal.value("SELECT count(*) FROM check_in_feeling WHERE word = 'heureux'") == 44


def test_a_kind_that_is_known_by_its_label_is_used(desk: Desk) -> None:
    done = ReadActivity(2, "k", TODAY, "Interview prep")
    desk.importing.apply(History("loop", "A test", activities=(done,)))
    assert desk.rows(
        "SELECT name, points_per_unit FROM activity"
        " JOIN activity_kind ON activity_kind.id = kind_id"
    ) == [("preparation", 3.0)]


def test_an_application_that_was_logged_without_a_name_counts_once(desk: Desk) -> None:
    activities = Activities(desk.journal, desk.recording)
    day = TODAY - timedelta(days=3)
    activities.log("application", amount=2, day=day)
    before = desk.everything()
    desk.importing.apply(sent(day, day, day, day - timedelta(days=1)))
    assert desk.rows("SELECT day, total(amount) FROM activity GROUP BY day ORDER BY day") == [
        ((day - timedelta(days=1)).isoformat(), 1),
        (day.isoformat(), 3),
    ]
    assert desk.rows("SELECT count(*), count(DISTINCT application_id) FROM activity") == [(4, 4)]
    desk.journal.undo()
    assert desk.rows("SELECT * FROM activity") == before["activity"]


def test_employers_are_the_same_in_any_case(desk: Desk) -> None:
    two = tuple(
        ReadApplication(row, f"k{row}", name, "", TODAY)
        for row, name in enumerate(("ÉCOLE", "École"), 2)
    )
    desk.importing.apply(History("jsa", "A test", two))
    assert desk.rows("SELECT name FROM employer") == [("ÉCOLE",)]


def test_the_import_is_one_step_and_undo_takes_all_of_it_back(desk: Desk, french: History) -> None:
    tables = ("search", "employer", "application", "stage_event", "rejection", "activity", "origin")
    desk.importing.apply(french)
    full = [desk.count(table) for table in tables]
    assert desk.journal.undo_name == "Import of 447 applications"
    desk.journal.undo()
    assert [desk.count(table) for table in tables] == [0] * len(tables)
    assert desk.journal.undo_name is None
    desk.journal.redo()
    assert [desk.count(table) for table in tables] == full
    desk.journal.undo()
    assert desk.importing.apply(french).new == 447


def test_a_verified_backup_of_the_time_before_lies_beside_the_journal(
    desk: Desk, french: History
) -> None:
    with desk.journal.write("A search") as db:
        db.table("search").insert(desk.recording.stamp(TODAY))
    desk.importing.apply(french)
    (backup,) = backup_folder(desk.journal.path).glob("*import*")
    before = Journal(backup, FixedClock(NOW))
    assert before.value("SELECT count(*) FROM application") == 0
    assert before.value("SELECT count(*) FROM search") == 1
    before.close()


def test_no_backup_no_import(desk: Desk, french: History) -> None:
    backup_folder(desk.journal.path).write_text("in the way")
    with pytest.raises(Exception, match="backup"):
        desk.importing.apply(french)
    assert desk.count("application") == 0


def test_what_is_new_in_a_file_can_be_shown(desk: Desk) -> None:
    days = [TODAY - timedelta(days=n) for n in (9, 8, 7)]
    desk.importing.apply(sent(*days[:2]))
    (new,) = desk.importing.new_in(sent(*days)).applications
    assert new.day == days[2]


def test_a_preview_changes_nothing(desk: Desk, french: History) -> None:
    before = desk.everything()
    preview = desk.importing.preview(french)
    assert preview.words == "447 applications"
    assert desk.everything() == before
    assert not backup_folder(desk.journal.path).exists()


def test_progress_rises_to_the_whole(desk: Desk, french: History) -> None:
    told: list[tuple[int, int]] = []
    desk.importing.apply(french, lambda done, total: told.append((done, total)))
    assert told == sorted(told)
    assert len(told) > 3
    assert told[-1] == (447, 447)


def test_cancelling_half_way_leaves_nothing_half(desk: Desk, french: History) -> None:
    before = desk.everything()
    asked = iter([False, False, False, True])
    with pytest.raises(ImportCancelled):
        desk.importing.apply(french, cancelled=lambda: next(asked))
    assert desk.everything() == before
    assert desk.journal.undo_name is None
    assert desk.importing.apply(french).new == 447


def test_an_import_may_run_in_a_worker(desk: Desk, french: History) -> None:
    worker = threading.Thread(target=desk.importing.apply, args=(french,))
    worker.start()
    worker.join()
    assert desk.count("application") == 447


# The search that a history belongs to


def test_a_search_that_ended_long_ago_stands_beside_the_present_one(
    desk: Desk, american: History
) -> None:
    with desk.journal.write("A day") as db:
        desk.recording.belong_to_search(db, TODAY)
    desk.importing.apply(american)
    assert desk.searches() == [
        ("2021-11-13", "2023-03-01", "imported"),
        (TODAY.isoformat(), None, None),
    ]


def test_a_history_that_still_runs_joins_the_open_search(desk: Desk) -> None:
    with desk.journal.write("A day") as db:
        desk.recording.belong_to_search(db, TODAY)
    desk.importing.apply(sent(TODAY - timedelta(days=60), TODAY - timedelta(days=30)))
    assert desk.searches() == [((TODAY - timedelta(days=60)).isoformat(), None, None)]
    assert desk.rows("SELECT history FROM application") == [(0,), (0,)]


def test_it_has_ended_when_its_last_day_lies_more_than_30_days_back(desk: Desk) -> None:
    last = TODAY - timedelta(days=31)
    desk.importing.apply(sent(last))
    assert desk.searches() == [(last.isoformat(), last.isoformat(), "imported")]


def test_an_accepted_offer_ends_it_even_yesterday(desk: Desk) -> None:
    first, taken = TODAY - timedelta(days=20), TODAY - timedelta(days=1)
    desk.importing.apply(sent(first, outcome=Outcome.OFFER_ACCEPTED, answered=taken))
    assert desk.searches() == [(first.isoformat(), taken.isoformat(), "accepted")]


def test_an_accepted_offer_does_not_end_a_search_that_went_on(desk: Desk) -> None:
    first = TODAY - timedelta(days=20)
    went_on = sent(first, TODAY)
    accepted = sent(first, outcome=Outcome.OFFER_ACCEPTED, answered=first + timedelta(days=2))
    desk.importing.apply(
        History("jsa", "A test", (went_on.applications[1], accepted.applications[0]))
    )
    assert desk.searches() == [(first.isoformat(), None, None)]


def test_searches_that_it_overlaps_become_one(desk: Desk) -> None:
    for offset in (400, 300):
        start = TODAY - timedelta(days=offset)
        desk.importing.apply(sent(start, start + timedelta(days=20)))
    assert len(desk.searches()) == 2
    first, last = TODAY - timedelta(days=390), TODAY - timedelta(days=200)
    desk.importing.apply(sent(first, last))
    assert desk.searches() == [
        ((TODAY - timedelta(days=400)).isoformat(), last.isoformat(), "imported")
    ]
    assert desk.rows("SELECT count(DISTINCT search_id), count(search_id) FROM application") == [
        (1, 6)
    ]


def test_one_that_a_later_search_follows_has_ended(desk: Desk) -> None:
    with desk.journal.write("A short search") as db:
        identity = desk.recording.belong_to_search(db, TODAY - timedelta(days=2))
        db.table("search").update(identity, {"ended_day": TODAY.isoformat(), "ending": "stopped"})
    last = TODAY - timedelta(days=9)
    desk.importing.apply(sent(TODAY - timedelta(days=20), last))
    assert desk.searches() == [
        ((TODAY - timedelta(days=20)).isoformat(), last.isoformat(), "imported"),
        ((TODAY - timedelta(days=2)).isoformat(), TODAY.isoformat(), "stopped"),
    ]


@pytest.mark.parametrize("later", [3, 33], ids=["not long ago", "long ago"])
def test_what_was_sent_after_the_persons_own_end_still_lies_in_the_search(
    desk: Desk, later: int
) -> None:
    last = TODAY - timedelta(days=later)
    with desk.journal.write("A search") as db:
        identity = desk.recording.belong_to_search(db, last - timedelta(days=20))
        end = (last - timedelta(days=5)).isoformat()
        db.table("search").update(identity, {"ended_day": end, "ending": "accepted"})
    desk.importing.apply(sent(last - timedelta(days=30), last))
    assert desk.searches() == [
        ((last - timedelta(days=30)).isoformat(), last.isoformat(), "accepted")
    ]


def test_a_history_without_any_day_belongs_to_no_search(desk: Desk) -> None:
    desk.importing.apply(sent(None, None))
    assert desk.searches() == []
    assert desk.rows("SELECT search_id FROM application") == [(None,), (None,)]
    assert desk.count("activity") == 0


def test_thousands_of_rows_on_one_day_cost_what_they_cost_on_many(tmp_path: Path) -> None:
    def work(name: str, days: list[date]) -> list[int]:
        """Return how much SQLite works, in thousands of its steps: to import, undo and redo."""
        desk = Desk(tmp_path / name / "journal.upswing")
        steps: list[int] = []
        connection = desk.journal.db.conn
        connection.set_progress_handler(lambda: steps.append(1), 1000)
        spent = []
        for act in (
            lambda: desk.importing.apply(sent(*days)),
            desk.journal.undo,
            desk.journal.redo,
        ):
            steps.clear()
            act()
            spent.append(len(steps))
        connection.set_progress_handler(None, 0)
        assert desk.rows("SELECT activities FROM day_total WHERE day = '2026-03-02'") == [
            (days.count(date(2026, 3, 2)),)
        ]
        desk.journal.close()
        return spent

    spread = work("spread", [date(2026, 3, 2) - timedelta(days=n % 900) for n in range(3000)])
    at_once = work("at once", [date(2026, 3, 2)] * 3000)
    assert [one <= 2 * many for one, many in zip(at_once, spread, strict=True)] == [True] * 3


@pytest.mark.parametrize("ending", ["done", "cancelled"])
def test_the_sums_of_days_go_on_after_an_import_whatever_came_of_it(
    desk: Desk, ending: str
) -> None:
    history = sent(*[TODAY - timedelta(days=n // 60) for n in range(120)])
    if ending == "cancelled":
        asked = iter([False, True])
        with pytest.raises(ImportCancelled):
            desk.importing.apply(history, cancelled=lambda: next(asked))
    else:
        desk.importing.apply(history)
    before = 60 if ending == "done" else 0
    with desk.journal.write("One more") as db:
        kind = db.execute("SELECT id FROM activity_kind").fetchone()[0]
        stamp = desk.recording.stamp(TODAY)
        row = {**stamp, "kind_id": kind, "amount": 1, "points_per_unit": 3}
        db.table("activity").insert(row)
    assert desk.rows(f"SELECT activities FROM day_total WHERE day = '{TODAY}'") == [(before + 1,)]
    desk.journal.undo()
    left = desk.rows(f"SELECT activities FROM day_total WHERE day = '{TODAY}'")
    assert left == ([(before,)] if before else [])
