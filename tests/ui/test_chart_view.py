"""The chart in the window: loaded late, pointed at without being drawn again."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import weakref
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from desktop_app import tokens
from desktop_app.charts.facts import period_facts, summary
from desktop_app.domain.stages import Stage
from desktop_app.domain.timeline import RejectionMark, Timeline
from desktop_app.ui.theme import Appearance
from desktop_app.ui.widgets.chart_view import MARGIN, ChartView
from tests.charts.searches import TODAY, search

if TYPE_CHECKING:
    from pathlib import Path

    from matplotlib.figure import Figure
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from desktop_app.charts.geometry import Geometry, Spot
    from desktop_app.tokens import Theme

WIDTH, HEIGHT = 984 + 2 * MARGIN, 228 + 2 * MARGIN


class Shown:
    """A view over a timeline, and what was drawn in it."""

    def __init__(self, qtbot: QtBot, app: QApplication, timeline: Timeline) -> None:
        self.qtbot = qtbot
        self.timeline = timeline
        self.themes: list[str] = []
        self.appearance = Appearance(app, "light", text_scale=1.0)
        self.view = ChartView(self.appearance, "Momentum timeline")
        qtbot.addWidget(self.view)
        self.view.resize(WIDTH, HEIGHT)
        self.view.show_chart(self.draw, self.describe, summary(timeline))
        self.view.show()

    def draw(self, figure: Figure, theme: Theme, scale: float) -> Geometry:
        from desktop_app.charts.timeline import draw

        self.themes.append(theme.name)
        return draw(figure, self.timeline, theme, scale=scale)

    def describe(self, spot: Spot) -> list[str]:
        return period_facts(spot.period, TODAY)

    def wait(self) -> None:
        self.qtbot.waitUntil(lambda: self.view.ready, timeout=20_000)
        QTest.qWait(50)

    @property
    def tip(self) -> QWidget:
        return self.view._tip

    def move_to(self, x: float, y: float) -> None:
        QTest.mouseMove(self.view._pointer, QPoint(round(x), round(y)))
        self.qtbot.wait(5)


@pytest.fixture
def shown(qtbot: QtBot, qapp: QApplication) -> Shown:
    rejected = RejectionMark(TODAY, "Oakline Insurance", "", Stage.SCREENING)
    made = Shown(qtbot, qapp, replace(search(90), rejections=(rejected,)))
    made.wait()
    return made


def test_a_sentence_stands_in_its_place_until_the_chart_is_loaded(
    qtbot: QtBot, qapp: QApplication
) -> None:
    made = Shown(qtbot, qapp, search(30))
    assert not made.view.ready
    words = [label.text() for label in made.view.findChildren(QLabel) if label.isVisible()]
    assert words == ["Preparing the chart…"]
    made.wait()
    assert not any(label.isVisible() for label in made.view.findChildren(QLabel))


def test_the_window_loads_no_matplotlib_before_a_chart_is_shown(repository: Path) -> None:
    code = (
        "import sys; import desktop_app.ui.pages.momentum;"
        "assert not [m for m in sys.modules if m.split('.')[0] in ('matplotlib', 'numpy')]"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=repository, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()


def test_the_mouse_shows_the_facts_of_its_day(shown: Shown) -> None:
    frame = shown.view.geometry_drawn.frame
    assert frame is not None
    shown.move_to(frame.x(TODAY), frame.bottom - 20)
    assert shown.tip.isVisible()
    assert shown.view._tip.lines[0] == "Thursday, 19 November"
    assert shown.view._tip.lines[2] == "◆ Oakline Insurance, after the screening"
    shown.move_to(2, 2)
    assert not shown.tip.isVisible()


def test_pointing_draws_no_chart_again(shown: Shown) -> None:
    canvas = shown.view._canvas
    drawn = 0

    def count(_event: object) -> None:
        nonlocal drawn
        drawn += 1

    canvas.mpl_connect("draw_event", count)
    before = len(shown.themes)
    frame = shown.view.geometry_drawn.frame
    assert frame is not None
    for step in range(40):
        shown.move_to(frame.left + 20 * step, frame.top + 50)
    assert shown.tip.isVisible()
    assert (drawn, len(shown.themes)) == (0, before)


def test_the_tip_stays_inside_the_view(shown: Shown) -> None:
    for spot in shown.view.geometry_drawn.spots:
        shown.view._on_pointer_moved(spot.x, 100)
        assert shown.view.rect().contains(shown.tip.geometry())


@pytest.mark.parametrize("employer", [r"$\frac{", "<b>bold</b>", "x" * 10_000, "a\nb\tc", "🙂"])
def test_the_tip_shows_any_employer_as_it_is(
    qtbot: QtBot, qapp: QApplication, employer: str
) -> None:
    mark = RejectionMark(TODAY, employer, "", Stage.TASK)
    made = Shown(qtbot, qapp, replace(search(30), rejections=(mark,)))
    made.wait()
    made.view._on_pointer_moved(made.view.geometry_drawn.spots[-1].x, 100)
    labels = made.tip.findChildren(QLabel)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)
    assert labels[-1].text().startswith(" ".join(employer.split())[:20])
    assert made.view.rect().contains(made.tip.geometry())


def test_arrow_keys_walk_the_days_and_say_them(shown: Shown) -> None:
    view = shown.view
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view._tip.lines[0] == "Thursday, 19 November"
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view._tip.lines[0] == "Wednesday, 18 November"
    assert view.accessibleDescription().startswith("Wednesday, 18 November. Momentum ")
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view._tip.lines[0] == "Saturday, 22 August"
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view._tip.lines[0] == "Saturday, 22 August"
    QTest.keyClick(view, Qt.Key.Key_End)
    assert view._tip.lines[0] == "Thursday, 19 November"
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert not shown.tip.isVisible()
    assert view.accessibleDescription() == summary(shown.timeline)


def test_it_has_a_name_and_its_course_in_words(shown: Shown) -> None:
    assert shown.view.accessibleName() == "Momentum timeline"
    assert "Momentum goes from" in shown.view.accessibleDescription()


def test_it_follows_the_theme(shown: Shown) -> None:
    shown.appearance.set_choice("dark")
    QTest.qWait(50)
    assert shown.themes[-1] == "dark"
    ground = shown.view.grab().toImage().pixelColor(WIDTH - 12, HEIGHT // 3)
    assert ground.name().upper() == tokens.DARK.surface


def test_another_size_is_drawn_anew_in_that_size(shown: Shown) -> None:
    shown.view.resize(700, 400)
    QTest.qWait(50)
    frame = shown.view.geometry_drawn.frame
    assert frame is not None
    assert (frame.width, frame.height) == (700 - 2 * MARGIN, 400 - 2 * MARGIN)


def test_an_empty_timeline_is_pointed_at_in_vain(qtbot: QtBot, qapp: QApplication) -> None:
    made = Shown(qtbot, qapp, Timeline(days=(), today=TODAY))
    made.wait()
    made.move_to(300, 100)
    QTest.keyClick(made.view, Qt.Key.Key_Left)
    assert not made.tip.isVisible()


def test_the_figure_is_let_go_when_the_view_closes(qtbot: QtBot, qapp: QApplication) -> None:
    made = Shown(qtbot, qapp, search(30))
    made.wait()
    figure = weakref.ref(made.view._figure)
    made.view.close()
    QTest.qWait(20)
    gc.collect()
    assert figure() is None


def test_it_is_crisp_on_a_fine_screen(repository: Path) -> None:
    code = """
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from desktop_app.ui.theme import Appearance
from desktop_app.ui.widgets.chart_view import ChartView
from tests.charts.searches import search
app = QApplication([])
view = ChartView(Appearance(app, "light", text_scale=1.0), "Momentum")
def drawing(figure, theme, scale):
    from desktop_app.charts.timeline import draw
    return draw(figure, search(90), theme, scale=scale)
view.show_chart(drawing, lambda spot: [], "")
view.resize(600, 300)
view.show()
while not view.ready:
    app.processEvents()
QTest.qWait(100)
canvas = view._canvas
assert canvas.devicePixelRatioF() == 2, canvas.devicePixelRatioF()
pixels = canvas.buffer_rgba().shape
assert pixels[:2] == (2 * canvas.height(), 2 * canvas.width()), pixels
assert view.geometry_drawn.frame.width == canvas.width()
"""
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=repository,
        capture_output=True,
        env={**os.environ, "QT_SCALE_FACTOR": "2", "PYTHONPATH": str(repository)},
    )
    assert done.returncode == 0, done.stderr.decode()
