"""Your searches: the list of all, and the page of one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.i18n import _
from desktop_app.ui.actions.specs import pages
from desktop_app.ui.pages.page import Page
from desktop_app.ui.pages.searches.search_card import SearchCard
from desktop_app.ui.pages.searches.story import StoryView
from desktop_app.ui.sheets.correct_sheet import CorrectSheet
from desktop_app.ui.sheets.pause_sheet import PauseSheet
from desktop_app.ui.widgets.buttons import Button
from desktop_app.ui.widgets.labels import plain_label
from desktop_app.ui.widgets.scroll_page import scrolling

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from desktop_app.domain.searches import JobSearch, Pause
    from desktop_app.services.bundle import Services
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.theme import Appearance

_WIDEST = 760


class SearchesPage(Page):
    """All searches, readable for good.

    Signals:
        records_asked: the name of a page and the id of the search that it should show.
        go_on_asked: the id of the search that the person wants to go on.
        step_asked: ``begin``, ``pause`` or ``end``, an action of the menu Search.
    """

    name = "searches"
    tables = frozenset(
        {"search", "search_pause", "activity", "activity_kind", "check_in", "day_mark", "setting",
         "application", "employer", "lesson", "rejection"}
    )  # fmt: skip
    records_asked = Signal(str, int)
    go_on_asked = Signal(int)
    step_asked = Signal(str)

    def __init__(
        self,
        services: Services,
        messages: Messages,
        appearance: Appearance,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._messages = messages
        self._appearance = appearance
        self._shown: int | None = None
        self._content = QWidget()
        self._column = QVBoxLayout(self._content)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._inside: QWidget | None = None
        self._area = scrolling(self, self._content)

    @property
    def shown(self) -> int | None:
        """The search whose page is shown, None for the list."""
        return self._shown

    def refresh(self) -> None:
        """Show what the journal holds now; the focus stays where it was."""
        self._stale = False
        focus = self.window().focusWidget()
        inside = self._inside is not None and focus is not None
        name = focus.accessibleName() if inside and self.isAncestorOf(focus) else ""
        place = self._area.verticalScrollBar().value()
        view = self._story() or self._list()
        if self._inside is not None:
            self._column.removeWidget(self._inside)
            self._inside.hide()
            self._inside.deleteLater()
        self._inside = view
        self._column.addWidget(view)
        view.show()  # a layout shows it later, and the focus would be lost until then
        self._area.verticalScrollBar().setValue(place)
        if name:
            self._focus(name)

    def show_story(self, identity: int) -> None:
        """Show the page of one search."""
        self._show(identity)

    def show_list(self) -> None:
        """Show the list."""
        self._show(None)

    def run(self, name: str) -> None:
        """Do nothing: this page has no actions of its own."""
        raise KeyError(name)

    def _show(self, identity: int | None) -> None:
        self._shown = identity
        self.refresh()
        self._area.verticalScrollBar().setValue(0)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _focus(self, name: str) -> None:
        for widget in self._inside.findChildren(QWidget) if self._inside is not None else ():
            if widget.accessibleName() == name:
                widget.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.setFocus()

    def _story(self) -> StoryView | None:
        if self._shown is None:
            return None
        story = self._services.look_back.story(self._shown)
        if story is None:
            self._shown = None
            return None
        today = self._services.days.today()
        view = StoryView(self._appearance, story, today, self._offers(story.search))
        view.back_asked.connect(self.show_list)
        view.wanted.connect(self._on_wanted)
        return view

    def _offers(self, search: JobSearch) -> tuple[str, ...]:
        """Return what can be wanted of a search now."""
        searches = self._services.searches
        latest, running = searches.latest(), searches.current()
        known = {page.name for page in pages()}
        offers = ["momentum"] if self._services.momentum.bounds() is not None else []
        for page, of in (
            ("applications", searches.of_applications),
            ("rejections", searches.of_rejections),
        ):
            if page in known and search.id in of().values():
                offers.append(page)
        if search.ended is None:
            offers += ["pause", "end"]
        elif latest is not None and latest.id == search.id:
            offers.append("go_on")
        if running is None:
            offers.append("begin")
        return (*offers, "change")

    def _list(self) -> QWidget:
        px = self._appearance.px
        view = QWidget()
        edge = px(tokens.PAGE_PADDING)
        column = QVBoxLayout(view)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(px(tokens.GAP_ROWS))
        head = QHBoxLayout()
        head.addWidget(plain_label(_("Your searches"), "h1", wrap=True), 1)
        if self._services.searches.current() is None:
            begin = Button(self._appearance, _("Begin a new search"), icon="plus")
            begin.clicked.connect(self._on_begin)
            head.addWidget(begin)
        column.addLayout(head)
        today = self._services.days.today()
        for search in self._services.searches.all():
            days = self._services.look_back.effort_days(search)
            card = SearchCard(self._appearance, search, days, today)
            card.setMaximumWidth(px(_WIDEST))
            card.opened.connect(self.show_story)
            card.change_asked.connect(self._correct)
            card.pause_opened.connect(self._on_pause_opened)
            card.pause_removed.connect(self._on_pause_removed)
            card.pause_asked.connect(self._on_pause_asked)
            column.addWidget(card)
        column.addStretch(1)
        return view

    def _on_wanted(self, name: str) -> None:
        identity = self._shown
        if identity is None:
            return
        if name in ("momentum", "rejections", "applications"):
            self.records_asked.emit(name, identity)
        elif name == "go_on":
            self.go_on_asked.emit(identity)
        elif name == "change":
            self._correct(identity)
        else:
            self.step_asked.emit(name)

    def _on_begin(self) -> None:
        self.step_asked.emit("begin")

    def _correct(self, identity: int) -> None:
        search = self._services.searches.get(identity)
        if search is not None:
            parts = (self._services, self._messages, self._appearance)
            self._open(CorrectSheet(*parts, search, self.window()))

    def _on_pause_asked(self) -> None:
        self.step_asked.emit("pause")

    def _on_pause_opened(self, pause: Pause) -> None:
        parts = (self._services, self._messages, self._appearance)
        self._open(PauseSheet(*parts, pause, self.window()))

    def _on_pause_removed(self, pause: Pause) -> None:
        remove = self._services.searches.pauses.remove
        if self._messages.done(lambda: remove(pause.id)):
            self._messages.say(_("Pause removed"), undo=True)

    def _open(self, sheet: QDialog) -> None:
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()
