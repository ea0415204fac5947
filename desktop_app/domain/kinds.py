"""Kinds of activity and the effort points that one unit of each is worth (methods.md, Effort)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.domain.errors import InvalidInput
from desktop_app.i18n import _

if TYPE_CHECKING:
    from collections.abc import Container

LABEL_LIMIT = 40
MOST_POINTS = 100
MOST_UNIT_MINUTES = 24 * 60
_NAME_LIMIT = 40
_NOT_IN_NAMES = re.compile(r"\W+")


@dataclass(frozen=True)
class ActivityKind:
    """One kind of activity.

    Attributes:
        id: its row in the journal, 0 before it has one.
        name: what the command and the journal call it, such as ``follow_up``.
        label: what the person reads.
        points: effort points for one unit, 0 to 100.
        unit_minutes: minutes that make one unit; None where the kind is counted.
        icon: the icon's name in resources/icons.
        key: the letter that logs it on Today, or "".
        position: its place among the tiles.
        on_today: whether Today has a tile for it.
        own: whether the person made it.
        retired: whether it is offered no more; what was logged of it stays.
    """

    id: int
    name: str
    label: str
    points: float
    unit_minutes: int | None
    icon: str
    key: str
    position: int
    on_today: bool = True
    own: bool = False
    retired: bool = False

    @property
    def timed(self) -> bool:
        """Whether the kind is measured in minutes."""
        return self.unit_minutes is not None


DEFAULT_MINUTES = 30
DEFAULT_KINDS: tuple[ActivityKind, ...] = (
    ActivityKind(0, "application", "Application sent", 3, None, "send", "A", 1),
    ActivityKind(0, "networking", "Networking message", 2, None, "message-circle", "N", 2),
    ActivityKind(0, "follow_up", "Follow-up", 1, None, "mail-forward", "F", 3),
    ActivityKind(0, "interview", "Interview", 5, None, "users", "I", 4),
    ActivityKind(0, "preparation", "Interview prep", 3, None, "list-check", "P", 5),
    ActivityKind(0, "learning", "Learning, skill practice", 2, 30, "school", "L", 6),
    ActivityKind(0, "portfolio", "CV & portfolio", 2, 30, "file-cv", "C", 7),
    ActivityKind(0, "feedback", "Asked for feedback", 3, None, "message-question", "K", 8),
    ActivityKind(0, "lesson", "Lesson written", 2, None, "bulb", "", 9, on_today=False),
)


# What the program logs by itself, so that no kind may be missing for it.
LOGGED_BY_PROGRAM = frozenset({"application", "interview", "feedback", "lesson"})
# From which an own kind chooses; those of the kinds above among them.
KIND_ICONS = (
    "send", "message-circle", "mail-forward", "users", "list-check", "school", "file-cv",
    "message-question", "bulb", "phone", "briefcase", "world", "search", "building",
    "calendar-event", "book-2", "code", "palette", "tools", "language", "presentation", "pencil",
    "heart-handshake", "walk", "coffee", "star",
)  # fmt: skip
_DEFAULT_LABELS = {kind.name: kind.label for kind in DEFAULT_KINDS}


def kind_label(kind: ActivityKind) -> str:
    """Return the kind's label: the person's words, or the default's in their language.

    A default that was not renamed bears its English label in the journal.
    """
    if kind.label != _DEFAULT_LABELS.get(kind.name):
        return kind.label
    return {
        "application": _("Application sent"),
        "networking": _("Networking message"),
        "follow_up": _("Follow-up"),
        "interview": _("Interview"),
        "preparation": _("Interview prep"),
        "learning": _("Learning, skill practice"),
        "portfolio": _("CV & portfolio"),
        "feedback": _("Asked for feedback"),
        "lesson": _("Lesson written"),
    }.get(kind.name, kind.label)


def label_to_store(name: str, label: str) -> str:
    """Return what the journal keeps for a label: the English one where it is the default's."""
    default = next((kind for kind in DEFAULT_KINDS if kind.name == name), None)
    return default.label if default is not None and label == kind_label(default) else label


def free_name(label: str, taken: Container[str]) -> str:
    """Return a name for a kind that the command can take, such as ``recherche_d_emploi``.

    Args:
        label: what the person reads.
        taken: the names there are.
    """
    plain = _NOT_IN_NAMES.sub("_", label.casefold()).strip("_")[:_NAME_LIMIT] or "own"
    name, number = plain, 2
    while name in taken:
        name, number = f"{plain}_{number}", number + 1
    return name


def checked_points(points: float) -> float:
    """Return the points of one unit.

    Raises:
        InvalidInput: they are not 0 to 100.
    """
    if not 0 <= points <= MOST_POINTS:
        raise InvalidInput(
            _("Points go from 0 to {most}, not {n:g}.").format(most=MOST_POINTS, n=points)
        )
    return points


def checked_unit(minutes: int) -> int:
    """Return the minutes that make one unit.

    Raises:
        InvalidInput: they are not 1 to 1440.
    """
    if not 1 <= minutes <= MOST_UNIT_MINUTES:
        raise InvalidInput(
            _("Say how many minutes make one unit, 1 to {most}.").format(most=MOST_UNIT_MINUTES)
        )
    return minutes
