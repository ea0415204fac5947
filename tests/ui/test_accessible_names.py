"""A walk over all pages and sheets: everything has a name, room to be hit, and plain words."""

from __future__ import annotations

from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QScrollBar,
    QWidget,
)

from desktop_app.domain.applications import Person
from desktop_app.domain.guide.questions import FRIEND
from desktop_app.domain.guide.reasons import Place
from desktop_app.domain.guide.records import AskState
from desktop_app.domain.guide.steps import Step
from desktop_app.domain.help import HelpEntry
from desktop_app.domain.searches import AcceptedOffer, Ending
from desktop_app.domain.stages import Channel, Stage
from desktop_app.services.application_form import ApplicationForm
from desktop_app.services.application_stages import StageForm
from desktop_app.services.lessons import LessonForm
from desktop_app.services.plans import PlannedThing
from desktop_app.services.rejections import RejectionForm
from desktop_app.ui.pages.applications.page import ApplicationsPage
from desktop_app.ui.pages.settings.sections import sections
from desktop_app.ui.sheets.application_sheet import ApplicationSheet
from desktop_app.ui.sheets.end_sheet import EndSheet
from desktop_app.ui.sheets.help_entry_sheet import HelpEntrySheet
from desktop_app.ui.sheets.help_sheet import HelpSheet
from desktop_app.ui.sheets.lesson_sheet import LessonSheet
from desktop_app.ui.sheets.question_sheet import QuestionSheet
from desktop_app.ui.sheets.quiet_review_sheet import QuietReviewSheet
from desktop_app.ui.sheets.several_rejections_sheet import SeveralRejectionsSheet
from desktop_app.ui.widgets.chip import Chip
from tests.ui.desks import TODAY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.ui.desks import WindowDesk

LEAST = 24
CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
)
HOSTILE = "<b>Oak</b> & $\\frac{1}{0}$ مرحبا"


class Windows(QObject):
    """Notes each window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.Show
            and isinstance(watched, QWidget)
            and watched.isWindow()
            and not isinstance(watched, QMainWindow | QDialog | QMenu)
        ):
            self.shown.append(type(watched).__name__)
        return False


@pytest.fixture
def windows(qapp: QApplication) -> Iterator[Windows]:
    seen = Windows()
    qapp.installEventFilter(seen)
    yield seen
    qapp.removeEventFilter(seen)


def fill(desk: WindowDesk) -> None:
    """Give every page something to show, in words that could be taken for markup."""
    desk.log_days(*range(1, 15), amount=3)
    services = desk.services
    services.check_ins.log(mood=2, energy=3, feelings=("tired", HOSTILE[:30]), note=HOSTILE)
    services.activities.log("learning", note=HOSTILE)
    services.next_steps.add(HOSTILE)
    services.next_steps.add(f"if {HOSTILE}, then {HOSTILE}")
    application = services.applications.add(
        ApplicationForm(
            HOSTILE, HOSTILE, TODAY, HOSTILE, HOSTILE, "x.example", HOSTILE, HOSTILE, HOSTILE,
            person=Person(HOSTILE, HOSTILE, "a@b", HOSTILE, HOSTILE),
        )
    )  # fmt: skip
    services.stages.plan(application, StageForm(Stage.INTERVIEW, TODAY, None, HOSTILE))
    for channel in (Channel.EMAIL, Channel.SILENCE):
        services.rejections.note(
            RejectionForm(
                employer=f"{HOSTILE} {channel}",
                position=HOSTILE,
                day=TODAY,
                stage=Stage.INTERVIEW,
                channel=channel,
                reason=HOSTILE,
                mood=2,
            )
        )
    fill_lessons(desk)


def places(desk: WindowDesk) -> dict[str, Callable[[], None]]:
    """Return how each place of the window is reached."""
    today, actions = desk.window.today, desk.window.menus.actions
    check_in = desk.services.check_ins.latest(TODAY)
    assert check_in is not None
    run = desk.window.commands.run
    minutes = next(one for one in desk.services.activities.of_day(TODAY) if one.minutes)
    parts = (desk.services, desk.window._messages, desk.look)
    return {
        "today": lambda: None,
        "all feeling words": lambda: desk.press("w"),
        "another day": lambda: desk.shortcut("Alt+Left"),
        "line for a step": today.next_steps.begin_line,
        "applications": actions["page:applications"].trigger,
        "add an application": lambda: _typed(desk),
        "change an application": lambda: run("edit_application"),
        "a stage": lambda: run("plan_stage"),
        "a person": lambda: run("add_person"),
        "how long answers take": lambda: _explained(desk),
        "its rejection": lambda: run("rejection"),
        "rejections": actions["page:rejections"].trigger,
        **{f"guide, step {step}": partial(_guide, desk, step) for step in (1, 2, 3, 4)},
        "a private page": lambda: run("private_page"),
        "a draft of one's own": lambda: _own_draft(desk),
        "lessons": actions["page:lessons"].trigger,
        "add a lesson": lambda: run("lesson_add"),
        "change a lesson": lambda: _lesson(desk),
        "a question to ask": lambda: _question(desk, AskState.TO_ASK),
        "a question that was asked": lambda: _question(desk, AskState.ASKED),
        "an answer that was read": lambda: _question(desk, AskState.ANSWERED),
        "what helped": lambda: run("page:what_helped"),
        "several rejections": lambda: _several(desk),
        "quiet review": lambda: _silent(desk),
        "setback plan": lambda: run("setback_plan"),
        "plan of the week": lambda: run("weekly_plan"),
        "momentum": actions["page:momentum"].trigger,
        "back on today": actions["page:today"].trigger,
        **{f"settings, {spec.name}": partial(show, desk, spec.name) for spec in sections()},
        "a question below a setting": lambda: show(desk, "target").points.setValue(5),
        "evenings": lambda: show(desk, "target").buttons["beside"].click(),
        "a word that is written": lambda: show(desk, "feelings").groups[4].adder.open_field(),
        "settings that were searched": lambda: find(desk, "e"),
        "a kind": lambda: show(desk, "kinds").edit("learning"),
        "back on today again": actions["page:today"].trigger,
        "rejection sheet": lambda: today.rejection_asked.emit(TODAY),
        "account": lambda: today.why_asked.emit(TODAY),
        "an entry": lambda: today.activity_opened.emit(minutes.id),
        "day and time": lambda: today.check_in_move_asked.emit(check_in.id),
        "several days": lambda: desk.window.commands.run("kind:several"),
        "another check-in": lambda: desk.press("m"),
        "details": lambda: desk.press("d"),
        "calendar": lambda: desk.shortcut("Ctrl+G"),
        "the day again": lambda: desk.press(Qt.Key.Key_Escape, Qt.Key.Key_Escape),
        "pause": actions["pause"].trigger,
        "end": lambda: ending_search(desk),
        "help": lambda: HelpSheet(*parts, desk.window, here="US").open(),
        "help, changing": lambda: changing_help(desk),
        "help entry": lambda: HelpEntrySheet(desk.look, print, parent=desk.window).open(),
        "after the end": lambda: end_search(desk),
        "a search": actions["look_back"].trigger,
        "searches": actions["page:searches"].trigger,
        "two searches": lambda: begin_search(desk),
        "rejections of two": actions["page:rejections"].trigger,
        "momentum of two": actions["page:momentum"].trigger,
        "import": actions["import"].trigger,
        "about": actions["about"].trigger,
    }


def _several(desk: WindowDesk) -> None:
    """Open the sheet for several rejections, with rows that can't be saved as they are."""
    QApplication.clipboard().setText(f"{HOSTILE[:150]}\n{HOSTILE[:150]}\nBolt; Clerk")
    desk.window.commands.run("several_rejections")
    desk.settle()
    desk.press(Qt.Key.Key_V, modifier=Qt.KeyboardModifier.ControlModifier)
    sheet = desk.sheet(SeveralRejectionsSheet)
    assert sheet is not None
    sheet.save()
    assert sheet.list.rows[1].fault.isVisible()


def _silent(desk: WindowDesk) -> None:
    """Open the quiet review with several applications that nobody answered."""
    for number in range(12):
        form = ApplicationForm(f"{HOSTILE} {number}", HOSTILE, day=TODAY - timedelta(days=90))
        desk.services.applications.add(form, name_logged=False)
    desk.window.commands.run("quiet_review")
    sheet = desk.sheet(QuietReviewSheet)
    assert sheet is not None
    sheet.choose("S")


def _guide(desk: WindowDesk, step: int) -> None:
    """Go to a step after an interview, with reasons in their places and everything said."""
    services = desk.services
    known = [one.id for one in services.rejections.all() if one.employer == "Guided"]
    form = RejectionForm("Guided", HOSTILE, stage=Stage.INTERVIEW, channel=Channel.CALL, mood=2)
    no = known[0] if known else services.rejections.note(form)
    if not known:
        services.guide.place(no, HOSTILE[:60], Place.SHARED)
        services.guide.answer(no, Step.NOT_PERSONAL, "friend", HOSTILE)
        services.guide.set_mood_after(no, 1)
        services.lessons.write(no, HOSTILE, Stage.INTERVIEW)
        services.next_steps.write(no, HOSTILE, HOSTILE)
    services.drafts.keep(f"guide:{no}:step", str(step))
    desk.window.open_guide(no)


def _own_draft(desk: WindowDesk) -> None:
    _guide(desk, 3)
    page = desk.window.stack.current
    page.views[Step.ASK].form.template.keep_asked.emit()  # type: ignore[attr-defined]


def _lesson(desk: WindowDesk) -> None:
    page = desk.window.show_page("lessons")
    page.lessons.change(desk.services.lessons.all()[0])  # type: ignore[attr-defined]
    assert desk.sheet(LessonSheet) is not None


def _question(desk: WindowDesk, state: AskState) -> None:
    request = next(one for one in desk.services.feedback.all() if one.state is state)
    desk.window.show_page("lessons").asks.open(request)  # type: ignore[attr-defined]
    assert desk.sheet(QuestionSheet) is not None


def fill_lessons(desk: WindowDesk) -> None:
    """Let lessons, questions in every state, plans and what helped be there."""
    services = desk.services
    noes = [one.id for one in services.rejections.all()]
    lesson = services.lessons.write(noes[0], HOSTILE, Stage.INTERVIEW)
    assert lesson is not None
    services.lessons.save(LessonForm(HOSTILE, None, TODAY, HOSTILE, True), lesson)
    services.lessons.add(HOSTILE, stage=Stage.TASK)
    services.guide.answer(noes[0], Step.NOT_PERSONAL, FRIEND, f"{HOSTILE} friend")
    services.what_helped.add(f"{HOSTILE} own")
    services.plans.set_setback([HOSTILE[:20], HOSTILE])
    services.plans.set_week([PlannedThing(HOSTILE, HOSTILE, HOSTILE)])
    services.feedback.prepare(noes[0], draft=HOSTILE, ask_on=TODAY, keep_day=False)
    for number, state in enumerate((AskState.ASKED, AskState.ANSWERED, AskState.NO_ANSWER)):
        other = services.rejections.note(
            RejectionForm(f"{HOSTILE} {number}", HOSTILE, TODAY, Stage.INTERVIEW, Channel.CALL)
        )
        request = services.feedback.prepare(other, draft=HOSTILE)
        services.feedback.asked(request, TODAY - timedelta(days=11))
        if state is AskState.ANSWERED:
            services.feedback.answered(request, HOSTILE)
            services.feedback.read(request)
            services.feedback.take(request, HOSTILE)
        elif state is AskState.NO_ANSWER:
            services.feedback.no_answer(request)


def changing_help(desk: WindowDesk) -> None:
    desk.services.help.add("US", HelpEntry(HOSTILE[:30], "1", web=HOSTILE))
    desk.services.help.hide("US", 1, True)
    sheet = HelpSheet(desk.services, desk.window._messages, desk.look, desk.window, here="US")
    sheet.open()
    sheet._on_edit()


def ending_search(desk: WindowDesk) -> None:
    services = desk.services
    with services._journal.write("Application") as db:
        services.applications.begin(db, HOSTILE, HOSTILE, TODAY)
    desk.window.menus.actions["end"].trigger()
    sheet = desk.sheet(EndSheet)
    assert sheet is not None
    chip = next(one for one in sheet.findChildren(Chip) if one.key == Ending.ACCEPTED)
    chip.click()


def end_search(desk: WindowDesk) -> None:
    services = desk.services
    services.searches.pause(reason=HOSTILE)
    services.searches.end(Ending.ACCEPTED, note=HOSTILE, accepted=AcceptedOffer(HOSTILE, HOSTILE))


def begin_search(desk: WindowDesk) -> None:
    desk.services.searches.begin()
    desk.services.activities.log("application")
    desk.window.menus.actions["page:searches"].trigger()


def show(desk: WindowDesk, section: str) -> Any:  # noqa: ANN401 - each has parts of its own
    page = desk.window.show_page("settings")
    page.go_to(section)
    return page.section(section)


def find(desk: WindowDesk, words: str) -> None:
    desk.window.show_page("settings").search.setText(words)


def _typed(desk: WindowDesk) -> None:
    """Open the sheet for an application, with what is known of the employer under its field."""
    desk.window.commands.run("add_application")
    desk.settle()
    sheet = desk.sheet(ApplicationSheet)
    assert sheet is not None
    sheet.fields.employer.setText(HOSTILE)
    sheet.fields.named.emit()
    sheet.fields.focus("link")
    assert sheet.fields.known.shown


def _explained(desk: WindowDesk) -> None:
    page = desk.window.stack.current
    assert isinstance(page, ApplicationsPage)
    page.answers.explanation_asked.emit()


def faults(root: QWidget) -> list[str]:
    """Return what is wrong with the widgets in sight."""
    found = []
    for widget in [root, *root.findChildren(QWidget)]:
        if not widget.isVisible():
            continue
        what = f"{type(widget).__name__} {widget.accessibleName()!r} {widget.objectName()!r}"
        if isinstance(widget, QLabel) and may_be_markup(widget):
            found.append(f"{what}: its words may be markup: {widget.text()[:40]!r}")
        if isinstance(widget, QMenuBar | QScrollBar | QDialog | QMainWindow):
            continue
        if widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and not name_of(widget):
            found.append(f"{what}: no accessible name")
        if isinstance(widget, CONTROLS) and widget.focusProxy() is None:
            inside = isinstance(widget.parentWidget(), QAbstractSpinBox | QComboBox)
            if not inside and min(widget.width(), widget.height()) < LEAST:
                found.append(f"{what}: {widget.width()} x {widget.height()} pixels")
    return found


def may_be_markup(label: QLabel) -> bool:
    return bool(label.text()) and label.textFormat() is not Qt.TextFormat.PlainText


def name_of(widget: QWidget) -> str:
    """Return what a screen reader says of a widget."""
    name = widget.accessibleName()
    if not name and isinstance(widget, QAbstractButton | QLabel):
        name = widget.text()
    if not name:
        labels = widget.window().findChildren(QLabel)
        name = next((label.text() for label in labels if label.buddy() is widget), "")
    parent = widget.parentWidget()
    if not name and isinstance(parent, QAbstractSpinBox | QComboBox):
        name = name_of(parent)
    if not name and isinstance(parent, QWidget) and widget.focusProxy() is not None:
        name = name_of(widget.focusProxy())
    return name


@pytest.mark.parametrize("size", [(1280, 800), (1000, 640)])
def test_everything_is_named_plain_and_large_enough(
    window_desk: WindowDesk, windows: Windows, size: tuple[int, int]
) -> None:
    desk = window_desk
    fill(desk)
    desk.window.resize(*size)
    desk.settle()
    found: dict[str, list[str]] = {}
    for place, reach in places(desk).items():
        desk.window.activateWindow()
        reach()
        desk.settle()
        sheet = desk.sheet(QDialog)
        root: QWidget = sheet if sheet is not None else desk.window
        root.grab()
        if wrong := faults(root):
            found[place] = wrong
        if sheet is not None:
            sheet.reject()
            desk.settle()
    assert found == {}
    assert windows.shown == []


def test_the_first_run_is_named_plain_and_large_enough(
    window_desk: WindowDesk, windows: Windows
) -> None:
    desk = window_desk
    assert faults(desk.window) == []
    desk.press("4", "a", "r")
    assert faults(desk.window) == []
    assert windows.shown == []


def test_every_action_of_the_menus_has_words(window_desk: WindowDesk) -> None:
    for name, action in window_desk.window.menus.actions.items():
        assert action.text(), name


def test_no_key_is_taken_twice(window_desk: WindowDesk) -> None:
    window = window_desk.window
    for page in ("today", "applications", "rejections", "guide"):
        taken = [
            keys.toString()
            for name, action in window.menus.actions.items()
            if not window.book.get(name).only_here or window.book.get(name).page == page
            for keys in action.shortcuts()
        ]
        assert len(taken) == len(set(taken)), page


def test_tab_reaches_every_control_of_today_and_comes_round(window_desk: WindowDesk) -> None:
    desk = window_desk
    fill(desk)
    _ = desk.window
    seen: list[QWidget] = []
    for _time in range(80):
        desk.press(Qt.Key.Key_Tab)
        focus = desk.window.focusWidget()
        assert focus is not None
        assert focus.isVisible()
        if focus in seen:
            break
        seen.append(focus)
    said = " | ".join(name_of(widget) for widget in seen)
    for name in (
        "The day before",
        "Rest day",
        "Mood, Low",
        "Energy, ",
        "Note",
        "Application sent",
        "Entries of the day",
        "Why this number?",
        "Add a next step",
        "A rejection came in",
        "Today",
    ):
        assert name in said
