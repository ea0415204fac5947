"""The one style sheet of the window, from the tokens; widgets choose by dynamic properties."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app import tokens
from desktop_app.paths import resource

if TYPE_CHECKING:
    from desktop_app.tokens import Theme, TypeSize

LABEL_ROLES: dict[str, TypeSize] = {
    "number": tokens.NUMBER,
    "insight": tokens.INSIGHT,
    "h1": tokens.H1,
    "panel_title": tokens.PANEL_TITLE,
    "h2": tokens.TypeSize(16, 24, 600),
    "lead": tokens.LEAD,
    "small": tokens.SMALL,
    "caption": tokens.CAPTION,
}
TONES = ("text2", "text3", "accent_text", "slate", "disabled")


def style_sheet(theme: Theme, scale: float = 1.0) -> str:
    """Return the style sheet of a theme.

    Properties it knows: ``role`` on labels (LABEL_ROLES; body needs none) and frames (card,
    panel, notice, slate, palette, line), ``tone`` on labels (TONES), ``strong`` on labels, ``kind``
    on push buttons (primary, quiet, link, slate) and ``small`` on push buttons.

    Args:
        theme: the colours.
        scale: how much larger the person's text is than usual, 1.0 to 3.0.
    """

    def px(pixels: float) -> str:
        return f"{round(pixels * scale)}px"

    return "\n".join(
        (
            _labels(theme, px),
            _frames(theme),
            _buttons(theme, px, scale),
            _fields(theme, px, scale),
            _checks(theme, px),
            _tables(theme, px),
            _menus(theme, px),
            _rest(theme, px),
        )
    )


def note_padding(scale: float) -> int:
    """Return the pixels above and below a note's words that put one line into a field's middle."""
    line = tokens.BODY.pixels * 1.2  # Figtree's own line, which text edits use
    return round((tokens.HEIGHT_FIELD - line) / 2 * scale) - 3  # border and document margin


if TYPE_CHECKING:
    from collections.abc import Callable

    Px = Callable[[float], str]


def _labels(theme: Theme, px: Px) -> str:
    sizes = (
        f'QLabel[role="{role}"]{{font-size:{px(size.pixels)};font-weight:{size.weight}}}'
        for role, size in LABEL_ROLES.items()
    )
    tones = (f'QLabel[tone="{tone}"]{{color:{getattr(theme, tone)}}}' for tone in TONES)
    return "\n".join((*sizes, *tones, 'QLabel[strong="true"]{font-weight:600}'))


def _frames(theme: Theme) -> str:
    return f"""
QFrame[role="card"]{{background:{theme.surface};border:1px solid {theme.border};
 border-radius:{tokens.RADIUS_CARD}px}}
QFrame[role="panel"]{{background:{theme.surface};border:0;border-left:1px solid {theme.border}}}
QFrame[role="notice"]{{background:{theme.accent_weak};border:0;
 border-radius:{tokens.RADIUS_FIELD}px}}
QFrame[role="slate"]{{background:{theme.slate_weak};border:1px solid {theme.slate_soft};
 border-radius:{tokens.RADIUS_CARD}px}}
QFrame[role="palette"]{{background:{theme.surface};border:1px solid {theme.border_strong};
 border-radius:{tokens.RADIUS_CARD}px}}
QFrame[role="line"]{{background:{theme.border};border:0;max-height:1px;min-height:1px}}
QFrame[role="sidebar"]{{background:{theme.sidebar};border:0;
 border-right:1px solid {theme.border}}}
QScrollArea,QScrollArea>QWidget>QWidget[role="page"]{{background:transparent;border:0}}"""


def _buttons(theme: Theme, px: Px, scale: float) -> str:
    inner = tokens.HEIGHT_FIELD - 2
    wide, small = round(14 * scale), round(10 * scale)
    return f"""
QPushButton{{background:{theme.surface};color:{theme.text};border:1px solid {theme.border};
 border-radius:{tokens.RADIUS_FIELD}px;padding:0 {wide}px;min-height:{px(inner)};font-weight:500}}
QPushButton:hover{{background:{theme.surface2}}}
QPushButton:pressed{{background:{theme.sunken}}}
QPushButton:focus{{border:2px solid {theme.accent};padding:0 {wide - 1}px}}
QPushButton:disabled{{color:{theme.disabled}}}
QPushButton[small="true"]{{min-height:{px(tokens.HEIGHT_SMALL - 2)};padding:0 {small}px}}
QPushButton[small="true"]:focus{{padding:0 {small - 1}px}}
QPushButton[kind="primary"]{{background:{theme.accent};color:{theme.on_accent};
 border-color:{theme.accent}}}
QPushButton[kind="primary"]:hover{{background:{theme.accent_hover}}}
QPushButton[kind="primary"]:pressed{{background:{theme.accent_pressed}}}
QPushButton[kind="primary"]:focus{{border-color:{theme.text}}}
QPushButton[kind="primary"]:disabled{{background:{theme.sunken};color:{theme.disabled};
 border-color:{theme.border}}}
QPushButton[kind="quiet"]{{background:transparent;border-color:transparent;color:{theme.text2}}}
QPushButton[kind="quiet"]:hover{{background:{theme.surface2}}}
QPushButton[kind="quiet"]:focus{{border-color:{theme.accent}}}
QPushButton[kind="link"]{{background:transparent;border-color:transparent;padding:0 3px;
 min-height:{px(22)};color:{theme.accent_text};font-size:{px(tokens.SMALL.pixels)}}}
QPushButton[kind="link"]:hover{{text-decoration:underline}}
QPushButton[kind="link"]:focus{{border-color:{theme.accent};border-radius:4px;padding:0 2px}}
QPushButton[kind="slate"]{{background:{theme.slate_weak};border-color:{theme.slate_soft}}}
QPushButton[kind="slate"]:hover{{border-color:{theme.slate}}}
QPushButton[kind="slate"]:focus{{border-color:{theme.accent}}}"""


def _fields(theme: Theme, px: Px, scale: float) -> str:
    down, up = (resource("marks", f"chevron-{way}.svg").as_posix() for way in ("down", "up"))
    every = "QLineEdit,QPlainTextEdit,QTextEdit,QComboBox,QAbstractSpinBox"
    note, edge = note_padding(scale), round(10 * scale)
    focused = ",".join(f"{name}:focus" for name in every.split(","))
    return f"""
{every}{{background:{theme.surface};color:{theme.text};border:1px solid {theme.border_strong};
 border-radius:{tokens.RADIUS_FIELD}px;padding:0 {edge}px;
 selection-background-color:{theme.accent};selection-color:{theme.on_accent}}}
QLineEdit,QComboBox,QAbstractSpinBox{{min-height:{px(tokens.HEIGHT_FIELD - 2)}}}
{focused}{{border:2px solid {theme.accent};padding:0 {edge - 1}px}}
QPlainTextEdit,QTextEdit{{padding:{note}px {edge - 2}px}}
QPlainTextEdit:focus,QTextEdit:focus{{padding:{note - 1}px {edge - 3}px}}
QLineEdit[chip="true"]{{min-height:{px(tokens.HEIGHT_CHIP - 2)};
 border-radius:{px(tokens.HEIGHT_CHIP / 2)}}}
QLineEdit:disabled,QComboBox:disabled,QAbstractSpinBox:disabled{{color:{theme.disabled}}}
QAbstractSpinBox QLineEdit,QComboBox QLineEdit{{border:0;padding:0;min-height:0;
 background:transparent}}
QComboBox::drop-down,QDateEdit::drop-down{{border:0;width:{px(28)}}}
QComboBox::down-arrow,QDateEdit::down-arrow{{image:url("{down}");width:{px(16)};
 height:{px(16)}}}
QComboBox QAbstractItemView{{background:{theme.surface};border:1px solid {theme.border};
 selection-background-color:{theme.accent_weak};selection-color:{theme.text};padding:4px;outline:0}}
QAbstractSpinBox::up-button,QAbstractSpinBox::down-button{{border:0;background:transparent;
 width:{px(22)}}}
QAbstractSpinBox::up-arrow{{image:url("{up}");width:{px(12)};height:{px(12)}}}
QAbstractSpinBox::down-arrow{{image:url("{down}");width:{px(12)};height:{px(12)}}}"""


def _checks(theme: Theme, px: Px) -> str:
    check = resource("marks", f"check-{theme.name}.svg").as_posix()
    dot = f"border:{px(5)} solid {theme.accent};width:{px(8)};height:{px(8)}"
    return f"""
QCheckBox,QRadioButton{{spacing:10px;min-height:{px(24)};border:2px solid transparent;
 border-radius:4px}}
QCheckBox:focus,QRadioButton:focus{{border-color:{theme.accent}}}
QCheckBox::indicator,QRadioButton::indicator{{width:{px(16)};height:{px(16)};
 border:1px solid {theme.border_strong};background:{theme.surface}}}
QCheckBox::indicator{{border-radius:4px}}
QRadioButton::indicator{{border-radius:{px(8)}}}
QCheckBox::indicator:hover,QRadioButton::indicator:hover{{border-color:{theme.accent}}}
QCheckBox::indicator:checked{{background:{theme.accent};border-color:{theme.accent};
 image:url("{check}")}}
QRadioButton::indicator:checked{{{dot}}}"""


def _tables(theme: Theme, px: Px) -> str:
    return f"""
QAbstractItemView{{background:{theme.surface};border:0;outline:0;
 selection-background-color:{theme.accent_weak};selection-color:{theme.text}}}
QTableView{{gridline-color:{theme.border}}}
QHeaderView{{background:{theme.surface2};border:0}}
QHeaderView::section{{background:{theme.surface2};color:{theme.text2};border:0;
 border-bottom:1px solid {theme.border};padding:0 8px;min-height:{px(35)};
 font-size:{px(tokens.CAPTION.pixels)};font-weight:500}}
QHeaderView::section:hover{{color:{theme.text}}}
QTableCornerButton::section{{background:{theme.surface2};border:0}}"""


def _menus(theme: Theme, px: Px) -> str:
    return f"""
QMenuBar{{background:{theme.sidebar};color:{theme.text2};border:0;padding:0 4px}}
QMenuBar::item{{background:transparent;padding:{px(4)} 10px;border-radius:4px}}
QMenuBar::item:selected{{background:{theme.surface};color:{theme.text}}}
QMenu{{background:{theme.surface};color:{theme.text};border:1px solid {theme.border};padding:4px}}
QMenu::item{{padding:{px(6)} 24px {px(6)} 12px;border-radius:4px}}
QMenu::item:selected{{background:{theme.accent_weak};color:{theme.text}}}
QMenu::item:disabled{{color:{theme.disabled}}}
QMenu::icon{{padding-left:8px}}
QMenu::separator{{height:1px;background:{theme.border};margin:4px 8px}}"""


def _rest(theme: Theme, px: Px) -> str:
    return f"""
QToolTip{{background:{theme.toast};color:{theme.on_toast};border:0;padding:4px 8px;
 font-size:{px(tokens.CAPTION.pixels)}}}
QScrollBar{{background:transparent;border:0;margin:0}}
QScrollBar:vertical{{width:10px}}
QScrollBar:horizontal{{height:10px}}
QScrollBar::handle{{background:{theme.hatch};border-radius:3px;margin:2px}}
QScrollBar::handle:hover{{background:{theme.border_strong}}}
QScrollBar::handle:vertical{{min-height:32px}}
QScrollBar::handle:horizontal{{min-width:32px}}
QScrollBar::add-line,QScrollBar::sub-line{{width:0;height:0;border:0;background:none}}
QScrollBar::add-page,QScrollBar::sub-page{{background:none}}
QProgressBar{{background:{theme.sunken};border:0;border-radius:4px;max-height:8px;min-height:8px;
 color:transparent}}
QProgressBar::chunk{{background:{theme.accent};border-radius:4px}}
QDialog,QMessageBox{{background:{theme.bg}}}
QSplitter::handle{{background:{theme.border}}}"""
