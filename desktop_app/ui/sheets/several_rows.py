"""One row of 'Several at once': employer, position, stage and way, with a word where it is bad."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.domain.application_state import named_alone, stage_of_no
from desktop_app.domain.stages import REJECTION_STAGES, Channel, Stage, channel_label, stage_label
from desktop_app.i18n import _
from desktop_app.ui.sheets.rejection_state import RejectionState
from desktop_app.ui.widgets.application_field import ApplicationField
from desktop_app.ui.widgets.buttons import IconButton
from desktop_app.ui.widgets.choice_box import ChoiceBox
from desktop_app.ui.widgets.labels import plain_label
from desktop_app.ui.widgets.wrapping_label import WrappingLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent

    from desktop_app.domain.entries import Application
    from desktop_app.ui.theme import Appearance

# What lists and mails put before a line.
_BULLET = re.compile(r"^\s*(?:[-*•–]|\d{1,3}[.)])\s+")
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LinesField(ApplicationField):
    """An employer's field that hands on what is pasted where it is several lines.

    Signals:
        lines_pasted: the lines, a list of text.
    """

    lines_pasted = Signal(list)

    def __init__(
        self, appearance: Appearance, applications: Sequence[Application], name: str
    ) -> None:
        super().__init__(appearance, name)
        self._waiting: Sequence[Application] | None = applications

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the applications at the first focus: most of many rows never need them."""
        super().focusInEvent(event)
        if self._waiting is not None:
            self.set_applications(self._waiting)
            self._waiting = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand on several lines, or edit."""
        if event.matches(QKeySequence.StandardKey.Paste) and self._hands_on():
            event.accept()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Let Paste of the menu do what Ctrl+V does."""
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in menu.actions():
            if action.objectName() == "edit-paste":
                action.triggered.disconnect()
                action.triggered.connect(self._on_paste)
        menu.popup(event.globalPos())

    def _on_paste(self) -> None:
        if not self._hands_on():
            self.paste()

    def _hands_on(self) -> bool:
        text = QGuiApplication.clipboard().text()
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) < 2:
            return False
        self.lines_pasted.emit(lines)
        return True


class RejectionRow(QWidget):
    """One rejection of several.

    Signals:
        edited: something was changed by the person.
        entered: Enter was pressed in it.
        moved: -1 or 1, the row that the person wants to be in, from here.
        removed: the person wants it gone.
        lines_pasted: several lines were pasted into it.
    """

    edited = Signal()
    entered = Signal()
    moved = Signal(int)
    removed = Signal()
    lines_pasted = Signal(list)

    def __init__(self, appearance: Appearance, applications: Sequence[Application]) -> None:
        super().__init__()
        self._open = applications
        self._picked: Application | None = None
        self._stage_said = False
        self._narrow = False
        self.number = plain_label("", "small", "text2")
        self.employer = LinesField(appearance, applications, "")
        self.position = QLineEdit()
        self.stage = ChoiceBox([(one.value, stage_label(one)) for one in REJECTION_STAGES], "")
        self.channel = ChoiceBox([(one.value, channel_label(one)) for one in Channel], "")
        self.remove = IconButton(appearance, "x", "", edge=32)
        self.fault = WrappingLabel(appearance, "", tokens.SMALL, "text")
        self.fault.hide()
        self._lay_out(appearance)
        self.show_state(RejectionState())
        self._connect()

    @property
    def empty(self) -> bool:
        """Whether neither employer nor position is written."""
        return not self.employer.text().strip() and not self.position.text().strip()

    def state(self) -> RejectionState:
        """Return what stands in the row."""
        picked, employer = self._picked, self.employer.text()
        kept = picked and (picked.employer, picked.position) == (employer, self.position.text())
        return RejectionState(
            employer=employer,
            position=self.position.text(),
            stage=Stage(self.stage.choice) if self._stage_said else None,
            channel=Channel(self.channel.choice),
            application_id=picked.id if picked and kept else None,
        )

    def show_state(self, state: RejectionState) -> None:
        """Show a state without telling anybody."""
        self._picked = next((one for one in self._open if one.id == state.application_id), None)
        self.employer.setText(state.employer)
        self.position.setText(state.position)
        self._stage_said = state.stage is not None
        self.stage.set_choice((state.stage or stage_of_no(self._picked)).value)
        self.channel.set_choice((state.channel or Channel.EMAIL).value)

    def adopt_known(self) -> None:
        """Take the one open application that employer and position name, if there is just one."""
        if self.state().application_id is not None:
            return
        known = named_alone(self._open, self.employer.text(), self.position.text())
        if known is not None:
            self._fill(known)

    def set_number(self, number: int) -> None:
        """Say which row it is, from 1."""
        self.number.setText(str(number))
        for field, words in (
            (self.employer, _("Employer, row {n}")),
            (self.position, _("Position, if you like, row {n}")),
            (self.stage, _("Stage reached, row {n}")),
            (self.channel, _("How it came, row {n}")),
            (self.remove, _("Take row {n} away")),
        ):
            field.setAccessibleName(words.format(n=number))
        self.remove.setToolTip(_("Take this row away"))

    def set_narrow(self, narrow: bool) -> None:
        """Put the choices below the names, or beside them."""
        ways = QBoxLayout.Direction
        self._line.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)

    def say(self, sentence: str) -> None:
        """Show a sentence below the row; "" takes it away."""
        self.fault.setText(sentence)
        self.fault.setVisible(bool(sentence))
        self.employer.setAccessibleDescription(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter go on to the next row, Up and Down to those above and below."""
        key = event.key()
        if key in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.entered.emit()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _lay_out(self, appearance: Appearance) -> None:
        px = appearance.px
        self.number.setMinimumWidth(px(24))
        self.employer.setPlaceholderText(_("Employer"))
        self.position.setPlaceholderText(_("Position"))
        for field in (self.employer, self.position):
            field.setMinimumWidth(px(112))
        names, choices = QHBoxLayout(), QHBoxLayout()
        for part in (names, choices):
            part.setSpacing(px(8))
        names.addWidget(self.employer, 4)
        names.addWidget(self.position, 3)
        choices.addWidget(self.stage)
        choices.addWidget(self.channel)
        choices.addWidget(self.remove)
        choices.addStretch(0)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setSpacing(px(8))
        self._line.addLayout(names, 1)
        self._line.addLayout(choices)
        inner = QVBoxLayout()
        inner.setSpacing(px(4))
        inner.addLayout(self._line)
        inner.addWidget(self.fault)
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        self.number.setFixedHeight(px(tokens.HEIGHT_FIELD))
        outer.addLayout(inner, 1)

    def _connect(self) -> None:
        self.employer.application_chosen.connect(self._on_application_chosen)
        self.employer.lines_pasted.connect(self.lines_pasted)
        self.employer.editingFinished.connect(self.adopt_known)
        self.position.editingFinished.connect(self.adopt_known)
        self.employer.textEdited.connect(self._on_edited)
        self.position.textEdited.connect(self._on_edited)
        self.stage.choice_made.connect(self._on_stage_chosen)
        self.channel.choice_made.connect(self._on_edited)
        self.remove.clicked.connect(self.removed)

    def _fill(self, application: Application) -> None:
        self._picked = application
        self.employer.setText(application.employer)
        self.position.setText(application.position)
        if not self._stage_said:
            self.stage.set_choice(stage_of_no(self._picked).value)

    def _on_application_chosen(self, application: Application) -> None:
        self._fill(application)
        self._on_edited()

    def _on_stage_chosen(self, _key: str) -> None:
        self._stage_said = True
        self._on_edited()

    def _on_edited(self, _what: str = "") -> None:
        self.say("")
        self.edited.emit()


def names_in(line: str) -> tuple[str, str]:
    """Return employer and position of a pasted line; a tab or a semicolon stands between."""
    parts = re.split(r"[\t;]", _BULLET.sub("", line))
    employer = " ".join(parts[0].split())
    position = " ".join(parts[1].split()) if len(parts) > 1 else ""
    return employer, position
