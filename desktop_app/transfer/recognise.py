"""Tells by its columns which program a file comes from, and has it read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.domain.clock import SystemClock
from desktop_app.domain.errors import InvalidInput
from desktop_app.i18n import _
from desktop_app.transfer import indeed_json, jsa_csv, loop_csv, statistics_csv
from desktop_app.transfer.cells import shown
from desktop_app.transfer.reading import read_table

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from desktop_app.domain.history import History
    from desktop_app.transfer.reading import Table


@dataclass(frozen=True)
class _Format:
    """One format: its name, its title on screen, the columns it can't do without, its reader."""

    name: str
    title: Callable[[], str]
    columns: tuple[str, ...]
    read: Callable[[Table, date], History]


_FORMATS = {
    module.NAME: _Format(module.NAME, module.title, module.COLUMNS, module.read)
    for module in (jsa_csv, statistics_csv, indeed_json, loop_csv)
}
FORMATS: tuple[str, ...] = tuple(_FORMATS)
_COLUMNS_SHOWN = 8


def format_title(name: str) -> str:
    """Return what a person reads for one of ``FORMATS``."""
    return _FORMATS[name].title()


def read_history(path: Path, as_format: str | None = None, *, today: date | None = None) -> History:
    """Read a file of a job search; nothing is written anywhere.

    Args:
        path: the file.
        as_format: one of ``FORMATS``, or None to tell it by the columns.
        today: the person's day; what was done after it is refused row by row. The computer's
            day where it is left out.

    Raises:
        InvalidInput: no such format, a file that can't be read (``read_table``), or columns
            that belong to no known format; the sentence names what was found.
    """
    table = read_table(path)
    if as_format is not None:
        check_format(as_format, table)
    if table.cut:
        raise InvalidInput(table.cut)
    name = as_format or recognised(table)
    if name is None:
        raise InvalidInput(
            _(
                "The columns of “{file}” belong to no format known here ({known}). "
                "It has: {columns}."
            ).format(file=table.name, known=", ".join(FORMATS), columns=listed(table.columns))
        )
    return read_as(name, table, today or SystemClock().now().date())


def read_as(name: str, table: Table, today: date) -> History:
    """Read a table that is in one of ``FORMATS``."""
    return _FORMATS[name].read(table, today)


def recognised(table: Table) -> str | None:
    """Return which of ``FORMATS`` a table is in, None where its columns belong to none."""
    for name in (jsa_csv.NAME, statistics_csv.NAME, indeed_json.NAME):
        if not _missing(table, name):
            return name
    return loop_csv.NAME if loop_csv.fits(table) else None


def _missing(table: Table, name: str) -> tuple[str, ...]:
    have = set(table.names)
    return tuple(column for column in _FORMATS[name].columns if column.casefold() not in have)


def check_format(name: str, table: Table) -> None:
    """Refuse a format that a table can't be read in.

    Raises:
        InvalidInput: no such format, or columns that it can't do without are missing.
    """
    if name not in _FORMATS:
        raise InvalidInput(
            _("“{text}” is no format. There are {names}.").format(
                text=shown(name), names=", ".join(FORMATS)
            )
        )
    missing = _missing(table, name)
    if missing:
        raise InvalidInput(
            _("“{file}” is not in the format {name}: it lacks {columns}.").format(
                file=table.name, name=name, columns=listed(missing)
            )
        )
    if name == loop_csv.NAME and not loop_csv.fits(table):
        raise InvalidInput(
            _("“{file}” has no job search and no mood among its habits.").format(file=table.name)
        )


def listed(columns: tuple[str, ...]) -> str:
    """Return columns as a sentence names them."""
    named = [shown(column) for column in columns if column]
    if len(named) > _COLUMNS_SHOWN:
        return ", ".join(named[:_COLUMNS_SHOWN]) + ", …"
    return ", ".join(named) or _("no column")
