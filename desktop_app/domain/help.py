"""Where to find help: an entry of a country's list, and what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.text import clean_name
from desktop_app.i18n import _, plain_day

if TYPE_CHECKING:
    from datetime import date

#: Any country that the list doesn't know.
ELSEWHERE = "ZZ"
_OLD_AFTER_DAYS = 365
_SHORT = 60


class HelpEntry(NamedTuple):
    """One place to find help.

    Attributes:
        name: who answers.
        dial: the number as it is dialled, or "".
        also: another way, such as ``text 988``, or "".
        hours: when somebody answers, or "".
        web: the address of its page, or "".
        emergency: whether it is the country's emergency number.
        checked: the day on which it was last compared with its source, None where never.
        hidden: whether the person has hidden it.
        listed: whether it came with the program.
    """

    name: str
    dial: str = ""
    also: str = ""
    hours: str = ""
    web: str = ""
    emergency: bool = False
    checked: date | None = None
    hidden: bool = False
    listed: bool = False


class HelpList(NamedTuple):
    """A country's entries in order, the emergency number first.

    ``own`` says whether the person has changed the list, which is theirs from then on.
    """

    country: str
    entries: tuple[HelpEntry, ...]
    own: bool


def checked_entry(entry: HelpEntry) -> HelpEntry:
    """Return an entry as it is stored.

    Raises:
        InvalidInput: no name, no way to reach it, or a text that does not fit.
    """
    clean = entry._replace(
        name=clean_name(entry.name, _("Name")),
        dial=clean_name(entry.dial, _("Number"), _SHORT),
        also=clean_name(entry.also, _("Another way")),
        hours=clean_name(entry.hours, _("Hours"), _SHORT),
        web=clean_name(entry.web, _("Web page")),
    )
    if not clean.name:
        raise InvalidInput(_("Say who it is."))
    if not (clean.dial or clean.also or clean.web):
        raise InvalidInput(_("Say how to reach them: a number, another way, or a web page."))
    return clean


def web_address(web: str) -> str:
    """Return the address to open for a web page as it is written; only http and https are."""
    if web.lower().startswith(("https://", "http://")):
        return web
    return f"https://{web}"


def checked_sentence(checked: date | None, today: date) -> str:
    """Return when an entry was last checked, "" for one that the person wrote."""
    if checked is None:
        return ""
    day = f"{plain_day(checked)} {checked.year}"
    if (today - checked).days > _OLD_AFTER_DAYS:
        return _("Last checked {day}, more than a year ago. Its web page knows more.").format(
            day=day
        )
    return _("Last checked {day}").format(day=day)


def country_name(code: str) -> str:
    """Return the name of a country of the list, "" for another."""
    return {
        "BR": _("Brazil"),
        "CA": _("Canada"),
        "DE": _("Germany"),
        "FR": _("France"),
        "GB": _("United Kingdom"),
        "IN": _("India"),
        "JP": _("Japan"),
        "US": _("United States"),
        ELSEWHERE: _("Another country"),
    }.get(code, "")
