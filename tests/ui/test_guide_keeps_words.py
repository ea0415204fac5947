"""Words in the guide stay with their no, saved or not yet, whatever happens in between."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import Qt

from desktop_app.domain.guide.steps import Step, nobody_to_ask
from desktop_app.domain.stages import Channel, Stage
from desktop_app.services.rejections import RejectionForm
from desktop_app.ui.pages.guide.page import GuidePage

if TYPE_CHECKING:
    from tests.ui.desks import WindowDesk

Key = Qt.Key


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
