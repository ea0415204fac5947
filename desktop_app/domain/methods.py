"""How something was done: a few ways by name, or the person's own words."""

from __future__ import annotations

from desktop_app.i18n import _

METHODS = ("online", "email", "phone", "in_person", "agency", "fair", "post", "acquaintance")


def method_label(method: str) -> str:
    """Return a way as the person reads it; own words stay as they are."""
    return {
        "online": _("Online"),
        "email": _("Email"),
        "phone": _("Phone"),
        "in_person": _("In person"),
        "agency": _("Agency"),
        "fair": _("Job fair"),
        "post": _("Post"),
        "acquaintance": _("Through somebody I know"),
    }.get(method, method)


def read_method(text: str) -> str:
    """Return the way that a label names, as the journal keeps it, else the words themselves."""
    wanted = " ".join(text.split())
    for method in METHODS:
        if method_label(method).casefold() == wanted.casefold():
            return method
    return wanted
