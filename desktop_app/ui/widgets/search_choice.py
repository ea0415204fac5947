"""The choice of a job search, or of all, for pages whose records come from several."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox

from desktop_app.domain.searches import search_label
from desktop_app.i18n import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QWidget

    from desktop_app.domain.searches import JobSearch


class SearchChoice(QComboBox):
    """Which search; hidden while there are fewer than two, for then there is nothing to choose.

    Signals:
        search_chosen: the search's id, None for all; only what the person chose is told.
    """

    search_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Which search"))
        self._offered: list[tuple[str, int | None]] = []
        self.hide()
        self.activated.connect(self._on_activated)

    @property
    def search(self) -> int | None:
        """The id of the chosen search, None for all, and where there is nothing to choose."""
        chosen: int | None = self.currentData()
        return chosen if len(self._offered) > 2 else None

    def set_searches(self, searches: Sequence[JobSearch]) -> None:
        """Offer searches, the newest first; a choice that is gone falls back to all."""
        offered = [(_("All searches"), None), *((search_label(one), one.id) for one in searches)]
        if offered != self._offered:
            chosen, self._offered = self.currentData(), offered
            self.clear()
            for words, identity in offered:
                self.addItem(words, identity)
            self.choose(chosen)
        self.setVisible(len(searches) > 1)

    def choose(self, search: int | None) -> None:
        """Choose without telling anybody; a search that is not offered chooses all."""
        ids = [identity for _words, identity in self._offered]
        self.setCurrentIndex(ids.index(search) if search in ids else 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page, so that scrolling changes no choice."""
        event.ignore()

    def _on_activated(self, _index: int) -> None:
        self.search_chosen.emit(self.search)
