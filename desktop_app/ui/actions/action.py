"""One action of the window, as menus, the palette, the sheet of keys and Settings know it."""

from __future__ import annotations

from typing import NamedTuple

# The icons of the moods, from hard to great.
MOOD_ICONS = ("mood-sad-2", "mood-sad", "mood-empty", "mood-smile", "mood-happy")


class Action(NamedTuple):
    """Something that can be done by key and by menu or palette.

    Attributes:
        name: what it is called in code and in the person's own keys, such as ``page:today``.
        label: its words as in a menu, with mnemonic and dots; && stands for &.
        group: the name of the group that it stands in (specs.GROUPS).
        keys: the keys it has until the person chooses others: single characters, or chords and
            function keys as QKeySequence writes them.
        page: the page on which its single characters count; "" for every page.
        menu: the menu that it stands in, or "".
        only_here: whether it can only be done while its page is in sight.
        icon: its icon in the palette, or "" for that of its group.
        own_keys: keys that a table takes by itself, such as Enter, which nobody can change.
        choice: the group of menu items of which one is checked, or "".
    """

    name: str
    label: str
    group: str
    keys: tuple[str, ...] = ()
    page: str = ""
    menu: str = ""
    only_here: bool = False
    choice: str = ""
    icon: str = ""
    own_keys: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """The label without mnemonic and dots."""
        return "&".join(part.replace("&", "") for part in self.label.split("&&")).removesuffix("…")


def is_letter(key: str) -> bool:
    """Return whether a key is a single character, which pauses while a text is written."""
    return len(key) == 1
