"""The pages of the window: made when first shown, offered when they have content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_app.ui.actions.specs import pages
from desktop_app.ui.pages.today import TodayPage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop_app.services.bundle import Services
    from desktop_app.ui.actions.book import ActionBook
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.pages.page import Page
    from desktop_app.ui.theme import Appearance


class PageStack(QStackedWidget):
    """All pages by name; Today is there from the beginning."""

    def __init__(
        self,
        services: Services,
        messages: Messages,
        appearance: Appearance,
        book: ActionBook,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._parts = (services, messages, appearance)
        self._book = book
        self._services = services
        self.today = TodayPage(services, messages, appearance, book)
        self._made: dict[str, Page] = {"today": self.today}
        #: Called with each page that is made later, so that the window can listen to it.
        self.on_made: Callable[[Page], None] = lambda _page: None
        self.addWidget(self.today)

    @property
    def current(self) -> Page:
        """The page in sight."""
        shown = self.currentWidget()
        return next((page for page in self._made.values() if page is shown), self.today)

    def made(self) -> Iterator[Page]:
        """Yield the pages that were shown at least once."""
        yield from list(self._made.values())  # what is done with one may make another

    def page(self, name: str) -> Page:
        """Return a page by name, made on first use so that the start is not burdened with it."""
        found = self._made.get(name)
        if found is None:
            found = self._made[name] = self._make(name)
            self.addWidget(found)
            self.on_made(found)
        return found

    def available(self) -> dict[str, bool]:
        """Return for each page of the sidebar whether it has anything to show."""
        have: dict[str, Callable[[], bool]] = {
            "applications": self._services.known_applications.any,
            "rejections": self._services.rejections.any,
            "lessons": self._services.learned.any,
            "momentum": lambda: self._services.momentum.bounds() is not None,
        }
        return {
            page.name: page.name not in have or have[page.name]()
            for page in pages()
            if page.in_sidebar
        }

    def _make(self, name: str) -> Page:
        # Late, as all of them: what the start does not need must not burden it.
        if name == "rejections":
            from desktop_app.ui.pages.rejections.page import RejectionsPage

            return RejectionsPage(*self._parts)
        if name == "searches":
            from desktop_app.ui.pages.searches.page import SearchesPage

            return SearchesPage(*self._parts)
        if name == "settings":
            from desktop_app.ui.pages.settings.page import SettingsPage

            return SettingsPage(*self._parts, self._book)
        if name == "lessons":
            from desktop_app.ui.pages.lessons.page import LessonsPage

            return LessonsPage(*self._parts, self._book)
        if name == "what_helped":
            from desktop_app.ui.pages.what_helped.page import WhatHelpedPage

            return WhatHelpedPage(*self._parts)
        if name == "applications":
            from desktop_app.ui.pages.applications.page import ApplicationsPage

            return ApplicationsPage(*self._parts, self._book)
        if name == "guide":
            from desktop_app.ui.pages.guide.page import GuidePage

            return GuidePage(*self._parts, self._book)
        from desktop_app.ui.pages.momentum import MomentumPage

        return MomentumPage(*self._parts)
