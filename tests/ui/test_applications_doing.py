"""An application is moved on from its page: by one key, by the mouse, and in sheets."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from desktop_app.domain.stages import Outcome, Stage
from desktop_app.services.application_stages import StageForm
from desktop_app.services.rejections import RejectionForm
from desktop_app.ui.sheets.application_sheet import ApplicationSheet
from desktop_app.ui.sheets.person_sheet import PersonSheet
from desktop_app.ui.sheets.rejection_sheet import RejectionSheet
from desktop_app.ui.sheets.stage_sheet import StageSheet
from tests.ui.applications import (
    LAST_WEEK,
    button,
    employers,
    one,
    opened,
    panel,
    sent,
    states,
)
from tests.ui.desks import TODAY, WindowDesk

# Keys


@pytest.mark.parametrize(
    ("key", "stage"),
    [
        ("s", Stage.SCREENING),
        ("t", Stage.TASK),
        ("i", Stage.INTERVIEW),
        ("f", Stage.FINAL),
        ("o", Stage.OFFER),
    ],
)
def test_one_key_says_which_stage_was_reached(
    window_desk: WindowDesk, key: str, stage: Stage
) -> None:
    desk = window_desk
    halden = sent(desk, "Halden")
    opened(desk)
    desk.press(key)
    assert (one(desk, halden).stage, one(desk, halden).heard) == (stage, TODAY)
    assert desk.toast == f"Halden: {stage.name.lower().replace('final', 'final round')} reached"
    desk.shortcut("Ctrl+Z")
    assert one(desk, halden).stage is Stage.APPLICATION


@pytest.mark.parametrize(
    ("key", "outcome", "words"),
    [
        ("a", Outcome.OFFER_ACCEPTED, "offer accepted"),
        ("d", Outcome.OFFER_DECLINED, "offer declined"),
        ("w", Outcome.WITHDRAWN, "withdrawn"),
        ("j", Outcome.JOB_CANCELLED, "job cancelled"),
        ("n", Outcome.SILENCE, "no answer"),
    ],
)
def test_one_key_says_how_it_ended_and_another_opens_it_again(
    window_desk: WindowDesk, key: str, outcome: Outcome, words: str
) -> None:
    desk = window_desk
    halden = sent(desk, "Halden")
    page = opened(desk)
    desk.press(key)
    assert one(desk, halden).outcome is outcome
    assert states(page) == [words]
    assert desk.services.rejections.all() == []
    assert desk.toast.startswith(f"Halden: {words}")
    assert ("The menu Search ends" in desk.toast) is (outcome is Outcome.OFFER_ACCEPTED)
    desk.press("s")
    desk.press("r")
    assert one(desk, halden).outcome is None
    assert desk.toast == "Halden: open again"


def test_a_no_goes_through_the_sheet_for_rejections(window_desk: WindowDesk) -> None:
    desk = window_desk
    sent(desk, "Oakline", TODAY)
    halden = sent(desk, "Halden")
    page = opened(desk)
    page.select(halden)
    desk.press("x")
    sheet = desk.sheet(RejectionSheet)
    assert sheet is not None
    assert sheet.fields.employer.text() == "Halden"
    desk.press(Qt.Key.Key_Return)
    (noted,) = desk.services.rejections.all()
    assert (noted.application_id, noted.position) == (halden, "Analyst")
    assert one(desk, halden).outcome is Outcome.REJECTED
    page.select(halden)
    desk.click(button(page, "Its rejection"))
    assert desk.window.stack.current.name == "rejections"
    desk.shortcut("Ctrl+2")
    page.select(halden)
    desk.press("x")
    assert desk.window.stack.current.name == "rejections"
    assert desk.window.stack.current.selected.id == noted.id


def test_a_draft_of_a_no_stays_with_its_application(window_desk: WindowDesk) -> None:
    desk = window_desk
    halden, oakline = sent(desk, "Halden"), sent(desk, "Oakline")
    page = opened(desk)
    page.select(halden)
    desk.press("x")
    sheet = desk.sheet(RejectionSheet)
    assert sheet is not None
    sheet.fields.reason.setFocus()
    QTest.keyClicks(sheet.fields.reason, "They said")
    sheet.reject()
    desk.settle()
    page.select(oakline)
    desk.press("x")
    other = desk.sheet(RejectionSheet)
    assert other is not None
    assert (other.fields.employer.text(), other.fields.reason.text) == ("Oakline", "")
    other.reject()
    desk.settle()
    page.select(halden)
    desk.press("x")
    again = desk.sheet(RejectionSheet)
    assert again is not None
    assert (again.fields.employer.text(), again.fields.reason.text) == ("Halden", "They said")


def test_silence_can_be_followed_by_a_no(window_desk: WindowDesk) -> None:
    desk = window_desk
    halden = sent(desk, "Halden")
    desk.services.outcomes.close(halden, Outcome.SILENCE)
    opened(desk)
    desk.press("x", Qt.Key.Key_Return)
    assert one(desk, halden).outcome is Outcome.REJECTED
    assert len(desk.services.applications.all()) == 1


def test_what_does_not_fit_is_said(window_desk: WindowDesk) -> None:
    desk = window_desk
    halden = sent(desk, "Halden")
    desk.services.rejections.note(RejectionForm("Halden", day=LAST_WEEK))
    opened(desk)
    for key, sentence in (
        ("i", "It ended on 12 Nov. Open it again first."),
        ("w", "It ended with a no. Open it again first."),
        ("h", "Nothing is planned for it."),
    ):
        desk.press(key)
        assert desk.toast == sentence
    desk.press("r", "r")
    assert desk.toast == "It is open."
    assert one(desk, halden).outcome is None


def test_what_was_planned_takes_place_by_one_key_and_counts_once(window_desk: WindowDesk) -> None:
    desk = window_desk
    halden = sent(desk, "Halden")
    desk.services.stages.plan(halden, StageForm(Stage.INTERVIEW, TODAY))
    desk.services.activities.log("interview")
    opened(desk)
    desk.press("h")
    assert one(desk, halden).stage is Stage.INTERVIEW
    assert desk.done() == {"interview": 1}
    assert desk.toast == "Halden: interview took place, counted as effort"


def test_a_stage_key_takes_the_plan_that_is_due(window_desk: WindowDesk) -> None:
    desk = window_desk
    halden = sent(desk, "Halden")
    desk.services.stages.plan(halden, StageForm(Stage.INTERVIEW, TODAY))
    page = opened(desk)
    desk.press("i")
    record = desk.services.applications.record(halden)
    assert [(event.stage, event.planned) for event in record.events] == [(Stage.INTERVIEW, False)]
    assert page.selected.ahead is None


def test_letters_act_on_no_other_page(window_desk: WindowDesk) -> None:
    desk = window_desk
    halden = sent(desk, "Halden")
    opened(desk)
    desk.shortcut("Ctrl+1")
    desk.press("s", "w")
    desk.press(Qt.Key.Key_Escape)
    desk.window.commands.run("close:withdrawn")
    assert one(desk, halden).outcome is None
    assert desk.window.stack.current is desk.window.today


# Sheets from the page


def test_a_stage_is_planned_changed_and_deleted(window_desk: WindowDesk) -> None:
    desk = window_desk
    halden = sent(desk, "Halden")
    page = opened(desk)
    desk.press("p")
    sheet = desk.sheet(StageSheet)
    assert sheet is not None
    assert sheet.stage.choice == "screening"
    sheet.stage.set_choice("interview")
    sheet.day.set_day(TODAY + timedelta(days=5))
    sheet.day.day_picked.emit()
    assert not sheet.when.isVisible()
    sheet.time.setText("25:00")
    sheet.save()
    assert sheet.sentence == "“25:00” is no time. Write it as 14:30."
    sheet.time.setText("14.30")
    sheet.note.setPlainText("Room 3")
    sheet.save()
    desk.settle()
    assert states(page) == ["interview on 24 Nov"]
    assert desk.toast == "Interview planned"
    desk.click(button(page, "Change: Interview"))
    again = desk.sheet(StageSheet)
    assert again is not None
    assert (again.time.text(), again.note.text) == ("14:30", "Room 3")
    again.day.set_day(TODAY - timedelta(days=1))
    again.save()
    assert "lies behind you" in again.sentence
    delete = next(one for one in again.findChildren(QAbstractButton) if one.text() == "Delete")
    desk.click(delete)
    assert one(desk, halden).ahead is None
    assert desk.toast == "Stage deleted"


def test_a_past_stage_is_added_and_today_asks_which_it_is(window_desk: WindowDesk) -> None:
    desk = window_desk
    halden = sent(desk, "Halden")
    opened(desk)
    desk.press("p")
    sheet = desk.sheet(StageSheet)
    assert sheet is not None
    assert sheet.when.isVisible()
    assert sheet.planned
    sheet.when.set_choice("past")
    sheet.save()
    assert one(desk, halden).stage is Stage.SCREENING
    desk.settle()
    desk.press("p")
    other = desk.sheet(StageSheet)
    assert other is not None
    other.day.set_day(LAST_WEEK - timedelta(days=1))
    other.save()
    assert other.sentence == "It was sent on 12 Nov; a stage comes on that day or later."


def test_a_due_stage_has_its_button_in_the_panel(window_desk: WindowDesk) -> None:
    desk = window_desk
    halden = sent(desk, "Halden")
    desk.services.stages.plan(halden, StageForm(Stage.TASK, TODAY))
    page = opened(desk)
    desk.click(button(page, "It took place"))
    assert one(desk, halden).stage is Stage.TASK
    assert desk.toast == "Halden: task took place"


def test_people_are_added_changed_and_taken_away_by_mouse(window_desk: WindowDesk) -> None:
    desk = window_desk
    halden = sent(desk, "Halden")
    page = opened(desk)
    desk.click(button(page, "Add a person"))
    sheet = desk.sheet(PersonSheet)
    assert sheet is not None
    sheet.save()
    assert sheet.sentence == "Say who it is."
    sheet.lines["name"].setText("Marta")
    sheet.lines["email"].setText("nowhere")
    sheet.save()
    assert sheet.sentence == "“nowhere” is no email address."
    sheet.lines["email"].setText("m@halden.example")
    sheet.save()
    desk.settle()
    assert "Marta" in panel(page)
    desk.click(button(page, "Change: Marta"))
    again = desk.sheet(PersonSheet)
    assert again is not None
    away = next(one for one in again.findChildren(QAbstractButton) if one.text() == "Take away")
    desk.click(away)
    assert desk.services.applications.record(halden).people == ()


def test_enter_edits_and_del_deletes_and_says_what_stays(window_desk: WindowDesk) -> None:
    desk = window_desk
    halden = sent(desk, "Halden")
    desk.services.rejections.note(RejectionForm("Halden"))
    page = opened(desk)
    desk.press(Qt.Key.Key_Return)
    sheet = desk.sheet(ApplicationSheet)
    assert sheet is not None
    sheet.fields.location.setText("Lyon")
    sheet.save()
    desk.settle()
    assert desk.services.applications.record(halden).location == "Lyon"
    assert desk.toast == "Application changed"
    sent(desk, "Oakline", TODAY)
    desk.settle()
    page.select(halden)
    desk.press(Qt.Key.Key_Delete)
    assert employers(page) == ["Oakline"]
    assert desk.toast == (
        "Application deleted. Its rejection went with it. The effort of 12 Nov stays."
    )
    assert desk.done(LAST_WEEK) == {"application": 1}
    desk.shortcut("Ctrl+Z")
    assert page.selected.id == halden


def test_an_added_application_is_selected(window_desk: WindowDesk) -> None:
    desk = window_desk
    sent(desk, "Oakline")
    page = opened(desk)
    desk.click(button(page, "Add an application"))
    sheet = desk.sheet(ApplicationSheet)
    assert sheet is not None
    QTest.keyClicks(sheet.fields.employer, "Halden")
    desk.press(Qt.Key.Key_Return)
    assert page.selected.employer == "Halden"
