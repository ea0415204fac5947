"""The toast: what was just done, with Undo, at the bottom right, never over the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QPoint,
    QPropertyAnimation,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QGraphicsOpacityEffect,
    QHBoxLayout,
    QWidget,
)

from desktop_app import tokens
from desktop_app.i18n import _
from desktop_app.ui.widgets.key_cap import KeyCap
from desktop_app.ui.widgets.painted import PaintedButton, PaintedWidget
from desktop_app.ui.widgets.painting import (
    CENTRE,
    LEFT,
    paint_box,
    paint_words,
    smooth,
    words_width,
)

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QWindow

    from desktop_app.ui.theme import Appearance

LEAST_MS = 20_000
FADE_MS = 120
_HEIGHT, _MARGIN, _TALLEST = 44, 24, 200
_FOOT = 64  # of a page that has buttons at its foot
_WRAPPED = (Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere).value
_ACTIONS = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress)


class Toast(PaintedWidget):
    """One sentence about the latest action; it stays 20 seconds and until the next action.

    Signals:
        undo_asked: the person pressed Undo.
    """

    undo_asked = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        """Make a hidden toast.

        Args:
            appearance: the look to follow.
            parent: the widget at whose bottom right it shows.
        """
        super().__init__(appearance, parent)
        self._ground = parent
        self._sentence = ""
        self._window: QWindow | None = None
        self._undo = _UndoLink(appearance)
        self._undo.clicked.connect(self._on_undo)
        self._cap = KeyCap(appearance, _("Ctrl Z"), on_toast=True, action="undo")
        row = QHBoxLayout(self)
        px = appearance.px
        row.setContentsMargins(px(46), 0, px(12), 0)
        row.setSpacing(px(6))
        row.addStretch(1)
        row.addWidget(self._undo)
        row.addWidget(self._cap)
        self._least = QTimer(self)
        self._least.setSingleShot(True)
        self._least.setInterval(LEAST_MS)
        self._least.timeout.connect(self._on_least_over)
        parent.installEventFilter(self)
        self.hide()

    @property
    def sentence(self) -> str:
        """The words that show, or showed last."""
        return self._sentence

    def show_message(self, sentence: str, *, undo: bool = True, key: bool = True) -> None:
        """Show a sentence in place of the one before.

        Args:
            sentence: what was done.
            undo: whether it can be taken back from here.
            key: whether Ctrl+Z does the same.
        """
        self._sentence = sentence
        self.setAccessibleName(sentence)
        self._undo.setVisible(undo)
        self._cap.setVisible(undo and key)
        self._stop_watching()
        fresh = self.isHidden()
        size = self._wanted_size()
        if fresh or size != self.size():
            self.resize(size)
            self.place()
        self.show()
        self.raise_()
        self.update()
        self._least.start()
        if fresh:
            self.appearance.app.focusChanged.connect(self._on_focus_changed)
            self._fade_in()

    def dismiss(self) -> None:
        """Hide now."""
        self._least.stop()
        self._stop_watching()
        if not self.isHidden():
            self.appearance.app.focusChanged.disconnect(self._on_focus_changed)
            self.hide()

    def place(self) -> None:
        """Go to the bottom right, or where the focused widget stays uncovered."""
        parent = self._ground
        margin = self.appearance.px(_MARGIN)
        home = QPoint(
            max(0, parent.width() - self.width() - margin),
            max(0, parent.height() - self.height() - margin),
        )
        focus = self._focus_rect()
        middle = QPoint((parent.width() - self.width()) // 2, home.y())
        spots = [home, middle]
        if focus is not None:
            spots = [
                home,
                QPoint(focus.left() - self.width() - 8, home.y()),
                middle,
                QPoint(home.x(), focus.top() - self.height() - 8),
                QPoint(margin, home.y()),
            ]
        spots.append(QPoint(home.x(), home.y() - self.appearance.px(_FOOT)))
        inside = parent.rect()
        free: list[QPoint] = []
        for spot in spots:
            here = QRect(spot, self.size())
            if inside.contains(here) and not (focus is not None and here.intersects(focus)):
                free.append(spot)
        clear = (spot for spot in free if not self._covers_a_button(QRect(spot, self.size())))
        self.move(next(clear, free[0] if free else home))

    def _covers_a_button(self, here: QRect) -> bool:
        return any(
            here.intersects(QRect(button.mapTo(self._ground, QPoint(0, 0)), button.size()))
            for button in self._ground.findChildren(QAbstractButton)
            if button.isVisible() and not self.isAncestorOf(button)
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the parent's size; after 20 seconds leave at the next action."""
        if watched is self._ground:
            if event.type() is QEvent.Type.Resize and not self.isHidden():
                self.resize(self._wanted_size())
                self.place()
        elif event.type() in _ACTIONS and not self.underMouse() and not self._undo.hasFocus():
            # The action comes first, for it may bring a sentence of its own.
            QTimer.singleShot(0, self, self._on_action_done)
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground, the check mark and the sentence."""
        painter = QPainter(self)
        smooth(painter)
        theme, px = self.appearance.theme, self.appearance.px
        box = QRectF(self.rect())
        paint_box(painter, box, tokens.RADIUS_TILE, theme.toast)
        size = px(18)
        place = QRectF(px(17), (box.height() - size) / 2, size, size)
        ratio = self.devicePixelRatioF()
        self.appearance.icons.paint(painter, "check", theme.on_toast, place, ratio)
        right = self._undo.x() - px(8) if self._undo.isVisible() else box.width() - px(16)
        words = QRectF(px(46), 0, right - px(46), box.height())
        painter.setFont(self.appearance.font(tokens.BODY))
        painter.setPen(QColor(theme.on_toast))
        painter.drawText(words, _WRAPPED | LEFT.value, self._sentence)

    def _wanted_size(self) -> QSize:
        px = self.appearance.px
        words = words_width(self._sentence, self.appearance.font(tokens.BODY)) + px(46 + 8)
        if not self._undo.isHidden():
            words += self._undo.sizeHint().width() + self._cap.sizeHint().width() + px(20)
        room = self._ground.width() - 2 * px(_MARGIN)
        wide = min(max(px(tokens.SIDE_COLUMN), round(words)), px(560), max(px(160), room))
        beside = round(words - words_width(self._sentence, self.appearance.font(tokens.BODY)))
        metrics = QFontMetrics(self.appearance.font(tokens.BODY))
        lines = metrics.boundingRect(
            0, 0, wide - beside + px(12), _TALLEST, _WRAPPED, self._sentence
        )
        return QSize(wide, max(px(_HEIGHT), min(lines.height() + px(24), px(_TALLEST))))

    def _focus_rect(self) -> QRect | None:
        focus = self.window().focusWidget()
        parent = self._ground
        if focus is None or not parent.isAncestorOf(focus) or self.isAncestorOf(focus):
            return None
        rect = focus.rect()
        if isinstance(focus, QAbstractItemView):
            rect = focus.visualRect(focus.currentIndex())
            return QRect(focus.viewport().mapTo(parent, rect.topLeft()), rect.size())
        return QRect(focus.mapTo(parent, rect.topLeft()), rect.size())

    def _fade_in(self) -> None:
        if self.appearance.reduced_motion:
            return
        effect = QGraphicsOpacityEffect(self)
        self.setGraphicsEffect(effect)
        fade = QPropertyAnimation(effect, b"opacity", effect)
        fade.setDuration(FADE_MS)
        fade.setStartValue(0.0)
        fade.setEndValue(1.0)
        # An opacity effect would blur the words on fine screens, so it goes when it has faded.
        fade.finished.connect(self._on_faded)
        fade.start()

    def _stop_watching(self) -> None:
        if self._window is not None:
            self._window.removeEventFilter(self)
            self._window = None

    def _on_faded(self) -> None:
        effect = self.graphicsEffect()
        if effect is not None:
            effect.setEnabled(False)

    def _on_least_over(self) -> None:
        self._window = self.window().windowHandle()
        if self._window is not None:
            self._window.installEventFilter(self)

    def _on_action_done(self) -> None:
        if self._window is not None:  # else a new sentence has come meanwhile
            self.dismiss()

    def _on_focus_changed(self, _old: QWidget | None, _new: QWidget | None) -> None:
        self.place()

    def _on_undo(self) -> None:
        self.dismiss()
        self.undo_asked.emit()


class _UndoLink(PaintedButton):
    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance, _("Undo"))
        # A click leaves the focus where it is: it would jump elsewhere as the toast goes.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        px = self.appearance.px
        wide = words_width(_("Undo"), self.appearance.font(tokens.BODY, 600))
        return QSize(round(wide) + px(12), px(28))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        theme = self.appearance.theme
        box = QRectF(self.rect())
        if self.ringed:
            paint_box(painter, box, 6, None, theme.toast_link, 2)
        elif self.hovered:
            paint_box(painter, box, 6, None, theme.toast_link)
        font = self.appearance.font(tokens.BODY, 600)
        paint_words(painter, box, _("Undo"), font, theme.toast_link, CENTRE)
