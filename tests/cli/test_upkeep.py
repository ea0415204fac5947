"""The journal is checked, and the machine is looked at, without Qt and without making a file."""

import re
import sys
import tomllib
from pathlib import Path

import pytest

from desktop_app.cli import doctor
from desktop_app.storage.migrations import VERSION
from tests.cli.conftest import Command


def test_a_whole_journal_is_named_with_its_version_and_counts(
    upswing: Command, journal: Path
) -> None:
    upswing("log", "application")
    upswing("mood", "3")
    assert upswing("check").fine == (
        f"{journal} is whole (journal version {VERSION}): 1 check-in, 1 activity, 0 applications,"
        " 0 rejections.\n"
    )


def test_checking_makes_no_journal(upswing: Command, journal: Path) -> None:
    assert str(journal) in upswing("check").sentence
    assert not journal.exists()


def test_a_damaged_page_is_found_and_the_file_left_as_it_is(
    upswing: Command, journal: Path
) -> None:
    for _time in range(3):
        upswing("mood", "3", "--note", "n" * 3000)
    whole = journal.read_bytes()
    page = int.from_bytes(whole[16:18], "big")
    damaged = bytearray(whole)
    for start in range(10 * page, len(whole), page):
        damaged[start : start + 64] = b"\xff" * 64
    journal.write_bytes(damaged)
    assert str(journal) in upswing("check").sentence
    assert upswing("log", "application").sentence
    assert journal.read_bytes() == damaged


@pytest.mark.parametrize("share", [0.5, 0.9])
def test_a_journal_cut_short_is_found(upswing: Command, journal: Path, share: float) -> None:
    upswing("log", "application")
    whole = journal.read_bytes()
    cut = whole[: int(len(whole) * share)]
    journal.write_bytes(cut)
    assert "cut short" in upswing("check").sentence
    assert journal.read_bytes() == cut


def test_a_machine_that_has_everything_lacks_nothing(upswing: Command, journal: Path) -> None:
    assert upswing("doctor").fine == "Nothing is missing.\n"
    assert not journal.exists()


def test_what_is_missing_is_one_line_to_paste() -> None:
    missing = doctor.Lack(("matplotlib",), ("libEGL.so.1", "libxcb-cursor.so.0"))
    assert doctor.remedy(missing, has_apt=True, is_root=False) == (
        "sudo apt-get install -y --no-install-recommends libegl1 libxcb-cursor0"
        f" && {sys.executable} -m pip install matplotlib"
    )
    assert doctor.remedy(missing, has_apt=True, is_root=True).startswith("apt-get install -y")
    elsewhere = doctor.remedy(missing, has_apt=False, is_root=False)
    assert "libEGL.so.1" in elsewhere
    assert "\n" not in elsewhere


def test_a_missing_module_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(doctor.MODULES, "no_such_module", "no-such-distribution")
    assert doctor.report() == 2
    captured = capsys.readouterr()
    assert "pip install no-such-distribution" in captured.out
    assert captured.err == "Missing here: no_such_module.\n"


def test_doctor_and_the_makefile_want_the_same_libraries(repository: Path) -> None:
    script = (repository / ".ci" / "system-libraries").read_text()
    listed = re.search(r'^wanted="([^"]+)"', script, re.MULTILINE)
    assert listed is not None
    assert set(doctor.LIBRARIES.values()) == set(listed[1].split())


def test_doctor_looks_for_every_dependency(repository: Path) -> None:
    project = tomllib.loads((repository / "pyproject.toml").read_text())["project"]
    named = {re.split(r"[<>=!~ ]", one)[0] for one in project["dependencies"]}
    assert set(doctor.MODULES.values()) == named
