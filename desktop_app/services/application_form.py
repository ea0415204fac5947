"""What a person enters of an application, as it is stored."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.text import checked_names, clean_name, clean_note
from desktop_app.i18n import _, short_day

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.domain.applications import ApplicationRecord, Person
    from desktop_app.domain.entries import Application

LINK_LIMIT = 2000
ADDRESS_LIMIT = 1000


@dataclass(frozen=True)
class ApplicationForm:
    """What is entered of an application.

    Attributes:
        employer, position: whom and what for.
        day: the day it was sent, None where that isn't known.
        source, location, link, reference, note: what else is known, or "".
        address, web: those of the employer; None leaves them as they are.
        person: somebody to add to it.
    """

    employer: str
    position: str = ""
    day: date | None = None
    source: str = ""
    location: str = ""
    link: str = ""
    reference: str = ""
    note: str = ""
    address: str | None = None
    web: str | None = None
    person: Person | None = None

    def columns(self) -> dict[str, str | None]:
        """Return what stands in the application's own row beside its names and days."""
        return {
            "source": self.source or None,
            "location": self.location or None,
            "link": self.link or None,
            "reference": self.reference or None,
            "note": self.note or None,
        }


class AlreadyThere(InvalidInput):
    """What would be the same application twice; ``application`` is the one that is there."""

    def __init__(self, sentence: str, application: Application) -> None:
        super().__init__(sentence)
        self.application = application


def form_of(record: ApplicationRecord) -> ApplicationForm:
    """Return an application as a form that changes nothing."""
    return ApplicationForm(
        employer=record.application.employer,
        position=record.application.position,
        day=record.application.day,
        source=record.application.source,
        location=record.location,
        link=record.link,
        reference=record.reference,
        note=record.note,
        address=record.address,
        web=record.web,
    )


def cleaned(form: ApplicationForm) -> ApplicationForm:
    """Return the form as it is stored.

    Raises:
        InvalidInput: no employer, or a text that is too long or that no file can hold.
    """
    employer, position = checked_names(form.employer, form.position)
    return replace(
        form,
        employer=employer,
        position=position,
        source=clean_name(form.source, _("Source")),
        location=clean_name(form.location, _("Location")),
        link=clean_name(form.link, _("Link"), LINK_LIMIT),
        reference=clean_name(form.reference, _("Reference")),
        note=clean_note(form.note, _("Note")).strip(),
        address=None
        if form.address is None
        else clean_note(form.address, _("Address"), ADDRESS_LIMIT).strip(),
        web=None if form.web is None else clean_name(form.web, _("Web"), LINK_LIMIT),
        person=cleaned_person(form.person) if form.person else None,
    )


def cleaned_person(person: Person) -> Person:
    """Return a person as they are stored.

    Raises:
        InvalidInput: no name, an email address that can't be one, or a text that is too long or
            that no file can hold.
    """
    name = clean_name(person.name, _("Name"))
    if not name:
        raise InvalidInput(_("Say who it is."))
    email = clean_name(person.email, _("Email"))
    before, at, behind = email.partition("@")
    if email and (not before or not at or not behind or " " in email):
        raise InvalidInput(_("“{text}” is no email address.").format(text=email[:40]))
    return replace(
        person,
        name=name,
        role=clean_name(person.role, _("Role")),
        email=email,
        phone=clean_name(person.phone, _("Phone")),
        note=clean_note(person.note, _("Note")).strip(),
    )


def said_of(application: Application, today: date) -> str:
    """Return an application within a sentence, such as ``Halden · Analyst of 12 Nov``."""
    if application.day is None:
        return application.title
    return _("{title} of {day}").format(
        title=application.title, day=short_day(application.day, today)
    )
