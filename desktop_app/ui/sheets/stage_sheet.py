"""A stage of an application: planned for a day ahead, or one that it reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.domain.errors import UpswingError
from desktop_app.domain.stages import Stage, stage_label
from desktop_app.domain.times import read_time
from desktop_app.i18n import _
from desktop_app.services.application_stages import StageForm
from desktop_app.ui.widgets.chips import ChoiceRow
from desktop_app.ui.widgets.day_field import DayField
from desktop_app.ui.widgets.labels import labelled
from desktop_app.ui.widgets.note_field import NoteField
from desktop_app.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from desktop_app.domain.entries import Application, StageEvent
    from desktop_app.services.bundle import Services
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.theme import Appearance

_PLANNED, _PAST = "planned", "past"


class StageSheet(Sheet):
    """Plan a stage, add one that was reached, or change one.

    Signals:
        stage_saved: the application's id.
    """

    stage_saved = Signal(int)

    def __init__(
        self,
        services: Services,
        messages: Messages,
        appearance: Appearance,
        application: Application,
        parent: QWidget | None = None,
        event: StageEvent | None = None,
    ) -> None:
        """Make the sheet.

        Args:
            services: the use cases.
            messages: where it says what was done.
            appearance: the look to follow.
            application: the application.
            parent: the window that it belongs to.
            event: the stage to change, None for a new one.
        """
        title = _("Add a stage") if event is None else _("Change this stage")
        super().__init__(appearance, title, application.title[:200], parent, width=480)
        self._services = services
        self._messages = messages
        self._application = application
        self._event = event
        self._today = services.recording.today()
        latest = max(self._today, services.recording.now().date())
        past = event is not None and not event.planned
        self.stage = ChoiceRow(
            appearance,
            [(one.value, stage_label(one)) for one in Stage if one is not Stage.APPLICATION],
            _("Stage"),
        )
        unknown = event is not None and event.day is None
        self.day = DayField(appearance, _("Day"), latest if past else None, may_be_unknown=unknown)
        self.time = QLineEdit()
        self.time.setAccessibleName(_("Time, if you like"))
        self.time.setPlaceholderText(_("14:30"))
        self.time.setMaxLength(20)
        self.when = ChoiceRow(
            appearance,
            [(_PLANNED, _("It is planned")), (_PAST, _("It took place"))],
            _("Planned or past"),
        )
        self.note = NoteField(appearance, _("Note"))
        self._build()
        self._show()
        self.day.day_picked.connect(self._on_day_picked)
        for entered in (self.day.entered, self.time.returnPressed):
            entered.connect(self.save)
        for edited in (self.stage.choice_made, self.time.textEdited, self.note.textChanged):
            edited.connect(self._on_edited)
        self.note.document().documentLayout().documentSizeChanged.connect(self._on_grown)
        self.on_ctrl_enter(self.save)

    def save(self) -> None:
        """Save and close; where something can't be taken, say so and stay."""
        try:
            form = StageForm(
                Stage(self.stage.choice or Stage.INTERVIEW),
                self.day.day,
                read_time(self.time.text()),
                self.note.text,
            )
        except UpswingError as error:
            self.say(str(error))
            self.time.setFocus()
            return
        mark = self._services.upkeep.undo_mark
        try:
            self._store(form)
        except UpswingError as error:
            self.say(str(error))
            self.day.setFocus()
            return
        self.accept()
        if self._services.upkeep.undo_mark != mark:
            self._messages.say(self._services.upkeep.undo_name or "", undo=True)
        self.stage_saved.emit(self._application.id)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the stage."""
        super().showEvent(event)
        self.stage.focus_first()

    @property
    def planned(self) -> bool:
        """Whether what is entered is a plan."""
        if self._event is not None:
            return self._event.planned
        day = self.day.day or self._today
        return day > self._today or (day == self._today and self.when.choice == _PLANNED)

    def _store(self, form: StageForm) -> None:
        stages = self._services.stages
        if self._event is not None:
            stages.change(self._event.id, form)
        elif self.planned:
            stages.plan(self._application.id, form)
        else:
            stages.reach(self._application.id, form)

    def _delete(self) -> None:
        event = self._event
        if event is not None and self._messages.done(
            lambda: self._services.stages.delete(event.id)
        ):
            self.accept()
            self._messages.say(_("Stage deleted"), undo=True)
            self.stage_saved.emit(self._application.id)

    def _build(self) -> None:
        px = self._appearance.px
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(16))
        column.addLayout(labelled(_("Stage"), self.stage, px(6)))
        row = QHBoxLayout()
        row.setSpacing(px(16))
        self.day.setFixedSize(px(152), px(tokens.HEIGHT_FIELD))
        self.time.setFixedSize(px(120), px(tokens.HEIGHT_FIELD))
        row.addLayout(labelled(_("Day"), self.day, px(4)))
        row.addLayout(labelled(_("Time, if you like"), self.time, px(4)))
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(self.when)
        column.addLayout(labelled(_("Note, such as whom you meet"), self.note, px(4)))
        column.addStretch(1)
        self.set_body(body)
        if self._event is not None:
            self.add_button(_("Delete"), self._delete, "quiet", left=True)
        self.add_button(_("Cancel"), self.reject)
        self.add_button(_("Save"), self.save, "primary").setToolTip(_("Ctrl+Enter"))

    def _show(self) -> None:
        event = self._event
        self.when.set_choice(_PLANNED)
        if event is None:
            reached = list(Stage)[min(self._application.stage.order + 1, len(Stage) - 1)]
            self.stage.set_choice(reached.value)
            self.day.set_day(self._today)
        else:
            self.stage.set_choice(event.stage.value)
            self.day.set_day(event.day)
            self.time.setText(f"{event.at:%H:%M}" if event.at else "")
            self.note.set_text(event.note)
        self._show_when()

    def _show_when(self) -> None:
        self.when.setVisible(self._event is None and self.day.day == self._today)

    def _on_day_picked(self) -> None:
        self._show_when()
        self._on_edited()

    def _on_edited(self) -> None:
        if self.sentence:
            self.say("")

    def _on_grown(self) -> None:
        self.grow()
