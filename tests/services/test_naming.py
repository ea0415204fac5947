"""'Application sent' on Today can say which application it was, and nothing counts twice."""

from __future__ import annotations

import pytest

from desktop_app.domain.errors import InvalidInput
from desktop_app.services.application_form import AlreadyThere, ApplicationForm
from desktop_app.services.kinds import form_of
from tests.journals import MONDAY, TODAY, Desk


def sent(desk: Desk, **what: int) -> int:
    return desk.activities.log("application", **what)


def counted(desk: Desk) -> list[tuple[float, str]]:
    """The applications sent today: how many, and to whom."""
    return [(one.amount, one.employer) for one in desk.activities.of_day(TODAY)]


def test_an_unknown_application_begins_on_the_day_of_the_activity(own_journal: Desk) -> None:
    activity = own_journal.activities.log("application", day=MONDAY)
    identity = own_journal.applications.name_sent(activity, " Halden  Analytics", "Data analyst")
    one = own_journal.applications.get(identity)
    assert (one.employer, one.position, one.day) == ("Halden Analytics", "Data analyst", MONDAY)
    assert one.search_id == own_journal.searches.current().id
    (logged,) = own_journal.activities.of_day(MONDAY)
    assert (logged.id, logged.employer, logged.position) == (
        activity, "Halden Analytics", "Data analyst",
    )  # fmt: skip
    assert own_journal.upkeep.undo() == "Application named"
    assert own_journal.applications.all() == []


def test_of_several_one_is_split_off_and_the_rest_keeps_its_words(own_journal: Desk) -> None:
    activity = own_journal.activities.log("application", amount=3, note="By post")
    before = own_journal.dump()
    own_journal.applications.name_sent(activity, "Halden")
    assert counted(own_journal) == [(2, ""), (1, "Halden")]
    rest, named = own_journal.activities.of_day(TODAY)
    assert (rest.note, named.note, named.at) == ("By post", "", rest.at)
    assert sum(one.points for one in (rest, named)) == 9
    own_journal.upkeep.undo()
    assert own_journal.dump() == before


def test_what_is_split_off_takes_the_minutes_it_was_logged_with(own_journal: Desk) -> None:
    form = form_of(own_journal.activities.kind("application"))
    own_journal.kinds.change("application", form._replace(unit_minutes=30))
    activity = own_journal.activities.log("application", minutes=60)
    own_journal.kinds.change("application", form._replace(unit_minutes=60))
    own_journal.applications.name_sent(activity, "Halden")
    assert [(one.amount, one.minutes) for one in own_journal.activities.of_day(TODAY)] == [
        (1, 30),
        (1, 30),
    ]


def test_names_typed_into_the_activity_become_the_applications(own_journal: Desk) -> None:
    activity = sent(own_journal)
    with own_journal.journal.write("typed") as db:
        db.table("activity").update(activity, {"employer": "Haldn", "position": "Cook"})
    identity = own_journal.applications.name_sent(activity, "Halden", "Baker")
    own_journal.applications.change(identity, ApplicationForm("Halden AG", "Baker", TODAY))
    assert counted(own_journal) == [(1, "Halden AG")]


def test_a_known_application_is_linked_where_it_is_not_counted_yet(own_journal: Desk) -> None:
    with own_journal.journal.write("begun") as db:
        known = own_journal.applications.begin(db, "Halden", "Baker", TODAY)
    activity = sent(own_journal)
    assert own_journal.applications.name_sent(activity, "HALDEN", "baker") == known
    assert counted(own_journal) == [(1, "Halden")]
    other = sent(own_journal)
    before = own_journal.dump()
    with pytest.raises(AlreadyThere, match="Halden · Baker of 19 Nov is counted already") as told:
        own_journal.applications.name_sent(other, "Halden", "Baker")
    assert told.value.application.id == known
    with pytest.raises(AlreadyThere):
        own_journal.applications.name_sent(other, "x", application_id=known)
    assert own_journal.dump() == before


def test_a_picked_one_without_a_day_gets_that_of_the_activity(own_journal: Desk) -> None:
    with own_journal.journal.write("begun") as db:
        known = own_journal.applications.begin(db, "Halden", "Baker", None)
    activity = own_journal.activities.log("application", day=MONDAY)
    assert own_journal.applications.name_sent(activity, "Halden", application_id=known) == known
    assert own_journal.applications.get(known).day == MONDAY


def test_one_that_is_named_is_renamed_with_its_application(own_journal: Desk) -> None:
    activity = sent(own_journal)
    identity = own_journal.applications.name_sent(activity, "Haldn", "Baker")
    assert own_journal.applications.name_sent(activity, "Halden", "Baker") == identity
    assert counted(own_journal) == [(1, "Halden")]
    assert own_journal.rows("SELECT name FROM employer") == [("Halden",)]
    mark = own_journal.upkeep.undo_mark
    own_journal.applications.name_sent(activity, "Halden", "Baker")
    assert own_journal.upkeep.undo_mark == mark
    other = own_journal.applications.name_sent(sent(own_journal), "Bolt")
    with pytest.raises(InvalidInput, match="This one is Halden · Baker already"):
        own_journal.applications.name_sent(activity, "Bolt", application_id=other)


def test_only_what_is_there_and_was_sent_can_be_named(own_journal: Desk) -> None:
    activity = sent(own_journal)
    other = own_journal.activities.log("networking")
    before = own_journal.dump()
    for refused, employer, position, picked in (
        (4711, "Halden", "", None),
        (other, "Halden", "", None),
        (activity, " ", "", None),
        (activity, "Halden", "x" * 201, None),
        (activity, "A\x07", "", None),
        (activity, "Halden", "", 4711),
    ):
        with pytest.raises(InvalidInput):
            own_journal.applications.name_sent(refused, employer, position, application_id=picked)
    assert own_journal.dump() == before
