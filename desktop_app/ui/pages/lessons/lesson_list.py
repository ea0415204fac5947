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
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
    from PySide6.QtWidgets import QWidget

    from desktop_app.domain.guide.records import Lesson
    from desktop_app.ui.theme import Appearance

Index = QModelIndex | QPersistentModelIndex
LESSON_ROLE = Qt.ItemDataRole.UserRole + 1
_ROW, _TICK, _EDGE, _NARROW = 48, 18, 16, 620


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
            parts = (lesson.text, lesson.employer, when_words(lesson, self.today()),
                     practised_words(lesson))  # fmt: skip
            return ", ".join(part for part in parts if part)
        return None


class LessonList(QListView):
    """Space or a click on the circle ticks a practice; Enter opens, Del deletes.

    Signals:
        ticked: the Lesson that was practised.
        opened: the Lesson that the person wants to change.
        delete_asked: the Lesson that the person wants gone.
        menu_asked: the Lesson, and where on the screen its menu opens.
    """

    ticked = Signal(object)
    opened = Signal(object)
    delete_asked = Signal(object)
    menu_asked = Signal(object, object)

    def __init__(
        self, appearance: Appearance, model: LessonModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._model = model
        self.setModel(model)
        self.setItemDelegate(_LessonRow(appearance, self, model.today))
        self.setAccessibleName(_("Lessons"))
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

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick a lesson whose circle was clicked."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        lesson = self._model.lesson(index.row())
        if lesson is not None and event.button() is Qt.MouseButton.LeftButton:
            spot = tick_spot(self._appearance, QRectF(self.visualRect(index)))
            if spot.adjusted(-6, -6, 6, 6).contains(event.position()):
                self.ticked.emit(lesson)

    def _on_menu(self, place: QPoint) -> None:
        index = self.indexAt(place)
        if not index.isValid():
            index = self.currentIndex()
        lesson = self._model.lesson(index.row())
        if lesson is not None:
            self.setCurrentIndex(index)
            self.menu_asked.emit(lesson, self.viewport().mapToGlobal(place))

    def _on_double_clicked(self, index: QModelIndex) -> None:
        lesson = self._model.lesson(index.row())
        if lesson is not None:
            self.opened.emit(lesson)


def when_words(lesson: Lesson, today: date) -> str:
    """Return when a lesson is practised next; a day that passed has rolled on to today."""
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
    if lesson.helped:
        parts.append(_("helped"))
    return ", ".join(parts)


def tick_spot(appearance: Appearance, row: QRectF) -> QRectF:
    """Return where the circle of a row stands."""
    size = appearance.px(_TICK)
    return QRectF(row.x() + appearance.px(_EDGE), row.y() + (row.height() - size) / 2, size, size)


class _LessonRow(QStyledItemDelegate):
    def __init__(self, appearance: Appearance, view: LessonList, today: Callable[[], date]) -> None:
        super().__init__(view)
        self._appearance = appearance
        self._view = view
        self._today = today

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(self._appearance.px(240), self._appearance.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        lesson = index.data(LESSON_ROLE)
        if lesson is None:
            return
        look, theme, px = self._appearance, self._appearance.theme, self._appearance.px
        row = QRectF(option.rect)
        painter.save()
        smooth(painter)
        selected = bool(option.state & QStyle.StateFlag.State_Selected) and self._view.hasFocus()
        if selected:
            painter.fillRect(row, look.colour("accent_weak"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(row, look.colour("surface2"))
        painter.fillRect(QRectF(row.x(), row.bottom() - 1, row.width(), 1), look.colour("border"))
        self._paint_tick(painter, tick_spot(look, row), lesson)
        wide = row.width() >= px(_NARROW)
        left = row.x() + px(_EDGE + _TICK + 18)
        right = row.right() - px(_EDGE)
        small = look.font(tokens.SMALL)
        words = practised_words(lesson)
        if words and wide:
            paint_words(
                painter, QRectF(right - px(120), row.y(), px(120), row.height()), words, small,
                theme.text2, RIGHT,
            )  # fmt: skip
        if wide:
            right -= px(136)
        right -= px(108)
        self._paint_when(painter, QRectF(right, row.y(), px(108), row.height()), lesson)
        if wide and lesson.employer:
            right -= px(196)
            icon = QRectF(right, row.center().y() - px(7), px(14), px(14))
            ratio = self._view.devicePixelRatioF()
            look.icons.paint(painter, "diamonds", theme.text3, icon, ratio)
            source = QRectF(right + px(20), row.y(), px(168), row.height())
            paint_words(painter, source, lesson.employer, small, theme.text2)
        tone = theme.text3 if lesson.retired else theme.text
        room = QRectF(left, row.y(), max(px(40), right - left - px(12)), row.height())
        line = " ".join(lesson.text.split())
        paint_words(painter, room, line, look.font(tokens.BODY, 500), tone)
        painter.restore()

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
        if lesson.practise_on is not None and lesson.practise_on <= today:
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
