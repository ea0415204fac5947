"""Labels: plain words, words that wrap with the design's line height, words that are cut short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


def plain_label(
    words: str, role: str = "", tone: str = "", *, strong: bool = False, wrap: bool = False
) -> QLabel:
    """Return a label of plain text in a role and tone of the style sheet."""
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        label.setProperty("role", role)
    if tone:
        label.setProperty("tone", tone)
    if strong:
        label.setProperty("strong", "true")
    label.setWordWrap(wrap)
    return label


def labelled(words: str, field: QWidget, gap: int) -> QVBoxLayout:
    """Return a field below its label, ``gap`` pixels apart."""
    column = QVBoxLayout()
    column.setSpacing(gap)
    label = plain_label(words, "small", "text2")
    label.setBuddy(field)
    column.addWidget(label)
    column.addWidget(field)
    return column


class ElidedLabel(QLabel):
    """One line of plain words, cut with an ellipsis; the whole is on hover."""

    def __init__(
        self, words: str = "", role: str = "", tone: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            self.setProperty("role", role)
        if tone:
            self.setProperty("tone", tone)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setText(words)

    def minimumSizeHint(self) -> QSize:
        """Let the label shrink to an ellipsis."""
        return QSize(self.fontMetrics().horizontalAdvance("…") + 2, super().sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint as much as fits."""
        line = " ".join(self.text().split())
        shown = self.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, self.width())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), self.alignment().value, shown)
        tip = plain_tool_tip(line) if shown != line else ""
        if self.toolTip() != tip:
            self.setToolTip(tip)


class HintLabel(ElidedLabel):
    """One line of words that can be done without: gone where they have no room, never cut."""

    def __init__(
        self, words: str = "", role: str = "", tone: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(words, role, tone, parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint all or nothing."""
        if self.fontMetrics().horizontalAdvance(self.text()) <= self.width():
            super().paintEvent(event)


def plain_tool_tip(words: str) -> str:
    """Return a tool tip that shows a person's words as they are, never as markup."""
    if not words:
        return ""
    escaped = words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<span>{escaped}</span>"
