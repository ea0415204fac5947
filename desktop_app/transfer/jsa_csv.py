"""Reads a whole job search as the job search archive (JSA) keeps it: days first, then months."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.history import History, ReadApplication, ReadStage, SkippedRow
from desktop_app.domain.stages import Outcome, Stage
from desktop_app.i18n import _, ngettext
from desktop_app.transfer.cells import (
    LINK_LIMIT,
    moment,
    name_in,
    note_of,
    past_day,
    read_day,
    shown,
)
from desktop_app.transfer.employers import employer_in, nameless, nameless_remark
from desktop_app.transfer.reading import row_key

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
    applications: list[ReadApplication] = []
    skipped: list[SkippedRow] = []
    remarks: list[str] = []
    unknown: dict[str, int] = {}
    for row in table.rows:
        try:
            applications.append(_application(row, today, remarks, unknown))
        except InvalidInput as error:
            skipped.append(SkippedRow(row.line, str(error)))
    for status, count in unknown.items():
        remarks.append(
            ngettext(
                "Status “{status}” has no meaning here: {count} application comes in as open.",
                "Status “{status}” has no meaning here: {count} applications come in as open.",
                count,
            ).format(status=status, count=count)
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
    answered = past_day(row.get("final answer"), "dmy", "Final answer", today)
    stages = _stages(row, remarks)
    status = row.get("status").casefold()
    outcome = _OUTCOMES.get(status)
    reached = {stage.stage for stage in stages}
    if outcome is None and status not in _OPEN:
        named = shown(row.get("status"))
        unknown[named] = unknown.get(named, 0) + 1
    if outcome is Outcome.WITHDRAWN and Stage.OFFER in reached:
        outcome = Outcome.OFFER_DECLINED
    if outcome is Outcome.OFFER_ACCEPTED and Stage.OFFER not in reached:
        # Who accepted had an offer; its day is not in the file.
        stages = (*stages, ReadStage(Stage.OFFER, None))
    application = ReadApplication(
        row=row.line,
        key="",
        employer=employer or nameless(),
        position=name_in(row, "role", "Role"),
        day=past_day(row.get("application"), "dmy", "Application", today),
        stages=stages,
        outcome=outcome,
        answered=answered,
        source=name_in(row, "source", "Source"),
        location=name_in(row, "location", "Location"),
        link=name_in(row, "url", "URL", LINK_LIMIT),
        note=note_of(row, _NOTED),
    )
    return replace(application, key=_key(employer, application))


def _stages(row: Row, remarks: list[str]) -> tuple[ReadStage, ...]:
    stages = []
    for column, stage in _STAGES:
        text = row.get(column.casefold())
        if not text:
            continue
        try:
            day, at = read_day(text, "dmy", column)
        except InvalidInput as error:
            stages.append(ReadStage(stage, None))
            remarks.append(
                _("Line {line}: {reason} The stage comes in without a day.").format(
                    line=row.line, reason=error
                )
            )
        else:
            stages.append(ReadStage(stage, day, moment(day, at)))
    return tuple(stages)


def _key(employer: str, application: ReadApplication) -> str:
    # Status and answer change while a search goes on; what was applied for doesn't.
    return row_key(
        employer,
        application.position,
        application.location,
        application.day.isoformat() if application.day else "",
        application.link,
    )
