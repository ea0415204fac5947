"""A stranger's search comes in by one line of words, and only once."""

import json
from pathlib import Path

import pytest

from desktop_app.storage.backups import backup_folder
from tests.cli.conftest import Command

DATA = Path(__file__).parent.parent / "data"
FRANCE = DATA / "applications_france_2023.csv"
AMERICA = DATA / "applications_usa_2021_2023.csv"
LOOP = DATA / "loop_job_search_and_mood_169_days.csv"


def counts(upswing: Command) -> dict[str, int]:
    found = json.loads(upswing("summary", "--json").fine)
    return {name: one["count"] for name, one in found.items()}


def test_the_french_search_and_the_american_come_in_once(upswing: Command) -> None:
    said = upswing("import", str(FRANCE)).fine
    assert said.splitlines()[-1] == "Came in: 447 applications, 137 rejections."
    found = counts(upswing)
    assert (found["applications"], found["rejections"]) == (447, 137)
    days = [day["day"] for day in json.loads(upswing("momentum", "--json").fine)]
    assert days[0].startswith("2023-08")
    assert any(day.startswith("2023-11") for day in days)

    assert "Came in: 177 applications" in upswing("import", str(AMERICA)).fine
    found = counts(upswing)
    assert found["applications"] == 447 + 177

    for path in (FRANCE, AMERICA):
        said = upswing("import", str(path)).fine
        assert said.splitlines()[-1] == "Nothing is new; nothing was changed."
    assert counts(upswing) == found


def test_a_habit_tracker_comes_in_as_activity_and_feelings(upswing: Command) -> None:
    upswing("import", str(LOOP), "--as", "loop")
    found = counts(upswing)
    assert found["activities"] > 0
    assert found["check_ins"] > 0
    assert {day["mood"] for day in json.loads(upswing("momentum", "--json").fine)} == {None}


def test_a_dry_run_changes_nothing_and_makes_no_journal(upswing: Command, journal: Path) -> None:
    said = upswing("import", str(FRANCE), "--dry-run").fine
    assert "New: 447 applications, 137 rejections." in said
    assert "dry run" in said
    assert not journal.exists()


def test_a_backup_lies_beside_the_journal_first(upswing: Command, journal: Path) -> None:
    upswing("log", "application")
    upswing("import", str(AMERICA))
    (backup,) = backup_folder(journal).glob("*.upswing")
    backed_up = json.loads(upswing("summary", "--json", "--journal", str(backup)).fine)
    assert backed_up["activities"]["count"] == 1


def test_every_row_left_out_is_named_with_its_line_and_reason(
    upswing: Command, tmp_path: Path
) -> None:
    lines = AMERICA.read_text(encoding="utf-8-sig").splitlines()
    path = tmp_path / "search.csv"
    odd = lines[1].replace("11/14/2021", "14th of Movember")
    path.write_text("\n".join([lines[0], odd, *lines[2:4]]) + "\n")
    said = upswing("import", str(path), "--dry-run").fine
    assert "1 row is left out:\n  Line 2: " in said
    assert "Movember" in said


@pytest.mark.parametrize(
    "content",
    [b"", b"\x89PNG\r\n", b"a,b\n1,2\n", b"\xff\xfea\x00", b"a\x00b,c\n", b"PK\x03\x04zip"],
)
def test_a_file_of_another_kind_is_refused_and_leaves_nothing(
    upswing: Command, journal: Path, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "odd.csv"
    path.write_bytes(content)
    assert "odd.csv" in upswing("import", str(path)).sentence
    assert not journal.exists()


@pytest.mark.parametrize(
    "words",
    [
        ("import",),
        ("import", "/nowhere/at/all.csv"),
        ("import", "/"),
        ("import", ""),
        ("import", "a\x00b"),
        ("import", str(FRANCE), "--as", "diary"),
        ("import", str(FRANCE), "--as", "loop"),
    ],
    ids=lambda words: " ".join(words[1:])[-30:].replace("\x00", "NUL"),
)
def test_what_cannot_be_imported_is_told(
    upswing: Command, journal: Path, words: tuple[str, ...]
) -> None:
    assert upswing(*words).sentence
    assert not journal.exists()


def test_words_for_a_terminal_are_taken_out_of_what_is_shown(
    upswing: Command, tmp_path: Path
) -> None:
    path = tmp_path / "a\x1b[2Jb.csv"
    path.write_text("nothing,known\n1,2\n")
    assert "\x1b" not in upswing("import", str(path)).sentence


# Any table, by words


COLUMNS = ("--map", "employer=Company", "--map", "position=Position", "--map", "day=Date sent")


def test_any_table_comes_in_where_its_columns_are_named(upswing: Command, tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("Firm;When;What\nAcme;25/08/2023;Rejected\nBeta;26/08/2023;Applied\n")
    words = ("--map", "employer=firm", "--map", "day=When", "--map", "status=What")
    said = upswing("import", str(path), *words).fine
    assert said.splitlines()[-1] == "Came in: 2 applications, 1 rejection."
    # Kept with it, so that the same columns need no words the next time.
    assert "Nothing is new" in upswing("import", str(path)).fine
    path.write_text("Firm;When;What\nGamma;27/08/2023;Applied\n")
    assert "Came in: 1 application." in upswing("import", str(path)).fine


def test_the_american_search_comes_in_as_if_it_were_unknown(upswing: Command) -> None:
    words = (*COLUMNS, "--map", "status=Response?")
    said = upswing("import", str(AMERICA), *words, "--dry-run").fine
    assert "New: 176 applications, 51 rejections." in said
    assert "Lines 169, 171 tell of the same application" in said
    both = upswing("import", str(AMERICA), *words, "--keep-both", "--dry-run").fine
    assert "New: 177 applications, 51 rejections." in both


def test_days_that_nothing_decides_ask_for_their_order(upswing: Command, tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("Company,Date sent,Position\nAcme,03/04/2023,Dev\n")
    sentence = upswing("import", str(path), *COLUMNS).sentence
    assert "03/04/2023 may be day/month or month/day" in sentence
    for order, day in (("dmy", "2023-04-03"), ("mdy", "2023-03-04")):
        said = upswing("import", str(path), *COLUMNS, "--date-order", order, "--dry-run").fine
        assert f"{day} to {day}" in said


def test_an_unknown_table_says_how_its_columns_are_mapped(
    upswing: Command, journal: Path, tmp_path: Path
) -> None:
    path = tmp_path / "own.csv"
    path.write_text("Firm,Shoe size\nAcme,40\n")
    sentence = upswing("import", str(path)).sentence
    assert "Import…" in sentence
    assert "--map employer=COLUMN" in sentence
    assert "Firm, Shoe size" in sentence
    assert not journal.exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--map", "Company"), "employer=Company"),
        (("--map", "planet=Company"), "employer, position, day"),
        (("--map", "employer=Planet"), "no column “Planet”"),
        (("--map", "employer=Company", "--map", "employer=Position"), "mapped twice"),
        (("--map", "day=Date sent"), "which column is the employer"),
        ((*COLUMNS, "--date-order", "ydm"), "dmy, mdy, ymd"),
        ((*COLUMNS, "--as", "jsa"), "either the format or the columns"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_words_that_do_not_fit_are_one_sentence(
    upswing: Command, journal: Path, words: tuple[str, ...], said: str
) -> None:
    assert said in upswing("import", str(AMERICA), *words).sentence
    assert not journal.exists()


def test_indeeds_list_comes_in(upswing: Command) -> None:
    said = upswing("import", str(DATA / "applications_indeed_canada_2025.json")).fine
    assert "Indeed" in said
    assert said.splitlines()[-1] == "Came in: 201 applications, 30 rejections."
