"""The fields of the rejection sheet, from the employer to the mood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.domain.application_state import named_alone, stage_of_no
from desktop_app.domain.stages import (
    REJECTION_STAGES,
    Channel,
    Stage,
    channel_label,
    stage_label,
)
from desktop_app.i18n import _
from desktop_app.ui.sheets.rejection_state import RejectionState
from desktop_app.ui.widgets.application_field import ApplicationField
from desktop_app.ui.widgets.chips import ChoiceRow
from desktop_app.ui.widgets.day_field import DayField
from desktop_app.ui.widgets.labels import labelled
from desktop_app.ui.widgets.mood_scale import FaceForm, MoodScale
from desktop_app.ui.widgets.note_field import NoteField

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop_app.domain.entries import Application
    from desktop_app.ui.theme import Appearance


class RejectionFields(QWidget):
    """Everything that can be said of a rejection.

    Signals:
        edited: something was changed by the person.
        entered: Enter was pressed in a field of one line.
        grown: the fields may need more height or less.
    """

    edited = Signal()
    entered = Signal()
    grown = Signal()

    def __init__(
        self,
        appearance: Appearance,
        applications: Sequence[Application],
        latest: date,
        day_may_be_unknown: bool,
        parent: QWidget | None = None,
    ) -> None:
        """Make empty fields.

        Args:
            appearance: the look to follow.
            applications: those that are offered.
            latest: the last day that may be chosen.
            day_may_be_unknown: whether 'no day' can be shown.
            parent: the widget that holds it.
        """
        super().__init__(parent)
        self._open = list(applications)
        self._picked: Application | None = None
        self._stage_said = False
        self.employer = ApplicationField(appearance, _("Employer"))
        self.employer.set_applications(self._open)
        self.position = QLineEdit()
        self.position.setAccessibleName(_("Position, if you like"))
        self.day = DayField(appearance, _("Day"), latest, may_be_unknown=day_may_be_unknown)
        self.stage = ChoiceRow(
            appearance,
            [(stage.value, stage_label(stage)) for stage in REJECTION_STAGES],
            _("Stage reached"),
        )
        self.channel = ChoiceRow(
            appearance,
            [(channel.value, channel_label(channel)) for channel in Channel],
            _("How it came"),
        )
        self.reason = NoteField(appearance, _("The reason given, if any"))
        self.mood = MoodScale(appearance, form=FaceForm.DISC, key_caps=False)
        self._lay_out(appearance)
        self._connect()

    def state(self) -> RejectionState:
        """Return what stands in the fields."""
        picked, text = self._picked, self.employer.text()
        kept = picked and (picked.employer, picked.position) == (text, self.position.text())
        return RejectionState(
            employer=text,
            position=self.position.text(),
            day=self.day.day,
            stage=Stage(self.stage.choice) if self._stage_said and self.stage.choice else None,
            channel=Channel(self.channel.choice) if self.channel.choice else None,
            reason=self.reason.text,
            mood=self.mood.mood,
            application_id=picked.id if picked and kept else None,
        )

    def show_state(self, state: RejectionState) -> None:
        """Show a state without telling anybody."""
        self._picked = next((one for one in self._open if one.id == state.application_id), None)
        self.employer.setText(state.employer)
        self.position.setText(state.position)
        self.day.set_day(state.day)
        self._stage_said = state.stage is not None
        self.stage.set_choice((state.stage or stage_of_no(self._picked)).value)
        self.channel.set_choice(state.channel.value if state.channel else None)
        self.reason.set_text(state.reason)
        self.mood.set_mood(state.mood)
        self.grown.emit()

    def adopt_known(self) -> None:
        """Take the one open application that employer and position name, if there is just one."""
        if self.state().application_id is not None:
            return
        known = named_alone(self._open, self.employer.text(), self.position.text())
        if known is not None:
            self._fill(known)

    def focus(self, name: str) -> None:
        """Give the focus to a field: ``employer``, ``position``, ``day`` or ``reason``."""
        field: QWidget = getattr(self, name)
        field.setFocus()
        if isinstance(field, QLineEdit):
            field.selectAll()

    def _fill(self, application: Application) -> None:
        self._picked = application
        self.employer.setText(application.employer)
        self.position.setText(application.position)
        if not self._stage_said:
            self.stage.set_choice(stage_of_no(self._picked).value)

    def _lay_out(self, appearance: Appearance) -> None:
        px = appearance.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(16))
        column.addLayout(labelled(_("Employer"), self.employer, px(4)))
        pair = QHBoxLayout()
        pair.setSpacing(px(16))
        self.day.setFixedSize(px(152), px(tokens.HEIGHT_FIELD))
        pair.addLayout(labelled(_("Position, if you like"), self.position, px(4)), 1)
        pair.addLayout(labelled(_("Day"), self.day, px(4)))
        column.addLayout(pair)
        column.addLayout(labelled(_("Stage reached"), self.stage, px(6)))
        column.addLayout(labelled(_("How it came"), self.channel, px(6)))
        column.addLayout(labelled(_("The reason given, if any"), self.reason, px(4)))
        self.mood.setMaximumWidth(px(360))
        column.addLayout(labelled(_("Your mood now, if you like"), self.mood, px(6)))
        column.addStretch(1)

    def _connect(self) -> None:
        self.employer.application_chosen.connect(self._on_application_chosen)
        self.employer.editingFinished.connect(self._on_name_finished)
        self.position.editingFinished.connect(self._on_name_finished)
        self.stage.choice_made.connect(self._on_stage_chosen)
        for signal in (
            self.employer.textEdited,
            self.position.textEdited,
            self.day.day_picked,
            self.channel.choice_made,
            self.reason.textChanged,
            self.mood.mood_chosen,
            self.mood.mood_cleared,
        ):
            signal.connect(self._on_edited)
        self.reason.document().documentLayout().documentSizeChanged.connect(self._on_reason_grown)
        self.employer.returnPressed.connect(self.entered)
        self.position.returnPressed.connect(self.entered)
        self.day.entered.connect(self.entered)

    def _on_application_chosen(self, application: Application) -> None:
        self._fill(application)
        self.edited.emit()

    def _on_name_finished(self) -> None:
        self.adopt_known()

    def _on_stage_chosen(self, _key: str) -> None:
        self._stage_said = True
        self.edited.emit()

    def _on_edited(self) -> None:
        self.edited.emit()

    def _on_reason_grown(self) -> None:
        self.grown.emit()
