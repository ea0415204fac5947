"""The column beside the day: momentum, next steps, and 'A rejection came in'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.i18n import _
from desktop_app.ui.pages.today.momentum_card import MomentumCard
from desktop_app.ui.pages.today.next_steps_card import NextStepsCard
from desktop_app.ui.widgets.action_card import ActionCard

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.services.bundle import Services
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.theme import Appearance


class SideColumn(QWidget):
    """Three cards above each other; below the day they lie side by side where there is room."""

    def __init__(
        self,
        services: Services,
        messages: Messages,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.momentum = MomentumCard(services, appearance)
        self.next_steps = NextStepsCard(services, messages, appearance)
        self.rejection = ActionCard(
            appearance,
            "diamonds",
            _("A rejection came in"),
            _("Note it now, the rest can wait"),
            "X",
            slate=True,
        )
        self._narrow = False
        self._room = 0
        self.rejection.setProperty("action", "rejection")
        self._stretch = QWidget()
        self._cards = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(appearance.px(tokens.GAP_ROWS))
        for card in (self.momentum, self.next_steps, self.rejection):
            self._cards.addWidget(card)
        self._cards.addWidget(self._stretch, 1)

    def show_day(self, day: date) -> None:
        """Show momentum and the steps of a day."""
        self.momentum.show_day(day)
        self.next_steps.show_day(day)

    def set_narrow(self, narrow: bool) -> None:
        """Stand below the day; 'A rejection came in' then stands in the header."""
        self._narrow = narrow
        self.rejection.setVisible(not narrow)
        self._stretch.setVisible(not narrow)
        self._turn()

    def set_room(self, room: int) -> None:
        """Know how wide the page is, for one that is below the day."""
        if room != self._room:
            self._room = room
            self._turn()

    def _turn(self) -> None:
        both = sum(card.minimumSizeHint().width() for card in (self.momentum, self.next_steps))
        across = self._narrow and both + self._cards.spacing() <= self._room
        directions = QBoxLayout.Direction
        self._cards.setDirection(directions.LeftToRight if across else directions.TopToBottom)
