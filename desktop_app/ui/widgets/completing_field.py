"""A field that shows the rest of a known name behind what is typed, to be taken by a key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.i18n import _
from desktop_app.ui.widgets.painting import (
    key_cap_size,
    paint_key_cap,
    paint_words,
    smooth,
    words_width,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from desktop_app.ui.theme import Appearance

_KEY = "→"


class CompletingField(QLineEdit):
    """One line of text with known names.

    The rest of the first name that begins so stands pale behind the cursor; the right arrow, End
    or a click on it take it. Enter and Tab leave the text as it was typed.

    Signals:
        completed: the rest was taken; ``textEdited`` has told of it as well.
        down_pressed: the Down key.
    """

    completed = Signal()
    down_pressed = Signal()

    def __init__(self, appearance: Appearance, name: str, parent: QWidget | None = None) -> None:
        """Make a field without known names.

        Args:
            appearance: the look to follow.
            name: what a screen reader says, such as ``Employer``.
            parent: the widget that holds it.
        """
        super().__init__(parent)
        self._appearance = appearance
        self._names: list[tuple[str, str]] = []
        self._rest = ""
        self.setAccessibleName(name)
        self.textEdited.connect(self._on_text_edited)
        self.cursorPositionChanged.connect(self.update)

    @property
    def rest(self) -> str:
        """What would be taken behind the typed text, "" for nothing."""
        at_end = self.cursorPosition() == len(self.text()) and not self.hasSelectedText()
        return self._rest if at_end and self.hasFocus() else ""

    def set_names(self, names: Iterable[str]) -> None:
        """Take the known names, those to prefer first; none that is a single letter."""
        once = dict.fromkeys(name for name in names if len(name) > 1)
        self._names = [(name.casefold(), name) for name in once]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the rest by the right arrow or End, and tell of Down."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain and self.rest and event.key() in (Qt.Key.Key_Right, Qt.Key.Key_End):
            self._take()
        elif plain and event.key() == Qt.Key.Key_Down:
            self.down_pressed.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the rest by a click on it."""
        if self.rest and event.position().x() > self.cursorRect().right():
            left, wide = self._place()
            if event.position().x() < left + wide:
                self._take()
                return
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the field, and the rest of the name behind the cursor."""
        super().paintEvent(event)
        if not self.rest:
            return
        look = self._appearance
        left, wide = self._place()
        room = self.width() - left - look.px(10)
        if room < look.px(24):
            return
        painter = QPainter(self)
        smooth(painter)
        words = QRectF(left, 0, min(wide, room), self.height())
        paint_words(painter, words, self.rest, self.font(), look.theme.text3)
        cap = key_cap_size(look, _KEY)
        if wide + cap.width() + look.px(8) <= room:
            top = round((self.height() - cap.height()) / 2)
            spot = QRectF(round(left + wide + look.px(8)), top, cap.width(), cap.height())
            paint_key_cap(painter, look, spot, _KEY)

    def _place(self) -> tuple[float, float]:
        """Return where the rest begins, and how wide it is."""
        return self.cursorRect().center().x() + 1, words_width(self.rest, self.font())

    def _take(self) -> None:
        name = self.text() + self._rest
        spelled = next((known for folded, known in self._names if folded == name.casefold()), name)
        self._rest = ""
        self.setText(spelled)
        self.setAccessibleDescription("")
        self.textEdited.emit(spelled)
        self.completed.emit()

    def _on_text_edited(self, text: str) -> None:
        typed = text.casefold()
        found = ""
        if typed.strip() and len(typed) == len(text):  # else the rest would begin elsewhere
            found = next(
                (
                    name[len(text) :]
                    for folded, name in self._names
                    if folded.startswith(typed) and len(name) > len(text)
                ),
                "",
            )
        self._rest = found
        said = _("Right arrow completes it to {name}").format(name=text + found)
        self.setAccessibleDescription(said if found else "")
        self.update()
