"""What the actions of Today do, and letters that were meant as a note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.i18n import _
from desktop_app.ui.actions.book import LOG
from desktop_app.ui.actions.physical import is_plain
from desktop_app.ui.pages.today.typed_note import TypedNote

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from desktop_app.services.bundle import Services
    from desktop_app.ui.actions.action import Action
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.pages.today.page import TodayPage


class DayKeys:
    """Tells the page what an action means."""

    def __init__(self, page: TodayPage, services: Services, messages: Messages) -> None:
        self._page = page
        self._upkeep = services.upkeep
        self._messages = messages
        self._energy_next = False
        self._typed = TypedNote()

    def run(self, name: str) -> None:
        """Do an action of this page by its name."""
        before = self._upkeep.undo_mark
        self._run(name)
        mark = self._upkeep.undo_mark
        self._typed.acted(None if mark == before else mark)

    def take_writing(self, event: QKeyEvent, action: Action | None) -> bool:
        """Take letters that follow each other as no two keys do for a note, and say so.

        What they logged is taken back, and they go on in the note.
        """
        text = event.text()
        if not is_plain(event) or not (text.isalpha() or text.isspace()) or not event.timestamp():
            self._typed.forget()
            return False
        caught = self._typed.press(text, event.timestamp(), action.name if action else "")
        if caught is None:
            return False
        while self._upkeep.undo_mark in caught.marks:
            if not self._messages.attempt(self._upkeep.undo):
                return True
        self._page.check_in.focus_note()
        note = self._page.check_in.note
        before = note.write_on(caught.text)

        def undo() -> None:
            note.setPlainText(before)
            note.clearFocus()
            for name in caught.actions:
                self._page.run(name)

        self._messages.say(_("That looked like a note."), undo=undo)
        return True

    def _run(self, name: str) -> None:
        page, check_in = self._page, self._page.check_in
        energy_next = self._energy_next and check_in.energy_has_focus()
        self._energy_next = False
        first, _colon, rest = name.partition(":")
        if first == "mood":
            (check_in.choose_energy if energy_next else check_in.choose_mood)(int(rest))
        elif name.startswith(LOG) and page.ended_today():
            self._messages.say(_("No search is running. Begin a new one to log what you do."))
        elif name.startswith(LOG):
            page.activity.add_one(rest)
        elif first == "kind":
            page.kinds.run(rest)
        elif name == "energy":
            self._energy_next = True
            check_in.focus_energy()
        else:
            does: dict[str, Callable[[], None]] = {
                "feelings": check_in.focus_feelings,
                "note": check_in.focus_note,
                "another_check_in": page.begin_check_in,
                "next_steps": lambda: page.next_steps.enter(),
                "add_next_step": lambda: page.next_steps.begin_line(),
                "details": page.activity.unfold_details,
                "rest": page.kinds.toggle_rest,
                "kinds": page.header.ask_kinds,
                "undecided": page.deciding.ask,
                "next_undecided": page.deciding.go_on,
                "go_to_day": page.any_day.open,
                "day_before": lambda: page.move_day(-1),
                "day_after": lambda: page.move_day(1),
            }
            does[name]()
