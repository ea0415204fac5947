"""Lessons are written once, practised, found again before the next interview, and count once."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.guide.questions import WENT_WELL
from desktop_app.domain.guide.steps import Step
from desktop_app.domain.stages import Stage
from desktop_app.services.lessons import LessonForm
from tests.journals import TODAY

if TYPE_CHECKING:
    from desktop_app.domain.guide.records import Lesson
    from desktop_app.services.bundle import Services
    from tests.journals import Desk

DAY = timedelta(days=1)


def lesson(services: Services, identity: int) -> Lesson:
    found = services.lessons.get(identity)
    assert found is not None
    return found


def points(services: Services) -> float:
    return sum(one.points for one in services.activities.of_day(TODAY))


def test_the_lesson_of_a_no_is_saved_as_it_is_typed(
    services: Services, interview_no: int, own_journal: Desk
) -> None:
    before = own_journal.dump()
    for text in ("Name", "Name one number in the first minute."):
        identity = services.lessons.write(interview_no, text, Stage.INTERVIEW)
    assert identity is not None
    found = lesson(services, identity)
    assert (found.text, found.stage, found.employer, found.rejection_id) == (
        "Name one number in the first minute.",
        Stage.INTERVIEW,
        "Halden Analytics",
        interview_no,
    )
    services.lessons.write(interview_no, "", Stage.INTERVIEW)
    assert services.lessons.all() == []
    services.upkeep.undo()
    assert own_journal.dump() == before


def test_learning_from_a_no_counts_once(services: Services, interview_no: int) -> None:
    services.lessons.log_learning(interview_no)
    assert points(services) == 0  # nothing was written
    services.guide.answer(interview_no, Step.LEARN, WENT_WELL, "The opening.")
    services.lessons.write(interview_no, "Breathe.", Stage.INTERVIEW)
    for _time in range(3):
        services.lessons.log_learning(interview_no)
    assert points(services) == 2
    services.guide.answer(interview_no, Step.LEARN, WENT_WELL, "The opening, and the end.")
    services.lessons.log_learning(interview_no)
    assert points(services) == 2


def test_what_was_taken_from_an_answer_is_a_lesson_once_and_one_step(
    services: Services, interview_no: int, own_journal: Desk
) -> None:
    before = own_journal.dump()
    services.lessons.draw(interview_no, "Name one number.", Stage.INTERVIEW)
    assert points(services) == 2
    with pytest.raises(InvalidInput, match="a lesson already"):
        services.lessons.draw(interview_no, " Name one number. ", Stage.INTERVIEW)
    assert points(services) == 2
    services.upkeep.undo()
    assert own_journal.dump() == before
    services.lessons.write(interview_no, "Breathe.", Stage.INTERVIEW)
    services.lessons.draw(interview_no, "Name one number.", Stage.INTERVIEW)
    assert len(services.lessons.all()) == 2


def test_a_lesson_by_itself_counts_and_keeps_its_effort_when_it_is_deleted(
    services: Services,
) -> None:
    identity = services.lessons.add("Send thanks the same evening.")
    assert points(services) == 2
    services.lessons.delete(identity)
    assert services.lessons.all() == []
    assert points(services) == 2


def test_practice_is_planned_moved_and_done(services: Services) -> None:
    identity = services.lessons.add("Rehearse aloud.")
    services.lessons.practise_on(identity, TODAY + DAY)
    services.lessons.practise_on(identity, TODAY + 2 * DAY)
    assert lesson(services, identity).practise_on == TODAY + 2 * DAY
    services.lessons.practised(identity)
    found = lesson(services, identity)
    assert (found.practise_on, found.practised, found.last_practised) == (None, 1, TODAY)
    services.lessons.practised(identity, TODAY)
    assert lesson(services, identity).practised == 2
    services.lessons.practise_on(identity, TODAY + 9 * DAY)
    services.lessons.practise_on(identity, None)
    assert lesson(services, identity).practise_on is None
    with pytest.raises(InvalidInput, match="lies ahead"):
        services.lessons.practised(identity, TODAY + DAY)


def test_lessons_that_fit_a_stage_come_with_those_that_helped_first(services: Services) -> None:
    add = services.lessons.add
    general = add("Ask for the salary range.")
    interview = add("Name one number.", stage=Stage.INTERVIEW)
    helped = add("Breathe out first.", stage=Stage.INTERVIEW)
    add("Read every question.", stage=Stage.TASK)
    away = add("Old one.", stage=Stage.INTERVIEW)
    services.lessons.helped(helped, True)
    services.lessons.retire(away)
    assert [one.id for one in services.lessons.fitting(Stage.INTERVIEW)] == [
        helped, interview, general,
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["", " \n ", "x" * 2001, "a\x00b"])
def test_a_lesson_that_is_none_is_refused(services: Services, own_journal: Desk, text: str) -> None:
    identity = services.lessons.add("Kept.")
    before = own_journal.dump()
    with pytest.raises(InvalidInput):
        services.lessons.add(text)
    with pytest.raises(InvalidInput):
        services.lessons.change(identity, text)
    assert own_journal.dump() == before


def test_a_lesson_is_saved_whole_as_one_step(services: Services, own_journal: Desk) -> None:
    before = own_journal.dump()
    form = LessonForm("Name one number.", Stage.INTERVIEW, TODAY + DAY, "Aloud", None)
    identity = services.lessons.save(form)
    found = lesson(services, identity)
    assert (found.text, found.stage, found.practise_on, found.practice, found.helped) == form
    assert points(services) == 2
    changed = LessonForm("Name two numbers.", None, None, "", True)
    services.lessons.save(changed, identity)
    found = lesson(services, identity)
    assert (found.text, found.stage, found.practise_on, found.practice, found.helped) == changed
    services.upkeep.undo()
    services.upkeep.undo()
    assert own_journal.dump() == before


@pytest.mark.parametrize("text", ["", "x" * 100_000, "a\x00b"])
def test_a_lesson_with_bad_words_is_not_saved_at_all(
    services: Services, own_journal: Desk, text: str
) -> None:
    identity = services.lessons.add("Kept.")
    before = own_journal.dump()
    for one in (None, identity):
        with pytest.raises(InvalidInput):
            services.lessons.save(LessonForm(text, Stage.TASK, TODAY), one)
    assert own_journal.dump() == before


def test_a_lesson_that_is_gone_says_so(services: Services) -> None:
    identity = services.lessons.add("Kept.")
    services.lessons.delete(identity)
    with pytest.raises(InvalidInput, match="no longer there"):
        services.lessons.save(LessonForm("Words"), identity)
    with pytest.raises(InvalidInput, match="no longer there"):
        services.lessons.practised(identity)


def test_a_lesson_outlives_its_rejection(services: Services, interview_no: int) -> None:
    identity = services.lessons.write(interview_no, "Breathe.", Stage.INTERVIEW)
    assert identity is not None
    assert lesson(services, identity).from_day == TODAY
    services.rejections.delete(interview_no)
    found = lesson(services, identity)
    assert (found.text, found.employer, found.rejection_id, found.from_day) == (
        "Breathe.", "", None, None,
    )  # fmt: skip
