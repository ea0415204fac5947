"""Colours, sizes and type of the design: one source for style sheet, palette and charts."""

from __future__ import annotations

from typing import NamedTuple


class MoodColours(NamedTuple):
    """The four colours of one mood, each ``#RRGGBB``."""

    fill: str
    edge: str
    tint: str
    ink: str


class Theme(NamedTuple):
    """Every colour of one appearance, each ``#RRGGBB``."""

    name: str
    bg: str
    sidebar: str
    surface: str
    surface2: str
    sunken: str
    border: str
    border_strong: str
    text: str
    text2: str
    text3: str
    disabled: str
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    accent_weak: str
    accent_soft: str
    accent_text: str
    slate: str
    slate_weak: str
    slate_soft: str
    hatch: str
    grid: str
    effort: str
    toast: str
    on_toast: str
    toast_link: str
    heat: tuple[str, str, str, str, str]
    moods: tuple[MoodColours, MoodColours, MoodColours, MoodColours, MoodColours]

    @property
    def dark(self) -> bool:
        """Whether this is the dark appearance."""
        return self.name == "dark"

    def mood(self, mood: int) -> MoodColours:
        """Return the colours of a mood, 1 to 5."""
        return self.moods[mood - 1]


LIGHT = Theme(
    name="light",
    bg="#F3F2EE",
    sidebar="#EAE9E3",
    surface="#FEFEFC",
    surface2="#F6F5F1",
    sunken="#ECEBE6",
    border="#DDDBD3",
    border_strong="#85827A",
    text="#22282A",
    text2="#4C5456",
    text3="#5F6768",
    disabled="#A3A6A3",
    accent="#1F6B5C",
    accent_hover="#195A4D",
    accent_pressed="#134A3F",
    on_accent="#FFFFFF",
    accent_weak="#E4EFEB",
    accent_soft="#A8CDC2",
    accent_text="#1B6052",
    slate="#56606C",
    slate_weak="#ECEEEF",
    slate_soft="#C3C9CE",
    hatch="#B4AFA3",
    grid="#E6E4DD",
    effort="#A9CFC4",
    toast="#2B3234",
    on_toast="#F4F3EF",
    toast_link="#9AD9C8",
    heat=("#DCEAE5", "#B3D5CB", "#7FB6A7", "#478F80", "#1F6B5C"),
    moods=(
        MoodColours("#3F4B78", "#343F66", "#E3E5EE", "#FFFFFF"),
        MoodColours("#62719F", "#4F5D88", "#E6E9F1", "#FFFFFF"),
        MoodColours("#9195A1", "#6E727D", "#EDEDEF", "#22282A"),
        MoodColours("#D6A94A", "#94701F", "#F8EED8", "#22282A"),
        MoodColours("#F5D275", "#97761A", "#FCF3D6", "#22282A"),
    ),
)

DARK = Theme(
    name="dark",
    bg="#171B1A",
    sidebar="#121515",
    surface="#1F2423",
    surface2="#272D2B",
    sunken="#141817",
    border="#343A38",
    border_strong="#78817E",
    text="#ECEAE4",
    text2="#BCC0BB",
    text3="#98A09C",
    disabled="#666E6B",
    accent="#7CC7B4",
    accent_hover="#93D4C3",
    accent_pressed="#66B29F",
    on_accent="#0C211C",
    accent_weak="#20372F",
    accent_soft="#386458",
    accent_text="#8BD0BE",
    slate="#A7B1BC",
    slate_weak="#2A3033",
    slate_soft="#4A5358",
    hatch="#5E6662",
    grid="#2C3230",
    effort="#3A685B",
    toast="#E6E4DD",
    on_toast="#22282A",
    toast_link="#1B6052",
    heat=("#23382F", "#2F574B", "#40796A", "#5B9F8E", "#8BD0BE"),
    moods=(
        MoodColours("#5E6AA2", "#7F8BBE", "#292D3D", "#FFFFFF"),
        MoodColours("#7F8CBA", "#9BA8D2", "#2B303C", "#14181C"),
        MoodColours("#9EA2AC", "#C2C5CC", "#2D3032", "#14181C"),
        MoodColours("#D9B25E", "#E9C883", "#37322A", "#14181C"),
        MoodColours("#F8DE92", "#FBE4A4", "#3B3729", "#14181C"),
    ),
)


class TypeSize(NamedTuple):
    """One size of type: pixels of the letters and of the line, and the weight, 400 to 600."""

    pixels: int
    line: int
    weight: int


FAMILY = "Figtree"
NUMBER = TypeSize(44, 48, 600)
INSIGHT = TypeSize(28, 32, 600)
H1 = TypeSize(24, 32, 600)
PANEL_TITLE = TypeSize(20, 28, 600)
H2 = TypeSize(16, 24, 600)
LEAD = TypeSize(16, 24, 400)
BODY = TypeSize(14, 20, 400)
STRONG = TypeSize(14, 20, 600)
SMALL = TypeSize(13, 18, 400)
CAPTION = TypeSize(12, 16, 400)
KEYCAP = TypeSize(11, 14, 400)

GRID = 4
PAGE_PADDING = 24
CARD_PADDING = 20
GAP_ROWS = 16
GAP_COLUMNS = 24
GAP_TILES = 8
RADIUS_CARD = 12
RADIUS_TILE = 10
RADIUS_FIELD = 8
RADIUS_KEYCAP = 4
HEIGHT_FIELD = 36
HEIGHT_SMALL = 32
HEIGHT_CHIP = 28
HEIGHT_KEYCAP = 18
SIDEBAR = 208
SIDEBAR_ICONS = 56
ONE_COLUMN_BELOW = 1100
SIDE_COLUMN = 328


def theme(name: str) -> Theme:
    """Return the theme ``light`` or ``dark``."""
    return DARK if name == "dark" else LIGHT
