"""Where to find help: the list that comes with the program, and what the person made of it."""

from __future__ import annotations

import json
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.help import HelpEntry, HelpList, checked_entry
from desktop_app.i18n import _
from desktop_app.paths import resource

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop_app.services.recording import Recording
    from desktop_app.services.settings import Settings
    from desktop_app.storage.journal import Journal

_COLUMNS = "uid, name, dial, also, hours, web, emergency, checked_day, position"
_LISTED = "help:"


class General(NamedTuple):
    """The general address, for every country."""

    name: str
    web: str


class Help:
    """The lists by country; one that the person edits is copied into the journal first.

    A hidden entry has a negative position there. Entries that came with the program keep a uid
    that says so, so that bringing the list back leaves the person's own.
    """

    def __init__(self, journal: Journal, recording: Recording, settings: Settings) -> None:
        self._journal = journal
        self._recording = recording
        self._settings = settings

    @property
    def general(self) -> General:
        """Where to look in a country that has no list."""
        return General(**self._resource["elsewhere"])

    def countries(self) -> tuple[str, ...]:
        """Return the codes of the countries that have a list, the person's own last."""
        known = [one["country"] for one in self._resource["countries"]]
        own = self._journal.query("SELECT DISTINCT country FROM help_entry ORDER BY country")
        return (*known, *(row[0] for row in own if row[0] not in known))

    def country(self, here: str) -> str:
        """Return the country to show.

        Args:
            here: the country of the person's system, used until they choose one; "" for none.
        """
        return str(self._settings.get("help_country")) or here

    def choose(self, country: str) -> None:
        """Remember the country to show."""
        if not (len(country) == 2 and country.isascii() and country.isupper()):
            raise InvalidInput(_("“{text}” is no country.").format(text=country[:40]))
        with self._journal.write(_("Country chosen")):
            self._settings.store("help_country", country, today=self._recording.today())

    def entries(self, country: str) -> HelpList:
        """Return a country's list, empty where there is none."""
        rows = self._journal.query(
            f"SELECT {_COLUMNS} FROM help_entry WHERE country = ?"
            " ORDER BY emergency DESC, abs(position), id",
            (country,),
        )
        if not rows:
            return HelpList(country, self._listed(country), own=False)
        entries = tuple(
            HelpEntry(
                row["name"],
                row["dial"] or "",
                row["also"] or "",
                row["hours"] or "",
                row["web"] or "",
                bool(row["emergency"]),
                date.fromisoformat(row["checked_day"]) if row["checked_day"] else None,
                row["position"] < 0,
                row["uid"].startswith(_LISTED),
            )
            for row in rows
        )
        return HelpList(country, entries, own=True)

    def add(self, country: str, entry: HelpEntry) -> None:
        """Add an entry at the end of a country's list.

        Raises:
            InvalidInput: as ``checked_entry``; nothing was changed.
        """
        new = checked_entry(entry)._replace(emergency=False, checked=None, listed=False)
        self._edit(country, _("Help entry added"), lambda known: [*known, new])

    def change(self, country: str, place: int, entry: HelpEntry) -> None:
        """Change the entry at a place of the list; what was checked of it no longer holds.

        Raises:
            InvalidInput: as ``checked_entry``; nothing was changed.
        """
        new = checked_entry(entry)

        def changed(known: list[HelpEntry]) -> list[HelpEntry]:
            kept = new._replace(emergency=known[place].emergency, listed=known[place].listed)
            known[place] = kept._replace(hidden=known[place].hidden, checked=None)
            return known

        self._edit(country, _("Help entry changed"), changed)

    def move(self, country: str, place: int, by: int) -> int:
        """Move an entry up (-1) or down (1) and return its new place.

        The emergency number stays first.
        """
        known = self.entries(country).entries
        least = sum(one.emergency for one in known)
        target = max(least, min(len(known) - 1, place + by))
        if place < least or target == place:
            return place

        def moved(entries: list[HelpEntry]) -> list[HelpEntry]:
            entries.insert(target, entries.pop(place))
            return entries

        self._edit(country, _("Help entry moved"), moved)
        return target

    def hide(self, country: str, place: int, hidden: bool) -> None:
        """Hide an entry, or show it again."""

        def turned(known: list[HelpEntry]) -> list[HelpEntry]:
            known[place] = known[place]._replace(hidden=hidden)
            return known

        name = _("Help entry hidden") if hidden else _("Help entry shown again")
        self._edit(country, name, turned)

    def remove(self, country: str, place: int) -> None:
        """Remove an entry. The last one of a country is hidden, so that its list stays theirs."""
        if len(self.entries(country).entries) == 1:
            self.hide(country, place, True)
            return

        def without(known: list[HelpEntry]) -> list[HelpEntry]:
            del known[place]
            return known

        self._edit(country, _("Help entry removed"), without)

    def bring_back(self, country: str) -> None:
        """Bring back the list that comes with the program; the person's own entries follow it."""
        own = [one for one in self.entries(country).entries if not one.listed]
        with self._journal.write(_("Help list brought back")) as db:
            db.table("help_entry").delete_where("country = ?", [country])
            if own:
                self._store(country, [*self._listed(country), *own])

    def _edit(
        self, country: str, name: str, change: Callable[[list[HelpEntry]], list[HelpEntry]]
    ) -> None:
        entries = change(list(self.entries(country).entries))
        with self._journal.write(name) as db:
            db.table("help_entry").delete_where("country = ?", [country])
            self._store(country, entries)

    def _store(self, country: str, entries: Sequence[HelpEntry]) -> None:
        for place, one in enumerate(entries, start=1):
            stamp = self._recording.stamp(None)
            if one.listed:
                stamp["uid"] = f"{_LISTED}{country}:{stamp['uid']}"
            self._journal.db.table("help_entry").insert(
                {
                    **stamp,
                    "country": country,
                    "name": one.name,
                    "dial": one.dial or None,
                    "also": one.also or None,
                    "hours": one.hours or None,
                    "web": one.web or None,
                    "emergency": int(one.emergency),
                    "checked_day": one.checked.isoformat() if one.checked else None,
                    "position": -place if one.hidden else place,
                }
            )

    def _listed(self, country: str) -> tuple[HelpEntry, ...]:
        for one in self._resource["countries"]:
            if one["country"] == country:
                first = HelpEntry(
                    _("Emergency number"), one["emergency"], emergency=True, listed=True
                )
                return (first, *map(_entry, one["lines"]))
        return ()

    @cached_property
    def _resource(self) -> dict[str, Any]:
        text = resource("help", "helplines.json").read_text("utf-8")
        loaded: dict[str, Any] = json.loads(text)
        return loaded


def _entry(line: dict[str, str | None]) -> HelpEntry:
    return HelpEntry(
        line["name"] or "",
        line["dial"] or "",
        line["also"] or "",
        line["hours"] or "",
        line["web"] or "",
        checked=date.fromisoformat(line["checked"]) if line["checked"] else None,
        listed=True,
    )
