"""Reads a file as a line of words says: its format, or which of its columns is what."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain.errors import InvalidInput
from desktop_app.i18n import _
from desktop_app.transfer.cells import shown
from desktop_app.transfer.days import ORDERS
from desktop_app.transfer.looking import Look, look_at
from desktop_app.transfer.mapping import Mapping, Target, parse_target
from desktop_app.transfer.reading import plain_names
from desktop_app.transfer.recognise import FORMATS, check_format, listed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from desktop_app.domain.history import History
    from desktop_app.services.settings import Settings
    from desktop_app.transfer.days import Order
    from desktop_app.transfer.reading import Table


class ByWords(NamedTuple):
    """What was said of a file.

    Attributes:
        format: one of the known formats, or None.
        columns: each ``target=column``.
        order: which part of a day stands first, or None.
        keep_both: whether rows that tell of the same application stay apart.
    """

    format: str | None = None
    columns: Sequence[str] = ()
    order: str | None = None
    keep_both: bool = False


class Found(NamedTuple):
    """What a file holds, and how it was looked at."""

    history: History
    look: Look


def read_by_words(path: Path, words: ByWords, settings: Settings, today: date) -> Found:
    """Read a file; nothing is changed.

    Without a format or columns a known program's file is told by its columns, and any other is
    read as the person mapped the same columns before.

    Raises:
        InvalidInput: a file that can't be read or is too large, columns that nobody has mapped
            yet, or words that don't fit the file; the sentence says which.
    """
    order = _order(words.order)
    look = look_at(path, settings, today)
    table = look.survey.table
    if words.format is not None:
        if words.columns:
            raise InvalidInput(_("Say either the format or the columns."))
        check_format(words.format, table)
        look = replace(look, format=words.format)
    elif words.columns:
        columns = _columns(words.columns, table)
        look = replace(look, format=None, mapping=Mapping(columns=columns))
    elif look.format is None and not look.kept:
        raise InvalidInput(_unknown(table))
    if table.cut:
        raise InvalidInput(table.cut)
    mapping = replace(
        look.mapping,
        order=order or look.mapping.order,
        once=look.mapping.once and not words.keep_both,
    )
    look = replace(look, mapping=mapping)
    return Found(look.history(), look)


def _order(text: str | None) -> Order | None:
    if text is None:
        return None
    for order in ORDERS:
        if text.strip().lower() == order:
            return order
    raise InvalidInput(
        _("“{text}” is no order of days. There are {names}.").format(
            text=shown(text), names=", ".join(ORDERS)
        )
    )


def _columns(said: Sequence[str], table: Table) -> dict[Target, str]:
    columns: dict[Target, str] = {}
    for text in said:
        name, equals, column = text.partition("=")
        if not equals:
            raise InvalidInput(
                _("“{text}”: write what a column is as employer=Company.").format(text=shown(text))
            )
        target = parse_target(name)
        (wanted,) = plain_names([column])
        if wanted not in table.names:
            raise InvalidInput(
                _("“{file}” has no column “{column}”. It has: {columns}.").format(
                    file=table.name, column=shown(column), columns=listed(table.columns)
                )
            )
        if target in columns:
            raise InvalidInput(
                _("{target} is mapped twice.").format(target=target.value.capitalize())
            )
        columns[target] = wanted
    return columns


def _unknown(table: Table) -> str:
    return _(
        "The columns of “{file}” belong to no format known here ({known}): map them in the window"
        " (File, Import…) or with --map employer=COLUMN --map day=COLUMN; it has: {columns}."
    ).format(file=table.name, known=", ".join(FORMATS), columns=listed(table.columns))
