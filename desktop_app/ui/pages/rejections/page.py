"""The Rejections page: every no, findable and quiet, and one of them beside the table."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal

from desktop_app.domain.entries import Rejection
from desktop_app.i18n import _
from desktop_app.ui.models.rejections import RejectionTable
from desktop_app.ui.pages.records import RecordsPage
from desktop_app.ui.pages.rejections.panel import RejectionPanel
from desktop_app.ui.pages.rejections.stage_filter import StageFilter
from desktop_app.ui.sheets.rejection_sheet import RejectionSheet
from desktop_app.ui.widgets.key_button import KeyButton
from desktop_app.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QWidget

    from desktop_app.services.bundle import Services
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.theme import Appearance


class RejectionsPage(RecordsPage[Rejection]):
    """Every no.

    Signals:
        rejection_asked: the person wants to note a new rejection.
    """

    name = "rejections"
    tables = frozenset({"rejection", "application", "employer", "stage_event", "search"})
    widths: ClassVar[dict[str, int]] = {"day": 116, "stage": 124, "channel": 108}
    dispensable: ClassVar[tuple[str, ...]] = ("channel", "stage", "position")
    rejection_asked = Signal()
    panel: RejectionPanel
    filter: StageFilter

    def __init__(
        self,
        services: Services,
        messages: Messages,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            services,
            messages,
            appearance,
            _("Rejections"),
            RejectionTable(services.recording.today),
            SearchField(
                appearance,
                _("Search employer, position, reason"),
                _("Employer, position, reason"),
            ),
            StageFilter(appearance),
            self._make_add,
            RejectionPanel(appearance),
            parent,
        )
        self.panel.edit_asked.connect(self._on_edit)
        self.panel.delete_asked.connect(self._on_delete)
        self.panel.guide_asked.connect(self._on_guide)
        self.rejection_asked.connect(partial(self.action_asked.emit, "rejection"))

    def run(self, name: str) -> None:
        """Search, or do something with the selected rejection."""
        if name == "guide":
            self._on_guide()
            return
        does = {"edit_rejection": self._on_edit, "delete_rejection": self._on_delete}
        if name in does:
            does[name]()
        else:
            super().run(name)

    def can(self, name: str) -> bool:
        """Return whether a rejection is selected."""
        return self.selected is not None

    def identity(self, record: Rejection) -> int:
        """Return the rejection's id."""
        return record.id

    def read(self) -> Sequence[Rejection]:
        """Return every rejection."""
        return self._services.rejections.all()

    def offer_filters(self, records: Sequence[Rejection]) -> None:
        """Offer the stages that occur."""
        self.filter.offer_stages({one.stage for one in records})

    def condition(self) -> Callable[[Rejection], bool] | None:
        """Return whether a rejection is of the chosen stage."""
        stage = self.filter.stage
        return None if stage is None else lambda one: one.stage is stage

    def searches_of_records(self) -> dict[int, int]:
        """Return the search that each rejection belongs to."""
        return self._services.searches.of_rejections()

    def show_in_panel(self, record: Rejection) -> None:
        """Tell of a rejection."""
        events = self._services.rejections.stages_of(record.application_id)
        self.panel.show_rejection(record, events, self._services.recording.today())

    def empty_words(self) -> tuple[str, str, str]:
        """Return what the page says without rejections."""
        return (
            "diamonds",
            _("No rejection is noted."),
            _("If one comes, it can be put down here in a few seconds."),
        )

    def edit(self, record: Rejection) -> None:
        """Open the sheet that changes a rejection."""
        sheet = RejectionSheet(
            self._services, self._messages, self._appearance, self.window(), record
        )
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()

    def delete(self, record: Rejection) -> bool:
        """Delete a rejection; its application is open again."""
        done = self._messages.done(lambda: self._services.rejections.delete(record.id))
        if done:
            self._messages.say(_("Rejection deleted"), undo=True)
        return done

    def _on_guide(self) -> None:
        if self.selected is not None:
            self.guide_asked.emit(self.selected.id)

    def _make_add(self) -> KeyButton:
        button = KeyButton(
            self._appearance, "diamonds", _("A rejection came in"), "X", action="rejection"
        )
        button.clicked.connect(self.rejection_asked)
        return button
