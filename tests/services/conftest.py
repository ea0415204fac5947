"""What tests of the guide's services share: one no to work on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop_app.domain.stages import Channel, Stage
from desktop_app.services.bundle import Services
from desktop_app.services.rejections import RejectionForm

if TYPE_CHECKING:
    from tests.journals import Desk


@pytest.fixture
def services(own_journal: Desk) -> Services:
    """Return all use cases over a new journal."""
    return Services(own_journal.journal, own_journal.clock)


@pytest.fixture
def interview_no(services: Services) -> int:
    """Return a no after an interview, by email, on a low day."""
    return services.rejections.note(
        RejectionForm(
            "Halden Analytics", "Data analyst", stage=Stage.INTERVIEW, channel=Channel.EMAIL, mood=2
        )
    )
