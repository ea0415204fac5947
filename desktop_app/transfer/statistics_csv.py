"""Reads a job search as Job Application Statistics keeps it: months first, then days."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.history import History, ReadApplication, ReadStage, SkippedRow
from desktop_app.domain.stages import Outcome, Stage
from desktop_app.i18n import _, ngettext
from desktop_app.transfer.cells import moment, name_in, note_of, past_day, read_day, shown
from desktop_app.transfer.employers import employer_in, nameless, nameless_remark
from desktop_app.transfer.reading import row_key

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
    applications: list[ReadApplication] = []
    skipped: list[SkippedRow] = []
    remarks: list[str] = []
    unknown: dict[str, int] = {}
    for row in table.rows:
        try:
            applications.append(_application(row, today, remarks, unknown))
        except InvalidInput as error:
            skipped.append(SkippedRow(row.line, str(error)))
    for response, count in unknown.items():
        remarks.append(
            ngettext(
                "Response “{response}” has no meaning here: {count} application comes in as open.",
                "Response “{response}” has no meaning here: {count} applications come in as open.",
                count,
            ).format(response=response, count=count)
        )
    remarks.extend(nameless_remark(applications))
    return History(
        source=NAME,
        title=title(),
        applications=tuple(applications),
        skipped=tuple(skipped),
        remarks=tuple(remarks),
    )


def _application(
    row: Row, today: date, remarks: list[str], unknown: dict[str, int]
) -> ReadApplication:
    employer = employer_in(row)
    day = past_day(row.get("date sent"), "mdy", "Date sent", today)
    response = row.get("response?").casefold()
    outcome = _OUTCOMES.get(response)
    if outcome is None and response not in _OPEN:
        named = shown(row.get("response?"))
        unknown[named] = unknown.get(named, 0) + 1
    application = ReadApplication(
        row=row.line,
        key="",
        employer=employer or nameless(),
        position=name_in(row, "position", "Position"),
        day=day,
        stages=_stages(row, response, remarks),
        outcome=outcome,
        answered=_answered(row, day, today, outcome, remarks),
        source=name_in(row, "application site", "Application site"),
        location=name_in(row, "location", "Location"),
        note=note_of(row, _NOTED),
    )
    return replace(application, key=_key(employer, application))


def _stages(row: Row, response: str, remarks: list[str]) -> tuple[ReadStage, ...]:
    stages = []
    text = row.get("date interview")
    if text or response in _INTERVIEWED:
        stage = ReadStage(Stage.INTERVIEW, None)
        if text:
            try:
                day, at = read_day(text, "mdy", "Date Interview")
                stage = ReadStage(Stage.INTERVIEW, day, moment(day, at))
            except InvalidInput as error:
                remarks.append(
                    _("Line {line}: {reason} The stage comes in without a day.").format(
                        line=row.line, reason=error
                    )
                )
        stages.append(stage)
    if response == "offer" or row.get("job offer").casefold() == "yes":
        stages.append(ReadStage(Stage.OFFER, None))
    return tuple(stages)


def _answered(
    row: Row, sent: date | None, today: date, outcome: Outcome | None, remarks: list[str]
) -> date | None:
    """Return the day of the final answer: days counted from the application, else the first."""
    if outcome is None:
        return None
    counted = row.get("time to rejection")
    if sent and counted.isascii() and counted.isdecimal() and len(counted) <= 4:
        days = int(counted)
        if days <= _LONGEST_WAIT and sent + timedelta(days=days) <= today:
            return sent + timedelta(days=days)
    try:
        return past_day(row.get("date of 1st response"), "mdy", "Date of 1st Response", today)
    except InvalidInput as error:
        remarks.append(
            _("Line {line}: {reason} The answer comes in without a day.").format(
                line=row.line, reason=error
            )
        )
        return None


def _key(employer: str, application: ReadApplication) -> str:
    # The response changes while a search goes on; what was applied for doesn't.
    return row_key(
        employer,
        application.position,
        application.location,
        application.day.isoformat() if application.day else "",
        application.source,
    )
