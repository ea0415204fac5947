"""The Applications page: each with where it stands, found by a few letters, moved on by one key."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QPoint, Qt

from desktop_app.domain.application_state import Group, belongs, is_open
from desktop_app.domain.entries import Application
from desktop_app.domain.stages import Outcome
from desktop_app.i18n import _
from desktop_app.ui.actions.words import shown_keys
from desktop_app.ui.models.applications import ApplicationTable
from desktop_app.ui.pages.applications.answers_line import AnswersLine
from desktop_app.ui.pages.applications.doing import ApplicationDoing
from desktop_app.ui.pages.applications.group_filter import GroupFilter
from desktop_app.ui.pages.applications.menu import NEWS, WHOLE, build
from desktop_app.ui.pages.applications.panel import ApplicationPanel
from desktop_app.ui.pages.records import RecordsPage
from desktop_app.ui.widgets.key_button import KeyButton
from desktop_app.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QMenu, QWidget

    from desktop_app.domain.applications import ApplicationRecord
    from desktop_app.services.bundle import Services
    from desktop_app.ui.actions.book import ActionBook
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.theme import Appearance


class ApplicationsPage(RecordsPage[Application]):
    """Every application."""

    name = "applications"
    offers = frozenset({"find", "rejection"})
    tables = frozenset(
        {"application", "employer", "stage_event", "person", "application_person", "rejection",
         "search"}
    )  # fmt: skip
    widths: ClassVar[dict[str, int]] = {"day": 108, "stage": 96, "state": 192}
    dispensable: ClassVar[tuple[str, ...]] = ("stage", "position", "day")
    panel: ApplicationPanel
    filter: GroupFilter

    def __init__(
        self,
        services: Services,
        messages: Messages,
        appearance: Appearance,
        book: ActionBook,
        parent: QWidget | None = None,
    ) -> None:
        self._book = book
        super().__init__(
            services,
            messages,
            appearance,
            _("Applications"),
            ApplicationTable(services.recording.today),
            SearchField(
                appearance, _("Search applications"), _("Employer, position, person, note")
            ),
            GroupFilter(appearance),
            self._make_add,
            ApplicationPanel(appearance),
            parent,
        )
        self._own = services.answers.own()
        self._doing = ApplicationDoing(self, services, messages, appearance)
        self.answers = AnswersLine(appearance)
        self.parts.put_remark(self.answers)
        self.view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.view.customContextMenuRequested.connect(self._on_menu_asked)
        self.answers.explanation_asked.connect(self._on_explanation_asked)
        self.panel.news_asked.connect(self._on_news_asked)
        self.panel.asked.connect(self._on_asked)
        self.panel.copied.connect(self._doing.copy)
        self.panel.opened.connect(self._doing.open_address)

    def run(self, name: str) -> None:
        """Search, or do something with the selected application."""
        if name == "find":
            super().run(name)
        elif name == "edit_application":
            self._on_edit()
        elif name == "delete_application":
            self._on_delete()
        elif self.selected is not None:
            self._doing.run(name, self.selected)
        elif name == "rejection":
            self._doing.note_rejection(None)

    def can(self, name: str) -> bool:
        """Return whether an application is selected; whether it fits is said when it is tried."""
        return self.selected is not None

    def fits(self, name: str) -> bool:
        """Return whether an action makes sense for the selected application."""
        one = self.selected
        if one is None:
            return False
        first, _colon, rest = name.partition(":")
        if first == "reach":
            return one.outcome is None
        if first == "close":
            return one.outcome not in (Outcome.REJECTED, Outcome(rest))
        if name in ("copy_link", "open_link"):
            record = self._record(one)
            return record is not None and bool(record.link)
        return {
            "took_place": one.outcome is None and one.ahead is not None,
            "reopen": not is_open(one),
        }.get(name, True)

    def refresh(self) -> None:
        """Show what the journal holds now."""
        self._own = self._services.answers.own()
        super().refresh()
        self.answers.show_answers(self._own)

    def identity(self, record: Application) -> int:
        """Return the application's id."""
        return record.id

    def read(self) -> Sequence[Application]:
        """Return every application."""
        return self._services.applications.all()

    def offer_filters(self, records: Sequence[Application]) -> None:
        """Offer the groups that occur."""
        self.filter.offer_groups(records)

    def condition(self) -> Callable[[Application], bool] | None:
        """Return whether an application is of the chosen group."""
        group = self.filter.group
        return None if group is Group.ALL else lambda one: belongs(one, group)

    def searches_of_records(self) -> dict[int, int]:
        """Return the search that each application belongs to."""
        return self._services.searches.of_applications()

    def show_in_panel(self, record: Application) -> None:
        """Tell of an application."""
        whole = self._record(record)
        if whole is not None:
            self.panel.show_application(whole, self._own, self._services.recording.today())

    def empty_words(self) -> tuple[str, str, str]:
        """Return what the page says without applications."""
        return (
            "briefcase",
            _("No application is here yet."),
            _("The employer's name is enough; the rest can come later, or never."),
        )

    def edit(self, record: Application) -> None:
        """Open the sheet that changes an application."""
        self._doing.edit(record)

    def delete(self, record: Application) -> bool:
        """Delete an application; its effort stays."""
        return self._doing.delete(record)

    def _record(self, application: Application) -> ApplicationRecord | None:
        return self._services.applications.record(application.id)

    def _make_add(self) -> KeyButton:
        action = self._book.get("add_application")
        key = next(iter(shown_keys(self._book.keys_of(action), "off")), "")
        button = KeyButton(
            self._appearance, "briefcase", _("Add an application"), key, action="add_application"
        )
        button.clicked.connect(partial(self.action_asked.emit, "add_application"))
        return button

    def _menu(self, names: Sequence[str], parent: QWidget, *, sorts: bool) -> QMenu:
        mode = str(self._services.settings.get("letter_keys"))
        more = self.view.actions() if sorts else ()
        return build(parent, names, self._book, mode, self.fits, self.action_asked.emit, more)

    def _on_menu_asked(self, at: QPoint) -> None:
        if self.selected is not None:
            menu = self._menu(WHOLE, self.view, sorts=True)
            menu.popup(self.view.viewport().mapToGlobal(at))

    def _on_news_asked(self, button: QWidget) -> None:
        menu = self._menu(NEWS, self.panel, sorts=False)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))

    def _on_asked(self, name: str, identity: int) -> None:
        if identity and self.selected is not None:
            self._doing.run_with(name, identity, self.selected)
        else:
            self.run(name)

    def _on_explanation_asked(self) -> None:
        self._doing.explain(self._own)
