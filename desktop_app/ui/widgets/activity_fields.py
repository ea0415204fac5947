"""The fields for what can be said of an activity, in the fold-out of Today and in its sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.domain.entries import Activity, ActivityDetails
from desktop_app.domain.kinds import DEFAULT_MINUTES
from desktop_app.i18n import _
from desktop_app.services.linked_effort import SENT
from desktop_app.ui.widgets.application_field import ApplicationField
from desktop_app.ui.widgets.labels import labelled, plain_label
from desktop_app.ui.widgets.note_field import NoteField
from desktop_app.ui.widgets.quiet_fields import MethodField, NumberField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from desktop_app.domain.entries import Application
    from desktop_app.ui.theme import Appearance

_THREE_FROM, _TWO_FROM = 600, 380
_MOST_UNITS, _MOST_MINUTES = 1000, 24 * 60


class AmountField(QWidget):
    """How many, or how many minutes, below its label.

    Signals:
        edited: the person changed it.
    """

    edited = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.units = NumberField(_("How many"), 1, _MOST_UNITS)
        self.minutes = NumberField(_("Minutes"), 1, _MOST_MINUTES)
        self.minutes.setSingleStep(5)
        self._timed = False
        self._label = plain_label("", "small", "text2")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(appearance.px(4))
        column.addWidget(self._label)
        for field in (self.units, self.minutes):
            field.setFixedHeight(appearance.px(tokens.HEIGHT_FIELD))
            column.addWidget(field)
        column.addStretch(1)
        self.set_timed(False)
        self.units.valueChanged.connect(self._on_changed)
        self.minutes.valueChanged.connect(self._on_changed)

    def set_timed(self, timed: bool) -> None:
        """Ask for minutes, or for how many."""
        self._timed = timed
        self._label.setText(_("Minutes") if timed else _("How many"))
        self._label.setBuddy(self.minutes if timed else self.units)
        self.units.setVisible(not timed)
        self.minutes.setVisible(timed)

    def show_amount(self, amount: float, minutes: int | None) -> None:
        """Show how many and how long without telling anybody."""
        units = max(1, round(amount))
        for field, value in ((self.units, units), (self.minutes, minutes or DEFAULT_MINUTES)):
            blocked = field.blockSignals(True)
            field.setValue(value)
            field.blockSignals(blocked)

    def amount(self) -> tuple[int | None, int | None]:
        """Return how many and how many minutes, None for the one not asked for."""
        if self._timed:
            return None, self.minutes.value()
        return self.units.value(), None

    def _on_changed(self, _value: int) -> None:
        self.edited.emit()


class ActivityFields(QWidget):
    """Employer, position, person, method, result, reference, how much, and a note.

    Of what belongs to an application the amount is hidden, for it is one; employer and position
    can be changed where it is the 'application sent' itself.

    Signals:
        edited: the person changed something.
        entered: Enter was pressed in a field of one line.
        names_left: the focus left employer and position.
    """

    edited = Signal()
    entered = Signal()
    names_left = Signal()

    def __init__(
        self,
        appearance: Appearance,
        parent: QWidget | None = None,
        *,
        amount_inside: bool = True,
        esc_leaves_note: bool = True,
    ) -> None:
        """Make empty fields.

        Args:
            appearance: the look to follow.
            parent: the widget that holds it.
            amount_inside: whether the amount stands among the fields; else its own place is for
                the one who holds them.
            esc_leaves_note: see ``NoteField``.
        """
        super().__init__(parent)
        self._appearance = appearance
        self._columns = 0
        self._picked: Application | None = None
        self.employer = ApplicationField(appearance, _("Employer"))
        self.position = _line(_("Position"))
        self.contact = _line(_("Person"))
        self.method = MethodField()
        self.result = _line(_("Result"), 500)
        self.reference = _line(_("Reference"))
        self.amount = AmountField(appearance, self)  # never a window of its own
        self.note = NoteField(appearance, _("Note on it"), esc_leaves=esc_leaves_note)
        self._cells: list[QWidget] = [
            _cell(appearance, words, field)
            for words, field in (
                (_("Employer"), self.employer),
                (_("Position"), self.position),
                (_("Person"), self.contact),
                (_("Method"), self.method),
                (_("Result"), self.result),
                (_("Reference"), self.reference),
            )
        ]
        if amount_inside:
            self._cells.append(self.amount)
        self._cells.append(_cell(appearance, _("Note"), self.note))
        for cell in self._cells:  # columns of one width, whatever lies in them
            cell.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(appearance.px(12))
        self._grid.setVerticalSpacing(appearance.px(10))
        self._place(2)
        self._connect()

    def set_applications(self, applications: Sequence[Application]) -> None:
        """Take the applications to offer while the employer is written."""
        self.employer.set_applications(applications)

    def show_activity(self, activity: Activity, *, timed: bool) -> None:
        """Show an activity without telling anybody."""
        self.amount.set_timed(timed)
        self.amount.show_amount(activity.amount, activity.minutes)
        self.show_details(activity.details)
        linked = activity.application_id is not None
        self.amount.setVisible(not linked)
        for field in (self.employer, self.position):
            field.setReadOnly(linked and activity.kind != SENT)

    def show_details(self, details: ActivityDetails) -> None:
        """Show details without telling anybody."""
        for field, text in (
            (self.employer, details.employer),
            (self.position, details.position),
            (self.contact, details.contact),
            (self.result, details.result),
            (self.reference, details.reference),
        ):
            if field.text() != text:
                field.setText(text)
        self.method.set_choice(details.method)
        self.note.set_text(details.note)

    @property
    def application_id(self) -> int | None:
        """The application that was picked from the list, while its names still stand."""
        picked = self._picked
        if picked is None:
            return None
        names = (self.employer.text(), self.position.text())
        return picked.id if names == (picked.employer, picked.position) else None

    @property
    def in_names(self) -> bool:
        """Whether the person is in employer or position."""
        focus = self.window().focusWidget()
        return focus is self.employer or focus is self.position

    def details(self) -> ActivityDetails:
        """Return what stands in the fields."""
        return ActivityDetails(
            employer=self.employer.text(),
            position=self.position.text(),
            contact=self.contact.text(),
            method=self.method.choice,
            result=self.result.text(),
            reference=self.reference.text(),
            note=self.note.text,
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice when employer or position lose the focus, changed or not."""
        if event.type() is QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._on_name_left)  # once the focus has come elsewhere
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in as many columns as fit."""
        super().resizeEvent(event)
        px = self._appearance.px
        three, two = self.width() >= px(_THREE_FROM), self.width() >= px(_TWO_FROM)
        columns = 3 if three else 2 if two else 1
        if columns != self._columns:
            self._place(columns)

    def _place(self, columns: int) -> None:
        self._columns = columns
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)
        for place, cell in enumerate(self._cells):
            row, column = divmod(place, columns)
            wide = columns - column if cell is self._cells[-1] else 1
            self._grid.addWidget(cell, row, column, 1, wide)

    def _connect(self) -> None:
        self.employer.application_chosen.connect(self._on_application_chosen)
        for line in (self.employer, self.position, self.contact, self.result, self.reference):
            line.textEdited.connect(self._on_edited)
            line.returnPressed.connect(self.entered)
        for line in (self.employer, self.position):
            line.installEventFilter(self)
        self.method.editTextChanged.connect(self._on_edited)
        self.amount.edited.connect(self.edited)
        self.note.textChanged.connect(self._on_edited)

    def _on_edited(self) -> None:
        self.edited.emit()

    def _on_application_chosen(self, application: Application) -> None:
        self._picked = application
        self.position.setText(application.position)
        self.edited.emit()

    def _on_name_left(self) -> None:
        if not self.in_names:
            self.names_left.emit()


def _cell(appearance: Appearance, words: str, field: QWidget) -> QWidget:
    """Return a field below its label, at the top of its place in the grid."""
    cell = QWidget()
    column = labelled(words, field, appearance.px(4))
    column.setContentsMargins(0, 0, 0, 0)
    column.addStretch(1)
    cell.setLayout(column)
    return cell


def _line(name: str, limit: int = 200) -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setMaxLength(limit)
    return field
