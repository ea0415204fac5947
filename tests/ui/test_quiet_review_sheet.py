"""The quiet review in the window: one key each, never by itself, at most once a week."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desktop_app.domain.applications import Person
from desktop_app.domain.searches import Ending
from desktop_app.domain.stages import Outcome
from desktop_app.services.application_form import ApplicationForm
from desktop_app.ui.sheets.quiet_review_sheet import QuietReviewSheet
from desktop_app.ui.widgets.buttons import Button, IconButton
from tests.ui.desks import NOW, TODAY

if TYPE_CHECKING:
    from tests.ui.desks import WindowDesk

DAY = timedelta(days=1)
OPENS = "desktop_app.ui.sheets.quiet_review_sheet.QDesktopServices.openUrl"


def silent(desk: WindowDesk, employer: str, days: int, position: str = "") -> int:
    return desk.services.applications.add(
        ApplicationForm(employer, position, day=TODAY - days * DAY), name_logged=False
    )


def three(desk: WindowDesk) -> list[int]:
    return [silent(desk, "Oakline", 80), silent(desk, "Bolt", 60), silent(desk, "Corvid", 41)]


def opened(desk: WindowDesk) -> QuietReviewSheet:
    desk.window.commands.run("quiet_review")
    desk.settle()
    sheet = desk.sheet(QuietReviewSheet)
    assert sheet is not None
    return sheet


def lines(sheet: QuietReviewSheet) -> list[list[str]]:
    model = sheet.table
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def outcomes(desk: WindowDesk, *ids: int) -> list[Outcome | None]:
    found = [desk.services.applications.get(one) for one in ids]
    return [one.outcome for one in found if one is not None]


def said(desk: WindowDesk) -> str:
    board = desk.window.today._notices
    assert board is not None
    return board.card.notice.sentence if board.card is not None and board.isVisible() else ""


def test_each_silent_application_is_one_line_the_longest_silence_first(
    window_desk: WindowDesk,
) -> None:
    silent(window_desk, "Bolt", 41, "Analyst")
    silent(window_desk, "Oakline", 80)
    silent(window_desk, "Recent", 12)
    assert lines(opened(window_desk)) == [
        ["Oakline", "", "no word for 80 days"],
        ["Bolt", "Analyst", "no word for 41 days"],
    ]


def test_three_keys_go_through_all_and_the_end_is_said(window_desk: WindowDesk) -> None:
    desk = window_desk
    first, second, third = three(desk)
    sheet = opened(desk)
    desk.press("s")
    assert sheet.sentence == "Closed: Oakline. If they write after all, it opens again."
    assert sheet.view.row == 0
    desk.press("w")
    assert sheet.sentence == "Still waiting for Bolt."
    desk.press("a")
    assert sheet.sentence == "The question is copied. A follow-up is logged."
    assert "Nothing waits for you here." in desk.words()
    assert desk.done()["follow_up"] == 1
    assert outcomes(desk, first, second, third) == [Outcome.SILENCE, None, None]
    desk.press(Qt.Key.Key_Return)
    assert desk.sheet(QuietReviewSheet) is None
    assert desk.toast.startswith("The question is copied.")


def test_the_mouse_does_the_same_for_the_line_that_it_chose(window_desk: WindowDesk) -> None:
    desk = window_desk
    ids = three(desk)
    sheet = opened(desk)
    cell = sheet.view.visualRect(sheet.table.index(1, 0)).center()
    desk.click(sheet.view.viewport(), cell)
    desk.click(sheet.keys["S"])
    assert outcomes(desk, *ids) == [None, Outcome.SILENCE, None]
    desk.click(sheet.undo_button)
    assert outcomes(desk, *ids) == [None, None, None]
    assert sheet.sentence == "Taken back: Closed as silence"
    assert sheet.view.row == 1
    assert not sheet.undo_button.isVisible()


def test_undo_inside_takes_back_what_was_done_here_and_no_more(window_desk: WindowDesk) -> None:
    desk = window_desk
    ids = three(desk)
    sheet = opened(desk)
    desk.press("s", "s")
    for _time in range(4):
        desk.press(Qt.Key.Key_Z, modifier=Qt.KeyboardModifier.ControlModifier)
    assert outcomes(desk, *ids) == [None, None, None]
    assert len(sheet.table.records) == 3
    desk.press(Qt.Key.Key_Escape)
    assert desk.sheet(QuietReviewSheet) is None
    assert desk.toast == ""


def test_after_the_sheet_the_window_takes_the_last_step_back(window_desk: WindowDesk) -> None:
    desk = window_desk
    first, *_others = three(desk)
    opened(desk)
    desk.press("s", Qt.Key.Key_Escape)
    assert desk.toast == "Closed: Oakline. If they write after all, it opens again."
    desk.shortcut("Ctrl+Z")
    assert outcomes(desk, first) == [None]
    desk.services.quiet_review.close_as_silence(first)
    desk.services.outcomes.reopen(first)
    assert outcomes(desk, first) == [None]


def test_looking_alone_changes_nothing(window_desk: WindowDesk) -> None:
    desk = window_desk
    ids = three(desk)
    opened(desk)
    desk.press(Qt.Key.Key_Down, Qt.Key.Key_Return, "x", Qt.Key.Key_Escape)
    assert outcomes(desk, *ids) == [None, None, None]


def test_a_question_goes_to_the_person_whose_address_is_known(
    window_desk: WindowDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = window_desk
    one = silent(desk, "Oakline", 80, "Analyst")
    desk.services.people.add(one, Person("No one", email="no-reply@oakline.example"))
    desk.services.people.add(one, Person("Priya Nair", email="priya@oakline.example"))
    links: list[str] = []
    monkeypatch.setattr(OPENS, lambda url: links.append(url.toString()) or True)
    sheet = opened(desk)
    desk.press("a")
    message = QGuiApplication.clipboard().text()
    assert message.startswith("Hello Priya Nair,")
    assert "for the Analyst role at Oakline on 31 Aug" in message
    assert len(message.split()) <= 120
    assert links[0].startswith("mailto:priya@oakline.example?subject=My")
    assert sheet.sentence == "Copied, and opened in your mail program. A follow-up is logged."


def test_nobodys_address_is_never_written_to(
    window_desk: WindowDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = window_desk
    one = silent(desk, "Oakline", 80)
    desk.services.people.add(one, Person("Robot", email="no-reply@oakline.example"))
    links: list[str] = []
    monkeypatch.setattr(OPENS, lambda url: links.append(url.toString()) or True)
    opened(desk)
    desk.press("a")
    assert links == []
    assert "Oakline" in QGuiApplication.clipboard().text()


def test_what_is_gone_meanwhile_is_said_and_the_others_stay(window_desk: WindowDesk) -> None:
    desk = window_desk
    first, *_others = three(desk)
    sheet = opened(desk)
    desk.services.applications.delete(first)
    desk.press("s")
    assert sheet.sentence == "This application is no longer there."
    assert [row[0] for row in lines(sheet)] == ["Bolt", "Corvid"]


def test_without_silence_it_says_so_and_enter_leaves(window_desk: WindowDesk) -> None:
    desk = window_desk
    sheet = opened(desk)
    assert "Nothing waits for you here." in desk.words()
    assert not sheet.keys["S"].isVisible()
    desk.press("s", Qt.Key.Key_Return)
    assert desk.sheet(QuietReviewSheet) is None


def test_today_offers_it_once_a_week_and_look_opens_it(window_desk: WindowDesk) -> None:
    desk = window_desk
    three(desk)
    desk.settle()
    assert said(desk) == "Some applications have had no word for a while."
    desk.click(desk.named(Button, "Look"))
    assert desk.sheet(QuietReviewSheet) is not None
    desk.press(Qt.Key.Key_Escape)
    assert said(desk) == ""
    desk.clock.moment = NOW + 6 * DAY
    desk.reopen()
    _ = desk.window
    assert "no word" not in said(desk)
    desk.clock.moment = NOW + 7 * DAY
    desk.reopen()
    _ = desk.window
    assert said(desk) == "Some applications have had no word for a while."


@pytest.mark.parametrize("way", ["mouse", "key"])
def test_not_now_puts_it_away_for_the_week(window_desk: WindowDesk, way: str) -> None:
    desk = window_desk
    silent(desk, "Oakline", 41)
    desk.settle()
    _ = desk.window
    assert said(desk) == "Oakline: no word for 41 days."
    if way == "mouse":
        desk.click(desk.named(IconButton, "Not now"))
    else:
        desk.press(Qt.Key.Key_Escape)
    assert said(desk) == ""
    assert not desk.services.quiet_review.due()
    assert opened(desk).table.records


def test_switched_off_or_after_the_end_nothing_is_offered(window_desk: WindowDesk) -> None:
    desk = window_desk
    three(desk)
    desk.services.settings.set("quiet_review", "off", today=TODAY)
    _ = desk.window
    assert "no word" not in said(desk)
    assert opened(desk).table.records  # who asks for it has it
    desk.press(Qt.Key.Key_Escape)
    desk.services.settings.set("quiet_review", "on", today=TODAY)
    desk.services.searches.end(Ending.STOPPED)
    desk.settle()
    assert opened(desk).table.records == []


def test_with_large_text_the_position_stands_beside_the_employer(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.text_scale = 2.0
    silent(desk, "Oakline", 80, "Analyst")
    sheet = opened(desk)
    hidden = sheet.view.isColumnHidden(1)
    assert lines(sheet)[0][0] == ("Oakline · Analyst" if hidden else "Oakline")
    assert sheet.view.viewport().height() >= 2 * desk.look.px(40)


def test_alt_and_a_letter_do_the_same_for_who_has_the_letters_elsewhere(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    first, *_others = three(desk)
    sheet = opened(desk)
    desk.press("s", modifier=Qt.KeyboardModifier.AltModifier)
    assert outcomes(desk, first) == [Outcome.SILENCE]
    desk.press("w", modifier=Qt.KeyboardModifier.ControlModifier)
    assert len(sheet.table.records) == 2
