"""A stranger installs Upswing from any mirror, today and in two years."""

import os
import re
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest

TARGET = re.compile(r"^\s+([a-z]+)\s{2,}\S", re.MULTILINE)
# Taken apart, so that this file does not find itself.
ADDRESSES = re.compile(
    "|".join(("pypi.org" + "/simple", "registry." + "npmjs.org", "index" + "-url"))
)
LOCK_FILES = {
    "poetry.lock", "uv.lock", "pdm.lock", "pylock.toml", "Pipfile.lock", "package-lock.json",
    "yarn.lock", "pnpm-lock.yaml", "requirements.txt",
}  # fmt: skip


@pytest.fixture(scope="module")
def project(repository: Path) -> dict[str, Any]:
    """Return pyproject.toml."""
    return tomllib.loads((repository / "pyproject.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def files(repository: Path) -> list[Path]:
    """Return every file but those that .gitignore keeps out; a machine may have no git."""
    kept_out = {".git", *(repository / ".gitignore").read_text("utf-8").replace("/", "").split()}
    found: list[Path] = []
    for folder, folders, names in os.walk(repository):
        folders[:] = [name for name in folders if name not in kept_out]
        found += [Path(folder, name) for name in names if name not in kept_out]
    return found


def test_every_dependency_has_a_floor(project: dict[str, Any]) -> None:
    extras = project["project"]["optional-dependencies"]
    wanted = [*project["build-system"]["requires"], *project["project"]["dependencies"]]
    wanted += [name for extra in extras.values() for name in extra]
    others = [name for name in wanted if not name.startswith("upswing[")]
    assert others
    assert [name for name in others if not re.match(r"[\w.-]+>=\d+(\.\d+)+", name)] == []


def test_the_tests_bring_the_builder_that_the_project_names(project: dict[str, Any]) -> None:
    assert set(project["build-system"]["requires"]) <= set(
        project["project"]["optional-dependencies"]["test"]
    )


def test_no_file_names_the_address_of_a_registry(files: list[Path]) -> None:
    named = [
        path.name
        for path in files
        if ADDRESSES.search(path.read_bytes().decode("utf-8", errors="replace"))
    ]
    assert named == []


def test_there_is_no_lock_file(files: list[Path]) -> None:
    assert [path.name for path in files if path.name in LOCK_FILES] == []


def test_make_alone_tells_what_can_be_made(repository: Path) -> None:
    done = subprocess.run(["make"], cwd=repository, capture_output=True, text=True, check=True)
    targets = {"help", "run", "test", "lint", "bench", "screenshots", "clean"}
    assert set(TARGET.findall(done.stdout)) == targets


@pytest.mark.parametrize("name", ["run", "find-python", "system-libraries"])
def test_the_scripts_can_be_run_and_parsed(repository: Path, name: str) -> None:
    script = repository / ".ci" / name
    assert script.stat().st_mode & 0o111
    shell = script.read_text("utf-8").splitlines()[0].split("/")[-1].removeprefix("env ")
    subprocess.run([shell, "-n", str(script)], check=True)
