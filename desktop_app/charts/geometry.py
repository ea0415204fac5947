"""Where everything of the timeline lies, in pixels from the upper left corner."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.charts.periods import widened

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.charts.periods import Period

LEFT = 32.0
RIGHT = 40.0
TOP = 33.0
BOTTOM = 54.0
LANE = 10.0
STRIP_TOP = 20.0
STRIP_HEIGHT = 12.0
DATES = 44.5
MARK_GAP = 10.0
REACH = 12.0


@dataclass(frozen=True)
class Frame:
    """The plot within its figure and the days along it; pixels count downward from the top.

    ``left``, ``right``, ``top`` and ``bottom`` are the edges of the plot, ``scale`` is that of
    the text; the plot spans half a day beyond ``first`` and ``last``.
    """

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    scale: float
    first: date
    last: date

    @property
    def day_width(self) -> float:
        """The width of a day."""
        return (self.right - self.left) / ((self.last - self.first).days + 1)

    @property
    def lane(self) -> float:
        """The height at which rejections stand."""
        return self.bottom + LANE * self.scale

    def x(self, day: date) -> float:
        """Return the middle of a day."""
        return self.left + ((day - self.first).days + 0.5) * self.day_width

    def y(self, momentum: float) -> float:
        """Return the height of a momentum of 0 to 100."""
        return self.bottom - momentum / 100.0 * (self.bottom - self.top)


@dataclass(frozen=True)
class Spot:
    """One period to point at.

    Attributes:
        period: the day or week.
        left, right: its edges.
        x: where the vertical line of the pointer stands.
        y: height of its point on the momentum line, None where there is none.
        mark: the middle of the diamond that stands for its rejections, None where it has none.
    """

    period: Period
    left: float
    right: float
    x: float
    y: float | None
    mark: tuple[float, float] | None


@dataclass(frozen=True)
class Geometry:
    """A drawn timeline to point at; ``merged`` says that a diamond may stand for several weeks."""

    frame: Frame | None
    spots: tuple[Spot, ...]
    marks: tuple[float, ...] = ()
    merged: bool = False

    def at(self, x: float, y: float) -> Spot | None:
        """Return the day or week at a place, None outside the plot and its lanes."""
        frame = self.frame
        if frame is None or not self.spots:
            return None
        below = frame.bottom + DATES * frame.scale + 8
        if not (frame.left - REACH <= x <= frame.right + REACH and frame.top - REACH <= y <= below):
            return None
        # An old rejection's diamond is wider than its day, so what is near it counts.
        index = bisect_left([spot.right for spot in self.spots], x)
        near = self.spots[max(0, index - 1) : index + 2]
        found = min(near, key=lambda spot: _distance(spot, x))
        return found if _distance(found, x) <= REACH else None


def frame_of(
    width: float, height: float, span: tuple[date, date], scale: float, legend_rows: int
) -> Frame:
    """Return the frame of a figure of a size in pixels, for a range of days."""
    first, last = widened(span)
    top = (TOP + (legend_rows - 1) * 20.0) * scale
    return Frame(
        width=width,
        height=height,
        left=LEFT * scale,
        right=max(LEFT * scale + 40.0, width - RIGHT * scale),
        top=top,
        bottom=max(top + 40.0, height - BOTTOM * scale),
        scale=scale,
        first=first,
        last=last,
    )


def geometry(frame: Frame, drawn: list[Period], *, weekly: bool) -> Geometry:
    """Return where each period lies, and where the diamonds stand."""
    marks = _marks(frame, drawn, weekly=weekly)
    half = frame.day_width / 2
    spots = []
    for period in drawn:
        left, right = frame.x(period.first) - half, frame.x(period.last) + half
        line = period.momentum is not None
        mark = marks.get(period.first)
        spots.append(
            Spot(
                period=period,
                left=left,
                right=right,
                x=frame.x(period.last) if line else (left + right) / 2,
                y=frame.y(period.momentum) if period.momentum is not None else None,
                mark=None if mark is None else (mark, frame.lane),
            )
        )
    places = tuple(sorted(set(marks.values())))
    return Geometry(frame, tuple(spots), places, merged=len(places) < len(marks))


def _marks(frame: Frame, drawn: list[Period], *, weekly: bool) -> dict[date, float]:
    """Return the middle of the diamond of each period with a rejection.

    Over years the weeks lie closer than diamonds are wide; then neighbours share one.
    """
    marks: dict[date, float] = {}
    last = float("-inf")
    for period in drawn:
        if not period.rejections:
            continue
        x = (frame.x(period.first) + frame.x(period.last)) / 2
        if not weekly or x - last >= MARK_GAP * frame.scale:
            last = x
        marks[period.first] = last
    return marks


def _distance(spot: Spot, x: float) -> float:
    return max(spot.left - x, x - spot.right, 0.0)
