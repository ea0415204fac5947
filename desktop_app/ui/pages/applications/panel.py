"""The side panel: one application, with its dates, its people, and what can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.domain.links import web_address
from desktop_app.domain.stages import stage_label
from desktop_app.i18n import _
from desktop_app.ui.pages.applications.facts import (
    DateLine,
    date_lines,
    sent_line,
    stages_of,
    standing,
    waiting_lines,
)
from desktop_app.ui.widgets.buttons import Button, IconButton
from desktop_app.ui.widgets.labels import ElidedLabel, plain_label
from desktop_app.ui.widgets.record_panel import RecordPanel
from desktop_app.ui.widgets.stage_meter import StageMeter, reached_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop_app.domain.applications import ApplicationRecord, Person
    from desktop_app.services.answer_times import OwnAnswers
    from desktop_app.ui.theme import Appearance

_SMALL = 24


class ApplicationPanel(RecordPanel):
    """What is known of one application.

    Signals:
        asked: the name of something that the person wants done, and the id of the stage or person
            that it is about, 0 for the application itself.
        news_asked: the person wants to say what happened; the button that they pressed.
        copied: a text that the person wants on the clipboard.
        opened: an address that the person wants opened in the browser.
    """

    asked = Signal(str, int)
    news_asked = Signal(object)
    copied = Signal(str)
    opened = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self.news = Button(appearance, _("News"), icon="chevron-down")
        self.news.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the chevron behind
        self.news.setToolTip(_("What happened to it"))
        edit = Button(appearance, _("Edit…"), icon="pencil")
        edit.setToolTip(_("Enter"))
        delete = IconButton(
            appearance, "trash", _("Delete this application"), edge=tokens.HEIGHT_FIELD
        )
        self.news.clicked.connect(self._on_news)
        edit.clicked.connect(lambda: self.asked.emit("edit_application", 0))
        delete.clicked.connect(lambda: self.asked.emit("delete_application", 0))
        for button in (self.news, edit, delete):
            self.foot.addWidget(button)
        self.foot.addStretch(1)

    def show_application(self, record: ApplicationRecord, own: OwnAnswers, today: date) -> None:
        """Show an application, and how long the person's answers usually take."""
        self.begin()
        one = record.application
        name = _("{employer}, {day}").format(employer=one.employer[:200], day=sent_line(one, today))
        self.show_columns(self._who(record, own, today), self._what(record, today), name)

    def _who(self, record: ApplicationRecord, own: OwnAnswers, today: date) -> QVBoxLayout:
        look, one = self.appearance, record.application
        column = QVBoxLayout()
        column.setSpacing(look.px(4))
        column.addWidget(plain_label(sent_line(one, today), "small", "text2"))
        column.addWidget(self.words(one.employer, tokens.PANEL_TITLE))
        if one.position:
            column.addWidget(self.words(one.position, tone="text2"))
        found = " · ".join(part for part in (record.location, one.source) if part)
        if found:
            column.addWidget(self.words(found, tokens.SMALL, "text2"))
        column.addSpacing(look.px(8))
        column.addWidget(self.words(standing(record, today), tokens.STRONG))
        for line in waiting_lines(record, own, today):
            column.addWidget(self.words(line, tokens.SMALL, "text2"))
        if one.history:
            words = _("From before Upswing: nothing about it is asked of you.")
            column.addWidget(self.words(words, tokens.SMALL, "text2"))
        column.addSpacing(look.px(8))
        stages, had = stages_of(record)
        column.addLayout(reached_line(one.stage))
        if len(stages) > 1:
            meter = StageMeter(look, self)  # without a parent it would be a window for a moment
            column.addWidget(meter)
            meter.set_stages([stage_label(stage) for stage in stages], had)
        if record.rejections:
            button = Button(look, _("Its rejection"), "link", "diamonds")
            button.clicked.connect(lambda: self.asked.emit("its_rejection", record.rejections[-1]))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return column

    def _what(self, record: ApplicationRecord, today: date) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self.appearance.px(16))
        lines = date_lines(record, today)
        if len(lines) > 1:  # the day it was sent stands over the employer
            column.addLayout(self.part(_("Dates"), self._dates(lines, today)))
        if record.people:
            column.addLayout(self.part(_("People"), self._people(record.people)))
        for title, text, opens in (
            (_("Link"), record.link, True),
            (_("Reference"), record.reference, False),
            (_("Employer's website"), record.web, True),
        ):
            if text:
                column.addLayout(self.part(title, self._plain(title, text, opens=opens)))
        add = Button(self.appearance, _("Add a person…"), "link", "user-plus")
        add.clicked.connect(lambda: self.asked.emit("add_person", 0))
        for title, text in ((_("Employer's address"), record.address), (_("Note"), record.note)):
            if text:
                column.addLayout(self.part(title, self.words(text)))
        column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return column

    def _dates(self, lines: Sequence[DateLine], today: date) -> QWidget:
        look, dates = self.appearance, QWidget()
        grid = QGridLayout(dates)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(4))
        grid.setVerticalSpacing(look.px(4))
        grid.setColumnStretch(0, 1)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        row = 0
        for line in lines:
            event = line.event
            ahead = event is not None and event.planned
            grid.addWidget(plain_label(line.label, strong=ahead), row, 0)
            grid.addWidget(plain_label(line.when, tone="" if ahead else "text2"), row, 1, right)
            if event is not None:
                said = _("Change: {stage}, {day}").format(stage=line.label, day=line.when)
                grid.addWidget(self._small("pencil", said, "edit_stage", event.id), row, 2)
            row += 1
            if line.note:
                grid.addWidget(self.words(line.note, tokens.SMALL, "text2"), row, 0, 1, 3)
                row += 1
            if event is not None and ahead and (event.day or today) <= today:
                button = Button(look, _("It took place"), "link", "check")
                button.clicked.connect(
                    lambda _checked=False, event=event: self.asked.emit("event_past", event.id)
                )
                grid.addWidget(button, row, 0, 1, 3, Qt.AlignmentFlag.AlignLeft)
                row += 1
        return dates

    def _people(self, people: Sequence[Person]) -> QWidget:
        look, whole = self.appearance, QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        for person in people:
            column.addLayout(self._person(person))
        return whole

    def _person(self, person: Person) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        line = QHBoxLayout()
        line.setSpacing(self.appearance.px(4))
        line.addWidget(self.words(person.name), 1)
        change = _("Change: {name}").format(name=person.name)
        line.addWidget(
            self._small("pencil", change, "edit_person", person.id), 0, Qt.AlignmentFlag.AlignTop
        )
        column.addLayout(line)
        if person.role:
            column.addWidget(self.words(person.role, tokens.SMALL, "text2"))
        for title, text in ((_("Email"), person.email), (_("Phone"), person.phone)):
            if text:
                column.addWidget(self._plain(title, text))
        if person.note:
            column.addWidget(self.words(person.note, tokens.SMALL, "text2"))
        return column

    def _plain(self, title: str, text: str, *, opens: bool = False) -> QWidget:
        """Return a text of one line with Copy beside it, and Open where it is an address."""
        whole = QWidget()
        line = QHBoxLayout(whole)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self.appearance.px(4))
        line.addWidget(ElidedLabel(text, tone="text2"), 1)
        copy = IconButton(
            self.appearance, "copy", _("Copy: {what}").format(what=title), edge=_SMALL
        )
        copy.clicked.connect(lambda: self.copied.emit(text))
        line.addWidget(copy)
        address = web_address(text) if opens else None
        if address is not None:
            said = _("Open in the browser: {what}").format(what=title)
            open_ = IconButton(self.appearance, "external-link", said, edge=_SMALL)
            open_.clicked.connect(lambda: self.opened.emit(address))
            line.addWidget(open_)
        return whole

    def _small(self, icon: str, name: str, what: str, identity: int) -> IconButton:
        button = IconButton(self.appearance, icon, name, edge=_SMALL)
        button.clicked.connect(lambda: self.asked.emit(what, identity))
        return button

    def _on_news(self) -> None:
        self.news_asked.emit(self.news)
