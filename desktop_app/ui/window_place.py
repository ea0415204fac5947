"""Where the window stood and how large it was, kept in a small file of this computer."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QWidget

_KEY = "geometry"


class WindowPlace(QObject):
    """Remembers the place of a window, whichever journal it shows.

    A file that is damaged or can't be written is no reason to trouble anybody: the window then
    stands where a new one does.
    """

    def __init__(self, file: Path, window: QWidget) -> None:
        super().__init__(window)
        self._file = file
        self._window = window

    def restore(self) -> bool:
        """Put the window where it last was, on a screen that is there; False for a new window.

        Qt moves it back where its screen is gone, makes it smaller where the screen is, and keeps
        whether it was maximised.
        """
        with suppress(OSError):
            if not self._file.is_file():
                return False
            kept = self._settings().value(_KEY)
            # Qt takes a place that was cut short as well, with chance in its end.
            whole = self._window.saveGeometry().size()
            if isinstance(kept, QByteArray) and kept.size() == whole:
                return self._window.restoreGeometry(kept)
        return False

    def save(self) -> None:
        """Keep where the window is."""
        with suppress(OSError):
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            settings = self._settings()
            settings.setValue(_KEY, self._window.saveGeometry())
            settings.sync()
            if self._file.is_file():
                self._file.chmod(0o600)

    def _settings(self) -> QSettings:
        from PySide6.QtCore import QSettings  # late: a first start needs none

        return QSettings(str(self._file), QSettings.Format.IniFormat)
