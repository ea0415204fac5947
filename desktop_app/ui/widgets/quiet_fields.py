"""Fields that leave the wheel to the page: a number, one of a few, or one of a few and own words.

Scrolling a page with the pointer over one of them changes nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QSpinBox

from desktop_app import tokens
from desktop_app.domain.methods import METHODS, method_label, read_method
from desktop_app.i18n import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QWidget

_EDGE = 9


class NumberField(QSpinBox):
    """A whole number that is typed or stepped."""

    def __init__(self, name: str, least: int, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setRange(least, most)
        # The style sheet's padding ends at it, and grows with the text as this does.
        edge = round(_EDGE * QApplication.font().pixelSize() / tokens.BODY.pixels)
        self.lineEdit().setTextMargins(edge, 0, 0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class ChoiceField(QComboBox):
    """One of a few by name; ``choice`` is its key."""

    def __init__(
        self, name: str, options: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        """Make a field.

        Args:
            name: what a screen reader says.
            options: key and label of each choice.
            parent: the widget that holds it.
        """
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for key, label in options:
            self.addItem(label, key)

    @property
    def choice(self) -> str:
        """The key of the choice."""
        return str(self.currentData())

    def set_choice(self, key: str) -> None:
        """Choose without telling anybody."""
        blocked = self.blockSignals(True)
        self.setCurrentIndex(max(0, self.findData(key)))
        self.blockSignals(blocked)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()


class MethodField(ChoiceField):
    """How something was done: from the list, or in own words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        options = [("", ""), *((method, method_label(method)) for method in METHODS)]
        super().__init__(_("Method"), options, parent)
        self.setEditable(True)
        # As wide as its place; the longest way of the list must not widen the page.
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        # Without a completer, which would make the list's words of own ones on leaving.
        self.setCompleter(None)  # type: ignore[arg-type]  # None takes it away

    @property
    def choice(self) -> str:
        """The key of a known way, else the own words."""
        return read_method(self.currentText())

    def set_choice(self, key: str) -> None:
        """Show a way without telling anybody; the cursor of one who types stays where it is."""
        if key == self.choice:
            return
        blocked = self.blockSignals(True)
        self.setEditText(method_label(key))
        self.blockSignals(blocked)
