"""The import sheet: what it shows first, that it imports beside the window, that it can stop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog, QPushButton, QTableView

from tests.ui.import_desk import DATA, FRENCH, Desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, qapp, tmp_path)
    yield desk
    desk.services.upkeep.close()


def test_it_asks_for_a_file_first(desk: Desk) -> None:
    assert "Drop a file here" in desk.words()
    assert not desk.button("Import").isVisible()
    assert desk.button("Choose a file…").hasFocus() or not desk.sheet.isActiveWindow()


def test_the_preview_tells_counts_days_and_the_first_rows(desk: Desk) -> None:
    desk.read(FRENCH)
    assert "447 applications" in desk.words()
    assert "30 Aug to 17 Nov 2023" in desk.words()
    assert "10 have no day" in desk.words()
    rows = desk.cells("What will come in")
    assert rows[0] == ["30 Aug 2023", "Orange", "Data Scientist", "Screening", "Rejected, 26 Oct"]
    assert len(rows) == 100
    assert desk.count("application") == 0


def test_import_brings_it_in_and_says_so_with_undo(desk: Desk) -> None:
    desk.read(FRENCH)
    with desk.qtbot.waitSignal(desk.sheet.imported, timeout=5000):
        desk.press("Import")
        assert not desk.button("Import").isEnabled()
    assert not desk.sheet.isVisible()
    assert desk.count("application") == 447
    assert desk.said == [("447 applications came in.", True)]
    assert desk.journal.undo() == "Import of 447 applications"
    assert desk.count("application") == 0


def test_every_row_that_stays_out_is_there_with_its_line_and_reason(desk: Desk) -> None:
    head = "Company,Position,Date sent,Response?"
    rows = [f"A{n},B,13/40/2023,Ghosted" for n in range(250)]
    desk.read(desk.write("\n".join([head, "Good,B,1/2/2023,Ghosted", *rows])))
    out = desk.cells("Rows that stay out, and remarks")
    assert len(out) == 250
    assert out[0][0] == "3"
    assert "13/40/2023" in out[0][1]
    assert "250 rows stay out" in desk.words()
    assert desk.button("Import").isEnabled()


def test_a_file_that_is_there_already_has_nothing_to_import(desk: Desk) -> None:
    desk.read(FRENCH)
    with desk.qtbot.waitSignal(desk.sheet.imported, timeout=5000):
        desk.press("Import")
    desk.open()
    desk.read(FRENCH)
    assert "Nothing new" in desk.words()
    assert not desk.button("Import").isEnabled()


def test_a_bad_file_is_a_sentence_and_changes_nothing(desk: Desk) -> None:
    path = desk.folder / "picture.csv"
    path.write_bytes(b"\x89PNG\r\n\x1a\n")
    desk.read(path)
    assert "“picture.csv” is a picture, no table. Nothing was changed." in desk.words()
    assert not desk.button("Import").isVisible()
    desk.read(FRENCH)
    assert "picture" not in desk.words()


def test_words_of_the_file_are_shown_as_they_are(desk: Desk) -> None:
    words = "<b>Acme</b> $x^2$"
    desk.read(desk.write(f"Company,Position,Date sent,Response?\n{words},=1+1,1/2/2023,\n"))
    assert desk.cells("What will come in")[0][1:3] == [words, "=1+1"]


def test_cancel_takes_an_import_back_whole(desk: Desk) -> None:
    desk.read(FRENCH)
    # Held back by this thread: the worker waits for the journal, as behind a longer write.
    with desk.journal.write("Another step"):
        desk.press("Import")
        desk.press("Cancel")
        assert desk.sheet.isVisible()
    desk.qtbot.waitUntil(lambda: not desk.sheet.isVisible(), timeout=5000)
    assert desk.said == [("The import was cancelled. Nothing was changed.", False)]
    assert desk.count("application") == 0
    assert desk.journal.undo_name is None


def test_escape_closes_it_while_nothing_runs(desk: Desk) -> None:
    desk.qtbot.keyClick(desk.sheet, Qt.Key.Key_Escape)
    assert not desk.sheet.isVisible()
    assert desk.said == []


def test_closing_while_a_file_is_read_forgets_the_file(desk: Desk) -> None:
    desk.sheet.read_file(FRENCH)
    desk.sheet.reject()
    assert not desk.sheet.isVisible()
    desk.qtbot.waitUntil(lambda: desk.sheet._task is None, timeout=5000)
    assert "447 applications" not in desk.words()
    assert desk.said == []


def test_a_file_may_be_dropped_onto_it(desk: Desk) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(FRENCH))])
    drop = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    desk.sheet.dropEvent(drop)
    desk.wait_for_word_or_failure()
    assert "447 applications" in desk.words()


def test_a_file_may_be_picked(desk: Desk) -> None:
    desk.press("Choose a file…")
    picker = desk.sheet.findChild(QFileDialog)
    picker.fileSelected.emit(str(DATA / "loop_job_search_and_mood_169_days.csv"))
    picker.close()
    desk.wait_for_word_or_failure()
    assert "48 activities, 130 check-ins" in desk.words()


def test_everything_that_takes_the_focus_has_a_name(desk: Desk) -> None:
    desk.read(FRENCH)
    for widget in (*desk.sheet.findChildren(QPushButton), *desk.sheet.findChildren(QTableView)):
        assert widget.accessibleName() or widget.objectName().startswith("qt_")
