"""One notice: a sentence, its answers as buttons, and perhaps a way to close it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from desktop_app.domain.changes import Changed
    from desktop_app.services.bundle import Services
    from desktop_app.ui.messages import Messages


class Answer(NamedTuple):
    """A button of a notice.

    Attributes:
        words: its words.
        chosen: what it does.
        kind: its kind as ``Button`` knows it.
        tip: what is said on hover, such as its key.
    """

    words: str
    chosen: Callable[[], object]
    kind: str = "plain"
    tip: str = ""


class Notice(NamedTuple):
    """What is said.

    Attributes:
        sentence: the one sentence.
        more: a quieter one below it, or "".
        answers: the buttons, the likeliest first.
        closed: what Esc inside it and its cross do; None where it can't be closed.
    """

    sentence: str
    more: str = ""
    answers: tuple[Answer, ...] = ()
    closed: Callable[[], object] | None = None


class NoticeSource:
    """Says whether there is something to say; one module beside this for each.

    Attributes:
        tables: tables whose changes may change what it says.
        reminds: whether it is a reminder, which is silent while no search runs.
        offers: whether it only offers something, and waits for a day on which nothing else was
            said.
    """

    tables: frozenset[str] = frozenset()
    reminds: bool = True
    offers: bool = False

    def __init__(self, services: Services, messages: Messages, run: Callable[[str], None]) -> None:
        """Make a source.

        Args:
            services: the use cases.
            messages: where it says what was done.
            run: does an action of the window by its name.
        """
        self.services = services
        self.messages = messages
        self.run = run

    def notice(self, day: date, today: date) -> Notice | None:
        """Return what to say while a day is shown, None for nothing."""
        raise NotImplementedError

    def concerned(self, changed: Changed) -> bool:
        """Return whether a change may change what is said."""
        return bool(self.tables & changed.tables)
