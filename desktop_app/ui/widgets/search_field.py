"""A field that searches while one types; Esc empties it, a second Esc leaves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.ui.widgets.key_cap import KeyCap

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent

    from desktop_app.tokens import Theme
    from desktop_app.ui.theme import Appearance

_ICON = 18


class SearchField(QLineEdit):
    """Words to look for.

    Signals:
        left: Esc was pressed in the empty field, or Enter or Down in any.
    """

    left = Signal()

    def __init__(
        self,
        appearance: Appearance,
        name: str,
        placeholder: str,
        key: str = "/",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self._cap = KeyCap(appearance, key, self) if key else None
        self.setProperty("action", "find" if key else "")
        self.textChanged.connect(self._on_text_changed)
        self.setTextMargins(appearance.px(_ICON + 8), 0, appearance.px(26), 0)
        appearance.theme_changed.connect(self._on_theme_changed)

    def set_key(self, key: str) -> None:
        """Show another key on the cap."""
        if self._cap is not None:
            self._cap.set_key(key)
            self._place_cap()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty or leave by Esc, go to what was found by Enter or Down."""
        key = event.key()
        if key == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif key in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field and the glass."""
        super().paintEvent(event)
        size = self._appearance.px(_ICON)
        place = QRectF(self._appearance.px(10), (self.height() - size) / 2, size, size)
        painter = QPainter(self)
        self._appearance.icons.paint(
            painter, "search", self._appearance.theme.text2, place, self.devicePixelRatioF()
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the cap at the right."""
        super().resizeEvent(event)
        self._place_cap()

    def _place_cap(self) -> None:
        if self._cap is not None:
            size = self._cap.sizeHint()
            left = self.width() - size.width() - self._appearance.px(8)
            self._cap.setGeometry(
                left, (self.height() - size.height()) // 2, size.width(), size.height()
            )

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hide the cap: the focus is here."""
        super().focusInEvent(event)
        self._show_cap()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the cap again."""
        super().focusOutEvent(event)
        self._show_cap()

    def _show_cap(self) -> None:
        if self._cap is not None:
            self._cap.setVisible(not self.hasFocus() and not self.text())

    def _on_text_changed(self, _text: str) -> None:
        self._show_cap()

    def _on_theme_changed(self, _theme: Theme) -> None:
        self.update()
