"""The offer of a setback plan, on a good day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from desktop_app.i18n import _
from desktop_app.ui.pages.today.notices.notice import Answer, Notice, NoticeSource

if TYPE_CHECKING:
    from datetime import date


class SetbackNotice(NoticeSource):
    """Offers it on one day at most; the menu Search has it always."""

    tables = frozenset({"check_in", "setback_plan", "rejection", "hint_dismissed", "activity"})
    offers = True

    def notice(self, day: date, today: date) -> Notice | None:
        """Return the offer on the good day that it was first seen on."""
        offers = self.services.offers
        if day != today or not offers.setback():
            return None
        # Later: what is noted now would have this asked again while it is being answered.
        QTimer.singleShot(0, self.messages, lambda: self.messages.done(offers.setback_seen))
        return Notice(
            _("A good day to write three lines for a harder one."),
            _("The guide shows them when a no comes. It takes a minute, or none."),
            (Answer(_("Write a setback plan"), self._write),),
            self._put_away,
        )

    def _write(self) -> None:
        self.run("setback_plan")

    def _put_away(self) -> None:
        if self.messages.done(self.services.offers.put_setback_away):
            self.messages.say(_("Put away. “Setback plan” in the menu Search has it."), undo=True)
