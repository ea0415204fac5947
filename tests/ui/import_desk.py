"""The import sheet over a real journal, driven as a person drives it."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QTableView

from desktop_app.domain.clock import FixedClock
from desktop_app.session import open_session
from desktop_app.ui.messages import Messages
from desktop_app.ui.sheets.import_sheet import ImportSheet
from desktop_app.ui.theme import Appearance

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

DATA = Path(__file__).parent.parent / "data"
FRENCH = DATA / "applications_france_2023.csv"
AMERICAN = DATA / "applications_usa_2021_2023.csv"
NOW = datetime(2026, 11, 24, 10, 0, tzinfo=timezone(timedelta(hours=1)))


class Desk:
    """The sheet over a real journal."""

    def __init__(self, qtbot: QtBot, app: QApplication, folder: Path) -> None:
        self.qtbot = qtbot
        self.folder = folder
        self.services = open_session(folder / "journal.upswing", FixedClock(NOW))
        self.journal = self.services._journal
        self.messages = Messages()
        self.said: list[tuple[str, bool]] = []
        self.messages.said.connect(lambda sentence, undo: self.said.append((sentence, undo)))
        self.look = Appearance(app, "light")
        self.open()

    def open(self) -> None:
        self.sheet = ImportSheet(self.look, self.services, self.messages)
        self.qtbot.addWidget(self.sheet)
        self.sheet.show()

    def button(self, words: str) -> QPushButton:
        return next(one for one in self.sheet.findChildren(QPushButton) if one.text() == words)

    def press(self, words: str) -> None:
        self.qtbot.mouseClick(self.button(words), Qt.MouseButton.LeftButton)

    def words(self) -> str:
        shown = (one for one in self.sheet.findChildren(QLabel) if one.isVisible())
        return "\n".join(one.text() for one in shown)

    def cells(self, name: str) -> list[list[str]]:
        view = next(
            one for one in self.sheet.findChildren(QTableView) if one.accessibleName() == name
        )
        model = view.model()
        if not view.isVisible():
            return []
        return [
            [str(model.index(row, column).data()) for column in range(model.columnCount())]
            for row in range(model.rowCount())
        ]

    def read(self, path: Path) -> None:
        self.sheet.read_file(path)
        self.wait_for_word_or_failure()

    def wait_for_word_or_failure(self) -> None:
        # While something runs there is no 'Choose'.
        self.qtbot.waitUntil(
            lambda: any(
                one.isVisible() and one.isEnabled() and one.text().startswith("Choose")
                for one in self.sheet.findChildren(QPushButton)
            ),
            timeout=5000,
        )

    def write(self, text: str) -> Path:
        path = self.folder / "search.csv"
        path.write_text(text, encoding="utf-8")
        return path

    def wait_for_counts(self) -> str:
        """Return what the mapping screen says of all rows, once they are read."""
        self.qtbot.waitUntil(lambda: self.sheet._brought is not None, timeout=5000)
        return self.sheet.mapping.preview.words.text()

    def choose(self, box: QComboBox, label: str) -> None:
        """Choose in a box; see ``choose``."""
        choose(self.qtbot, box, label)

    def count(self, table: str) -> int:
        return int(self.journal.value(f"SELECT count(*) FROM {table}"))


def choose(qtbot: QtBot, box: QComboBox, label: str) -> None:
    """Open a box with the mouse and take a line of its list by keys.

    Without a window manager no release of the mouse reaches an open list.
    """
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton)
    view = box.view()
    qtbot.waitUntil(view.isVisible)
    row = box.findText(label)
    assert row >= 0, label
    qtbot.keyClick(view, Qt.Key.Key_Home)
    for _step in range(row):
        qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: box.currentText() == label and not view.isVisible())
