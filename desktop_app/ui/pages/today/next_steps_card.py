"""Next steps: add one line, tick it, delete it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.i18n import _, short_day
from desktop_app.ui.widgets.buttons import IconButton
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.labels import plain_label
from desktop_app.ui.widgets.wrapping_label import WrappingLabel

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QKeyEvent

    from desktop_app.domain.entries import NextStep
    from desktop_app.services.bundle import Services
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.theme import Appearance

DRAFT_MS = 500
_DRAFT = "next_step"


class NextStepsCard(Card):
    """The steps open on the day shown, those done on it, and a line to add one."""

    def __init__(
        self,
        services: Services,
        messages: Messages,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        self._add = IconButton(appearance, "plus", _("Add a next step"))
        super().__init__(appearance, _("Next steps"), self._add, parent)
        self._services = services
        self._messages = messages
        self._appearance = appearance
        self._day: date = services.days.today()
        self._shown: list[NextStep] | None = None
        self._line = _StepLine()
        self._line.setPlaceholderText(_("One step, or: If …, then …"))
        self._line.setAccessibleName(_("A next step"))
        self._line.setMaxLength(500)
        self._line.hide()
        self._nothing = _Nothing(appearance)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(appearance.px(8))
        self.body.setSpacing(appearance.px(8))
        self.body.addWidget(self._line)
        self.body.addWidget(self._nothing)
        self.body.addLayout(self._rows)
        self._add.clicked.connect(self.begin_line)
        self._autosave = QTimer(self)
        self._autosave.setSingleShot(True)
        self._autosave.setInterval(DRAFT_MS)
        self._autosave.timeout.connect(self._on_autosave)
        self._line.textEdited.connect(self._on_line_edited)
        self._line.returnPressed.connect(self._on_line_entered)
        self._line.left.connect(self._on_line_left)

    def show_day(self, day: date) -> None:
        """Show the steps of a day."""
        self._day = day
        steps = self._services.next_steps.on(day)
        if steps == self._shown:
            return
        self._shown = steps
        while self._rows.count():
            item = self._rows.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if steps:
            self._add_rows(steps, day)
        self._nothing.setVisible(not steps)

    def _add_rows(self, steps: list[NextStep], day: date) -> None:
        from desktop_app.ui.widgets.step_row import StepRow  # late: most starts show none

        for step in steps:
            due = "" if step.due is None else _due(step.due, day)
            row = StepRow(self._appearance, step.text, step.cue, due, done=step.done is not None)
            row.setProperty("step_id", step.id)
            row.ticked.connect(self._on_ticked)
            row.deleted.connect(self._on_deleted)
            self._rows.addWidget(row)

    def begin_line(self) -> None:
        """Open the line for a new step, with what was typed into it before."""
        if not self._line.isVisible():
            self._line.setText(self._services.drafts.get(_DRAFT))
            self._line.show()
        # No other reason: it would select all, and the next key would replace the draft.
        self._line.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Keep what was typed and not yet added."""
        if self._line.isVisible():
            self._services.drafts.keep(_DRAFT, self._line.text())

    def _on_line_edited(self) -> None:
        if not self._autosave.isActive():
            self._autosave.start()

    def _on_autosave(self) -> None:
        if not self._line.isHidden():
            self._messages.attempt(self.flush)

    def _on_line_entered(self) -> None:
        text = self._line.text()
        if not text.strip():
            self._on_line_left()
            return
        if self._messages.done(lambda: self._services.next_steps.add(text)):
            self._line.clear()
            self._messages.done(lambda: self._services.drafts.drop(_DRAFT))
            self._line.hide()
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)
            self._messages.say(_("Next step added"), undo=True)

    def _on_line_left(self) -> None:
        self._messages.attempt(lambda: self._services.drafts.keep(_DRAFT, self._line.text()))
        self._line.hide()
        self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_ticked(self, done: bool) -> None:
        identity = int(self.sender().property("step_id"))
        day = self._day if done else None
        words = _("Next step done") if done else _("Next step open again")
        if self._messages.done(lambda: self._services.next_steps.tick(identity, day)):
            self._messages.say(words, undo=True)
        else:
            self._shown = None  # the circle must show again what holds
            self.show_day(self._day)

    def _on_deleted(self) -> None:
        identity = int(self.sender().property("step_id"))
        if self._messages.done(lambda: self._services.next_steps.delete(identity)):
            self._messages.say(_("Next step deleted"), undo=True)


def _due(due: date, day: date) -> str:
    away = (due - day).days
    if away == 0:
        return _("Due today")
    if away == 1:
        return _("Tomorrow")
    return _("Due {day}").format(day=short_day(due, day))


class _StepLine(QLineEdit):
    """The line for a new step; Esc leaves it."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class _Nothing(QWidget):
    """What stands there while no step does: an example that fits in one line."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(appearance.px(8))
        column.addWidget(
            plain_label(_("Nothing is due. A plan fits in one line:"), "small", "text2", wrap=True)
        )
        notice = QFrame()
        notice.setProperty("role", "notice")
        row = QHBoxLayout(notice)
        px = appearance.px
        row.setContentsMargins(px(12), px(8), px(12), px(8))
        row.addWidget(
            WrappingLabel(
                appearance, _("If it is 9:30, then I open one posting."), tokens.SMALL, "text"
            ),
            1,
        )
        column.addWidget(notice)
