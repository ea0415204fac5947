"""One kind of activity in Settings: a grip to move it, what it is worth, and whether on Today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop_app import tokens
from desktop_app.domain.kinds import ActivityKind, kind_label
from desktop_app.i18n import _, ngettext
from desktop_app.ui.pages.settings.row import SettingRow
from desktop_app.ui.pages.settings.target import points_words
from desktop_app.ui.widgets.buttons import IconButton
from desktop_app.ui.widgets.key_cap import KeyCap
from desktop_app.ui.widgets.labels import plain_tool_tip
from desktop_app.ui.widgets.painted import PaintedButton, PaintedWidget
from desktop_app.ui.widgets.painting import paint_box, smooth
from desktop_app.ui.widgets.switch import Switch

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent

    from desktop_app.ui.theme import Appearance

_GRIP = 24


class KindRow(SettingRow):
    """Shows a kind.

    Signals:
        switched: whether the person wants it on Today.
        edit_asked: the person wants to change it.
        step_asked: the person moves it so many places by key.
        dragged: the height on the screen to which the pointer drags it.
        dropped: the drag is over.
    """

    least_words = 150
    switched = Signal(bool)
    edit_asked = Signal()
    step_asked = Signal(int)
    dragged = Signal(int)
    dropped = Signal()

    def __init__(self, appearance: Appearance, kind: ActivityKind) -> None:
        label = kind_label(kind)
        self.name = kind.name
        self.grip = _Grip(appearance, label)
        self._icon = _Icon(appearance, kind.icon)
        self._cap = KeyCap(appearance, kind.key)
        self.switch = Switch(appearance, label)
        self.edit = IconButton(appearance, "pencil", label)
        controls = QWidget()
        row = QHBoxLayout(controls)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(appearance.px(8))
        for widget in (self._cap, self.switch, self.edit):
            row.addWidget(widget)
        row.addStretch(0)
        super().__init__(appearance, label, "-", controls, before=(self.grip, self._icon))
        self.switch.clicked.connect(self.switched)
        self.edit.clicked.connect(self.edit_asked)
        self.grip.dragged.connect(self.dragged)
        self.grip.dropped.connect(self.dropped)
        for keys, slot in (("Ctrl+Up", self._on_up), ("Ctrl+Down", self._on_down)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(slot)
        self.show_kind(kind)

    def show_kind(self, kind: ActivityKind) -> None:
        """Show what a kind is now."""
        label = kind_label(kind)
        self.rename(label)
        self.explain(worth_words(kind))
        self.be_found_by(kind.key)
        self._icon.show_icon(kind.icon)
        self._cap.set_key(kind.key)
        self._cap.setVisible(bool(kind.key))
        self.switch.setChecked(kind.on_today)
        self.switch.setAccessibleName(_("{kind} on Today").format(kind=label))
        self.switch.setToolTip(_("On Today"))
        change = _("Change {kind}").format(kind=label)
        self.edit.setAccessibleName(change)
        self.edit.setToolTip(plain_tool_tip(change))
        self.grip.setAccessibleName(_("Move {kind}").format(kind=label))

    def _on_up(self) -> None:
        self.step_asked.emit(-1)

    def _on_down(self) -> None:
        self.step_asked.emit(1)


def worth_words(kind: ActivityKind) -> str:
    """Return what a kind is worth: ``2 points per 30 minutes``."""
    points = points_words(kind.points)
    if kind.unit_minutes is None:
        return points
    return ngettext("{points} per minute", "{points} per {n} minutes", kind.unit_minutes).format(
        points=points, n=kind.unit_minutes
    )


class _Grip(PaintedButton):
    """What a row is dragged by.

    Signals:
        dragged: the height on the screen to which it is dragged.
        dropped: the drag is over.
    """

    dragged = Signal(int)
    dropped = Signal()

    def __init__(self, appearance: Appearance, label: str) -> None:
        super().__init__(appearance, label)
        self._drags = False
        self.setAccessibleDescription(_("Ctrl with the up or down arrow moves it"))
        self.setToolTip(_("Drag, or Ctrl with an arrow"))
        self.setCursor(Qt.CursorShape.SizeVerCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return a square that is easy to hit."""
        edge = self.appearance.px(_GRIP)
        return QSize(edge, edge)

    def minimumSizeHint(self) -> QSize:
        """Return a square that is easy to hit."""
        return self.sizeHint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a drag."""
        super().mousePressEvent(event)
        self._drags = event.button() == Qt.MouseButton.LeftButton

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell where the pointer drags it."""
        super().mouseMoveEvent(event)
        if self._drags:
            self.dragged.emit(round(event.globalPosition().y()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the drag."""
        super().mouseReleaseEvent(event)
        if self._drags:
            self._drags = False
            self.dropped.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dots."""
        painter = QPainter(self)
        smooth(painter)
        theme = self.appearance.theme
        box = QRectF(self.rect())
        if self.ringed:
            paint_box(painter, box, tokens.RADIUS_KEYCAP, None, theme.accent, 2)
        size = self.appearance.px(16)
        place = QRectF((box.width() - size) / 2, (box.height() - size) / 2, size, size)
        ink = theme.text if self.hovered else theme.text3
        icons, ratio = self.appearance.icons, self.devicePixelRatioF()
        icons.paint(painter, "grip-vertical", ink, place, ratio)


class _Icon(PaintedWidget):
    def __init__(self, appearance: Appearance, icon: str) -> None:
        super().__init__(appearance)
        self._icon = icon
        edge = appearance.px(20)
        self.setFixedSize(edge, edge)

    def show_icon(self, icon: str) -> None:
        self._icon = icon
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        ink, ratio = self.appearance.theme.text2, self.devicePixelRatioF()
        self.appearance.icons.paint(painter, self._icon, ink, QRectF(self.rect()), ratio)
