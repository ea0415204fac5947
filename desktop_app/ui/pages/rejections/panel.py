"""The side panel: one rejection, read at leisure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.domain.stages import channel_label, stage_label
from desktop_app.i18n import _
from desktop_app.ui.pages.rejections.facts import date_lines, day_line, stages_had, waiting_line
from desktop_app.ui.widgets.buttons import Button, IconButton
from desktop_app.ui.widgets.face_mark import FaceMark
from desktop_app.ui.widgets.key_button import KeyButton
from desktop_app.ui.widgets.labels import plain_label
from desktop_app.ui.widgets.record_panel import RecordPanel
from desktop_app.ui.widgets.stage_meter import StageMeter, reached_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop_app.domain.entries import Rejection, StageEvent
    from desktop_app.ui.theme import Appearance


class RejectionPanel(RecordPanel):
    """What is known of one rejection, and what can be done with it.

    Signals:
        edit_asked: the person wants to change it.
        delete_asked: the person wants it gone.
        guide_asked: the person wants to go through it.
    """

    edit_asked = Signal()
    delete_asked = Signal()
    guide_asked = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        guide = KeyButton(appearance, "route", _("Go through it"), "G", action="guide")
        guide.clicked.connect(self.guide_asked)
        edit = Button(appearance, _("Edit…"), icon="pencil")
        delete = IconButton(appearance, "trash", _("Delete"))
        edit.setToolTip(_("Enter"))
        delete.setToolTip(_("Delete (Del)"))
        edit.clicked.connect(self.edit_asked)
        delete.clicked.connect(self.delete_asked)
        self.foot.addWidget(guide)
        self.foot.addWidget(edit)
        self.foot.addWidget(delete)
        self.foot.addStretch(1)

    def show_rejection(
        self, rejection: Rejection, events: Sequence[StageEvent], today: date
    ) -> None:
        """Show a rejection and the stages of its application."""
        self.begin()
        self.show_columns(
            self._who(rejection, events, today),
            self._what(rejection, events, today),
            _("{employer}, {day}").format(
                employer=rejection.employer[:200], day=day_line(rejection.day, today)
            ),
        )

    def _who(self, rejection: Rejection, events: Sequence[StageEvent], today: date) -> QVBoxLayout:
        look = self.appearance
        column = QVBoxLayout()
        column.setSpacing(look.px(4))
        column.addWidget(plain_label(day_line(rejection.day, today), "small", "text2"))
        column.addWidget(self.words(rejection.employer, tokens.PANEL_TITLE))
        if rejection.position:
            column.addWidget(self.words(rejection.position, tone="text2"))
        column.addSpacing(look.px(8))
        column.addLayout(reached_line(rejection.stage))
        had = stages_had(rejection, events)
        if len(had) > 1:
            meter = StageMeter(look, self)  # without a parent it would be a window for a moment
            column.addWidget(meter)
            meter.set_stages([stage_label(stage) for stage in had], len(had))
        column.addStretch(1)
        return column

    def _what(self, rejection: Rejection, events: Sequence[StageEvent], today: date) -> QVBoxLayout:
        look = self.appearance
        column = QVBoxLayout()
        column.setSpacing(look.px(16))
        if rejection.channel is not None:
            came = plain_label(channel_label(rejection.channel))
            column.addLayout(self.part(_("How it came"), came))
        if rejection.mood is not None:
            column.addLayout(self.part(_("Your mood then"), FaceMark(look, rejection.mood)))
        if rejection.reason.strip():
            words = self.words(rejection.reason.strip())
            column.addLayout(self.part(_("The reason given"), words))
        lines, waited = date_lines(rejection, events, today), waiting_line(rejection)
        if lines or waited:
            column.addLayout(self.part(_("This application"), self._dates(lines, waited)))
        column.addStretch(1)
        return column

    def _dates(self, lines: Sequence[tuple[str, str]], waited: str) -> QWidget:
        dates = QWidget()
        grid = QGridLayout(dates)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(self.appearance.px(4))
        for row, (label, day) in enumerate(lines):
            grid.addWidget(plain_label(label), row, 0)
            grid.addWidget(plain_label(day, tone="text2"), row, 1, Qt.AlignmentFlag.AlignRight)
        if waited:
            grid.addWidget(self.words(waited, tokens.SMALL, "text2"), len(lines), 0, 1, 2)
        return dates
