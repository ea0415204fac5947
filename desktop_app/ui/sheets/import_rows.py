"""The first rows of a mapped file as they come in, with what could not be taken, and why."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from desktop_app.domain.stages import Stage, stage_label
from desktop_app.i18n import _
from desktop_app.transfer.days import choices_of
from desktop_app.transfer.mapped_rows import MappedReader
from desktop_app.transfer.mapping import STAGES, Mapping, Target
from desktop_app.ui.sheets.import_models import TextTable, application_cells

if TYPE_CHECKING:
    from desktop_app.transfer.mapped_rows import Reading
    from desktop_app.transfer.reading import Row
    from desktop_app.transfer.survey import Survey

FIRST = 60
_PLACES = {Target.DAY: 0, Target.EMPLOYER: 1, Target.POSITION: 2, Target.ANSWERED: 4}
_RAW = (Target.DAY, Target.EMPLOYER, Target.POSITION, None, Target.STATUS)


def first_rows(survey: Survey, mapping: Mapping) -> TextTable:
    """Return the first rows; cells that could not be taken are marked with the file's words."""
    reader = MappedReader(survey, mapping)
    waits = survey.undecided(mapping) is not None
    rows: list[tuple[str, ...]] = []
    marked: set[tuple[int, int]] = set()
    faint: set[int] = set()
    for place, row in enumerate(islice(survey.table.rows, FIRST)):
        reading = reader.read(row)
        cells = _cells(reading, row, mapping)
        if reading.application is None and not waits:
            faint.add(place)
        for one in reading.unread:
            column = 3 if one.target in STAGES else _PLACES.get(one.target)
            if column is not None:
                cells[column] = " ".join(one.text.split())[:80]
                marked.add((place, column))
        rows.append((*cells, _remark(reading, waits=waits)))
    columns = (_("Sent"), _("Employer"), _("Position"), _("Stage reached"), _("Answer"))
    if any(row[-1] for row in rows):
        return TextTable((*columns, _("Remark")), tuple(rows), frozenset(marked), frozenset(faint))
    return TextTable(columns, tuple(row[:-1] for row in rows), frozenset(marked))


def _cells(reading: Reading, row: Row, mapping: Mapping) -> list[str]:
    if reading.application is not None:
        return list(application_cells(reading.application))
    names = (mapping.columns.get(target) if target else None for target in _RAW)
    cells = [row.get(name)[:80] if name else "" for name in names]
    cells[3] = stage_label(Stage.APPLICATION) if any(cells) else ""
    return cells


def _remark(reading: Reading, *, waits: bool) -> str:
    if waits and any(len(choices_of(one.text)) > 1 for one in reading.unread):
        return _("Waits for your answer.")
    if reading.application is None:
        return _("Stays out. {reason}").format(reason=reading.reason)
    return " ".join(one.why for one in reading.unread)
