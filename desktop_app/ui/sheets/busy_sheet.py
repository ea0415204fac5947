"""Says what is being done beside the window, and lets nothing else happen until it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QThreadPool, Signal
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.i18n import _
from desktop_app.ui.widgets.wrapping_label import WrappingLabel
from desktop_app.ui.workers import Job

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent

    from desktop_app.ui.theme import Appearance

_WIDTH = 380


class BusySheet(QDialog):
    """Runs a function in a worker; it can't be left before that has ended.

    Signals:
        ended: what the function returned.
        failed: the exception that it raised.
    """

    ended = Signal(object)
    failed = Signal(Exception)

    def __init__(
        self,
        appearance: Appearance,
        words: str,
        work: Callable[[], object],
        parent: QWidget | None = None,
    ) -> None:
        """Make the sheet; ``open()`` begins the work.

        Args:
            appearance: the look to follow.
            words: what is being done.
            work: the function, which must not touch the window.
            parent: the window that it belongs to.
        """
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._running = False
        self._job = Job(work)
        self.setWindowTitle(words)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(_("Progress"))
        px = appearance.px
        column = QVBoxLayout(self)
        edge = px(tokens.PAGE_PADDING)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(px(16))
        column.addWidget(WrappingLabel(appearance, words))
        column.addWidget(bar)
        self.setFixedWidth(px(_WIDTH))
        self._job.finished.connect(self._on_finished)
        self._job.failed.connect(self._on_failed)

    def open(self) -> None:
        """Show it, and begin."""
        super().open()
        self._running = True
        self._job.run_in(self._pool)

    def reject(self) -> None:
        """Stay while the work runs."""
        if not self._running:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stay while the work runs."""
        event.setAccepted(not self._running)

    def _on_finished(self, result: object) -> None:
        self._running = False
        self.accept()
        self.ended.emit(result)

    def _on_failed(self, error: Exception) -> None:
        self._running = False
        self.accept()
        self.failed.emit(error)
