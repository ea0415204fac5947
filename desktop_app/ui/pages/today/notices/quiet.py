"""The quiet review, offered once a week where something is silent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.i18n import _
from desktop_app.ui.pages.today.notices.notice import Answer, Notice, NoticeSource

if TYPE_CHECKING:
    from datetime import date


class QuietNotice(NoticeSource):
    """Offers a look at what was never answered; menu and palette have it always."""

    tables = frozenset(
        {"application", "employer", "stage_event", "activity", "hint_dismissed", "setting"}
    )

    def notice(self, day: date, today: date) -> Notice | None:
        """Return the offer on today, until it was answered this week."""
        review = self.services.quiet_review
        silent = review.offered() if day == today else []
        if not silent:
            return None
        sentence = _("Some applications have had no word for a while.")
        if len(silent) == 1:
            sentence = _("{employer}: no word for {n} days.").format(
                employer=silent[0].employer[:80], n=silent[0].days
            )
        return Notice(
            sentence,
            _("Still waiting, ask, or close as silence: one key each. Nothing closes by itself."),
            (Answer(_("Look"), self._look),),
            self._put_away,
        )

    def _look(self) -> None:
        if self.messages.done(self.services.quiet_review.seen):
            self.run("quiet_review")

    def _put_away(self) -> None:
        if self.messages.done(self.services.quiet_review.seen):
            self.messages.say(_("Put away for a week. “Quiet review” in the menu Search has it."))
