"""The facts of a day, a week or a whole timeline in words: tooltip, table and screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.analysis.weeks import Week
from desktop_app.charts.periods import span_of
from desktop_app.domain.days import DayKind
from desktop_app.domain.mood import mood_word, nearest_mood
from desktop_app.domain.stages import after_stage
from desktop_app.i18n import _, full_day, long_day, ngettext, short_day

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop_app.charts.periods import Period
    from desktop_app.domain.timeline import DayFacts, RejectionMark, Timeline

DIAMOND = "◆ "
MOST_REJECTIONS = 5


def facts(
    day: DayFacts,
    rejections: Sequence[RejectionMark] = (),
    *,
    today: date | None = None,
) -> list[str]:
    """Return a day's facts, a line each: its name, its figures, then each rejection on it.

    Args:
        day: the day.
        rejections: the rejections on it.
        today: the present day; another year than its own is named.
    """
    parts = []
    if day.start:
        parts.append(_estimate(day.start))
    if day.line:
        parts.append(_momentum(day.momentum, so_far=day.provisional))
    if day.kind is not DayKind.WORK:
        parts.append(kind_words(day.kind))
    if day.points > 0 or (day.kind is DayKind.WORK and day.logged):
        parts.append(_("effort {points}").format(points=f"{day.points:g}"))
    if day.mood is not None:
        parts.append(_mood(day.mood))
    if not day.logged:
        parts.append(_("nothing logged"))
    return [_day_name(day.day, today), _sentence(parts), *_rejections(rejections)]


def week_facts(
    week: Week,
    rejections: Sequence[RejectionMark] = (),
    *,
    today: date | None = None,
) -> list[str]:
    """Return a week's facts, a line each; the arguments are those of ``facts``."""
    parts = [_estimate(day.start) for day in week.days if day.start]
    if week.momentum is not None and week.days[-1].line:
        parts.append(_momentum(week.momentum, so_far=week.days[-1].provisional))
    if week.logged:
        parts.append(_("effort {points}").format(points=f"{week.points:g}"))
    else:
        parts.append(_("nothing logged"))
    if week.mood is not None:
        parts.append(_mood(week.mood))
    rest = sum(count for kind, count in week.kinds.items() if kind.is_rest)
    mixture = []
    if week.active:
        text = ngettext("{n} day with effort", "{n} days with effort", week.active)
        mixture.append(text.format(n=week.active))
    if rest and week.logged:
        mixture.append(ngettext("{n} rest day", "{n} rest days", rest).format(n=rest))
    if undecided := week.kinds[DayKind.UNDECIDED]:
        text = ngettext("{n} undecided day", "{n} undecided days", undecided)
        mixture.append(text.format(n=undecided))
    name = _week_name(week.days[0].day, week.days[-1].day, today)
    lines = [name, _sentence(parts)]
    if mixture:
        lines.append(_sentence(mixture))
    return [*lines, *_rejections(rejections)]


def period_facts(period: Period, today: date | None = None) -> list[str]:
    """Return the facts of a day or week as the timeline draws it, a line each."""
    if isinstance(period.source, Week):
        return week_facts(period.source, period.rejections, today=today)
    if period.source is not None:
        return facts(period.source, period.rejections, today=today)
    if period.first == period.last:
        name = _day_name(period.first, today)
    else:
        name = _week_name(period.first, period.last, today)
    return [name, *_rejections(period.rejections)]


def kind_words(kind: DayKind) -> str:
    """Return what a kind of day is called within a sentence."""
    return {
        DayKind.WORK: _("working day"),
        DayKind.REST: _("rest day"),
        DayKind.SICK: _("sick"),
        DayKind.HOLIDAY: _("holiday"),
        DayKind.FREE: _("free day"),
        DayKind.PAUSE: _("pause of the search"),
        DayKind.UNDECIDED: _("undecided"),
    }[kind]


def starts_later() -> str:
    """Return the sentence that stands where a search has no line yet."""
    return _("Your line starts after three logged days.")


def summary(timeline: Timeline) -> str:
    """Return the timeline in a few sentences, for those who hear it."""
    span = span_of(timeline)
    logged = sum(day.logged for day in timeline.days)
    if span is None or not (timeline.days or timeline.rejections):
        return _("Nothing is logged in this range.")
    first, last = span
    text = _("From {first} to {last}: {logged} days logged.").format(
        first=full_day(first), last=full_day(last), logged=logged
    )
    searches = _searches(timeline.days)
    shown = [[day for day in days if day.line] for days in searches]
    starts = [
        _("Momentum starts at {n}, your estimate.").format(n=f"{day.start:g}")
        for day in timeline.days
        if day.start
    ]
    courses = [*starts, *_courses([days for days in shown if days])] if timeline.numbered else []
    return " ".join([text, *courses, *_waiting(shown)])


def _searches(days: Sequence[DayFacts]) -> list[list[DayFacts]]:
    searches: list[list[DayFacts]] = []
    for facts in days:
        if facts.first_of_search or not searches:
            searches.append([])
        searches[-1].append(facts)
    return searches


def _courses(shown: Sequence[Sequence[DayFacts]]) -> list[str]:
    """Return a sentence for each search with a line; several are told apart by their days."""
    said = []
    for days in shown:
        values = [round(day.momentum) for day in days]
        if len(shown) == 1:
            words = _("Momentum goes from {first} to {last}, lowest {low}, highest {high}.")
        else:
            words = _(
                "From {begin} to {end} momentum goes from {first} to {last}, lowest {low},"
                " highest {high}."
            )
        said.append(
            words.format(
                begin=full_day(days[0].day),
                end=full_day(days[-1].day),
                first=values[0],
                last=values[-1],
                low=min(values),
                high=max(values),
            )
        )
    return said


def _waiting(shown: Sequence[Sequence[DayFacts]]) -> list[str]:
    return [] if shown and shown[-1] else [starts_later()]


def _estimate(value: float) -> str:
    return _("starts at {n}, your estimate").format(n=f"{value:g}")


def _momentum(value: float, *, so_far: bool) -> str:
    words = _("momentum {n} so far") if so_far else _("momentum {n}")
    return words.format(n=round(value))


def _mood(mean: float) -> str:
    return _("mood {word}").format(word=mood_word(nearest_mood(mean)).lower())


def _sentence(parts: Sequence[str]) -> str:
    joined = " · ".join(parts)
    return joined[:1].upper() + joined[1:]


def _day_name(day: date, today: date | None) -> str:
    return long_day(day) if today is None or today.year == day.year else full_day(day)


def _week_name(first: date, last: date, today: date | None) -> str:
    if first == last:
        return _day_name(first, today)
    begin = short_day(first) if first.year == last.year else short_day(first, today)
    return _("{first} to {last}").format(first=begin, last=short_day(last, today))


def _rejections(rejections: Sequence[RejectionMark]) -> list[str]:
    lines = [
        DIAMOND
        + _("{employer}, {after}").format(employer=mark.employer, after=after_stage(mark.stage))
        for mark in rejections[:MOST_REJECTIONS]
    ]
    more = len(rejections) - MOST_REJECTIONS
    if more > 0:
        lines.append(ngettext("and {n} more", "and {n} more", more).format(n=more))
    return lines
