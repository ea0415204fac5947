"""The Rejections page: every no, findable and quiet, and one of them beside the table."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction

from desktop_app.domain.entries import Rejection
from desktop_app.domain.guide.handled import steps_words
from desktop_app.i18n import _, ngettext
from desktop_app.ui.models.rejections import RejectionTable
from desktop_app.ui.pages.records import RecordsPage
from desktop_app.ui.pages.rejections.panel import RejectionPanel
from desktop_app.ui.pages.rejections.stage_filter import StageFilter
from desktop_app.ui.pages.rejections.state_filter import StateFilter
from desktop_app.ui.sheets.rejection_sheet import RejectionSheet
from desktop_app.ui.widgets.key_button import KeyButton
from desktop_app.ui.widgets.search_field import SearchField
from desktop_app.ui.widgets.step_dots import DotCells

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from PySide6.QtWidgets import QWidget

    from desktop_app.domain.guide.steps import Step
    from desktop_app.services.bundle import Services
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.theme import Appearance


class RejectionsPage(RecordsPage[Rejection]):
    """Every no.

    Signals:
        rejection_asked: the person wants to note a new rejection.
    """

    name = "rejections"
    tables = frozenset(
        {
            "rejection", "application", "employer", "stage_event", "search", "guide_answer",
            "reason", "reason_card", "lesson", "practice", "feedback_request", "next_step",
            "person", "application_person",
        }
    )  # fmt: skip
    widths: ClassVar[dict[str, int]] = {
        "day": 112, "stage": 124, "channel": 108, "steps": 84, "ask": 112,
    }  # fmt: skip
    dispensable: ClassVar[tuple[str, ...]] = (
        "channel", "stage", "lesson", "position", "ask", "steps",
    )  # fmt: skip
    least = 124  # so that the usual employer fits beside a lesson's first words
    several = True
    rejection_asked = Signal()
    panel: RejectionPanel
    table: RejectionTable
    filter: StateFilter

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
                _("Search everything written about a rejection"),
                _("Employer, reason, lesson"),
            ),
            StateFilter(appearance),
            self._make_add,
            RejectionPanel(appearance),
            parent,
        )
        self.stages = StageFilter()
        self.parts.beside_title.insertWidget(1, self.stages)
        self.stages.choice_made.connect(self._on_filtered)
        dots = DotCells(appearance, self._steps_of, self.view)
        self.view.setItemDelegateForColumn(self.table.column("steps"), dots)
        self._add_to_menu()
        self.panel.edit_asked.connect(self._on_edit)
        self.panel.delete_asked.connect(self._on_delete)
        self.panel.guide_asked.connect(self._on_guide)
        self.panel.close_asked.connect(self._on_close)
        self.rejection_asked.connect(partial(self.action_asked.emit, "rejection"))

    def run(self, name: str) -> None:
        """Search, or do something with the selected rejection, or with several."""
        does = {
            "guide": self._on_guide,
            "close_rejections": self._on_close,
            "reopen_rejection": self._on_reopen,
            "edit_rejection": self._on_edit,
            "delete_rejection": self._on_delete,
        }
        if name in does:
            does[name]()
        else:
            super().run(name)

    def can(self, name: str) -> bool:
        """Return whether one rejection is selected; several can only be closed together."""
        if name == "close_rejections":
            return bool(self._to_close())
        one = None if self._marks.several else self.selected
        if name == "reopen_rejection":
            return one is not None and self.table.handled(one).closed
        return one is not None

    def identity(self, record: Rejection) -> int:
        """Return the rejection's id."""
        return record.id

    def read(self) -> Sequence[Rejection]:
        """Return every rejection; the table takes with them how each was handled."""
        self.table.set_handled(self._services.handling.all())
        return self._services.rejections.all()

    def offer_filters(self, records: Sequence[Rejection]) -> None:
        """Offer the states and stages that occur, and do without columns that nothing is in."""
        self.stages.offer_stages({one.stage for one in records})
        handled = [self.table.handled(one) for one in records]
        there = {
            "channel": any(one.channel for one in records),
            "steps": any(one.steps for one in handled),
            "lesson": any(one.lesson for one in handled),
            "ask": any(one.ask for one in handled),
        }
        self.filter.offer_states(handled)
        self.view.set_empty([self.table.column(name) for name, any_ in there.items() if not any_])

    def condition(self) -> Callable[[Rejection], bool] | None:
        """Return whether a rejection is of the chosen state and stage."""
        stage, keeps, handled = self.stages.stage, self.filter.keeps, self.table.handled
        if stage is None and keeps is None:
            return None
        return lambda one: (
            (stage is None or one.stage is stage) and (keeps is None or keeps(handled(one)))
        )

    def searches_of_records(self) -> dict[int, int]:
        """Return the search that each rejection belongs to."""
        return self._services.searches.of_rejections()

    def show_in_panel(self, record: Rejection) -> None:
        """Tell the story of a rejection."""
        story = self._services.handling.story(record.id)
        if story is not None:
            events = self._services.rejections.stages_of(record.application_id)
            today = self._services.recording.today()
            self.panel.show_rejection(story, events, self.table.handled(record), today)

    def show_several(self, records: Sequence[Rejection]) -> None:
        """Offer to close those that are selected."""
        self.panel.show_several(records, len(self._to_close()))

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

    def _add_to_menu(self) -> None:
        """Put what can be done first in the menu of the rows, before how they are sorted."""
        first = self.view.actions()[0]
        self._menu = {
            "guide": QAction(_("Go through it"), self),
            "close_rejections": QAction(_("Close"), self),
            "reopen_rejection": QAction(_("Open again"), self),
            "edit_rejection": QAction(_("Edit…"), self),
            "delete_rejection": QAction(_("Delete"), self),
        }
        for name, action in self._menu.items():
            action.setData(name)
            action.triggered.connect(self._on_chosen)
            self.view.insertAction(first, action)
        line = QAction(self)
        line.setSeparator(True)
        self.view.insertAction(first, line)
        self.view.rows_marked.connect(self._show_what_can_be_done)

    def _on_chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.run(str(action.data()))

    def _show_what_can_be_done(self) -> None:
        for name, action in self._menu.items():
            action.setEnabled(self.can(name))

    def _choose_all(self) -> None:
        super()._choose_all()
        self.stages.set_choice("")

    def _steps_of(self, record: Rejection) -> Collection[Step] | None:
        """Return the filled dots of a row, None where there are no dots."""
        handled = self.table.handled(record)
        return handled.steps if steps_words(handled) else None

    def _to_close(self) -> list[int]:
        return [one.id for one in self.marked if not self.table.handled(one).closed]

    def _on_close(self) -> None:
        wanted = self._to_close()
        closed = self._messages.attempt(lambda: self._services.guide.close_all(wanted))
        if closed:
            self._messages.say(
                ngettext(
                    "Closed. Nothing is left to do about it.",
                    "{n} closed. Nothing is left to do about them.",
                    closed,
                ).format(n=closed),
                undo=True,
            )

    def _on_reopen(self) -> None:
        if self.selected is not None and self.can("reopen_rejection"):
            identity = self.selected.id
            if self._messages.done(lambda: self._services.guide.open_again(identity)):
                self._messages.say(_("Opened again"), undo=True)

    def _on_guide(self) -> None:
        if self.selected is not None and not self._marks.several:
            self.guide_asked.emit(self.selected.id)

    def _make_add(self) -> KeyButton:
        button = KeyButton(
            self._appearance, "diamonds", _("A rejection came in"), "X", action="rejection"
        )
        button.clicked.connect(self.rejection_asked)
        return button
