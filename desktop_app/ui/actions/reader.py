"""Reads key presses: which action a key means on a page, and whether it wants Alt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication

from desktop_app.ui.actions.physical import is_plain, key_of

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop_app.services.settings import Settings
    from desktop_app.ui.actions.action import Action
    from desktop_app.ui.actions.book import ActionBook

PLAIN, ALT, OFF = "on", "alt", "off"
BY_ITSELF = "auto"


class KeyReader:
    """Single characters log without a field in the focus; a screen reader needs them itself.

    With one at work, or where the person wants it so, they count together with Alt.
    """

    def __init__(self, book: ActionBook, settings: Settings) -> None:
        self._book = book
        self._settings = settings
        self._platform = QGuiApplication.platformName()

    @property
    def mode(self) -> str:
        """How single characters count now: ``on``, ``alt`` or ``off``."""
        chosen = str(self._settings.get("letter_keys"))
        if chosen != BY_ITSELF:
            return chosen
        return ALT if QAccessible.isActive() else PLAIN

    def action_of(self, event: QKeyEvent, page: str) -> Action | None:
        """Return what a key press does on a page, None where it means nothing."""
        mode = self.mode
        if (mode == PLAIN and is_plain(event)) or (mode == ALT and _is_alt(event)):
            return self._book.action_of(key_of(event, self._platform), page)
        return None

    def held_back(self, event: QKeyEvent, page: str) -> Action | None:
        """Return what a key would do if a screen reader did not need it, None otherwise."""
        by_itself = self._settings.get("letter_keys") == BY_ITSELF and self.mode == ALT
        if not by_itself or not is_plain(event):
            return None
        return self._book.action_of(key_of(event, self._platform), page)


def _is_alt(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return held == Qt.KeyboardModifier.AltModifier and not event.isAutoRepeat()
