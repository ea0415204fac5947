"""What was recorded on the day shown: listed, opened and deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.i18n import _
from desktop_app.ui.pages.today.entries import entries_of
from desktop_app.ui.pages.today.entries_card import EntriesCard

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.domain.entries import Activity
    from desktop_app.services.bundle import Services
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.pages.today.entries import Entry
    from desktop_app.ui.pages.today.page import TodayPage
    from desktop_app.ui.theme import Appearance


class DayEntries:
    """The card 'Today so far', and what its lines lead to."""

    def __init__(
        self, page: TodayPage, services: Services, messages: Messages, appearance: Appearance
    ) -> None:
        self._page = page
        self._services = services
        self._messages = messages
        self.card = EntriesCard(appearance)
        self.card.deleted.connect(self._on_deleted)
        self.card.opened.connect(self._on_opened)

    def show(self, activities: Sequence[Activity]) -> None:
        """Show the entries of the page's day, whose activities are known already."""
        services, day = self._services, self._page.day
        entries = entries_of(
            services.check_ins.of_day(day),
            activities,
            services.activities.every_kind(),
            services.days.mark_of(day),
            services.rejections.of_day(day),
        )
        self.card.show_entries(entries, is_today=day == services.days.today())

    def delete_check_in(self, identity: int) -> None:
        """Delete a check-in and say so."""
        if self._messages.done(lambda: self._services.check_ins.delete(identity)):
            self._messages.say(_("Check-in deleted"), undo=True)

    def _on_deleted(self, entry: Entry) -> None:
        services, day = self._services, self._page.day
        delete = {
            "check_in": lambda: services.check_ins.delete(entry.id),
            "activity": lambda: services.activities.delete(entry.id),
            "rejection": lambda: services.rejections.delete(entry.id),
            "day_mark": lambda: services.days.mark(day, None),
        }[entry.kind]
        if self._messages.done(delete):
            self._messages.say(_("Deleted: {entry}").format(entry=entry.words), undo=True)

    def _on_opened(self, entry: Entry) -> None:
        page = self._page
        if entry.kind == "rejection":
            page.rejection_opened.emit(entry.id)
        elif entry.kind == "activity":
            page.activity_opened.emit(entry.id)
        elif entry.kind == "day_mark":
            page.header.ask_kinds()
        else:
            page.edit_check_in(entry.id)
