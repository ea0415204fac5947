"""The first face of 'Already searching?': a file to drop, totals only, or an estimate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.i18n import _
from desktop_app.ui.sheets.import_frame import GUTTER
from desktop_app.ui.widgets.action_card import ActionCard
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.scroll_page import scrolling
from desktop_app.ui.widgets.wrapping_label import WrappingLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from desktop_app.ui.theme import Appearance

_SIDE_BY_SIDE, _LOW_BELOW = 640, 340


class StartFace(QWidget):
    """Three ways to bring in what was before, or the file alone.

    Signals:
        file_asked: the person wants to pick a file.
        totals_asked: they have totals only.
        estimate_asked: they want momentum to start at an estimate.
    """

    file_asked = Signal()
    totals_asked = Signal()
    estimate_asked = Signal()

    def __init__(
        self, appearance: Appearance, *, three_ways: bool, parent: QWidget | None = None
    ) -> None:
        """Make the face.

        Args:
            appearance: the look to follow.
            three_ways: whether totals and the estimate are offered below the file.
            parent: the sheet.
        """
        super().__init__(parent)
        self._appearance = appearance
        self._drop = _DropCard(appearance)
        self._drop.button.clicked.connect(self.file_asked)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, appearance.px(GUTTER), 0)
        column.setSpacing(appearance.px(tokens.GAP_ROWS))
        column.addWidget(self._drop, 1)
        self._ways = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._ways.setSpacing(appearance.px(tokens.GAP_ROWS))
        column.addLayout(self._ways)
        for icon, title, line, asked in (
            ("sum", _("Only totals"), _("Such as 140 noes, 2 interviews"), self.totals_asked),
            (
                "trending-up",
                _("An estimate to start from"),
                _("How much you did lately"),
                self.estimate_asked,
            ),
        ):
            if three_ways:
                card = ActionCard(appearance, icon, title, line)
                card.clicked.connect(asked)
                self._ways.addWidget(card, 1)
        scrolling(self, content)

    def focus_first(self) -> None:
        """Give the focus to the file's button."""
        self._drop.button.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the other ways below each other where they would be cut short."""
        super().resizeEvent(event)
        self._drop.set_low(self.height() < self._appearance.px(_LOW_BELOW))
        wide = self.width() >= self._appearance.px(_SIDE_BY_SIDE)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._ways.setDirection(across if wide else down)


class _DropCard(QFrame):
    """Asks for a file, and says which need no questions."""

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self.setProperty("role", "card")
        self.button = Button(appearance, _("Choose a file…"), "primary")
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        px = appearance.px
        edge = px(tokens.CARD_PADDING)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(px(8))
        column.addStretch(3)
        column.addWidget(self._icon)
        column.addWidget(self._line(_("Drop a file here"), tokens.PANEL_TITLE, "text"))
        column.addWidget(
            self._line(
                _("You see what it holds first. Nothing changes before you press Import."),
                tokens.BODY,
                "text2",
            )
        )
        column.addSpacing(px(4))
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        column.addWidget(
            self._line(
                _(
                    "Any table saved as CSV. The job search archive, job application statistics,"
                    " Indeed's list and Loop Habit Tracker are known by their columns."
                ),
                tokens.SMALL,
                "text3",
            )
        )
        self._tint()
        appearance.theme_changed.connect(self._on_theme_changed)

    def set_low(self, low: bool) -> None:
        """Leave the picture out where there is little room."""
        self._icon.setVisible(not low)

    def _line(self, words: str, size: tokens.TypeSize, tone: str) -> WrappingLabel:
        label = WrappingLabel(self._appearance, words, size, tone)
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return label

    def _tint(self) -> None:
        size = self._appearance.px(36)
        colour = self._appearance.theme.accent
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(self._appearance.icons.pixmap("file-import", colour, size, ratio))

    def _on_theme_changed(self, _theme: object) -> None:
        self._tint()
