"""What a dated setting says after its change: from when it holds, and whether also before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.i18n import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.ui.pages.settings.row import SettingRow
    from desktop_app.ui.pages.settings.section import Parts


class EarlierDays:
    """Asks below a row whether the new value holds for earlier days as well."""

    def __init__(self, parts: Parts, row: SettingRow, names: Sequence[str]) -> None:
        """Ask nothing yet.

        Args:
            parts: the use cases and where they say what was done.
            row: the row below which it asks.
            names: the dated settings that the row changes.
        """
        self._parts = parts
        self._row = row
        self._names = tuple(names)

    def ask(self) -> None:
        """Ask, where the value holds from today and there are earlier days."""
        today = self._parts.services.days.today()
        bounds = self._parts.services.momentum.bounds()
        if not self._dated() or bounds is None or bounds[0] >= today:
            self._row.unask()
            return
        self._row.ask(
            _("Holds from today; earlier days keep what held on them."),
            (
                (_("Apply to earlier days as well"), self._apply),
                (_("Leave them as they are"), self._row.unask),
            ),
        )

    def check(self) -> None:
        """Ask no longer once the value was taken back, or holds from the beginning."""
        if self._row.question and not self._dated():
            self._row.unask()

    def _dated(self) -> bool:
        settings, today = self._parts.services.settings, self._parts.services.days.today()
        return any(settings.since(name) == today for name in self._names)

    def _apply(self) -> None:
        settings, today = self._parts.services.settings, self._parts.services.days.today()
        values = {name: settings.get(name) for name in self._names if settings.since(name) == today}
        if self._parts.messages.done(
            lambda: settings.store_all(
                values, today=today, earlier_days=True, name=_("Earlier days as well")
            )
        ):
            self._row.unask()
            self._parts.messages.say(_("Holds for earlier days as well"), undo=True)
