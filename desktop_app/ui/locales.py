"""What the person's region says of days."""

from __future__ import annotations

from PySide6.QtCore import QLocale


def month_first(locale: QLocale) -> bool:
    """Return whether the month stands before the day where the person lives."""
    return locale.dateFormat(QLocale.FormatType.ShortFormat).startswith("M")
