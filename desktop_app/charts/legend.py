"""The legend row above the timeline, laid out by the widths of its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from desktop_app.charts.style import LETTERS, LIFT, points, text_width
from desktop_app.domain.mood import mood_word
from desktop_app.i18n import _

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.transforms import Transform

    from desktop_app.tokens import Theme

ROW = 20.0
MIDDLE = 7.0
_ITEM_GAP = 20.0
_SWATCH = 14.0


@dataclass(frozen=True)
class Item:
    """One entry: what is drawn before its words, the words, and the width of the drawing."""

    kind: str
    words: str
    width: float


@dataclass(frozen=True)
class Placed:
    """An entry with its place from the upper left corner in pixels; ``y`` is the row's middle."""

    item: Item
    x: float
    y: float


@dataclass(frozen=True)
class Legend:
    """A legend laid out for a width."""

    items: tuple[Placed, ...]
    mood_x: float
    mood_y: float
    rows: int


def legend_items(*, weekly: bool, undecided: bool, merged: bool) -> list[Item]:
    """Return the entries: momentum, effort, rest and rejection, and the dashes if there are any."""
    items = [
        Item("line", _("Momentum"), 16),
        Item("effort", _("Effort per week") if weekly else _("Effort per day"), 8),
        Item("rest", _("Rest week") if weekly else _("Rest day"), 8),
        Item("rejection", _("One or more rejections") if merged else _("Rejection"), 10),
    ]
    if undecided:
        items.insert(1, Item("dashes", _("Undecided days"), 18))
    if weekly:
        items.append(Item("caption", _("Weeks, not days"), 0))
    return items


def lay_out(items: list[Item], width: float, scale: float) -> Legend:
    """Place the entries from the left and the moods at the right, in as many rows as they need."""
    x, row = 0.0, 0
    placed = []
    for item in items:
        before = (item.width + 6) * scale if item.width else 0.0
        wide = before + _wide(item.words, scale)
        if x > 0 and x + wide > width:
            x, row = 0.0, row + 1
        placed.append(Placed(item, x, (MIDDLE + row * ROW) * scale))
        x += wide + _ITEM_GAP * scale
    moods = _mood_width(scale)
    if x + moods > width:
        row += 1
        mood_x = 0.0
    else:
        mood_x = width - moods
    return Legend(tuple(placed), mood_x, (MIDDLE + row * ROW) * scale, row + 1)


def draw_legend(
    figure: Figure, legend: Legend, theme: Theme, transform: Transform, scale: float
) -> None:
    """Draw a legend; ``transform`` takes pixels from the upper left corner."""
    for placed in legend.items:
        item, x, y = placed.item, placed.x, placed.y
        _draw_sign(figure, item, x, y, theme, transform, scale)
        text_x = x + ((item.width + 6) * scale if item.width else 0.0)
        colour = theme.text3 if item.kind == "caption" else theme.text2
        _words(figure, text_x, y, item.words, colour, transform)
    _draw_moods(figure, legend, theme, transform, scale)


def _draw_sign(
    figure: Figure, item: Item, x: float, y: float, theme: Theme, transform: Transform, scale: float
) -> None:
    if item.kind in ("line", "dashes"):
        line = Line2D([x + 1, x + item.width * scale - 1], [y, y], color=theme.accent)
        line.set_transform(transform)
        if item.kind == "dashes":
            line.set_linestyle((0, (1.6, 2.2)))
        figure.add_artist(line)
    elif item.kind in ("effort", "rest"):
        box = Rectangle((x, y - 7 * scale), 8 * scale, 14 * scale, transform=transform, snap=True)
        if item.kind == "effort":
            box.set_facecolor(theme.effort)
        else:
            box.set(facecolor="none", edgecolor=theme.hatch, linewidth=points(1), hatch="//////")
        figure.add_artist(box)
    elif item.kind == "rejection":
        mark = Line2D(
            [x + 5 * scale],
            [y],
            linestyle="none",
            marker="D",
            markersize=points(6.5) * scale,
            markerfacecolor="none",
            markeredgecolor=theme.slate,
            markeredgewidth=points(1.5),
            transform=transform,
        )
        figure.add_artist(mark)


def _draw_moods(
    figure: Figure, legend: Legend, theme: Theme, transform: Transform, scale: float
) -> None:
    x, y = legend.mood_x, legend.mood_y
    for words, gap in ((_("Mood"), 10.0), (mood_word(1), 6.0)):
        _words(figure, x, y, words, theme.text2, transform)
        x += _wide(words, scale) + gap * scale
    for number in range(1, 6):
        swatch = Rectangle(
            (x, y - 5 * scale),
            _SWATCH * scale,
            10 * scale,
            facecolor=theme.mood(number).fill,
            transform=transform,
            snap=True,
        )
        figure.add_artist(swatch)
        x += _SWATCH * scale
    _words(figure, x + 6 * scale, y, mood_word(5), theme.text2, transform)


def _mood_width(scale: float) -> float:
    words = sum(_wide(text, scale) for text in (_("Mood"), mood_word(1), mood_word(5)))
    return words + (10 + 6 + 5 * _SWATCH + 6) * scale


def _wide(words: str, scale: float) -> float:
    return text_width(words, LETTERS * scale)


def _words(
    figure: Figure, x: float, y: float, words: str, colour: str, transform: Transform
) -> None:
    figure.text(
        x,
        y - LIFT,
        words,
        color=colour,
        va="center_baseline",
        parse_math=False,
        transform=transform,
    )
