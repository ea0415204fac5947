"""Silence is gathered quietly: after a month, once a week, never by itself."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.searches import Ending
from desktop_app.domain.stages import Outcome
from tests.journals import TODAY

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.services.bundle import Services
    from tests.journals import Desk

DAY = timedelta(days=1)


def sent(desk: Desk, employer: str, day: date) -> int:
    with desk.journal.write("Application") as db:
        return desk.applications.begin(db, employer, "", day)


def silent(services: Services) -> list[tuple[str, int]]:
    return [(one.employer, one.days) for one in services.quiet_review.silent()]


def test_what_is_silent_for_thirty_days_is_gathered_the_oldest_first(
    services: Services, own_journal: Desk
) -> None:
    sent(own_journal, "Recent", TODAY - 29 * DAY)
    sent(own_journal, "A month", TODAY - 30 * DAY)
    sent(own_journal, "Long", TODAY - 80 * DAY)
    assert silent(services) == [("Long", 80), ("A month", 30)]
    assert services.quiet_review.due()
    services.settings.set("silence_days", "60", today=TODAY)
    assert silent(services) == [("Long", 80)]
    services.settings.set("quiet_review", "off", today=TODAY)
    assert not services.quiet_review.due()


def test_it_comes_at_most_once_a_week(services: Services, own_journal: Desk) -> None:
    sent(own_journal, "Long", TODAY - 80 * DAY)
    services.quiet_review.seen()
    own_journal.set_day(TODAY + 6 * DAY)
    assert not services.quiet_review.due()
    own_journal.set_day(TODAY + 7 * DAY)
    assert services.quiet_review.due()


def test_still_waiting_begins_the_month_anew(services: Services, own_journal: Desk) -> None:
    one = sent(own_journal, "Long", TODAY - 80 * DAY)
    services.quiet_review.still_waiting(one)
    assert silent(services) == []
    own_journal.set_day(TODAY + 30 * DAY)
    assert silent(services) == [("Long", 30)]


def test_nobody_waits_for_an_application_that_has_the_number_of_a_deleted_one(
    services: Services, own_journal: Desk
) -> None:
    first = sent(own_journal, "Long", TODAY - 80 * DAY)
    services.quiet_review.still_waiting(first)
    services.applications.delete(first)
    assert sent(own_journal, "Longer", TODAY - 90 * DAY) == first
    assert silent(services) == [("Longer", 90)]


def test_closing_as_silence_is_one_step_and_can_be_opened_again(
    services: Services, own_journal: Desk
) -> None:
    one = sent(own_journal, "Long", TODAY - 80 * DAY)
    before = own_journal.dump()
    services.quiet_review.close_as_silence(one)
    closed = own_journal.applications.get(one)
    assert closed is not None
    assert closed.outcome is Outcome.SILENCE
    assert silent(services) == []
    services.upkeep.undo()
    assert own_journal.dump() == before


@pytest.mark.parametrize("planned", [0, 1])
def test_what_has_a_date_ahead_is_not_silent(
    services: Services, own_journal: Desk, planned: int
) -> None:
    one = sent(own_journal, "Long", TODAY - 80 * DAY)
    with own_journal.journal.write("Stage") as db:
        day = TODAY + 3 * DAY if planned else TODAY - 3 * DAY
        db.table("stage_event").insert(
            {
                **own_journal.recording.stamp(day),
                "application_id": one,
                "stage": "interview",
                "planned": planned,
            }
        )
    assert silent(services) == []


def test_an_ended_search_asks_for_nothing(services: Services, own_journal: Desk) -> None:
    sent(own_journal, "Long", TODAY - 80 * DAY)
    services.searches.end(Ending.ACCEPTED)
    assert silent(services) == []
    assert not services.quiet_review.due()


def test_asking_is_one_follow_up_a_day_and_begins_the_month_anew(
    services: Services, own_journal: Desk
) -> None:
    one = sent(own_journal, "Long", TODAY - 80 * DAY)
    assert services.quiet_review.asked(one)
    assert not services.quiet_review.asked(one)
    assert silent(services) == []
    logged = "SELECT kind.name, amount FROM activity JOIN activity_kind kind ON kind.id = kind_id"
    assert own_journal.rows(logged) == [("follow_up", 1)]
    own_journal.set_day(TODAY + 30 * DAY)
    assert silent(services) == [("Long", 30)]
    assert services.quiet_review.asked(one)
    assert own_journal.rows(logged) == [("follow_up", 1)] * 2


def test_what_came_in_as_history_is_never_gathered(services: Services, own_journal: Desk) -> None:
    one = sent(own_journal, "Long", TODAY - 80 * DAY)
    with own_journal.journal.write("History") as db:
        db.table("application").update(one, {"history": 1})
    assert silent(services) == []
    assert not services.quiet_review.due()


@pytest.mark.parametrize("does", ["still_waiting", "asked", "close_as_silence"])
@pytest.mark.parametrize("state", ["gone", "closed"])
def test_what_is_gone_or_closed_is_said_and_nothing_changes(
    services: Services, own_journal: Desk, does: str, state: str
) -> None:
    one = sent(own_journal, "Long", TODAY - 80 * DAY)
    if state == "closed":
        own_journal.outcomes.close(one, Outcome.WITHDRAWN)
    before = own_journal.dump()
    said = "Long is closed already." if state == "closed" else "no longer there"
    with pytest.raises(InvalidInput, match=said):
        getattr(services.quiet_review, does)(one if state == "closed" else one + 1)
    assert own_journal.dump() == before


def test_what_was_closed_as_silence_opens_again(services: Services, own_journal: Desk) -> None:
    one = sent(own_journal, "Long", TODAY - 80 * DAY)
    services.quiet_review.close_as_silence(one)
    own_journal.outcomes.reopen(one)
    assert silent(services) == [("Long", 80)]
