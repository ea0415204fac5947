"""Looks at a file: which program wrote it, or which of its columns is what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.transfer.guessing import guess_mapping
from desktop_app.transfer.mapped import Mapped, read_mapped
from desktop_app.transfer.reading import read_table
from desktop_app.transfer.recognise import read_as, recognised
from desktop_app.transfer.remembered import remembered
from desktop_app.transfer.survey import Survey

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from desktop_app.domain.history import History
    from desktop_app.services.settings import Settings
    from desktop_app.transfer.mapping import Mapping
    from desktop_app.transfer.reading import How


@dataclass(frozen=True)
class Look:
    """A file as it was found.

    Attributes:
        path: where it lies.
        survey: its table, looked through.
        format: the known format that it is in, or None.
        mapping: which column is what: as it was kept, else as it seems.
        kept: whether the person made the mapping earlier, for the same columns.
    """

    path: Path
    survey: Survey
    format: str | None
    mapping: Mapping
    kept: bool

    @property
    def known(self) -> bool:
        """Whether it can be read without asking which column is what."""
        titled = self.survey.table.how.header != 0
        return not self.survey.table.cut and (
            self.format is not None
            or (self.kept and titled and self.survey.undecided(self.mapping) is None)
        )

    def history(self) -> History:
        """Read what the file holds, by its format or by the mapping.

        Raises:
            InvalidInput: nothing can come in by this mapping.
        """
        if self.format is not None:
            return read_as(self.format, self.survey.table, self.survey.today)
        return self.mapped().chosen(self.mapping)

    def mapped(self) -> Mapped:
        """Read every row by the mapping.

        Raises:
            InvalidInput: nothing can come in by it.
        """
        return read_mapped(self.survey, self.mapping)


def look_at(path: Path, settings: Settings, today: date, how: How | None = None) -> Look:
    """Read a file's table and find out what it is; nothing is changed.

    Args:
        path: the file.
        settings: where mappings are kept.
        today: the person's day.
        how: how the person says it is to be read.

    Raises:
        InvalidInput: a file that can't be read (``read_table``).
    """
    table = read_table(path, how)
    survey = Survey(table, today)
    kept = remembered(settings, table)
    return Look(
        path=path,
        survey=survey,
        format=recognised(table),
        mapping=kept or guess_mapping(survey),
        kept=kept is not None,
    )
