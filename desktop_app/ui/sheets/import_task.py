"""Work of the import sheet that runs beside the window, and tells it how far it is."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRunnable, Signal

from desktop_app.domain.errors import UpswingError

if TYPE_CHECKING:
    from collections.abc import Callable


class ImportTask(QObject):
    """One piece of work in a worker thread.

    Signals:
        advanced: how many records of how many are written.
        finished: what the work returned.
        failed: the sentence of a failure that the person understands.
        broke: any other exception, for the window's own handling of faults.
    """

    advanced = Signal(int, int)
    finished = Signal(object)
    failed = Signal(str)
    broke = Signal(object)

    def __init__(self, work: Callable[[ImportTask], object]) -> None:
        super().__init__()
        self._work = work
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Ask the work to take everything back; it ends with ``failed``."""
        self._cancelled.set()

    def is_cancelled(self) -> bool:
        """Return whether it was asked to."""
        return self._cancelled.is_set()

    def advance(self, done: int, total: int) -> None:
        """Tell how far the work is; called in the worker."""
        self.advanced.emit(done, total)

    def run(self) -> None:
        """Do the work; called in the worker."""
        try:
            result = self._work(self)
        except UpswingError as error:
            self.failed.emit(str(error))
        except Exception as error:
            self.broke.emit(error)
        else:
            self.finished.emit(result)


class TaskRunner(QRunnable):
    """Hands a task to a thread pool and keeps it alive until it is done."""

    def __init__(self, task: ImportTask) -> None:
        super().__init__()
        self._task = task

    def run(self) -> None:
        """Run the task."""
        self._task.run()
