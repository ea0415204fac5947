"""'A rejection came in': the short form, saved in a few keys, kept as a draft until then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from desktop_app.domain.application_state import is_open
from desktop_app.domain.errors import InvalidInput, UpswingError
from desktop_app.domain.guide.steps import Depth, depth_of, needs_longer
from desktop_app.domain.stages import Stage
from desktop_app.domain.text import clean_note
from desktop_app.i18n import _
from desktop_app.services.rejections import RejectionForm
from desktop_app.ui.sheets.rejection_fields import RejectionFields
from desktop_app.ui.sheets.rejection_state import (
    RejectionDrafts,
    RejectionState,
    answer_to,
    state_of,
)
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.draft_back import DraftBack
from desktop_app.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from desktop_app.domain.entries import Application, Rejection
    from desktop_app.services.bundle import Services
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.theme import Appearance

DRAFT_MS = 500


class RejectionSheet(Sheet):
    """Note a rejection, or change one that was noted.

    Open it with ``open()``. Closing without saving keeps what was typed as a draft.

    Signals:
        rejection_saved: the rejection's id.
        guide_asked: the id of a rejection that is saved, and that the person goes through now.
        several_asked: the day in the sheet, where several came in and the person wants their sheet.
    """

    rejection_saved = Signal(int)
    guide_asked = Signal(int)
    several_asked = Signal(object)

    def __init__(
        self,
        services: Services,
        messages: Messages,
        appearance: Appearance,
        parent: QWidget | None = None,
        rejection: Rejection | None = None,
        day: date | None = None,
        application: Application | None = None,
    ) -> None:
        """Make the sheet.

        Args:
            services: the use cases.
            messages: where the saved sheet tells what was done.
            appearance: the look to follow.
            parent: the window that it belongs to.
            rejection: the one to change, None to note a new one.
            day: the day that a new one came, today where None.
            application: the application that a new one answers, where it is known.
        """
        change = rejection is not None
        title = _("Change this rejection") if change else _("A rejection came in")
        lead = "" if change else _("Note it now, the rest can wait.")
        super().__init__(appearance, title, lead, parent)
        self._services = services
        self._messages = messages
        self._rejection = rejection
        self._alone = application is not None
        self._drafts = RejectionDrafts(
            services.drafts,
            rejection.id if rejection else None,
            application.id if application else None,
        )
        today = services.recording.today()
        latest = max(today, services.recording.now().date())
        self._start = state_of(rejection) if rejection else answer_to(application, day=day or today)
        self.fields = RejectionFields(
            appearance,
            [
                one
                for one in services.applications.all()
                if is_open(one) or (application is not None and one.id == application.id)
            ],
            latest,
            rejection is not None and rejection.day is None,
        )
        self._autosave = QTimer(self)
        self._autosave.setSingleShot(True)
        self._autosave.setInterval(DRAFT_MS)
        self._build()
        self._offer_draft()
        self.fields.edited.connect(self._on_edited)
        self.fields.entered.connect(self.save)
        self.fields.grown.connect(self.grow)
        self._autosave.timeout.connect(self._on_autosave)
        self.on_ctrl_enter(self.save)

    def save(self) -> None:
        """Save and close; where something can't be taken, say so and stay."""
        self._save(go_through=False)

    def go_through(self) -> None:
        """Save, close, and ask for the four steps."""
        self._save(go_through=True)

    def _save(self, *, go_through: bool) -> None:
        if self._rejection is None:
            self.fields.adopt_known()
        state = self.fields.state()
        fault = self._fault(state)
        if fault is not None:
            self._say(*fault)
            return
        try:
            identity = self._store(state)
        except InvalidInput as error:  # several applications are open
            self._say(str(error), "position")
            return
        except UpswingError as error:
            self._say(str(error))
            return
        self._autosave.stop()
        self._drafts.drop()
        self.accept()
        self._messages.say(self._done_words(state), undo=True)
        self.rejection_saved.emit(identity)
        if go_through:
            self.guide_asked.emit(identity)

    def reject(self) -> None:
        """Close, and keep what was typed."""
        self._autosave.stop()
        self._on_autosave()
        super().reject()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the employer."""
        super().showEvent(event)
        self.fields.employer.setFocus()

    def _store(self, state: RejectionState) -> int:
        form = RejectionForm(
            employer=state.employer,
            position=state.position if self._rejection or state.position.strip() else None,
            day=state.day,
            stage=state.stage,
            channel=state.channel,
            reason=state.reason,
            mood=state.mood,
            application_id=state.application_id,
        )
        if self._rejection is None:
            return self._services.rejections.note(form)
        self._services.rejections.change(self._rejection.id, form)
        return self._rejection.id

    def _done_words(self, state: RejectionState) -> str:
        if self._rejection is not None:
            return _("Rejection changed")
        stage = state.stage or Stage.APPLICATION
        if depth_of(stage, state.channel, state.mood) is Depth.LONG:
            return needs_longer()
        return _("Rejection noted")

    def _fault(self, state: RejectionState) -> tuple[str, str] | None:
        """Return the sentence about the first field that can't be taken, and the field."""
        names = self._services.applications.checked_names
        for field, check in (
            ("employer", lambda: names(state.employer, "")),
            ("position", lambda: names("-", state.position)),
            ("day", lambda: self._services.recording.done_on(state.day)),
            ("reason", lambda: clean_note(state.reason, _("Reason"))),
        ):
            try:
                check()
            except InvalidInput as error:
                return str(error), field
        return None

    def _say(self, sentence: str, field: str = "") -> None:
        self.say(sentence)
        if field:
            self.fields.focus(field)

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
        if self._rejection is not None:
            self.add_button(_("Cancel"), self.reject)
            save = self.add_button(_("Save changes"), self.save, "primary")
            save.setToolTip(_("Ctrl+Enter"))
            return
        # Two equal ways on, so that neither is the one that is expected.
        self.add_button(_("Cancel"), self.reject, "quiet", left=True)
        self.noted = self.add_button(_("Just note it"), self.save)
        self.noted.setToolTip(_("Enter"))
        self.through = self.add_button(_("Go through it"), self.go_through)
        self.through.setToolTip(_("Ctrl+G"))
        if not self._alone:
            self._offer_several()
        QShortcut(QKeySequence("Ctrl+G"), self).activated.connect(self.go_through)
        width = max(self.noted.sizeHint().width(), self.through.sizeHint().width())
        for button in (self.noted, self.through):
            button.setMinimumWidth(width)

    def _offer_several(self) -> None:
        self.several = Button(self._appearance, _("Several came in…"), "link")
        self.several.setToolTip(_("Ctrl+Shift+R"))
        self.several.clicked.connect(self._on_several)
        QShortcut(QKeySequence("Ctrl+Shift+R"), self).activated.connect(self._on_several)
        self.head.addWidget(self.several, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_edited(self) -> None:
        if self.sentence:
            self._say("")
        if not self._autosave.isActive():
            self._autosave.start()

    def _on_several(self) -> None:
        self.reject()
        self.several_asked.emit(self.fields.day.day or self._start.day)

    def _on_autosave(self) -> None:
        self._messages.attempt(lambda: self._drafts.keep(self.fields.state(), self._start))

    def _on_start_afresh(self) -> None:
        self._autosave.stop()
        self.fields.show_state(self._start)
        self._messages.attempt(self._drafts.drop)
        self._back.hide()
        self._say("", "employer")
