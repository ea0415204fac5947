"""What was told as stored survives the program being killed at any moment."""

from __future__ import annotations

import random
import signal
import time
from typing import TYPE_CHECKING

import pytest

from tests.journals import TODAY, Desk, python

if TYPE_CHECKING:
    from pathlib import Path

LOG_FOR_EVER = """
import sys
from pathlib import Path
sys.path.insert(0, "")
from tests.journals import Desk, TODAY
desk = Desk(Path(sys.argv[1]))
number = int(sys.argv[2])
print("ready", flush=True)
while True:
    desk.activities.log("networking", note=f"entry {number} " + "words " * 50)
    print(number, flush=True)
    desk.check_ins.set_note(TODAY, f"note {number} " * 30)
    if number % 3 == 0:
        desk.upkeep.undo()
        desk.upkeep.redo()
    number += 1
"""


def test_ten_kills_while_logging_lose_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    path = tmp_path / "journal.upswing"
    chance = random.Random(20261119)
    acknowledged: set[int] = set()
    first = 0
    for _ in range(10):
        with python(LOG_FOR_EVER, path, first) as program:
            assert program.stdout is not None
            assert program.stderr is not None
            assert program.stdout.readline() == "ready\n", program.stderr.read()
            time.sleep(chance.uniform(0.01, 0.25))
            program.send_signal(signal.SIGKILL)
            lines = program.stdout.read().splitlines(keepends=True)
        said = {int(line) for line in lines if line.endswith("\n")}
        acknowledged |= said
        first = max(acknowledged, default=0) + 2
        desk = Desk(path)
        try:
            assert desk.value("PRAGMA integrity_check") == "ok"
            kept = {int(one.note.split()[1]) for one in desk.activities.of_day(TODAY)}
            assert acknowledged - kept == set()
            assert all(
                one.note == f"entry {one.note.split()[1]} " + "words " * 50
                for one in desk.activities.of_day(TODAY)
            )
            desk.assert_sums_agree()
        finally:
            desk.close()
    if len(acknowledged) < 20:
        pytest.fail(f"only {len(acknowledged)} entries were logged; the test says too little")
