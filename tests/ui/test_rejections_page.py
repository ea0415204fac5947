"""The Rejections page: table, panel, search, filter, change, delete and undo, small windows."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QMainWindow, QWidget

from desktop_app.domain.clock import FixedClock
from desktop_app.domain.history import History, ReadApplication, ReadStage
from desktop_app.domain.stages import Channel, Outcome, Stage
from desktop_app.services.rejections import RejectionForm
from desktop_app.session import open_session
from desktop_app.ui.messages import Messages
from desktop_app.ui.pages.rejections.page import RejectionsPage
from desktop_app.ui.sheets.rejection_sheet import RejectionSheet
from desktop_app.ui.theme import Appearance
from desktop_app.ui.widgets.chip import Chip

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=timezone(timedelta(hours=1)))
TODAY = NOW.date()
HOSTILE = "<b>x</b> & $\\frac{1}{2}$ <img src=x>"


class Desk:
    """The page in a window, over a real journal that it listens to."""

    def __init__(self, qtbot: QtBot, app: QApplication, folder: Path) -> None:
        self.qtbot = qtbot
        self.services = open_session(folder / "journal.upswing", FixedClock(NOW))
        self.messages = Messages()
        self.said: list[tuple[str, bool]] = []
        self.messages.said.connect(lambda sentence, undo: self.said.append((sentence, undo)))
        self.look = Appearance(app, "light", text_scale=1.0)
        self.page = RejectionsPage(self.services, self.messages, self.look)
        self.services.listen(self.page.take_change)
        self.window = QMainWindow()
        self.window.setCentralWidget(self.page)
        qtbot.addWidget(self.window)

    def note(
        self,
        employer: str,
        stage: Stage = Stage.APPLICATION,
        day: date | None = None,
        channel: Channel = Channel.EMAIL,
        reason: str = "",
        mood: int | None = None,
    ) -> int:
        form = RejectionForm(employer, "Analyst", day, stage, channel, reason, mood)
        return self.services.rejections.note(form)

    def show(self, width: int = 1280, height: int = 800) -> RejectionsPage:
        self.window.resize(width, height)
        with self.qtbot.waitActive(self.window):
            self.window.show()
            self.window.activateWindow()
        return self.page

    def employers(self) -> list[str]:
        proxy = self.page.proxy
        return [proxy.record(row).employer for row in range(proxy.rowCount())]

    def panel_words(self) -> str:
        return "\n".join(
            label.text() for label in self.page.panel.findChildren(QLabel) if label.isVisible()
        )

    def words(self) -> str:
        return "\n".join(
            label.text() for label in self.page.findChildren(QLabel) if label.isVisible()
        )

    def press(self, words: str) -> None:
        found = next(
            one
            for one in self.page.findChildren(QAbstractButton)
            if words in (one.text(), one.accessibleName()) and one.isVisible()
        )
        self.qtbot.mouseClick(found, Qt.MouseButton.LeftButton)

    def chips(self) -> list[str]:
        return [one.label for one in self.page.filter.findChildren(Chip) if one.isVisible()]

    def chip(self, words: str) -> None:
        found = next(
            one
            for one in self.page.filter.findChildren(QWidget)
            if one.accessibleName().startswith(f"Which rejections, {words}")
        )
        self.qtbot.mouseClick(found, Qt.MouseButton.LeftButton)

    def stage(self, words: str) -> None:
        """Choose a stage by its first letters, as the keyboard does."""
        self.page.stages.setFocus()
        QTest.keyClicks(self.page.stages, words)


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(qtbot, qapp, tmp_path)
    yield made
    made.services.upkeep.close()
    qapp.styleHints().colorSchemeChanged.disconnect(made.look._on_scheme_changed)


def test_an_empty_journal_says_so_and_offers_the_sheet(desk: Desk) -> None:
    page = desk.show()
    assert "No rejection is noted." in desk.words()
    assert not page.panel.isVisible()
    asked = next(
        one
        for one in page.findChildren(QWidget)
        if one.accessibleName() == "A rejection came in" and one.isVisible()
    )
    with desk.qtbot.waitSignal(page.rejection_asked):
        desk.qtbot.mouseClick(asked, Qt.MouseButton.LeftButton)
    desk.note("Halden")
    assert desk.employers() == ["Halden"]
    assert page.panel.isVisible()


def test_the_newest_is_first_and_in_the_panel_and_nothing_counts_them(desk: Desk) -> None:
    desk.note("Older", day=TODAY - timedelta(9))
    desk.note("Newer", day=TODAY - timedelta(1), mood=2, reason="No budget", channel=Channel.CALL)
    page = desk.show()
    assert desk.employers() == ["Newer", "Older"]
    words = desk.panel_words()
    for expected in ("Monday, 23 November", "Newer", "Analyst", "Call", "No budget"):
        assert expected in words
    assert "mood" not in words.casefold()
    assert not any(one.accessibleName() == "Low" for one in page.panel.findChildren(QWidget))
    titles = [
        one.text()
        for one in page.findChildren(QLabel)
        if one.property("role") == "h1" and one.isVisible()
    ]
    assert titles == ["Rejections"]


def test_the_panel_tells_the_applications_own_dates(desk: Desk) -> None:
    desk.services.importing.apply(
        History(
            "test",
            "Test",
            (
                ReadApplication(
                    1, "a", "Halden", "Analyst", date(2026, 10, 1),
                    (ReadStage(Stage.SCREENING, date(2026, 10, 9)),),
                    Outcome.REJECTED, date(2026, 10, 20),
                ),
            ),
        )
    )  # fmt: skip
    desk.show()
    words = desk.panel_words().split("\n")
    assert words[words.index("You got as far as") + 1] == "Screening"
    for label, day in (("Applied", "1 Oct"), ("Screening", "9 Oct"), ("Answer", "20 Oct")):
        at = [n for n, word in enumerate(words) if word == label]
        assert any(words[n + 1] == day for n in at if n + 1 < len(words)), label
    assert "The answer came after 19 days." in words


def test_keys_go_through_the_rows_and_the_panel_follows(desk: Desk) -> None:
    for n in range(30):
        desk.note(f"Employer {n:02}", day=TODAY - timedelta(n))
    page = desk.show()
    page.view.setFocus()
    for key, row in (
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_End, 29),
        (Qt.Key.Key_Up, 28),
        (Qt.Key.Key_Home, 0),
    ):
        QTest.keyClick(page.view, key)
        assert page.view.row == row
        assert f"Employer {row:02}" in desk.panel_words()
    QTest.keyClick(page.view, Qt.Key.Key_PageDown)
    assert page.view.row > 5


def test_a_letter_in_the_table_is_left_to_the_window(desk: Desk) -> None:
    desk.note("Alpha", day=TODAY)
    desk.note("Xenon", day=TODAY - timedelta(1))
    page = desk.show()
    page.view.setFocus()
    QTest.keyClick(page.view, "x")
    assert page.view.row == 0


def test_a_click_on_a_title_sorts_and_the_selection_stays_on_its_record(desk: Desk) -> None:
    desk.note("Beta", day=TODAY)
    desk.note("Alpha", day=TODAY - timedelta(1))
    page = desk.show()
    header = page.view.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(1) + 20, 15)
    desk.qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert desk.employers() == ["Alpha", "Beta"]
    assert page.selected is not None
    assert page.selected.employer == "Beta"


def test_the_menu_sorts_without_a_mouse(desk: Desk) -> None:
    desk.note("Beta", day=TODAY)
    desk.note("Alpha", day=TODAY - timedelta(1))
    page = desk.show()
    by_employer = next(a for a in page.view.actions() if a.text() == "Sort by “Employer”")
    by_employer.trigger()
    assert desk.employers() == ["Alpha", "Beta"]
    by_employer.trigger()
    assert desk.employers() == ["Beta", "Alpha"]


def test_a_stage_filters_and_only_those_that_occur_are_offered(desk: Desk) -> None:
    desk.note("Beta", Stage.INTERVIEW)
    page = desk.show()
    assert page.stages.stages == ()
    assert not page.stages.isVisible()
    desk.note("Alpha", Stage.APPLICATION)
    assert page.stages.stages == (Stage.APPLICATION, Stage.INTERVIEW)
    desk.stage("Int")
    assert desk.employers() == ["Beta"]
    assert "Beta" in desk.panel_words()
    QTest.keyClick(page.stages, Qt.Key.Key_Home)
    assert sorted(desk.employers()) == ["Alpha", "Beta"]


def test_search_is_reached_by_key_and_left_by_esc(desk: Desk) -> None:
    desk.note("Halden", reason="No budget", day=TODAY)
    desk.note("Oakline", day=TODAY - timedelta(1))
    page = desk.show()
    page.view.setFocus()
    page.run("find")
    assert page.search.hasFocus()
    QTest.keyClicks(page.search, "BUDGET")
    assert desk.employers() == ["Halden"]
    page.search.setText("oak/")
    assert desk.employers() == []
    assert "Nothing here matches that." in desk.words()
    assert not page.panel.isVisible()
    QTest.keyClick(page.search, Qt.Key.Key_Escape)
    assert page.search.text() == ""
    assert desk.employers() == ["Halden", "Oakline"]
    QTest.keyClick(page.search, Qt.Key.Key_Escape)
    assert page.view.hasFocus()
    page.run("find")
    assert page.search.hasFocus()


def test_show_all_brings_everything_back(desk: Desk) -> None:
    desk.note("Halden", Stage.TASK)
    desk.note("Oakline")
    page = desk.show()
    desk.stage("Task")
    page.search.setText("nothing like it")
    desk.press("Show all")
    assert len(desk.employers()) == 2
    assert page.stages.stage is None
    assert page.panel.isVisible()


def test_del_deletes_and_undo_brings_it_back_selected(desk: Desk) -> None:
    desk.note("Halden", day=TODAY)
    desk.note("Oakline", day=TODAY - timedelta(1))
    page = desk.show()
    page.view.setFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Delete)
    assert desk.employers() == ["Oakline"]
    assert desk.said == [("Rejection deleted", True)]
    assert "Oakline" in desk.panel_words()
    desk.services.upkeep.undo()
    assert desk.employers() == ["Halden", "Oakline"]
    assert page.selected is not None
    assert page.selected.employer == "Halden"


@pytest.mark.parametrize("way", ["enter", "double click", "button"])
def test_a_rejection_is_changed_from_the_table_and_the_panel(desk: Desk, way: str) -> None:
    desk.note("Halden", day=TODAY)
    page = desk.show()
    page.view.setFocus()
    if way == "enter":
        QTest.keyClick(page.view, Qt.Key.Key_Return)
    elif way == "button":
        desk.press("Edit…")
    else:
        at = page.view.visualRect(page.proxy.index(0, 1)).center()
        desk.qtbot.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
        desk.qtbot.mouseDClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    sheet = desk.window.findChild(RejectionSheet)
    assert sheet is not None
    sheet.fields.employer.setText("Halden Analytics")
    sheet.save()
    assert desk.employers() == ["Halden Analytics"]
    assert "Halden Analytics" in desk.panel_words()
    assert desk.said == [("Rejection changed", True)]


def test_select_shows_one_even_where_a_search_hid_it(desk: Desk) -> None:
    first = desk.note("Halden", day=TODAY - timedelta(4))
    desk.note("Oakline", day=TODAY)
    desk.page.select(first)
    page = desk.show()
    assert page.selected is not None
    assert page.selected.id == first
    page.search.setText("oak")
    page.select(first)
    assert page.selected is not None
    assert page.selected.id == first
    assert page.search.text() == ""


def test_hostile_words_are_shown_as_they_are(desk: Desk) -> None:
    desk.note(HOSTILE, reason=HOSTILE * 500)
    page = desk.show()
    assert HOSTILE in desk.panel_words()
    for label in page.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText
    assert not page.grab().isNull()


@pytest.mark.parametrize(("width", "height"), [(1000, 700), (1000, 640), (1366, 696)])
def test_it_stands_in_small_windows(desk: Desk, width: int, height: int) -> None:
    desk.note("Halden", Stage.FINAL, reason="A long answer. " * 80)
    desk.note("Oakline")
    page = desk.show(width, height)
    assert page.width() <= width
    assert desk.window.height() == height
    under = page.panel.mapTo(page, page.panel.rect().topLeft()).y() > 100
    assert under is (width < 1100)
    assert page.view.height() >= 100
    assert page.panel.isVisible()


def test_every_focusable_widget_has_a_name(desk: Desk) -> None:
    desk.note("Halden", Stage.TASK)
    desk.note("Oakline")
    page = desk.show()
    nameless = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not widget.accessibleName()
    ]
    assert nameless == []
