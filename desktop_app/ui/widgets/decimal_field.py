"""A field for a number: typed, or stepped by arrows; the wheel is left to the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QDoubleSpinBox, QSizePolicy, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QWheelEvent

    from desktop_app.ui.theme import Appearance

_WIDTH = 92
_UNDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class DecimalField(QDoubleSpinBox):
    """A number of a range, with up to two decimals where it has any.

    Signals:
        number_chosen: the number, once it was typed to its end or stepped.
        left: the focus left the field.
    """

    number_chosen = Signal(float)
    left = Signal()

    def __init__(
        self,
        appearance: Appearance,
        name: str,
        least: float,
        most: float,
        parent: QWidget | None = None,
        *,
        decimals: int = 2,
    ) -> None:
        """Make a field.

        Args:
            appearance: the look to follow.
            name: what a screen reader says, such as ``Points``.
            least: the smallest number.
            most: the largest one.
            parent: the widget that holds it.
            decimals: how many decimals may be typed.
        """
        super().__init__(parent)
        self._appearance = appearance
        self.setAccessibleName(name)
        self.lineEdit().setAccessibleName(name)
        self.lineEdit().setTextMargins(appearance.px(8), 0, 0, 0)
        self.setDecimals(decimals)
        self.setRange(least, most)
        self.setKeyboardTracking(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.valueChanged.connect(self.number_chosen)

    def set_number(self, number: float) -> None:
        """Show a number without telling anybody."""
        blocked = self.blockSignals(True)
        self.setValue(number)
        self.blockSignals(blocked)

    def textFromValue(self, value: float) -> str:
        """Write a number without needless decimals."""
        text = self.locale().toString(value, "f", self.decimals())
        point = self.locale().decimalPoint()
        return text.rstrip("0").removesuffix(point) if point in text else text

    def sizeHint(self) -> QSize:
        """Return room for four digits."""
        return QSize(self._appearance.px(_WIDTH), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return room for four digits."""
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl+Z to the window once the number is taken; before that it undoes typing."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and any(event.matches(key) for key in _UNDO)
            and self.text() == self.textFromValue(self.value())
        ):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter, which ends the typing, from whoever stands behind."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.setAccepted(not event.modifiers() & Qt.KeyboardModifier.ControlModifier)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the field was left."""
        super().focusOutEvent(event)
        self.left.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page, so that scrolling changes no number."""
        event.ignore()
