"""The command on a journal of its own, in this process or as a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from desktop_app.cli import main
from desktop_app.domain.clock import SystemClock, local_day


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def sentence(self) -> str:
        """The one line on standard error of a command that was refused."""
        assert self.code == 2, self
        lines = self.err.splitlines()
        assert len(lines) == 1, self.err
        assert self.err == lines[0] + "\n"
        assert "Traceback" not in self.err
        return lines[0]

    @property
    def fine(self) -> str:
        """What a command that worked printed."""
        assert (self.code, self.err) == (0, ""), self
        return self.out


Command = Callable[..., Said]


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """Return where the journal of a test will lie."""
    return tmp_path / "journal.upswing"


@pytest.fixture
def upswing(
    journal: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Command:
    """Return the command, run in this process on the test's journal."""
    monkeypatch.setenv("UPSWING_JOURNAL", str(journal))

    def run(*words: str) -> Said:
        capsys.readouterr()
        code = main(words)
        captured = capsys.readouterr()
        return Said(code, captured.out, captured.err)

    return run


@pytest.fixture
def process(journal: Path, tmp_path: Path, repository: Path) -> Command:
    """Return the command, run as a process on the test's journal from an unrelated folder."""

    def run(*words: str, **environment: str | None) -> Said:
        variables = {**os.environ, "UPSWING_JOURNAL": str(journal), "PYTHONPATH": str(repository)}
        for name, value in environment.items():
            if value is None:
                variables.pop(name, None)
            else:
                variables[name] = value
        done = subprocess.run(
            [sys.executable, "-m", "desktop_app", *words],
            cwd=tmp_path,
            env=variables,
            capture_output=True,
            text=True,
            check=False,
            timeout=50,
        )
        return Said(done.returncode, done.stdout, done.stderr)

    return run


@pytest.fixture
def today() -> date:
    """Return the person's day."""
    return local_day(SystemClock().now(), 4)
