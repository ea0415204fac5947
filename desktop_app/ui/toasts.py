"""The window's toast, and whether its Undo still takes back what it names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop_app.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from desktop_app.services.upkeep import Upkeep
    from desktop_app.ui.theme import Appearance


class Toasts(QObject):
    """Shows one sentence at a time."""

    def __init__(
        self, appearance: Appearance, ground: QWidget, upkeep: Upkeep, undo: Callable[[], None]
    ) -> None:
        """Make no toast yet.

        Args:
            appearance: the look to follow.
            ground: the widget at whose bottom right it shows.
            upkeep: tells which step undo would take back.
            undo: takes back the newest step.
        """
        super().__init__(ground)
        self._upkeep = upkeep
        self._undo = undo
        self._own_undo: Callable[[], None] | None = None
        self._mark: int | None = None
        self.toast = Toast(appearance, ground)
        self.toast.undo_asked.connect(self._on_undo)

    def show(self, sentence: str, undo: object) -> None:
        """Show a sentence; see ``Messages.say``."""
        own = undo if callable(undo) else None
        self._own_undo = own
        self._mark = self._upkeep.undo_mark if undo is True else None
        self.toast.show_message(sentence, undo=bool(undo), key=own is None)

    def carried(self) -> tuple[str, bool] | None:
        """Return the sentence in sight and whether it undoes the newest step, else None."""
        if self.toast.isHidden() or self._own_undo is not None:
            return None
        return self.toast.sentence, self._mark is not None

    def place(self) -> None:
        """Stand anew where it covers nothing."""
        if not self.toast.isHidden():
            self.toast.place()

    def take_change(self) -> None:
        """Go, once the journal changed and Undo would take back another step than is named."""
        if self._mark is not None:
            QTimer.singleShot(0, self, self._drop_old)  # a sentence of its own comes first

    def _drop_old(self) -> None:
        if self._mark is not None and self._mark != self._upkeep.undo_mark:
            self._mark = None
            self.toast.dismiss()

    def _on_undo(self) -> None:
        (self._own_undo or self._undo)()
