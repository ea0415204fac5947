"""A sheet over the window: title, fields that scroll where they must, a sentence and buttons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app import tokens
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import plain_label
from desktop_app.ui.widgets.wrapping_label import WrappingLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from desktop_app.ui.theme import Appearance

_WIDTH = 560
_GUTTER = 14  # between the fields and the sheet's edge, where a scroll bar has its place


class Sheet(QDialog):
    """The frame of a sheet; open it with ``open()``.

    Its body takes the height that it needs, up to the screen's, and scrolls beyond that.
    """

    def __init__(
        self,
        appearance: Appearance,
        title: str,
        lead: str = "",
        parent: QWidget | None = None,
        *,
        width: int = _WIDTH,
    ) -> None:
        """Make an empty sheet.

        Args:
            appearance: the look to follow.
            title: its title, in the window's frame as well.
            lead: a sentence below the title, or "".
            parent: the window that it belongs to.
            width: its first width in pixels at usual text size.
        """
        super().__init__(parent)
        self._appearance = appearance
        self._first_width = width
        self._body: QWidget | None = None
        self._sentence = WrappingLabel(appearance, "", tokens.SMALL, "text")
        self.setWindowTitle(title)
        px, edge = appearance.px, appearance.px(tokens.PAGE_PADDING)
        self.head = QVBoxLayout()
        self.head.setSpacing(px(4))
        self.head.addWidget(plain_label(title, "h1", wrap=True))
        if lead:
            self.head.addWidget(plain_label(lead, tone="text2", wrap=True))
        self._area = _Area(px(_GUTTER))
        self._foot = QHBoxLayout()
        self._foot.setSpacing(px(8))
        self._foot.addWidget(self._sentence, 1, Qt.AlignmentFlag.AlignVCenter)
        self._foot.addStretch(0)
        self._sentence.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(edge, edge - 4, edge - px(_GUTTER), edge - 4)
        for lines in (self.head, self._foot):
            lines.setContentsMargins(0, 0, px(_GUTTER), 0)
        outer.setSpacing(px(16))
        outer.addLayout(self.head)
        outer.addWidget(self._area, 1)
        outer.addLayout(self._foot)

    @property
    def sentence(self) -> str:
        """What the sheet says beside its buttons, or ""."""
        return self._sentence.text()

    def set_body(self, body: QWidget) -> None:
        """Put the fields in; they need a layout."""
        body.setProperty("role", "page")
        self._area.setWidget(body)
        self._body = body

    def add_button(
        self, words: str, pressed: Callable[[], object], kind: str = "plain", *, left: bool = False
    ) -> Button:
        """Add a button at the right of the foot, or at its left, and return it."""
        button = Button(self._appearance, words, kind, parent=self)
        button.clicked.connect(pressed)
        if left:
            self._foot.insertWidget(0, button)
        else:
            self._foot.addWidget(button)
        return button

    def on_ctrl_enter(self, pressed: Callable[[], object]) -> None:
        """Call a function at Ctrl+Enter, wherever the focus is."""
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self).activated.connect(pressed)

    def say(self, sentence: str) -> None:
        """Show a sentence beside the buttons, to a screen reader too; "" takes it away."""
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))
        if sentence:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))
        self.grow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the keys that no field took scroll what does not fit."""
        bar = self._area.verticalScrollBar()
        step, page = self._appearance.px(40), bar.pageStep()
        ways = {
            Qt.Key.Key_Down: step,
            Qt.Key.Key_Up: -step,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_Home: -bar.maximum(),
            Qt.Key.Key_End: bar.maximum(),
        }
        way = ways.get(Qt.Key(event.key()))
        if way is not None and bar.maximum() > 0:
            bar.setValue(bar.value() + way)
        else:
            super().keyPressEvent(event)

    def bring_into_sight(self, widget: QWidget) -> None:
        """Scroll the fields so far that one of them is in sight."""
        self._area.ensureWidgetVisible(widget, 0, self._appearance.px(48))

    def setVisible(self, visible: bool) -> None:
        """Take the height that the body needs before the sheet is first seen."""
        if visible:
            self.grow()
        super().setVisible(visible)

    def grow(self) -> None:
        """Be as high as the body needs, up to the screen's height; never become lower."""
        layout, body = self.layout(), self._body
        inside = body.layout() if body is not None else None
        if layout is None or body is None or inside is None:
            return
        fresh = not self.testAttribute(Qt.WidgetAttribute.WA_Resized)
        screen = self.screen().availableGeometry()
        wanted = min(self._appearance.px(self._first_width), screen.width())
        width = wanted if fresh else self.width()
        margins = layout.contentsMargins()
        gutter = self._appearance.px(_GUTTER)
        inner = width - margins.left() - margins.right() - gutter
        if fresh:  # what was measured before the style sheet held
            for child in body.findChildren(QWidget):
                child.ensurePolished()
                nested = child.layout()
                if nested is not None:
                    nested.invalidate()
                child.updateGeometry()
            for lines in (*inside.findChildren(QLayout), inside):
                lines.invalidate()
        needed = inside.heightForWidth(inner)
        if needed < 0:
            needed = inside.sizeHint().height()
        foot = max(self._foot.sizeHint().height(), self._foot.heightForWidth(inner + gutter))
        head = max(self.head.sizeHint().height(), self.head.heightForWidth(inner + gutter))
        around = margins.top() + margins.bottom() + head + foot
        room = screen.height() - self._appearance.px(64)
        height = min(needed + around + 2 * layout.spacing(), room)
        self._area.setMinimumHeight(min(needed, self._appearance.px(160)))
        if fresh or height > self.height():
            self.resize(width, height)


class _Area(QScrollArea):
    """Scrolls what is higher than the sheet; its bar stands in the gutter, so nothing moves."""

    def __init__(self, gutter: int) -> None:
        super().__init__()
        self._gutter = gutter
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        self._on_range_changed(0, 0)

    def _on_range_changed(self, _least: int, most: int) -> None:
        bar = self.verticalScrollBar().sizeHint().width() if most > 0 else 0
        self.setViewportMargins(0, 0, max(0, self._gutter - bar), 0)
