"""Figtree from resources/fonts, and fonts of the design's sizes in the person's own scale."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from desktop_app import tokens
from desktop_app.paths import resource

if TYPE_CHECKING:
    from desktop_app.tokens import TypeSize

FILES = ("Figtree-Regular.ttf", "Figtree-Medium.ttf", "Figtree-SemiBold.ttf")
LARGEST_SCALE = 3.0
_USUAL_POINTS = {"win32": 9.0, "darwin": 13.0}
_USUAL_DPI = {"darwin": 72.0}


def load_family() -> str | None:
    """Load the font files; None where they are missing, and the system font serves."""
    family = None
    for name in FILES:
        path = resource("fonts", name)
        number = QFontDatabase.addApplicationFont(str(path)) if path.is_file() else -1
        if number >= 0 and family is None:
            family = QFontDatabase.applicationFontFamilies(number)[0]
    return family


def system_scale(system_font: QFont) -> float:
    """Return how much larger than usual the person's system shows text, 1.0 to 3.0.

    Args:
        system_font: the application's font before the window set its own.
    """
    points = system_font.pointSizeF()
    usual = _USUAL_POINTS.get(sys.platform, 10.0)
    by_font = points / usual if points > usual * 1.15 else 1.0  # 9 to 11 are desktops' defaults
    screen = QGuiApplication.primaryScreen()
    dpi = screen.logicalDotsPerInch() if screen is not None else 96.0
    by_dpi = dpi / _USUAL_DPI.get(sys.platform, 96.0)
    return min(LARGEST_SCALE, max(1.0, by_font * by_dpi))


class Fonts:
    """Fonts of the design's sizes, in pixels times the person's scale."""

    def __init__(self, system_font: QFont, scale: float | None = None) -> None:
        self._system_font = system_font
        self.scale = system_scale(system_font) if scale is None else scale
        family = load_family()
        self._base = QFont(system_font)
        if family is not None:
            # The system's own families follow, for letters that Figtree lacks.
            self._base.setFamilies([family, *system_font.families()])
        self._base.setFeature(QFont.Tag("tnum"), 1)
        self._made: dict[tuple[int, int], QFont] = {}

    def set_scale(self, scale: float | None) -> None:
        """Take another scale for fonts that are asked for from now on; None is the system's."""
        self.scale = system_scale(self._system_font) if scale is None else scale
        self._made.clear()

    def font(self, size: TypeSize, weight: int | None = None) -> QFont:
        """Return the font of a size; ``weight`` 400, 500 or 600 in place of the size's own."""
        key = (size.pixels, size.weight if weight is None else weight)
        made = self._made.get(key)
        if made is None:
            made = QFont(self._base)
            made.setPixelSize(round(size.pixels * self.scale))
            made.setWeight(QFont.Weight(key[1]))
            self._made[key] = made
        return made

    @property
    def body(self) -> QFont:
        """The application's font."""
        return self.font(tokens.BODY)
