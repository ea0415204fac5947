"""The list of sections beside them; in a narrow page a box above them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.i18n import _
from desktop_app.ui.pages.settings.sections import sections
from desktop_app.ui.widgets.nav_button import NavButton
from desktop_app.ui.widgets.painted import Roving
from desktop_app.ui.widgets.quiet_fields import ChoiceField

if TYPE_CHECKING:
    from desktop_app.ui.theme import Appearance


class SectionList(Roving):
    """Rows of which one is chosen; arrows move among them.

    Signals:
        chosen: the name of the section that the person wants.
    """

    chosen = Signal(str)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(appearance.px(4))
        self._buttons: dict[str, NavButton] = {}
        for spec in sections():
            button = NavButton(appearance, spec.icon, spec.title)
            button.setProperty("section", spec.name)
            button.clicked.connect(self._on_clicked)
            self._buttons[spec.name] = button
            column.addWidget(button)
        column.addStretch(1)
        self.set_members(list(self._buttons.values()))

    def show_section(self, name: str) -> None:
        """Check a section; "" checks none, while the search shows several."""
        for key, button in self._buttons.items():
            button.setChecked(key == name)
        self.rest_on(self._buttons.get(name))

    def _on_clicked(self) -> None:
        name = str(self.sender().property("section"))
        self.show_section(name)
        self.chosen.emit(name)


def section_box() -> ChoiceField:
    """Return the sections as a field, for a narrow page."""
    return ChoiceField(_("Section"), [(spec.name, spec.title) for spec in sections()])
