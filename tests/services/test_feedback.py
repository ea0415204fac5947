"""A question to a person is drafted, asked once, answered or closed, and counts once."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.guide.records import AskState
from tests.journals import TODAY

if TYPE_CHECKING:
    from desktop_app.domain.guide.records import FeedbackRequest
    from desktop_app.services.bundle import Services
    from tests.journals import Desk

DAY = timedelta(days=1)


def request(services: Services, rejection: int) -> FeedbackRequest:
    found = services.feedback.of_rejection(rejection)
    assert found is not None
    return found


def points(services: Services) -> float:
    return sum(one.points for one in services.activities.of_day(TODAY))


def test_a_draft_is_saved_as_it_is_typed(
    services: Services, interview_no: int, own_journal: Desk
) -> None:
    before = own_journal.dump()
    for text in ("Hello", "Hello Marta, thank you."):
        services.feedback.prepare(interview_no, draft=text)
    assert request(services, interview_no).draft == "Hello Marta, thank you."
    assert request(services, interview_no).state is AskState.TO_ASK
    services.upkeep.undo()
    assert own_journal.dump() == before


def test_whom_is_kept_as_a_contact_of_the_application(
    services: Services, interview_no: int, own_journal: Desk
) -> None:
    services.feedback.set_person(interview_no, "Marta Lind", "marta@halden.example", "Head of data")
    services.feedback.set_person(interview_no, "marta lind")
    found = request(services, interview_no)
    assert (found.person, found.email) == ("marta lind", "marta@halden.example")
    assert own_journal.rows("SELECT count(*) FROM person") == [(1,)]
    assert own_journal.rows("SELECT count(*) FROM application_person") == [(1,)]
    for name, email, said in (("", "", "whom"), ("Ada", "ada at home", "no mail address")):
        with pytest.raises(InvalidInput, match=said):
            services.feedback.set_person(interview_no, name, email)


def test_asking_counts_once_whatever_follows(services: Services, interview_no: int) -> None:
    identity = services.feedback.prepare(interview_no, draft="Hello")
    services.feedback.asked(identity)
    services.feedback.move(identity, AskState.TO_ASK)
    services.feedback.asked(identity)
    services.feedback.answered(identity, "Strong on planning.")
    services.feedback.no_answer(identity)
    assert points(services) == 3
    services.feedback.delete(identity)
    assert points(services) == 3
    services.feedback.asked(services.feedback.prepare(interview_no, draft="Hello again"))
    assert points(services) == 3, "a request made anew for the same no"


def test_an_answer_stays_sealed_until_it_is_read(services: Services, interview_no: int) -> None:
    identity = services.feedback.prepare(interview_no, draft="Hello")
    services.feedback.asked(identity, TODAY - 3 * DAY)
    services.feedback.answered(identity, "We chose someone with insurance data.")
    found = request(services, interview_no)
    assert (found.state, found.read, found.answered) == (AskState.ANSWERED, False, TODAY)
    services.feedback.read(identity)
    services.feedback.take(identity, "Name my closest case.")
    found = request(services, interview_no)
    assert (found.read, found.takeaway) == (True, "Name my closest case.")
    services.feedback.open_again(identity)
    assert request(services, interview_no).state is AskState.ASKED


def test_another_answer_is_sealed_anew(services: Services, interview_no: int) -> None:
    identity = services.feedback.prepare(interview_no, draft="Hello")
    services.feedback.asked(identity)
    services.feedback.answered(identity, "We will come back to you.")
    services.feedback.read(identity)
    services.feedback.open_again(identity)
    services.feedback.answered(identity, "We chose someone else after all.")
    assert not request(services, interview_no).read


def test_an_answer_comes_after_the_question(
    services: Services, interview_no: int, own_journal: Desk
) -> None:
    identity = services.feedback.prepare(interview_no)
    services.feedback.asked(identity, TODAY - DAY)
    before = own_journal.dump()
    with pytest.raises(InvalidInput, match="before the question"):
        services.feedback.answered(identity, "…", TODAY - 2 * DAY)
    with pytest.raises(InvalidInput, match="lies ahead"):
        services.feedback.asked(identity, TODAY + DAY)
    assert own_journal.dump() == before


def test_one_reminder_at_most_after_ten_days(
    services: Services, interview_no: int, own_journal: Desk
) -> None:
    identity = services.feedback.prepare(interview_no)
    services.feedback.asked(identity)
    own_journal.set_day(TODAY + 9 * DAY)
    assert services.feedback.to_remind() == []
    own_journal.set_day(TODAY + 10 * DAY)
    assert [one.id for one in services.feedback.to_remind()] == [identity]
    services.feedback.reminded(identity)
    assert services.feedback.to_remind() == []
    with pytest.raises(InvalidInput, match="One reminder is enough"):
        services.feedback.reminded(identity)


def test_what_is_gone_is_said(services: Services, interview_no: int) -> None:
    identity = services.feedback.prepare(interview_no)
    services.feedback.delete(identity)
    for use in (services.feedback.asked, services.feedback.no_answer, services.feedback.reminded):
        with pytest.raises(InvalidInput, match="no longer there"):
            use(identity)
