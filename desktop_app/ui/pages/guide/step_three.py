"""Step 3, Ask: only where a person met or wrote; asking is the success."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop_app import tokens
from desktop_app.domain.guide.records import AskState
from desktop_app.domain.guide.steps import Depth, Step, nobody_to_ask
from desktop_app.i18n import _, long_day, ngettext
from desktop_app.services.feedback import REMIND_AFTER
from desktop_app.services.templates import filled
from desktop_app.ui.pages.guide.ask_form import AskForm
from desktop_app.ui.pages.guide.step_view import StepView
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.flow_box import FlowBox
from desktop_app.ui.widgets.note_field import NoteField
from desktop_app.ui.widgets.wrapping_label import WrappingLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.domain.guide.records import FeedbackRequest
    from desktop_app.services.bundle import Services
    from desktop_app.services.guide import Case
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.theme import Appearance

_ANSWER = "guide:{id}:answer"
_LARGE = 150  # per cent of the usual size


class StepThree(StepView):
    """Nobody to ask, a message to send, or what came of it."""

    step = Step.ASK

    def __init__(
        self,
        services: Services,
        messages: Messages,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, messages, appearance, parent)
        self._wanted = 0  # the no after which the person asks all the same
        self._request: FeedbackRequest | None = None
        self._case: Case | None = None
        self.form = AskForm(services, messages, appearance)
        self.form.setParent(self)
        self.form.hide()
        self._message, self._person = self.form.cards()
        self._nobody = self._build_nobody()
        self._state = Card(appearance, _("Your question"))
        self._where = WrappingLabel(appearance, "")
        self.answer = NoteField(appearance, _("The answer"), lines=(3, 10))
        self._answer = QVBoxLayout()
        self._answer.setSpacing(appearance.px(4))
        asks = _("If an answer came, paste it here. It stays sealed until you read it.")
        self._answer.addWidget(WrappingLabel(appearance, asks, tokens.SMALL, "text2"))
        self._answer.addWidget(self.answer)
        self.seal = Button(appearance, _("Seal it"), icon="mail-question")
        self.no_answer = Button(appearance, _("Close without an answer"))
        self.remind = Button(appearance, _("Copy one reminder"), icon="copy")
        self.read = Button(appearance, _("Read now"), "primary", icon="mail-opened")
        self.later = WrappingLabel(
            appearance,
            _("An answer is here. It is sealed, and can wait for a good moment."),
        )
        self._words = WrappingLabel(appearance, "")
        self.takeaway = NoteField(appearance, _("What I take from it"))
        self.to_lesson = Button(appearance, _("Make it a lesson"), icon="bulb")
        self.back = Button(appearance, _("Open the question again"), "quiet")
        self._takeaway = Card(appearance, _("What I take from it"))
        self._lay_out()
        self.keep(self.takeaway, self._save_takeaway)
        self.keep(self.answer, self._save_answer)
        self._connect()

    def show_case(self, case: Case) -> None:
        """Show the question of a no, as far as it is."""
        self.rejection_id = case.rejection.id
        self._case = case
        self._request = request = self.services.feedback.of_rejection(case.rejection.id)
        state = request.state if request else AskState.TO_ASK
        short = case.kind in (Depth.FORM_LETTER, Depth.SILENCE)
        nobody = short and request is None and self._wanted != case.rejection.id
        to_ask = not nobody and state is AskState.TO_ASK
        self._nobody.setVisible(nobody)
        for card in (self._message, self._person):
            card.setVisible(to_ask)
        self._state.setVisible(not nobody and not to_ask)
        if to_ask:
            self.form.show_request(case.rejection, request)
        elif request is not None:
            self._show_request(request)
        read = request is not None and state is AskState.ANSWERED and request.read
        self._takeaway.setVisible(read)
        if request is not None:
            self.fill(self.takeaway, request.takeaway)
        self.fill(self.answer, self.services.drafts.get(_ANSWER.format(id=case.rejection.id)))

    def set_narrow(self, narrow: bool) -> None:
        """Stand in one column, the draft above its detail where text is large as well."""
        super().set_narrow(narrow)
        if hasattr(self, "form"):  # the base asks before there is one
            self.form.set_narrow(narrow and self.appearance.px(100) > _LARGE)

    def first_field(self) -> QWidget | None:
        """Begin at the person's name, or at what can be done next."""
        if self._person.isVisibleTo(self):
            return self.form.person
        if self._state.isVisibleTo(self):
            return self.answer if self.answer.isVisibleTo(self) else self.read
        return None

    def can(self, name: str) -> bool:
        """Return whether the button that does an action is there."""
        button = self._buttons().get(name)
        return button is not None and button.isVisibleTo(self) and button.isEnabled()

    def run(self, name: str) -> bool:
        """Press the button that does an action."""
        if not self.can(name):
            return False
        self._buttons()[name].click()
        return True

    def forget(self) -> None:
        """Empty the fields, before another no is shown."""
        super().forget()
        self._wanted = 0
        self.form.forget()

    def _buttons(self) -> dict[str, Button]:
        return {
            "copy_message": self.form.copy,
            "open_mail": self.form.open,
            "asked": self.form.done,
            "read_answer": self.read,
        }

    def flush(self) -> None:
        """Save what was typed and is not yet saved."""
        super().flush()
        if self._person.isVisibleTo(self):
            self.form.flush()

    def _lay_out(self) -> None:
        look, px = self.appearance, self.appearance.px
        self.main.addWidget(self._nobody)
        self.main.addWidget(self._message)
        self.main.addWidget(self._state)
        self.main.addWidget(self._takeaway)
        self.main.addStretch(1)
        self.beside.addWidget(self._person)
        self.beside.addStretch(1)
        body = self._state.body
        body.addWidget(self._where)
        body.addWidget(self.later)
        body.addLayout(self._answer)
        body.addWidget(self._words)
        row = FlowBox(px(8), px(8))
        for button in (self.read, self.seal, self.remind, self.no_answer, self.back):
            row.add(button)
        body.addWidget(row)
        self._takeaway.body.addWidget(self.takeaway)
        line = QHBoxLayout()
        line.addWidget(self.to_lesson)
        line.addStretch(1)
        self._takeaway.body.addLayout(line)
        del look

    def _build_nobody(self) -> Card:
        card = Card(self.appearance)
        card.body.addWidget(WrappingLabel(self.appearance, nobody_to_ask(), tokens.LEAD))
        row = QHBoxLayout()
        self.all_the_same = Button(self.appearance, _("Somebody did write or call"), "link")
        row.addWidget(self.all_the_same)
        row.addStretch(1)
        card.body.addLayout(row)
        return card

    def _connect(self) -> None:
        self.all_the_same.clicked.connect(self._on_all_the_same)
        self.form.sent.connect(self._on_sent)
        self.seal.clicked.connect(self._on_seal)
        self.read.clicked.connect(self._on_read)
        self.no_answer.clicked.connect(self._on_no_answer)
        self.remind.clicked.connect(self._on_remind)
        self.back.clicked.connect(self._on_back)
        self.to_lesson.clicked.connect(self._on_to_lesson)

    def _show_request(self, request: FeedbackRequest) -> None:
        today = self.services.recording.today()
        asked = request.state is AskState.ASKED
        answered = request.state is AskState.ANSWERED
        self._where.setText(_where_it_stands(request))
        sealed = answered and not request.read
        self.later.setVisible(sealed)
        self.read.setVisible(sealed)
        self._words.setVisible(answered and request.read)
        words = f"“{request.answer}”" if request.answer else _("No words came.")
        self._words.setText(words if request.read else "")  # nor for a screen reader
        for place in range(self._answer.count()):
            item = self._answer.itemAt(place)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.setVisible(asked)
        self.seal.setVisible(asked)
        self.no_answer.setVisible(asked)
        waited = request.asked is not None and today - request.asked >= REMIND_AFTER
        self.remind.setVisible(asked and waited and request.reminded is None)
        self.back.setVisible(request.state is AskState.NO_ANSWER)

    def _save_answer(self, text: str) -> None:
        """Keep a pasted answer until it is sealed."""
        self.services.drafts.keep(_ANSWER.format(id=self.rejection_id), text)

    def _save_takeaway(self, text: str) -> None:
        if self._request is not None:
            self.services.feedback.take(self._request.id, text)

    def _on_all_the_same(self) -> None:
        self._wanted = self.rejection_id
        if self._case is not None:
            self.show_case(self._case)
        self.form.person.setFocus()

    def _on_sent(self) -> None:
        feedback, identity = self.services.feedback, self.rejection_id
        draft = self.form.message.text

        def ask() -> None:
            request = feedback.prepare(identity, draft=draft)
            feedback.asked(request)

        if self.messages.done(ask):
            self.messages.say(_("Asked. That is the step that counts."), undo=True)

    def _on_seal(self) -> None:
        request, text = self._request, self.answer.text
        if request is not None and self.messages.done(
            lambda: self.services.feedback.answered(request.id, text)
        ):
            self.services.drafts.drop(_ANSWER.format(id=self.rejection_id))
            self.answer.set_text("")
            self.answer.setProperty("saved", "")
            self.messages.say(_("Sealed until you read it"), undo=True)

    def _on_read(self) -> None:
        request = self._request
        if request is not None:
            self.messages.done(lambda: self.services.feedback.read(request.id))
            self.takeaway.setFocus()

    def _on_no_answer(self) -> None:
        request = self._request
        if request is not None and self.messages.done(
            lambda: self.services.feedback.no_answer(request.id)
        ):
            self.messages.say(_("Closed. Asking was the step that counts."), undo=True)

    def _on_back(self) -> None:
        request = self._request
        if request is not None:
            self.messages.done(lambda: self.services.feedback.open_again(request.id))

    def _on_remind(self) -> None:
        request = self._request
        if request is None:
            return
        template = self.services.templates.reminder()
        values = {
            "person": request.person,
            "position": request.position,
            "employer": request.employer,
        }
        QGuiApplication.clipboard().setText(filled(template.body, values))
        if self.messages.done(lambda: self.services.feedback.reminded(request.id)):
            self.messages.say(_("Copied; this is the one reminder."), undo=True)

    def _on_to_lesson(self) -> None:
        case, text = self._case, self.takeaway.text.strip()
        if case is None or not text:
            self.takeaway.setFocus()
            return
        lessons, rejection = self.services.lessons, case.rejection
        if self.messages.done(lambda: lessons.draw(rejection.id, text, rejection.stage)):
            self.messages.say(_("Lesson added"), undo=True)


def _where_it_stands(request: FeedbackRequest) -> str:
    who = request.person or _("them")
    if request.state is AskState.NO_ANSWER:
        return _("You asked {person}. No answer came. Asking was the step that counts.").format(
            person=who
        )
    if request.state is AskState.ANSWERED and request.answered is not None:
        who = request.person or _("They")
        if request.asked is not None:
            days = (request.answered - request.asked).days
            said = ngettext(
                "{person} answered after {n} day.", "{person} answered after {n} days.", days
            )
            return said.format(person=who, n=days)
        return _("{person} answered on {day}.").format(person=who, day=long_day(request.answered))
    if request.asked is not None:
        return _("You asked {person} on {day}.").format(person=who, day=long_day(request.asked))
    return ""
