"""Words that wrap, at the design's line height."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop_app import tokens

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from desktop_app.tokens import Theme, TypeSize
    from desktop_app.ui.theme import Appearance


class WrappingLabel(QLabel):
    """Plain words over several lines, at the line height of their size."""

    def __init__(
        self,
        appearance: Appearance,
        words: str = "",
        size: TypeSize = tokens.BODY,
        tone: str = "text",
        parent: QWidget | None = None,
    ) -> None:
        """Make a label.

        Args:
            appearance: the look to follow.
            words: plain text; line breaks stay.
            size: a size of the design.
            tone: a colour of the theme, such as ``text2``.
            parent: the widget that holds it.
        """
        super().__init__(parent)
        self._lines: tuple[object, tuple[list[tuple[QTextLayout, float]], int]] | None = None
        self._appearance = appearance
        self._size = size
        self._tone = tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setFont(appearance.font(size))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(words)
        appearance.theme_changed.connect(self._on_theme_changed)

    def setText(self, words: str) -> None:
        """Show other words."""
        super().setText(words)
        self._fit()

    def set_tone(self, tone: str) -> None:
        """Take another colour of the theme."""
        self._tone = tone
        self.update()

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at a width."""
        return self._laid_out(width)[1]

    def sizeHint(self) -> QSize:
        """Return the size of the words in lines of at most 60 letters."""
        metrics = QFontMetricsF(self._appearance.font(self._size))
        widest = max(
            (metrics.horizontalAdvance(line) for line in self.text().split("\n")), default=0
        )
        width = min(round(widest) + 2, self._appearance.px(self._size.pixels) * 30)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """Return a narrow column's size."""
        return QSize(self._appearance.px(80), self._appearance.px(self._size.line))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that the new width needs."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines."""
        painter = QPainter(self)
        painter.setPen(self._appearance.colour(self._tone if self.isEnabled() else "disabled"))
        for layout, top in self._laid_out(self.width())[0]:
            layout.draw(painter, QPointF(0, top))

    def _fit(self) -> None:
        height = self.heightForWidth(self.width())
        if self.minimumHeight() != height:
            self.setMinimumHeight(height)
            self.updateGeometry()

    def _laid_out(self, width: int) -> tuple[list[tuple[QTextLayout, float]], int]:
        """Return the lines at a width, kept since layouts ask for the same width many times."""
        key = (width, self.text(), int(self.alignment()))
        if self._lines is None or self._lines[0] != key:
            self._lines = (key, self._lay_out(width))
        return self._lines[1]

    def _lay_out(self, width: int) -> tuple[list[tuple[QTextLayout, float]], int]:
        font = self._appearance.font(self._size)
        line_height = self._appearance.px(self._size.line)
        option = QTextOption(self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        made: list[tuple[QTextLayout, float]] = []
        top = 0.0
        for paragraph in self.text().split("\n"):
            layout = QTextLayout(paragraph, font)
            layout.setTextOption(option)
            layout.setCacheEnabled(True)
            start = top
            layout.beginLayout()
            while (line := layout.createLine()).isValid():
                line.setLineWidth(width)
                line.setPosition(QPointF(0, top - start + (line_height - line.height()) / 2))
                top += line_height
            layout.endLayout()
            made.append((layout, start))
        return made, round(top)

    def _on_theme_changed(self, _theme: Theme) -> None:
        self.update()
