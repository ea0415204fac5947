"""What tests of the Applications page share: its window, and what stands on it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QLabel, QMenu

from desktop_app.services.application_form import ApplicationForm
from desktop_app.ui.pages.applications.page import ApplicationsPage
from desktop_app.ui.widgets.chip import Chip
from tests.ui.desks import TODAY

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QAction

    from desktop_app.domain.entries import Application
    from tests.ui.desks import WindowDesk

LAST_WEEK = TODAY - timedelta(days=7)
HOSTILE = "<b>x</b> & $\\frac{1}{2}$ <img src=x>"


def sent(desk: WindowDesk, employer: str, day: date | None = LAST_WEEK, **more: object) -> int:
    form = ApplicationForm(employer, "Analyst", day, **more)  # type: ignore[arg-type]
    return desk.services.applications.add(form)


def opened(desk: WindowDesk) -> ApplicationsPage:
    _ = desk.window
    desk.shortcut("Ctrl+2")
    page = desk.window.stack.current
    assert isinstance(page, ApplicationsPage)
    return page


def employers(page: ApplicationsPage) -> list[str]:
    return [page.proxy.record(row).employer for row in range(page.proxy.rowCount())]


def states(page: ApplicationsPage) -> list[str]:
    column = page.table.column("state")
    return [str(page.proxy.index(row, column).data()) for row in range(page.proxy.rowCount())]


def panel(page: ApplicationsPage) -> str:
    return "\n".join(label.text() for label in page.panel.findChildren(QLabel) if label.isVisible())


def chips(page: ApplicationsPage) -> list[str]:
    return [chip.label for chip in page.filter.findChildren(Chip) if chip.isVisible()]


def button(page: ApplicationsPage, name: str) -> QAbstractButton:
    return next(
        one
        for one in page.findChildren(QAbstractButton)
        if one.isVisible() and one.accessibleName().startswith(name)
    )


def one(desk: WindowDesk, identity: int) -> Application:
    found = desk.services.applications.get(identity)
    assert found is not None
    return found


def menu_of(page: ApplicationsPage) -> QMenu:
    return next(menu for menu in page.findChildren(QMenu) if menu.isVisible())


def entry(menu: QMenu, words: str) -> QAction:
    return next(one for one in menu.actions() if one.text().partition("\t")[0] == words)
