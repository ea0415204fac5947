"""The mapping screen: guessed, changed by a click, previewed at once, remembered."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QWidget

from desktop_app.transfer.files import FIRST_PART
from desktop_app.transfer.mapping import Target
from desktop_app.ui.sheets.import_tables import MARKED_ROLE
from tests.ui.import_desk import AMERICAN, FRENCH, Desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

OWN = """Firm;Job;Gesendet;Ergebnis;Gespräch;Ort
Müller;Koch;03/04/2023;Absage;;Bonn
Straßenbau;Büro;05/06/2023;keine Antwort;;Köln
Acme;Koch;31/04/2023;Abducted;;Bonn
Meier;Koch;07/08/2023;Absage;bald;Bonn
Meier;Koch;07/08/2023;Gespräch;09/08/2023;Bonn
"""


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(qtbot, qapp, tmp_path)
    desk.sheet.resize(1080, 776)
    yield desk
    desk.services.upkeep.close()


def opened(desk: Desk, text: str = OWN, name: str = "own.csv") -> Desk:
    path = desk.folder / name
    path.write_text(text, encoding="utf-8")
    desk.read(path)
    return desk


def answer(desk: Desk, label: str) -> None:
    """Click a chip of a question, once it is asked."""

    def chips() -> list[QAbstractButton]:
        every = desk.sheet.findChildren(QAbstractButton)
        return [one for one in every if one.isVisible() and f", {label}, " in one.accessibleName()]

    desk.qtbot.waitUntil(lambda: bool(chips()), timeout=5000)
    desk.qtbot.mouseClick(chips()[0], Qt.MouseButton.LeftButton)


def rows(desk: Desk) -> list[list[str]]:
    return desk.cells("As it comes in")


def test_an_unknown_file_shows_what_it_seems_to_be(desk: Desk) -> None:
    opened(desk)
    face = desk.sheet.mapping
    assert desk.sheet.face is face
    assert "Which column is what?" in desk.words()
    assert "own.csv · 5 rows · Semicolon · UTF-8" in desk.words()
    assert face.columns.box(Target.EMPLOYER).currentText() == "Firm"
    assert face.columns.box(Target.DAY).currentText() == "Gesendet"
    assert face.meanings.box("Absage").currentText() == "Rejected"
    assert face.meanings.box("keine Antwort").currentText() == "Silence"
    assert "Not known here, so open: Abducted." in desk.words()
    assert face.columns.box(Target.NOTE).isHidden()
    assert desk.count("application") == 0


def test_day_or_month_is_asked_with_an_example_and_nothing_is_imported_before(desk: Desk) -> None:
    opened(desk)
    assert "03/04/2023 in “Gesendet”: 3 April or 4 March?" in desk.words()
    desk.qtbot.waitUntil(lambda: "Say which." in desk.sheet.mapping.preview.words.text())
    assert not desk.button("Import").isEnabled()
    assert rows(desk)[0][0] == "03/04/2023"
    assert rows(desk)[0][-1] == "Waits for your answer."
    answer(desk, "4 March")
    desk.wait_for_counts()
    assert rows(desk)[0][0] == "4 Mar 2023"
    answer(desk, "3 April")
    desk.wait_for_counts()
    assert rows(desk)[0][0] == "3 Apr 2023"
    assert desk.button("Import").isEnabled()


def test_cells_that_cannot_be_read_are_marked_and_say_why(desk: Desk) -> None:
    opened(desk)
    answer(desk, "3 April")
    assert desk.wait_for_counts() == "3 applications · 1 left out"
    model = desk.sheet.mapping.preview.view.model()
    assert rows(desk)[2][0] == "31/04/2023"
    assert "Stays out. Gesendet: “31/04/2023” is in no calendar." in rows(desk)[2][-1]
    assert rows(desk)[3][3] == "bald"
    assert "comes in without a day" in rows(desk)[3][-1]
    marked = [
        (row, column)
        for row in range(model.rowCount())
        for column in range(model.columnCount())
        if model.index(row, column).data(MARKED_ROLE)
    ]
    assert marked == [(2, 0), (3, 3)]
    desk.qtbot.mouseClick(desk.sheet.mapping.preview.shown._segments[1], Qt.MouseButton.LeftButton)
    out = desk.cells("As it comes in")
    assert out[0] == ["4", "Gesendet: “31/04/2023” is in no calendar."]


def test_rows_of_one_application_are_kept_once_unless_the_person_says_both(desk: Desk) -> None:
    opened(desk)
    answer(desk, "3 April")
    desk.wait_for_counts()
    desk.qtbot.waitUntil(lambda: "2 rows tell of the same application." in desk.words())
    answer(desk, "Keep both")
    assert desk.wait_for_counts() == "4 applications · 1 left out"
    answer(desk, "Keep once")
    assert desk.wait_for_counts() == "3 applications · 1 left out"


def test_another_column_and_another_meaning_show_at_once(desk: Desk) -> None:
    opened(desk, "Company,Boss,Sent,Status\nAcme,Ann,2023-08-30,Applied\n")
    face = desk.sheet.mapping
    desk.wait_for_counts()
    assert rows(desk)[0] == ["30 Aug 2023", "Acme", "", "Application", "Open"]
    desk.choose(face.columns.box(Target.EMPLOYER), "Boss")
    assert rows(desk)[0][1] == "Ann"
    desk.choose(face.meanings.box("Applied"), "Rejected after an interview")
    assert rows(desk)[0][3:] == ["Interview", "Rejected"]
    desk.choose(face.columns.box(Target.STATUS), "None")
    assert rows(desk)[0][4] == "Open"
    assert "everything comes in as open" in desk.words()


def test_columns_seldom_needed_are_folded_away_and_come_by_a_click(desk: Desk) -> None:
    opened(desk, "Company,Sent,Internal code\nAcme,2023-08-30,R-7\n")
    face = desk.sheet.mapping
    assert "Left out: Internal code" in desk.words()
    desk.press("More columns")
    box = face.columns.box(Target.REFERENCE)
    assert box.isVisible()
    desk.choose(box, "Internal code")
    desk.wait_for_counts()
    with desk.qtbot.waitSignal(desk.sheet.imported, timeout=5000):
        desk.press("Import")
    assert desk.journal.value("SELECT reference FROM application") == "R-7"


def test_columns_left_out_can_be_kept_in_the_note(desk: Desk) -> None:
    opened(desk, "Company,Sent,Wage\nAcme,2023-08-30,50k\n")
    desk.sheet.mapping.columns._rest.click()
    desk.wait_for_counts()
    with desk.qtbot.waitSignal(desk.sheet.imported, timeout=5000):
        desk.press("Import")
    assert desk.journal.value("SELECT note FROM application") == "Wage: 50k"


def test_without_an_employer_it_says_what_is_missing(desk: Desk) -> None:
    opened(desk, "Company,Sent\nAcme,2023-08-30\n")
    desk.wait_for_counts()
    desk.choose(desk.sheet.mapping.columns.box(Target.EMPLOYER), "None")
    words = desk.sheet.mapping.preview.words
    desk.qtbot.waitUntil(lambda: "which column is the employer" in words.text())
    assert not desk.button("Import").isEnabled()


def test_a_mapping_is_offered_the_next_time_without_asking(desk: Desk) -> None:
    opened(desk)
    answer(desk, "3 April")
    desk.wait_for_counts()
    desk.choose(desk.sheet.mapping.meanings.box("Abducted"), "I withdrew")
    desk.wait_for_counts()
    with desk.qtbot.waitSignal(desk.sheet.imported, timeout=5000):
        desk.press("Import")
    assert desk.said == [("3 applications came in.", True)]
    desk.open()
    more = OWN.replace("03/04/2023", "30/04/2023").replace("31/04/2023", "30/04/2023")
    opened(desk, more, "later.csv")
    assert desk.sheet.face is desk.sheet.preview
    assert "2 applications" in desk.words()
    assert "The columns as you mapped them" in desk.words()
    coming = desk.cells("What will come in")
    assert ["30 Apr 2023", "Acme", "Koch", "Application", "Withdrawn"] in coming
    desk.press("Map the columns yourself")
    assert desk.sheet.mapping.meanings.box("Abducted").currentText() == "I withdrew"


def test_undo_of_the_import_takes_the_mapping_back_with_it(desk: Desk) -> None:
    before = desk.journal.query("SELECT * FROM setting")
    opened(desk, "Company,Sent\nAcme,2023-08-30\n")
    desk.wait_for_counts()
    with desk.qtbot.waitSignal(desk.sheet.imported, timeout=5000):
        desk.press("Import")
    assert len(desk.journal.query("SELECT * FROM setting")) == len(before) + 1
    assert desk.journal.undo() == "Import of 1 application"
    assert desk.journal.query("SELECT * FROM setting") == before
    assert desk.journal.undo_name is None


def test_a_known_program_needs_no_mapping_but_can_be_mapped(desk: Desk) -> None:
    desk.read(FRENCH)
    assert desk.sheet.face is desk.sheet.preview
    desk.press("Map the columns yourself")
    assert desk.sheet.face is desk.sheet.mapping
    assert "10 left out" not in desk.wait_for_counts()
    assert desk.sheet.mapping.columns.box(Target.SCREENING).currentText() == "Phone call"


def test_a_file_can_be_read_otherwise(desk: Desk) -> None:
    opened(desk, "Acme|Dev|2023-08-30\nBeta|Chef|2023-08-31\n")
    face = desk.sheet.mapping
    assert rows(desk)[0][1] == "Acme"
    desk.press("Change how it is read")
    desk.choose(face.how._header, "Line 1")
    desk.qtbot.waitUntil(lambda: len(rows(desk)) == 1 and desk.sheet._task is None, timeout=5000)
    assert face.columns.box(Target.EMPLOYER).findText("Acme") > 0
    desk.choose(face.how._delimiter, "Semicolon")
    desk.qtbot.waitUntil(lambda: "Semicolon" in desk.words(), timeout=5000)
    desk.choose(face.how._encoding, "UTF-16")
    desk.qtbot.waitUntil(lambda: "can't be read as UTF-16" in desk.words(), timeout=5000)
    assert face.how._encoding.currentText() == "UTF-8"
    assert desk.sheet.face is face


def test_of_a_gigabyte_the_first_rows_are_shown_and_what_to_do(desk: Desk) -> None:
    path = desk.folder / "huge.csv"
    row = b"Acme,Dev,2023-08-30\n"
    with path.open("wb") as file:
        file.write(b"Company,Position,Sent\n" + row * (FIRST_PART // len(row)))
        file.truncate(1_000_000_000)
    desk.read(path)
    assert "1000 MB" in desk.words()
    assert "several smaller files" in desk.words()
    assert rows(desk)[0][1] == "Acme"
    assert desk.wait_for_counts() == "Only the first part was read."
    assert not desk.button("Import").isEnabled()


def test_a_list_of_indeed_is_shown_without_questions(desk: Desk) -> None:
    desk.read(AMERICAN.with_name("applications_indeed_canada_2025.json"))
    assert "201 applications" in desk.words()


def test_a_file_with_the_same_name_read_later_is_read_anew(desk: Desk) -> None:
    opened(desk, "Company,Sent\nAcme,2023-08-30\n")
    desk.wait_for_counts()
    opened(desk, "Company,Sent\nBeta,2023-08-30\n")
    desk.wait_for_counts()
    assert rows(desk)[0][1] == "Beta"


def test_everything_that_takes_the_focus_has_a_name(desk: Desk) -> None:
    opened(desk)
    answer(desk, "3 April")
    desk.wait_for_counts()
    desk.press("More columns")
    desk.press("Change how it is read")
    for widget in desk.sheet.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
            named = widget.accessibleName() or widget.objectName().startswith("qt_")
            assert named, widget
    for box in desk.sheet.findChildren(QComboBox):
        assert box.accessibleName()


def test_enter_on_a_box_imports_nothing_but_ctrl_enter_does(desk: Desk) -> None:
    opened(desk, "Company,Sent\nAcme,2023-08-30\n")
    desk.wait_for_counts()
    box = desk.sheet.mapping.columns.box(Target.EMPLOYER)
    box.setFocus()
    desk.qtbot.keyClick(box, Qt.Key.Key_Return)
    assert desk.sheet._task is None
    with desk.qtbot.waitSignal(desk.sheet.imported, timeout=5000):
        desk.sheet.activateWindow()
        desk.qtbot.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert desk.count("application") == 1


def test_names_without_rows_have_nothing_to_bring(desk: Desk) -> None:
    opened(desk, "Company,Sent\n")
    assert desk.wait_for_counts() == "No rows"
    assert not desk.button("Import").isEnabled()


def test_the_wheel_over_a_box_changes_nothing(desk: Desk) -> None:
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent

    opened(desk)
    box = desk.sheet.mapping.columns.box(Target.EMPLOYER)
    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), QPoint(0, 0), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    box.wheelEvent(event)
    assert not event.isAccepted()
    assert box.currentText() == "Firm"


def test_it_fits_a_small_sheet_with_text_twice_as_large(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    from desktop_app.ui.sheets.import_sheet import ImportSheet
    from desktop_app.ui.theme import Appearance

    desk = Desk(qtbot, qapp, tmp_path)
    look = Appearance(qapp, "light", text_scale=2.0)
    desk.sheet = ImportSheet(look, desk.services, desk.messages)
    qtbot.addWidget(desk.sheet)
    desk.sheet.resize(976, 616)
    desk.sheet.show()
    opened(desk)
    assert (desk.sheet.width(), desk.sheet.height()) <= (976, 776)
    face = desk.sheet.mapping
    assert not face._pinned
    for box in face.findChildren(QComboBox):
        if box.isVisible():
            assert box.width() <= face.width()
    answer(desk, "3 April")
    desk.qtbot.waitUntil(lambda: "3 applications" in desk.sheet._doing.text(), timeout=5000)
    desk.services.upkeep.close()


def test_the_american_file_under_other_names_is_mapped_by_what_stands_in_it(desk: Desk) -> None:
    path = desk.folder / "own.csv"
    shutil.copy(AMERICAN, path)
    text = path.read_text(encoding="utf-8-sig").replace("Response?", "How it went", 1)
    opened(desk, text)
    face = desk.sheet.mapping
    assert desk.sheet.face is face
    assert face.columns.box(Target.STATUS).currentText() == "How it went"
    assert desk.wait_for_counts() == "176 applications"


def test_a_column_is_only_one_thing(desk: Desk) -> None:
    opened(desk)
    face = desk.sheet.mapping
    columns = face.columns
    taken = columns.columns[Target.DAY]
    box = columns.box(Target.EMPLOYER)
    box.setCurrentIndex(box.findData(taken))
    box.choice_made.emit(taken)
    assert columns.columns[Target.EMPLOYER] == taken
    assert Target.DAY not in columns.columns
