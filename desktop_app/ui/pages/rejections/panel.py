"""The side panel: the story of one rejection, or what can be done with several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.domain.guide.handled import steps_words
from desktop_app.domain.stages import channel_label, stage_label
from desktop_app.i18n import _, ngettext
from desktop_app.ui.pages.rejections.facts import date_lines, day_line, stages_had, waiting_line
from desktop_app.ui.pages.rejections.story import Part, parts
from desktop_app.ui.widgets.buttons import IconButton
from desktop_app.ui.widgets.key_button import KeyButton
from desktop_app.ui.widgets.labels import plain_label
from desktop_app.ui.widgets.record_panel import RecordPanel
from desktop_app.ui.widgets.stage_meter import StageMeter, reached_line
from desktop_app.ui.widgets.step_dots import StepDots

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop_app.domain.entries import Rejection, StageEvent
    from desktop_app.domain.guide.handled import Handled
    from desktop_app.services.handling import Story
    from desktop_app.ui.theme import Appearance

_MOST_NAMED = 12


class RejectionPanel(RecordPanel):
    """From the application to the closing, with what helped; no mood, and nothing private.

    Signals:
        edit_asked: the person wants to change it.
        delete_asked: the person wants it gone.
        guide_asked: the person wants to go through it.
        close_asked: the person wants to close those that are selected.
    """

    edit_asked = Signal()
    delete_asked = Signal()
    guide_asked = Signal()
    close_asked = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        guide = KeyButton(appearance, "route", _("Go through it"), "G", action="guide")
        guide.clicked.connect(self.guide_asked)
        edit = IconButton(appearance, "pencil", _("Edit…"))
        delete = IconButton(appearance, "trash", _("Delete"))
        edit.setToolTip(_("Edit (Enter)"))
        delete.setToolTip(_("Delete (Del)"))
        edit.clicked.connect(self.edit_asked)
        delete.clicked.connect(self.delete_asked)
        self._of_one: tuple[QWidget, ...] = (guide, edit, delete)
        for button in self._of_one:
            self.foot.addWidget(button)
        self._close = KeyButton(
            appearance, "check", _("Close this one"), "C", action="close_rejections"
        )
        self._close.hide()
        self._close.clicked.connect(self.close_asked)
        self.foot.addWidget(self._close)
        self.foot.addStretch(1)

    def show_rejection(
        self, story: Story, events: Sequence[StageEvent], handled: Handled, today: date
    ) -> None:
        """Tell the story of a rejection.

        Args:
            story: what is known of it.
            events: the stages of its application.
            handled: how it was handled, as its row shows it.
            today: the person's present day.
        """
        self._show_buttons(several=False)
        self.begin()
        rejection = story.case.rejection
        self.show_columns(
            self._who(rejection, events, handled, today),
            self._what(story, events, today),
            _("{employer}, {day}").format(
                employer=rejection.employer[:200], day=day_line(rejection.day, today)
            ),
        )

    def show_several(self, rejections: Sequence[Rejection], to_close: int) -> None:
        """Say what can be done with several.

        Args:
            rejections: those that are selected.
            to_close: how many of them are not closed.
        """
        self._show_buttons(several=True, to_close=to_close)
        self.begin()
        who, what = QVBoxLayout(), QVBoxLayout()
        title = ngettext("{n} selected", "{n} selected", len(rejections)).format(n=len(rejections))
        who.setSpacing(self.appearance.px(4))
        who.addWidget(self.words(title, tokens.PANEL_TITLE))
        closed = len(rejections) - to_close
        if not to_close:
            said = [_("All of them are closed.")]
        else:
            said = [_("Closing sets them aside. Nothing else about them changes.")]
        if to_close and closed:
            already = ngettext("{n} is closed already.", "{n} are closed already.", closed)
            said.append(already.format(n=closed))
        who.addWidget(self.words(" ".join(said), tone="text2"))
        who.addStretch(1)
        names = [one.employer for one in rejections[:_MOST_NAMED]]
        if len(rejections) > _MOST_NAMED:
            names.append("…")
        what.addLayout(self.part(_("Selected"), self.words("\n".join(names))))
        what.addStretch(1)
        self.show_columns(who, what, title)

    def _show_buttons(self, *, several: bool, to_close: int = 0) -> None:
        """Show the buttons of one rejection, or the one that closes several."""
        for button in self._of_one:
            button.setVisible(not several)
        self._close.setVisible(to_close > 0)
        if to_close:
            words = ngettext("Close this one", "Close these {n}", to_close)
            self._close.set_words(words.format(n=to_close))

    def _who(
        self, rejection: Rejection, events: Sequence[StageEvent], handled: Handled, today: date
    ) -> QVBoxLayout:
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
        if handled.steps:
            words = steps_words(handled)
            line = QHBoxLayout()
            line.setSpacing(look.px(8))
            line.addWidget(StepDots(look, handled.steps, words, self))
            line.addWidget(plain_label(words, "small", "text2"))
            line.addStretch(1)
            column.addSpacing(look.px(4))
            column.addLayout(line)
        column.addStretch(1)
        return column

    def _what(self, story: Story, events: Sequence[StageEvent], today: date) -> QVBoxLayout:
        rejection = story.case.rejection
        column = QVBoxLayout()
        column.setSpacing(self.appearance.px(16))
        lines, waited = date_lines(story, events, today), waiting_line(rejection)
        if lines or waited:
            column.addLayout(self.part(_("This application"), self._dates(lines, waited)))
        if rejection.channel is not None:
            came = plain_label(channel_label(rejection.channel))
            column.addLayout(self.part(_("How it came"), came))
        if rejection.reason.strip():
            words = self.words(rejection.reason.strip())
            column.addLayout(self.part(_("The reason given"), words))
        for part in parts(story, today):
            column.addLayout(self.part(part.title, self._told(part)))
        column.addStretch(1)
        return column

    def _told(self, part: Part) -> QWidget:
        """Return a part of the story: each of its lines under a quiet label."""
        px = self.appearance.px
        told = QWidget()
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(2))
        for place, line in enumerate(part.lines):
            if place:
                column.addSpacing(px(8))
            if line.label:
                column.addWidget(self.words(line.label, tokens.CAPTION, "text3"))
            column.addWidget(self.words(line.words))
        return told

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
