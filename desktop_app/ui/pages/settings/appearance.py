"""How Upswing looks: light or dark, the size of text, momentum with its number or without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.settings import TEXT_SIZES, setting_words, size_words
from desktop_app.i18n import _
from desktop_app.ui.pages.settings.row import SettingRow
from desktop_app.ui.pages.settings.section import Parts, Section
from desktop_app.ui.widgets.chips import ChoiceRow
from desktop_app.ui.widgets.switch import Switch

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class AppearanceSection(Section):
    """Three settings that hold at once."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts, _("Appearance"))
        look = parts.appearance
        self._looks = {
            "system": _("As the system has it"),
            "light": _("Light"),
            "dark": _("Dark"),
        }
        self._sizes = {size: size_words(size) for size in TEXT_SIZES}
        self.look = ChoiceRow(look, list(self._looks.items()), setting_words("appearance").label)
        self.text = ChoiceRow(look, list(self._sizes.items()), setting_words("text_size").label)
        self.number = Switch(look, setting_words("show_momentum").label)
        self._add("appearance", self.look, _("theme colours night"))
        self._add("text_size", self.text, _("zoom larger smaller font scale"), below=True)
        self._add("show_momentum", self.number, _("hide figure score"))
        self.look.choice_made.connect(self._on_look)
        self.text.choice_made.connect(self._on_size)
        self.number.clicked.connect(self._on_number)

    def refresh(self) -> None:
        """Show what holds."""
        settings = self.parts.services.settings
        self.look.set_choice(settings.get("appearance"))
        self.text.set_choice(settings.get("text_size"))
        self.number.setChecked(settings.get("show_momentum"))

    def _add(self, name: str, control: QWidget, found_by: str, *, below: bool = False) -> None:
        label, explains = setting_words(name)
        look = self.parts.appearance
        self.add(SettingRow(look, label, explains, control, found_by=found_by, below=below))

    def _on_look(self, choice: str) -> None:
        self.change("appearance", choice, self._looks[choice])

    def _on_size(self, choice: str) -> None:
        self.change("text_size", choice, self._sizes[choice])

    def _on_number(self, on: bool) -> None:
        self.change("show_momentum", "on" if on else "off", _("shown") if on else _("hidden"))
