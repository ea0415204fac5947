"""The bank of lessons as rows: a circle to tick, the words, where from, and the next practice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop_app import tokens
from desktop_app.i18n import _, ngettext, short_day
from desktop_app.ui.pages.lessons.columns import columns, row_height
from desktop_app.ui.widgets.labels import plain_tool_tip
from desktop_app.ui.widgets.painting import (
    RIGHT,
    paint_box,
    paint_words,
    smooth,
    words_width,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from desktop_app.domain.guide.records import Lesson
    from desktop_app.ui.theme import Appearance

Index = QModelIndex | QPersistentModelIndex
LESSON_ROLE = Qt.ItemDataRole.UserRole + 1
_LONG = 60  # characters that may not fit into a row


class LessonModel(QAbstractListModel):
    """The lessons that are shown."""

    def __init__(self, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.today = today
        self._lessons: list[Lesson] = []

    def show_lessons(self, lessons: list[Lesson]) -> None:
        """Replace the rows."""
        if lessons != self._lessons:
            self.beginResetModel()
            self._lessons = lessons
            self.endResetModel()

    def lesson(self, row: int) -> Lesson | None:
        """Return the lesson of a row."""
        return self._lessons[row] if 0 <= row < len(self._lessons) else None

    def row_of(self, identity: int) -> int | None:
        """Return the row of a lesson, None where it is not shown."""
        return next((row for row, one in enumerate(self._lessons) if one.id == identity), None)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._lessons)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return a lesson, or its sentence."""
        lesson = self.lesson(index.row())
        if lesson is None:
            return None
        if role == LESSON_ROLE:
            return lesson
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            parts = (lesson.text, source_words(lesson, self.today()),
                     when_words(lesson, self.today()), lesson.practice,
                     practised_words(lesson))  # fmt: skip
            return ", ".join(part for part in parts if part)
        if role == Qt.ItemDataRole.ToolTipRole and (lesson.practice or len(lesson.text) > _LONG):
            lines = [lesson.text, lesson.practice] if lesson.practise_on else [lesson.text]
            return plain_tool_tip(" · ".join(line for line in lines if line)[:2500])
        return None


class LessonList(QListView):
    """Space or a click on the circle ticks a practice; Enter opens, Del deletes.

    Signals:
        ticked: the Lesson that was practised.
        opened: the Lesson that the person wants to change.
        delete_asked: the Lesson that the person wants gone.
        menu_asked: where on the screen the menu of the lesson with the cursor opens.
        focused: the list has the focus now.
    """

    ticked = Signal(object)
    opened = Signal(object)
    delete_asked = Signal(object)
    menu_asked = Signal(object)
    focused = Signal()

    def __init__(
        self, appearance: Appearance, model: LessonModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._model = model
        self.setModel(model)
        self.setItemDelegate(_LessonRow(appearance, self, model.today))
        self.setAccessibleName(_("Lessons"))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._on_menu)
        self.doubleClicked.connect(self._on_double_clicked)

    @property
    def lesson(self) -> Lesson | None:
        """The lesson with the cursor."""
        return self._model.lesson(self.currentIndex().row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick, open or delete; letters are the page's."""
        lesson, key = self.lesson, event.key()
        if lesson is not None and key == Qt.Key.Key_Space:
            self.ticked.emit(lesson)
        elif lesson is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(lesson)
        elif lesson is not None and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_asked.emit(lesson)
        elif event.text().isprintable() and event.text():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the rows the height of their lines."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Have a cursor as soon as the focus is here."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._model.rowCount():
            self.setCurrentIndex(self._model.index(0, 0))
        self.focused.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick a lesson whose circle was clicked."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        lesson = self._model.lesson(index.row())
        if lesson is not None and event.button() is Qt.MouseButton.LeftButton:
            spot = columns(self._appearance, QRectF(self.visualRect(index))).tick
            if spot.adjusted(-6, -6, 6, 6).contains(event.position()):
                self.ticked.emit(lesson)

    def _on_menu(self, place: QPoint) -> None:
        index = self.indexAt(place)
        if not index.isValid():
            index = self.currentIndex()
        lesson = self._model.lesson(index.row())
        if lesson is not None:
            self.setCurrentIndex(index)
            at = self.visualRect(index).center() if place.isNull() else place
            self.menu_asked.emit(self.viewport().mapToGlobal(at))

    def _on_double_clicked(self, index: QModelIndex) -> None:
        lesson = self._model.lesson(index.row())
        if lesson is not None:
            self.opened.emit(lesson)


def when_words(lesson: Lesson, today: date) -> str:
    """Return when a lesson is practised next; a day that passed has rolled on to today."""
    if lesson.retired:
        return _("Put away")
    if lesson.practise_on is not None:
        return _("Today") if lesson.practise_on <= today else short_day(lesson.practise_on, today)
    if lesson.last_practised is not None:
        return _("Done {day}").format(day=short_day(lesson.last_practised, today))
    return ""


def practised_words(lesson: Lesson) -> str:
    """Return how often a lesson was practised, and whether it helped."""
    parts = []
    if lesson.practised:
        count = lesson.practised
        parts.append(ngettext("practised {n}×", "practised {n}×", count).format(n=count))
    if lesson.helped is not None:
        parts.append(_("helped") if lesson.helped else _("didn't help"))
    return ", ".join(parts)


def source_words(lesson: Lesson, today: date) -> str:
    """Return where a lesson comes from: whose no on which day, or the day it was written."""
    day = lesson.from_day if lesson.employer else lesson.day
    who = lesson.employer or _("Your own")
    return f"{who}, {short_day(day, today)}" if day else who


class _LessonRow(QStyledItemDelegate):
    def __init__(self, appearance: Appearance, view: LessonList, today: Callable[[], date]) -> None:
        super().__init__(view)
        self._appearance = appearance
        self._view = view
        self._today = today

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        width = self._view.viewport().width()
        return QSize(self._appearance.px(240), row_height(self._appearance, width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        lesson = index.data(LESSON_ROLE)
        if lesson is None:
            return
        look, theme = self._appearance, self._appearance.theme
        row = QRectF(option.rect)
        painter.save()
        smooth(painter)
        selected = bool(option.state & QStyle.StateFlag.State_Selected) and self._view.hasFocus()
        if selected:
            painter.fillRect(row, look.colour("accent_weak"))
            painter.fillRect(QRectF(row.x(), row.y(), 3, row.height()), look.colour("accent"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(row, look.colour("surface2"))
        if index.row() + 1 < index.model().rowCount():  # below the last one the card has its edge
            below = QRectF(row.x(), row.bottom() - 1, row.width(), 1)
            painter.fillRect(below, look.colour("border"))
        at = columns(look, row)
        self._paint_tick(painter, at.tick, lesson)
        small = look.font(tokens.SMALL)
        if at.times is not None:
            paint_words(painter, at.times, practised_words(lesson), small, theme.text2, RIGHT)
        if at.two_lines:
            paint_words(painter, at.when, self._second_line(lesson), small, theme.text2)
        else:
            self._paint_when(painter, at.when, lesson)
        if at.source is not None:
            self._paint_source(painter, at.source, lesson)
        tone = theme.text3 if lesson.retired else theme.text
        line = " ".join(lesson.text.split())
        paint_words(painter, at.words, line[:400], look.font(tokens.BODY, 500), tone)
        painter.restore()

    def _second_line(self, lesson: Lesson) -> str:
        today = self._today()
        parts = (when_words(lesson, today), source_words(lesson, today), practised_words(lesson))
        return " · ".join(part for part in parts if part)

    def _paint_source(self, painter: QPainter, room: QRectF, lesson: Lesson) -> None:
        look, theme, px = self._appearance, self._appearance.theme, self._appearance.px
        icon = QRectF(room.x(), room.center().y() - px(7), px(14), px(14))
        name = "diamonds" if lesson.employer else "pencil"
        look.icons.paint(painter, name, theme.text3, icon, self._view.devicePixelRatioF())
        words = room.adjusted(px(20), 0, -px(12), 0)
        said = source_words(lesson, self._today())
        paint_words(painter, words, said, look.font(tokens.SMALL), theme.text2)

    def _paint_tick(self, painter: QPainter, spot: QRectF, lesson: Lesson) -> None:
        look, theme = self._appearance, self._appearance.theme
        done = lesson.practise_on is None and lesson.practised > 0
        if done:
            paint_box(painter, spot, spot.width() / 2, theme.accent)
            size = spot.width() * 0.7
            inner = QRectF(spot.center().x() - size / 2, spot.center().y() - size / 2, size, size)
            ratio = self._view.devicePixelRatioF()
            look.icons.paint(painter, "check", theme.on_accent, inner, ratio)
        else:
            paint_box(painter, spot, spot.width() / 2, theme.surface, theme.border_strong, 1.5)

    def _paint_when(self, painter: QPainter, room: QRectF, lesson: Lesson) -> None:
        look, theme, px = self._appearance, self._appearance.theme, self._appearance.px
        today = self._today()
        words = when_words(lesson, today)
        small = look.font(tokens.SMALL)
        due = lesson.practise_on is not None and lesson.practise_on <= today
        if due and not lesson.retired:
            wide = words_width(words, small) + px(40)
            pill = QRectF(room.x(), room.center().y() - px(12), wide, px(24))
            paint_box(painter, pill, px(12), theme.accent_weak)
            icon = QRectF(pill.x() + px(10), pill.center().y() - px(7), px(14), px(14))
            ratio = self._view.devicePixelRatioF()
            look.icons.paint(painter, "calendar-event", theme.accent_text, icon, ratio)
            inner = pill.adjusted(px(29), 0, 0, 0)
            paint_words(painter, inner, words, small, theme.accent_text)
        else:
            paint_words(painter, room, words, small, theme.text2)
