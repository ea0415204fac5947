"""Chooses what Today says: the first of its sources that has something to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.ui.pages.today.notices.before import BeforeNotice
from desktop_app.ui.pages.today.notices.card import NoticeCard
from desktop_app.ui.pages.today.notices.gentle import GentleNotice
from desktop_app.ui.pages.today.notices.no_search import NoSearchNotice
from desktop_app.ui.pages.today.notices.pause import PauseNotice
from desktop_app.ui.pages.today.notices.quiet import QuietNotice
from desktop_app.ui.pages.today.notices.setback import SetbackNotice
from desktop_app.ui.pages.today.notices.usual_day import UsualDayNotice
from desktop_app.ui.pages.today.notices.week import WeekNotice

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from desktop_app.domain.changes import Changed
    from desktop_app.services.bundle import Services
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.pages.today.notices.notice import NoticeSource
    from desktop_app.ui.theme import Appearance

# The most pressing first; what stands there for days, as a pause does, is the least.
SOURCES: tuple[type[NoticeSource], ...] = (
    GentleNotice,
    BeforeNotice,
    PauseNotice,
    NoSearchNotice,
    UsualDayNotice,
    QuietNotice,
    SetbackNotice,
    WeekNotice,
)


class NoticeBoard(QWidget):
    """Holds one notice, or nothing and no room.

    Signals:
        focus_left: a notice that had the focus is gone.
    """

    focus_left = Signal()

    def __init__(
        self,
        services: Services,
        messages: Messages,
        appearance: Appearance,
        run: Callable[[str], None],
        first: Sequence[NoticeSource] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty board.

        Args:
            services: the use cases.
            messages: where notices say what was done.
            appearance: the look to follow.
            run: does an action of the window by its name.
            first: sources that come before all others.
            parent: the widget that holds it.
        """
        super().__init__(parent)
        self._services = services
        self._appearance = appearance
        self._sources = [*first, *(source(services, messages, run) for source in SOURCES)]
        self._card: NoticeCard | None = None
        self._day: date | None = None
        self._said_on: date | None = None  # the day on which a notice was seen that is no offer
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    @property
    def card(self) -> NoticeCard | None:
        """What is shown."""
        return self._card

    def show_day(self, day: date) -> None:
        """Say what there is to say while a day is shown."""
        self._day = day
        today = self._services.days.today()
        silent = self._services.searches.over_on(today) is not None
        notice = None
        for source in self._sources:
            if (silent and source.reminds) or (source.offers and self._said_on == today):
                continue
            notice = source.notice(day, today)
            if notice is not None:
                self._said_on = self._said_on if source.offers else today
                break
        focused = None
        if self._card is not None:
            if notice is not None and self._card.notice[:2] == notice[:2]:
                return  # the same words: their buttons do the same
            focused = self._card.focused_answer()
            self._card.hide()
            self._card.deleteLater()
            self._card = None
        if notice is not None:
            self._card = NoticeCard(self._appearance, notice, self)
            self._column.addWidget(self._card)
        self.setVisible(notice is not None)
        # The same answer of the next notice keeps the focus, so that days are gone through by key.
        if focused is not None and not (
            focused and self._card is not None and self._card.focus_answer(focused)
        ):
            self.focus_left.emit()

    def focus(self) -> None:
        """Give the focus to the first answer of the notice."""
        if self._card is not None:
            self._card.focus_answer()

    def close_notice(self) -> bool:
        """Close the notice if it can be closed; return whether it could."""
        if self._card is None or self._card.notice.closed is None:
            return False
        self._card.notice.closed()
        return True

    def take_change(self, changed: Changed) -> None:
        """Look again where a change concerns a source."""
        if self._day is not None and (
            "search" in changed.tables or any(one.concerned(changed) for one in self._sources)
        ):
            self.show_day(self._day)
