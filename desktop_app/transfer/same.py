"""Rows that tell of the same application: found, and made into one without losing what they say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.i18n import _

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop_app.domain.history import ReadApplication, ReadStage

_TELLING = ("location", "link", "reference")


class Alike(NamedTuple):
    """Applications with those of one employer, position and day made into one.

    ``lines`` holds, for each that was made of several rows, their lines.
    """

    once: tuple[ReadApplication, ...]
    lines: tuple[tuple[int, ...], ...]

    @property
    def rows(self) -> int:
        """How many rows tell of an application that another row tells of too."""
        return sum(map(len, self.lines))

    def remarks(self) -> tuple[str, ...]:
        """Return a sentence for each application that several rows tell of."""
        return tuple(
            _("Lines {lines} tell of the same application and come in as one.").format(
                lines=", ".join(map(str, lines))
            )
            for lines in self.lines
        )


def alike(applications: Sequence[ReadApplication]) -> Alike:
    """Find rows that tell of the same application.

    Employer, position and day are equal, and neither place, link nor reference speaks against
    it; an application without a day is like no other.
    """
    groups: dict[tuple[str, str, object], list[list[ReadApplication]]] = {}
    ordered: list[list[ReadApplication]] = []
    for one in applications:
        group: list[ReadApplication] | None = None
        if one.day is not None:
            known = groups.setdefault(
                (one.employer.casefold(), one.position.casefold(), one.day), []
            )
            group = next((group for group in known if _agrees(group, one)), None)
        if group is not None:
            group.append(one)
            continue
        ordered.append([one])
        if one.day is not None:
            known.append(ordered[-1])
    return Alike(
        tuple(group[0] if len(group) == 1 else _joined(group) for group in ordered),
        tuple(tuple(one.row for one in group) for group in ordered if len(group) > 1),
    )


def _agrees(group: Iterable[ReadApplication], other: ReadApplication) -> bool:
    for name in _TELLING:
        said = getattr(other, name).casefold()
        if said and any(getattr(one, name).casefold() not in ("", said) for one in group):
            return False
    return True


def _joined(group: Sequence[ReadApplication]) -> ReadApplication:
    """Return one application with all that its rows say; of two answers the later one holds."""
    first = group[0]
    last: ReadApplication | None = None
    for one in group:
        if one.outcome is not None and (last is None or not _is_earlier(one, last)):
            last = one
    notes = dict.fromkeys(one.note for one in group if one.note)

    def said(name: str) -> str:
        return next((getattr(one, name) for one in group if getattr(one, name)), "")

    return replace(
        first,
        stages=_stages(group),
        outcome=last.outcome if last else None,
        answered=last.answered if last else None,
        source=said("source"),
        location=said("location"),
        link=said("link"),
        note="\n".join(notes),
        reference=said("reference"),
    )


def _is_earlier(one: ReadApplication, other: ReadApplication) -> bool:
    """Return whether an answer is known to have come before another one."""
    return bool(one.answered and other.answered and one.answered < other.answered)


def _stages(group: Iterable[ReadApplication]) -> tuple[ReadStage, ...]:
    """Return the stages of all rows; one without a day gives way to the same with a day."""
    stages = dict.fromkeys(stage for one in group for stage in one.stages)
    dated = {stage.stage for stage in stages if stage.day is not None}
    bare: set[object] = set()
    kept = []
    for stage in stages:
        if stage.day is None:
            if stage.stage in dated or stage.stage in bare:
                continue
            bare.add(stage.stage)
        kept.append(stage)
    return tuple(kept)
