"""Mail addresses: which belong to nobody, and the link that opens a mail program (RFC 6068)."""

from __future__ import annotations

import re
from urllib.parse import quote

MAILTO_LIMIT = 2000
# What stands before the @ of mail that no person reads, in the languages of the field.
_NOBODY = re.compile(
    r"(?:^|[._+-])"
    r"(?:no[._-]?(?:reply|response|answer|responder)s?|do[._-]?not[._-]?(?:reply|respond|answer)"
    r"|notif(?:y|ications?|ier)|mailer[._-]?daemon|bounces?|postmaster|auto(?:mated|reply)|alerts?"
    r"|ne[._-]?pas[._-]?repondre|nicht[._-]?antworten|keine[._-]?antwort"
    r"|non[._-]?rispondere|nao[._-]?responda)"
    r"(?:$|[._+-])",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"[^\s@<>,;:\"]+@[^\s@<>,;:\"]+\.[^\s@<>,;:\".]+")


def is_address(text: str) -> bool:
    """Return whether a text is one mail address."""
    return _ADDRESS.fullmatch(text.strip()) is not None


def is_nobody(address: str) -> bool:
    """Return whether an address belongs to nobody, as no-reply and notification addresses do."""
    local = address.strip().rpartition("@")[0]
    return _NOBODY.search(local) is not None


def mailto(address: str, subject: str, body: str) -> str | None:
    """Return the link that opens a mail program with a draft; None where it would be too long.

    Source: RFC 6068. Line ends become CR LF; everything outside its unreserved characters is
    percent-encoded as UTF-8. Over 2,000 characters programs cut it, so there is none.

    Args:
        address: to whom, or "".
        subject: one line.
        body: lines of plain text.
    """
    lines = body.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\r\n")
    to = quote(address.strip(), safe="@.!$'*+-_~")
    fields = [
        f"{name}={quote(text, safe='')}"
        for name, text in (("subject", " ".join(subject.split())), ("body", lines))
        if text.strip()
    ]
    link = f"mailto:{to}" + ("?" + "&".join(fields) if fields else "")
    return link if len(link) <= MAILTO_LIMIT else None
