"""Bars and strips of a chart, each as one compound path; a patch a day takes ten times as long."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from matplotlib.path import Path

from desktop_app.charts.geometry import STRIP_HEIGHT, STRIP_TOP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.charts.geometry import Frame
    from desktop_app.charts.periods import Period

_CODES = (Path.MOVETO, Path.LINETO, Path.LINETO, Path.LINETO, Path.CLOSEPOLY)
_SNAPPED_FROM = 4.0


def bar_path(
    frame: Frame, drawn: Sequence[Period], share: float, heights: Sequence[float]
) -> Path | None:
    """Return the bars of some periods, None where there are none.

    Args:
        frame: the plot.
        drawn: the periods.
        share: the part of each period's width that its bar takes, 0 to 1.
        heights: pixels of each bar.
    """
    if not drawn:
        return None
    left, right = _edges(frame, drawn)
    inset = (right - left) * (1 - share) / 2
    return _rectangles(left + inset, right - inset, frame.bottom - np.array(heights), frame.bottom)


def strip_path(frame: Frame, drawn: Sequence[Period]) -> Path:
    """Return the cells of some periods in the mood strip, a pixel apart where days are wide."""
    left, right = _edges(frame, drawn)
    gap = 0.5 if frame.day_width >= _SNAPPED_FROM else 0.0
    top = frame.bottom + STRIP_TOP * frame.scale
    tops = np.full(len(drawn), top)
    return _rectangles(left + gap, right - gap, tops, top + STRIP_HEIGHT * frame.scale)


def is_wide(path: Path) -> bool:
    """Return whether the path's rectangles are wide enough to round them to whole pixels."""
    vertices = np.asarray(path.vertices)
    return bool(vertices[2, 0] - vertices[1, 0] >= _SNAPPED_FROM)


def _edges(frame: Frame, drawn: Sequence[Period]) -> tuple[np.ndarray, np.ndarray]:
    half = frame.day_width / 2
    left = np.array([frame.x(period.first) for period in drawn]) - half
    right = np.array([frame.x(period.last) for period in drawn]) + half
    return left, right


def _rectangles(left: np.ndarray, right: np.ndarray, top: np.ndarray, bottom: float) -> Path:
    base = np.full_like(left, bottom)
    corners = ((left, base), (left, top), (right, top), (right, base), (left, base))
    vertices = np.stack([np.stack(corner, axis=1) for corner in corners], axis=1)
    codes = np.tile(np.array(_CODES, Path.code_type), len(left))
    return Path(vertices.reshape(-1, 2), codes)
