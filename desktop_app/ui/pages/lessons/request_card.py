"""One card of the feedback board: whom was asked, how far it is, and the one thing to do."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QCursor, QFontMetrics, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app import tokens
from desktop_app.domain.guide.records import AskState, FeedbackRequest
from desktop_app.i18n import _, ngettext, short_day
from desktop_app.services.feedback import REMIND_AFTER
from desktop_app.ui.widgets.card_list import CARD_ROLE
from desktop_app.ui.widgets.painting import paint_box, paint_words, smooth, words_width

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtGui import QFont, QPainter

    from desktop_app.ui.theme import Appearance

Index = QModelIndex | QPersistentModelIndex
CLOSE_AFTER = timedelta(days=30)  # then closing is offered in place of the reminder
LINES = 3
_EDGE = 12
_MOST = 2000  # characters that are laid out; more than three lines hold


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


class Deed(NamedTuple):
    """What can be done right on a card: an action's name, and its words."""

    action: str
    words: str


def deed_of(request: FeedbackRequest, today: date) -> Deed | None:
    """Return the one thing that stands on a card, None where nothing does."""
    if request.state is AskState.TO_ASK:
        return Deed("ask_copy", _("Copy message")) if request.draft.strip() else None
    if request.state is AskState.ASKED and request.asked is not None:
        waited = today - request.asked
        if waited >= REMIND_AFTER and request.reminded is None and waited < CLOSE_AFTER:
            return Deed("ask_remind", _("Copy one reminder"))
        if waited >= REMIND_AFTER:
            return Deed("ask_close", _("Close without an answer"))
    if request.state is AskState.ANSWERED and not request.read:
        return Deed("ask_read", _("Read now"))
    return None


def deed_spot(appearance: Appearance, item: QRectF) -> QRectF:
    """Return where the words of what can be done stand in a card's place."""
    px = appearance.px
    box = item.adjusted(px(4), px(4), -px(4), -px(4))
    return QRectF(
        box.x() + px(_EDGE) - 4, box.bottom() - px(32), box.width() - px(2 * _EDGE), px(26)
    )


class RequestCard(QStyledItemDelegate):
    """Paints the cards of one column."""

    def __init__(
        self, appearance: Appearance, view: QAbstractItemView, today: Callable[[], date]
    ) -> None:
        super().__init__(view)
        self._appearance = appearance
        self._view = view
        self._today = today

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return a card as high as its lines."""
        px = self._appearance.px
        wide = self._view.viewport().width()
        words = self._line_height(index, wide - px(8 + 2 * _EDGE))
        deed = deed_of(index.data(CARD_ROLE), self._today()) is not None
        position = px(18) if index.data(CARD_ROLE).position else 0
        return QSize(wide, px(20 + 20 + 14) + position + words + (px(26) if deed else 0) + px(4))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one card."""
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
        if request.position:
            line = QRectF(inner.x(), line.bottom(), inner.width(), px(18))
            paint_words(painter, line, request.position, look.font(tokens.SMALL), theme.text2)
        deed = deed_of(request, self._today())
        bottom = inner.bottom() - (px(26) if deed is not None else 0)
        top = line.bottom() + px(6)
        words = QRectF(inner.x(), top, inner.width(), max(1.0, bottom - top))
        small = look.font(tokens.SMALL)
        painter.setPen(look.colour("text"))
        paint_lines(painter, words, card_line(request, self._today()), small)
        if deed is not None:
            spot = deed_spot(look, QRectF(option.rect))
            under = self._view.viewport().mapFromGlobal(QCursor.pos())
            strong = look.font(tokens.SMALL, 500)
            if spot.contains(under) and option.state & QStyle.StateFlag.State_MouseOver:
                wide = words_width(deed.words, strong) + 8
                paint_box(
                    painter, QRectF(spot.x(), spot.y(), wide, spot.height()), 6, theme.accent_weak
                )
            paint_words(painter, spot.adjusted(4, 0, 0, 0), deed.words, strong, theme.accent_text)
        painter.restore()

    def _line_height(self, index: Index, wide: int) -> int:
        request = index.data(CARD_ROLE)
        if not isinstance(request, FeedbackRequest):
            return 0
        font = self._appearance.font(tokens.SMALL)
        lines = laid_out(card_line(request, self._today()), font, max(1, wide))[1]
        return lines * QFontMetrics(font).lineSpacing()


def laid_out(words: str, font: QFont, wide: float) -> tuple[list[str], int]:
    """Return words broken into at most three lines, the last one cut, and how many there are."""
    layout = QTextLayout(words[:_MOST], font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    lines: list[str] = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(wide)
        begin = line.textStart()
        if len(lines) == LINES - 1:
            rest = words[begin:_MOST]
            lines.append(
                QFontMetrics(font).elidedText(rest, Qt.TextElideMode.ElideRight, int(wide))
            )
            break
        lines.append(words[begin : begin + line.textLength()].rstrip())
    layout.endLayout()
    return lines, len(lines)


def paint_lines(painter: QPainter, room: QRectF, words: str, font: QFont) -> None:
    """Paint words over the lines that they take."""
    painter.setFont(font)
    metrics = QFontMetrics(font)
    for place, line in enumerate(laid_out(words, font, room.width())[0]):
        top = room.y() + place * metrics.lineSpacing()
        spot = QRectF(room.x(), top, room.width(), metrics.height())
        painter.drawText(spot, Qt.TextFlag.TextSingleLine.value, line)
