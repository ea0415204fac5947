"""The one offer of the person's usual day as a full day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.weekdays import weekdays_words
from desktop_app.i18n import _, ngettext
from desktop_app.ui.pages.today.notices.notice import Answer, Notice, NoticeSource

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.analysis.usual_day import UsualDay


class UsualDayNotice(NoticeSource):
    """Asks once, after five logged days; any answer is the last word."""

    tables = frozenset({"setting", "activity", "check_in", "day_mark", "search", "search_pause"})

    def notice(self, day: date, today: date) -> Notice | None:
        """Return the offer while today is shown and there is one."""
        targets = self.services.targets
        usual = targets.offer() if day == today else None
        if usual is None:
            return None
        holding = targets.holding().points
        keep = _("Keep {n:g}").format(n=holding)
        if usual.points == holding:
            keep = _("Keep it as it is")
        return Notice(
            ngettext(
                "Your usual day is {points:g} point, {weekdays}. Use this as a full day?",
                "Your usual day is {points:g} points, {weekdays}. Use this as a full day?",
                round(usual.points),
            ).format(points=usual.points, weekdays=weekdays_words(usual.weekdays)),
            _("From today on; the other weekdays become free. Settings can change it any time."),
            (
                Answer(_("Use this"), lambda: self._use(usual)),
                Answer(keep, self._keep),
            ),
            closed=self._keep,
        )

    def _use(self, usual: UsualDay) -> None:
        if self.messages.done(lambda: self.services.targets.take_offer(usual)):
            said = ngettext(
                "A full day is {n:g} point from today on",
                "A full day is {n:g} points from today on",
                round(usual.points),
            )
            self.messages.say(said.format(n=usual.points), undo=True)

    def _keep(self) -> None:
        if self.messages.done(self.services.targets.decline_offer):
            self.messages.say(_("A full day stays as it is"), undo=True)
