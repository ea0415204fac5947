"""The plan of a week: when, where and what, one line each."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app.domain.errors import UpswingError
from desktop_app.i18n import _, short_day
from desktop_app.services.plans import PlannedThing
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.chips import ChoiceRow
from desktop_app.ui.widgets.labels import plain_label
from desktop_app.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QShowEvent

    from desktop_app.services.bundle import Services
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.theme import Appearance

_FIRST_LINES, _MOST_LINES = 3, 12
_LONGEST = 300
_WIDTH = 640


class WeekSheet(Sheet):
    """This week's plan or the next one's; closing without saving keeps its words as a draft."""

    def __init__(
        self,
        services: Services,
        messages: Messages,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        """Make the sheet.

        Args:
            services: the use cases.
            messages: where it says what was done.
            appearance: the look to follow.
            parent: the window that it belongs to.
        """
        lead = _("When, where and what, as you like. A weekday puts it on that day's list.")
        super().__init__(appearance, _("Plan of the week"), lead, parent, width=_WIDTH)
        self._services = services
        self._messages = messages
        today = services.recording.today()
        monday = today - timedelta(days=today.weekday())
        self._weeks = {"this": monday, "next": monday + timedelta(days=7)}
        self.week = ChoiceRow(
            appearance,
            [
                ("this", _("This week, {span}").format(span=_span(self._weeks["this"]))),
                ("next", _("Next week, {span}").format(span=_span(self._weeks["next"]))),
            ],
            _("Week"),
        )
        self.week.set_choice("this")
        self._shown = "this"
        self.lines: list[tuple[QLineEdit, QLineEdit, QLineEdit]] = []
        self.more = Button(appearance, _("Another line"), "link", "plus")
        self._build()
        self._show()
        self.week.choice_made.connect(self._on_week)
        self.more.clicked.connect(self._on_more)
        self.on_ctrl_enter(self.save)

    def save(self) -> None:
        """Save and close; where a line can't be taken, say so and stay."""
        mark = self._services.upkeep.undo_mark
        monday = self._weeks[self._shown]
        things = self._things()
        if any((one.when.strip() or one.where.strip()) and not one.what.strip() for one in things):
            self.say(_("A line needs its “what”."))
            return
        try:
            self._services.plans.set_week(things, monday)
            self._services.drafts.drop(_draft(monday))
        except UpswingError as error:
            self.say(str(error))
            return
        self.accept()
        if self._services.upkeep.undo_mark != mark:
            self._messages.say(self._services.upkeep.undo_name or "", undo=True)

    def reject(self) -> None:
        """Close without saving; words that are not saved are kept as a draft."""
        self._messages.done(self._keep_draft)
        super().reject()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the first line without a 'what'."""
        super().showEvent(event)
        free = next((one for one in self.lines if not one[2].text()), self.lines[0])
        free[0].setFocus()

    def _build(self) -> None:
        px = self._appearance.px
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self.week)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(px(8))
        self._grid.setVerticalSpacing(px(8))
        for place, (words, stretch) in enumerate(zip(_heads(), (3, 3, 5), strict=True)):
            self._grid.addWidget(plain_label(words, "small", "text2"), 0, place)
            self._grid.setColumnStretch(place, stretch)
        column.addLayout(self._grid)
        foot = QHBoxLayout()
        foot.addWidget(self.more)
        foot.addStretch(1)
        column.addLayout(foot)
        column.addStretch(1)
        self.set_body(body)
        self.add_button(_("Cancel"), self.reject)
        self.add_button(_("Save"), self.save, "primary").setToolTip(_("Ctrl+Enter"))

    def _add_line(self) -> None:
        number = len(self.lines) + 1
        fields = []
        examples = (_("Tue 9:30"), _("Library"), _("Two applications"))
        for place, words in enumerate(_heads()):
            field = QLineEdit()
            field.setAccessibleName(_("{head}, line {n}").format(head=words, n=number))
            field.setPlaceholderText(examples[place] if number == 1 else "")
            field.setMaxLength(_LONGEST)
            field.setMinimumWidth(self._appearance.px(88))
            field.textEdited.connect(self._on_edited)
            field.returnPressed.connect(self._on_entered)
            self._grid.addWidget(field, number, place)
            fields.append(field)
        self.lines.append((fields[0], fields[1], fields[2]))
        self.more.setEnabled(len(self.lines) < _MOST_LINES)

    def _show(self) -> None:
        """Show the plan of the chosen week, or the draft of it."""
        monday = self._weeks[self._shown]
        draft = _read(self._services.drafts.get(_draft(monday)))
        things = draft or self._services.plans.week(monday)
        while len(self.lines) < max(_FIRST_LINES, len(things)):
            self._add_line()
        empty = PlannedThing("", "", "")
        for place, fields in enumerate(self.lines):
            thing = things[place] if place < len(things) else empty
            for field, words in zip(fields, thing, strict=True):
                field.setText(words)
        self.say(_("Your draft is here.") if draft else "")

    def _things(self) -> list[PlannedThing]:
        return [
            PlannedThing(when.text(), where.text(), what.text()) for when, where, what in self.lines
        ]

    def _keep_draft(self) -> None:
        monday = self._weeks[self._shown]
        things = [one for one in self._things() if any(words.strip() for words in one)]
        same = things == self._services.plans.week(monday)
        self._services.drafts.keep(_draft(monday), "" if same else json.dumps(things))

    def _on_week(self, key: str) -> None:
        self._messages.done(self._keep_draft)
        self._shown = key
        self._show()
        self.grow()

    def _on_more(self) -> None:
        self._add_line()
        self.grow()
        self.lines[-1][0].setFocus()

    def _on_entered(self) -> None:
        """Let Enter go to the next field, and save on an empty line or the last field."""
        fields = [field for line in self.lines for field in line]
        place = next(n for n, field in enumerate(fields) if field is self.sender())
        line = self.lines[place // 3]
        if place + 1 == len(fields) or not any(field.text().strip() for field in line):
            self.save()
        else:
            fields[place + 1].setFocus()

    def _on_edited(self) -> None:
        if self.sentence:
            self.say("")


def _heads() -> tuple[str, str, str]:
    return (_("When"), _("Where"), _("What"))


def _span(monday: date) -> str:
    sunday = monday + timedelta(days=6)
    first = str(monday.day) if monday.month == sunday.month else short_day(monday)
    return _("{first} to {last}").format(first=first, last=short_day(sunday))


def _draft(monday: date) -> str:
    return f"weekly_plan:{monday}"


def _read(draft: str) -> list[PlannedThing]:
    """Return what a draft holds, nothing where it can't be read."""
    try:
        read = json.loads(draft) if draft else []
        return [PlannedThing(str(when), str(where), str(what)) for when, where, what in read]
    except (ValueError, TypeError):
        return []
