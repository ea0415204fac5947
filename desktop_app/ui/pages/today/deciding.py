"""After an absence: the question, its answers, and the way through the days that are filled in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.i18n import _, ngettext, said_day

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.services.absences import Absence
    from desktop_app.services.bundle import Services
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.pages.today.page import TodayPage


class Deciding:
    """What the person has been asked since the start, and the days that they are filling in."""

    def __init__(self, page: TodayPage, services: Services, messages: Messages) -> None:
        self._page = page
        self._services = services
        self._messages = messages
        self._kept: frozenset[date] = frozenset()
        self._filling: tuple[date, ...] = ()

    def question(self) -> Absence | None:
        """Return the newest absence to ask about; one that was kept undecided is asked no more."""
        for absence in self._services.absences.all():
            if not self._kept.issuperset(absence.days):
                return absence
        return None

    def place_of(self, day: date) -> tuple[int, int] | None:
        """Return which of how many a day is among those filled in, None if it is none of them."""
        if day not in self._filling:
            return None
        return self._filling.index(day) + 1, len(self._filling)

    def ask(self) -> None:
        """Ask again about the days that are undecided, or say that there are none."""
        self._kept = frozenset()
        if self.question() is None:
            self._messages.say(_("No day is undecided."))
            return
        self._page.show_day(self._services.days.today())
        self._page.focus_notice()

    def keep(self) -> None:
        """Leave all days undecided until asked for, or until the next start."""
        self._kept = self._undecided()
        self._page.show_notices()

    def rested(self, absence: Absence) -> None:
        """Take the days of an absence for days of rest or illness."""
        if self._messages.done(lambda: self._services.absences.rested(absence.days)):
            count = len(absence.days)
            said = ngettext("{n} rest day", "{n} rest days", count).format(n=count)
            self._messages.say(said, undo=True)

    def leave_empty(self, absence: Absence) -> None:
        """Take the days of an absence for working days with nothing."""
        if self._messages.done(lambda: self._services.absences.left_empty(absence.days)):
            count = len(absence.days)
            said = ngettext("{n} day left empty", "{n} days left empty", count).format(n=count)
            self._messages.say(said, undo=True)

    def fill_in(self, absence: Absence) -> None:
        """Go to the first day of an absence."""
        self._filling = absence.days
        self._page.show_day(absence.first)

    def rest(self) -> None:
        """Take the day shown for a rest day, and go on."""
        day = self._page.day
        if self._messages.done(lambda: self._services.absences.rested((day,))):
            said = _("Rest day: {day}").format(day=self._said(day))
            self._messages.say(said, undo=True)
            self.go_on()

    def go_on(self) -> None:
        """Show the next day to fill in; after the last one, today."""
        if self._page.day not in self._filling:
            return
        at = self._filling.index(self._page.day) + 1
        if at < len(self._filling):
            self._page.show_day(self._filling[at])
        else:
            self.finish()

    def finish(self) -> None:
        """End it: what is still undecided stays so, and today is shown."""
        kept, self._kept = self._kept, self._undecided()
        if self._page.show_day(self._services.days.today()):
            self._filling = ()
        else:
            self._kept = kept

    def leave(self, day: date) -> None:
        """Make a day that was filled in a working day, if there is effort on it, and say so."""
        if day in self._filling and self._messages.attempt(
            lambda: self._services.absences.filled(day)
        ):
            said = _("Working day: {day}").format(day=self._said(day))
            self._messages.say(said, undo=True)

    def _undecided(self) -> frozenset[date]:
        every = self._services.absences.all()
        return frozenset(day for absence in every for day in absence.days)

    def _said(self, day: date) -> str:
        return said_day(day, self._services.days.today())
