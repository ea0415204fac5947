"""The small calendar below the date: any day by keys, by pointer, or as one writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.domain.day_words import read_day
from desktop_app.domain.errors import InvalidInput
from desktop_app.i18n import _, month_name, said_day
from desktop_app.ui.locales import month_first
from desktop_app.ui.widgets.buttons import Button, IconButton
from desktop_app.ui.widgets.day_calendar import DayCalendar
from desktop_app.ui.widgets.labels import plain_label
from desktop_app.ui.widgets.wrapping_label import WrappingLabel

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QKeyEvent, QMouseEvent

    from desktop_app.services.bundle import Services
    from desktop_app.ui.theme import Appearance

_EDGE, _GAP, _AWAY = 16, 8, 8


class DayPopover(QFrame):
    """Lies inside the window, so that no platform takes the keyboard away; goes with a click.

    Signals:
        day_chosen: the day that the person wants to see.
        closed: it is gone.
    """

    day_chosen = Signal(object)
    closed = Signal()

    def __init__(
        self, services: Services, appearance: Appearance, day: date, window: QWidget
    ) -> None:
        """Make the popover, not yet shown.

        Args:
            services: the use cases.
            appearance: the look to follow.
            day: the day to begin with.
            window: the window that it lies in.
        """
        self._backdrop = _Backdrop(window)
        super().__init__(window)
        self.setProperty("role", "card")
        self.setAccessibleName(_("Go to a day"))
        self._services = services
        self._appearance = appearance
        self._window = window
        self._anchor: QWidget | None = None
        self._leaving = False
        self._today = services.days.today()
        locale = QLocale()
        self._month_first = month_first(locale)
        first_weekday = locale.firstDayOfWeek().value - 1
        self.calendar = DayCalendar(appearance, self._today, first_weekday)
        self.field = QLineEdit()
        self.field.setAccessibleName(_("Day, as you write it"))
        self.field.setPlaceholderText(_("12.3., yesterday, mon"))
        self.field.setMaxLength(40)
        self._title = plain_label("", "h2")
        self._sentence = WrappingLabel(appearance, "", tokens.SMALL, "text2")
        self._lay_out()
        self.calendar.day_moved.connect(self._on_day_moved)
        self.calendar.day_chosen.connect(self._choose)
        self.field.textEdited.connect(self._on_text_edited)
        self.field.returnPressed.connect(self._on_entered)
        self._backdrop.pressed.connect(self.close_up)
        self._shown_month: tuple[date, date] | None = None
        self.calendar.set_day(day)
        self._on_day_moved(self.calendar.day)

    def open_below(self, anchor: QWidget) -> None:
        """Show it below a widget, or where it fits."""
        self._anchor = anchor
        self._backdrop.setGeometry(self._window.rect())
        self._place()
        self._backdrop.show()
        self._backdrop.raise_()
        self.show()
        self.raise_()
        self._window.installEventFilter(self)
        self._appearance.app.focusChanged.connect(self._on_focus_changed)
        self.calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_up(self) -> None:
        """Go, and give the keyboard back."""
        if self._leaving or self.isHidden():
            return
        self._leaving = True
        self._appearance.app.focusChanged.disconnect(self._on_focus_changed)
        self._window.removeEventFilter(self)
        self.hide()
        self._backdrop.hide()
        self._backdrop.deleteLater()
        self.deleteLater()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc close it; what is written goes into the field; nothing reaches the page."""
        event.accept()
        if event.key() == Qt.Key.Key_Escape:
            self.close_up()
        elif (
            event.text().isprintable()
            and event.text()
            # In a window that is not active the field never has the focus, but is to get it.
            and self._window.focusWidget() is not self.field
        ):
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.field.end(False)
            self._appearance.app.sendEvent(self.field, event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab go round inside it."""
        if self._leaving:  # Qt looks for another place for the focus while it is hidden
            return False
        stops = [stop for stop in self._stops if stop.isVisible() and stop.isEnabled()]
        at = next((n for n, stop in enumerate(stops) if stop.hasFocus()), 0)
        target = stops[(at + (1 if forward else -1)) % len(stops)]
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        target.setFocus(reason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the window when its size changes."""
        if event.type() is QEvent.Type.Resize:
            self._backdrop.setGeometry(self._window.rect())
            self._place()
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        px = self._appearance.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(_EDGE), px(_EDGE), px(_EDGE), px(_EDGE))
        column.setSpacing(px(_GAP))
        head = QHBoxLayout()
        head.setSpacing(px(2))
        buttons = []
        for icon, name, months in (
            ("chevrons-left", _("The year before"), -12),
            ("chevron-left", _("The month before"), -1),
            ("chevron-right", _("The month after"), 1),
            ("chevrons-right", _("The year after"), 12),
        ):
            button = IconButton(self._appearance, icon, name, edge=28)
            button.setProperty("months", months)
            button.clicked.connect(self._on_moved)
            buttons.append(button)
        head.addWidget(buttons[0])
        head.addWidget(buttons[1])
        head.addStretch(1)
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(buttons[2])
        head.addWidget(buttons[3])
        column.addLayout(head)
        column.addWidget(self.calendar, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._sentence)
        foot = QHBoxLayout()
        foot.setSpacing(px(_GAP))
        foot.addWidget(self.field, 1)
        today = Button(self._appearance, _("Today"), icon="sun")
        today.clicked.connect(self._on_today)
        foot.addWidget(today)
        column.addLayout(foot)
        self._buttons = buttons
        self._stops: list[QWidget] = [self.calendar, self.field, today, *buttons]

    def _place(self) -> None:
        px, window = self._appearance.px, self._window
        wide = window.width() - 2 * px(_EDGE) - 2 * _AWAY - 2
        around = self.sizeHint().height() - self.calendar.sizeHint().height()
        self.calendar.fit(wide, window.height() - 2 * _AWAY - around)
        self._sentence.setFixedWidth(self.calendar.sizeHint().width())
        self.resize(self.sizeHint())
        left, top = _AWAY, _AWAY
        if self._anchor is not None:
            below = self._anchor.mapTo(window, QPoint(0, self._anchor.height() + 4))
            left, top = below.x(), below.y()
        left = max(_AWAY, min(left, window.width() - self.width() - _AWAY))
        top = max(_AWAY, min(top, window.height() - self.height() - _AWAY))
        self.move(left, top)

    def _show_month(self) -> None:
        first, last = self.calendar.month
        if (first, last) != self._shown_month:
            self._shown_month = (first, last)
            self.calendar.show_timeline(self._services.momentum.timeline(first, last))
        self._title.setText(
            _("{month} {year}").format(month=month_name(first.month), year=first.year)
        )
        latest = first.replace(day=1) >= self._today.replace(day=1)
        for button in self._buttons[2:]:
            button.setEnabled(not latest)

    def _choose(self, day: date) -> None:
        self.close_up()
        self.day_chosen.emit(day)

    def _read(self) -> date:
        day = read_day(self.field.text(), self._today, month_first=self._month_first)
        if day > self._today:
            raise InvalidInput(_("{day} lies ahead.").format(day=said_day(day, self._today)))
        return day

    def _on_day_moved(self, day: date) -> None:
        self._show_month()
        self._sentence.setText(self.calendar.sentence(day))

    def _on_text_edited(self) -> None:
        try:
            day = self._read()
        except InvalidInput:
            return  # it may be half written; Enter says so
        self.calendar.set_day(day)

    def _on_entered(self) -> None:
        if not self.field.text().strip():
            self._choose(self.calendar.day)
            return
        try:
            day = self._read()
        except InvalidInput as error:
            self._sentence.setText(str(error))
            return
        self._choose(day)

    def _on_moved(self) -> None:
        self.calendar.move_months(int(self.sender().property("months")))

    def _on_today(self) -> None:
        self._choose(self._today)

    def _on_focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        if now is not None and now is not self and not self.isAncestorOf(now):
            self.close_up()


class _Backdrop(QWidget):
    """Covers the window, so that a click beside the popover closes it and does nothing else."""

    pressed = Signal()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.pressed.emit()
