"""What is said of a search: its days, its end, its pauses, and how much was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.searches import Ending, ending_label, ending_sentence, length_words
from desktop_app.i18n import _, ngettext, plain_day, plain_span

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.domain.searches import JobSearch, Pause
    from desktop_app.services.look_back import Done, SearchStory


def span_words(search: JobSearch, today: date) -> str:
    """Return the days of a search, as the title of its card."""
    if search.ended is None:
        return _("Since {day}").format(day=plain_day(search.first, today))
    return plain_span(search.first, search.ended, today)


def state_words(search: JobSearch) -> str:
    """Return how a search ended, or that it runs."""
    return _("Running") if search.ending is None else ending_label(search.ending)


def title_words(search: JobSearch, today: date) -> str:
    """Return the title of a search's page."""
    if search.ended is None:
        return _("Your search runs since {day}.").format(day=plain_day(search.first, today))
    if search.ended == today:
        return _("Your search ended today.")
    return _("Your search ended on {day}.").format(day=plain_day(search.ended, today))


def lead_words(story: SearchStory, today: date) -> str:
    """Return how a search ended and how long it was, in two sentences."""
    search = story.search
    length = length_words(story.days)
    if search.ended is None or search.ending is None:
        return _("{length} so far.").format(length=length)
    span = plain_span(search.first, search.ended, today)
    lasted = _("It lasted {length}, from {span}.").format(length=length, span=span)
    return f"{_how(story, search.ending)} {lasted}"


def _how(story: SearchStory, ending: Ending) -> str:
    if ending is not Ending.ACCEPTED or not story.employer:
        return ending_sentence(ending)
    if story.position:
        return _("You accepted the offer of {employer}: {position}.").format(
            employer=story.employer, position=story.position
        )
    return _("You accepted the offer of {employer}.").format(employer=story.employer)


def effort_words(days: int) -> str:
    """Return on how many days something was done."""
    return ngettext("{n} day with effort", "{n} days with effort", days).format(n=days)


def pause_words(pause: Pause, today: date) -> str:
    """Return the days of a pause and its reason, in one line."""
    first = plain_day(pause.first, today)
    ahead = pause.first > today
    if pause.until is None:
        words = (_("Pause planned from {day} on") if ahead else _("Paused since {day}")).format(
            day=first
        )
    elif pause.until == pause.first:
        words = (_("Pause planned on {day}") if ahead else _("Paused on {day}")).format(day=first)
    else:
        days = plain_span(pause.first, pause.until, today)
        words = (_("Pause planned, {days}") if ahead else _("Paused from {days}")).format(days=days)
    return f"{words} · {pause.reason}" if pause.reason else words


def amount_words(done: Done) -> str:
    """Return how much of a kind was done: how many, or hours and minutes."""
    if not done.kind.timed:
        return f"{done.amount:g}"
    hours, minutes = divmod(done.minutes, 60)
    if not hours:
        return _("{n} min").format(n=minutes)
    if not minutes:
        return _("{n} h").format(n=hours)
    return _("{hours} h {minutes} min").format(hours=hours, minutes=minutes)
