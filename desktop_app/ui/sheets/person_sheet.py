"""Somebody behind an application: added or changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop_app.domain.applications import Person
from desktop_app.domain.errors import UpswingError
from desktop_app.i18n import _
from desktop_app.ui.widgets.labels import labelled
from desktop_app.ui.widgets.note_field import NoteField
from desktop_app.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from desktop_app.domain.entries import Application
    from desktop_app.services.bundle import Services
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.theme import Appearance


class PersonSheet(Sheet):
    """Add a person to an application, or change one.

    Signals:
        person_saved: the application's id.
    """

    person_saved = Signal(int)

    def __init__(
        self,
        services: Services,
        messages: Messages,
        appearance: Appearance,
        application: Application,
        parent: QWidget | None = None,
        person: Person | None = None,
    ) -> None:
        """Make the sheet.

        Args:
            services: the use cases.
            messages: where it says what was done.
            appearance: the look to follow.
            application: the application that they stand behind.
            parent: the window that it belongs to.
            person: the one to change, None for a new one.
        """
        title = _("Add a person") if person is None else _("Change this person")
        super().__init__(appearance, title, application.title[:200], parent, width=480)
        self._services = services
        self._messages = messages
        self._application = application
        self._person = person
        self.lines = {
            "name": _line(_("Name")),
            "role": _line(_("Role, if you like")),
            "email": _line(_("Email, if you like")),
            "phone": _line(_("Phone, if you like")),
        }
        self.note = NoteField(appearance, _("Note"))
        self._build()
        if person is not None:
            for name, line in self.lines.items():
                line.setText(getattr(person, name))
            self.note.set_text(person.note)
        for line in self.lines.values():
            line.returnPressed.connect(self.save)
            line.textEdited.connect(self._on_edited)
        self.note.textChanged.connect(self._on_edited)
        self.note.document().documentLayout().documentSizeChanged.connect(self._on_grown)
        self.on_ctrl_enter(self.save)

    def save(self) -> None:
        """Save and close; where something can't be taken, say so and stay."""
        text = {name: line.text() for name, line in self.lines.items()}
        person = Person(text["name"], text["role"], text["email"], text["phone"], self.note.text)
        people = self._services.people
        try:
            if self._person is None:
                people.add(self._application.id, person)
            else:
                people.change(self._person.id, person)
        except UpswingError as error:
            self.say(str(error))
            name = "name" if not person.name.strip() else "email"
            self.lines[name].setFocus()
            return
        self.accept()
        done = _("Person added") if self._person is None else _("Person changed")
        self._messages.say(done, undo=True)
        self.person_saved.emit(self._application.id)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the name."""
        super().showEvent(event)
        self.lines["name"].setFocus()

    def _take_away(self) -> None:
        person = self._person
        if person is not None and self._messages.done(
            lambda: self._services.people.take_away(self._application.id, person.id)
        ):
            self.accept()
            self._messages.say(_("Person taken away"), undo=True)
            self.person_saved.emit(self._application.id)

    def _build(self) -> None:
        px = self._appearance.px
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        for line in self.lines.values():
            column.addLayout(labelled(line.accessibleName(), line, px(4)))
        column.addLayout(labelled(_("Note"), self.note, px(4)))
        column.addStretch(1)
        self.set_body(body)
        if self._person is not None:
            self.add_button(_("Take away"), self._take_away, "quiet", left=True)
        self.add_button(_("Cancel"), self.reject)
        self.add_button(_("Save"), self.save, "primary").setToolTip(_("Ctrl+Enter"))

    def _on_edited(self) -> None:
        if self.sentence:
            self.say("")

    def _on_grown(self) -> None:
        self.grow()


def _line(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    return field
