"""How long the ten-year timeline takes, against a bare draw of as long a line, fill and strip."""

from __future__ import annotations

import sys
from pathlib import Path
from statistics import median
from time import perf_counter

import numpy as np
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure

sys.path.insert(0, str(Path(__file__).parents[2]))

from desktop_app import tokens
from desktop_app.charts.timeline import draw
from tests.charts.searches import search

DAYS = 3650
REJECTIONS = 1000
RUNS = 9
SIZE = (9.84, 3.0)


def measure() -> list[tuple[str, float, float, str]]:
    """Return name, value, bound and unit of each figure; made and drawn, and drawn again."""
    timeline = search(DAYS, noes=REJECTIONS)
    days = np.arange(DAYS, dtype=float)
    momentum = np.array([facts.momentum for facts in timeline.days])
    points = np.array([facts.points for facts in timeline.days])
    moods = [tokens.LIGHT.mood(round(facts.mood or 3)).fill for facts in timeline.days]

    def bare() -> tuple[float, float]:
        figure = Figure(figsize=SIZE, dpi=100)
        canvas = FigureCanvasAgg(figure)
        start = perf_counter()
        axes = figure.add_axes((0.04, 0.2, 0.92, 0.7))
        axes.plot(days, momentum)
        axes.fill_between(days, points, step="mid")
        cells = np.empty((DAYS, 4, 2))
        cells[:, :, 0] = days[:, None] + np.array([0.0, 0.0, 1.0, 1.0])
        cells[:, :, 1] = np.array([-8.0, -4.0, -4.0, -8.0])
        axes.add_collection(PolyCollection(list(cells), facecolors=moods))
        axes.set_xlabel("day")
        axes.set_ylabel("momentum")
        return _drawn(canvas, start)

    def ours() -> tuple[float, float]:
        figure = Figure(figsize=SIZE, dpi=100)
        canvas = FigureCanvasAgg(figure)
        start = perf_counter()
        draw(figure, timeline, tokens.LIGHT)
        return _drawn(canvas, start)

    bare(), ours()
    runs = [(bare(), ours()) for _run in range(RUNS)]
    whole = median(own[0] for _other, own in runs) / median(other[0] for other, _own in runs)
    again = median(own[1] for _other, own in runs) / median(other[1] for other, _own in runs)
    return [
        ("ten-year timeline made and drawn / bare", whole, 2.0, "x"),
        ("ten-year timeline drawn again / bare", again, 2.0, "x"),
    ]


def _drawn(canvas: FigureCanvasAgg, start: float) -> tuple[float, float]:
    """Return seconds since the start after a first draw, and those of a second one."""
    canvas.draw()
    made = perf_counter()
    canvas.draw()
    return made - start, perf_counter() - made


if __name__ == "__main__":
    for name, value, bound, unit in measure():
        print(f"{name}: {value:.2f} {unit} (at most {bound:g})")
