"""What the timeline draws, looked for by the names that its artists carry."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure

from desktop_app import tokens
from desktop_app.charts.timeline import draw
from desktop_app.domain.days import DayKind
from desktop_app.domain.stages import Stage
from desktop_app.domain.timeline import RejectionMark, Timeline
from tests.charts.searches import TODAY, search

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.charts.geometry import Geometry
    from desktop_app.domain.timeline import DayFacts
    from desktop_app.tokens import Theme

HOSTILE = (
    r"$\frac{",
    r"\usepackage{x} $$ % ^_ & #",
    "<b>bold</b><img src=x>",
    "日本語 العربية 🙂",
    "a" * 10_000,
    "line\nbreak\ttab",
    "{employer} %s {0}",
)


def drawn(
    timeline: Timeline,
    theme: Theme = tokens.LIGHT,
    size: tuple[int, int] = (984, 264),
    scale: float = 1.0,
) -> tuple[Figure, Geometry, np.ndarray]:
    figure = Figure(figsize=(size[0] / 100, size[1] / 100), dpi=100)
    canvas = FigureCanvasAgg(figure)
    where = draw(figure, timeline, theme, scale=scale)
    canvas.draw()
    return figure, where, np.asarray(canvas.buffer_rgba())[:, :, :3]


def named(figure: Figure, gid: str) -> list[Any]:
    return [artist for artist in figure.get_children() if artist.get_gid() == gid]


def words(figure: Figure) -> list[str]:
    return [text.get_text() for text in figure.texts]


def bars(figure: Figure, gid: str = "effort") -> list[tuple[float, float, float]]:
    """Return left, right and top of each bar, in pixels from the upper left corner."""
    (patch,) = named(figure, gid)
    corners = patch.get_path().vertices.reshape(-1, 5, 2)
    return [(c[1, 0], c[2, 0], c[1, 1]) for c in corners]


def blank(*days: date) -> Callable[[DayFacts], DayFacts]:
    def change(facts: DayFacts) -> DayFacts:
        if facts.day in days:
            return replace(facts, points=0.0, mood=None, logged=False, kind=DayKind.WORK)
        return facts

    return change


def test_ninety_days_are_drawn_as_days_and_more_as_weeks_and_it_says_so() -> None:
    days, _where, _pixels = drawn(search(90))
    weeks, _where, _pixels = drawn(search(91))
    assert "Effort per day" in words(days)
    assert "Weeks, not days" not in words(days)
    assert "Effort per week" in words(weeks)
    assert "Weeks, not days" in words(weeks)
    assert len(bars(weeks)) in (13, 14)


def test_every_day_with_effort_has_a_bar_of_its_height() -> None:
    timeline = search(60)
    figure, where, _pixels = drawn(timeline)
    active = [facts for facts in timeline.days if facts.points > 0]
    plot = where.frame.bottom - where.frame.top
    heights = [(where.frame.bottom - top) / plot for _left, _right, top in bars(figure)]
    assert heights == pytest.approx([facts.points / 12 * 0.41 for facts in active])
    assert {"effort", "4", "8", "12"} <= set(words(figure))


def test_bars_are_seventy_two_hundredths_of_a_day_wide() -> None:
    figure, where, _pixels = drawn(search(60))
    left, right, _top = bars(figure)[0]
    assert right - left == pytest.approx(0.72 * where.frame.day_width)


def test_many_points_change_the_effort_axis_and_its_labels() -> None:
    timeline = search(20, change=lambda facts: replace(facts, points=facts.points * 10))
    figure, where, _pixels = drawn(timeline)
    most = max(facts.points for facts in timeline.days)
    plot = where.frame.bottom - where.frame.top
    tallest = max((where.frame.bottom - top) / plot for _left, _right, top in bars(figure))
    marks = sorted(float(text) for text in words(figure) if text.isdigit() and int(text) > 4)
    assert "12" not in words(figure)
    assert tallest < 0.6
    third = next(mark for mark in marks if mark * tallest / most == pytest.approx(0.41))
    assert {f"{third / 3:g}", f"{third * 2 / 3:g}"} <= set(words(figure))


def test_nothing_is_drawn_for_a_day_without_a_record() -> None:
    day = TODAY - timedelta(days=9)  # a Tuesday
    figure, where, pixels = drawn(search(30, change=blank(day)))
    frame = where.frame
    left = round(frame.x(day) - frame.day_width / 2) + 2
    right = round(frame.x(day) + frame.day_width / 2) - 2
    surface = np.array(to_rgb(tokens.LIGHT.surface)) * 255
    strip = pixels[round(frame.bottom + 21) : round(frame.bottom + 31), left:right]
    bar = pixels[round(frame.bottom - 12) : round(frame.bottom - 2), left:right]
    assert np.allclose(strip, surface, atol=1)
    assert np.allclose(bar, surface, atol=1)
    assert not any(left < b < right for a, _b, _c in bars(figure) for b in (a,))


def test_the_line_is_dashed_where_days_are_undecided() -> None:
    undecided = {TODAY - timedelta(days=n) for n in (10, 11, 12)}

    def change(facts: DayFacts) -> DayFacts:
        if facts.day in undecided:
            return replace(facts, kind=DayKind.UNDECIDED, points=0.0, logged=False, mood=None)
        return facts

    figure, where, _pixels = drawn(search(40, change=change))
    (line,) = named(figure, "undecided")
    assert line.is_dashed()
    assert np.nanmin(line.get_xdata()) == where.frame.x(TODAY - timedelta(days=13))
    assert np.nanmax(line.get_xdata()) == where.frame.x(TODAY - timedelta(days=10))
    (solid,) = named(figure, "momentum")
    inside = {where.frame.x(day) for day in undecided} - {where.frame.x(max(undecided))}
    assert not inside & set(solid.get_xdata().tolist())
    assert "Undecided days" in words(figure)


def test_nothing_is_said_of_undecided_days_where_there_are_none() -> None:
    figure, _where, _pixels = drawn(search(40))
    assert not named(figure, "undecided")
    assert "Undecided days" not in words(figure)


def test_all_rest_days_are_one_hatched_path_as_tall_as_the_median_active_day() -> None:
    timeline = search(60)
    figure, where, _pixels = drawn(timeline)
    (patch,) = named(figure, "rest")
    active = sorted(facts.points for facts in timeline.days if facts.points > 0)
    middle = (active[(len(active) - 1) // 2] + active[len(active) // 2]) / 2
    plot = where.frame.bottom - where.frame.top
    tops = {round((where.frame.bottom - top) / plot, 6) for _l, _r, top in bars(figure, "rest")}
    assert patch.get_hatch() == "//////"
    assert tops == {round(middle / 12 * 0.41, 6)}
    assert len(bars(figure, "rest")) >= 12


def test_a_free_weekday_in_a_week_left_blank_is_blank_too() -> None:
    saturday = date(2026, 11, 7)
    week = [saturday + timedelta(days=n) for n in range(-5, 2)]

    def change(facts: DayFacts) -> DayFacts:
        if facts.day in week:
            return replace(facts, points=0.0, mood=None, logged=False)
        return facts

    figure, where, _pixels = drawn(search(30, change=change))
    places = [(left, right) for left, right, _top in bars(figure, "rest")]
    assert not any(left < where.frame.x(saturday) < right for left, right in places)


def test_a_rest_day_with_effort_shows_its_effort() -> None:
    def change(facts: DayFacts) -> DayFacts:
        return replace(facts, kind=DayKind.REST, points=5.0, logged=True)

    figure, _where, _pixels = drawn(search(10, change=change))
    assert not named(figure, "rest")
    assert len(bars(figure)) == 10


def test_moods_are_one_collection_in_the_colours_of_the_scale() -> None:
    figure, _where, _pixels = drawn(search(60))
    (strip,) = named(figure, "mood")
    colours = {tuple(colour[:3]) for colour in strip.get_facecolors()}
    assert colours == {to_rgb(tokens.LIGHT.mood(mood).fill) for mood in range(1, 6)}


def test_a_rejection_day_shows_one_diamond_in_the_lane_below_the_axis() -> None:
    day = TODAY - timedelta(days=5)
    marks = tuple(RejectionMark(day, name, "", Stage.TASK) for name in ("A", "B", "C"))
    figure, where, _pixels = drawn(replace(search(30), rejections=marks))
    (diamonds,) = named(figure, "rejections")
    assert list(diamonds.get_xdata()) == [where.frame.x(day)]
    assert where.frame.bottom < diamonds.get_ydata()[0] < where.frame.bottom + 20
    assert where.at(where.frame.x(day), where.frame.lane).period.rejections == marks


def test_diamonds_that_would_hide_each_other_over_years_are_one_and_the_legend_says_so() -> None:
    figure, where, _pixels = drawn(search(3650, noes=1000))
    (diamonds,) = named(figure, "rejections")
    assert np.diff(sorted(diamonds.get_xdata())).min() >= 10
    assert "One or more rejections" in words(figure)
    assert sum(len(spot.period.rejections) for spot in where.spots) == 1000
    assert all(spot.mark for spot in where.spots if spot.period.rejections)


def test_each_line_starts_on_the_third_logged_day_of_its_search_and_ends_with_it() -> None:
    old = search(20, last=TODAY - timedelta(days=40), seed=1)
    new = search(20, seed=2)
    both = Timeline(
        days=old.days + new.days,
        today=TODAY,
        first=old.first,
        last=TODAY,
    )
    figure, where, _pixels = drawn(both)
    (line,) = named(figure, "momentum")
    xs = line.get_xdata()
    begins = [next(facts.day for facts in one.days if facts.line) for one in (old, new)]
    for begin in begins:
        assert where.frame.x(begin) in xs.tolist()
        assert where.frame.x(begin - timedelta(days=1)) not in xs.tolist()
    assert np.nanmin(xs) > where.frame.x(begins[0] - timedelta(days=1))
    between = xs[(xs > where.frame.x(old.last)) & (xs < where.frame.x(begins[1]) - 3)]
    assert between.size == 0
    assert np.isnan(xs[xs.tolist().index(where.frame.x(old.last)) + 1])


@pytest.mark.parametrize("gap", [0, 3, 40, 200, 900])
@pytest.mark.parametrize("days", [1, 2])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_new_search_says_when_its_line_starts_beside_that_of_an_old_one(
    days: int, gap: int, scale: float
) -> None:
    old, new = search(60, last=TODAY - timedelta(days=days + gap), seed=1), search(days)
    both = Timeline(days=old.days + new.days, today=TODAY, first=old.first, last=TODAY)
    figure, where, _pixels = drawn(both, scale=scale)
    frame = where.frame
    (line,) = named(figure, "momentum")
    assert np.nanmax(line.get_xdata()) <= frame.x(old.last)
    assert not named(figure, "end")
    (dots,) = named(figure, "start")
    assert dots.get_xdata()[1] == pytest.approx(frame.right)
    assert dots.get_xdata()[0] <= frame.x(new.first)
    (said,) = [text for text in figure.texts if text.get_text().startswith("Your line starts")]
    box = said.get_window_extent(figure.canvas.get_renderer())
    assert frame.left <= box.x0
    assert box.x1 <= frame.right + 2
    height = figure.bbox.height
    covered = [
        (x, y)
        for x, y in zip(line.get_xdata(), line.get_ydata(), strict=True)
        if box.x0 <= x <= box.x1 and box.y0 <= height - y <= box.y1
    ]
    assert not covered


def test_a_new_search_shows_no_momentum_where_one_points() -> None:
    old, new = search(60, last=TODAY - timedelta(days=9), seed=1), search(2)
    both = Timeline(days=old.days + new.days, today=TODAY, first=old.first, last=TODAY)
    _figure, where, _pixels = drawn(both)
    assert [spot.y for spot in where.spots[-2:]] == [None, None]
    assert where.spots[-3].y is not None


def test_the_line_ends_in_its_number() -> None:
    timeline = search(30)
    figure, _where, _pixels = drawn(timeline)
    assert f"{timeline.days[-1].momentum:.0f}" in words(figure)


@pytest.mark.parametrize("days", [1, 2])
def test_before_the_third_logged_day_a_sentence_stands_in_the_lines_place(days: int) -> None:
    figure, where, _pixels = drawn(search(days))
    assert not named(figure, "momentum")
    assert named(figure, "start")
    assert "Your line starts after three logged days." in words(figure)
    assert len(where.spots) == days
    assert where.frame.day_width < 100


def test_an_empty_timeline_shows_a_dotted_line_and_one_sentence() -> None:
    figure, where, _pixels = drawn(Timeline(days=(), today=TODAY))
    assert words(figure) == ["Your line starts after three logged days."]
    assert where.at(400, 100) is None


@pytest.mark.parametrize("theme", [tokens.LIGHT, tokens.DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("days", [1, 7, 90, 400])
def test_it_takes_the_colours_of_the_theme(theme: Theme, days: int) -> None:
    figure, _where, pixels = drawn(search(days, noes=3), theme)
    surface = np.array(to_rgb(theme.surface)) * 255
    assert np.allclose(pixels[0, 0], surface, atol=1)
    (patch,) = named(figure, "effort")
    assert to_rgb(patch.get_facecolor()) == to_rgb(theme.effort)


@pytest.mark.parametrize("employer", HOSTILE)
def test_any_employer_draws(employer: str) -> None:
    mark = RejectionMark(TODAY, employer, employer, Stage.FINAL)
    _figure, where, _pixels = drawn(replace(search(30), rejections=(mark,)))
    assert where.spots[-1].period.rejections == (mark,)


def test_no_text_is_read_as_mathematics() -> None:
    figure, _where, _pixels = drawn(search(90, noes=5))
    assert not any(text.get_parse_math() for text in figure.texts)


def test_the_line_can_end_without_its_number() -> None:
    def strong(figure: Figure) -> list[str]:
        return [text.get_text() for text in figure.texts if text.get_fontweight() == 600]

    timeline = search(60)
    number = f"{timeline.days[-1].momentum:.0f}"
    with_number, _where, _pixels = drawn(timeline)
    without, _where, _pixels = drawn(replace(timeline, numbered=False))
    assert number in strong(with_number)
    assert number not in strong(without)
    assert named(without, "end")


def test_dates_stand_below_and_today_at_the_end() -> None:
    figure, _where, _pixels = drawn(search(90))
    assert "Today" in words(figure)
    assert "7 Sep" in words(figure)
    past, _where, _pixels = drawn(search(60, last=date(2023, 11, 30)))
    assert "Today" not in words(past)
    assert any(text.endswith("2023") for text in words(past))


@pytest.mark.parametrize("days", [1, 5, 14, 30, 90, 120, 365, 1000, 3650])
@pytest.mark.parametrize("width", [480, 984, 1800])
def test_dates_never_run_into_each_other(days: int, width: int) -> None:
    figure, where, _pixels = drawn(search(days), size=(width, 264))
    canvas = figure.canvas.get_renderer()
    dates = [
        text.get_window_extent(canvas)
        for text in figure.texts
        if text.get_position()[1] == pytest.approx(where.frame.bottom + 44.5, abs=1)
    ]
    dates.sort(key=lambda box: box.x0)
    assert dates
    assert all(a.x1 + 2 < b.x0 for a, b in pairwise(dates))
    assert dates[0].x0 >= 0
    assert dates[-1].x1 <= width


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_narrow_legend_takes_more_rows_and_stays_inside(scale: float) -> None:
    figure, where, _pixels = drawn(search(400, noes=300), size=(480, 420), scale=scale)
    canvas = figure.canvas.get_renderer()
    above = [
        text.get_window_extent(canvas)
        for text in figure.texts
        if text.get_position()[1] < where.frame.top - 8
    ]
    assert len(above) >= 8
    assert all(box.x1 <= 481 for box in above)
    assert not any(a.overlaps(b) for i, a in enumerate(above) for b in above[i + 1 :])


def test_every_day_is_found_where_it_is_drawn() -> None:
    timeline = search(90, noes=6)
    _figure, where, _pixels = drawn(timeline)
    for facts in timeline.days:
        spot = where.at(where.frame.x(facts.day), where.frame.bottom - 30)
        assert spot.period.first == facts.day
    assert where.at(where.frame.left - 30, 100) is None
    assert where.at(400, 5) is None


def test_drawing_again_replaces_what_was_there() -> None:
    figure, _where, _pixels = drawn(search(90))
    count = len(figure.get_children())
    draw(figure, search(90), tokens.DARK)
    assert len(figure.get_children()) == count
