"""An estimate to start from: of the last ten working days, how many had some effort."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.i18n import _, short_day
from desktop_app.services.searches import ESTIMATE_DAYS, POINTS_A_DAY
from desktop_app.ui.sheets.import_frame import GUTTER
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.chips import ChoiceRow
from desktop_app.ui.widgets.scroll_page import scrolling
from desktop_app.ui.widgets.wrapping_label import WrappingLabel

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.services.searches import Searches
    from desktop_app.ui.theme import Appearance


class EstimateFace(QWidget):
    """Choose 0 to 10 days; nothing is chosen beforehand where no estimate was made.

    Signals:
        chosen: a number was chosen.
    """

    chosen = Signal()

    def __init__(
        self,
        appearance: Appearance,
        searches: Searches,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._searches = searches
        self._today = today
        px = appearance.px
        self._question = WrappingLabel(appearance, "", tokens.LEAD)
        self.days = ChoiceRow(
            appearance,
            [(str(number), str(number)) for number in range(ESTIMATE_DAYS + 1)],
            _("Days with some effort"),
        )
        self._result = WrappingLabel(appearance, "", tokens.BODY, "accent_text")
        card = Card(appearance)
        card.body.setSpacing(px(16))
        card.body.addWidget(self._question)
        card.body.addWidget(self.days)
        card.body.addWidget(self._result)
        card.body.addWidget(
            WrappingLabel(
                appearance,
                _(
                    "Anything done for the search counts, however small. Momentum starts at 0"
                    " without an estimate; with one it is marked as yours wherever the number is"
                    " explained."
                ),
                tokens.SMALL,
                "text2",
            )
        )
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, px(GUTTER), 0)
        column.addWidget(card)
        column.addStretch(1)
        scrolling(self, content)
        self.days.choice_made.connect(self._on_choice_made)

    @property
    def choice(self) -> int | None:
        """How many days were chosen, None while none was."""
        return None if self.days.choice is None else int(self.days.choice)

    def refresh(self) -> None:
        """Ask about the search that runs, and show the estimate that it has."""
        running = self._searches.current()
        first = running.first if running else self._today
        self._question.setText(
            _("Of your last 10 working days, how many had some effort?")
            if first == self._today
            else _(
                "Of the 10 working days before your search began on {day}, how many had some"
                " effort?"
            ).format(day=short_day(first, self._today))
        )
        estimate = running.estimate if running else 0.0
        known = estimate > 0 and estimate % POINTS_A_DAY == 0
        self.days.set_choice(str(round(estimate / POINTS_A_DAY)) if known else None)
        self._show_result()

    def focus_first(self) -> None:
        """Give the focus to the numbers."""
        self.days.focus_first()

    def save(self) -> None:
        """Set the estimate; a search begins today where none runs.

        Raises:
            InvalidInput: the journal refuses it; nothing was changed.
        """
        if self.choice is not None:
            self._searches.estimate(self.choice)

    def _show_result(self) -> None:
        chosen = self.choice
        words = ""
        if chosen is not None:
            words = _("Momentum starts at {n}, your estimate.").format(n=POINTS_A_DAY * chosen)
            if self._searches.current() is None:
                words = _("{sentence} Your search begins today.").format(sentence=words)
        self._result.setText(words)

    def _on_choice_made(self, _key: str) -> None:
        self._show_result()
        self.chosen.emit()
