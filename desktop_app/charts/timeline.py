"""The momentum timeline: line, effort, rest, rejections and moods of days or weeks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch
from matplotlib.transforms import Affine2D

from desktop_app.charts.boxes import bar_path, is_wide, strip_path
from desktop_app.charts.dates import date_labels
from desktop_app.charts.facts import starts_later
from desktop_app.charts.geometry import (
    DATES,
    Frame,
    Geometry,
    frame_of,
    geometry,
)
from desktop_app.charts.legend import draw_legend, lay_out, legend_items
from desktop_app.charts.line import momentum_runs
from desktop_app.charts.periods import (
    Period,
    effort_step,
    is_weekly,
    median_active,
    periods,
    span_of,
)
from desktop_app.charts.start import ABOVE, START_LETTERS, later_start
from desktop_app.charts.style import DPI, LETTERS, LIFT, points, styled
from desktop_app.domain.days import DayKind
from desktop_app.domain.mood import nearest_mood
from desktop_app.i18n import _

if TYPE_CHECKING:
    from datetime import date

    from matplotlib.figure import Figure
    from matplotlib.path import Path
    from matplotlib.transforms import Transform

    from desktop_app.domain.timeline import DayFacts, Timeline
    from desktop_app.tokens import Theme

EFFORT_SHARE = 0.41
EFFORT_MARKS = 3
BAR = 0.72
REST_BAR = 0.86
HATCH = "//////"
_DASHES = (0, (1.6, 2.2))


def draw(
    figure: Figure,
    timeline: Timeline,
    theme: Theme,
    span: tuple[date, date] | None = None,
    scale: float = 1.0,
    margin: float = 0.0,
) -> Geometry:
    """Draw a timeline into a figure, whatever was in it, and return where everything lies.

    Artists carry a gid for whoever looks for them: momentum, undecided, effort, rest, mood,
    rejections, start.

    Args:
        figure: of any size; its margins are the design's pixels.
        timeline: the days and rejections.
        theme: the colours.
        span: first and last day to show; None takes the timeline's own range.
        scale: how much larger the person's text is than usual, 1.0 to 3.0.
        margin: pixels to leave free on every side; the geometry counts from within them.
    """
    with styled(theme, scale):
        figure.clear()
        figure.set_facecolor(theme.surface)
        shown = span or span_of(timeline)
        return _Drawing(figure, timeline, theme, shown, scale, margin).draw()


class _Drawing:
    """One drawing of one timeline; all places are pixels from the upper left corner."""

    def __init__(
        self,
        figure: Figure,
        timeline: Timeline,
        theme: Theme,
        span: tuple[date, date] | None,
        scale: float,
        margin: float,
    ) -> None:
        self._figure = figure
        self._timeline = timeline
        self._theme = theme
        self._span = span
        self._scale = scale
        width, height = (float(inches) * DPI for inches in figure.get_size_inches())
        self._width, self._height = width - 2 * margin, height - 2 * margin
        # Pixels downward to inches upward; the figure's own dpi makes device pixels of them.
        self._down: Transform = (
            Affine2D().scale(1.0, -1.0).translate(margin, height - margin).scale(1.0 / DPI)
            + figure.dpi_scale_trans
        )

    def draw(self) -> Geometry:
        drawn = periods(self._timeline, self._span) if self._span else []
        if self._span is None or not drawn:
            self._draw_nothing()
            return Geometry(None, ())
        weekly = is_weekly(self._span)
        first, last = self._span
        days = [facts for facts in self._timeline.days if first <= facts.day <= last]
        undecided = any(facts.kind is DayKind.UNDECIDED for facts in days)
        frame = self._frame(self._span, 1)
        where = geometry(frame, drawn, weekly=weekly)
        items = legend_items(weekly=weekly, undecided=undecided, merged=where.merged)
        legend = lay_out(items, self._width, self._scale)
        if legend.rows > 1:
            frame = self._frame(self._span, legend.rows)
            where = geometry(frame, drawn, weekly=weekly)
        draw_legend(self._figure, legend, self._theme, self._down, self._scale)
        line = any(facts.line for facts in days)
        self._draw_grid(frame, line)
        self._draw_effort(frame, drawn)
        self._draw_strip(frame, drawn)
        self._draw_rejections(where)
        for x, words, strong in date_labels(frame, self._timeline.today):
            y = frame.bottom + DATES * self._scale
            self._text(x, y, words, "text2" if strong else "text3", weight=600 if strong else 400)
        if line:
            self._draw_line(frame, days)
        else:
            self._draw_start(frame)
        return where

    def _frame(self, span: tuple[date, date], rows: int) -> Frame:
        return frame_of(self._width, self._height, span, self._scale, rows)

    def _draw_nothing(self) -> None:
        x, y = self._width / 2, self._height / 2
        self._dots(24.0, self._width - 24.0, y)
        self._text(x, y + 24 * self._scale, starts_later(), "text2", size=START_LETTERS)

    def _draw_start(self, frame: Frame) -> None:
        """Draw what stands in the line's place while there is none."""
        y, x = frame.y(50), (frame.left + frame.right) / 2
        self._dots(frame.left, frame.right, y)
        self._text(x, y - ABOVE * self._scale, starts_later(), "text2", size=START_LETTERS)

    def _draw_later_start(self, frame: Frame, days: list[DayFacts], line: np.ndarray) -> None:
        """Draw what stands for the last search's line beside that of an earlier one."""
        start = later_start(frame, days, line)
        self._dots(start.left, start.right, start.y)
        self._text(start.words_x, start.words_y, starts_later(), "text2", size=START_LETTERS)

    def _dots(self, left: float, right: float, y: float) -> None:
        line = Line2D([left, right], [y, y], color=self._theme.border_strong)
        line.set(linewidth=points(1.5), linestyle=(0, (0.01, 4)), transform=self._down)
        line.set(gid="start", dash_capstyle="round")
        self._figure.add_artist(line)

    def _draw_grid(self, frame: Frame, line: bool) -> None:
        heights = (0, 50, 100) if line else (0, 100)
        grid = LineCollection(
            [[(frame.left, frame.y(m)), (frame.right, frame.y(m))] for m in heights],
            colors=[self._theme.border, *[self._theme.grid] * (len(heights) - 1)],
            linewidths=points(1),
            transform=self._down,
        )
        grid.set_gid("grid")
        self._figure.add_artist(grid)
        for momentum in heights:
            self._text(frame.left - 8, frame.y(momentum), str(momentum), "text3", align="right")

    def _draw_effort(self, frame: Frame, drawn: list[Period]) -> None:
        step = effort_step(max(period.points for period in drawn))
        unit = EFFORT_SHARE * (frame.bottom - frame.top) / (EFFORT_MARKS * step)
        right = frame.right + 9 * self._scale
        self._text(right, frame.top, _("effort"), "text3", align="left")
        for mark in range(1, EFFORT_MARKS + 1):
            y = frame.bottom - mark * step * unit
            self._text(right, y, f"{mark * step:g}", "text3", align="left")
        rest = median_active(drawn) or step
        active = [period for period in drawn if period.points > 0]
        resting = [period for period in drawn if period.resting]
        bars = bar_path(frame, active, BAR, [period.points * unit for period in active])
        self._patch("effort", bars, facecolor=self._theme.effort)
        hatched = bar_path(frame, resting, REST_BAR, [rest * unit] * len(resting))
        edge = {"edgecolor": self._theme.hatch, "linewidth": points(1), "hatch": HATCH}
        self._patch("rest", hatched, facecolor="none", **edge)

    def _patch(self, gid: str, path: Path | None, **style: object) -> None:
        if path is None:
            return
        patch = PathPatch(path, transform=self._down, gid=gid, **style)
        patch.set_snap(is_wide(path))
        self._figure.add_artist(patch)

    def _draw_strip(self, frame: Frame, drawn: list[Period]) -> None:
        paths, colours = [], []
        for mood in range(1, 6):
            cells = [p for p in drawn if p.mood is not None and nearest_mood(p.mood) == mood]
            if cells:
                paths.append(strip_path(frame, cells))
                colours.append(self._theme.mood(mood).fill)
        if paths:
            strip = PathCollection(paths, facecolors=colours, linewidths=0, transform=self._down)
            strip.set(gid="mood", snap=is_wide(paths[0]))
            self._figure.add_artist(strip)

    def _draw_rejections(self, where: Geometry) -> None:
        if where.frame is None or not where.marks:
            return
        marks = Line2D(
            where.marks,
            [where.frame.lane] * len(where.marks),
            linestyle="none",
            marker="D",
            markersize=points(7) * self._scale,
            markerfacecolor=self._theme.surface,
            markeredgecolor=self._theme.slate,
            markeredgewidth=points(1.5),
            transform=self._down,
            gid="rejections",
        )
        self._figure.add_artist(marks)

    def _draw_line(self, frame: Frame, days: list[DayFacts]) -> None:
        solid, dashed = momentum_runs(frame, self._timeline)
        thin = frame.day_width < 1  # years of days in few pixels would run together
        casing = (self._theme.surface, points(3.5 if thin else 5))
        pen = (self._theme.accent, points(1.4 if thin else 2.2))
        for gid, runs in (("momentum", solid), ("undecided", dashed)):
            if runs.size == 0:
                continue
            for name, (colour, width) in ((f"{gid}-casing", casing), (gid, pen)):
                line = Line2D(runs[:, 0], runs[:, 1], color=colour, linewidth=width)
                line.set(transform=self._down, gid=name)
                if name == "undecided":
                    line.set_linestyle(_DASHES)
                self._figure.add_artist(line)
        places = np.concatenate([solid, dashed])
        if days[-1].line:
            self._draw_end(frame, days[-1], places)
        else:
            self._draw_later_start(frame, days, places)

    def _draw_end(self, frame: Frame, facts: DayFacts, places: np.ndarray) -> None:
        x, y = frame.x(facts.day), frame.y(facts.momentum)
        dot = Line2D([x], [y], marker="o", markersize=points(8), linestyle="none", gid="end")
        dot.set(markerfacecolor=self._theme.accent, markeredgecolor=self._theme.surface)
        dot.set(markeredgewidth=points(2), transform=self._down)
        self._figure.add_artist(dot)
        if not self._timeline.numbered:
            return
        # The number stands above whatever the line does just before its end.
        near = places[np.abs(places[:, 0] - x) <= 18 * self._scale, 1]
        above = min([y, *near.tolist()]) - 16 * self._scale
        self._text(
            min(x + 8 * self._scale, frame.right + self._scale),
            max(above, frame.top - 11 * self._scale),
            f"{facts.momentum:.0f}",
            "accent_text",
            align="right",
            size=LETTERS + 2,
            weight=600,
        )

    def _text(
        self,
        x: float,
        y: float,
        words: str,
        colour: str,
        *,
        align: str = "center",
        size: float = LETTERS,
        weight: int = 400,
    ) -> None:
        self._figure.text(
            x,
            y - LIFT,
            words,
            color=getattr(self._theme, colour),
            ha=align,
            va="center_baseline",
            fontsize=points(size) * self._scale,
            fontweight=weight,
            parse_math=False,
            transform=self._down,
        )
