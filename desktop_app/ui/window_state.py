"""What a window that takes another's place takes over: its place, page, day, focus and toast."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QWidget

from desktop_app.ui.widgets.scroll_page import reveal

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.ui.main_window import MainWindow


class WindowState(NamedTuple):
    """What a person has before them.

    Attributes:
        place: where the window stands, with its frame, and how large it is within.
        filling: whether it fills the screen, as Qt has it.
        page: the name of the page in sight.
        spot: where on the page, as the page says it.
        day: the day that Today shows.
        focus: kind and accessible name of the widget that has the focus.
        said: the toast's sentence and whether Undo stands in it; None where none shows.
    """

    place: QRect
    filling: Qt.WindowState
    page: str
    spot: str
    day: date
    focus: tuple[str, str]
    said: tuple[str, bool] | None


def state_of(window: MainWindow) -> WindowState:
    """Return what a window shows."""
    focus = window.focusWidget()
    page = window.stack.current
    filling = window.windowState() & (
        Qt.WindowState.WindowMaximized | Qt.WindowState.WindowFullScreen
    )
    place = window.normalGeometry()
    return WindowState(
        place=place if filling else QRect(window.pos(), window.size()),
        filling=filling,
        page=page.name,
        spot=page.spot,
        day=window.today.day,
        focus=(type(focus).__name__, focus.accessibleName()) if focus is not None else ("", ""),
        said=window.carried_toast(),
    )


def take_state(window: MainWindow, state: WindowState) -> None:
    """Show a window that was just made as another one was, and bring it to the front."""
    window.resize(state.place.size())
    window.move(state.place.topLeft())
    window.setWindowState(state.filling)
    window.show()
    window.today.show_day(state.day)
    page = window.show_page(state.page)
    page.go_to(state.spot)
    window.activateWindow()
    focus = _like(page, *state.focus)
    if focus is not None:
        focus.setFocus(Qt.FocusReason.OtherFocusReason)
        reveal(focus)
    if state.said is not None:
        sentence, undo = state.said
        window.say(sentence, undo=undo)


def _like(page: QWidget, kind: str, name: str) -> QWidget | None:
    """Return the widget of a page that stands for one of another window."""
    found = (
        widget
        for widget in page.findChildren(QWidget)
        if type(widget).__name__ == kind and widget.accessibleName() == name
    )
    return next((widget for widget in found if name and not widget.isHidden()), None)
