"""Chips that narrow a list: All, and only what occurs in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.i18n import _
from desktop_app.ui.widgets.chips import ChoiceRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.ui.theme import Appearance

ALL = "all"


class ChipFilter(QWidget):
    """The choice of one of what occurs, or of all; often one thing alone is nothing to choose.

    Signals:
        choice_made: the key that the person chose, ``ALL`` for all.
    """

    choice_made = Signal(str)

    #: How many things have to occur before there is a choice.
    least = 2

    def __init__(self, appearance: Appearance, name: str, parent: QWidget | None = None) -> None:
        """Make a filter without chips.

        Args:
            appearance: the look to follow.
            name: what a screen reader says before each, such as ``Stage reached``.
            parent: the widget that holds it.
        """
        super().__init__(parent)
        self._appearance = appearance
        self._name = name
        self._choices: list[tuple[str, str]] = []
        self._chips: ChoiceRow | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, appearance.px(4), 0, appearance.px(4))
        self.hide()

    @property
    def choice(self) -> str:
        """The chosen key, ``ALL`` for all."""
        return (self._chips.choice if self._chips is not None else None) or ALL

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys that are offered beside ``ALL``."""
        return tuple(key for key, _label in self._choices) if self._chips is not None else ()

    def offer(self, choices: Sequence[tuple[str, str]]) -> None:
        """Offer what occurs, as key and label; a choice that is gone falls back to all.

        It is told to nobody.
        """
        if list(choices) == self._choices:
            return
        chosen = self.choice
        self._choices = list(choices)
        if self._chips is not None:
            self._row.removeWidget(self._chips)
            self._chips.hide()
            self._chips.deleteLater()
            self._chips = None
        if len(self._choices) >= self.least:
            self._chips = ChoiceRow(self._appearance, [(ALL, _("All")), *self._choices], self._name)
            self._row.addWidget(self._chips)
            self._chips.choice_made.connect(self.choice_made)
        self.setVisible(self._chips is not None)  # an empty one would leave a gap
        if self._chips is not None:
            self.choose(chosen if chosen in self.keys else ALL)

    def choose(self, key: str) -> None:
        """Choose without telling anybody."""
        if self._chips is not None:
            self._chips.set_choice(key)
