"""Reads applications, their stages and their people from the journal."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from desktop_app.domain.entries import Application, StageEvent
from desktop_app.domain.stages import Outcome, Stage

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.domain.applications import ApplicationRecord, Person
    from desktop_app.storage.driver import Row
    from desktop_app.storage.journal import Journal

_SELECT = """SELECT application.id, employer.name AS employer, application.position,
  application.day, application.outcome, application.outcome_day, application.source,
  application.search_id, application.history,
  concat_ws(char(10), application.location, application.reference, application.note,
    (SELECT group_concat(person.name, char(10)) FROM application_person
     JOIN person ON person.id = application_person.person_id
     WHERE application_person.application_id = application.id)) AS words,
  (SELECT group_concat(stage) FROM stage_event
   WHERE application_id = application.id AND NOT planned) AS stages,
  (SELECT max(day) FROM stage_event
   WHERE application_id = application.id AND NOT planned) AS stage_day,
  ahead.id AS ahead_id, ahead.stage AS ahead_stage, ahead.day AS ahead_day, ahead.at AS ahead_at,
  ahead.note AS ahead_note
  FROM application JOIN employer ON employer.id = application.employer_id
  LEFT JOIN stage_event AS ahead ON ahead.id =
    (SELECT id FROM stage_event WHERE application_id = application.id AND planned
     ORDER BY day, at, id LIMIT 1)"""
_LAST_FIRST = "ORDER BY application.day DESC, application.id DESC"
_WITH_OFFER = (Outcome.OFFER_ACCEPTED, Outcome.OFFER_DECLINED)


def applications(
    journal: Journal, where: str = "", parameters: Sequence[object] = ()
) -> list[Application]:
    """Return the applications that meet a condition on their columns, those sent last first."""
    condition = f" WHERE {where}" if where else ""
    return [
        _application(row)
        for row in journal.query(f"{_SELECT}{condition} {_LAST_FIRST}", parameters)
    ]


def record(journal: Journal, identity: int) -> ApplicationRecord | None:
    """Return all that is known of an application, None where it is gone."""
    from desktop_app.domain.applications import ApplicationRecord  # late: off the start

    found = applications(journal, "application.id = ?", (identity,))
    if not found:
        return None
    row = journal.query(
        "SELECT address, web, location, link, reference, note FROM application"
        " JOIN employer ON employer.id = application.employer_id WHERE application.id = ?",
        (identity,),
    )[0]
    return ApplicationRecord(
        application=found[0],
        **{name: row[name] or "" for name in row.keys()},  # noqa: SIM118 - a Row, no dict
        events=tuple(events(journal, identity)),
        people=tuple(people(journal, identity)),
        rejections=tuple(
            row["id"]
            for row in journal.query(
                "SELECT id FROM rejection WHERE application_id = ? ORDER BY day, id", (identity,)
            )
        ),
    )


def events(journal: Journal, application: int) -> list[StageEvent]:
    """Return the stages that it reached, unknown days last, and then those planned."""
    rows = journal.query(
        "SELECT id, stage, day, at, note, planned FROM stage_event WHERE application_id = ?"
        " ORDER BY planned, day IS NULL, day, at, id",
        (application,),
    )
    return [event(row) for row in rows]


def event(row: Row) -> StageEvent:
    """Return a row of stage_event with id, stage, day, at, note and planned."""
    return StageEvent(
        stage=Stage(row["stage"]),
        day=_day(row["day"]),
        id=row["id"],
        at=datetime.fromisoformat(row["at"]) if row["at"] else None,
        note=row["note"] or "",
        planned=bool(row["planned"]),
    )


def people(journal: Journal, application: int) -> list[Person]:
    """Return who stands behind an application, in the order in which they were added."""
    rows = journal.query(
        "SELECT person.id, name, role, email, phone, note FROM person"
        " JOIN application_person ON application_person.person_id = person.id"
        " WHERE application_person.application_id = ? ORDER BY application_person.id",
        (application,),
    )
    return [person(row) for row in rows]


def person(row: Row) -> Person:
    """Return a row of person with id, name, role, email, phone and note."""
    from desktop_app.domain.applications import Person  # late: off the start

    return Person(
        id=row["id"],
        name=row["name"],
        role=row["role"] or "",
        email=row["email"] or "",
        phone=row["phone"] or "",
        note=row["note"] or "",
    )


def _application(row: Row) -> Application:
    stages = [Stage(stage) for stage in (row["stages"] or "").split(",") if stage]
    outcome = Outcome(row["outcome"]) if row["outcome"] else None
    if outcome in _WITH_OFFER:
        stages.append(Stage.OFFER)
    days = [text for text in (row["day"], row["stage_day"]) if text]
    ahead = None
    if row["ahead_id"] is not None:
        ahead = StageEvent(
            stage=Stage(row["ahead_stage"]),
            day=_day(row["ahead_day"]),
            id=row["ahead_id"],
            at=datetime.fromisoformat(row["ahead_at"]) if row["ahead_at"] else None,
            note=row["ahead_note"] or "",
            planned=True,
        )
    return Application(
        id=row["id"],
        employer=row["employer"],
        position=row["position"],
        day=_day(row["day"]),
        stage=max(stages, key=lambda stage: stage.order, default=Stage.APPLICATION),
        outcome=outcome,
        source=row["source"] or "",
        outcome_day=_day(row["outcome_day"]),
        history=bool(row["history"]),
        search_id=row["search_id"],
        heard=_day(max(days)) if days else None,
        ahead=ahead,
        words=row["words"] or "",
    )


def _day(text: str | None) -> date | None:
    return to_day(text) if text else None


def to_day(text: str) -> date:
    """Return a day as it stands in the journal."""
    return date.fromisoformat(text)
