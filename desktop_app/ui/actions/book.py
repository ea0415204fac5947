"""The book of actions: which there are, and which key does what, the person's own keys first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.kinds import kind_label
from desktop_app.ui.actions.action import Action, is_letter
from desktop_app.ui.actions.specs import window_actions

if TYPE_CHECKING:
    from desktop_app.services.bundle import Services

LOG = "log:"


class ActionBook:
    """Every action of one window."""

    def __init__(self, services: Services) -> None:
        self._services = services
        self._fixed = {action.name: action for action in window_actions()}

    def fixed(self) -> tuple[Action, ...]:
        """Return the actions that are there whatever the journal holds."""
        return tuple(self._fixed.values())

    def all(self) -> tuple[Action, ...]:
        """Return every action, those that log a kind of activity among them."""
        return (*self._kinds(), *self._fixed.values())

    def get(self, name: str) -> Action:
        """Return an action by name.

        Raises:
            KeyError: there is none.
        """
        found = self._fixed.get(name)
        if found is not None:
            return found
        return next(one for one in self._kinds() if one.name == name)

    def keys_of(self, action: Action) -> tuple[str, ...]:
        """Return the keys that do an action now, the person's own where they chose some.

        A kind keeps its letter itself; only its chords are chosen apart from it.
        """
        own = self._services.settings.get("keys").get(action.name)
        if own is None:
            return action.keys
        return (*action.keys, *own) if action.name.startswith(LOG) else tuple(own)

    def every_key_of(self, action: Action) -> tuple[str, ...]:
        """Return the keys that do an action now, and those by which a table does it itself."""
        return (*self.keys_of(action), *action.own_keys)

    def chords_of(self, action: Action) -> list[str]:
        """Return an action's keys that also work while a text is written."""
        return [key for key in self.keys_of(action) if not is_letter(key)]

    def letter_of(self, name: str) -> str:
        """Return the single character that does an action, "" where none does."""
        action = self.get(name)
        return next((key for key in self.keys_of(action) if is_letter(key)), "")

    def action_of(self, key: str, page: str) -> Action | None:
        """Return what a key does on a page, None where it means nothing."""
        if not key:
            return None
        wanted = key.upper()
        for action in (*self._kinds(), *self._fixed.values()):
            if action.page in ("", page) and wanted in self.keys_of(action):
                return action
        return None

    def _kinds(self) -> list[Action]:
        return [
            Action(
                f"{LOG}{kind.name}",
                kind_label(kind).replace("&", "&&"),
                "log",
                (kind.key.upper(),) if kind.key else (),
                "today",
                icon=kind.icon,
            )
            for kind in self._services.activities.kinds()
        ]
