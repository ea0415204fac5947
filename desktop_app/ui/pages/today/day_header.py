"""The head of Today: the day, the way to other days, and what kind of day it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QWidget

from desktop_app.domain.days import REST_MARKS, DayKind, day_kind_label
from desktop_app.i18n import _
from desktop_app.ui.pages.today.date_button import DateButton
from desktop_app.ui.widgets.buttons import Button, IconButton
from desktop_app.ui.widgets.key_cap import KeyCap
from desktop_app.ui.widgets.labels import plain_label
from desktop_app.ui.widgets.painted import PaintedWidget
from desktop_app.ui.widgets.switch import Switch

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QPaintEvent

    from desktop_app.ui.theme import Appearance


class DayHeader(QWidget):
    """Shows a day and asks for others; two lines where one has no room.

    Signals:
        day_moved: the person wants this many days later, -1 or 1.
        today_asked: the person wants today.
        calendar_asked: the person wants any day.
        rest_switched: the person says that it is a rest day, or that it is not.
        kinds_asked: the person wants to say what kind of day it is; where the choice may open.
        rejection_asked: the person wants to note a rejection (in narrow windows).
    """

    day_moved = Signal(int)
    today_asked = Signal()
    calendar_asked = Signal()
    rest_switched = Signal(bool)
    kinds_asked = Signal(object)
    rejection_asked = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._before = IconButton(appearance, "chevron-left", _("The day before"), framed=True)
        self._after = IconButton(appearance, "chevron-right", _("The day after"), framed=True)
        self.date = DateButton(appearance)
        self._when: QLabel = plain_label("", "small", "text2")
        self._back: Button | None = None
        self._switch = Switch(appearance, _("Rest day"))
        self._rest_words = plain_label(_("Rest day"), tone="text2")
        self._kinds = IconButton(appearance, "chevron-down", _("Kind of day (Shift+R)"), edge=28)
        self._rejection: Button | None = None
        self._back_place = QHBoxLayout()
        self._rejection_place = QHBoxLayout()
        self._which_day = self._lay_out_day()
        self._which_kind = self._lay_out_kind()
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(appearance.px(8))
        self._lines.addLayout(self._which_day, 1)
        self._when_place = QHBoxLayout()
        self._lines.addLayout(self._when_place)
        self._lines.addLayout(self._which_kind)
        self.setMinimumHeight(appearance.px(40))
        self._before.clicked.connect(self._on_before)
        self._after.clicked.connect(self._on_after)
        self.date.clicked.connect(self.calendar_asked)
        self._switch.clicked.connect(self._on_switched)
        self._kinds.clicked.connect(self.ask_kinds)

    def show_day(
        self, day: date, today: date, mark: DayKind | None, bare: DayKind, ends: int | None = None
    ) -> None:
        """Show a day.

        Args:
            day: the day shown.
            today: the present day; later days can't be opened.
            mark: what the person said that it was, None where nothing.
            bare: what kind of day it is without that.
            ends: the hour at which today ends, told after midnight.
        """
        self.date.show_day(day, today)
        if day == today:
            when = _("today") if ends is None else _("today, until {n}:00").format(n=ends)
        elif (today - day).days == 1:
            when = _("yesterday")
        else:
            when = ""
        words = (when, _kind_word(mark, bare))
        self._when.setText(" · ".join(word for word in words if word))
        if day != today or self._back is not None:
            self._way_back().setVisible(day != today)
        self._after.setEnabled(day < today)
        rests = mark in REST_MARKS
        self._switch.setChecked(rests)
        label = day_kind_label(mark if mark is not None and rests else DayKind.REST)
        self._rest_words.setText(label)
        self._switch.setAccessibleName(label)

    def ask_kinds(self) -> None:
        """Ask what kind of day it is, below the button for it."""
        self.kinds_asked.emit(self._kinds.mapToGlobal(QPoint(0, self._kinds.height() + 4)))

    def set_narrow(self, narrow: bool) -> None:
        """Take in 'A rejection came in', which has no card in one column."""
        if self._rejection is None and narrow:
            words = _("A rejection came in")
            self._rejection = Button(self._appearance, words, "slate", icon="diamonds", small=True)
            self._rejection.clicked.connect(self.rejection_asked)
            self._rejection_place.addWidget(self._rejection)
        if self._rejection is not None:
            self._rejection.setVisible(narrow)

    def minimumSizeHint(self) -> QSize:
        """Return the width of the shortest date; words on the day can stand below it."""
        height = super().minimumSizeHint().height()
        which_day = self._beside() + self.date.minimumSizeHint().width()
        return QSize(max(which_day, self._which_kind.minimumSize().width()), height)

    def event(self, event: QEvent) -> bool:
        """Stand in one line or in two as the parts need, whenever they change."""
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._fit()
        return super().event(event)

    def _lay_out_day(self) -> QHBoxLayout:
        px = self._appearance.px
        row = QHBoxLayout()
        row.setSpacing(px(4))
        row.addWidget(self._before)
        row.addWidget(self._after)
        row.addSpacing(px(6))
        row.addWidget(self.date)
        row.addWidget(self._when)
        row.addLayout(self._back_place)
        row.addStretch(1)
        return row

    def _lay_out_kind(self) -> QHBoxLayout:
        px = self._appearance.px
        row = QHBoxLayout()
        row.setSpacing(px(4))
        row.addStretch(1)
        row.addLayout(self._rejection_place)
        row.addSpacing(px(4))
        row.addWidget(_Armchair(self._appearance))
        row.addSpacing(px(4))
        row.addWidget(self._rest_words)
        row.addSpacing(px(2))
        row.addWidget(self._switch)
        row.addSpacing(px(2))
        row.addWidget(KeyCap(self._appearance, "R", action="rest"))
        row.addWidget(self._kinds)
        return row

    def _fit(self) -> None:
        """Stand in two lines where not even a short date has room in one."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        widths, room, beside = self.date.widths, self.width(), self._beside()
        when = self._when.sizeHint().width() + self._appearance.px(4) if self._when.text() else 0
        one = room - self._lines.spacing() - self._which_kind.sizeHint().width()
        form = next((n for n in (0, 1) if beside + when + widths[n] <= one), None)
        self._lines.setDirection(down if form is None else across)
        if form is None:
            form = next((n for n in (0, 1) if beside + when + widths[n] <= room), 2)
        self._stand_below(beside + when + widths[form] > room)
        self.date.set_form(form)

    def _beside(self) -> int:
        """Return the width of all that stands beside the date, but for the words on the day."""
        px, back = self._appearance.px, self._back
        wide = self._before.sizeHint().width() + self._after.sizeHint().width() + px(4 + 6 + 4)
        if back is not None and not back.isHidden():
            wide += back.sizeHint().width() + px(4)
        return wide

    def _stand_below(self, below: bool) -> None:
        """Let the words on the day stand below it, where they have no room beside it."""
        if below != (self._when_place.count() > 0):
            if below:
                self._which_day.removeWidget(self._when)
                self._when_place.addWidget(self._when)
            else:
                self._when_place.removeWidget(self._when)
                self._which_day.insertWidget(self._which_day.indexOf(self.date) + 1, self._when)

    def _way_back(self) -> Button:
        """Return the button to today, made when another day is first shown."""
        if self._back is None:
            self._back = Button(self._appearance, _("Today"), icon="sun", small=True)
            self._back.clicked.connect(self.today_asked)
            self._back_place.addWidget(self._back)
        return self._back

    def _on_before(self) -> None:
        self.day_moved.emit(-1)

    def _on_after(self) -> None:
        self.day_moved.emit(1)

    def _on_switched(self, on: bool) -> None:
        self.rest_switched.emit(on)


class _Armchair(PaintedWidget):
    """The rest day's icon."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance)
        edge = appearance.px(20)
        self.setFixedSize(edge, edge)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the icon."""
        painter = QPainter(self)
        self.appearance.icons.paint(
            painter,
            "armchair",
            self.appearance.theme.text2,
            QRectF(self.rect()),
            self.devicePixelRatioF(),
        )


def _kind_word(mark: DayKind | None, bare: DayKind) -> str:
    """Return the word beside the day; what the switch says already needs none."""
    if mark in REST_MARKS:
        return ""
    if mark is DayKind.WORK:
        return _("working day") if bare is not DayKind.WORK else ""
    return {
        DayKind.UNDECIDED: _("undecided"),
        DayKind.FREE: _("free weekday"),
        DayKind.PAUSE: _("pause of the search"),
    }.get(bare, "")
