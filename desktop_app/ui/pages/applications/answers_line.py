"""How long the person's own answers took, in a quiet line under the page's head."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.i18n import _
from desktop_app.services.answer_times import summary
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.wrapping_label import WrappingLabel

if TYPE_CHECKING:
    from desktop_app.services.answer_times import OwnAnswers
    from desktop_app.ui.theme import Appearance


class AnswersLine(QWidget):
    """One sentence; hidden while there was no answer.

    Signals:
        explanation_asked: the person wants to know how it is computed.
    """

    explanation_asked = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sentence = WrappingLabel(appearance, "", tokens.SMALL, "text2")
        why = Button(appearance, _("How is this computed?"), "link")
        why.clicked.connect(self.explanation_asked)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(appearance.px(8))
        line.addWidget(self.sentence, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(why, 0, Qt.AlignmentFlag.AlignVCenter)
        self.hide()

    def show_answers(self, own: OwnAnswers) -> None:
        """Say how long they took."""
        words = summary(own)
        if words != self.sentence.text():
            self.sentence.setText(words)
        self.setVisible(bool(words))
