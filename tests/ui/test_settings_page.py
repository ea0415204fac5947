"""Settings: found, changed by key and by mouse, held at once, and taken back."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QThreadPool, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from desktop_app.ui.pages.settings.page import SettingsPage
from desktop_app.ui.pages.settings.sections import sections
from desktop_app.ui.sheets.import_sheet import ImportSheet
from desktop_app.ui.widgets.chip import Chip
from desktop_app.ui.widgets.decimal_field import DecimalField
from desktop_app.ui.widgets.inline_question import InlineQuestion
from desktop_app.ui.widgets.nav_button import NavButton
from desktop_app.ui.widgets.quiet_fields import ChoiceField
from desktop_app.ui.widgets.switch import Switch
from tests.ui.desks import TODAY

if TYPE_CHECKING:
    from tests.ui.desks import WindowDesk

Key = Qt.Key


def open_settings(desk: WindowDesk, section: str = "") -> SettingsPage:
    """Open Settings as by Ctrl+comma, at a section."""
    desk.shortcut("Ctrl+,")
    page = desk.window.stack.current
    assert isinstance(page, SettingsPage)
    if section:
        page.show_section(section)
        desk.settle()
    return page


def shown(page: SettingsPage) -> list[str]:
    """Return the titles of the rows in sight."""
    return [
        row.title
        for spec in sections()
        if spec.name in page._made and not page._made[spec.name].isHidden()
        for row in page._made[spec.name].rows
        if not row.isHidden()
    ]


def question(desk: WindowDesk) -> str:
    found = [one for one in desk.window.findChildren(InlineQuestion) if one.isVisible()]
    return found[0].sentence if found else ""


def value(desk: WindowDesk, name: str) -> object:
    return desk.services.settings.get(name)


# Where it is


def test_settings_are_there_on_the_first_day_by_key_by_mouse_and_in_the_menu(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    action = desk.window.menus.actions["page:settings"]
    assert action.menuRole() is QAction.MenuRole.PreferencesRole
    assert action.shortcut().toString() == "Ctrl+,"
    assert action in desk.window.menus._bar["edit"].actions()
    open_settings(desk)
    desk.shortcut("Ctrl+1")
    desk.click(desk.named(NavButton, "Settings"))
    assert desk.window.stack.current.name == "settings"
    desk.shortcut("Ctrl+1")
    desk.window.commands.run("page:settings")
    assert desk.window.stack.current.name == "settings"


@pytest.mark.parametrize("size", [(1280, 800), (760, 600)])
def test_every_section_is_reached_by_keys_and_by_mouse(
    window_desk: WindowDesk, size: tuple[int, int]
) -> None:
    desk = window_desk
    desk.window.resize(*size)
    page = open_settings(desk)
    if page.box.isVisible():
        page.box.setFocus()
        for spec in sections()[1:]:
            desk.press(Key.Key_Down)
            assert page.spot == spec.name
            assert shown(page)
        return
    page.list._buttons["appearance"].setFocus()
    for spec in sections()[1:]:
        desk.press(Key.Key_Down, Key.Key_Return)
        assert page.spot == spec.name
        assert shown(page)
    desk.click(desk.named(NavButton, "Your day"))
    assert shown(page) == ["A day starts at", "Free weekdays"]


def test_every_row_explains_itself(window_desk: WindowDesk) -> None:
    page = open_settings(window_desk)
    for spec in sections():
        for row in page.section(spec.name).rows:
            assert row.title
            if spec.name != "keys" or row.title == "Letters and digits":
                assert row._explains.text() or row.title == "Made so far", row.title


# Searching


def test_the_search_narrows_all_settings_while_one_types(window_desk: WindowDesk) -> None:
    desk = window_desk
    page = open_settings(desk)
    desk.press("/")
    desk.write("momentum")
    desk.settle()
    assert shown(page) == ["Momentum as a number", "Half-life of momentum", "Momentum"]
    desk.write(" number")
    assert shown(page) == ["Momentum as a number"]
    desk.press(Key.Key_Return)
    focus = desk.window.focusWidget()
    assert isinstance(focus, Switch)
    desk.shortcut("Ctrl+F")
    desk.write("backup")
    assert shown(page) == ["Backups", "Backups", "Made so far"]
    desk.press(Key.Key_Escape)
    assert shown(page) == ["Look", "Text size", "Momentum as a number"]


def test_settings_are_found_by_other_words_and_by_their_keys(window_desk: WindowDesk) -> None:
    desk = window_desk
    page = open_settings(desk)
    for words, title in (
        ("zoom", "Text size"),
        ("screen reader", "Letters and digits"),
        ("weekend", "Free weekdays"),
        ("spreadsheet", "Bring a search in"),
        ("ctrl 5", "Momentum"),
        ("ctrl+shift+z", "Redo"),
        ("rest day", "Rest day on or off"),
    ):
        page.search.setText(words)
        assert title in shown(page), words
    page.search.setText("kinds of")
    assert "Application sent" in shown(page)
    page.search.setText("<b>nothing like that</b> $x$")
    assert shown(page) == []
    assert "No setting has these words." in desk.words()
    page.search.setText("")
    assert shown(page) == ["Look", "Text size", "Momentum as a number"]


def test_a_section_chosen_in_the_list_ends_the_search(window_desk: WindowDesk) -> None:
    desk = window_desk
    page = open_settings(desk)
    page.search.setText("momentum")
    desk.click(desk.named(NavButton, "Target"))
    assert page.search.text() == ""
    assert shown(page) == ["Full day", "Or what fits your week", "Half-life of momentum"]


# Appearance


def test_look_changes_at_once_and_is_taken_back(window_desk: WindowDesk) -> None:
    desk = window_desk
    open_settings(desk)
    desk.click(desk.named(Chip, "Look, Dark"))
    assert desk.look.theme.dark
    assert desk.toast == "Look: Dark"
    desk.click(desk.window.toasts.toast._undo)
    assert value(desk, "appearance") == "system"
    assert desk.named(Chip, "Look, As the system has it").isChecked()
    desk.named(Chip, "Look, As the system").setFocus()
    desk.press(Key.Key_Right, Key.Key_Space)
    assert value(desk, "appearance") == "light"


def test_text_size_is_chosen_by_keys_and_the_focus_stays_on_it(window_desk: WindowDesk) -> None:
    desk = window_desk
    open_settings(desk)
    desk.named(Chip, "Text size, As the system").setFocus()
    desk.press(*[Key.Key_Right] * 5, Key.Key_Return)
    assert desk.look.scale == 2.0
    assert desk.toast == "Text size: 200 %"
    page = desk.window.stack.current
    assert isinstance(page, SettingsPage)
    focus = desk.window.focusWidget()
    assert focus is not None
    assert focus.accessibleName().startswith("Text size, 200 %")
    desk.shortcut("Ctrl+Z")
    assert desk.look.scale == 1.0
    assert desk.window.stack.current.name == "settings"


def test_text_grows_and_shrinks_by_the_usual_keys(window_desk: WindowDesk) -> None:
    desk = window_desk
    _ = desk.window
    for keys, scale in (("Ctrl++", 1.25), ("Ctrl+=", 1.5), ("Ctrl+-", 1.25), ("Ctrl+0", 1.0)):
        desk.shortcut(keys)
        assert desk.look.scale == scale
    desk.shortcut("Ctrl+-")
    assert desk.look.scale == 1.0
    for _time in range(6):
        desk.shortcut("Ctrl++")
    assert desk.look.scale == 2.0


@pytest.mark.parametrize("by_key", [True, False])
def test_momentum_does_without_its_number(window_desk: WindowDesk, by_key: bool) -> None:
    desk = window_desk
    desk.log_days(3, 2, 1)
    open_settings(desk)
    switch = desk.named(Switch, "Momentum as a number")
    if by_key:
        switch.setFocus()
        desk.press(Key.Key_Space)
    else:
        desk.click(switch)
    assert desk.toast == "Momentum as a number: hidden"
    desk.shortcut("Ctrl+1")
    card = desk.window.today.momentum
    assert not card._figures.isVisible()
    assert not card._why.isVisible()
    assert card._line.isVisible()
    assert "momentum" not in card._line.accessibleDescription().lower()
    assert not any(letter.isdigit() for letter in "".join(desk_words(card)))
    desk.shortcut("Ctrl+5")
    page = desk.window.stack.current
    assert not page.account.isVisible()
    assert page.timeline is not None
    assert not page.timeline.numbered
    desk.shortcut("Ctrl+Z")
    assert page.account.isVisible()
    desk.shortcut("Ctrl+1")
    assert card._figures.isVisible()


def desk_words(root: QWidget) -> list[str]:
    from PySide6.QtWidgets import QLabel

    return [label.text() for label in root.findChildren(QLabel) if label.isVisible()]


# Your day


def test_the_hour_at_which_a_day_starts(window_desk: WindowDesk) -> None:
    desk = window_desk
    open_settings(desk, "day")
    box = desk.named(ChoiceField, "A day starts at")
    assert box.currentText() == "4:00"
    box.setFocus()
    desk.press(Key.Key_Down)
    assert value(desk, "day_start_hour") == 5
    assert desk.toast == "A day starts at: 5:00"
    desk.shortcut("Ctrl+Z")
    assert value(desk, "day_start_hour") == 4
    assert box.currentText() == "4:00"


def test_free_weekdays_hold_from_today_and_for_earlier_days_where_that_is_wanted(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    desk.log_days(9, 8, 2)
    open_settings(desk, "day")
    desk.click(desk.named(Chip, "Friday"))
    assert value(desk, "free_weekdays") == [4, 5, 6]
    assert desk.services.settings.since("free_weekdays") == TODAY
    assert question(desk).startswith("Holds from today")
    desk.click(desk.named(QAbstractButton, "Apply to earlier days as well"))
    assert desk.services.settings.since("free_weekdays") is None
    assert question(desk) == ""
    assert desk.toast == "Holds for earlier days as well"
    desk.shortcut("Ctrl+Z")
    assert desk.services.settings.since("free_weekdays") == TODAY
    desk.shortcut("Ctrl+Z")
    assert value(desk, "free_weekdays") == [5, 6]
    assert not desk.named(Chip, "Friday").isChecked()


def test_at_least_one_weekday_stays_a_working_day(window_desk: WindowDesk) -> None:
    desk = window_desk
    open_settings(desk, "day")
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday"):
        chip = desk.named(Chip, day)
        chip.setFocus()
        desk.press(Key.Key_Space)
    assert desk.toast == "At least one weekday has to stay a working day."
    assert value(desk, "free_weekdays") == [0, 1, 2, 3, 5, 6]
    assert not desk.named(Chip, "Friday").isChecked()


# Target


def test_a_full_day_is_stepped_as_one_step_and_asks_about_earlier_days(
    window_desk: WindowDesk,
) -> None:
    desk = window_desk
    desk.log_days(3, 2)
    open_settings(desk, "target")
    field = desk.named(DecimalField, "Full day")
    field.setFocus()
    desk.press(Key.Key_Down, Key.Key_Down)
    assert value(desk, "daily_target") == 8
    assert desk.toast == "Full day: 8 points"
    assert question(desk).startswith("Holds from today")
    desk.press(Key.Key_Tab)
    desk.press(Key.Key_Return)  # Apply to earlier days as well
    assert desk.services.settings.since("daily_target") is None
    desk.shortcut("Ctrl+Z")
    desk.shortcut("Ctrl+Z")
    assert value(desk, "daily_target") == 10
    assert question(desk) == ""


def test_the_question_goes_by_esc_and_with_its_value(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.log_days(3, 2)
    open_settings(desk, "target")
    desk.click(desk.named(QAbstractButton, "Half time, 6 points"))
    assert value(desk, "daily_target") == 6
    desk.named(QAbstractButton, "Apply to earlier").setFocus()
    desk.press(Key.Key_Escape)
    assert question(desk) == ""
    desk.click(desk.named(QAbstractButton, "Full time, 10 points"))
    assert question(desk) != ""
    desk.shortcut("Ctrl+Z")
    desk.shortcut("Ctrl+Z")
    assert value(desk, "daily_target") == 10
    assert question(desk) == ""


def test_before_the_first_entry_nothing_is_asked(window_desk: WindowDesk) -> None:
    desk = window_desk
    open_settings(desk, "target")
    desk.click(desk.named(QAbstractButton, "Half time, 6 points"))
    assert value(desk, "daily_target") == 6
    assert question(desk) == ""


def test_beside_a_job_asks_for_the_evenings(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.log_days(9, 8)
    open_settings(desk, "target")
    desk.click(desk.named(QAbstractButton, "Beside a job, 4 points"))
    use = desk.named(QAbstractButton, "Use these evenings")
    assert not use.isEnabled()
    assert value(desk, "daily_target") == 10
    focus = desk.window.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "Monday"
    desk.press(Key.Key_Right, Key.Key_Space, Key.Key_Right, Key.Key_Right, Key.Key_Space)
    use.setFocus()
    desk.press(Key.Key_Return)
    assert value(desk, "daily_target") == 4
    assert value(desk, "free_weekdays") == [0, 2, 4, 5, 6]
    assert desk.toast == "Full day: 4 points, Tuesdays and Thursdays"
    desk.click(desk.named(QAbstractButton, "Apply to earlier days as well"))
    assert desk.services.settings.since("free_weekdays") is None
    assert desk.services.settings.since("daily_target") is None
    desk.shortcut("Ctrl+Z")
    desk.shortcut("Ctrl+Z")
    assert value(desk, "daily_target") == 10
    assert value(desk, "free_weekdays") == [5, 6]


def test_the_half_life_folds_history_anew(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.log_days(5, 4, 3, 2, 1, amount=4)
    before = desk.services.momentum.standing().momentum
    open_settings(desk, "target")
    field = desk.named(DecimalField, "Half-life")
    field.setFocus()
    field.selectAll()
    desk.write("20")
    desk.press(Key.Key_Return)
    assert value(desk, "half_life") == 20
    after = desk.services.momentum.standing().momentum
    assert before is not None
    assert after is not None
    assert after < before / 2
    desk.shortcut("Ctrl+Z")
    assert desk.services.momentum.standing().momentum == before
    assert field.value() == 7


def test_the_wheel_over_a_field_changes_nothing(window_desk: WindowDesk) -> None:
    from PySide6.QtCore import QPoint, QPointF
    from PySide6.QtGui import QWheelEvent

    desk = window_desk
    open_settings(desk, "target")
    field = desk.named(DecimalField, "Full day")
    turned = QWheelEvent(
        QPointF(5, 5), QPointF(field.mapToGlobal(QPoint(5, 5))), QPoint(), QPoint(0, 120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    QApplication.sendEvent(field, turned)
    assert field.value() == 10


# Hints, privacy, files


def test_the_gentle_note_is_switched_off_and_on(window_desk: WindowDesk) -> None:
    desk = window_desk
    open_settings(desk, "hints")
    switch = desk.named(Switch, "A note about support")
    assert switch.isChecked()
    desk.click(switch)
    assert value(desk, "gentle_note") is False
    desk.shortcut("Ctrl+Z")
    assert switch.isChecked()


def test_privacy_says_where_everything_lies(window_desk: WindowDesk) -> None:
    desk = window_desk
    open_settings(desk, "privacy")
    said = " ".join(desk.words())
    assert str(desk.services.path) in said
    assert str(desk.services.upkeep.backup_folder) in said
    assert "opens no connection" in said


def test_the_path_is_copied_and_its_folder_shown(
    window_desk: WindowDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = window_desk
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: bool(opened.append(url)))
    open_settings(desk, "files")
    desk.click(desk.named(QAbstractButton, "Copy"))
    assert QGuiApplication.clipboard().text() == str(desk.services.path)
    assert desk.toast == "Path copied"
    desk.click(desk.named(QAbstractButton, "Show in folder"))
    assert [url.toLocalFile() for url in opened] == [str(desk.services.path.parent)]
    assert desk.toast.startswith("No program opens folders here.")
    desk.click(desk.named(QAbstractButton, "Import…"))
    assert desk.sheet(ImportSheet) is not None


def test_a_backup_is_made_behind_the_window_and_listed(window_desk: WindowDesk) -> None:
    desk = window_desk
    desk.log_days(1)
    open_settings(desk, "files")
    assert "None yet." in desk.words()
    desk.named(QAbstractButton, "Back up now").setFocus()
    desk.press(Key.Key_Return)
    QThreadPool.globalInstance().waitForDone()
    desk.qtbot.waitUntil(lambda: desk.toast == "Backup made and checked")
    desk.settle()
    made = desk.services.upkeep.backups()
    assert [backup.why for backup in made] == ["asked"]
    lines = [words for words in desk.words() if "asked for" in words]
    assert len(lines) == 1
    assert lines[0].startswith("Thursday, 19 November 2026, 18:00 · asked for · ")
    assert desk.named(QAbstractButton, "Back up now").isEnabled()


def test_a_backup_that_can_not_be_made_says_why(
    window_desk: WindowDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop_app.domain.errors import JournalError

    desk = window_desk

    def full(_upkeep: object, _why: str) -> None:
        raise JournalError("No backup could be made: the disk is full.")

    monkeypatch.setattr(type(desk.services.upkeep), "back_up", full)
    open_settings(desk, "files")
    desk.click(desk.named(QAbstractButton, "Back up now"))
    desk.qtbot.waitUntil(lambda: desk.toast == "No backup could be made: the disk is full.")
    assert desk.named(QAbstractButton, "Back up now").isEnabled()


def test_what_changes_elsewhere_shows_here(window_desk: WindowDesk) -> None:
    desk = window_desk
    page = open_settings(desk, "target")
    desk.services.settings.set("daily_target", "5", today=TODAY)
    desk.settle()
    assert desk.named(DecimalField, "Full day").value() == 5
    desk.shortcut("Ctrl+1")
    desk.services.settings.set("daily_target", "6.5", today=TODAY + timedelta(days=0))
    desk.settle()
    desk.shortcut("Ctrl+,")
    assert page.spot == "target"
    assert desk.named(DecimalField, "Full day").text() == "6.5"
