"""Where the columns of the lessons lie, in the rows and in the head above them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app import tokens
from desktop_app.i18n import _
from desktop_app.ui.widgets.painted import PaintedWidget
from desktop_app.ui.widgets.painting import paint_words

if TYPE_CHECKING:
    from desktop_app.ui.theme import Appearance

HEAD = 37
_TICK, _EDGE = 18, 16
_ONE_LINE, _TWO_LINES = 48, 64
_NARROW, _WIDE = 620, 940  # below the first two lines, below the second no tally of practice


class Columns(NamedTuple):
    """The boxes of one row; those that find no room are None.

    In a narrow row ``when`` is a second line, which also says where the lesson is from.
    """

    tick: QRectF
    words: QRectF
    source: QRectF | None
    when: QRectF
    times: QRectF | None

    @property
    def two_lines(self) -> bool:
        """Whether the row has two lines."""
        return self.source is None


def row_height(appearance: Appearance, width: float) -> int:
    """Return the height of a row of a width."""
    return appearance.px(_TWO_LINES if width < appearance.px(_NARROW) else _ONE_LINE)


def columns(appearance: Appearance, row: QRectF) -> Columns:
    """Return where the parts of a row stand."""
    px = appearance.px
    wide, narrow = row.width() >= px(_WIDE), row.width() < px(_NARROW)
    size = px(_TICK)
    tick = QRectF(row.x() + px(_EDGE), row.y() + (row.height() - size) / 2, size, size)
    left, right = tick.right() + px(18), row.right() - px(_EDGE)
    if narrow:
        half = row.height() / 2
        words = QRectF(left, row.y() + px(4), right - left, half)
        return Columns(tick, words, None, words.translated(0, half - px(6)), None)

    def take(width: int) -> QRectF:
        nonlocal right
        right -= px(width)
        return QRectF(right, row.y(), px(width), row.height())

    times = take(148) if wide else None
    when = take(124 if wide else 104)
    source = take(232 if wide else 188)
    words = QRectF(left, row.y(), max(px(40), right - left - px(16)), row.height())
    return Columns(tick, words, source, when, times)


class LessonHead(PaintedWidget):
    """The quiet titles above the rows; none of them sorts."""

    def __init__(
        self, appearance: Appearance, rows: QWidget, parent: QWidget | None = None
    ) -> None:
        """Make the head.

        Args:
            appearance: the look to follow.
            rows: the widget whose width the rows have.
            parent: the widget that holds it.
        """
        super().__init__(appearance, parent)
        self._rows = rows
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the height of the head."""
        return QSize(self.appearance.px(240), self.appearance.px(HEAD))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the titles."""
        painter = QPainter(self)
        look, theme = self.appearance, self.appearance.theme
        box = QRectF(self.rect())
        painter.fillRect(box, QColor(theme.surface2))
        painter.fillRect(QRectF(box.x(), box.bottom() - 1, box.width(), 1), QColor(theme.border))
        at = columns(look, QRectF(0, 0, self._rows.width(), box.height()))
        font = look.font(tokens.CAPTION, 500)
        if at.source is None:
            whole = QRectF(at.words.x(), 0, at.words.width(), box.height())
            paint_words(painter, whole, _("Lesson"), font, theme.text2)
            return
        titles = ((at.words, _("Lesson")), (at.source, _("From")), (at.when, _("Practise next")))
        for place, title in titles:
            paint_words(painter, place, title, font, theme.text2)
