"""The momentum card: number, word, sparkline and the way to 'Why this number?'."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app.i18n import _, plain_day, short_day
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.labels import plain_label
from desktop_app.ui.widgets.painted import PaintedWidget
from desktop_app.ui.widgets.sparkline import Sparkline

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QPaintEvent

    from desktop_app.services.bundle import Services
    from desktop_app.ui.theme import Appearance

SPARKLINE_DAYS = 30


class MomentumCard(Card):
    """Shows how momentum stands on the day shown.

    Signals:
        why_asked: the person asks 'Why this number?'.
    """

    why_asked = Signal()

    def __init__(
        self, services: Services, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        self._why = Button(appearance, _("Why this number?"), "link")
        super().__init__(appearance, _("Momentum"), self._why, parent)
        self._services = services
        self._number: QLabel = plain_label("", "number")
        self._word: QLabel = plain_label("", "", "accent_text", strong=True)
        self._before: QLabel = plain_label("", "small", "text2")
        self._line = Sparkline(appearance)
        self._waiting: QLabel = plain_label(
            _("Your line starts after three logged days."), "small", "text2", wrap=True
        )
        self._figures = QWidget()
        row = QHBoxLayout(self._figures)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(appearance.px(16))
        row.addWidget(self._number)
        beside = QVBoxLayout()
        beside.setSpacing(0)
        beside.addStretch(1)
        self._rising = _Rising(appearance)
        word_row = QHBoxLayout()
        word_row.setSpacing(appearance.px(4))
        word_row.addWidget(self._rising)
        word_row.addWidget(self._word, 1)
        beside.addLayout(word_row)
        beside.addWidget(self._before)
        beside.addStretch(1)
        row.addLayout(beside, 1)
        self.body.setSpacing(appearance.px(8))
        self.body.addWidget(self._figures)
        self.body.addWidget(self._line)
        self.body.addWidget(self._waiting)
        self.body.setAlignment(self._waiting, Qt.AlignmentFlag.AlignTop)
        self.body.addStretch(1)  # beside a longer list its parts stay together
        self._why.clicked.connect(self.why_asked)

    def show_day(self, day: date) -> None:
        """Show momentum as it stood on a day, or that its line has ended."""
        over = self._services.searches.over_on(day)
        if over is not None and over.ended is not None:
            self._show_ended(over.ended, day)
            return
        standing = self._services.momentum.standing(day)
        shown = standing.momentum is not None
        numbered = shown and bool(self._services.settings.get("show_momentum"))
        self._figures.setVisible(numbered)
        self._why.setVisible(numbered)
        self._waiting.setVisible(not shown)
        if standing.momentum is not None:
            number = round(standing.momentum)
            self._number.setText(str(number))
            self._number.setAccessibleName(
                _("Momentum {n} of 100, {word}").format(n=number, word=word_label(standing.word))
            )
            self._word.setText(word_label(standing.word))
            self._rising.setVisible(standing.word == "building")
            week_ago = standing.week_ago
            # What was higher stands under 'Why this number?' only.
            rises = week_ago is not None and round(week_ago) <= number
            self._before.setText(_("{n} a week ago").format(n=round(week_ago or 0)))
            self._before.setVisible(rises)
        else:
            begins = self._services.momentum.line_starts(day)
            words = (
                _("Your line starts after three logged days.")
                if begins is None
                else _("Your line starts on {day}.").format(day=short_day(begins, day))
            )
            estimate = self._services.momentum.start_of(day)
            if estimate:
                starts = _("It starts at {n}, your estimate.").format(n=f"{estimate:g}")
                words = f"{words} {starts}"
            self._waiting.setText(words)
        first = day - timedelta(days=SPARKLINE_DAYS - 1)
        timeline = self._services.momentum.timeline(first, day) if shown else None
        self._line.set_timeline(replace(timeline, numbered=numbered) if timeline else None)

    def _show_ended(self, ended: date, day: date) -> None:
        """Show the line as it was when its search ended."""
        self._figures.hide()
        self._why.hide()
        self._waiting.show()
        self._waiting.setText(
            _("Your line ended with the search on {day}. The next one starts afresh.").format(
                day=plain_day(ended, day)
            )
        )
        first = ended - timedelta(days=SPARKLINE_DAYS - 1)
        self._line.set_timeline(self._services.momentum.timeline(first, ended))


class _Rising(PaintedWidget):
    """The arrow beside 'building'."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance)
        edge = appearance.px(18)
        self.setFixedSize(edge, edge)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the arrow."""
        painter = QPainter(self)
        ink, ratio = self.appearance.theme.accent_text, self.devicePixelRatioF()
        self.appearance.icons.paint(painter, "trending-up", ink, QRectF(self.rect()), ratio)


def word_label(word: str) -> str:
    """Return the word for the trend as the person reads it."""
    return {
        "starting": _("starting"),
        "resting": _("resting"),
        "building": _("building"),
        "easing": _("easing"),
        "steady": _("steady"),
    }.get(word, "")
