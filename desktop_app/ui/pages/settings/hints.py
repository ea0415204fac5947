"""What Upswing says by itself."""

from __future__ import annotations

from desktop_app.domain.settings import setting_words
from desktop_app.i18n import _
from desktop_app.ui.pages.settings.row import SettingRow
from desktop_app.ui.pages.settings.section import Parts, Section
from desktop_app.ui.widgets.switch import Switch


class HintsSection(Section):
    """Hints that can be switched off."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts, _("Hints"))
        words = setting_words("gentle_note")
        self.note = Switch(parts.appearance, words.label)
        found_by = _("help support hint reminder mood")
        self.add(SettingRow(parts.appearance, *words, self.note, found_by=found_by))
        self.note.clicked.connect(self._on_note)

    def refresh(self) -> None:
        """Show what holds."""
        self.note.setChecked(self.parts.services.settings.get("gentle_note"))

    def _on_note(self, on: bool) -> None:
        self.change("gentle_note", "on" if on else "off", _("on") if on else _("off"))
