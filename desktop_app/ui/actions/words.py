"""Keys as a person reads them."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

from desktop_app.i18n import _
from desktop_app.ui.actions.action import is_letter
from desktop_app.ui.actions.reader import ALT, OFF


def shown_keys(keys: tuple[str, ...], mode: str) -> list[str]:
    """Return keys as key caps show them, such as ``A`` and ``Ctrl Shift Z``.

    Args:
        keys: as an action has them.
        mode: how single characters count now, as ``KeyReader.mode`` tells it.
    """
    shown = []
    for key in keys:
        if not is_letter(key):
            native = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
            native = native.replace("Return", _("Enter"))
            shown.append(" ".join(part or "+" for part in native.split("+")))
        elif mode == ALT:
            shown.append(_("Alt {key}").format(key=key))
        elif mode != OFF:
            shown.append(key)
    return shown
