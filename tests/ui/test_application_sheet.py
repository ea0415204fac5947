"""'Add an application' in three inputs: completion, what is known already, and effort once."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel

from desktop_app.domain.stages import Outcome
from desktop_app.services.application_form import ApplicationForm
from desktop_app.services.rejections import RejectionForm
from desktop_app.ui.sheets.application_sheet import ApplicationSheet
from tests.ui.desks import TODAY

if TYPE_CHECKING:
    from desktop_app.domain.applications import ApplicationRecord
    from tests.ui.desks import WindowDesk

YESTERDAY = TODAY - timedelta(days=1)


def know(desk: WindowDesk, *names: str) -> None:
    """Applications of the last weeks, each ``Employer`` or ``Employer · Position``."""
    for number, name in enumerate(names, start=8):
        employer, _dot, position = name.partition(" · ")
        form = ApplicationForm(employer, position, TODAY - timedelta(days=number))
        desk.services.applications.add(form)


def opened(desk: WindowDesk) -> ApplicationSheet:
    _ = desk.window
    desk.shortcut("Ctrl+N")
    sheet = desk.sheet(ApplicationSheet)
    assert sheet is not None
    desk.settle()
    return sheet


def write(desk: WindowDesk, sheet: ApplicationSheet, text: str) -> None:
    focus = sheet.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, text)
    desk.settle()


def button(sheet: ApplicationSheet, words: str) -> QAbstractButton:
    return next(one for one in sheet.findChildren(QAbstractButton) if one.text() == words)


def known(sheet: ApplicationSheet) -> list[tuple[str, str]]:
    return [(line.words, line.quiet) for line in sheet.fields.known.shown]


def the_one(desk: WindowDesk) -> ApplicationRecord:
    (found,) = desk.services.applications.all()
    record = desk.services.applications.record(found.id)
    assert record is not None
    return record


# Three inputs


@pytest.mark.parametrize("page", ["Ctrl+1", "Ctrl+3", "Ctrl+5"])
def test_an_application_takes_three_inputs_on_every_page(
    window_desk: WindowDesk, page: str
) -> None:
    desk = window_desk
    desk.log_days(3, 2, 1)
    desk.services.rejections.note(RejectionForm("Oakline"))
    _ = desk.window
    desk.shortcut(page)
    sheet = opened(desk)  # 1
    write(desk, sheet, "Halden Analytics")  # 2
    desk.press(Qt.Key.Key_Return)  # 3
    assert desk.sheet(ApplicationSheet) is None
    one = next(
        one for one in desk.services.applications.all() if one.employer == "Halden Analytics"
    )
    assert one.day == TODAY
    assert desk.done() == {"application": 1}
    assert desk.toast == "Application added"
    desk.shortcut("Ctrl+Z")
    assert desk.done() == {}


def test_everything_else_lies_behind_more(window_desk: WindowDesk) -> None:
    desk = window_desk
    sheet = opened(desk)
    assert not sheet.fields.link.isVisible()
    desk.click(button(sheet, "More"))
    fields = sheet.fields
    for field, text in (
        (fields.employer, "Halden"), (fields.position, "Analyst"), (fields.source, "A friend"),
        (fields.location, "Lyon"), (fields.link, "halden.example"), (fields.reference, "H-7"),
        (fields.person, "Marta"), (fields.email, "m@halden.example"),
    ):  # fmt: skip
        assert field.isVisible()
        field.setFocus()
        QTest.keyClicks(field, text)
    fields.note.setFocus()
    QTest.keyClicks(fields.note, "Nice team")
    desk.press(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    record = the_one(desk)
    assert (record.application.source, record.location, record.link) == (
        "A friend", "Lyon", "halden.example",
    )  # fmt: skip
    assert (record.reference, record.note) == ("H-7", "Nice team")
    assert [(one.name, one.email) for one in record.people] == [("Marta", "m@halden.example")]


def test_another_day_of_today_is_the_day_that_is_shown(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.log_days(2)
    _ = desk.window
    desk.shortcut("Alt+Left")
    sheet = opened(desk)
    assert sheet.fields.day.day == YESTERDAY
    write(desk, sheet, "Halden")
    desk.press(Qt.Key.Key_Return)
    assert desk.done(YESTERDAY) == {"application": 1}


# Completion


def test_a_known_name_is_completed_by_a_key_and_taken_by_none(window_desk: WindowDesk) -> None:
    desk = window_desk
    know(desk, "Halden Analytics", "Oakline")
    sheet = opened(desk)
    field = sheet.fields.employer
    write(desk, sheet, "hald")
    assert field.rest == "en Analytics"
    assert field.accessibleDescription() == "Right arrow completes it to halden Analytics"
    desk.press(Qt.Key.Key_Right)
    assert (field.text(), field.rest) == ("Halden Analytics", "")
    field.clear()
    write(desk, sheet, "oak")
    desk.press(Qt.Key.Key_Tab)
    assert field.text() == "oak"
    assert sheet.fields.position.hasFocus()


def test_a_known_name_is_completed_by_a_click(window_desk: WindowDesk) -> None:
    desk = window_desk
    know(desk, "Halden Analytics")
    sheet = opened(desk)
    field = sheet.fields.employer
    write(desk, sheet, "ha")
    sheet.grab()
    at = QPoint(field.cursorRect().right() + 20, field.height() // 2)
    QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=at)
    assert field.text() == "Halden Analytics"
    QTest.mouseClick(field, Qt.MouseButton.LeftButton, pos=QPoint(field.width() - 5, 5))
    assert field.text() == "Halden Analytics"


def test_nothing_is_completed_inside_a_word_or_without_focus(window_desk: WindowDesk) -> None:
    desk = window_desk
    know(desk, "Halden Analytics")
    sheet = opened(desk)
    field = sheet.fields.employer
    write(desk, sheet, "hald")
    desk.press(Qt.Key.Key_Left)
    assert field.rest == ""
    desk.press(Qt.Key.Key_Right)
    assert field.rest == "en Analytics"
    write(desk, sheet, "x")
    assert field.rest == ""


# Did I apply here already?


def test_what_is_known_already_is_said_while_one_types(window_desk: WindowDesk) -> None:
    desk = window_desk
    know(desk, "Halden Analytics GmbH · Data analyst", "Oakline")
    desk.services.rejections.note(RejectionForm("Halden Analytics GmbH", day=TODAY))
    sheet = opened(desk)
    assert not sheet.fields.known.isVisible()
    write(desk, sheet, "Haldn")
    assert sheet.fields.known.isVisible()
    assert known(sheet) == [("Halden Analytics GmbH · Data analyst", "11 Nov · rejected")]
    write(desk, sheet, "xyz")
    assert not sheet.fields.known.isVisible()


def test_three_are_shown_and_the_rest_counted_the_same_position_first(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    know(desk, "Halden · Cook", "Halden · Baker", "Halden · Driver", "Halden · Planner", "Halden")
    sheet = opened(desk)
    write(desk, sheet, "halden")
    assert len(known(sheet)) == 3
    assert any(label.text() == "and 2 more" for label in sheet.findChildren(QLabel))
    desk.press(Qt.Key.Key_Tab)
    write(desk, sheet, "planner (m/w/d)")
    assert known(sheet)[0][0] == "Halden · Planner"


@pytest.mark.parametrize("way", ["click", "keys"])
def test_a_known_one_opens_on_its_page_and_what_was_typed_is_kept(
    window_desk: WindowDesk, way: str
) -> None:
    desk = window_desk
    know(desk, "Oakline", "Halden · Cook")
    sheet = opened(desk)
    write(desk, sheet, "Halden")
    line = sheet.fields.known._lines[0]
    assert line.accessibleName() == "Halden · Cook, 10 Nov · waiting 9 days. Open it"
    if way == "click":
        desk.click(line)
    else:
        desk.press(Qt.Key.Key_Down)
        assert line.hasFocus()
        desk.press(Qt.Key.Key_Up)
        assert sheet.fields.employer.hasFocus()
        desk.press(Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert desk.sheet(ApplicationSheet) is None
    page = desk.window.stack.current
    assert page.name == "applications"
    assert page.selected.title == "Halden · Cook"
    again = opened(desk)
    assert again.fields.employer.text() == "Halden"


def test_the_same_twice_is_said_and_can_be_shown(window_desk: WindowDesk) -> None:
    desk = window_desk
    form = ApplicationForm("Halden", "", TODAY)
    identity = desk.services.applications.add(form)
    sheet = opened(desk)
    write(desk, sheet, "HALDEN")
    desk.press(Qt.Key.Key_Return)
    assert sheet.isVisible()
    assert sheet.sentence == (
        "Halden of 19 Nov is here already. For another one, say its position."
    )
    assert sheet.fields.position.hasFocus()
    assert len(desk.services.applications.all()) == 1
    show = button(sheet, "Show it")
    assert show.isVisible()
    write(desk, sheet, "Cook")
    assert not show.isVisible()
    sheet.fields.position.clear()
    desk.press(Qt.Key.Key_Return)
    desk.click(show)
    assert desk.window.stack.current.selected.id == identity


# Once, not twice


def test_one_that_was_logged_is_named_unless_the_person_says_otherwise(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    desk.services.activities.log("application", amount=2)
    sheet = opened(desk)
    assert sheet.fields.logged.text() == "It is one of the 2 that you logged on this day"
    assert sheet.fields.logged.isChecked()
    write(desk, sheet, "Halden")
    desk.press(Qt.Key.Key_Return)
    assert desk.done() == {"application": 2}
    other = opened(desk)
    assert other.fields.logged.text() == "It is the one that you logged on this day"
    write(desk, other, "Oakline")
    desk.click(other.fields.logged, QPoint(10, other.fields.logged.height() // 2))
    assert not other.fields.logged.isChecked()
    other.save()
    assert desk.done() == {"application": 3}


def test_only_that_day_counts(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.log_days(1)
    sheet = opened(desk)
    assert not sheet.fields.logged.isVisible()
    sheet.fields.day.set_day(YESTERDAY)
    sheet.fields.day.day_picked.emit()
    assert sheet.fields.logged.isVisible()


# Drafts and sentences


def test_what_was_typed_is_kept_until_it_is_saved(window_desk: WindowDesk) -> None:
    desk = window_desk
    sheet = opened(desk)
    write(desk, sheet, "Halden")
    sheet.fields.note.setPlainText("Half a note")
    desk.press(Qt.Key.Key_Escape)
    assert desk.sheet(ApplicationSheet) is None
    desk.reopen()
    again = opened(desk)
    assert (again.fields.employer.text(), again.fields.note.text) == ("Halden", "Half a note")
    assert again.fields.note.isVisible()
    desk.click(button(again, "Start afresh"))
    assert again.fields.employer.text() == ""
    again.reject()
    assert opened(desk).fields.employer.text() == ""


def test_changes_have_drafts_of_their_own(window_desk: WindowDesk) -> None:
    desk = window_desk
    know(desk, "Halden", "Oakline")
    _ = desk.window
    desk.shortcut("Ctrl+2")
    desk.press(Qt.Key.Key_Return)
    sheet = desk.sheet(ApplicationSheet)
    assert sheet is not None
    sheet.fields.location.setFocus()
    QTest.keyClicks(sheet.fields.location, "Lyon")
    desk.press(Qt.Key.Key_Escape)
    assert opened(desk).fields.location.text() == ""
    desk.press(Qt.Key.Key_Escape)
    desk.press(Qt.Key.Key_Return)
    again = desk.sheet(ApplicationSheet)
    assert again is not None
    assert again.fields.location.text() == "Lyon"
    again.save()
    assert desk.services.applications.all()[0].words == "Lyon"


@pytest.mark.parametrize(
    ("field", "text", "sentence"),
    [
        ("employer", " ", "Say which employer it was."),
        ("employer", "x" * 201, "Employer has 201 characters; 200 fit."),
        ("position", "x" * 201, "Position has 201 characters; 200 fit."),
        ("link", "x" * 2001, "Link has 2001 characters; 2000 fit."),
        ("email", "nowhere", "Say who it is."),
        ("location", "a\x07b", "Location holds a control character."),
    ],
)
def test_a_field_that_can_not_be_taken_says_so_and_has_the_focus(
    window_desk: WindowDesk, field: str, text: str, sentence: str
) -> None:
    desk = window_desk
    sheet = opened(desk)
    sheet.fields.employer.setText("Halden")
    getattr(sheet.fields, field).setText(text)
    sheet.save()
    assert sheet.sentence == sentence
    focus = getattr(sheet.fields, "person" if field == "email" else field)
    assert focus.hasFocus()
    assert focus.isVisible()
    assert desk.services.applications.all() == []


def test_a_change_that_can_not_be_is_said_and_nothing_is_lost(window_desk: WindowDesk) -> None:
    desk = window_desk
    know(desk, "Halden")
    desk.services.outcomes.close(
        the_one(desk).application.id, Outcome.WITHDRAWN, TODAY - timedelta(days=2)
    )
    _ = desk.window
    desk.shortcut("Ctrl+2")
    desk.press(Qt.Key.Key_Return)
    sheet = desk.sheet(ApplicationSheet)
    assert sheet is not None
    sheet.fields.note.setPlainText("Kept")
    sheet.fields.day.set_day(TODAY)
    sheet.save()
    assert sheet.sentence == "Its answer came on 17 Nov; it was sent on that day or before."
    assert sheet.fields.note.text == "Kept"
    assert the_one(desk).note == ""


def test_large_type_and_small_screens_cut_nothing_off(window_desk: WindowDesk) -> None:
    desk = window_desk
    know(desk, "Halden Analytics · A rather long position in a rather long department")
    sheet = opened(desk)
    write(desk, sheet, "halden")
    desk.click(button(sheet, "More"))
    for field in (sheet.fields.employer, sheet.fields.day, sheet.fields.note):
        assert field.height() >= 24
        assert field.mapTo(sheet, QPoint(field.width(), 0)).x() <= sheet.width()
