"""One question that was or will be asked: the message, what came of it, and what I take from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.i18n import _
from desktop_app.ui.pages.guide.step_three import StepThree
from desktop_app.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from desktop_app.services.bundle import Services
    from desktop_app.services.guide import Case
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.theme import Appearance

_WIDTH = 640
_LARGE = 150  # text of more percent leaves no room for two fields beside each other


class QuestionSheet(Sheet):
    """Step 3 of the guide by itself; what is written in it saves itself."""

    def __init__(
        self,
        services: Services,
        messages: Messages,
        appearance: Appearance,
        case: Case,
        parent: QWidget | None = None,
    ) -> None:
        """Make the sheet.

        Args:
            services: the use cases.
            messages: where it says what was done.
            appearance: the look to follow.
            case: the no that the question belongs to.
            parent: the window that it belongs to.
        """
        rejection = case.rejection
        title = _("Your question to {employer}").format(employer=rejection.employer[:80])
        super().__init__(appearance, title, rejection.position[:200], parent, width=_WIDTH)
        self._services = services
        self._messages = messages
        self._rejection_id = rejection.id
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        self.step = StepThree(services, messages, appearance)
        self.step.set_narrow(True)
        self.step.form.set_narrow(appearance.px(100) > _LARGE)
        column.addWidget(self.step)
        column.addStretch(1)
        self.step.show_case(case)
        self.set_body(body)
        self.add_button(_("Close"), self.reject, "primary")

    def take_change(self) -> None:
        """Show what the journal holds now; a rejection that is gone closes the sheet."""
        case = self._services.guide.case(self._rejection_id)
        if case is None:
            super().reject()
            return
        self.step.show_case(case)
        self.grow()

    def reject(self) -> None:
        """Save what was typed, and close; what can't be saved stays in its field."""
        if self._messages.done(self.step.flush):
            super().reject()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at what can be done next."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._close_up)
        field = self.step.first_field()
        if field is not None:
            field.setFocus()

    def _close_up(self) -> None:
        """Give back the height that the step's hidden cards were measured with."""
        body = self.step.parentWidget()
        inside = body.layout() if body is not None else None
        if body is not None and inside is not None:
            spare = body.height() - inside.heightForWidth(body.width())
            if spare > 0:
                self.resize(self.width(), self.height() - spare)
