"""Whatever stands in a file: a history, rows named with their reason, or one sentence."""

from __future__ import annotations

import csv
import os
import tracemalloc
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.history import History
from desktop_app.domain.stages import Stage
from desktop_app.transfer.files import FIRST_PART
from desktop_app.transfer.reading import MOST_COLUMNS, MOST_ROWS, read_table
from desktop_app.transfer.recognise import FORMATS, format_title, read_history

TODAY = date(2026, 11, 24)
JSA = (
    "Status,Company,Role,Location,Source,Attendance,Application,Type,Phone call,1st interview,"
    "2nd interview,3rd interview,Proposition,Final answer,URL"
)
MERGED = (
    "Company,Position,Date sent,Response?,Date Interview,Date of 1st Response,Time to Rejection"
)
LOOP = "Date,Job search,Mood: Happy"

Reads = Callable[..., History]


@pytest.fixture
def read(tmp_path: Path) -> Reads:
    def reading(content: str | bytes, as_format: str | None = None) -> History:
        path = tmp_path / "search.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_history(path, as_format, today=TODAY)

    return reading


def jsa(company: str = "Acme", **cells: str) -> str:
    given = {"Status": "Applied", "Company": company, "Application": "30/08/2023", **cells}
    return JSA + "\n" + ",".join(given.get(name, "") for name in JSA.split(",")) + "\n"


def refused(read: Reads, content: str | bytes, as_format: str | None = None) -> str:
    with pytest.raises(InvalidInput) as caught:
        read(content, as_format)
    return str(caught.value)


def reason(history: History) -> str:
    assert history.applications == ()
    (skipped,) = history.skipped
    assert skipped.row == 2
    return skipped.reason


# The file


@pytest.mark.parametrize("content", [b"", b"\n\n  \r\n", b"\xef\xbb\xbf", "\u2003\n".encode()])
def test_an_empty_file_is_called_empty(read: Reads, content: bytes) -> None:
    assert "empty" in refused(read, content) or "no column" in refused(read, content)


def test_a_header_alone_is_a_history_without_rows(read: Reads) -> None:
    history = read(JSA + "\n")
    assert (history.source, history.applications, history.skipped) == ("jsa", (), ())


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "picture"),
        (b"\xff\xd8\xff\xe0JFIF", "picture"),
        (b"PK\x03\x04xlsx", "workbook"),
        (b"%PDF-1.7", "PDF"),
        (b"SQLite format 3\0", "database"),
        (b"\x1f\x8b\x08\0", "archive"),
        (b"\xd0\xcf\x11\xe0xls", "workbook"),
        (b"RIFF\x10\0\0\0WEBPVP8 ", "picture"),
        (b"<!DOCTYPE html><html>", "web page"),
        (jsa().encode() + b"\0", "NUL bytes, the first in line 3"),
        (jsa("A\0B").encode("utf-16"), "NUL in line 2"),
        (b"\x01\x02\x03\xff\x05" * 100, "no text"),
    ],
)
def test_other_files_are_refused_by_what_they_are(read: Reads, content: bytes, words: str) -> None:
    assert words in refused(read, content)


def test_a_folder_a_missing_file_and_a_pipe_are_no_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name, words in ((".", "folder"), ("gone.csv", "no file"), ("pipe", "ordinary")):
        with pytest.raises(InvalidInput, match=words):
            read_history(tmp_path / name)
    with pytest.raises(InvalidInput):
        read_history(Path("a\0b.csv"))


def huge(path: Path, row: str = "Acme,Dev,1/2/2023,Ghosted,,,") -> Path:
    """Make a file of 1 GB whose first part is text; the rest takes no room on the disk."""
    with path.open("wb") as file:
        file.write(f"{MERGED}\n".encode() + f"{row}\n".encode() * (FIRST_PART // len(row)))
        file.truncate(1_000_000_000)
    return path


def test_a_file_of_a_gigabyte_says_that_it_is_too_large_and_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match=r"1000 MB.*50 MB fit.*several smaller files"):
        read_history(huge(tmp_path / "huge.csv"))


def test_of_a_file_of_a_gigabyte_the_first_part_is_read_in_little_memory(tmp_path: Path) -> None:
    tracemalloc.start()
    table = read_table(huge(tmp_path / "huge.csv"))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert len(table.rows) > 1000
    assert "1000 MB" in table.cut
    assert peak < 100_000_000


def test_the_first_part_may_end_within_a_row_a_letter_or_a_quotation(tmp_path: Path) -> None:
    for row in ("Thalès é,Dev,1/2/2023,Ghosted,,,", '"Two\nlines",Dev,1/2/2023,Ghosted,,,'):
        rows = read_table(huge(tmp_path / "huge.csv", row)).rows
        assert len(rows) > 1000
        assert {len(row.cells) for row in rows[:-1]} == {7}


def test_too_many_rows_or_columns_are_refused(read: Reads) -> None:
    assert "rows" in refused(read, MERGED + "\n" + "A,,,\n" * (MOST_ROWS + 1))
    assert "columns" in refused(read, jsa() + "," * MOST_COLUMNS)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "iso8859_15"]
)
def test_letters_are_read_however_they_are_written_down(read: Reads, encoding: str) -> None:
    assert read(jsa("Thalès").encode(encoding)) == read(jsa("Thalès"))


def test_unknown_columns_name_the_known_formats_and_what_was_found(read: Reads) -> None:
    sentence = refused(read, "Name,Shoe size\nA,40\n")
    assert all(name in sentence for name in FORMATS)
    assert "Name, Shoe size" in sentence


def test_a_spreadsheet_with_a_date_and_a_job_column_is_no_habit_list(read: Reads) -> None:
    assert "Date, Job title" in refused(read, "Date,Job title\n01-02-23,Engineer\n")


def test_a_format_can_be_named_and_must_fit(read: Reads) -> None:
    assert read(jsa(), "jsa").source == "jsa"
    assert "lacks" in refused(read, jsa(), "merged-statistics")
    assert "habits" in refused(read, "Date,Sport\n01-02-23,2\n", "loop")
    assert all(name in refused(read, jsa(), "xlsx") for name in FORMATS)
    assert len({format_title(name) for name in FORMATS}) == len(FORMATS)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_line_ends_marks_and_separators_make_no_difference(
    read: Reads, end: str, mark: str, separator: str
) -> None:
    text = mark + jsa("Thalès").replace(",", separator).replace("\n", end)
    assert read(text) == read(jsa("Thalès"))


def test_lines_are_counted_as_an_editor_counts_them(read: Reads) -> None:
    history = read(
        "\n" + jsa('"Two\nlines"') + "\nApplied,,,,,,,,,,,,,,\n" + jsa("B").partition("\n")[2]
    )
    assert [(one.row, one.employer) for one in history.applications] == [(3, "Two lines"), (7, "B")]
    assert [one.row for one in history.skipped] == [6]


def test_a_quotation_mark_that_is_never_closed_swallows_nothing_in_silence(read: Reads) -> None:
    assert "line 2" in refused(read, jsa('"Acme') + "Applied,B,,,,,30/08/2023,,,,,,,,\n")


def test_the_csv_limit_of_the_process_is_left_as_it_was(read: Reads) -> None:
    before = csv.field_size_limit()
    read(jsa())
    refused(read, b"\xff\xff")
    assert csv.field_size_limit() == before


# Its rows


def test_a_cell_of_200000_characters_leaves_its_row_out_and_says_why(read: Reads) -> None:
    assert "200000 characters" in reason(read(jsa("x" * 200_000)))
    assert "Role has 201" in reason(read(jsa(Role="x" * 201)))
    assert read(jsa("x" * 200)).skipped == ()


@pytest.mark.parametrize(
    "written", ["31/02/2023", "soon", "30/8", "30/08/1823", "2023", "99/99/99"]
)
def test_a_day_that_cannot_be_read_leaves_its_row_out_with_the_value(
    read: Reads, written: str
) -> None:
    sentence = reason(read(jsa(Application=written)))
    assert "Application" in sentence
    assert written in sentence


@pytest.mark.parametrize("written", ["30/08/2023", "2023-08-30", "30.8.23", "30-08-2023 9:05"])
def test_a_day_is_read_in_the_ways_that_can_be_told(read: Reads, written: str) -> None:
    assert read(jsa(Application=written)).applications[0].day == date(2023, 8, 30)


@pytest.mark.parametrize("column", ["Application", "Final answer"])
def test_what_was_done_after_today_is_refused(read: Reads, column: str) -> None:
    assert "2026-11-25" in reason(read(jsa(**{column: "25/11/2026"})))
    assert read(jsa(**{column: "24/11/2026"})).skipped == ()


def test_an_interview_may_lie_ahead(read: Reads) -> None:
    (application,) = read(jsa(**{"1st interview": "01/12/2026 10:00"})).applications
    assert application.stages[0].day == date(2026, 12, 1)


def test_a_bad_day_of_a_stage_keeps_the_application_and_is_told(read: Reads) -> None:
    history = read(jsa(**{"Phone call": "tomorrow"}))
    (application,) = history.applications
    assert [(one.stage, one.day) for one in application.stages] == [(Stage.SCREENING, None)]
    assert "tomorrow" in history.remarks[0]
    assert "Line 2" in history.remarks[0]


def test_an_unknown_status_comes_in_as_open_and_is_told(read: Reads) -> None:
    history = read(jsa(Status="Abducted"))
    assert history.applications[0].outcome is None
    assert "Abducted" in history.remarks[0]


def test_more_cells_than_columns_can_not_be_told_apart(read: Reads) -> None:
    assert "cells" in reason(read(jsa(URL="http://a,b")))


def test_a_row_may_be_shorter_than_the_header(read: Reads) -> None:
    history = read(JSA + "\nRejected,Acme\n")
    assert history.applications[0].day is None
    assert history.applications[0].outcome == "rejected"


@pytest.mark.parametrize(
    "words", ["<b>Acme</b><script>", r"$\frac{1}{0}$", "=HYPERLINK(1)", "%s{0}", "Ünïted 🙂"]
)
def test_html_mathtext_and_formulas_stay_the_text_they_are(read: Reads, words: str) -> None:
    assert read(jsa(words, Role=words)).applications[0].employer == words
    assert read(jsa(words, Role=words)).applications[0].position == words


def test_control_characters_are_taken_out(read: Reads) -> None:
    assert read(jsa("A\x1b[31mc\x07me\x7f")).applications[0].employer == "A[31mcme"


def test_a_bad_count_of_days_falls_back_on_the_first_answer(read: Reads) -> None:
    for counted in ("#REF!", "-3", "99999", "", "\u0661"):
        history = read(f"{MERGED}\nA,B,1/2/2023,Rejected,,1/20/2023,{counted}\n")
        assert history.applications[0].answered == date(2023, 1, 20)
    history = read(f"{MERGED}\nA,B,1/2/2023,Rejected,,13/20/2023,\n")
    assert history.applications[0].answered is None
    assert "13/20/2023" in history.remarks[0]


def test_a_no_without_any_day_has_none(read: Reads) -> None:
    assert read(f"{MERGED}\nA,B,,Rejected,,,5\n").applications[0].answered is None


def test_loop_rows_are_skipped_for_their_date_or_their_value(read: Reads) -> None:
    history = read(
        f"{LOOP},Sport\n01-02-23,2,2,2\n13-01-23,2,2,2\n,2,2,2\n12-31-26,2,2,2\n"
        "2023-01-03,1,2,0\n01-04-23,3,0,-1\n01-05-23,2500,2,2\n"
    )
    assert [(one.row, one.day) for one in history.activities] == [(2, date(2023, 1, 2))]
    assert [(one.row, one.feelings) for one in history.check_ins] == [
        (2, ("happy",)),
        (6, ("happy",)),
    ]
    assert [one.row for one in history.skipped] == [3, 4, 5, 8]
    assert "2500" in history.skipped[-1].reason
    assert any("Sport" in remark for remark in history.remarks)


@given(st.binary(max_size=400))
def test_any_bytes_are_a_history_or_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    _either(tmp_path_factory, content)


cells = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["2", "-1", "01/02/2023", "13-02-23", "Rejected", "Offer", '"', "\r", "1" * 5000, "٣"]
    ),
)


@given(
    st.sampled_from([JSA, MERGED, LOOP, "Date,Mood : "]),
    st.lists(st.lists(cells, max_size=17), max_size=6),
    st.sampled_from([None, *FORMATS]),
)
def test_any_cells_under_a_known_header_are_a_history_or_a_sentence(
    tmp_path_factory: pytest.TempPathFactory,
    header: str,
    rows: list[list[str]],
    as_format: str | None,
) -> None:
    text = "\n".join([header, *(",".join(row) for row in rows)])
    _either(tmp_path_factory, text.encode("utf-8", "surrogatepass"), as_format)


def _either(factory: pytest.TempPathFactory, content: bytes, as_format: str | None = None) -> None:
    path = factory.getbasetemp() / "any.csv"
    path.write_bytes(content)
    try:
        history = read_history(path, as_format, today=TODAY)
    except InvalidInput as error:
        sentence = str(error)
    else:
        sentence = history.title
        assert all(one.employer for one in history.applications)
        assert all(one.reason and one.row > 1 for one in history.skipped)
    assert sentence
    assert not set(sentence) & set("\0\r\x1b")
