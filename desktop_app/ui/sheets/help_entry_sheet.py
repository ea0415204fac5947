"""Add a place to find help, or change one: name, number, another way, hours, web page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desktop_app.domain.errors import UpswingError
from desktop_app.domain.help import HelpEntry
from desktop_app.i18n import _
from desktop_app.ui.widgets.labels import labelled
from desktop_app.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

    from desktop_app.ui.theme import Appearance

_LONGEST = 400


class HelpEntrySheet(Sheet):
    """Asks for what is known of somebody who helps."""

    def __init__(
        self,
        appearance: Appearance,
        store: Callable[[HelpEntry], object],
        entry: HelpEntry | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make the sheet.

        Args:
            appearance: the look to follow.
            store: stores the entry, or raises with a sentence.
            entry: the one to change, None for a new one.
            parent: the sheet that it belongs to.
        """
        title = _("Change this entry") if entry else _("Add an entry")
        lead = "" if entry else _("A friend, a doctor, whoever helps. It stays in your journal.")
        super().__init__(appearance, title, lead, parent, width=480)
        self._store = store
        known = entry or HelpEntry("")
        self._fields: dict[str, QLineEdit] = {}
        px = appearance.px
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        for row in (("name",), ("dial", "hours"), ("also",), ("web",)):
            line = QHBoxLayout()
            line.setSpacing(px(16))
            for name in row:
                line.addLayout(labelled(_labels()[name], self._field(name, known), px(4)), 1)
            column.addLayout(line)
        column.addStretch(1)
        self.set_body(body)
        self.add_button(_("Cancel"), self.reject)
        self.add_button(_("Save"), self.save, "primary").setToolTip(_("Ctrl+Enter"))
        self.on_ctrl_enter(self.save)

    def save(self) -> None:
        """Save and close; where something can't be taken, say so and stay."""
        text = {name: field.text() for name, field in self._fields.items()}
        entry = HelpEntry(text["name"], text["dial"], text["also"], text["hours"], text["web"])
        try:
            self._store(entry)
        except UpswingError as error:
            self.say(str(error))
            return
        self.accept()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the name."""
        super().showEvent(event)
        self._fields["name"].setFocus()

    def _field(self, name: str, known: HelpEntry) -> QLineEdit:
        field = QLineEdit(getattr(known, name))
        field.setAccessibleName(_labels()[name])
        field.setMaxLength(_LONGEST)
        field.returnPressed.connect(self.save)
        field.textEdited.connect(self._on_edited)
        self._fields[name] = field
        return field

    def _on_edited(self) -> None:
        if self.sentence:
            self.say("")


def _labels() -> dict[str, str]:
    return {
        "name": _("Name"),
        "dial": _("Number, as it is dialled"),
        "hours": _("Hours"),
        "also": _("Another way, such as a text or an address"),
        "web": _("Web page"),
    }
