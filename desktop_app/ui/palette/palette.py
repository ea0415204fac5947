"""The command palette: a field at the top of the window, and below it what fits the words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QListView, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop_app import tokens
from desktop_app.i18n import _
from desktop_app.ui.palette.finding import Found, find
from desktop_app.ui.palette.line import LINE, FoundLine
from desktop_app.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent

    from desktop_app.ui.theme import Appearance

Index = QModelIndex | QPersistentModelIndex
_WIDTH, _MOST_LINES, _TOP = 600, 9, 56


class FoundModel(QAbstractListModel):
    """What was found, line by line."""

    FoundRole = Qt.ItemDataRole.UserRole + 1

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._found: list[Found] = []

    def show_found(self, found: list[Found]) -> None:
        """Replace the lines."""
        self.beginResetModel()
        self._found = found
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many lines there are."""
        return 0 if parent is not None and parent.isValid() else len(self._found)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return a line, or its sentence."""
        if not index.isValid() or index.row() >= len(self._found):
            return None
        found = self._found[index.row()]
        if role == self.FoundRole:
            return found
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return found.sentence
        return None


class Palette(QFrame):
    """Stands over the window's ground; Esc, or the focus elsewhere, closes it.

    Signals:
        closed: it is gone; the focus is where it was.
    """

    closed = Signal()

    def __init__(
        self,
        appearance: Appearance,
        sources: Sequence[Callable[[str], list[Found]]],
        ground: QWidget,
    ) -> None:
        """Make it; ``open`` shows it.

        Args:
            appearance: the look to follow.
            sources: what can be found, the most wanted first.
            ground: the widget over which it stands.
        """
        super().__init__(ground)
        self._appearance = appearance
        self._sources = list(sources)
        self._ground = ground
        self._former: QWidget | None = None
        self.setProperty("role", "palette")
        self.setAccessibleName(_("Command palette"))
        self.field = QLineEdit()
        self.field.setAccessibleName(_("Find an action"))
        self.field.setPlaceholderText(_("Do or find something"))
        self.model = FoundModel(self)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(FoundLine(appearance, self.view))
        self.view.setAccessibleName(_("Found"))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setMouseTracking(True)
        self.view.setUniformItemSizes(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = plain_label(_("Nothing here matches that."), "small", "text2")
        self.nothing.hide()
        px = appearance.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(12), px(12), px(8))
        column.setSpacing(px(8))
        column.addWidget(self.field)
        column.addWidget(self.view)
        column.addWidget(self.nothing)
        self.field.textChanged.connect(self._on_typed)
        self.view.clicked.connect(self._on_clicked)
        self.field.installEventFilter(self)
        ground.installEventFilter(self)
        self.hide()

    def open(self) -> None:
        """Show it with the focus in its field."""
        self._former = self.window().focusWidget()
        self._look("")
        self.show()
        self._place()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]

    def dismiss(self, *, give_back: bool = True) -> None:
        """Close it; the focus goes back to where it was."""
        if self.isHidden():
            return
        QApplication.instance().focusChanged.disconnect(self._on_focus_changed)  # type: ignore[union-attr]
        self._ground.removeEventFilter(self)
        self.hide()
        if give_back and self._former is not None and isValid(self._former):
            self._former.setFocus(Qt.FocusReason.OtherFocusReason)
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that go through the list, and follow the ground's size."""
        if watched is self._ground and event.type() is QEvent.Type.Resize:
            self._place()
        elif watched is self.field and event.type() is QEvent.Type.KeyPress:
            return self._take_key(event)  # type: ignore[arg-type]
        return False

    def _take_key(self, event: QKeyEvent) -> bool:
        row, last = self.view.currentIndex().row(), self.model.rowCount() - 1
        wanted = {
            Qt.Key.Key_Down: row + 1 if row < last else 0,
            Qt.Key.Key_Up: row - 1 if row > 0 else last,
            Qt.Key.Key_PageDown: min(last, row + _MOST_LINES),
            Qt.Key.Key_PageUp: max(0, row - _MOST_LINES),
        }.get(Qt.Key(event.key()))
        if wanted is not None and last >= 0:
            self._mark(wanted)
        elif event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.view.currentIndex())
        elif event.key() not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return False
        return True

    def _look(self, typed: str) -> None:
        found = find(typed, self._sources)
        self.model.show_found(found)
        self.view.setVisible(bool(found))
        self.nothing.setVisible(not found)
        if found:
            self._mark(0)
        self._place()

    def _mark(self, row: int) -> None:
        index = self.model.index(row, 0)
        self.view.setCurrentIndex(index)
        self.view.scrollTo(index)
        said = str(index.data() or "")
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.field, said))

    def _choose(self, index: QModelIndex) -> None:
        found = index.data(FoundModel.FoundRole)
        if isinstance(found, Found):
            self.dismiss()
            found.chosen()

    def _place(self) -> None:
        px, ground = self._appearance.px, self._ground
        wide = min(px(_WIDTH), ground.width() - 2 * px(tokens.GAP_ROWS))
        top = min(px(_TOP), ground.height() // 8)
        around = px(12 + tokens.HEIGHT_FIELD + 8 + 8) + top + px(tokens.GAP_ROWS)
        most = max(2, (ground.height() - around) // px(LINE))
        lines = min(self.model.rowCount(), _MOST_LINES, most)
        self.view.setFixedHeight(lines * px(LINE) + 2)
        self.setFixedWidth(wide)
        self.adjustSize()
        self.move((ground.width() - wide) // 2, top)

    def _on_typed(self, typed: str) -> None:
        self._look(typed)

    def _on_clicked(self, index: QModelIndex) -> None:
        self._choose(index)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and not self.isAncestorOf(new):
            self.dismiss(give_back=False)
