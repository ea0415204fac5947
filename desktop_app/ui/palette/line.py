"""How one line of the palette is painted: icon, words, what it is, and its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app import tokens
from desktop_app.ui.palette.finding import Found
from desktop_app.ui.widgets.painting import (
    RIGHT,
    key_cap_size,
    paint_box,
    paint_key_cap,
    paint_words,
    smooth,
    words_width,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QAbstractItemView

    from desktop_app.ui.theme import Appearance

LINE = 36


class FoundLine(QStyledItemDelegate):
    """Paints a ``Found``."""

    def __init__(self, appearance: Appearance, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._appearance = appearance
        self._view = view

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Return the height of a line."""
        return QSize(self._appearance.px(200), self._appearance.px(LINE))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint a line; the marked one has the accent's ground."""
        found = index.data(Qt.ItemDataRole.UserRole + 1)
        if not isinstance(found, Found):
            return
        look, theme, px = self._appearance, self._appearance.theme, self._appearance.px
        row = QRectF(option.rect)
        painter.save()
        smooth(painter)
        if option.state & QStyle.StateFlag.State_Selected:
            paint_box(painter, row.adjusted(0, 1, 0, -1), 6, theme.accent_weak)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            paint_box(painter, row.adjusted(0, 1, 0, -1), 6, theme.surface2)
        size = px(18)
        place = QRectF(row.x() + px(10), row.y() + (row.height() - size) / 2, size, size)
        ratio = self._view.devicePixelRatioF()
        look.icons.paint(painter, found.icon, theme.text2, place, ratio)
        right = row.right() - px(10)
        for key in reversed(found.keys):
            cap = key_cap_size(look, key)
            top = row.y() + (row.height() - cap.height()) / 2
            paint_key_cap(
                painter, look, QRectF(right - cap.width(), top, cap.width(), cap.height()), key
            )
            right -= cap.width() + px(6)
        left = row.x() + px(38)
        body, small = look.font(tokens.BODY, 500), look.font(tokens.SMALL)
        words = min(words_width(found.words, body) + 2, right - left)
        paint_words(
            painter, QRectF(left, row.y(), words, row.height()), found.words, body, theme.text
        )
        room = right - left - words - px(16)
        if found.quiet and room > px(24):
            rest = QRectF(right - px(4) - room, row.y(), room, row.height())
            paint_words(painter, rest, found.quiet, small, theme.text3, RIGHT)
        painter.restore()
