"""'How is this computed?': how long answers take, and what is counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.i18n import _
from desktop_app.services.answer_times import explanation, summary
from desktop_app.ui.widgets.sheet import Sheet
from desktop_app.ui.widgets.wrapping_label import WrappingLabel

if TYPE_CHECKING:
    from desktop_app.services.answer_times import OwnAnswers
    from desktop_app.ui.theme import Appearance


class AnswersSheet(Sheet):
    """Explains the sentence on answers."""

    def __init__(
        self, own: OwnAnswers, appearance: Appearance, parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, _("How is this computed?"), summary(own), parent, width=520)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(appearance.px(12))
        for paragraph in explanation():
            column.addWidget(WrappingLabel(appearance, paragraph))
        column.addStretch(1)
        self.set_body(body)
        close = self.add_button(_("Close"), self.accept)
        close.setDefault(True)
        close.setFocus()
