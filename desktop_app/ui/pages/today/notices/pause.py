"""'The search is paused', with the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.i18n import _, short_day
from desktop_app.ui.pages.today.notices.notice import Answer, Notice, NoticeSource

if TYPE_CHECKING:
    from datetime import date


class PauseNotice(NoticeSource):
    """Says until when the search rests."""

    tables = frozenset({"search", "search_pause"})

    def notice(self, day: date, today: date) -> Notice | None:
        """Return the notice while today lies in a pause."""
        search = self.services.searches.current()
        pause = search.pause_on(today) if search is not None else None
        if pause is None or day != today:
            return None
        sentence = (
            _("Your search is paused until {day}.").format(day=short_day(pause.until, today))
            if pause.until
            else _("Your search is paused.")
        )
        more = _("The days of the pause leave momentum unchanged.")
        return Notice(
            sentence,
            f"{pause.reason} · {more}" if pause.reason else more,
            (Answer(_("Go on now"), self._resume),),
        )

    def _resume(self) -> None:
        if self.messages.done(self.services.searches.resume):
            self.messages.say(_("Pause ended"), undo=True)
