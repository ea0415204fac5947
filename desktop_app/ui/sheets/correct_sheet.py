"""Correct a search: its first day, and of one that ended its last day, how, and the note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.domain.errors import UpswingError
from desktop_app.domain.searches import CHOSEN_ENDINGS, Ending, ending_label
from desktop_app.i18n import _
from desktop_app.ui.widgets.chips import ChoiceRow
from desktop_app.ui.widgets.day_field import DayField
from desktop_app.ui.widgets.labels import labelled
from desktop_app.ui.widgets.note_field import NoteField
from desktop_app.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from desktop_app.domain.searches import JobSearch
    from desktop_app.services.bundle import Services
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.theme import Appearance


class CorrectSheet(Sheet):
    """Changes what is known of a search."""

    def __init__(
        self,
        services: Services,
        messages: Messages,
        appearance: Appearance,
        search: JobSearch,
        parent: QWidget | None = None,
    ) -> None:
        lead = _("Momentum follows: it is counted from the first day to the last.")
        super().__init__(appearance, _("Change this search"), lead, parent)
        self._services = services
        self._messages = messages
        self._search = search
        latest = max(services.days.today(), services.recording.now().date())
        self.first = DayField(appearance, _("First day"), latest)
        self.first.set_day(search.first)
        self.last = DayField(appearance, _("Last day"), latest)
        self.last.set_day(search.ended)
        endings = [*CHOSEN_ENDINGS]
        if search.ending is Ending.IMPORTED:
            endings.append(Ending.IMPORTED)
        self.ending = ChoiceRow(
            appearance,
            [(ending.value, ending_label(ending)) for ending in endings],
            _("How did it end?"),
        )
        self.ending.set_choice(search.ending.value if search.ending else None)
        self.note = NoteField(appearance, _("What would you like to remember?"))
        self.note.set_text(search.note)
        self._lay_out(ended=search.ended is not None)
        self.add_button(_("Cancel"), self.reject)
        self.add_button(_("Save changes"), self.save, "primary").setToolTip(_("Ctrl+Enter"))
        self.note.textChanged.connect(self.grow)
        for field in (self.first, self.last):
            field.entered.connect(self.save)
            field.day_picked.connect(self._on_day_picked)
        self.on_ctrl_enter(self.save)

    def save(self) -> None:
        """Save and close; where a day can't be, say so and stay."""
        search, ended = self._search, self._search.ended is not None
        try:
            self._services.searches.correct(
                search.id,
                first=self.first.day or search.first,
                ended=self.last.day if ended else None,
                ending=Ending(self.ending.choice) if ended and self.ending.choice else None,
                note=self.note.text,
            )
        except UpswingError as error:
            self.say(str(error))
            return
        self.accept()
        self._messages.say(_("Search changed"), undo=True)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the first day."""
        super().showEvent(event)
        self.first.setFocus()

    def _lay_out(self, *, ended: bool) -> None:
        px = self._appearance.px
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(16))
        days = QHBoxLayout()
        days.setSpacing(px(16))
        for words, field in ((_("First day"), self.first), (_("Last day"), self.last)):
            if field is self.last and not ended:
                field.setParent(body)
                field.hide()
                continue
            field.setMinimumSize(px(152), px(tokens.HEIGHT_FIELD))
            days.addLayout(labelled(words, field, px(4)))
        days.addStretch(1)
        column.addLayout(days)
        if ended:
            column.addLayout(labelled(_("How did it end?"), self.ending, px(8)))
            note = labelled(_("What would you like to remember?"), self.note, px(4))
            column.addLayout(note)
        else:
            for widget in (self.ending, self.note):
                widget.setParent(body)
                widget.hide()
        column.addStretch(1)
        self.set_body(body)

    def _on_day_picked(self) -> None:
        if self.sentence:
            self.say("")
