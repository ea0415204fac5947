"""Cards in one column or tray of a board: dragged to another, or moved by key or menu."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QListView, QListWidget, QListWidgetItem, QWidget

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import (
        QDragEnterEvent,
        QDragMoveEvent,
        QDropEvent,
        QFocusEvent,
        QKeyEvent,
        QResizeEvent,
    )

    from desktop_app.ui.theme import Appearance

CARD_ROLE = Qt.ItemDataRole.UserRole + 1


class CardList(QListWidget):
    """Cards that can be dragged to another list of the same board.

    Signals:
        dropped: what was dropped here from another list.
        taken: what the person wants taken away (Del).
        menu_asked: what the menu is for, and where on the screen it opens.
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
            across: whether cards stand beside each other, as in a tray.
        """
        super().__init__(parent)
        self.appearance = appearance
        self.across = across
        self.setAccessibleName(name)
        self.setDragDropMode(QListWidget.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.setSelectionMode(QListWidget.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSpacing(0)
        self.setMouseTracking(True)
        self.setProperty("role", "board")
        if across:
            self.setFlow(QListView.Flow.LeftToRight)
            self.setWrapping(True)
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.customContextMenuRequested.connect(self._on_menu)

    @property
    def card(self) -> Any:  # noqa: ANN401 - whatever the list shows
        """What the card with the cursor stands for, None where none has it."""
        item = self.currentItem()
        return item.data(CARD_ROLE) if item is not None else None

    def show_cards(self, cards: Sequence[tuple[str, Any]], tip: str = "") -> None:
        """Show other cards, each with its words; the cursor stays at its row."""
        if [self.item(row).data(CARD_ROLE) for row in range(self.count())] == [
            card for _words, card in cards
        ]:
            return
        row = self.currentRow()
        self.clear()
        for words, card in cards:
            item = QListWidgetItem(words)
            item.setData(CARD_ROLE, card)
            if tip:
                item.setToolTip(tip)
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
        """Break the words of the cards anew, and be as high as a tray's lines."""
        super().resizeEvent(event)
        self.doItemsLayout()
        self._fit()

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
        if isinstance(source, CardList) and source is not self and source.card is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(source.card)
        else:
            event.ignore()

    def _fit(self) -> None:
        if self.across:
            last = self.item(self.count() - 1)
            bottom = self.visualItemRect(last).bottom() + 1 if last is not None else 0
            self.setFixedHeight(max(self.appearance.px(44), bottom + 2))

    def _welcome(self, event: QDragMoveEvent) -> None:
        if isinstance(event.source(), CardList) and event.source() is not self:
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
