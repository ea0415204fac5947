"""The feedback board: to ask, asked, answered, closed; a card moves by drag, key or menu."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetrics, QKeyEvent, QTextOption
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app import tokens
from desktop_app.domain.guide.records import AskState, FeedbackRequest, ask_state_label
from desktop_app.i18n import _, ngettext, short_day
from desktop_app.ui.widgets.card_list import CARD_ROLE, CardList
from desktop_app.ui.widgets.labels import plain_label
from desktop_app.ui.widgets.painted import PaintedWidget
from desktop_app.ui.widgets.painting import paint_box, paint_words, smooth

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent

    from desktop_app.ui.theme import Appearance

Index = QModelIndex | QPersistentModelIndex
_ICONS = {
    AskState.TO_ASK: "mail-question",
    AskState.ASKED: "send",
    AskState.ANSWERED: "mail-opened",
    AskState.NO_ANSWER: "archive",
}
_FOUR_ACROSS, _TALL, _EDGE, _LINES = 720, 200, 12, 3


class FeedbackBoard(QWidget):
    """Four columns; Ctrl+Left and Ctrl+Right move the card with the cursor.

    Signals:
        moved: a FeedbackRequest and the AskState that it is put into.
        opened: the FeedbackRequest that the person wants to see.
        delete_asked: the FeedbackRequest that the person wants gone.
    """

    moved = Signal(object, object)
    opened = Signal(object)
    delete_asked = Signal(object)

    def __init__(
        self, appearance: Appearance, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._columns = 0
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
            view.itemActivated.connect(self._on_activated)
            view.shifted.connect(self._on_shifted)
        self._place()

    def show_requests(self, requests: Sequence[FeedbackRequest]) -> None:
        """Show all requests, each in its column."""
        for state, view in self.lists.items():
            shown = [one for one in requests if one.state is state]
            view.show_cards([(_sentence(one), one) for one in shown])

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

    def _on_shifted(self, step: int) -> None:
        states = list(AskState)
        view = self.sender()
        request = view.card if isinstance(view, _BoardList) else None
        if not isinstance(request, FeedbackRequest):
            return
        place = states.index(request.state) + step
        if 0 <= place < len(states):
            self.moved.emit(request, states[place])
            self._follow(request.id, states[place])

    def _follow(self, identity: int, state: AskState) -> None:
        """Keep the cursor on a card that has moved by key."""
        view = self.lists[state]
        for row in range(view.count()):
            if view.item(row).data(CARD_ROLE).id == identity:
                view.setCurrentRow(row)
                view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_activated(self) -> None:
        view = self.sender()
        if isinstance(view, _BoardList) and view.card is not None:
            self.opened.emit(view.card)

    def _on_menu(self, request: FeedbackRequest, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        open_it = QAction(_("Open"), menu)
        open_it.triggered.connect(lambda: self.opened.emit(request))
        menu.addAction(open_it)
        for state in AskState:
            if state is not request.state:
                action = QAction(
                    _("Move to “{column}”").format(column=ask_state_label(state)), menu
                )
                action.setData((request, state))
                action.triggered.connect(self._on_menu_chosen)
                menu.addAction(action)
        menu.addSeparator()
        gone = QAction(_("Delete") + "\tDel", menu)
        gone.triggered.connect(lambda: self.delete_asked.emit(request))
        menu.addAction(gone)
        menu.popup(at)

    def _on_menu_chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            request, state = action.data()
            self.moved.emit(request, state)


class _BoardList(CardList):
    """One column.

    Signals:
        shifted: -1 or 1, the way in which the card with the cursor is to move.
    """

    shifted = Signal(int)

    def __init__(self, appearance: Appearance, name: str, today: Callable[[], date]) -> None:
        super().__init__(appearance, name)
        self.setItemDelegate(_RequestCard(appearance, self, today))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if ctrl and event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.shifted.emit(1 if event.key() == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)


def card_line(request: FeedbackRequest, today: date) -> str:
    """Return what a card says below employer and position."""
    if request.state is AskState.TO_ASK:
        question = next(
            (part.strip() + "?" for part in request.draft.split("?")[:-1] if part.strip()), ""
        )
        short = question.rpartition("\n")[2].strip()
        if request.ask_on is not None:
            day = max(request.ask_on, today)
            due = _("today") if day == today else short_day(day, today)
            return _("To ask {day}").format(day=due)
        return f"“{short}”" if short else _("Whenever you like")
    if request.state is AskState.ASKED and request.asked is not None:
        days = (today - request.asked).days
        return ngettext("Asked {day}, {n} day ago", "Asked {day}, {n} days ago", days).format(
            day=short_day(request.asked, today), n=days
        )
    if request.state is AskState.ANSWERED:
        if not request.read:
            return _("Sealed until you read it")
        return f"“{' '.join(request.answer.split())}”" if request.answer else _("No words came.")
    return _("No answer. Asking was the step that counts.")


def _sentence(request: FeedbackRequest) -> str:
    return ", ".join(part for part in (request.employer, request.position) if part)


class _RequestCard(QStyledItemDelegate):
    def __init__(self, appearance: Appearance, view: _BoardList, today: Callable[[], date]) -> None:
        super().__init__(view)
        self._appearance = appearance
        self._view = view
        self._today = today

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        px = self._appearance.px
        wide = self._view.viewport().width()
        words = self._line_height(index, wide - px(8 + 2 * _EDGE))
        return QSize(wide, px(2 * 12 + 20 + 18 + 8) + words + px(8))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        request = index.data(CARD_ROLE)
        if not isinstance(request, FeedbackRequest):
            return
        look, theme, px = self._appearance, self._appearance.theme, self._appearance.px
        box = QRectF(option.rect).adjusted(px(4), px(4), -px(4), -px(4))
        painter.save()
        smooth(painter)
        focused = bool(option.state & QStyle.StateFlag.State_Selected) and self._view.hasFocus()
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        edge = theme.accent if focused else theme.border_strong if hovered else theme.border
        paint_box(painter, box, tokens.RADIUS_TILE, theme.surface, edge, 2 if focused else 1)
        inner = box.adjusted(px(_EDGE), px(10), -px(_EDGE), -px(8))
        line = QRectF(inner.x(), inner.y(), inner.width(), px(20))
        paint_words(painter, line, request.employer, look.font(tokens.BODY, 600), theme.text)
        line = QRectF(inner.x(), line.bottom(), inner.width(), px(18))
        paint_words(painter, line, request.position, look.font(tokens.SMALL), theme.text2)
        words = QRectF(
            inner.x(), line.bottom() + px(6), inner.width(), inner.bottom() - line.bottom() - px(4)
        )
        painter.setFont(look.font(tokens.SMALL))
        painter.setPen(look.colour("text"))
        how = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        how.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        painter.setClipRect(words)
        painter.drawText(words, card_line(request, self._today()), how)
        painter.restore()

    def _line_height(self, index: Index, wide: int) -> int:
        request = index.data(CARD_ROLE)
        metrics = QFontMetrics(self._appearance.font(tokens.SMALL))
        if not isinstance(request, FeedbackRequest):
            return metrics.height()
        whole = metrics.boundingRect(
            0,
            0,
            max(1, wide),
            10_000,
            Qt.TextFlag.TextWordWrap,
            card_line(request, self._today()),
        )
        return min(whole.height(), _LINES * metrics.lineSpacing())


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
