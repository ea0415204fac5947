"""A section of Settings: a card of rows that the search can narrow down."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QFrame, QWidget

from desktop_app.domain.matching import folded, rank
from desktop_app.domain.settings import setting_words
from desktop_app.i18n import _
from desktop_app.ui.widgets.card import Card

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from desktop_app.services.bundle import Services
    from desktop_app.ui.actions.book import ActionBook
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.pages.settings.row import SettingRow
    from desktop_app.ui.theme import Appearance


class Parts(NamedTuple):
    """What sections are made of.

    Attributes:
        services: the use cases.
        messages: where they say what was done.
        appearance: the look to follow.
        book: the actions and their keys.
        run: does an action of the window by its name.
    """

    services: Services
    messages: Messages
    appearance: Appearance
    book: ActionBook
    run: Callable[[str], None]


class Section(Card):
    """Its rows in order, with a line between two of them."""

    def __init__(self, parts: Parts, title: str, right: QWidget | None = None) -> None:
        super().__init__(parts.appearance, title, right)
        self.parts = parts
        self.rows: list[SettingRow] = []
        self._lines: dict[SettingRow, QFrame] = {}

    @property
    def today(self) -> date:
        """The person's present day."""
        return self.parts.services.days.today()

    def refresh(self) -> None:
        """Show what the journal holds now."""

    def add(self, row: SettingRow, *, line: bool = True) -> SettingRow:
        """Put a row at the end, below a line unless it is the first."""
        if self.rows and line:
            divider = QFrame()
            divider.setProperty("role", "line")
            self._lines[row] = divider
            self.body.addWidget(divider)
        self.rows.append(row)
        self.body.addWidget(row)
        return row

    def narrow(self, typed: Sequence[str]) -> int:
        """Show the rows that fit all typed words, and return how many; with none typed all."""
        whole = not typed or self._fits_by_title(typed)
        shown = 0
        for row in self.rows:
            fits = whole or row.fits(typed)
            row.setVisible(fits)
            if row in self._lines:
                self._lines[row].setVisible(fits and shown > 0)
            shown += fits
        return shown

    def change(self, name: str, text: str, value: str, *, merge: bool = False) -> bool:
        """Set a setting from text and say so; return whether it could be.

        Args:
            name: the setting.
            text: its value as ``Setting.read`` takes it.
            value: the value in the person's words.
            merge: whether it joins the step before, as a number that is stepped does.
        """
        settings, today = self.parts.services.settings, self.today
        if not self.parts.messages.done(lambda: settings.set(name, text, today=today, merge=merge)):
            self.refresh()
            return False
        self.parts.messages.say(
            _("{setting}: {value}").format(setting=setting_words(name).label, value=value),
            undo=True,
        )
        return True

    def _fits_by_title(self, typed: Sequence[str]) -> bool:
        return rank(list(typed), folded(self.title_label.text())) is not None
