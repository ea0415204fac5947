"""Times of the clock as a person writes them."""

from __future__ import annotations

import re
from datetime import time

from desktop_app.domain.errors import InvalidInput
from desktop_app.i18n import _

_TIME = re.compile(
    r"(?P<hour>\d{1,2})(?:\s*[:.h]\s*(?P<minute>\d{2})?|(?P<close>\d{2}))?(?:\s*(?P<half>[ap])\.?m\.?)?",
    re.ASCII | re.IGNORECASE,
)
_HALF_DAY = 12


def read_time(text: str) -> time | None:
    """Read a time such as ``9``, ``9:12``, ``09.12``, ``0912`` or ``2:30 pm``; "" is none.

    Raises:
        InvalidInput: it is no time of the day.
    """
    written = text.strip()
    if not written:
        return None
    match = _TIME.fullmatch(written)
    if match is not None:
        hour = int(match["hour"])
        minute = int(match["minute"] or match["close"] or 0)
        if match["half"]:
            hour = hour % _HALF_DAY + (_HALF_DAY if match["half"].lower() == "p" else 0)
            fits = 1 <= int(match["hour"]) <= _HALF_DAY
        else:
            fits = hour < 2 * _HALF_DAY
        if fits and minute < 60:
            return time(hour, minute)
    raise InvalidInput(_("“{text}” is no time. Write it as 14:30.").format(text=written[:40]))
