"""What all tests of the window share: garbage is collected on this thread, between tests."""

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.desks import WindowDesk


@pytest.fixture(autouse=True)
def collected_between_tests() -> Iterator[None]:
    """Do as ui/garbage.py does: a collection in a worker would destroy this thread's widgets."""
    gc.disable()
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    gc.freeze()  # what lives on, such as modules, need not be looked through after every test


@pytest.fixture(autouse=True, scope="session")
def collection_goes_on_after_the_tests_of_the_window() -> Iterator[None]:
    yield
    gc.unfreeze()
    gc.enable()


@pytest.fixture
def window_desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[WindowDesk]:
    """Return the whole window over a journal of its own."""
    desk = WindowDesk(qtbot, qapp, tmp_path / "journal.upswing")
    yield desk
    desk.close()
