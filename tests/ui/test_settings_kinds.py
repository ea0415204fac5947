"""Kinds of activity in Settings: added, changed, moved, retired, and logged on Today."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QDialog

from desktop_app.services.kinds import KindForm
from desktop_app.ui.pages.settings.kind_row import KindRow
from desktop_app.ui.pages.settings.kinds import KindsSection
from desktop_app.ui.sheets.kind_sheet import KindSheet
from desktop_app.ui.widgets.activity_tile import ActivityTile
from desktop_app.ui.widgets.chip import Chip
from desktop_app.ui.widgets.decimal_field import DecimalField
from desktop_app.ui.widgets.switch import Switch
from tests.ui.desks import TODAY
from tests.ui.test_settings_page import open_settings

if TYPE_CHECKING:
    from tests.ui.desks import WindowDesk

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def open_kinds(desk: WindowDesk) -> KindsSection:
    section = open_settings(desk, "kinds").section("kinds")
    assert isinstance(section, KindsSection)
    return section


def row_of(desk: WindowDesk, name: str) -> KindRow:
    return open_kinds(desk).kind_rows[name]


def sheet_of(desk: WindowDesk) -> KindSheet:
    sheet = desk.sheet(KindSheet)
    assert sheet is not None
    return sheet


def in_order(desk: WindowDesk) -> list[str]:
    """Return the kinds as their rows stand, from the top."""
    rows = [row for row in desk.window.findChildren(KindRow) if row.isVisible()]
    return [row.name for row in sorted(rows, key=lambda row: row.y())]


def tiles(desk: WindowDesk) -> list[str]:
    """Return the tiles of Today in their order."""
    desk.window.show_page("today")
    desk.settle()
    found = [one for one in desk.window.findChildren(ActivityTile) if one.isVisible()]
    found.sort(key=lambda one: (one.y(), one.x()))
    return [str(one.property("kind_name")) for one in found]


def kinds(desk: WindowDesk) -> list[str]:
    return [kind.name for kind in desk.services.activities.kinds()]


# Adding


def test_a_kind_is_added_by_keys_moved_and_logged_by_its_letter(window_desk: WindowDesk) -> None:
    desk = window_desk
    section = open_kinds(desk)
    section.new.setFocus()
    desk.press(Key.Key_Return)
    sheet = sheet_of(desk)
    desk.press(*"job fair")
    sheet.letter.setFocus()
    desk.press(Key.Key_Return, "j")
    desk.press(Key.Key_Return, modifier=CTRL)
    assert desk.sheet(QDialog) is None
    assert desk.toast == "job fair is on the list"
    assert kinds(desk)[-1] == "job_fair"
    focus = desk.window.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Change job fair"
    for _time in range(9):
        desk.shortcut("Ctrl+Up")
    assert kinds(desk)[0] == "job_fair"
    assert in_order(desk) == kinds(desk)
    assert desk.window.focusWidget() is focus
    assert tiles(desk)[0] == "job_fair"
    desk.press("j", "j")
    assert desk.done() == {"job_fair": 2}
    assert desk.tile("job_fair").amount == 2
    assert desk.lines()[0].endswith("job fair × 2")
    assert desk.services.activities.of_day(TODAY)[0].points == 4


def test_a_kind_is_added_by_mouse(window_desk: WindowDesk) -> None:
    desk = window_desk
    section = open_kinds(desk)
    desk.click(section.new)
    sheet = sheet_of(desk)
    QTest.keyClicks(sheet.label, "Volunteering <b>x</b> & more")
    desk.click(next(one for one in sheet.findChildren(Chip) if one.label == "In minutes"))
    sheet.unit.set_number(60)
    sheet.points.set_number(1.5)
    desk.click(sheet.icon._icons[-1])
    desk.click(next(one for one in sheet.findChildren(QAbstractButton) if one.text() == "Save"))
    kind = desk.services.activities.kinds()[-1]
    assert (kind.label, kind.points, kind.unit_minutes, kind.icon, kind.key) == (
        "Volunteering <b>x</b> & more", 1.5, 60, "star", "",
    )  # fmt: skip
    desk.window.show_page("today")
    desk.settle()
    desk.click(desk.tile(kind.name))
    assert desk.services.activities.of_day(TODAY)[0].points == 0.75
    desk.shortcut("Ctrl+Z")
    desk.shortcut("Ctrl+Z")
    assert kind.name not in kinds(desk)
    assert kind.name not in tiles(desk)


def test_what_can_not_be_is_told_in_the_sheet_and_nothing_is_lost(window_desk: WindowDesk) -> None:
    desk = window_desk
    section = open_kinds(desk)
    desk.click(section.new)
    sheet = sheet_of(desk)
    desk.press(Key.Key_Return)
    assert sheet.sentence == "Give it a name, such as “Job fair”."
    desk.press(*"interview")
    sheet.save()
    assert sheet.sentence == "There is a kind called “interview” already."
    assert sheet.label.text() == "interview"
    for letter, said in (
        ("a", "A does “Application sent” already."),
        ("t", "T does “Note” already."),
        ("x", "X does “A rejection came in” already."),
        (Key.Key_F5, "A single letter serves here."),
        ("z", ""),
    ):
        sheet.letter.setFocus()
        desk.press(Key.Key_Return, letter)
        assert sheet.sentence == said
    assert sheet.form.key == "Z"
    desk.press(Key.Key_Return, Key.Key_Backspace)
    assert sheet.form.key == ""
    before = kinds(desk)
    sheet.reject()
    assert kinds(desk) == before


# Changing


def test_a_default_is_renamed_and_worth_something_else_from_now_on(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    desk.services.activities.log("follow_up")
    row = row_of(desk, "follow_up")
    desk.click(row.edit)
    sheet = sheet_of(desk)
    assert sheet.label.text() == "Follow-up"
    sheet.label.setText("Asked again")
    sheet.points.set_number(2)
    sheet.save()
    assert desk.toast == "Asked again changed"
    assert row.title == "Asked again"
    assert row._explains.text() == "2 points"
    desk.window.show_page("today")
    desk.settle()
    desk.press("f")
    assert [one.points for one in desk.services.activities.of_day(TODAY)] == [1, 2]
    assert desk.tile("follow_up").accessibleName() == "Asked again, 2"
    assert desk.named(QAbstractButton, "Asked again").isVisible()
    desk.shortcut("Ctrl+Z")
    desk.shortcut("Ctrl+Z")
    assert desk.tile("follow_up").accessibleName() == "Follow-up, 1"


def test_letters_of_kinds_follow_in_the_menu_of_keys(window_desk: WindowDesk) -> None:
    desk = window_desk
    row = row_of(desk, "interview")
    desk.click(row.edit)
    sheet = sheet_of(desk)
    desk.click(sheet.letter)
    desk.press("v")
    sheet.save()
    page = open_settings(desk, "keys")
    assert page.section("keys").key_rows["log:interview"].field.accessibleName() == "Interview, V"


def test_a_kind_leaves_today_and_comes_back(window_desk: WindowDesk) -> None:
    desk = window_desk
    switch = row_of(desk, "interview").switch
    assert isinstance(switch, Switch)
    switch.setFocus()
    desk.press(Key.Key_Space)
    assert desk.toast == "Interview is not on Today"
    assert "interview" not in tiles(desk)
    open_kinds(desk)
    desk.click(switch)
    assert "interview" in tiles(desk)
    desk.shortcut("Ctrl+Z")
    assert "interview" not in tiles(desk)


def test_a_kind_is_retired_and_brought_back(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.services.activities.log("networking")
    row = row_of(desk, "networking")
    desk.click(row.edit)
    retire = next(
        one for one in sheet_of(desk).findChildren(QAbstractButton) if one.text() == "Retire"
    )
    retire.setFocus()
    desk.press(Key.Key_Return)
    assert desk.toast == "Networking message is retired; what you logged stays"
    assert "Retired" in desk.words()
    assert "networking" not in in_order(desk)
    assert "networking" not in tiles(desk)
    assert desk.lines() == ["18:00 · Networking message"]
    desk.press("n")
    assert desk.done() == {"networking": 1}
    open_kinds(desk)
    desk.click(desk.named(QAbstractButton, "Bring Networking message back"))
    assert tiles(desk)[1] == "networking"
    desk.press("n")
    assert desk.done() == {"networking": 2}


@pytest.mark.parametrize("name", ["application", "interview", "feedback", "lesson"])
def test_what_the_program_logs_itself_can_not_be_retired(
    window_desk: WindowDesk, name: str
) -> None:
    desk = window_desk
    desk.click(row_of(desk, name).edit)
    words = [one.text() for one in sheet_of(desk).findChildren(QAbstractButton)]
    assert "Save" in words
    assert "Retire" not in words


# Order


def test_a_kind_is_dragged_to_another_place(window_desk: WindowDesk) -> None:
    desk = window_desk
    section = open_kinds(desk)
    before = kinds(desk)
    grip = section.kind_rows["application"].grip
    target = section.kind_rows["interview"]
    middle = grip.rect().center()
    QTest.mousePress(grip, Qt.MouseButton.LeftButton, pos=middle)
    for part in (0.3, 0.6, 1.0):
        way = target.mapToGlobal(target.rect().center()) - grip.mapToGlobal(middle)
        QTest.mouseMove(grip, middle + QPoint(0, round(way.y() * part) + 4))
        desk.settle()
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=middle)
    desk.settle()
    after = [*before[1:4], "application", *before[4:]]
    assert in_order(desk) == after
    assert kinds(desk) == after
    assert desk.toast == "Application sent is number 4 now"
    assert tiles(desk)[:4] == after[:4]
    desk.shortcut("Ctrl+Z")
    assert kinds(desk) == before
    open_kinds(desk)
    assert in_order(desk) == before


def test_the_first_kind_moves_no_further_up(window_desk: WindowDesk) -> None:
    desk = window_desk
    before = kinds(desk)
    row_of(desk, "application").switch.setFocus()
    desk.shortcut("Ctrl+Up")
    assert kinds(desk) == before
    desk.shortcut("Ctrl+Down")
    assert kinds(desk)[:2] == ["networking", "application"]
    assert desk.toast == "Application sent is number 2 now"


# Tiles of Today


@pytest.mark.parametrize("count", [0, 1, 3, 8, 12, 16])
@pytest.mark.parametrize("size", [(1280, 800), (1000, 640)])
def test_any_number_of_tiles_fits_without_overlap(
    window_desk: WindowDesk, count: int, size: tuple[int, int]
) -> None:
    desk = window_desk
    desk.press("4")
    for name in kinds(desk)[count:]:
        desk.services.kinds.show_on_today(name, False)
    for number in range(8, count):
        desk.services.kinds.add(KindForm(f"Own kind number {number}"))
    desk.window.resize(*size)
    desk.settle()
    names = tiles(desk)
    assert len(names) == count
    boxes = [desk.tile(name).geometry() for name in names]
    assert not any(one.intersects(other) for n, one in enumerate(boxes) for other in boxes[n + 1 :])
    card = desk.window.today.activity
    assert all(card.rect().contains(box) for box in boxes)
    assert len({(box.width() + 2) // 4 for box in boxes}) <= 2  # columns alike
    assert ("No kind of activity stands here." in " ".join(desk.words())) is (count == 0)


def test_new_tiles_stand_low_where_the_window_is_low(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.window.resize(1000, 640)
    desk.settle()
    height = desk.tile("application").height()
    desk.services.kinds.add(KindForm("Job fair"))
    desk.settle()
    assert desk.tile("job_fair").height() == desk.tile("application").height() == height


def test_a_kind_measured_otherwise_shows_what_it_counts_now(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window
    desk.services.activities.log("learning", minutes=45)
    desk.settle()
    assert desk.tile("learning").amount == 45
    assert desk.lines() == ["18:00 · Learning, skill practice, 45 min"]
    row = row_of(desk, "learning")
    desk.click(row.edit)
    sheet = sheet_of(desk)
    assert isinstance(sheet.unit, DecimalField)
    sheet.measure.set_choice("count")
    sheet.save()
    desk.window.show_page("today")
    desk.settle()
    assert desk.lines() == ["18:00 · Learning, skill practice, 45 min"]
    desk.press("l")
    assert desk.done() == {"learning": 46}
    assert desk.tile("learning").accessibleName() == "Learning, skill practice, 2"
