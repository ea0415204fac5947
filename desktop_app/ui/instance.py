"""One window a journal: a second start brings the running window to the front.

The journal's own lock decides who owns it; this local socket only carries the wish to be seen.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

if TYPE_CHECKING:
    from pathlib import Path

_WAIT_MS = 1500


def _name(journal: Path) -> str:
    digest = hashlib.sha256(str(journal.resolve()).encode("utf-8", "surrogateescape"))
    return f"upswing-{digest.hexdigest()[:24]}"


class Doorbell(QObject):
    """Listens for further starts with the same journal, for this person alone.

    Signals:
        rung: somebody started Upswing again.
    """

    rung = Signal()

    def __init__(self, journal: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        name = _name(journal)
        QLocalServer.removeServer(name)  # whoever held it is gone: we hold the journal's lock
        self._server.newConnection.connect(self._on_new_connection)
        self._server.listen(name)

    def close(self) -> None:
        """Stop listening."""
        self._server.close()

    def _on_new_connection(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            socket.disconnectFromServer()
            self.rung.emit()


def ring(journal: Path) -> bool:
    """Ask the running window to come to the front; return whether one answered."""
    socket = QLocalSocket()
    socket.connectToServer(_name(journal))
    if not socket.waitForConnected(_WAIT_MS):
        return False
    if socket.state() is not QLocalSocket.LocalSocketState.UnconnectedState:
        socket.waitForDisconnected(_WAIT_MS)
    return True
