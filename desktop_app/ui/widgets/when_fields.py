"""When something was: its day, and its time if that is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from desktop_app import tokens
from desktop_app.domain.times import read_time
from desktop_app.i18n import _
from desktop_app.ui.widgets.day_field import DayField
from desktop_app.ui.widgets.labels import labelled

if TYPE_CHECKING:
    from datetime import date, time

    from desktop_app.ui.theme import Appearance


class WhenFields(QWidget):
    """A day and a time beside each other.

    The time of one day is unknown on another: moving the day clears it, unless it was written.

    Signals:
        edited: the person changed something.
        entered: Enter was pressed.
    """

    edited = Signal()
    entered = Signal()

    def __init__(self, appearance: Appearance, latest: date, parent: QWidget | None = None) -> None:
        """Make fields.

        Args:
            appearance: the look to follow.
            latest: the last day that may be chosen.
            parent: the widget that holds it.
        """
        super().__init__(parent)
        px = appearance.px
        self._first: date | None = None
        self.day = DayField(appearance, _("Day"), latest)
        self.time = QLineEdit()
        self.time.setAccessibleName(_("Time, if you like"))
        self.time.setPlaceholderText(_("14:30"))
        self.time.setMaxLength(20)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(16))
        self.day.setFixedSize(px(152), px(tokens.HEIGHT_FIELD))
        self.time.setFixedWidth(px(120))
        row.addLayout(labelled(_("Day"), self.day, px(4)))
        row.addLayout(labelled(_("Time, if you like"), self.time, px(4)))
        row.addStretch(1)
        self.day.day_picked.connect(self._on_day_picked)
        self.day.entered.connect(self.entered)
        self.time.textEdited.connect(self.edited)
        self.time.returnPressed.connect(self.entered)

    def show_moment(self, day: date, at: time | None) -> None:
        """Show a day and a time without telling anybody."""
        self._first = day
        self.day.set_day(day)
        self.time.setText(f"{at:%H:%M}" if at is not None else "")
        self.time.setModified(False)

    def moment(self) -> tuple[date | None, time | None]:
        """Return what stands in the fields.

        Raises:
            InvalidInput: the time is none.
        """
        return self.day.day, read_time(self.time.text())

    def _on_day_picked(self) -> None:
        if not self.time.isModified() and self.day.day != self._first:
            self.time.clear()
        self.edited.emit()
