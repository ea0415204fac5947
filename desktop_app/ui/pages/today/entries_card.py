"""'Today so far': the entries of a day, each of which can be deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop_app.i18n import _
from desktop_app.ui.pages.today.entries_view import EntriesModel, EntriesView
from desktop_app.ui.widgets.card import Card

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop_app.ui.pages.today.entries import Entry
    from desktop_app.ui.theme import Appearance


class EntriesCard(Card):
    """Lists a day's entries.

    Signals:
        deleted: the entry that the person wants deleted.
        opened: the entry that the person wants to open (Enter or double click).
    """

    deleted = Signal(object)
    opened = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, _("Today so far"), parent=parent)
        self.model = EntriesModel()
        self.view = EntriesView(appearance, self.model)
        self.body.addWidget(self.view)
        self.close_up()
        self.view.deleted.connect(self.deleted)
        self.view.opened.connect(self.opened)

    def show_entries(self, entries: list[Entry], *, is_today: bool) -> None:
        """Show a day's entries; without any the card is hidden."""
        self.set_title(_("Today so far") if is_today else _("On this day"))
        self.model.set_entries(entries)
        self.view.fit()
        self.setVisible(bool(entries))
