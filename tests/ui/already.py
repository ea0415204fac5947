"""'Already searching?' opened in the window, and what a person finds in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel

from desktop_app.ui.sheets.already_sheet import AlreadySheet

if TYPE_CHECKING:
    from tests.ui.desks import WindowDesk

LINK = "Already searching? Bring a spreadsheet, or only totals."


def opened(desk: WindowDesk) -> AlreadySheet:
    """Open the sheet from the first run's link."""
    desk.click(desk.named(QAbstractButton, LINK))
    sheet = desk.sheet(AlreadySheet)
    assert sheet is not None
    return sheet


def by_menu(desk: WindowDesk) -> AlreadySheet:
    desk.window.menus.actions["already"].trigger()
    desk.settle()
    sheet = desk.sheet(AlreadySheet)
    assert sheet is not None
    return sheet


def button(sheet: QDialog, words: str) -> QAbstractButton:
    return next(
        one
        for one in sheet.findChildren(QAbstractButton)
        if one.isVisible() and one.accessibleName() == words
    )


def chip(sheet: QDialog, label: str) -> QAbstractButton:
    return next(
        one
        for one in sheet.findChildren(QAbstractButton)
        if one.isVisible() and f", {label}, " in one.accessibleName()
    )


def words(sheet: QDialog) -> str:
    return "\n".join(one.text() for one in sheet.findChildren(QLabel) if one.isVisible())
