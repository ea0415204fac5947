"""What every page has in common: it refreshes when seen and goes stale while hidden."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QShowEvent

    from desktop_app.domain.changes import Changed
    from desktop_app.ui.actions.action import Action


class Page(QWidget):
    """A page of the window.

    Signals:
        action_asked: the name of an action of the window that the person wants done.
        record_asked: the name of a page and the id of a record that they want to see there.
        guide_asked: the id of a rejection that they want to go through.
    """

    action_asked = Signal(str)
    record_asked = Signal(str, int)
    guide_asked = Signal(int)

    #: The page's name among the actions.
    name: str = ""
    #: The page whose row in the sidebar stands for this one; "" for its own.
    row: str = ""
    #: Actions of every page that this one offers, such as ``find``, or does in a way of its own.
    offers: frozenset[str] = frozenset()
    #: Tables whose changes concern the page; empty for all.
    tables: frozenset[str] = frozenset()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stale = True

    def refresh(self) -> None:
        """Show what the journal holds now."""
        raise NotImplementedError

    def take_change(self, changed: Changed) -> None:
        """Refresh if in sight and concerned, else do it when next shown."""
        if self.tables and not self.tables & changed.tables:
            return
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def turn_day(self) -> None:
        """Refresh for a day that has begun, now if in sight, else when next shown."""
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def run(self, name: str) -> None:
        """Do an action of this page, or one that it offers.

        Raises:
            KeyError: the page has no such action.
        """
        raise KeyError(name)

    def can(self, name: str) -> bool:
        """Return whether an action of this page, which is in sight, can be done now."""
        return True

    def take_writing(self, event: QKeyEvent, action: Action | None) -> bool:
        """Take a key that no widget took for writing, whatever action it stands for."""
        return False

    def flush(self) -> None:
        """Save what was typed and is not yet saved."""

    @property
    def spot(self) -> str:
        """Where on the page the person is, in words of the page's own."""
        return ""

    def go_to(self, spot: str) -> None:
        """Show what ``spot`` said of another page of the same kind."""

    def showEvent(self, event: QShowEvent) -> None:
        """Refresh a stale page before it is seen."""
        if self._stale:
            self._stale = False
            self.refresh()
        super().showEvent(event)
