"""Widgets that tell and hold: note, toast, sparkline, labels, sidebar rows, stage meter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from desktop_app import tokens
from desktop_app.domain.days import DayKind
from desktop_app.domain.stages import Stage
from desktop_app.domain.timeline import DayFacts, RejectionMark, Timeline
from desktop_app.ui.theme import Appearance
from desktop_app.ui.widgets.buttons import Button, IconButton
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.labels import ElidedLabel, plain_label
from desktop_app.ui.widgets.nav_button import NavButton
from desktop_app.ui.widgets.note_field import NoteField
from desktop_app.ui.widgets.sparkline import Sparkline
from desktop_app.ui.widgets.stage_meter import StageMeter
from desktop_app.ui.widgets.toast import Toast
from desktop_app.ui.widgets.wrapping_label import WrappingLabel

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

W = TypeVar("W", bound=QWidget)
HOSTILE = "<img src=x onerror=1> & $\\frac{1}{2}$"


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


# The note


def test_a_note_is_told_once_after_the_typing(appearance: Appearance, qtbot: QtBot) -> None:
    note = shown(qtbot, NoteField(appearance, "Note", key="T"))
    told: list[str] = []
    note.note_edited.connect(told.append)
    QTest.keyClicks(note, "Good talk")
    assert told == []
    qtbot.waitUntil(lambda: bool(told), timeout=2000)
    assert told == ["Good talk"]
    note.flush()
    assert told == ["Good talk"]


def test_flush_and_escape_tell_at_once(appearance: Appearance, qtbot: QtBot) -> None:
    note = shown(qtbot, NoteField(appearance, "Note"))
    told: list[str] = []
    note.note_edited.connect(told.append)
    QTest.keyClicks(note, "a")
    note.flush()
    assert told == ["a"]
    QTest.keyClicks(note, "b")
    with qtbot.waitSignal(note.left):
        QTest.keyClick(note, Qt.Key.Key_Escape)
    assert told == ["a", "ab"]


def test_control_z_in_the_note_takes_words_back(appearance: Appearance, qtbot: QtBot) -> None:
    note = shown(qtbot, NoteField(appearance, "Note"))
    note.set_text("kept")
    note.moveCursor(note.textCursor().MoveOperation.End)
    QTest.keyClicks(note, " gone")
    QTest.keyClick(note, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert note.text == "kept"


def test_a_note_set_from_outside_tells_nobody(appearance: Appearance, qtbot: QtBot) -> None:
    note = shown(qtbot, NoteField(appearance, "Note"))
    with qtbot.assertNotEmitted(note.note_edited, wait=500):
        note.set_text("from the journal")
    assert note.text == "from the journal"


def test_the_note_grows_with_its_lines_and_then_scrolls(
    appearance: Appearance, qtbot: QtBot
) -> None:
    note = shown(qtbot, NoteField(appearance, "Note"))
    note.resize(400, 36)
    assert note.height() == tokens.HEIGHT_FIELD
    note.set_text("one\ntwo\nthree")
    three = note.height()
    assert three > tokens.HEIGHT_FIELD
    note.set_text("\n".join("line" for _ in range(40)))
    assert three < note.height() < 200


def test_tab_leaves_the_note(appearance: Appearance, qtbot: QtBot) -> None:
    window = QWidget()
    note, after = NoteField(appearance, "Note", window), QLineEdit(window)
    shown(qtbot, window)
    note.setFocus()
    QTest.keyClick(note, Qt.Key.Key_Tab)
    assert window.focusWidget() is after
    assert note.text == ""


# The toast


def window_with_toast(appearance: Appearance, qtbot: QtBot) -> tuple[QWidget, Toast]:
    window = QWidget()
    window.resize(900, 600)
    toast = Toast(appearance, window)
    return shown(qtbot, window), toast


def test_the_toast_stands_at_the_bottom_right_and_asks_for_undo(
    appearance: Appearance, qtbot: QtBot
) -> None:
    window, toast = window_with_toast(appearance, qtbot)
    toast.show_message("Networking message added")
    assert toast.isVisible()
    assert toast.geometry().bottomRight() == QPoint(900 - 24 - 1, 600 - 24 - 1)
    window.resize(1000, 700)
    assert toast.geometry().right() == 1000 - 24 - 1
    undo = toast.findChild(QAbstractButton)
    with qtbot.waitSignal(toast.undo_asked):
        qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)
    assert not toast.isVisible()


def test_the_toast_makes_way_for_the_focus(appearance: Appearance, qtbot: QtBot) -> None:
    window, toast = window_with_toast(appearance, qtbot)
    field = QLineEdit(window)
    field.setGeometry(600, 540, 280, 36)
    field.show()
    field.setFocus()
    toast.show_message("Saved")
    assert not toast.geometry().intersects(field.geometry())
    assert window.rect().contains(toast.geometry())


def test_the_toast_leaves_at_the_next_action_but_not_before_its_time(
    appearance: Appearance, qtbot: QtBot
) -> None:
    window, toast = window_with_toast(appearance, qtbot)
    toast.show_message("Saved")
    handle = window.windowHandle()
    QTest.keyClick(handle, Qt.Key.Key_A)
    qtbot.wait(20)
    assert toast.isVisible()
    toast._least.setInterval(0)
    toast.show_message("Saved")
    qtbot.wait(20)
    assert toast.isVisible()
    QTest.keyClick(handle, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: not toast.isVisible())


def test_the_toast_shows_words_as_they_are(appearance: Appearance, qtbot: QtBot) -> None:
    _window, toast = window_with_toast(appearance, qtbot)
    toast.show_message(HOSTILE * 20, undo=False)
    assert toast.accessibleName() == HOSTILE * 20
    assert toast.width() <= 900 - 48


# The sparkline

FIRST = date(2026, 10, 21)


def timeline(kinds: list[DayKind], *, line: bool = True, reject: tuple[int, ...] = ()) -> Timeline:
    days = tuple(
        DayFacts(FIRST + timedelta(n), kind, 5, 10, 50 + n, None, True, line=line)
        for n, kind in enumerate(kinds)
    )
    marks = tuple(
        RejectionMark(FIRST + timedelta(n), HOSTILE, "Analyst", Stage.SCREENING) for n in reject
    )
    return Timeline(days, marks, days[-1].day)


def pixels(spark: Sparkline, colour: str) -> int:
    picture = spark.grab().toImage()
    wide, tall = picture.width(), picture.height()
    return sum(
        picture.pixelColor(x, y).name().upper() == colour for x in range(wide) for y in range(tall)
    )


def spark_of(appearance: Appearance, qtbot: QtBot, shown_: Timeline | None) -> Sparkline:
    spark = Sparkline(appearance)
    qtbot.addWidget(spark)
    spark.set_timeline(shown_)
    spark.resize(288, spark.sizeHint().height())
    return spark


def test_before_three_logged_days_there_is_no_line(appearance: Appearance, qtbot: QtBot) -> None:
    for none_yet in (None, timeline([DayKind.WORK] * 2, line=False)):
        spark = spark_of(appearance, qtbot, none_yet)
        assert not spark.has_line
        assert pixels(spark, tokens.LIGHT.accent) == 0
        assert spark.accessibleDescription() == "Your line starts after three logged days."
        assert spark.sizeHint().height() == 72


def test_the_line_is_drawn_and_said(appearance: Appearance, qtbot: QtBot) -> None:
    spark = spark_of(appearance, qtbot, timeline([DayKind.WORK] * 30))
    assert pixels(spark, tokens.LIGHT.accent) > 100
    assert spark.accessibleDescription() == "From 50 on 21 Oct to 79 on 19 Nov."


def test_the_line_follows_the_theme(appearance: Appearance, qtbot: QtBot) -> None:
    spark = spark_of(appearance, qtbot, timeline([DayKind.WORK] * 30))
    appearance.set_choice("dark")
    assert pixels(spark, tokens.DARK.accent) > 100
    assert pixels(spark, tokens.LIGHT.accent) == 0


def test_undecided_days_have_gaps_where_others_have_a_line(
    appearance: Appearance, qtbot: QtBot
) -> None:
    sure = spark_of(appearance, qtbot, timeline([DayKind.WORK] * 30))
    kinds = [DayKind.WORK] * 10 + [DayKind.UNDECIDED] * 10 + [DayKind.WORK] * 10
    open_ = spark_of(appearance, qtbot, timeline(kinds))
    assert pixels(open_, tokens.LIGHT.accent) < pixels(sure, tokens.LIGHT.accent) - 20


def test_a_rejection_changes_nothing_but_a_mark_on_the_base(
    appearance: Appearance, qtbot: QtBot
) -> None:
    plain = spark_of(appearance, qtbot, timeline([DayKind.WORK] * 30)).grab().toImage()
    marked = spark_of(appearance, qtbot, timeline([DayKind.WORK] * 30, reject=(14,)))
    picture = marked.grab().toImage()
    changed = [
        (x, y)
        for x in range(picture.width())
        for y in range(picture.height())
        if picture.pixelColor(x, y) != plain.pixelColor(x, y)
    ]
    assert changed
    assert all(60 <= y <= 72 and 130 <= x <= 148 for x, y in changed)
    assert "<img src=x onerror=1>" in marked._facts_at(142)


def test_days_outside_a_search_break_the_line(appearance: Appearance, qtbot: QtBot) -> None:
    whole = timeline([DayKind.WORK] * 30)
    broken = Timeline(whole.days[:10] + whole.days[20:], (), whole.days[-1].day)
    spark = spark_of(appearance, qtbot, broken)
    assert len(spark._runs()) == 2
    column = [spark.grab().toImage().pixelColor(143, y).name().upper() for y in range(4, 64)]
    assert tokens.LIGHT.accent not in column


def test_rest_days_are_hatched_while_they_are_wide_enough_to_be_told_apart(
    appearance: Appearance, qtbot: QtBot
) -> None:
    def resting(days: int) -> Timeline:
        return timeline([DayKind.REST if n % 7 > 4 else DayKind.WORK for n in range(days)])

    def changed_by_rest(days: int) -> int:
        pictures = [
            spark_of(appearance, qtbot, shown).grab().toImage()
            for shown in (resting(days), timeline([DayKind.WORK] * days))
        ]
        return sum(
            pictures[0].pixelColor(x, y) != pictures[1].pixelColor(x, y)
            for x in range(288)
            for y in range(90)
        )

    assert changed_by_rest(90) > 100
    assert changed_by_rest(400) == 0


def test_an_earlier_searchs_line_ends_without_the_mark_of_the_present(
    appearance: Appearance, qtbot: QtBot
) -> None:
    old = timeline([DayKind.WORK] * 20).days
    new = tuple(
        replace(facts, line=False, first_of_search=number == 0)
        for number, facts in enumerate(timeline([DayKind.WORK] * 30).days[28:])
    )
    spark = spark_of(appearance, qtbot, Timeline((*old, *new), (), new[-1].day))
    picture = spark.grab().toImage()
    step = (288 - 12) / 29
    after = [
        picture.pixelColor(x, y).name().upper()
        for x in range(round(6 + 19 * step) + 4, 288)
        for y in range(72)
    ]
    assert tokens.LIGHT.accent not in after
    assert spark.accessibleDescription() == "Your line starts after three logged days."


# Labels, buttons, rows


def test_wrapped_words_have_the_line_height_of_the_design(
    appearance: Appearance, qtbot: QtBot
) -> None:
    label = shown(qtbot, WrappingLabel(appearance, "one\ntwo\nthree", tokens.SMALL))
    label.resize(300, 60)
    assert label.heightForWidth(300) == 3 * tokens.SMALL.line
    label.setText("word " * 60)
    assert label.minimumHeight() == label.heightForWidth(label.width()) > 60


def test_labels_never_read_markup(appearance: Appearance, qtbot: QtBot) -> None:
    for label in (plain_label(HOSTILE), WrappingLabel(appearance, HOSTILE), ElidedLabel(HOSTILE)):
        qtbot.addWidget(label)
        assert label.textFormat() is Qt.TextFormat.PlainText
        assert label.text() == HOSTILE


def test_a_cut_label_tells_the_whole_on_hover(appearance: Appearance, qtbot: QtBot) -> None:
    label = ElidedLabel(HOSTILE * 4)
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.grab()
    assert "&lt;img src=x" in label.toolTip()
    label.resize(4000, 20)
    label.grab()
    assert label.toolTip() == ""


def test_enter_presses_an_icon_button(appearance: Appearance, qtbot: QtBot) -> None:
    button = shown(qtbot, IconButton(appearance, "chevron-left", "Previous day"))
    assert (button.accessibleName(), button.toolTip()) == ("Previous day", "Previous day")
    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_Return)


def test_the_icon_of_a_button_follows_the_theme(appearance: Appearance, qtbot: QtBot) -> None:
    button = Button(appearance, "&Copy", icon="copy")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Copy"
    light = button.icon().pixmap(18, 18).toImage()
    appearance.set_choice("dark")
    assert button.icon().pixmap(18, 18).toImage() != light


def test_a_row_of_the_sidebar_keeps_its_name_as_an_icon(
    appearance: Appearance, qtbot: QtBot
) -> None:
    row = shown(qtbot, NavButton(appearance, "sun", "Today", "Ctrl 1"))
    row.set_icons_only(True)
    assert row.sizeHint().width() == 36
    assert (row.accessibleName(), row.toolTip()) == ("Today", "Today  Ctrl 1")


def test_the_focus_ring_comes_with_the_keyboard_and_goes_with_the_pointer(
    appearance: Appearance, qtbot: QtBot
) -> None:
    row = shown(qtbot, NavButton(appearance, "sun", "Today"))
    row.clearFocus()
    row.setFocus(Qt.FocusReason.TabFocusReason)
    ringed = row.grab().toImage().pixelColor(row.width() // 2, 0).name().upper()
    assert ringed == tokens.LIGHT.accent
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
    assert row.grab().toImage().pixelColor(row.width() // 2, 0).name().upper() != ringed


def test_the_stage_meter_names_only_stages_there_were(appearance: Appearance, qtbot: QtBot) -> None:
    meter = StageMeter(appearance)
    qtbot.addWidget(meter)
    meter.set_stages(["Application", "Screening", "Interview"], 2)
    assert meter.accessibleName() == "You got as far as Screening, stage 2 of 3"
    assert not meter.isHidden()
    meter.set_stages(["Application"], 1)
    assert meter.isHidden()


def test_a_card_shows_its_title_and_what_stands_at_its_right(
    appearance: Appearance, qtbot: QtBot
) -> None:
    right = Button(appearance, "Why this number?", "link")
    card = shown(qtbot, Card(appearance, "Momentum", right))
    assert card.title_label.text() == "Momentum"
    assert right.isVisible()
    untitled = shown(qtbot, Card(appearance))
    assert not untitled.title_label.isVisible()


def test_painted_widgets_outlive_many_changes_of_theme(
    appearance: Appearance, qtbot: QtBot
) -> None:
    spark = spark_of(appearance, qtbot, timeline([DayKind.WORK] * 30))
    for _ in range(20):
        appearance.set_choice("dark")
        appearance.set_choice("light")
    spark.event(QEvent(QEvent.Type.User))
    assert pixels(spark, tokens.LIGHT.accent) > 100
