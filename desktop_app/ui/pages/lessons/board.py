"""The feedback board: to ask, asked, answered, closed; a card moves by drag, key or menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.domain.guide.records import AskState, FeedbackRequest, ask_state_label
from desktop_app.ui.pages.lessons.request_card import (
    Deed,
    RequestCard,
    card_line,
    deed_of,
    deed_spot,
)
from desktop_app.ui.widgets.card_list import CARD_ROLE, CardList
from desktop_app.ui.widgets.labels import plain_label
from desktop_app.ui.widgets.painted import PaintedWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from desktop_app.ui.theme import Appearance

_ICONS = {
    AskState.TO_ASK: "mail-question",
    AskState.ASKED: "send",
    AskState.ANSWERED: "mail-opened",
    AskState.NO_ANSWER: "archive",
}
_FOUR_ACROSS, _TALL = 720, 200


class FeedbackBoard(QWidget):
    """Four columns; Ctrl+Left and Ctrl+Right move the card with the cursor.

    Signals:
        moved: a FeedbackRequest and the AskState that it is put into.
        opened: the FeedbackRequest that the person wants to see.
        delete_asked: the FeedbackRequest that the person wants gone.
        asked: the name of an action that is to be done with the card that has the cursor.
        menu_asked: where on the screen the menu of the card with the cursor opens.
        focused: a column has the focus now.
    """

    moved = Signal(object, object)
    opened = Signal(object)
    delete_asked = Signal(object)
    asked = Signal(str)
    menu_asked = Signal(object)
    focused = Signal()

    def __init__(
        self, appearance: Appearance, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._columns = 0
        self._last: _BoardList | None = None
        self._today = today
        self.lists = {
            state: _BoardList(appearance, ask_state_label(state), today) for state in AskState
        }
        self._frames = {state: self._framed(state) for state in AskState}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(appearance.px(tokens.GAP_ROWS))
        for view in self.lists.values():
            view.dropped.connect(self._on_dropped)
            view.taken.connect(self.delete_asked)
            view.menu_asked.connect(self._on_menu)
            view.opened.connect(self.opened)
            view.shifted.connect(self.shift)
            view.asked.connect(self._on_asked)
            view.focused.connect(self._on_focused)
        self._place()

    @property
    def request(self) -> FeedbackRequest | None:
        """The request whose card has the cursor, of the column that had the focus last."""
        card = self._last.card if self._last is not None else None
        return card if isinstance(card, FeedbackRequest) else None

    def select(self, identity: int) -> None:
        """Put cursor and focus onto a request's card."""
        for view in self.lists.values():
            for row in range(view.count()):
                if view.item(row).data(CARD_ROLE).id == identity:
                    self._last = view
                    view.setCurrentRow(row)
                    view.setFocus(Qt.FocusReason.OtherFocusReason)
                    self.focused.emit()

    def shift(self, step: int) -> None:
        """Ask for the card with the cursor to go one column on, or back with -1."""
        states, request = list(AskState), self.request
        if request is not None and 0 <= states.index(request.state) + step < len(states):
            self.moved.emit(request, states[states.index(request.state) + step])

    def show_requests(self, requests: Sequence[FeedbackRequest]) -> None:
        """Show all requests, each in its column."""
        today = self._today()
        for state, view in self.lists.items():
            shown = [one for one in requests if one.state is state]
            view.show_cards([(_sentence(one, today), one) for one in shown])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put two columns below each other where four are too narrow."""
        super().resizeEvent(event)
        self._place()

    def _framed(self, state: AskState) -> QWidget:
        px = self._appearance.px
        frame = QFrame()
        frame.setProperty("role", "column")
        column = QVBoxLayout(frame)
        column.setContentsMargins(px(4), px(8), px(4), px(4))
        column.setSpacing(px(6))
        head = QHBoxLayout()
        head.setContentsMargins(px(10), 0, px(8), 0)
        head.setSpacing(px(8))
        head.addWidget(_Icon(self._appearance, _ICONS[state]))
        head.addWidget(plain_label(ask_state_label(state), "small", strong=True), 1)
        column.addLayout(head)
        column.addWidget(self.lists[state], 1)
        frame.setMinimumHeight(px(_TALL))
        return frame

    def _place(self) -> None:
        columns = 4 if self.width() >= self._appearance.px(_FOUR_ACROSS) else 2
        if columns == self._columns:
            return
        self._columns = columns
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        for at, frame in enumerate(self._frames.values()):
            self._grid.addWidget(frame, at // columns, at % columns)

    def _on_dropped(self, request: FeedbackRequest) -> None:
        for state, view in self.lists.items():
            if view is self.sender():
                self.moved.emit(request, state)

    def _on_focused(self) -> None:
        view = self.sender()
        if isinstance(view, _BoardList):
            self._last = view
            self.focused.emit()

    def _on_asked(self, name: str) -> None:
        self.asked.emit(name)

    def _on_menu(self, _request: FeedbackRequest, at: QPoint) -> None:
        view = self.sender()
        if isinstance(view, _BoardList):
            self._last = view
            view.setFocus(Qt.FocusReason.OtherFocusReason)
            self.menu_asked.emit(at)


class _BoardList(CardList):
    """One column.

    Signals:
        shifted: -1 or 1, the way in which the card with the cursor is to move.
        opened: the FeedbackRequest that the person wants to see.
        asked: the name of the action that stands on the card.
    """

    shifted = Signal(int)
    opened = Signal(object)
    asked = Signal(str)

    def __init__(self, appearance: Appearance, name: str, today: Callable[[], date]) -> None:
        super().__init__(appearance, name)
        self._today = today
        self.setItemDelegate(RequestCard(appearance, self, today))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the card, or open it by Enter."""
        ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if ctrl and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.shifted.emit(1 if event.key() == Qt.Key.Key_Right else -1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.card is not None:
            self.opened.emit(self.card)
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the pointer what can be clicked on a card."""
        super().mouseMoveEvent(event)
        shapes = Qt.CursorShape
        on_deed = self._deed_at(event.position()) is not None
        shape = shapes.PointingHandCursor if on_deed else shapes.ArrowCursor
        if self.viewport().cursor().shape() is not shape:
            self.viewport().setCursor(shape)
            self.viewport().update()  # the words show that they are under the pointer

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do what stands on the card where its words were clicked."""
        super().mouseReleaseEvent(event)
        deed = self._deed_at(event.position())
        if deed is not None and event.button() is Qt.MouseButton.LeftButton:
            self.asked.emit(deed.action)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the card."""
        super().mouseDoubleClickEvent(event)
        if self.itemAt(event.position().toPoint()) is not None:
            self.opened.emit(self.card)

    def _deed_at(self, place: QPointF) -> Deed | None:
        """Return what can be done where the pointer is."""
        item = self.itemAt(place.toPoint())
        if item is None:
            return None
        deed = deed_of(item.data(CARD_ROLE), self._today())
        box = QRectF(self.visualItemRect(item))
        if deed is None or not deed_spot(self.appearance, box).contains(place):
            return None
        return deed


def _sentence(request: FeedbackRequest, today: date) -> str:
    parts = (request.employer, request.position, card_line(request, today))
    return ", ".join(part for part in parts if part)


class _Icon(PaintedWidget):
    def __init__(self, appearance: Appearance, name: str) -> None:
        super().__init__(appearance)
        self._name = name
        edge = appearance.px(16)
        self.setFixedSize(edge, edge)

    def paintEvent(self, _event: QPaintEvent) -> None:
        from PySide6.QtGui import QPainter

        painter = QPainter(self)
        ink, ratio = self.appearance.theme.text2, self.devicePixelRatioF()
        self.appearance.icons.paint(painter, self._name, ink, QRectF(self.rect()), ratio)
