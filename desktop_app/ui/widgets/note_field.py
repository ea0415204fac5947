"""A field for a note: one line high, growing with its lines, telling of edits in good time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from desktop_app import tokens
from desktop_app.ui.widgets.key_cap import KeyCap

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent

    from desktop_app.ui.theme import Appearance

QUIET_MS = 400
_MOST_LINES = 6


class NoteField(QPlainTextEdit):
    """Plain text over up to six lines, then it scrolls.

    Signals:
        note_edited: the whole text, every 400 ms while it is written, or at once by flush().
        left: the focus left the field, by Esc or otherwise; the last edit has been told.
    """

    note_edited = Signal(str)
    left = Signal()

    def __init__(
        self,
        appearance: Appearance,
        name: str,
        parent: QWidget | None = None,
        *,
        key: str = "",
        placeholder: str = "",
        esc_leaves: bool = True,
    ) -> None:
        """Make a field.

        Args:
            appearance: the look to follow.
            name: what a screen reader says, such as ``Note``.
            parent: the widget that holds it.
            key: the key that leads here, shown while the focus is elsewhere.
            placeholder: grey words in the empty field.
            esc_leaves: whether Esc leaves the field, in place of closing what it lies in.
        """
        super().__init__(parent)
        self._appearance = appearance
        self._told = ""
        self._esc_leaves = esc_leaves
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2)
        self._cap = KeyCap(appearance, key, self) if key else None
        self._leave_room()
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(QUIET_MS)
        self._waiting.timeout.connect(self.flush)
        self.textChanged.connect(self._on_text_changed)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size_changed)
        self._grow()

    @property
    def text(self) -> str:
        """The note as it stands."""
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Show a note without telling anybody; words that the person is typing stay theirs."""
        if text == self.toPlainText():
            self._told = text
            return
        self._waiting.stop()
        self._told = text
        blocked = self.blockSignals(True)
        self.setPlainText(text)
        self.blockSignals(blocked)
        self._grow()

    def write_on(self, text: str) -> str:
        """Go on at the end, after a blank; return what stood there before."""
        before = self.text
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.insertPlainText(text if not before or before[-1].isspace() else f" {text}")
        return before

    def set_key(self, key: str) -> None:
        """Show another key on the cap."""
        if self._cap is not None:
            self._cap.set_key(key)
            self._leave_room()
            self._place_cap()

    def flush(self) -> None:
        """Tell of an edit now, if there is one not yet told."""
        self._waiting.stop()
        text = self.toPlainText()
        if text != self._told:
            self._told = text
            self.note_edited.emit(text)

    def sizeHint(self) -> QSize:
        """Return the height of the lines that there are."""
        return QSize(self._appearance.px(240), self._wanted_height())

    def minimumSizeHint(self) -> QSize:
        """Return the height of the lines that there are."""
        return QSize(self._appearance.px(120), self._wanted_height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc leave the field."""
        if event.key() == Qt.Key.Key_Escape:
            if not self._esc_leaves:
                event.ignore()
                return
            self.clearFocus()  # which flushes, and tells that the field was left
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hide the key cap while its place may be written on."""
        super().focusInEvent(event)
        if self._cap is not None:
            self._cap.hide()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell of the last edit."""
        super().focusOutEvent(event)
        self.flush()
        self.left.emit()
        if self._cap is not None:
            self._cap.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the cap at the right, and the height with the lines."""
        super().resizeEvent(event)
        self._place_cap()
        self._grow()

    def _leave_room(self) -> None:
        """Keep the cap's place free of words; not while resizing, when lines would stay long."""
        if self._cap is not None:
            wide = self._cap.sizeHint().width() + self._appearance.px(8)
            self.setViewportMargins(0, 0, wide, 0)

    def _place_cap(self) -> None:
        if self._cap is not None:
            size = self._cap.sizeHint()
            px = self._appearance.px
            top = (px(tokens.HEIGHT_FIELD) - size.height()) // 2
            self._cap.setGeometry(
                self.width() - size.width() - px(12), top, size.width(), size.height()
            )

    def _wanted_height(self) -> int:
        lines = min(_MOST_LINES, max(1, round(self.document().size().height())))
        line = self.fontMetrics().lineSpacing()
        least = self._appearance.px(tokens.HEIGHT_FIELD)
        return least + (lines - 1) * line

    def _grow(self) -> None:
        height = self._wanted_height()
        if self.minimumHeight() != height or self.maximumHeight() != height:
            self.setFixedHeight(height)
        many = self.document().size().height() > _MOST_LINES
        policy = Qt.ScrollBarPolicy
        wanted = policy.ScrollBarAsNeeded if many else policy.ScrollBarAlwaysOff
        if self.verticalScrollBarPolicy() != wanted:
            self.setVerticalScrollBarPolicy(wanted)

    def _on_text_changed(self) -> None:
        # Not started anew with each key: steady typing would then never be saved.
        if not self._waiting.isActive():
            self._waiting.start()

    def _on_size_changed(self) -> None:
        self._grow()
