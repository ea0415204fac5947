"""Garbage is collected on the GUI thread alone.

Python collects wherever the count of new objects happens to run over, also in a worker; widgets
that die there take the process down with them.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 2000


class Garbage(QObject):
    """Switches automatic collection off and collects by a timer instead."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start()

    def stop(self) -> None:
        """Give collection back to Python."""
        self._timer.stop()
        gc.enable()

    def _on_timeout(self) -> None:
        """Collect the generations that are due by Python's own thresholds, the oldest first."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > thresholds[generation]:
                gc.collect(generation)
                return
