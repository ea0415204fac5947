"""A walk over all pages and sheets with the largest text in a small window: everything fits."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from desktop_app import tokens
from desktop_app.domain.searches import Ending
from desktop_app.ui.pages.momentum import MomentumPage
from desktop_app.ui.pages.records import RecordsPage
from desktop_app.ui.pages.searches.page import SearchesPage
from desktop_app.ui.sheets.already_sheet import AlreadySheet
from desktop_app.ui.sheets.import_sheet import ImportSheet
from desktop_app.ui.widgets import painting
from desktop_app.ui.widgets.action_card import ActionCard
from desktop_app.ui.widgets.labels import ElidedLabel
from desktop_app.ui.widgets.record_view import CELL_EDGE
from tests.ui.test_accessible_names import fill, places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.ui.desks import WindowDesk

DATA = Path(__file__).parent.parent / "data"


class Cuts:
    """Notes the words that painted widgets cut short."""

    def __init__(self) -> None:
        self.words: list[str] = []

    def metrics(self) -> type[QFontMetricsF]:
        cut = self.words

        class Metrics(QFontMetricsF):
            def elidedText(self, words: str, *how: Any) -> str:  # noqa: ANN401
                cut.append(words)
                return super().elidedText(words, *how)

        return Metrics


@pytest.fixture
def cuts(monkeypatch: pytest.MonkeyPatch) -> Cuts:
    noted = Cuts()
    monkeypatch.setattr(painting, "QFontMetricsF", noted.metrics())
    return noted


def misfits(root: QWidget) -> list[str]:
    """Return what does not fit among the widgets in sight."""
    found = []
    for widget in [root, *root.findChildren(QWidget)]:
        if widget.isVisible() and not _covered(widget):
            what = f"{type(widget).__name__} {_words(widget)!r}"
            found += [f"{what} {wrong}" for wrong in _misfit(widget)]
    return found


def _misfit(widget: QWidget) -> Iterator[str]:
    need = widget.sizeHint() - QSize(1, 1)  # a border of the parent's
    if isinstance(widget, ElidedLabel):
        pass
    elif isinstance(widget, QLabel) and widget.wordWrap():
        if widget.height() < widget.heightForWidth(widget.width()):
            yield f"is {widget.height()} high, needs {widget.heightForWidth(widget.width())}"
    elif isinstance(widget, QLabel | QAbstractButton):
        least = need if isinstance(widget, QLabel) else widget.minimumSizeHint() - QSize(1, 1)
        if widget.width() < min(need.width(), least.width()):
            yield f"is {widget.width()} wide, needs {need.width()}"
        if widget.height() < min(need.height(), least.height()):
            yield f"is {widget.height()} high, needs {need.height()}"
    elif isinstance(widget, QComboBox | QAbstractSpinBox) and widget.width() < need.width():
        yield f"is {widget.width()} wide, needs {need.width()}"
    if isinstance(widget, QComboBox) and not widget.isEditable():
        words = widget.currentText()
        if widget.fontMetrics().horizontalAdvance(words) > _room(widget):
            yield f"cuts {words!r}"
    if isinstance(widget, QAbstractScrollArea) and not isinstance(widget, QAbstractItemView):
        policy = widget.horizontalScrollBarPolicy()
        inside = widget.widget() if isinstance(widget, QScrollArea) else None
        if policy is not Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
            if widget.horizontalScrollBar().maximum() > 0:
                yield "scrolls sideways"
        elif inside is not None and inside.width() > widget.viewport().width():
            yield f"shows {widget.viewport().width()} of {inside.width()} pixels"
    parent = widget.parentWidget()
    if parent is not None and not widget.isWindow() and not _scrolls(parent):
        beyond = _beyond(widget.geometry(), parent.rect())
        if beyond:
            yield f"is {beyond} pixels beyond {type(parent).__name__}"


def _room(box: QComboBox) -> int:
    """Return the width that a box leaves for its words."""
    option = QStyleOptionComboBox()
    box.initStyleOption(option)
    style, parts = box.style(), QStyle.ComplexControl
    part = QStyle.SubControl.SC_ComboBoxEditField
    return style.subControlRect(parts.CC_ComboBox, option, part, box).width()


def _scrolls(parent: QWidget) -> bool:
    around = parent.parentWidget()
    return isinstance(around, QAbstractScrollArea) and around.viewport() is parent


def _beyond(inner: QRect, outer: QRect) -> int:
    return max(
        outer.left() - inner.left(),
        outer.top() - inner.top(),
        inner.right() - outer.right(),
        inner.bottom() - outer.bottom(),
        0,
    )


def _covered(widget: QWidget) -> bool:
    """Whether it is a part of one of Qt's own widgets, or of nothing."""
    parent = widget.parentWidget()
    return isinstance(parent, QComboBox | QAbstractSpinBox | QLineEdit)


def _words(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton | QLabel) else ""
    return (widget.accessibleName() or text or widget.objectName())[:60]


@pytest.mark.parametrize(
    ("size", "scale"), [((1000, 640), 2.0), ((1000, 640), 1.0), ((1280, 800), 1.5)]
)
def test_every_page_and_sheet_fits(
    window_desk: WindowDesk, cuts: Cuts, size: tuple[int, int], scale: float
) -> None:
    desk = window_desk
    desk.text_scale = scale
    fill(desk)
    desk.window.resize(*size)
    desk.settle()
    found: dict[str, list[str]] = {}
    for place, reach in places(desk).items():
        desk.window.activateWindow()
        reach()
        desk.settle()
        sheet = desk.sheet(QDialog)
        root: QWidget = sheet if sheet is not None else desk.window
        cuts.words.clear()
        root.grab()
        desk.settle()  # what was laid out for the picture may ask for another height
        wrong = misfits(root)
        # The words of the hostile fill are longer than any field; all others are the program's.
        wrong += [f"cut: {words!r}" for words in cuts.words if "<b>" not in words]
        if sheet is not None:
            room = sheet.screen().availableGeometry().size()
            if sheet.width() > room.width() or sheet.height() > room.height():
                wrong.append(f"the sheet is {sheet.size().toTuple()}")
        if wrong:
            found[place] = wrong
        if sheet is not None:
            sheet.reject()
            desk.settle()
    assert found == {}


UNKNOWN = "Firm;Job title;When;Answer;Town\n" + "".join(
    f"Firm {n} & Sons;Clerk of matters {n};{n % 28 + 1}.10.2025;{answer};Lyon\n"
    for n, answer in enumerate(("no", "interview", "waiting") * 8)
)


@pytest.mark.parametrize(("size", "scale"), [((1000, 640), 2.0), ((1366, 696), 1.5)])
def test_the_faces_of_an_import_fit(
    window_desk: WindowDesk, tmp_path: Path, size: tuple[int, int], scale: float
) -> None:
    desk = window_desk
    desk.text_scale = scale
    desk.log_days(3, 2, 1)
    desk.window.resize(*size)
    file = tmp_path / "list of mine.csv"
    file.write_text(UNKNOWN, encoding="utf-8")
    for known in (file, DATA / "applications_france_2023.csv"):
        desk.window.commands.run("import")
        sheet = desk.sheet(ImportSheet)
        assert sheet is not None
        assert misfits(sheet) == []
        sheet.read_file(known)
        desk.qtbot.waitUntil(lambda sheet=sheet: sheet.primary.isVisible())
        desk.settle()
        sheet.grab()
        assert misfits(sheet) == []
        sheet.reject()
    desk.window.commands.run("already")
    already = desk.sheet(AlreadySheet)
    assert already is not None
    for card in already.findChildren(ActionCard):
        card.click()
        desk.settle()
        already.grab()
        assert misfits(already) == []
        already.left.click()
        desk.settle()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_palette_the_keys_and_the_day_table_fit(
    window_desk: WindowDesk, cuts: Cuts, scale: float
) -> None:
    desk = window_desk
    desk.text_scale = scale
    fill(desk)
    desk.window.resize(1000, 640)
    desk.shortcut("Ctrl+K")
    desk.window.grab()
    assert misfits(desk.window) == []
    desk.press(Qt.Key.Key_Escape)
    desk.window.commands.run("keys")
    keys = desk.sheet(QDialog)
    assert keys is not None
    keys.grab()
    assert misfits(keys) == []
    keys.reject()
    page = desk.window.show_page("momentum")
    assert isinstance(page, MomentumPage)
    page.table_button.click()
    desk.settle()
    desk.window.grab()
    assert misfits(desk.window) == []
    header = page.table_view.horizontalHeader()
    assert header.length() <= page.table_view.viewport().width()
    momentum = page.table.column("momentum")
    assert not page.table_view.isColumnHidden(momentum)
    assert [words for words in cuts.words if "<b>" not in words] == []


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_a_table_does_without_columns_before_a_name_is_shorter_than_twelve_letters(
    window_desk: WindowDesk, scale: float
) -> None:
    desk = window_desk
    desk.text_scale = scale
    fill(desk)
    for name in ("applications", "rejections"):
        page = desk.window.show_page(name)
        assert isinstance(page, RecordsPage)
        model, sideways = page.view.model(), Qt.Orientation.Horizontal
        titles = [model.headerData(column, sideways) for column in range(model.columnCount())]
        employer = titles.index("Employer")
        for size in ((1000, 640), (1280, 800), (1366, 696)):
            desk.window.resize(*size)
            desk.settle()
            assert not page.view.isColumnHidden(employer)
            font = desk.look.font(tokens.BODY, 600)
            room = page.view.columnWidth(employer) - 2 * desk.look.px(CELL_EDGE)
            letters = room / QFontMetricsF(font).averageCharWidth()
            assert letters >= 12, (name, size)


def test_the_page_of_a_search_gives_way_to_its_scroll_bar(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.text_scale = 2.0
    fill(desk)
    search = desk.services.searches.current()
    assert search is not None
    desk.services.searches.end(Ending.STOPPED)
    page = desk.window.show_page("searches")
    assert isinstance(page, SearchesPage)
    page.show_story(search.id)
    for width in range(1000, 1800, 20):
        desk.window.resize(width, 640)
        desk.settle()
        assert misfits(page) == []


def test_names_of_tiles_are_whole_whatever_the_width(window_desk: WindowDesk, cuts: Cuts) -> None:
    desk = window_desk
    desk.text_scale = 2.0
    desk.press("a", "l", "l", "n", "p")
    for width in range(1000, 2400, 50):
        for height in (640, 1500):
            desk.window.resize(width, height)
            desk.settle()
            desk.window.grab()
            assert cuts.words == [], (width, height)


def test_a_note_that_was_there_at_the_start_keeps_clear_of_its_key(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.services.check_ins.log(mood=2, note="Good talk with Priya about the planning team. " * 4)
    note = desk.window.today.check_in.note
    line = note.document().firstBlock().layout().lineAt(0)
    assert line.width() <= note.viewport().width()


def test_the_words_of_energy_are_whole_in_a_small_window(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.text_scale = 2.0
    desk.window.resize(1000, 640)
    desk.services.check_ins.log(energy=4)
    desk.settle()
    label = desk.window.today.check_in.energy._words
    assert label.text() == "4 of 5, lively"
    assert label.width() >= label.fontMetrics().horizontalAdvance(label.text())
