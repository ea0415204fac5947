"""'Several at once': rows by Enter or by pasting, all of them saved and taken back together."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from desktop_app.domain.stages import Channel, Outcome, Stage
from desktop_app.services.application_form import ApplicationForm
from desktop_app.services.application_stages import StageForm
from desktop_app.ui.sheets.rejection_sheet import RejectionSheet
from desktop_app.ui.sheets.several_list import MOST_ROWS
from desktop_app.ui.sheets.several_rejections_sheet import SeveralRejectionsSheet
from tests.ui.desks import TODAY

if TYPE_CHECKING:
    from tests.ui.desks import WindowDesk

DAY = timedelta(days=1)
ENTER, TAB, ESC = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape
CTRL = Qt.KeyboardModifier.ControlModifier


def sent(desk: WindowDesk, employer: str, position: str = "") -> int:
    return desk.services.applications.add(
        ApplicationForm(employer, position, day=TODAY - 20 * DAY), name_logged=False
    )


def opened(desk: WindowDesk) -> SeveralRejectionsSheet:
    desk.window.commands.run("several_rejections")
    desk.settle()
    sheet = desk.sheet(SeveralRejectionsSheet)
    assert sheet is not None
    return sheet


def write(desk: WindowDesk, text: str) -> None:
    sheet = desk.sheet(SeveralRejectionsSheet)
    assert sheet is not None
    focus = sheet.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, text)


def paste(desk: WindowDesk, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    desk.press(Qt.Key.Key_V, modifier=CTRL)


def employers(sheet: SeveralRejectionsSheet) -> list[str]:
    return [row.employer.text() for row in sheet.list.rows]


def noted(desk: WindowDesk) -> list[str]:
    return sorted(one.employer for one in desk.services.rejections.all())


def test_three_are_noted_by_keys_alone_and_taken_back_at_once(window_desk: WindowDesk) -> None:
    desk = window_desk
    known = sent(desk, "Oakline Insurance", "Analyst")
    _ = desk.window
    desk.shortcut("Ctrl+Shift+R")
    sheet = desk.sheet(SeveralRejectionsSheet)
    assert sheet is not None
    write(desk, "oakl")
    desk.press(Qt.Key.Key_Down, ENTER)
    assert sheet.list.rows[0].position.text() == "Analyst"
    desk.press(ENTER)
    write(desk, "Bolt")
    desk.press(ENTER)
    write(desk, "Corvid")
    desk.press(ENTER, ENTER, ENTER)
    assert desk.sheet(SeveralRejectionsSheet) is None
    assert noted(desk) == ["Bolt", "Corvid", "Oakline Insurance"]
    assert desk.toast == "All of them are noted"
    application = desk.services.applications.get(known)
    assert application is not None
    assert application.outcome is Outcome.REJECTED
    desk.shortcut("Ctrl+Z")
    assert noted(desk) == []
    assert desk.services.drafts.get("rejections:several") == ""


def test_day_and_mood_are_common_stage_and_way_are_each_rows_own(window_desk: WindowDesk) -> None:
    desk = window_desk
    sheet = opened(desk)
    sheet.day.set_day(TODAY - DAY)
    desk.click(sheet.mood._tiles[1])
    first, second = sheet.list.rows
    first.employer.setFocus()
    write(desk, "Bolt")
    first.stage.setFocus()
    desk.press(Qt.Key.Key_Down)
    second.channel.setFocus()
    desk.press(Qt.Key.Key_Down)
    second.employer.setFocus()
    write(desk, "Corvid")
    desk.press(ENTER, modifier=CTRL)
    found = {one.employer: one for one in desk.services.rejections.all()}
    assert {one.day for one in found.values()} == {TODAY - DAY}
    assert {one.mood for one in found.values()} == {2}
    assert (found["Bolt"].stage, found["Bolt"].channel) == (Stage.SCREENING, Channel.EMAIL)
    assert (found["Corvid"].stage, found["Corvid"].channel) == (Stage.APPLICATION, Channel.CALL)


def test_a_known_application_brings_the_stage_that_it_reached(window_desk: WindowDesk) -> None:
    desk = window_desk
    known = sent(desk, "Oakline", "Analyst")
    desk.services.stages.reach(known, StageForm(Stage.INTERVIEW, TODAY - DAY))
    sheet = opened(desk)
    write(desk, "oakline")
    desk.press(TAB)
    assert sheet.list.rows[0].position.text() == "Analyst"
    assert sheet.list.rows[0].stage.choice == "interview"


def test_forty_pasted_lines_are_forty_rows_and_forty_rejections(window_desk: WindowDesk) -> None:
    desk = window_desk
    known = sent(desk, "Firm 7", "Clerk")
    sheet = opened(desk)
    lines = [f"{n}. Firm {n}; Clerk" if n % 2 else f"- Firm {n}\tClerk" for n in range(1, 41)]
    paste(desk, "\n".join(lines) + "\n\n")
    assert employers(sheet) == [f"Firm {n}" for n in range(1, 41)]
    assert {row.position.text() for row in sheet.list.rows} == {"Clerk"}
    assert sheet.list.rows[6].state().application_id == known
    assert sheet.height() <= sheet.screen().availableGeometry().height()
    desk.press(ENTER, modifier=CTRL)
    assert len(noted(desk)) == 40
    desk.shortcut("Ctrl+Z")
    assert noted(desk) == []


def test_pasting_keeps_what_was_written_and_one_line_is_pasted_as_always(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    sheet = opened(desk)
    paste(desk, "Bolt")
    assert employers(sheet) == ["Bolt", ""]
    paste(desk, "Corvid\nDelta\nEcho")
    assert employers(sheet) == ["Bolt", "Corvid", "Delta", "Echo"]


def test_more_lines_than_fit_are_said(window_desk: WindowDesk) -> None:
    desk = window_desk
    sheet = opened(desk)
    paste(desk, "\n".join(f"Firm {n}" for n in range(MOST_ROWS + 3)))
    assert len(sheet.list.rows) == MOST_ROWS
    assert "the last 3 lines are left out" in sheet.sentence
    assert not sheet.list.more.isEnabled()


def test_a_bad_row_is_said_beside_it_and_nothing_is_lost(window_desk: WindowDesk) -> None:
    desk = window_desk
    sent(desk, "Oakline", "Analyst")
    sent(desk, "Oakline", "Clerk")
    sheet = opened(desk)
    paste(desk, "Bolt\nOakline\nbolt")
    desk.press(ENTER, modifier=CTRL)
    assert desk.sheet(SeveralRejectionsSheet) is sheet
    assert noted(desk) == []
    rows = sheet.list.rows
    assert [row.fault.isVisible() for row in rows] == [False, True, True]
    assert "2 open applications" in rows[1].fault.text()
    assert rows[2].fault.text() == "Row 1 says the same. Give each its position."
    assert sheet.sentence == "Nothing is saved yet. Row 2 needs a look."
    write(desk, "Clerk")
    assert not rows[1].fault.isVisible()
    rows[2].position.setFocus()
    write(desk, "Driver")
    desk.press(ENTER, modifier=CTRL)
    assert desk.sheet(SeveralRejectionsSheet) is None
    assert len(noted(desk)) == 3


@pytest.mark.parametrize(
    ("text", "said"), [("", "employer"), ("x" * 100_000, "200"), ("  \t ", "employer")]
)
def test_no_employer_or_too_long_a_name_is_said(
    window_desk: WindowDesk, text: str, said: str
) -> None:
    desk = window_desk
    sheet = opened(desk)
    sheet.list.rows[0].employer.setText(text)
    desk.press(ENTER, modifier=CTRL)
    assert desk.sheet(SeveralRejectionsSheet) is sheet
    assert said in sheet.sentence + sheet.list.rows[0].fault.text()
    assert noted(desk) == []


def test_rows_are_taken_away_by_mouse_and_key_and_one_stays(window_desk: WindowDesk) -> None:
    desk = window_desk
    sheet = opened(desk)
    paste(desk, "Bolt\nCorvid\nDelta")
    desk.click(sheet.list.rows[1].remove)
    assert employers(sheet) == ["Bolt", "Delta"]
    assert sheet.list.rows[1].employer.accessibleName() == "Employer, row 2"
    sheet.list.rows[0].remove.setFocus()
    desk.press(Qt.Key.Key_Space)
    sheet.list.rows[0].remove.setFocus()
    desk.press(Qt.Key.Key_Space)
    assert employers(sheet) == [""]
    desk.click(sheet.list.more)
    assert employers(sheet) == ["", ""]
    assert sheet.list.rows[1].employer.hasFocus()


def test_tab_goes_through_the_rows_in_their_order(window_desk: WindowDesk) -> None:
    desk = window_desk
    sheet = opened(desk)
    paste(desk, "Bolt\nCorvid")
    sheet.list.rows[0].employer.setFocus()
    seen = []
    for _time in range(6):
        focus = sheet.focusWidget()
        assert focus is not None
        seen.append(focus.accessibleName())
        desk.press(TAB)
    assert seen[0] == "Employer, row 1"
    assert seen[4:] == ["Take row 1 away", "Employer, row 2"]


def test_what_was_not_saved_is_back_and_can_be_started_afresh(window_desk: WindowDesk) -> None:
    desk = window_desk
    sheet = opened(desk)
    paste(desk, "Bolt; Clerk\nCorvid")
    desk.press(ESC)
    assert noted(desk) == []
    desk.reopen()
    sheet = opened(desk)
    assert employers(sheet) == ["Bolt", "Corvid"]
    assert sheet.list.rows[0].position.text() == "Clerk"
    assert "What you began is back." in desk.words()
    sheet._on_start_afresh()
    assert employers(sheet) == ["", ""]
    desk.press(ESC)
    sheet = opened(desk)
    assert employers(sheet) == ["", ""]


@pytest.mark.parametrize(
    "draft", ["{", "[]", '{"day": 1}', '{"day": null, "mood": 9, "rows": [3]}', '{"rows": []}']
)
def test_a_draft_that_cannot_be_read_is_left_aside(window_desk: WindowDesk, draft: str) -> None:
    window_desk.services.drafts.keep("rejections:several", draft)
    assert employers(opened(window_desk)) == ["", ""]


def test_the_sheet_for_one_leads_to_the_sheet_for_several(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.press("x")
    one = desk.sheet(RejectionSheet)
    assert one is not None
    one.fields.day.set_day(TODAY - DAY)
    desk.click(one.several)
    several = desk.sheet(SeveralRejectionsSheet)
    assert several is not None
    assert desk.sheet(RejectionSheet) is None
    assert several.day.day == TODAY - DAY
    desk.press(ESC)
    desk.press("x")
    assert desk.sheet(RejectionSheet) is not None
    desk.press(Qt.Key.Key_R, modifier=CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert desk.sheet(SeveralRejectionsSheet) is not None


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_row_in_use_is_in_sight_however_many_there_are(
    window_desk: WindowDesk, scale: float
) -> None:
    desk = window_desk
    desk.text_scale = scale
    sheet = opened(desk)

    def in_sight() -> bool:
        desk.settle()
        field = sheet.focusWidget()
        assert field is not None
        return not field.visibleRegion().isEmpty() and (
            field.visibleRegion().boundingRect().height() == field.height()
        )

    assert in_sight()
    paste(desk, "\n".join(f"Firm {n}" for n in range(30)))
    assert in_sight()
    desk.press(ENTER)
    assert len(sheet.list.rows) == 31
    assert in_sight()
    for _row in range(30):
        desk.press(Qt.Key.Key_Up)
        assert in_sight()
    assert sheet.list.rows[0].employer.hasFocus()
    sheet.list.rows[20].employer.setText("Firm 3")
    desk.press(ENTER, modifier=CTRL)
    assert sheet.focusWidget() is sheet.list.rows[20].position
    assert in_sight()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_rows_are_two_lines_where_there_is_no_room_for_one(
    window_desk: WindowDesk, scale: float
) -> None:
    desk = window_desk
    desk.text_scale = scale
    sheet = opened(desk)
    row = sheet.list.rows[0]
    if scale == 1.0:
        assert sheet._area.verticalScrollBar().maximum() == 0
    below = row.stage.y() > row.employer.y()
    assert below is (sheet.width() < desk.look.px(720))
    assert row.employer.width() >= desk.look.px(112)
