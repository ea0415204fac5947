"""Any table becomes applications: guessed, mapped, read, and nothing lost without a word."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.stages import Outcome, Stage
from desktop_app.transfer.guessing import guess_mapping
from desktop_app.transfer.mapped import Mapped, Stopped, read_mapped
from desktop_app.transfer.mapping import Mapping, Target, mapping_from_json, target_label
from desktop_app.transfer.meanings import Meaning, meaning_label, told_by
from desktop_app.transfer.reading import read_table
from desktop_app.transfer.recognise import read_history
from desktop_app.transfer.survey import Survey

if TYPE_CHECKING:
    from desktop_app.domain.history import ReadApplication

DATA = Path(__file__).parent.parent / "data"
AMERICAN = DATA / "applications_usa_2021_2023.csv"
TODAY = date(2026, 11, 24)
HEAD = "Company,Position,Date sent,Status,Response date,Interview,Note"


def survey_of(folder: Path, text: str | bytes) -> Survey:
    path = folder / "search.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return Survey(read_table(path), TODAY)


@pytest.fixture
def survey(tmp_path: Path):  # noqa: ANN201
    return lambda text: survey_of(tmp_path, text)


@pytest.fixture
def read(tmp_path: Path):  # noqa: ANN201
    def reading(*rows: str, head: str = HEAD, **changes: object) -> Mapped:
        found = survey_of(tmp_path, "\n".join([head, *rows, ""]))
        return read_mapped(found, replace(guess_mapping(found), **changes))  # type: ignore[arg-type]

    return reading


def only(mapped: Mapped) -> ReadApplication:
    (one,) = mapped.each.applications
    return one


def reason(mapped: Mapped) -> str:
    assert mapped.each.applications == ()
    (skipped,) = mapped.each.skipped
    assert skipped.row == 2
    return skipped.reason


# What comes in


def test_the_american_search_comes_in_whole_through_the_mapping() -> None:
    found = Survey(read_table(AMERICAN), TODAY)
    mapped = read_mapped(found, guess_mapping(found))
    assert len(mapped.each.applications) == 177
    assert mapped.each.skipped == ()
    assert Counter(one.outcome for one in mapped.each.applications) == {
        Outcome.SILENCE: 114,
        Outcome.REJECTED: 51,
        None: 11,
        Outcome.JOB_CANCELLED: 1,
    }
    first = mapped.each.applications[0]
    assert (first.employer, first.day) == ("Monterey County", date(2021, 11, 14))
    assert first.answered == date(2021, 11, 30)
    known = read_history(AMERICAN, today=TODAY).applications
    assert [one.stages for one in mapped.each.applications] == [one.stages for one in known]


def test_two_american_rows_tell_of_the_same_application() -> None:
    found = Survey(read_table(AMERICAN), TODAY)
    mapped = read_mapped(found, guess_mapping(found))
    assert mapped.alike == 2
    assert len(mapped.once.applications) == 176
    assert mapped.once.remarks[0].startswith("Lines 169, 171 tell of the same application")


def test_every_meaning_has_a_name_a_stage_and_an_outcome(read) -> None:  # noqa: ANN001
    for meaning in Meaning:
        assert meaning_label(meaning)
        if meaning is Meaning.NOT_SENT:
            continue
        one = only(read("Acme,Dev,2023-08-30,so,,,", meanings={"so": meaning}))
        assert one.outcome is told_by(meaning).outcome
        stage = told_by(meaning).stage
        assert [reached.stage for reached in one.stages] == ([stage] if stage else [])
    assert {target_label(target) for target in Target}


def test_what_was_never_sent_is_left_out_with_its_line(read) -> None:  # noqa: ANN001
    assert "“Wishlist”: not sent" in reason(read("Acme,Dev,,Wishlist,,,"))


def test_a_status_that_means_nothing_comes_in_as_open_and_is_told(read) -> None:  # noqa: ANN001
    mapped = read("Acme,Dev,2023-08-30,Abducted,,,", "Beta,Dev,2023-08-30,abducted,,,")
    assert [one.outcome for one in mapped.each.applications] == [None, None]
    assert any(
        "Abducted" in remark and "2 applications" in remark for remark in mapped.each.remarks
    )


@pytest.mark.parametrize("cell", ["yes", "x", "✓", "1", "oui"])
def test_a_stage_may_be_ticked_or_dated(read, cell: str) -> None:  # noqa: ANN001
    ticked = only(read(f"Acme,Dev,2023-08-30,Applied,,{cell},"))
    assert [(one.stage, one.day) for one in ticked.stages] == [(Stage.INTERVIEW, None)]
    dated = only(read("Acme,Dev,2023-08-30,Applied,,2023-09-05 10:00,"))
    assert [one.day for one in dated.stages] == [date(2023, 9, 5)]
    assert only(read("Acme,Dev,2023-08-30,Applied,,no,")).stages == ()


# What can't be read


@pytest.mark.parametrize(
    ("day", "why"),
    [
        ("31/04/2023", "in no calendar"),
        ("30/08/202300000000", "no day that can be read"),
        ("soon", "no day that can be read"),
        ("25/11/2026", "still to come"),
        ("30/08/1823", "1970"),
    ],
)
def test_an_unread_day_leaves_its_row_out_with_the_reason(read, day: str, why: str) -> None:  # noqa: ANN001
    mapped = read(f"Acme,Dev,{day},Applied,,,", "Beta,Dev,30/08/2023,Applied,,,")
    (skipped,) = mapped.each.skipped
    assert skipped.row == 2
    assert skipped.reason.startswith("Date sent: ")
    assert why in skipped.reason


def test_an_answer_before_the_application_loses_its_day_but_not_its_words(read) -> None:  # noqa: ANN001
    mapped = read("Acme,Dev,2023-08-30,Rejected,2023-08-01,,")
    one = only(mapped)
    assert (one.outcome, one.answered) == (Outcome.REJECTED, None)
    assert one.note == "Response date: 2023-08-01"
    assert mapped.each.remarks[0].startswith("Line 2: Response date: 2023-08-01 lies before")


def test_an_unread_stage_comes_in_without_a_day_and_its_words_stay(read) -> None:  # noqa: ANN001
    mapped = read("Acme,Dev,2023-08-30,Applied,,31/04/2023,", "B,Dev,2023-08-30,,,2023-09-01,")
    one = mapped.each.applications[0]
    assert [(stage.stage, stage.day) for stage in one.stages] == [(Stage.INTERVIEW, None)]
    assert one.note == "Interview: 31/04/2023"
    assert "Line 2" in mapped.each.remarks[0]


def test_a_cell_of_200000_characters_is_kept_where_it_fits(read) -> None:  # noqa: ANN001
    long = "x" * 200_000
    assert only(read(f"Acme,Dev,2023-08-30,,,,{long}")).note == long
    assert "Company has 200000 characters" in reason(read(f"{long},Dev,2023-08-30,,,,"))
    assert "Note" in reason(read(f"Acme,Dev,2023-08-30,,,,{long}y"))
    place = only(read(f"Acme,{long[:300]}", head="Company,Location"))
    assert place.location == ""
    assert place.note == f"Location: {long[:300]}"


def test_cells_beyond_the_columns_leave_a_row_out(read) -> None:  # noqa: ANN001
    assert "more cells than columns" in reason(read("Acme,Dev,2023-08-30,,,,,x"))


def test_a_row_without_employer_position_and_day_is_none(read) -> None:  # noqa: ANN001
    assert "no employer" in reason(read(",,,Rejected,,,x"))
    assert only(read(",Dev,2023-08-30,,,,")).employer == "Employer not named"


def test_columns_without_a_place_can_be_kept_in_the_note(read) -> None:  # noqa: ANN001
    head = "Company,Position,Date sent,Wage,Level"
    assert only(read("Acme,Dev,2023-08-30,50k,Mid", head=head)).note == ""
    kept = only(read("Acme,Dev,2023-08-30,50k,Mid", head=head, keep_rest=True))
    assert kept.note == "Wage: 50k\nLevel: Mid"


def test_without_an_employer_and_a_position_nothing_can_come_in(survey) -> None:  # noqa: ANN001
    found = survey("Date,Amount\n2023-08-30,5\n")
    with pytest.raises(InvalidInput, match="employer"):
        read_mapped(found, guess_mapping(found))
    with pytest.raises(InvalidInput, match="no column “gone”"):
        read_mapped(found, Mapping({Target.EMPLOYER: "gone"}))


# Day or month first


def test_days_that_no_value_decides_are_asked_with_an_example(survey) -> None:  # noqa: ANN001
    found = survey("Company,Date sent\nAcme,03/04/2023\nBeta,05/06/2023\n")
    mapping = guess_mapping(found)
    assert found.undecided(mapping) == "date sent"
    with pytest.raises(InvalidInput, match="03/04/2023 may be day/month or month/day"):
        read_mapped(found, mapping)
    for order, day in (("dmy", date(2023, 4, 3)), ("mdy", date(2023, 3, 4))):
        answered = replace(mapping, order=order)
        assert read_mapped(found, answered).each.applications[0].day == day
        assert found.asks_order(answered) == "date sent"


def test_another_column_of_the_file_decides_too(survey) -> None:  # noqa: ANN001
    found = survey("Company,Date sent,Interview\nAcme,03/04/2023,25/04/2023\n")
    mapping = guess_mapping(found)
    assert found.undecided(mapping) is None
    assert read_mapped(found, mapping).each.applications[0].day == date(2023, 4, 3)


def test_what_the_values_say_wins_over_what_the_person_said_for_another_file(survey) -> None:  # noqa: ANN001
    found = survey("Company,Date sent\nAcme,03/04/2023\nBeta,25/06/2023\n")
    mapping = replace(guess_mapping(found), order="mdy")
    assert read_mapped(found, mapping).each.applications[0].day == date(2023, 4, 3)


# Rows that tell of the same application


def test_rows_that_tell_of_one_application_become_one_with_all_they_say(read) -> None:  # noqa: ANN001
    mapped = read(
        "Acme,Dev,2023-08-30,Applied,,,by post",
        "ACME,dev,2023-08-30,Interview,,2023-09-05,",
        "Acme,Dev,2023-08-30,Rejected,2023-09-10,,thanks",
        "Acme,Dev,2023-08-31,Applied,,,",
    )
    assert mapped.alike == 3
    one, other = mapped.once.applications
    assert (one.outcome, one.answered) == (Outcome.REJECTED, date(2023, 9, 10))
    assert [(stage.stage, stage.day) for stage in one.stages] == [
        (Stage.INTERVIEW, date(2023, 9, 5))
    ]
    assert one.note == "by post\nthanks"
    assert other.day == date(2023, 8, 31)
    assert len(mapped.each.applications) == 4


def test_two_places_or_links_are_two_applications(read) -> None:  # noqa: ANN001
    head = "Company,Position,Date sent,Location"
    mapped = read("A,Dev,2023-08-30,Rennes", "A,Dev,2023-08-30,Toulouse", head=head)
    assert mapped.alike == 0
    assert read("A,Dev,2023-08-30,Rennes", "A,Dev,2023-08-30,", head=head).alike == 2


def test_applications_without_a_day_are_never_taken_for_one(read) -> None:  # noqa: ANN001
    assert read("Acme,Dev,,Applied,,,", "Acme,Dev,,Applied,,,").alike == 0


def test_equal_rows_share_their_key_whatever_else_is_mapped(read) -> None:  # noqa: ANN001
    one = only(read("Acme,Dev,2023-08-30,Applied,,,"))
    later = only(read("ACME,dev,2023-08-30,Rejected,2023-09-10,,note"))
    assert one.key == later.key


# What is kept


def test_a_mapping_is_kept_and_found_again_as_it_was() -> None:
    mapping = Mapping(
        {Target.EMPLOYER: "firma", Target.DAY: "datum"}, "mdy", {"so": Meaning.FINAL}, False, True
    )
    assert mapping_from_json(mapping.to_json()) == mapping


@pytest.mark.parametrize(
    "value", [None, 5, "x", [], {}, {"columns": [], "meanings": {}}, {"columns": {}}]
)
def test_what_was_kept_badly_is_no_mapping(value: object) -> None:
    assert mapping_from_json(value) is None


def test_what_a_later_version_kept_is_left_out() -> None:
    found = mapping_from_json(
        {"columns": {"employer": "a", "planet": "b"}, "order": "zzz", "meanings": {"x": "eaten"}}
    )
    assert found == Mapping({Target.EMPLOYER: "a"})


def test_reading_stops_when_other_rows_are_wanted(survey) -> None:  # noqa: ANN001
    found = survey("Company\n" + "Acme\n" * 2000)
    asked: list[int] = []
    with pytest.raises(Stopped):
        read_mapped(found, guess_mapping(found), lambda: bool(asked.append(1)) or len(asked) > 2)
    assert len(asked) == 3


def test_sixty_days_ahead_is_still_a_day_of_an_interview(read) -> None:  # noqa: ANN001
    ahead = (TODAY + timedelta(days=60)).isoformat()
    assert only(read(f"Acme,Dev,2026-11-20,,,{ahead},")).stages[0].day > TODAY
