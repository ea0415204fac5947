"""Finds the search that an imported history belongs to, or begins one for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop_app.domain.stages import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlite_utils import Database

    from desktop_app.domain.history import History, ReadApplication
    from desktop_app.services.recording import Recording

STILL_RUNNING = timedelta(days=30)


@dataclass(frozen=True)
class Span:
    """The days of a history; ``ended`` is None while it may still be running."""

    first: date
    last: date
    ended: date | None
    ending: str | None


def span_of(history: History, today: date) -> Span | None:
    """Return the days that a history covers, None where none of its days is known.

    It ended on the day of an accepted offer that nothing was sent after, else on its last day
    when that lies more than 30 days back.
    """
    done = [day for day in _days(history) if day <= today]
    if not done:
        return None
    first, last = min(done), max(done)
    sent = [one.day for one in history.applications if one.day]
    sent += [one.day for one in history.activities]
    accepted = max((_accepted(one, last) for one in history.applications), default=date.min)
    if accepted >= max([first, *sent]):
        return Span(first, last, accepted, "accepted")
    if today - last > STILL_RUNNING:
        return Span(first, last, last, "imported")
    return Span(first, last, None, None)


def place(db: Database, recording: Recording, span: Span) -> int:
    """Return the search that the days belong to, inside a step.

    Searches that they overlap become one with them; days that may still be running join the
    search that is open; else a search of their own begins.
    """
    known = list(db.query("SELECT id, day, ended_day, ending FROM search ORDER BY day"))
    met = [row for row in known if _touches(row, span)]
    if not met:
        ended, ending = _end_beside(known, span)
        inserted = db.table("search").insert(
            {**recording.stamp(span.first), "ended_day": ended, "ending": ending}
        )
        return int(str(inserted.last_pk))
    kept = max(met, key=lambda row: row["ended_day"] or "9999")
    identity = int(kept["id"])
    values: dict[str, str | None] = {"day": min(span.first.isoformat(), met[0]["day"])}
    last = (span.ended or span.last).isoformat()
    by_import = kept["ending"] == "imported"
    if kept["ended_day"] and kept["ended_day"] < last:  # no day of it may lie behind its end
        values["ended_day"] = last
        if by_import:
            values["ending"] = span.ending or "imported"
    if span.ended is None and by_import and kept is known[-1]:
        values |= {"ended_day": None, "ending": None}  # it went on after it was first brought in
    for row in met:
        if row["id"] != identity:
            for table in ("application", "search_pause"):
                db.conn.execute(
                    f"UPDATE {table} SET search_id = ? WHERE search_id = ?",
                    (identity, row["id"]),
                )
            db.table("search").delete(row["id"])
    db.table("search").update(identity, values)
    return identity


def _end_beside(known: list[dict[str, str | None]], span: Span) -> tuple[str | None, str | None]:
    """Return the end of a search that begins with a history, beside those there are.

    One that a later search follows has ended, however short a time ago.
    """
    if span.ended is not None:
        return span.ended.isoformat(), span.ending
    if any((row["day"] or "") > span.last.isoformat() for row in known):
        return span.last.isoformat(), "imported"
    return None, None


def _touches(row: dict[str, str | None], span: Span) -> bool:
    begins, ends = row["day"] or "", row["ended_day"]
    if ends is None and span.ended is None:
        return True
    last = span.ended or span.last
    return begins <= last.isoformat() and (ends is None or ends >= span.first.isoformat())


def _accepted(application: ReadApplication, last: date) -> date:
    if application.outcome is not Outcome.OFFER_ACCEPTED:
        return date.min
    return application.answered or last


def _days(history: History) -> Iterator[date]:
    for one in history.applications:
        if one.day:
            yield one.day
        if one.answered:
            yield one.answered
        yield from (stage.day for stage in one.stages if stage.day)
    yield from (activity.day for activity in history.activities)
    yield from (check_in.day for check_in in history.check_ins)
