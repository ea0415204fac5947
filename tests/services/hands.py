"""A hand that enters what a person might, by chance."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import TYPE_CHECKING, TypeVar

from desktop_app.domain.applications import Person
from desktop_app.domain.days import REST_MARKS, DayKind
from desktop_app.domain.entries import ActivityDetails
from desktop_app.domain.history import History, ReadActivity, ReadApplication, ReadCheckIn
from desktop_app.domain.searches import AcceptedOffer
from desktop_app.domain.stages import Channel, Outcome, Stage
from desktop_app.services.application_form import ApplicationForm
from desktop_app.services.application_stages import StageForm
from desktop_app.services.kinds import KindForm
from desktop_app.services.rejections import RejectionForm

if TYPE_CHECKING:
    from random import Random

    from tests.journals import Desk

Thing = TypeVar("Thing")


class Hand:
    """Picks what a person might enter, by chance; what can not be is among it."""

    def __init__(self, desk: Desk, chance: Random) -> None:
        self.desk = desk
        self._chance = chance

    def one(self, *things: Thing) -> Thing:
        return self._chance.choice(things)

    def of(self, table: str) -> int:
        """A row of a table, or one that is gone."""
        return self.one(*[row[0] for row in self.desk.rows(f"SELECT id FROM {table}")] or [4711])

    def day(self) -> date:
        days = self.one(0, 0, 0, -1, -2, -3, -8, -20, -40, 1, 3)
        return self.desk.recording.today() + timedelta(days=days)

    def day_or_none(self) -> date | None:
        return self.one(None, self.day())

    def at(self) -> time | None:
        return self.one(None, time(2, 30), time(9, 15), time(23, 59))

    def kind(self) -> str:
        return self.one(*[kind.name for kind in self.desk.activities.every_kind()])

    def text(self) -> str:
        return self.one("", "words", "two\nlines", "a\0b")

    def employer(self) -> str:
        return self.one("Halden", "halden", "Bolt AG", "Straße", "")

    def position(self) -> str:
        return self.one("", "Analyst", "analyst")

    def details(self) -> ActivityDetails:
        return ActivityDetails(self.employer(), self.position(), note=self.text())

    def application(self) -> ApplicationForm:
        person = self.one(None, Person("Ada"), Person("ada", role="Lead"))
        return ApplicationForm(
            self.employer(), self.position(), self.day_or_none(), note=self.text(), person=person
        )

    def stage(self) -> StageForm:
        return StageForm(self.one(*Stage), self.day_or_none(), self.at(), self.text())

    def rejection(self) -> RejectionForm:
        return RejectionForm(
            self.employer(),
            self.one(None, self.position()),
            self.day_or_none(),
            self.one(None, *Stage),
            self.one(None, *Channel),
            self.text(),
            self.one(None, 1, 5, 9),
            self.one(None, self.of("application")),
        )

    def kind_form(self) -> KindForm:
        label, key = self.one("Job fair", "Walk", "", "Interview"), self.one("", "w", "e")
        return KindForm(label, self.one(0, 3.5, 101), self.one(None, 30, 25), key=key)

    def accepted(self) -> AcceptedOffer | None:
        picked = self.one(None, self.of("application"))
        return self.one(None, AcceptedOffer(self.employer(), self.position(), picked))

    def history(self) -> History:
        today = self.desk.recording.today()

        def day() -> date:
            return today - timedelta(days=self.one(0, 3, 20, 60, 400))

        applications = tuple(
            ReadApplication(
                row, self.one("a", "b", "c"), self.one("Halden", "New"), self.position(),
                self.one(None, day()), outcome=self.one(None, *Outcome), answered=today,
            )
            for row in range(self.one(0, 1, 3))
        )  # fmt: skip
        return History(
            "any",
            "A test",
            applications,
            (ReadActivity(9, self.one("d", "e"), day(), self.one("Job fair", "Fencing")),),
            (ReadCheckIn(10, self.one("f", "g"), day(), ("tired",)),),
        )

    def mark(self) -> DayKind | None:
        return self.one(None, *sorted(REST_MARKS), DayKind.WORK)
