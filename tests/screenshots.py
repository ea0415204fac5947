"""Draws docs/screenshots from the real window: ``python -m tests.screenshots [PICTURE]…``.

The pictures are the same on every run: a clock that stands still, an invented search from a
fixed seed, the French search of tests/data, and no screen.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

# Before anything asks for the language or for a screen.
os.environ.update(QT_QPA_PLATFORM="offscreen", QT_SCALE_FACTOR="1", LC_ALL="C.UTF-8", LANGUAGE="en")

from PIL import Image
from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from desktop_app.domain.clock import FixedClock
from desktop_app.domain.guide.questions import FRIEND
from desktop_app.domain.guide.reasons import Place
from desktop_app.domain.guide.steps import Step
from desktop_app.domain.stages import Channel, Stage
from desktop_app.services.rejections import RejectionForm
from desktop_app.session import open_session
from desktop_app.transfer.recognise import read_history
from desktop_app.ui.garbage import Garbage
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.pages.momentum import MomentumPage
from desktop_app.ui.pages.rejections.page import RejectionsPage
from desktop_app.ui.sheets.import_sheet import ImportSheet
from desktop_app.ui.sheets.rejection_sheet import RejectionSheet
from desktop_app.ui.theme import Appearance
from tests.invented_search import NOW, TODAY, build

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QWidget

    from desktop_app.services.bundle import Services

REPOSITORY = Path(__file__).parent.parent
FOLDER = REPOSITORY / "docs" / "screenshots"
FRENCH = REPOSITORY / "tests" / "data" / "applications_france_2023.csv"
SIZE = (1280, 800)
LONGEST_WAIT = 30.0
POINTED_AT = date(2026, 10, 20)


class Studio:
    """One application without a screen, the journals it shows, and the pictures it takes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._app = QApplication([sys.argv[0], "-style", "Fusion"])
        self._app.setCursorFlashTime(0)
        self._garbage = Garbage(self._app)
        self.look = Appearance(self._app, "light", text_scale=1.0)

    def invented(self) -> Services:
        """Return the services over the invented search."""
        path = self._journal("invented")
        return open_session(path, FixedClock(NOW)) if path.exists() else build(path)[0]

    def french(self) -> Services:
        """Return the services over a journal that holds the French search."""
        services = open_session(self._journal("french"), FixedClock(NOW))
        services.importing.apply(read_history(FRENCH, today=TODAY))
        return services

    def empty(self) -> Services:
        """Return the services over an empty journal."""
        return open_session(self._journal("empty"), FixedClock(NOW))

    @contextmanager
    def window(self, services: Services, theme: str = "light") -> Iterator[MainWindow]:
        """Show the main window over a journal until the picture is taken."""
        today = services.days.today()
        services.settings.set("appearance", theme, today=today)
        self.look.set_choice(theme)
        window = MainWindow(services, self.look)
        painted: list[bool] = []
        window.first_painted.connect(lambda: painted.append(True))
        window.resize(*SIZE)
        window.show()
        window.today.setFocus()
        self.wait(lambda: bool(painted))
        self.settle()
        yield window
        window.close()
        window.deleteLater()
        self.settle()

    def wait(self, ready: Callable[[], bool]) -> None:
        """Let the window work until something is there.

        Raises:
            TimeoutError: it did not come within 30 seconds.
        """
        until = time.monotonic() + LONGEST_WAIT
        while not ready():
            if time.monotonic() > until:
                raise TimeoutError
            self._app.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)

    def settle(self) -> None:
        """Let everything that was asked for be painted."""
        for _turn in range(5):
            self._app.sendPostedEvents()
            self._app.processEvents()

    def take(self, widget: QWidget, name: str) -> None:
        """Write a picture of a widget, small enough for a repository page."""
        self.settle()
        FOLDER.mkdir(parents=True, exist_ok=True)
        path = FOLDER / f"{name}.png"
        widget.grab().save(str(path))
        with Image.open(path) as picture:
            # 256 colours are enough for flat fills, and need a third of the bytes.
            small = picture.convert("RGB").quantize(256, dither=Image.Dither.NONE)
        small.save(path, optimize=True)
        sys.stdout.write(f"{path.relative_to(REPOSITORY)}  {path.stat().st_size // 1024} KB\n")

    def _journal(self, name: str) -> Path:
        return self._folder / name / "journal.upswing"


def today(studio: Studio, name: str) -> None:
    """Today with a day half done, just after a letter was pressed."""
    services = studio.invented()
    services.activities.take_one("networking", TODAY)  # what the letter brings back
    services.offers.put_setback_away()  # the picture is of the day
    with studio.window(services, _theme(name)) as window:
        QTest.keyClick(window.today, Qt.Key.Key_N)
        _wait_for_toast(studio, window)
        studio.take(window, name)


def momentum(studio: Studio, name: str) -> None:
    """Momentum over 90 days, with the pointer on a day with a no."""
    with studio.window(studio.invented(), _theme(name)) as window:
        page = window.show_page("momentum")
        assert isinstance(page, MomentumPage)
        page.ranges.set_choice("90")
        page.refresh()
        studio.wait(lambda: page.chart.ready and bool(page.chart.geometry_drawn.spots))
        studio.settle()
        drawn = page.chart.geometry_drawn
        spot = next(one for one in drawn.spots if one.period.first == POINTED_AT)
        # No mouse is moved: it would stay where it is and hover in the pictures that follow.
        page.chart._pointer.moved.emit(spot.x, drawn.frame.bottom - 40)
        studio.take(window, name)


def rejections(studio: Studio, name: str) -> None:
    """The rejections of a real search."""
    with studio.window(studio.french(), _theme(name)) as window:
        page = window.show_page("rejections")
        assert isinstance(page, RejectionsPage)
        met = (one for one in page.table.records if one.stage is Stage.INTERVIEW and one.position)
        page.select(next(met).id)
        studio.take(window, name)


def rejection_sheet(studio: Studio, name: str) -> None:
    """'A rejection came in' with a known application filled in."""
    with studio.window(studio.invented()) as window:
        window.menus.actions["rejection"].trigger()
        sheet = window.findChild(RejectionSheet)
        studio.settle()
        QTest.keyClicks(sheet.fields.employer, "Hald")
        QTest.keyClick(sheet.fields.employer, Qt.Key.Key_Return)
        sheet.fields.mood.set_mood(3)
        studio.take(sheet, name)
        sheet.fields.show_state(sheet._start)
        sheet.close()


def guide(studio: Studio, name: str) -> None:
    """The first of the four steps after an interview, with reasons sorted."""
    services = studio.invented()
    no = services.rejections.note(
        RejectionForm(
            "Kestrel Health",
            "Insight analyst",
            stage=Stage.INTERVIEW,
            channel=Channel.EMAIL,
            mood=2,
        )
    )
    for words, place in (
        ("Internal candidate got it", Place.OUTSIDE),
        ("Hiring budget was cut", Place.OUTSIDE),
        ("Salary range too far apart", Place.SHARED),
        ("SQL test: ran out of time", Place.MINE),
    ):
        services.guide.place(no, words, place)
    friend = "You got further than most, and they chose one of two good people."
    services.guide.answer(no, Step.NOT_PERSONAL, FRIEND, friend)
    with studio.window(services, _theme(name)) as window:
        window.open_guide(no)
        studio.take(window, name)


def first_run(studio: Studio, name: str) -> None:
    """The first window of a new journal."""
    with studio.window(studio.empty()) as window:
        studio.take(window, name)


def import_preview(studio: Studio, name: str) -> None:
    """What a file would bring, before it is imported."""
    with studio.window(studio.empty()) as window:
        window.menus.actions["import"].trigger()
        sheet = window.findChild(ImportSheet)
        sheet.read_file(FRENCH)
        button = next(one for one in sheet.findChildren(QPushButton) if one.text() == "Import")
        studio.wait(button.isVisible)
        studio.take(sheet, name)
        sheet.close()


PICTURES: dict[str, Callable[[Studio, str], None]] = {
    "today-light": today,
    "today-dark": today,
    "momentum-light": momentum,
    "momentum-dark": momentum,
    "rejections-light": rejections,
    "rejection-sheet": rejection_sheet,
    "guide-light": guide,
    "guide-dark": guide,
    "first-run": first_run,
    "import-preview": import_preview,
}


def main(names: list[str]) -> int:
    """Draw the pictures named, or all of them."""
    unknown = sorted(set(names) - set(PICTURES))
    if unknown:
        sys.stderr.write(f"No picture {', '.join(unknown)}. There are {', '.join(PICTURES)}.\n")
        return 2
    with TemporaryDirectory(prefix="upswing-pictures-") as folder:
        studio = Studio(Path(folder))
        for name, draw in PICTURES.items():
            if name in names or not names:
                draw(studio, name)
    return 0


def _theme(name: str) -> str:
    return name.rpartition("-")[2]


def _wait_for_toast(studio: Studio, window: MainWindow) -> None:
    """Wait until the toast has faded in."""
    toast = window.toasts.toast
    studio.wait(lambda: (effect := toast.graphicsEffect()) is None or not effect.isEnabled())


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
