"""Charts as values: what a canvas calls to draw one; matplotlib is loaded when it does."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    from matplotlib.figure import Figure

    from desktop_app.charts.geometry import Geometry
    from desktop_app.domain.timeline import Timeline
    from desktop_app.tokens import Theme

#: Draws into a figure in a theme at a scale of the text, and tells where everything lies.
Drawing: TypeAlias = "Callable[[Figure, Theme, float], Geometry]"


def timeline_drawing(timeline: Timeline) -> Drawing:
    """Return what draws a timeline."""

    def drawing(figure: Figure, theme: Theme, scale: float) -> Geometry:
        from desktop_app.charts.timeline import draw  # late: it loads matplotlib

        return draw(figure, timeline, theme, scale=scale)

    return drawing
