"""End the search: how, on which day, whose offer, what stays open, and a note to remember."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.domain.errors import UpswingError
from desktop_app.domain.searches import CHOSEN_ENDINGS, AcceptedOffer, Ending, ending_label
from desktop_app.domain.text import same_words
from desktop_app.i18n import _
from desktop_app.ui.sheets.open_applications import OpenApplications
from desktop_app.ui.widgets.application_field import ApplicationField
from desktop_app.ui.widgets.chips import ChoiceRow
from desktop_app.ui.widgets.day_field import DayField
from desktop_app.ui.widgets.labels import labelled
from desktop_app.ui.widgets.note_field import NoteField
from desktop_app.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from desktop_app.domain.entries import Application
    from desktop_app.services.bundle import Services
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.theme import Appearance

_WIDTH = 720
_DRAFT = "end_search"


class EndSheet(Sheet):
    """Ends the running search in one step; a note that was begun is kept as a draft.

    Signals:
        search_ended: the search's id.
    """

    search_ended = Signal(int)

    def __init__(
        self,
        services: Services,
        messages: Messages,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        lead = _("Your journal stays, reminders stop. You can go on with it later.")
        super().__init__(appearance, _("End the search"), lead, parent, width=_WIDTH)
        self._services = services
        self._messages = messages
        self._today = services.days.today()
        self._picked: Application | None = None
        waiting = services.searches.open_applications()
        ids = {one.id for one in waiting}
        self._open = [one for one in services.applications.all() if one.id in ids]
        latest = max(self._today, services.recording.now().date())
        self.ending = ChoiceRow(
            appearance,
            [(ending.value, ending_label(ending)) for ending in CHOSEN_ENDINGS],
            _("How did it end?"),
        )
        self.last = DayField(appearance, _("Last day"), latest)
        self.last.set_day(self._today)
        self.employer = ApplicationField(appearance, _("Employer"))
        self.employer.set_applications(self._open)
        self.position = QLineEdit()
        self.position.setAccessibleName(_("Position, if you like"))
        self.note = NoteField(appearance, _("What would you like to remember?"))
        self.note.set_text(services.drafts.get(_DRAFT))
        self.waiting = OpenApplications(appearance, waiting, self._today)
        self._offer = QWidget()
        self._lay_out()
        self.add_button(_("Cancel"), self.reject)
        self.add_button(_("End the search"), self.save, "primary").setToolTip(_("Ctrl+Enter"))
        self._connect()

    def save(self) -> None:
        """End the search and close; where that can't be, say so and stay."""
        if self.ending.choice is None:
            self.say(_("Say how it ended."))
            self.ending.focus_first()
            return
        ending = Ending(self.ending.choice)
        try:
            ended = self._services.searches.end(
                ending,
                day=self.last.day,
                note=self.note.text,
                outcomes=self.waiting.table.outcomes(),
                accepted=self._accepted() if ending is Ending.ACCEPTED else None,
            )
        except UpswingError as error:
            self.say(str(error))
            return
        self._messages.attempt(lambda: self._services.drafts.drop(_DRAFT))
        self.accept()
        self._messages.say(_("Your search has ended"), undo=True)
        self.search_ended.emit(ended)

    def reject(self) -> None:
        """Close, and keep the note that was begun."""
        self._messages.attempt(lambda: self._services.drafts.keep(_DRAFT, self.note.text))
        super().reject()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the question how it ended."""
        super().showEvent(event)
        self.ending.focus_first()

    def _accepted(self) -> AcceptedOffer | None:
        employer, position = self.employer.text(), self.position.text()
        if not employer.strip() and not position.strip():
            return None
        return AcceptedOffer(employer, position, self.waiting.table.accepted)

    def _lay_out(self) -> None:
        px = self._appearance.px
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(16))
        self.last.setMinimumSize(px(152), px(tokens.HEIGHT_FIELD))
        first = QHBoxLayout()
        first.setSpacing(px(16))
        how = labelled(_("How did it end?"), self.ending, px(8))
        how.addStretch(1)
        first.addLayout(how, 1)
        day = labelled(_("Last day"), self.last, px(4))
        day.addStretch(1)
        first.addLayout(day)
        column.addLayout(first)
        offer = QHBoxLayout(self._offer)
        offer.setContentsMargins(0, 0, 0, 0)
        offer.setSpacing(px(16))
        offer.addLayout(labelled(_("Whose offer, if you like"), self.employer, px(4)), 1)
        offer.addLayout(labelled(_("Position, if you like"), self.position, px(4)), 1)
        self._offer.hide()
        column.addWidget(self._offer)
        column.addLayout(labelled(_("What would you like to remember?"), self.note, px(4)))
        column.addWidget(self.waiting)
        self.waiting.setVisible(bool(self.waiting.table.records))
        column.addStretch(1)
        self.set_body(body)

    def _connect(self) -> None:
        self.ending.choice_made.connect(self._on_ending_chosen)
        self.last.day_picked.connect(self._on_day_picked)
        self.employer.application_chosen.connect(self._on_application_chosen)
        self.employer.textEdited.connect(self._on_names_edited)
        self.position.textEdited.connect(self._on_names_edited)
        self.note.note_edited.connect(self._on_note_edited)
        self.note.textChanged.connect(self.grow)
        self.on_ctrl_enter(self.save)

    def _adopt(self) -> None:
        """Let the one open application be the accepted one that the names fit."""
        employer, position = same_words(self.employer.text()), same_words(self.position.text())
        named = [
            one
            for one in self._open
            if same_words(one.employer) == employer and position in ("", same_words(one.position))
        ]
        if self._picked is not None and self._picked in named:
            named = [self._picked]
        chosen = self.ending.choice == Ending.ACCEPTED and employer and len(named) == 1
        self.waiting.table.accept(named[0].id if chosen else None)

    def _on_ending_chosen(self, choice: str) -> None:
        self.say("")
        self._offer.setVisible(choice == Ending.ACCEPTED)
        self._adopt()
        self.grow()

    def _on_day_picked(self) -> None:
        self.say("")
        self.waiting.table.set_last(self.last.day or self._today)

    def _on_application_chosen(self, application: Application) -> None:
        self._picked = application
        self.position.setText(application.position)
        self._adopt()

    def _on_names_edited(self) -> None:
        self.say("")
        self._adopt()

    def _on_note_edited(self, note: str) -> None:
        self._messages.attempt(lambda: self._services.drafts.keep(_DRAFT, note))
