"""The frame of a notice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.i18n import _
from desktop_app.ui.widgets.buttons import Button, IconButton
from desktop_app.ui.widgets.flow_box import FlowBox
from desktop_app.ui.widgets.wrapping_label import WrappingLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from desktop_app.ui.pages.today.notices.notice import Notice
    from desktop_app.ui.theme import Appearance

_LEAST_WORDS = 460


class NoticeCard(QFrame):
    """Shows one notice; made anew for each."""

    def __init__(
        self, appearance: Appearance, notice: Notice, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._notice = notice
        self.setProperty("role", "notice")
        self.setAccessibleName(notice.sentence)
        px = appearance.px
        row = QHBoxLayout(self)
        row.setContentsMargins(px(tokens.CARD_PADDING), px(12), px(12), px(12))
        row.setSpacing(px(12))
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addStretch(1)
        words.addWidget(WrappingLabel(appearance, notice.sentence, tokens.BODY))
        if notice.more:
            words.addWidget(WrappingLabel(appearance, notice.more, tokens.SMALL, "text2"))
        words.addStretch(1)
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._both.setSpacing(px(12))
        self._both.addLayout(words, 1)
        self._answers = FlowBox(px(8), px(8), self)
        for answer in notice.answers:
            button = Button(appearance, answer.words, answer.kind, small=True)
            button.setToolTip(answer.tip)
            button.clicked.connect(answer.chosen)
            self._answers.add(button)
        self._both.addWidget(self._answers, 0, Qt.AlignmentFlag.AlignVCenter)
        self._answers.setVisible(bool(notice.answers))
        self._least_beside = px(_LEAST_WORDS)
        row.addLayout(self._both, 1)
        if notice.closed is not None:
            cross = IconButton(appearance, "x", _("Not now"), edge=24)
            cross.clicked.connect(notice.closed)
            row.addWidget(cross, 0, Qt.AlignmentFlag.AlignTop)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, notice.sentence))

    @property
    def notice(self) -> Notice:
        """What it says."""
        return self._notice

    def focused_answer(self) -> str | None:
        """Return the words of the answer that has the focus; "" for the cross, else None."""
        focus = self.window().focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            return None
        return focus.text() if isinstance(focus, Button) else ""

    def focus_answer(self, words: str = "") -> bool:
        """Focus an answer by its words, "" for the first; return whether it is there."""
        for button in self._answers.findChildren(Button):
            if words in ("", button.text()):
                button.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the answers beside the words where there is room, else below them."""
        super().resizeEvent(event)
        beside = self.width() - self._answers.sizeHint().width() >= self._least_beside
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._both.setDirection(across if beside else down)
        policy = QSizePolicy.Policy
        self._answers.setSizePolicy(policy.Maximum if beside else policy.Preferred, policy.Minimum)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc inside it close it."""
        if event.key() == Qt.Key.Key_Escape and self._notice.closed is not None:
            self._notice.closed()
        else:
            super().keyPressEvent(event)
