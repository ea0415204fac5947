"""One kind of activity: its name, points, how it is measured, icon and letter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app.domain.errors import InvalidInput, UpswingError
from desktop_app.domain.kinds import (
    KIND_ICONS,
    LABEL_LIMIT,
    LOGGED_BY_PROGRAM,
    MOST_POINTS,
    MOST_UNIT_MINUTES,
    kind_label,
)
from desktop_app.i18n import _
from desktop_app.services.kinds import KindForm, form_of
from desktop_app.ui.actions.action import Action, is_letter
from desktop_app.ui.actions.book import LOG
from desktop_app.ui.actions.choosing import KeyChoice
from desktop_app.ui.widgets.chips import ChoiceRow
from desktop_app.ui.widgets.decimal_field import DecimalField
from desktop_app.ui.widgets.icon_choice import IconChoice
from desktop_app.ui.widgets.key_field import KeyField
from desktop_app.ui.widgets.labels import labelled, plain_label
from desktop_app.ui.widgets.sheet import Sheet
from desktop_app.ui.widgets.switch import Switch

if TYPE_CHECKING:
    from desktop_app.services.bundle import Services
    from desktop_app.ui.actions.book import ActionBook
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.theme import Appearance

_DEFAULT_UNIT = 30


class KindSheet(Sheet):
    """Add a kind, or change or retire one; open it with ``open()``.

    Signals:
        kind_added: the name of a new kind.
    """

    kind_added = Signal(str)

    def __init__(
        self,
        services: Services,
        messages: Messages,
        appearance: Appearance,
        book: ActionBook,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make the sheet.

        Args:
            services: the use cases.
            messages: where the saved sheet tells what was done.
            appearance: the look to follow.
            book: tells who has a letter.
            name: the kind to change, "" for a new one.
            parent: the window that it belongs to.
        """
        title = _("Change a kind of activity") if name else _("A new kind of activity")
        super().__init__(appearance, title, parent=parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._kinds = services.kinds
        self._messages = messages
        self._name = name
        self._choice = KeyChoice(services, book)
        self._action = Action(f"{LOG}{name}", "", "log", (), "today")
        self.label = QLineEdit()
        self.label.setMaxLength(LABEL_LIMIT)
        self.points = DecimalField(appearance, _("Points"), 0, MOST_POINTS)
        self.measure = ChoiceRow(
            appearance, [("count", _("Counted")), ("time", _("In minutes"))], _("Measured")
        )
        self.unit = DecimalField(
            appearance, _("Minutes of a unit"), 1, MOST_UNIT_MINUTES, decimals=0
        )
        self.icon = IconChoice(appearance, KIND_ICONS)
        self.letter = KeyField(appearance, _("Letter"))
        self.on_today = Switch(appearance, _("On Today"))
        self._key = ""
        self._lay_out(appearance)
        self._show(form_of(self._kinds.get(name)) if name else KindForm())
        if name and name not in LOGGED_BY_PROGRAM:
            self.add_button(_("Retire"), self._on_retire, "quiet", left=True)
        self.add_button(_("Cancel"), self.reject)
        self.add_button(_("Save"), self.save, "primary")
        self.measure.choice_made.connect(self._on_measure)
        self.letter.key_pressed.connect(self._on_letter)
        self.letter.cleared.connect(self._on_no_letter)
        self.label.returnPressed.connect(self.save)
        self.on_ctrl_enter(self.save)
        self.label.setFocus()
        self.label.selectAll()

    @property
    def form(self) -> KindForm:
        """What the fields say."""
        timed = self.measure.choice == "time"
        return KindForm(
            label=self.label.text(),
            points=self.points.value(),
            unit_minutes=round(self.unit.value()) if timed else None,
            icon=self.icon.icon,
            key=self._key,
            on_today=self.on_today.isChecked(),
        )

    def save(self) -> None:
        """Save and close; where something can't be taken, say so and stay."""
        form = self.form
        added = ""
        try:
            if self._name:
                self._kinds.change(self._name, form)
            else:
                added = self._kinds.add(form)
        except InvalidInput as error:
            self.say(str(error))
            self.label.setFocus()
            return
        except UpswingError as error:
            self.say(str(error))
            return
        label = " ".join(form.label.split())
        said = _("{kind} changed") if self._name else _("{kind} is on the list")
        self.accept()
        self._messages.say(said.format(kind=label), undo=True)
        if added:
            self.kind_added.emit(added)

    def _show(self, form: KindForm) -> None:
        self.label.setText(form.label)
        self.points.set_number(form.points)
        self.measure.set_choice("count" if form.unit_minutes is None else "time")
        self.unit.set_number(form.unit_minutes or _DEFAULT_UNIT)
        self.icon.set_icon(form.icon)
        self.on_today.setChecked(form.on_today)
        self._show_letter(form.key)
        self._on_measure(self.measure.choice or "")

    def _show_letter(self, key: str) -> None:
        self._key = key
        self.letter.show_keys((key,) if key else ())

    def _lay_out(self, appearance: Appearance) -> None:
        px = appearance.px
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, px(4), 0)
        column.setSpacing(px(16))
        self.label.setAccessibleName(_("Name"))
        column.addLayout(labelled(_("Name"), self.label, px(4)))
        self._per = plain_label(_("points each"), "small", "text2")
        self._per_unit = plain_label(_("points per"), "small", "text2")
        self._minutes = plain_label(_("minutes"), "small", "text2")
        worth = QHBoxLayout()
        worth.setSpacing(px(8))
        for widget in (self.points, self._per, self._per_unit, self.unit, self._minutes):
            worth.addWidget(widget)
        worth.addStretch(1)
        column.addLayout(labelled(_("Measured"), self.measure, px(4)))
        column.addLayout(worth)
        column.addLayout(labelled(_("Icon"), self.icon, px(4)))
        beside = QHBoxLayout()
        beside.setSpacing(px(24))
        fields: tuple[tuple[str, QWidget], ...] = (
            (_("Letter"), self.letter),
            (_("On Today"), self.on_today),
        )
        for words, control in fields:
            field = labelled(words, control, px(4))
            field.addStretch(1)
            beside.addLayout(field)
        beside.addStretch(1)
        column.addLayout(beside)
        hint = _("Points hold for what you log from now on.")
        column.addWidget(plain_label(hint, "small", "text2", wrap=True))
        column.addStretch(1)
        self.set_body(body)

    def _on_measure(self, measure: str) -> None:
        timed = measure == "time"
        for widget in (self._per_unit, self.unit, self._minutes):
            widget.setVisible(timed)
        self._per.setVisible(not timed)

    def _on_letter(self, key: str) -> None:
        fault = self._choice.fault(key) if is_letter(key) else _("A single letter serves here.")
        holder = None if fault else self._choice.holder(self._action, key)
        if holder is not None:
            fault = _("{key} does “{other}” already.").format(key=key, other=holder.words)
        self.say(fault)
        if not fault:
            self._show_letter(key)

    def _on_no_letter(self) -> None:
        self.say("")
        self._show_letter("")

    def _on_retire(self) -> None:
        kind = self._kinds.get(self._name)
        try:
            self._kinds.retire(self._name)
        except UpswingError as error:
            self.say(str(error))
            return
        self.accept()
        said = _("{kind} is retired; what you logged stays").format(kind=kind_label(kind))
        self._messages.say(said, undo=True)
