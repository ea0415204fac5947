"""How a no was handled: what a list of them shows, and the words by which it is found again."""

from __future__ import annotations

from typing import NamedTuple

from desktop_app.domain.guide.records import AskState, ask_state_label
from desktop_app.domain.guide.steps import Step
from desktop_app.i18n import _


class Handled(NamedTuple):
    """How one no was handled.

    Attributes:
        steps: the steps that hold something.
        lesson: its lesson, or "".
        ask: how far the question to them is, None where there is none.
        sealed: whether an answer came that nobody read yet.
        closed: whether the case is closed.
        history: whether it came in with an earlier search, which leaves nothing to do.
        written: all words about it, but those of a sealed answer and of the private page.
    """

    steps: frozenset[Step] = frozenset()
    lesson: str = ""
    ask: AskState | None = None
    sealed: bool = False
    closed: bool = False
    history: bool = False
    written: str = ""

    @property
    def open(self) -> bool:
        """Whether it may still be gone through; what came in as history never waits for that."""
        return not self.closed and not self.history


def steps_words(handled: Handled) -> str:
    """Return how many of the steps hold something; "" where nobody goes through it any more."""
    if handled.history and not handled.steps:
        return ""
    return _("{n} of {total} steps").format(n=len(handled.steps), total=len(Step))


def ask_words(handled: Handled) -> str:
    """Return how far the question to them is, or ""."""
    if handled.ask is None:
        return ""
    return _("Sealed") if handled.sealed else ask_state_label(handled.ask)
