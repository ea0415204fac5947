"""The fields of the application sheet: employer, position, day, and what else is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.i18n import _
from desktop_app.ui.sheets.application_state import ApplicationState
from desktop_app.ui.widgets.completing_field import CompletingField
from desktop_app.ui.widgets.day_field import DayField
from desktop_app.ui.widgets.fold import Fold
from desktop_app.ui.widgets.known_lines import KnownLines
from desktop_app.ui.widgets.labels import labelled, plain_label
from desktop_app.ui.widgets.note_field import NoteField

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop_app.domain.entries import Application
    from desktop_app.ui.theme import Appearance


class ApplicationFields(QWidget):
    """Everything that can be said of an application.

    Signals:
        edited: something was changed by the person.
        named: employer or position were changed by the person.
        entered: Enter was pressed in a field of one line.
        grown: the fields may need more height or less.
    """

    edited = Signal()
    named = Signal()
    entered = Signal()
    grown = Signal()

    def __init__(
        self,
        appearance: Appearance,
        applications: Sequence[Application],
        latest: date,
        *,
        new: bool,
        day_may_be_unknown: bool,
        parent: QWidget | None = None,
    ) -> None:
        """Make empty fields.

        Args:
            appearance: the look to follow.
            applications: all that the journal knows, whose names are offered.
            latest: the last day that may be chosen.
            new: whether it is a new application, for which only the first fields are in sight.
            day_may_be_unknown: whether 'no day' can be shown.
            parent: the widget that holds it.
        """
        super().__init__(parent)
        self._appearance = appearance
        self._logged: bool | None = None
        self.employer = CompletingField(appearance, _("Employer"))
        self.employer.set_names(one.employer for one in applications)
        self.known = KnownLines(appearance, _("Did you apply here already?"))
        self.position = CompletingField(appearance, _("Position, if you like"))
        self.position.set_names(one.position for one in applications)
        self.day = DayField(appearance, _("Day sent"), latest, may_be_unknown=day_may_be_unknown)
        self.logged = QCheckBox()
        self.logged.setAccessibleName("")
        self.source = CompletingField(appearance, _("Where you found it"))
        self.source.set_names(one.source for one in applications)
        self.location = _line(_("Location"))
        self.link = _line(_("Link"))
        self.reference = _line(_("Reference"))
        self.person = _line(_("Person"))
        self.email = _line(_("Their email"))
        self.note = NoteField(appearance, _("Note"))
        self.address = NoteField(appearance, _("Employer's address"))
        self.web = _line(_("Employer's website"))
        self._lay_out()
        self._more = self._make_more(new=new)
        self._column.addWidget(self._more)
        self._column.addStretch(1)
        self._connect()
        self.show_logged(0)

    def state(self) -> ApplicationState:
        """Return what stands in the fields."""
        return ApplicationState(
            employer=self.employer.text(),
            position=self.position.text(),
            day=self.day.day,
            logged=self._logged,
            source=self.source.text(),
            location=self.location.text(),
            link=self.link.text(),
            reference=self.reference.text(),
            person=self.person.text(),
            email=self.email.text(),
            note=self.note.text,
            address=self.address.text,
            web=self.web.text(),
        )

    def show_state(self, state: ApplicationState) -> None:
        """Show a state without telling anybody; the fold opens where it holds something."""
        self.employer.setText(state.employer)
        self.position.setText(state.position)
        self.day.set_day(state.day)
        self._logged = state.logged
        self.logged.setChecked(state.logged is not False)
        for field in ("source", "location", "link", "reference", "person", "email", "web"):
            getattr(self, field).setText(getattr(state, field))
        self.note.set_text(state.note)
        self.address.set_text(state.address)
        folded = (state.source, state.location, state.link, state.reference, state.person,
                  state.email, state.note)  # fmt: skip
        if isinstance(self._more, Fold):
            self._more.set_open(any(folded))
        self.grown.emit()

    def show_logged(self, count: int) -> None:
        """Ask whether it is one of those that were logged on the day without a name."""
        words = (
            _("It is the one that you logged on this day")
            if count == 1
            else _("It is one of the {n} that you logged on this day").format(n=count)
        )
        self.logged.setText(words)
        self.logged.setAccessibleName(words)
        if self.logged.isHidden() is (count > 0):
            self.logged.setVisible(count > 0)
            self.grown.emit()

    @property
    def names_logged(self) -> bool:
        """Whether it is one of those that were logged."""
        return self._logged is not False

    def focus(self, name: str) -> None:
        """Give the focus to a field by its name; a fold that hides it opens."""
        field: QWidget = getattr(self, name)
        if isinstance(self._more, Fold) and self._more.isAncestorOf(field):
            self._more.set_open(True)
            self.grown.emit()
        field.setFocus()
        if isinstance(field, QLineEdit):
            field.selectAll()

    def _make_more(self, *, new: bool) -> QWidget:
        px = self._appearance.px
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(16))
        column.addLayout(
            self._pair((_("Where you found it"), self.source), (_("Location"), self.location))
        )
        column.addLayout(labelled(_("Link"), self.link, px(4)))
        if new:
            column.addLayout(self._pair((_("Person"), self.person), (_("Their email"), self.email)))
            for field in (self.address, self.web):
                field.setParent(self)
                field.hide()
        else:
            for field in (self.person, self.email):
                field.setParent(self)
                field.hide()
        column.addLayout(labelled(_("Reference"), self.reference, px(4)))
        column.addLayout(labelled(_("Note"), self.note, px(4)))
        if not new:
            column.addWidget(plain_label(_("About the employer, for all its applications"), "h2"))
            column.addLayout(labelled(_("Address"), self.address, px(4)))
            column.addLayout(labelled(_("Website"), self.web, px(4)))
        return Fold(self._appearance, _("More"), content) if new else content

    def _pair(self, first: tuple[str, QWidget], second: tuple[str, QWidget]) -> QHBoxLayout:
        pair = QHBoxLayout()
        pair.setSpacing(self._appearance.px(16))
        for words, field in (first, second):
            pair.addLayout(labelled(words, field, self._appearance.px(4)), 1)
        return pair

    def _lay_out(self) -> None:
        px = self._appearance.px
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(16))
        employer = labelled(_("Employer"), self.employer, px(4))
        employer.addWidget(self.known)
        column.addLayout(employer)
        pair = QHBoxLayout()
        pair.setSpacing(px(16))
        self.day.setFixedSize(px(152), px(tokens.HEIGHT_FIELD))
        pair.addLayout(labelled(_("Position, if you like"), self.position, px(4)), 1)
        pair.addLayout(labelled(_("Day sent"), self.day, px(4)))
        column.addLayout(pair)
        column.addWidget(self.logged)

    def _connect(self) -> None:
        lines = (self.employer, self.position, self.source, self.location, self.link,
                 self.reference, self.person, self.email, self.web)  # fmt: skip
        for line in lines:
            line.textEdited.connect(self._on_edited)
            line.returnPressed.connect(self.entered)
        for name in (self.employer, self.position):
            name.textEdited.connect(self._on_named)
        self.day.day_picked.connect(self._on_named)
        self.day.day_picked.connect(self._on_edited)
        self.day.entered.connect(self.entered)
        self.logged.clicked.connect(self._on_logged)
        self.employer.down_pressed.connect(self.known.focus_first)
        self.known.left.connect(self.employer.setFocus)
        self.known.grown.connect(self.grown)
        for note in (self.note, self.address):
            note.textChanged.connect(self._on_edited)
            note.document().documentLayout().documentSizeChanged.connect(self._on_grown)
        if isinstance(self._more, Fold):
            self._more.turned.connect(self._on_grown)

    def _on_edited(self) -> None:
        self.edited.emit()

    def _on_named(self) -> None:
        self.named.emit()

    def _on_logged(self, checked: bool) -> None:
        self._logged = checked
        self.edited.emit()

    def _on_grown(self) -> None:
        self.grown.emit()


def _line(name: str) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    return field
