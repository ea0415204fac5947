"""Plans made beforehand are kept, changed and taken back."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from desktop_app.services.plans import PlannedThing
from tests.journals import MONDAY, TODAY

if TYPE_CHECKING:
    from desktop_app.services.bundle import Services
    from tests.journals import Desk


def test_a_setback_plan_has_three_lines_at_most(services: Services, own_journal: Desk) -> None:
    before = own_journal.dump()
    services.plans.set_setback(["Call Ada.", " ", "Walk.", "One posting.", "A fourth."])
    assert services.plans.setback() == ["Call Ada.", "Walk.", "One posting."]
    services.plans.set_setback([])
    assert services.plans.setback() == []
    services.upkeep.undo()
    assert services.plans.setback() == ["Call Ada.", "Walk.", "One posting."]
    services.upkeep.undo()
    assert own_journal.dump() == before


def test_each_week_has_a_plan_of_its_own(services: Services) -> None:
    this = [PlannedThing("Tue 9:30", "Library", "Two applications"), PlannedThing("", "", " ")]
    services.plans.set_week(this)
    services.plans.set_week([PlannedThing("", "", "Rest")], TODAY + timedelta(days=7))
    assert services.plans.week(MONDAY) == this[:1]
    assert services.plans.week(MONDAY + timedelta(days=6)) == this[:1]
    assert services.plans.week(MONDAY + timedelta(days=7)) == [PlannedThing("", "", "Rest")]


def test_lines_of_a_setback_plan_keep_their_places(services: Services) -> None:
    services.plans.set_setback(["", "Walk.", ""])
    assert services.plans.setback_places() == ["", "Walk.", ""]
    assert services.plans.setback() == ["Walk."]
