"""What README and ARCHITECTURE say is so."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tomllib
from html import unescape
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parent.parent
README = (REPOSITORY / "README.md").read_text("utf-8")
ARCHITECTURE = (REPOSITORY / "ARCHITECTURE.md").read_text("utf-8")
PAGES = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md")

BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"`(upswing [^`]+)`")
LINK = re.compile(r"\]\(([^)\s]+)\)")
LAYER_ROW = re.compile(r"^\| (`\w+`(?:, `\w+`)*) \|", re.MULTILINE)
IN_PICTURE = re.compile(r'<text class="layer"[^>]*>([^<]+)</text>')


def examples() -> list[str]:
    """Return the lines of the README that a person would paste into a terminal."""
    lines = [line for block in BLOCK.findall(README) for line in block.splitlines()]
    return [line for line in lines if line.startswith("upswing ")]


def run(arguments: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the command as installed, on a journal in a folder and from that folder."""
    return subprocess.run(
        [sys.executable, "-m", "desktop_app", *arguments],
        cwd=folder,
        env={
            **os.environ,
            "PYTHONPATH": str(REPOSITORY),
            "UPSWING_JOURNAL": str(folder / "journal.upswing"),
            "QT_QPA_PLATFORM": "offscreen",
        },
        capture_output=True,
        text=True,
        timeout=50,
    )


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder that looks like the repository where an example names a file of it."""
    folder = tmp_path_factory.mktemp("readme")
    (folder / "tests").symlink_to(REPOSITORY / "tests")
    return folder


def test_there_are_examples_of_every_command_that_changes_the_journal() -> None:
    shown = {shlex.split(line)[1] for line in examples()}
    assert shown >= {"log", "mood", "rest", "reject", "import", "settings"}


@pytest.mark.parametrize("line", examples())
def test_every_example_works(home: Path, line: str) -> None:
    done = run(shlex.split(line)[1:], home)
    assert (done.returncode, done.stderr) == (0, ""), line
    assert done.stdout.strip()


def test_a_chart_stands_where_the_example_put_it(home: Path) -> None:
    line = next(line for line in examples() if " chart " in line)
    run(shlex.split(line)[1:], home)
    assert (home / "momentum.svg").read_text("utf-8").lstrip().startswith("<?xml")


@pytest.mark.parametrize("line", sorted(set(INLINE.findall(README))))
def test_every_command_named_in_a_sentence_exists(home: Path, line: str) -> None:
    arguments = [word for word in shlex.split(line)[1:] if word.islower()]
    done = run([*arguments, "--help"] if "--help" not in arguments else arguments, home)
    assert done.returncode == 0, done.stderr


def test_upswing_alone_opens_the_window(home: Path) -> None:
    done = run(["--quit-when-ready"], home)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("page", PAGES)
def test_everything_linked_to_exists(page: str) -> None:
    links = LINK.findall((REPOSITORY / page).read_text("utf-8"))
    own = [link.partition("#")[0] for link in links if "://" not in link]
    assert [link for link in own if link and not (REPOSITORY / link).exists()] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_make_target_named_exists(page: str) -> None:
    makefile = (REPOSITORY / "Makefile").read_text("utf-8")
    made = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    named = re.findall(r"`make ([a-z]+)|^make ([a-z]+)", (REPOSITORY / page).read_text("utf-8"))
    assert {name for pair in named for name in pair if name} <= made


def test_every_picture_is_shown_somewhere() -> None:
    drawn = {path.name for path in (REPOSITORY / "docs" / "screenshots").glob("*.png")}
    assert drawn == {Path(link).name for link in LINK.findall(README) if link.endswith(".png")}


def test_the_pictures_are_small() -> None:
    pictures = list((REPOSITORY / "docs" / "screenshots").glob("*.png"))
    assert sum(path.stat().st_size for path in pictures) < 1_200_000


def contract() -> list[set[str]]:
    """Return the layers that import-linter holds, the topmost first."""
    settings = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))
    (layers,) = (
        one["layers"]
        for one in settings["tool"]["importlinter"]["contracts"]
        if one["type"] == "layers"
    )
    return [
        {name.strip().removeprefix("desktop_app.") for name in row.split("|")} for row in layers
    ]


def test_the_table_of_layers_is_the_contract() -> None:
    rows = [set(re.findall(r"\w+", row)) for row in LAYER_ROW.findall(ARCHITECTURE)]
    assert rows == contract()


def test_the_picture_of_the_layers_is_the_contract() -> None:
    picture = (REPOSITORY / "docs" / "architecture.svg").read_text("utf-8")
    drawn = [unescape(name) for name in IN_PICTURE.findall(picture)]
    told = [name for row in contract() for name in sorted(row, key=drawn.index)]
    assert drawn == told


def test_every_path_in_the_table_of_new_things_exists() -> None:
    table = ARCHITECTURE.partition("## Where a new line belongs")[2].partition("\n## ")[0]
    named = [word for word in re.findall(r"`([\w/.]+)`", table) if "/" in word or "." in word]
    missing = [
        name
        for name in named
        if not (REPOSITORY / name).exists() and not (REPOSITORY / "desktop_app" / name).exists()
    ]
    assert named
    assert missing == []
