"""The key of an event as actions name it: digits and foreign letters go by their place.

The places are those of an IBM PC's keyboard (scan code set 1), which X11 and Wayland send with 8
added; macOS has numbers of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_PLACES = {
    **{code: str(code - 1) for code in range(2, 11)},
    **dict(zip((79, 80, 81, 75, 76, 77, 71, 72, 73), "123456789", strict=True)),
    **{start + n: letter for start, row in ((16, "QWERTYUIOP"), (30, "ASDFGHJKL"), (44, "ZXCVBNM"))
       for n, letter in enumerate(row)},
}  # fmt: skip
_PLACES_MAC = dict(
    zip(
        (18, 19, 20, 21, 23, 22, 26, 28, 25, 83, 84, 85, 86, 87, 88, 89, 91, 92),
        "123456789" * 2,
        strict=True,
    )
) | dict(
    zip(
        (12, 13, 14, 15, 17, 16, 32, 34, 31, 35, 0, 1, 2, 3, 5, 4, 38, 40, 37, 6, 7, 8, 9, 11, 45,
         46),
        "QWERTYUIOPASDFGHJKLZXCVBNM",
        strict=True,
    )
)  # fmt: skip
_X_OFFSET = 8


def is_plain(event: QKeyEvent) -> bool:
    """Return whether a key was pressed once, without Ctrl, Alt or the like."""
    plain = event.modifiers() & ~(
        Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
    )
    return plain == Qt.KeyboardModifier.NoModifier and not event.isAutoRepeat()


def key_of(event: QKeyEvent, platform: str) -> str:
    """Return the character of a key as actions name it, or "".

    Digits count wherever the keyboard has them, also where they need Shift (AZERTY) or lie on the
    number pad with Num Lock off. Letters outside A to Z count by their place.

    Args:
        event: the key.
        platform: Qt's name of the platform, such as ``xcb``.
    """
    key = event.key()
    if Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
        return chr(key)
    place = _place(event, platform)
    on_pad = bool(event.modifiers() & Qt.KeyboardModifier.KeypadModifier)
    shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    if place.isdigit() and (on_pad or not _is_on_pad(event, platform)) and not shift:
        return place
    text = event.text().upper()
    if not text and Qt.Key.Key_A <= key <= Qt.Key.Key_Z:
        return chr(key)  # with Alt held there may be no text
    if len(text) != 1 or not text.isprintable():
        return ""
    if text.isalpha() and not text.isascii():
        return place
    return text


def _place(event: QKeyEvent, platform: str) -> str:
    if platform == "cocoa":
        # 0 is both A's number and no number; A's own text is Latin or tells that there is one.
        return _PLACES_MAC.get(event.nativeVirtualKey(), "")
    offset = 0 if platform == "windows" else _X_OFFSET
    return _PLACES.get(event.nativeScanCode() - offset, "")


def _is_on_pad(event: QKeyEvent, platform: str) -> bool:
    """Return whether the place is one of the number pad, which arrow keys share on Windows."""
    if platform == "cocoa":
        return event.nativeVirtualKey() >= 83
    offset = 0 if platform == "windows" else _X_OFFSET
    return event.nativeScanCode() - offset >= 71
