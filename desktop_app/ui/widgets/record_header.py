"""The head of a table: quiet titles, a chevron at the column that sorts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop_app import tokens
from desktop_app.i18n import _
from desktop_app.ui.widgets.painting import paint_words, words_width

if TYPE_CHECKING:
    from desktop_app.tokens import Theme
    from desktop_app.ui.theme import Appearance

_HEIGHT = 37


class RecordHeader(QHeaderView):
    """Titles that sort by a click; a first click on another column sorts it upward."""

    def __init__(
        self, appearance: Appearance, first_edge: int, edge: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._appearance = appearance
        self._edges = (first_edge, edge)
        self.setAccessibleName(_("Columns"))
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSortIndicatorShown(True)
        self.setMinimumSectionSize(appearance.px(40))
        appearance.theme_changed.connect(self._on_theme_changed)

    def sizeHint(self) -> QSize:
        """Return the height of the head."""
        return QSize(super().sizeHint().width(), self._appearance.px(_HEIGHT))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Paint one title."""
        look, theme = self._appearance, self._appearance.theme
        box = QRectF(rect)
        painter.save()
        painter.fillRect(box, QColor(theme.surface2))
        painter.fillRect(QRectF(box.x(), box.bottom() - 1, box.width(), 1), QColor(theme.border))
        edge = look.px(self._edges[0] if section == 0 else self._edges[1])
        words = box.adjusted(edge, 0, -2, -1)
        sorts = section == self.sortIndicatorSection()
        font = look.font(tokens.CAPTION, 500)
        size = look.px(14)
        title = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        if sorts:
            words.setRight(words.right() - size - 2)
        paint_words(painter, words, title, font, theme.text if sorts else theme.text2)
        if sorts:
            left = words.x() + min(words_width(title, font), words.width()) + look.px(4)
            place = QRectF(left, (box.height() - size) / 2, size, size)
            up = self.sortIndicatorOrder() is Qt.SortOrder.AscendingOrder
            name = "chevron-up" if up else "chevron-down"
            look.icons.paint(painter, name, theme.text2, place, self.devicePixelRatioF())
        painter.restore()

    def _on_theme_changed(self, _theme: Theme) -> None:
        self.viewport().update()
