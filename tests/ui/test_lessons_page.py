"""The Lessons page: the bank, the board, everything by key, menu and mouse, and taken back."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from desktop_app.domain.guide.records import AskState
from desktop_app.domain.stages import Channel, Stage
from desktop_app.services.rejections import RejectionForm
from desktop_app.ui.pages.lessons.columns import columns
from desktop_app.ui.pages.lessons.request_card import deed_spot
from desktop_app.ui.sheets.lesson_sheet import LessonSheet
from desktop_app.ui.sheets.question_sheet import QuestionSheet
from desktop_app.ui.widgets.chip import Chip
from tests.ui.desks import TODAY

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from desktop_app.domain.guide.records import FeedbackRequest, Lesson
    from desktop_app.ui.pages.lessons.page import LessonsPage
    from tests.ui.desks import WindowDesk

DAY = timedelta(days=1)
CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton


def no(desk: WindowDesk, employer: str, stage: Stage = Stage.INTERVIEW) -> int:
    return desk.services.rejections.note(
        RejectionForm(employer, "Analyst", TODAY - 50 * DAY, stage, Channel.EMAIL)
    )


def opened(desk: WindowDesk) -> LessonsPage:
    _ = desk.window
    desk.shortcut("Ctrl+4")
    page = desk.window.stack.current
    assert page.name == "lessons"
    return cast("LessonsPage", page)


def shown(page: LessonsPage) -> list[str]:
    found = [page.model.lesson(row) for row in range(page.model.rowCount())]
    return [one.text for one in found if one is not None]


def lesson(desk: WindowDesk, identity: int) -> Lesson:
    found = desk.services.lessons.get(identity)
    assert found is not None
    return found


def request(desk: WindowDesk, identity: int) -> FeedbackRequest:
    found = desk.services.feedback.get(identity)
    assert found is not None
    return found


def asked(desk: WindowDesk, employer: str, days: int = 20, draft: str = "Which skill?") -> int:
    feedback = desk.services.feedback
    identity = feedback.prepare(no(desk, employer), draft=draft)
    feedback.asked(identity, TODAY - days * DAY)
    return identity


# The page comes and goes with its content


def test_the_page_appears_with_the_first_lesson_and_goes_with_the_last(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    _ = desk.window
    assert not desk.window.menus.actions["page:lessons"].isVisible()
    desk.shortcut("Ctrl+L")
    sheet = desk.sheet(LessonSheet)
    assert sheet is not None
    QTest.keyClicks(sheet.text, "Breathe first.")
    desk.press(Qt.Key.Key_Return, modifier=CTRL)
    assert desk.toast == "Lesson added"
    page = opened(desk)
    assert shown(page) == ["Breathe first."]
    page.view.setFocus()
    desk.press(Qt.Key.Key_Delete)
    assert desk.window.stack.current is desk.window.today
    desk.shortcut("Ctrl+Z")
    assert [one.text for one in desk.services.lessons.all()] == ["Breathe first."]


def test_questions_alone_show_the_page_with_a_kind_word_on_lessons(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    asked(desk, "Halden")
    page = opened(desk)
    assert "No lesson is here yet." in desk.words()
    assert page.board.isVisible()


def test_without_questions_there_is_no_board(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.services.lessons.add("Breathe.")
    page = opened(desk)
    assert not page.board.isVisible()
    assert "Feedback asked for" not in desk.words()


# The bank


def test_everything_about_a_lesson_is_done_by_key_and_taken_back(window_desk: WindowDesk) -> None:
    desk = window_desk
    first = desk.services.lessons.write(no(desk, "Halden"), "Breathe.", Stage.INTERVIEW)
    assert first is not None
    page = opened(desk)
    page.view.setFocus()
    desk.press(Qt.Key.Key_Space)
    assert lesson(desk, first).practised == 1
    assert desk.done() == {"learning": 30}
    desk.shortcut("Ctrl+Z")
    assert (lesson(desk, first).practised, desk.done()) == (0, {})
    desk.press("h")
    assert lesson(desk, first).helped is True
    desk.press("d")
    assert lesson(desk, first).helped is False
    desk.press("d")
    assert lesson(desk, first).helped is None
    desk.press("w")
    assert lesson(desk, first).retired
    assert desk.toast == "Lesson put away"
    desk.press("w")
    assert not lesson(desk, first).retired
    desk.press("r")
    assert desk.window.stack.current.name == "rejections"
    opened(desk)
    page.view.setFocus()
    desk.press(Qt.Key.Key_Delete)
    assert desk.services.lessons.get(first) is None
    desk.shortcut("Ctrl+Z")
    assert lesson(desk, first).text == "Breathe."


def test_a_practice_gets_its_day_from_the_sheet(window_desk: WindowDesk) -> None:
    desk = window_desk
    first = desk.services.lessons.add("Breathe.")
    page = opened(desk)
    page.view.setFocus()
    desk.press("p")
    sheet = desk.sheet(LessonSheet)
    assert sheet is not None
    tomorrow = next(one for one in sheet.when.findChildren(Chip) if one.key == "tomorrow")
    tomorrow.click()
    sheet.how.setText("Aloud")
    desk.press(Qt.Key.Key_Return, modifier=CTRL)
    found = lesson(desk, first)
    assert (found.practise_on, found.practice) == (TODAY + DAY, "Aloud")
    desk.shortcut("Ctrl+Z")
    assert lesson(desk, first).practise_on is None


def test_a_click_on_the_circle_ticks_and_one_on_the_words_does_not(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    first = desk.services.lessons.add("Breathe.")
    page = opened(desk)
    row = QRectF(page.view.visualRect(page.model.index(0, 0)))
    places = columns(desk.look, row)
    QTest.mouseClick(page.view.viewport(), LEFT, pos=places.words.center().toPoint())
    assert lesson(desk, first).practised == 0
    QTest.mouseClick(page.view.viewport(), LEFT, pos=places.tick.center().toPoint())
    assert lesson(desk, first).practised == 1


def test_the_menu_has_every_action_of_a_lesson_with_its_key(window_desk: WindowDesk) -> None:
    desk = window_desk
    first = desk.services.lessons.add("Breathe.")
    page = opened(desk)
    page.view.setFocus()
    page.view.customContextMenuRequested.emit(QPoint(0, 0))
    menu = page.findChildren(QMenu)[-1]
    labels = {one.text(): one for one in menu.actions() if not one.isSeparator()}
    assert "It helped\tH" in labels
    assert "Delete this lesson\tDel" in labels
    assert not labels["The rejection that it came from\tR"].isEnabled()
    labels["It helped\tH"].trigger()
    assert lesson(desk, first).helped is True
    menu.close()


def test_search_and_stages_narrow_the_bank(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.services.lessons.write(no(desk, "Halden"), "Breathe.", Stage.INTERVIEW)
    desk.services.lessons.add("Read every question.", stage=Stage.TASK)
    desk.services.lessons.add("Sleep.")
    page = opened(desk)
    desk.press("/")
    assert page.search.hasFocus()
    QTest.keyClicks(page.search, "hald")
    assert shown(page) == ["Breathe."]
    page.search.setText("nothing like it")
    assert "Nothing here matches that." in desk.words()
    desk.press(Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    assert page.view.hasFocus()
    chip = next(one for one in page.filter.findChildren(Chip) if one.key == Stage.TASK)
    desk.click(chip)
    assert shown(page) == ["Read every question."]


def test_the_cursor_stays_on_the_next_lesson_when_one_is_deleted(window_desk: WindowDesk) -> None:
    desk = window_desk
    for text in ("Third", "Second", "First"):
        desk.services.lessons.add(text)
    page = opened(desk)
    page.view.setFocus()
    desk.press(Qt.Key.Key_Down, Qt.Key.Key_Delete)
    assert shown(page) == ["First", "Third"]
    assert page.view.lesson is not None
    assert page.view.lesson.text == "Third"


def test_a_lesson_outlives_its_rejection_on_the_page(window_desk: WindowDesk) -> None:
    desk = window_desk
    rejection = no(desk, "Halden")
    desk.services.lessons.write(rejection, "Breathe.", Stage.INTERVIEW)
    page = opened(desk)
    desk.services.rejections.delete(rejection)
    desk.settle()
    assert shown(page) == ["Breathe."]
    page.view.setFocus()
    assert not page.can("lesson_source")


# The sheet


@pytest.mark.parametrize("text", ["", "   ", "x" * 100_000])
def test_words_that_are_no_lesson_are_refused_in_a_sentence_and_not_lost(
    window_desk: WindowDesk, text: str
) -> None:
    desk = window_desk
    _ = desk.window
    desk.shortcut("Ctrl+L")
    sheet = desk.sheet(LessonSheet)
    assert sheet is not None
    sheet.text.setPlainText(text)
    sheet.save()
    desk.settle()
    assert sheet.sentence
    assert sheet.isVisible()
    assert sheet.text.text == text
    assert desk.services.lessons.all() == []


def test_esc_keeps_the_words_as_a_draft(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window
    desk.shortcut("Ctrl+L")
    sheet = desk.sheet(LessonSheet)
    assert sheet is not None
    QTest.keyClicks(sheet.text, "Half a sent")
    desk.press(Qt.Key.Key_Escape)
    assert desk.sheet(LessonSheet) is None
    desk.shortcut("Ctrl+L")
    again = desk.sheet(LessonSheet)
    assert again is not None
    assert again.text.text == "Half a sent"
    QTest.keyClicks(again.text, "ence.")
    again.text.setPlainText("Half a sentence.")
    again.save()
    desk.shortcut("Ctrl+L")
    fresh = desk.sheet(LessonSheet)
    assert fresh is not None
    assert fresh.text.text == ""


def test_words_in_the_sheet_outlive_the_program(window_desk: WindowDesk, qtbot: QtBot) -> None:
    desk = window_desk
    _ = desk.window
    desk.shortcut("Ctrl+L")
    sheet = desk.sheet(LessonSheet)
    assert sheet is not None
    QTest.keyClicks(sheet.text, "Half a sent")
    qtbot.wait(700)
    assert desk.services.drafts.get("lesson") == "Half a sent", "before anything was closed"
    QTest.keyClicks(sheet.text, "ence.")
    desk.press(Qt.Key.Key_Return, modifier=CTRL)
    assert desk.services.drafts.get("lesson") == ""
    assert [one.text for one in desk.services.lessons.all()] == ["Half a sentence."]


def test_a_later_lesson_has_no_draft_of_one_that_was_deleted(window_desk: WindowDesk) -> None:
    services = window_desk.services
    first = services.lessons.add("Breathe first.")
    services.drafts.keep(f"lesson:{first}", "Breathe first, and smile.")
    services.lessons.delete(first)
    assert services.lessons.add("Name one number.") == first
    assert services.drafts.get(f"lesson:{first}") == ""


# The board


def test_a_card_moves_by_key_and_is_taken_back(window_desk: WindowDesk) -> None:
    desk = window_desk
    identity = desk.services.feedback.prepare(no(desk, "Halden"), draft="Which skill?")
    page = opened(desk)
    page.board.select(identity)
    desk.press(Qt.Key.Key_Right, modifier=CTRL)
    assert request(desk, identity).state is AskState.ASKED
    assert desk.toast == "Asked. That is the step that counts."
    assert desk.done() == {"feedback": 1}
    assert page.board.lists[AskState.ASKED].hasFocus()
    desk.press(Qt.Key.Key_Left, modifier=CTRL)
    assert request(desk, identity).state is AskState.TO_ASK
    desk.shortcut("Ctrl+Z")
    desk.shortcut("Ctrl+Z")
    assert (request(desk, identity).state, desk.done()) == (AskState.TO_ASK, {})


def test_a_card_is_dragged_to_another_column(window_desk: WindowDesk) -> None:
    desk = window_desk
    identity = asked(desk, "Halden")
    page = opened(desk)
    source, target = (page.board.lists[state] for state in (AskState.ASKED, AskState.NO_ANSWER))
    source.setFocus()

    class Dropped(QDropEvent):
        def source(self) -> object:
            return source

    data = source.model().mimeData([source.model().index(0, 0)])
    drop = Dropped(
        QPointF(20, 20), Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier
    )
    target.dropEvent(drop)
    desk.settle()
    assert request(desk, identity).state is AskState.NO_ANSWER


def test_the_message_and_the_one_reminder_are_copied(window_desk: WindowDesk) -> None:
    desk = window_desk
    planned = desk.services.feedback.prepare(no(desk, "Halden"), draft="Which skill?")
    waiting = asked(desk, "Bolt", days=12)
    fresh = asked(desk, "Corvid", days=3)
    page = opened(desk)
    page.board.select(planned)
    desk.press("c")
    assert QGuiApplication.clipboard().text() == "Which skill?"
    page.board.select(fresh)
    assert not page.can("ask_remind")
    desk.press("b")
    assert request(desk, fresh).reminded is None
    page.board.select(waiting)
    desk.press("b")
    assert request(desk, waiting).reminded == TODAY
    assert "Analyst" in QGuiApplication.clipboard().text()
    assert not page.can("ask_remind")
    desk.shortcut("Ctrl+Z")
    assert request(desk, waiting).reminded is None


def test_what_stands_on_a_card_is_done_by_a_click(window_desk: WindowDesk) -> None:
    desk = window_desk
    identity = asked(desk, "Halden", days=40)
    page = opened(desk)
    view = page.board.lists[AskState.ASKED]
    box = QRectF(view.visualItemRect(view.item(0)))
    spot = deed_spot(desk.look, box)
    at = QPoint(int(spot.x()) + 20, int(spot.center().y()))
    QTest.mouseClick(view.viewport(), LEFT, pos=QPoint(at.x(), int(box.y()) + 20))
    assert request(desk, identity).state is AskState.ASKED
    QTest.mouseClick(view.viewport(), LEFT, pos=at)
    desk.settle()
    assert request(desk, identity).state is AskState.NO_ANSWER


def test_an_answer_is_sealed_until_it_is_read_and_becomes_a_lesson(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    identity = asked(desk, "Halden")
    page = opened(desk)
    page.board.select(identity)
    desk.press(Qt.Key.Key_Right, modifier=CTRL)  # an answer needs its words
    sheet = desk.sheet(QuestionSheet)
    assert sheet is not None
    assert request(desk, identity).state is AskState.ASKED
    sheet.step.answer.setPlainText("Name your numbers.")
    sheet.step.seal.click()
    desk.settle()
    assert request(desk, identity).state is AskState.ANSWERED
    sheet.reject()
    desk.settle()
    item = page.board.lists[AskState.ANSWERED].item(0)
    assert "Name your numbers." not in item.text()
    assert "Sealed until you read it" in item.text()
    page.board.select(identity)
    desk.press("a")
    assert request(desk, identity).read
    sheet = desk.sheet(QuestionSheet)
    assert sheet is not None
    sheet.step.takeaway.setPlainText("Numbers first.")
    sheet.reject()
    desk.settle()
    assert request(desk, identity).takeaway == "Numbers first."
    page.board.select(identity)
    desk.press("l")
    assert [one.text for one in desk.services.lessons.all()] == ["Numbers first."]
    page.board.select(identity)
    desk.press("l")
    assert len(desk.services.lessons.all()) == 1
    assert desk.toast == "That is a lesson already."


def test_mail_goes_to_the_mail_program_or_is_copied(
    window_desk: WindowDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = window_desk
    links: list[str] = []
    monkeypatch.setattr(
        "desktop_app.ui.pages.lessons.ask_doing.QDesktopServices.openUrl",
        lambda url: links.append(url.toString()) or True,
    )
    rejection = no(desk, "Halden")
    identity = desk.services.feedback.prepare(rejection, draft="Which skill?")
    desk.services.feedback.set_person(rejection, "Ada", "ada@halden.example")
    page = opened(desk)
    page.board.select(identity)
    desk.press("m")
    assert links[0].startswith("mailto:ada@halden.example?")
    desk.services.feedback.prepare(rejection, draft="word " * 600)
    desk.settle()
    page.board.select(identity)
    desk.press("m")
    assert desk.toast == "Too long for a mail link, so it was copied."
    assert QGuiApplication.clipboard().text().startswith("word word")
    desk.services.feedback.set_person(rejection, "Ada", "no-reply@halden.example")
    desk.settle()
    page.board.select(identity)
    desk.press("m")
    assert "Nobody reads mail" in desk.toast
    assert len(links) == 1


def test_letters_mean_the_part_of_the_page_that_had_the_focus_last(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    first = desk.services.lessons.add("Breathe.")
    identity = asked(desk, "Halden")
    page = opened(desk)
    page.view.setFocus()
    desk.press("o")
    assert request(desk, identity).state is AskState.ASKED
    page.board.select(identity)
    desk.press("h")
    assert lesson(desk, first).helped is None
    desk.press("o")
    assert request(desk, identity).state is AskState.NO_ANSWER


def test_a_rejection_that_goes_takes_its_question_and_closes_its_sheet(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    desk.services.lessons.add("Breathe.")
    rejection = no(desk, "Halden")
    identity = desk.services.feedback.prepare(rejection, draft="Which skill?")
    page = opened(desk)
    page.board.select(identity)
    desk.press(Qt.Key.Key_Return)
    assert desk.sheet(QuestionSheet) is not None
    desk.services.rejections.delete(rejection)
    desk.settle()
    assert desk.sheet(QuestionSheet) is None
    assert not page.board.isVisible()


def test_a_question_of_100_000_characters_fits_its_card(window_desk: WindowDesk) -> None:
    desk = window_desk
    feedback = desk.services.feedback
    identity = feedback.prepare(no(desk, "Halden"), draft="word? " * 1600)
    feedback.asked(identity, TODAY - 5 * DAY)
    feedback.answered(identity, "answer " * 14_000)
    feedback.read(identity)
    page = opened(desk)
    view = page.board.lists[AskState.ANSWERED]
    assert view.visualItemRect(view.item(0)).height() < 200
    page.grab()


@pytest.mark.parametrize("size", [(1280, 800), (1000, 640), (1366, 696)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut_off_or_scrolls_sideways(
    window_desk: WindowDesk, size: tuple[int, int], scale: float
) -> None:
    desk = window_desk
    desk.text_scale = scale
    for number in range(12):
        desk.services.lessons.add(f"Lesson {number} with quite a few words in its sentence.")
    asked(desk, "Halden")
    page = opened(desk)
    desk.window.resize(*size)
    desk.settle()
    for widget in (page.search, page.add, page.view, *page.board.lists.values()):
        left = widget.mapTo(page, QPoint(0, 0)).x()
        assert left >= 0
        assert left + widget.width() <= page.width()
    QApplication.processEvents()
