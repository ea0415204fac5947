"""A no put into proportion, in words (methods.md, Into proportion)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.stages import Stage
from desktop_app.i18n import _, ngettext, number_word

if TYPE_CHECKING:
    from datetime import date

ENOUGH = 20
LEAST_RUN = 4
LEAST_CHANCE = 0.25
LEAST_SUCCESSES = 2
_TALKED = (Stage.SCREENING, Stage.TASK)


class Tally(NamedTuple):
    """The person's own figures.

    Attributes:
        interviews: k, how many of the answered ones led to an interview.
        answered: n, how many were answered; a silence that was closed is a no, a pending one
            does not count.
        run: how many noes in a row came last, none of which led to an interview.
        chance: the chance that such a run lies somewhere in the answers, 0 to 1.
        since: the day of the first application, None where no day is known.
        field_rate: a rate of the person's own field that stands in for theirs, 0 to 1, or None.
    """

    interviews: int
    answered: int
    run: int
    chance: float
    since: date | None = None
    field_rate: float | None = None


class Words(NamedTuple):
    """What is said: the main sentences, and those that are shown once they are asked for."""

    said: tuple[str, ...]
    on_request: tuple[str, ...] = ()


def in_words(tally: Tally, stage: Stage) -> Words:
    """Return what is said after a no of a stage; the caveat belongs to every figure."""
    if stage is Stage.FINAL:
        return Words((_("You were among the last few they met."),), _after_letter(tally))
    if stage in _TALKED:
        return Words((_("You were among the few they wanted to know more about."),))
    if stage is Stage.INTERVIEW:
        return Words(_after_meeting(tally))
    return Words(_after_letter(tally))


def percent_of(text: str) -> float:
    """Return a rate in 100 as a person writes it, such as ``5``, ``2.5`` or ``2,5 %``.

    Raises:
        InvalidInput: it is no number.
    """
    plain = text.strip().removesuffix("%").strip().replace(",", ".")
    try:
        return float(plain)
    except ValueError:
        raise InvalidInput(
            _("“{text}” is no number. Say how many of 100, such as 5.").format(text=text[:20])
        ) from None


def caveat() -> str:
    """Return what is always said with a figure."""
    return _("Tries are not alike and not independent, so this is a rough picture.")


def _after_meeting(tally: Tally) -> tuple[str, ...]:
    met = _("You were among the few they met.")
    if tally.answered < ENOUGH or tally.interviews < LEAST_SUCCESSES:
        return (met,)
    return (
        met,
        _("{k} of {n} got that far.").format(k=tally.interviews, n=tally.answered),
        caveat(),
    )


def _after_letter(tally: Tally) -> tuple[str, ...]:
    if tally.field_rate is not None:
        return (
            _("In your field, by your own figure, about {n} in 100 lead to an interview.").format(
                n=f"{tally.field_rate * 100:.3g}"
            ),
            *_run(tally),
            caveat(),
        )
    if tally.answered < ENOUGH:
        return (_("Too early to tell."),)
    if tally.interviews < LEAST_SUCCESSES:
        return (_rare(tally), caveat())
    return (
        _("{k} of {n} answered applications led to an interview.").format(
            k=tally.interviews, n=tally.answered
        ),
        *_run(tally),
        caveat(),
    )


def _rare(tally: Tally) -> str:
    times = (
        _("In {n} answers an interview came once.")
        if tally.interviews
        else _("In {n} answers no interview has come yet.")
    ).format(n=tally.answered)
    return _(
        "{times} That describes roles, CV and channel together, not you. One change to try:"
        " another channel, or another pair of eyes on the CV."
    ).format(times=times)


def _run(tally: Tally) -> tuple[str, ...]:
    if tally.run < LEAST_RUN or tally.chance < LEAST_CHANCE:
        return ()
    return (
        ngettext(
            "At that rate a run of {run} appears somewhere in {n} answer {often}.",
            "At that rate a run of {run} appears somewhere in {n} answers {often}.",
            tally.answered,
        ).format(run=number_word(tally.run), n=tally.answered, often=_often(tally.chance)),
    )


def _often(chance: float) -> str:
    """Return how often, as ``about nine times in ten``."""
    if chance >= 0.95:
        return _("almost every time")
    tenths = round(chance * 10)
    if tenths == 5:
        return _("about half the time")
    return _("about {n} times in ten").format(n=number_word(max(2, min(9, tenths))))
