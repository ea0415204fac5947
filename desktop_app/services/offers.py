"""What is offered on Today: lessons before an interview, a setback plan, a plan of the week."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from desktop_app.domain.stages import Stage

if TYPE_CHECKING:
    from desktop_app.domain.guide.records import Lesson
    from desktop_app.services.hints import Hints
    from desktop_app.services.lessons import Lessons
    from desktop_app.services.plans import Plans
    from desktop_app.services.recording import Recording
    from desktop_app.services.searches import Searches
    from desktop_app.storage.journal import Journal

BEFORE = timedelta(days=3)
GOOD_MOOD = 4
_DAYS_OF_A_WEEK = 7
_MOST_WEEKS = 3  # offered so often and never taken up, a weekly plan is offered no more
_SETBACK, _WEEK, _BEFORE = "setback_plan", "weekly_plan:", "before:"
_COMING = """SELECT stage_event.id, stage_event.uid, stage, stage_event.day,
  employer.name AS employer
  FROM stage_event JOIN application ON application.id = stage_event.application_id
  JOIN employer ON employer.id = application.employer_id
  JOIN search ON search.id = application.search_id
  WHERE planned AND stage_event.day BETWEEN ? AND ? AND application.outcome IS NULL
  AND NOT application.history AND search.ended_day IS NULL
  ORDER BY stage_event.day, stage_event.at IS NULL, stage_event.at, stage_event.id"""


class Coming(NamedTuple):
    """A stage that is planned soon, and the lessons that fit it.

    Attributes:
        event_id: the stage's row.
        stage: which.
        day: its day.
        employer: whose.
        lessons: the lessons, those that helped first.
    """

    event_id: int
    stage: Stage
    day: date
    employer: str
    lessons: list[Lesson]


class Offers:
    """Each is quiet, made at most for a day or until it is put away, and no duty."""

    def __init__(
        self,
        journal: Journal,
        recording: Recording,
        hints: Hints,
        searches: Searches,
        lessons: Lessons,
        plans: Plans,
    ) -> None:
        self._journal = journal
        self._recording = recording
        self._hints = hints
        self._searches = searches
        self._lessons = lessons
        self._plans = plans

    def coming(self) -> Coming | None:
        """Return the next stage within three days that lessons fit, None where there is none.

        One whose lessons were put away is left out: they come back with the next one.
        """
        today = self._recording.today()
        span = (today.isoformat(), (today + BEFORE).isoformat())
        for row in self._journal.query(_COMING, span):
            if self._hints.is_away(f"{_BEFORE}{row['uid']}"):
                continue
            stage = Stage(row["stage"])
            lessons = self._lessons.fitting(stage)
            if lessons:
                day = date.fromisoformat(row["day"])
                return Coming(row["id"], stage, day, row["employer"], lessons)
        return None

    def put_coming_away(self, event_id: int) -> None:
        """Put the lessons before a stage away."""
        # By its uid: a later stage may get the number of one that was deleted.
        uid = self._journal.value("SELECT uid FROM stage_event WHERE id = ?", (event_id,))
        if uid is not None:
            self._hints.put_away(f"{_BEFORE}{uid}")

    def setback(self) -> bool:
        """Return whether to offer the setback plan: on one good day, once there is a reason.

        A reason is a no in the running search, or a week of logged days; on the day of a no there
        is none.
        """
        search = self._searches.current()
        today = self._recording.today()
        if search is None or search.pause_on(today) is not None or self._plans.setback():
            return False
        if self._hints.is_away(_SETBACK) or self._hints.seen_on(_SETBACK) not in (None, today):
            return False
        if self._journal.value(
            "SELECT EXISTS (SELECT 1 FROM rejection WHERE day = ?)", (today.isoformat(),)
        ):
            return False  # a day with a no is none to plan for the next one
        mood = self._journal.value("SELECT mood FROM day_total WHERE day = ?", (today.isoformat(),))
        if mood is None or mood < GOOD_MOOD:
            return False
        since = (search.first.isoformat(), today.isoformat())
        return (
            bool(
                self._journal.value(
                    "SELECT EXISTS (SELECT 1 FROM rejection WHERE day BETWEEN ? AND ?)", since
                )
            )
            or int(
                self._journal.value(
                    "SELECT count(*) FROM day_total WHERE day BETWEEN ? AND ?", since
                )
            )
            >= _DAYS_OF_A_WEEK
        )

    def setback_seen(self) -> None:
        """Note that the setback plan is offered today; it is not on another day."""
        self._hints.seen(_SETBACK)

    def put_setback_away(self) -> None:
        """Offer the setback plan no more."""
        self._hints.put_away(_SETBACK)

    def week(self) -> bool:
        """Return whether to offer a plan of this week: on the day it is first opened.

        Not in the search's own first week, not in a pause, and no more once it was offered for
        weeks and none was ever written.
        """
        search = self._searches.current()
        today = self._recording.today()
        monday = _monday(today)
        if search is None or search.first >= monday or search.pause_on(today) is not None:
            return False
        hint = f"{_WEEK}{monday}"
        if self._hints.is_away(hint) or self._hints.seen_on(hint) not in (None, today):
            return False
        if self._plans.week(today) or self._opened_before(monday, today):
            return False
        tried = self._hints.times_seen(_WEEK) - (self._hints.seen_on(hint) is not None)
        return tried < _MOST_WEEKS or self._plans.any_week()

    def week_seen(self) -> None:
        """Note that a plan of this week is offered today; it is not on another day."""
        self._hints.seen(f"{_WEEK}{_monday(self._recording.today())}")

    def put_week_away(self) -> None:
        """Offer a plan of this week no more."""
        self._hints.put_away(f"{_WEEK}{_monday(self._recording.today())}")

    def _opened_before(self, monday: date, today: date) -> bool:
        """Return whether something was logged this week before today: it was opened then."""
        if monday == today:
            return False
        yesterday = today - timedelta(days=1)
        return bool(
            self._journal.value(
                "SELECT EXISTS (SELECT 1 FROM day_total WHERE day BETWEEN ? AND ?)",
                (monday.isoformat(), yesterday.isoformat()),
            )
        )


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
