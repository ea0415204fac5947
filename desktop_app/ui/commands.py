"""What each action of the window does, by its name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop_app.domain.settings import TEXT_SIZES, setting_words, size_words
from desktop_app.i18n import _
from desktop_app.ui.actions.specs import ON_SOME

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.services.bundle import Services
    from desktop_app.ui.actions.action import Action
    from desktop_app.ui.actions.book import ActionBook
    from desktop_app.ui.main_window import MainWindow
    from desktop_app.ui.messages import Messages


class Commands:
    """Runs actions, those of a page on that page."""

    def __init__(
        self, window: MainWindow, services: Services, messages: Messages, book: ActionBook
    ) -> None:
        self._window = window
        self._services = services
        self._messages = messages
        self._book = book

    def can(self, action: Action) -> bool:
        """Return whether an action can be done now."""
        page = self._window.stack.current
        if action.name in ON_SOME:
            return action.name in page.offers
        shown = self._window.menus.actions.get(action.name)
        if shown is not None and not shown.isEnabled():
            return False
        if page.name == action.page:
            return page.can(action.name)
        if action.only_here:
            return False
        return not action.page or self._window.stack.available()[action.page]

    def run(self, name: str) -> None:
        """Do an action by name if it can be done, after showing the page that it belongs to.

        Raises:
            KeyError: there is no such action.
        """
        action = self._book.get(name)
        if not self.can(action):
            return
        window = self._window
        page = window.stack.current
        if name in page.offers:
            page.run(name)
            return
        first, _colon, rest = name.partition(":")
        does = self._of_window(first, rest)
        if does is not None:
            does()
            return
        if action.page and page.name != action.page:
            page = window.show_page(action.page)
        page.run(name)

    def _of_window(self, name: str, rest: str) -> Callable[[], object] | None:
        window, dialogs = self._window, self._window.dialogs
        does: dict[str, Callable[[], object]] = {
            "page": lambda: window.go_to(rest),
            "appearance": lambda: self._set("appearance", rest),
            "already": dialogs.ask_what_was_before,
            "text": lambda: self._size_text(rest),
            "import": dialogs.import_file,
            "pause": window.searching.pause,
            "resume": window.searching.resume,
            "end": window.searching.end,
            "begin": window.searching.begin,
            "look_back": window.searching.look_back,
            "help": dialogs.find_help,
            "quit": window.close,
            "undo": self.undo,
            "redo": self.redo,
            "add_application": lambda: dialogs.add_application(window),
            "rejection": lambda: dialogs.note_rejection(window.today.day),
            "several_rejections": lambda: dialogs.note_several_rejections(window.today.day),
            "lesson_add": dialogs.add_lesson,
            "setback_plan": dialogs.write_setback_plan,
            "quiet_review": dialogs.review_quietly,
            "weekly_plan": dialogs.plan_week,
            "today": window.go_to_today,
            "about": dialogs.tell_about,
            "keys": lambda: dialogs.show_keys(self._book, window.letter_mode),
            "palette": self._open_palette,
        }
        return does.get(name)

    def undo(self) -> None:
        """Take the newest step back and say so."""
        if not self._messages.done(self._window.flush):
            return
        upkeep = self._services.upkeep
        words = _("Taking back: {step}").format(step=upkeep.undo_name or "")
        self._move(upkeep.undo, upkeep.undo_is_large, words, self._say_undone)

    def redo(self) -> None:
        """Do the newest undone step again and say so."""
        upkeep = self._services.upkeep
        words = _("Doing again: {step}").format(step=upkeep.redo_name or "")
        self._move(upkeep.redo, upkeep.redo_is_large, words, self._say_redone)

    def _move(
        self,
        move: Callable[[], str | None],
        large: bool,
        words: str,
        say: Callable[[str | None], None],
    ) -> None:
        """Undo or redo at once, or beside the window where that takes longer."""
        if large:
            self._window.dialogs.do_beside(words, move, say)
        else:
            say(self._messages.attempt(move))

    def _say_undone(self, name: str | None) -> None:
        if name:
            self._messages.say(_("Taken back: {step}").format(step=name))

    def _say_redone(self, name: str | None) -> None:
        if name:
            self._messages.say(_("Done again: {step}").format(step=name), undo=True)

    def explain_letters(self) -> None:
        """Say once that a screen reader has the letters, and how they log all the same."""
        settings = self._services.settings
        if not settings.get("letters_explained"):
            today = self._services.days.today()
            self._messages.done(
                lambda: settings.store("letters_explained", True, today=today, undoable=False)
            )
            self._messages.say(
                _("A screen reader needs the letters, so they log with Alt: Alt+A, Alt+4.")
            )

    def _open_palette(self) -> None:
        """Open the palette, or close the one that is open."""
        from desktop_app.ui.locales import month_first
        from desktop_app.ui.palette.finding import actions, applications, days
        from desktop_app.ui.palette.palette import Palette

        window = self._window
        opened = [one for one in window.ground.findChildren(Palette) if one.isVisible()]
        if opened:
            opened[0].dismiss()
            return
        today = self._services.days.today()
        show = partial(window.open_record, "applications")
        sources = [
            days(today, window.go_to_day, month_first=month_first(window.locale())),
            actions(self._book, self, window.letter_mode),
            applications(self._services.known_applications.all(), today, show),
        ]
        palette = Palette(window.appearance, sources, window.ground)
        palette.closed.connect(palette.deleteLater)
        palette.open()

    def _size_text(self, way: str) -> None:
        """Let text be a step larger or smaller, or as the system has it."""
        sizes = [int(size) for size in TEXT_SIZES if size != "system"]
        now = round(self._window.appearance.scale * 100)
        steps = {
            "larger": [size for size in sizes if size > now][:1],
            "smaller": [size for size in sizes if size < now][-1:],
        }.get(way)
        size = way if steps is None else "".join(str(step) for step in steps)
        if not size or size == self._services.settings.get("text_size"):
            return
        self._set("text_size", size)
        label = setting_words("text_size").label
        said = _("{setting}: {value}").format(setting=label, value=size_words(size))
        self._messages.say(said, undo=True)

    def _set(self, name: str, text: str) -> None:
        today = self._services.days.today()
        self._messages.done(lambda: self._services.settings.set(name, text, today=today))
