"""Change the kinds of activity: their words, points, letters and order; add and retire them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.kinds import (
    LABEL_LIMIT,
    LOGGED_BY_PROGRAM,
    ActivityKind,
    checked_points,
    checked_unit,
    free_name,
    kind_label,
    label_to_store,
)
from desktop_app.domain.text import clean_name
from desktop_app.i18n import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlite_utils import Database

    from desktop_app.services.activities import Activities
    from desktop_app.services.recording import Recording
    from desktop_app.storage.journal import Journal

NEW_ICON = "star"


class KindForm(NamedTuple):
    """What the person says of a kind.

    Attributes:
        label: its words, up to 40 characters.
        points: effort points of one unit, 0 to 100.
        unit_minutes: minutes that make one unit, 1 to 1440; None where it is counted.
        icon: the icon's name.
        key: the letter that logs it on Today, or "".
        on_today: whether Today has a tile for it.
    """

    label: str = ""
    points: float = 2
    unit_minutes: int | None = None
    icon: str = NEW_ICON
    key: str = ""
    on_today: bool = True


def form_of(kind: ActivityKind) -> KindForm:
    """Return what is said of a kind now."""
    return KindForm(
        kind_label(kind), kind.points, kind.unit_minutes, kind.icon, kind.key, kind.on_today
    )


class Kinds:
    """The person's kinds of activity.

    Points and minutes hold for what is logged from now on: each activity keeps its own.
    """

    def __init__(self, journal: Journal, recording: Recording, activities: Activities) -> None:
        self._journal = journal
        self._recording = recording
        self._activities = activities

    def offered(self) -> tuple[ActivityKind, ...]:
        """Return the kinds that can be logged, in the person's order."""
        return self._activities.kinds()

    def retired(self) -> tuple[ActivityKind, ...]:
        """Return the kinds that are offered no more."""
        return tuple(kind for kind in self._activities.every_kind() if kind.retired)

    def get(self, name: str) -> ActivityKind:
        """Return a kind by name, also a retired one.

        Raises:
            KeyError: there is none.
        """
        return next(kind for kind in self._activities.every_kind() if kind.name == name)

    def add(self, form: KindForm) -> str:
        """Add an own kind at the end and return its name.

        Raises:
            InvalidInput: no words, words or a letter that another kind has, points or minutes out
                of range; nothing was changed.
        """
        every = self._activities.every_kind()
        row = self._checked("", form)
        name = free_name(str(row["label"]), {kind.name for kind in every})
        place = max((kind.position for kind in every), default=0) + 1
        with self._journal.write(_("Kind added: {kind}").format(kind=row["label"])) as db:
            db.table("activity_kind").insert(
                {
                    **self._recording.stamp(None, f"activity_kind:{name}"),
                    "name": name,
                    **row,
                    "position": place,
                    "own": 1,
                }
            )
        return name

    def change(self, name: str, form: KindForm) -> None:
        """Change what is said of a kind.

        Raises:
            InvalidInput: as ``add``; nothing was changed.
        """
        kind = self.get(name)
        row = self._checked(name, form)
        with self._journal.write(_("{kind} changed").format(kind=kind_label(kind))) as db:
            db.table("activity_kind").update(kind.id, row)

    def show_on_today(self, name: str, shown: bool) -> None:
        """Give a kind a tile on Today, or take it away; its letter goes on logging it."""
        kind = self.get(name)
        step = _("{kind} on Today") if shown else _("{kind} taken from Today")
        with self._journal.write(step.format(kind=kind_label(kind))) as db:
            db.table("activity_kind").update(kind.id, {"on_today": int(shown)})

    def set_keys(self, db: Database, keys: dict[str, str]) -> None:
        """Give kinds other letters, as part of an open step.

        Raises:
            InvalidInput: two kinds would have one letter.
        """
        after = {kind.name: kind.key for kind in self.offered()} | keys
        used = [key for key in after.values() if key]
        if len(used) != len(set(used)):
            raise InvalidInput(_("Two kinds can't have one letter."))
        for name, key in keys.items():
            db.table("activity_kind").update(self.get(name).id, {"key": key})

    def move(self, name: str, place: int) -> None:
        """Move a kind to a place among those offered, 0 for the first."""
        order = [kind for kind in self.offered() if kind.name != name]
        kind = self.get(name)
        order.insert(max(0, min(len(order), place)), kind)
        if [one.name for one in order] == [one.name for one in self.offered()]:
            return
        with self._journal.write(_("{kind} moved").format(kind=kind_label(kind))) as db:
            self._write_order(db, (*order, *self.retired()))

    def retire(self, name: str) -> None:
        """Offer a kind no more; what was logged of it stays.

        Raises:
            InvalidInput: the program logs it by itself.
        """
        kind = self.get(name)
        if name in LOGGED_BY_PROGRAM:
            raise InvalidInput(
                _(
                    "“{kind}” is also logged by Upswing itself, so it stays. It can be taken from"
                    " Today."
                ).format(kind=kind_label(kind))
            )
        with self._journal.write(_("{kind} retired").format(kind=kind_label(kind))) as db:
            db.table("activity_kind").update(kind.id, {"retired": 1})

    def bring_back(self, name: str) -> None:
        """Offer a retired kind again, without its letter where that was given away."""
        kind = self.get(name)
        values: dict[str, object] = {"retired": 0}
        if any(one.key == kind.key for one in self.offered()):
            values["key"] = ""
        with self._journal.write(_("{kind} brought back").format(kind=kind_label(kind))) as db:
            db.table("activity_kind").update(kind.id, values)

    def _checked(self, name: str, form: KindForm) -> dict[str, object]:
        """Return the columns of a form; ``name`` is the kind that it is for, "" for a new one."""
        label = clean_name(form.label, _("The name"), LABEL_LIMIT)
        if not label:
            raise InvalidInput(_("Give it a name, such as “Job fair”."))
        for kind in self._activities.every_kind():
            if kind.name == name:
                continue
            if kind_label(kind).casefold() == label.casefold():
                raise InvalidInput(
                    _("“{label}” is a kind that you retired. Bring it back instead.").format(
                        label=label
                    )
                    if kind.retired
                    else _("There is a kind called “{label}” already.").format(label=label)
                )
            if form.key and kind.key == form.key and not kind.retired:
                raise InvalidInput(
                    _("{key} logs “{kind}” already.").format(key=form.key, kind=kind_label(kind))
                )
        return {
            "label": label_to_store(name, label),
            "points": checked_points(form.points),
            "unit_minutes": None if form.unit_minutes is None else checked_unit(form.unit_minutes),
            "icon": form.icon,
            "key": form.key,
            "on_today": int(form.on_today),
        }

    def _write_order(self, db: Database, kinds: Sequence[ActivityKind]) -> None:
        for place, kind in enumerate(kinds, start=1):
            if kind.position != place:
                db.table("activity_kind").update(kind.id, {"position": place})
