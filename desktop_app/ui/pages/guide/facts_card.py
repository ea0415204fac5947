"""The facts of a no: from whom, for what, how it came, and how far the person got."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop_app.domain.stages import Stage, came_by, stage_label
from desktop_app.i18n import _, short_day
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.labels import ElidedLabel, plain_label
from desktop_app.ui.widgets.stage_meter import StageMeter

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from desktop_app.domain.entries import Rejection
    from desktop_app.ui.theme import Appearance

_FOUR_ACROSS = 520


class FactsCard(Card):
    """Four facts beside each other; two and two where it is narrow."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent=parent)
        self._appearance = appearance
        self._columns = 0
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(appearance.px(16))
        self._grid.setVerticalSpacing(appearance.px(12))
        self.body.addLayout(self._grid)
        self._values = [ElidedLabel() for _fact in range(4)]
        self._meter = StageMeter(appearance, self)
        titles = (_("Employer"), _("Position"), _("It came"), _("You got as far as"))
        self._facts = [
            self._fact(title, value) for title, value in zip(titles, self._values, strict=True)
        ]
        self._place()

    def show_facts(self, rejection: Rejection, stages: Sequence[Stage], today: date) -> None:
        """Show the facts.

        Args:
            rejection: the no.
            stages: the stages that the application had up to the answer, in order.
            today: the person's present day.
        """
        for label, words in zip(
            self._values,
            (
                rejection.employer,
                rejection.position or _("not said"),
                _came(rejection, today),
                stage_label(rejection.stage),
            ),
            strict=True,
        ):
            label.setText(words)
        self._meter.set_stages([stage_label(stage) for stage in stages], len(stages))
        if rejection.stage is Stage.APPLICATION:
            self._meter.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the facts into two lines where four are too narrow."""
        super().resizeEvent(event)
        self._place()

    def _fact(self, title: str, value: ElidedLabel) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._appearance.px(4))
        column.addWidget(plain_label(title, "caption", "text2"))
        column.addWidget(value)
        if value is self._values[3]:
            column.addWidget(self._meter)
        column.addStretch(1)
        return holder

    def _place(self) -> None:
        columns = 4 if self.width() >= self._appearance.px(_FOUR_ACROSS) else 2
        if columns == self._columns:
            return
        self._columns = columns
        for column in range(4):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        for at, fact in enumerate(self._facts):
            self._grid.addWidget(fact, at // columns, at % columns)


def _came(rejection: Rejection, today: date) -> str:
    if rejection.day is None:
        day = ""
    elif rejection.day == today:
        day = _("Today")
    else:
        day = short_day(rejection.day, today)
    how = came_by(rejection.channel) if rejection.channel else ""
    return ", ".join(part for part in (day, how) if part) or _("not said")
