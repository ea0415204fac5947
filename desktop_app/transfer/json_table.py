"""Reads a list of flat objects in JSON as a table, each object with the line that it starts on."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from desktop_app.domain.errors import InvalidInput
from desktop_app.i18n import _
from desktop_app.transfer.encodings import encoding_of, text_of
from desktop_app.transfer.reading import MOST_ROWS, How, Row, Table, plain_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.transfer.files import Source

LARGEST = 10_000_000  # one object may take ten times its text in memory
MOST_KEYS = 200
_LIST = "applications"
_OPENS = re.compile(r"\ufeff?\s*(?:\{|\[\s*[\[{\"\d\]])")
_BLANK = re.compile(r"\s*", re.ASCII)


def looks_like_json(source: Source) -> bool:
    """Return whether a file is meant to be JSON."""
    if source.path.suffix.casefold() == ".json":
        return True
    return bool(_OPENS.match(source.data[:400].decode("utf-8", "replace")))


def read(source: Source) -> Table:
    """Read the first list of objects: the whole document, or one inside its outermost object.

    Keys become columns in the order in which they first appear; numbers stay the text they are.

    Raises:
        InvalidInput: too large, no JSON, nested too deeply, or without such a list.
    """
    name = source.name
    if source.size > LARGEST:
        raise InvalidInput(
            _("“{file}” is JSON of {size} MB; {limit} MB fit.").format(
                file=name, size=source.size // 1_000_000, limit=LARGEST // 1_000_000
            )
        )
    encoding = encoding_of(source)
    text = text_of(source, encoding).read()
    try:
        entries = list(_entries(text, name))
    except RecursionError:
        raise InvalidInput(_("“{file}” is nested too deeply.").format(file=name)) from None
    except (ValueError, IndexError, StopIteration) as error:
        at = error.pos if isinstance(error, json.JSONDecodeError) else len(text)
        raise InvalidInput(
            _("“{file}” is no JSON that can be read (line {line}).").format(
                file=name, line=text.count("\n", 0, at) + 1
            )
        ) from None
    return _table(name, entries, encoding)


def _table(name: str, entries: list[tuple[int, Any]], encoding: str) -> Table:
    keys: dict[str, None] = {}
    for _line, entry in entries:
        if isinstance(entry, dict):
            keys.update(dict.fromkeys(entry))
    if not keys:
        raise InvalidInput(_("“{file}” holds no list of applications.").format(file=name))
    if len(keys) > MOST_KEYS:
        raise InvalidInput(_("“{file}” has too many columns.").format(file=name))
    columns = tuple(keys)
    index = {plain: place for place, plain in enumerate(plain_names(columns))}
    rows = tuple(
        Row(line, tuple(_cell(entry.get(key)) for key in columns), index)
        if isinstance(entry, dict)
        else Row(line, (), index, _("It is no object with named cells."))
        for line, entry in entries
    )
    kept = tuple(row for row in rows if row.fault or not row.blank)
    return Table(name, columns, kept, How(encoding, "json", 1))


def _entries(text: str, name: str) -> Iterator[tuple[int, Any]]:
    """Yield each entry of the list with its line."""
    # Numbers stay text: Python refuses thousands of digits, and NaN is no number here.
    decoder = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=str)
    at = _BLANK.match(text, 1 if text.startswith("\ufeff") else 0).end()  # type: ignore[union-attr]
    if text[at] == "{":
        at = _list_within(text, at, decoder, name)
    elif text[at] != "[":
        raise json.JSONDecodeError("no list", text, at)
    line, counted = 1, 0
    at = _past(text, at + 1)
    count = 0
    while text[at] != "]":
        line += text.count("\n", counted, at)
        counted = at
        entry, at = decoder.raw_decode(text, at)
        yield line, entry
        count += 1
        if count > MOST_ROWS:
            raise InvalidInput(
                _("“{file}” has more than {limit} rows.").format(file=name, limit=MOST_ROWS)
            )
        at = _past(text, at)
        if text[at] == ",":
            at = _past(text, at + 1)
        elif text[at] != "]":
            raise json.JSONDecodeError("no comma", text, at)


def _list_within(text: str, at: int, decoder: json.JSONDecoder, name: str) -> int:
    """Return where the applications, or the first list of objects, begin within an object."""
    at = _past(text, at + 1)
    while text[at] != "}":
        key, at = decoder.raw_decode(text, at)
        at = _past(text, at)
        if text[at] != ":":
            raise json.JSONDecodeError("no colon", text, at)
        at = _past(text, at + 1)
        if text[at] == "[" and (key == _LIST or text[_past(text, at + 1)] == "{"):
            return at
        _value, at = decoder.raw_decode(text, at)
        at = _past(text, at)
        if text[at] == ",":
            at = _past(text, at + 1)
    raise InvalidInput(_("“{file}” holds no list of applications.").format(file=name))


def _past(text: str, at: int) -> int:
    """Return the place after blanks."""
    match = _BLANK.match(text, at)
    return match.end() if match else at


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return value
    return json.dumps(value, ensure_ascii=False)
