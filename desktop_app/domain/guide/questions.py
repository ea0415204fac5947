"""What the guide asks: concrete questions that fit the stage, 'what' and 'how', never 'why'."""

from __future__ import annotations

from typing import NamedTuple

from desktop_app.domain.guide.steps import Step
from desktop_app.domain.stages import Stage
from desktop_app.i18n import _

FRIEND = "friend"
CANT_KNOW = "cant_know"
WENT_WELL = "went_well"
MOMENT = "moment"
HOW = "how"
BETTER = "better"
FIT = "fit"


class Question(NamedTuple):
    """One question: its key in the journal, the step it belongs to, and its words."""

    key: str
    step: Step
    words: str


def friend_question() -> Question:
    """Return the question of step 1 that is asked after every no."""
    words = _("What would you tell a friend who got this message?")
    return Question(FRIEND, Step.NOT_PERSONAL, words)


def learning_questions(stage: Stage) -> tuple[Question, ...]:
    """Return the questions of step 2 after a stage; each may stay empty."""
    well, moment, how = _by_stage(stage)
    return (
        Question(WENT_WELL, Step.LEARN, well),
        Question(MOMENT, Step.LEARN, moment),
        Question(HOW, Step.LEARN, how),
        Question(
            BETTER,
            Step.LEARN,
            _("What would have made it better, even if nothing was yours to change?"),
        ),
        Question(FIT, Step.LEARN, _("Was it a fit? What spoke for it, what against?")),
    )


def _by_stage(stage: Stage) -> tuple[str, str, str]:
    """Return what went well, the moment to handle differently, and how exactly."""
    return {
        Stage.APPLICATION: (
            _("What in this application are you glad you sent?"),
            _("Which line or attachment would you change?"),
            _("How exactly would it read?"),
        ),
        Stage.SCREENING: (
            _("What went well in the first talk?"),
            _("Which question caught you unprepared?"),
            _("How exactly will you answer it next time?"),
        ),
        Stage.TASK: (
            _("Which part of the task came out well?"),
            _("Where did the time go, or the idea break?"),
            _("What will you do first when you get such a task again?"),
        ),
        Stage.INTERVIEW: (
            _("Which answer or moment went well?"),
            _("Which moment would you handle differently?"),
            _("How exactly, in one or two sentences?"),
        ),
        Stage.FINAL: (
            _("What brought you among the last few?"),
            _("Which moment of the last round would you handle differently?"),
            _("How exactly, in one or two sentences?"),
        ),
        Stage.OFFER: (
            _("What went well up to the offer?"),
            _("Which moment would you handle differently?"),
            _("How exactly, in one or two sentences?"),
        ),
    }[stage]
