"""A key press that searches 2,000 applications, and the way from page to page, over ten years."""

from __future__ import annotations

import itertools
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.domain.clock import SystemClock
from desktop_app.domain.stages import Stage
from desktop_app.session import open_session
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.pages.applications.page import ApplicationsPage
from desktop_app.ui.palette.palette import Palette
from desktop_app.ui.sheets.application_sheet import ApplicationSheet
from desktop_app.ui.theme import Appearance
from tests.bench.journals import APPLICATIONS, ten_years
from tests.bench.window import application

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication

Figures = list[tuple[str, float, float, str]]
KEY_MS, PAGE_MS, OPEN_MS = 20.0, 50.0, 100.0
TYPED = ("employer 62", "position 19", "empoyer 417", "nothing like it")


def measure(runs: int) -> Figures:
    """Return name, value, bound and unit of each figure; keys are carried to the pixels."""
    with TemporaryDirectory(prefix="upswing-bench-") as folder:
        path = ten_years(Path(folder) / "years.upswing")
        with _opened(path) as (app, window):
            return [
                *_switching(app, window, runs),
                *_steps(app, window, runs),
                *_page_search(app, window, runs),
                *_look_up(app, window, runs),
                *_palette(app, window, runs),
            ]


def _switching(app: QApplication, window: MainWindow, runs: int) -> Figures:
    names = ("applications", "today", "rejections", "lessons", "what_helped", "momentum")
    for name in names:
        window.show_page(name)  # made once, which is not switching
        app.processEvents()
    slowest = 0.0
    for name in names:
        other = "rejections" if name == "today" else "today"
        window.show_page(other)
        app.processEvents()
        ways = itertools.cycle((name, other))
        taken: list[float] = []
        for _run in range(runs):
            for way in (next(ways), next(ways)):
                start = perf_counter()
                window.show_page(way)
                app.processEvents()
                if way == name:
                    taken.append(perf_counter() - start)
        slowest = max(slowest, median(taken) * 1000)
    return [("the slowest page shown and painted, ten years", slowest, PAGE_MS, "ms")]


def _steps(app: QApplication, window: MainWindow, runs: int) -> Figures:
    """Go from step to step of a no after an interview, ten years behind it."""
    services = window._services
    no = next(one for one in services.rejections.all() if one.stage is Stage.INTERVIEW)
    window.open_guide(no.id)
    app.processEvents()
    taken: dict[str, list[float]] = {}
    for _run in range(runs + 1):
        for step in ("2", "3", "4", "1"):
            start = perf_counter()
            window.commands.run(f"guide_step:{step}")
            app.processEvents()
            taken.setdefault(step, []).append(perf_counter() - start)
    slowest = max(median(one[1:]) for one in taken.values()) * 1000
    return [("the slowest step of the guide shown and painted", slowest, PAGE_MS, "ms")]


def _page_search(app: QApplication, window: MainWindow, runs: int) -> Figures:
    page = window.show_page("applications")
    assert isinstance(page, ApplicationsPage)
    assert len(page.table.records) == APPLICATIONS
    page.run("find")
    keys = itertools.cycle(_presses())
    taken = _timed(app, lambda: _press(page.search, next(keys)), runs * 4)
    page.search.clear()
    return [(f"key of the quick search over {APPLICATIONS} applications", taken, KEY_MS, "ms")]


def _look_up(app: QApplication, window: MainWindow, runs: int) -> Figures:
    window.commands.run("add_application")
    app.processEvents()
    sheet = window.findChild(ApplicationSheet)
    QTest.keyClicks(sheet.fields.employer, "Employer 62")
    app.processEvents()
    assert sheet.fields.known.shown, "nothing was looked up"
    sheet.fields.employer.clear()
    keys = itertools.cycle(_presses())
    taken = _timed(app, lambda: _press(sheet.fields.employer, next(keys)), runs * 4)
    sheet.reject()
    return [
        (f"key of “Did I apply here already?” over {APPLICATIONS}", taken, KEY_MS, "ms"),
    ]


def _palette(app: QApplication, window: MainWindow, runs: int) -> Figures:
    def open_it() -> None:
        window.commands.run("palette")

    opening = []
    for _run in range(max(3, runs // 2)):
        start = perf_counter()
        open_it()
        app.processEvents()
        opening.append(perf_counter() - start)
        open_it()  # closes it again
        app.processEvents()
    open_it()
    app.processEvents()
    field = next(one.field for one in window.findChildren(Palette) if one.isVisible())
    keys = itertools.cycle(_presses())
    taken = _timed(app, lambda: _press(field, next(keys)), runs * 4)
    open_it()
    app.processEvents()
    return [
        ("the palette opened and painted, ten years", median(opening) * 1000, OPEN_MS, "ms"),
        (f"key of the palette over {APPLICATIONS} applications", taken, KEY_MS, "ms"),
    ]


def _presses() -> list[str]:
    """Return keys one after the other; "" takes everything away, which is not measured."""
    return [key for words in TYPED for key in (*words, "")]


def _press(field: object, key: str) -> bool:
    if key:
        QTest.keyClick(field, key)
        return True
    field.clear()  # type: ignore[attr-defined]
    return False


def _timed(app: QApplication, act: Callable[[], object], times: int) -> float:
    """Return the median milliseconds until an act is done and painted."""
    taken = []
    while len(taken) < times:
        start = perf_counter()
        counts = act() is not False
        app.processEvents()
        if counts:
            taken.append(perf_counter() - start)
    return median(taken) * 1000


@contextmanager
def _opened(path: Path) -> Iterator[tuple[QApplication, MainWindow]]:
    app = application()
    services = open_session(path, SystemClock())
    window = MainWindow(services, Appearance(app, "light"))
    window.resize(1280, 800)
    window.show()
    QTest.qWaitForWindowExposed(window)
    window.activateWindow()
    window.today.setFocus(Qt.FocusReason.OtherFocusReason)
    services.upkeep.verify()
    services.upkeep.prepare()
    app.processEvents()
    try:
        yield app, window
    finally:
        window.close()
        services.upkeep.close()
        app.processEvents()
