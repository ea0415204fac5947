"""The Applications page: found, moved on by one key or by the mouse, and told in words."""

from __future__ import annotations

from datetime import time, timedelta

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QWidget

from desktop_app.domain.applications import Person
from desktop_app.domain.history import History, ReadApplication
from desktop_app.domain.stages import Outcome, Stage
from desktop_app.services.application_stages import StageForm
from desktop_app.services.rejections import RejectionForm
from desktop_app.ui.sheets.answers_sheet import AnswersSheet
from desktop_app.ui.sheets.application_sheet import ApplicationSheet
from desktop_app.ui.sheets.person_sheet import PersonSheet
from desktop_app.ui.sheets.stage_sheet import StageSheet
from desktop_app.ui.widgets.stage_meter import StageMeter
from tests.ui.applications import (
    HOSTILE,
    LAST_WEEK,
    button,
    chips,
    employers,
    entry,
    menu_of,
    one,
    opened,
    panel,
    sent,
    states,
)
from tests.ui.desks import NOW, TODAY, WindowDesk

# The page


def test_it_appears_with_its_first_application(window_desk: WindowDesk) -> None:
    desk = window_desk
    window = desk.window
    assert not window.menus.actions["page:applications"].isVisible()
    sent(desk, "Halden")
    desk.settle()
    assert window.menus.actions["page:applications"].isVisible()
    names = [page.name for page in window.stack.made()]
    assert names == ["today"]
    page = opened(desk)
    assert employers(page) == ["Halden"]
    desk.shortcut("Ctrl+Z")
    assert window.stack.current is window.today
    assert not window.menus.actions["page:applications"].isVisible()


def test_each_says_where_it_stands_and_nothing_counts_them(window_desk: WindowDesk) -> None:
    desk = window_desk
    sent(desk, "Waiting", TODAY - timedelta(days=12))
    planned = sent(desk, "Planned", TODAY - timedelta(days=11))
    desk.services.stages.plan(planned, StageForm(Stage.INTERVIEW, TODAY + timedelta(days=5)))
    gone = sent(desk, "Gone", TODAY - timedelta(days=10))
    desk.services.outcomes.close(gone, Outcome.WITHDRAWN)
    page = opened(desk)
    assert employers(page) == ["Gone", "Planned", "Waiting"]
    assert states(page) == ["withdrawn", "interview on 24 Nov", "waiting 12 days"]
    titles = [one.text() for one in page.findChildren(QLabel) if one.property("role") == "h1"]
    assert "Applications" in titles
    assert not any(character.isdigit() for character in "".join(titles))


def test_it_sorts_by_what_is_due_first(window_desk: WindowDesk) -> None:
    desk = window_desk
    sent(desk, "Waiting", TODAY - timedelta(days=12))
    late = sent(desk, "Later", TODAY - timedelta(days=11))
    desk.services.stages.plan(late, StageForm(Stage.INTERVIEW, TODAY + timedelta(days=5)))
    soon = sent(desk, "Soon", TODAY - timedelta(days=10))
    desk.services.stages.plan(soon, StageForm(Stage.TASK, TODAY))
    page = opened(desk)
    page.view.sortByColumn(page.table.column("state"), Qt.SortOrder.AscendingOrder)
    assert employers(page) == ["Soon", "Later", "Waiting"]


def test_words_find_one_by_anything_that_is_written_of_it(window_desk: WindowDesk) -> None:
    desk = window_desk
    halden = sent(desk, "Halden", location="Lyon", reference="H-7", note="Nice team")
    desk.services.people.add(halden, Person("Marta Ruiz"))
    sent(desk, "Oakline", source="LinkedIn")
    page = opened(desk)
    desk.press("/")
    assert page.search.hasFocus()
    for words, found in (
        ("hald", ["Halden"]),
        ("lyon", ["Halden"]),
        ("h-7", ["Halden"]),
        ("team nice", ["Halden"]),
        ("marta", ["Halden"]),
        ("linkedin", ["Oakline"]),
        ("analyst", ["Oakline", "Halden"]),
        ("nowhere", []),
    ):
        page.search.setText(words)
        assert employers(page) == found
    assert "Nothing here matches that." in desk.words()
    desk.press(Qt.Key.Key_Escape)
    assert len(employers(page)) == 2


def test_chips_offer_only_what_occurs(window_desk: WindowDesk) -> None:
    desk = window_desk
    first = sent(desk, "Halden")
    sent(desk, "Oakline")
    page = opened(desk)
    assert chips(page) == []
    desk.services.outcomes.close(first, Outcome.SILENCE)
    desk.settle()
    assert chips(page) == ["All", "Open", "Closed"]
    desk.click(button(page, "Which applications, Closed"))
    assert employers(page) == ["Halden"]
    second = sent(desk, "Norvik")
    desk.services.stages.plan(second, StageForm(Stage.TASK, TODAY))
    desk.settle()
    assert chips(page) == ["All", "Open", "With a date ahead", "Closed"]
    assert employers(page) == ["Halden"]
    desk.click(button(page, "Which applications, With a date ahead"))
    assert employers(page) == ["Norvik"]


def test_one_of_several_searches_can_be_chosen(window_desk: WindowDesk) -> None:
    desk = window_desk
    read = [
        ReadApplication(n, str(n), f"Old {n}", "", TODAY.replace(year=2020, day=n)) for n in (1, 19)
    ]
    desk.services.importing.apply(History("test", "Test", tuple(read)))
    sent(desk, "New")
    page = opened(desk)
    assert page.searches.isVisible()
    offered = [page.searches.itemText(place) for place in range(page.searches.count())]
    assert offered == ["All searches", "Since Nov 2026", "1 to 19 Nov 2020"]
    page.searches.setFocus()
    desk.press(Qt.Key.Key_Down)
    assert employers(page) == ["New"]
    old = next(one for one in page.table.records if one.employer == "Old 1")
    page.select(old.id)
    assert page.selected == old
    assert page.searches.search is None
    desk.window.searching.show_records("applications", desk.services.searches.all()[1].id)
    assert employers(page) == ["Old 19", "Old 1"]


# The panel


def test_the_panel_tells_everything(window_desk: WindowDesk) -> None:
    desk = window_desk
    halden = sent(
        desk, "Halden", TODAY - timedelta(days=20), source="A friend", location="Lyon",
        link="https://halden.example/7", reference="H-7", note="First line\nSecond line",
        address="1 Rue Haute", web="halden.example",
        person=Person("Marta Ruiz", "Lead", "m@halden.example", "+33 1", "Kind"),
    )  # fmt: skip
    stages = desk.services.stages
    stages.reach(halden, StageForm(Stage.SCREENING, LAST_WEEK, None, "By phone"))
    stages.plan(
        halden, StageForm(Stage.INTERVIEW, TODAY + timedelta(days=1), time(14, 30), "Room 3")
    )
    page = opened(desk)
    words = panel(page).split("\n")
    for expected in (
        "Sent Friday, 30 October", "Halden", "Analyst", "Lyon · A friend",
        "Interview tomorrow, 14:30", "Sent 20 days ago.", "Screening", "12 Nov", "By phone",
        "tomorrow, 14:30", "Room 3", "Marta Ruiz", "Lead", "m@halden.example", "+33 1", "Kind",
        "https://halden.example/7", "H-7", "1 Rue Haute", "halden.example",
        "First line",
    ):  # fmt: skip
        assert expected in words, expected
    meter = page.panel.findChild(StageMeter)
    assert meter.accessibleName() == "You got as far as Screening, stage 2 of 3"


def test_how_long_it_waits_stands_beside_how_long_answers_take(window_desk: WindowDesk) -> None:
    desk = window_desk
    for number, days in enumerate((1, 2, 3, 4, 30)):
        sent(desk, f"Answered {number}", TODAY - timedelta(days=40))
        day = TODAY - timedelta(days=40 - days)
        desk.services.rejections.note(RejectionForm(f"Answered {number}", day=day))
    sent(desk, "Waiting", TODAY - timedelta(days=12))
    page = opened(desk)
    usual = "within 3 days, nine of ten within 20 days"
    assert f"Half of your 5 answers came {usual}; 1 has had none." in desk.words()
    assert "Waiting 12 days" in panel(page)
    assert f"Half of your answers came {usual}." in panel(page)
    page.select(next(one.id for one in page.table.records if one.employer == "Answered 4"))
    assert "The answer came after 30 days." in panel(page)
    desk.click(button(page, "How is this computed?"))
    sheet = desk.sheet(AnswersSheet)
    assert sheet is not None
    assert any("ninth decile" in label.text() for label in sheet.findChildren(QLabel))


def test_nothing_is_said_of_answers_before_there_are_any(window_desk: WindowDesk) -> None:
    desk = window_desk
    sent(desk, "Halden")
    page = opened(desk)
    assert not page.answers.isVisible()
    desk.services.rejections.note(RejectionForm("Halden"))
    desk.settle()
    assert page.answers.sentence.text() == ("1 answer so far, too few to say how long they take.")


def test_a_link_is_plain_text_that_opens_only_by_a_click(
    window_desk: WindowDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = window_desk
    sent(desk, "Halden", link="halden.example/jobs")
    sent(desk, "Strange", LAST_WEEK - timedelta(days=1), link="javascript:alert(1)")
    asked: list[str] = []
    monkeypatch.setattr(
        "desktop_app.ui.pages.applications.doing.QDesktopServices.openUrl",
        lambda url: asked.append(url.toString()) or True,
    )
    page = opened(desk)
    assert asked == []
    desk.click(button(page, "Open in the browser: Link"))
    assert asked == ["https://halden.example/jobs"]
    desk.click(button(page, "Copy: Link"))
    assert QGuiApplication.clipboard().text() == "halden.example/jobs"
    assert desk.toast == "Copied"
    page.view.setFocus()
    desk.press("c")
    desk.press(Qt.Key.Key_Down)
    assert not any(
        one.isVisible() and one.accessibleName().startswith("Open in the browser")
        for one in page.panel.findChildren(QAbstractButton)
    )
    desk.window.commands.run("open_link")
    assert len(asked) == 1
    assert desk.toast == "It has no link that a browser can open."


# Menus


def test_the_button_of_the_panel_does_all_by_mouse(window_desk: WindowDesk) -> None:
    desk = window_desk
    halden = sent(desk, "Halden")
    page = opened(desk)
    desk.click(page.panel.news)
    menu = menu_of(page)
    assert not entry(menu, "Open it again").isEnabled()
    assert not entry(menu, "What was planned took place").isEnabled()
    assert entry(menu, "Stage reached: Interview").text().endswith("\tI")
    entry(menu, "Stage reached: Interview").trigger()
    menu.close()
    desk.settle()
    assert one(desk, halden).stage is Stage.INTERVIEW
    assert page.findChildren(QMenu) == []


def test_the_menu_key_and_a_right_click_offer_everything(window_desk: WindowDesk) -> None:
    desk = window_desk
    sent(desk, "Oakline", TODAY)
    sent(desk, "Halden", link="halden.example")
    page = opened(desk)
    at = page.view.visualRect(page.proxy.index(1, 1)).center()
    QTest.mouseClick(page.view.viewport(), Qt.MouseButton.RightButton, pos=at)
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, at, page.view.viewport().mapToGlobal(at)
    )
    QApplication.sendEvent(page.view.viewport(), event)
    menu = menu_of(page)
    assert page.selected.employer == "Halden"
    words = [one.text().partition("\t")[0] for one in menu.actions() if one.text()]
    for action in desk.window.book.fixed():
        if action.page == "applications":
            assert action.label in words, action.name
    assert "Sort by “Where it stands”" in words
    entry(menu, "Sort by “Employer”").trigger()
    menu.close()
    desk.settle()
    assert employers(page) == ["Halden", "Oakline"]
    keys = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), page.view.mapToGlobal(QPoint(5, 5))
    )
    QApplication.sendEvent(page.view, keys)
    menu_of(page).close()


def test_every_action_of_the_page_is_done_by_the_palettes_way(window_desk: WindowDesk) -> None:
    desk = window_desk
    for action in desk.window.book.fixed():
        if action.page != "applications":
            continue
        halden = sent(desk, f"For {action.name}", link="halden.example")
        desk.services.stages.plan(halden, StageForm(Stage.TASK, TODAY))
        page = opened(desk)
        page.select(halden)
        if action.name == "open_link":
            continue
        before = (one(desk, halden), desk.toast)
        desk.window.commands.run(action.name)
        desk.settle()
        sheet = desk.sheet(StageSheet) or desk.sheet(PersonSheet) or desk.sheet(ApplicationSheet)
        after = (desk.services.applications.get(halden), desk.toast)
        assert sheet is not None or after != before, action.name
        if sheet is not None:
            sheet.close()
            desk.settle()


# Shapes


def test_hostile_words_are_shown_as_they_are(window_desk: WindowDesk) -> None:
    desk = window_desk
    halden = sent(
        desk, HOSTILE, note=HOSTILE * 500, location=HOSTILE, link=HOSTILE, reference=HOSTILE,
        person=Person(HOSTILE, HOSTILE),
    )  # fmt: skip
    desk.services.stages.plan(halden, StageForm(Stage.TASK, TODAY, None, HOSTILE))
    page = opened(desk)
    assert HOSTILE in panel(page)
    for label in page.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText
    assert not page.grab().isNull()


@pytest.mark.parametrize(
    ("width", "height"), [(1280, 800), (1000, 640), (1366, 696), (1000, 480), (720, 480)]
)
def test_it_stands_in_every_window(window_desk: WindowDesk, width: int, height: int) -> None:
    desk = window_desk
    for number in range(9):
        sent(desk, f"Halden Analytics number {number}", LAST_WEEK - timedelta(days=number))
    page = opened(desk)
    desk.window.resize(width, height)
    desk.settle()
    assert (desk.window.width(), desk.window.height()) == (width, height)
    under = page.panel.mapTo(page, QPoint(0, 0)).y() > 100
    assert under is (width < 1100)
    assert page.view.height() >= 100
    assert page.panel.news.height() >= 24
    shown = [c.name for n, c in enumerate(page.table.columns) if not page.view.isColumnHidden(n)]
    assert {"employer", "state"} <= set(shown)
    assert page.view.columnWidth(page.table.column("employer")) >= 100


@pytest.mark.parametrize(("width", "height"), [(1000, 640), (960, 600), (1366, 696)])
def test_with_large_type_it_scrolls_and_nothing_overlaps(
    window_desk: WindowDesk, width: int, height: int
) -> None:
    desk = window_desk
    desk.text_scale = 2.0
    for number in range(6):
        sent(desk, f"Halden {number}", TODAY - timedelta(days=20 + number))
        if number < 5:
            desk.services.rejections.note(RejectionForm(f"Halden {number}", day=TODAY))
    desk.window.resize(width, height)
    page = opened(desk)
    desk.settle()
    assert (desk.window.width(), desk.window.height()) == (width, height)
    assert page.answers.isVisible()
    parts = (page.add, page.search, page.filter, page.view, page.answers, page.panel)
    boxes = [
        QRect(part.mapTo(page, QPoint(0, 0)), part.size()) for part in parts if part.isVisible()
    ]
    for place, box in enumerate(boxes):
        assert box.right() <= page.width()
        for other in boxes[place + 1 :]:
            assert not box.intersects(other)
    assert page.view.height() >= 2 * page.view.rowHeight(0)
    assert page.panel.height() >= 250


def test_everything_has_a_name_and_can_be_hit(window_desk: WindowDesk) -> None:
    desk = window_desk
    halden = sent(desk, "Halden", link="halden.example", person=Person("Marta", email="m@h"))
    desk.services.stages.plan(halden, StageForm(Stage.TASK, TODAY))
    page = opened(desk)
    nameless = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not widget.accessibleName()
    ]
    assert nameless == []


def test_a_new_day_counts_the_waiting_on(window_desk: WindowDesk) -> None:
    desk = window_desk
    sent(desk, "Halden")
    page = opened(desk)
    assert states(page) == ["waiting 7 days"]
    desk.clock.moment = NOW + timedelta(days=1)
    desk.window._on_day_check()
    assert states(page) == ["waiting 8 days"]
