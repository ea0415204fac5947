"""Other keys for an action: which can be chosen, who has one already, what takes its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from desktop_app.domain.kinds import DEFAULT_KINDS
from desktop_app.i18n import _
from desktop_app.ui.actions.action import Action, is_letter
from desktop_app.ui.actions.book import LOG

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.services.bundle import Services
    from desktop_app.ui.actions.book import ActionBook

# What moves about the window and its fields, on any page.
_KEPT = frozenset(
    {
        "Tab", "Return", "Enter", "Esc", "Space", "Left", "Right", "Up", "Down", "Home", "End",
        "PgUp", "PgDown", "Backspace", "Del", "Ins",
    }
)  # fmt: skip
_HELD = ("Ctrl", "Alt", "Shift", "Meta")
_FUNCTION_KEY = re.compile(r"F\d+")
_DEFAULT_LETTERS = {f"{LOG}{kind.name}": kind.key for kind in DEFAULT_KINDS}


class KeyChoice:
    """Chooses keys for the actions of a book."""

    def __init__(self, services: Services, book: ActionBook) -> None:
        self._keys = services.keys
        self._book = book

    def fault(self, key: str) -> str:
        """Return why a key can be nobody's, "" where it can be chosen."""
        if is_letter(key):
            return (
                _("The blank presses what has the focus, so it stays free.") if key == " " else ""
            )
        held, name = _parts(key)
        if not held - {"Shift"}:
            if name in _KEPT:
                return _("{key} moves about the window, so it stays free.").format(key=name)
            if not _FUNCTION_KEY.fullmatch(name):
                return _("This key has no name here. Press another one.")
        elif held <= {"Alt", "Shift"} and is_letter(name):
            return _("Alt with a letter opens a menu. Hold Ctrl as well, or choose another key.")
        return ""

    def holder(self, action: Action, key: str) -> Action | None:
        """Return the first other action that has a key where it would count for this one too."""
        return next(self._holders(action, key), None)

    def give(self, action: Action, key: str) -> None:
        """Give an action a key; a letter takes the place of its letter, a chord of its chords."""
        self._keys.choose({action.name: self._with(action, key)})

    def take(self, action: Action, key: str, holder: Action) -> None:
        """Give an action another one's key; that one gets what this one had, if it had any.

        Where several pages have the key for something of their own, all of them give it up.
        """
        before = [one for one in self._book.keys_of(action) if is_letter(one) == is_letter(key)]
        left = [one for one in self._book.keys_of(holder) if one != key]
        given = next((one for one in before if not self._clashes(holder, one, action)), None)
        if given is not None:
            left.append(given)
        changes: dict[str, tuple[str, ...] | list[str] | None] = {
            other.name: [one for one in self._book.keys_of(other) if one != key]
            for other in self._holders(action, key)
        }
        changes |= {action.name: self._with(action, key), holder.name: left}
        self._keys.choose(changes)

    def clear(self, action: Action) -> None:
        """Leave an action without keys."""
        self._keys.choose({action.name: ()})

    def is_changed(self, action: Action) -> bool:
        """Return whether an action has other keys than by itself."""
        return tuple(self._book.keys_of(action)) != self._own_default(action)

    def lost_to(self, action: Action) -> list[Action]:
        """Return the actions that have keys which this one has by itself."""
        found = [self.holder(action, key) for key in self._own_default(action)]
        return [other for other in found if other is not None]

    def reset(self, action: Action) -> None:
        """Give an action the keys that it has by itself, taking them from whoever has them."""
        default = self._own_default(action)
        changes: dict[str, tuple[str, ...] | None] = {}
        for other in self.lost_to(action):
            changes[other.name] = tuple(
                key for key in self._book.keys_of(other) if key not in default
            )
        changes[action.name] = default if action.name.startswith(LOG) else None
        self._keys.choose(changes)

    def reset_all(self) -> None:
        """Give every action the keys that it has by itself.

        A letter of an own kind goes where it is another action's by itself.
        """
        changes: dict[str, tuple[str, ...] | None] = {}
        every, own = self._book.all(), self._own_kinds()
        taken = {
            key for action in every if action.name not in own for key in self._own_default(action)
        }
        for action in every:
            if action.name in own:
                letter = self._book.letter_of(action.name)
                changes[action.name] = (letter,) if letter and letter not in taken else ()
            elif action.name.startswith(LOG):
                changes[action.name] = self._own_default(action)
            else:
                changes[action.name] = None
        self._keys.choose(changes, _("All keys as they were"))

    def _own_kinds(self) -> set[str]:
        """Return the actions of kinds that the person made."""
        return {
            action.name
            for action in self._book.all()
            if action.name.startswith(LOG) and action.name not in _DEFAULT_LETTERS
        }

    def _own_default(self, action: Action) -> tuple[str, ...]:
        """Return the keys that an action has by itself; an own kind has those it has."""
        if action.name in _DEFAULT_LETTERS:
            letter = _DEFAULT_LETTERS[action.name]
            return (letter,) if letter else ()
        if action.name.startswith(LOG):
            return tuple(self._book.keys_of(action))
        return action.keys

    def _with(self, action: Action, key: str) -> tuple[str, ...]:
        kept = [one for one in self._book.keys_of(action) if is_letter(one) != is_letter(key)]
        return (key, *kept) if is_letter(key) else (*kept, key)

    def _holders(self, action: Action, key: str) -> Iterator[Action]:
        """Yield the other actions that have a key where it would count for this one too."""
        for other in self._book.all():
            if other.name == action.name or key not in self._book.keys_of(other):
                continue
            on_pages = is_letter(key) or (other.only_here and action.only_here)
            if not on_pages or "" in (other.page, action.page) or other.page == action.page:
                yield other

    def _clashes(self, action: Action, key: str, leaving: Action) -> bool:
        """Return whether a key would be another one's too, once ``leaving`` has given it up."""
        return any(holder.name != leaving.name for holder in self._holders(action, key))


def _parts(key: str) -> tuple[set[str], str]:
    """Return what is held, and the key itself, of a chord such as ``Ctrl+Shift+Z``."""
    held = set()
    name = key
    while (first := name.partition("+")[0]) in _HELD:
        held.add(first)
        name = name.removeprefix(f"{first}+")
    return held, name
