"""Reads a whole job search as the job search archive (JSA) keeps it: days first, then months."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.history import History, ReadApplication, ReadStage
from desktop_app.domain.stages import Outcome, Stage
from desktop_app.i18n import _
from desktop_app.transfer.applications import Notes, keyed, read_applications
from desktop_app.transfer.cells import LINK_LIMIT, name_in, note_of, past_day
from desktop_app.transfer.employers import employer_in, nameless

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.transfer.reading import Row, Table

NAME = "jsa"
COLUMNS = ("Status", "Company", "Application", "Final answer")
_STAGES = (
    ("Phone call", Stage.SCREENING),
    ("1st interview", Stage.INTERVIEW),
    ("2nd interview", Stage.INTERVIEW),
    ("3rd interview", Stage.FINAL),
    ("Proposition", Stage.OFFER),
)
_NOTED = (("attendance", "Attendance"), ("type", "Type"))
_OPEN = ("", "applied", "in process")
_OUTCOMES = {
    "rejected": Outcome.REJECTED,
    "turn down": Outcome.WITHDRAWN,
    "no project for now": Outcome.JOB_CANCELLED,
    "accepted": Outcome.OFFER_ACCEPTED,
}


def title() -> str:
    """Return the format's name on screen."""
    return _("Job search archive (day/month/year)")


def read(table: Table, today: date) -> History:
    """Read the applications of a table, with their stages and answers."""
    return read_applications(table, today, NAME, title(), _application)


def _application(row: Row, notes: Notes) -> ReadApplication:
    employer = employer_in(row)
    answered = past_day(row.get("final answer"), "dmy", "Final answer", notes.today)
    stages = tuple(
        notes.stage(row, stage, column, "dmy")
        for column, stage in _STAGES
        if row.get(column.casefold())
    )
    status = row.get("status").casefold()
    outcome = _OUTCOMES.get(status)
    reached = {stage.stage for stage in stages}
    if outcome is None and status not in _OPEN:
        notes.without_meaning("Status", row.get("status"))
    if outcome is Outcome.WITHDRAWN and Stage.OFFER in reached:
        outcome = Outcome.OFFER_DECLINED
    if outcome is Outcome.OFFER_ACCEPTED and Stage.OFFER not in reached:
        # Who accepted had an offer; its day is not in the file.
        stages = (*stages, ReadStage(Stage.OFFER, None))
    one = ReadApplication(
        row=row.line,
        key="",
        employer=employer or nameless(),
        position=name_in(row, "role", "Role"),
        day=past_day(row.get("application"), "dmy", "Application", notes.today),
        stages=stages,
        outcome=outcome,
        answered=answered,
        source=name_in(row, "source", "Source"),
        location=name_in(row, "location", "Location"),
        link=name_in(row, "url", "URL", LINK_LIMIT),
        note=note_of(row, _NOTED),
    )
    day = one.day.isoformat() if one.day else ""
    return keyed(one, employer, one.position, one.location, day, one.link)
