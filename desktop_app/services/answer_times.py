"""How long the person's own answers took, in words."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.analysis.answer_times import FEWEST, AnswerTimes, answer_times
from desktop_app.i18n import _, ngettext

if TYPE_CHECKING:
    from desktop_app.storage.journal import Journal


class OwnAnswers(NamedTuple):
    """The answers that came.

    Attributes:
        answers: how many noes have both days, that of the application and their own.
        times: how long they took, None where they are too few.
        unanswered: how many applications with a day have heard nothing at all.
    """

    answers: int
    times: AnswerTimes | None
    unanswered: int


class Answers:
    """Looks at all applications of the journal."""

    def __init__(self, journal: Journal) -> None:
        self._journal = journal

    def own(self) -> OwnAnswers:
        """Return how long the person's answers took."""
        taken = [
            row[0]
            for row in self._journal.query(
                "SELECT CAST(julianday(outcome_day) - julianday(day) AS INTEGER) FROM application"
                " WHERE outcome = 'rejected' AND outcome_day >= day"
            )
        ]
        unanswered = self._journal.value(
            "SELECT count(*) FROM application WHERE day IS NOT NULL"
            " AND coalesce(outcome, 'silence') = 'silence' AND NOT EXISTS (SELECT 1"
            " FROM stage_event WHERE application_id = application.id AND NOT planned)"
        )
        return OwnAnswers(len(taken), answer_times(taken), int(unanswered))


def summary(own: OwnAnswers) -> str:
    """Return what is known of all answers, "" where there is none."""
    if not own.answers:
        return ""
    if own.times is None:
        return ngettext(
            "{n} answer so far, too few to say how long they take.",
            "{n} answers so far, too few to say how long they take.",
            own.answers,
        ).format(n=own.answers)
    said = _("Half of your {n} answers came {half}, nine of ten {most}").format(
        n=own.answers, half=_within(own.times.median), most=_within(own.times.ninth_decile)
    )
    if not own.unanswered:
        return f"{said}."
    none = ngettext("{n} has had none.", "{n} have had none.", own.unanswered)
    return f"{said}; {none.format(n=own.unanswered)}"


def usual(times: AnswerTimes) -> str:
    """Return how long answers usually take, for one application that waits."""
    return _("Half of your answers came {half}, nine of ten {most}.").format(
        half=_within(times.median), most=_within(times.ninth_decile)
    )


def explanation() -> tuple[str, ...]:
    """Return how the times are computed, in sentences of a paragraph each."""
    return (
        _(
            "Counted are the noes for which both days are known: the day you applied and the day"
            " the no came. The time is the days between them."
        ),
        _(
            "“Half” is the median, “nine of ten” the ninth decile, each by linear interpolation"
            " between the two nearest answers and rounded up to whole days."
        ),
        _(
            "Left out: silence that you closed, for nobody answered; offers, whose day is that of"
            " your own decision; and answers without a day. “None” are applications that have"
            " reached no stage and had no answer."
        ),
        _("Below {n} answers there are too few to say.").format(n=FEWEST),
        _(
            "Those that still wait are not counted yet, and slow answers are the last to be: the"
            " times are rather longer than this. It describes your answers; it foretells none."
        ),
    )


def _within(days: float) -> str:
    whole = math.ceil(round(days, 6))
    if whole == 0:
        return _("on the same day")
    return ngettext("within {n} day", "within {n} days", whole).format(n=whole)
