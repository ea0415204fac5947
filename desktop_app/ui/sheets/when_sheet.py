"""'Day and time': move a check-in to when it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.domain.errors import InvalidInput, UpswingError
from desktop_app.i18n import _
from desktop_app.ui.widgets.sheet import Sheet
from desktop_app.ui.widgets.when_fields import WhenFields

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from desktop_app.domain.entries import CheckIn
    from desktop_app.services.bundle import Services
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.theme import Appearance


class WhenSheet(Sheet):
    """Asks for the day and the time of a check-in."""

    def __init__(
        self,
        services: Services,
        messages: Messages,
        appearance: Appearance,
        check_in: CheckIn,
        lead: str,
        parent: QWidget | None = None,
    ) -> None:
        """Make the sheet.

        Args:
            services: the use cases.
            messages: where it says what was done.
            appearance: the look to follow.
            check_in: the one to move.
            lead: what it says, in a line.
            parent: the window that it belongs to.
        """
        super().__init__(appearance, _("Day and time"), lead, parent, width=420)
        self._services = services
        self._messages = messages
        self._check_in = check_in
        recording = services.recording
        latest = max(recording.today(), recording.now().date())
        self.when = WhenFields(appearance, latest)
        at = check_in.at.time() if check_in.at is not None else None
        self.when.show_moment(check_in.day or recording.today(), at)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.when)
        column.addStretch(1)
        self.set_body(body)
        self.add_button(_("Cancel"), self.reject)
        self.add_button(_("Save"), self.save, "primary").setToolTip(_("Ctrl+Enter"))
        self.on_ctrl_enter(self.save)
        self.when.entered.connect(self.save)
        self.when.edited.connect(self._on_edited)

    def save(self) -> None:
        """Move it and close; where it can't be there, say so and stay."""
        try:
            day, at = self.when.moment()
        except InvalidInput as error:
            self.say(str(error))
            self.when.time.setFocus()
            return
        mark = self._services.upkeep.undo_mark
        try:
            on = day or self._services.days.today()
            self._services.check_ins.move(self._check_in.id, on, at)
        except UpswingError as error:
            self.say(str(error))
            return
        self.accept()
        if self._services.upkeep.undo_mark != mark:
            self._messages.say(self._services.upkeep.undo_name or "", undo=True)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the day."""
        super().showEvent(event)
        self.when.day.setFocus()

    def _on_edited(self) -> None:
        if self.sentence:
            self.say("")
