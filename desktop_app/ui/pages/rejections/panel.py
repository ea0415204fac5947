"""The side panel: one rejection, read at leisure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app import tokens
from desktop_app.domain.stages import Stage, channel_label, stage_label
from desktop_app.i18n import _
from desktop_app.ui.pages.rejections.facts import date_lines, day_line, stages_had, waiting_line
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.face_mark import FaceMark
from desktop_app.ui.widgets.labels import plain_label
from desktop_app.ui.widgets.stage_meter import StageMeter
from desktop_app.ui.widgets.wrapping_label import WrappingLabel

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop_app.domain.entries import Rejection, StageEvent
    from desktop_app.ui.theme import Appearance

#: As much of a text as the panel shows; the sheet shows it whole.
_MOST = 4000


class RejectionPanel(QFrame):
    """What is known of one rejection, and what can be done with it.

    Signals:
        edit_asked: the person wants to change it.
        delete_asked: the person wants it gone.
    """

    edit_asked = Signal()
    delete_asked = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setProperty("role", "panel")
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._edit = Button(appearance, _("Edit…"), icon="pencil")
        self._delete = Button(appearance, _("Delete"), "quiet", "trash")
        self._edit.setToolTip(_("Enter"))
        self._delete.setToolTip(_("Del"))
        self._edit.clicked.connect(self.edit_asked)
        self._delete.clicked.connect(self.delete_asked)
        foot = QHBoxLayout()
        foot.setSpacing(appearance.px(8))
        foot.addWidget(self._edit)
        foot.addWidget(self._delete)
        foot.addStretch(1)
        self._outer = QVBoxLayout(self)
        self._outer.addWidget(self._area, 1)
        self._outer.addLayout(foot)
        self._wide = False
        self._columns: QBoxLayout | None = None
        self._first_line: QFrame | None = None
        self.set_wide(False)

    @property
    def wide(self) -> bool:
        """Whether it stands under the table."""
        return self._wide

    def set_wide(self, wide: bool) -> None:
        """Stand under the table in two columns, or beside it in one."""
        self._wide = wide
        px = self._appearance.px
        self.setProperty("role", "card" if wide else "panel")
        self.style().unpolish(self)
        self.style().polish(self)
        edge = px(tokens.PAGE_PADDING)
        if wide:
            self._outer.setContentsMargins(px(20), px(16), px(20), px(16))
        else:
            self._outer.setContentsMargins(edge, edge + px(2), edge, edge)
        self._outer.setSpacing(px(12))
        self._turn()

    def show_rejection(
        self, rejection: Rejection, events: Sequence[StageEvent], today: date
    ) -> None:
        """Show a rejection and the stages of its application."""
        body = QWidget()
        body.setProperty("role", "page")
        self._first_line = None
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom, body)
        self._columns.setContentsMargins(0, 0, self._appearance.px(4), 0)
        self._columns.addLayout(self._who(rejection, events, today), 1)
        self._columns.addLayout(self._what(rejection, events, today), 1)
        self._turn()
        self._area.setWidget(body)
        self.setAccessibleName(
            _("{employer}, {day}").format(
                employer=rejection.employer[:200], day=day_line(rejection.day, today)
            )
        )

    def _turn(self) -> None:
        if self._columns is None:
            return
        px, ways = self._appearance.px, QBoxLayout.Direction
        self._columns.setDirection(ways.LeftToRight if self._wide else ways.TopToBottom)
        self._columns.setSpacing(px(32) if self._wide else px(16))
        if self._first_line is not None:
            self._first_line.setVisible(not self._wide)
        for place in range(2):
            self._columns.setStretch(place, 1 if self._wide else place)

    def _who(self, rejection: Rejection, events: Sequence[StageEvent], today: date) -> QVBoxLayout:
        look = self._appearance
        column = QVBoxLayout()
        column.setSpacing(look.px(4))
        day = plain_label(day_line(rejection.day, today), "small", "text2")
        column.addWidget(day)
        column.addWidget(WrappingLabel(look, rejection.employer[:_MOST], tokens.PANEL_TITLE))
        if rejection.position:
            column.addWidget(WrappingLabel(look, rejection.position[:_MOST], tokens.BODY, "text2"))
        column.addSpacing(look.px(8))
        column.addLayout(_reached(rejection.stage))
        had = stages_had(rejection, events)
        if len(had) > 1:
            meter = StageMeter(look, self)  # without a parent it would be a window for a moment
            column.addWidget(meter)
            meter.set_stages([stage_label(stage) for stage in had], len(had))
        column.addStretch(1)
        return column

    def _what(self, rejection: Rejection, events: Sequence[StageEvent], today: date) -> QVBoxLayout:
        look = self._appearance
        column = QVBoxLayout()
        column.setSpacing(look.px(16))
        if rejection.channel is not None:
            came = plain_label(channel_label(rejection.channel))
            column.addLayout(self._part(_("How it came"), came))
        if rejection.mood is not None:
            column.addLayout(self._part(_("Your mood then"), FaceMark(look, rejection.mood)))
        if rejection.reason.strip():
            shown = rejection.reason.strip()
            if len(shown) > _MOST:
                shown = f"{shown[:_MOST]}…"
            words = WrappingLabel(look, shown, tokens.BODY)
            column.addLayout(self._part(_("The reason given"), words))
        lines, waited = date_lines(rejection, events, today), waiting_line(rejection)
        if lines or waited:
            column.addLayout(self._part(_("This application"), self._dates(lines, waited)))
        column.addStretch(1)
        return column

    def _part(self, title: str, content: QWidget) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self._appearance.px(6))
        line = QFrame()
        line.setProperty("role", "line")
        self._first_line = self._first_line or line
        column.addWidget(line)
        column.addSpacing(self._appearance.px(6))
        column.addWidget(plain_label(title, "small", "text2"))
        column.addWidget(content)
        return column

    def _dates(self, lines: Sequence[tuple[str, str]], waited: str) -> QWidget:
        dates = QWidget()
        grid = QGridLayout(dates)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(self._appearance.px(4))
        for row, (label, day) in enumerate(lines):
            grid.addWidget(plain_label(label), row, 0)
            grid.addWidget(plain_label(day, tone="text2"), row, 1, Qt.AlignmentFlag.AlignRight)
        if waited:
            words = WrappingLabel(self._appearance, waited, tokens.SMALL, "text2")
            grid.addWidget(words, len(lines), 0, 1, 2)
        return dates


def _reached(stage: Stage) -> QHBoxLayout:
    """Return the sentence with the stage in strong letters."""
    line = QHBoxLayout()
    line.setSpacing(4)
    if stage is Stage.APPLICATION:
        sentence = _("Stage reached: {stage}")
    else:
        sentence = _("You got as far as {stage}")
    before, _found, after = sentence.partition("{stage}")
    if before.strip():
        line.addWidget(plain_label(before.strip(), tone="text2"))
    line.addWidget(plain_label(stage_label(stage), strong=True))
    if after.strip():
        line.addWidget(plain_label(after.strip(), tone="text2"))
    line.addStretch(1)
    return line
