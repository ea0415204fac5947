"""Finds out the shape of a table: what parts its cells, and which record names its columns."""

from __future__ import annotations

import csv
import math
import re
from collections import Counter
from typing import TYPE_CHECKING

from desktop_app.i18n import _
from desktop_app.transfer.days import choices_of
from desktop_app.transfer.meanings import guess
from desktop_app.transfer.words import is_title

if TYPE_CHECKING:
    from collections.abc import Sequence

DELIMITERS = (",", ";", "\t", "|")
HEAD = 64_000
LOOKED_AT = 60
_TITLES_ABOVE = 12
_LEAST_FULL = 0.6
_FIGURE = re.compile(r"[-+]?[\d., \u00a0]+\s?[%€$£]?", re.ASCII)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\S+", re.IGNORECASE)


def delimiter_of(head: str) -> str:
    """Return what parts the cells, by which all rows have the same number of them.

    Args:
        head: the beginning of the text, some ten lines or more; the last may be cut.
    """
    lines = head.splitlines(keepends=True)
    if lines and lines[0].strip().casefold().startswith("sep=") and len(lines[0].strip()) == 5:
        return lines[0].strip()[-1]  # as Excel writes it
    lines = lines[:-1] or lines
    best, highest = ",", 0.0
    for delimiter in DELIMITERS:
        widths = Counter(
            len(cells) for cells in _records(lines, delimiter) if any(map(str.strip, cells))
        )
        if not widths:
            continue
        width, count = max(widths.items(), key=lambda item: item[1] * math.log2(item[0]))
        score = count / widths.total() * math.log2(width)
        if score > highest:
            best, highest = delimiter, score
    return best


def delimiter_label(delimiter: str) -> str:
    """Return a delimiter's name on screen."""
    names = {",": _("Comma"), ";": _("Semicolon"), "\t": _("Tab"), "|": _("Bar")}
    return names.get(delimiter, delimiter)


def header_of(records: Sequence[Sequence[str]]) -> int | None:
    """Return which record names the columns, None where the table begins without names.

    Records with few cells above it are titles. Words that usually head columns tell it; else a
    record whose cells are no days, figures or addresses while those below it are.

    Args:
        records: the first records, blank ones left out.
    """
    looked = records[:_TITLES_ABOVE]
    hits = [sum(map(is_title, cells)) for cells in looked]
    most = max(hits, default=0)
    if most >= 2 or (most == 1 and hits[0] == 1):
        return hits.index(most)
    usual = Counter(map(_filled, records)).most_common(1)
    least = max(1.0, _LEAST_FULL * usual[0][0]) if usual else 1.0
    first = next((at for at, cells in enumerate(looked) if _filled(cells) >= least), 0)
    return None if _is_data(records, first) else first


def _is_data(records: Sequence[Sequence[str]], at: int) -> bool:
    """Return whether a record looks like those below it and not like names above them."""
    cells = [cell.strip() for cell in records[at]] if at < len(records) else []
    if any(_is_value(cell) for cell in cells):
        return True
    below = records[at + 1 :]
    if any(_is_value(cell.strip()) for row in below for cell in row):
        return False
    for place, cell in enumerate(cells):
        if cell and any(place < len(row) and row[place].strip() == cell for row in below):
            return True
    return bool(below) and any(cell and guess(cell) is not None for cell in cells)


def _is_value(cell: str) -> bool:
    return bool(cell and (_FIGURE.fullmatch(cell) or _ADDRESS.fullmatch(cell) or choices_of(cell)))


def _filled(cells: Sequence[str]) -> int:
    return sum(1 for cell in cells if cell.strip())


def _records(lines: Sequence[str], delimiter: str) -> list[list[str]]:
    records: list[list[str]] = []
    try:
        for cells in csv.reader(lines, delimiter=delimiter):
            records.append(cells)
            if len(records) >= LOOKED_AT:
                break
    except csv.Error:  # what was read until then tells enough
        pass
    return records
