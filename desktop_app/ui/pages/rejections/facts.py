"""What the panel says of a rejection: how far it got, and its application's own dates, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.stages import Channel, Stage, stage_label
from desktop_app.i18n import _, full_day, long_day, ngettext, short_day

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop_app.domain.entries import Rejection, StageEvent
    from desktop_app.services.handling import Story


def day_line(day: date | None, today: date) -> str:
    """Return the day over the employer, with its year where it is another one."""
    if day is None:
        return _("No day known")
    return long_day(day) if day.year == today.year else full_day(day)


def stages_had(rejection: Rejection, events: Sequence[StageEvent]) -> list[Stage]:
    """Return the stages that the application had up to the answer, in order."""
    had = {Stage.APPLICATION, rejection.stage} | {event.stage for event in events}
    return [stage for stage in Stage if stage in had and stage.order <= rejection.stage.order]


def date_lines(story: Story, events: Sequence[StageEvent], today: date) -> list[tuple[str, str]]:
    """Return label and day of what is known, from the application to the closing."""
    lines: list[tuple[str, str]] = []
    rejection, request = story.case.rejection, story.request
    if rejection.applied is not None:
        lines.append((_("Applied"), short_day(rejection.applied, today)))
    lines += [
        (stage_label(event.stage), short_day(event.day, today))
        for event in events
        if event.day is not None and event.stage is not Stage.APPLICATION
    ]
    closed = story.case.closed.date() if story.case.closed is not None else None
    later = [
        (_("Asked for feedback"), request.asked if request is not None else None),
        (_("Feedback came"), request.answered if request is not None else None),
        (_("Closed"), closed),
    ]
    after = [(label, short_day(day, today)) for label, day in later if day is not None]
    if (lines or after) and rejection.day is not None:
        silence = rejection.channel is Channel.SILENCE
        label = _("Taken as a no") if silence else _("Answer")
        lines.append((label, short_day(rejection.day, today)))
    return lines + after


def waiting_line(rejection: Rejection) -> str:
    """Return how long the answer took, "" where it can't be known."""
    if rejection.applied is None or rejection.day is None or rejection.day < rejection.applied:
        return ""
    days = (rejection.day - rejection.applied).days
    if rejection.channel is Channel.SILENCE:
        return ngettext("{n} day of silence.", "{n} days of silence.", days).format(n=days)
    if days == 0:
        return _("The answer came the same day.")
    return ngettext(
        "The answer came after {n} day.", "The answer came after {n} days.", days
    ).format(n=days)
