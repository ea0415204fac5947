"""'Why this number?': the day-by-day account of momentum, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from desktop_app.analysis.momentum import fold_one
from desktop_app.domain.days import DayKind, day_kind_label
from desktop_app.i18n import _, ngettext, weekday_name

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.domain.timeline import DayFacts
    from desktop_app.services.momentum import MomentumService


@dataclass(frozen=True)
class AccountLine:
    """One day's account: momentum before and after it, 0 to 100, and the sentence that says why."""

    day: date
    before: float
    after: float
    sentence: str


def account(momentum: MomentumService, last: date, days: int = 14) -> list[AccountLine]:
    """Return the account of the days up to ``last``, the newest first.

    It ends with the first day of the search: an earlier search is no part of its momentum.

    Args:
        momentum: the fold to explain.
        last: the last day.
        days: how many days at the most.
    """
    facts = _latest_search(momentum.timeline(last - timedelta(days=days), last).days)
    lines = []
    for index, today in enumerate(facts):
        if today.first_of_search:
            before = momentum.start_of(today.day)
        elif index == 0:
            continue
        else:
            before = facts[index - 1].momentum
        sentence = _sentence(today, before, momentum.half_life())
        if today.start:
            sentence = f"{started(today.start)} {sentence}"
        lines.append(AccountLine(today.day, before, today.momentum, sentence))
    return lines[::-1][:days]


def started(estimate: float) -> str:
    """Return the sentence about where momentum of a search starts.

    Args:
        estimate: the person's own, above 0 and up to 100.
    """
    return _("Starts at {n}, your estimate.").format(n=f"{estimate:g}")


def earlier_start(momentum: MomentumService, last: date, days: int = 14) -> str:
    """Return that sentence where the account of these days does not reach back to it, else ""."""
    first = momentum.first_day(last)
    if first is None or not momentum.start_of(last) or (last - first).days < days:
        return ""
    return started(momentum.start_of(last))


def rules(half_life: float) -> str:
    """Return the rule behind the number, in one sentence."""
    return _(
        "{n:g} full days take you half-way to 100; {n:g} empty working days halve it. Rest days"
        " leave it unchanged. Rejections and moods are no part of it."
    ).format(n=half_life)


def _latest_search(days: tuple[DayFacts, ...]) -> tuple[DayFacts, ...]:
    begins = [index for index, facts in enumerate(days) if facts.first_of_search]
    return days[begins[-1] :] if begins else days


def _sentence(facts: DayFacts, before: float, half_life: float) -> str:
    points = f"{facts.points:g}"
    target = f"{facts.target:g}"
    if facts.kind is DayKind.UNDECIDED:
        if facts.momentum > before:
            return _("Undecided, with {points} points: they count, nothing is taken.").format(
                points=points
            )
        return _("Undecided: counts like a rest day until you say.")
    if facts.kind is not DayKind.WORK:
        return _rest_sentence(facts, before)
    if facts.provisional:
        return _("{points} of {target} points so far; today is not over.").format(
            points=points, target=target
        )
    if facts.points >= facts.target:
        return _("A full day: {points} of {target} points.").format(points=points, target=target)
    if facts.points > 0:
        return _saved_sentence(facts, before, half_life) or _(
            "{points} of {target} points."
        ).format(points=points, target=target)
    if facts.logged:
        return _("No effort logged; a working day.")
    return _("Nothing logged; counts as an empty working day.")


def _saved_sentence(facts: DayFacts, before: float, half_life: float) -> str:
    """Return what a small effort saved on a day that lowered momentum, else ""."""
    empty = before - fold_one(before, False, 0.0, facts.target, half_life)
    saved = empty - (before - facts.momentum)
    if f"{saved:.1f}" == f"{empty:.1f}" or saved > empty:
        return ""
    saved_words, empty_words = _share(saved, empty)
    return ngettext(
        "Your {points} point saved {saved} of the {empty} that an empty day takes.",
        "Your {points} points saved {saved} of the {empty} that an empty day takes.",
        1 if facts.points == 1 else 2,
    ).format(points=f"{facts.points:g}", saved=saved_words, empty=empty_words)


def _share(part: float, whole: float) -> tuple[str, str]:
    """Return both figures whole where they lie near whole numbers, else with one decimal.

    Near is within 0.2, so that the difference, which the account shows too, rounds alike.
    """
    near = all(abs(value - round(value)) <= 0.2 for value in (part, whole))
    if near and 0 < round(part) < round(whole):
        return str(round(part)), str(round(whole))
    said = f"{part:.1f}"
    return _("less than 0.1") if said == "0.0" else said, f"{whole:.1f}"


def _rest_sentence(facts: DayFacts, before: float) -> str:
    name = day_kind_label(facts.kind)
    if facts.kind is DayKind.FREE:
        name = _("Free {weekday}").format(weekday=weekday_name(facts.day.weekday()))
    if facts.momentum > before:
        return _("{day} with {points} points: they count, nothing is taken.").format(
            day=name, points=f"{facts.points:g}"
        )
    return _("{day}: leaves it unchanged.").format(day=name)
