"""Reads searches with their pauses from the journal, and which records belong to each."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from desktop_app.domain.searches import Ending, JobSearch, OpenApplication, Pause

if TYPE_CHECKING:
    from desktop_app.storage.journal import Journal

# A record without a search of its own belongs to the last one that had begun on its day: a no may
# come after the end.
_BEGUN = """SELECT search.id FROM search WHERE search.day <= {day}
  ORDER BY search.day DESC, search.id DESC LIMIT 1"""


def read_searches(journal: Journal) -> tuple[JobSearch, ...]:
    """Return every search, the newest first."""
    pauses: dict[int, list[Pause]] = {}
    for row in journal.query(
        "SELECT id, search_id, day, until_day, reason FROM search_pause ORDER BY day, id"
    ):
        pauses.setdefault(row["search_id"], []).append(
            Pause(
                row["id"],
                date.fromisoformat(row["day"]),
                date.fromisoformat(row["until_day"]) if row["until_day"] else None,
                row["reason"] or "",
            )
        )
    return tuple(
        JobSearch(
            id=row["id"],
            first=date.fromisoformat(row["day"]),
            ended=date.fromisoformat(row["ended_day"]) if row["ended_day"] else None,
            ending=Ending(row["ending"]) if row["ending"] else None,
            estimate=row["estimate"],
            note=row["note"] or "",
            pauses=tuple(pauses.get(row["id"], ())),
        )
        for row in journal.query(
            "SELECT id, day, ended_day, ending, estimate, note FROM search"
            " ORDER BY day DESC, id DESC"
        )
    )


def read_open_applications(journal: Journal, search_id: int) -> list[OpenApplication]:
    """Return the open applications of a search, or of none, those sent last first."""
    return [
        OpenApplication(
            row["id"],
            row["employer"],
            row["position"],
            date.fromisoformat(row["day"]) if row["day"] else None,
            date.fromisoformat(row["heard"]) if row["heard"] else None,
        )
        for row in journal.query(
            "SELECT application.id, employer.name AS employer, application.position,"
            " application.day, max(coalesce(application.day, ''), coalesce((SELECT max(day)"
            "  FROM stage_event WHERE application_id = application.id), '')) AS heard"
            " FROM application JOIN employer ON employer.id = application.employer_id"
            " WHERE application.outcome IS NULL"
            " AND (application.search_id = ? OR application.search_id IS NULL)"
            " ORDER BY application.day DESC, application.id DESC",
            (search_id,),
        )
    ]


def search_of_applications(journal: Journal) -> dict[int, int]:
    """Return the id of the search that each application belongs to, by the application's id."""
    begun = _BEGUN.format(day="application.day")
    return {
        row[0]: row[1]
        for row in journal.query(
            f"SELECT application.id, coalesce(application.search_id, ({begun})) AS search"
            " FROM application WHERE search IS NOT NULL"
        )
    }


def search_of_rejections(journal: Journal) -> dict[int, int]:
    """Return the id of the search that each rejection belongs to, by the rejection's id."""
    begun = _BEGUN.format(day="coalesce(application.day, rejection.day)")
    return {
        row[0]: row[1]
        for row in journal.query(
            f"SELECT rejection.id, coalesce(application.search_id, ({begun})) AS search"
            " FROM rejection JOIN application ON application.id = rejection.application_id"
            " WHERE search IS NOT NULL"
        )
    }
