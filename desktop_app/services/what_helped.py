"""What helped: the person's own ways of handling noes, drawn from what they wrote."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.guide.questions import FRIEND
from desktop_app.domain.text import clean_note, same_words
from desktop_app.i18n import _

if TYPE_CHECKING:
    from desktop_app.services.recording import Recording
    from desktop_app.storage.driver import Row
    from desktop_app.storage.journal import Journal

LIMIT = 500
_EMPLOYER = """LEFT JOIN application ON application.id = rejection.application_id
  LEFT JOIN employer ON employer.id = application.employer_id"""
_OWN = """SELECT id, helped AS text, day, NULL AS employer, NULL AS rejection_id
  FROM weekly_review WHERE helped IS NOT NULL ORDER BY day DESC, id DESC"""
_FRIEND = f"""SELECT guide_answer.id, answer AS text, guide_answer.day,
  employer.name AS employer, rejection_id FROM guide_answer
  JOIN rejection ON rejection.id = guide_answer.rejection_id {_EMPLOYER}
  WHERE question = ? ORDER BY guide_answer.day DESC, guide_answer.id DESC"""
_LESSONS = f"""SELECT lesson.id, text, lesson.day, employer.name AS employer, rejection_id
  FROM lesson LEFT JOIN rejection ON rejection.id = lesson.rejection_id {_EMPLOYER}
  WHERE helped = 1 AND NOT retired ORDER BY lesson.day DESC, lesson.id DESC"""
_PLAN = """SELECT id, line AS text, NULL AS day, NULL AS employer, NULL AS rejection_id
  FROM setback_plan ORDER BY position, id"""
_STEPS = f"""SELECT next_step.id, text, cue, next_step.done_day AS day,
  employer.name AS employer, rejection_id FROM next_step
  JOIN rejection ON rejection.id = next_step.rejection_id {_EMPLOYER}
  WHERE done_day IS NOT NULL ORDER BY done_day DESC, next_step.id DESC"""


class Source(StrEnum):
    """Where a line comes from, in the order in which a hard day reads them."""

    PLAN = "plan"
    OWN = "own"
    FRIEND = "friend"
    LESSON = "lesson"
    STEP = "step"


class Helped(NamedTuple):
    """One line of what helped.

    Attributes:
        source: where it comes from.
        id: its row there.
        text: the person's words.
        day: when, None where unknown.
        employer: whose no it was, or "".
        rejection_id: that no, None where there is none.
    """

    source: Source
    id: int
    text: str
    day: date | None
    employer: str
    rejection_id: int | None


class WhatHelped:
    """Reads and never judges; own lines can be added."""

    def __init__(self, journal: Journal, recording: Recording) -> None:
        self._journal = journal
        self._recording = recording

    def all(self) -> dict[Source, list[Helped]]:
        """Return what there is, the newest of each source first; equal words stand once."""
        read = {
            Source.PLAN: self._journal.query(_PLAN),
            Source.OWN: self._journal.query(_OWN),
            Source.FRIEND: self._journal.query(_FRIEND, (FRIEND,)),
            Source.LESSON: self._journal.query(_LESSONS),
            Source.STEP: self._journal.query(_STEPS),
        }
        found: dict[Source, list[Helped]] = {}
        known: set[str] = set()
        for source, rows in read.items():
            for row in rows:
                line = _line(source, row)
                words = same_words(line.text)
                if words and words not in known:
                    known.add(words)
                    found.setdefault(source, []).append(line)
        return found

    def any(self) -> bool:
        """Return whether there is a line."""
        return bool(
            self._journal.value(
                "SELECT EXISTS (SELECT 1 FROM setback_plan)"
                " OR EXISTS (SELECT 1 FROM guide_answer WHERE question = ?)"
                " OR EXISTS (SELECT 1 FROM lesson WHERE helped = 1 AND NOT retired)"
                " OR EXISTS (SELECT 1 FROM weekly_review WHERE helped IS NOT NULL)"
                " OR EXISTS (SELECT 1 FROM next_step WHERE done_day IS NOT NULL"
                " AND rejection_id IS NOT NULL)",
                (FRIEND,),
            )
        )

    def add(self, text: str) -> int:
        """Add a line of one's own, and return its id.

        Raises:
            InvalidInput: no words, or over 500 characters.
        """
        words = clean_note(text, _("What helped"), LIMIT).strip()
        if not words:
            raise InvalidInput(_("Say in a few words what helped."))
        with self._journal.write(_("Line added")) as db:
            inserted = db.table("weekly_review").insert(
                {**self._recording.stamp(self._recording.today()), "helped": words}
            )
        return int(str(inserted.last_pk))

    def delete(self, identity: int) -> None:
        """Delete a line of one's own; what else its week's review holds stays."""
        with self._journal.write(_("Line deleted")) as db:
            db.conn.execute("UPDATE weekly_review SET helped = NULL WHERE id = ?", (identity,))
            db.table("weekly_review").delete_where(
                "id = ? AND helped IS NULL AND plan IS NULL", [identity]
            )


def _line(source: Source, row: Row) -> Helped:
    text = row["text"]
    if source is Source.STEP and row["cue"]:
        text = _("If {cue}, then {text}").format(cue=row["cue"], text=text)
    return Helped(
        source,
        row["id"],
        text,
        date.fromisoformat(row["day"]) if row["day"] else None,
        row["employer"] or "",
        row["rejection_id"],
    )
