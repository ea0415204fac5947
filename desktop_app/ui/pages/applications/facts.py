"""What the panel says of an application: when it was sent, how far it got, and how it waits."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain.application_state import planned_words, state_words, waiting_days
from desktop_app.domain.stages import Outcome, Stage, outcome_label, stage_label
from desktop_app.i18n import _, full_day, long_day, ngettext, short_day
from desktop_app.services.answer_times import usual

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.domain.applications import ApplicationRecord
    from desktop_app.domain.entries import Application, StageEvent
    from desktop_app.services.answer_times import OwnAnswers


class DateLine(NamedTuple):
    """One date: what, when, a note on it, and the stage that it stands for, if any."""

    label: str
    when: str
    note: str = ""
    event: StageEvent | None = None


def sent_line(application: Application, today: date) -> str:
    """Return the day over the employer, with its year where it is another one."""
    day = application.day
    if day is None:
        return _("Day not known")
    said = long_day(day) if day.year == today.year else full_day(day)
    return _("Sent {day}").format(day=said)


def stages_of(record: ApplicationRecord) -> tuple[list[Stage], int]:
    """Return the stages that it had and the next one planned, and how many of them it had."""
    reached = {Stage.APPLICATION, record.application.stage}
    reached |= {event.stage for event in record.events if not event.planned}
    had = [stage for stage in Stage if stage in reached]
    ahead = record.application.ahead
    if ahead is not None and record.application.outcome is None and ahead.stage not in reached:
        return [*had, ahead.stage], len(had)
    return had, len(had)


def date_lines(record: ApplicationRecord, today: date) -> list[DateLine]:
    """Return what is known: sent, each stage reached or planned, and the end."""
    one = record.application
    lines = []
    if one.day is not None:
        lines.append(DateLine(_("Sent"), short_day(one.day, today)))
    for event in record.events:
        lines.append(
            DateLine(stage_label(event.stage), _when(event, today), event.note.strip(), event)
        )
    if one.outcome is not None:
        day = short_day(one.outcome_day, today) if one.outcome_day else _("no day")
        end = DateLine(outcome_label(one.outcome), day)
        past = [line for line in lines if line.event is None or not line.event.planned]
        lines = [*past, end, *lines[len(past) :]]
    return lines


def standing(record: ApplicationRecord, today: date) -> str:
    """Return where it stands as a line of its own, such as ``Interview tomorrow, 14:00``."""
    one = record.application
    words = state_words(one, today)
    if one.ahead is not None and one.outcome is None and not one.history:
        words = planned_words(one.ahead, today)
    return words[:1].upper() + words[1:]


def waiting_lines(record: ApplicationRecord, own: OwnAnswers, today: date) -> list[str]:
    """Return how long it waits or waited, and how long answers usually take."""
    one = record.application
    if one.outcome is not None:
        return _answered(one)
    days = waiting_days(one, today)
    if one.history or days is None:
        return []
    lines = []
    if one.day is not None and one.heard != one.day:
        since = (today - one.day).days
        lines.append(ngettext("Sent {n} day ago.", "Sent {n} days ago.", since).format(n=since))
    if own.times is not None and one.stage is Stage.APPLICATION and one.ahead is None:
        lines.append(usual(own.times))
    return lines


def _answered(application: Application) -> list[str]:
    day, end = application.day, application.outcome_day
    if day is None or end is None or end < day:
        return []
    days = (end - day).days
    if application.outcome is Outcome.SILENCE:
        return [ngettext("{n} day of silence.", "{n} days of silence.", days).format(n=days)]
    if application.outcome is not Outcome.REJECTED:
        return [
            ngettext("It ended after {n} day.", "It ended after {n} days.", days).format(n=days)
        ]
    if days == 0:
        return [_("The answer came the same day.")]
    return [
        ngettext("The answer came after {n} day.", "The answer came after {n} days.", days).format(
            n=days
        )
    ]


def _when(event: StageEvent, today: date) -> str:
    if event.day is None:
        return _("no day")
    said = short_day(event.day, today)
    if event.planned:
        said = {0: _("today"), 1: _("tomorrow")}.get((event.day - today).days, said)
    return said if event.at is None else f"{said}, {event.at:%H:%M}"
