"""Columns that every table of applications or noes has: its day, employer and position."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, TypeVar

from desktop_app.i18n import _, short_day
from desktop_app.ui.models.table import Column

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date


class Named(Protocol):
    """A record with a day and the names of an application."""

    @property
    def id(self) -> int:
        """Its row."""

    @property
    def day(self) -> date | None:
        """Its day, None where unknown."""

    @property
    def employer(self) -> str:
        """Whose application it is."""

    @property
    def position(self) -> str:
        """What it is for."""


One = TypeVar("One", bound=Named)


def day_and_names(title: str, today: Callable[[], date]) -> tuple[Column[One], ...]:
    """Return the columns ``day``, ``employer`` and ``position``.

    Args:
        title: what the header says over the day.
        today: tells the person's present day; other years are written out.
    """
    return (
        Column(
            "day",
            title,
            lambda one: short_day(one.day, today()) if one.day else _("no day"),
            lambda one: (one.day, one.id) if one.day else None,
            lambda one: "text2" if one.day else "text3",
        ),
        Column(
            "employer",
            _("Employer"),
            lambda one: one.employer,
            lambda one: one.employer.casefold(),
            "strong",
        ),
        Column(
            "position",
            _("Position"),
            lambda one: one.position,
            lambda one: one.position.casefold() or None,
        ),
    )
