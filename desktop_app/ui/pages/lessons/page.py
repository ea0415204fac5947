"""The Lessons page: the bank of lessons above, the feedback that was asked for below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.i18n import _
from desktop_app.ui.pages.lessons.board import FeedbackBoard
from desktop_app.ui.pages.lessons.lesson_list import LessonList, LessonModel
from desktop_app.ui.pages.page import Page
from desktop_app.ui.widgets.key_button import KeyButton
from desktop_app.ui.widgets.key_cap import KeyCap
from desktop_app.ui.widgets.labels import plain_label
from desktop_app.ui.widgets.record_view import RecordFrame
from desktop_app.ui.widgets.scroll_page import scrolling
from desktop_app.ui.widgets.search_field import SearchField
from desktop_app.ui.widgets.wrapping_label import WrappingLabel

if TYPE_CHECKING:
    from desktop_app.domain.guide.records import AskState, FeedbackRequest, Lesson
    from desktop_app.services.bundle import Services
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.theme import Appearance

_ROW, _MOST_ROWS = 48, 8


class LessonsPage(Page):
    """Lessons and feedback requests.

    Signals:
        lesson_asked: the Lesson that the person wants to change, or None to add one.
        request_opened: the id of the rejection whose question the person wants to see.
    """

    name = "lessons"
    offers = frozenset({"find"})
    tables = frozenset({"lesson", "practice", "feedback_request", "rejection", "person"})
    lesson_asked = Signal(object)
    request_opened = Signal(int)

    def __init__(
        self,
        services: Services,
        messages: Messages,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._messages = messages
        self._appearance = appearance
        today = services.recording.today
        self.model = LessonModel(today, self)
        self.view = LessonList(appearance, self.model)
        self.search = SearchField(appearance, _("Search lessons"), _("Search lessons"))
        self.add = KeyButton(appearance, "plus", _("Add a lesson"), _("Ctrl N"))
        self.board = FeedbackBoard(appearance, today)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Show what the journal holds now."""
        self._stale = False
        wanted = self.search.text().casefold().split()
        lessons = self._services.lessons.all()
        shown = [
            one
            for one in lessons
            if all(word in f"{one.text} {one.employer}".casefold() for word in wanted)
        ]
        kept = self.view.lesson
        self.model.show_lessons(shown)
        row = self.model.row_of(kept.id) if kept is not None else None
        if row is not None:
            self.view.setCurrentIndex(self.model.index(row, 0))
        self._frame.setVisible(bool(shown))
        self._nothing.setVisible(not shown)
        self._nothing_words.setText(
            _("Nothing here matches that.")
            if lessons
            else _("A lesson is one sentence that you would tell yourself before the next one.")
        )
        rows = min(_MOST_ROWS, max(1, len(shown)))
        self._frame.setFixedHeight(self._appearance.px(_ROW) * rows + 6)
        requests = self._services.feedback.all()
        self.board.show_requests(requests)
        for widget in (self._board_head, self.board):
            widget.setVisible(bool(requests))

    def run(self, name: str) -> None:
        """Search, or do an action on the lesson with the cursor."""
        lesson = self.view.lesson
        if name == "find":
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.selectAll()
        elif name == "lesson_add":
            self.lesson_asked.emit(None)
        elif lesson is None:
            return
        elif name == "lesson_practised":
            self._on_ticked(lesson)
        elif name == "lesson_helped":
            self._on_helped(lesson)
        elif name == "lesson_retire":
            self._on_retire(lesson)
        else:
            raise KeyError(name)

    def _lay_out(self) -> None:
        px, edge = self._appearance.px, self._appearance.px(tokens.PAGE_PADDING)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(px(16))
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(plain_label(_("Lessons"), "h1"), 1)
        self.search.setMinimumWidth(px(140))
        self.search.setMaximumWidth(px(224))
        head.addWidget(self.search)
        head.addWidget(self.add)
        column.addLayout(head)
        self._frame = RecordFrame(self._appearance, self.view)
        column.addWidget(self._frame)
        self._nothing = QWidget()
        empty = QVBoxLayout(self._nothing)
        self._nothing_words = WrappingLabel(self._appearance, "", tokens.LEAD, "text2")
        self._nothing_words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        empty.addWidget(self._nothing_words)
        column.addWidget(self._nothing)
        self._board_head = QWidget()
        row = QHBoxLayout(self._board_head)
        row.setContentsMargins(0, px(4), 0, 0)
        row.setSpacing(px(8))
        row.addWidget(plain_label(_("Feedback asked for"), "h2"))
        row.addWidget(
            plain_label(_("One short, kind question per rejection is enough."), "small", "text2"), 1
        )
        row.addWidget(plain_label(_("Move a card"), "small", "text2"))
        for key in (_("Ctrl"), "←", "→"):
            row.addWidget(KeyCap(self._appearance, key))
        column.addWidget(self._board_head)
        column.addWidget(self.board, 1)
        scrolling(self, content)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_searched)
        self.search.left.connect(self._on_search_left)
        self.add.clicked.connect(self._on_add)
        self.view.ticked.connect(self._on_ticked)
        self.view.opened.connect(self.lesson_asked)
        self.view.delete_asked.connect(self._on_delete)
        self.view.menu_asked.connect(self._on_menu)
        self.board.moved.connect(self._on_moved)
        self.board.opened.connect(self._on_request_opened)
        self.board.delete_asked.connect(self._on_request_deleted)

    def _on_searched(self, _text: str) -> None:
        self.refresh()

    def _on_search_left(self) -> None:
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_add(self) -> None:
        self.lesson_asked.emit(None)

    def _on_ticked(self, lesson: Lesson) -> None:
        if self._messages.done(lambda: self._services.lessons.practised(lesson.id)):
            self._messages.say(_("Practised"), undo=True)

    def _on_helped(self, lesson: Lesson) -> None:
        value = None if lesson.helped else True
        if self._messages.done(lambda: self._services.lessons.helped(lesson.id, value)):
            words = _("It helped") if value else _("No longer marked as helpful")
            self._messages.say(words, undo=True)

    def _on_retire(self, lesson: Lesson) -> None:
        retire = self._services.lessons.retire
        if self._messages.done(lambda: retire(lesson.id, not lesson.retired)):
            away = _("Put away") if not lesson.retired else _("Taken out again")
            self._messages.say(away, undo=True)

    def _on_delete(self, lesson: Lesson) -> None:
        if self._messages.done(lambda: self._services.lessons.delete(lesson.id)):
            self._messages.say(_("Lesson deleted"), undo=True)

    def _on_menu(self, lesson: Lesson, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, does in (
            (_("Practised today") + "\t" + _("Space"), self._on_ticked),
            (_("It helped"), self._on_helped),
            (_("Change…"), self.lesson_asked.emit),
            (_("Take it out again") if lesson.retired else _("Put it away"), self._on_retire),
            (_("Delete") + "\tDel", self._on_delete),
        ):
            action = QAction(words, menu)
            action.triggered.connect(lambda _checked=False, does=does: does(lesson))
            menu.addAction(action)
        menu.popup(at)

    def _on_moved(self, request: FeedbackRequest, state: AskState) -> None:
        if self._messages.done(lambda: self._services.feedback.move(request.id, state)):
            self._messages.say(_("{employer} moved").format(employer=request.employer), undo=True)

    def _on_request_opened(self, request: FeedbackRequest) -> None:
        self.request_opened.emit(request.rejection_id)

    def _on_request_deleted(self, request: FeedbackRequest) -> None:
        if self._messages.done(lambda: self._services.feedback.delete(request.id)):
            self._messages.say(_("Question deleted"), undo=True)
