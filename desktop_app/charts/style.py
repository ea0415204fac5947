"""Matplotlib's settings for the design: fonts, colours and widths, from the tokens of a theme."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from functools import cache
from threading import RLock
from typing import TYPE_CHECKING, Any, cast

import matplotlib as mpl
from matplotlib import font_manager

from desktop_app import tokens
from desktop_app.paths import resource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop_app.tokens import Theme

DPI = 100.0
FALLBACK = "DejaVu Sans"
LETTERS = 11.0
#: How far above the middle of a row its text stands, so that figures look centred.
LIFT = 0.7
_FILES = ("Figtree-Regular.ttf", "Figtree-Medium.ttf", "Figtree-SemiBold.ttf")
# Matplotlib's settings are one for the process: a picture saved in a worker waits its turn.
_settings = RLock()


def points(pixels: float) -> float:
    """Return a length in pixels of the design as matplotlib's points."""
    return pixels * 72.0 / DPI


@cache
def families() -> tuple[str, ...]:
    """Register Figtree from the resources and return the font families to try in turn."""
    found = []
    for name in _FILES:
        path = resource("fonts", name)
        if path.is_file():
            font_manager.fontManager.addfont(str(path))
            found.append(name)
    # DejaVu has no 500 and 600; that its nearest weight serves need not stand on standard error.
    logging.getLogger(font_manager.__name__).setLevel(logging.ERROR)
    return (tokens.FAMILY, FALLBACK) if found else (FALLBACK,)


def settings(theme: Theme, scale: float = 1.0) -> dict[str, Any]:
    """Return the settings of design.md, 'matplotlib'.

    Args:
        theme: the colours.
        scale: how much larger the person's text is than usual, 1.0 to 3.0.
    """
    size = points(LETTERS) * scale
    return {
        "font.family": list(families()),
        "font.size": size,
        "xtick.labelsize": size,
        "ytick.labelsize": size,
        "figure.dpi": DPI,
        "figure.facecolor": theme.surface,
        "savefig.facecolor": theme.surface,
        "axes.facecolor": "none",
        "text.color": theme.text3,
        "xtick.color": theme.text3,
        "ytick.color": theme.text3,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.spines.left": False,
        "axes.linewidth": points(1),
        "axes.edgecolor": theme.border,
        "xtick.major.size": 0,
        "ytick.major.size": 0,
        "xtick.major.pad": points(4),
        "ytick.major.pad": points(8),
        "grid.color": theme.grid,
        "grid.linewidth": points(1),
        "axes.xmargin": 0,
        "axes.ymargin": 0,
        "lines.linewidth": points(2.2),
        "lines.solid_capstyle": "round",
        "lines.solid_joinstyle": "round",
        "lines.dash_capstyle": "round",
        "lines.dash_joinstyle": "round",
        "hatch.linewidth": points(1),
        "hatch.color": theme.hatch,
        "patch.linewidth": 0,
        "text.hinting": "no_hinting",
        "text.parse_math": False,
        "text.usetex": False,
        "path.simplify": True,
        "svg.fonttype": "path",
        "pdf.fonttype": 42,
    }


@contextmanager
def styled(theme: Theme, scale: float = 1.0) -> Iterator[None]:
    """Hold the settings of a theme while charts are made or written."""
    wanted = cast("Any", settings(theme, scale))  # newer stubs want a literal of every name
    with _settings, mpl.rc_context(wanted):
        yield


@cache
def text_width(text: str, pixels: float, weight: int = 400) -> float:
    """Return the width of a text in pixels, with what rounding at any dpi may add.

    Args:
        text: one line.
        pixels: size of the letters.
        weight: 400 to 600.
    """
    paths = []
    for family in families():
        wanted = font_manager.FontProperties(family=[family], weight=weight)
        paths.append(font_manager.findfont(wanted))
    font = font_manager.get_font(paths)
    font.set_size(points(pixels), DPI)
    font.set_text(text, 0.0)
    return float(font.get_width_height()[0]) / 64.0 * 1.02 + 1.0
