"""The list of a day's entries: a line each, with pencil and bin under the pointer or the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtWidgets import (
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from desktop_app import tokens
from desktop_app.i18n import _
from desktop_app.ui.pages.today.entries import Entry
from desktop_app.ui.widgets.painting import LEFT, paint_words, smooth, words_width

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter

    from desktop_app.ui.theme import Appearance

Index = QModelIndex | QPersistentModelIndex
_ROW = 28
_TIME = 48


class EntriesModel(QAbstractListModel):
    """The entries of one day."""

    EntryRole = Qt.ItemDataRole.UserRole + 1

    def __init__(self) -> None:
        super().__init__()
        self._entries: list[Entry] = []

    def set_entries(self, entries: list[Entry]) -> None:
        """Replace the entries."""
        if entries == self._entries:
            return
        self.beginResetModel()
        self._entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many entries there are."""
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return an entry, or its sentence."""
        if not index.isValid() or index.row() >= len(self._entries):
            return None
        entry = self._entries[index.row()]
        if role == self.EntryRole:
            return entry
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return entry.sentence
        return None


class EntriesView(QListView):
    """Lines as high as their content.

    Enter, a double click or the pencil opens one; Del or the bin at the right deletes it.
    """

    deleted = Signal(object)
    opened = Signal(object)

    def __init__(self, appearance: Appearance, model: EntriesModel) -> None:
        super().__init__()
        self._appearance = appearance
        self.setModel(model)
        self.setItemDelegate(_EntryDelegate(appearance, self))
        self.setAccessibleName(_("Entries of the day"))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(_("Enter opens an entry; Del deletes it, Ctrl+Z brings it back"))
        self.doubleClicked.connect(self._on_opened)

    def fit(self) -> None:
        """Become as high as the entries."""
        self.setFixedHeight(self._appearance.px(_ROW) * self.model().rowCount() + 2)

    def entry_at(self, index: Index) -> Entry | None:
        """Return the entry of a row."""
        entry = index.data(EntriesModel.EntryRole)
        return entry if isinstance(entry, Entry) else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Del and Enter; letters and digits go on to the page."""
        entry = self.entry_at(self.currentIndex())
        if entry is not None and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.deleted.emit(entry)
        elif entry is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit(entry)
        elif event.text().isalnum():
            event.ignore()  # no search by typing in a short list
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open an entry whose pencil was clicked; delete one whose bin was."""
        index = self.indexAt(event.position().toPoint())
        entry = self.entry_at(index)
        super().mouseReleaseEvent(event)
        if entry is None:
            return
        row = QRectF(self.visualRect(index))
        if bin_rect(self._appearance, row).contains(event.position()):
            self.deleted.emit(entry)
        elif pencil_rect(self._appearance, row).contains(event.position()):
            self.opened.emit(entry)

    def leaveEvent(self, event: QEvent) -> None:
        """Let the bin vanish with the pointer."""
        super().leaveEvent(event)
        self.viewport().update()

    def _on_opened(self, index: QModelIndex) -> None:
        entry = self.entry_at(index)
        if entry is not None:
            self.opened.emit(entry)


def bin_rect(appearance: Appearance, row: QRectF) -> QRectF:
    """Return where the bin of a row stands."""
    edge = appearance.px(24)
    return QRectF(row.right() - edge, row.top() + (row.height() - edge) / 2, edge, edge)


def pencil_rect(appearance: Appearance, row: QRectF) -> QRectF:
    """Return where the pencil of a row stands, at the left of the bin."""
    return bin_rect(appearance, row).translated(-appearance.px(28), 0)


class _EntryDelegate(QStyledItemDelegate):
    def __init__(self, appearance: Appearance, view: EntriesView) -> None:
        super().__init__(view)
        self._appearance = appearance
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(self._appearance.px(200), self._appearance.px(_ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = self._view.entry_at(index)
        if entry is None:
            return
        look, theme, px = self._appearance, self._appearance.theme, self._appearance.px
        row = QRectF(option.rect)
        state = option.state
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver) and self._view.underMouse()
        painter.save()
        smooth(painter)
        if focused:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("accent_weak"))
            painter.drawRoundedRect(row.adjusted(0, 1, 0, -1), 6, 6)
        ratio = self._view.devicePixelRatioF()
        small = look.font(tokens.SMALL)
        strong = look.font(tokens.SMALL, 500)
        time = QRectF(row.left() + (px(6) if focused else 0), row.top(), px(_TIME), row.height())
        paint_words(painter, time, entry.time, small, theme.text2, LEFT)
        place = QRectF(
            row.left() + px(_TIME), row.top() + (row.height() - px(16)) / 2, px(16), px(16)
        )
        look.icons.paint(painter, entry.icon, theme.text2, place, ratio)
        left = row.left() + px(_TIME + 24)
        right = row.right() - (px(60) if focused or hovered else 0)
        wide = min(words_width(entry.words, strong) + 2, right - left)
        paint_words(
            painter,
            QRectF(left, row.top(), wide, row.height()),
            entry.words,
            strong,
            theme.text,
            LEFT,
        )
        if entry.quiet and right - left - wide > px(24):
            rest = QRectF(left + wide, row.top(), right - left - wide, row.height())
            paint_words(painter, rest, " · " + entry.quiet, small, theme.text2, LEFT)
        if focused or hovered:
            for icon, spot in (
                ("pencil", pencil_rect(look, row)),
                ("trash", bin_rect(look, row)),
            ):
                edge = px(16)
                left, top = spot.center().x() - edge / 2, spot.center().y() - edge / 2
                look.icons.paint(painter, icon, theme.text2, QRectF(left, top, edge, edge), ratio)
        painter.restore()
