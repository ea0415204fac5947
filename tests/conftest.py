"""What every test stands on: no screen, no person's files, the same run everywhere."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.journals import Desk

REPOSITORY = Path(__file__).parent.parent


def _keep_away_from_the_person(home: Path) -> None:
    """Point every folder that Upswing could read or write at an empty home."""
    runtime = home / "runtime"
    runtime.mkdir(mode=0o700)
    os.environ.pop("UPSWING_JOURNAL", None)
    os.environ.update(
        HOME=str(home),
        XDG_DATA_HOME=str(home / "data"),
        XDG_CONFIG_HOME=str(home / "config"),
        XDG_STATE_HOME=str(home / "state"),
        XDG_CACHE_HOME=str(home / "cache"),
        XDG_RUNTIME_DIR=str(runtime),
        LC_ALL="C.UTF-8",
        LANGUAGE="en",
    )
    # Matplotlib's list of fonts holds nothing of the person's, and costs seconds to make anew.
    os.environ.setdefault("MPLCONFIGDIR", str(REPOSITORY / ".pytest_cache" / "matplotlib"))


# Here rather than in a fixture: modules may ask for these while they are imported.
_HOME = Path(tempfile.mkdtemp(prefix="upswing-home-"))
_keep_away_from_the_person(_HOME)
if not os.environ.get("UPSWING_TEST_REAL_WINDOW"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("upswing", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "upswing")


@pytest.fixture(scope="session", autouse=True)
def _empty_home() -> Iterator[None]:
    """Take the home of this run away when it is over."""
    yield
    shutil.rmtree(_HOME, ignore_errors=True)


@pytest.fixture(scope="session")
def repository() -> Path:
    """Return the folder that pyproject.toml lies in."""
    return REPOSITORY


@pytest.fixture
def own_journal(tmp_path: Path) -> Iterator[Desk]:
    """Return a new journal with its services, on Thursday 19 November 2026 at 18 o'clock."""
    desk = Desk(tmp_path / "home" / "journal.upswing")
    yield desk
    desk.close()
