"""The cells of a table of records: plain elided words, an icon where there is one, a bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop_app import tokens
from desktop_app.ui.models.table import ICON_ROLE, TONE_ROLE
from desktop_app.ui.widgets.painting import paint_words

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex

    from desktop_app.ui.theme import Appearance

CELL_EDGE = 8
FIRST_EDGE = 16
_ICON, _GAP = 16, 6


class RecordCells(QStyledItemDelegate):
    """Paints the row, and each cell's content into it."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.appearance = appearance

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Paint the row's fill and line, the bar of a selected one, and the cell's content."""
        look, theme = self.appearance, self.appearance.theme
        box = QRectF(option.rect)
        first = index.column() == 0
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if selected:
            painter.fillRect(box, QColor(theme.accent_weak))
        painter.fillRect(QRectF(box.x(), box.bottom() - 1, box.width(), 1), QColor(theme.border))
        if selected and first:
            painter.fillRect(QRectF(box.x(), box.y(), 3, box.height()), QColor(theme.accent))
        edge = look.px(FIRST_EDGE if first else CELL_EDGE)
        inner = box.adjusted(edge, 0, -look.px(CELL_EDGE), -1)
        self.paint_content(painter, inner, index, selected=selected)
        painter.restore()

    def paint_content(
        self,
        painter: QPainter,
        box: QRectF,
        index: QModelIndex | QPersistentModelIndex,
        *,
        selected: bool,
    ) -> None:
        """Paint a cell's icon and words."""
        look, theme = self.appearance, self.appearance.theme
        tone = str(index.data(TONE_ROLE) or "text")
        strong = tone == "strong"
        colour = theme.text if strong else getattr(theme, tone)
        if selected and tone == "text3":
            colour = theme.text2
        if icon := str(index.data(ICON_ROLE) or ""):
            size = look.px(_ICON)
            mark = QRectF(box.x(), round(box.center().y() - size / 2), size, size)
            view = self.parent()
            ratio = view.devicePixelRatioF() if isinstance(view, QWidget) else 1.0
            look.icons.paint(painter, icon, colour, mark, ratio)
            box = box.adjusted(size + look.px(_GAP), 0, 0, 0)
        font = look.font(tokens.BODY, 600 if strong else 400)
        paint_words(painter, box, str(index.data() or "")[:400], font, colour)
