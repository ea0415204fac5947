"""Which column of a stranger's table is what: the mapping that a person makes once."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.stages import Stage
from desktop_app.i18n import _
from desktop_app.transfer.days import ORDERS
from desktop_app.transfer.meanings import Meaning

if TYPE_CHECKING:
    from collections.abc import Mapping as MappingOf

    from desktop_app.transfer.days import Order


class Target(StrEnum):
    """What a column may say of an application."""

    EMPLOYER = "employer"
    POSITION = "position"
    DAY = "day"
    STATUS = "status"
    ANSWERED = "answered"
    SCREENING = "screening"
    TASK = "task"
    INTERVIEW = "interview"
    FINAL = "final"
    OFFER = "offer"
    SOURCE = "source"
    LOCATION = "location"
    LINK = "link"
    REFERENCE = "reference"
    NOTE = "note"


STAGES: dict[Target, Stage] = {
    Target.SCREENING: Stage.SCREENING,
    Target.TASK: Stage.TASK,
    Target.INTERVIEW: Stage.INTERVIEW,
    Target.FINAL: Stage.FINAL,
    Target.OFFER: Stage.OFFER,
}
DAYS = (Target.DAY, Target.ANSWERED, *STAGES)


@dataclass(frozen=True)
class Mapping:
    """How the rows of a table become applications.

    Attributes:
        columns: for each target that has one, the column's name as ``Row.get`` takes it.
        order: which part of a day stands first where no value decides it; None where nobody said.
        meanings: what the words of the status column mean, by the word without case.
        once: whether rows that tell of the same application become one.
        keep_rest: whether cells of columns without a target go into the note.
    """

    columns: MappingOf[Target, str] = field(default_factory=dict)
    order: Order | None = None
    meanings: MappingOf[str, Meaning] = field(default_factory=dict)
    once: bool = True
    keep_rest: bool = False

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON has it."""
        return {
            "columns": {str(target): name for target, name in self.columns.items()},
            "order": self.order,
            "meanings": {word: str(meaning) for word, meaning in self.meanings.items()},
            "once": self.once,
            "keep_rest": self.keep_rest,
        }


def mapping_from_json(value: object) -> Mapping | None:
    """Return a mapping that was kept, None where it is none; what is not known is left out."""
    if not isinstance(value, dict):
        return None
    columns, meanings, order = (value.get(name) for name in ("columns", "meanings", "order"))
    if not isinstance(columns, dict) or not isinstance(meanings, dict):
        return None
    targets, known = set(Target), set(Meaning)
    return Mapping(
        columns={Target(one): str(name) for one, name in columns.items() if one in targets},
        order=order if order in ORDERS else None,
        meanings={str(word): Meaning(one) for word, one in meanings.items() if one in known},
        once=value.get("once") is not False,
        keep_rest=value.get("keep_rest") is True,
    )


def target_label(target: Target) -> str:
    """Return a target's name on screen."""
    return {
        Target.EMPLOYER: _("Employer"),
        Target.POSITION: _("Position"),
        Target.DAY: _("Day sent"),
        Target.STATUS: _("Status"),
        Target.ANSWERED: _("Day of the answer"),
        Target.SCREENING: _("Screening"),
        Target.TASK: _("Task"),
        Target.INTERVIEW: _("Interview"),
        Target.FINAL: _("Final round"),
        Target.OFFER: _("Offer"),
        Target.SOURCE: _("Source"),
        Target.LOCATION: _("Location"),
        Target.LINK: _("Link"),
        Target.REFERENCE: _("Reference"),
        Target.NOTE: _("Note"),
    }[target]


def parse_target(text: str) -> Target:
    """Read a target's name.

    Raises:
        InvalidInput: no such target; the sentence names those there are.
    """
    wanted = text.strip().lower()
    for target in Target:
        if wanted == target.value:
            return target
    raise InvalidInput(
        _("“{text}” is nothing that a column can be mapped to. There are {names}.").format(
            text=text.strip()[:40], names=", ".join(Target)
        )
    )
