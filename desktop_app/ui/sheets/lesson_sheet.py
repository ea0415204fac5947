"""A lesson: its words, the stage that it fits, when to practise it next, and whether it helped."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.domain.errors import UpswingError
from desktop_app.domain.stages import Stage, after_stage, stage_label
from desktop_app.i18n import _, short_day
from desktop_app.services.lessons import LessonForm
from desktop_app.ui.widgets.chips import ChoiceRow
from desktop_app.ui.widgets.day_field import DayField
from desktop_app.ui.widgets.labels import labelled
from desktop_app.ui.widgets.note_field import NoteField
from desktop_app.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QShowEvent

    from desktop_app.domain.guide.records import Lesson
    from desktop_app.services.bundle import Services
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.theme import Appearance

_ANY = "any"
_NO_DAY, _OTHER = "none", "other"
_AHEAD = {"today": 0, "tomorrow": 1, "three": 3}
_HELPED = {"unsaid": None, "yes": True, "no": False}


class LessonSheet(Sheet):
    """Add a lesson, or change one; closing without saving keeps its words as a draft.

    Signals:
        lesson_saved: the lesson's id.
    """

    lesson_saved = Signal(int)

    def __init__(
        self,
        services: Services,
        messages: Messages,
        appearance: Appearance,
        parent: QWidget | None = None,
        lesson: Lesson | None = None,
        *,
        at_practice: bool = False,
    ) -> None:
        """Make the sheet.

        Args:
            services: the use cases.
            messages: where it says what was done.
            appearance: the look to follow.
            parent: the window that it belongs to.
            lesson: the lesson to change, None for a new one.
            at_practice: whether the person came to choose the day of the next practice.
        """
        title = _("Add a lesson") if lesson is None else _("Change this lesson")
        today = services.recording.today()
        lead = _("One sentence that you would tell yourself before the next one.")
        super().__init__(appearance, title, _origin(lesson, today) or lead, parent)
        self._services = services
        self._messages = messages
        self._lesson = lesson
        self._at_practice = at_practice
        self._today = today
        self._draft = f"lesson:{lesson.id}" if lesson else "lesson"
        self.text = NoteField(appearance, _("Lesson"), lines=(2, 8), esc_leaves=False)
        stages = [(one.value, stage_label(one)) for one in Stage if one is not Stage.OFFER]
        self.stage = ChoiceRow(appearance, [(_ANY, _("Any")), *stages], _("It fits"))
        self.when = ChoiceRow(
            appearance,
            [
                (_NO_DAY, _("No day")),
                ("today", _("Today")),
                ("tomorrow", _("Tomorrow")),
                ("three", _("In 3 days")),
                (_OTHER, _("Another day")),
            ],
            _("Practise it"),
        )
        self.day = DayField(appearance, _("Day of the practice"), None)
        self.how = QLineEdit()
        self.how.setAccessibleName(_("One thing to do then"))
        self.how.setPlaceholderText(_("Such as: aloud, 90 seconds"))
        self.how.setMaxLength(500)
        self.helped = ChoiceRow(
            appearance,
            [("unsaid", _("Not said")), ("yes", _("It helped")), ("no", _("It didn't help"))],
            _("Did it help?"),
        )
        self._build()
        self._show()
        self.when.choice_made.connect(self._on_when)
        self.how.returnPressed.connect(self.save)
        self.day.entered.connect(self.save)
        self.text.textChanged.connect(self._on_edited)
        self.text.note_edited.connect(self._keep_draft)
        self.text.document().documentLayout().documentSizeChanged.connect(self._on_grown)
        self.on_ctrl_enter(self.save)

    def save(self) -> None:
        """Save and close; where something can't be taken, say so and stay."""
        identity = self._lesson.id if self._lesson else None
        self.text.flush()  # now, so that nothing is told once the draft is dropped
        mark = self._services.upkeep.undo_mark
        try:
            saved = self._services.lessons.save(self._form(), identity)
            self._services.drafts.drop(self._draft)
        except UpswingError as error:
            self.say(str(error))
            self.text.setFocus()
            return
        self.accept()
        if self._services.upkeep.undo_mark != mark:
            self._messages.say(self._services.upkeep.undo_name or "", undo=True)
        self.lesson_saved.emit(saved)

    def reject(self) -> None:
        """Close without saving; words that are not saved are kept as a draft."""
        self._keep_draft(self.text.text)
        super().reject()

    def _keep_draft(self, text: str) -> None:
        former = self._lesson.text if self._lesson else ""
        kept = "" if text.strip() == former.strip() else text
        self._messages.done(lambda: self._services.drafts.keep(self._draft, kept))

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the words, or at the day of the practice."""
        super().showEvent(event)
        if self._at_practice:
            self.when.focus_first()
        else:
            self.text.setFocus()

    def _form(self) -> LessonForm:
        stage, when = self.stage.choice, self.when.choice
        day = self.day.day if when == _OTHER else None
        if when in _AHEAD:
            day = self._today + timedelta(days=_AHEAD[when])
        return LessonForm(
            self.text.text,
            None if stage in (None, _ANY) else Stage(stage),
            day,
            self.how.text() if when != _NO_DAY else "",
            _HELPED.get(self.helped.choice or ""),
        )

    def _build(self) -> None:
        px = self._appearance.px
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(16))
        column.addLayout(labelled(_("Lesson"), self.text, px(4)))
        column.addLayout(labelled(_("It fits before"), self.stage, px(6)))
        column.addLayout(labelled(_("Practise it"), self.when, px(6)))
        self._practice = QWidget()
        row = QHBoxLayout(self._practice)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(16))
        self.day.setFixedSize(px(152), px(tokens.HEIGHT_FIELD))
        self._day = QWidget()
        inside = labelled(_("Day"), self.day, px(4))
        inside.setContentsMargins(0, 0, 0, 0)
        self._day.setLayout(inside)
        row.addWidget(self._day)
        row.addLayout(labelled(_("One thing to do then"), self.how, px(4)), 1)
        column.addWidget(self._practice)
        self._helped = QWidget()
        helped = labelled(_("Did it help?"), self.helped, px(6))
        helped.setContentsMargins(0, 0, 0, 0)
        self._helped.setLayout(helped)
        column.addWidget(self._helped)
        column.addStretch(1)
        self.set_body(body)
        if self._lesson is not None:
            self.add_button(_("Delete"), self._delete, "quiet", left=True)
        self.add_button(_("Cancel"), self.reject)
        self.add_button(_("Save"), self.save, "primary").setToolTip(_("Ctrl+Enter"))

    def _show(self) -> None:
        lesson = self._lesson
        draft = self._services.drafts.get(self._draft)
        self.text.set_text(draft or (lesson.text if lesson else ""))
        self.stage.set_choice(lesson.stage.value if lesson and lesson.stage else _ANY)
        day = lesson.practise_on if lesson else None
        self.day.set_day(day or self._today + timedelta(days=7))
        self.when.set_choice(_chip_of(day, self._today))
        self.how.setText(lesson.practice if lesson else "")
        said = lesson.helped if lesson else None
        self.helped.set_choice(next(key for key, value in _HELPED.items() if value is said))
        self._helped.setVisible(lesson is not None)
        self._show_when()
        if draft:
            self.say(_("Your draft is here."))

    def _show_when(self) -> None:
        self._practice.setVisible(self.when.choice != _NO_DAY)
        self._day.setVisible(self.when.choice == _OTHER)

    def _delete(self) -> None:
        lesson = self._lesson
        self.text.flush()
        if lesson is not None and self._messages.done(
            lambda: self._services.lessons.delete(lesson.id)
        ):
            self._services.drafts.drop(self._draft)
            self.accept()
            self._messages.say(_("Lesson deleted"), undo=True)

    def _on_when(self, key: str) -> None:
        self._show_when()
        self.grow()
        if key == _OTHER:
            self.day.setFocus()

    def _on_edited(self) -> None:
        if self.sentence:
            self.say("")

    def _on_grown(self) -> None:
        self.grow()


def _origin(lesson: Lesson | None, today: date) -> str:
    if lesson is None or not lesson.employer:
        return ""
    stage = f" {after_stage(lesson.stage)}" if lesson.stage else ""
    day = f", {short_day(lesson.from_day, today)}" if lesson.from_day else ""
    return _("From {employer}{stage}{day}").format(
        employer=lesson.employer[:120], stage=stage, day=day
    )


def _chip_of(day: date | None, today: date) -> str:
    if day is None:
        return _NO_DAY
    ahead = max(0, (day - today).days)  # one that passed has rolled on to today
    return next((key for key, days in _AHEAD.items() if days == ahead), _OTHER)
