"""When something is due, in words, and what can be done with it beside ticking it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from desktop_app.domain.due import Due, DueKind
from desktop_app.i18n import _, short_day, weekday_name

if TYPE_CHECKING:
    from datetime import date

_WEEK = timedelta(days=7)


def due_words(due: Due, day: date) -> str:
    """Return the small words below a line."""
    if due.done:
        return ""
    if due.kind is DueKind.STEP:
        return "" if due.due is None else _due(due.due, day)
    if due.kind is DueKind.PLAN:
        return due.more or _("Planned for this week")
    if due.kind is DueKind.REMIND:
        return _("One is enough, and may stay away")
    if due.kind is DueKind.STAGE:
        return _stage(due, day)
    return due.more or _("Today")


def removes_words(due: Due) -> str:
    """Return the words of taking a line away, "" where it stays."""
    return {
        DueKind.STEP: _("Delete this step"),
        DueKind.PRACTICE: _("Practise it on no day"),
        DueKind.ASK: _("Ask on no day in particular"),
    }.get(due.kind, "")


def opens_words(due: Due) -> str:
    """Return what opens at a line, "" where nothing does."""
    return {
        DueKind.PRACTICE: _("Show this lesson"),
        DueKind.ASK: _("Show this question"),
        DueKind.REMIND: _("Show this question"),
        DueKind.STAGE: _("Show this application"),
    }.get(due.kind, "")


def _due(due: date, day: date) -> str:
    away = (due - day).days
    if away == 0:
        return _("Due today")
    if away == 1:
        return _("Tomorrow")
    return _("Due {day}").format(day=short_day(due, day))


def _stage(due: Due, day: date) -> str:
    assert due.due is not None
    away = due.due - day
    when = {-1: _("Yesterday"), 0: _("Today"), 1: _("Tomorrow")}.get(away.days)
    if when is None:
        near = timedelta() < away < _WEEK
        when = weekday_name(due.due.weekday()) if near else short_day(due.due, day)
    parts = [when, f"{due.at:%H:%M}" if due.at else "", due.more]
    return ", ".join(part for part in parts if part)
