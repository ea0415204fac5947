"""Keep the keys that the person chose: letters of kinds with the kinds, all others by action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.i18n import _

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop_app.services.kinds import Kinds
    from desktop_app.services.recording import Recording
    from desktop_app.services.settings import Settings
    from desktop_app.storage.journal import Journal

LOG = "log:"


class ChosenKeys:
    """The person's own keys, by the name of the action that they do."""

    def __init__(
        self, journal: Journal, recording: Recording, settings: Settings, kinds: Kinds
    ) -> None:
        self._journal = journal
        self._recording = recording
        self._settings = settings
        self._kinds = kinds

    def chosen(self) -> dict[str, tuple[str, ...]]:
        """Return the keys of each action whose keys were changed, without letters of kinds."""
        return {name: tuple(keys) for name, keys in self._settings.get("keys").items()}

    def choose(self, changes: Mapping[str, Sequence[str] | None], step: str = "") -> None:
        """Give actions other keys, in one step.

        Args:
            changes: for each action its keys, None for those that it has by itself. An action
                that logs a kind keeps one letter with the kind; None leaves the kind's letter.
            step: the step's name, or "".

        Raises:
            InvalidInput: two kinds would have one letter; nothing was changed.
        """
        keys: dict[str, list[str]] = {
            name: list(known) for name, known in self._settings.get("keys").items()
        }
        letters: dict[str, str] = {}
        for name, wanted in changes.items():
            kept = list(wanted) if wanted is not None else None
            if kept is not None and name.startswith(LOG):
                letters[name.removeprefix(LOG)] = next((key for key in kept if len(key) == 1), "")
                kept = [key for key in kept if len(key) > 1] or None
            if kept is None:
                keys.pop(name, None)
            else:
                keys[name] = kept
        name = step or _("Key changed")
        with self._journal.write(name) as db:
            if letters:
                self._kinds.set_keys(db, letters)
            if keys != self._settings.get("keys"):
                self._settings.store("keys", keys, today=self._recording.today())
