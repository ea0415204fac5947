"""A sentence below a control, with its answers: a question, or why something can't be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.flow_box import FlowBox
from desktop_app.ui.widgets.wrapping_label import WrappingLabel

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent

    from desktop_app.ui.theme import Appearance


class InlineQuestion(QFrame):
    """Made anew for each question; Esc inside it does what its last answer does."""

    def __init__(
        self,
        appearance: Appearance,
        sentence: str,
        answers: Sequence[tuple[str, Callable[[], object]]] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Make a question.

        Args:
            appearance: the look to follow.
            sentence: what is asked or told.
            answers: the words of each button and what it does, the one that changes nothing last.
            parent: the widget that holds it.
        """
        super().__init__(parent)
        self._answers = tuple(answers)
        self.sentence = sentence
        self.setProperty("role", "notice")
        self.setAccessibleName(sentence)
        px = appearance.px
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(8), px(12), px(8))
        column.setSpacing(px(8))
        column.addWidget(WrappingLabel(appearance, sentence, tokens.SMALL))
        if answers:
            buttons = FlowBox(px(8), px(8))
            for words, chosen in answers:
                button = Button(appearance, words, small=True)
                button.clicked.connect(chosen)
                buttons.add(button)
            column.addWidget(buttons)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, sentence))

    def focus_first(self) -> None:
        """Give the focus to the first answer."""
        button = self.findChild(Button)
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Esc choose the last answer."""
        if event.key() == Qt.Key.Key_Escape and self._answers:
            self._answers[-1][1]()
        else:
            super().keyPressEvent(event)
