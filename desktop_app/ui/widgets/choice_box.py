"""A box that opens a list of choices; the wheel is left to the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QWheelEvent


class ChoiceBox(QComboBox):
    """One of several choices, for where chips would take too much room.

    Signals:
        choice_made: the key that the person chose.
    """

    choice_made = Signal(str)

    def __init__(
        self, choices: Sequence[tuple[str, str]], name: str, parent: QWidget | None = None
    ) -> None:
        """Make a box.

        Args:
            choices: key and label of each choice.
            name: what a screen reader says, such as ``A day starts at``.
            parent: the widget that holds it.
        """
        super().__init__(parent)
        self.setAccessibleName(name)
        self.view().setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for key, label in choices:
            self.addItem(label, key)
        self.currentIndexChanged.connect(self._on_index_changed)

    @property
    def choice(self) -> str:
        """The key of the choice."""
        return str(self.currentData() or "")

    def set_choice(self, key: str) -> None:
        """Choose without telling anybody."""
        blocked = self.blockSignals(True)
        self.setCurrentIndex(self.findData(key))
        self.blockSignals(blocked)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page, so that scrolling changes no choice."""
        event.ignore()

    def _on_index_changed(self, _index: int) -> None:
        self.choice_made.emit(self.choice)
