"""A chip that becomes a field for a word, and a chip again once the word is taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QStackedLayout, QWidget

from desktop_app import tokens
from desktop_app.ui.widgets.chip import Chip

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from desktop_app.ui.theme import Appearance

_FIELD = 150


class WordField(QWidget):
    """Shows words on a chip; pressed, they can be written.

    Signals:
        word_written: Enter was pressed over a word; whoever takes it calls ``close_field``.
        delete_asked: Del was pressed on the chip, or Enter in the emptied field.
    """

    word_written = Signal(str)
    delete_asked = Signal()

    def __init__(
        self,
        appearance: Appearance,
        label: str,
        name: str,
        start: str = "",
        limit: int = 40,
        parent: QWidget | None = None,
    ) -> None:
        """Make a chip.

        Args:
            appearance: the look to follow.
            label: the words on the chip.
            name: what a screen reader says of the field.
            start: what stands in the field at first.
            limit: the most characters that may be written.
            parent: the widget that holds it.
        """
        super().__init__(parent)
        self._appearance = appearance
        self._start = start
        self.chip = Chip(appearance, "", label, self, checkable=False)
        self.field = _Line(self)
        self.field.setAccessibleName(name)
        self.field.setMaxLength(limit)
        self.field.setProperty("chip", "true")
        self._pages = QStackedLayout(self)
        self._pages.setContentsMargins(0, 0, 0, 0)
        self._pages.addWidget(self.chip)
        self._pages.addWidget(self.field)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.chip.clicked.connect(self.open_field)
        self.field.returnPressed.connect(self._on_entered)
        self.field.escaped.connect(self._on_escaped)
        self.field.left.connect(self.close_field)

    @property
    def is_open(self) -> bool:
        """Whether a word can be written."""
        return self._pages.currentWidget() is self.field

    def open_field(self) -> None:
        """Let a word be written."""
        self.field.setText(self._start)
        self._pages.setCurrentWidget(self.field)
        self.updateGeometry()
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_field(self) -> None:
        """Be a chip again."""
        if self.is_open:
            self._pages.setCurrentWidget(self.chip)
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the size of the chip, or of the field."""
        chip = self.chip.sizeHint()
        if not self.is_open:
            return chip
        return QSize(self._appearance.px(_FIELD), self._appearance.px(tokens.HEIGHT_CHIP))

    def minimumSizeHint(self) -> QSize:
        """Return the size that it needs."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Del on the chip take the word away."""
        if event.key() == Qt.Key.Key_Delete and not self.is_open and self._start:
            self.delete_asked.emit()
        else:
            super().keyPressEvent(event)

    def _on_entered(self) -> None:
        word = self.field.text().strip()
        if word and word != self._start:
            self.word_written.emit(word)
        else:
            self._on_escaped()
            if not word and self._start:
                self.delete_asked.emit()

    def _on_escaped(self) -> None:
        self.close_field()
        self.chip.setFocus(Qt.FocusReason.OtherFocusReason)


class _Line(QLineEdit):
    escaped = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (
            Qt.FocusReason.ActiveWindowFocusReason,
            Qt.FocusReason.PopupFocusReason,
        ):
            self.left.emit()
