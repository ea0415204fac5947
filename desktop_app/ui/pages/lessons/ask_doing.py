"""Does what the person wants with a question to somebody: one use case each, and a word on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from desktop_app.domain.addresses import is_nobody, mailto
from desktop_app.domain.guide.records import AskState
from desktop_app.i18n import _
from desktop_app.services.feedback import REMIND_AFTER
from desktop_app.services.templates import filled

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.domain.guide.records import FeedbackRequest
    from desktop_app.services.bundle import Services
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.pages.page import Page
    from desktop_app.ui.sheets.question_sheet import QuestionSheet
    from desktop_app.ui.theme import Appearance

MENU = (
    "ask_open", "ask_read", "ask_copy", "ask_mail", "ask_remind", "", "ask_on", "ask_back",
    "ask_close", "", "ask_lesson", "ask_delete",
)  # fmt: skip


class AskDoing:
    """The hands of the feedback board."""

    def __init__(
        self, page: Page, services: Services, messages: Messages, appearance: Appearance
    ) -> None:
        self._page = page
        self._services = services
        self._messages = messages
        self._appearance = appearance
        self.sheet: QuestionSheet | None = None

    def fits(self, name: str, request: FeedbackRequest) -> bool:
        """Return whether an action makes sense for a request."""
        states, asked = list(AskState), request.state is AskState.ASKED
        answered = request.state is AskState.ANSWERED
        return {
            "ask_on": request.state is not states[-1],
            "ask_back": request.state is not states[0],
            "ask_copy": bool(request.draft.strip()),
            "ask_remind": asked and self._may_remind(request),
            "ask_close": asked,
            "ask_read": answered and not request.read,
            "ask_lesson": answered and bool(request.takeaway.strip()),
        }.get(name, True)

    def run(self, name: str, request: FeedbackRequest) -> None:
        """Do an action with a request.

        Raises:
            KeyError: there is no such action.
        """
        does: dict[str, Callable[[FeedbackRequest], object]] = {
            "ask_open": self.open,
            "ask_copy": self._copy,
            "ask_mail": self._write_mail,
            "ask_remind": self._remind,
            "ask_read": self._read,
            "ask_close": self._close,
            "ask_lesson": self._make_lesson,
            "ask_delete": self._delete,
        }
        if self.fits(name, request):
            does[name](request)

    def open(self, request: FeedbackRequest) -> None:
        """Open the sheet of a request."""
        from desktop_app.ui.sheets.question_sheet import QuestionSheet

        case = self._services.guide.case(request.rejection_id)
        if case is None:
            return
        parts = (self._services, self._messages, self._appearance)
        sheet = self.sheet = QuestionSheet(*parts, case, self._page.window())
        sheet.finished.connect(self._on_finished)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()

    def move(self, request: FeedbackRequest, state: AskState) -> bool:
        """Put a request into another column; return whether its card is there now.

        An answer needs its words, so the sheet opens for them and seals it.
        """
        feedback = self._services.feedback
        if state is AskState.ANSWERED and not request.answer:
            if request.state is not AskState.ASKED:
                self._messages.done(lambda: feedback.move(request.id, AskState.ASKED))
            self.open(request)
            return False
        if not self._messages.done(lambda: feedback.move(request.id, state)):
            return False
        words = {
            AskState.TO_ASK: _("To ask again"),
            AskState.ASKED: _("Asked. That is the step that counts."),
            AskState.ANSWERED: _("Answered"),
            AskState.NO_ANSWER: _("Closed. Asking was the step that counts."),
        }[state]
        self._messages.say(words, undo=True)
        return True

    def _may_remind(self, request: FeedbackRequest) -> bool:
        today = self._services.recording.today()
        waited = request.asked is not None and today - request.asked >= REMIND_AFTER
        return waited and request.reminded is None

    def _copy(self, request: FeedbackRequest) -> None:
        QGuiApplication.clipboard().setText(request.draft)
        self._messages.say(_("Copied"))

    def _write_mail(self, request: FeedbackRequest) -> None:
        if is_nobody(request.email):
            self._messages.say(
                _("Nobody reads mail to this address. Is there a person you met or who wrote?")
            )
            return
        rejection = self._services.rejections.get(request.rejection_id)
        template = self._services.templates.fitting(rejection.stage) if rejection else None
        places = {"position": request.position, "employer": request.employer}
        subject = filled(template.subject, places) if template else ""
        link = mailto(request.email, subject, request.draft)
        if link is None:
            QGuiApplication.clipboard().setText(request.draft)
            self._messages.say(_("Too long for a mail link, so it was copied."))
        elif not QDesktopServices.openUrl(QUrl(link)):
            QGuiApplication.clipboard().setText(request.draft)
            self._messages.say(_("No mail program was found, so it was copied."))

    def _remind(self, request: FeedbackRequest) -> None:
        values = {
            "person": request.person,
            "position": request.position,
            "employer": request.employer,
        }
        body = filled(self._services.templates.reminder().body, values)
        QGuiApplication.clipboard().setText(body)
        if self._messages.done(lambda: self._services.feedback.reminded(request.id)):
            self._messages.say(_("Copied; this is the one reminder."), undo=True)

    def _read(self, request: FeedbackRequest) -> None:
        if self._messages.done(lambda: self._services.feedback.read(request.id)):
            self.open(request)

    def _close(self, request: FeedbackRequest) -> None:
        self.move(request, AskState.NO_ANSWER)

    def _make_lesson(self, request: FeedbackRequest) -> None:
        text = request.takeaway.strip()
        lessons = self._services.lessons
        if any(one.text == text for one in lessons.all()):
            self._messages.say(_("That is a lesson already."))
            return
        rejection = self._services.rejections.get(request.rejection_id)
        stage = rejection.stage if rejection else None
        if self._messages.done(lambda: lessons.add(text, stage=stage)):
            self._messages.say(_("Lesson added"), undo=True)

    def _delete(self, request: FeedbackRequest) -> None:
        if self._messages.done(lambda: self._services.feedback.delete(request.id)):
            self._messages.say(_("Question deleted"), undo=True)

    def _on_finished(self) -> None:
        self.sheet = None
