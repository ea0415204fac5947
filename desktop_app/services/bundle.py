"""All use cases together, as the window and the command get them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from desktop_app.domain.changes import Changed
    from desktop_app.services.activities import Activities
    from desktop_app.services.applications import Applications
    from desktop_app.services.check_ins import CheckIns
    from desktop_app.services.days import Days
    from desktop_app.services.drafts import Drafts
    from desktop_app.services.importing import Importing
    from desktop_app.services.momentum import MomentumService
    from desktop_app.services.next_steps import NextSteps
    from desktop_app.services.recording import Recording
    from desktop_app.services.rejections import Rejections
    from desktop_app.services.settings import Settings
    from desktop_app.services.summary import Summary
    from desktop_app.services.upkeep import Upkeep


@dataclass(frozen=True)
class Services:
    """The use cases of one open journal."""

    settings: Settings
    recording: Recording
    check_ins: CheckIns
    activities: Activities
    days: Days
    applications: Applications
    rejections: Rejections
    next_steps: NextSteps
    drafts: Drafts
    momentum: MomentumService
    upkeep: Upkeep
    make_importing: Callable[[], Importing]
    make_summary: Callable[[], Summary]
    path: Path
    listen: Callable[[Callable[[Changed], None]], None]

    @cached_property
    def importing(self) -> Importing:
        """Imports; made on first use, since few sessions need them."""
        return self.make_importing()

    @cached_property
    def summary(self) -> Summary:
        """The journal in figures; made on first use."""
        return self.make_summary()
