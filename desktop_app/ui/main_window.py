"""The main window: sidebar, pages, menus, toast, and what happens when the journal changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QWidget,
)

from desktop_app import tokens
from desktop_app.domain.errors import UpswingError
from desktop_app.i18n import _
from desktop_app.ui.dialogs import Dialogs
from desktop_app.ui.menus import Menus
from desktop_app.ui.messages import Messages
from desktop_app.ui.pages.today import TodayPage
from desktop_app.ui.sidebar import Sidebar

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QResizeEvent

    from desktop_app.domain.changes import Changed
    from desktop_app.services.bundle import Services
    from desktop_app.ui.pages.page import Page
    from desktop_app.ui.theme import Appearance
    from desktop_app.ui.widgets.toast import Toast

DAY_CHECK_MS = 30_000
PAGES = (
    ("today", "sun", "Ctrl+1"),
    ("rejections", "diamonds", "Ctrl+2"),
    ("momentum", "trending-up", "Ctrl+3"),
)


class MainWindow(QMainWindow):
    """The window over one open journal.

    Signals:
        first_painted: the window has been painted once and takes input.
        changed: something in the journal changed; on the thread of the window.
    """

    first_painted = Signal()
    changed = Signal(object)

    def __init__(self, services: Services, appearance: Appearance) -> None:
        super().__init__()
        self._services = services
        self._appearance = appearance
        self._messages = Messages(self)
        self._dialogs = Dialogs(services, self._messages, appearance, self)
        self._closed = False
        labels = {"today": _("Today"), "rejections": _("Rejections"), "momentum": _("Momentum")}
        self.setWindowTitle("Upswing")
        self.setMinimumSize(appearance.px(720), appearance.px(480))
        self.menus = Menus(self, [(name, labels[name], keys) for name, _icon, keys in PAGES])
        self._stack = QStackedWidget()
        self._sidebar = Sidebar(
            appearance,
            [(name, labels[name], icon, keys.replace("+", " ")) for name, icon, keys in PAGES],
            services.path,
        )
        self.today = TodayPage(services, self._messages, appearance)
        self._pages: dict[str, Page] = {"today": self.today}
        self._stack.addWidget(self.today)
        ground = _Ground()
        row = QHBoxLayout(ground)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._sidebar)
        row.addWidget(self._stack, 1)
        self.setCentralWidget(ground)
        self._ground = ground
        self._toast: Toast | None = None
        self._undo_shown: int | None = None
        self._day_timer = QTimer(self)
        self._day_timer.setInterval(DAY_CHECK_MS)
        self._shown_day = services.days.today()
        ground.first_painted.connect(self._on_first_painted)
        self._connect()
        self._show_available()
        self._sidebar.show_page("today")
        self.menus.show_appearance(appearance.choice)
        self.menus.show_undo(services.upkeep.undo_name, services.upkeep.redo_name)

    def show_page(self, name: str) -> Page:
        """Show a page by name and return it."""
        page = self.page(name)
        self._messages.done(self._pages_current().flush)
        self._stack.setCurrentWidget(page)
        self._sidebar.show_page(name)
        if self._toast is not None and not self._toast.isHidden():
            self._toast.place()
        on_today = name == "today"
        for action in ("day_before", "day_after"):
            self.menus.actions[action].setEnabled(on_today)
        page.setFocus()
        return page

    def page(self, name: str) -> Page:
        """Return a page, made on first use so that the start is not burdened with it."""
        found = self._pages.get(name)
        if found is None:
            found = self._make(name)
            self._pages[name] = found
            self._stack.addWidget(found)
        return found

    def come_forward(self) -> None:
        """Bring the window to the front."""
        if self.isMinimized():
            self.showNormal()
        self.show()
        self.raise_()
        self.activateWindow()

    def say(self, sentence: str) -> None:
        """Show a sentence."""
        self._messages.say(sentence)

    def flush(self) -> None:
        """Save what was typed and is not yet saved.

        Raises:
            UpswingError: it could not be saved; it is still in its field.
        """
        for page in self._pages.values():
            page.flush()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Give keys that no widget took to the page."""
        if not self._pages_current().take_key(event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in one column, with a strip of icons, in a narrow window."""
        super().resizeEvent(event)
        narrow = self.width() < self._appearance.px(tokens.ONE_COLUMN_BELOW)
        self._sidebar.set_icons_only(narrow)
        self.today.set_narrow(narrow)

    def changeEvent(self, event: QEvent) -> None:
        """Look at the day when the window is turned to, as after the computer slept."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self._on_day_check()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Save before closing; when that fails, say so and let the person choose."""
        if not self._closed:
            self._dialogs.leave_sheets()
            try:
                self.flush()
            except UpswingError as error:
                if not self._dialogs.closes_anyway(str(error)):
                    event.ignore()
                    return
            self._closed = True
            self._day_timer.stop()
            self._services.upkeep.close()
        super().closeEvent(event)

    def _make(self, name: str) -> Page:
        if name == "rejections":
            from desktop_app.ui.pages.rejections.page import RejectionsPage  # late: off the start

            rejections = RejectionsPage(self._services, self._messages, self._appearance)
            rejections.rejection_asked.connect(self._on_rejection_asked)
            return rejections
        from desktop_app.ui.pages.momentum import MomentumPage  # late: off the start

        return MomentumPage(self._services, self._messages, self._appearance)

    def _pages_current(self) -> Page:
        for page in self._pages.values():
            if page is self._stack.currentWidget():
                return page
        return self.today

    def _connect(self) -> None:
        # Writes may come from a worker: the signal brings them to this thread.
        self._services.listen(self.changed.emit)
        self.changed.connect(self._on_changed)
        self._messages.said.connect(self._on_said)
        self._sidebar.page_chosen.connect(self._go_to)
        self.menus.chosen.connect(self._on_chosen)
        self.today.rejection_asked.connect(self._dialogs.note_rejection)
        self.today.rejection_opened.connect(self._on_rejection_opened)
        self.today.why_asked.connect(self._dialogs.explain)
        self.today.minutes_asked.connect(self._dialogs.ask_minutes)
        self._day_timer.timeout.connect(self._on_day_check)
        self._day_timer.start()

    def _show_available(self) -> None:
        for name, available in (
            ("rejections", self._services.rejections.any()),
            ("momentum", self._services.momentum.bounds() is not None),
        ):
            self._sidebar.set_available(name, available)
            self.menus.set_available(name, available)
            if not available and self._pages.get(name) is self._stack.currentWidget():
                self.show_page("today")

    def _on_first_painted(self) -> None:
        self.first_painted.emit()
        if not self._closed:
            self.today.complete()

    def _on_changed(self, changed: Changed) -> None:
        if self._undo_shown is not None:
            QTimer.singleShot(0, self, self._drop_old_toast)  # a sentence of its own comes first
        for page in self._pages.values():
            page.take_change(changed)
        if changed.tables & {"search", "rejection"}:
            self._show_available()
        if "setting" in changed.tables:
            choice = self._services.settings.get("appearance")
            self._appearance.set_choice(choice)
            self.menus.show_appearance(choice)
        self.menus.show_undo(self._services.upkeep.undo_name, self._services.upkeep.redo_name)

    def _drop_old_toast(self) -> None:
        """Take away a toast whose Undo would take back another step than it names."""
        if self._toast is not None and self._undo_shown != self._services.upkeep.undo_mark:
            self._undo_shown = None
            self._toast.dismiss()

    def _on_said(self, sentence: str, undo: bool) -> None:
        if self._toast is None:
            from desktop_app.ui.widgets.toast import Toast  # late: off the start

            self._toast = Toast(self._appearance, self._ground)
            self._toast.undo_asked.connect(self._on_undo)
        self._undo_shown = self._services.upkeep.undo_mark if undo else None
        self._toast.show_message(sentence, undo=undo)

    def _on_chosen(self, name: str) -> None:
        first, _colon, rest = name.partition(":")
        if first == "page":
            self._go_to(rest)
        elif first == "appearance":
            today = self._services.days.today()
            self._messages.attempt(
                lambda: self._services.settings.set("appearance", rest, today=today)
            )
        else:
            {
                "import": self._dialogs.import_file,
                "quit": self.close,
                "undo": self._on_undo,
                "redo": self._on_redo,
                "rejection": self._on_rejection_asked,
                "day_before": self._on_day_before,
                "day_after": self._on_day_after,
                "today": self._on_today,
                "about": self._dialogs.tell_about,
            }[first]()

    def _go_to(self, name: str) -> None:
        """Show a page; Today, asked for while it shows another day, goes to today."""
        if name == "today" and self._pages_current() is self.today:
            self._on_today()
        else:
            self.show_page(name)

    def _on_undo(self) -> None:
        if not self._messages.done(self.flush):
            return
        name = self._messages.attempt(self._services.upkeep.undo)
        if name:
            self._messages.say(_("Taken back: {step}").format(step=name))

    def _on_redo(self) -> None:
        name = self._messages.attempt(self._services.upkeep.redo)
        if name:
            self._messages.say(_("Done again: {step}").format(step=name), undo=True)

    def _on_rejection_asked(self) -> None:
        self._dialogs.note_rejection(self.today.day)

    def _on_rejection_opened(self, identity: int) -> None:
        page = self.show_page("rejections")
        select = getattr(page, "select", None)
        if select is not None:
            select(identity)

    def _on_day_before(self) -> None:
        self.today.header.day_moved.emit(-1)

    def _on_day_after(self) -> None:
        self.today.header.day_moved.emit(1)

    def _on_today(self) -> None:
        self.show_page("today")
        self.today.show_day(self._services.days.today())

    def _on_day_check(self) -> None:
        if self._closed:
            return
        today = self._services.days.today()
        if today != self._shown_day:
            self._shown_day = today
            self._messages.attempt(self._services.days.mark_absence)
            for page in self._pages.values():
                page.turn_day()


class _Ground(QWidget):
    """What everything stands on; it tells of its first painting."""

    first_painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.first_painted.emit)
