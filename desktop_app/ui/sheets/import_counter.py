"""Counts what all rows bring by a mapping, beside the window, anew with each change of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_app.ui.sheets.import_task import ImportTask, TaskRunner
from desktop_app.ui.sheets.import_work import Counted, count_rows

if TYPE_CHECKING:
    from PySide6.QtCore import QThreadPool

    from desktop_app.services.bundle import Services
    from desktop_app.transfer.looking import Look
    from desktop_app.transfer.mapping import Mapping

COUNT_MS = 120


class RowCounter(QObject):
    """Counts for the newest mapping only.

    Signals:
        counted: the Counted of it.
        failed: why nothing can come in by it.
        broke: an exception that nobody foresaw.
    """

    counted = Signal(object)
    failed = Signal(str)
    broke = Signal(object)

    def __init__(self, services: Services, pool: QThreadPool, parent: QObject) -> None:
        super().__init__(parent)
        self._services = services
        self._pool = pool
        self._wanted: tuple[Look, Mapping] | None = None
        self._task: ImportTask | None = None
        self._tasks: list[ImportTask] = []
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(COUNT_MS)
        self._soon.timeout.connect(self._on_timeout)

    def count(self, look: Look, mapping: Mapping) -> None:
        """Count soon, once no other mapping follows at once."""
        self.stop()
        self._wanted = (look, mapping)
        self._soon.start()

    def stop(self) -> None:
        """Count no longer; what was begun tells nothing any more."""
        self._soon.stop()
        self._wanted = None
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _on_timeout(self) -> None:
        if self._wanted is None:
            return
        look, mapping = self._wanted
        services = self._services
        self._task = task = ImportTask(lambda task: count_rows(services, look, mapping, task))
        # A worker may still be on its way out of the ones before.
        self._tasks = [*self._tasks[-3:], task]
        task.finished.connect(self._on_finished)
        task.failed.connect(self._on_failed)
        task.broke.connect(self.broke)
        self._pool.start(TaskRunner(task))

    def _on_finished(self, counted: Counted) -> None:
        if self._wanted is not None and counted.mapping is self._wanted[1]:
            self.counted.emit(counted)

    def _on_failed(self, sentence: str) -> None:
        if self.sender() is self._task:
            self.failed.emit(sentence)
