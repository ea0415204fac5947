"""The quiet way from a low mood to what helped before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop_app.domain.guide.steps import LOW
from desktop_app.i18n import _
from desktop_app.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.services.bundle import Services
    from desktop_app.ui.pages.today.check_in_card import CheckInCard
    from desktop_app.ui.theme import Appearance

PAGE = "page:what_helped"


class HelpedLink:
    """One link below a check-in; made when it is first needed, which on most days is never."""

    def __init__(
        self,
        card: CheckInCard,
        services: Services,
        appearance: Appearance,
        run: Callable[[str], object],
    ) -> None:
        """Follow a card.

        Args:
            card: the card of the day's check-in.
            services: the use cases.
            appearance: the look to follow.
            run: does an action of the window by its name.
        """
        self._card = card
        self._services = services
        self._appearance = appearance
        self._run = run
        self._link: Button | None = None

    def show(self) -> None:
        """Show the link where the mood is 1 or 2 and there is something to read."""
        mood = self._card.mood
        wanted = mood is not None and mood <= LOW and self._services.what_helped.any()
        if wanted and self._link is None:
            self._link = Button(self._appearance, _("What helped before"), "link", small=True)
            self._link.clicked.connect(lambda: self._run(PAGE))
            self._card.body.addWidget(self._link, 0, Qt.AlignmentFlag.AlignLeft)
        if self._link is not None:
            self._link.setVisible(wanted)
