"""Chips that narrow applications: open ones, those with a date ahead, closed ones, or all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.application_state import Group, belongs, group_label
from desktop_app.i18n import _
from desktop_app.ui.widgets.chip_filter import ALL, ChipFilter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from desktop_app.domain.entries import Application
    from desktop_app.ui.theme import Appearance

_GROUPS = (Group.OPEN, Group.AHEAD, Group.CLOSED)


class GroupFilter(ChipFilter):
    """The choice of open ones, those with a date ahead, closed ones, or all."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, _("Which applications"), parent)

    @property
    def group(self) -> Group:
        """The chosen group."""
        return Group.ALL if self.choice == ALL else Group(self.choice)

    def offer_groups(self, applications: Sequence[Application]) -> None:
        """Offer the groups that occur, unless one of them is everything."""
        found = [group for group in _GROUPS if any(belongs(one, group) for one in applications)]
        everything = all(belongs(one, Group.OPEN) for one in applications)
        if everything and Group.AHEAD in found:
            found = [Group.AHEAD, Group.OPEN]
        self.offer([(group.value, group_label(group)) for group in found])
