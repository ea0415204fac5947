"""Buttons: push buttons whose icon follows the theme, and square buttons that are only an icon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop_app import tokens
from desktop_app.ui.widgets.labels import plain_tool_tip
from desktop_app.ui.widgets.painted import PaintedButton
from desktop_app.ui.widgets.painting import paint_box, smooth

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop_app.tokens import Theme
    from desktop_app.ui.theme import Appearance

_GAP = 4
_INKS = {"primary": "on_accent", "quiet": "text2", "link": "accent_text"}


class Button(QPushButton):
    """A push button of a kind of the style sheet, with an icon or without."""

    def __init__(
        self,
        appearance: Appearance,
        words: str,
        kind: str = "plain",
        icon: str = "",
        parent: QWidget | None = None,
        *,
        small: bool = False,
    ) -> None:
        """Make a button.

        Args:
            appearance: the look to follow.
            words: what it does; an ampersand marks the mnemonic as in every Qt button.
            kind: ``plain``, ``primary``, ``quiet``, ``link`` or ``slate``.
            icon: the icon's name, or "".
            parent: the widget that holds it.
            small: 32 in place of 36 pixels high.
        """
        super().__init__(words, parent)
        self._appearance = appearance
        self._kind = kind
        self._icon = icon
        self.setAutoDefault(False)
        self.setAccessibleName(words.replace("&", ""))
        if kind != "plain":
            self.setProperty("kind", kind)
        if small:
            self.setProperty("small", "true")
        if icon:
            self.setIconSize(QSize(appearance.px(18) + _GAP, appearance.px(18)))
            self._tint()
            appearance.theme_changed.connect(self._on_theme_changed)

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self._tint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press as the space bar does; no dialog's default button takes it away."""
        ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not ctrl:
            self.click()
        else:
            super().keyPressEvent(event)

    def _tint(self) -> None:
        theme = self._appearance.theme
        ink = getattr(theme, _INKS.get(self._kind, "text"))
        size = self._appearance.px(18)
        self.setIcon(self._appearance.icons.icon(self._icon, ink, size, theme.disabled, _GAP))

    def _on_theme_changed(self, _theme: Theme) -> None:
        self._tint()


class IconButton(PaintedButton):
    """A square button that is only an icon; its name is its tool tip too."""

    def __init__(
        self,
        appearance: Appearance,
        icon: str,
        name: str,
        parent: QWidget | None = None,
        *,
        framed: bool = False,
        edge: int = tokens.HEIGHT_SMALL,
    ) -> None:
        """Make a button.

        Args:
            appearance: the look to follow.
            icon: the icon's name.
            name: what it does, for screen readers and on hover.
            parent: the widget that holds it.
            framed: whether it stands on a surface with a border, as for the days.
            edge: its edge in pixels at usual text size, 24 or more.
        """
        super().__init__(appearance, name, parent)
        self._icon = icon
        self._framed = framed
        self._edge = edge
        self.setToolTip(plain_tool_tip(name) if "<" in name else name)  # it may be the person's
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_icon(self, icon: str) -> None:
        """Show another icon."""
        self._icon = icon
        self.update()

    def sizeHint(self) -> QSize:
        """Return the square."""
        edge = self.appearance.px(self._edge)
        return QSize(edge, edge)

    def minimumSizeHint(self) -> QSize:
        """Return the square."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint frame and icon."""
        painter = QPainter(self)
        smooth(painter)
        theme = self.appearance.theme
        box = QRectF(self.rect())
        fill = theme.surface if self._framed else None
        if self.isDown():
            fill = theme.sunken
        elif self.hovered:
            fill = theme.surface2
        edge = theme.border if self._framed else None
        if fill is not None or edge is not None:
            paint_box(painter, box, tokens.RADIUS_FIELD, fill, edge)
        if self.ringed:
            paint_box(painter, box, tokens.RADIUS_FIELD, None, theme.accent, 2)
        size = self.appearance.px(18 if self._edge >= tokens.HEIGHT_SMALL else 16)
        place = QRectF((box.width() - size) / 2, (box.height() - size) / 2, size, size)
        ink = theme.text if self.isEnabled() else theme.disabled
        self.appearance.icons.paint(painter, self._icon, ink, place, self.devicePixelRatioF())
