"""A walk over all actions: each is done from the keyboard alone, by its key or by its words."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest

from desktop_app.domain.guide.records import AskState
from desktop_app.domain.searches import Ending
from desktop_app.domain.stages import Channel, Stage
from desktop_app.services.application_form import ApplicationForm
from desktop_app.services.rejections import RejectionForm
from desktop_app.ui.actions.action import is_letter
from desktop_app.ui.commands import Commands
from desktop_app.ui.palette.palette import FoundModel, Palette
from tests.ui.desks import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.ui.pages.lessons.page import LessonsPage
    from tests.ui.desks import WindowDesk


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of actions as they are run; they are noted, not done, but for Ctrl+K."""
    names: list[str] = []
    run = Commands.run

    def note(commands: Commands, name: str) -> None:
        if name == "palette":
            run(commands, name)
        names.append(name)

    monkeypatch.setattr(Commands, "run", note)
    return names


def test_every_action_is_done_from_the_keyboard(window_desk: WindowDesk, done: list[str]) -> None:
    desk = window_desk
    desk.log_days(14, 13, 12)
    desk.services.days.mark_absence()
    desk.services.applications.add(ApplicationForm(employer="Kestrel Health"))
    no = desk.services.rejections.note(
        RejectionForm(employer="Oakline Insurance", stage=Stage.INTERVIEW, channel=Channel.CALL)
    )
    desk.services.guide.add_card(no, "They had somebody inside")
    learn(desk, desk.reject("Halden GmbH"))
    desk.services.check_ins.log(mood=3)
    desk.services.activities.log("learning")
    desk.services.upkeep.undo()
    missing: set[str] = set()
    states = [fill_in, pause, end, *(partial(go_through, no=no, step=step) for step in (1, 2, 3))]
    for reach_state in (*states, partial(answer_came, no=no)):
        reach_state(desk)
        desk.settle()
        everything = {action.name for action in desk.window.book.all()}
        missing = (missing or everything) - walk(desk, done, missing or everything)
    assert missing == set()


def learn(desk: WindowDesk, rejection: int) -> None:
    """Let there be a lesson, a question that waits, and an answer that nobody read."""
    services = desk.services
    services.lessons.write(rejection, "Breathe.", Stage.INTERVIEW)
    services.feedback.asked(
        services.feedback.prepare(rejection, draft="Which skill?"), TODAY - timedelta(days=12)
    )
    other = services.feedback.prepare(desk.reject("Bolt"), draft="Which skill?")
    services.feedback.answered(other, "Numbers.")
    services.feedback.take(other, "Numbers first.")


def select(desk: WindowDesk, state: AskState | None) -> None:
    """Put the cursor of the Lessons page onto its lesson, or onto a question in a state."""
    before = desk.window.stack.current.name
    page = cast("LessonsPage", desk.window.show_page("lessons"))
    if state is None:
        page.select(desk.services.lessons.all()[0].id)
    else:
        found = next(one for one in desk.services.feedback.all() if one.state is state)
        page.select_request(found.id)
    desk.window.show_page(before)


def pause(desk: WindowDesk) -> None:
    select(desk, AskState.ASKED)
    desk.services.searches.pause()


def end(desk: WindowDesk) -> None:
    select(desk, AskState.ANSWERED)
    desk.services.guide.close_all(one.id for one in desk.services.rejections.all())
    desk.services.searches.end(Ending.STOPPED)


def fill_in(desk: WindowDesk) -> None:
    """Fill in the days of an absence, which have an action of their own."""
    select(desk, None)
    desk.window.show_page("today")
    today = desk.window.today
    absence = desk.services.absences.all()[0]
    today.deciding.fill_in(absence)


def go_through(desk: WindowDesk, no: int, step: int) -> None:
    desk.services.drafts.keep(f"guide:{no}:step", str(step))
    desk.window.open_guide(no)


def answer_came(desk: WindowDesk, no: int) -> None:
    feedback = desk.services.feedback
    request = feedback.prepare(no, draft="What would have helped?")
    feedback.asked(request)
    feedback.answered(request, "More numbers.")
    go_through(desk, no, 3)


def walk(desk: WindowDesk, done: list[str], wanted: set[str]) -> set[str]:
    """Reach what can be done now on each page, and return the names."""
    window = desk.window
    reached: set[str] = set()
    pages = [window.stack.current.name]
    if pages != ["guide"]:
        pages += [name for name, there in window.stack.available().items() if there]
    for name in pages:
        page = window.stack.current if name == pages[0] else window.show_page(name)
        desk.settle()
        for action in window.book.all():
            if action.name not in wanted - reached or not window.commands.can(action):
                continue
            if action.page and action.page != name:
                continue
            page.setFocus()
            keys = window.book.keys_of(action)
            ways = [by_key(key) for key in keys]
            if action.name != "palette":
                ways.append(by_words(action.words))
            for reach in ways:
                done.clear()
                reach(desk)
                desk.settle()
                assert done[-1:] == [action.name], (action.name, name, keys)
                if action.name == "palette":
                    QTest.keySequence(window.focusWidget(), "Ctrl+K")
            reached.add(action.name)
    return reached


def by_key(key: str) -> Callable[[WindowDesk], None]:
    def press(desk: WindowDesk) -> None:
        if is_letter(key):
            QTest.keyClick(desk.window.focusWidget() or desk.window, key)
        else:
            QTest.keySequence(desk.window.focusWidget() or desk.window, QKeySequence(key))

    return press


def by_words(words: str) -> Callable[[WindowDesk], None]:
    """Return what types an action's words into the palette, goes to its line and presses Enter."""

    def find(desk: WindowDesk) -> None:
        QTest.keySequence(desk.window.focusWidget() or desk.window, "Ctrl+K")
        desk.settle()
        palette = next(one for one in desk.window.findChildren(Palette) if one.isVisible())
        QTest.keyClicks(palette.field, words)
        model = palette.model
        rows = range(model.rowCount())
        found = [model.index(row, 0).data(FoundModel.FoundRole).words for row in rows]
        for _step in range(found.index(words)):
            QTest.keyClick(palette.field, Qt.Key.Key_Down)
        QTest.keyClick(palette.field, Qt.Key.Key_Return)

    return find
