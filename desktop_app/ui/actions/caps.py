"""Key caps beside controls: they show the key that an action has now.

A widget with a cap is made with the key that its action has by itself, names the action in its
property ``action``, and has ``set_key``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from desktop_app.ui.actions.action import is_letter
from desktop_app.ui.actions.reader import OFF, PLAIN
from desktop_app.ui.actions.words import shown_keys

if TYPE_CHECKING:
    from desktop_app.ui.actions.book import ActionBook

ACTION = "action"


def cap_of(book: ActionBook, name: str, mode: str) -> str:
    """Return the key that a cap shows for an action, "" where none does it.

    Args:
        book: the actions.
        name: the action.
        mode: how single characters count now, as ``KeyReader.mode`` tells it.
    """
    keys = book.keys_of(book.get(name))
    letters = [key for key in keys if is_letter(key) and mode != OFF]
    chords = [key for key in keys if not is_letter(key)]
    return next(iter(shown_keys((*letters, *chords), PLAIN)), "")


def show_caps(root: QWidget, book: ActionBook, mode: str) -> None:
    """Let every cap in a widget show the key of its action."""
    for widget in root.findChildren(QWidget):
        name = widget.property(ACTION)
        set_key = getattr(widget, "set_key", None)
        if name and set_key is not None:
            set_key(cap_of(book, str(name), mode))
