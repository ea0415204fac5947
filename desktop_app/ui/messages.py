"""Sentences for the person: what was done, with Undo where it can be taken back, and failures."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop_app.domain.errors import UpswingError

if TYPE_CHECKING:
    from collections.abc import Callable

Result = TypeVar("Result")


class Messages(QObject):
    """Where pages and sheets say something; the main window shows it as a toast."""

    said = Signal(str, object)

    def say(self, sentence: str, *, undo: bool | Callable[[], None] = False) -> None:
        """Show a sentence, with an Undo link where ``undo`` says so.

        Args:
            sentence: what was done, or why not.
            undo: True for the newest step, or a function that takes back what is no one step.
        """
        self.said.emit(sentence, undo)

    def done(self, action: Callable[[], object]) -> bool:
        """Run a use case and return whether it was done; a failure is shown as by ``attempt``."""
        try:
            action()
        except UpswingError as error:
            self.say(str(error))
            return False
        return True

    def attempt(self, action: Callable[[], Result]) -> Result | None:
        """Run a use case; a failure that the person can understand is shown, and None returned."""
        try:
            return action()
        except UpswingError as error:
            self.say(str(error))
            return None
