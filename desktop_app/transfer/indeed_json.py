"""Reads Indeed's list of applications, as it is saved in JSON: ISO days, three states."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.history import History, ReadApplication
from desktop_app.domain.stages import Outcome
from desktop_app.i18n import _
from desktop_app.transfer.applications import Notes, keyed, read_applications
from desktop_app.transfer.cells import name_in, past_day
from desktop_app.transfer.employers import employer_in, nameless

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.transfer.reading import Row, Table

NAME = "indeed"
COLUMNS = ("company", "title", "status", "date_applied")
_OPEN = ("", "applied", "application viewed")
_REJECTED = "not selected by employer"


def title() -> str:
    """Return the format's name on screen."""
    return _("Indeed, list of applications (JSON)")


def read(table: Table, today: date) -> History:
    """Read the applications of a list; Indeed names no day of an answer."""
    return read_applications(table, today, NAME, title(), _application)


def _application(row: Row, notes: Notes) -> ReadApplication:
    employer = employer_in(row)
    status = row.get("status").casefold()
    if status not in (*_OPEN, _REJECTED):
        notes.without_meaning("status", row.get("status"))
    one = ReadApplication(
        row=row.line,
        key="",
        employer=employer or nameless(),
        position=name_in(row, "title", "title"),
        day=past_day(row.get("date_applied"), "ymd", "date_applied", notes.today),
        outcome=Outcome.REJECTED if status == _REJECTED else None,
        source="Indeed",
        location=name_in(row, "location", "location"),
    )
    day = one.day.isoformat() if one.day else ""
    return keyed(one, employer, one.position, one.location, day)
