"""Step 2, Learn from it: concrete questions, one lesson, and one thing to practise with a day."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from desktop_app import tokens
from desktop_app.domain.guide.questions import learning_questions
from desktop_app.domain.guide.steps import Step
from desktop_app.i18n import _, long_day
from desktop_app.ui.pages.guide.step_view import StepView
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.chips import ChoiceRow
from desktop_app.ui.widgets.labels import labelled, plain_label
from desktop_app.ui.widgets.note_field import NoteField
from desktop_app.ui.widgets.wrapping_label import WrappingLabel

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from desktop_app.domain.stages import Stage
    from desktop_app.services.bundle import Services
    from desktop_app.services.guide import Case
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.theme import Appearance

QUIET_MS = 400
_DAYS = {"none": None, "tomorrow": 1, "three": 3, "week": 7}


class StepTwo(StepView):
    """What went well comes first; every question may stay empty."""

    step = Step.LEARN

    def __init__(
        self,
        services: Services,
        messages: Messages,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(services, messages, appearance, parent)
        self._stage: Stage | None = None
        self._emptied = False  # the lesson is empty while it is being written anew
        self.answers: dict[str, NoteField] = {}
        self._card = Card(appearance, _("What happened, and what next time?"))
        self._questions = QVBoxLayout()
        self._questions.setSpacing(appearance.px(12))
        self._card.body.addLayout(self._questions)
        self.lesson = NoteField(appearance, _("One lesson"))
        self.how = QLineEdit()
        self.how.setAccessibleName(_("One thing to practise"))
        self.how.setMaxLength(500)
        self.when = ChoiceRow(
            appearance,
            [
                ("none", _("No day")),
                ("tomorrow", _("Tomorrow")),
                ("three", _("In 3 days")),
                ("week", _("In a week")),
            ],
            _("Practise it"),
        )
        self._planned = plain_label("", "small", "text2")
        self.private = Button(appearance, _("Write privately…"), icon="pencil")
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.setInterval(QUIET_MS)
        self._waiting.timeout.connect(self._on_how)
        self._lay_out()
        self.keep(self.lesson, self._save_lesson)
        self.lesson.left.connect(self._on_lesson_left)
        self.how.textEdited.connect(self._on_how_typed)
        self.how.editingFinished.connect(self._on_how)
        self.when.choice_made.connect(self._on_when)
        self.private.clicked.connect(self._on_private)

    def show_case(self, case: Case) -> None:
        """Show the questions that fit the no's stage, with what was answered."""
        self.rejection_id = case.rejection.id
        if case.rejection.stage is not self._stage:
            self._stage = case.rejection.stage
            self._ask(case.rejection.stage)
        for key, field in self.answers.items():
            self.fill(field, case.answers.get(key, ""))
        lesson = self.services.lessons.of_rejection(case.rejection.id)
        if not self._emptied:
            self.fill(self.lesson, lesson.text if lesson else "")
        for widget in (self.how, self.when):
            widget.setEnabled(lesson is not None)
        today = self.services.recording.today()
        planned = lesson.practise_on if lesson else None
        if not self.how.hasFocus():
            self.how.setText(lesson.practice if lesson else "")
        self.when.set_choice(_chip_of(planned, today))
        shown = planned if planned is None else max(planned, today)
        self._planned.setText(_("Comes up on {day}.").format(day=long_day(shown)) if shown else "")
        self._planned.setVisible(shown is not None)

    def can(self, name: str) -> bool:
        """Return whether it is about the lesson."""
        return name == "lesson"

    def run(self, name: str) -> bool:
        """Go to the lesson."""
        if name != "lesson":
            return False
        self.lesson.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def leaving(self) -> None:
        """Log the effort of having learned something, once."""
        identity = self.rejection_id
        self.messages.done(lambda: self.services.lessons.log_learning(identity))

    def first_field(self) -> QWidget | None:
        """Begin at the first question."""
        return next(iter(self.answers.values()), None)

    def flush(self) -> None:
        """Save what was typed and is not yet saved."""
        super().flush()
        self._waiting.stop()
        self._save_how()
        if self._emptied:
            self._drop_lesson()

    def forget(self) -> None:
        """Empty the fields, before another no is shown."""
        super().forget()
        self._waiting.stop()
        self._emptied = False
        self.how.clear()

    def _lay_out(self) -> None:
        look, px = self.appearance, self.appearance.px
        self.main.addWidget(self._card)
        self.main.addStretch(1)
        lesson = Card(look, _("One lesson"))
        lesson.body.addWidget(
            WrappingLabel(
                look,
                _("One sentence that you would tell yourself before the next one."),
                tokens.SMALL,
                "text2",
            )
        )
        lesson.body.addWidget(self.lesson)
        lesson.body.addLayout(labelled(_("One thing to practise, if you like"), self.how, px(4)))
        lesson.body.addWidget(self.when)
        lesson.body.addWidget(self._planned)
        self.beside.addWidget(lesson)
        page = Card(look, _("Just for you"))
        page.body.addWidget(
            WrappingLabel(
                look,
                _("A private page with a timer. If it makes things worse, stop."),
                tokens.SMALL,
                "text2",
            )
        )
        page.body.addWidget(self.private)
        self.beside.addWidget(page)
        self.beside.addStretch(1)

    def _ask(self, stage: Stage) -> None:
        """Put the questions of a stage, in fields of their own."""
        self.forget()
        while (item := self._questions.takeAt(0)) is not None:
            inner = item.layout()
            while inner is not None and (one := inner.takeAt(0)) is not None:
                widget = one.widget()
                if widget is not None:
                    widget.hide()
                    widget.deleteLater()
        self.let_go(list(self.answers.values()))
        self.answers = {}
        for question in learning_questions(stage):
            field = NoteField(self.appearance, question.words)
            self.answers[question.key] = field
            self.keep(field, partial(self._save_answer, question.key))
            part = QVBoxLayout()
            part.setSpacing(self.appearance.px(4))
            part.addWidget(WrappingLabel(self.appearance, question.words, tokens.SMALL, "text2"))
            part.addWidget(field)
            self._questions.addLayout(part)

    def _save_answer(self, key: str, text: str) -> None:
        self.services.guide.answer(self.rejection_id, Step.LEARN, key, text)

    def _save_lesson(self, text: str) -> None:
        # An empty lesson is taken away with its practice, so not before the field is left: whoever
        # empties it to write it anew keeps what was planned.
        self._emptied = not text.strip() and self.lesson.hasFocus()
        if self._stage is not None and not self._emptied:
            self.services.lessons.write(self.rejection_id, text, self._stage)

    def _drop_lesson(self) -> None:
        self._emptied = False
        if self._stage is not None:
            self.services.lessons.write(self.rejection_id, "", self._stage)

    def _on_lesson_left(self) -> None:
        if self._emptied:
            self.messages.done(self._drop_lesson)

    def _on_how_typed(self) -> None:
        if not self._waiting.isActive():
            self._waiting.start()

    def _save_how(self) -> None:
        lesson = self.services.lessons.of_rejection(self.rejection_id)
        text = " ".join(self.how.text().split())
        if lesson is None or text == lesson.practice:
            return
        day = lesson.practise_on or self.services.recording.today() + timedelta(days=1)
        self.services.lessons.practise_on(lesson.id, day if text else lesson.practise_on, text)

    def _on_how(self) -> None:
        self.messages.done(self._save_how)

    def _on_when(self, key: str) -> None:
        lesson = self.services.lessons.of_rejection(self.rejection_id)
        if lesson is None:
            return
        ahead = _DAYS.get(key)
        day = None if ahead is None else self.services.recording.today() + timedelta(days=ahead)
        plan = self.services.lessons.practise_on
        self.messages.done(lambda: plan(lesson.id, day, self.how.text()))

    def _on_private(self) -> None:
        self.action_asked.emit("private_page")


def _chip_of(day: date | None, today: date) -> str | None:
    if day is None:
        return "none"
    ahead = (day - today).days
    return next((key for key, days in _DAYS.items() if days == ahead), None)
