"""What a check-in says beside its mood: energy, feeling words and the note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app.domain.mood import MOST_FEELINGS
from desktop_app.i18n import _
from desktop_app.ui.pages.today.feeling_words import labelled
from desktop_app.ui.widgets.chips import ChipRow
from desktop_app.ui.widgets.energy_steps import EnergySteps
from desktop_app.ui.widgets.key_cap import KeyCap
from desktop_app.ui.widgets.labels import plain_label
from desktop_app.ui.widgets.note_field import NoteField

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.ui.theme import Appearance


class CheckInDetails(QWidget):
    """Three labelled rows with their keys."""

    def __init__(
        self, appearance: Appearance, quick: Sequence[str], parent: QWidget | None = None
    ) -> None:
        """Make the rows.

        Args:
            appearance: the look to follow.
            quick: the feeling words that always show.
            parent: the widget that holds it.
        """
        super().__init__(parent)
        self.energy = EnergySteps(appearance)
        self.feelings = ChipRow(appearance, labelled(quick), limit=MOST_FEELINGS)
        self.feelings.expect_more()
        self.note = NoteField(appearance, _("Note"), key="T")
        px = appearance.px
        grid = QGridLayout(self)
        grid.setContentsMargins(0, px(4), 0, 0)
        grid.setVerticalSpacing(px(12))
        grid.setHorizontalSpacing(px(8))
        grid.setColumnMinimumWidth(0, px(64))
        grid.setColumnStretch(1, 1)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        self.note.setProperty("action", "note")
        rows: tuple[tuple[str, QWidget, str, str], ...] = (
            (_("Energy"), self.energy, "E", "energy"),
            (_("Feelings"), self.feelings, "W", "feelings"),
            (_("Note"), self.note, "", ""),
        )
        for row, (word, control, key, action) in enumerate(rows):
            label = plain_label(word, "small", "text2")
            label.setMinimumHeight(px(36 if control is self.note else 28))
            grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            if key:
                grid.addWidget(control, row, 1)
                grid.addWidget(KeyCap(appearance, key, action=action), row, 2, right)
            else:  # the note shows its key inside
                grid.addWidget(control, row, 1, 1, 2)

    def follow(self, before: QWidget) -> None:
        """Come right after another row in the order of the Tab key."""
        last = before.findChildren(QWidget)[-1]
        for row in (self.energy, self.feelings, self.note):
            for stop in row.findChildren(QWidget) or [row]:
                if stop.focusPolicy() is not Qt.FocusPolicy.NoFocus:
                    QWidget.setTabOrder(last, stop)
                    last = stop
        QWidget.setTabOrder(last, self.note)
