"""'Already searching?': one entrance, three ways, driven through the whole window."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QComboBox, QFileDialog

from desktop_app.transfer.mapping import Target
from desktop_app.ui.actions.specs import window_actions
from desktop_app.ui.sheets.already_sheet import AlreadySheet
from desktop_app.ui.sheets.busy_sheet import BusySheet
from desktop_app.ui.sheets.import_sheet import ImportSheet
from desktop_app.ui.sheets.rejection_sheet import RejectionSheet
from tests.ui.already import LINK, button, by_menu, chip, opened, words
from tests.ui.desks import TODAY, WindowDesk
from tests.ui.import_desk import AMERICAN, choose

if TYPE_CHECKING:
    from pathlib import Path


def pick(desk: WindowDesk, sheet: ImportSheet, path: Path) -> None:
    """Press 'Choose a file…' and pick one, as the system's dialog tells of it."""
    desk.click(button(sheet, "Choose a file…"))
    picker = sheet.findChild(QFileDialog)
    picker.fileSelected.emit(str(path))
    picker.close()
    desk.qtbot.waitUntil(lambda: sheet._task is None and sheet._opened is not None, timeout=10_000)
    desk.settle()


def counted(desk: WindowDesk, sheet: ImportSheet) -> str:
    desk.qtbot.waitUntil(lambda: sheet._brought is not None, timeout=10_000)
    desk.settle()
    return sheet.mapping.preview.words.text()


# The entrance


def test_the_first_run_asks_and_later_runs_do_not(window_desk: WindowDesk) -> None:
    desk = window_desk
    assert desk.window
    assert desk.shows(LINK)
    desk.press("4")
    assert not desk.shows(LINK)
    assert by_menu(desk).windowTitle() == "Already searching?"


def test_it_is_an_action_of_the_file_menu_beside_import(window_desk: WindowDesk) -> None:
    names = [one.name for one in window_actions() if one.menu == "file"]
    assert names.index("already") == names.index("import") - 1
    desk = window_desk
    _ = desk.window
    desk.shortcut("Ctrl+I")
    sheet = desk.sheet(ImportSheet)
    assert sheet is not None
    assert not isinstance(sheet, AlreadySheet)
    assert not any(one.text() == "Only totals" for one in sheet.findChildren(QAbstractButton))


def test_a_way_can_be_left_by_back_and_the_sheet_by_escape(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window
    sheet = opened(desk)
    for way in ("Only totals", "An estimate to start from"):
        desk.click(button(sheet, way))
        assert way in words(sheet)
        desk.click(button(sheet, "Back"))
        assert "Drop a file here" in words(sheet)
    desk.press(Qt.Key.Key_Escape)
    assert desk.sheet(AlreadySheet) is None
    assert desk.services.totals.get() is None


# A file


def test_the_american_file_comes_in_through_the_mapping_as_if_it_were_unknown(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    _ = desk.window
    sheet = opened(desk)
    pick(desk, sheet, AMERICAN)
    assert sheet.face is sheet.preview  # a known program needs no mapping
    desk.click(button(sheet, "Map the columns yourself"))
    face = sheet.mapping
    assert sheet.face is face
    assert counted(desk, sheet) == "176 applications"
    # Each column is chosen by hand, as if nothing had been guessed.
    for target, title in (
        (Target.EMPLOYER, "Company"),
        (Target.POSITION, "Position"),
        (Target.DAY, "Date sent"),
        (Target.STATUS, "Response?"),
        (Target.ANSWERED, "Date of 1st Response"),
        (Target.INTERVIEW, "Date Interview"),
        (Target.OFFER, "Job Offer"),
        (Target.SOURCE, "Application site"),
        (Target.LOCATION, "Location"),
    ):
        box = face.columns.box(target)
        choose(desk.qtbot, box, "None")
        choose(desk.qtbot, box, title)
    choose(desk.qtbot, face.meanings.box("Ghosted"), "Open")
    choose(desk.qtbot, face.meanings.box("Ghosted"), "Silence")
    assert [face.meanings.box(word).currentText() for word in ("Rejected", "Inter + Rejec")] == [
        "Rejected",
        "Rejected after an interview",
    ]
    assert face.order_question is None  # 11/14/2021 decides it
    desk.qtbot.waitUntil(lambda: face.alike_question is not None, timeout=10_000)
    desk.settle()
    assert "2 rows tell of the same application." in words(sheet)
    desk.click(chip(sheet, "Keep both"))
    assert counted(desk, sheet) == "177 applications"
    desk.click(button(sheet, "Import"))
    desk.qtbot.waitUntil(lambda: desk.toast == "177 applications came in.", timeout=20_000)
    found = desk.services.applications.all()
    assert len(found) == 177
    assert all(one.history for one in found)
    outcomes = [one.outcome and one.outcome.value for one in found]
    assert {name: outcomes.count(name) for name in set(outcomes)} == {
        "silence": 114,
        "rejected": 51,
        None: 11,
        "job_cancelled": 1,
    }
    assert len(desk.services.rejections.all()) == 51
    desk.settle()
    desk.shortcut("Ctrl+Z")
    assert desk.services.applications.all() == []
    assert desk.services.settings.get("mappings") == {}


def test_history_is_not_offered_when_a_rejection_comes_in(
    window_desk: WindowDesk, tmp_path: Path
) -> None:
    desk = window_desk
    _ = desk.window
    recent = (TODAY - timedelta(days=3)).isoformat()
    old, new = tmp_path / "old.csv", tmp_path / "new.csv"
    old.write_text("Company,Position,Date sent\nKestrel Health,Old,2023-08-30\n")
    new.write_text(f"Company,Position,Date sent\nKestrel Bank,New,{recent}\n")
    for path in (old, new):
        sheet = by_menu(desk)
        pick(desk, sheet, path)
        counted(desk, sheet) if sheet.face is sheet.mapping else None
        desk.click(button(sheet, "Import"))
        desk.qtbot.waitUntil(lambda: desk.sheet(AlreadySheet) is None, timeout=10_000)
    desk.shortcut("Ctrl+R")
    form = desk.sheet(RejectionSheet)
    assert form is not None
    desk.qtbot.keyClicks(form.fields.employer, "Kestrel")
    desk.settle()
    offered = form.fields.employer._matches
    assert [offered.application(row).employer for row in range(offered.rowCount())] == [
        "Kestrel Bank"
    ]


def large(folder: Path, rows: int) -> Path:
    path = folder / "large.csv"
    lines = (
        f"Employer {n % 900},Job {n},{2000 + n % 20}-0{1 + n % 9}-1{n % 9}" for n in range(rows)
    )
    path.write_text("\n".join(["Company,Position,Date sent", *lines]))
    return path


def test_a_large_file_comes_in_and_is_taken_back_beside_the_window(
    window_desk: WindowDesk, tmp_path: Path
) -> None:
    desk = window_desk
    sheet = opened(desk) if desk.window else None
    assert sheet is not None
    pick(desk, sheet, large(tmp_path, 4000))
    assert counted(desk, sheet) == "4000 applications"
    longest = Longest()
    desk.click(button(sheet, "Import"))
    seen: list[int] = []
    sheet._progress.valueChanged.connect(seen.append)
    desk.qtbot.waitUntil(lambda: desk.toast == "4000 applications came in.", timeout=30_000)
    assert len(seen) > 20
    desk.settle()
    desk.shortcut("Ctrl+Z")
    busy = desk.sheet(BusySheet)
    assert busy is not None
    assert "Taking back: Import of 4000 applications" in words(busy)
    desk.press(Qt.Key.Key_Escape)
    assert busy.isVisible()
    desk.qtbot.waitUntil(lambda: desk.toast.startswith("Taken back"), timeout=30_000)
    assert desk.services.applications.all() == []
    assert longest.stop() < 1000  # the window answered all the while


def test_a_large_import_that_is_cancelled_leaves_nothing(
    window_desk: WindowDesk, tmp_path: Path
) -> None:
    desk = window_desk
    _ = desk.window
    sheet = opened(desk)
    pick(desk, sheet, large(tmp_path, 4000))
    counted(desk, sheet)
    desk.click(button(sheet, "Import"))
    desk.qtbot.waitUntil(lambda: sheet._progress.value() > 500, timeout=20_000)
    desk.click(button(sheet, "Cancel"))
    desk.qtbot.waitUntil(lambda: desk.sheet(AlreadySheet) is None, timeout=20_000)
    assert desk.toast == "The import was cancelled. Nothing was changed."
    assert desk.services.applications.all() == []
    assert desk.services.upkeep.undo_name is None
    assert desk.services.momentum.bounds() is None


def test_closing_while_a_large_file_is_read_waits_for_nothing(
    window_desk: WindowDesk, tmp_path: Path
) -> None:
    desk = window_desk
    _ = desk.window
    sheet = opened(desk)
    sheet.read_file(large(tmp_path, 90_000))
    desk.press(Qt.Key.Key_Escape)
    desk.settle()
    assert desk.window.findChildren(ImportSheet) == []
    desk.qtbot.wait(1500)  # the worker ends, and nobody listens
    desk.press("4")
    assert desk.mood == 4


class Longest:
    """Measures the longest time that the event loop did not turn."""

    def __init__(self) -> None:
        self._clock = QElapsedTimer()
        self._clock.start()
        self._longest = 0
        self._timer = QTimer()
        self._timer.timeout.connect(self._on_timeout)
        self._timer.start(5)

    def stop(self) -> int:
        """Return it in milliseconds."""
        self._timer.stop()
        return self._longest

    def _on_timeout(self) -> None:
        self._longest = max(self._longest, self._clock.restart())


def test_every_part_of_the_sheet_has_a_name(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window
    sheet = opened(desk)
    for way in ("Only totals", "An estimate to start from"):
        desk.click(button(sheet, way))
        for widget in sheet.findChildren(QAbstractButton) + sheet.findChildren(QComboBox):
            if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                assert widget.accessibleName(), widget
        desk.click(button(sheet, "Back"))
