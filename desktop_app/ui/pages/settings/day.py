"""The person's day: when it starts, and which weekdays are free."""

from __future__ import annotations

from desktop_app.domain.settings import setting_words, weekdays_text
from desktop_app.domain.weekdays import WEEK, weekdays_words
from desktop_app.i18n import _, weekday_name
from desktop_app.ui.pages.settings.earlier_days import EarlierDays
from desktop_app.ui.pages.settings.row import SettingRow
from desktop_app.ui.pages.settings.section import Parts, Section
from desktop_app.ui.widgets.chips import ChipRow
from desktop_app.ui.widgets.quiet_fields import ChoiceField


class DaySection(Section):
    """Two settings; the free weekdays hold from the day they are set."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts, _("Your day"))
        look = parts.appearance
        start, free = setting_words("day_start_hour"), setting_words("free_weekdays")
        hours = [(str(hour), hour_words(hour)) for hour in range(13)]
        self.start = ChoiceField(start.label, hours)
        self.free = ChipRow(look, [(str(day), weekday_name(day)) for day in WEEK], limit=len(WEEK))
        self.add(SettingRow(look, *start, self.start, found_by=_("hour midnight night")))
        row = SettingRow(look, *free, self.free, found_by=_("weekend rest"), below=True)
        self._earlier = EarlierDays(parts, self.add(row), ("free_weekdays",))
        self.start.currentIndexChanged.connect(self._on_start)
        self.free.choice_changed.connect(self._on_free)

    def refresh(self) -> None:
        """Show what holds."""
        settings = self.parts.services.settings
        self.start.set_choice(str(settings.get("day_start_hour")))
        self.free.set_chosen(str(day) for day in settings.get("free_weekdays"))
        self._earlier.check()

    def _on_start(self, _index: int) -> None:
        hour = self.start.choice
        self.change("day_start_hour", hour, hour_words(int(hour)))

    def _on_free(self, keys: tuple[str, ...]) -> None:
        days = sorted(int(key) for key in keys)
        said = weekdays_words(days) if days else _("none")
        if self.change("free_weekdays", weekdays_text(days), said):
            self._earlier.ask()


def hour_words(hour: int) -> str:
    """Return an hour as a clock shows it."""
    return f"{hour}:00"
