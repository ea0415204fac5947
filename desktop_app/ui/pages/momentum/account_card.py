"""The card 'Why this number?' below the timeline."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app import tokens
from desktop_app.i18n import _, short_day
from desktop_app.services.account import account, earlier_start, rules
from desktop_app.ui.widgets.account_list import AccountList
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.labels import plain_label
from desktop_app.ui.widgets.wrapping_label import WrappingLabel

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.services.bundle import Services
    from desktop_app.ui.theme import Appearance


class AccountCard(Card):
    """Explains the number at the end of a range, day by day; hidden while there is none."""

    def __init__(self, services: Services, appearance: Appearance) -> None:
        super().__init__(appearance, _("Why this number?"))
        self._services = services
        self._end = plain_label("", "small", "text2")
        self.add_right(self._end)
        self._rule = WrappingLabel(appearance, "", tokens.SMALL, "text2")
        self.lines = AccountList(appearance)
        self.body.addWidget(self._rule)
        self.body.addWidget(self.lines)
        self.hide()

    def show_until(self, last: date | None) -> None:
        """Show the account of the days up to the last one; None hides the card."""
        momentum = self._services.momentum
        standing = momentum.standing(last) if last is not None else None
        if last is None or standing is None or standing.momentum is None:
            self.hide()
            return
        today = momentum.today()
        when = _("today") if last == today else short_day(last, today)
        self._end.setText(_("Momentum {n}, {day}").format(n=round(standing.momentum), day=when))
        said = (rules(momentum.half_life()), earlier_start(momentum, last))
        self._rule.setText(" ".join(sentence for sentence in said if sentence))
        self.lines.show_lines(account(momentum, last), today)
        self.show()
