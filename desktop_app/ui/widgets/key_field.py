"""A field for keys: it shows them as caps, and takes the next key that is pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app import tokens
from desktop_app.i18n import _
from desktop_app.ui.actions.physical import is_plain, key_of
from desktop_app.ui.widgets.painted import PaintedButton
from desktop_app.ui.widgets.painting import (
    LEFT,
    key_cap_size,
    paint_box,
    paint_key_cap,
    paint_words,
    smooth,
    words_width,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent

    from desktop_app.ui.theme import Appearance

_EDGE, _GAP, _LEAST = 10, 6, 132
_HELD = frozenset(
    {
        Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr,
        Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock, Qt.Key.Key_ScrollLock, Qt.Key.Key_Super_L,
        Qt.Key.Key_Super_R, Qt.Key.Key_unknown,
    }
)  # fmt: skip
_CLEAR = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)


class KeyField(PaintedButton):
    """A button with the keys of something; pressed, it waits for a key.

    Signals:
        key_pressed: the key, as actions name it: ``A``, ``Ctrl+J``, ``F6``.
        cleared: Backspace was pressed: no key is wanted.
        waiting_changed: whether it waits for a key now.
    """

    key_pressed = Signal(str)
    cleared = Signal()
    waiting_changed = Signal(bool)

    def __init__(self, appearance: Appearance, name: str, parent: QWidget | None = None) -> None:
        """Make a field.

        Args:
            appearance: the look to follow.
            name: what the keys do, for screen readers.
            parent: the widget that holds it.
        """
        super().__init__(appearance, name, parent)
        self._name = name
        self._keys: tuple[str, ...] = ()
        self._waits = False
        self._platform = QGuiApplication.platformName()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription(_("Enter, then press the new key"))
        self.clicked.connect(self._on_clicked)
        self.show_keys(())

    @property
    def waits(self) -> bool:
        """Whether the next key is taken."""
        return self._waits

    def show_keys(self, keys: Sequence[str]) -> None:
        """Show keys as key caps have them, such as ``Ctrl Z``."""
        self._keys = tuple(keys)
        said = ", ".join(keys) or _("no key")
        self.setAccessibleName(_("{name}, {keys}").format(name=self._name, keys=said))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the keys, and for the words that ask for one."""
        look = self.appearance
        caps = sum(key_cap_size(look, key).width() for key in self._keys)
        caps += look.px(_GAP) * max(0, len(self._keys) - 1)
        words = words_width(_("Press a key…"), look.font(tokens.SMALL))
        wide = max(look.px(_LEAST), round(max(caps, words)) + 2 * look.px(_EDGE) + 2)
        return QSize(wide, look.px(tokens.HEIGHT_SMALL))

    def minimumSizeHint(self) -> QSize:
        """Return the size that it needs."""
        return self.sizeHint()

    def event(self, event: QEvent) -> bool:
        """Claim a key before it does what it stands for."""
        if event.type() is QEvent.Type.ShortcutOverride and self._waits:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the key while waiting for one."""
        if not self._waits:
            super().keyPressEvent(event)
            return
        key = event.key()
        if event.isAutoRepeat() or key in _HELD:
            return
        bare = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_Escape and bare:
            self._wait(False)
        elif key in _CLEAR and bare:
            self._wait(False)
            self.cleared.emit()
        elif named := self._named(event):
            self._wait(False)
            self.key_pressed.emit(named)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep Tab while waiting, so that it can be told that it is no key to choose."""
        return False if self._waits else super().focusNextPrevChild(forward)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Wait no more."""
        super().focusOutEvent(event)
        self._wait(False)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the caps, or what is waited for."""
        painter = QPainter(self)
        smooth(painter)
        look, theme = self.appearance, self.appearance.theme
        box = QRectF(self.rect())
        fill = theme.accent_weak if self._waits else theme.surface
        if self.hovered and not self._waits:
            fill = theme.surface2
        strong = self._waits or self.ringed
        edge = theme.accent if strong else theme.border
        paint_box(painter, box, tokens.RADIUS_FIELD, fill, edge, 2 if strong else 1)
        inner = box.adjusted(look.px(_EDGE), 0, -look.px(_EDGE), 0)
        font = look.font(tokens.SMALL)
        if self._waits:
            paint_words(painter, inner, _("Press a key…"), font, theme.accent_text, LEFT)
        elif not self._keys:
            paint_words(painter, inner, _("no key"), font, theme.text3, LEFT)
        else:
            self._paint_caps(painter, inner)

    def _paint_caps(self, painter: QPainter, inner: QRectF) -> None:
        left = inner.x()
        for key in self._keys:
            size = key_cap_size(self.appearance, key)
            top = round((self.height() - size.height()) / 2)
            spot = QRectF(left, top, size.width(), size.height())
            paint_key_cap(painter, self.appearance, spot, key)
            left += size.width() + self.appearance.px(_GAP)

    def _named(self, event: QKeyEvent) -> str:
        """Return a key as actions name it, "" for one that Qt has no name for."""
        if is_plain(event) and (single := key_of(event, self._platform)):
            return single
        combination = event.keyCombination()
        modifiers = combination.keyboardModifiers() & ~Qt.KeyboardModifier.KeypadModifier
        key = combination.key()
        if key == Qt.Key.Key_Backtab:
            key = Qt.Key.Key_Tab
        sequence = QKeySequence(int(modifiers.value) | int(key.value))
        return sequence.toString(QKeySequence.SequenceFormat.PortableText)

    def _on_clicked(self) -> None:
        self._wait(True)

    def _wait(self, waits: bool) -> None:
        if waits != self._waits:
            self._waits = waits
            self.update()
            self.waiting_changed.emit(waits)
