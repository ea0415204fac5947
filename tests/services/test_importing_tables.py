"""What a person mapped comes in once, whole or not at all, and as history."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.history import History, ReadApplication
from desktop_app.domain.stages import Outcome, Stage
from desktop_app.services.importing import ImportCancelled, Importing
from desktop_app.services.rejections import RejectionForm
from desktop_app.transfer.looking import Look, look_at
from desktop_app.transfer.mapping import Target
from desktop_app.transfer.recognise import read_history
from desktop_app.transfer.remembered import MOST, remember, remembered
from tests.journals import TODAY, Desk

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.transfer.reading import How

DATA = Path(__file__).parent.parent / "data"
AMERICAN = DATA / "applications_usa_2021_2023.csv"


@pytest.fixture
def importing(own_journal: Desk) -> Importing:
    return Importing(own_journal.journal, own_journal.recording)


def look(desk: Desk, path: Path, how: How | None = None) -> Look:
    return look_at(path, desk.settings, desk.recording.today(), how)


def mapped(desk: Desk, path: Path) -> History:
    """Read a file as if no program were known."""
    return replace(look(desk, path), format=None).history()


def file(folder: Path, *rows: str, head: str = "Company,Position,Date sent,Status") -> Path:
    path = folder / "search.csv"
    path.write_text("\n".join([head, *rows, ""]), encoding="utf-8")
    return path


def recent(days: int) -> str:
    return (TODAY - timedelta(days=days)).isoformat()


# Once


def test_importing_twice_adds_nothing_through_the_mapping_either(
    own_journal: Desk, importing: Importing
) -> None:
    history = mapped(own_journal, AMERICAN)
    assert importing.apply(history).applications == 176
    before = own_journal.dump()
    again = importing.apply(history)
    assert (again.new, again.there) == (0, 176)
    assert own_journal.dump() == before


def test_two_rows_for_one_application_come_in_twice_if_the_person_wants(
    own_journal: Desk, importing: Importing
) -> None:
    found = replace(look(own_journal, AMERICAN), format=None)
    each = replace(found, mapping=replace(found.mapping, once=False)).history()
    assert importing.apply(each).applications == 177
    assert importing.apply(each).new == 0
    assert importing.apply(found.history()).new == 0


def test_a_file_that_is_mapped_another_time_otherwise_adds_nothing(
    own_journal: Desk, importing: Importing
) -> None:
    found = replace(look(own_journal, AMERICAN), format=None)
    importing.apply(found.history())
    columns = {
        target: name
        for target, name in found.mapping.columns.items()
        if target in (Target.EMPLOYER, Target.POSITION, Target.DAY)
    }
    other = replace(found, mapping=replace(found.mapping, columns=columns))
    assert importing.apply(other.history()).new == 0


def test_what_the_journal_has_by_another_way_stays_as_it_is(
    own_journal: Desk, importing: Importing, tmp_path: Path
) -> None:
    importing.apply(read_history(AMERICAN, today=TODAY))
    assert importing.apply(mapped(own_journal, AMERICAN)).new == 0
    with own_journal.journal.write("Typed") as db:
        own_journal.applications.begin(db, "Acme", "Dev", TODAY - timedelta(days=3))
    path = file(tmp_path, f"ACME,dev,{recent(3)},Rejected", f"Acme,Dev,{recent(2)},Applied")
    came = importing.apply(mapped(own_journal, path))
    assert (came.new, came.there) == (1, 1)


def test_what_the_person_deleted_of_a_mapped_file_does_not_come_back(
    own_journal: Desk, importing: Importing, tmp_path: Path
) -> None:
    path = file(tmp_path, f"Acme,Dev,{recent(3)},Applied", f"Beta,Dev,{recent(3)},Applied")
    importing.apply(mapped(own_journal, path))
    with own_journal.journal.write("Deleted") as db:
        db.table("application").delete(1)
    assert importing.apply(mapped(own_journal, path)).new == 0


# Whole or not at all


@settings(max_examples=15)
@given(st.integers(0, 12))
def test_cancelled_at_any_moment_the_journal_is_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, after: int
) -> None:
    desk = Desk(tmp_path_factory.mktemp("cancel") / "journal.upswing")
    importing = Importing(desk.journal, desk.recording)
    desk.activities.log("application")
    days = [TODAY - timedelta(days=number) for number in range(500)]
    history = History(
        "table",
        "A test",
        tuple(
            ReadApplication(n, f"k{n}", f"E{n}", "", day, (), Outcome.REJECTED, day)
            for n, day in enumerate(days)
        ),
    )
    before = desk.dump()
    asked: list[bool] = []

    def cancelled() -> bool:
        asked.append(len(asked) >= after)
        return asked[-1]

    def along() -> None:
        desk.settings.store("mappings", {"x": 1}, today=TODAY)

    try:
        came = importing.apply(history, cancelled=cancelled, along=along)
    except ImportCancelled:
        assert desk.dump() == before
        assert desk.settings.get("mappings") == {}
        assert desk.journal.undo_name == "Application sent added"
    else:
        assert came.new == 500
        assert len(asked) == 11  # ten portions, and once more before it is kept
        assert desk.upkeep.undo() == "Import of 500 applications"
        assert desk.dump() == before
    desk.assert_sums_agree()
    desk.close()


def test_undo_of_an_import_into_a_full_journal_leaves_all_the_rest(
    own_journal: Desk, importing: Importing
) -> None:
    importing.apply(read_history(DATA / "applications_france_2023.csv", today=TODAY))
    own_journal.rejections.note(RejectionForm(employer="Orange", position="Own"))
    before = own_journal.dump()
    importing.apply(mapped(own_journal, AMERICAN))
    own_journal.upkeep.undo()
    assert own_journal.dump() == before
    own_journal.assert_sums_agree()
    own_journal.upkeep.redo()
    assert own_journal.value("SELECT count(*) FROM application") == 447 + 176 + 1
    own_journal.assert_sums_agree()


# As history


def test_what_comes_in_is_history_and_counts_for_momentum(
    own_journal: Desk, importing: Importing
) -> None:
    importing.apply(mapped(own_journal, AMERICAN))
    assert own_journal.rows("SELECT DISTINCT history FROM rejection") == [(1,)]
    assert own_journal.rows("SELECT DISTINCT history FROM application") == [(1,)]
    assert own_journal.value("SELECT count(*) FROM activity") == 176
    assert own_journal.momentum.standing(TODAY).momentum is None  # that search has ended
    assert any(facts.momentum > 0 for facts in own_journal.momentum.timeline().days)


def test_silence_that_the_person_named_is_silence_and_no_rejection(
    own_journal: Desk, importing: Importing, tmp_path: Path
) -> None:
    importing.apply(mapped(own_journal, file(tmp_path, "Acme,Dev,2023-08-30,Ghosted")))
    assert own_journal.rows("SELECT outcome, history FROM application") == [("silence", 1)]
    assert not own_journal.rejections.any()


def test_history_is_never_suggested(
    own_journal: Desk, importing: Importing, tmp_path: Path
) -> None:
    importing.apply(mapped(own_journal, file(tmp_path, "Acme,Dev,2023-08-30,Applied")))
    (known,) = own_journal.applications.all()
    assert (known.outcome, known.history) == (None, True)
    assert own_journal.applications.the_open_one("Acme", "Dev") is None
    own_journal.rejections.note(RejectionForm(employer="Acme", position="Dev"))
    assert own_journal.applications.get(known.id) == known


def test_a_running_search_goes_on_with_what_was_brought_in(
    own_journal: Desk, importing: Importing, tmp_path: Path
) -> None:
    path = file(tmp_path, f"Acme,Dev,{recent(3)},Applied", f"Beta,Dev,{recent(9)},Rejected")
    importing.apply(mapped(own_journal, path))
    assert own_journal.searches.current() is not None
    open_one = own_journal.applications.the_open_one("Acme", None)
    assert open_one is not None
    assert not open_one.history


def test_stages_words_and_references_lie_in_the_journal(
    own_journal: Desk, importing: Importing, tmp_path: Path
) -> None:
    head = "Company,Position,Date sent,Status,Interview,Job ID,Link,City,Notes"
    row = "Acme,Dev,2023-08-30,Rejected,2023-09-05,R-77,https://a.example,Lyon,by post"
    importing.apply(mapped(own_journal, file(tmp_path, row, head=head)))
    assert own_journal.rows("SELECT reference, link, location, note FROM application") == [
        ("R-77", "https://a.example", "Lyon", "by post")
    ]
    assert own_journal.rejections.all()[0].stage is Stage.INTERVIEW


# Remembered


@pytest.fixture
def keep(own_journal: Desk) -> Callable[[Look], None]:
    return lambda found: remember(own_journal.settings, found.survey.table, found.mapping, TODAY)


def test_a_mapping_is_offered_for_the_next_file_with_the_same_columns(
    own_journal: Desk, tmp_path: Path, keep: Callable[[Look], None]
) -> None:
    first = look(own_journal, file(tmp_path, "Acme,Dev,2023-08-30,so"))
    assert not first.known
    own = replace(first.mapping, columns={Target.EMPLOYER: "position"}, once=False)
    keep(replace(first, mapping=own))
    head = "Status,Date sent,Position,Company"  # the same, in another order
    later = look(own_journal, file(tmp_path, "so,2023-08-31,Dev,Acme", head=head))
    assert (later.kept, later.known) == (True, True)
    assert later.mapping == own
    assert later.history().applications[0].employer == "Dev"
    other = look(own_journal, file(tmp_path, "Acme,2023-08-30", head="Company,Date sent"))
    assert not other.kept


def test_a_kept_mapping_asks_again_where_the_new_file_leaves_day_and_month_open(
    own_journal: Desk, tmp_path: Path, keep: Callable[[Look], None]
) -> None:
    keep(look(own_journal, file(tmp_path, "Acme,Dev,25/08/2023,Applied")))
    later = look(own_journal, file(tmp_path, "Acme,Dev,03/04/2023,Applied"))
    assert (later.kept, later.known) == (True, False)


def test_columns_without_names_are_shown_again(
    own_journal: Desk, tmp_path: Path, keep: Callable[[Look], None]
) -> None:
    path = file(tmp_path, "Beta,Dev,2023-08-31,Applied", head="Acme,Dev,2023-08-30,Rejected")
    keep(look(own_journal, path))
    again = look(own_journal, path)
    assert (again.kept, again.known) == (True, False)


def test_only_so_many_mappings_are_kept(own_journal: Desk, tmp_path: Path) -> None:
    for number in range(MOST + 3):
        found = look(own_journal, file(tmp_path, "Acme", head=f"Company {number}"))
        remember(own_journal.settings, found.survey.table, found.mapping, TODAY)
    assert len(own_journal.settings.get("mappings")) == MOST
    assert remembered(own_journal.settings, found.survey.table) == found.mapping


def test_known_programs_need_no_mapping(own_journal: Desk) -> None:
    for name, form in (
        ("applications_france_2023.csv", "jsa"),
        ("applications_usa_2021_2023.csv", "merged-statistics"),
        ("applications_indeed_canada_2025.json", "indeed"),
        ("loop_job_search_and_mood_169_days.csv", "loop"),
    ):
        found = look(own_journal, DATA / name)
        assert (found.format, found.known) == (form, True)
