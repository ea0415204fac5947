"""Kinds of activity and the effort points that one unit of each is worth (methods.md, Effort)."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_app.i18n import _


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


def kind_label(kind: ActivityKind) -> str:
    """Return the kind's label, translated where it is one of the defaults."""
    labels = {
        "application": _("Application sent"),
        "networking": _("Networking message"),
        "follow_up": _("Follow-up"),
        "interview": _("Interview"),
        "preparation": _("Interview prep"),
        "learning": _("Learning, skill practice"),
        "portfolio": _("CV & portfolio"),
        "feedback": _("Asked for feedback"),
        "lesson": _("Lesson written"),
    }
    return kind.label if kind.own else labels.get(kind.name, kind.label)
