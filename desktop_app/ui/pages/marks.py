"""The records that are selected together in a table: told, and kept while it is read anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic

from desktop_app.ui.models.table import Record

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop_app.ui.models.sort_filter import SortFilter
    from desktop_app.ui.widgets.record_view import RecordView


class Marks(Generic[Record]):
    """The selection of a view over records."""

    def __init__(
        self, view: RecordView, proxy: SortFilter[Record], identity: Callable[[Record], int]
    ) -> None:
        self._view = view
        self._proxy = proxy
        self._identity = identity

    @property
    def records(self) -> list[Record]:
        """The records that are selected; the one at the cursor where fewer than two are.

        A click with Ctrl may leave the cursor on a row that is not selected.
        """
        rows, cursor = self._view.rows, self._view.row
        if len(rows) < 2:
            rows = [cursor] if cursor >= 0 else []
        return [self._proxy.record(row) for row in rows]

    @property
    def several(self) -> bool:
        """Whether two or more are selected."""
        return len(self._view.rows) > 1

    def kept(self) -> list[int]:
        """Return what is selected together, for ``restore``; empty where it is one."""
        return [self._identity(one) for one in self.records] if self.several else []

    def restore(self, identities: Sequence[int]) -> None:
        """Select together again what is still shown of it."""
        found = [self._proxy.row_of(identity) for identity in identities]
        rows = [row for row in found if row is not None]
        if len(rows) > 1:
            self._view.mark_rows(rows)
