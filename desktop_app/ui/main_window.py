"""The main window: sidebar, pages, menus, toast, and what happens when the journal changes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMainWindow

from desktop_app import tokens
from desktop_app.domain.errors import UpswingError
from desktop_app.ui.actions.book import ActionBook
from desktop_app.ui.actions.reader import ALT, OFF, KeyReader
from desktop_app.ui.actions.specs import pages
from desktop_app.ui.commands import Commands
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.ground import Ground
from desktop_app.ui.menus import Menus
from desktop_app.ui.messages import Messages
from desktop_app.ui.page_stack import PageStack
from desktop_app.ui.searching import Searching
from desktop_app.ui.sidebar import Sidebar

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent

    from desktop_app.domain.changes import Changed
    from desktop_app.services.bundle import Services
    from desktop_app.ui.pages.page import Page
    from desktop_app.ui.theme import Appearance
    from desktop_app.ui.toasts import Toasts

DAY_CHECK_MS = 30_000


class MainWindow(QMainWindow):
    """The window over one open journal.

    Signals:
        first_painted: the window has been painted once and takes input.
        changed: something in the journal changed; on the thread of the window.
        closing: everything is saved and the window closes now.
        rebuild_asked: text is to have another size than this window was built with.
    """

    first_painted = Signal()
    changed = Signal(object)
    closing = Signal()
    rebuild_asked = Signal()

    def __init__(self, services: Services, appearance: Appearance) -> None:
        super().__init__()
        self._services = services
        self.appearance = appearance
        self._messages = Messages(self)
        self._closed = False
        self.book = ActionBook(services)
        self.dialogs = Dialogs(services, self._messages, appearance, self)
        self.commands = Commands(self, services, self._messages, self.book)
        self._keys = KeyReader(self.book, services.settings)
        self.setWindowTitle("Upswing")
        self.setMinimumSize(min(appearance.px(720), 960), min(appearance.px(480), 600))
        self._text_size = services.settings.get("text_size")
        self._caps_differ = False
        self.menus = Menus(self, self.book)
        self.stack = PageStack(services, self._messages, appearance, self.book)
        self.today = self.stack.today
        self.searching = Searching(self, services, self._messages)
        self._sidebar = Sidebar(appearance, pages(), services.path)
        ground = Ground()
        row = QHBoxLayout(ground)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._sidebar)
        row.addWidget(self.stack, 1)
        self.setCentralWidget(ground)
        self.ground = ground
        self._toasts: Toasts | None = None
        self._day_timer = QTimer(self)
        self._day_timer.setInterval(DAY_CHECK_MS)
        self._shown_day = services.days.today()
        ground.first_painted.connect(self._on_first_painted)
        self._connect()
        self._show_available()
        self._sidebar.show_page("today")
        self.menus.show_page(self.today.name, self.today.offers)
        self.menus.show_appearance(appearance.choice)
        self.menus.show_undo(services.upkeep.undo_name, services.upkeep.redo_name)

    @property
    def toasts(self) -> Toasts:
        """What shows the sentences; made with the first of them."""
        if self._toasts is None:
            from desktop_app.ui.toasts import Toasts  # late: off the start

            upkeep = self._services.upkeep
            self._toasts = Toasts(self.appearance, self.ground, upkeep, self.commands.undo)
        return self._toasts

    @property
    def letter_mode(self) -> str:
        """How letters and digits count now, as ``KeyReader.mode`` tells it."""
        return self._keys.mode

    def show_page(self, name: str) -> Page:
        """Show a page by name and return it."""
        page = self.stack.page(name)
        self._messages.done(self.stack.current.flush)
        self.stack.setCurrentWidget(page)
        self._sidebar.show_page(page.row or name)
        if self._toasts is not None:
            self._toasts.place()
        self.menus.show_page(name, page.offers)
        page.setFocus()
        return page

    def go_to(self, name: str) -> None:
        """Show a page; Today, asked for while it shows another day, goes to today."""
        if name == "today" and self.stack.current is self.today:
            self.go_to_today()
        elif name == "searches":
            self.searching.show_list()
        else:
            self.show_page(name)

    def go_to_today(self) -> None:
        """Show the present day."""
        self.show_page("today")
        self.today.show_day(self._services.days.today())

    def go_to_day(self, day: date) -> None:
        """Show a day on Today."""
        self.show_page("today")
        self.today.show_day(day)

    def open_record(self, page: str, identity: int) -> None:
        """Show a record on the page of its kind; ``page:kind`` tells which where it has several."""
        name, _colon, kind = page.partition(":")
        select = getattr(self.show_page(name), f"select_{kind}" if kind else "select", None)
        if select is not None:
            select(identity)

    def open_guide(self, rejection_id: int) -> None:
        """Show the four steps for a no, where the person left them."""
        from desktop_app.ui.pages.guide.page import GuidePage  # late: off the start

        page = self.stack.page("guide")
        assert isinstance(page, GuidePage)
        if page.knows(rejection_id):
            self.show_page("guide")
            page.open_case(rejection_id)

    def come_forward(self) -> None:
        """Bring the window to the front."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    def say(self, sentence: str, *, undo: bool = False) -> None:
        """Show a sentence, with Undo for the newest step where ``undo`` says so."""
        self._messages.say(sentence, undo=undo)

    def carried_toast(self) -> tuple[str, bool] | None:
        """Return what the toast in sight says, and whether it undoes the newest step."""
        return self._toasts.carried() if self._toasts is not None else None

    def retire(self) -> None:
        """Give its place to another window over the same services."""
        self._closed = True
        self._day_timer.stop()
        self._services.unlisten(self._listener)
        self.hide()
        self.deleteLater()

    def flush(self) -> None:
        """Save what was typed and is not yet saved.

        Raises:
            UpswingError: it could not be saved; it is still in its field.
        """
        for page in self.stack.made():
            page.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key means that no widget took."""
        page = self.stack.current
        action = self._keys.action_of(event, page.name)
        if page.take_writing(event, action):
            return
        if action is not None:
            self.commands.run(action.name)
        elif self._keys.held_back(event, page.name) is not None:
            self.commands.explain_letters()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in one column, with a strip of icons, in a narrow window."""
        super().resizeEvent(event)
        narrow = self.width() < self.appearance.px(tokens.ONE_COLUMN_BELOW)
        self._sidebar.set_icons_only(narrow)
        self.today.set_narrow(narrow)

    def changeEvent(self, event: QEvent) -> None:
        """Look at the day when the window is turned to, as after the computer slept."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self._on_day_check()
            self._take_letters()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save before closing; when that fails, say so and let the person choose."""
        if not self._closed:
            self.dialogs.leave_sheets()
            try:
                self.flush()
            except UpswingError as error:
                if not self.dialogs.closes_anyway(str(error)):
                    event.ignore()
                    return
            self._closed = True
            self._day_timer.stop()
            self._services.upkeep.close()
            self.closing.emit()
        super().closeEvent(event)

    def _connect(self) -> None:
        # Writes may come from a worker: the signal brings them to this thread.
        self._listener = self.changed.emit
        self._services.listen(self._listener)
        self.changed.connect(self._on_changed)
        self._messages.said.connect(self._on_said)
        self.stack.on_made = self._on_page_made
        self._sidebar.page_chosen.connect(self.go_to)
        self._sidebar.help_asked.connect(self.dialogs.find_help)
        self.menus.chosen.connect(self.commands.run)
        self.today.rejection_asked.connect(self.dialogs.note_rejection)
        self.today.rejection_opened.connect(partial(self.open_record, "rejections"))
        self.today.why_asked.connect(self.dialogs.explain)
        self.today.several_days_asked.connect(self.dialogs.mark_several_days)
        self.today.activity_opened.connect(self.dialogs.change_activity)
        self.today.check_in_move_asked.connect(self.dialogs.move_check_in)
        self._on_page_made(self.today)
        self.stack.on_made = self._on_page_made
        self._day_timer.timeout.connect(self._on_day_check)
        self._day_timer.start()

    def _show_available(self) -> None:
        for name, available in self.stack.available().items():
            self._sidebar.set_available(name, available)
            self.menus.set_available(name, available)
            if not available and self.stack.current.name == name:
                self.show_page("today")

    def _on_first_painted(self) -> None:
        self.first_painted.emit()
        if not self._closed:
            self.today.complete()
            self.searching.show_state()
            self._show_caps()

    def _on_changed(self, changed: Changed) -> None:
        if self._toasts is not None:
            self._toasts.take_change()
        self.searching.take_change(changed)
        for page in self.stack.made():
            page.take_change(changed)
        if changed.tables & {"search", "rejection", "application", "lesson", "feedback_request"}:
            self._show_available()
        if changed.tables & {"setting", "activity_kind"}:
            self._take_settings()
        self.menus.show_undo(self._services.upkeep.undo_name, self._services.upkeep.redo_name)
        self._show_caps()

    def _show_caps(self) -> None:
        """Let caps show the keys that were chosen; those that are there by themselves are right."""
        mode = self._keys.mode
        differ = bool(self._services.settings.get("keys")) or mode == OFF
        if differ or self._caps_differ:
            from desktop_app.ui.actions.caps import show_caps  # late: off most starts

            show_caps(self, self.book, mode)
            self._caps_differ = differ

    def _take_settings(self) -> None:
        choice = self._services.settings.get("appearance")
        self.appearance.set_choice(choice)
        self.menus.show_appearance(choice)
        self.menus.show_keys()
        self._take_letters()
        if self._services.settings.get("text_size") != self._text_size:
            self.rebuild_asked.emit()

    def _take_letters(self) -> None:
        """Let Alt with a letter log in place of opening a menu, where letters need it."""
        self.menus.set_mnemonics(self._keys.mode != ALT)

    def _on_said(self, sentence: str, undo: object) -> None:
        self.toasts.show(self.searching.told(sentence), undo)

    def _on_page_made(self, page: Page) -> None:
        page.action_asked.connect(self.commands.run)
        page.record_asked.connect(self.open_record)
        page.guide_asked.connect(self.open_guide)

    def _on_day_check(self) -> None:
        if self._closed:
            return
        today = self._services.days.today()
        if today != self._shown_day:
            self._shown_day = today
            self._messages.attempt(self._services.days.mark_absence)
            for page in self.stack.made():
                page.turn_day()
            self.searching.show_state()
