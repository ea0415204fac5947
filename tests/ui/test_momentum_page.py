"""The Momentum page over a real journal."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget

from desktop_app.domain.clock import FixedClock
from desktop_app.domain.days import DayKind
from desktop_app.domain.stages import Channel, Stage
from desktop_app.services.rejections import RejectionForm
from desktop_app.session import open_session
from desktop_app.transfer.recognise import read_history
from desktop_app.ui.messages import Messages
from desktop_app.ui.pages.momentum import MomentumPage
from desktop_app.ui.pages.today.momentum_card import MomentumCard
from desktop_app.ui.theme import Appearance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

NOW = datetime(2026, 11, 19, 18, 0, tzinfo=timezone(timedelta(hours=1)))
TODAY = NOW.date()
FRENCH = Path(__file__).parent.parent / "data" / "applications_france_2023.csv"


class Desk:
    """The page over a journal."""

    def __init__(self, qtbot: QtBot, app: QApplication, folder: Path) -> None:
        self.qtbot = qtbot
        self.clock = FixedClock(NOW)
        self.services = open_session(folder / "journal.upswing", self.clock)
        self.appearance = Appearance(app, "light", text_scale=1.0)
        self.messages = Messages()
        self.said: list[str] = []
        self.messages.said.connect(lambda sentence, _undo: self.said.append(sentence))
        self._page: MomentumPage | None = None

    @property
    def page(self) -> MomentumPage:
        if self._page is None:
            self._page = MomentumPage(self.services, self.messages, self.appearance)
            self.qtbot.addWidget(self._page)
            self.services.listen(self._page.take_change)
            self._page.resize(1072, 772)
            self._page.show()
            self.qtbot.waitUntil(lambda: self.page.chart.ready, timeout=20_000)
        return self._page

    def log(self, *days_ago: int, kind: str = "application") -> None:
        """Log on days as they pass, the oldest first."""
        for number in sorted(days_ago, reverse=True):
            self.clock.moment = NOW - timedelta(days=number)
            self.services.activities.log(kind)
        self.clock.moment = NOW

    def reject(self, day: date, employer: str = "Oakline Insurance") -> None:
        self.services.rejections.note(
            RejectionForm(employer=employer, day=day, stage=Stage.SCREENING, channel=Channel.CALL)
        )

    def column(self, name: str) -> list[str]:
        table = self.page.table
        place = table.column(name)
        return [str(table.index(row, place).data()) for row in range(table.rowCount())]

    def choose(self, key: str) -> None:
        for segment in self.page.ranges.findChildren(QWidget):
            if getattr(segment, "key", None) == key:
                QTest.mouseClick(segment, Qt.MouseButton.LeftButton)
                return
        raise KeyError(key)

    def shown(self) -> tuple[date | None, date | None]:
        timeline = self.page.timeline
        assert timeline is not None
        return timeline.first, timeline.last

    def words(self) -> list[str]:
        return [
            label.text() for label in self.page.findChildren(QLabel) if label.isVisibleTo(self.page)
        ]


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(qtbot, qapp, tmp_path)
    yield made
    made.services.upkeep.close()


def test_it_opens_on_ninety_days_up_to_today(desk: Desk) -> None:
    desk.log(200, 100, 50, 3, 2, 1)
    assert desk.page.ranges.choice == "90"
    assert desk.shown() == (TODAY - timedelta(days=89), TODAY)


def test_a_young_search_opens_on_thirty_days(desk: Desk) -> None:
    desk.log(5, 4, 0)
    assert desk.page.ranges.choice == "30"


def test_it_opens_on_the_range_that_holds_something(desk: Desk) -> None:
    desk.log(300, 299)
    assert desk.page.ranges.choice == "365"


def test_a_range_button_changes_the_range_and_no_value(desk: Desk) -> None:
    desk.log(*range(0, 120, 3))
    page = desk.page
    last = page.timeline.days[-1] if page.timeline else None
    for key, days in (("30", 30), ("90", 90), ("365", 365)):
        desk.choose(key)
        assert desk.shown() == (TODAY - timedelta(days=days - 1), TODAY)
        assert page.timeline is not None
        assert page.timeline.days[-1] == last
    desk.choose("all")
    assert desk.shown()[1] == TODAY
    assert page.timeline.days[0].first_of_search


def test_a_range_without_records_says_so_and_offers_all(desk: Desk) -> None:
    desk.log(100, 99)
    page = desk.page
    desk.choose("30")
    assert "Nothing is logged in this range." in desk.words()
    assert not page.chart.isVisible()
    assert not page.save_button.isEnabled()
    QTest.mouseClick(page.show_all_button, Qt.MouseButton.LeftButton)
    assert page.ranges.choice == "all"
    assert page.chart.isVisible()
    assert "Nothing is logged in this range." not in desk.words()


def test_an_old_search_fills_the_chart(desk: Desk) -> None:
    desk.services.importing.apply(read_history(FRENCH))
    page = desk.page
    first, last = desk.shown()
    assert first is not None
    assert last is not None
    assert (last.year, last.month) == (2023, 11)
    desk.choose("all")
    first, last = desk.shown()
    assert first is not None
    assert last is not None
    assert date(2023, 8, 1) <= first <= date(2023, 8, 31)
    assert page.timeline is not None
    assert page.timeline.days[0].day == first
    assert len(page.timeline.rejections) == 137


@pytest.mark.parametrize("days", [(), (0,), (1, 0)])
def test_before_there_is_a_line_the_page_stands_without_an_account(
    desk: Desk, days: tuple[int, ...]
) -> None:
    desk.log(*days)
    assert desk.page.chart.isVisible()
    assert desk.page.account.isHidden()
    assert "Why this number?" not in desk.words()


@pytest.mark.parametrize("days", [(0,), (1, 0)])
def test_a_new_search_beside_an_imported_one_has_no_number_yet(
    desk: Desk, days: tuple[int, ...]
) -> None:
    desk.services.importing.apply(read_history(FRENCH))
    desk.log(*days)
    desk.page.ranges.set_choice("all")
    desk.page.refresh()
    said = desk.page.chart.accessibleDescription()
    assert "Momentum goes from" in said
    assert said.endswith("Your line starts after three logged days.")
    assert desk.page.account.isHidden()
    card = MomentumCard(desk.services, desk.appearance)
    desk.qtbot.addWidget(card)
    card.show_day(TODAY)
    seen = {label.text() for label in card.findChildren(QLabel) if label.isVisibleTo(card)}
    assert seen == {"Momentum", "Your line starts after three logged days."}
    desk.log(3, 2)
    card.show_day(TODAY)
    assert desk.page.account.isVisible()
    number = round(desk.services.momentum.standing().momentum or 0)
    seen = {label.text() for label in card.findChildren(QLabel) if label.isVisibleTo(card)}
    assert {str(number), "starting"} <= seen


def test_the_account_explains_the_last_day(desk: Desk) -> None:
    desk.log(3, 2, 1, 0)
    assert "Why this number?" in [label.text() for label in desk.page.findChildren(QLabel)]
    number = round(desk.services.momentum.standing().momentum or 0)
    assert f"Momentum {number}, today" in desk.words()
    assert any(text.startswith("7 full days") for text in desk.words())


def test_the_table_has_a_row_a_day_the_newest_first(desk: Desk) -> None:
    desk.log(3, 2, 1)
    desk.services.days.mark(TODAY, DayKind.REST)
    desk.services.check_ins.set_mood(TODAY - timedelta(days=1), 4)
    desk.reject(TODAY - timedelta(days=2), r"$\frac{<b>Oakline</b>")
    page = desk.page
    QTest.mouseClick(page.table_button, Qt.MouseButton.LeftButton)
    assert page.table_view.isVisible()
    assert not page.chart.isVisible()
    assert desk.column("day") == ["Thu, 19 Nov", "Wed, 18 Nov", "Tue, 17 Nov", "Mon, 16 Nov"]
    assert desk.column("kind")[:2] == ["rest day", "working day"]
    assert desk.column("effort") == ["0", "3", "3", "3"]
    assert desk.column("mood") == ["", "Good", "", ""]
    assert desk.column("rejections")[2] == r"$\frac{<b>Oakline</b>, after the screening"
    assert desk.column("momentum")[:2] == [
        f"{facts.momentum:.0f}"
        for facts in reversed(page.timeline.days[-2:] if page.timeline else ())
    ]
    assert page.table_button.text() == "Show as chart"
    QTest.mouseClick(page.table_button, Qt.MouseButton.LeftButton)
    assert page.chart.isVisible()


def test_what_is_logged_shows_at_once_and_when_it_is_next_seen(desk: Desk) -> None:
    desk.log(3, 2, 1)
    page = desk.page
    desk.reject(TODAY)
    assert page.timeline is not None
    assert [mark.employer for mark in page.timeline.rejections] == ["Oakline Insurance"]
    page.hide()
    desk.log(0)
    assert page.timeline.days[-1].points == 0
    page.show()
    assert page.timeline is not None
    assert page.timeline.days[-1].points == 3


def test_a_rejection_leaves_every_value_as_it_was(desk: Desk) -> None:
    desk.log(3, 2, 1)
    page = desk.page
    before = [facts.momentum for facts in page.timeline.days] if page.timeline else []
    desk.reject(TODAY - timedelta(days=1))
    assert page.timeline is not None
    assert [facts.momentum for facts in page.timeline.days] == before


@pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
def test_a_picture_is_saved_where_the_dialog_says(desk: Desk, tmp_path: Path, ending: str) -> None:
    desk.log(3, 2, 1)
    page = desk.page
    QTest.mouseClick(page.save_button, Qt.MouseButton.LeftButton)
    dialog = page.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    assert dialog.selectedFiles()[0].endswith("momentum-2026-11-19.png")
    target = tmp_path / f"chart.{ending}"
    dialog.fileSelected.emit(str(target))
    dialog.close()
    desk.qtbot.waitUntil(lambda: bool(desk.said), timeout=20_000)
    assert desk.said == [f"The picture is in {target}."]
    assert target.stat().st_size > 1000


def test_a_picture_that_can_not_be_written_is_a_sentence(desk: Desk, tmp_path: Path) -> None:
    desk.log(3, 2, 1)
    page = desk.page
    assert page.timeline is not None
    target = tmp_path / "nowhere" / "chart.png"
    page._pictures.write(page.timeline, desk.appearance.theme, target, (800, 300))
    desk.qtbot.waitUntil(lambda: bool(desk.said), timeout=20_000)
    assert desk.said[0].startswith(f"The picture could not be written to {target}")


def test_copy_puts_the_picture_into_the_clipboard_at_two_pixels_a_point(desk: Desk) -> None:
    desk.log(3, 2, 1)
    page = desk.page
    QTest.mouseClick(page.copy_button, Qt.MouseButton.LeftButton)
    desk.qtbot.waitUntil(lambda: bool(desk.said), timeout=20_000)
    image = desk.appearance.app.clipboard().image()
    assert image.width() == 2 * page._picture_size()[0]
    assert image.height() == 2 * page._picture_size()[1]


def test_the_timeline_grows_with_the_page_up_to_its_most(desk: Desk) -> None:
    desk.log(3, 2, 1)
    page = desk.page
    heights = []
    for height in (480, 640, 772, 1400):
        page.resize(1072, height)
        QTest.qWait(10)
        heights.append(page.chart.height())
    assert heights == sorted(heights)
    assert heights[0] >= 200
    assert heights[2] > 300
    assert heights[3] <= 460


def test_a_narrow_page_stacks_its_header_and_cuts_nothing(desk: Desk) -> None:
    desk.log(3, 2, 1)
    page = desk.page
    page.resize(560, 700)
    QTest.qWait(10)
    for button in (page.copy_button, page.save_button, page.table_button, page.ranges):
        right = button.mapTo(page, button.rect().bottomRight())
        assert page.rect().contains(right)
    assert (
        page.copy_button.mapTo(page, page.copy_button.rect().topLeft()).y()
        > page.ranges.mapTo(page, page.ranges.rect().topLeft()).y()
    )


def test_everything_that_takes_the_focus_has_a_name(desk: Desk) -> None:
    desk.log(3, 2, 1)
    for widget in desk.page.findChildren(QWidget):
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.isVisibleTo(desk.page):
            assert widget.accessibleName(), widget
