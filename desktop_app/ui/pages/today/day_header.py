"""The head of Today: the day, the way to other days, and the rest-day switch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from desktop_app.i18n import _, full_day, long_day
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
    """Shows a day and asks for others.

    Signals:
        day_moved: the person wants this many days later, -1 or 1.
        today_asked: the person wants today.
        rest_switched: the person says that it is a rest day, or that it is not.
        rejection_asked: the person wants to note a rejection (in narrow windows).
    """

    day_moved = Signal(int)
    today_asked = Signal()
    rest_switched = Signal(bool)
    rejection_asked = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = IconButton(appearance, "chevron-left", _("The day before"), framed=True)
        self._after = IconButton(appearance, "chevron-right", _("The day after"), framed=True)
        self._title: QLabel = plain_label("", "h1")
        self._when: QLabel = plain_label("", "small", "text2")
        self._appearance = appearance
        self._back: Button | None = None
        self._switch = Switch(appearance, _("Rest day"))
        self._rest_words = plain_label(_("Rest day"), tone="text2")
        self._rejection: Button | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(appearance.px(4))
        row.addWidget(self._before)
        row.addWidget(self._after)
        row.addSpacing(appearance.px(12))
        row.addWidget(self._title)
        row.addSpacing(appearance.px(8))
        row.addWidget(self._when)
        self._back_place = QHBoxLayout()
        row.addLayout(self._back_place)
        row.addStretch(1)
        self._rejection_place = QHBoxLayout()
        row.addLayout(self._rejection_place)
        row.addSpacing(appearance.px(8))
        row.addWidget(_Armchair(appearance))
        row.addSpacing(appearance.px(4))
        row.addWidget(self._rest_words)
        row.addSpacing(appearance.px(2))
        row.addWidget(self._switch)
        row.addSpacing(appearance.px(2))
        row.addWidget(KeyCap(appearance, "R"))
        self.setMinimumHeight(appearance.px(40))
        self._before.clicked.connect(self._on_before)
        self._after.clicked.connect(self._on_after)
        self._switch.clicked.connect(self._on_switched)

    def show_day(
        self,
        day: date,
        today: date,
        *,
        rest: bool,
        free: bool,
        kind_word: str,
        ends: int | None = None,
    ) -> None:
        """Show a day.

        Args:
            day: the day shown.
            today: the present day; later days can't be opened.
            rest: whether the person marked it as a rest day.
            free: whether its weekday is free, which needs no switch.
            kind_word: a word for the day, such as ``undecided``, or "".
            ends: the hour at which today ends, told after midnight.
        """
        self._title.setText(long_day(day) if day.year == today.year else full_day(day))
        if day == today:
            when = _("today") if ends is None else _("today, until {n}:00").format(n=ends)
        elif (today - day).days == 1:
            when = _("yesterday")
        else:
            when = ""
        if free and not rest:
            kind_word = kind_word or _("free weekday")
        self._when.setText(" · ".join(word for word in (when, kind_word) if word))
        if day != today or self._back is not None:
            self._way_back().setVisible(day != today)
        self._after.setEnabled(day < today)
        self._switch.setChecked(rest)

    def set_narrow(self, narrow: bool) -> None:
        """Take in 'A rejection came in', which has no card in one column."""
        if self._rejection is None and narrow:
            words = _("A rejection came in")
            self._rejection = Button(self._appearance, words, "slate", icon="diamonds", small=True)
            self._rejection.clicked.connect(self.rejection_asked)
            self._rejection_place.addWidget(self._rejection)
        if self._rejection is not None:
            self._rejection.setVisible(narrow)

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
