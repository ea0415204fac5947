"""The whole window over a real journal, driven as a person drives it."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPlainTextEdit, QWidget

from desktop_app.domain.clock import FixedClock
from desktop_app.domain.stages import Stage
from desktop_app.services.rejections import RejectionForm
from desktop_app.session import open_session
from desktop_app.ui.shell import Shell
from desktop_app.ui.theme import Appearance
from desktop_app.ui.widgets.activity_tile import ActivityTile

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from desktop_app.domain.entries import CheckIn
    from desktop_app.ui.main_window import MainWindow
    from desktop_app.ui.pages.today.entries_view import EntriesView

# A Thursday, as in the mocks.
NOW = datetime(2026, 11, 19, 18, 0, tzinfo=timezone(timedelta(hours=1)))
TODAY = NOW.date()
Found = TypeVar("Found", bound=QWidget)


class WindowDesk:
    """One journal and the window over it; the window is made at first use."""

    def __init__(self, qtbot: QtBot, app: QApplication, path: Path) -> None:
        self.qtbot = qtbot
        self.app = app
        self.path = path
        self.clock = FixedClock(NOW)
        self.keys_pressed = 0
        self.text_scale = 1.0
        self._shell: Shell | None = None
        self.services = open_session(path, self.clock)

    @property
    def window(self) -> MainWindow:
        return self.shell.window

    @property
    def shell(self) -> Shell:
        if self._shell is None:
            self.look = Appearance(
                self.app,
                self.services.settings.get("appearance"),
                text_scale=self.text_scale,
            )
            self._shell = Shell(self.services, self.look)
            window = self._shell.window
            window.resize(1280, 800)
            with self.qtbot.waitSignal(window.first_painted):
                window.show()
            window.activateWindow()
            window.today.setFocus()
            self.settle()
        return self._shell

    def settle(self) -> None:
        """Let what waits for the event loop happen."""
        for _turn in range(2):  # a layout may ask for another one
            QCoreApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()

    def close(self) -> None:
        """Close what is open, and let go of the application's looks."""
        if self._shell is not None:
            window = self._shell.window
            self.services.upkeep.close()
            for sheet in window.findChildren(QDialog):
                sheet.close()
            window._closed = True
            window.close()
            window.deleteLater()
            self._shell = None
            self.app.styleHints().colorSchemeChanged.disconnect(self.look._on_scheme_changed)
        self.settle()
        self.services.upkeep.close()

    def reopen(self) -> None:
        """End the program and start it again."""
        self.close()
        self.services = open_session(self.path, self.clock)

    # What a person does

    def press(self, *keys: str | Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Press keys one after the other, where the focus is."""
        for key in keys:
            target = self.window.focusWidget() or self.window
            sheet = self.sheet(QDialog)
            if sheet is not None:
                target = sheet.focusWidget() or sheet
            self.keys_pressed += 1
            QTest.keyClick(target, key, modifier or Qt.KeyboardModifier.NoModifier)
            self.settle()

    def shortcut(self, keys: str) -> None:
        """Press a shortcut such as Ctrl+Z, where the focus is."""
        if QApplication.activeWindow() is None:  # no window manager gives it back after a sheet
            self.window.activateWindow()
            self.settle()
        QTest.keySequence(self.window.focusWidget() or self.window, keys)
        self.settle()

    def write(self, text: str) -> None:
        """Type into the widget that has the focus."""
        focus = self.window.focusWidget()
        assert focus is not None
        QTest.keyClicks(focus, text)

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        assert widget.isVisible()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=at or widget.rect().center())
        self.settle()

    # What a person sees

    def named(self, kind: type[Found], name: str) -> Found:
        """Return the visible widget with an accessible name, or one that begins so."""
        found = [
            one
            for one in self.window.findChildren(kind)
            if one.isVisible() and one.accessibleName().startswith(name)
        ]
        assert found, name
        return found[0]

    def shows(self, name: str) -> bool:
        return any(
            one.isVisible() and one.accessibleName().startswith(name)
            for one in self.window.findChildren(QWidget)
        )

    def words(self) -> list[str]:
        """Return all labels in sight."""
        return [label.text() for label in self.window.findChildren(QLabel) if label.isVisible()]

    def sheet(self, kind: type[Found]) -> Found | None:
        """Return the sheet that is open, if it is of a kind."""
        found = [one for one in self.window.findChildren(kind) if one.isVisible()]
        return found[-1] if found else None

    def tile(self, kind: str) -> ActivityTile:
        for tile in self.window.findChildren(ActivityTile):
            if tile.property("kind_name") == kind and not tile.isHidden():
                return tile
        raise KeyError(kind)

    @property
    def toast(self) -> str:
        """What the toast says, "" where none is in sight."""
        toast = self.window.toasts.toast
        return toast.sentence if toast.isVisible() else ""

    @property
    def note(self) -> QPlainTextEdit:
        return self.window.today.check_in.note

    @property
    def entries(self) -> EntriesView:
        return self.window.today.entries.view

    def lines(self) -> list[str]:
        """Return the day's entries as they are listed."""
        if not self.entries.isVisible():
            return []
        model = self.entries.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    # What the journal holds

    def check_in(self, day: date = TODAY) -> CheckIn | None:
        return self.services.check_ins.latest(day)

    @property
    def mood(self) -> int | None:
        found = self.check_in()
        return found.mood if found else None

    @property
    def energy(self) -> int | None:
        found = self.check_in()
        return found.energy if found else None

    def stored_note(self, day: date = TODAY) -> str:
        found = self.check_in(day)
        return found.note if found else ""

    def done(self, day: date = TODAY) -> dict[str, float]:
        """Return the kinds logged on a day, with their amounts or minutes."""
        found: dict[str, float] = {}
        for one in self.services.activities.of_day(day):
            found[one.kind] = found.get(one.kind, 0) + (one.minutes or one.amount)
        return found

    def rests(self, day: date = TODAY) -> bool:
        mark = self.services.days.mark_of(day)
        return mark is not None and mark.kind == "rest"

    def log_days(self, *days_ago: int, kind: str = "application", amount: int = 1) -> None:
        """Log on days as they pass, the oldest first."""
        for number in sorted(days_ago, reverse=True):
            self.clock.moment = NOW - timedelta(days=number)
            self.services.activities.log(kind, amount=amount)
        self.clock.moment = NOW

    def reject(self, employer: str = "Oakline Insurance", day: date = TODAY) -> int:
        return self.services.rejections.note(
            RejectionForm(employer=employer, day=day, stage=Stage.SCREENING)
        )
