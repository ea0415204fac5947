"""One application with everything that is known of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop_app.domain.entries import Application, StageEvent


@dataclass(frozen=True)
class Person:
    """Somebody to write to about an application."""

    name: str
    role: str = ""
    email: str = ""
    phone: str = ""
    note: str = ""
    id: int = 0


@dataclass(frozen=True)
class ApplicationRecord:
    """Everything that is known of one application.

    Attributes:
        application: the application as lists show it.
        address, web: those of the employer.
        location, link, reference, note: as the person wrote them, or "".
        events: stages that it reached, in order, and then those that are planned.
        people: who stands behind it.
        rejections: the ids of its noes, oldest first.
    """

    application: Application
    address: str
    web: str
    location: str
    link: str
    reference: str
    note: str
    events: tuple[StageEvent, ...]
    people: tuple[Person, ...]
    rejections: tuple[int, ...]
