"""A row of the sidebar: icon, page and shortcut; only the icon in narrow windows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app import tokens
from desktop_app.ui.widgets.painted import PaintedButton
from desktop_app.ui.widgets.painting import LEFT, RIGHT, paint_box, paint_words, smooth, words_width

if TYPE_CHECKING:
    from desktop_app.ui.theme import Appearance

_ROW, _LOW_ROW = 36, 26


class NavButton(PaintedButton):
    """A checkable row of the sidebar; the checked one is the page that shows."""

    def __init__(
        self,
        appearance: Appearance,
        icon: str,
        label: str,
        shortcut: str = "",
        parent: QWidget | None = None,
        *,
        checkable: bool = True,
    ) -> None:
        """Make a row.

        Args:
            appearance: the look to follow.
            icon: the icon's name.
            label: the page's name.
            shortcut: the keys as they are shown, such as ``Ctrl 1``.
            parent: the widget that holds it.
            checkable: whether it stands for a page, and not for an action.
        """
        super().__init__(appearance, label, parent)
        self._icon, self._label, self._shortcut = icon, label, shortcut
        self._icons_only = False
        self._low = False
        self.setCheckable(checkable)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def label(self) -> str:
        """The page's name."""
        return self._label

    def set_key(self, shortcut: str) -> None:
        """Show other keys; "" shows none."""
        self._shortcut = shortcut
        self.set_icons_only(self._icons_only)

    def set_icons_only(self, icons_only: bool) -> None:
        """Show only the icon, with the page's name on hover."""
        self._icons_only = icons_only
        shown = f"{self._label}  {self._shortcut}".strip()
        self.setToolTip(shown if icons_only or not self._hint_fits(self.sizeHint().width()) else "")
        self.updateGeometry()
        self.update()

    def set_low(self, low: bool) -> None:
        """Stand in less height, for a sidebar whose rows would not fit."""
        if low != self._low:
            self._low = low
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the size of the row."""
        px = self.appearance.px
        return QSize(px(_ROW if self._icons_only else 184), px(_LOW_ROW if self._low else _ROW))

    def minimumSizeHint(self) -> QSize:
        """Return the size of the icon's square."""
        return QSize(self.appearance.px(_ROW), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the row."""
        painter = QPainter(self)
        smooth(painter)
        theme, px = self.appearance.theme, self.appearance.px
        box = QRectF(self.rect())
        checked = self.isChecked()
        if checked:
            paint_box(painter, box, tokens.RADIUS_FIELD, theme.surface, theme.border)
        elif self.hovered:
            paint_box(painter, box, tokens.RADIUS_FIELD, theme.surface2)
        if self.ringed:
            paint_box(painter, box, tokens.RADIUS_FIELD, None, theme.accent, 2)
        ink = theme.accent_text if checked else theme.text2
        size = px(20)
        left = (box.width() - size) / 2 if self._icons_only else px(10)
        place = QRectF(left, (box.height() - size) / 2, size, size)
        self.appearance.icons.paint(painter, self._icon, ink, place, self.devicePixelRatioF())
        if not self._icons_only:
            self._paint_words(painter, box, ink)

    def _paint_words(self, painter: QPainter, box: QRectF, ink: str) -> None:
        theme, px = self.appearance.theme, self.appearance.px
        caption = self.appearance.font(tokens.KEYCAP)
        font = self.appearance.font(tokens.BODY, 600 if self.isChecked() else 500)
        right, left = box.right() - px(10), px(42)
        shows = bool(self._shortcut) and self._hint_fits(box.width())  # the words come first
        hint = words_width(self._shortcut, caption) + 2 if shows else 0
        if hint:
            place = QRectF(right - hint, 0, hint, box.height())
            paint_words(painter, place, self._shortcut, caption, theme.text3, RIGHT)
        words = QRectF(left, 0, right - hint - left - (4 if hint else 0), box.height())
        paint_words(painter, words, self._label, font, ink, LEFT)

    def _hint_fits(self, width: float) -> bool:
        """Return whether the shortcut has room beside the page's name."""
        px = self.appearance.px
        name = words_width(self._label, self.appearance.font(tokens.BODY, 600))
        hint = words_width(self._shortcut, self.appearance.font(tokens.KEYCAP))
        return px(42) + name + 4 + hint + 2 + px(10) <= width
