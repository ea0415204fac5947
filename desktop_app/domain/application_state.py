"""Where an application stands, in words, and what a list may be narrowed to."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from desktop_app.domain.stages import Outcome, Stage
from desktop_app.domain.text import same_words
from desktop_app.i18n import _, ngettext, short_day

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from desktop_app.domain.entries import Application, StageEvent


class Group(StrEnum):
    """What applications a list shows."""

    OPEN = "open"
    AHEAD = "ahead"
    CLOSED = "closed"
    ALL = "all"


def group_label(group: Group) -> str:
    """Return what a group is called."""
    return {
        Group.OPEN: _("Open"),
        Group.AHEAD: _("With a date ahead"),
        Group.CLOSED: _("Closed"),
        Group.ALL: _("All"),
    }[group]


def is_open(application: Application) -> bool:
    """Return whether it waits for something; one from before Upswing never does."""
    return application.outcome is None and not application.history


def belongs(application: Application, group: Group) -> bool:
    """Return whether an application belongs to a group.

    A planned date that has passed is one ahead still, until it is said what became of it.
    """
    if group is Group.OPEN:
        return is_open(application)
    if group is Group.AHEAD:
        return is_open(application) and application.ahead is not None
    return group is Group.ALL or not is_open(application)


def waiting_days(application: Application, today: date) -> int | None:
    """Return the days since it was sent or last reached a stage, None where that is unknown."""
    return None if application.heard is None else max(0, (today - application.heard).days)


def state_words(application: Application, today: date) -> str:
    """Return where it stands, such as ``waiting 12 days`` or ``interview on 24 Nov``."""
    if application.outcome is not None:
        return ended_words(application.outcome)
    if application.history:
        return _("no answer noted")
    if application.ahead is not None:
        return planned_words(application.ahead, today, timed=False)
    if application.stage is Stage.OFFER:
        return _("offer to answer")
    days = waiting_days(application, today)
    if days is None:
        return _("open")
    if days == 0:
        return _("sent today") if application.day == today else _("heard today")
    return ngettext("waiting {n} day", "waiting {n} days", days).format(n=days)


def ended_words(outcome: Outcome) -> str:
    """Return how it ended, within a line."""
    return {
        Outcome.REJECTED: _("rejected"),
        Outcome.SILENCE: _("no answer"),
        Outcome.OFFER_ACCEPTED: _("offer accepted"),
        Outcome.OFFER_DECLINED: _("offer declined"),
        Outcome.WITHDRAWN: _("withdrawn"),
        Outcome.JOB_CANCELLED: _("job cancelled"),
    }[outcome]


def planned_words(event: StageEvent, today: date, *, timed: bool = True) -> str:
    """Return a planned stage with its day, such as ``interview on 24 Nov, 14:00``.

    The time of today and tomorrow is told in any case, that of other days where ``timed``.
    """
    stage = stage_words(event.stage)
    if event.day is None:
        return _("{stage} planned").format(stage=stage)
    day, days = short_day(event.day, today), (event.day - today).days
    if days < 0:
        return _("{stage} was due on {day}").format(stage=stage, day=day)
    words = {0: _("{stage} today"), 1: _("{stage} tomorrow")}.get(days, _("{stage} on {day}"))
    said = words.format(stage=stage, day=day)
    return f"{said}, {event.at:%H:%M}" if event.at and (timed or days < 2) else said


def stage_words(stage: Stage) -> str:
    """Return a stage's name within a line."""
    return {
        Stage.APPLICATION: _("application"),
        Stage.SCREENING: _("screening"),
        Stage.TASK: _("task"),
        Stage.INTERVIEW: _("interview"),
        Stage.FINAL: _("final round"),
        Stage.OFFER: _("offer"),
    }[stage]


def state_order(application: Application, today: date) -> tuple[int, int]:
    """Return what lists sort by: dates ahead, offers, the longest waiting, and how it ended."""
    if application.outcome is not None:
        return 4, list(Outcome).index(application.outcome)
    if application.history:
        return 3, 0
    if application.ahead is not None:
        return 0, application.ahead.day.toordinal() if application.ahead.day else 0
    if application.stage is Stage.OFFER:
        return 1, 0
    days = waiting_days(application, today)
    return 2, -days if days is not None else 1


def named_alone(
    applications: Iterable[Application], employer: str, position: str
) -> Application | None:
    """Return the one application that employer and position name, None for none or several.

    Args:
        applications: those that may be meant.
        employer: whose it is; case and blanks count for nothing.
        position: what it was for; "" where that was not said.
    """
    whose, what = same_words(employer), same_words(position)
    named = [
        one
        for one in applications
        if same_words(one.employer) == whose and what in ("", same_words(one.position))
    ]
    return named[0] if whose and len(named) == 1 else None


def stage_of_no(application: Application | None) -> Stage:
    """Return the stage that a no to an application came after; an offer is none."""
    furthest = application.stage if application else Stage.APPLICATION
    return min(furthest, Stage.FINAL, key=lambda stage: stage.order)
