"""What a search was: its days, what was done, what was learnt, and the line of its momentum."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop_app.domain.stages import Outcome

if TYPE_CHECKING:
    from desktop_app.domain.kinds import ActivityKind
    from desktop_app.domain.searches import JobSearch
    from desktop_app.domain.timeline import Timeline
    from desktop_app.services.activities import Activities
    from desktop_app.services.momentum import MomentumService
    from desktop_app.services.searches import Searches
    from desktop_app.storage.journal import Journal


@dataclass(frozen=True)
class Done:
    """How much of one kind was done: how many, and the minutes where it is measured in them."""

    kind: ActivityKind
    amount: float
    minutes: int


@dataclass(frozen=True)
class SearchStory:
    """One search, told without its noes.

    Attributes:
        search: the search.
        last: the last day that counts for it, today while it runs.
        days: how many days it lasted, both ends included.
        effort_days: on how many of them something was done.
        done: what was done, by kind.
        lessons: the lessons written in it, oldest first.
        employer: whose offer was accepted, or "".
        position: for what, or "".
        timeline: its momentum, without the rejections.
    """

    search: JobSearch
    last: date
    days: int
    effort_days: int
    done: tuple[Done, ...]
    lessons: tuple[str, ...]
    employer: str
    position: str
    timeline: Timeline


class LookBack:
    """Tells what searches were."""

    def __init__(
        self,
        journal: Journal,
        searches: Searches,
        activities: Activities,
        momentum: MomentumService,
    ) -> None:
        self._journal = journal
        self._searches = searches
        self._activities = activities
        self._momentum = momentum

    def story(self, identity: int) -> SearchStory | None:
        """Return what a search was, None where it is gone."""
        search = self._searches.get(identity)
        if search is None:
            return None
        last = self._last(search)
        span = (search.first.isoformat(), last.isoformat())
        employer, position = self._accepted(identity)
        return SearchStory(
            search=search,
            last=last,
            days=((search.ended or last) - search.first).days + 1,
            effort_days=self.effort_days(search),
            done=self._done(span),
            lessons=tuple(
                row["text"]
                for row in self._journal.query(
                    "SELECT text FROM lesson WHERE day BETWEEN ? AND ? ORDER BY day, id", span
                )
            ),
            employer=employer,
            position=position,
            timeline=replace(self._momentum.timeline(search.first, last), rejections=()),
        )

    def effort_days(self, search: JobSearch) -> int:
        """Return on how many days of a search something was done."""
        return int(
            self._journal.value(
                "SELECT count(*) FROM day_total WHERE activities > 0 AND day BETWEEN ? AND ?",
                (search.first.isoformat(), self._last(search).isoformat()),
            )
        )

    def _last(self, search: JobSearch) -> date:
        """Return the last day of a search; one on which the next begins is the latter's."""
        if search.ended is None:
            return self._momentum.today()
        begins = [one.first for one in self._searches.all() if one.first >= search.ended]
        if search.ended in begins and search.ended > search.first:
            return search.ended - timedelta(days=1)
        return search.ended

    def _done(self, span: tuple[str, str]) -> tuple[Done, ...]:
        sums = {
            row["name"]: row
            for row in self._journal.query(
                "SELECT activity_kind.name, sum(amount) AS amount,"
                " sum(coalesce(minutes, 0)) AS minutes FROM activity"
                " JOIN activity_kind ON activity_kind.id = activity.kind_id"
                " WHERE activity.day BETWEEN ? AND ? GROUP BY kind_id",
                span,
            )
        }
        return tuple(
            Done(kind, sums[kind.name]["amount"], sums[kind.name]["minutes"])
            for kind in self._activities.kinds()
            if kind.name in sums
        )

    def _accepted(self, identity: int) -> tuple[str, str]:
        rows = self._journal.query(
            "SELECT employer.name, application.position FROM application"
            " JOIN employer ON employer.id = application.employer_id"
            " WHERE search_id = ? AND outcome = ? ORDER BY outcome_day DESC, application.id DESC",
            (identity, Outcome.OFFER_ACCEPTED.value),
        )
        return tuple(rows[0]) if rows else ("", "")
