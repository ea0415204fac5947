"""A clean close when the system asks for it: SIGTERM, SIGINT and SIGHUP end the event loop."""

from __future__ import annotations

import contextlib
import signal
import socket
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Signal

if TYPE_CHECKING:
    from types import FrameType

_NAMES = ("SIGTERM", "SIGINT", "SIGHUP")


class SystemSignals(QObject):
    """Turns the system's signals into one of Qt's.

    Python runs its handlers only between bytecodes, of which a waiting event loop has none; so
    the signal's number travels through a socket that the loop watches.

    Signals:
        end_asked: the system wants the program to end.
    """

    end_asked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reader, self._writer = socket.socketpair()
        for end in (self._reader, self._writer):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._reader.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._on_activated)
        self._former = signal.set_wakeup_fd(self._writer.fileno(), warn_on_full_buffer=False)
        self._handlers = {
            number: signal.signal(number, _ignore)
            for name in _NAMES
            if (number := getattr(signal, name, None)) is not None
        }

    def close(self) -> None:
        """Give the signals back."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(self._former)
        for number, handler in self._handlers.items():
            signal.signal(number, handler)
        self._reader.close()
        self._writer.close()

    def _on_activated(self) -> None:
        with contextlib.suppress(BlockingIOError):
            self._reader.recv(64)
        self.end_asked.emit()


def _ignore(_number: int, _frame: FrameType | None) -> None:
    """Do nothing: the socket has the news."""
