"""The four steps, and how far a no of each kind is led through them."""

from __future__ import annotations

from enum import IntEnum, StrEnum

from desktop_app.domain.stages import Channel, Stage
from desktop_app.i18n import _

HARD = 1
LOW = 2


class Step(IntEnum):
    """One of the four steps; its number is its place."""

    NOT_PERSONAL = 1
    LEARN = 2
    ASK = 3
    FOCUS = 4


class Depth(StrEnum):
    """What a no of a kind needs.

    A form letter has nobody to ask and little to learn from; a silence is closed gently; who was
    met goes through all four steps; after a final round, or on a hard day, they may need longer.
    """

    FORM_LETTER = "form_letter"
    SILENCE = "silence"
    MET = "met"
    LONG = "long"


def depth_of(stage: Stage, channel: Channel | None, mood: int | None) -> Depth:
    """Return how deep the guide goes.

    Args:
        stage: the stage that the no came after.
        channel: how it came, None where nobody said.
        mood: the mood on reading it, 1 to 5, or None.
    """
    if stage is Stage.FINAL or (mood == HARD and channel is not Channel.SILENCE):
        return Depth.LONG
    if channel is Channel.SILENCE:
        return Depth.SILENCE
    if stage is Stage.APPLICATION and channel not in (Channel.CALL, Channel.IN_PERSON):
        return Depth.FORM_LETTER
    return Depth.MET


def main_steps(depth: Depth) -> tuple[Step, ...]:
    """Return the steps that a no of this depth leads through; the others stay open to look at."""
    if depth in (Depth.FORM_LETTER, Depth.SILENCE):
        return (Step.NOT_PERSONAL, Step.FOCUS)
    return tuple(Step)


def step_title(step: Step) -> str:
    """Return the name of a step, which it keeps everywhere."""
    return {
        Step.NOT_PERSONAL: _("It's not personal"),
        Step.LEARN: _("Learn from it"),
        Step.ASK: _("Ask"),
        Step.FOCUS: _("Stay focused"),
    }[step]


def opening(step: Step) -> tuple[str, str]:
    """Return the strong sentence at the head of a step, and the one that follows it."""
    return {
        Step.NOT_PERSONAL: (
            _("A no answers one role on one day."),
            _("It does not grade you. Look at what was and was not in your hands."),
        ),
        Step.LEARN: (
            _("Keep one thing, not everything."),
            _("What went well counts as much as what did not. Sometimes the lesson is the fit."),
        ),
        Step.ASK: (
            _("One short, kind question is enough."),
            _("Asking is the success. Many never answer, and that says nothing about you."),
        ),
        Step.FOCUS: (
            _("One next step, and this one is closed."),
            _("Small is fine. It only has to be yours and soon."),
        ),
    }[step]


def needs_longer() -> str:
    """Return what is said where two minutes are not enough."""
    return _("This one may need longer. Noted. Tomorrow is fine.")


def nobody_to_ask() -> str:
    """Return what step 3 says after a form letter."""
    return _("No person wrote to you, so there is nobody to ask. Nothing is lost.")


def silence_words() -> tuple[str, str]:
    """Return the two sentences with which a silence is closed."""
    return (
        _("Silence is an answer too, about their process and not about you."),
        _("If they write after all, this opens again with one key."),
    )
