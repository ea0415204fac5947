"""A day's entries as lines: what each says, in the order of the clock."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.domain.days import REST_MARKS, day_kind_label
from desktop_app.domain.kinds import kind_label
from desktop_app.domain.mood import mood_word
from desktop_app.i18n import _
from desktop_app.ui.actions.action import MOOD_ICONS

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from desktop_app.domain.entries import Activity, CheckIn, DayMark, Rejection
    from desktop_app.domain.kinds import ActivityKind


@dataclass(frozen=True)
class Entry:
    """One line: its time as shown, icon, main words and quiet words, and what it stands for."""

    kind: str
    id: int
    time: str
    icon: str
    words: str
    quiet: str

    @property
    def sentence(self) -> str:
        """The whole line, for screen readers."""
        return " · ".join(part for part in (self.time, self.words, self.quiet) if part)


def entries_of(
    check_ins: Sequence[CheckIn],
    activities: Sequence[Activity],
    kinds: Sequence[ActivityKind],
    mark: DayMark | None,
    rejections: Sequence[Rejection],
) -> list[Entry]:
    """Return the lines of a day, the latest first; those without a time last."""
    by_name = {kind.name: kind for kind in kinds}
    lines: list[tuple[str, Entry]] = []
    for check_in in check_ins:
        lines.append(_timed(check_in.at, _check_in_entry(check_in)))
    for activity in activities:
        kind = by_name.get(activity.kind)
        if kind is not None:
            lines.append(_timed(activity.at, _activity_entry(activity, kind)))
    if mark is not None and mark.kind in REST_MARKS:
        entry = Entry("day_mark", 0, "", "armchair", day_kind_label(mark.kind), "")
        lines.append(_timed(mark.at, entry))
    for no in rejections:
        quiet = " · ".join(part for part in (no.employer, no.position) if part)
        lines.append(("", Entry("rejection", no.id, "", "diamonds", _("Rejection noted"), quiet)))
    lines.sort(key=lambda line: line[0], reverse=True)
    return [entry for _at, entry in lines]


def check_in_line(check_in: CheckIn) -> str:
    """Return what a check-in says, in one line."""
    return _check_in_entry(check_in).sentence


def _timed(at: datetime | None, entry: Entry) -> tuple[str, Entry]:
    if at is None:
        return "", entry
    shown = f"{at:%H:%M}"
    timed = Entry(entry.kind, entry.id, shown, entry.icon, entry.words, entry.quiet)
    return at.isoformat(), timed


def _check_in_entry(check_in: CheckIn) -> Entry:
    parts = []
    if check_in.mood is not None:
        parts.append(mood_word(check_in.mood))
    if check_in.energy is not None:
        parts.append(_("energy {n} of 5").format(n=check_in.energy))
    words = ", ".join(parts) or (_("Note") if check_in.note else _("Feelings"))
    quiet = " · ".join(
        part for part in (", ".join(check_in.feelings), check_in.note.replace("\n", " ")) if part
    )
    icon = MOOD_ICONS[check_in.mood - 1] if check_in.mood else "mood-smile"
    return Entry("check_in", check_in.id, "", icon, words, quiet)


def _activity_entry(activity: Activity, kind: ActivityKind) -> Entry:
    words = kind_label(kind)
    in_minutes = kind.timed or activity.amount != int(activity.amount)  # it may be counted now
    if activity.minutes is not None and in_minutes:
        words = _("{kind}, {n} min").format(kind=words, n=activity.minutes)
    elif activity.amount != 1:
        words = _("{kind} × {n:g}").format(kind=words, n=activity.amount)
    told = (
        activity.employer, activity.position, activity.contact, activity.result, activity.note,
    )  # fmt: skip
    quiet = " · ".join(part for part in told if part).replace("\n", " ")
    return Entry("activity", activity.id, "", kind.icon, words, quiet)
