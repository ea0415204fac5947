"""'What you began is back': said in a sheet that shows a draft, with the way to start afresh."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.i18n import _
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from desktop_app.ui.theme import Appearance


class DraftBack(QWidget):
    """One line.

    Signals:
        afresh_asked: the person wants the sheet without the draft.
    """

    afresh_asked = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(appearance.px(8))
        line.addWidget(plain_label(_("What you began is back."), "small", "text2"))
        afresh = Button(appearance, _("Start afresh"), "link")
        afresh.clicked.connect(self.afresh_asked)
        line.addWidget(afresh)
        line.addStretch(1)
