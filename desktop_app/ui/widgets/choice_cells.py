"""Cells of a table that hold a choice: they look like a small field, and a click opens the menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop_app import tokens
from desktop_app.ui.widgets.painting import paint_box, paint_words, smooth

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

    from desktop_app.ui.theme import Appearance

_HEIGHT, _EDGE = 28, 8


class ChoiceCells(QStyledItemDelegate):
    """Paints one column of a RecordView."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint row, field, words and chevron."""
        look, theme = self._appearance, self._appearance.theme
        row = QRectF(option.rect)
        painter.save()
        smooth(painter)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            painter.fillRect(row, QColor(theme.accent_weak))
        painter.fillRect(QRectF(row.x(), row.bottom() - 1, row.width(), 1), QColor(theme.border))
        height = look.px(_HEIGHT)
        top = row.y() + (row.height() - 1 - height) / 2
        box = QRectF(row.x(), round(top), row.width() - look.px(_EDGE), height)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        edge = theme.accent if selected else theme.border_strong
        fill = theme.surface2 if over else theme.surface
        paint_box(painter, box, tokens.RADIUS_FIELD, fill, edge)
        size = look.px(14)
        right = box.right() - look.px(_EDGE) - size
        mark = QRectF(right, box.center().y() - size / 2, size, size)
        widget = option.widget
        ratio = widget.devicePixelRatioF() if isinstance(widget, QWidget) else 1.0
        look.icons.paint(painter, "chevron-down", theme.text2, mark, ratio)
        words = QRectF(box.x() + look.px(_EDGE), box.y(), right - box.x() - 12, box.height())
        paint_words(painter, words, str(index.data() or ""), look.font(tokens.SMALL), theme.text)
        painter.restore()
