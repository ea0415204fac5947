"""The Lessons page: the bank of lessons above, the feedback that was asked for below."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.domain.stages import Stage, stage_label
from desktop_app.i18n import _
from desktop_app.ui.actions.words import shown_keys
from desktop_app.ui.pages.applications.menu import build
from desktop_app.ui.pages.lessons.ask_doing import MENU as ASK_MENU
from desktop_app.ui.pages.lessons.ask_doing import AskDoing
from desktop_app.ui.pages.lessons.board import FeedbackBoard
from desktop_app.ui.pages.lessons.columns import HEAD, LessonHead, row_height
from desktop_app.ui.pages.lessons.lesson_doing import MENU as LESSON_MENU
from desktop_app.ui.pages.lessons.lesson_doing import LessonDoing
from desktop_app.ui.pages.lessons.lesson_list import LessonList, LessonModel
from desktop_app.ui.pages.page import Page
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.chip_filter import ALL, ChipFilter
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.ui.widgets.key_button import KeyButton
from desktop_app.ui.widgets.key_cap import KeyCap
from desktop_app.ui.widgets.labels import ElidedLabel, plain_label
from desktop_app.ui.widgets.record_view import RecordFrame
from desktop_app.ui.widgets.scroll_page import scrolling
from desktop_app.ui.widgets.search_field import SearchField
from desktop_app.ui.widgets.wrapping_label import WrappingLabel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

    from desktop_app.domain.guide.records import AskState, FeedbackRequest, Lesson
    from desktop_app.services.bundle import Services
    from desktop_app.ui.actions.book import ActionBook
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.theme import Appearance

_LEAST_ROWS, _MOST_ROWS = 4, 8
_FRAME = 4  # the edges of the card and of its view
_AROUND = 448  # what stands around the rows: head, board and edges
_HINT_ABOVE = 760  # below this width the hint at the keys finds no room


class LessonsPage(Page):
    """Lessons and feedback requests."""

    name = "lessons"
    offers = frozenset({"find"})
    tables = frozenset(
        {"lesson", "practice", "feedback_request", "rejection", "person", "employer",
         "guide_answer"}
    )  # fmt: skip

    def __init__(
        self,
        services: Services,
        messages: Messages,
        appearance: Appearance,
        book: ActionBook,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._appearance = appearance
        self._book = book
        self._on_board = False  # whether the board had the focus last, and actions mean its card
        today = services.recording.today
        self.model = LessonModel(today, self)
        self.view = LessonList(appearance, self.model)
        self.search = SearchField(appearance, _("Search lessons"), _("Search lessons"))
        key = next(iter(shown_keys(book.keys_of(book.get("lesson_add")), "off")), "")
        self.add = KeyButton(appearance, "plus", _("Add a lesson"), key, action="lesson_add")
        self.filter = ChipFilter(appearance, _("It fits"))
        self.helped = Button(appearance, _("What helped"), "link", "heart-handshake")
        self.board = FeedbackBoard(appearance, today)
        self.lessons = LessonDoing(self, services, messages, appearance)
        self.asks = AskDoing(self, services, messages, appearance)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Show what the journal holds now."""
        self._stale = False
        lessons = self._services.lessons.all()
        occurring = {one.stage for one in lessons if one.stage is not None}
        self.filter.offer([(one.value, stage_label(one)) for one in Stage if one in occurring])
        self._show_lessons(lessons)
        requests = self._services.feedback.all()
        self.board.show_requests(requests)
        for widget in (self._board_head, self.board):
            widget.setVisible(bool(requests))
        self._rest.setVisible(not requests)
        self.helped.setVisible(self._services.what_helped.any())
        if self.asks.sheet is not None:
            self.asks.sheet.take_change()

    def select(self, identity: int) -> None:
        """Put the cursor onto a lesson, shown even where a search or a stage hid it."""
        self.search.clear()
        self.filter.choose(ALL)
        self.refresh()
        row = self.model.row_of(identity)
        if row is not None:
            self.view.setCurrentIndex(self.model.index(row, 0))
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def select_request(self, identity: int) -> None:
        """Put the cursor onto a question's card."""
        self.refresh()
        self.board.select(identity)

    def run(self, name: str) -> None:
        """Search, or do an action on the lesson or the question with the cursor."""
        lesson, request = self.view.lesson, self.board.request
        if name == "find":
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.selectAll()
        elif name in ("ask_on", "ask_back"):
            self.board.shift(1 if name == "ask_on" else -1)
        elif name.startswith("ask_") and request is not None:
            self.asks.run(name, request)
        elif name.startswith("lesson_") and lesson is not None:
            self.lessons.run(name, lesson)

    def can(self, name: str) -> bool:
        """Return whether an action fits the lesson or the question with the cursor."""
        lesson, request = self.view.lesson, self.board.request
        if name.startswith("ask_"):
            return self._on_board and request is not None and self.asks.fits(name, request)
        return not self._on_board and lesson is not None and self.lessons.fits(name, lesson)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many rows as a low window has room for."""
        super().resizeEvent(event)
        self._fit()

    def _show_lessons(self, lessons: Sequence[Lesson]) -> None:
        wanted = self.search.text().casefold().split()
        stage = self.filter.choice
        shown = [
            one
            for one in lessons
            if (stage == ALL or (one.stage is not None and one.stage.value == stage))
            and all(word in _searched(one) for word in wanted)
        ]
        kept, row = self.view.lesson, self.view.currentIndex().row()
        self.model.show_lessons(shown)
        again = self.model.row_of(kept.id) if kept is not None else None
        if again is None and kept is not None and shown:  # it is gone: the next one has the cursor
            again = min(row, len(shown) - 1)
        if again is not None:
            self.view.setCurrentIndex(self.model.index(again, 0))
        self._frame.setVisible(bool(shown))
        self._none.setVisible(not lessons)
        self._nothing.setVisible(bool(lessons) and not shown)
        self._fit()

    def _fit(self) -> None:
        px = self._appearance.px
        room = self.width() - 2 * px(tokens.PAGE_PADDING) - px(8)
        row = row_height(self._appearance, room)
        fits = (self.height() - px(_AROUND)) // row
        most = max(_LEAST_ROWS, min(_MOST_ROWS, fits))
        rows = min(most, max(1, self.model.rowCount()))
        self._frame.setFixedHeight(row * rows + px(HEAD) + _FRAME)
        both = self._title.sizeHint().width() + self._tools.sizeHint().width()
        ways = QBoxLayout.Direction
        self._head.setDirection(ways.LeftToRight if both <= room else ways.TopToBottom)
        wide = self.width() >= px(_HINT_ABOVE)
        for widget in self._hint:
            widget.setVisible(wide)

    def _lay_out(self) -> None:
        look, px, edge = self._appearance, self._appearance.px, tokens.PAGE_PADDING
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(px(edge), px(edge), px(edge), px(edge))
        column.setSpacing(px(16))
        column.addLayout(self._build_head())
        column.addWidget(self.filter)
        self._frame = RecordFrame(look, self.view)
        inside = self._frame.layout()
        if isinstance(inside, QVBoxLayout):
            inside.setSpacing(0)
            inside.insertWidget(0, LessonHead(look, self.view.viewport()))
        column.addWidget(self._frame)
        self._nothing = WrappingLabel(look, _("Nothing here matches that."), tokens.LEAD, "text2")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self._nothing)
        self._none = EmptyState(
            look,
            "bulb",
            _("No lesson is here yet."),
            _("It is one sentence that you would tell yourself before the next one."),
        )
        column.addWidget(self._none)
        self._board_head = QWidget()
        row = QHBoxLayout(self._board_head)
        row.setContentsMargins(0, px(4), 0, 0)
        row.setSpacing(px(8))
        row.addWidget(plain_label(_("Feedback asked for"), "h2"))
        said = _("One short, kind question per rejection is enough.")
        row.addWidget(ElidedLabel(said, "small", "text2"), 1)
        caps = [KeyCap(look, key) for key in (_("Ctrl"), "←", "→")]
        self._hint: list[QWidget] = [plain_label(_("Move a card"), "small", "text2"), *caps]
        for widget in self._hint:
            row.addWidget(widget)
        column.addWidget(self._board_head)
        column.addWidget(self.board, 1)
        self._rest = QWidget()
        column.addWidget(self._rest, 1)
        scrolling(self, content)

    def _build_head(self) -> QBoxLayout:
        px = self._appearance.px
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(px(8))
        self._title, self._tools = QWidget(), QWidget()
        for widget in (self._title, self._tools):
            row = QHBoxLayout(widget)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(px(8))
            self._head.addWidget(widget, 1 if widget is self._title else 0)
        title, tools = self._title.layout(), self._tools.layout()
        assert isinstance(title, QHBoxLayout)
        assert isinstance(tools, QHBoxLayout)
        title.addWidget(plain_label(_("Lessons"), "h1"))
        title.addSpacing(px(8))
        title.addWidget(self.helped, 0, Qt.AlignmentFlag.AlignVCenter)
        title.addStretch(1)
        self.search.setMinimumWidth(px(140))
        self.search.setMaximumWidth(px(224))
        tools.addWidget(self.search, 1)
        tools.addWidget(self.add)
        return self._head

    def _connect(self) -> None:
        self.search.textChanged.connect(self.refresh)
        self.search.left.connect(self._on_search_left)
        self.filter.choice_made.connect(self.refresh)
        self.add.clicked.connect(partial(self.action_asked.emit, "lesson_add"))
        self.helped.clicked.connect(partial(self.action_asked.emit, "page:what_helped"))
        self.view.ticked.connect(self.lessons.practised)
        self.view.opened.connect(self.lessons.change)
        self.view.delete_asked.connect(partial(self.lessons.run, "lesson_delete"))
        self.view.menu_asked.connect(self._on_lesson_menu)
        self.view.focused.connect(self._on_lessons_focused)
        self.board.moved.connect(self._on_moved)
        self.board.opened.connect(self.asks.open)
        self.board.delete_asked.connect(partial(self.asks.run, "ask_delete"))
        self.board.asked.connect(self.run)
        self.board.menu_asked.connect(self._on_ask_menu)
        self.board.focused.connect(self._on_board_focused)

    def _on_search_left(self) -> None:
        self.view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _on_lessons_focused(self) -> None:
        self._on_board = False

    def _on_board_focused(self) -> None:
        self._on_board = True

    def _on_moved(self, request: FeedbackRequest, state: AskState) -> None:
        if self.asks.move(request, state):
            self.board.select(request.id)

    def _on_lesson_menu(self, at: QPoint) -> None:
        self._open_menu(LESSON_MENU, at)

    def _on_ask_menu(self, at: QPoint) -> None:
        self._open_menu(ASK_MENU, at)

    def _open_menu(self, names: Sequence[str], at: QPoint) -> None:
        mode = str(self._services.settings.get("letter_keys"))
        build(self, names, self._book, mode, self.can, self.run).popup(at)


def _searched(lesson: Lesson) -> str:
    stage = stage_label(lesson.stage) if lesson.stage else ""
    return f"{lesson.text} {lesson.employer} {lesson.practice} {stage}".casefold()
