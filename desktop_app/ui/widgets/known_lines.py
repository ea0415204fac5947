"""'You applied here before': quiet lines under a field, each of which opens what it tells of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.i18n import _, ngettext
from desktop_app.ui.widgets.labels import plain_label
from desktop_app.ui.widgets.painted import PaintedButton
from desktop_app.ui.widgets.painting import RIGHT, paint_box, paint_words, smooth, words_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent

    from desktop_app.ui.theme import Appearance

MOST = 3
_EDGE, _HEIGHT = 10, 28


class KnownLine(NamedTuple):
    """One line: its id, what it is, and what became of it."""

    id: int
    words: str
    quiet: str


class KnownLines(QWidget):
    """Up to three lines, and how many more there are; without any it takes no room.

    The Down key of the field above leads into them.

    Signals:
        opened: the id of the line that was clicked, or on which Enter was pressed.
        left: Up was pressed on the first line.
        grown: it may need more height or less.
    """

    opened = Signal(int)
    left = Signal()
    grown = Signal()

    def __init__(self, appearance: Appearance, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._title_words = title
        self._count = 0
        px = appearance.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(4), 0, 0)
        column.setSpacing(px(2))
        self._title = plain_label(title, "small", "text2")
        column.addWidget(self._title)
        self._lines = [_Line(appearance, self) for _place in range(MOST)]
        for line in self._lines:
            column.addWidget(line)
            line.clicked.connect(self._on_clicked)
        self._more = plain_label("", "small", "text2")
        self._more.setContentsMargins(px(_EDGE), 0, 0, 0)
        column.addWidget(self._more)
        self.hide()

    @property
    def shown(self) -> list[KnownLine]:
        """The lines in sight."""
        return [line.shown for line in self._lines if line.shown is not None]

    def show_lines(self, lines: Sequence[KnownLine]) -> None:
        """Show the first three of some lines."""
        if [line.shown for line in self._lines[: len(lines)]] == list(lines[:MOST]) and (
            self._count == len(lines)
        ):
            return
        before, self._count = self._count, len(lines)
        for place, line in enumerate(self._lines):
            line.show_line(lines[place] if place < len(lines) else None)
        rest = len(lines) - MOST
        self._more.setText(ngettext("and {n} more", "and {n} more", rest).format(n=rest))
        self._more.setVisible(rest > 0)
        self.setVisible(bool(lines))
        self.grown.emit()
        if lines and not before:
            said = _("{question} {application}, {state}. Down leads there.").format(
                question=self._title_words, application=lines[0].words, state=lines[0].quiet
            )
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, said))

    def focus_first(self) -> None:
        """Give the focus to the first line, if there is one."""
        if self._count:
            self._lines[0].setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from line to line."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        at = next((n for n, line in enumerate(self._lines) if line.hasFocus()), None)
        if not step or at is None:
            super().keyPressEvent(event)
        elif at + step < 0:
            self.left.emit()
        else:
            line = self._lines[min(at + step, len(self.shown) - 1)]
            line.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_clicked(self) -> None:
        line = self.sender()
        if isinstance(line, _Line) and line.shown is not None:
            self.opened.emit(line.shown.id)


class _Line(PaintedButton):
    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(appearance, "", parent)
        self.shown: KnownLine | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # Tab goes on to the next field
        self.hide()

    def show_line(self, line: KnownLine | None) -> None:
        self.shown = line
        self.setVisible(line is not None)
        if line is not None:
            self.setAccessibleName(
                _("{application}, {state}. Open it").format(
                    application=line.words, state=line.quiet
                )
            )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.appearance.px(200), self.appearance.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.shown is None:
            return
        painter = QPainter(self)
        smooth(painter)
        look, theme = self.appearance, self.appearance.theme
        box = QRectF(self.rect())
        fill = theme.sunken if self.isDown() else theme.surface2 if self.hovered else None
        if fill is not None or self.ringed:
            edge = theme.accent if self.ringed else None
            paint_box(painter, box, tokens.RADIUS_FIELD - 2, fill, edge, 2)
        words = box.adjusted(look.px(_EDGE), 0, -look.px(_EDGE), 0)
        font, quiet = look.font(tokens.SMALL, 500), look.font(tokens.SMALL)
        right = min(words_width(self.shown.quiet, quiet), words.width() * 0.5)
        left = words.adjusted(0, 0, -right - look.px(12), 0)
        paint_words(painter, left, self.shown.words, font, theme.accent_text)
        paint_words(
            painter,
            QRectF(words.right() - right, words.y(), right, words.height()),
            self.shown.quiet,
            quiet,
            theme.text2,
            RIGHT,
        )
