"""What a person may write: anything but what no file can hold."""

from __future__ import annotations

import re
import unicodedata

from desktop_app.domain.errors import InvalidInput
from desktop_app.i18n import _

NAME_LIMIT = 200
NOTE_LIMIT = 200_000
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def clean_name(text: str, what: str, limit: int = NAME_LIMIT) -> str:
    """Return a one-line text such as an employer, NFC-normalised, blanks folded.

    Args:
        text: what was written.
        what: the field's name for the sentence, such as ``Employer``.
        limit: the most characters that it may have.

    Raises:
        InvalidInput: it is too long, or holds control characters or half a character.
    """
    _refuse_broken(text, what)
    folded = " ".join(unicodedata.normalize("NFC", text).split())
    if len(folded) > limit:
        raise InvalidInput(
            _("{what} has {count} characters; {limit} fit.").format(
                what=what, count=len(folded), limit=limit
            )
        )
    return folded


def clean_note(text: str, what: str, limit: int = NOTE_LIMIT) -> str:
    """Return a text of several lines, NFC-normalised, with plain line ends, otherwise as written.

    Raises:
        InvalidInput: it is too long, or holds control characters or half a character.
    """
    _refuse_broken(text, what)
    note = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if len(note) > limit:
        raise InvalidInput(
            _("{what} has {count} characters; {limit} fit.").format(
                what=what, count=len(note), limit=limit
            )
        )
    return note


def checked_names(employer: str, position: str) -> tuple[str, str]:
    """Return employer and position as they are stored.

    Raises:
        InvalidInput: no employer, or a text too long or with control characters.
    """
    name = clean_name(employer, _("Employer"))
    if not name:
        raise InvalidInput(_("Say which employer it was."))
    return name, clean_name(position, _("Position"))


def without_controls(text: str) -> str:
    """Return the text with control characters and half characters taken out, for imports."""
    if text.isprintable():
        return text
    kept = _CONTROL.sub("", text)
    return kept.encode("utf-8", "ignore").decode("utf-8")


def _refuse_broken(text: str, what: str) -> None:
    if text.isprintable():
        return  # neither control characters nor half a character are
    if _CONTROL.search(text):
        raise InvalidInput(_("{what} holds a control character.").format(what=what))
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise InvalidInput(_("{what} holds half a character.").format(what=what)) from None


def same_words(text: str) -> str:
    """Return words as they are compared with others: without case, one blank between two."""
    return " ".join(text.split()).casefold()
