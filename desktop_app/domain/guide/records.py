"""What the guide leaves behind: lessons, practice, feedback requests and their states."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.i18n import _

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.domain.stages import Stage


class Lesson(NamedTuple):
    """One lesson.

    Attributes:
        id: its row.
        text: the lesson in the person's words.
        stage: the stage that it came from, None where unknown.
        day: the day it was written, None where unknown.
        rejection_id: the no that it came from, None for one that was added by itself.
        employer: whose no that was, or "".
        practise_on: the day on which it is to be practised next, None where none is set.
        practice: how it is to be practised then, or "".
        practised: how often it was practised.
        last_practised: when last, None where never.
        helped: whether it helped, None where nobody said.
        retired: whether it is put away.
        from_day: the day of the no that it came from, None where there is none or it is unknown.
    """

    id: int
    text: str
    stage: Stage | None
    day: date | None
    rejection_id: int | None
    employer: str
    practise_on: date | None
    practice: str
    practised: int
    last_practised: date | None
    helped: bool | None
    retired: bool
    from_day: date | None = None


class AskState(StrEnum):
    """How far a feedback request is."""

    TO_ASK = "to_ask"
    ASKED = "asked"
    ANSWERED = "answered"
    NO_ANSWER = "no_answer"


class FeedbackRequest(NamedTuple):
    """A question to somebody who met or wrote to the person.

    Attributes:
        id: its row.
        rejection_id: the no that it belongs to.
        employer, position: of that no's application.
        person_id: the contact who is asked, None where unknown.
        person: the contact's name, or "".
        email: the contact's address, or "".
        state: how far it is.
        draft: the message as drafted or sent.
        ask_on: the day on which it is to be asked, None for whenever the person likes.
        asked, answered: the days, None while it is not so far.
        answer: what came back, or "".
        read: whether the answer was read; until then it is sealed.
        reminded: the day of the one reminder, None while there was none.
        takeaway: what the person takes from the answer, or "".
    """

    id: int
    rejection_id: int
    employer: str
    position: str
    person_id: int | None
    person: str
    email: str
    state: AskState
    draft: str
    ask_on: date | None
    asked: date | None
    answered: date | None
    answer: str
    read: bool
    reminded: date | None
    takeaway: str


def ask_state_label(state: AskState) -> str:
    """Return a state's name on screen."""
    return {
        AskState.TO_ASK: _("To ask"),
        AskState.ASKED: _("Asked"),
        AskState.ANSWERED: _("Answered"),
        AskState.NO_ANSWER: _("No answer"),
    }[state]
