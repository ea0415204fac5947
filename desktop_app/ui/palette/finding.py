"""What the palette finds: things that fit the typed words, from several sources."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain.application_state import state_words
from desktop_app.domain.day_words import read_day
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.matching import folded, rank
from desktop_app.i18n import _, full_day
from desktop_app.ui.actions.specs import groups
from desktop_app.ui.actions.words import shown_keys

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from desktop_app.domain.entries import Application
    from desktop_app.ui.actions.book import ActionBook
    from desktop_app.ui.commands import Commands

MOST = 60


class Found(NamedTuple):
    """One line of the palette.

    Attributes:
        icon: its icon.
        words: what it is.
        quiet: what kind of thing, or what more there is to say.
        keys: the keys that do the same, as key caps show them.
        chosen: does or shows it.
    """

    icon: str
    words: str
    quiet: str
    keys: tuple[str, ...]
    chosen: Callable[[], object]

    @property
    def sentence(self) -> str:
        """The whole line, for screen readers."""
        return ", ".join(part for part in (self.words, self.quiet, " ".join(self.keys)) if part)


def find(typed: str, sources: list[Callable[[str], list[Found]]]) -> list[Found]:
    """Return what fits the typed words, source by source, at most 60."""
    return [found for source in sources for found in source(typed)][:MOST]


def actions(book: ActionBook, commands: Commands, mode: str) -> Callable[[str], list[Found]]:
    """Return the source of everything that can be done now, by its words or its group's."""
    titles = groups()
    known = [
        (folded(action.words), folded(f"{titles[action.group]} {action.words}"), action)
        for action in sorted(book.all(), key=lambda one: list(titles).index(one.group))
        if action.name not in _NOT_HERE and commands.can(action)
    ]

    def source(typed: str) -> list[Found]:
        words = typed.casefold().split()
        ranked: list[tuple[int, int, Found]] = []
        for place, (name, whole, action) in enumerate(known):
            fits = rank(words, name)
            if fits is None and rank(words, whole) is not None:
                fits = 3
            if fits is not None:
                keys = tuple(shown_keys(book.every_key_of(action), mode))
                line = Found(
                    action.icon or _ICONS.get(action.group, "arrow-right"),
                    action.words,
                    titles[action.group],
                    keys,
                    partial(commands.run, action.name),
                )
                ranked.append((fits, place, line))
        return [line for _fits, _place, line in sorted(ranked, key=lambda one: one[:2])]

    return source


def days(
    today: date, show: Callable[[date], object], *, month_first: bool
) -> Callable[[str], list[Found]]:
    """Return the source of days: the one that the words name, such as ``12.3.`` or ``mon``.

    Args:
        today: the person's present day; later ones are not found.
        show: shows a day on Today.
        month_first: whether '3/12' is 12 March where the person lives.
    """

    def source(typed: str) -> list[Found]:
        if not typed.strip():
            return []
        try:
            day = read_day(typed, today, month_first=month_first)
        except InvalidInput:
            return []
        if day > today:
            return []
        return [Found("calendar-event", full_day(day), _("Go to this day"), (), partial(show, day))]

    return source


def applications(
    known: Sequence[Application], today: date, show: Callable[[int], object]
) -> Callable[[str], list[Found]]:
    """Return the source of applications: by words of employer and position, slips of keys too.

    Args:
        known: every application, the one wanted first of two that fit alike in front.
        today: the person's present day.
        show: shows an application on its page.
    """
    from desktop_app.services.application_lookup import ApplicationLookup

    names = [(folded(f"{one.employer} {one.position}"), one) for one in known]
    resembling = ApplicationLookup(known)

    def source(typed: str) -> list[Found]:
        if len(typed.strip()) < _LEAST_LETTERS:
            return []
        words = typed.casefold().split()
        ranked = [(fits, one) for name, one in names if (fits := rank(words, name)) is not None]
        ranked.sort(key=lambda entry: entry[0])  # stable: the order of those that fit alike stays
        found = {one.id: one for _fits, one in ranked[:_MOST_APPLICATIONS]}
        if not found:
            found = {one.id: one for one in resembling.find(typed)[:_MOST_APPLICATIONS]}
        return [
            Found(
                "briefcase",
                one.title,
                state_words(one, today),
                (),
                partial(show, one.id),
            )
            for one in found.values()
        ]

    return source


_NOT_HERE = ("palette",)
_LEAST_LETTERS, _MOST_APPLICATIONS = 2, 30
_ICONS = {
    "day": "sun",
    "log": "check",
    "applications": "briefcase",
    "rejections": "diamonds",
    "lessons": "bulb",
    "edit": "pencil",
    "file": "archive",
    "view": "moon",
    "help": "help",
}
