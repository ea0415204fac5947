"""A window on a journal, offscreen, whose key presses are carried through to the painted pixels."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.domain.clock import SystemClock
from desktop_app.session import open_session
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.theme import Appearance

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


class _Painted(QObject):
    """Counts the widgets that were painted."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


@contextmanager
def opened(path: Path) -> Iterator[Callable[[str], None]]:
    """Open a window and give what presses a key and returns once it is stored and painted."""
    app = application()
    services = open_session(path, SystemClock())
    window = MainWindow(services, Appearance(app, "light"))
    window.resize(1280, 800)
    window.show()
    window.today.setFocus()
    QTest.qWaitForWindowExposed(window)
    services.upkeep.verify()  # as the window does right after it shows
    services.upkeep.prepare()
    app.processEvents()

    def press(key: str) -> None:
        QTest.keyClick(window.today, key)
        app.processEvents()

    _check(press, window, lambda: services.momentum.day(window.today.day))
    try:
        yield press
    finally:
        window.close()
        services.upkeep.close()
        app.processEvents()


def _check(press: Callable[[str], None], window: MainWindow, stored: Callable[[], object]) -> None:
    """Make sure that a key press writes and that what it changed is painted when it returns."""
    painted = _Painted()
    before = stored()
    seen = [window.today.activity, window.today.entries, window.today.momentum]
    for widget in (*seen, *(child for one in seen for child in one.findChildren(QWidget))):
        widget.installEventFilter(painted)
    press("A")
    assert stored() != before, "the key was not stored"
    assert painted.count, "nothing was painted"
    painted.deleteLater()


def application() -> QApplication:
    """Return the one application."""
    existing = QApplication.instance()
    return existing if isinstance(existing, QApplication) else QApplication([])
