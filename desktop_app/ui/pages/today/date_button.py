"""The date in the head of Today: a button that leads to any day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_app import tokens
from desktop_app.i18n import _, full_day, long_day, short_day, weekday_name
from desktop_app.ui.widgets.painted import PaintedButton
from desktop_app.ui.widgets.painting import paint_box, paint_words, smooth, words_width

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.ui.theme import Appearance

_EDGE, _GAP, _CHEVRON = 6, 4, 20


class DateButton(PaintedButton):
    """A day in the size of a title; its head chooses how long it is written."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, "", parent)
        self._forms: tuple[str, ...] = ("", "", "")
        self._form = 0
        self.setToolTip(_("Go to a day (Ctrl+G)"))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_day(self, day: date, today: date) -> None:
        """Show a day, with its year where today lies in another one."""
        whole = long_day(day) if day.year == today.year else full_day(day)
        short = _("{weekday}, {day}").format(
            weekday=weekday_name(day.weekday())[:3], day=short_day(day, today)
        )
        forms = (whole, short, short_day(day, today))
        if forms == self._forms:
            return
        self._forms = forms
        self.setAccessibleName(whole)
        self.setAccessibleDescription(_("Opens the calendar"))
        self.updateGeometry()
        self.update()

    @property
    def widths(self) -> list[int]:
        """How wide each form is, the longest first."""
        return [self._size_of(form).width() for form in self._forms]

    def set_form(self, number: int) -> None:
        """Stand in one of the forms, 0 for the longest."""
        if number != self._form:
            self._form = number
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        """Return the size of the form."""
        return self._size_of(self._forms[self._form])

    def minimumSizeHint(self) -> QSize:
        """Return the size of the shortest form."""
        return self._size_of(self._forms[-1])

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the date and the chevron."""
        painter = QPainter(self)
        smooth(painter)
        look, theme = self.appearance, self.appearance.theme
        box = QRectF(self.rect())
        if self.isDown() or self.hovered:
            fill = theme.sunken if self.isDown() else theme.surface2
            paint_box(painter, box, tokens.RADIUS_FIELD, fill)
        if self.ringed:
            paint_box(painter, box, tokens.RADIUS_FIELD, None, theme.accent, 2)
        words = self._forms[self._form]
        font = look.font(tokens.H1)
        chevron = look.px(_CHEVRON)
        room = self.width() - 2 * look.px(_EDGE) - look.px(_GAP) - chevron
        wide = min(words_width(words, font) + 1, room)
        place = QRectF(look.px(_EDGE), 0, wide, box.height())
        paint_words(painter, place, words, font, theme.text)
        spot = QRectF(place.right() + look.px(_GAP), 1, chevron, box.height())
        look.icons.paint(painter, "chevron-down", theme.text2, spot, self.devicePixelRatioF())

    def _size_of(self, form: str) -> QSize:
        look = self.appearance
        wide = words_width(form, look.font(tokens.H1)) + 2
        around = 2 * look.px(_EDGE) + look.px(_GAP) + look.px(_CHEVRON)
        return QSize(round(wide) + around, look.px(tokens.HEIGHT_FIELD))
