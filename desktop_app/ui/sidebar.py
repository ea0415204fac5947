"""The sidebar: the mark, the pages, and where the journal lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.i18n import _
from desktop_app.ui.widgets.labels import plain_tool_tip
from desktop_app.ui.widgets.nav_button import NavButton
from desktop_app.ui.widgets.painted import PaintedWidget
from desktop_app.ui.widgets.painting import LEFT, paint_words, smooth

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from desktop_app.ui.actions.specs import PageSpec
    from desktop_app.ui.theme import Appearance

_AROUND, _ROW = 132, 40  # the least height without the rows, and of a row with its gap


class Sidebar(QFrame):
    """Rows for the pages that have content.

    Signals:
        page_chosen: the name of the page that the person wants.
        help_asked: the person wants to know where to find help.
    """

    page_chosen = Signal(str)
    help_asked = Signal()

    def __init__(
        self,
        appearance: Appearance,
        pages: Sequence[PageSpec],
        journal: Path,
        parent: QWidget | None = None,
    ) -> None:
        """Make the sidebar.

        Args:
            appearance: the look to follow.
            pages: the pages in order.
            journal: the journal's path, told on hover.
            parent: the widget that holds it.
        """
        super().__init__(parent)
        self.setProperty("role", "sidebar")
        self._appearance = appearance
        px = appearance.px
        self._brand = _Brand(appearance)
        self._place = _Place(appearance, journal)
        self._buttons: dict[str, NavButton] = {}
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._brand)
        self._gap = QSpacerItem(0, px(16))
        self._column.addItem(self._gap)
        for page in pages:
            if page.in_sidebar and not page.at_foot:
                self._add(page)
        self._column.addStretch(1)
        self._column.addWidget(self._place)
        words = _("Where to find help")
        self._help = NavButton(appearance, "lifebuoy", words, "F2", checkable=False)
        self._help.setProperty("action", "help")
        self._help.clicked.connect(self.help_asked)
        self._column.addWidget(self._help)
        for page in pages:
            if page.in_sidebar and page.at_foot:
                self._add(page)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self._icons_only: bool | None = None
        self._low = False
        self.set_icons_only(False)

    def set_icons_only(self, icons_only: bool) -> None:
        """Become a strip of icons, for narrow windows."""
        if icons_only == self._icons_only:
            return
        self._icons_only = icons_only
        px = self._appearance.px
        self._space()
        self.setFixedWidth(px(tokens.SIDEBAR_ICONS if icons_only else tokens.SIDEBAR))
        self._brand.set_icons_only(icons_only)
        self._place.set_icons_only(icons_only)
        for button in (*self._buttons.values(), self._help):
            button.set_icons_only(icons_only)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand closer where the rows would not fit, as with large text in a low window."""
        super().resizeEvent(event)
        self._fit()

    def show_page(self, name: str) -> None:
        """Check the row of a page; one without a row leaves none checked."""
        if name in self._buttons:
            self._buttons[name].setChecked(True)
            return
        for button in self._buttons.values():
            button.setAutoExclusive(False)
            button.setChecked(False)
            button.setAutoExclusive(True)

    def set_available(self, name: str, available: bool) -> None:
        """Show or hide the row of a page."""
        if name in self._buttons:
            self._buttons[name].setVisible(available)
            self._fit()

    def _fit(self) -> None:
        px = self._appearance.px
        buttons = (*self._buttons.values(), self._help)
        rows = sum(not button.isHidden() for button in buttons)
        low = self.height() < px(_AROUND) + rows * px(_ROW)
        if low == self._low:
            return
        self._low = low
        for button in buttons:
            button.set_low(low)
        self._place.setVisible(not low)
        self._space()

    def _space(self) -> None:
        px, low = self._appearance.px, self._low
        side = px(10 if self._icons_only else 12)
        top, bottom = (8, 8) if low else (22, 20)
        self._column.setContentsMargins(side, px(top), side, px(bottom))
        self._column.setSpacing(px(1 if low else 4))
        self._gap.changeSize(0, px(4 if low else 16))
        self._column.invalidate()

    def _add(self, page: PageSpec) -> None:
        button = NavButton(self._appearance, page.icon, page.label, page.keys.replace("+", " "))
        button.setProperty("page_name", page.name)
        button.setProperty("action", f"page:{page.name}")
        button.setAutoExclusive(True)
        button.clicked.connect(self._on_clicked)
        self._buttons[page.name] = button
        self._column.addWidget(button)

    def _on_clicked(self) -> None:
        self.page_chosen.emit(str(self.sender().property("page_name")))


class _Brand(PaintedWidget):
    def __init__(self, appearance: Appearance) -> None:
        super().__init__(appearance)
        self._icons_only = False
        self.setFixedHeight(appearance.px(28))

    def set_icons_only(self, icons_only: bool) -> None:
        self._icons_only = icons_only
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.appearance.px(28), self.appearance.px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        px, theme = self.appearance.px, self.appearance.theme
        size = px(28)
        left = (self.width() - size) // 2 if self._icons_only else px(8)
        mark = self.appearance.icons.brand(theme, size, self.devicePixelRatioF())
        painter.drawPixmap(left, 0, mark)
        if not self._icons_only:
            words = QRectF(left + size + px(10), 0, self.width(), size)
            font = self.appearance.font(tokens.H2)
            paint_words(painter, words, "Upswing", font, theme.text, LEFT)


class _Place(PaintedWidget):
    """'Stays on this computer', with the journal's path on hover."""

    def __init__(self, appearance: Appearance, journal: Path) -> None:
        super().__init__(appearance)
        self._icons_only = False
        self.setFixedHeight(appearance.px(28))
        self.setAccessibleName(_("Stays on this computer"))
        self.setAccessibleDescription(str(journal))
        self.setToolTip(plain_tool_tip(_("Everything lies in {path}").format(path=journal)))

    def set_icons_only(self, icons_only: bool) -> None:
        self._icons_only = icons_only
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        px, theme = self.appearance.px, self.appearance.theme
        size = px(16)
        left = (self.width() - size) / 2 if self._icons_only else px(12)
        top = (self.height() - size) / 2
        ratio = self.devicePixelRatioF()
        self.appearance.icons.paint(
            painter, "lock", theme.text3, QRectF(left, top, size, size), ratio
        )
        if not self._icons_only:
            words = QRectF(left + size + px(8), 0, self.width(), self.height())
            paint_words(
                painter,
                words,
                _("Stays on this computer"),
                self.appearance.font(tokens.CAPTION),
                theme.text3,
                LEFT,
            )
