"""The way to any day: opens the small calendar below the date, once at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.services.bundle import Services
    from desktop_app.ui.pages.today.day_popover import DayPopover
    from desktop_app.ui.pages.today.page import TodayPage
    from desktop_app.ui.theme import Appearance


class AnyDay:
    """Shows the day that the person takes from the calendar."""

    def __init__(self, page: TodayPage, services: Services, appearance: Appearance) -> None:
        self._page = page
        self._services = services
        self._appearance = appearance
        self._popover: DayPopover | None = None

    def open(self) -> None:
        """Open the calendar at the day shown."""
        if self._popover is not None:
            return
        from desktop_app.ui.pages.today.day_popover import DayPopover

        page = self._page
        opened = DayPopover(self._services, self._appearance, page.day, page.window())
        opened.closed.connect(self._on_closed)
        opened.day_chosen.connect(page.show_day)
        opened.open_below(page.header.date)
        self._popover = opened

    def _on_closed(self) -> None:
        self._popover = None
        if self._page.isVisible():
            self._page.setFocus()
