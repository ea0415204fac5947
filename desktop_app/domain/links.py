"""Addresses on the web, as a person writes or pastes them."""

from __future__ import annotations

import re

_SCHEME = re.compile(r"https?://[^\s/]+", re.IGNORECASE)
_HOST = re.compile(r"[^\s/@:]+\.[^\W\d]{2,}(?::\d+)?(?:[/?#]\S*)?")


def web_address(text: str) -> str | None:
    """Return an address that a browser can open, None where a text is none.

    Only the web is meant: no file, no script, nothing that another program would take.
    """
    written = text.strip()
    if any(letter.isspace() for letter in written):
        return None
    if _SCHEME.match(written):
        return written
    return f"https://{written}" if _HOST.fullmatch(written) else None
