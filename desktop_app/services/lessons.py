"""Lessons: write, change, practise, say whether they helped, and find those that fit."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain.days import checked_day
from desktop_app.domain.errors import InvalidInput
from desktop_app.domain.guide.records import Lesson
from desktop_app.domain.stages import Stage
from desktop_app.domain.text import clean_name, clean_note
from desktop_app.i18n import _

if TYPE_CHECKING:
    from sqlite_utils import Database

    from desktop_app.services.effort import Effort
    from desktop_app.services.recording import Recording
    from desktop_app.storage.driver import Row
    from desktop_app.storage.journal import Journal

LESSON_LIMIT = 2000
_PRACTICE_LIMIT = 500
_KIND = "lesson"
_PRACTICE = "learning"
# The practices are read once for all lessons: a look for each would take long over the years.
_SELECT = """SELECT lesson.id, lesson.text, lesson.stage, lesson.day, lesson.rejection_id,
  lesson.helped, lesson.retired, employer.name AS employer, rejection.day AS from_day,
  done.next AS practise_on, open.note AS practice, coalesce(done.times, 0) AS practised,
  done.last AS last_practised
  FROM lesson LEFT JOIN rejection ON rejection.id = lesson.rejection_id
  LEFT JOIN application ON application.id = rejection.application_id
  LEFT JOIN employer ON employer.id = application.employer_id
  LEFT JOIN (SELECT lesson_id, count(done_day) AS times, max(done_day) AS last,
    min(CASE WHEN done_day IS NULL THEN day END) AS next,
    min(CASE WHEN done_day IS NULL THEN id END) AS open_id
    FROM practice GROUP BY lesson_id) AS done ON done.lesson_id = lesson.id
  LEFT JOIN practice AS open ON open.id = done.open_id"""


class LessonForm(NamedTuple):
    """What a person enters of a lesson.

    Attributes:
        text: the lesson.
        stage: the stage that it fits, None for any.
        practise_on: the day on which to practise it next, None for none.
        practice: one thing to do then, or "".
        helped: whether it helped, None where nobody says.
    """

    text: str
    stage: Stage | None = None
    practise_on: date | None = None
    practice: str = ""
    helped: bool | None = None


class Lessons:
    """The bank of lessons."""

    def __init__(self, journal: Journal, recording: Recording, effort: Effort) -> None:
        self._journal = journal
        self._recording = recording
        self._effort = effort

    def all(self) -> list[Lesson]:
        """Return every lesson: those to practise first by day, then the others, newest first."""
        return [
            _lesson(row)
            for row in self._journal.query(
                f"{_SELECT} ORDER BY lesson.retired, practise_on IS NULL, practise_on,"
                " lesson.day DESC, lesson.id DESC"
            )
        ]

    def get(self, identity: int) -> Lesson | None:
        """Return one lesson, None where it is gone."""
        rows = self._journal.query(f"{_SELECT} WHERE lesson.id = ?", (identity,))
        return _lesson(rows[0]) if rows else None

    def any(self) -> bool:
        """Return whether there is a lesson."""
        return bool(self._journal.value("SELECT EXISTS (SELECT 1 FROM lesson)"))

    def of_rejection(self, rejection_id: int) -> Lesson | None:
        """Return the lesson drawn from a no, None where there is none."""
        rows = self._journal.query(
            f"{_SELECT} WHERE lesson.rejection_id = ? ORDER BY lesson.id LIMIT 1", (rejection_id,)
        )
        return _lesson(rows[0]) if rows else None

    def fitting(self, stage: Stage) -> list[Lesson]:
        """Return the lessons that fit a stage that is coming, those that helped first.

        A lesson fits where it came from that stage or from none in particular.
        """
        fits = [one for one in self.all() if not one.retired and one.stage in (stage, None)]
        return sorted(fits, key=lambda one: (one.helped is not True, one.stage is None))

    def add(self, text: str, *, stage: Stage | None = None, day: date | None = None) -> int:
        """Write a lesson by itself and return its id; it counts as effort.

        Raises:
            InvalidInput: no words, too many, or a day in the future.
        """
        words = _checked(text)
        on = self._recording.done_on(day)
        with self._journal.write(_("Lesson added")) as db:
            identity = self._insert(db, words, stage, on, None)
            self._effort.log_once(db, _KIND, on, ("lesson_id", identity), begins=False)
        return identity

    def save(self, form: LessonForm, identity: int | None = None) -> int:
        """Add a lesson as the person entered it, or change one, and return its id.

        Raises:
            InvalidInput: no words, too many, a day that no calendar has, or the lesson is gone;
                nothing was changed.
        """
        words = _checked(form.text)
        former = self.get(identity) if identity is not None else None
        if identity is not None and former is None:
            raise InvalidInput(_("This lesson is no longer there."))
        with self._journal.write(_("Lesson changed") if former else _("Lesson added")) as db:
            kept = former.id if former else self.add(words, stage=form.stage)
            values = {
                "text": words,
                "stage": form.stage.value if form.stage else None,
                "helped": None if form.helped is None else int(form.helped),
            }
            db.table("lesson").update(kept, values)
            planned = (former.practise_on, former.practice) if former else (None, "")
            if planned != (form.practise_on, form.practice.strip()):
                self.practise_on(kept, form.practise_on, form.practice)
        return kept

    def write(self, rejection_id: int, text: str, stage: Stage) -> int | None:
        """Save the lesson of a no as it is typed, and return its id; no words take it away.

        Raises:
            InvalidInput: too many words; nothing was changed.
        """
        words = clean_note(text, _("Lesson"), LESSON_LIMIT).strip()
        former = self.of_rejection(rejection_id)
        if (former.text if former else "") == words:
            return former.id if former else None
        with self._journal.write(_("Lesson saved"), f"lesson:{rejection_id}") as db:
            if former is None:
                return self._insert(db, words, stage, self._recording.today(), rejection_id)
            if not words:
                db.table("lesson").delete(former.id)
                return None
            db.table("lesson").update(former.id, {"text": words})
        return former.id

    def draw(self, rejection_id: int, text: str, stage: Stage) -> int:
        """Make a lesson of what was taken from an answer, as one step, and return its id.

        It is the lesson of the no where that has none yet.

        Raises:
            InvalidInput: no words, too many, or they are a lesson already; nothing was changed.
        """
        words = _checked(text)
        if any(one.text == words for one in self.all()):
            raise InvalidInput(_("That is a lesson already."))
        with self._journal.write(_("Lesson added")) as db:
            if self.of_rejection(rejection_id) is not None:
                return self.add(words, stage=stage)
            identity = self._insert(db, words, stage, self._recording.today(), rejection_id)
            self.log_learning(rejection_id)
        return identity

    def change(self, identity: int, text: str) -> None:
        """Change the words of a lesson.

        Raises:
            InvalidInput: no words, or too many.
        """
        words = _checked(text)
        with self._journal.write(_("Lesson changed"), f"lesson:{identity}:text") as db:
            db.conn.execute("UPDATE lesson SET text = ? WHERE id = ?", (words, identity))

    def retire(self, identity: int, retired: bool = True) -> None:
        """Put a lesson away, or take it out again."""
        name = _("Lesson put away") if retired else _("Lesson taken out again")
        with self._journal.write(name) as db:
            db.conn.execute("UPDATE lesson SET retired = ? WHERE id = ?", (int(retired), identity))

    def delete(self, identity: int) -> None:
        """Delete a lesson; the effort of writing it stays."""
        with self._journal.write(_("Lesson deleted")) as db:
            db.table("lesson").delete_where("id = ?", [identity])

    def helped(self, identity: int, helped: bool | None) -> None:
        """Say whether a lesson helped, or take that back with None."""
        value = None if helped is None else int(helped)
        name = {True: _("It helped"), False: _("It didn't help"), None: _("Not said")}[helped]
        with self._journal.write(name) as db:
            db.conn.execute("UPDATE lesson SET helped = ? WHERE id = ?", (value, identity))

    def practise_on(self, identity: int, day: date | None, how: str = "") -> None:
        """Plan the next practice of a lesson, or none.

        Args:
            identity: the lesson.
            day: the day, which rolls on in silence if it passes; None plans none.
            how: one thing to do then, or "".

        Raises:
            InvalidInput: a day outside 1970 to 2199, or a text that no file can hold.
        """
        note = clean_name(how, _("What to practise"), _PRACTICE_LIMIT) or None
        with self._journal.write(_("Practice planned"), f"practice:{identity}") as db:
            db.table("practice").delete_where("lesson_id = ? AND done_day IS NULL", [identity])
            if day is not None:
                db.table("practice").insert(
                    {
                        **self._recording.stamp(checked_day(day)),
                        "lesson_id": identity,
                        "note": note,
                    }
                )

    def practised(self, identity: int, day: date | None = None) -> None:
        """Note that a lesson was practised; what was planned for it is done with that.

        It is effort, logged once on a day.

        Raises:
            InvalidInput: the day lies in the future, or the lesson is gone.
        """
        on = self._recording.done_on(day)
        if self.get(identity) is None:
            raise InvalidInput(_("This lesson is no longer there."))
        with self._journal.write(_("Practised")) as db:
            planned = self._journal.value(
                "SELECT id FROM practice WHERE lesson_id = ? AND done_day IS NULL ORDER BY day",
                (identity,),
            )
            if planned is not None:
                db.table("practice").update(planned, {"done_day": on.isoformat()})
            else:
                db.table("practice").insert(
                    {
                        **self._recording.stamp(on),
                        "lesson_id": identity,
                        "done_day": on.isoformat(),
                    }
                )
            self._effort.log_once(
                db, _PRACTICE, on, ("lesson_id", identity), each_day=True, begins=False
            )

    def log_learning(self, rejection_id: int) -> None:
        """Log the effort of having learned from a no, once.

        It is logged where something was answered or written, and is the activity that the
        lesson belongs to.
        """
        written = self._journal.value(
            "SELECT EXISTS (SELECT 1 FROM guide_answer WHERE rejection_id = ?1 AND step = 2)"
            " OR EXISTS (SELECT 1 FROM lesson WHERE rejection_id = ?1)",
            (rejection_id,),
        )
        if not written:
            return
        lesson = self.of_rejection(rejection_id)
        link = ("rejection_id", rejection_id)
        with self._journal.write(_("Lesson written")) as db:
            self._effort.log_once(
                db,
                _KIND,
                self._recording.today(),
                link,
                begins=False,
                lesson_id=lesson.id if lesson else None,
            )

    def _insert(
        self, db: Database, text: str, stage: Stage | None, day: date, rejection_id: int | None
    ) -> int:
        inserted = db.table("lesson").insert(
            {
                **self._recording.stamp(day),
                "text": text,
                "stage": stage.value if stage else None,
                "rejection_id": rejection_id,
            }
        )
        identity = int(str(inserted.last_pk))
        # One that was deleted may have had this number; its draft is not this one's.
        db.conn.execute("DELETE FROM draft WHERE field = ?", (f"lesson:{identity}",))
        return identity


def _checked(text: str) -> str:
    words = clean_note(text, _("Lesson"), LESSON_LIMIT).strip()
    if not words:
        raise InvalidInput(_("A lesson has words."))
    return words


def _lesson(row: Row) -> Lesson:
    return Lesson(
        id=row["id"],
        text=row["text"],
        stage=Stage(row["stage"]) if row["stage"] else None,
        day=_day(row["day"]),
        rejection_id=row["rejection_id"],
        employer=row["employer"] or "",
        practise_on=_day(row["practise_on"]),
        practice=row["practice"] or "",
        practised=row["practised"],
        last_practised=_day(row["last_practised"]),
        helped=None if row["helped"] is None else bool(row["helped"]),
        retired=bool(row["retired"]),
        from_day=_day(row["from_day"]),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
