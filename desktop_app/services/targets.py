"""The daily target: its presets, and the one offer of a target that fits the person's days."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.analysis.usual_day import UsualDay, usual_day
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.weekdays import other_weekdays
from desktop_app.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop_app.services.momentum import MomentumService
    from desktop_app.services.recording import Recording
    from desktop_app.services.settings import Settings

LOOKED_AT = timedelta(days=28)
_ANSWERED = "usual_day_answered"


class Preset(NamedTuple):
    """A target to choose: its key, its words, its points, and whether its weekdays are chosen."""

    key: str
    label: str
    points: int
    on_chosen_days: bool = False


def presets() -> tuple[Preset, ...]:
    """Return the targets to choose from."""
    return (
        Preset("full", _("Full time"), 10),
        Preset("half", _("Half time"), 6),
        Preset("beside", _("Beside a job"), 4, on_chosen_days=True),
    )


class Targets:
    """Sets what makes a day full."""

    def __init__(self, recording: Recording, settings: Settings, momentum: MomentumService) -> None:
        self._recording = recording
        self._settings = settings
        self._momentum = momentum

    def holding(self) -> UsualDay:
        """Return the target and the working weekdays that hold now."""
        return UsualDay(
            self._settings.get("daily_target"),
            tuple(other_weekdays(self._settings.get("free_weekdays"))),
        )

    def use(self, points: float, weekdays: Iterable[int] | None = None) -> None:
        """Let days from today on be full at so many points, on weekdays or on those that hold.

        Raises:
            InvalidInput: no weekday was chosen; nothing was changed.
        """
        values: dict[str, object] = {"daily_target": points}
        if weekdays is not None:
            chosen = sorted(set(weekdays))
            if not chosen:
                raise InvalidInput(_("Choose one evening at least."))
            values["free_weekdays"] = other_weekdays(chosen)
        self._settings.store_all(values, today=self._recording.today(), name=_("Full day"))

    def offer(self) -> UsualDay | None:
        """Return the person's usual day where it may be offered as a target, else None.

        It is offered until it is answered, once, and only where it differs from what holds. More
        points than make a full day now are never offered: they would only take momentum.
        """
        if self._settings.get(_ANSWERED):
            return None
        today = self._recording.today()
        bounds = self._momentum.bounds()
        if bounds is None or bounds[1] < today:
            return None
        days = self._momentum.timeline(today - LOOKED_AT, today).days
        begins = max((n for n, facts in enumerate(days) if facts.first_of_search), default=0)
        holding = self.holding()
        found = usual_day(days[begins:], holding.weekdays)
        if found is None:
            return None
        usual = found._replace(points=min(found.points, holding.points))
        return usual if usual != holding else None

    def take_offer(self, usual: UsualDay) -> None:
        """Use the usual day as a full day from today on; it is offered no more."""
        self._settings.store_all(
            {
                "daily_target": usual.points,
                "free_weekdays": other_weekdays(usual.weekdays),
                _ANSWERED: True,
            },
            today=self._recording.today(),
            name=_("Full day"),
        )

    def decline_offer(self) -> None:
        """Keep what holds; it is offered no more."""
        self._settings.store_all(
            {_ANSWERED: True}, today=self._recording.today(), name=_("Full day as it was")
        )
