"""How each no was handled: dots, lesson, question, and the words by which it is found again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop_app.domain.applications import Person
from desktop_app.domain.guide.handled import Handled, ask_words, steps_words
from desktop_app.domain.guide.questions import FRIEND, WENT_WELL
from desktop_app.domain.guide.reasons import Place
from desktop_app.domain.guide.records import AskState
from desktop_app.domain.guide.steps import Step
from desktop_app.domain.history import History, ReadApplication
from desktop_app.domain.stages import Channel, Outcome, Stage
from desktop_app.services.application_form import ApplicationForm
from desktop_app.services.application_stages import StageForm
from desktop_app.services.rejections import RejectionForm
from tests.journals import TODAY

if TYPE_CHECKING:
    from desktop_app.services.bundle import Services
    from tests.journals import Desk


def test_a_no_that_was_only_noted_waits_for_nothing_but_is_open(
    services: Services, interview_no: int
) -> None:
    assert services.handling.all() == {interview_no: Handled()}
    assert services.handling.all()[interview_no].open
    assert steps_words(Handled()) == "0 of 4 steps"
    assert ask_words(Handled()) == ""


def test_what_came_of_a_no_stands_beside_it(services: Services, interview_no: int) -> None:
    services.guide.cannot_know(interview_no, True)
    services.lessons.write(interview_no, "Name one number.", Stage.INTERVIEW)
    services.feedback.prepare(interview_no, draft="May I ask …")
    handled = services.handling.all()[interview_no]
    assert (handled.lesson, handled.ask) == ("Name one number.", AskState.TO_ASK)
    assert handled.steps == {Step.NOT_PERSONAL, Step.LEARN, Step.ASK}
    assert (steps_words(handled), ask_words(handled)) == ("3 of 4 steps", "To ask")
    services.guide.close(interview_no)
    closed = services.handling.all()[interview_no]
    assert closed.closed
    assert not closed.open


def test_everything_that_was_written_about_a_no_finds_it(
    services: Services, interview_no: int
) -> None:
    application = services.rejections.all()[0].application_id
    services.applications.change(
        application,
        ApplicationForm("Halden Analytics", "Data analyst", note="Northlight", source="Fair"),
    )
    services.people.add(application, Person("Ines Marsh", "Recruiter", "", "", "met in Lund"))
    services.stages.reach(application, StageForm(Stage.INTERVIEW, TODAY, None, "whiteboard"))
    services.guide.answer(interview_no, Step.LEARN, WENT_WELL, "The opening")
    services.guide.place(interview_no, "Internal candidate", Place.OUTSIDE)
    lesson = services.lessons.write(interview_no, "Name one number.", Stage.INTERVIEW)
    assert lesson is not None
    services.lessons.practise_on(lesson, TODAY, "before the mirror")
    services.feedback.prepare(interview_no, draft="Which skill?")
    services.next_steps.write(interview_no, "it is nine", "I open the editor")
    written = services.handling.all()[interview_no].written
    story = services.handling.story(interview_no)
    assert story is not None
    assert story.notes == ("Northlight", "whiteboard")
    for words in (
        "Northlight", "Fair", "Ines Marsh", "Recruiter", "met in Lund", "whiteboard", "The opening",
        "Internal candidate", "Name one number.", "before the mirror", "Which skill?", "it is nine",
        "I open the editor",
    ):  # fmt: skip
        assert words in written


def test_a_sealed_answer_and_the_private_page_find_nothing(
    services: Services, interview_no: int
) -> None:
    services.private_pages.keep(interview_no, "Only for me")
    request = services.feedback.prepare(interview_no, draft="Which skill?")
    services.feedback.asked(request)
    services.feedback.answered(request, "Numbers were missing")
    sealed = services.handling.all()[interview_no]
    assert sealed.sealed
    assert ask_words(sealed) == "Sealed"
    assert "Numbers" not in sealed.written
    services.feedback.read(request)
    services.feedback.take(request, "Numbers first")
    read = services.handling.all()[interview_no]
    assert (read.sealed, ask_words(read)) == (False, "Answered")
    assert "Numbers were missing" in read.written
    assert "Numbers first" in read.written
    assert "Only for me" not in read.written


def test_that_the_reasons_cant_be_known_is_an_answer_without_words(
    services: Services, interview_no: int
) -> None:
    services.guide.cannot_know(interview_no, True)
    assert services.handling.all()[interview_no].written == ""


def test_a_no_of_an_earlier_search_is_neither_open_nor_unfinished(services: Services) -> None:
    services.importing.apply(
        History(
            "test",
            "Test",
            (ReadApplication(1, "a", "Halden", "Analyst", TODAY, (), Outcome.REJECTED, TODAY),),
        )
    )
    (handled,) = services.handling.all().values()
    assert handled.history
    assert not handled.open
    assert steps_words(handled) == ""


def test_a_story_holds_what_came_of_a_no_and_ends_with_it(
    services: Services, interview_no: int
) -> None:
    services.guide.answer(interview_no, Step.NOT_PERSONAL, FRIEND, "Rest now.")
    services.lessons.write(interview_no, "Name one number.", Stage.INTERVIEW)
    services.next_steps.write(interview_no, "it is nine", "I open the editor")
    story = services.handling.story(interview_no)
    assert story is not None
    assert story.case.answers == {FRIEND: "Rest now."}
    assert story.lesson is not None
    assert story.step is not None
    assert story.request is None
    services.rejections.delete(interview_no)
    assert services.handling.story(interview_no) is None


def test_several_are_closed_as_one_step_and_the_closed_keep_their_day(
    services: Services, own_journal: Desk
) -> None:
    noes = [
        services.rejections.note(RejectionForm(f"Employer {n}", channel=Channel.EMAIL))
        for n in range(4)
    ]
    services.guide.close(noes[0])
    before = own_journal.dump()
    first = services.guide.case(noes[0])
    assert services.guide.close_all([*noes[:3], 99]) == 2
    assert services.guide.case(noes[0]) == first
    open_ = [one for one, handled in services.handling.all().items() if handled.open]
    assert open_ == [noes[3]]
    services.upkeep.undo()
    assert own_journal.dump() == before


@pytest.mark.parametrize("chosen", [[], [99]])
def test_closing_nothing_is_no_step(
    services: Services, interview_no: int, chosen: list[int]
) -> None:
    step = services.upkeep.undo_name
    assert services.guide.close_all(chosen) == 0
    assert services.upkeep.undo_name == step
