"""Reads a table of CSV text from a file that a stranger wrote, and refuses what is none."""

from __future__ import annotations

import csv
import hashlib
import io
import itertools
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.text import without_controls
from desktop_app.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

LARGEST_FILE = 10_000_000
MOST_ROWS = 100_000
MOST_COLUMNS = 10_000
SAMPLE = 5
_SHOWN_NAME = 80
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "picture"),
    (b"\xff\xd8\xff", "picture"),
    (b"GIF8", "picture"),
    (b"%PDF", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"\xd0\xcf\x11\xe0", "zip"),
    (b"SQLite format 3\x00", "database"),
)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
# csv has one limit for the process; it is raised only while a file is read.
_limit_lock = threading.Lock()


@dataclass(frozen=True)
class Row:
    """One row: the line that it starts on, 1 for the first, and its cells as text."""

    line: int
    cells: tuple[str, ...]
    index: Mapping[str, int]

    def get(self, column: str) -> str:
        """Return a cell without control characters and outer blanks; "" where there is none."""
        place = self.index.get(column)
        if place is None or place >= len(self.cells):
            return ""
        return without_controls(self.cells[place]).strip()

    @property
    def blank(self) -> bool:
        """Whether every cell is empty."""
        return not any(cell.strip() for cell in self.cells)

    @property
    def surplus(self) -> bool:
        """Whether it holds words beyond the last column, so that its cells can't be told apart."""
        return any(cell.strip() for cell in self.cells[len(self.index) :])


@dataclass(frozen=True)
class Table:
    """The columns as the file names them, and its rows, blank ones left out, to be read once.

    ``sample`` holds the first rows, for telling what the columns mean.
    """

    columns: tuple[str, ...]
    sample: tuple[Row, ...]
    rows: Iterator[Row]

    @property
    def names(self) -> tuple[str, ...]:
        """The columns' names as ``Row.get`` takes them."""
        return tuple(plain_names(self.columns))


@contextmanager
def opened_table(path: Path) -> Iterator[Table]:
    """Open a file of comma, semicolon or tab separated UTF-8 text, its first row as header.

    The rows are read while the caller goes through them, so that a file of any shape takes
    little memory.

    Raises:
        InvalidInput: no such file, a folder, over 10 MB, over 100,000 rows, empty, or no text in
            UTF-8 (a picture, a database, UTF-16, NUL bytes); the sentence says which.
    """
    data = _bytes_of(path)
    name = shown_name(path)
    _refuse_other_files(data, name)
    text = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8-sig", newline="")
    with _limit_lock:
        former = csv.field_size_limit(LARGEST_FILE)
        try:
            yield _table(_Lines(text, name), name)
        except UnicodeDecodeError:
            raise InvalidInput(
                _(
                    "“{file}” is no text in UTF-8. Save it as “CSV UTF-8” and import it again."
                ).format(file=name)
            ) from None
        except csv.Error:
            raise InvalidInput(_("“{file}” can't be read as a table.").format(file=name)) from None
        finally:
            csv.field_size_limit(former)


def shown_name(path: Path) -> str:
    """Return the file's name as a sentence shows it."""
    return without_controls(path.name)[:_SHOWN_NAME] or str(path)


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


def _bytes_of(path: Path) -> bytes:
    name = shown_name(path)
    try:
        if path.is_dir():
            raise InvalidInput(_("“{file}” is a folder. Choose a file.").format(file=name))
        if not path.exists():
            raise InvalidInput(_("There is no file “{file}”.").format(file=name))
        if not path.is_file():
            raise InvalidInput(_("“{file}” is no ordinary file.").format(file=name))
        too_large = path.stat().st_size > LARGEST_FILE
        if not too_large:
            with path.open("rb") as file:
                data = file.read(LARGEST_FILE + 1)
            too_large = len(data) > LARGEST_FILE
    except (OSError, ValueError):  # ValueError: a NUL in the path
        raise InvalidInput(_("“{file}” can't be opened.").format(file=name)) from None
    if too_large:
        raise InvalidInput(
            _("“{file}” is larger than {limit} MB, too large for a list of applications.").format(
                file=name, limit=LARGEST_FILE // 1_000_000
            )
        )
    return data


def _refuse_other_files(data: bytes, name: str) -> None:
    if data.startswith(_UTF16):
        raise InvalidInput(
            _("“{file}” is written in UTF-16. Save it as “CSV UTF-8” and import it again.").format(
                file=name
            )
        )
    kinds = {
        "picture": _("“{file}” is a picture, no table."),
        "pdf": _("“{file}” is a PDF. Save the table as “CSV UTF-8” and import that."),
        "zip": _("“{file}” is a workbook or an archive. Save it as “CSV UTF-8” and import that."),
        "database": _("“{file}” is a database, no table of text."),
    }
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise InvalidInput(kinds[kind].format(file=name))
    if b"\0" in data:
        raise InvalidInput(_("“{file}” holds NUL bytes: it is no text.").format(file=name))
    if not data.removeprefix(b"\xef\xbb\xbf").strip():
        raise InvalidInput(_("“{file}” is empty.").format(file=name))


class _Lines:
    """Hands lines to csv one by one, and knows which belong to the record being read."""

    def __init__(self, text: io.TextIOWrapper, name: str) -> None:
        self.record: list[str] = []
        self.count = 0
        self._text = text
        self._name = name
        self._first = next((line for line in self._counted() if line.strip()), "")
        self.delimiter = max(",;\t", key=self._first.count)

    def __iter__(self) -> Iterator[str]:
        for line in itertools.chain((self._first,), self._counted()):
            if line.count(self.delimiter) >= MOST_COLUMNS:
                raise InvalidInput(
                    _("“{file}” has too many columns in line {line}.").format(
                        file=self._name, line=self.count
                    )
                )
            self.record.append(line)
            yield line

    def _counted(self) -> Iterator[str]:
        for line in self._text:
            self.count += 1
            yield line


def _table(lines: _Lines, name: str) -> Table:
    records = _records(lines, name)
    _start, header = next(records, (1, []))
    columns = tuple(without_controls(cell).strip() for cell in header)
    index = {plain: place for place, plain in enumerate(plain_names(columns))}
    rows = _rows(records, index, name)
    sample = tuple(itertools.islice(rows, SAMPLE))
    return Table(columns, sample, itertools.chain(sample, rows))


def _rows(
    records: Iterator[tuple[int, list[str]]], index: Mapping[str, int], name: str
) -> Iterator[Row]:
    count = 0
    for start, cells in records:
        row = Row(start, tuple(cells), index)
        if row.blank:
            continue
        count += 1
        if count > MOST_ROWS:
            raise InvalidInput(
                _("“{file}” has more than {limit} rows.").format(file=name, limit=MOST_ROWS)
            )
        yield row


def _records(lines: _Lines, name: str) -> Iterator[tuple[int, list[str]]]:
    start = lines.count
    for cells in csv.reader(iter(lines), delimiter=lines.delimiter):
        record, lines.record = lines.record, []
        # csv takes everything after an unclosed quotation mark as one cell, without a word.
        if len(record) > 1 and "".join(record).count('"') % 2:
            raise InvalidInput(
                _("“{file}”: a quotation mark in line {line} is never closed.").format(
                    file=name, line=start
                )
            )
        yield start, cells
        start = lines.count + 1
