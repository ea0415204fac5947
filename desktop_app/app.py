"""The window's composition root: application, journal, look, main window."""

from __future__ import annotations

import sys
import traceback
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QThreadPool, QTimer
from PySide6.QtWidgets import QApplication

from desktop_app import __version__
from desktop_app.domain.clock import Clock, SystemClock
from desktop_app.domain.errors import JournalInUse, UpswingError
from desktop_app.domain.settings import text_scale
from desktop_app.i18n import _
from desktop_app.paths import config_folder, resource
from desktop_app.session import open_session
from desktop_app.ui.garbage import Garbage
from desktop_app.ui.shell import Shell
from desktop_app.ui.theme import Appearance
from desktop_app.ui.window_place import WindowPlace

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from desktop_app.services.bundle import Services
    from desktop_app.ui.main_window import MainWindow

FIRST_SIZE = (1280, 800)


def run(path: Path, quit_when_ready: bool = False, *, clock: Clock | None = None) -> int:
    """Open the window over a journal and return the exit code.

    Args:
        path: the journal; it is made where nothing stands.
        quit_when_ready: close as soon as the window takes input, for benchmarks.
        clock: the person's clock; the computer's where None.
    """
    app = QApplication([*sys.argv[:1], "-style", "Fusion"])
    garbage = Garbage(app)
    app.setApplicationName("Upswing")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("upswing")
    try:
        services = open_session(path, clock or SystemClock())
    except UpswingError as error:
        return _refuse(app, error, path, quiet=quit_when_ready)
    scale = text_scale(services.settings.get("text_size"))
    choice = services.settings.get("appearance")
    appearance = Appearance(app, choice, text_scale=scale, dressed=False)
    shell = Shell(services, appearance, app)
    window = shell.window
    appearance.dress()
    started = Started(app, shell, services, quit_when_ready=quit_when_ready)
    window.first_painted.connect(started.on_ready)
    place = WindowPlace(_place_file(), window)
    if not place.restore():
        screen = app.primaryScreen().availableGeometry()
        wide, tall = (appearance.px(size) for size in FIRST_SIZE)
        window.resize(min(wide, screen.width()), min(tall, screen.height()))
    if not quit_when_ready:
        window.closing.connect(place.save)
        shell.replaced.connect(_keep_place)
    window.show()
    window.today.setFocus()
    code = app.exec()
    QThreadPool.globalInstance().waitForDone()  # a check that still runs holds the journal
    services.upkeep.close()
    garbage.stop()
    return code


def _place_file() -> Path:
    return config_folder() / "window.ini"


def _keep_place(window: MainWindow) -> None:
    window.closing.connect(WindowPlace(_place_file(), window).save)


class Started(QObject):
    """What waits until the window takes input: checks, imports, the bell, the system's signals."""

    def __init__(
        self, app: QApplication, shell: Shell, services: Services, *, quit_when_ready: bool
    ) -> None:
        super().__init__(shell)
        self._app = app
        self._shell = shell
        self._services = services
        self._quit = quit_when_ready

    @property
    def _window(self) -> MainWindow:
        """The window that stands there now."""
        return self._shell.window

    def on_ready(self) -> None:
        """Go on behind the window."""
        if self._quit:
            self._window.close()
            return
        # Late, as are all imports here: what the start does not need must not burden it.
        from PySide6.QtGui import QIcon

        from desktop_app.ui.instance import Doorbell
        from desktop_app.ui.signals import SystemSignals
        from desktop_app.ui.workers import Job

        sys.excepthook = self._on_fault
        self._app.setWindowIcon(QIcon(str(resource("icons", "upswing.svg"))))
        self._signals = SystemSignals(self)
        self._signals.end_asked.connect(self._on_end_asked)
        self._app.commitDataRequest.connect(self._on_session_ending)
        self._bell = Doorbell(self._services.path, self)
        self._bell.rung.connect(self._on_rung)
        self._job = Job(self._prepare, self)
        self._job.failed.connect(self._on_failed)
        self._job.finished.connect(self._on_prepared)
        self._job.run_in(QThreadPool.globalInstance())

    def _prepare(self) -> None:
        """Check the whole file and load what the first write needs, in a worker."""
        self._services.upkeep.verify()
        self._services.upkeep.prepare()

    def _on_prepared(self, _result: object) -> None:
        try:
            self._services.days.mark_absence()
        except UpswingError as error:
            self._window.say(str(error))

    def _on_end_asked(self) -> None:
        self._window.close()

    def _on_rung(self) -> None:
        self._window.come_forward()

    def _on_failed(self, error: Exception) -> None:
        self._window.say(str(error))

    def _on_session_ending(self) -> None:
        try:
            self._window.flush()
        except UpswingError as error:
            self._window.say(str(error))

    def _on_fault(
        self,
        kind: type[BaseException],
        error: BaseException,
        trace: TracebackType | None,
    ) -> None:
        """Keep the window alive after a fault in one slot, and say so."""
        # Only where in the program it happened: the exception's own text may hold the person's.
        sys.stderr.write("".join(traceback.format_tb(trace)) + kind.__name__ + "\n")
        self._window.say(
            str(error)
            if isinstance(error, UpswingError)
            else _("Something went wrong inside Upswing. What was saved is safe.")
        )


def _refuse(app: QApplication, error: UpswingError, path: Path, *, quiet: bool) -> int:
    """Say why the journal can't be opened; a running window comes to the front instead."""
    if isinstance(error, JournalInUse):
        from desktop_app.ui.instance import ring

        if ring(path):
            sys.stdout.write(_("Upswing is open already; its window comes to the front.") + "\n")
            return 0
    sys.stderr.write(f"{error}\n")
    if not quiet:
        from PySide6.QtWidgets import QMessageBox

        Appearance(app)
        box = QMessageBox()
        box.setWindowTitle("Upswing")
        box.setTextFormat(Qt.TextFormat.PlainText)  # it names the journal's path
        box.setText(str(error))
        QTimer.singleShot(0, box.activateWindow)
        box.exec()
    return 2
