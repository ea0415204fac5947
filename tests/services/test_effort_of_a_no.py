"""However a no is handled, in whatever order, each thing that was done counts once."""

from __future__ import annotations

from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.guide.records import AskState
from desktop_app.domain.guide.steps import Step
from desktop_app.domain.stages import Channel, Stage
from desktop_app.services.bundle import Services
from desktop_app.services.rejections import RejectionForm
from tests.journals import TODAY, Desk

DOINGS = (
    "answer", "write the lesson", "empty the lesson", "leave step 2", "delete the lesson",
    "practise", "draft", "ask", "remind", "answered", "no answer", "open again", "back to ask",
    "delete the request", "plan", "tick", "untick", "undo", "redo", "another day",
)  # fmt: skip
# What is logged of a no or a step counts once; a practice counts once on a day.
_TWICE = """SELECT name, count(*) FROM activity JOIN activity_kind ON activity_kind.id = kind_id
  WHERE rejection_id IS NOT NULL OR next_step_id IS NOT NULL
  GROUP BY name, rejection_id, next_step_id HAVING count(*) > 1
  UNION ALL SELECT name, count(*) FROM activity JOIN activity_kind ON activity_kind.id = kind_id
  WHERE lesson_id IS NOT NULL GROUP BY name, lesson_id, activity.day HAVING count(*) > 1"""


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(DOINGS), max_size=24))
def test_nothing_that_is_done_about_a_no_counts_twice(doings: list[str]) -> None:
    with TemporaryDirectory() as folder:
        desk = Desk(Path(folder) / "journal.upswing")
        try:
            services = Services(desk.journal, desk.clock)
            no = services.rejections.note(
                RejectionForm("Halden", "Analyst", stage=Stage.INTERVIEW, channel=Channel.EMAIL)
            )
            noted = services.upkeep.undo_mark
            for days, doing in enumerate(doings, 1):
                if doing == "another day":
                    desk.set_day(TODAY + timedelta(days=days))
                elif doing != "undo" or services.upkeep.undo_mark != noted:
                    with suppress(InvalidInput):
                        do(services, no, doing)
                assert desk.rows(_TWICE) == [], doing
            desk.assert_sums_agree()
        finally:
            desk.close()


def do(services: Services, no: int, doing: str) -> None:
    feedback, lessons, steps = services.feedback, services.lessons, services.next_steps
    if doing in ("ask", "remind", "answered", "no answer", "open again", "back to ask"):
        request = feedback.of_rejection(no)
        if request is not None:
            {
                "ask": lambda one: feedback.asked(one),
                "remind": lambda one: feedback.reminded(one),
                "answered": lambda one: feedback.answered(one, "Strong on planning."),
                "no answer": lambda one: feedback.no_answer(one),
                "open again": lambda one: feedback.open_again(one),
                "back to ask": lambda one: feedback.move(one, AskState.TO_ASK),
            }[doing](request.id)
    elif doing == "delete the request" and (request := feedback.of_rejection(no)):
        feedback.delete(request.id)
    elif doing == "draft":
        feedback.prepare(no, draft="What would have helped?")
    elif doing == "answer":
        services.guide.answer(no, Step.LEARN, "went_well", "The opening.")
    elif doing == "write the lesson":
        lessons.write(no, "Name one number.", Stage.INTERVIEW)
    elif doing == "empty the lesson":
        lessons.write(no, "", Stage.INTERVIEW)
    elif doing == "leave step 2":
        lessons.log_learning(no)
    elif doing == "delete the lesson" and (lesson := lessons.of_rejection(no)):
        lessons.delete(lesson.id)
    elif doing == "practise" and (lesson := lessons.of_rejection(no)):
        lessons.practised(lesson.id)
    elif doing == "plan":
        steps.write(no, "it is 9:30", "call", TODAY)
    elif doing in ("tick", "untick") and (step := steps.of_rejection(no)):
        steps.tick(step.id, services.recording.today() if doing == "tick" else None)
    elif doing == "undo":
        services.upkeep.undo()
    elif doing == "redo":
        services.upkeep.redo()
