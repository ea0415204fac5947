"""The letters and digits of Today, as they log without a field in the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop_app.ui.pages.today.page import TodayPage

_DIGITS = {Qt.Key.Key_1: 1, Qt.Key.Key_2: 2, Qt.Key.Key_3: 3, Qt.Key.Key_4: 4, Qt.Key.Key_5: 5}


def is_plain(event: QKeyEvent) -> bool:
    """Return whether a key was pressed once, without Ctrl, Alt or the like."""
    plain = event.modifiers() & ~(
        Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
    )
    return plain == Qt.KeyboardModifier.NoModifier and not event.isAutoRepeat()


class DayKeys:
    """Tells the page what a key means."""

    def __init__(self, page: TodayPage) -> None:
        self._page = page
        self._energy_next = False

    def take(self, event: QKeyEvent) -> bool:
        """Do what a plain key means; return whether it meant something."""
        check_in = self._page.check_in
        energy_next = self._energy_next and check_in.energy_has_focus()
        self._energy_next = False
        digit = _DIGITS.get(Qt.Key(event.key()))
        if digit is not None:
            (check_in.choose_energy if energy_next else check_in.choose_mood)(digit)
            return True
        letter = event.text().upper()
        return len(letter) == 1 and letter.isalpha() and self._take_letter(letter)

    def _take_letter(self, letter: str) -> bool:
        page = self._page
        kind = page.activity.kind_of_key(letter)
        if kind is not None:
            page.activity.add_one(kind)
        elif letter == "E":
            self._energy_next = True
            page.check_in.focus_energy()
        elif letter == "W":
            page.check_in.focus_feelings()
        elif letter == "T":
            page.check_in.focus_note()
        elif letter == "R":
            page.toggle_rest()
        elif letter == "X":
            page.rejection_asked.emit(page.day)
        else:
            return False
        return True
