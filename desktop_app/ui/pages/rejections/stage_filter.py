"""The choice of the stage that was reached, or of every one: only stages that occur."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.stages import Stage, stage_label
from desktop_app.i18n import _
from desktop_app.ui.widgets.choice_box import ChoiceBox

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtWidgets import QWidget


class StageFilter(ChoiceBox):
    """One stage or all; hidden where every no came after the same one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__((("", _("Every stage")),), _("Stage reached"), parent)
        self.stages: tuple[Stage, ...] = ()
        self.hide()

    @property
    def stage(self) -> Stage | None:
        """The chosen stage, None for all."""
        return Stage(self.choice) if self.choice else None

    def offer_stages(self, occurring: Collection[Stage]) -> None:
        """Offer the stages that occur; a choice that is gone falls back to all, told to nobody."""
        stages = tuple(stage for stage in Stage if stage in occurring)
        stages = stages if len(stages) > 1 else ()
        if stages != self.stages:
            chosen, blocked = self.choice, self.blockSignals(True)
            self.stages = stages
            while self.count() > 1:
                self.removeItem(1)
            for stage in stages:
                self.addItem(stage_label(stage), stage.value)
            self.blockSignals(blocked)
            self.set_choice(chosen if chosen in stages else "")
        self.setVisible(bool(stages))
