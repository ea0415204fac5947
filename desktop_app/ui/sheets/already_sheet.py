"""'Already searching?': a file, totals only, or an estimate to start from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_app.domain.errors import UpswingError
from desktop_app.i18n import _
from desktop_app.ui.sheets.estimate_face import EstimateFace
from desktop_app.ui.sheets.import_sheet import ImportSheet
from desktop_app.ui.sheets.totals_face import TotalsFace

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from desktop_app.services.bundle import Services
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.theme import Appearance


class AlreadySheet(ImportSheet):
    """The one entrance for what was before Upswing."""

    three_ways = True

    def __init__(
        self,
        appearance: Appearance,
        services: Services,
        messages: Messages,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(appearance, services, messages, parent)
        self.totals = TotalsFace(appearance, services.totals)
        self.estimate = EstimateFace(appearance, services.searches, services.importing.today())
        self.add_face(self.totals)
        self.add_face(self.estimate)
        self.start.totals_asked.connect(self._on_totals_asked)
        self.start.estimate_asked.connect(self._on_estimate_asked)
        self.totals.entered.connect(self.confirm)
        self.totals.remove_asked.connect(self._on_remove_totals)
        self.estimate.chosen.connect(self._on_estimate_chosen)

    @classmethod
    def name(cls) -> str:
        """Return the sheet's title."""
        return _("Already searching?")

    def go_left(self) -> None:
        """Go back to the three ways, or choose another file."""
        if self.face in (self.totals, self.estimate):
            self.show_start()
        else:
            super().go_left()

    def confirm(self) -> None:
        """Keep the totals or the estimate, or import the file."""
        if self.face is self.totals:
            self._save(self.totals.save, _("Totals kept"))
        elif self.face is self.estimate:
            if self.estimate.choice is not None:
                self._save(self.estimate.save, _("Estimate kept"))
        else:
            super().confirm()

    def _save(self, save: Callable[[], object], words: str) -> None:
        try:
            save()
        except UpswingError as error:
            self.show_failure(str(error))
            return
        self.accept()
        self._messages.say(words, undo=True)

    def _on_totals_asked(self) -> None:
        self.totals.refresh()
        self.show_face(self.totals, title=_("Only totals"), primary=_("Keep them"), left=_("Back"))
        self.totals.focus_first()

    def _on_remove_totals(self) -> None:
        self._save(self._services.totals.remove, _("Totals removed"))

    def _on_estimate_asked(self) -> None:
        self.estimate.refresh()
        self.show_face(
            self.estimate,
            title=_("An estimate to start from"),
            primary=_("Keep it"),
            left=_("Back"),
        )
        self._on_estimate_chosen()
        self.estimate.focus_first()

    def _on_estimate_chosen(self) -> None:
        self.primary.setEnabled(self.estimate.choice is not None)
