"""Words in the guide stay with their no, saved or not yet, whatever happens in between."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desktop_app.domain.guide.steps import Step, nobody_to_ask
from desktop_app.domain.stages import Channel, Stage
from desktop_app.services.rejections import RejectionForm
from desktop_app.ui.pages.guide.page import GuidePage
from desktop_app.ui.sheets.private_sheet import PrivateSheet
from tests.ui.desks import TODAY

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.desks import WindowDesk

Key = Qt.Key
QUIET_MS = 700  # longer than a field waits before it saves


def no_from(desk: WindowDesk, employer: str, mood: int | None = 3, **more: Any) -> int:  # noqa: ANN401
    form = {"stage": Stage.INTERVIEW, "channel": Channel.EMAIL, **more}
    return desk.services.rejections.note(RejectionForm(employer, "Analyst", mood=mood, **form))


def at(desk: WindowDesk, rejection: int, step: Step) -> Any:  # noqa: ANN401 - each step has its parts
    """Open a step of a no, and return its view."""
    desk.services.drafts.keep(f"guide:{rejection}:step", str(int(step)))
    desk.window.open_guide(rejection)
    desk.settle()
    page = desk.window.stack.current
    assert isinstance(page, GuidePage)
    return page.views[step]


def leave_and_come_back(desk: WindowDesk, rejection: int, step: Step) -> Any:  # noqa: ANN401
    desk.window.show_page("today")
    desk.reopen()
    return at(desk, rejection, step)


def test_an_if_without_a_then_stays(window_desk: WindowDesk) -> None:
    desk = window_desk
    no = no_from(desk, "Kestrel Health")
    view = at(desk, no, Step.FOCUS)
    view.cue.setFocus()
    desk.write("it is 9:30")
    desk.press(Key.Key_Escape, "4")
    assert view.cue.text() == "it is 9:30"
    view = leave_and_come_back(desk, no, Step.FOCUS)
    assert view.cue.text() == "it is 9:30"
    view.then.setFocus()
    desk.write("call")
    desk.press(Key.Key_Escape)
    step = desk.services.next_steps.of_rejection(no)
    assert step is not None
    assert (step.cue, step.text) == ("it is 9:30", "call")


def test_an_address_without_a_name_stays(window_desk: WindowDesk) -> None:
    desk = window_desk
    no = no_from(desk, "Kestrel Health")
    form = at(desk, no, Step.ASK).form
    form.email.setFocus()
    desk.write("x@y.example")
    form.message.setFocus()
    desk.services.guide.set_mood(no, 2)
    desk.settle()
    assert form.email.text() == "x@y.example"
    form = leave_and_come_back(desk, no, Step.ASK).form
    assert form.email.text() == "x@y.example"


def test_a_name_beside_an_address_that_is_none_stays_and_it_is_said(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    no = no_from(desk, "Kestrel Health")
    form = at(desk, no, Step.ASK).form
    form.person.setFocus()
    desk.write("Priya")
    form.email.setFocus()
    desk.write("nonsense")
    form.message.setFocus()
    assert desk.toast
    desk.services.guide.set_mood(no, 2)
    desk.settle()
    assert (form.person.text(), form.email.text()) == ("Priya", "nonsense")
    form.done.click()
    desk.settle()
    request = desk.services.feedback.of_rejection(no)
    assert request is None or request.asked is None, "who could not be saved was not asked"


def test_a_pasted_answer_stays_with_its_no_until_it_is_sealed(window_desk: WindowDesk) -> None:
    desk = window_desk
    first, second = no_from(desk, "Kestrel Health"), no_from(desk, "Ferro Labs")
    feedback = desk.services.feedback
    for no in (first, second):
        feedback.asked(feedback.prepare(no, draft="What would have helped?"))
    view = at(desk, first, Step.ASK)
    view.answer.setFocus()
    view.answer.insertPlainText("You were second of two.")
    view = at(desk, second, Step.ASK)
    assert view.answer.text == ""
    view = leave_and_come_back(desk, first, Step.ASK)
    assert view.answer.text == "You were second of two."
    desk.click(view.seal)
    assert view.answer.text == ""
    request = desk.services.feedback.of_rejection(first)
    assert request is not None
    assert request.answer == "You were second of two."
    other = desk.services.feedback.of_rejection(second)
    assert other is not None
    assert other.answer == ""


def test_a_detail_stays_with_its_no(window_desk: WindowDesk) -> None:
    desk = window_desk
    first, second = no_from(desk, "Kestrel Health"), no_from(desk, "Ferro Labs")
    form = at(desk, first, Step.ASK).form
    form.detail.setFocus()
    desk.write("the garden")
    form = at(desk, second, Step.ASK).form
    assert form.detail.text() == ""
    assert "garden" not in form.message.text
    form = leave_and_come_back(desk, first, Step.ASK).form
    assert form.detail.text() == "the garden"


@pytest.mark.parametrize("mood", [1, 3, None])
def test_a_form_letter_asks_nobody_whatever_the_mood(
    window_desk: WindowDesk, mood: int | None
) -> None:
    desk = window_desk
    no = no_from(desk, "Halden GmbH", mood, stage=Stage.APPLICATION)
    at(desk, no, Step.NOT_PERSONAL)
    desk.shortcut("Ctrl+PgDown")
    page = desk.window.stack.current
    assert isinstance(page, GuidePage)
    assert page.step is Step.FOCUS
    at(desk, no, Step.ASK)
    assert nobody_to_ask() in desk.words()


def test_the_day_that_is_shown_is_the_day_that_is_kept(window_desk: WindowDesk) -> None:
    desk = window_desk
    no = no_from(desk, "Kestrel Health", 2)
    form = at(desk, no, Step.ASK).form
    assert form.sleep.isVisible()
    assert form.when.choice == "whenever"
    chip = next(
        one for one in form.when.findChildren(type(form.when._chips[0])) if one.key == "one"
    )
    desk.click(chip)
    request = desk.services.feedback.of_rejection(no)
    assert request is not None
    assert request.ask_on is not None
    assert form.when.choice == "one"


def test_what_to_practise_is_saved_as_it_is_typed(window_desk: WindowDesk, qtbot: QtBot) -> None:
    desk = window_desk
    no = no_from(desk, "Kestrel Health")
    desk.services.lessons.write(no, "Name one number.", Stage.INTERVIEW)
    at(desk, no, Step.LEARN).how.setFocus()
    desk.write("aloud, 90 seconds")
    qtbot.wait(QUIET_MS)
    lesson = desk.services.lessons.of_rejection(no)
    assert lesson is not None
    assert lesson.practice == "aloud, 90 seconds"


def test_a_lesson_that_is_written_anew_keeps_its_practice(
    window_desk: WindowDesk, qtbot: QtBot
) -> None:
    desk = window_desk
    lessons, no = desk.services.lessons, no_from(desk, "Kestrel Health")
    written = lessons.write(no, "Name one number.", Stage.INTERVIEW)
    assert written is not None
    lessons.practise_on(written, TODAY + timedelta(days=3), "aloud")
    view = at(desk, no, Step.LEARN)
    view.lesson.setFocus()
    view.lesson.selectAll()
    desk.press(Key.Key_Delete)
    qtbot.wait(QUIET_MS)
    desk.write("Breathe first.")
    qtbot.wait(QUIET_MS)
    lesson = lessons.of_rejection(no)
    assert lesson is not None
    assert (lesson.text, lesson.practice) == ("Breathe first.", "aloud")
    view.lesson.selectAll()
    desk.press(Key.Key_Delete)
    desk.window.show_page("today")
    assert lessons.of_rejection(no) is None, "one that is left empty is taken away"


def test_a_step_that_is_written_anew_keeps_its_day_and_kind(
    window_desk: WindowDesk, qtbot: QtBot
) -> None:
    desk = window_desk
    no, day = no_from(desk, "Kestrel Health"), TODAY + timedelta(days=3)
    desk.services.next_steps.write(no, "it is 9:30", "call", day, "networking")
    view = at(desk, no, Step.FOCUS)
    view.then.setFocus()
    view.then.selectAll()
    desk.press(Key.Key_Delete)
    qtbot.wait(QUIET_MS)
    desk.write("write")
    qtbot.wait(QUIET_MS)
    step = desk.services.next_steps.of_rejection(no)
    assert step is not None
    assert (step.text, step.due, step.kind) == ("write", day, "networking")


def test_a_later_no_with_the_number_of_a_deleted_one_shows_none_of_its_words(
    window_desk: WindowDesk, qtbot: QtBot
) -> None:
    desk = window_desk
    first = no_from(desk, "Kestrel Health")
    form = at(desk, first, Step.ASK).form
    form.detail.setFocus()
    desk.write("your map of clinics")
    form.person.setFocus()
    desk.write("Priya")
    qtbot.wait(QUIET_MS)
    desk.services.rejections.delete(first)
    desk.settle()
    second = no_from(desk, "Ferro Labs")
    assert second == first
    form = at(desk, second, Step.ASK).form
    assert (form.detail.text(), form.person.text()) == ("", "")
    assert "Priya" not in form.message.text
    assert "clinics" not in form.message.text


def test_no_label_holds_a_sealed_answer_not_even_a_hidden_one(window_desk: WindowDesk) -> None:
    desk = window_desk
    no, feedback = no_from(desk, "Kestrel Health"), desk.services.feedback
    request = feedback.prepare(no, draft="What would have helped?")
    feedback.asked(request)
    feedback.answered(request, "You were second of two.")
    at(desk, no, Step.ASK)
    for page in ("rejections", "lessons", "applications", "today"):
        desk.window.show_page(page)
        desk.settle()
    held = [label.text() + label.accessibleName() for label in desk.window.findChildren(QLabel)]
    assert not [words for words in held if "second of two" in words]


def test_a_private_page_of_a_no_that_is_gone_says_so_and_closes(window_desk: WindowDesk) -> None:
    desk = window_desk
    no = no_from(desk, "Kestrel Health")
    desk.click(at(desk, no, Step.LEARN).private)
    sheet = desk.sheet(PrivateSheet)
    assert sheet is not None
    sheet.page.insertPlainText("I am")
    sheet.page.flush()
    desk.services.rejections.delete(no)
    desk.settle()
    sheet.page.insertPlainText(" tired")
    sheet.page.flush()
    assert desk.toast == "This rejection is no longer there."
    desk.press(Key.Key_Escape)
    assert desk.sheet(PrivateSheet) is None
    desk.services.upkeep.undo()
    assert desk.services.private_pages.get(no) == "I am"


def test_another_draft_over_own_words_is_taken_back_from_the_toast(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    no = no_from(desk, "Kestrel Health")
    form = at(desk, no, Step.ASK).form
    form.message.setFocus()
    form.message.setPlainText("What would have helped, in one word?")
    form.template.box.setFocus()
    form.template.chosen.emit()
    assert desk.toast == "Drafted anew"
    desk.shortcut("Ctrl+Z")
    assert form.message.text == "What would have helped, in one word?"
