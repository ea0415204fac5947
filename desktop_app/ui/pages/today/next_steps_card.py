"""Next steps: what is due in one list, a line to add one, ticked and taken away by key."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.domain.due import DueKind
from desktop_app.i18n import _, ngettext
from desktop_app.ui.widgets.buttons import Button, IconButton
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.key_cap import KeyCap
from desktop_app.ui.widgets.labels import plain_label
from desktop_app.ui.widgets.scroll_page import reveal
from desktop_app.ui.widgets.wrapping_label import WrappingLabel

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QKeyEvent

    from desktop_app.domain.due import Due
    from desktop_app.services.bundle import Services
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.theme import Appearance
    from desktop_app.ui.widgets.step_row import StepRow

DRAFT_MS = 500
FEW = 4
_DRAFT = "next_step"


class NextStepsCard(Card):
    """What is due on the day shown, what was done of it, and a line to add a step.

    Signals:
        record_asked: the page and the id of a record that a line stands for.
        left: the person is done with the list.
    """

    record_asked = Signal(str, int)
    left = Signal()

    def __init__(
        self,
        services: Services,
        messages: Messages,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        self._add = IconButton(appearance, "plus", _("Add a next step"))
        super().__init__(appearance, _("Next steps"), parent=parent)
        self._key = KeyCap(appearance, "S")
        self._key.setProperty("action", "next_steps")
        self.add_right(self._key)
        self.add_right(self._add)
        self._services = services
        self._messages = messages
        self._appearance = appearance
        self._day: date = services.days.today()
        self._shown: list[Due] | None = None
        self._steps: list[StepRow] = []
        self._all = False
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
        """Show what is due on a day."""
        if day != self._day:
            self._all = False
        self._day = day
        steps = self._services.due_steps.on(day)
        if steps == self._shown:
            return
        focused = next((n for n, row in enumerate(self._steps) if row.has_focus()), None)
        self._shown = steps
        self._clear()
        self._add_rows(steps)
        self._nothing.setVisible(not steps)
        self._key.setVisible(bool(steps))
        if focused is not None:
            self._focus(focused)

    def enter(self) -> None:
        """Bring the focus into the list, or to the line for a new step where it is empty."""
        if self._steps:
            ready = next((n for n, due in enumerate(self._shown or ()) if not due.done), 0)
            self._focus(ready)
            reveal(self._steps[min(ready, len(self._steps) - 1)])
        else:
            self.begin_line()

    def _clear(self) -> None:
        self._steps = []
        while self._rows.count():
            item = self._rows.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _add_rows(self, steps: list[Due]) -> None:
        if not steps:
            return
        from desktop_app.ui.pages.today.due_words import due_words, opens_words, removes_words
        from desktop_app.ui.widgets.step_row import StepRow  # late: most starts show none

        few = FEW if len(steps) > FEW + 1 else len(steps)  # 'one more' takes as much room as it
        shown = steps if self._all else steps[:few]
        for place, due in enumerate(shown):
            row = StepRow(
                self._appearance,
                due.text,
                due.cue,
                due_words(due, self._day),
                done=due.done,
                ahead=due.ahead,
                removes=removes_words(due),
                opens=opens_words(due),
            )
            row.setProperty("place", place)
            row.ticked.connect(self._on_ticked)
            row.deleted.connect(self._on_deleted)
            row.opened.connect(self._on_opened)
            row.moved.connect(self._on_moved)
            row.left.connect(self.left)
            self._steps.append(row)
            self._rows.addWidget(row)
        if len(steps) > few:
            rest = len(steps) - few
            words = _("Fewer") if self._all else ngettext("{n} more", "{n} more", rest)
            more = Button(self._appearance, words.format(n=rest), "link", small=True)
            more.clicked.connect(self._on_more)
            self._rows.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def _focus(self, place: int) -> None:
        """Focus a row, the last one where there are fewer; the page where there is none."""
        if self._steps:
            self._steps[max(0, min(place, len(self._steps) - 1))].take_focus()
        else:
            self.left.emit()

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

    def _due(self) -> tuple[int, Due] | None:
        """Return the place of the row that tells something, and what it stands for."""
        sender = self.sender()
        place = sender.property("place") if sender is not None else None
        steps = self._shown or []
        return (place, steps[place]) if place is not None and place < len(steps) else None

    def _on_ticked(self, done: bool) -> None:
        found = self._due()
        if found is None:
            return
        due = found[1]
        if self._messages.done(lambda: self._services.due_steps.tick(due, self._day, done)):
            self._messages.say(_said(due, done), undo=True)
        else:
            self._shown = None  # the circle must show again what holds
            self.show_day(self._day)

    def _on_deleted(self) -> None:
        found = self._due()
        if found is None:
            return
        due = found[1]
        if self._messages.done(lambda: self._services.due_steps.remove(due)):
            self._messages.say(self._services.upkeep.undo_name or "", undo=True)

    def _on_opened(self) -> None:
        found = self._due()
        if found is not None and found[1].opens is not None:
            self.record_asked.emit(*found[1].opens)

    def _on_moved(self, step: int) -> None:
        found = self._due()
        if found is not None:
            self._focus(found[0] + step)

    def _on_more(self) -> None:
        self._all = not self._all
        self._shown = None
        self.show_day(self._day)
        self._focus(FEW if self._all else 0)


def _said(due: Due, done: bool) -> str:
    if not done:
        return _("Next step open again")
    return {
        DueKind.PRACTICE: _("Practised"),
        DueKind.ASK: _("Asked. That is the step that counts."),
        DueKind.REMIND: _("Reminder noted"),
        DueKind.STAGE: _("It took place"),
    }.get(due.kind, _("Next step done"))


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
