"""What makes a day full, and how quickly momentum moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.domain.settings import setting_words
from desktop_app.domain.weekdays import WEEK, weekdays_words
from desktop_app.i18n import _, ngettext, weekday_name
from desktop_app.services.targets import presets
from desktop_app.ui.pages.settings.earlier_days import EarlierDays
from desktop_app.ui.pages.settings.row import SettingRow
from desktop_app.ui.pages.settings.section import Parts, Section
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.chips import ChipRow
from desktop_app.ui.widgets.decimal_field import DecimalField
from desktop_app.ui.widgets.flow_box import FlowBox
from desktop_app.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from desktop_app.services.targets import Preset
    from desktop_app.ui.theme import Appearance


class TargetSection(Section):
    """The daily target with its presets, and the half-life."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts, _("Target"))
        look = parts.appearance
        full, half_life = setting_words("daily_target"), setting_words("half_life")
        self.points = DecimalField(look, full.label, 1, 100)
        self.half_life = DecimalField(look, half_life.label, 5, 20)
        self.presets = FlowBox(look.px(8), look.px(8))
        self.buttons: dict[str, Button] = {}
        for preset in presets():
            self._add_preset(preset)
        self.evenings = Evenings(look)
        self.evenings.hide()
        found_by = _("goal points target effort preset")
        row = SettingRow(look, *full, _with_unit(look, self.points, _("points")), found_by=found_by)
        self._earlier = EarlierDays(parts, self.add(row), ("daily_target", "free_weekdays"))
        choose = QWidget()
        column = QVBoxLayout(choose)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(12))
        column.addWidget(self.presets)
        column.addWidget(self.evenings)
        self.add(
            SettingRow(
                look,
                _("Or what fits your week"),
                _("Beside a job, all weekdays but the evenings you choose become free."),
                choose,
                found_by=found_by,
                below=True,
            ),
            line=False,
        )
        self.add(
            SettingRow(
                look,
                *half_life,
                _with_unit(look, self.half_life, _("days")),
                found_by=_("speed fold momentum"),
            )
        )
        self.points.number_chosen.connect(self._on_points)
        self.points.left.connect(parts.services.upkeep.seal_step)
        self.half_life.number_chosen.connect(self._on_half_life)
        self.half_life.left.connect(parts.services.upkeep.seal_step)
        self.evenings.used.clicked.connect(self._on_evenings)

    def refresh(self) -> None:
        """Show what holds."""
        settings = self.parts.services.settings
        self.points.set_number(settings.get("daily_target"))
        self.half_life.set_number(settings.get("half_life"))
        self._earlier.check()

    def _add_preset(self, preset: Preset) -> None:
        words = _("{preset}, {points}").format(
            preset=preset.label, points=points_words(preset.points)
        )
        button = Button(
            self.parts.appearance, words + "…" if preset.on_chosen_days else words, small=True
        )
        button.setProperty("preset", preset.key)
        button.clicked.connect(self._on_preset)
        self.buttons[preset.key] = button
        self.presets.add(button)

    def _on_points(self, points: float) -> None:
        if self.change("daily_target", f"{points:g}", points_words(points), merge=True):
            self._earlier.ask()

    def _on_half_life(self, days: float) -> None:
        said = ngettext("{n:g} day", "{n:g} days", round(days)).format(n=days)
        self.change("half_life", f"{days:g}", said, merge=True)

    def _on_preset(self) -> None:
        key = str(self.sender().property("preset"))
        preset = next(one for one in presets() if one.key == key)
        if preset.on_chosen_days:
            self.evenings.open_with(self.parts.services.targets.holding().weekdays)
            return
        self.evenings.hide()
        if self.parts.messages.done(lambda: self.parts.services.targets.use(preset.points)):
            self._say_used(preset.points)

    def _on_evenings(self) -> None:
        preset = next(one for one in presets() if one.on_chosen_days)
        days = self.evenings.weekdays
        if self.parts.messages.done(lambda: self.parts.services.targets.use(preset.points, days)):
            self.evenings.hide()
            self.buttons[preset.key].setFocus()
            self._say_used(preset.points, weekdays_words(days))

    def _say_used(self, points: float, when: str = "") -> None:
        said = ", ".join(part for part in (points_words(points), when) if part)
        label = setting_words("daily_target").label
        self.parts.messages.say(
            _("{setting}: {value}").format(setting=label, value=said), undo=True
        )
        self._earlier.ask()


class Evenings(QWidget):
    """On which weekdays one searches beside a job."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        px = appearance.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(plain_label(_("On which evenings?"), "small", "text2"))
        days = [(str(day), weekday_name(day)) for day in WEEK]
        self.days = ChipRow(appearance, days, limit=len(WEEK))
        self.used = Button(appearance, _("Use these evenings"), "primary", small=True)
        self.days.choice_changed.connect(self._on_changed)
        column.addWidget(self.days)
        row = QHBoxLayout()
        row.addWidget(self.used)
        row.addStretch(1)
        column.addLayout(row)

    @property
    def weekdays(self) -> tuple[int, ...]:
        """The weekdays chosen, in order."""
        return tuple(sorted(int(key) for key in self.days.chosen))

    def open_with(self, holding: tuple[int, ...]) -> None:
        """Ask, with the working weekdays checked where they are few enough to be evenings."""
        self.days.set_chosen(str(day) for day in holding if len(holding) <= _MOST_EVENINGS)
        self.used.setEnabled(bool(self.weekdays))
        self.show()
        self.days.focus_first()

    def _on_changed(self, _keys: tuple[str, ...]) -> None:
        self.used.setEnabled(bool(self.weekdays))


_MOST_EVENINGS = 4


def points_words(points: float) -> str:
    """Return effort points in words."""
    return ngettext("{n:g} point", "{n:g} points", 1 if points == 1 else 2).format(n=points)


def _with_unit(appearance: Appearance, field: DecimalField, unit: str) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(appearance.px(tokens.GAP_TILES))
    row.addWidget(field)
    row.addWidget(plain_label(unit, "small", "text2"))
    row.addStretch(1)
    return holder
