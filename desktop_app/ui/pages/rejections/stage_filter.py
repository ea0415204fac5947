"""Chips that keep the rejections of one stage: All, and only the stages that occur."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.stages import Stage, stage_label
from desktop_app.i18n import _
from desktop_app.ui.widgets.chip_filter import ALL, ChipFilter

if TYPE_CHECKING:
    from collections.abc import Collection

    from PySide6.QtWidgets import QWidget

    from desktop_app.ui.theme import Appearance


class StageFilter(ChipFilter):
    """The choice of a stage, or of all."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, _("Stage reached"), parent)

    @property
    def stage(self) -> Stage | None:
        """The chosen stage, None for all."""
        return None if self.choice == ALL else Stage(self.choice)

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The stages that are offered."""
        return tuple(Stage(key) for key in self.keys)

    def offer_stages(self, occurring: Collection[Stage]) -> None:
        """Offer the stages that occur; a choice that is gone falls back to all, told to nobody."""
        self.offer([(stage.value, stage_label(stage)) for stage in Stage if stage in occurring])
