"""Work off the GUI thread: a function runs in a pool, its result comes back as a signal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

if TYPE_CHECKING:
    from collections.abc import Callable


class Job(QObject):
    """One piece of work.

    Signals:
        finished: the function's result.
        failed: the exception that it raised.
    """

    finished = Signal(object)
    failed = Signal(Exception)

    def __init__(self, function: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._function = function

    def run_in(self, pool: QThreadPool) -> None:
        """Start in a thread of the pool; the job must be kept until it has finished."""
        pool.start(_Runner(self))

    def work(self) -> None:
        """Run the function on the present thread and tell of the result."""
        try:
            result = self._function()
        except Exception as error:
            self.failed.emit(error)
        else:
            self.finished.emit(result)


class _Runner(QRunnable):
    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job

    def run(self) -> None:
        """Do the job's work."""
        self._job.work()
