"""The look of the window: themes, style sheet, fonts and icons."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QPushButton, QWidget

from desktop_app import tokens
from desktop_app.paths import resource
from desktop_app.ui.fonts import system_scale
from desktop_app.ui.icons import Icons
from desktop_app.ui.stylesheet import LABEL_ROLES, style_sheet
from desktop_app.ui.theme import Appearance

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication


@pytest.fixture
def appearance(qapp: QApplication) -> Iterator[Appearance]:
    look = Appearance(qapp, "light", text_scale=1.0)
    yield look
    qapp.styleHints().colorSchemeChanged.disconnect(look._on_scheme_changed)


def contrast(one: str, other: str) -> float:
    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_choosing_dark_tells_once_and_changes_palette_and_sheet(
    appearance: Appearance, qapp: QApplication
) -> None:
    told: list[tokens.Theme] = []
    appearance.theme_changed.connect(told.append)
    appearance.set_choice("dark")
    appearance.set_choice("dark")
    assert told == [tokens.DARK]
    assert appearance.theme is tokens.DARK
    assert qapp.palette().color(QPalette.ColorRole.Window).name().upper() == tokens.DARK.bg
    assert tokens.DARK.accent in qapp.styleSheet()
    assert tokens.LIGHT.accent not in qapp.styleSheet()


def test_another_choice_is_refused_and_changes_nothing(appearance: Appearance) -> None:
    with pytest.raises(ValueError, match="blue"):
        appearance.set_choice("blue")
    assert appearance.choice == "light"
    assert appearance.theme is tokens.LIGHT


def test_the_system_choice_follows_the_system(appearance: Appearance) -> None:
    appearance.set_choice("system")
    told: list[tokens.Theme] = []
    appearance.theme_changed.connect(told.append)
    dark = appearance.app.styleHints().colorScheme() is Qt.ColorScheme.Dark
    assert appearance.theme is (tokens.DARK if dark else tokens.LIGHT)


@pytest.mark.parametrize("theme", [tokens.LIGHT, tokens.DARK], ids=lambda each: each.name)
def test_words_and_edges_have_enough_contrast(theme: tokens.Theme) -> None:
    for ground in (theme.bg, theme.sidebar, theme.surface, theme.surface2, theme.sunken):
        for ink in (theme.text, theme.text2, theme.text3, theme.accent_text):
            assert contrast(ink, ground) >= 4.5, (ink, ground)
        for edge in (theme.border_strong, theme.accent):
            assert contrast(edge, ground) >= 3, (edge, ground)
    assert contrast(theme.on_accent, theme.accent) >= 4.5
    assert contrast(theme.on_toast, theme.toast) >= 4.5
    assert contrast(theme.toast_link, theme.toast) >= 4.5
    assert contrast(theme.text, theme.slate_weak) >= 4.5


@pytest.mark.parametrize("theme", [tokens.LIGHT, tokens.DARK], ids=lambda each: each.name)
def test_the_style_sheet_names_only_files_that_exist_and_colours_of_the_theme(
    theme: tokens.Theme,
) -> None:
    sheet = style_sheet(theme)
    own = set(re.findall(r"#[0-9A-Fa-f]{6}", str(theme)))
    assert set(re.findall(r"#[0-9A-Fa-f]{6}", sheet)) <= own
    from pathlib import Path

    files = re.findall(r'url\("([^"]+)"\)', sheet)
    assert files
    assert all(Path(name).is_file() for name in files)


def test_the_check_marks_wear_the_ink_of_their_theme() -> None:
    for theme in (tokens.LIGHT, tokens.DARK):
        drawn = resource("marks", f"check-{theme.name}.svg").read_text(encoding="utf-8")
        assert theme.on_accent in drawn


@pytest.mark.parametrize("role", LABEL_ROLES)
def test_labels_take_the_size_and_weight_of_their_role(appearance: Appearance, role: str) -> None:
    label = QLabel("words")
    label.setProperty("role", role)
    label.ensurePolished()
    assert label.font().pixelSize() == LABEL_ROLES[role].pixels
    assert label.font().weight() == LABEL_ROLES[role].weight


def test_figures_are_tabular_in_every_role(appearance: Appearance) -> None:
    for role in ("number", "small", ""):
        label = QLabel("1")
        label.setProperty("role", role)
        label.ensurePolished()
        assert label.font().featureValue(QFont.Tag("tnum")) == 1
        one = label.fontMetrics().horizontalAdvance("111")
        assert one == label.fontMetrics().horizontalAdvance("888")


def test_focus_moves_nothing_in_buttons_and_fields(appearance: Appearance, qtbot: object) -> None:
    window = QWidget()
    field, button = QLineEdit(window), QPushButton("Save", window)
    window.show()
    for widget in (field, button):
        before = (widget.sizeHint(), widget.minimumSizeHint())
        widget.setFocus()
        assert (widget.sizeHint(), widget.minimumSizeHint()) == before
        assert widget.sizeHint().height() == tokens.HEIGHT_FIELD


def test_a_card_has_the_surface_and_its_label_no_frame_of_its_own(
    appearance: Appearance, qtbot: object
) -> None:
    card = QFrame()
    card.setProperty("role", "card")
    card.resize(80, 60)
    label = QLabel(card)
    label.resize(40, 20)
    label.move(20, 20)
    picture = card.grab().toImage()
    assert picture.pixelColor(40, 10).name().upper() == tokens.LIGHT.surface
    assert picture.pixelColor(20, 20).name().upper() == tokens.LIGHT.surface


def test_text_twice_as_large_doubles_letters_and_lengths(qapp: QApplication) -> None:
    look = Appearance(qapp, "light", text_scale=2.0)
    assert look.font(tokens.BODY).pixelSize() == 2 * tokens.BODY.pixels
    assert look.px(36) == 72
    field = QLineEdit()
    field.ensurePolished()
    assert field.sizeHint().height() >= 70
    qapp.styleHints().colorSchemeChanged.disconnect(look._on_scheme_changed)


def test_the_scale_comes_from_the_systems_font_and_never_shrinks(qapp: QApplication) -> None:
    font = QFont("Sans Serif")
    for points, scale in ((9, 1.0), (10, 1.0), (11, 1.0), (20, 2.0), (6, 1.0), (90, 3.0)):
        font.setPointSizeF(points)
        assert system_scale(font) == scale


def test_icons_wear_the_colour_they_are_asked_for(qapp: QApplication) -> None:
    icons = Icons()
    for colour in ("#1F6B5C", "#ECEAE4"):
        picture = icons.pixmap("plus", colour, 24, 2.0).toImage()
        assert picture.width() == 48
        assert picture.pixelColor(24, 24).name().upper() == colour
        assert picture.pixelColor(2, 2).alpha() == 0


def test_an_icon_is_rendered_once(qapp: QApplication) -> None:
    icons = Icons()
    first = icons.pixmap("sun", "#1F6B5C", 20)
    assert icons.pixmap("sun", "#1F6B5C", 20).cacheKey() == first.cacheKey()
    assert icons.pixmap("sun", "#1F6B5C", 21).cacheKey() != first.cacheKey()


def test_an_unknown_icon_is_an_error(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        Icons().pixmap("no-such-icon", "#000000")


def test_the_mark_of_the_app_follows_the_theme(qapp: QApplication) -> None:
    icons = Icons()
    for theme in (tokens.LIGHT, tokens.DARK):
        ground = icons.brand(theme, 28).toImage().pixelColor(4, 14)
        assert ground.name().upper() == theme.accent
