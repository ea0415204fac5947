"""One list of what is due; a tick does it, logs its effort once, and is taken back as one step."""

from __future__ import annotations

from datetime import time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.due import Due, DueKind
from desktop_app.domain.guide.records import AskState
from desktop_app.domain.searches import Ending
from desktop_app.domain.stages import Channel, Stage
from desktop_app.services.application_form import ApplicationForm
from desktop_app.services.application_stages import StageForm
from desktop_app.services.bundle import Services
from desktop_app.services.plans import PlannedThing
from desktop_app.services.rejections import RejectionForm
from tests.journals import MONDAY, TODAY, Desk

DAY = timedelta(days=1)


def lines(services: Services) -> list[tuple[str, str]]:
    return [(one.kind.value, one.text) for one in services.due_steps.on(TODAY)]


def only(services: Services, kind: DueKind) -> Due:
    found = [one for one in services.due_steps.on(TODAY) if one.kind is kind]
    assert len(found) == 1
    return found[0]


def logged(services: Services) -> list[tuple[str, float]]:
    return [(one.kind, one.amount) for one in services.activities.of_day(TODAY)]


@pytest.fixture
def full(services: Services, own_journal: Desk, interview_no: int) -> Services:
    """Return services over a journal in which one thing of each kind is due today."""
    services.next_steps.add("Follow up with Marta", TODAY)
    services.plans.set_week([PlannedThing("Thu 9:30", "Library", "Two applications")])
    lesson = services.lessons.add("Name one number.")
    services.lessons.practise_on(lesson, TODAY, "Aloud, 90 seconds")
    services.feedback.prepare(interview_no, ask_on=TODAY, keep_day=False)
    other = services.rejections.note(
        RejectionForm("Bolt", day=TODAY - 12 * DAY, stage=Stage.INTERVIEW, channel=Channel.CALL)
    )
    asked = services.feedback.prepare(other)
    services.feedback.asked(asked, TODAY - 10 * DAY)
    application = services.applications.add(ApplicationForm("Corvid", day=TODAY - 9 * DAY))
    services.stages.plan(application, StageForm(Stage.INTERVIEW, TODAY, time(20, 0), "Ms Orr"))
    for one in services.activities.of_day(TODAY):
        services.activities.delete(one.id)
    return services


def test_everything_that_is_due_stands_in_one_list(full: Services) -> None:
    assert lines(full) == [
        ("stage", "Interview, Corvid"),
        ("step", "Follow up with Marta"),
        ("plan", "Two applications"),
        ("practice", "Practise: Name one number."),
        ("remind", "One reminder to Bolt"),
        ("ask", "Ask Halden Analytics for feedback"),
    ]
    assert only(full, DueKind.PLAN).more == "Thu 9:30, Library"
    assert only(full, DueKind.PRACTICE).more == "Aloud, 90 seconds"
    assert only(full, DueKind.STAGE).at == time(20, 0)


@pytest.mark.parametrize(
    ("kind", "effort"),
    [
        (DueKind.STEP, "follow_up"),
        (DueKind.PLAN, "follow_up"),
        (DueKind.PRACTICE, "learning"),
        (DueKind.ASK, "feedback"),
        (DueKind.REMIND, "follow_up"),
        (DueKind.STAGE, "interview"),
    ],
)
def test_a_tick_does_it_logs_its_effort_once_and_undo_takes_both_back(
    full: Services, own_journal: Desk, kind: DueKind, effort: str
) -> None:
    before, shown = own_journal.dump(), lines(full)
    full.due_steps.tick(only(full, kind), TODAY)
    assert logged(full) == [(effort, 1)]
    ready = [one.kind for one in full.due_steps.on(TODAY) if not one.done]
    assert kind not in ready
    full.upkeep.undo()
    assert own_journal.dump() == before
    assert lines(full) == shown


def test_an_own_step_and_a_plans_line_stay_in_sight_once_they_are_ticked(full: Services) -> None:
    for kind in (DueKind.STEP, DueKind.PLAN):
        full.due_steps.tick(only(full, kind), TODAY)
        found = [one for one in full.due_steps.on(TODAY) if one.done]
        assert found[-1].kind is DueKind.STEP
    planned = next(one for one in full.due_steps.on(TODAY) if one.text == "Two applications")
    full.due_steps.tick(planned, TODAY, done=False)
    assert [one.text for one in full.due_steps.on(TODAY)].count("Two applications") == 1


def test_practice_whose_day_passed_rolls_on_in_silence(services: Services) -> None:
    lesson = services.lessons.add("Breathe.")
    services.lessons.practise_on(lesson, TODAY - 20 * DAY)
    found = only(services, DueKind.PRACTICE)
    assert found.due == TODAY
    services.lessons.retire(lesson)
    assert services.due_steps.on(TODAY) == []


def test_practice_counts_once_a_day(services: Services, own_journal: Desk) -> None:
    lesson = services.lessons.add("Breathe.")
    for _time in range(2):
        services.lessons.practised(lesson, TODAY)
    services.lessons.practised(lesson, TODAY - DAY)
    counted = own_journal.rows(
        "SELECT activity.day FROM activity JOIN activity_kind ON activity_kind.id = kind_id"
        " WHERE name = 'learning' ORDER BY activity.day"
    )
    assert counted == [((TODAY - DAY).isoformat(),), (TODAY.isoformat(),)]


def test_what_lies_ahead_comes_after_what_is_due_and_only_a_week_of_it(services: Services) -> None:
    application = services.applications.add(ApplicationForm("Corvid", day=TODAY - 9 * DAY))
    services.stages.plan(application, StageForm(Stage.INTERVIEW, TODAY + 6 * DAY))
    services.stages.plan(application, StageForm(Stage.FINAL, TODAY + 7 * DAY))
    services.next_steps.add("Later", TODAY + 2 * DAY)
    services.next_steps.add("Any day")
    found = services.due_steps.on(TODAY)
    assert [(one.text, one.ahead) for one in found] == [
        ("Any day", False), ("Later", False), ("Interview, Corvid", True),
    ]  # fmt: skip


def test_nobody_is_asked_for_long_whether_something_took_place(
    services: Services, own_journal: Desk
) -> None:
    application = services.applications.add(ApplicationForm("Corvid", day=TODAY - 9 * DAY))
    services.stages.plan(application, StageForm(Stage.INTERVIEW, TODAY))
    for days, there in ((2, True), (3, False)):
        own_journal.set_day(TODAY + days * DAY)
        found = services.due_steps.on(TODAY + days * DAY)
        assert (len(found) == 1) is there


def test_a_reminder_is_offered_from_the_tenth_day_and_for_three_weeks(
    services: Services, own_journal: Desk, interview_no: int
) -> None:
    request = services.feedback.prepare(interview_no)
    services.feedback.asked(request, TODAY)
    for days, there in ((9, False), (10, True), (30, True), (31, False)):
        own_journal.set_day(TODAY + days * DAY)
        assert bool(services.due_steps.on(TODAY + days * DAY)) is there
    own_journal.set_day(TODAY + 12 * DAY)
    services.feedback.reminded(request)
    assert services.due_steps.on(TODAY + 12 * DAY) == []


def test_a_weeks_plan_lies_on_its_days_and_without_one_on_any(
    services: Services, own_journal: Desk
) -> None:
    services.plans.set_week(
        [PlannedThing("Mon and Fri", "", "Two applications"), PlannedThing("", "", "Call Ada")]
    )
    seen = {}
    for number in range(7):
        day = MONDAY + number * DAY
        own_journal.set_day(day)
        seen[number] = [one.text for one in services.due_steps.on(day)]
    both = ["Two applications", "Call Ada"]
    assert seen == {n: both if n in (0, 4) else ["Call Ada"] for n in range(7)}
    own_journal.set_day(MONDAY)
    for one in services.due_steps.on(MONDAY):
        services.due_steps.tick(one, MONDAY)
    own_journal.set_day(MONDAY + DAY)
    assert services.due_steps.on(MONDAY + DAY) == []
    own_journal.set_day(MONDAY + 4 * DAY)
    assert [one.text for one in services.due_steps.on(MONDAY + 4 * DAY)] == ["Two applications"]


def test_steps_of_an_ended_search_stay_silent_also_in_the_next_one(
    full: Services, own_journal: Desk
) -> None:
    full.searches.end(Ending.STOPPED)
    own_journal.set_day(TODAY + DAY)
    assert full.due_steps.on(TODAY + DAY) == []
    own_journal.set_day(TODAY + 2 * DAY)
    full.searches.begin()
    assert full.due_steps.on(TODAY + 2 * DAY) == []


def test_in_a_pause_only_own_steps_and_appointments_are_there(full: Services) -> None:
    full.searches.pause()
    assert [kind for kind, _text in lines(full)] == ["stage", "step"]


def test_a_line_is_taken_away_without_losing_what_it_stands_for(full: Services) -> None:
    for kind in (DueKind.STEP, DueKind.PRACTICE, DueKind.ASK):
        full.due_steps.remove(only(full, kind))
        assert kind not in [one.kind for one in full.due_steps.on(TODAY)]
    assert any(one.text == "Name one number." for one in full.lessons.all())
    assert any(one.state is AskState.TO_ASK for one in full.feedback.all())
    shown = lines(full)
    for kind in (DueKind.STAGE, DueKind.PLAN, DueKind.REMIND):
        full.due_steps.remove(only(full, kind))
    assert lines(full) == shown


def test_another_day_has_own_steps_alone(full: Services, own_journal: Desk) -> None:
    own_journal.set_day(TODAY + DAY)
    assert [one.kind for one in full.due_steps.on(TODAY)] == [DueKind.STEP]


MOVES = st.lists(
    st.tuples(
        st.sampled_from(("tick", "untick", "remove", "undo", "redo", "again")), st.integers(0, 9)
    ),
    max_size=12,
)


@settings(max_examples=40, deadline=None)
@given(MOVES)
def test_nothing_counts_twice_however_the_list_is_used(moves: list[tuple[str, int]]) -> None:
    """Ticks, ticks taken back, undo and redo in any order: each thing has its effort once."""
    with TemporaryDirectory() as folder:
        desk = Desk(Path(folder) / "journal.upswing")
        try:
            play(desk, Services(desk.journal, desk.clock), moves)
        finally:
            desk.close()


def play(desk: Desk, services: Services, moves: list[tuple[str, int]]) -> None:
    services.next_steps.add("Follow up with Marta", TODAY)
    services.plans.set_week([PlannedThing("Thu", "", "Two letters"), PlannedThing("", "", "Ada")])
    services.lessons.practise_on(services.lessons.add("Name one number."), TODAY)
    for employer, asked in (("Bolt", None), ("Corvid", TODAY - 11 * DAY)):
        rejection = services.rejections.note(
            RejectionForm(employer, day=TODAY - 12 * DAY, stage=Stage.INTERVIEW)
        )
        request = services.feedback.prepare(rejection, ask_on=TODAY, keep_day=False)
        if asked is not None:
            services.feedback.asked(request, asked)
    for move, number in moves:
        shown = services.due_steps.on(TODAY)
        one = shown[number % len(shown)] if shown else None
        if move == "undo":
            services.upkeep.undo()
        elif move == "redo":
            services.upkeep.redo()
        elif move == "remove" and one is not None:
            services.due_steps.remove(one)
        elif one is not None:
            services.due_steps.tick(one, TODAY, done=move != "untick")
            if move == "again" and one.kind is not DueKind.REMIND:
                services.due_steps.tick(one, TODAY)
        twice = desk.rows(
            "SELECT 1 FROM activity WHERE coalesce(lesson_id, feedback_request_id, next_step_id)"
            " IS NOT NULL GROUP BY activity.day, kind_id, lesson_id, feedback_request_id,"
            " next_step_id HAVING count(*) > 1"
        )
        assert twice == []
        without = desk.rows(
            "SELECT 1 FROM activity JOIN next_step ON next_step.id = next_step_id"
            " WHERE done_day IS NULL"
        )
        assert without == []
    desk.assert_sums_agree()


def test_a_step_that_is_ticked_twice_counts_once_whatever_it_counts_as(
    services: Services, interview_no: int
) -> None:
    step = services.next_steps.write(interview_no, "it is 9:30", "call", TODAY)
    assert step is not None
    services.next_steps.tick(step, TODAY)
    services.next_steps.write(interview_no, "it is 9:30", "call", TODAY, "networking")
    services.next_steps.tick(step, TODAY)
    assert logged(services) == [("follow_up", 1)]
    services.next_steps.tick(step, None)
    assert logged(services) == []
