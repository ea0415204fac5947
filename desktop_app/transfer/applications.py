"""What formats of applications have in common: row by row, with a word on each odd one."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.history import History, ReadApplication, ReadStage, SkippedRow
from desktop_app.i18n import _, ngettext
from desktop_app.transfer.cells import moment, read_day, shown
from desktop_app.transfer.employers import nameless_remark
from desktop_app.transfer.reading import row_key

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from desktop_app.domain.stages import Stage
    from desktop_app.transfer.days import Order
    from desktop_app.transfer.reading import Row, Table


@dataclass
class Notes:
    """What is told of rows that come in changed.

    Attributes:
        today: the person's present day, after which nothing can have been done.
        remarks: sentences so far.
        unknown: values of a column that mean nothing here, as shown, with their count.
    """

    today: date
    remarks: list[str] = field(default_factory=list)
    unknown: Counter[tuple[str, str]] = field(default_factory=Counter)

    def without_meaning(self, column: str, value: str) -> None:
        """Note a value that means nothing here; its application comes in as open."""
        self.unknown[(column, shown(value))] += 1

    def stage(self, row: Row, stage: Stage, column: str, order: Order) -> ReadStage:
        """Return a stage with the day in a column; one that can't be read is left out and told.

        Args:
            row: the row.
            stage: the stage that the column stands for.
            column: the column's title; its cell is not empty.
            order: ``dmy`` or ``mdy``.
        """
        try:
            day, at = read_day(row.get(column.casefold()), order, column)
        except InvalidInput as error:
            self.remarks.append(
                _("Line {line}: {reason} The stage comes in without a day.").format(
                    line=row.line, reason=error
                )
            )
            return ReadStage(stage, None)
        return ReadStage(stage, day, moment(day, at))


def read_applications(
    table: Table,
    today: date,
    source: str,
    title: str,
    read_one: Callable[[Row, Notes], ReadApplication],
) -> History:
    """Read a table in which each row is one application.

    Args:
        table: the rows.
        today: the person's present day.
        source: the format's name.
        title: the format's name on screen.
        read_one: reads a row; it raises InvalidInput for one that has to be left out.
    """
    notes = Notes(today)
    applications: list[ReadApplication] = []
    skipped: list[SkippedRow] = []
    for row in table.rows:
        try:
            applications.append(read_one(row, notes))
        except InvalidInput as error:
            skipped.append(SkippedRow(row.line, str(error)))
    for (column, value), count in notes.unknown.items():
        notes.remarks.append(
            ngettext(
                "{column} “{value}” has no meaning here: {count} application comes in as open.",
                "{column} “{value}” has no meaning here: {count} applications come in as open.",
                count,
            ).format(column=column, value=value, count=count)
        )
    notes.remarks.extend(nameless_remark(applications))
    return History(
        source=source,
        title=title,
        applications=tuple(applications),
        skipped=tuple(skipped),
        remarks=tuple(notes.remarks),
    )


def keyed(application: ReadApplication, *cells: str) -> ReadApplication:
    """Return the application with the key of the cells that identify it.

    Status and answer are none of them: they change while a search goes on.
    """
    return replace(application, key=row_key(*cells))
