"""What a page or card says while it has no content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.ui.widgets.painted import PaintedWidget
from desktop_app.ui.widgets.wrapping_label import WrappingLabel

if TYPE_CHECKING:
    from desktop_app.ui.theme import Appearance


class EmptyState(QWidget):
    """An icon, a sentence, perhaps a second one, and room for a button below them."""

    def __init__(
        self,
        appearance: Appearance,
        icon: str,
        sentence: str,
        more: str = "",
        action: QWidget | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setSpacing(appearance.px(8))
        column.addStretch(1)
        column.addWidget(_Icon(appearance, icon), 0, Qt.AlignmentFlag.AlignHCenter)
        for words, size, tone in ((sentence, tokens.LEAD, "text"), (more, tokens.SMALL, "text2")):
            if words:
                label = WrappingLabel(appearance, words, size, tone)
                label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
                column.addWidget(label)
        if action is not None:
            column.addSpacing(appearance.px(8))
            column.addWidget(action, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)


class _Icon(PaintedWidget):
    def __init__(self, appearance: Appearance, name: str) -> None:
        super().__init__(appearance)
        self._name = name
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        edge = self.appearance.px(28)
        return QSize(edge, edge)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self.appearance.theme
        self.appearance.icons.paint(
            painter, self._name, theme.text3, QRectF(self.rect()), self.devicePixelRatioF()
        )
