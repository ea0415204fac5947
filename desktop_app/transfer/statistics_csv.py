"""Reads a job search as Job Application Statistics keeps it: months first, then days."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.history import History, ReadApplication, ReadStage
from desktop_app.domain.stages import Outcome, Stage
from desktop_app.i18n import _
from desktop_app.transfer.applications import Notes, keyed, read_applications
from desktop_app.transfer.cells import name_in, note_of, past_day
from desktop_app.transfer.employers import employer_in, nameless

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.transfer.reading import Row, Table

NAME = "merged-statistics"
COLUMNS = ("Company", "Position", "Date sent", "Response?")
_NOTED = (
    ("website", "Website"),
    ("remote", "Remote"),
    ("wage.amount", "Wage.Amount"),
    ("salary.amount", "Salary.Amount"),
    ("wage/salary/contract", "Wage/Salary/Contract"),
    ("job level", "Job Level"),
    ("job type", "Job Type"),
    ("company type", "Company Type"),
)
# 'Ghosted' is silence, and silence is no answer: the application stays open.
_OPEN = ("", "ghosted", "interview", "offer")
_OUTCOMES = {
    "rejected": Outcome.REJECTED,
    "inter + rejec": Outcome.REJECTED,
    "position removed": Outcome.JOB_CANCELLED,
}
_INTERVIEWED = ("interview", "inter + rejec")
_LONGEST_WAIT = 3650


def title() -> str:
    """Return the format's name on screen."""
    return _("Job application statistics (month/day/year)")


def read(table: Table, today: date) -> History:
    """Read the applications of a table, with interviews, offers and answers."""
    return read_applications(table, today, NAME, title(), _application)


def _application(row: Row, notes: Notes) -> ReadApplication:
    employer = employer_in(row)
    sent = past_day(row.get("date sent"), "mdy", "Date sent", notes.today)
    response = row.get("response?").casefold()
    outcome = _OUTCOMES.get(response)
    if outcome is None and response not in _OPEN:
        notes.without_meaning("Response?", row.get("response?"))
    one = ReadApplication(
        row=row.line,
        key="",
        employer=employer or nameless(),
        position=name_in(row, "position", "Position"),
        day=sent,
        stages=_stages(row, response, notes),
        outcome=outcome,
        answered=_answered(row, sent, outcome, notes),
        source=name_in(row, "application site", "Application site"),
        location=name_in(row, "location", "Location"),
        note=note_of(row, _NOTED),
    )
    day = sent.isoformat() if sent else ""
    return keyed(one, employer, one.position, one.location, day, one.source)


def _stages(row: Row, response: str, notes: Notes) -> tuple[ReadStage, ...]:
    stages = []
    if row.get("date interview"):
        stages.append(notes.stage(row, Stage.INTERVIEW, "Date Interview", "mdy"))
    elif response in _INTERVIEWED:
        stages.append(ReadStage(Stage.INTERVIEW, None))
    if response == "offer" or row.get("job offer").casefold() == "yes":
        stages.append(ReadStage(Stage.OFFER, None))
    return tuple(stages)


def _answered(row: Row, sent: date | None, outcome: Outcome | None, notes: Notes) -> date | None:
    """Return the day of the final answer: days counted from the application, else the first."""
    if outcome is None:
        return None
    counted = row.get("time to rejection")
    if sent and counted.isascii() and counted.isdecimal() and len(counted) <= 4:
        days = int(counted)
        if days <= _LONGEST_WAIT and sent + timedelta(days=days) <= notes.today:
            return sent + timedelta(days=days)
    try:
        return past_day(row.get("date of 1st response"), "mdy", "Date of 1st Response", notes.today)
    except InvalidInput as error:
        notes.remarks.append(
            _("Line {line}: {reason} The answer comes in without a day.").format(
                line=row.line, reason=error
            )
        )
        return None
