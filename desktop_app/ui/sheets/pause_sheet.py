"""Pause the search: from which day, until when, and why if the person likes to say so."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.domain.days import LATEST
from desktop_app.domain.errors import UpswingError
from desktop_app.i18n import _, plain_day, plain_span
from desktop_app.ui.widgets.chips import ChoiceRow
from desktop_app.ui.widgets.day_field import DayField
from desktop_app.ui.widgets.labels import labelled, plain_label
from desktop_app.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QShowEvent

    from desktop_app.domain.searches import Pause
    from desktop_app.services.bundle import Services
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.theme import Appearance

_OPEN, _DAY = "open", "day"
_A_WEEK = timedelta(days=6)
_OTHER = "other"


class PauseSheet(Sheet):
    """Adds a pause of the running search, or changes one."""

    def __init__(
        self,
        services: Services,
        messages: Messages,
        appearance: Appearance,
        pause: Pause | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make the sheet.

        Args:
            services: the use cases.
            messages: where it says what was done.
            appearance: the look to follow.
            pause: the one to change, None for a new one.
            parent: the window that it belongs to.
        """
        title = _("Change this pause") if pause else _("Pause the search")
        lead = _("Its days leave momentum unchanged. What you do all the same counts.")
        super().__init__(appearance, title, lead, parent)
        self._services = services
        self._messages = messages
        self._pause = pause
        self._today = today = services.days.today()
        self.first = DayField(appearance, _("First day"), LATEST)
        self.first.set_day(pause.first if pause else today)
        self.until = ChoiceRow(appearance, [(_OPEN, _("I go on")), (_DAY, _("A day"))], _("Until"))
        self.last = DayField(appearance, _("Last day"), LATEST)
        self.reasons = ChoiceRow(appearance, _reasons(), _("Why"))
        self.reason = QLineEdit(pause.reason if pause else "")
        self.reason.setAccessibleName(_("Why, if you like"))
        self.reason.setMaxLength(200)
        self._lay_out()
        self._set_until(pause.until if pause else None)
        self._check_reason(self.reason.text())
        self.add_button(_("Cancel"), self.reject)
        words = _("Save changes") if pause else _("Pause")
        self.add_button(words, self.save, "primary").setToolTip(_("Ctrl+Enter"))
        self._connect()

    def save(self) -> None:
        """Save and close; where the days can't be, say so and stay."""
        first = self.first.day or self._today
        until = self.last.day if self.until.choice == _DAY else None
        reason, pauses = self.reason.text(), self._services.searches.pauses
        try:
            if self._pause is not None:
                pauses.change(self._pause.id, first, until, reason)
            else:
                pauses.add(first, until, reason)
        except UpswingError as error:
            self.say(str(error))
            return
        self.accept()
        changed = self._pause is not None
        said = _("Pause changed") if changed else said_pause(first, until, self._today)
        self._messages.say(said, undo=True)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the question until when."""
        super().showEvent(event)
        self.until.focus_first()

    def _lay_out(self) -> None:
        px = self._appearance.px
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(16))
        for field in (self.first, self.last):
            field.setMinimumSize(px(152), px(tokens.HEIGHT_FIELD))
        first = labelled(_("First day"), self.first, px(4))
        first.setAlignment(self.first, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(first)
        until = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        until.setSpacing(px(12))
        until.addWidget(self.until, 0, Qt.AlignmentFlag.AlignVCenter)
        until.addWidget(self.last)
        until.addStretch(1)
        asked = QVBoxLayout()
        asked.setSpacing(px(6))
        asked.addWidget(plain_label(_("Until"), "small", "text2"))
        asked.addLayout(until)
        column.addLayout(asked)
        why = labelled(_("Why, if you like"), self.reasons, px(6))
        why.addWidget(self.reason)
        column.addLayout(why)
        column.addStretch(1)
        self.set_body(body)

    def _connect(self) -> None:
        self.until.choice_made.connect(self._on_until_chosen)
        self.reasons.choice_made.connect(self._on_reason_chosen)
        self.reason.textEdited.connect(self._check_reason)
        self.reason.returnPressed.connect(self.save)
        for field in (self.first, self.last):
            field.entered.connect(self.save)
            field.day_picked.connect(self._on_edited)
        self.on_ctrl_enter(self.save)

    def _set_until(self, until: date | None) -> None:
        self.until.set_choice(_OPEN if until is None else _DAY)
        self.last.set_day(until or (self.first.day or self._today) + _A_WEEK)
        self.last.setVisible(until is not None)

    def _check_reason(self, words: str) -> None:
        """Check the chip whose word stands in the field."""
        wanted = words.strip().casefold()
        found = (key for key, label in _reasons() if label.casefold() == wanted)
        self.reasons.set_choice(next(found, _OTHER if wanted else None))

    def _on_until_chosen(self, choice: str) -> None:
        self._on_edited()
        self.last.setVisible(choice == _DAY)
        if choice == _DAY:
            first = self.first.day or self._today
            if self.last.day is None or self.last.day < first:
                self.last.set_day(first + _A_WEEK)
            self.last.setFocus(Qt.FocusReason.OtherFocusReason)
        self.grow()

    def _on_reason_chosen(self, key: str) -> None:
        if key == _OTHER:
            self.reason.clear()
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.reason.setText(dict(_reasons())[key])

    def _on_edited(self) -> None:
        if self.sentence:
            self.say("")


def said_pause(first: date, until: date | None, today: date) -> str:
    """Return what is said of a new pause."""
    if first > today and until is not None:
        return _("Pause planned, {days}").format(days=plain_span(first, until, today))
    if first > today:
        return _("Pause planned from {day} on").format(day=plain_day(first, today))
    if until is None:
        return _("The search is paused")
    if until < today:
        return _("Paused, {days}").format(days=plain_span(first, until, today))
    return _("Paused until {day}").format(day=plain_day(until, today))


def _reasons() -> list[tuple[str, str]]:
    return [
        ("holiday", _("Holiday")),
        ("moving", _("Moving")),
        ("illness", _("Illness")),
        ("family", _("Family")),
        (_OTHER, _("Other")),
    ]
