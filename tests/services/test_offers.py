"""Offers on Today are made on their day, at most once, and stay away once they are put away."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.domain.searches import Ending
from desktop_app.domain.stages import Stage
from desktop_app.services.application_form import ApplicationForm
from desktop_app.services.application_stages import StageForm
from desktop_app.services.plans import PlannedThing
from desktop_app.services.rejections import RejectionForm
from tests.journals import MONDAY, TODAY

if TYPE_CHECKING:
    from desktop_app.services.bundle import Services
    from tests.journals import Desk

DAY = timedelta(days=1)


def plan(services: Services, days: int, stage: Stage = Stage.INTERVIEW) -> int:
    application = services.applications.add(ApplicationForm(f"Corvid {days}", day=TODAY - 9 * DAY))
    return services.stages.plan(application, StageForm(stage, TODAY + days * DAY))


@pytest.mark.parametrize(("days", "there"), [(0, True), (3, True), (4, False)])
def test_lessons_come_up_within_three_days_of_a_planned_stage(
    services: Services, days: int, there: bool
) -> None:
    lesson = services.lessons.add("Breathe.", stage=Stage.INTERVIEW)
    plan(services, days)
    coming = services.offers.coming()
    assert (coming is not None) is there
    if coming is not None:
        assert [one.id for one in coming.lessons] == [lesson]
        assert coming.day == TODAY + days * DAY


def test_only_lessons_that_fit_come_up(services: Services) -> None:
    services.lessons.add("Read every question.", stage=Stage.TASK)
    plan(services, 1)
    assert services.offers.coming() is None
    services.lessons.add("Sleep well.")
    assert services.offers.coming() is not None


def test_lessons_that_were_put_away_come_back_with_the_next_stage(services: Services) -> None:
    services.lessons.add("Breathe.")
    plan(services, 1)
    coming = services.offers.coming()
    assert coming is not None
    services.offers.put_coming_away(coming.event_id)
    assert services.offers.coming() is None
    plan(services, 2)
    after = services.offers.coming()
    assert after is not None
    assert after.day == TODAY + 2 * DAY


def test_a_stage_that_gets_the_number_of_a_deleted_one_brings_its_lessons(
    services: Services,
) -> None:
    services.lessons.add("Breathe.")
    first = plan(services, 1)
    services.offers.put_coming_away(first)
    services.stages.delete(first)
    assert plan(services, 2) == first
    assert services.offers.coming() is not None


def test_nothing_comes_up_after_the_end_of_the_search(services: Services) -> None:
    services.lessons.add("Breathe.")
    plan(services, 1)
    services.searches.end(Ending.STOPPED)
    assert services.offers.coming() is None


def test_the_setback_plan_is_offered_on_a_good_day_with_a_reason(
    services: Services, own_journal: Desk
) -> None:
    services.activities.log("application")
    services.check_ins.log(mood=5)
    assert not services.offers.setback()  # the first day, and no no
    for number in range(1, 7):
        services.activities.log("application", day=TODAY - number * DAY)
    assert services.offers.setback()
    services.check_ins.log(mood=1)
    services.check_ins.log(mood=1)
    assert not services.offers.setback()  # the day's mean is low


def a_no_yesterday(services: Services) -> None:
    services.activities.log("application", day=TODAY - DAY)
    services.rejections.note(RejectionForm("Halden Analytics", day=TODAY - DAY))


def test_a_no_is_a_reason_too_and_a_written_plan_ends_the_offer(services: Services) -> None:
    a_no_yesterday(services)
    services.check_ins.log(mood=4)
    assert services.offers.setback()
    services.plans.set_setback(["Call Ada."])
    assert not services.offers.setback()


def test_on_the_day_of_a_no_nothing_is_planned_for_the_next_one(
    services: Services, own_journal: Desk
) -> None:
    a_no_yesterday(services)
    services.check_ins.log(mood=5)
    services.rejections.note(RejectionForm("Oakline Insurance"))
    assert not services.offers.setback()
    own_journal.set_day(TODAY + DAY)
    services.check_ins.log(mood=5)
    assert services.offers.setback()


@pytest.mark.parametrize("put_away", [True, False])
def test_the_setback_plan_is_offered_on_one_day_only(
    services: Services, own_journal: Desk, put_away: bool
) -> None:
    a_no_yesterday(services)
    services.check_ins.log(mood=4)
    services.offers.setback_seen()
    assert services.offers.setback()  # it stays for the day
    if put_away:
        services.offers.put_setback_away()
        assert not services.offers.setback()
    own_journal.set_day(TODAY + DAY)
    services.check_ins.log(mood=5)
    assert not services.offers.setback()


def test_a_plan_of_the_week_is_offered_on_the_first_day_that_is_opened(
    services: Services, own_journal: Desk
) -> None:
    own_journal.set_day(MONDAY - 7 * DAY)
    services.activities.log("application")
    assert not services.offers.week()  # the search's own first week
    own_journal.set_day(MONDAY + DAY)
    assert services.offers.week()
    services.activities.log("application")
    services.offers.week_seen()
    assert services.offers.week()
    own_journal.set_day(MONDAY + 2 * DAY)
    assert not services.offers.week()


def test_a_plan_that_is_there_or_put_away_is_not_offered(
    services: Services, own_journal: Desk
) -> None:
    own_journal.set_day(MONDAY - 7 * DAY)
    services.activities.log("application")
    own_journal.set_day(MONDAY)
    services.offers.put_week_away()
    assert not services.offers.week()
    services.upkeep.undo()
    assert services.offers.week()
    services.plans.set_week([PlannedThing("", "", "Two applications")])
    assert not services.offers.week()


def test_after_three_weeks_without_a_plan_none_is_offered_any_more(
    services: Services, own_journal: Desk
) -> None:
    own_journal.set_day(MONDAY - 7 * DAY)
    services.activities.log("application")
    offered = []
    for week in range(5):
        own_journal.set_day(MONDAY + 7 * week * DAY)
        offered.append(services.offers.week())
        if offered[-1]:
            services.offers.week_seen()
    assert offered == [True, True, True, False, False]


def test_noting_that_an_offer_is_in_sight_is_no_step_of_undo(services: Services) -> None:
    services.check_ins.log(mood=4)
    services.offers.setback_seen()
    services.offers.setback_seen()
    assert services.upkeep.undo() == "Check-in added"
    assert services.hints.seen_on("setback_plan") == TODAY
