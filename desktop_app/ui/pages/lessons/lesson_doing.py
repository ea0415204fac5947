"""Does what the person wants with a lesson: one use case each, and a word on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.domain.guide.records import Lesson
    from desktop_app.services.bundle import Services
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.pages.page import Page
    from desktop_app.ui.theme import Appearance

MENU = (
    "lesson_practised", "lesson_practise_on", "", "lesson_helped", "lesson_no_help", "",
    "lesson_source", "lesson_change", "lesson_retire", "lesson_delete",
)  # fmt: skip


class LessonDoing:
    """The hands of the bank of lessons."""

    def __init__(
        self, page: Page, services: Services, messages: Messages, appearance: Appearance
    ) -> None:
        self._page = page
        self._services = services
        self._messages = messages
        self._appearance = appearance

    def fits(self, name: str, lesson: Lesson) -> bool:
        """Return whether an action makes sense for a lesson."""
        return name != "lesson_source" or lesson.rejection_id is not None

    def run(self, name: str, lesson: Lesson) -> None:
        """Do an action with a lesson.

        Raises:
            KeyError: there is no such action.
        """
        does: dict[str, Callable[[Lesson], object]] = {
            "lesson_practised": self.practised,
            "lesson_practise_on": lambda one: self.change(one, at_practice=True),
            "lesson_helped": lambda one: self._say_helped(one, True),
            "lesson_no_help": lambda one: self._say_helped(one, False),
            "lesson_retire": self._retire,
            "lesson_source": self._show_source,
            "lesson_change": self.change,
            "lesson_delete": self._delete,
        }
        does[name](lesson)

    def practised(self, lesson: Lesson) -> None:
        """Note that a lesson was practised today."""
        if self._messages.done(lambda: self._services.lessons.practised(lesson.id)):
            self._messages.say(_("Practised"), undo=True)

    def change(self, lesson: Lesson, *, at_practice: bool = False) -> None:
        """Open the sheet that changes a lesson."""
        from desktop_app.ui.sheets.lesson_sheet import LessonSheet

        parts = (self._services, self._messages, self._appearance)
        sheet = LessonSheet(*parts, self._page.window(), lesson, at_practice=at_practice)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()

    def _say_helped(self, lesson: Lesson, helped: bool) -> None:
        """Say that it helped or didn't; said twice, it is not said."""
        value = None if lesson.helped is helped else helped
        if self._messages.done(lambda: self._services.lessons.helped(lesson.id, value)):
            words = {True: _("It helped"), False: _("It didn't help"), None: _("Not said")}[value]
            self._messages.say(words, undo=True)

    def _retire(self, lesson: Lesson) -> None:
        retire = self._services.lessons.retire
        if self._messages.done(lambda: retire(lesson.id, not lesson.retired)):
            away = _("Lesson taken out again") if lesson.retired else _("Lesson put away")
            self._messages.say(away, undo=True)

    def _show_source(self, lesson: Lesson) -> None:
        if lesson.rejection_id is not None:
            self._page.record_asked.emit("rejections", lesson.rejection_id)

    def _delete(self, lesson: Lesson) -> None:
        if self._messages.done(lambda: self._services.lessons.delete(lesson.id)):
            self._messages.say(_("Lesson deleted"), undo=True)
