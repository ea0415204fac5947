"""'You were away': how those days were, and the way through them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from desktop_app.i18n import _, ngettext, said_day, said_span
from desktop_app.ui.pages.today.notices.notice import Answer, Notice, NoticeSource

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from desktop_app.services.absences import Absence
    from desktop_app.services.bundle import Services
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.pages.today.deciding import Deciding


class AbsenceNotice(NoticeSource):
    """Asks on today; on the days that are filled in it says which one it is."""

    tables = frozenset({"day_mark", "activity", "search", "search_pause", "setting"})

    def __init__(
        self,
        services: Services,
        messages: Messages,
        run: Callable[[str], None],
        deciding: Deciding,
    ) -> None:
        super().__init__(services, messages, run)
        self._deciding = deciding

    def notice(self, day: date, today: date) -> Notice | None:
        """Return the question, or the way through the days."""
        place = self._deciding.place_of(day)
        if place is not None:
            return self._filling(day, today, *place)
        absence = self._deciding.question() if day == today else None
        return None if absence is None else self._question(absence, today)

    def _question(self, absence: Absence, today: date) -> Notice:
        count = len(absence.days)
        sentence = ngettext(
            "You were away on {span}. How was this day?",
            "You were away from {span}. How were these {n} days?",
            count,
        ).format(span=said_span(absence.first, absence.last, today), n=count)
        deciding = self._deciding
        return Notice(
            sentence,
            self._what_empty_means(absence),
            (
                Answer(_("Rested or ill"), partial(deciding.rested, absence)),
                Answer(_("Searched: fill in"), partial(deciding.fill_in, absence)),
                Answer(_("Leave empty"), partial(deciding.leave_empty, absence)),
            ),
            deciding.keep,
        )

    def _what_empty_means(self, absence: Absence) -> str:
        """Return what 'Leave empty' does to momentum, which nothing else here lowers."""
        values = self.services.absences.if_left_empty(absence)
        if values is None:
            return _("“Leave empty” makes them working days with nothing.")
        before, after = (round(value) for value in values)
        if before == after:
            return _("“Leave empty” makes them working days with nothing, which takes a little.")
        if not self.services.settings.get("show_momentum"):
            return _("“Leave empty” makes them working days with nothing: momentum is lower then.")
        return _(
            "“Leave empty” makes them working days with nothing: momentum goes from {before}"
            " to {after}."
        ).format(before=before, after=after)

    def _filling(self, day: date, today: date, at: int, count: int) -> Notice:
        deciding = self._deciding
        sentence = _("Filling in {day}, {n} of {count}").format(
            day=said_day(day, today), n=at, count=count
        )
        answers = [Answer(_("Rested"), deciding.rest)]
        if at < count:
            answers.append(Answer(_("Next day"), deciding.go_on, tip=_("Ctrl+Enter")))
        answers.append(Answer(_("Done"), deciding.finish))
        more = _("With effort it becomes a working day when you go on; without it stays undecided.")
        return Notice(sentence, more, tuple(answers))
