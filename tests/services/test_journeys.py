"""Who travels west lives a day twice, and can go on with what was logged on it further east."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest

from desktop_app.domain.entries import ActivityDetails
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.stages import Stage
from desktop_app.services.application_form import ApplicationForm, form_of
from desktop_app.services.application_stages import StageForm
from desktop_app.services.rejections import RejectionForm

if TYPE_CHECKING:
    from tests.journals import Desk

TOKYO, LOS_ANGELES = timezone(timedelta(hours=9)), timezone(timedelta(hours=-8))
DAY = date(2026, 11, 20)


@pytest.fixture
def desk(own_journal: Desk) -> Desk:
    """Noon of a Friday in Tokyo, where it is Thursday in Los Angeles."""
    own_journal.set_now(datetime(2026, 11, 20, 12, tzinfo=TOKYO))
    return own_journal


def fly(desk: Desk) -> None:
    desk.set_now(datetime(2026, 11, 19, 21, tzinfo=LOS_ANGELES))
    assert desk.recording.today() == DAY - timedelta(days=1)


def test_what_was_logged_is_changed_and_keeps_its_moment(desk: Desk) -> None:
    logged = desk.activities.log("networking")
    checked = desk.check_ins.log(mood=2)
    fly(desk)
    desk.editing.tell(logged, ActivityDetails(note="On the plane"))
    desk.check_ins.set_note(DAY, "Tired", checked)
    desk.check_ins.move(checked, DAY, desk.check_ins.get(checked).at.time())
    assert [one.note for one in desk.activities.of_day(DAY)] == ["On the plane"]
    assert desk.check_ins.get(checked).note == "Tired"
    assert (
        desk.rows("SELECT at FROM activity UNION ALL SELECT at FROM check_in")
        == [("2026-11-20T12:00:00+09:00",)] * 2
    )


def test_applications_their_stages_and_noes_are_changed(desk: Desk) -> None:
    known = desk.applications.add(ApplicationForm("Halden", day=DAY))
    stage = desk.stages.reach(known, StageForm(Stage.SCREENING))
    noted = desk.rejections.note(RejectionForm("Acme"))
    fly(desk)
    form = form_of(desk.applications.record(known))
    desk.applications.change(known, replace(form, note="Ask about the team"))
    desk.stages.change(stage, StageForm(Stage.TASK, DAY))
    desk.rejections.change(noted, RejectionForm("Acme", day=DAY, reason="No budget"))
    assert desk.applications.record(known).note == "Ask about the team"
    assert desk.applications.get(known).stage is Stage.TASK
    assert desk.rejections.get(noted).reason == "No budget"


def test_a_day_that_was_not_begun_still_lies_ahead(desk: Desk) -> None:
    desk.activities.log("networking")
    fly(desk)
    with pytest.raises(InvalidInput, match="2026-11-21 lies ahead"):
        desk.activities.log("networking", day=DAY + timedelta(days=1))
