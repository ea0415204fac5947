"""How each no was handled: its steps, lesson and question, and all words written about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain.guide.handled import Handled
from desktop_app.domain.guide.questions import CANT_KNOW
from desktop_app.domain.guide.records import AskState

if TYPE_CHECKING:
    from desktop_app.domain.entries import NextStep
    from desktop_app.domain.guide.records import FeedbackRequest, Lesson
    from desktop_app.services.feedback import Feedback
    from desktop_app.services.guide import Case, Guide
    from desktop_app.services.lessons import Lessons
    from desktop_app.services.next_steps import NextSteps
    from desktop_app.storage.journal import Journal

_REJECTIONS = "SELECT id, closed_at IS NOT NULL AS closed, history FROM rejection"
# Each no's first lesson and first question: the oldest comes last and stands.
_LESSONS = """SELECT rejection_id, text FROM lesson WHERE rejection_id IS NOT NULL
  ORDER BY id DESC"""
_ASKS = """SELECT rejection_id, state, state = 'answered' AND read_at IS NULL AS sealed
  FROM feedback_request WHERE rejection_id IS NOT NULL ORDER BY id DESC"""
# An answer counts once it was read; the private page never does.
_WRITTEN = """
  SELECT rejection_id, answer AS words FROM guide_answer WHERE question <> ?
  UNION ALL SELECT reason.rejection_id, reason_card.text FROM reason
    JOIN reason_card ON reason_card.id = reason.reason_card_id
  UNION ALL SELECT rejection_id, text FROM lesson WHERE rejection_id IS NOT NULL
  UNION ALL SELECT lesson.rejection_id, practice.note FROM practice
    JOIN lesson ON lesson.id = practice.lesson_id
    WHERE lesson.rejection_id IS NOT NULL AND practice.note IS NOT NULL
  UNION ALL SELECT rejection_id, concat_ws(char(10), person.name, question, takeaway,
      CASE WHEN state = 'answered' AND read_at IS NOT NULL THEN answer END)
    FROM feedback_request LEFT JOIN person ON person.id = feedback_request.person_id
    WHERE rejection_id IS NOT NULL
  UNION ALL SELECT rejection_id, concat_ws(char(10), cue, text) FROM next_step
    WHERE rejection_id IS NOT NULL
  UNION ALL SELECT rejection.id, concat_ws(char(10), application.note, location, source, reference)
    FROM rejection JOIN application ON application.id = rejection.application_id
    WHERE coalesce(application.note, location, source, reference) IS NOT NULL
  UNION ALL SELECT rejection.id, stage_event.note FROM stage_event
    JOIN rejection ON rejection.application_id = stage_event.application_id
    WHERE stage_event.note IS NOT NULL
  UNION ALL SELECT rejection.id, concat_ws(char(10), person.name, person.role, person.note)
    FROM application_person JOIN person ON person.id = application_person.person_id
    JOIN rejection ON rejection.application_id = application_person.application_id"""

_NOTES = """
  SELECT application.note FROM application JOIN rejection
    ON rejection.application_id = application.id
    WHERE rejection.id = ? AND application.note IS NOT NULL
  UNION ALL SELECT * FROM (SELECT stage_event.note FROM stage_event JOIN rejection
    ON rejection.application_id = stage_event.application_id
    WHERE rejection.id = ? AND stage_event.note IS NOT NULL
    ORDER BY stage_event.day, stage_event.id)"""


class Story(NamedTuple):
    """One no from the answer to its closing, as its panel tells it.

    Attributes:
        case: what the guide holds of it.
        lesson, request, step: what came of it, each None where there is none.
        notes: what was noted about its application and the stages of that.
    """

    case: Case
    lesson: Lesson | None
    request: FeedbackRequest | None
    step: NextStep | None
    notes: tuple[str, ...]


class Handling:
    """Reads what the guide, the lessons and the questions hold of the noes."""

    def __init__(
        self,
        journal: Journal,
        guide: Guide,
        lessons: Lessons,
        feedback: Feedback,
        next_steps: NextSteps,
    ) -> None:
        self._journal = journal
        self._guide = guide
        self._lessons = lessons
        self._feedback = feedback
        self._next_steps = next_steps

    def all(self) -> dict[int, Handled]:
        """Return how each no was handled, by its id."""
        steps = self._guide.steps_done()
        lessons = {row[0]: row[1] for row in self._journal.query(_LESSONS)}
        asks = {row[0]: row for row in self._journal.query(_ASKS)}
        written: dict[int, list[str]] = {}
        for row in self._journal.query(_WRITTEN, (CANT_KNOW,)):
            written.setdefault(row[0], []).append(row[1])
        return {
            identity: Handled(
                steps=steps.get(identity, frozenset()),
                lesson=lessons.get(identity, ""),
                ask=AskState(asks[identity]["state"]) if identity in asks else None,
                sealed=identity in asks and bool(asks[identity]["sealed"]),
                closed=bool(closed),
                history=bool(history),
                written="\n".join(written.get(identity, ())),
            )
            for identity, closed, history in self._journal.query(_REJECTIONS)
        }

    def story(self, rejection_id: int) -> Story | None:
        """Return one no from the answer to its closing, None where it is gone."""
        case = self._guide.case(rejection_id)
        if case is None:
            return None
        return Story(
            case,
            self._lessons.of_rejection(rejection_id),
            self._feedback.of_rejection(rejection_id),
            self._next_steps.of_rejection(rejection_id),
            tuple(row[0] for row in self._journal.query(_NOTES, (rejection_id, rejection_id))),
        )
