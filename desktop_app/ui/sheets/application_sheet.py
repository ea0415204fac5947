"""'Add an application' in three inputs, and the same sheet to change one; kept as a draft."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal

from desktop_app.domain.application_state import state_words
from desktop_app.domain.errors import InvalidInput, UpswingError
from desktop_app.i18n import _, short_day
from desktop_app.services.application_form import AlreadyThere, ApplicationForm, cleaned
from desktop_app.ui.sheets.application_fields import ApplicationFields
from desktop_app.ui.sheets.application_state import ApplicationDrafts, ApplicationState, state_of
from desktop_app.ui.widgets.draft_back import DraftBack
from desktop_app.ui.widgets.known_lines import KnownLine
from desktop_app.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from desktop_app.domain.applications import ApplicationRecord
    from desktop_app.domain.entries import Application
    from desktop_app.services.application_lookup import ApplicationLookup
    from desktop_app.services.bundle import Services
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.theme import Appearance

DRAFT_MS = 500


class ApplicationSheet(Sheet):
    """Add an application, or change one.

    Open it with ``open()``. Closing without saving keeps what was typed as a draft.

    Signals:
        application_saved: the application's id.
        application_asked: the id of a known application that the person wants to see.
    """

    application_saved = Signal(int)
    application_asked = Signal(int)

    def __init__(
        self,
        services: Services,
        messages: Messages,
        appearance: Appearance,
        parent: QWidget | None = None,
        record: ApplicationRecord | None = None,
        day: date | None = None,
    ) -> None:
        """Make the sheet.

        Args:
            services: the use cases.
            messages: where the saved sheet tells what was done.
            appearance: the look to follow.
            parent: the window that it belongs to.
            record: the one to change, None to add a new one.
            day: the day that a new one was sent, today where None.
        """
        title = _("Add an application") if record is None else _("Change this application")
        super().__init__(appearance, title, "", parent)
        self._services = services
        self._messages = messages
        self._identity = record.application.id if record is not None else None
        self._lookup: ApplicationLookup | None = None
        self._drafts = ApplicationDrafts(services.drafts, self._identity)
        self._today = services.recording.today()
        self._applications = services.applications.all()
        self._start = state_of(record) if record else ApplicationState(day=day or self._today)
        self.fields = ApplicationFields(
            appearance,
            self._applications,
            max(self._today, services.recording.now().date()),
            new=record is None,
            day_may_be_unknown=record is not None and record.application.day is None,
        )
        self._autosave = QTimer(self)
        self._autosave.setSingleShot(True)
        self._autosave.setInterval(DRAFT_MS)
        self._build()
        self._offer_draft()
        self._look()
        self.fields.edited.connect(self._on_edited)
        self.fields.named.connect(self._look)
        self.fields.entered.connect(self.save)
        self.fields.grown.connect(self.grow)
        self.fields.known.opened.connect(self._on_opened)
        self._autosave.timeout.connect(self._on_autosave)
        self.on_ctrl_enter(self.save)

    def save(self) -> None:
        """Save and close; where something can't be taken, say so and stay."""
        state = self.fields.state()
        form = state.form(with_employer=self._identity is not None)
        fault = self._fault(form)
        if fault is not None:
            self._say(*fault)
            return
        try:
            identity = self._store(form)
        except AlreadyThere as error:
            self._offer(error.application)
            self._say(str(error), "position")
            return
        except UpswingError as error:
            self._say(str(error))
            return
        self._autosave.stop()
        self._drafts.drop()
        self.accept()
        done = _("Application changed") if self._identity else _("Application added")
        self._messages.say(done, undo=True)
        self.application_saved.emit(identity)

    def reject(self) -> None:
        """Close, and keep what was typed."""
        self._autosave.stop()
        self._on_autosave()
        super().reject()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the employer."""
        super().showEvent(event)
        self.fields.employer.setFocus()
        if self._identity is None:
            QTimer.singleShot(0, self, self._prepare)

    def _store(self, form: ApplicationForm) -> int:
        applications = self._services.applications
        if self._identity is None:
            return applications.add(form, name_logged=self.fields.names_logged)
        applications.change(self._identity, form)
        return self._identity

    def _fault(self, form: ApplicationForm) -> tuple[str, str] | None:
        """Return the sentence about the first field that can't be taken, and the field."""
        for name in _FIELDS:
            value = getattr(form, name)
            try:
                if value is not None:
                    cleaned(replace(_BLANK, **{name: value}))
            except InvalidInput as error:
                return str(error), name
        try:
            if form.day is not None:
                self._services.recording.done_on(form.day)
        except InvalidInput as error:
            return str(error), "day"
        return None

    def _say(self, sentence: str, field: str = "") -> None:
        self.say(sentence)
        if field:
            self.fields.focus(field)

    def _look(self) -> None:
        """Show what the person may have forgotten: known applications, and what they logged."""
        if self._identity is not None:
            return
        state = self.fields.state()
        found = self._lookup.find(state.employer, state.position) if self._lookup else []
        self.fields.known.show_lines([self._line(one) for one in found])
        day = state.day
        logged = self._services.applications.unnamed_sent(day, state.employer) if day else 0
        self.fields.show_logged(logged)

    def _line(self, application: Application) -> KnownLine:
        when = short_day(application.day, self._today) if application.day else _("no day")
        state = state_words(application, self._today)
        return KnownLine(application.id, application.title, f"{when} · {state}")

    def _prepare(self) -> None:
        """Make the look-up, once the sheet is in sight."""
        from desktop_app.services.application_lookup import ApplicationLookup

        self._lookup = ApplicationLookup(self._applications)
        self._look()

    def _offer(self, application: Application) -> None:
        self._there = application.id
        self._show_there.show()

    def _offer_draft(self) -> None:
        draft = self._drafts.restore()
        back = draft is not None and draft != self._start
        self.fields.show_state(draft if draft is not None else self._start)
        self._back.setVisible(back)

    def _build(self) -> None:
        self._back = DraftBack(self._appearance)
        self._back.afresh_asked.connect(self._on_start_afresh)
        self.head.addWidget(self._back)
        self.set_body(self.fields)
        self._there = 0
        self._show_there = self.add_button(_("Show it"), self._on_there, left=True)
        self._show_there.hide()
        self.add_button(_("Cancel"), self.reject)
        words = _("Add") if self._identity is None else _("Save changes")
        self.add_button(words, self.save, "primary").setToolTip(_("Ctrl+Enter"))

    def _on_edited(self) -> None:
        if self.sentence:
            self._show_there.hide()
            self._say("")
        if not self._autosave.isActive():
            self._autosave.start()

    def _on_autosave(self) -> None:
        self._messages.attempt(lambda: self._drafts.keep(self.fields.state(), self._start))

    def _on_start_afresh(self) -> None:
        self._autosave.stop()
        self.fields.show_state(self._start)
        self._messages.attempt(self._drafts.drop)
        self._back.hide()
        self._look()
        self._say("", "employer")

    def _on_opened(self, application: int) -> None:
        self.reject()
        self.application_asked.emit(application)

    def _on_there(self) -> None:
        self._on_opened(self._there)


_BLANK = ApplicationForm("-")
_FIELDS = (
    "employer", "position", "source", "location", "link", "reference", "person", "note", "address",
    "web",
)  # fmt: skip
