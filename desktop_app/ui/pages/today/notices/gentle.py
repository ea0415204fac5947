"""The gentle note about support, after two heavy weeks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.i18n import _
from desktop_app.ui.pages.today.notices.notice import Answer, Notice, NoticeSource

if TYPE_CHECKING:
    from datetime import date


class GentleNotice(NoticeSource):
    """Says where help is; closed, it stays away for 14 days."""

    tables = frozenset({"check_in", "hint_dismissed", "setting"})
    reminds = False

    def notice(self, day: date, today: date) -> Notice | None:
        """Return the note while it is due, on today alone."""
        if day != today or not self.services.gentle_note.is_due():
            return None
        return Notice(
            _("The last two weeks look heavy."),
            _(
                "This is no diagnosis. Talking to someone you trust, a doctor or a helpline can"
                " help."
            ),
            (Answer(_("Where to find help"), self._find_help),),
            self._close,
        )

    def _find_help(self) -> None:
        self.run("help")

    def _close(self) -> None:
        if self.messages.done(self.services.gentle_note.close):
            self.messages.say(_("Closed for two weeks"), undo=True)
