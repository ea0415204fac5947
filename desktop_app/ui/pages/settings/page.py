"""The Settings page: a section at a time, or those rows of all that the search finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.i18n import _
from desktop_app.ui.pages.page import Page
from desktop_app.ui.pages.settings.section import Parts
from desktop_app.ui.pages.settings.section_list import SectionList, section_box
from desktop_app.ui.pages.settings.sections import make_section, sections
from desktop_app.ui.widgets.empty_state import EmptyState
from desktop_app.ui.widgets.labels import plain_label
from desktop_app.ui.widgets.scroll_page import scrolling
from desktop_app.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QHideEvent, QResizeEvent

    from desktop_app.services.bundle import Services
    from desktop_app.ui.actions.book import ActionBook
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.pages.settings.section import Section
    from desktop_app.ui.theme import Appearance

LIST_FROM = 760
_LIST, _FIELD, _LEAST_FIELD = 192, 300, 160


class SettingsPage(Page):
    """Everything that can be set; what is changed holds at once."""

    name = "settings"
    offers = frozenset({"find"})
    tables = frozenset({"setting", "activity_kind", "feeling", "check_in_feeling"})

    def __init__(
        self,
        services: Services,
        messages: Messages,
        appearance: Appearance,
        book: ActionBook,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._parts = Parts(services, messages, appearance, book, self.action_asked.emit)
        self._made: dict[str, Section] = {}
        self._section = sections()[0].name
        self.search = SearchField(
            appearance, _("Search the settings"), _("Search"), book.letter_of("find")
        )
        self.list = SectionList(appearance)
        self.box = section_box()
        self._nothing = EmptyState(appearance, "search", _("No setting has these words."))
        self._area = self._lay_out()
        self.show_section(self._section)
        self._making = QTimer(self)
        self._making.timeout.connect(self._on_make_next)
        self.search.installEventFilter(self)
        self.search.textChanged.connect(self._on_typed)
        self.search.left.connect(self._on_search_left)
        self.list.chosen.connect(self.show_section)
        self.box.currentIndexChanged.connect(self._on_box)

    @property
    def spot(self) -> str:
        """The section that is shown."""
        return self._section

    def go_to(self, spot: str) -> None:
        """Show a section."""
        if any(spec.name == spot for spec in sections()):
            self.show_section(spot)

    def section(self, name: str) -> Section:
        """Return a section by name, made on first use."""
        made = self._made.get(name)
        if made is None:
            made = make_section(name, self._parts)
            places = [spec.name for spec in sections()]
            before = sum(places.index(one) < places.index(name) for one in self._made)
            self._made[name] = made
            self._column.insertWidget(before, made)
            made.refresh()
        return made

    def show_section(self, name: str) -> None:
        """Show one section, and let go of the search."""
        self._section = name
        shown = self.section(name)
        if self.search.text():
            blocked = self.search.blockSignals(True)
            self.search.clear()
            self.search.blockSignals(blocked)
            self._narrow([])
        for one in self._made.values():
            one.setVisible(one is shown)
        self._nothing.hide()
        self.list.show_section(name)
        self.box.set_choice(name)
        self._area.verticalScrollBar().setValue(0)

    def refresh(self) -> None:
        """Show what holds now."""
        for section in self._made.values():
            section.refresh()

    def run(self, name: str) -> None:
        """Do an action that the page offers."""
        if name != "find":
            raise KeyError(name)
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Make the sections one by one once the search is entered, before they are needed."""
        if watched is self.search and event.type() is QEvent.Type.FocusIn:
            self._making.start()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Make no more sections; the journal may be closed next."""
        self._making.stop()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the sections have the whole width where it is narrow."""
        super().resizeEvent(event)
        px = self._appearance.px
        narrow = self.width() < px(LIST_FROM)
        self._beside.setVisible(not narrow)
        self._title.setVisible(not narrow)
        self.box.setVisible(narrow)
        down = narrow and self.width() < px(2 * _LEAST_FIELD + 2 * tokens.PAGE_PADDING)
        way = QBoxLayout.Direction.TopToBottom if down else QBoxLayout.Direction.LeftToRight
        self._head.setDirection(way)

    def _narrow(self, typed: list[str]) -> int:
        return sum(section.narrow(typed) for section in self._made.values())

    def _on_make_next(self) -> None:
        missing = next((spec.name for spec in sections() if spec.name not in self._made), None)
        if missing is None:
            self._making.stop()
        else:
            self.section(missing).hide()

    def _on_box(self, _index: int) -> None:
        self.show_section(self.box.choice)

    def _on_typed(self, text: str) -> None:
        typed = text.casefold().split()
        if not typed:
            self._narrow([])
            self.show_section(self._section)
            return
        for spec in sections():
            self.section(spec.name)
        shown = 0
        for section in self._made.values():
            rows = section.narrow(typed)
            section.setVisible(rows > 0)
            shown += rows
        self._nothing.setVisible(shown == 0)
        self.list.show_section("")
        self._area.verticalScrollBar().setValue(0)

    def _on_search_left(self) -> None:
        """Go on to what was found, or to the section."""
        shown = (self._made[spec.name] for spec in sections() if spec.name in self._made)
        for section in shown:
            if not section.isHidden() and any(
                row.focus_control() for row in section.rows if not row.isHidden()
            ):
                return

    def _lay_out(self) -> QScrollArea:
        px = self._appearance.px
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.setSpacing(px(tokens.GAP_ROWS))
        self._title = plain_label(_("Settings"), "h1")
        self._head.addWidget(self._title, 1)
        self._head.addWidget(self.box, 1)
        self.search.setMaximumWidth(px(_FIELD))
        self.search.setMinimumWidth(px(_LEAST_FIELD))
        self._head.addWidget(self.search, 1)
        self._beside = QWidget()
        self._beside.setFixedWidth(px(_LIST))
        listed = QVBoxLayout(self._beside)
        listed.setContentsMargins(0, 0, 0, 0)
        listed.addWidget(self.list)
        holder = QWidget()
        self._column = QVBoxLayout(holder)
        edge = px(tokens.PAGE_PADDING)
        self._column.setContentsMargins(0, 0, edge, edge)
        self._column.setSpacing(px(tokens.GAP_ROWS))
        self._column.addWidget(self._nothing)
        self._column.addStretch(1)
        sections_page = QWidget()
        area = scrolling(sections_page, holder)
        both = QHBoxLayout()
        both.setSpacing(px(tokens.GAP_COLUMNS))
        both.addWidget(self._beside)
        both.addWidget(sections_page, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(edge, px(18), 0, 0)
        outer.setSpacing(px(tokens.GAP_ROWS))
        self._head.setContentsMargins(0, 0, edge, 0)
        outer.addLayout(self._head)
        outer.addLayout(both, 1)
        return area
