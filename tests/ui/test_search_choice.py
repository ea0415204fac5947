"""Where records come from several searches, the person chooses of which they are shown."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.domain.searches import Ending, JobSearch, search_label
from desktop_app.services.rejections import RejectionForm
from desktop_app.ui.widgets.search_choice import SearchChoice
from tests.ui.desks import TODAY

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.ui.pages.momentum.page import MomentumPage
    from desktop_app.ui.pages.rejections.page import RejectionsPage
    from tests.ui.desks import WindowDesk

DAY = timedelta(days=1)
OLD, NEW = date(2026, 1, 10), TODAY - 5 * DAY


def search(identity: int, first: date, ended: date | None = None) -> JobSearch:
    ending = Ending.OTHER if ended else None
    return JobSearch(identity, first, ended, ending, 0.0, "", ())


@pytest.fixture
def desk(window_desk: WindowDesk) -> WindowDesk:
    """Return the window over two searches with a no in each."""
    services = window_desk.services
    for back in range(4):
        services.activities.log("application", day=OLD + back * DAY)
    services.rejections.note(RejectionForm("Oakline", day=OLD + DAY))
    services.searches.end(Ending.STOPPED, day=OLD + 20 * DAY)
    for back in range(3):
        services.activities.log("application", day=NEW + back * DAY)
    services.rejections.note(RejectionForm("Tidewater", day=TODAY))
    return window_desk


def employers(page: RejectionsPage) -> list[str]:
    return [page.proxy.record(row).employer for row in range(page.proxy.rowCount())]


def rejections(desk: WindowDesk) -> RejectionsPage:
    return cast("RejectionsPage", desk.window.show_page("rejections"))


def momentum(desk: WindowDesk) -> MomentumPage:
    return cast("MomentumPage", desk.window.show_page("momentum"))


def labels(page: MomentumPage) -> list[str]:
    return [segment.label for segment in page.ranges._segments]


# The widget


def test_with_one_search_there_is_nothing_to_choose(qtbot: QtBot) -> None:
    choice = SearchChoice()
    qtbot.addWidget(choice)
    choice.set_searches([search(1, OLD)])
    assert choice.isHidden()
    choice.set_searches([search(2, NEW), search(1, OLD, OLD + 20 * DAY)])
    assert not choice.isHidden()
    assert [choice.itemText(n) for n in range(3)] == [
        "All searches", "Since Nov 2026", "10 to 30 Jan 2026",
    ]  # fmt: skip


def test_only_what_the_person_chooses_is_told(qtbot: QtBot) -> None:
    choice = SearchChoice()
    qtbot.addWidget(choice)
    told: list[int | None] = []
    choice.search_chosen.connect(told.append)
    both = [search(2, NEW), search(1, OLD, OLD + 20 * DAY)]
    choice.set_searches(both)
    choice.choose(1)
    choice.set_searches(both)
    assert (choice.search, told) == (1, [])
    QTest.keyClick(choice, Qt.Key.Key_Up)
    assert (choice.search, told) == (2, [2])
    choice.set_searches([search(3, NEW), search(1, OLD, OLD + 20 * DAY)])
    assert choice.search is None


@pytest.mark.parametrize(
    ("first", "ended", "label"),
    [
        (date(2026, 11, 3), date(2026, 11, 20), "3 to 20 Nov 2026"),
        (date(2026, 8, 3), date(2026, 11, 20), "Aug to Nov 2026"),
        (date(2025, 12, 3), date(2026, 1, 20), "Dec 2025 to Jan 2026"),
        (date(2026, 11, 3), None, "Since Nov 2026"),
    ],
)
def test_a_search_is_named_by_its_months(first: date, ended: date | None, label: str) -> None:
    assert search_label(search(1, first, ended)) == label


# Rejections


def test_rejections_are_those_of_one_search(desk: WindowDesk) -> None:
    page = rejections(desk)
    assert employers(page) == ["Tidewater", "Oakline"]
    QTest.keyClick(page.searches, Qt.Key.Key_Down)
    assert employers(page) == ["Tidewater"]
    QTest.keyClick(page.searches, Qt.Key.Key_Down)
    assert employers(page) == ["Oakline"]
    desk.services.rejections.note(RejectionForm("Kestrel", day=OLD + 2 * DAY))
    desk.settle()
    assert employers(page) == ["Kestrel", "Oakline"]


def test_the_way_from_a_searches_page_gives_up_other_filters(desk: WindowDesk) -> None:
    page = rejections(desk)
    page.search.setText("Tide")
    page.show_search(desk.services.searches.all()[1].id)
    assert employers(page) == ["Oakline"]
    page.select(next(one.id for one in page.table.records if one.employer == "Tidewater"))
    assert employers(page) == ["Tidewater", "Oakline"]


def test_one_search_needs_no_choice_and_hides_nothing(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.log_days(2, 1)
    desk.reject()
    page = rejections(desk)
    assert page.searches.isHidden()
    desk.services.searches.end(Ending.STOPPED)
    page.show_search(desk.services.searches.all()[0].id)
    assert page.searches.search is None
    assert employers(page) == ["Oakline Insurance"]


# Momentum


def test_this_search_is_a_range_where_there_are_several(desk: WindowDesk) -> None:
    page = momentum(desk)
    assert labels(page)[-1] == "This search"
    page.show_search(desk.services.searches.all()[0].id)
    assert page.timeline is not None
    assert (page.timeline.first, page.timeline.last) == (NEW, TODAY)
    page.show_search(desk.services.searches.all()[1].id)
    assert labels(page)[-1] == "10 to 30 Jan 2026"
    assert (page.timeline.first, page.timeline.last) == (OLD, OLD + 20 * DAY)


def test_one_search_has_the_usual_ranges(window_desk: WindowDesk) -> None:
    window_desk.log_days(2, 1)
    page = momentum(window_desk)
    assert labels(page) == ["30 days", "90 days", "1 year", "All"]
    page.show_search(window_desk.services.searches.all()[0].id)
    assert page.ranges.choice == "all"


def test_a_search_that_is_gone_leaves_the_usual_ranges(desk: WindowDesk) -> None:
    page = momentum(desk)
    page.show_search(desk.services.searches.all()[1].id)
    while desk.services.searches.all()[1:]:
        desk.services.upkeep.undo()
    desk.settle()
    assert "search" not in [segment.key for segment in page.ranges._segments]
    assert page.timeline is not None
