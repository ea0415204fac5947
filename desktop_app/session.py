"""Open the journal and set the services over it, for the window and the command alike."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from desktop_app.services.bundle import Services
from desktop_app.storage.journal import Journal

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.domain.clock import Clock


def open_session(path: Path, clock: Clock) -> Services:
    """Open a journal, creating it where nothing stands.

    Raises:
        JournalError: in use, damaged, too new or not to be written; nothing was changed.
    """
    os.umask(0o077)  # exports and backups too are for their owner alone
    return Services(Journal(path, clock), clock)
