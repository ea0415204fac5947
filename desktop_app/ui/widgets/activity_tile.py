"""A tile of one kind of activity: a click adds one, plus and minus come with pointer or focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app import tokens
from desktop_app.i18n import _, ngettext
from desktop_app.ui.widgets.labels import plain_tool_tip
from desktop_app.ui.widgets.painted import PaintedButton
from desktop_app.ui.widgets.painting import (
    CENTRE,
    RIGHT,
    key_cap_size,
    paint_box,
    paint_key_cap,
    paint_words,
    smooth,
    words_width,
)
from desktop_app.ui.widgets.tile_name import TileName

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QFont

    from desktop_app.ui.theme import Appearance

_WIDTH, _HEIGHT, _LINE, _BUTTON, _EDGE = 152, 72, 40, 24, 12
_NAME = 36  # where the name begins in a single line, after the icon


class ActivityTile(PaintedButton):
    """One kind of activity and how much of it the day holds.

    Signals:
        added: the person wants one more, or the usual minutes more.
        removed: the person wants the latest one taken back.
    """

    added = Signal()
    removed = Signal()

    def __init__(
        self,
        appearance: Appearance,
        icon: str,
        label: str,
        key: str = "",
        *,
        timed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """Make a tile.

        Args:
            appearance: the look to follow.
            icon: the icon's name.
            label: the kind's name on screen.
            key: the letter that adds one, or "".
            timed: whether amounts are minutes.
            parent: the widget that holds it.
        """
        super().__init__(appearance, label, parent)
        self._icon, self._label, self._key, self._timed = icon, label, key, timed
        self._name = TileName(appearance, label)
        self._amount = 0
        self._one_line = False
        self._pressed_minus = False
        self._over: str = ""
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._on_clicked)
        self.set_amount(0)

    @property
    def amount(self) -> int:
        """How many, or how many minutes."""
        return self._amount

    def set_amount(self, amount: int) -> None:
        """Show a count, or minutes where the kind is measured in minutes."""
        self._amount = amount
        self.setAccessibleName(
            _("{label}, {amount}").format(label=self._label, amount=self._said())
        )
        self.setAccessibleDescription(_("Enter adds, minus takes one back"))
        self._show_tip()
        self.update()

    def set_key(self, key: str) -> None:
        """Show another letter; "" shows none."""
        self._key = key
        self.update()

    def set_one_line(self, one_line: bool) -> None:
        """Stand as a single line, for low windows."""
        self._one_line = one_line
        self._show_tip()
        self.updateGeometry()
        self.update()

    @property
    def needed(self) -> int:
        """The width from which on the whole name can be read, at any usual amount."""
        px = self.appearance.px
        name = self._name.least_width
        if not self._one_line:
            return round(name + px(_EDGE) + px(6)) + 1
        most = self._shown_of(120 if self._timed else 10)
        amount = words_width(most, self._amount_font()) + 2 + px(15)
        return round(px(_NAME) + name + max(amount, px(_BUTTON + 10)) + 4) + 1

    def sizeHint(self) -> QSize:
        """Return the size of the design."""
        px = self.appearance.px
        return QSize(px(_WIDTH), px(_LINE if self._one_line else _HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Return the least width at which plus and minus fit."""
        return QSize(self.appearance.px(132), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell a name on hover that is cut now."""
        super().resizeEvent(event)
        self._show_tip()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take plus and minus; Enter and the space bar add."""
        if event.key() == Qt.Key.Key_Plus:
            self.added.emit()
        elif event.key() in (Qt.Key.Key_Minus, Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            if self._amount:
                self.removed.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Note whether the press was on minus."""
        self._pressed_minus = self._minus_shown and self._minus().contains(event.position())
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light the plus or minus under the pointer."""
        super().mouseMoveEvent(event)
        self._point_at(event.position())

    def leaveEvent(self, event: QEvent) -> None:
        """Forget what was under the pointer when it leaves."""
        self._over = ""
        super().leaveEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the tile."""
        painter = QPainter(self)
        smooth(painter)
        self._paint_frame(painter)
        if self._one_line:
            self._paint_one_line(painter)
        else:
            self._paint_two_lines(painter)

    @property
    def _minus_shown(self) -> bool:
        return self._amount > 0 and (self.hovered or self.ringed)

    def _said(self) -> str:
        if not self._amount:
            return _("none yet")
        if self._timed:
            return ngettext("{n} minute", "{n} minutes", self._amount).format(n=self._amount)
        return str(self._amount)

    def _shown(self) -> str:
        return self._shown_of(self._amount)

    def _shown_of(self, amount: int) -> str:
        return _("{n} min").format(n=amount) if self._timed else str(amount)

    def _plus(self) -> QRectF:
        px = self.appearance.px
        size = px(_BUTTON)
        middle = self.height() / 2 if self._one_line else px(22)
        return QRectF(self.width() - px(10) - size, middle - size / 2, size, size)

    def _minus(self) -> QRectF:
        plus = self._plus()
        wide = max(self.appearance.px(24), words_width(self._shown(), self._amount_font()) + 8)
        return plus.translated(-plus.width() - wide, 0)

    def _amount_font(self) -> QFont:
        size = tokens.SMALL if self._timed else tokens.TypeSize(18, 24, 600)
        return self.appearance.font(size, 600)

    def _paint_frame(self, painter: QPainter) -> None:
        theme = self.appearance.theme
        box = QRectF(self.rect())
        fill = theme.accent_weak if self._amount else theme.surface
        edge = theme.accent_soft if self._amount else theme.border
        if self.hovered:
            edge = theme.accent
        if self.isDown() and not self._pressed_minus:
            fill = theme.accent_weak if self._amount else theme.surface2
        if self.ringed:
            paint_box(painter, box, tokens.RADIUS_TILE, fill, theme.accent, 2)
        else:
            paint_box(painter, box, tokens.RADIUS_TILE, fill, edge)

    def _paint_two_lines(self, painter: QPainter) -> None:
        px = self.appearance.px
        top, left = px(22), px(_EDGE)
        self._paint_icon(painter, left, top)
        crowded = self._timed and self._minus_shown
        if not crowded:
            self._paint_cap(painter, left + px(28), top)
        self._paint_amount(painter)
        self._paint_name(painter, self._name_place())

    def _paint_one_line(self, painter: QPainter) -> None:
        middle, place = self.height() / 2, self._name_place()
        self._paint_icon(painter, self.appearance.px(10), middle)
        cap = key_cap_size(self.appearance, self._key).width() + self.appearance.px(6)
        # The name matters more than its key.
        if not self._amount and self._name.width + cap <= place.width():
            place.setLeft(place.left() + self._paint_cap(painter, place.left(), middle))
        self._paint_amount(painter)
        self._paint_name(painter, place)

    def _name_place(self) -> QRectF:
        """Return where the name stands, were it in one line and without a key."""
        px = self.appearance.px
        if not self._one_line:
            return QRectF(px(_EDGE), px(42), self.width() - px(_EDGE) - px(6), px(22))
        right = (self._minus() if self._minus_shown else self._amount_place()).left()
        return QRectF(px(_NAME), 0, right - px(_NAME) - 4, self.height())

    def _paint_icon(self, painter: QPainter, left: float, middle: float) -> None:
        theme, size = self.appearance.theme, self.appearance.px(20)
        colour = theme.accent_text if self._amount else theme.text2
        place = QRectF(left, middle - size / 2, size, size)
        self.appearance.icons.paint(painter, self._icon, colour, place, self.devicePixelRatioF())

    def _paint_cap(self, painter: QPainter, left: float, middle: float) -> float:
        if not self._key:
            return 0
        cap = key_cap_size(self.appearance, self._key)
        place = QRectF(left, round(middle - cap.height() / 2), cap.width(), cap.height())
        paint_key_cap(painter, self.appearance, place, self._key)
        return cap.width() + self.appearance.px(6)

    def _amount_place(self) -> QRectF:
        if not self._amount:
            return self._plus()
        wide = words_width(self._shown(), self._amount_font()) + 2
        place = self._plus()
        return QRectF(self.width() - self.appearance.px(15) - wide, place.y(), wide, place.height())

    def _paint_amount(self, painter: QPainter) -> None:
        theme = self.appearance.theme
        if not self._amount:
            self._paint_sign(painter, self._plus(), "plus", boxed=self._over == "plus")
        elif self._minus_shown:
            minus, plus = self._minus(), self._plus()
            self._paint_sign(painter, minus, "minus", boxed=True)
            self._paint_sign(painter, plus, "plus", boxed=True)
            between = QRectF(minus.right(), minus.y(), plus.left() - minus.right(), minus.height())
            font = self._amount_font()
            paint_words(painter, between, self._shown(), font, theme.accent_text, CENTRE)
        else:
            place = self._amount_place()
            font = self._amount_font()
            paint_words(painter, place, self._shown(), font, theme.accent_text, RIGHT)

    def _paint_sign(self, painter: QPainter, place: QRectF, sign: str, *, boxed: bool) -> None:
        theme = self.appearance.theme
        if boxed:
            edge = theme.accent if self._over == sign else theme.accent_soft
            if not self._amount:
                edge = theme.accent_soft
            paint_box(painter, place, 6, theme.surface, edge)
        inset = self.appearance.px(3 if not boxed else 4)
        self.appearance.icons.paint(
            painter,
            sign,
            theme.accent_text if self._amount else theme.text2,
            place.adjusted(inset, inset, -inset, -inset),
            self.devicePixelRatioF(),
        )

    def _show_tip(self) -> None:
        cut = self._name.least_width > self._name_place().width()
        self.setToolTip(plain_tool_tip(self._label) if cut else "")

    def _paint_name(self, painter: QPainter, place: QRectF) -> None:
        theme = self.appearance.theme
        self._name.paint(painter, place, theme.text if self._amount else theme.text2)

    def _point_at(self, point: QPointF) -> None:
        over = "minus" if self._minus_shown and self._minus().contains(point) else ""
        if self._plus().contains(point):
            over = "plus"
        if over != self._over:
            self._over = over
            self.update()

    def _on_clicked(self) -> None:
        if self._pressed_minus:
            self._pressed_minus = False
            self.removed.emit()
        else:
            self.added.emit()
