"""'A rejection came in': four inputs, a draft that is kept, and sentences where something lacks."""

from __future__ import annotations

import time
from datetime import date, datetime, timedelta, timezone
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from desktop_app.domain.clock import FixedClock
from desktop_app.domain.history import History, ReadApplication, ReadStage
from desktop_app.domain.stages import Channel, Stage
from desktop_app.services.rejections import RejectionForm
from desktop_app.session import open_session
from desktop_app.ui.messages import Messages
from desktop_app.ui.sheets.rejection_sheet import RejectionSheet
from desktop_app.ui.theme import Appearance

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from desktop_app.domain.entries import Rejection

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=timezone(timedelta(hours=1)))
TODAY = NOW.date()
HOSTILE = "<b>x</b> & $\\frac{1}{2}$ 'DROP'"


class Desk:
    """A real journal, and sheets over it."""

    def __init__(self, qtbot: QtBot, app: QApplication, folder: Path) -> None:
        self.qtbot = qtbot
        self.services = open_session(folder / "journal.upswing", FixedClock(NOW))
        self.messages = Messages()
        self.said: list[tuple[str, bool]] = []
        self.messages.said.connect(lambda sentence, undo: self.said.append((sentence, undo)))
        self.look = Appearance(app, "light", text_scale=1.0)

    def sheet(self, rejection: Rejection | None = None, day: date | None = None) -> RejectionSheet:
        sheet = RejectionSheet(
            self.services, self.messages, self.look, rejection=rejection, day=day
        )
        self.qtbot.addWidget(sheet)
        with self.qtbot.waitActive(sheet):
            sheet.open()
            sheet.activateWindow()
        return sheet

    def know(self, *names: tuple[str, str], stages: tuple[ReadStage, ...] = ()) -> None:
        """Make open applications, those named first sent last."""
        self.services.importing.apply(
            History(
                "test",
                "Test",
                tuple(
                    ReadApplication(
                        row, f"k{row}", employer, position, TODAY - timedelta(9 + row), stages
                    )
                    for row, (employer, position) in enumerate(names, start=1)
                ),
            )
        )

    def the_one(self) -> Rejection:
        found = self.services.rejections.all()
        assert len(found) == 1
        return found[0]


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(qtbot, qapp, tmp_path)
    yield made
    made.services.upkeep.close()
    qapp.styleHints().colorSchemeChanged.disconnect(made.look._on_scheme_changed)


def keys(sheet: RejectionSheet, *pressed: Qt.Key) -> None:
    for key in pressed:
        QTest.keyClick(sheet.focusWidget() or sheet, key)


def type_in(sheet: RejectionSheet, text: str) -> None:
    QTest.keyClicks(sheet.focusWidget() or sheet, text)


def button(sheet: RejectionSheet, words: str) -> QPushButton:
    return next(one for one in sheet.findChildren(QPushButton) if one.text() == words)


def press(desk: Desk, widget: QWidget) -> None:
    desk.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


# Saving


def test_a_known_rejection_takes_four_inputs(desk: Desk) -> None:
    when = TODAY - timedelta(3)
    desk.know(
        ("Halden Analytics", "Data analyst"),
        ("Oakline", "Planner"),
        stages=(ReadStage(Stage.INTERVIEW, when),),
    )
    sheet = desk.sheet()  # 1: X
    type_in(sheet, "hald")  # 2
    keys(sheet, Qt.Key.Key_Return)  # 3: takes the completion
    assert sheet.fields.position.text() == "Data analyst"
    assert sheet.fields.stage.choice == "interview"
    assert desk.services.rejections.all() == []
    keys(sheet, Qt.Key.Key_Return)  # 4
    one = desk.the_one()
    assert (one.employer, one.position, one.day) == ("Halden Analytics", "Data analyst", TODAY)
    assert (one.stage, one.channel, one.mood) == (Stage.INTERVIEW, Channel.EMAIL, None)
    assert desk.said == [("Rejection noted", True)]
    assert not sheet.isVisible()


def test_an_unknown_employer_is_simply_taken(desk: Desk) -> None:
    desk.know(("Halden Analytics", "Data analyst"))
    sheet = desk.sheet()
    type_in(sheet, "Corvid Systems")
    keys(sheet, Qt.Key.Key_Return)
    assert desk.the_one().employer == "Corvid Systems"
    assert desk.the_one().stage is Stage.APPLICATION


def test_everything_can_be_said_by_mouse(desk: Desk) -> None:
    desk.know(("Halden", "Analyst"))
    sheet = desk.sheet(day=TODAY - timedelta(2))
    type_in(sheet, "hal")
    offer = sheet.fields.employer._offer.view
    at = offer.visualRect(offer.model().index(0, 0)).center()
    desk.qtbot.mouseClick(offer.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert sheet.fields.employer.text() == "Halden"
    for name in ("Stage reached, Task, 3 of 5", "How it came, Call, 2 of 5", "Mood, Low, 2 of 5"):
        press(desk, next(w for w in sheet.findChildren(QWidget) if w.accessibleName() == name))
    sheet.fields.reason.setFocus()
    QTest.keyClicks(sheet.fields.reason, "Someone inside")
    press(desk, button(sheet, "Just note it"))
    one = desk.the_one()
    assert (one.stage, one.channel, one.mood) == (Stage.TASK, Channel.CALL, 2)
    assert (one.reason, one.day) == ("Someone inside", TODAY - timedelta(2))


def test_ctrl_enter_saves_from_the_reason(desk: Desk) -> None:
    sheet = desk.sheet()
    type_in(sheet, "Corvid")
    sheet.fields.reason.setFocus()
    QTest.keyClicks(sheet.fields.reason, "No budget")
    QTest.keyClick(sheet.fields.reason, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.the_one().reason == "No budget"


def test_enter_saves_from_the_day_and_the_day_is_never_later_than_today(desk: Desk) -> None:
    sheet = desk.sheet()
    type_in(sheet, "Corvid")
    sheet.fields.day.setFocus()
    keys(sheet, Qt.Key.Key_Up)
    assert sheet.fields.day.day == TODAY
    keys(sheet, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert desk.the_one().day == TODAY - timedelta(1)


# The completion


def test_words_of_employer_and_position_find_it_in_any_case(desk: Desk) -> None:
    desk.know(("Halden Analytics", "Data analyst"), ("Oakline", "Planner"), ("Planet Co", ""))
    sheet = desk.sheet()
    type_in(sheet, "DATA hal")
    matches = sheet.fields.employer._matches
    assert [matches.index(n, 0).data() for n in range(matches.rowCount())] == [
        "Halden Analytics · Data analyst"
    ]
    sheet.fields.employer.clear()
    type_in(sheet, "plan")
    assert [matches.index(n, 0).data() for n in range(matches.rowCount())] == [
        "Planet Co",
        "Oakline · Planner",
    ]
    keys(sheet, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert (sheet.fields.employer.text(), sheet.fields.position.text()) == ("Oakline", "Planner")


def test_esc_closes_the_list_and_leaves_what_was_typed(desk: Desk) -> None:
    desk.know(("Halden Analytics", "Data analyst"))
    sheet = desk.sheet()
    type_in(sheet, "Hal")
    assert sheet.fields.employer.offers
    keys(sheet, Qt.Key.Key_Escape)
    assert sheet.isVisible()
    assert not sheet.fields.employer.offers
    keys(sheet, Qt.Key.Key_Return)
    assert desk.the_one().employer == "Hal"


def test_a_chance_match_inside_a_word_is_not_taken_by_enter(desk: Desk) -> None:
    desk.know(("Consulting House", "Analyst"))
    sheet = desk.sheet()
    type_in(sheet, "ING")
    keys(sheet, Qt.Key.Key_Return)
    assert desk.the_one().employer == "ING"


def test_closed_applications_are_not_offered(desk: Desk) -> None:
    desk.services.rejections.note(RejectionForm("Halden"))
    sheet = desk.sheet()
    type_in(sheet, "Hal")
    assert not sheet.fields.employer.offers


def test_two_thousand_applications_are_looked_through_in_a_blink(desk: Desk) -> None:
    desk.know(*((f"Employer {n} of the north", f"Position {n % 40}") for n in range(2000)))
    sheet = desk.sheet()
    took = []
    for letter in "employer 19":
        began = time.perf_counter()
        QTest.keyClick(sheet.fields.employer, letter)
        took.append(time.perf_counter() - began)
    assert sorted(took)[len(took) // 2] < 0.02


# What can't be taken


def test_several_open_applications_ask_for_the_position(desk: Desk) -> None:
    desk.know(("Halden", "Data analyst"), ("Halden", "Planner"))
    sheet = desk.sheet()
    type_in(sheet, "Halden")
    keys(sheet, Qt.Key.Key_Tab)
    sheet.fields.reason.setPlainText("Kept")
    press(desk, button(sheet, "Just note it"))
    assert "2 open applications" in sheet.sentence
    assert "Say which position." in sheet.sentence
    assert sheet.focusWidget() is sheet.fields.position
    assert sheet.fields.reason.text == "Kept"
    type_in(sheet, "planner")
    assert sheet.sentence == ""
    keys(sheet, Qt.Key.Key_Return)
    assert desk.the_one().position == "Planner"
    assert len(desk.services.applications.all()) == 2


@pytest.mark.parametrize(
    ("employer", "position", "field", "sentence"),
    [
        ("", "", "employer", "Say which employer it was."),
        ("x" * 10_000, "", "employer", "Employer has 10000 characters; 200 fit."),
        ("Halden", "y" * 300, "position", "Position has 300 characters; 200 fit."),
    ],
)
def test_a_field_that_cant_be_taken_says_so_and_gets_the_focus(
    desk: Desk, employer: str, position: str, field: str, sentence: str
) -> None:
    sheet = desk.sheet()
    sheet.fields.employer.setText(employer)
    sheet.fields.position.setText(position)
    press(desk, button(sheet, "Just note it"))
    assert sheet.sentence == sentence
    assert sheet.focusWidget() is getattr(sheet.fields, field)
    assert sheet.isVisible()
    assert desk.services.rejections.all() == []


def test_hostile_words_are_kept_as_they_are(desk: Desk) -> None:
    desk.know((HOSTILE, HOSTILE))
    sheet = desk.sheet()
    type_in(sheet, "<b>")
    sheet.grab()
    keys(sheet, Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert (desk.the_one().employer, desk.the_one().position) == (HOSTILE, HOSTILE)


# The draft


def test_what_was_begun_is_back_and_can_be_started_afresh(desk: Desk) -> None:
    sheet = desk.sheet()
    type_in(sheet, "Corvid")
    sheet.fields.reason.setPlainText("They wrote\nkindly")
    sheet.fields.mood.set_mood(2)
    sheet.fields.reason.setFocus()
    keys(sheet, Qt.Key.Key_Escape)  # leaves the field
    assert sheet.isVisible()
    keys(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert desk.services.rejections.all() == []

    again = desk.sheet()
    assert again.fields.employer.text() == "Corvid"
    assert again.fields.reason.text == "They wrote\nkindly"
    assert again.fields.mood.mood == 2
    press(desk, button(again, "Start afresh"))
    assert again.fields.employer.text() == ""
    press(desk, button(again, "Cancel"))

    assert not button(desk.sheet(), "Start afresh").isVisible()


def test_a_draft_is_written_while_typing_and_gone_after_saving(desk: Desk) -> None:
    sheet = desk.sheet()
    type_in(sheet, "Corvid")
    assert desk.services.drafts.get("rejection") == ""
    desk.qtbot.waitUntil(lambda: desk.services.drafts.get("rejection") != "", timeout=2000)
    keys(sheet, Qt.Key.Key_Return)
    assert desk.services.drafts.get("rejection") == ""
    assert desk.sheet().fields.employer.text() == ""


def test_a_draft_that_cant_be_read_is_no_trouble(desk: Desk) -> None:
    desk.services.drafts.keep("rejection", "{broken")
    assert desk.sheet().fields.employer.text() == ""


# Changing one


def test_an_existing_rejection_is_changed_in_the_same_sheet(desk: Desk) -> None:
    made = desk.services.rejections.note(
        RejectionForm("Halden", "Analyst", TODAY - timedelta(5), Stage.SCREENING, reason="Full")
    )
    one = desk.services.rejections.get(made)
    sheet = desk.sheet(one)
    assert (sheet.fields.employer.text(), sheet.fields.stage.choice) == ("Halden", "screening")
    sheet.fields.reason.setPlainText("Full, they say")
    with desk.qtbot.waitSignal(sheet.rejection_saved) as saved:
        press(desk, button(sheet, "Save changes"))
    assert saved.args == [made]
    now = desk.the_one()
    assert (now.reason, now.day, now.stage) == (
        "Full, they say",
        TODAY - timedelta(5),
        Stage.SCREENING,
    )
    assert desk.said == [("Rejection changed", True)]


def test_looking_at_a_rejection_keeps_no_draft(desk: Desk) -> None:
    made = desk.services.rejections.note(RejectionForm("Halden", "Analyst"))
    sheet = desk.sheet(desk.services.rejections.get(made))
    keys(sheet, Qt.Key.Key_Escape)
    assert desk.services.drafts.get(f"rejection:{made}") == ""


def test_every_field_has_a_name(desk: Desk) -> None:
    sheet = desk.sheet()
    nameless = [
        widget
        for widget in sheet.findChildren(QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isVisible()
        and not widget.accessibleName()
    ]
    assert nameless == []
