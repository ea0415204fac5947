"""What the window does about the job search: pause, end, begin, look back, and say what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer

from desktop_app.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.domain.changes import Changed
    from desktop_app.services.bundle import Services
    from desktop_app.ui.main_window import MainWindow
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.pages.page import Page
    from desktop_app.ui.pages.searches.page import SearchesPage

PAGE = "searches"
_STATE = ("pause", "resume", "end", "begin", "look_back")
_TABLES = frozenset({"search", "search_pause"})


class Searching(QObject):
    """Actions of the menu Search; which of them can be done follows the journal."""

    def __init__(self, window: MainWindow, services: Services, messages: Messages) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self._messages = messages
        self._known: frozenset[int] | None = None
        self._begun = False
        self._page: SearchesPage | None = None
        for name in _STATE:
            window.menus.actions[name].setEnabled(False)
        window.menus.set_available(PAGE, False)

    def show_state(self) -> None:
        """Offer what can be done now; called once the window takes input, and after changes."""
        searches = self._services.searches
        known, running = searches.all(), searches.current()
        paused = running is not None and running.pause_on(self._services.days.today()) is not None
        old = len(known) > 1 or (bool(known) and running is None)
        can = {
            "pause": running is not None,
            "resume": paused,
            "end": running is not None,
            "begin": running is None and bool(known),
            "look_back": old,
        }
        for name, possible in can.items():
            self._window.menus.actions[name].setEnabled(possible)
        listed = old or any(search.pauses for search in known)
        self._window.menus.set_available(PAGE, listed)
        if not listed and self._window.stack.current.name == PAGE:
            self._window.show_page("today")
        self._known = frozenset(search.id for search in known)

    def take_change(self, changed: Changed) -> None:
        """Follow a change of the searches; note whether it let a new one begin by itself."""
        if self._known is None or not changed.tables & _TABLES:
            return
        former = self._known
        self.show_state()
        running = self._services.searches.current()
        by_itself = changed.step != _("Search begun")
        if by_itself and former and running is not None and running.id not in former:
            self._begun = True
            QTimer.singleShot(0, self, self._forget)  # what is said of the step comes at once

    def told(self, sentence: str) -> str:
        """Return what is said of a step, with the search that began with it."""
        begun, self._begun = self._begun, False
        return _("{done}. A new search begins.").format(done=sentence) if begun else sentence

    def pause(self) -> None:
        """Open the sheet that pauses the search."""
        self._window.dialogs.pause_search()

    def resume(self) -> None:
        """End the present pause."""
        if self._messages.done(self._services.searches.resume):
            self._messages.say(_("Pause ended"), undo=True)

    def end(self) -> None:
        """Open the sheet that ends the search; its one page follows."""
        self._window.dialogs.end_search(self.show_story)

    def begin(self) -> None:
        """Begin a new search today."""
        if self._messages.done(self._services.searches.begin):
            self._messages.say(_("A new search begins"), undo=True)
            self._window.go_to_today()

    def go_on(self, identity: int) -> None:
        """Let a search go on that had ended."""
        if self._messages.done(lambda: self._services.searches.go_on(identity)):
            self._messages.say(
                _("Your search goes on. What ended with it stays closed."), undo=True
            )
            self._window.go_to_today()

    def look_back(self) -> None:
        """Show the page of the search that runs or ran last."""
        latest = self._services.searches.latest()
        if latest is not None:
            self.show_story(latest.id)

    def show_story(self, identity: int) -> None:
        """Show the page of one search."""
        self._show().show_story(identity)

    def show_list(self) -> None:
        """Show the list of all searches."""
        self._show().show_list()

    def show_records(self, page: str, identity: int) -> None:
        """Show what a page has of one search."""
        shown = self._window.show_page(page)
        _of(shown, "show_search")(identity)

    def _show(self) -> SearchesPage:
        """Show the page of the searches, listened to from its first showing on."""
        page = cast("SearchesPage", self._window.show_page(PAGE))
        if self._page is None:
            self._page = page
            page.records_asked.connect(self.show_records)
            page.go_on_asked.connect(self.go_on)
            page.step_asked.connect(self._window.commands.run)
        return page

    def _forget(self) -> None:
        self._begun = False


def _of(page: Page, name: str) -> Callable[[int], object]:
    """Return what a page does by a name, or nothing where it can't."""
    found: Callable[[int], object] = getattr(page, name, lambda _identity: None)
    return found
