"""The story that the panel tells of a no: what each step holds, and what helped, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain.guide.questions import FRIEND, learning_questions
from desktop_app.domain.guide.reasons import Place, cannot_know, place_label
from desktop_app.domain.guide.records import AskState, ask_state_label
from desktop_app.domain.guide.steps import Step, step_title
from desktop_app.i18n import _, short_day

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.domain.guide.records import FeedbackRequest
    from desktop_app.services.handling import Story


class Line(NamedTuple):
    """Some words, and the quiet label above them, or ""."""

    words: str
    label: str = ""


class Part(NamedTuple):
    """One part of the story: its title and its lines."""

    title: str
    lines: list[Line]


def parts(story: Story, today: date) -> list[Part]:
    """Return the notes, the steps that hold something, and what helped; what is empty has none."""
    told = (
        Part(_("Your notes"), [Line(note.strip()) for note in story.notes if note.strip()]),
        Part(step_title(Step.NOT_PERSONAL), _reasons(story)),
        Part(step_title(Step.LEARN), _learned(story, today)),
        Part(step_title(Step.ASK), _asked(story.request, today)),
        Part(step_title(Step.FOCUS), _next(story, today)),
        Part(_("What helped"), _helped(story)),
    )
    return [part for part in told if part.lines]


def _reasons(story: Story) -> list[Line]:
    lines = [Line(cannot_know())] if story.case.cannot_know else []
    for place in Place:
        cards = [one.card.text for one in story.case.reasons if one.place is place]
        if cards:
            lines.append(Line("\n".join(cards), place_label(place)))
    return lines


def _learned(story: Story, today: date) -> list[Line]:
    lines = [
        Line(story.case.answers[question.key].strip(), question.words)
        for question in learning_questions(story.case.rejection.stage)
        if question.key in story.case.answers
    ]
    if story.lesson is not None:
        lines.append(Line(story.lesson.text, _("The lesson")))
        if story.lesson.practise_on is not None:
            day = short_day(max(story.lesson.practise_on, today), today)
            how = story.lesson.practice or _("Practise it")
            lines.append(Line(how, _("To practise, {day}").format(day=day)))
    return lines


def _asked(request: FeedbackRequest | None, today: date) -> list[Line]:
    if request is None:
        return []
    state = ask_state_label(request.state)
    if request.state is AskState.TO_ASK and request.ask_on is not None:
        state = _("To ask {day}").format(day=short_day(max(request.ask_on, today), today))
    lines = [Line(state, request.person)]
    if request.draft.strip():
        lines.append(Line(request.draft.strip(), _("Your question")))
    if request.state is AskState.ANSWERED and not request.read:
        lines.append(Line(_("Sealed until you read it"), _("Their answer")))
    elif request.state is AskState.ANSWERED:
        lines.append(Line(request.answer.strip() or _("No words came."), _("Their answer")))
    if request.takeaway.strip():
        lines.append(Line(request.takeaway.strip(), _("What you take from it")))
    return lines


def _next(story: Story, today: date) -> list[Line]:
    step = story.step
    if step is None:
        return []
    words = _("If {cue}, then {text}").format(cue=step.cue, text=step.text)
    label = ""
    if step.done is not None:
        label = _("Done {day}").format(day=short_day(step.done, today))
    elif step.due is not None:
        label = _("For {day}").format(day=short_day(max(step.due, today), today))
    return [Line(words if step.cue else step.text, label)]


def _helped(story: Story) -> list[Line]:
    lines = []
    if friend := story.case.answers.get(FRIEND, "").strip():
        lines.append(Line(friend, _("What you would tell a friend")))
    if story.lesson is not None and story.lesson.helped:
        lines.append(Line(_("The lesson helped.")))
    return lines
