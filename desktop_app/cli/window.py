"""Open the window: the only way from the command to Qt."""

from __future__ import annotations

import os
import sys

from desktop_app.cli.place import Place
from desktop_app.domain.errors import UpswingError
from desktop_app.i18n import _

_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def open_window(journal: str | None, quit_when_ready: bool) -> int:
    """Open the window over a journal and return the exit code once it is closed.

    Args:
        journal: the journal's path, None for the person's own.
        quit_when_ready: close it as soon as it takes input, as benchmarks do.

    Raises:
        UpswingError: there is no display to open it on.
    """
    path = Place(journal).path
    if not _has_display():
        raise UpswingError(
            _(
                "There is no display to open the window on; the commands of “upswing --help” work"
                " without one."
            )
        )
    from desktop_app.app import run

    return run(path, quit_when_ready)


def _has_display() -> bool:
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in _DISPLAYS)
