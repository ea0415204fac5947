"""'No search is running', with the way to a new one and back to the last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.i18n import _, plain_day
from desktop_app.ui.pages.today.notices.notice import Answer, Notice, NoticeSource

if TYPE_CHECKING:
    from datetime import date


class NoSearchNotice(NoticeSource):
    """Says on the days after an end that nothing is asked for."""

    tables = frozenset({"search"})
    reminds = False

    def notice(self, day: date, today: date) -> Notice | None:
        """Return the notice while no search holds the day."""
        former = self.services.searches.over_on(day)
        if former is None or former.ended is None:
            return None
        ended = (
            _("Your last one ended today.")
            if former.ended == today
            else _("Your last one ended on {day}.").format(day=plain_day(former.ended, today))
        )
        quiet = _("Your diary may go on; nothing reminds you.")
        return Notice(
            _("No search is running."),
            f"{ended} {quiet}",
            (
                Answer(_("Begin a new search"), self._begin),
                Answer(_("Look back"), self._look_back, "quiet"),
            ),
        )

    def _begin(self) -> None:
        self.run("begin")

    def _look_back(self) -> None:
        self.run("look_back")
