"""The sections of Settings: their names and icons, and how each is made."""

from __future__ import annotations

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
    made: Section
    if name == "appearance":
        from desktop_app.ui.pages.settings.appearance import AppearanceSection

        made = AppearanceSection(parts)
    elif name == "day":
        from desktop_app.ui.pages.settings.day import DaySection

        made = DaySection(parts)
    elif name == "target":
        from desktop_app.ui.pages.settings.target import TargetSection

        made = TargetSection(parts)
    elif name == "keys":
        from desktop_app.ui.pages.settings.keys import KeysSection

        made = KeysSection(parts)
    elif name == "kinds":
        from desktop_app.ui.pages.settings.kinds import KindsSection

        made = KindsSection(parts)
    elif name == "feelings":
        from desktop_app.ui.pages.settings.feelings import FeelingsSection

        made = FeelingsSection(parts)
    elif name == "hints":
        from desktop_app.ui.pages.settings.hints import HintsSection

        made = HintsSection(parts)
    elif name == "privacy":
        from desktop_app.ui.pages.settings.privacy import PrivacySection

        made = PrivacySection(parts)
    elif name == "files":
        from desktop_app.ui.pages.settings.files import FilesSection

        made = FilesSection(parts)
    else:
        raise KeyError(name)
    return made
