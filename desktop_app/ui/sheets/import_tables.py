"""The tables of the import sheet as they look: plain words, hairlines, cells that are marked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF
from PySide6.QtGui import QPainter, QPainterPath, QRegion, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop_app import tokens
from desktop_app.ui.sheets.import_models import FAINT_ROLE, MARKED_ROLE, TextTableModel
from desktop_app.ui.widgets.painting import paint_box, paint_words, smooth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.ui.theme import Appearance

ROW, HEAD = 32, 38
_PADDING = 8


def text_view(appearance: Appearance, model: TextTableModel, name: str) -> QTableView:
    """Return a view of a table of text."""
    view = QTableView()
    view.setModel(model)
    view.setItemDelegate(_Cells(appearance, view))
    view.setAccessibleName(name)
    view.setShowGrid(False)
    view.setWordWrap(False)
    view.setTabKeyNavigation(False)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(appearance.px(ROW))
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.horizontalHeader().setStretchLastSection(True)
    view.horizontalHeader().setHighlightSections(False)
    view.horizontalHeader().setSectionsClickable(False)
    view.setFrameShape(QFrame.Shape.NoFrame)
    return view


def set_widths(appearance: Appearance, view: QTableView, widths: Sequence[int]) -> None:
    """Give the first columns widths in the design's pixels; the last takes the rest."""
    for column, width in enumerate(widths):
        view.setColumnWidth(column, appearance.px(width))


class _Cells(QStyledItemDelegate):
    """Plain words with the header's padding and a hairline below each row."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        theme = self._appearance.theme
        rect = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.accent_weak)
        painter.setPen(theme.grid)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        words = QRectF(rect.adjusted(_PADDING, 0, -_PADDING // 2, 0))
        text = str(index.data() or "")
        font = self._appearance.font(tokens.SMALL)
        tone = theme.text2 if index.column() in (0, 2) else theme.text
        if index.data(FAINT_ROLE):
            tone = theme.text3
        if index.data(MARKED_ROLE) and text:
            painter.save()
            smooth(painter)
            gap = self._appearance.px(4)
            box = QRectF(rect).adjusted(2, gap, -gap, -gap - 1)
            paint_box(painter, box, tokens.RADIUS_KEYCAP + 2, theme.slate_weak, theme.slate_soft)
            painter.restore()
            tone = theme.slate
            words.setRight(box.right() - 2)
        paint_words(painter, words, text, font, tone)


class FramedTable(QFrame):
    """A card as large as its table, whose corners the table leaves free."""

    def __init__(self, view: QTableView) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._view = view
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(view)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Follow the corners."""
        super().resizeEvent(event)
        path = QPainterPath()
        radius = tokens.RADIUS_CARD - 1
        path.addRoundedRect(QRectF(0, 0, self.width() - 3, self.height() - 3), radius, radius)
        self._view.setMask(QRegion(path.toFillPolygon().toPolygon()))
