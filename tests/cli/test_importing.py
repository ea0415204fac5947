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
