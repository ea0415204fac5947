"""What kind of day it is: the switch, its key, and the menu of the other kinds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu

from desktop_app.domain.days import REST_MARKS, DayKind, day_kind_label
from desktop_app.i18n import _

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from desktop_app.services.bundle import Services
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.pages.today.page import TodayPage

NO_MARK = "none"
SEVERAL = "several"


class DayKinds:
    """Marks the day that a page shows, and tells its header."""

    def __init__(self, page: TodayPage, services: Services, messages: Messages) -> None:
        self._page = page
        self._days = services.days
        self._services = services
        self._messages = messages
        self._menu: QMenu | None = None
        page.header.rest_switched.connect(self._on_rest_switched)
        page.header.kinds_asked.connect(self._on_kinds_asked)

    def show(self) -> None:
        """Show in the header what kind of day it is."""
        page, day = self._page, self._page.day
        mark = self._days.mark_of(day)
        page.header.show_day(
            day,
            self._days.today(),
            mark.kind if mark is not None else None,
            self._days.bare_kind(day),
            self._days.ends_at(),
        )

    def toggle_rest(self) -> None:
        """Say that it is a rest day, or take that away, be it sick or a holiday."""
        self.mark(None if self._marked() in REST_MARKS else DayKind.REST)

    def mark(self, kind: DayKind | None) -> None:
        """Give the day a kind, or with None take it away, and say so."""
        day, former = self._page.day, self._marked()
        if self._messages.attempt(lambda: self._days.mark(day, kind)):
            words = day_kind_label(kind) if kind is not None else self._without(former)
            self._messages.say(words + self._cost(), undo=self._marked() is not former)
        self.show()

    def run(self, choice: str) -> None:
        """Take a choice of the menu by its name: a kind, ``none`` or ``several``."""
        if choice == SEVERAL:
            self._page.several_days_asked.emit(self._page.day)
        else:
            self.mark(None if choice == NO_MARK else DayKind(choice))

    def choices(self) -> list[tuple[str, str, bool]]:
        """Return name and label of the kinds that the day may have, and which it has."""
        marked, bare = self._marked(), self._days.bare_kind(self._page.day)
        kinds = list(REST_MARKS)
        if bare is not DayKind.WORK or marked is DayKind.WORK:
            kinds.append(DayKind.WORK)
        known = [(kind.value, day_kind_label(kind), marked is kind) for kind in kinds]
        none = _("No mark: {kind}").format(kind=day_kind_label(bare).lower())
        return [*known, (NO_MARK, none, marked in (None, DayKind.UNDECIDED))]

    def _marked(self) -> DayKind | None:
        mark = self._days.mark_of(self._page.day)
        return mark.kind if mark is not None else None

    def _without(self, former: DayKind | None) -> str:
        if self._marked() is DayKind.UNDECIDED:
            return _("Undecided again") if former in REST_MARKS else _("Undecided")
        return _("No rest day") if former in REST_MARKS else _("No mark")

    def _cost(self) -> str:
        """Return what a past working day with nothing on it does, which the others don't."""
        facts = self._services.momentum.day(self._page.day)
        costs = facts is not None and facts.kind is DayKind.WORK and facts.momentum > 0
        if not costs or facts is None or facts.points or facts.provisional:
            return ""
        return ". " + _("With nothing on it, it lowers momentum.")

    def _on_rest_switched(self, on: bool) -> None:
        self.mark(DayKind.REST if on else None)

    def _on_kinds_asked(self, place: QPoint) -> None:
        menu = QMenu(self._page)
        menu.setAccessibleName(_("Kind of day"))
        group = QActionGroup(menu)
        for name, label, has in self.choices():
            action = QAction(label, menu, checkable=True, checked=has)
            action.setData(name)
            group.addAction(action)
            menu.addAction(action)
            if has:
                menu.setActiveAction(action)
        menu.addSeparator()
        several = menu.addAction(_("Several days…"))
        several.setData(SEVERAL)
        menu.triggered.connect(self._on_chosen)
        menu.aboutToHide.connect(menu.deleteLater)
        self._menu = menu
        menu.popup(place)

    def _on_chosen(self, action: QAction) -> None:
        self.run(str(action.data()))
