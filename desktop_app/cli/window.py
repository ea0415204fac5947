"""Open the window: the only way from the command to Qt."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.cli.place import Place
from desktop_app.domain.errors import UpswingError
from desktop_app.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import NoReturn


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
    run = _loaded()
    return run(path, quit_when_ready)


def leave(code: int) -> NoReturn:
    """End the process at once: the journal is closed, and nothing else waits to be written.

    Taking PySide6 down object by object costs the processor a tenth of the whole start.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def _loaded() -> Callable[[Path, bool], int]:
    """Load the window's modules without looking for garbage among what all stays (10 ms)."""
    gc.disable()
    try:
        from desktop_app.app import run
    finally:
        gc.freeze()
        gc.enable()
    return run


def _has_display() -> bool:
    if sys.platform in ("win32", "darwin"):
        return True
    if os.environ.get("QT_QPA_PLATFORM") or os.environ.get("WAYLAND_DISPLAY"):
        return True
    display = os.environ.get("DISPLAY", "")
    host, _colon, number = display.rpartition(":")
    if host or not sys.platform.startswith("linux"):
        return bool(display)
    return _is_served(number.partition(".")[0])


def _is_served(number: str) -> bool:
    """Return whether an X server of this machine has its socket; Qt would abort without one."""
    name = f"/tmp/.X11-unix/X{number}"
    if not number.isdigit():
        return False
    if Path(name).exists():
        return True
    try:
        with Path("/proc/net/unix").open() as sockets:
            return any(line.rstrip().endswith(f"@{name}") for line in sockets)
    except OSError:
        return True
