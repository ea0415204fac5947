"""A fold: a quiet line that opens and closes what stands below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.i18n import _
from desktop_app.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from desktop_app.ui.theme import Appearance


class Fold(QWidget):
    """Some widgets behind a line such as 'More'; closed at first.

    Signals:
        turned: it was opened or closed.
    """

    turned = Signal(bool)

    def __init__(
        self, appearance: Appearance, words: str, content: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = words
        self._content = content
        self._button = Button(appearance, words, "link", "chevron-right")
        self._button.clicked.connect(self._on_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(appearance.px(12))
        line = QHBoxLayout()
        line.addWidget(self._button)
        line.addStretch(1)
        column.addLayout(line)
        column.addWidget(content)
        self.set_open(False)

    @property
    def open(self) -> bool:
        """Whether the content is in sight."""
        return not self._content.isHidden()

    def set_open(self, open_: bool) -> None:
        """Open or close it without telling anybody."""
        self._content.setVisible(open_)
        self._button.set_icon("chevron-down" if open_ else "chevron-right")
        said = _("{words}, open") if open_ else _("{words}, closed")
        self._button.setAccessibleName(said.format(words=self._words))

    def _on_clicked(self) -> None:
        self.set_open(not self.open)
        self.turned.emit(self.open)
