"""The ``upswing`` command: it opens the window, or does without it what a line of words says."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from desktop_app.cli.sentences import told

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code: 0, or 2 after one sentence on standard error.

    Args:
        arguments: the words after the command's name, those of this process where None.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    code = told(lambda: _run(words))
    if arguments is None and "desktop_app.app" in sys.modules:  # the window is closed
        from desktop_app.cli.window import leave

        leave(code)
    return code


def _run(words: list[str]) -> int:
    wanted = _window_wanted(words)
    if wanted is not None:
        from desktop_app.cli.window import open_window

        return open_window(*wanted)
    if words == ["doctor"]:  # works where click itself is missing
        from desktop_app.cli.doctor import report

        return report()
    from desktop_app.cli.command import run

    return run(words)


def _window_wanted(words: list[str]) -> tuple[str | None, bool] | None:
    """Return the journal and whether to quit, None where the words want more than the window.

    Read by hand: click would cost the window 25 ms of its start.
    """
    journal: str | None = None
    quit_when_ready = False
    rest = iter(words)
    for word in rest:
        name, has_value, value = word.partition("=")
        if word == "--quit-when-ready":
            quit_when_ready = True
        elif name == "--journal":
            journal = value if has_value else next(rest, None)
            if journal is None:
                return None
        else:
            return None
    return journal, quit_when_ready
