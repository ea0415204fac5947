"""What helped is drawn from the person's own words, each once, and own lines can be added."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.guide.questions import FRIEND
from desktop_app.domain.guide.steps import Step
from desktop_app.domain.stages import Stage
from desktop_app.services.what_helped import Source
from tests.journals import TODAY

if TYPE_CHECKING:
    from desktop_app.services.bundle import Services
    from tests.journals import Desk


def words(services: Services) -> dict[Source, list[str]]:
    return {
        source: [one.text for one in lines] for source, lines in services.what_helped.all().items()
    }


def test_it_is_drawn_from_friend_lines_lessons_plans_and_steps(
    services: Services, interview_no: int
) -> None:
    assert not services.what_helped.any()
    assert services.what_helped.all() == {}
    services.guide.answer(interview_no, Step.NOT_PERSONAL, FRIEND, "You got further than most.")
    lesson = services.lessons.write(interview_no, "Breathe first.", Stage.INTERVIEW)
    services.lessons.add("Not said to help.")
    assert lesson is not None
    services.lessons.helped(lesson, True)
    services.plans.set_setback(["Call Ada.", "Walk."])
    step = services.next_steps.write(interview_no, "it is 9:30", "open one posting")
    assert step is not None
    services.what_helped.add("Tea with Ada.")
    assert words(services) == {
        Source.PLAN: ["Call Ada.", "Walk."],
        Source.OWN: ["Tea with Ada."],
        Source.FRIEND: ["You got further than most."],
        Source.LESSON: ["Breathe first."],
    }
    services.next_steps.tick(step, TODAY)
    assert words(services)[Source.STEP] == ["If it is 9:30, then open one posting"]
    friend = services.what_helped.all()[Source.FRIEND][0]
    assert (friend.employer, friend.rejection_id) == ("Halden Analytics", interview_no)


def test_equal_words_stand_once(services: Services) -> None:
    services.plans.set_setback(["Walk."])
    services.what_helped.add("walk. ")
    assert words(services) == {Source.PLAN: ["Walk."]}


def test_a_line_goes_with_its_rejection_and_a_lesson_stays(
    services: Services, interview_no: int
) -> None:
    services.guide.answer(interview_no, Step.NOT_PERSONAL, FRIEND, "You got further than most.")
    lesson = services.lessons.write(interview_no, "Breathe first.", Stage.INTERVIEW)
    assert lesson is not None
    services.lessons.helped(lesson, True)
    services.rejections.delete(interview_no)
    assert words(services) == {Source.LESSON: ["Breathe first."]}
    assert services.what_helped.all()[Source.LESSON][0].employer == ""


def test_an_own_line_is_deleted_and_taken_back(services: Services, own_journal: Desk) -> None:
    identity = services.what_helped.add("Tea.")
    before = own_journal.dump()
    services.what_helped.delete(identity)
    assert not services.what_helped.any()
    services.upkeep.undo()
    assert own_journal.dump() == before


@pytest.mark.parametrize("text", ["", "  \n", "x" * 501, "a\x00b"])
def test_a_line_that_is_none_is_refused(services: Services, own_journal: Desk, text: str) -> None:
    before = own_journal.dump()
    with pytest.raises(InvalidInput):
        services.what_helped.add(text)
    assert own_journal.dump() == before
