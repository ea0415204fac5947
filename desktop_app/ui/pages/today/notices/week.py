"""The offer of a plan of the week, at its first opening."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from desktop_app.i18n import _
from desktop_app.ui.pages.today.notices.notice import Answer, Notice, NoticeSource

if TYPE_CHECKING:
    from datetime import date


class WeekNotice(NoticeSource):
    """Offers it on one day of a week at most, and no more once it was never wanted."""

    tables = frozenset({"weekly_plan", "hint_dismissed", "search", "search_pause", "activity"})
    offers = True

    def notice(self, day: date, today: date) -> Notice | None:
        """Return the offer on the first day of a week that the window is opened on."""
        offers = self.services.offers
        if day != today or not offers.week():
            return None
        # Later: what is noted now would have this asked again while it is being answered.
        QTimer.singleShot(0, self.messages, lambda: self.messages.done(offers.week_seen))
        return Notice(
            _("A new week. When, where and what, in a line or two?"),
            _("Its things then stand under Next steps on their days."),
            (Answer(_("Plan the week"), self._plan),),
            self._put_away,
        )

    def _plan(self) -> None:
        self.run("weekly_plan")

    def _put_away(self) -> None:
        if self.messages.done(self.services.offers.put_week_away):
            self.messages.say(_("Put away for this week"), undo=True)
