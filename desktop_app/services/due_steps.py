"""What is due on Today: own steps, plans, practice, questions and planned stages, in one list."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from desktop_app.domain.due import Due, DueKind
from desktop_app.domain.stages import Stage, stage_label
from desktop_app.domain.week_plan import weekdays_in
from desktop_app.i18n import _
from desktop_app.services.ended_search import over
from desktop_app.services.feedback import REMIND_AFTER
from desktop_app.services.next_steps import USUAL_KIND

if TYPE_CHECKING:
    from desktop_app.services.application_stages import ApplicationStages
    from desktop_app.services.effort import Effort
    from desktop_app.services.feedback import Feedback
    from desktop_app.services.lessons import Lessons
    from desktop_app.services.next_steps import NextSteps
    from desktop_app.services.plans import Plans
    from desktop_app.services.recording import Recording
    from desktop_app.services.searches import Searches
    from desktop_app.storage.driver import Row
    from desktop_app.storage.journal import Journal

AHEAD = timedelta(days=6)
BEHIND = timedelta(days=2)  # after that nobody is asked whether it took place
# A reminder is offered for a while; then the question stays on the board alone.
REMIND_UNTIL = timedelta(days=30)
_PLACES = """JOIN application ON application.id = {table}.application_id
  JOIN employer ON employer.id = application.employer_id"""
_PRACTICE = f"""SELECT lesson.id, lesson.text, practice.note FROM practice
  JOIN lesson ON lesson.id = practice.lesson_id WHERE practice.done_day IS NULL
  AND practice.day <= ? AND NOT lesson.retired AND NOT {over("practice")}
  ORDER BY practice.day, practice.id"""
_ASKS = f"""SELECT feedback_request.id, state, employer.name AS employer, person.name AS person
  FROM feedback_request JOIN rejection ON rejection.id = feedback_request.rejection_id
  {_PLACES.format(table="rejection")}
  LEFT JOIN person ON person.id = feedback_request.person_id
  WHERE ((state = 'to_ask' AND feedback_request.day <= ?) OR (state = 'asked'
  AND reminded_day IS NULL AND asked_day BETWEEN ? AND ?)) AND NOT {over("feedback_request")}
  ORDER BY coalesce(feedback_request.day, asked_day), feedback_request.id"""
_STAGES = f"""SELECT stage_event.id, stage_event.application_id, stage_event.stage,
  stage_event.day, stage_event.at, stage_event.note, employer.name AS employer FROM stage_event
  {_PLACES.format(table="stage_event")} JOIN search ON search.id = application.search_id
  WHERE planned AND stage_event.day BETWEEN ? AND ? AND application.outcome IS NULL
  AND NOT application.history AND search.ended_day IS NULL
  ORDER BY stage_event.day, stage_event.at IS NULL, stage_event.at, stage_event.id"""


class DueSteps:
    """One list; a tick does what the line stands for, as one step that can be taken back."""

    def __init__(
        self,
        journal: Journal,
        recording: Recording,
        effort: Effort,
        searches: Searches,
        next_steps: NextSteps,
        plans: Plans,
        lessons: Lessons,
        feedback: Feedback,
        stages: ApplicationStages,
    ) -> None:
        self._journal = journal
        self._recording = recording
        self._effort = effort
        self._searches = searches
        self._next_steps = next_steps
        self._plans = plans
        self._lessons = lessons
        self._feedback = feedback
        self._stages = stages

    def on(self, day: date) -> list[Due]:
        """Return what is due on a day, the most pressing first, and last what was done on it.

        Today has it all; another day has the person's own steps. In a pause of the search only
        own steps and planned stages are there.
        """
        own = [
            Due(DueKind.STEP, one.id, one.text, one.cue, one.due, done=one.done is not None)
            for one in self._next_steps.on(day)
        ]
        if day != self._recording.today():
            return own
        search = self._searches.current()
        stages = [self._stage(row, day) for row in self._rows(_STAGES, day - BEHIND, day + AHEAD)]
        others: list[Due] = []
        if search is None or search.pause_on(day) is None:
            others = [*self._planned(day, own), *self._practice(day), *self._asks(day)]
        ready = [one for one in own if not one.done]
        return [
            *(one for one in stages if not one.ahead),
            *(one for one in ready if one.due is not None and one.due <= day),
            *others,
            *(one for one in ready if one.due is None),
            *sorted(
                [one for one in (*stages, *ready) if one.due is not None and one.due > day],
                key=lambda one: one.due or day,
            ),
            *(one for one in own if one.done),
        ]

    def tick(self, due: Due, day: date, done: bool = True) -> None:
        """Do what a line stands for on a day; its effort is logged once and goes with an undo.

        Args:
            due: the line.
            day: the day on which it was done.
            done: False takes the tick of an own step back.

        Raises:
            InvalidInput: the day lies in the future, or what it stands for is gone.
        """
        if due.kind is DueKind.STEP:
            self._next_steps.tick(due.id, day if done else None)
        elif due.kind is DueKind.PRACTICE:
            self._lessons.practised(due.id, day)
        elif due.kind is DueKind.ASK:
            self._feedback.asked(due.id, day)
        elif due.kind is DueKind.REMIND:
            self._feedback.reminded(due.id)
        elif due.kind is DueKind.STAGE:
            self._stages.took_place(due.id)
        else:
            self._do_planned(due, day)

    def remove(self, due: Due) -> None:
        """Take a line away: an own step is deleted, a practice or the day of a question is not set.

        A planned stage and a plan's line stay where they are; they are changed at their place.
        """
        if due.kind is DueKind.STEP:
            self._next_steps.delete(due.id)
        elif due.kind is DueKind.PRACTICE:
            self._lessons.practise_on(due.id, None)
        elif due.kind is DueKind.ASK:
            self._feedback.whenever(due.id)

    def _do_planned(self, due: Due, day: date) -> None:
        on = self._recording.done_on(day)
        with self._journal.write(_("Next step done")) as db:
            identity = self._next_steps.add_plain(due.text, on)
            db.table("next_step").update(
                identity,
                {
                    "done_day": on.isoformat(),
                    "done_at": self._recording.now().isoformat(timespec="seconds"),
                },
            )
            self._effort.log_once(db, USUAL_KIND, on, ("next_step_id", identity))

    def _planned(self, day: date, own: list[Due]) -> list[Due]:
        """Return the lines of the week's plan that lie on a day and were not taken up yet."""
        if self._searches.over_on(day) is not None:
            return []
        monday = day - timedelta(days=day.weekday())
        found = []
        taken = self._taken(monday)
        for one in self._plans.week(day):
            weekdays = weekdays_in(one.when)
            if weekdays and day.weekday() not in weekdays:
                continue
            days = taken.get(one.what, set())
            if day in days or (not weekdays and days):
                continue
            more = ", ".join(part for part in (one.when, one.where) if part)
            found.append(Due(DueKind.PLAN, 0, one.what, due=day, more=more))
        return found

    def _taken(self, monday: date) -> dict[str, set[date]]:
        """Return the days of a week for which each step is there already."""
        found: dict[str, set[date]] = {}
        for row in self._rows(
            "SELECT text, day FROM next_step WHERE day BETWEEN ? AND ?",
            monday,
            monday + timedelta(days=6),
        ):
            found.setdefault(row["text"], set()).add(_day(row["day"]))
        return found

    def _practice(self, day: date) -> list[Due]:
        return [
            Due(
                DueKind.PRACTICE,
                row["id"],
                _("Practise: {lesson}").format(lesson=" ".join(row["text"].split())),
                due=day,
                more=row["note"] or "",
                opens=("lessons", row["id"]),
            )
            for row in self._rows(_PRACTICE, day, day)
        ]

    def _asks(self, day: date) -> list[Due]:
        found = []
        for row in self._rows(_ASKS, day, day - REMIND_UNTIL, day - REMIND_AFTER, day):
            ask = row["state"] == "to_ask"
            words = _("Ask {who} for feedback") if ask else _("One reminder to {who}")
            who = row["employer"]
            if row["person"]:
                who = _("{person}, {employer}").format(person=row["person"], employer=who)
            kind = DueKind.ASK if ask else DueKind.REMIND
            found.append(
                Due(
                    kind,
                    row["id"],
                    words.format(who=who),
                    due=day,
                    opens=("lessons:request", row["id"]),
                )
            )
        return found

    def _stage(self, row: Row, day: date) -> Due:
        planned = _day(row["day"])
        at = datetime.fromisoformat(row["at"]).time() if row["at"] else None
        stage = stage_label(Stage(row["stage"]))
        return Due(
            DueKind.STAGE,
            row["id"],
            _("{stage}, {employer}").format(stage=stage, employer=row["employer"]),
            due=planned,
            more=row["note"] or "",
            at=at,
            opens=("applications", row["application_id"]),
            ahead=planned > day,
        )

    def _rows(self, sql: str, *days: date) -> list[Row]:
        return self._journal.query(sql, tuple(day.isoformat() for day in days))


def _day(text: str) -> date:
    return date.fromisoformat(text)
