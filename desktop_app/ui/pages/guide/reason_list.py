"""Reasons on cards, in one place of the ledger or in its tray."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app import tokens
from desktop_app.i18n import _
from desktop_app.ui.widgets.card_list import CardList
from desktop_app.ui.widgets.painting import paint_box, smooth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

    from desktop_app.domain.guide.reasons import Card
    from desktop_app.ui.theme import Appearance

Index = QModelIndex | QPersistentModelIndex
_GRIP, _EDGE, _TOP = 20, 8, 8


class ReasonList(CardList):
    """Cards with a grip and a reason's words."""

    def __init__(
        self,
        appearance: Appearance,
        name: str,
        parent: QWidget | None = None,
        *,
        across: bool = False,
    ) -> None:
        super().__init__(appearance, name, parent, across=across)
        self.setItemDelegate(_CardDelegate(appearance, self))

    def show_reasons(self, cards: Sequence[Card]) -> None:
        """Show other reasons."""
        tip = _("Drag it, or press the letter of a column; Del takes it away")
        self.show_cards([(card.text, card) for card in cards], tip)


class _CardDelegate(QStyledItemDelegate):
    def __init__(self, appearance: Appearance, view: ReasonList) -> None:
        super().__init__(view)
        self._appearance = appearance
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        px = self._appearance.px
        measure = QFontMetrics(self._appearance.font(tokens.SMALL))
        text = str(index.data())
        edges = px(_GRIP + 2 * _EDGE + 4)
        room = self._view.viewport().width() - 2 * px(4)
        wide = min(measure.horizontalAdvance(text) + edges + px(4), max(px(80), room))
        if not self._view.across:
            wide = max(px(60), room)
        lines = measure.boundingRect(
            0, 0, max(1, wide - edges), 10_000, Qt.TextFlag.TextWordWrap, text
        ).height()
        return QSize(wide + px(8), max(px(36), lines + px(2 * _TOP)) + px(8))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, theme, px = self._appearance, self._appearance.theme, self._appearance.px
        gap = px(4)
        box = QRectF(option.rect).adjusted(gap, gap, -gap, -gap)
        painter.save()
        smooth(painter)
        focused = bool(option.state & QStyle.StateFlag.State_Selected) and self._view.hasFocus()
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        edge = theme.accent if focused else theme.border_strong if hovered else theme.border
        paint_box(painter, box, tokens.RADIUS_FIELD, theme.surface, edge, 2 if focused else 1)
        size = px(16)
        grip = QRectF(box.x() + px(4), box.center().y() - size / 2, size, size)
        ratio = self._view.devicePixelRatioF()
        look.icons.paint(painter, "grip-vertical", theme.text3, grip, ratio)
        words = box.adjusted(px(_GRIP + 4), px(_TOP) - px(2), -px(_EDGE), -px(_TOP) + px(2))
        painter.setFont(look.font(tokens.SMALL))
        painter.setPen(look.colour("text"))
        how = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        how.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        painter.drawText(words, str(index.data()), how)
        painter.restore()
