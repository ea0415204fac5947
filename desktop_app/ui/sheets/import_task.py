"""Work of the import sheet that runs beside the window, and tells it how far it is."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRunnable, Signal

from desktop_app.domain.errors import UpswingError
from desktop_app.transfer.mapped import Stopped

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
        self._lock = threading.Lock()
        self._cancelled = False
        self._sealed = False

    def cancel(self) -> bool:
        """Ask the work to take everything back, and return whether it will.

        It will not once everything is written and only has to be kept; then it ends with
        ``finished`` in a moment, otherwise with ``failed``.
        """
        with self._lock:
            self._cancelled = self._cancelled or not self._sealed
            return self._cancelled

    def is_cancelled(self) -> bool:
        """Return whether it was asked to."""
        with self._lock:
            return self._cancelled

    def advance(self, done: int, total: int) -> None:
        """Tell how far the work is; called in the worker."""
        if done >= total:
            with self._lock:
                self._sealed = not self._cancelled
        self.advanced.emit(done, total)

    def run(self) -> None:
        """Do the work; called in the worker."""
        try:
            result = self._work(self)
        except Stopped:
            pass  # nobody waits for it any more
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
