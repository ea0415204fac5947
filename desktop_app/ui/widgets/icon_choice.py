"""A few lines of icons of which one is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.i18n import _
from desktop_app.ui.widgets.flow_box import FlowBox
from desktop_app.ui.widgets.painted import PaintedButton, Roving
from desktop_app.ui.widgets.painting import paint_box, smooth

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

    from desktop_app.ui.theme import Appearance


class IconChoice(Roving):
    """Icons to choose from; arrows move among them.

    Signals:
        icon_chosen: the name of the icon that the person chose.
    """

    icon_chosen = Signal(str)

    def __init__(
        self, appearance: Appearance, icons: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(appearance, parent)
        px = appearance.px
        flow = FlowBox(px(4), px(4))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(flow)
        self._icons = [_Icon(appearance, icon, n, len(icons)) for n, icon in enumerate(icons, 1)]
        for icon in self._icons:
            icon.clicked.connect(self._on_clicked)
            flow.add(icon)
        self.set_members(list(self._icons))

    @property
    def icon(self) -> str:
        """The name of the chosen icon, "" while none is."""
        return next((one.drawn for one in self._icons if one.isChecked()), "")

    def set_icon(self, icon: str) -> None:
        """Choose without telling anybody."""
        for one in self._icons:
            one.setChecked(one.drawn == icon)
        self.rest_on(next((one for one in self._icons if one.isChecked()), None))

    def _on_clicked(self) -> None:
        chosen = self.sender()
        if isinstance(chosen, _Icon):
            self.set_icon(chosen.drawn)
            self.icon_chosen.emit(chosen.drawn)


class _Icon(PaintedButton):
    def __init__(self, appearance: Appearance, icon: str, number: int, total: int) -> None:
        words = icon.replace("-", " ").rstrip(" 0123456789")
        name = _("Icon, {icon}, {n} of {total}").format(icon=words, n=number, total=total)
        super().__init__(appearance, name)
        self.drawn = icon
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        edge = self.appearance.px(tokens.HEIGHT_FIELD)
        return QSize(edge, edge)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        theme = self.appearance.theme
        box = QRectF(self.rect())
        checked = self.isChecked()
        fill = theme.accent_weak if checked else theme.surface2 if self.hovered else None
        edge = theme.accent if checked or self.ringed else None
        width = 2 if self.ringed else 1
        paint_box(painter, box, tokens.RADIUS_FIELD, fill, edge, width)
        size = self.appearance.px(20)
        place = QRectF((box.width() - size) / 2, (box.height() - size) / 2, size, size)
        ink = theme.accent_text if checked else theme.text2
        self.appearance.icons.paint(painter, self.drawn, ink, place, self.devicePixelRatioF())
