"""The guide in the window: from a no to the next step, by keyboard, by mouse, and left at will."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from desktop_app.domain.guide.reasons import Place
from desktop_app.domain.guide.records import AskState
from desktop_app.domain.guide.steps import Step, needs_longer, nobody_to_ask
from desktop_app.domain.stages import Channel, Stage
from desktop_app.services.application_form import ApplicationForm
from desktop_app.services.rejections import RejectionForm
from desktop_app.ui.pages.guide.page import GuidePage
from desktop_app.ui.sheets.private_sheet import PrivateSheet
from desktop_app.ui.sheets.rejection_sheet import RejectionSheet
from desktop_app.ui.sheets.template_sheet import TemplateSheet
from tests.ui.desks import TODAY

if TYPE_CHECKING:
    from tests.ui.desks import WindowDesk

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def no_from(
    desk: WindowDesk,
    employer: str = "Kestrel Health",
    stage: Stage = Stage.INTERVIEW,
    channel: Channel | None = Channel.EMAIL,
    mood: int | None = 3,
) -> int:
    return desk.services.rejections.note(
        RejectionForm(employer, "Data analyst", stage=stage, channel=channel, mood=mood)
    )


def guide(desk: WindowDesk, rejection: int | None = None, step: int = 1) -> GuidePage:
    """Return the guide that is open, or open it at a step."""
    if rejection is not None:
        desk.services.drafts.keep(f"guide:{rejection}:step", str(step))
        desk.window.open_guide(rejection)
        desk.settle()
    page = desk.window.stack.current
    assert isinstance(page, GuidePage)
    return page


def ctrl(desk: WindowDesk, key: Qt.Key) -> None:
    """Press a key with Ctrl; it counts as one input."""
    desk.keys_pressed += 1
    names = {Key.Key_Return: "Ctrl+Return", Key.Key_G: "Ctrl+G", Key.Key_Z: "Ctrl+Z"}
    desk.shortcut(names[key])


def write_in_sheet(desk: WindowDesk, text: str) -> None:
    sheet = desk.sheet(RejectionSheet)
    assert sheet is not None
    field = sheet.focusWidget()
    assert isinstance(field, QLineEdit)
    field.insert(text)
    desk.settle()


def closed(desk: WindowDesk, rejection: int) -> bool:
    case = desk.services.guide.case(rejection)
    assert case is not None
    return case.closed is not None


def only_no(desk: WindowDesk) -> int:
    (rejection,) = desk.services.rejections.all()
    return rejection.id


# Figures


def test_a_form_letter_is_noted_and_closed_in_at_most_eight_inputs(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    _ = desk.window
    desk.press("x")
    write_in_sheet(desk, "Halden GmbH")
    sheet = desk.sheet(RejectionSheet)
    assert sheet is not None
    desk.keys_pressed += 1
    sheet.activateWindow()
    desk.settle()
    desk.press("g", modifier=CTRL)
    desk.keys_pressed -= 1
    page = guide(desk)
    desk.window.activateWindow()
    desk.settle()
    assert desk.window.focusWidget() is page.one.friend
    desk.write("It was one role on one day.")
    ctrl(desk, Key.Key_Return)
    assert page.step is Step.FOCUS
    ctrl(desk, Key.Key_Return)
    assert desk.keys_pressed <= 8
    no = only_no(desk)
    assert closed(desk, no)
    assert desk.services.guide.case(no).answers["friend"] == "It was one role on one day."  # type: ignore[union-attr]
    assert desk.window.stack.current.name == "rejections"


def test_all_four_steps_take_at_most_twenty_five_inputs_beside_what_is_typed(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    desk.services.applications.add(
        ApplicationForm(employer="Kestrel Health", position="Data analyst")
    )
    _ = desk.window
    desk.press("x")
    write_in_sheet(desk, "Kestrel Health")
    desk.press(Key.Key_Tab, Key.Key_Tab, Key.Key_Tab, *[Key.Key_Right] * 3, Key.Key_Space)
    desk.press("g", modifier=CTRL)
    page = guide(desk)
    desk.window.activateWindow()
    desk.settle()
    desk.press("2", "o", "s", "m", "t")
    desk.write("They chose between good people.")
    ctrl(desk, Key.Key_Return)
    desk.write("The project story.")
    desk.press(Key.Key_Escape, "l")
    desk.write("Name one number early.")
    ctrl(desk, Key.Key_Return)
    desk.write("Priya Nair")
    desk.press(Key.Key_Tab, Key.Key_Escape, "k")
    assert page.step is Step.ASK
    ctrl(desk, Key.Key_Return)
    desk.write("it is 9:30")
    desk.press(Key.Key_Tab)
    desk.write("open one posting")
    ctrl(desk, Key.Key_Return)
    assert desk.keys_pressed <= 25
    no = only_no(desk)
    case = desk.services.guide.case(no)
    assert case is not None
    assert case.closed is not None
    assert case.rejection.stage is Stage.INTERVIEW
    assert case.rejection.mood == 2
    assert [one.place for one in case.reasons] == [Place.MINE, Place.OUTSIDE, Place.SHARED]
    assert case.answers == {
        "friend": "They chose between good people.",
        "went_well": "The project story.",
    }
    lesson = desk.services.lessons.of_rejection(no)
    assert lesson is not None
    assert lesson.text == "Name one number early."
    request = desk.services.feedback.of_rejection(no)
    assert request is not None
    assert (request.person, request.state) == ("Priya Nair", AskState.ASKED)
    step = desk.services.next_steps.of_rejection(no)
    assert step is not None
    assert (step.cue, step.text) == ("it is 9:30", "open one posting")


# Noting and going through


def test_just_noting_it_is_one_of_two_equal_ways(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window
    desk.press("x")
    sheet = desk.sheet(RejectionSheet)
    assert sheet is not None
    assert sheet.noted.size() == sheet.through.size()
    assert sheet.noted.property("kind") == sheet.through.property("kind")
    write_in_sheet(desk, "Halden GmbH")
    desk.press(Key.Key_Return)
    assert desk.window.stack.current is desk.window.today
    assert desk.services.rejections.any()


def test_by_mouse_alone_a_no_is_gone_through_and_closed(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.services.applications.add(ApplicationForm(employer="Kestrel Health"))
    _ = desk.window
    desk.press("x")
    write_in_sheet(desk, "Kestrel Health")
    sheet = desk.sheet(RejectionSheet)
    assert sheet is not None
    desk.click(sheet.through)
    page = guide(desk)
    desk.click(page.foot.go_on)
    assert page.step is Step.FOCUS
    desk.click(page.foot.go_on)
    assert closed(desk, only_no(desk))


def test_it_opens_from_the_list_and_by_its_key(window_desk: WindowDesk) -> None:
    desk = window_desk
    no = no_from(desk)
    _ = desk.window
    desk.shortcut("Ctrl+3")
    desk.press("g")
    page = guide(desk)
    assert page.spot == str(no)
    assert desk.window._sidebar._buttons["rejections"].isChecked()
    desk.press(Key.Key_Escape)
    assert desk.window.stack.current.name == "rejections"


# It knows the no


def test_a_form_letter_has_nobody_to_ask_and_says_so(window_desk: WindowDesk) -> None:
    desk = window_desk
    page = guide(desk, no_from(desk, stage=Stage.APPLICATION))
    assert not page.one.ledger.isVisible()
    page.run("guide_step:3")
    desk.settle()
    assert nobody_to_ask() in desk.words()
    assert not page.can("asked")


@pytest.mark.parametrize(
    ("stage", "mood"), [(Stage.FINAL, 4), (Stage.SCREENING, 1), (Stage.APPLICATION, 1)]
)
def test_what_may_need_longer_is_told_so(window_desk: WindowDesk, stage: Stage, mood: int) -> None:
    desk = window_desk
    page = guide(desk, no_from(desk, stage=stage, mood=mood))
    assert needs_longer() in desk.words()
    desk.click(page.foot.leave)
    assert desk.window.stack.current.name == "rejections"


def test_a_silence_is_closed_gently(window_desk: WindowDesk) -> None:
    desk = window_desk
    no = no_from(desk, channel=Channel.SILENCE)
    page = guide(desk, no)
    ctrl(desk, Key.Key_Return)
    assert any("Silence is an answer too" in words for words in desk.words())
    ctrl(desk, Key.Key_Return)
    assert closed(desk, no)
    assert "opens again" in desk.toast
    desk.shortcut("Ctrl+Z")
    assert not closed(desk, no)
    assert page is not desk.window.stack.current


@pytest.mark.parametrize(
    "address", ["no-reply@x.example", "DoNotReply@x.example", "notifications@x.example"]
)
def test_nobody_reads_some_addresses(window_desk: WindowDesk, address: str) -> None:
    desk = window_desk
    page = guide(desk, no_from(desk), step=3)
    form = page.views[Step.ASK].form  # type: ignore[attr-defined]
    form.email.setText(address)
    desk.settle()
    assert any("Nobody reads mail" in words for words in desk.words())
    assert not page.can("open_mail")
    form.email.setText("priya@x.example")
    assert page.can("open_mail")


# Step 1


def test_not_knowing_is_an_answer_and_folds_the_ledger(window_desk: WindowDesk) -> None:
    desk = window_desk
    no = no_from(desk)
    page = guide(desk, no)
    assert all(not view.count() for view in page.one.ledger.lists.values()), "none is placed"
    assert 0 < page.one.ledger.tray.count() <= 3
    desk.press("i")
    case = desk.services.guide.case(no)
    assert case is not None
    assert case.cannot_know
    assert not page.one.ledger.tray.isVisible()
    assert page.one.friend.isVisible()


def test_an_own_reason_is_kept_and_suggested_again(window_desk: WindowDesk) -> None:
    desk = window_desk
    first, second = no_from(desk), no_from(desk, "Ferro Labs")
    page = guide(desk, first)
    desk.press("a")
    desk.write("They moved the team")
    desk.press(Key.Key_Return)
    assert page.one.ledger.tray.hasFocus()
    guide(desk, second)
    offered = [page.one.ledger.tray.item(row).text() for row in range(page.one.ledger.tray.count())]
    assert "They moved the team" in offered


def test_after_five_minutes_it_may_be_enough(window_desk: WindowDesk) -> None:
    desk = window_desk
    page = guide(desk, no_from(desk))
    assert page.one._timer.interval() == 5 * 60 * 1000
    assert page.one._timer.isActive()
    page.one._timer.timeout.emit()
    desk.settle()
    assert "Enough for today? It is saved." in desk.words()
    desk.press(Key.Key_Escape)
    assert not page.one._timer.isActive()


def test_undo_takes_back_inside_the_guide(window_desk: WindowDesk) -> None:
    desk = window_desk
    no = no_from(desk)
    page = guide(desk, no)
    desk.press("o")
    assert page.one.ledger.lists[Place.OUTSIDE].count() == 1
    desk.shortcut("Ctrl+Z")
    assert page.one.ledger.lists[Place.OUTSIDE].count() == 0
    assert guide(desk).step is Step.NOT_PERSONAL


# Step 2


def test_a_private_page_is_written_from_inside_and_can_be_thrown_away(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    no = no_from(desk)
    guide(desk, no, step=2)
    desk.press(Key.Key_Escape)  # leaves the field
    desk.press("p")
    sheet = desk.sheet(PrivateSheet)
    assert sheet is not None
    assert any("If it makes things worse, stop." in words for words in desk.words())
    sheet.page.insertPlainText("Not for anybody.")
    sheet.reject()
    desk.settle()
    assert desk.services.private_pages.get(no) == "Not for anybody."
    desk.press("p")
    sheet = desk.sheet(PrivateSheet)
    assert sheet is not None
    assert sheet.page.text == "Not for anybody."
    for _minute in range(10):
        sheet._timer.timeout.emit()
    assert sheet.time.text().startswith("The time is up")
    sheet._on_thrown_away()
    desk.settle()
    assert desk.services.private_pages.get(no) == ""
    desk.shortcut("Ctrl+Z")
    assert desk.services.private_pages.get(no) == "Not for anybody."


# Step 3


def test_a_message_is_copied_and_an_answer_waits_sealed(window_desk: WindowDesk) -> None:
    desk = window_desk
    no = no_from(desk)
    page = guide(desk, no, step=3)
    desk.write("Priya Nair")
    desk.press(Key.Key_Tab, Key.Key_Escape, "c")
    assert "Priya Nair" in QGuiApplication.clipboard().text()
    desk.press("k")
    view = page.views[Step.ASK]
    view.answer.setPlainText("You were second of two.")  # type: ignore[attr-defined]
    desk.click(view.seal)  # type: ignore[attr-defined]
    assert not any("second of two" in words for words in desk.words())
    page.setFocus()
    desk.press("r")
    assert any("second of two" in words for words in desk.words())
    request = desk.services.feedback.of_rejection(no)
    assert request is not None
    assert request.read


def test_a_message_is_kept_as_an_own_draft_and_offered_next_time(window_desk: WindowDesk) -> None:
    desk = window_desk
    first, second = no_from(desk), no_from(desk, "Ferro Labs")
    page = guide(desk, first, step=3)
    desk.write("Priya Nair")
    desk.press(Key.Key_Tab)
    form = page.views[Step.ASK].form  # type: ignore[attr-defined]
    form.message.setPlainText("Dear Priya Nair, one question about Kestrel Health. Thanks!")
    form.message.flush()
    form.template.keep_asked.emit()
    desk.settle()
    sheet = desk.sheet(TemplateSheet)
    assert sheet is not None
    sheet.save()
    assert sheet.sentence, "a draft without a name is not kept"
    sheet.name.setText("Short")
    sheet.stage.set_choice("interview")
    sheet.save()
    desk.settle()
    assert form.template.template.name == "Short"
    guide(desk, second, step=3)
    form.person.setText("Jon")
    form._on_person()
    assert form.message.text == "Dear Jon, one question about Ferro Labs. Thanks!"
    form.template._on_delete()
    assert form.template.template.name != "Short"
    desk.services.upkeep.undo()
    assert any(one.name == "Short" for one in desk.services.templates.all())


# Step 4


def test_a_lower_mood_at_the_end_stops_it_with_help_beside(window_desk: WindowDesk) -> None:
    desk = window_desk
    no = no_from(desk, mood=3)
    page = guide(desk, no, step=4)
    desk.press(Key.Key_Escape)
    page.setFocus()
    desk.press("4")
    assert not any("That was heavy" in words for words in desk.words())
    desk.press("2")
    assert "That was heavy. Stop here; it is saved." in desk.words()
    view = page.views[Step.FOCUS]
    assert view.help.isVisible()  # type: ignore[attr-defined]
    desk.click(view.help)  # type: ignore[attr-defined]
    assert any("Where to find help" in words for words in desk.words())


def test_momentum_is_told_as_it_is(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.log_days(4, 3, 2, 1, 0)
    page = guide(desk, no_from(desk), step=4)
    words = page.views[Step.FOCUS].momentum.text()  # type: ignore[attr-defined]
    assert " to " in words
    assert "points" in words


# Left and taken up again


def test_it_is_saved_as_typed_and_taken_up_again_after_the_program_ended(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    no = no_from(desk)
    guide(desk, no)
    ctrl(desk, Key.Key_Return)
    desk.write("The story")
    desk.qtbot.waitUntil(
        lambda: desk.services.guide.case(no).answers.get("went_well") == "The story",  # type: ignore[union-attr]
        timeout=3000,
    )
    desk.reopen()
    desk.window.open_guide(no)
    desk.settle()
    page = guide(desk)
    assert page.step is Step.LEARN
    assert page.views[Step.LEARN].answers["went_well"].text == "The story"  # type: ignore[attr-defined]


def test_steps_can_be_skipped_and_gone_back_to_and_stay_empty(window_desk: WindowDesk) -> None:
    desk = window_desk
    no = no_from(desk)
    page = guide(desk, no)
    for expected in (Step.LEARN, Step.ASK, Step.FOCUS):
        desk.shortcut("Ctrl+PgDown")
        assert page.step is expected
    desk.shortcut("Ctrl+PgUp")
    assert page.step is Step.ASK
    desk.press(Key.Key_Escape, Key.Key_Escape)
    assert desk.services.guide.steps_done() == {}
    assert desk.services.feedback.of_rejection(no) is None


def test_leaving_by_the_sidebar_keeps_what_was_typed(window_desk: WindowDesk) -> None:
    desk = window_desk
    no = no_from(desk)
    guide(desk, no)
    desk.press("t")
    desk.write("One of many")
    desk.shortcut("Ctrl+1")
    assert desk.services.guide.case(no).answers == {"friend": "One of many"}  # type: ignore[union-attr]


# What can go wrong


def test_an_application_that_is_deleted_meanwhile_ends_it_with_a_sentence(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    no = no_from(desk)
    keep = no_from(desk, "Ferro Labs")
    page = guide(desk, no)
    desk.press("t")
    page.one.friend.insertPlainText("half a sen")
    rejection = desk.services.rejections.get(no)
    assert rejection is not None
    desk.services.applications.delete(rejection.application_id)
    desk.settle()
    assert desk.window.stack.current.name == "rejections"
    assert "deleted" in desk.toast
    desk.shortcut("Ctrl+Z")
    assert desk.services.rejections.get(no) is not None
    assert desk.services.rejections.get(keep) is not None
    assert guide(desk, no).one.friend.text in ("", "half a sen")


def test_a_no_that_is_gone_is_said_and_nothing_opens(window_desk: WindowDesk) -> None:
    desk = window_desk
    no = no_from(desk)
    desk.services.rejections.delete(no)
    desk.window.open_guide(no)
    desk.settle()
    assert desk.window.stack.current is desk.window.today
    assert desk.toast == "This rejection is no longer there."


def test_two_noes_of_one_application_on_one_day_are_two_cases(window_desk: WindowDesk) -> None:
    desk = window_desk
    first = no_from(desk)
    application = desk.services.rejections.get(first).application_id  # type: ignore[union-attr]
    second = desk.services.rejections.note(
        RejectionForm(
            "Kestrel Health",
            "Data analyst",
            stage=Stage.FINAL,
            day=TODAY,
            application_id=application,
        )
    )
    page = guide(desk, first)
    page.run("friend")
    desk.write("First")
    guide(desk, second)
    assert page.one.friend.text == ""
    page.run("friend")
    desk.write("Second")
    guide(desk, first)
    assert page.one.friend.text == "First"
    assert desk.services.guide.case(second).answers == {"friend": "Second"}  # type: ignore[union-attr]


def test_a_text_of_100_000_characters_is_kept_or_told_and_stays_in_its_field(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    no = no_from(desk)
    page = guide(desk, no)
    long = "word " * 20_000
    page.one.friend.setPlainText(long)
    page.one.friend.flush()
    desk.settle()
    kept = desk.services.guide.case(no).answers.get("friend", "")  # type: ignore[union-attr]
    assert kept == long or desk.toast
    assert page.one.friend.text == long


def test_a_no_before_its_application_can_be_gone_through(window_desk: WindowDesk) -> None:
    desk = window_desk
    application = desk.services.applications.add(ApplicationForm(employer="Kestrel Health"))
    no = desk.services.rejections.note(
        RejectionForm(
            "Kestrel Health",
            stage=Stage.INTERVIEW,
            day=TODAY - timedelta(days=9),
            application_id=application,
        )
    )
    page = guide(desk, no)
    assert page.one.facts.isVisible()
    ctrl(desk, Key.Key_Return)
    assert page.step is Step.LEARN


def test_a_rate_of_the_field_is_entered_and_taken_back(window_desk: WindowDesk) -> None:
    desk = window_desk
    card = guide(desk, no_from(desk, stage=Stage.APPLICATION)).one.proportion
    desk.click(card.field)
    desk.write("five")
    desk.press(Key.Key_Return)
    assert "is no number" in desk.toast
    assert card.rate.text() == "five"
    card.rate.selectAll()
    desk.write("5")
    desk.press(Key.Key_Return)
    said = "In your field, by your own figure, about 5 in 100 lead to an interview."
    assert said in desk.words()
    assert not card.rate.isVisible()
    desk.click(card.field)
    assert desk.services.proportion.tally().field_rate is None
    assert said not in desk.words()


def test_the_private_page_opens_inside_its_step_alone(window_desk: WindowDesk) -> None:
    desk = window_desk
    page = guide(desk, no_from(desk))
    page.run("private_page")
    desk.settle()
    assert desk.sheet(PrivateSheet) is not None
    assert page.step is Step.LEARN
