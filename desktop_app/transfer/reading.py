"""Reads a table of cells from a file that a stranger wrote, and refuses what is none."""

from __future__ import annotations

import csv
import hashlib
import itertools
import threading
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.text import without_controls
from desktop_app.i18n import _
from desktop_app.transfer.encodings import encoding_of, text_of
from desktop_app.transfer.files import LARGEST_FILE, opened
from desktop_app.transfer.shape import HEAD, LOOKED_AT, delimiter_of, header_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from io import TextIOBase
    from pathlib import Path

    from desktop_app.transfer.files import Source

MOST_ROWS = 100_000
MOST_COLUMNS = 10_000
MOST_CELLS = 5_000_000
SAMPLE = 5
# csv has one limit for the process; it is raised only while a file is read.
_limit_lock = threading.Lock()


class How(NamedTuple):
    """How a file is read: found out, or as the person says where it isn't None.

    Attributes:
        encoding: the codec of its letters.
        delimiter: what parts its cells.
        header: the line that names the columns, 0 where none does.
    """

    encoding: str | None = None
    delimiter: str | None = None
    header: int | None = None


class Row(NamedTuple):
    """One row: the line that it starts on, 1 for the first, and its cells as text.

    ``fault`` says why the row is none, as for a number where an object should stand.
    """

    line: int
    cells: tuple[str, ...]
    places: Mapping[str, int]
    fault: str = ""

    def get(self, column: str) -> str:
        """Return a cell without control characters and outer blanks; "" where there is none."""
        place = self.places.get(column)
        if place is None or place >= len(self.cells):
            return ""
        return clean(self.cells[place])

    @property
    def blank(self) -> bool:
        """Whether every cell is empty."""
        return not any(cell and not cell.isspace() for cell in self.cells)

    @property
    def surplus(self) -> bool:
        """Whether it holds words beyond the last column, so that its cells can't be told apart."""
        return any(cell.strip() for cell in self.cells[len(self.places) :])


@dataclass(frozen=True)
class Table:
    """A table that was read.

    Attributes:
        name: the file's name as a sentence shows it.
        columns: their titles as the file has them.
        rows: its rows, blank ones left out.
        how: how it was read.
        cut: the sentence about a file that is too large, of which only the first part is here.
        heads: the first lines with something in them, that may name the columns.
    """

    name: str
    columns: tuple[str, ...]
    rows: Sequence[Row]
    how: How = field(default_factory=How)
    cut: str = ""
    heads: tuple[int, ...] = ()
    _counted: dict[str, Counter[str]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def names(self) -> tuple[str, ...]:
        """The columns' names as ``Row.get`` takes them."""
        return tuple(plain_names(self.columns))

    @property
    def sample(self) -> Sequence[Row]:
        """The first rows, for telling what the columns mean."""
        return self.rows[:SAMPLE]

    def counted(self, name: str) -> Counter[str]:
        """Return each different text of a column with its count, "" left out."""
        found = self._counted.get(name)
        if found is None:
            place = self.names.index(name)
            raw = Counter(row.cells[place] for row in self.rows if place < len(row.cells))
            found = self._counted[name] = Counter()
            for text, count in raw.items():
                found[clean(text)] += count
            del found[""]
        return found


def read_table(path: Path, how: How | None = None) -> Table:
    """Read a file of text with a row in each line, or Indeed's JSON, as a table.

    Of a file that is too large only the first part is read, and ``cut`` says so.

    Raises:
        InvalidInput: no file that can be read (``files.opened``), no text, NUL bytes, a quotation
            mark that is never closed, or too many rows or columns; the sentence says which.
    """
    source = opened(path)
    from desktop_app.transfer import json_table  # late: few files need it

    if json_table.looks_like_json(source):
        return json_table.read(source)
    return _read_text(source, how or How())


def row_key(*cells: str) -> str:
    """Return 32 characters that identify a row by these cells; equal rows share them."""
    return hashlib.sha256("\x1f".join(cells).encode("utf-8", "replace")).hexdigest()[:32]


def plain_names(columns: Sequence[str]) -> list[str]:
    """Return names in small letters and without extra blanks, each once: a second is numbered."""
    names: list[str] = []
    taken: set[str] = set()
    for place, column in enumerate(columns):
        plain = " ".join(without_controls(column).casefold().split())
        if not plain or plain in taken:
            plain = f"{plain} #{place + 1}"
        taken.add(plain)
        names.append(plain)
    return names


def clean(cell: str) -> str:
    """Return a cell without control characters and outer blanks."""
    return (cell if cell.isprintable() else without_controls(cell)).strip()


def _read_text(source: Source, how: How) -> Table:
    encoding = how.encoding or encoding_of(source)
    text = text_of(source, encoding)
    head = text.read(HEAD)
    text.seek(0)
    delimiter = how.delimiter or delimiter_of(head)
    with _limit_lock:
        former = csv.field_size_limit(LARGEST_FILE)
        try:
            return _table(source, text, How(encoding, delimiter, how.header))
        except csv.Error:
            raise InvalidInput(
                _("“{file}” can't be read as a table.").format(file=source.name)
            ) from None
        finally:
            csv.field_size_limit(former)


def _table(source: Source, text: TextIOBase, how: How) -> Table:
    records = _records(source, text, how.delimiter or ",")
    first = list(itertools.islice(records, LOOKED_AT))
    if not first:
        raise InvalidInput(_("“{file}” is empty.").format(file=source.name))
    if how.header is None:
        at = header_of([cells for _line, cells in first])
    else:
        at = next((at for at, (line, _cells) in enumerate(first) if line == how.header), None)
    header = 0 if at is None else first[at][0]
    body: Iterable[tuple[int, list[str]]]
    body = itertools.chain(first if at is None else first[at + 1 :], records)
    if at is None:
        body = list(body)
        width = max(len(cells) for _line, cells in body)
        columns = tuple(_("Column {n}").format(n=place + 1) for place in range(width))
    else:
        columns = tuple(without_controls(cell).strip() for cell in first[at][1])
    index = {plain: place for place, plain in enumerate(plain_names(columns))}
    return Table(
        name=source.name,
        columns=columns,
        rows=_rows(source, body, index),
        how=How(how.encoding, how.delimiter, header),
        cut=source.too_large() if source.partial else "",
        heads=tuple(line for line, _cells in first[:5]),
    )


def _rows(
    source: Source, body: Iterable[tuple[int, list[str]]], index: Mapping[str, int]
) -> tuple[Row, ...]:
    rows: list[Row] = []
    count = 0
    for line, cells in body:
        rows.append(Row(line, tuple(cells), index))
        count += len(cells)
        if len(rows) > MOST_ROWS:
            raise InvalidInput(
                _("“{file}” has more than {limit} rows. Save it as several files.").format(
                    file=source.name, limit=MOST_ROWS
                )
            )
        if count > MOST_CELLS:
            raise InvalidInput(
                _("“{file}” has more than {limit} cells. Save it as several files.").format(
                    file=source.name, limit=MOST_CELLS
                )
            )
    return tuple(rows)


def _records(source: Source, text: TextIOBase, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each record that holds something, with the line that it starts on."""
    lines = _Lines(source, text, delimiter)
    start = 1
    for cells in csv.reader(iter(lines), delimiter=delimiter):
        record, lines.record = lines.record, []
        # csv takes everything after an unclosed quotation mark as one cell, without a word.
        if len(record) > 1 and "".join(record).count('"') % 2:
            if source.partial and lines.ended:
                return  # the first part of a file may end inside a cell
            raise InvalidInput(
                _("“{file}”: a quotation mark in line {line} is never closed.").format(
                    file=source.name, line=start
                )
            )
        first, start = start, lines.count + 1
        if any(cell and not cell.isspace() for cell in cells):
            yield first, cells


class _Lines:
    """Hands lines to csv one by one, and knows which belong to the record being read."""

    def __init__(self, source: Source, text: TextIOBase, delimiter: str) -> None:
        self.record: list[str] = []
        self.count = 0
        self.ended = False
        self._source = source
        self._text = text
        self._delimiter = delimiter

    def __iter__(self) -> Iterator[str]:
        for line in self._text:
            self.count += 1
            if self.count == 1 and line.strip().casefold() == f"sep={self._delimiter}":
                line = "\n"
            if line.count(self._delimiter) >= MOST_COLUMNS:
                raise InvalidInput(
                    _("“{file}” has too many columns in line {line}.").format(
                        file=self._source.name, line=self.count
                    )
                )
            if "\0" in line:
                raise InvalidInput(
                    _("“{file}” holds a NUL in line {line}: it is no text.").format(
                        file=self._source.name, line=self.count
                    )
                )
            self.record.append(line)
            yield line
        self.ended = True
