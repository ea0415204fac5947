"""A field for an employer that offers the known applications while one types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop_app import tokens
from desktop_app.domain.entries import Application
from desktop_app.ui.models.application_matches import ApplicationMatches
from desktop_app.ui.models.table import OBJECT_ROLE
from desktop_app.ui.widgets.painting import paint_box, paint_words, smooth, words_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPersistentModelIndex
    from PySide6.QtGui import QFocusEvent, QKeyEvent

    from desktop_app.ui.theme import Appearance

_LINES, _LINE = 6, 36


class ApplicationField(QLineEdit):
    """An employer's name; the list under it fills in a known application.

    Down and Up go through the list, Enter takes the marked line, Esc closes the list and Tab
    leaves the name as it was typed.

    Signals:
        application_chosen: the Application that the person took from the list.
    """

    application_chosen = Signal(object)

    def __init__(self, appearance: Appearance, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setAccessibleName(name)
        self._matches = ApplicationMatches(parent=self)
        self._offer = _Offer(appearance, self._matches, self)
        self._offer.view.clicked.connect(self._on_clicked)
        self.textEdited.connect(self._on_text_edited)

    @property
    def offers(self) -> bool:
        """Whether the list is open."""
        return not self._offer.isHidden()

    def set_applications(self, applications: Sequence[Application]) -> None:
        """Take the applications to offer, those to prefer first."""
        self._matches.set_applications(applications)
        self._offer.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go through the open list, or edit."""
        if self.offers and self._taken_by_list(event):
            event.accept()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the list."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self._offer.hide()

    def _taken_by_list(self, event: QKeyEvent) -> bool:
        key = event.key()
        at = self._offer.row
        if key == Qt.Key.Key_Escape:
            self._offer.hide()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and at is not None:
            self._choose(self._matches.application(at))
        elif key == Qt.Key.Key_Down:
            self._mark(0 if at is None else at + 1)
        elif key == Qt.Key.Key_Up and at is not None:
            self._mark(at - 1)
        elif key == Qt.Key.Key_PageDown:
            self._mark((at or 0) + _LINES)
        elif key == Qt.Key.Key_PageUp:
            self._mark((at or 0) - _LINES)
        else:
            return False
        return True

    def _mark(self, row: int) -> None:
        row = max(0, min(self._matches.rowCount() - 1, row))
        self._offer.mark(row)
        said = str(self._matches.index(row, 0).data() or "")
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def _choose(self, application: Application) -> None:
        self._offer.hide()
        self.setText(application.employer)
        self.application_chosen.emit(application)

    def _on_text_edited(self, text: str) -> None:
        if not self._matches.look_for(text):
            self._offer.hide()
            return
        self._offer.open_under(self)
        # Inside a word it may be chance: 'Ing' is no 'Consulting', so nothing is marked then.
        if self._matches.sure:
            self._mark(0)

    def _on_clicked(self, index: QModelIndex) -> None:
        self._choose(self._matches.application(index.row()))


class _Offer(QFrame):
    """The list; it lies inside the window, so that no platform takes the keyboard away."""

    def __init__(
        self, appearance: Appearance, matches: ApplicationMatches, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._appearance = appearance
        self.view = QListView()
        self.view.setModel(matches)
        self.view.setItemDelegate(_Lines(appearance, self))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setMouseTracking(True)
        self.view.setUniformItemSizes(True)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(5, 5, 5, 5)
        inside.addWidget(self.view)
        self.hide()

    @property
    def row(self) -> int | None:
        """The marked line."""
        index = self.view.currentIndex()
        return index.row() if index.isValid() else None

    def mark(self, row: int) -> None:
        index = self.view.model().index(row, 0)
        self.view.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        self.view.scrollTo(index)

    def open_under(self, field: QWidget) -> None:
        window = field.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        below = field.mapTo(window, QPoint(0, field.height() + 4))
        above = below.y() - field.height() - 8
        lines = min(_LINES, self.view.model().rowCount())
        height = lines * self._appearance.px(_LINE) + 14
        room = window.height() - below.y() - 8
        if height <= room or room >= above - 8:
            self.setGeometry(below.x(), below.y(), field.width(), min(height, room))
        else:
            height = min(height, above - 8)
            self.setGeometry(below.x(), above - height, field.width(), height)
        self.show()
        self.raise_()


class _Lines(QStyledItemDelegate):
    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance

    def sizeHint(
        self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(80, self._appearance.px(_LINE))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        one = index.data(OBJECT_ROLE)
        if not isinstance(one, Application):
            return
        look, theme = self._appearance, self._appearance.theme
        box = QRectF(option.rect)
        painter.save()
        smooth(painter)
        if option.state & QStyle.StateFlag.State_Selected:
            paint_box(painter, box, tokens.RADIUS_FIELD - 2, theme.accent_weak)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            paint_box(painter, box, tokens.RADIUS_FIELD - 2, theme.surface2)
        words = box.adjusted(look.px(10), 0, -look.px(10), 0)
        font = look.font(tokens.BODY, 500)
        wide = min(words_width(one.employer, font), words.width())
        if one.position:
            wide = min(wide, words.width() * 0.6)
        paint_words(painter, QRectF(words.x(), box.y(), wide, box.height()), one.employer, font,
                    theme.text)  # fmt: skip
        if one.position:
            rest = words.adjusted(wide, 0, 0, 0)
            paint_words(painter, rest, f" · {one.position}", look.font(tokens.BODY), theme.text2)
        painter.restore()
