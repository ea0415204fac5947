"""Open the journal and build the services over it, for the window and the command alike."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from desktop_app.services.activities import Activities
from desktop_app.services.applications import Applications
from desktop_app.services.bundle import Services
from desktop_app.services.check_ins import CheckIns
from desktop_app.services.days import Days
from desktop_app.services.drafts import Drafts
from desktop_app.services.momentum import MomentumService
from desktop_app.services.next_steps import NextSteps
from desktop_app.services.recording import Recording
from desktop_app.services.rejections import Rejections
from desktop_app.services.settings import Settings
from desktop_app.services.upkeep import Upkeep
from desktop_app.storage.journal import Journal

if TYPE_CHECKING:
    from pathlib import Path

    from desktop_app.domain.clock import Clock
    from desktop_app.services.importing import Importing
    from desktop_app.services.summary import Summary


def open_session(path: Path, clock: Clock) -> Services:
    """Open a journal, creating it where nothing stands.

    Raises:
        JournalError: in use, damaged, too new or not to be written; nothing was changed.
    """
    os.umask(0o077)  # exports and backups too are for their owner alone
    journal = Journal(path, clock)
    settings = Settings(journal, clock)
    recording = Recording(journal, settings, clock)
    applications = Applications(journal, recording)
    rejections = Rejections(journal, recording, applications)

    def make_importing() -> Importing:
        from desktop_app.services.importing import Importing  # late: off the start

        return Importing(journal, recording)

    def make_summary() -> Summary:
        from desktop_app.services.summary import Summary

        return Summary(journal)

    return Services(
        settings=settings,
        recording=recording,
        check_ins=CheckIns(journal, recording),
        activities=Activities(journal, recording),
        days=Days(journal, recording, settings),
        applications=applications,
        rejections=rejections,
        next_steps=NextSteps(journal, recording),
        drafts=Drafts(journal, recording),
        momentum=MomentumService(journal, recording, settings, rejections),
        make_importing=make_importing,
        make_summary=make_summary,
        upkeep=Upkeep(journal),
        path=journal.path,
        listen=journal.listen,
    )
