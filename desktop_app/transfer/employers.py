"""The employer of a row; a few rows of every real search name none, and are kept all the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.errors import InvalidInput
from desktop_app.i18n import _, ngettext
from desktop_app.transfer.cells import name_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.domain.history import ReadApplication
    from desktop_app.transfer.reading import Row

_IDENTIFYING = ("role", "position", "title", "url", "application", "date sent", "date_applied")


def nameless() -> str:
    """Return what stands for the employer where the file names none."""
    return _("Employer not named")


def employer_in(row: Row) -> str:
    """Return the employer's name, "" where the row names none but tells an application otherwise.

    Raises:
        InvalidInput: it is too long, the row tells no application at all, or its cells can't be
            told apart.
    """
    check_row(row)
    employer = name_in(row, "company", "Company")
    if not employer and not any(row.get(column) for column in _IDENTIFYING):
        raise InvalidInput(_("There is no employer, no position and no day."))
    return employer


def check_row(row: Row) -> None:
    """Refuse a row whose cells can't be told apart.

    Raises:
        InvalidInput: it has more cells than the table has columns, or is none at all.
    """
    if row.fault:
        raise InvalidInput(row.fault)
    if row.surplus:
        raise InvalidInput(_("There are more cells than columns."))


def nameless_remark(applications: Sequence[ReadApplication]) -> list[str]:
    """Return the remark on rows without an employer, if there are any."""
    lines = [str(one.row) for one in applications if one.employer == nameless()]
    if not lines:
        return []
    few = ", ".join(lines[:10]) + (", …" if len(lines) > 10 else "")
    return [
        ngettext(
            "{count} row names no employer and comes in as “{name}” (line {lines}).",
            "{count} rows name no employer and come in as “{name}” (lines {lines}).",
            len(lines),
        ).format(count=len(lines), name=nameless(), lines=few)
    ]
