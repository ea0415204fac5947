"""Chips that narrow rejections: still open, to ask, feedback answered, or all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.guide.records import AskState
from desktop_app.i18n import _
from desktop_app.ui.widgets.chip_filter import ChipFilter

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from PySide6.QtWidgets import QWidget

    from desktop_app.domain.guide.handled import Handled
    from desktop_app.ui.theme import Appearance

_KEPT: dict[str, Callable[[Handled], bool]] = {
    "open": lambda one: one.open,
    "to_ask": lambda one: one.ask is AskState.TO_ASK,
    "answered": lambda one: one.ask is AskState.ANSWERED,
}


class StateFilter(ChipFilter):
    """The choice of one state, or of all; no chip says how many there are."""

    least = 1

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, _("Which rejections"), parent)

    @property
    def keeps(self) -> Callable[[Handled], bool] | None:
        """What the choice keeps, None for everything."""
        return _KEPT.get(self.choice)

    def offer_states(self, handled: Collection[Handled]) -> None:
        """Offer what occurs, unless it is everything; the choice stays while it occurs."""
        labels = {
            "open": _("Open"),
            "to_ask": _("To ask"),
            "answered": _("Feedback answered"),
        }
        self.offer(
            [
                (key, label)
                for key, label in labels.items()
                if 0 < sum(map(_KEPT[key], handled)) < len(handled) + (key == self.choice)
            ]
        )
