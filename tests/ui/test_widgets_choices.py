"""Widgets that a person chooses with: faces, energy, chips, tiles, switch, segments."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop_app import tokens
from desktop_app.ui.theme import Appearance
from desktop_app.ui.widgets.activity_tile import ActivityTile
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.chip import Chip
from desktop_app.ui.widgets.chips import ChipRow, ChoiceRow
from desktop_app.ui.widgets.energy_steps import EnergySteps
from desktop_app.ui.widgets.mood_scale import FaceForm, MoodScale
from desktop_app.ui.widgets.segmented import SegmentedControl
from desktop_app.ui.widgets.switch import Switch

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

LEFT = Qt.MouseButton.LeftButton
W = TypeVar("W", bound=QWidget)


@pytest.fixture
def appearance(qapp: QApplication) -> Iterator[Appearance]:
    look = Appearance(qapp, "light", text_scale=1.0)
    yield look
    qapp.styleHints().colorSchemeChanged.disconnect(look._on_scheme_changed)


def shown(qtbot: QtBot, widget: W) -> W:
    qtbot.addWidget(widget)
    with qtbot.waitActive(widget):
        widget.show()
        widget.activateWindow()
    return widget


def buttons(widget: QWidget) -> list[QAbstractButton]:
    return [each for each in widget.findChildren(QAbstractButton) if each.isVisible()]


def test_a_face_is_chosen_by_a_click_and_cleared_by_a_second(
    appearance: Appearance, qtbot: QtBot
) -> None:
    scale = shown(qtbot, MoodScale(appearance))
    told: list[int] = []
    scale.mood_chosen.connect(told.append)
    good = buttons(scale)[3]
    qtbot.mouseClick(good, LEFT)
    assert (told, scale.mood, good.isChecked()) == ([4], 4, True)
    with qtbot.waitSignal(scale.mood_cleared):
        qtbot.mouseClick(good, LEFT)
    assert (told, scale.mood, good.isChecked()) == ([4], None, False)


def test_setting_a_mood_from_outside_tells_nobody(appearance: Appearance, qtbot: QtBot) -> None:
    scale = shown(qtbot, MoodScale(appearance))
    with qtbot.assertNotEmitted(scale.mood_chosen), qtbot.assertNotEmitted(scale.mood_cleared):
        scale.set_mood(2)
        scale.set_mood(None)


def test_faces_are_named_with_word_and_place(appearance: Appearance, qtbot: QtBot) -> None:
    scale = shown(qtbot, MoodScale(appearance))
    names = [each.accessibleName() for each in buttons(scale)]
    assert names[3] == "Mood, Good, 4 of 5"
    assert len(set(names)) == 5


def test_the_row_of_faces_is_one_stop_of_tab_and_arrows_move_inside(
    appearance: Appearance, qtbot: QtBot
) -> None:
    scale = shown(qtbot, MoodScale(appearance))
    scale.set_mood(3)
    tabbed = [b for b in buttons(scale) if b.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [b.accessibleName() for b in tabbed] == ["Mood, Okay, 3 of 5"]
    scale.focus_mood()
    QTest.keyClick(scale.focusWidget(), Qt.Key.Key_Right)
    assert scale.focusWidget().accessibleName() == "Mood, Good, 4 of 5"
    assert scale.mood == 3
    with qtbot.waitSignal(scale.mood_chosen) as told:
        QTest.keyClick(scale.focusWidget(), Qt.Key.Key_Return)
    assert told.args == [4]
    QTest.keyClick(scale.focusWidget(), Qt.Key.Key_End)
    QTest.keyClick(scale.focusWidget(), Qt.Key.Key_Right)
    assert scale.focusWidget().accessibleName() == "Mood, Great, 5 of 5"


@pytest.mark.parametrize("form", FaceForm)
def test_faces_keep_the_height_of_their_form(
    appearance: Appearance, qtbot: QtBot, form: FaceForm
) -> None:
    scale = shown(qtbot, MoodScale(appearance, form=FaceForm.TILE))
    scale.set_form(form)
    assert scale.sizeHint().height() == form.height


def test_a_change_of_theme_repaints_the_faces(appearance: Appearance, qtbot: QtBot) -> None:
    scale = shown(qtbot, MoodScale(appearance))
    scale.resize(632, 88)
    scale.set_mood(4)
    colours = []
    for choice in ("light", "dark"):
        appearance.set_choice(choice)
        picture = buttons(scale)[3].grab().toImage()
        colours.append(picture.pixelColor(12, 44).name().upper())
    assert colours == [tokens.LIGHT.mood(4).tint, tokens.DARK.mood(4).tint]


def test_energy_fills_the_steps_and_says_its_words(appearance: Appearance, qtbot: QtBot) -> None:
    steps = shown(qtbot, EnergySteps(appearance))
    with qtbot.waitSignal(steps.energy_chosen) as told:
        qtbot.mouseClick(buttons(steps)[3], LEFT)
    assert told.args == [4]
    filled = [
        each.grab().toImage().pixelColor(18, 22).name().upper() == tokens.LIGHT.accent
        for each in (buttons(steps)[1], buttons(steps)[2], buttons(steps)[4])
    ]
    assert filled == [True, True, False]
    assert buttons(steps)[3].accessibleName() == "Energy, lively, 4 of 5"
    with qtbot.waitSignal(steps.energy_cleared):
        qtbot.mouseClick(buttons(steps)[3], LEFT)
    assert steps.energy is None


FEELINGS = [(word, word) for word in ("hopeful", "calm", "tired", "anxious")]
MORE = [*FEELINGS, ("proud", "proud"), ("numb", "numb")]


def chip(row: QWidget, key: str) -> Chip:
    return next(each for each in row.findChildren(Chip) if each.key == key)


def test_a_fourth_word_is_refused_with_a_sentence(appearance: Appearance, qtbot: QtBot) -> None:
    row = shown(qtbot, ChipRow(appearance, FEELINGS, limit=3))
    for word in ("hopeful", "tired", "calm"):
        qtbot.mouseClick(chip(row, word), LEFT)
    assert row.chosen == ("hopeful", "tired", "calm")
    with qtbot.waitSignal(row.refused) as refused, qtbot.assertNotEmitted(row.choice_changed):
        qtbot.mouseClick(chip(row, "anxious"), LEFT)
    assert refused.args == ["3 words fit. Take one back to choose another."]
    assert not chip(row, "anxious").isChecked()
    qtbot.mouseClick(chip(row, "tired"), LEFT)
    assert row.chosen == ("hopeful", "calm")


def test_further_words_come_with_the_dots_and_checked_ones_always_show(
    appearance: Appearance, qtbot: QtBot
) -> None:
    row = shown(qtbot, ChipRow(appearance, FEELINGS, MORE))
    row.set_chosen(("proud",))
    assert chip(row, "proud").isVisible()
    assert not chip(row, "numb").isVisible()
    dots = next(each for each in buttons(row) if each.accessibleName() == "More words")
    qtbot.mouseClick(dots, LEFT)
    assert chip(row, "numb").isVisible()
    assert not dots.isVisible()


def test_a_word_of_ones_own_gets_a_chip(appearance: Appearance, qtbot: QtBot) -> None:
    row = shown(qtbot, ChipRow(appearance, FEELINGS))
    row.set_chosen(("wistful & <b>brave</b>",))
    own = chip(row, "wistful & <b>brave</b>")
    assert own.isChecked()
    assert own.accessibleName() == "wistful & <b>brave</b>"


def test_chips_break_into_lines_that_all_show(appearance: Appearance, qtbot: QtBot) -> None:
    row = shown(qtbot, ChipRow(appearance, MORE))
    row.resize(180, 28)
    qtbot.waitUntil(lambda: row.minimumSizeHint().height() > 2 * tokens.HEIGHT_CHIP)
    tops = {each.y() for each in row.findChildren(Chip) if each.isVisible()}
    assert len(tops) >= 3
    assert all(
        each.geometry().right() <= 180 for each in row.findChildren(Chip) if each.isVisible()
    )


def test_one_of_a_handful_is_chosen_and_stays_chosen(appearance: Appearance, qtbot: QtBot) -> None:
    row = shown(qtbot, ChoiceRow(appearance, [("email", "Email"), ("call", "Call")], "How it came"))
    told: list[str] = []
    row.choice_made.connect(told.append)
    qtbot.mouseClick(chip(row, "call"), LEFT)
    qtbot.mouseClick(chip(row, "call"), LEFT)
    assert (told, row.choice) == (["call"], "call")
    assert chip(row, "call").isChecked()
    assert chip(row, "call").accessibleName() == "How it came, Call, 2 of 2"
    QTest.keyClick(chip(row, "call"), Qt.Key.Key_Left)
    QTest.keyClick(row.focusWidget(), Qt.Key.Key_Space)
    assert told == ["call", "email"]


def tile_of(appearance: Appearance, *, timed: bool = False) -> ActivityTile:
    tile = ActivityTile(appearance, "send", "CV & portfolio", "C", timed=timed)
    tile.resize(152, 72)
    return tile


def test_a_click_on_a_tile_adds_one(appearance: Appearance, qtbot: QtBot) -> None:
    tile = shown(qtbot, tile_of(appearance))
    with qtbot.waitSignal(tile.added), qtbot.assertNotEmitted(tile.removed):
        qtbot.mouseClick(tile, LEFT, pos=QPoint(40, 55))


def test_minus_takes_one_back_by_pointer_and_by_key(appearance: Appearance, qtbot: QtBot) -> None:
    tile = shown(qtbot, tile_of(appearance))
    tile.set_amount(2)
    tile.clearFocus()
    tile.setFocus(Qt.FocusReason.TabFocusReason)
    where = tile._minus().center().toPoint()
    with qtbot.waitSignal(tile.removed), qtbot.assertNotEmitted(tile.added):
        qtbot.mouseClick(tile, LEFT, pos=where)
    with qtbot.waitSignal(tile.removed):
        QTest.keyClick(tile, Qt.Key.Key_Minus)
    with qtbot.waitSignal(tile.added):
        QTest.keyClick(tile, Qt.Key.Key_Plus)
    tile.set_amount(0)
    with qtbot.assertNotEmitted(tile.removed):
        QTest.keyClick(tile, Qt.Key.Key_Minus)


def test_a_tile_says_its_amount(appearance: Appearance, qtbot: QtBot) -> None:
    tile = shown(qtbot, tile_of(appearance, timed=True))
    assert tile.accessibleName() == "CV & portfolio, none yet"
    tile.set_amount(45)
    assert tile.accessibleName() == "CV & portfolio, 45 minutes"


def test_the_switch_turns_by_click_and_space(appearance: Appearance, qtbot: QtBot) -> None:
    switch = shown(qtbot, Switch(appearance, "Rest day"))
    qtbot.mouseClick(switch, LEFT)
    assert switch.isChecked()
    QTest.keyClick(switch, Qt.Key.Key_Space)
    assert not switch.isChecked()


def test_a_segment_tells_only_of_a_change(appearance: Appearance, qtbot: QtBot) -> None:
    control = shown(
        qtbot, SegmentedControl(appearance, [("30", "30 days"), ("90", "90 days")], "Range")
    )
    told: list[str] = []
    control.chosen.connect(told.append)
    first, second = buttons(control)
    qtbot.mouseClick(first, LEFT)
    qtbot.mouseClick(second, LEFT)
    assert (told, control.choice) == (["90"], "90")
    assert second.accessibleName() == "Range, 90 days"
    assert not first.isChecked()


def test_enter_presses_the_button_that_has_the_focus(appearance: Appearance, qtbot: QtBot) -> None:
    button = Button(appearance, "Save")
    qtbot.addWidget(button)
    button.show()
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, Qt.Key.Key_Return)


def test_a_mood_row_within_a_form_takes_digits(appearance: Appearance, qtbot: QtBot) -> None:
    row = MoodScale(appearance, form=FaceForm.DISC, key_caps=False)
    qtbot.addWidget(row)
    row.show()
    row.focus_mood()
    with qtbot.waitSignal(row.mood_chosen) as chosen:
        qtbot.keyClick(row.findChildren(QAbstractButton)[0], Qt.Key.Key_2)
    assert chosen.args == [2]
    assert row.mood == 2
