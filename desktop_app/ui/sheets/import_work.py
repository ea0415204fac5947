"""What the import sheet has done beside the window: read a file, count its rows, bring them in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop_app.transfer.looking import look_at
from desktop_app.transfer.mapped import read_mapped
from desktop_app.transfer.remembered import remember

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.domain.history import History
    from desktop_app.services.bundle import Services
    from desktop_app.services.importing import ImportPreview
    from desktop_app.transfer.looking import Look
    from desktop_app.transfer.mapping import Mapping
    from desktop_app.transfer.reading import How
    from desktop_app.ui.sheets.import_task import ImportTask


@dataclass(frozen=True)
class Brought:
    """What would come in: all of it, only what is new, and the counts."""

    history: History
    new: History
    preview: ImportPreview


@dataclass(frozen=True)
class Opened:
    """A file that was read; ``brought`` is None where its columns have to be mapped first."""

    look: Look
    brought: Brought | None


@dataclass(frozen=True)
class Counted:
    """What all rows bring by a mapping; ``alike`` of them tell of the same application."""

    mapping: Mapping
    alike: int
    brought: Brought


def open_file(services: Services, path: Path, how: How | None) -> Opened:
    """Read a file, and what it brings where that needs no question.

    Raises:
        InvalidInput: a file that can't be read; the sentence says why.
    """
    services.importing.refuse_own_journal(path)
    look = look_at(path, services.settings, services.importing.today(), how)
    if how is not None:
        look = replace(look, format=None)  # read as the person says, it is no program's file
    if how is not None or not look.known:
        return Opened(look, None)
    return Opened(look, _brought(services, look.history()))


def count_rows(services: Services, look: Look, mapping: Mapping, task: ImportTask) -> Counted:
    """Read all rows by a mapping.

    Raises:
        InvalidInput: nothing can come in by it; the sentence says why.
        Stopped: the task was cancelled.
    """
    mapped = read_mapped(look.survey, mapping, task.is_cancelled)
    return Counted(mapping, mapped.alike, _brought(services, mapped.chosen(mapping)))


def bring_in(
    services: Services, history: History, look: Look, mapping: Mapping | None, task: ImportTask
) -> ImportPreview:
    """Write what is new, with the mapping that was used, in one step.

    Raises:
        ImportCancelled: the task was cancelled; nothing was changed.
        JournalError: no backup could be made, or the disk refused; nothing was changed.
    """

    def keep() -> None:
        if mapping is not None:
            today = services.importing.today()
            remember(services.settings, look.survey.table, mapping, today)

    return services.importing.apply(history, task.advance, task.is_cancelled, keep)


def _brought(services: Services, history: History) -> Brought:
    importing = services.importing
    return Brought(history, importing.new_in(history), importing.preview(history))
