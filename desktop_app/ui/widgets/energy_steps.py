"""Energy as five steps of rising height, with its words beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop_app import tokens
from desktop_app.domain.mood import ENERGIES, energy_word
from desktop_app.i18n import _
from desktop_app.ui.widgets.labels import plain_label
from desktop_app.ui.widgets.painted import PaintedButton, Roving
from desktop_app.ui.widgets.painting import paint_box, smooth, words_width

if TYPE_CHECKING:
    from desktop_app.ui.theme import Appearance

_WIDTH, _HEIGHT, _LOWEST, _RISE = 36, 28, 8, 4


class EnergySteps(Roving):
    """Five steps of which the first n are filled.

    Signals:
        energy_chosen: the person chose an energy, 1 to 5.
        energy_cleared: the person chose the chosen one again.
    """

    energy_chosen = Signal(int)
    energy_cleared = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, parent)
        self._energy: int | None = None
        self._hovered = 0
        self._steps = [_Step(appearance, n) for n in ENERGIES]
        self._words = plain_label("", "small", "text2")
        font = appearance.font(tokens.SMALL)
        widest = max(words_width(_said(energy), font) for energy in ENERGIES)
        self._words.setMinimumWidth(round(widest) + 2)  # so that no choice moves the steps
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(appearance.px(4))
        for step in self._steps:
            row.addWidget(step)
            step.clicked.connect(self._on_clicked)
        row.addSpacing(appearance.px(8))
        row.addWidget(self._words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_members(list(self._steps))

    @property
    def energy(self) -> int | None:
        """The chosen energy, 1 to 5."""
        return self._energy

    def set_energy(self, energy: int | None) -> None:
        """Show an energy without telling anybody."""
        self._energy = energy
        for step in self._steps:
            step.set_filled(energy is not None and step.energy <= energy)
            step.setChecked(step.energy == energy)
        self._words.setText("" if energy is None else _said(energy))
        self.rest_on(None if energy is None else self._steps[energy - 1])

    def focus_energy(self) -> None:
        """Give the focus to the chosen step, else to the first."""
        self._steps[(self._energy or 1) - 1].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_clicked(self) -> None:
        step = self.sender()
        if not isinstance(step, _Step):
            return
        if step.energy == self._energy:
            self.set_energy(None)
            self.energy_cleared.emit()
        else:
            self.set_energy(step.energy)
            self.energy_chosen.emit(step.energy)


def _said(energy: int) -> str:
    return _("{n} of 5, {word}").format(n=energy, word=energy_word(energy))


class _Step(PaintedButton):
    def __init__(self, appearance: Appearance, energy: int) -> None:
        name = _("Energy, {word}, {n} of 5").format(word=energy_word(energy), n=energy)
        super().__init__(appearance, name)
        self.energy = energy
        self._filled = False
        self.setCheckable(True)
        # Narrower where the words beside them would be cut.
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(appearance.px(_WIDTH))

    def set_filled(self, filled: bool) -> None:
        self._filled = filled
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.appearance.px(_WIDTH), self.appearance.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.appearance.px(24), self.appearance.px(_HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        theme, px = self.appearance.theme, self.appearance.px
        tall = px(_LOWEST + _RISE * (self.energy - 1))
        bar = QRectF(0, self.height() - tall - px(2), self.width(), tall)
        if self._filled:
            paint_box(painter, bar, 4, theme.accent_hover if self.hovered else theme.accent)
        else:
            edge = theme.accent if self.hovered else theme.border
            paint_box(painter, bar, 4, theme.sunken, edge)
        if self.ringed:
            ring = theme.text if self._filled else theme.accent
            paint_box(painter, bar, 4, None, ring, 2)
