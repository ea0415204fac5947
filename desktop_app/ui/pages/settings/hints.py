"""What Upswing says by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.settings import setting_words
from desktop_app.i18n import _, ngettext
from desktop_app.ui.pages.settings.row import SettingRow
from desktop_app.ui.pages.settings.section import Parts, Section
from desktop_app.ui.widgets.decimal_field import DecimalField
from desktop_app.ui.widgets.switch import Switch

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class HintsSection(Section):
    """Hints that can be switched off."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts, _("Hints"))
        self.note = Switch(parts.appearance, setting_words("gentle_note").label)
        self.review = Switch(parts.appearance, setting_words("quiet_review").label)
        days = setting_words("silence_days").label
        self.silence = DecimalField(parts.appearance, days, 7, 365, decimals=0)
        for name, control, found_by in (
            ("gentle_note", self.note, _("help support hint reminder mood")),
            ("quiet_review", self.review, _("silence waiting reminder applications")),
            ("silence_days", self.silence, _("quiet review ghosted waiting")),
        ):
            self._add(name, control, found_by)
        self.note.clicked.connect(self._on_note)
        self.review.clicked.connect(self._on_review)
        self.silence.number_chosen.connect(self._on_silence)
        self.silence.left.connect(parts.services.upkeep.seal_step)

    def refresh(self) -> None:
        """Show what holds."""
        settings = self.parts.services.settings
        self.note.setChecked(settings.get("gentle_note"))
        self.review.setChecked(settings.get("quiet_review"))
        self.silence.set_number(settings.get("silence_days"))

    def _add(self, name: str, control: QWidget, found_by: str) -> None:
        words = setting_words(name)
        self.add(SettingRow(self.parts.appearance, *words, control, found_by=found_by))

    def _on_note(self, on: bool) -> None:
        self._switch("gentle_note", on)

    def _on_review(self, on: bool) -> None:
        self._switch("quiet_review", on)

    def _switch(self, name: str, on: bool) -> None:
        self.change(name, "on" if on else "off", _("on") if on else _("off"))

    def _on_silence(self, number: float) -> None:
        days = int(number)
        said = ngettext("{n} day", "{n} days", days).format(n=days)
        self.change("silence_days", str(days), said, merge=True)
