"""The sections of Settings: their names and icons, and how each is made."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.i18n import _

if TYPE_CHECKING:
    from desktop_app.ui.pages.settings.section import Parts, Section


class SectionSpec(NamedTuple):
    """One section: its name in code, its title and its icon."""

    name: str
    title: str
    icon: str


def sections() -> tuple[SectionSpec, ...]:
    """Return the sections in order."""
    return (
        SectionSpec("appearance", _("Appearance"), "palette"),
        SectionSpec("day", _("Your day"), "clock"),
        SectionSpec("target", _("Target"), "target"),
        SectionSpec("keys", _("Keys"), "keyboard"),
        SectionSpec("kinds", _("Kinds of activity"), "list-check"),
        SectionSpec("feelings", _("Feeling words"), "mood-smile"),
        SectionSpec("hints", _("Hints"), "info-circle"),
        SectionSpec("privacy", _("Privacy"), "lock"),
        SectionSpec("files", _("Files"), "folder"),
    )


def make_section(name: str, parts: Parts) -> Section:
    """Return a section by name; its module is imported when it is first shown.

    Raises:
        KeyError: there is none.
    """
    if name not in {spec.name for spec in sections()}:
        raise KeyError(name)
    module = import_module(f"{__package__}.{name}")
    made: Section = getattr(module, f"{name.capitalize()}Section")(parts)
    return made
