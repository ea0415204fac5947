"""Keeps which of a day's check-ins is edited, while they come and go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.services.check_ins import LATEST, NEW

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.domain.entries import CheckIn


class WhichCheckIn:
    """The latest one until the person chooses another or begins one."""

    def __init__(self) -> None:
        self._which: int | None = LATEST
        self._begun: int | None = None
        self._before: frozenset[int] = frozenset()

    @property
    def which(self) -> int | None:
        """The check-in as the service takes it: an id, LATEST or NEW."""
        return self._which

    def latest(self) -> None:
        """Edit the latest one, as when another day is shown."""
        self._which, self._begun = LATEST, None

    def choose(self, identity: int) -> None:
        """Edit one that is there."""
        self._which = identity

    def begin(self, check_ins: Sequence[CheckIn]) -> None:
        """Edit one that is yet to come: the first that is not among those there are."""
        self._which = NEW
        self._before = frozenset(one.id for one in check_ins)

    def pick(self, check_ins: Sequence[CheckIn]) -> CheckIn | None:
        """Return the one to edit, None where it is not begun.

        One that was begun here and is empty again, or was taken back, is yet to come once more.
        """
        if self._which == NEW:
            come = [one for one in check_ins if one.id not in self._before]
            if not come:
                return None
            self._which = self._begun = max(one.id for one in come)
        found = next((one for one in check_ins if one.id == self._which), None)
        if found is not None:
            return found
        if self._which is not LATEST:
            if self._which == self._begun and check_ins:
                self.begin(check_ins)
                return None
            self.latest()
        return check_ins[-1] if check_ins else None
