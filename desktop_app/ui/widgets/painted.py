"""Bases of painted widgets: they follow the theme, and show focus to those who use the keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

    from desktop_app.tokens import Theme
    from desktop_app.ui.theme import Appearance

_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.OtherFocusReason,
)
_RETURNS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class PaintedWidget(QWidget):
    """A widget that paints itself from the theme."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.appearance = appearance
        appearance.theme_changed.connect(self._on_theme_changed)

    def _on_theme_changed(self, _theme: Theme) -> None:
        self.update()


class PaintedButton(QAbstractButton):
    """A button that paints itself; ``ringed`` says when the focus ring belongs on it.

    ``row`` is the row that it is a member of, if any. It is asked directly: an event filter would
    see every event of every member, and cost the start 3 ms.
    """

    def __init__(self, appearance: Appearance, name: str, parent: QWidget | None = None) -> None:
        """Make a button.

        Args:
            appearance: the look to follow.
            name: what a screen reader says, such as ``Mood, Good, 4 of 5``.
            parent: the widget that holds it.
        """
        super().__init__(parent)
        self.appearance = appearance
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.row: Roving | None = None
        self._by_key = False
        appearance.theme_changed.connect(self._on_theme_changed)

    @property
    def ringed(self) -> bool:
        """Whether the focus is here and came by the keyboard."""
        return self._by_key and self.hasFocus()

    @property
    def hovered(self) -> bool:
        """Whether the pointer is over it."""
        return self.isEnabled() and self.underMouse()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Note how the focus came."""
        if event.reason() not in _RETURNS:
            self._by_key = event.reason() in _BY_KEY
        if self.row is not None:
            self.row.rest_on(self)
        super().focusInEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press as the space bar does, arrows move in a row, and show the ring."""
        if self.row is not None and self.row.take_key(self, event.key()):
            return
        if not self._by_key:
            self._by_key = True
            self.update()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        ):
            self.click()
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Hide the ring: the pointer shows where the person is."""
        self._by_key = False
        super().mousePressEvent(event)

    def _on_theme_changed(self, _theme: Theme) -> None:
        self.update()


class Roving(QWidget):
    """A row of buttons that is one stop of the Tab key; arrows, Home and End move inside it."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.appearance = appearance
        self._members: list[PaintedButton] = []

    def set_members(self, members: list[PaintedButton]) -> None:
        """Take the buttons of the row in order; the first or the checked one is the Tab stop."""
        self._members = members
        for member in members:
            member.row = self
        self.rest_on(next((m for m in members if m.isChecked()), None))

    def rest_on(self, stop: PaintedButton | None) -> None:
        """Make one member the Tab stop; None takes the first."""
        chosen = stop if stop is not None else next(iter(self._members), None)
        for member in self._members:
            policy = Qt.FocusPolicy.StrongFocus if member is chosen else Qt.FocusPolicy.ClickFocus
            member.setFocusPolicy(policy)

    def take_key(self, member: PaintedButton, key: int) -> bool:
        """Move the focus from a member by an arrow key; return whether it was one."""
        members = [m for m in self._members if not m.isHidden()]
        at = next((i for i, m in enumerate(members) if m is member), None)
        if at is None:
            return False
        step = 1 if self.layoutDirection() is Qt.LayoutDirection.LeftToRight else -1
        target = {
            Qt.Key.Key_Right: at + step,
            Qt.Key.Key_Left: at - step,
            Qt.Key.Key_Down: at + 1,
            Qt.Key.Key_Up: at - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(members) - 1,
        }.get(Qt.Key(key))
        if target is None:
            return False
        members[max(0, min(len(members) - 1, target))].setFocus(Qt.FocusReason.TabFocusReason)
        return True
