"""Icons of resources/icons in any colour and size, rendered when they are first shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desktop_app.paths import resource

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

    from desktop_app.tokens import Theme


class Icons:
    """A cache of tinted icons; a theme change needs none cleared, for the colour is in the key."""

    def __init__(self) -> None:
        self._sources: dict[str, str] = {}
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}

    def pixmap(self, name: str, colour: str, size: int = 20, ratio: float = 1.0) -> QPixmap:
        """Return an icon as a square pixmap.

        Args:
            name: the file's name without its ending, such as ``sun``.
            colour: ``#RRGGBB``.
            size: edge in device-independent pixels.
            ratio: the device pixel ratio of the widget that shows it.

        Raises:
            FileNotFoundError: there is no such icon.
        """
        key = (name, colour, size, ratio)
        found = self._pixmaps.get(key)
        if found is None:
            tinted = self._source(name).replace("currentColor", colour)
            found = self._pixmaps[key] = _render(tinted, size, ratio)
        return found

    def icon(
        self, name: str, colour: str, size: int = 20, disabled: str | None = None, gap: int = 0
    ) -> QIcon:
        """Return an icon for buttons and menus, in one and two pixels a point.

        Args:
            name: the file's name without its ending.
            colour: ``#RRGGBB``.
            size: edge in device-independent pixels.
            disabled: the colour of the disabled icon; None leaves it to Qt.
            gap: free pixels at its right, for buttons set it closer to their words than we do.
        """
        from PySide6.QtGui import QIcon  # late: painted icons need none

        icon = QIcon()
        for ratio in (1.0, 2.0):
            icon.addPixmap(_with_gap(self.pixmap(name, colour, size, ratio), gap))
            if disabled is not None:
                pale = _with_gap(self.pixmap(name, disabled, size, ratio), gap)
                icon.addPixmap(pale, QIcon.Mode.Disabled)
        return icon

    def brand(self, theme: Theme, size: int = 28, ratio: float = 1.0) -> QPixmap:
        """Return the app's own mark in the colours of a theme."""
        key = ("upswing", theme.accent, size, ratio)
        found = self._pixmaps.get(key)
        if found is None:
            drawn = self._source("upswing")
            drawn = drawn.replace("#FFFFFF", theme.on_accent).replace("#1F6B5C", theme.accent)
            found = self._pixmaps[key] = _render(drawn, size, ratio)
        return found

    def paint(
        self, painter: QPainter, name: str, colour: str, rect: QRectF, ratio: float = 1.0
    ) -> None:
        """Paint an icon into the middle of a rectangle, as large as its shorter edge."""
        size = int(min(rect.width(), rect.height()))
        left = round(rect.x() + (rect.width() - size) / 2)
        top = round(rect.y() + (rect.height() - size) / 2)
        painter.drawPixmap(left, top, self.pixmap(name, colour, size, ratio))

    def _source(self, name: str) -> str:
        source = self._sources.get(name)
        if source is None:
            source = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
            self._sources[name] = source
        return source


def _render(source: str, size: int, ratio: float) -> QPixmap:
    pixmap = QPixmap(round(size * ratio), round(size * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


def _with_gap(pixmap: QPixmap, gap: int) -> QPixmap:
    if not gap:
        return pixmap
    ratio = pixmap.devicePixelRatio()
    wider = QPixmap(pixmap.width() + round(gap * ratio), pixmap.height())
    wider.setDevicePixelRatio(ratio)
    wider.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wider)
    painter.drawPixmap(0, 0, pixmap)
    painter.end()
    return wider
