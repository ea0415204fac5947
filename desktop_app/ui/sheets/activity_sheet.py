"""An activity of any day: change what it was, how much, when, and what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.errors import UpswingError
from desktop_app.domain.kinds import kind_label
from desktop_app.i18n import _
from desktop_app.services.activity_editing import ActivityForm
from desktop_app.services.linked_effort import SENT
from desktop_app.ui.widgets.activity_fields import ActivityFields
from desktop_app.ui.widgets.labels import labelled
from desktop_app.ui.widgets.quiet_fields import ChoiceField
from desktop_app.ui.widgets.sheet import Sheet
from desktop_app.ui.widgets.when_fields import WhenFields

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from desktop_app.domain.entries import Activity
    from desktop_app.services.bundle import Services
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.theme import Appearance


class ActivitySheet(Sheet):
    """Changes one activity in one step."""

    def __init__(
        self,
        services: Services,
        messages: Messages,
        appearance: Appearance,
        activity: Activity,
        parent: QWidget | None = None,
    ) -> None:
        """Make the sheet.

        Args:
            services: the use cases.
            messages: where it says what was done.
            appearance: the look to follow.
            activity: the one to change.
            parent: the window that it belongs to.
        """
        super().__init__(appearance, _("Change this entry"), "", parent)
        self._services = services
        self._messages = messages
        self._activity = activity
        recording = services.recording
        self._kinds = {
            kind.name: kind
            for kind in services.activities.every_kind()
            if not kind.retired or kind.name == activity.kind
        }
        options = [(name, kind_label(kind)) for name, kind in self._kinds.items()]
        self.kind = ChoiceField(_("What it was"), options)
        self.kind.set_choice(activity.kind)
        self.when = WhenFields(appearance, max(recording.today(), recording.now().date()))
        at = activity.at.time() if activity.at is not None else None
        self.when.show_moment(activity.day or recording.today(), at)
        self.fields = ActivityFields(appearance, amount_inside=False)
        self.fields.set_applications(services.applications.offered())
        self.fields.show_activity(activity, timed=self._timed())
        if activity.application_id is not None:
            self.kind.setEnabled(False)
            self.when.setEnabled(activity.kind == SENT)
        self._lay_out()
        self.kind.currentIndexChanged.connect(self._on_kind_changed)
        for signal in (self.when.edited, self.fields.edited):
            signal.connect(self._on_edited)
        for signal in (self.when.entered, self.fields.entered):
            signal.connect(self.save)
        document = self.fields.note.document().documentLayout()
        document.documentSizeChanged.connect(self._on_note_grown)
        self.on_ctrl_enter(self.save)

    def save(self) -> None:
        """Save and close; where something can't be taken, say so and stay."""
        mark = self._services.upkeep.undo_mark
        try:
            day, at = self.when.moment()
            amount, minutes = self._amount()
            form = ActivityForm(
                self.kind.choice,
                day or self._services.days.today(),
                at,
                amount,
                minutes,
                self.fields.details(),
                self.fields.application_id,
            )
            self._services.activity_editing.change(self._activity.id, form)
        except UpswingError as error:
            self.say(str(error))
            return
        self.accept()
        if self._services.upkeep.undo_mark != mark:
            self._messages.say(self._services.upkeep.undo_name or "", undo=True)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the kind."""
        super().showEvent(event)
        (self.kind if self.kind.isEnabled() else self.fields.employer).setFocus()

    def _lay_out(self) -> None:
        px = self._appearance.px
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        pair = QHBoxLayout()
        pair.setSpacing(px(16))
        self.fields.amount.setFixedWidth(px(120))
        pair.addLayout(labelled(_("What it was"), self.kind, px(4)), 1)
        pair.addWidget(self.fields.amount)
        column.addLayout(pair)
        column.addWidget(self.when)
        column.addWidget(self.fields)
        column.addStretch(1)
        self.set_body(body)
        self.add_button(_("Delete"), self._on_delete, "quiet", left=True)
        self.add_button(_("Cancel"), self.reject)
        self.add_button(_("Save"), self.save, "primary").setToolTip(_("Ctrl+Enter"))

    def _amount(self) -> tuple[float | None, int | None]:
        """Return how many and how long; what is not asked for stays as it was."""
        former = self._activity
        if former.application_id is not None:
            return former.amount, former.minutes
        amount, minutes = self.fields.amount.amount()
        return (amount, former.minutes) if amount is not None else (None, minutes)

    def _timed(self) -> bool:
        kind = self._kinds.get(self.kind.choice)
        return kind is not None and kind.timed

    def _on_kind_changed(self, _index: int) -> None:
        self.fields.amount.set_timed(self._timed())
        self._on_edited()

    def _on_edited(self) -> None:
        if self.sentence:
            self.say("")

    def _on_note_grown(self) -> None:
        self.grow()

    def _on_delete(self) -> None:
        if self._messages.done(lambda: self._services.activities.delete(self._activity.id)):
            self.accept()
            kind = self._kinds.get(self._activity.kind)
            words = kind_label(kind) if kind is not None else self._activity.kind
            self._messages.say(_("Deleted: {entry}").format(entry=words), undo=True)
