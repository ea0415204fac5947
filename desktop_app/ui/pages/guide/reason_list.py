"""Reasons on cards in one place of the ledger: dragged, or moved by key or menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFontMetrics,
    QKeyEvent,
    QTextOption,
)
from PySide6.QtWidgets import (
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desktop_app import tokens
from desktop_app.domain.guide.reasons import Card
from desktop_app.i18n import _
from desktop_app.ui.widgets.painting import paint_box, smooth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QPainter, QResizeEvent

    from desktop_app.ui.theme import Appearance

Index = QModelIndex | QPersistentModelIndex
CARD_ROLE = Qt.ItemDataRole.UserRole + 1
_GRIP, _EDGE, _LEAST, _TOP = 20, 8, 48, 8


class ReasonList(QListWidget):
    """Cards that can be dragged to another list of the same ledger.

    Signals:
        dropped: the Card that was dropped here from another list.
        taken: the Card that the person wants taken away (Del).
        menu_asked: the Card and the place on the screen where its menu opens.
        focused: this list has the focus now.
    """

    dropped = Signal(object)
    taken = Signal(object)
    menu_asked = Signal(object, object)
    focused = Signal()

    def __init__(
        self,
        appearance: Appearance,
        name: str,
        parent: QWidget | None = None,
        *,
        across: bool = False,
    ) -> None:
        """Make an empty list.

        Args:
            appearance: the look to follow.
            name: what a screen reader says.
            parent: the widget that holds it.
            across: whether cards stand beside each other, as in the tray.
        """
        super().__init__(parent)
        self.appearance = appearance
        self._across = across
        self.setAccessibleName(name)
        self.setItemDelegate(_CardDelegate(appearance, self, across=across))
        self.setDragDropMode(QListWidget.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.setSelectionMode(QListWidget.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSpacing(0)
        self.setProperty("role", "board")
        if across:
            self.setFlow(QListView.Flow.LeftToRight)
            self.setWrapping(True)
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.customContextMenuRequested.connect(self._on_menu)

    @property
    def card(self) -> Card | None:
        """The card that has the cursor, None where none has."""
        item = self.currentItem()
        card = item.data(CARD_ROLE) if item is not None else None
        return card if isinstance(card, Card) else None

    def show_cards(self, cards: Sequence[Card]) -> None:
        """Show other cards; the cursor stays at its row."""
        if [self.item(row).data(CARD_ROLE) for row in range(self.count())] == list(cards):
            return
        row = self.currentRow()
        self.clear()
        for card in cards:
            item = QListWidgetItem(card.text)
            item.setData(CARD_ROLE, card)
            item.setToolTip(_("Drag it, or press the letter of a column; Del takes it away"))
            self.addItem(item)
        if self.count():
            self.setCurrentRow(max(0, min(row, self.count() - 1)))
        self.doItemsLayout()
        self._fit()

    def sizeHint(self) -> QSize:
        """Return a small size: the frame around it says how high it is."""
        return QSize(self.appearance.px(80), self.appearance.px(44))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words of the cards anew, and be as high as the tray's lines."""
        super().resizeEvent(event)
        self.doItemsLayout()
        self._fit()

    def _fit(self) -> None:
        if self._across:
            last = self.item(self.count() - 1)
            bottom = self.visualItemRect(last).bottom() + 1 if last is not None else 0
            self.setFixedHeight(max(self.appearance.px(44), bottom + 2))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take a card away by Del; letters are the page's."""
        card = self.card
        if card is not None and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.taken.emit(card)
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a cursor as soon as the focus is here."""
        super().focusInEvent(event)
        if self.currentRow() < 0 and self.count():
            self.setCurrentRow(0)
        self.focused.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let cards of the other lists in."""
        self._welcome(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Let cards of the other lists in."""
        self._welcome(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell of the card; who keeps the cards shows them anew."""
        source = event.source()
        if isinstance(source, ReasonList) and source is not self and source.card is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(source.card)
        else:
            event.ignore()

    def _welcome(self, event: QDragMoveEvent) -> None:
        if isinstance(event.source(), ReasonList) and event.source() is not self:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def _on_menu(self, place: QPoint) -> None:
        item = self.itemAt(place) or self.currentItem()
        if item is not None:
            self.setCurrentItem(item)
            at = self.visualItemRect(item).center() if place.isNull() else place
            self.menu_asked.emit(item.data(CARD_ROLE), self.viewport().mapToGlobal(at))


class _CardDelegate(QStyledItemDelegate):
    def __init__(self, appearance: Appearance, view: ReasonList, *, across: bool) -> None:
        super().__init__(view)
        self._appearance = appearance
        self._view = view
        self._across = across

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        px = self._appearance.px
        measure = QFontMetrics(self._appearance.font(tokens.SMALL))
        text = str(index.data())
        edges = px(_GRIP + 2 * _EDGE + 4)
        room = self._view.viewport().width() - 2 * px(4)
        wide = min(measure.horizontalAdvance(text) + edges + px(4), max(px(80), room))
        if not self._across:
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
