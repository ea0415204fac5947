"""Every failure of the command as one sentence on standard error, never a traceback."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from desktop_app.domain.errors import UpswingError
from desktop_app.domain.text import without_controls
from desktop_app.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable

FAILED = 2


def told(work: Callable[[], int]) -> int:
    """Do the work and return its exit code; a failure is told in one line and returns 2."""
    _take_any_text()
    try:
        code = work()
        sys.stdout.flush()  # a full disk shows here, where it can still be told
    except BrokenPipeError:  # the reader, such as head, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return _fail(_("Stopped. Nothing half-done was kept."))
    except UpswingError as error:
        return _fail(str(error))
    except ImportError as error:
        return _fail(
            _(
                "A part of this installation is missing ({why}). “upswing doctor” says which."
            ).format(why=error)
        )
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        return _fail(where + (error.strerror or str(error)))
    except Exception as error:  # the last net: a sentence serves the person, a traceback doesn't
        # Its kind alone: the text of an unforeseen error may hold the person's words.
        return _fail(_("Something went wrong: {what}").format(what=type(error).__name__))
    return code


def one_line(text: str) -> str:
    """Return a text in one line, without control characters, so that no name can forge output."""
    return without_controls(" ".join(text.split()))


def _fail(sentence: str) -> int:
    line = one_line(sentence)
    if not line.endswith((".", "!", "?")):
        line += "."
    print(line, file=sys.stderr)  # noqa: T201 - the command speaks on standard error
    return FAILED


def _take_any_text() -> None:
    """Let a terminal of few characters show the rest escaped, instead of refusing the line."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="backslashreplace")
