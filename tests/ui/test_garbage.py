import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.ui import garbage
from desktop_app.ui.garbage import Garbage


class Cycle:
    def __init__(self) -> None:
        self.itself = self


@pytest.fixture
def policy(qapp: object, monkeypatch: pytest.MonkeyPatch) -> Iterator[Garbage]:
    was_enabled = gc.isenabled()
    monkeypatch.setattr(garbage, "EVERY_MS", 20)
    policy = Garbage(qapp)  # type: ignore[arg-type]
    yield policy
    policy.stop()
    if not was_enabled:
        gc.disable()


def test_nothing_is_collected_in_a_worker(policy: Garbage) -> None:
    died_on = []

    def work() -> None:
        for _time in range(3000):
            weakref.finalize(Cycle(), lambda: died_on.append(threading.current_thread()))

    worker = threading.Thread(target=work)
    worker.start()
    worker.join()
    assert died_on == []
    assert not gc.isenabled()


def test_the_gui_thread_collects_by_and_by(policy: Garbage, qtbot: QtBot) -> None:
    died_on = []
    for _time in range(3000):
        weakref.finalize(Cycle(), lambda: died_on.append(threading.current_thread()))
    qtbot.waitUntil(lambda: len(died_on) == 3000)
    assert set(died_on) == {threading.main_thread()}


def test_collection_goes_back_to_python_at_the_end(policy: Garbage) -> None:
    policy.stop()
    assert gc.isenabled()
