"""What the views of all four steps have in common: two columns, and one no to work on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.domain.text import without_controls

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.domain.guide.steps import Step
    from desktop_app.services.bundle import Services
    from desktop_app.services.guide import Case
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.theme import Appearance
    from desktop_app.ui.widgets.note_field import NoteField

_WIDEST = (1 << 24) - 1  # Qt's QWIDGETSIZE_MAX, which PySide keeps to itself


class StepView(QWidget):
    """The view of one step: a main column and a narrower one beside or below it.

    Signals:
        action_asked: the name of an action of the window that the person wants done.
    """

    action_asked = Signal(str)
    step: Step

    def __init__(
        self,
        services: Services,
        messages: Messages,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.services = services
        self.messages = messages
        self.appearance = appearance
        self.rejection_id = 0
        self._fields: list[tuple[NoteField, Callable[[str], None]]] = []
        px = appearance.px
        self.main = QVBoxLayout()
        self.main.setSpacing(px(tokens.GAP_ROWS))
        self.side = QWidget()
        self.beside = QVBoxLayout(self.side)
        self.beside.setContentsMargins(0, 0, 0, 0)
        self.beside.setSpacing(px(tokens.GAP_ROWS))
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(px(tokens.GAP_COLUMNS))
        self._both.addLayout(self.main, 1)
        self._both.addWidget(self.side)
        self.set_narrow(False)

    def show_case(self, case: Case) -> None:
        """Show a no; fields that the person is writing in keep their words."""
        raise NotImplementedError

    def set_narrow(self, narrow: bool) -> None:
        """Stand in one column, or in two."""
        ways = QBoxLayout.Direction
        self._both.setDirection(ways.TopToBottom if narrow else ways.LeftToRight)
        width = self.appearance.px(tokens.SIDE_COLUMN)
        self.side.setMinimumWidth(0 if narrow else width)
        self.side.setMaximumWidth(_WIDEST if narrow else width)

    def can(self, name: str) -> bool:
        """Return whether an action of the guide can be done on this step now."""
        return False

    def run(self, name: str) -> bool:
        """Do an action of the guide that belongs to this step; return whether it was one."""
        return False

    def leaving(self) -> None:
        """Do what finishing the step brings with it, as the person goes on."""

    def first_field(self) -> QWidget | None:
        """Return where the focus goes as the step opens."""
        return None

    def flush(self) -> None:
        """Save what was typed and is not yet saved.

        Raises:
            UpswingError: it could not be saved; it is still in its field.
        """
        for field, save in self._fields:
            if field.text != str(field.property("saved") or ""):
                self._save(field, save)

    def keep(self, field: NoteField, save: Callable[[str], None]) -> None:
        """Let a field save itself as it is typed in.

        Args:
            field: the field.
            save: takes its text; it may raise UpswingError.
        """
        self._fields.append((field, save))
        field.note_edited.connect(lambda _text: self._on_edited(field, save))
        field.left.connect(self.services.upkeep.seal_step)

    def fill(self, field: NoteField, text: str) -> None:
        """Show what is saved of a field; words that are not saved yet stay."""
        if field.text == str(field.property("saved") or ""):
            field.set_text(text)
            field.setProperty("saved", text)

    def let_go(self, fields: list[NoteField]) -> None:
        """Keep these fields no longer."""
        self._fields = [one for one in self._fields if one[0] not in fields]

    def forget(self) -> None:
        """Empty the fields, before another no is shown."""
        for field, _save in self._fields:
            field.set_text("")
            field.setProperty("saved", "")

    def _on_edited(self, field: NoteField, save: Callable[[str], None]) -> None:
        if self.rejection_id:
            self.messages.done(lambda: self._save(field, save))

    def _save(self, field: NoteField, save: Callable[[str], None]) -> None:
        text = field.text
        save(without_controls(text))
        field.setProperty("saved", text)
