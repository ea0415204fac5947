"""Today: the day that is shown, its cards, and the letters and digits that log."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from desktop_app.ui.pages.page import Page
from desktop_app.ui.pages.today.activity_card import ActivityCard
from desktop_app.ui.pages.today.any_day import AnyDay
from desktop_app.ui.pages.today.check_in_card import CheckInCard
from desktop_app.ui.pages.today.day_header import DayHeader
from desktop_app.ui.pages.today.day_kinds import DayKinds
from desktop_app.ui.pages.today.deciding import Deciding
from desktop_app.ui.pages.today.keys import DayKeys
from desktop_app.ui.pages.today.layout import DayLayout

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QKeyEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from desktop_app.domain.changes import Changed
    from desktop_app.services.bundle import Services
    from desktop_app.ui.actions.action import Action
    from desktop_app.ui.actions.book import ActionBook
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.pages.today.day_entries import DayEntries
    from desktop_app.ui.pages.today.entries_card import EntriesCard
    from desktop_app.ui.pages.today.helped_link import HelpedLink
    from desktop_app.ui.pages.today.momentum_card import MomentumCard
    from desktop_app.ui.pages.today.next_steps_card import NextStepsCard
    from desktop_app.ui.pages.today.notices.board import NoticeBoard
    from desktop_app.ui.pages.today.side_column import SideColumn
    from desktop_app.ui.theme import Appearance

LOW_BELOW = 740
_CHECK_IN_TABLES = frozenset({"check_in", "check_in_feeling"})
_ALL_TABLES = frozenset({"search", "search_pause", "setting", "activity_kind", "feeling"})
_DUE_TABLES = frozenset(
    {"next_step", "practice", "lesson", "feedback_request", "stage_event", "weekly_plan",
     "application", "rejection"}
)  # fmt: skip
_DAY_TABLES = frozenset({"activity", "check_in", "check_in_feeling", "day_mark", "rejection"})


class TodayPage(Page):
    """One day, today or a past one.

    Signals:
        rejection_asked: the person wants to note a rejection that came on this day.
        rejection_opened: the id of a rejection that the person wants to see.
        why_asked: the day whose momentum the person wants explained.
        several_days_asked: the day from which the person wants to mark several.
        activity_opened: the id of an activity that the person wants to change.
        check_in_move_asked: the id of a check-in whose day or time the person wants to change.
    """

    name = "today"
    rejection_asked = Signal(object)
    rejection_opened = Signal(int)
    why_asked = Signal(object)
    activity_opened = Signal(int)
    check_in_move_asked = Signal(int)
    several_days_asked = Signal(object)

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
        self.kinds = DayKinds(self, services, messages)
        self.deciding = Deciding(self, services, messages)
        self.any_day = AnyDay(self, services, appearance)
        self.check_in = CheckInCard(services, messages, appearance)
        self.activity = ActivityCard(services, messages, appearance)
        self._entries: DayEntries | None = None
        self._side: SideColumn | None = None
        self._notices: NoticeBoard | None = None
        self._helped: HelpedLink | None = None
        self._layout = DayLayout(self, appearance, self.header, self.check_in, self.activity)
        self._connect()

    @property
    def entries(self) -> EntriesCard:
        """The card of the day's entries."""
        return self.day_entries.card

    @property
    def day_entries(self) -> DayEntries:
        """What was recorded; made after the first moment."""
        if self._entries is None:
            from desktop_app.ui.pages.today.day_entries import DayEntries

            parts = (self._services, self._messages, self._appearance)
            self._entries = DayEntries(self, *parts)
            self._layout.add_card(self._entries.card)
        return self._entries

    @property
    def side(self) -> SideColumn:
        """The column beside the day; made right after the day itself takes input."""
        if self._side is None:
            from desktop_app.ui.pages.today.side_column import SideColumn

            self._side = SideColumn(self._services, self._messages, self._appearance)
            self._side.rejection.clicked.connect(self._on_rejection_asked)
            self._side.momentum.why_asked.connect(self._on_why_asked)
            self._side.next_steps.record_asked.connect(self.record_asked)
            self._side.next_steps.left.connect(self.setFocus)
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
        from desktop_app.ui.pages.today.helped_link import HelpedLink
        from desktop_app.ui.pages.today.notices.absence import AbsenceNotice
        from desktop_app.ui.pages.today.notices.board import NoticeBoard

        self.side.show()
        services, messages, run = self._services, self._messages, self.action_asked.emit
        absence = AbsenceNotice(services, messages, run, self.deciding)
        self._notices = NoticeBoard(services, messages, self._appearance, run, (absence,))
        self._notices.focus_left.connect(self.setFocus)
        self._layout.add_notices(self._notices)
        self._notices.show_day(self._day)
        self._helped = HelpedLink(self.check_in, services, self._appearance, run)
        self._helped.show()
        self.day_entries.show(services.activities.of_day(self._day))
        self._show_whats_asked()

    @property
    def day(self) -> date:
        """The day shown."""
        return self._day

    def show_day(self, day: date) -> bool:
        """Show another day, today at the latest; not while a note can't be saved.

        Returns:
            whether it is shown.
        """
        if not self._messages.done(self._flush_day):
            return False
        self._today = self._services.days.today()
        if self.check_in.note_has_focus():
            self.setFocus()  # letters now log on the other day, and are no part of this note
        before, self._day = self._day, min(day, self._today)
        if self._day != before:
            self.deciding.leave(before)
        self.refresh()
        return True

    def show_notices(self) -> None:
        """Look anew whether there is something to say above the day."""
        if self._notices is not None:
            self._notices.show_day(self._day)

    def focus_notice(self) -> None:
        """Bring the focus to the answers of the notice."""
        if self._notices is not None:
            self._notices.focus()

    def refresh(self) -> None:
        """Show what the journal holds of the day."""
        today = self._services.days.today()
        if today != self._today:  # the day has turned while the window was open
            if self._day == self._today and self._messages.done(self._flush_day):
                self._day = today
            self._today = today
        self._first_run = self._services.momentum.bounds() is None
        self._layout.greet(self._first_run, self.action_asked.emit)
        self.kinds.show()
        self._show_check_in()
        self._show_activities()
        self._show_whats_asked()
        if self._side is not None:
            self._side.show_day(self._day)
        self.show_notices()

    def take_change(self, changed: Changed) -> None:
        """Refresh the cards that a change concerns."""
        if self._notices is not None:
            self._notices.take_change(changed)
        if not self.isVisible() or changed.tables & _ALL_TABLES:
            super().take_change(changed)
            return
        concerns = self._day in changed.days
        if concerns and "day_mark" in changed.tables:
            self.kinds.show()
        if concerns and changed.tables & _CHECK_IN_TABLES:
            self._show_check_in()
        if concerns and changed.tables & _DAY_TABLES:
            self._show_activities()
        if self._side is None:
            return
        if changed.tables & {"activity", "day_mark", "rejection", "check_in"}:
            self._side.momentum.show_day(self._day)
        if changed.tables & _DUE_TABLES:
            self._side.next_steps.show_day(self._day)

    def run(self, name: str) -> None:
        """Do an action of this page."""
        if self._services.days.today() != self._today:
            self.refresh()  # what is logged now belongs to the day that has begun
        self._keys.run(name)

    def can(self, name: str) -> bool:
        """Return whether an action can be done; the next day to fill in is there while filling."""
        return name != "next_undecided" or self.deciding.place_of(self._day) is not None

    def ended_today(self) -> bool:
        """Return whether the search ended on the day shown, so that nothing more belongs to it."""
        if not self.activity.isHidden():
            return False
        latest = self._services.searches.latest()
        return latest is not None and latest.ended == self._day

    def take_writing(self, event: QKeyEvent, action: Action | None) -> bool:
        """Take letters that were meant as a note."""
        return self._keys.take_writing(event, action)

    def edit_check_in(self, identity: int) -> None:
        """Edit a check-in of the day in its card."""
        self.check_in.choose(identity)
        self._layout.bring_into_sight(self.check_in)
        self.check_in.focus_check_in()

    def begin_check_in(self) -> None:
        """Begin another check-in of the day; digits then say its mood."""
        self.check_in.begin_another()
        self._layout.bring_into_sight(self.check_in)
        self.setFocus()

    def move_day(self, days: int) -> None:
        """Show the day that lies this many days later, or earlier."""
        self.show_day(self._day + timedelta(days=days))

    def flush(self) -> None:
        """Save what was typed and is not yet saved."""
        self._flush_day()
        if self._side is not None:
            self._side.next_steps.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc fold the details, or close the notice above the day."""
        if event.key() == Qt.Key.Key_Escape and (
            self.activity.close_details()
            or (self._notices is not None and self._notices.close_notice())
        ):
            return
        super().keyPressEvent(event)

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

    def _flush_day(self) -> None:
        self.check_in.flush()
        self.activity.flush()

    def _fit(self) -> None:
        low = self.window().height() < self._appearance.px(LOW_BELOW)
        self._layout.set_width(self.width())
        self.check_in.set_low(low)
        self.activity.set_low(low)

    def _connect(self) -> None:
        self.header.day_moved.connect(self.move_day)
        self.header.today_asked.connect(self._on_today_asked)
        self.header.calendar_asked.connect(self.any_day.open)
        self.header.rejection_asked.connect(self._on_rejection_asked)
        self.activity.unfolded.connect(self._on_details_unfolded)
        self.activity.folded.connect(self._on_details_folded)
        self.check_in.another_asked.connect(self.begin_check_in)
        self.check_in.move_asked.connect(self.check_in_move_asked)
        self.check_in.delete_asked.connect(self._on_check_in_delete_asked)

    def _show_check_in(self) -> None:
        self.check_in.show_day(self._day, self._today, first_run=self._first_run)
        if self._helped is not None:
            self._helped.show()

    def _show_activities(self) -> None:
        services, day = self._services, self._day
        activities = services.activities.of_day(day)
        self.activity.show_day(day, self._today, activities)
        if self._entries is not None:  # else they come after the first moment
            self._entries.show(activities)

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

    def _on_today_asked(self) -> None:
        self.show_day(self._services.days.today())

    def _on_rejection_asked(self) -> None:
        self.rejection_asked.emit(self._day)

    def _on_why_asked(self) -> None:
        self.why_asked.emit(self._day)

    def _on_check_in_delete_asked(self, identity: int) -> None:
        self.day_entries.delete_check_in(identity)

    def _on_details_unfolded(self) -> None:
        self._layout.bring_into_sight(self.activity.details.place)

    def _on_details_folded(self) -> None:
        self.setFocus()  # letters log again
