"""The one window there is, built anew where its text is to have another size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from desktop_app.domain.errors import UpswingError
from desktop_app.domain.settings import text_scale
from desktop_app.ui.main_window import MainWindow

if TYPE_CHECKING:
    from desktop_app.services.bundle import Services
    from desktop_app.ui.theme import Appearance


class Shell(QObject):
    """Holds the main window.

    Widgets take their sizes once, as they are made; so another text size needs another window. It
    comes up over the same services, on the page and day of the one before it.

    Signals:
        replaced: the window that took the place of the one before it.
    """

    replaced = Signal(object)

    def __init__(
        self, services: Services, appearance: Appearance, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._appearance = appearance
        self._size = ""
        self.window = self._make()

    def _make(self) -> MainWindow:
        self._size = self._services.settings.get("text_size")
        window = MainWindow(self._services, self._appearance)
        # Queued: the step that changed the size is told and said to its end first.
        window.rebuild_asked.connect(self._on_rebuild_asked, Qt.ConnectionType.QueuedConnection)
        return window

    def _on_rebuild_asked(self) -> None:
        from desktop_app.ui.window_state import state_of, take_state  # late: seldom needed

        old = self.window
        if self._services.settings.get("text_size") == self._size:
            return  # it was asked for twice
        old.dialogs.leave_sheets()
        try:
            old.flush()
        except UpswingError as error:  # what was typed is only there
            old.say(str(error))
            return
        state = state_of(old)
        self._appearance.undress()
        self._appearance.set_text_scale(text_scale(self._services.settings.get("text_size")))
        self.window = new = self._make()
        self._appearance.dress()
        take_state(new, state)
        old.retire()
        self.replaced.emit(new)
