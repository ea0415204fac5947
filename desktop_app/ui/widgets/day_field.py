"""A field for a day: typed or stepped by keyboard, or picked from a calendar."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QWidget

from desktop_app.domain.days import LATEST
from desktop_app.i18n import _

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QWheelEvent

    from desktop_app.tokens import Theme
    from desktop_app.ui.theme import Appearance

_FIRST = QDate(1970, 1, 1)


class DayField(QDateEdit):
    """A day, up to a latest one where there is one, or 'no day' where it may be unknown.

    Signals:
        day_picked: the person changed the day.
        entered: Enter was pressed.
    """

    day_picked = Signal()
    entered = Signal()

    def __init__(
        self,
        appearance: Appearance,
        name: str,
        latest: date | None,
        parent: QWidget | None = None,
        *,
        may_be_unknown: bool = False,
    ) -> None:
        """Make a field.

        Args:
            appearance: the look to follow.
            name: what a screen reader says, such as ``Day``.
            latest: the last day that may be chosen, None where it may lie ahead.
            parent: the widget that holds it.
            may_be_unknown: whether the field has a value before all days that means 'no day'.
        """
        super().__init__(parent)
        self._appearance = appearance
        self._unknown = _FIRST.addDays(-1) if may_be_unknown else None
        self.setAccessibleName(name)
        self.lineEdit().setAccessibleName(name)
        self.setDisplayFormat("d MMM yyyy")
        last = latest or LATEST
        self.setDateRange(self._unknown or _FIRST, QDate(last.year, last.month, last.day))
        if may_be_unknown:
            self.setSpecialValueText(_("no day"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCalendarPopup(True)
        calendar = QCalendarWidget()
        calendar.setAccessibleName(_("{field}, calendar").format(field=name))
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setFirstDayOfWeek(self.locale().firstDayOfWeek())
        self.setCalendarWidget(calendar)
        self._tint()
        appearance.theme_changed.connect(self._on_theme_changed)
        self.dateChanged.connect(self._on_date_changed)

    @property
    def day(self) -> date | None:
        """The day, None where it is unknown."""
        chosen = self.date()
        if self._unknown is not None and chosen == self._unknown:
            return None
        return date(chosen.year(), chosen.month(), chosen.day())

    def set_day(self, day: date | None) -> None:
        """Show a day without telling anybody."""
        blocked = self.blockSignals(True)
        if day is not None:
            self.setDate(QDate(day.year, day.month, day.day))
        elif self._unknown is not None:
            self.setDate(self._unknown)
        self.blockSignals(blocked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tell of Enter after taking what was typed; Alt+Down opens the calendar."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
            if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.entered.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab leave the field at once; arrows move between day, month and year."""
        return QWidget.focusNextPrevChild(self, forward)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page, so that scrolling changes no day."""
        event.ignore()

    def _tint(self) -> None:
        # Qt writes weekends in red, which nothing here is.
        calendar = self.calendarWidget()
        weekend, head = QTextCharFormat(), QTextCharFormat()
        weekend.setForeground(self._appearance.colour("text"))
        head.setForeground(self._appearance.colour("text2"))
        head.setBackground(self._appearance.colour("surface2"))
        for day in Qt.DayOfWeek:
            calendar.setWeekdayTextFormat(day, weekend)
        calendar.setHeaderTextFormat(head)

    def _on_date_changed(self, _date: QDate) -> None:
        self.day_picked.emit()

    def _on_theme_changed(self, _theme: Theme) -> None:
        self._tint()
