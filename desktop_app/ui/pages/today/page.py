"""Today: the day that is shown, its cards, and the letters and digits that log."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from desktop_app.domain.days import DayKind
from desktop_app.i18n import _
from desktop_app.ui.pages.page import Page
from desktop_app.ui.pages.today.activity_card import ActivityCard
from desktop_app.ui.pages.today.check_in_card import CheckInCard
from desktop_app.ui.pages.today.day_header import DayHeader
from desktop_app.ui.pages.today.keys import DayKeys
from desktop_app.ui.pages.today.layout import DayLayout

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from desktop_app.domain.changes import Changed
    from desktop_app.domain.entries import Activity
    from desktop_app.services.bundle import Services
    from desktop_app.ui.actions.action import Action
    from desktop_app.ui.actions.book import ActionBook
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.pages.today.entries import Entry
    from desktop_app.ui.pages.today.entries_card import EntriesCard
    from desktop_app.ui.pages.today.momentum_card import MomentumCard
    from desktop_app.ui.pages.today.next_steps_card import NextStepsCard
    from desktop_app.ui.pages.today.notices.board import NoticeBoard
    from desktop_app.ui.pages.today.side_column import SideColumn
    from desktop_app.ui.theme import Appearance

LOW_BELOW = 740
_CHECK_IN_TABLES = frozenset({"check_in", "check_in_feeling"})
_ALL_TABLES = frozenset({"search", "search_pause", "setting", "activity_kind"})
_DAY_TABLES = frozenset({"activity", "check_in", "check_in_feeling", "day_mark", "rejection"})


class TodayPage(Page):
    """One day, today or a past one.

    Signals:
        rejection_asked: the person wants to note a rejection that came on this day.
        rejection_opened: the id of a rejection that the person wants to see.
        why_asked: the day whose momentum the person wants explained.
        action_asked: the name of an action of the window that the person wants done.
        minutes_asked: the id and minutes of an activity whose minutes the person wants changed.
    """

    name = "today"
    rejection_asked = Signal(object)
    rejection_opened = Signal(int)
    why_asked = Signal(object)
    minutes_asked = Signal(int, int)
    action_asked = Signal(str)

    def __init__(
        self,
        services: Services,
        messages: Messages,
        appearance: Appearance,
        book: ActionBook,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._messages = messages
        self._appearance = appearance
        self._book = book
        self._today = services.days.today()
        self._day = self._today
        self._first_run = False
        self._keys = DayKeys(self, services, messages)
        self._narrow = False
        self.header = DayHeader(appearance)
        self.check_in = CheckInCard(services, messages, appearance)
        self.activity = ActivityCard(services, messages, appearance)
        self._entries: EntriesCard | None = None
        self._side: SideColumn | None = None
        self._notices: NoticeBoard | None = None
        self._greeting: tuple[QWidget, QWidget] | None = None
        self._layout = DayLayout(self, appearance, self.header, self.check_in, self.activity)
        self._connect()

    @property
    def entries(self) -> EntriesCard:
        """The card of the day's entries; made with the first of them, off an empty day's start."""
        if self._entries is None:
            from desktop_app.ui.pages.today.entries_card import EntriesCard

            self._entries = EntriesCard(self._appearance)
            self._entries.deleted.connect(self._on_entry_deleted)
            self._entries.opened.connect(self._on_entry_opened)
            self._layout.add_card(self._entries)
        return self._entries

    @property
    def side(self) -> SideColumn:
        """The column beside the day; made right after the day itself takes input."""
        if self._side is None:
            from desktop_app.ui.pages.today.side_column import SideColumn

            self._side = SideColumn(self._services, self._messages, self._appearance)
            self._side.rejection.clicked.connect(self._on_rejection_asked)
            self._side.momentum.why_asked.connect(self._on_why_asked)
            self._layout.add_side(self._side)
            self._side.show_day(self._day)
        return self._side

    @property
    def momentum(self) -> MomentumCard:
        """The card of momentum."""
        return self.side.momentum

    @property
    def next_steps(self) -> NextStepsCard:
        """The card of next steps."""
        return self.side.next_steps

    def complete(self) -> None:
        """Make what the first moment did without."""
        from desktop_app.ui.pages.today.notices.board import NoticeBoard

        self.side.show()
        look = self._appearance
        self._notices = NoticeBoard(self._services, self._messages, look, self.action_asked.emit)
        self._layout.add_notices(self._notices)
        self._notices.show_day(self._day)
        self._show_whats_asked()
        self._show_entries(self._services.activities.of_day(self._day))

    @property
    def day(self) -> date:
        """The day shown."""
        return self._day

    def show_day(self, day: date) -> None:
        """Show another day, today at the latest; not while a note can't be saved."""
        if not self._messages.done(self.check_in.flush):
            return
        self._today = self._services.days.today()
        if self.check_in.note_has_focus():
            self.setFocus()  # letters now log on the other day, and are no part of this note
        self._day = min(day, self._today)
        self.refresh()

    def refresh(self) -> None:
        """Show what the journal holds of the day."""
        today = self._services.days.today()
        if today != self._today:  # the day has turned while the window was open
            if self._day == self._today and self._messages.done(self.check_in.flush):
                self._day = today
            self._today = today
        self._first_run = self._services.momentum.bounds() is None
        if self._first_run or self._greeting is not None:
            for widget in self._greet():
                widget.setVisible(self._first_run)
        self._show_head()
        self._show_check_in()
        self._show_activities()
        self._show_whats_asked()
        if self._side is not None:
            self._side.show_day(self._day)
        if self._notices is not None:
            self._notices.show_day(self._day)

    def take_change(self, changed: Changed) -> None:
        """Refresh the cards that a change concerns."""
        if self._notices is not None:
            self._notices.take_change(changed)
        if not self.isVisible() or changed.tables & _ALL_TABLES:
            super().take_change(changed)
            return
        concerns = self._day in changed.days
        if concerns and "day_mark" in changed.tables:
            self._show_head()
        if concerns and changed.tables & _CHECK_IN_TABLES:
            self._show_check_in()
        if concerns and changed.tables & _DAY_TABLES:
            self._show_activities()
        if self._side is None:
            return
        if changed.tables & {"activity", "day_mark", "rejection", "check_in"}:
            self._side.momentum.show_day(self._day)
        if "next_step" in changed.tables:
            self._side.next_steps.show_day(self._day)

    def run(self, name: str) -> None:
        """Do an action of this page."""
        if self._services.days.today() != self._today:
            self.refresh()  # what is logged now belongs to the day that has begun
        self._keys.run(name)

    def take_writing(self, event: QKeyEvent, action: Action | None) -> bool:
        """Take letters that were meant as a note."""
        return self._keys.take_writing(event, action)

    def move_day(self, days: int) -> None:
        """Show the day that lies this many days later, or earlier."""
        self.show_day(self._day + timedelta(days=days))

    def toggle_rest(self) -> None:
        """Say that it is a rest day, or that it is not."""
        self._on_rest_switched(not self._is_rest())

    def flush(self) -> None:
        """Save what was typed and is not yet saved."""
        self.check_in.flush()
        if self._side is not None:
            self._side.next_steps.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in one column in a narrow window and in single lines in a low one."""
        super().resizeEvent(event)
        self._fit()

    def set_narrow(self, narrow: bool) -> None:
        """Stand in one column."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self._layout.set_narrow(narrow)
        self.header.set_narrow(narrow)

    def _fit(self) -> None:
        low = self.window().height() < self._appearance.px(LOW_BELOW)
        self.check_in.set_low(low)
        self.activity.set_low(low)

    def _greet(self) -> tuple[QWidget, QWidget]:
        """Return the sentence and the hints of the first run, which later starts never make."""
        if self._greeting is None:
            from desktop_app.ui.pages.today.first_run import hints, welcome

            self._greeting = (welcome(self._appearance), hints(self._appearance))
            self._layout.add_greeting(*self._greeting)
        return self._greeting

    def _connect(self) -> None:
        self.header.day_moved.connect(self.move_day)
        self.header.today_asked.connect(self._on_today_asked)
        self.header.rest_switched.connect(self._on_rest_switched)
        self.header.rejection_asked.connect(self._on_rejection_asked)

    def _is_rest(self) -> bool:
        mark = self._services.days.mark_of(self._day)
        return mark is not None and mark.kind is DayKind.REST

    def _show_head(self) -> None:
        facts = self._services.momentum.day(self._day)
        undecided = facts is not None and facts.kind is DayKind.UNDECIDED
        self.header.show_day(
            self._day,
            self._today,
            rest=self._is_rest(),
            free=self._services.days.is_free_weekday(self._day),
            kind_word=_("undecided") if undecided else "",
            ends=self._services.days.ends_at(),
        )

    def _show_check_in(self) -> None:
        self.check_in.show_day(self._day, self._today, first_run=self._first_run)

    def _show_activities(self) -> None:
        services, day = self._services, self._day
        activities = services.activities.of_day(day)
        self.activity.show_day(day, self._today, activities)
        if self._side is not None:  # else they come with it, after the first moment
            self._show_entries(activities)

    def _show_whats_asked(self) -> None:
        """Ask for nothing done and nothing to do on the days after a search has ended."""
        if self._side is None:
            # The first moment does without the searches' module, unless there is a reason.
            if self._first_run or self._services.momentum.day(self._day) is not None:
                return
            self.activity.setVisible(self._services.searches.over_on(self._day) is None)
            return
        asked = self._services.searches.over_on(self._day) is None
        self.activity.setVisible(asked)
        self._side.next_steps.setVisible(asked)

    def _show_entries(self, activities: list[Activity]) -> None:
        services, day = self._services, self._day
        check_ins = services.check_ins.of_day(day)
        mark = services.days.mark_of(day)
        rejections = services.rejections.of_day(day)
        if self._entries is None and not (check_ins or activities or mark or rejections):
            return
        from desktop_app.ui.pages.today.entries import entries_of

        kinds = services.activities.kinds()
        entries = entries_of(check_ins, activities, kinds, mark, rejections)
        self.entries.show_entries(entries, is_today=day == self._today)

    def _on_today_asked(self) -> None:
        self.show_day(self._services.days.today())

    def _on_rest_switched(self, on: bool) -> None:
        day = self._day
        kind = DayKind.REST if on else None
        if self._messages.attempt(lambda: self._services.days.mark(day, kind)):
            self._messages.say(_("Rest day") if on else _("No rest day"), undo=True)
        self._show_head()

    def _on_rejection_asked(self) -> None:
        self.rejection_asked.emit(self._day)

    def _on_why_asked(self) -> None:
        self.why_asked.emit(self._day)

    def _on_entry_deleted(self, entry: Entry) -> None:
        services, day = self._services, self._day
        delete = {
            "check_in": lambda: services.check_ins.delete(entry.id),
            "activity": lambda: services.activities.delete(entry.id),
            "rejection": lambda: services.rejections.delete(entry.id),
            "day_mark": lambda: services.days.mark(day, None),
        }[entry.kind]
        if self._messages.done(delete):
            self._messages.say(_("Deleted: {entry}").format(entry=entry.words), undo=True)

    def _on_entry_opened(self, entry: Entry) -> None:
        if entry.kind == "rejection":
            self.rejection_opened.emit(entry.id)
        elif entry.minutes is not None:
            self.minutes_asked.emit(entry.id, entry.minutes)
        elif entry.kind == "check_in":
            self.check_in.focus_note()
