"""Chips that keep the rejections of one stage: All, and only the stages that occur."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.stages import Stage, stage_label
from desktop_app.i18n import _
from desktop_app.ui.widgets.chips import ChoiceRow

if TYPE_CHECKING:
    from collections.abc import Collection

    from desktop_app.ui.theme import Appearance

_ALL = "all"


class StageFilter(QWidget):
    """The choice of a stage, or of all; one stage alone is nothing to choose from.

    Signals:
        stage_chosen: the Stage, or None for all.
    """

    stage_chosen = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._stages: list[Stage] = []
        self._chips: ChoiceRow | None = None
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, appearance.px(4), 0, appearance.px(4))

    @property
    def stage(self) -> Stage | None:
        """The chosen stage, None for all."""
        key = self._chips.choice if self._chips is not None else None
        return None if key is None or key == _ALL else Stage(key)

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The stages that are offered."""
        return tuple(self._stages) if self._chips is not None else ()

    def set_stages(self, occurring: Collection[Stage]) -> None:
        """Offer the stages that occur; a choice that is gone falls back to all, told to nobody."""
        stages = [stage for stage in Stage if stage in occurring]
        if stages == self._stages:
            return
        chosen = self.stage
        self._stages = stages
        if self._chips is not None:
            self._row.removeWidget(self._chips)
            self._chips.hide()
            self._chips.deleteLater()
            self._chips = None
        if len(stages) > 1:
            choices = [(_ALL, _("All")), *((one.value, stage_label(one)) for one in stages)]
            self._chips = ChoiceRow(self._appearance, choices, _("Stage reached"))
            self._row.addWidget(self._chips)
            self._chips.choice_made.connect(self._on_chosen)
            self.choose(chosen if chosen in stages else None)

    def choose(self, stage: Stage | None) -> None:
        """Choose without telling anybody."""
        if self._chips is not None:
            self._chips.set_choice(_ALL if stage is None else stage.value)

    def _on_chosen(self, _key: str) -> None:
        self.stage_chosen.emit(self.stage)
