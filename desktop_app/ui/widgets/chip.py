"""One chip: a word to check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app import tokens
from desktop_app.ui.widgets.painted import PaintedButton
from desktop_app.ui.widgets.painting import CENTRE, paint_box, paint_words, smooth, words_width

if TYPE_CHECKING:
    from desktop_app.ui.theme import Appearance

_PADDING, _MARK = 11, 18


class Chip(PaintedButton):
    """A word to check: it gains a check mark, never colour alone."""

    def __init__(
        self,
        appearance: Appearance,
        key: str,
        label: str,
        parent: QWidget | None = None,
        *,
        icon: str = "",
        checkable: bool = True,
    ) -> None:
        """Make a chip.

        Args:
            appearance: the look to follow.
            key: what it stands for.
            label: the words on it.
            parent: the widget that holds it.
            icon: an icon that stands in place of the words, or "".
            checkable: whether it can be checked, and not only pressed.
        """
        super().__init__(appearance, label, parent)
        self.key = key
        self._label = label
        self._sizes: dict[bool, QSize] = {}
        self._icon = icon
        self.setCheckable(checkable)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._on_toggled)

    @property
    def label(self) -> str:
        """The words on the chip."""
        return self._label

    def sizeHint(self) -> QSize:
        """Return the size with or without the check mark."""
        px = self.appearance.px
        if self._icon:
            return QSize(px(30), px(tokens.HEIGHT_CHIP))
        checked = self.isChecked()
        size = self._sizes.get(checked)
        if size is None:  # asked for again with every pass of the layout
            font = self.appearance.font(tokens.SMALL, 500 if checked else 400)
            mark = px(_MARK) if checked else 0
            wide = words_width(self._label, font) + 2 * px(_PADDING) + mark + 2
            size = self._sizes[checked] = QSize(round(wide), px(tokens.HEIGHT_CHIP))
        return size

    def minimumSizeHint(self) -> QSize:
        """Return the size that it needs."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chip."""
        painter = QPainter(self)
        smooth(painter)
        theme, px = self.appearance.theme, self.appearance.px
        box = QRectF(self.rect())
        radius = box.height() / 2
        words = box.adjusted(px(_PADDING), 0, -px(_PADDING), 0)
        checked = self.isChecked()
        edge = theme.accent if checked else theme.border
        fill = theme.accent_weak if checked else theme.surface
        if self.hovered and not checked:
            fill, edge = theme.surface2, theme.border_strong
        width = 2 if self.ringed else 1
        paint_box(painter, box, radius, fill, theme.accent if self.ringed else edge, width)
        if self._icon:
            size = px(16)
            mark = QRectF((box.width() - size) / 2, (box.height() - size) / 2, size, size)
            self.appearance.icons.paint(
                painter, self._icon, theme.text2, mark, self.devicePixelRatioF()
            )
            return
        if checked:
            size = px(14)
            mark = QRectF(words.x() - 1, (box.height() - size) / 2, size, size)
            self.appearance.icons.paint(
                painter, "check", theme.accent_text, mark, self.devicePixelRatioF()
            )
            words.setLeft(words.x() + px(_MARK))
        colour = theme.accent_text if checked else theme.text2
        font = self.appearance.font(tokens.SMALL, 500 if checked else 400)
        paint_words(painter, words, self._label, font, colour, CENTRE)

    def _on_toggled(self, _checked: bool) -> None:
        self.updateGeometry()
        self.update()
