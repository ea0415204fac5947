"""What stands in the columns of an unknown table: days, links, words that recur."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from desktop_app.transfer.days import forms_of
from desktop_app.transfer.mapping import DAYS
from desktop_app.transfer.meanings import guess

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Mapping as MappingOf
    from datetime import date

    from desktop_app.transfer.days import DayForms, Order
    from desktop_app.transfer.mapping import Mapping
    from desktop_app.transfer.reading import Table

_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_LOOKED_AT = 500
_FIGURE = re.compile(r"[-+]?[\d., ]+\s?[%€$£]?", re.ASCII)


class Survey:
    """Looks at the columns of one table; what was found once is kept."""

    def __init__(self, table: Table, today: date) -> None:
        self.table = table
        self.today = today
        self._titles = dict(zip(table.names, table.columns, strict=True))
        self._forms: dict[str, DayForms] = {}

    def title(self, name: str) -> str:
        """Return a column's title as the file has it, or its name where that is empty."""
        return self._titles.get(name, "").strip() or name.strip()

    def forms(self, name: str) -> DayForms:
        """Return how a column writes days."""
        found = self._forms.get(name)
        if found is None:
            cells = self.table.counted(name)
            found = forms_of(_first(cells), self.today)
            if found.readable or not cells:  # else more of the same would be no days either
                found = forms_of(cells, self.today)
            found = self._forms[name] = found._replace(filled=cells.total())
        return found

    def examples(self, name: str, count: int = 3) -> list[str]:
        """Return the first different texts of a column."""
        return list(islice(self.table.counted(name), count))

    def words(self, name: str) -> list[tuple[str, int]]:
        """Return the different words of a column without regard to case, the most frequent first.

        Each is spelled as it stands first.
        """
        counts: Counter[str] = Counter()
        spelled: dict[str, str] = {}
        for text, count in self.table.counted(name).items():
            word = text.casefold()
            counts[word] += count
            spelled.setdefault(word, text)
        return [(spelled[word], count) for word, count in counts.most_common()]

    def share(self, name: str, kind: str) -> float:
        """Return which share of a column's cells is of a kind: ``link``, ``figure``, ``status``.

        Of a column with very many different cells the first are looked at.
        """
        cells = _first(self.table.counted(name))
        tests: dict[str, Callable[[str], object]] = {
            "link": _LINK.fullmatch,
            "figure": _FIGURE.fullmatch,
            "status": guess,
        }
        test = tests[kind]
        fitting = sum(count for text, count in cells.items() if test(text) is not None)
        return fitting / sum(cells.values()) if cells else 0.0

    def day_columns(self, mapping: Mapping) -> list[str]:
        """Return the columns that are mapped to days, in order of their importance."""
        names = (mapping.columns.get(target) for target in DAYS)
        return [name for name in names if name in self._titles]

    def order(self, name: str, mapping: Mapping) -> Order | None:
        """Return how the days of a column are read, None where nobody can know.

        Its own values decide, then what the person said, then the other columns of days.
        """
        own = self.forms(name).orders
        if len(own) == 1:
            return own[0]
        if mapping.order is not None and mapping.order in (own or (mapping.order,)):
            return mapping.order
        others = (self.forms(other).orders for other in self.day_columns(mapping))
        return next((orders[0] for orders in others if len(orders) == 1), mapping.order)

    def undecided(self, mapping: Mapping) -> str | None:
        """Return the first column of which nothing tells whether the day stands first."""
        for name in self.day_columns(mapping):
            if self.forms(name).undecided and self.order(name, mapping) is None:
                return name
        return None

    def asks_order(self, mapping: Mapping) -> str | None:
        """Return the first column for which only the person can say, and may have said, it."""
        from dataclasses import replace

        return self.undecided(replace(mapping, order=None))


def _first(cells: MappingOf[str, int]) -> dict[str, int]:
    return dict(islice(cells.items(), _LOOKED_AT))
