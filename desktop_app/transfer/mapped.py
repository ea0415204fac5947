"""Reads any table as a history of applications, by the mapping of its columns."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.history import History, SkippedRow
from desktop_app.i18n import _
from desktop_app.transfer.cells import shown
from desktop_app.transfer.employers import nameless_remark
from desktop_app.transfer.mapped_rows import MappedReader
from desktop_app.transfer.mapping import Target
from desktop_app.transfer.same import alike

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.domain.history import ReadApplication
    from desktop_app.transfer.mapping import Mapping
    from desktop_app.transfer.survey import Survey

SOURCE = "table"
_ASK_EVERY = 500


@dataclass(frozen=True)
class Mapped:
    """All rows of a table as applications.

    Attributes:
        each: with one application for each row.
        once: with rows that tell of the same application made into one.
        alike: how many rows tell of an application that another row tells of too.
    """

    each: History
    once: History
    alike: int

    def chosen(self, mapping: Mapping) -> History:
        """Return the one that the mapping asks for."""
        return self.once if mapping.once else self.each


class Stopped(Exception):
    """Whoever asked for the rows wants others by now."""


def title() -> str:
    """Return what the person reads for a table that they mapped."""
    return _("The columns as you mapped them")


def read_mapped(survey: Survey, mapping: Mapping, stop: Callable[[], bool] | None = None) -> Mapped:
    """Read every row.

    Args:
        survey: the table.
        mapping: which column is what.
        stop: asked now and then; True ends it.

    Raises:
        InvalidInput: no column is the employer or the position, or nobody said whether the day
            or the month stands first.
        Stopped: ``stop`` said so.
    """
    check_mapping(survey, mapping)
    reader = MappedReader(survey, mapping)
    applications: list[ReadApplication] = []
    skipped: list[SkippedRow] = []
    remarks: list[str] = []
    for number, row in enumerate(survey.table.rows):
        if number % _ASK_EVERY == 0 and stop is not None and stop():
            raise Stopped
        reading = reader.read(row)
        if reading.application is None:
            skipped.append(SkippedRow(row.line, reading.reason))
            continue
        applications.append(reading.application)
        remarks.extend(
            _("Line {line}: {why} It stands in the note.").format(line=row.line, why=one.why)
            for one in reading.unread
        )
    remarks.extend(reader.unknown_words())
    remarks.extend(nameless_remark(applications))
    same = alike(applications)
    each = History(
        source=SOURCE,
        title=title(),
        applications=tuple(applications),
        skipped=tuple(skipped),
        remarks=tuple(remarks),
    )
    once = each
    if same.lines:
        once = replace(each, applications=same.once, remarks=(*same.remarks(), *each.remarks))
    return Mapped(each, once, same.rows)


def check_mapping(survey: Survey, mapping: Mapping) -> None:
    """Refuse a mapping by which nothing can come in yet.

    Raises:
        InvalidInput: no column is the employer or the position, a column isn't in the table, or
            nobody said whether the day or the month stands first.
    """
    if not {Target.EMPLOYER, Target.POSITION} & mapping.columns.keys():
        raise InvalidInput(_("Say which column is the employer."))
    for name in mapping.columns.values():
        if name not in survey.table.names:
            raise InvalidInput(
                _("“{file}” has no column “{column}”.").format(
                    file=survey.table.name, column=shown(name)
                )
            )
    undecided = survey.undecided(mapping)
    if undecided is not None:
        raise InvalidInput(
            _("“{column}”: {text} may be day/month or month/day. Say which.").format(
                column=shown(survey.title(undecided)),
                text=shown(survey.forms(undecided).example),
            )
        )
