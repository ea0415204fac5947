"""Undo and redo, the check of the file, backups and closing."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.domain.backup import Backup
    from desktop_app.storage.journal import Journal


LARGE_STEP = 3_000  # changes; 20,000 take about a second


class Upkeep:
    """What concerns the journal as a whole."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    @property
    def undo_name(self) -> str | None:
        """The name of the step that undo takes back, None where there is none."""
        return self._journal.undo_name

    @property
    def undo_mark(self) -> int | None:
        """A number that stands for the step that undo takes back, None where there is none."""
        return self._journal.undo_mark

    @property
    def redo_name(self) -> str | None:
        """The name of the step that redo does again, None where there is none."""
        return self._journal.redo_name

    @property
    def undo_is_large(self) -> bool:
        """Whether taking the newest step back takes longer than the window may stand still."""
        return self._journal.step_sizes[0] > LARGE_STEP

    @property
    def redo_is_large(self) -> bool:
        """Whether doing it again takes longer than the window may stand still."""
        return self._journal.step_sizes[1] > LARGE_STEP

    def undo(self) -> str | None:
        """Take the newest step back and return its name."""
        return self._journal.undo()

    def redo(self) -> str | None:
        """Do the newest undone step again and return its name."""
        return self._journal.redo()

    def seal_step(self) -> None:
        """End the merging of autosaves, as when a field is left."""
        self._journal.seal_step()

    def prepare(self) -> None:
        """Load what the first write needs, in a worker."""
        self._journal.prepare()

    def verify(self) -> None:
        """Check the whole file.

        Raises:
            JournalDamaged: a page is not as it was written; writing stays off.
        """
        self._journal.verify()

    def back_up(self, why: str) -> Path:
        """Make a verified backup and return its path.

        Raises:
            JournalError: none could be made.
        """
        return self._journal.back_up(why)

    @property
    def backup_folder(self) -> Path:
        """The folder beside the journal that holds its backups; it need not exist yet."""
        return self._journal.backup_folder

    def backups(self) -> list[Backup]:
        """Return the backups made so far, the newest first."""
        return self._journal.backups()

    def close(self) -> None:
        """Close the journal and give up its lock."""
        self._journal.close()
