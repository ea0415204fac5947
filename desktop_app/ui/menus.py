"""The menu bar: the actions that stand in menus or have keys of their own, with those keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from desktop_app.i18n import _
from desktop_app.ui.actions.specs import LINES_BEFORE, ON_SOME, menus

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMainWindow

    from desktop_app.ui.actions.action import Action
    from desktop_app.ui.actions.book import ActionBook


class Menus(QObject):
    """Builds the menus from the book and tells which action was chosen.

    Signals:
        chosen: the name of an action.
    """

    chosen = Signal(str)

    def __init__(self, window: QMainWindow, book: ActionBook) -> None:
        super().__init__(window)
        self._window = window
        self._book = book
        self.actions: dict[str, QAction] = {}
        bar = window.menuBar()
        self._bar = made = {name: bar.addMenu(label) for name, label in menus().items()}
        choices: dict[str, QActionGroup] = {}
        for action in book.fixed():
            menu = made.get(action.menu)
            if menu is None:
                continue
            if action.name in LINES_BEFORE:
                menu.addSeparator()
            shown = self._make(action)
            if action.choice:
                if action.choice not in choices:
                    choices[action.choice] = QActionGroup(self)
                shown.setCheckable(True)
                choices[action.choice].addAction(shown)
            menu.addAction(shown)
        self.actions["page:settings"].setMenuRole(QAction.MenuRole.PreferencesRole)
        self.actions["quit"].setMenuRole(QAction.MenuRole.QuitRole)
        self.actions["about"].setMenuRole(QAction.MenuRole.AboutRole)
        self.show_keys()

    def show_keys(self) -> None:
        """Give each action the keys that it has now; one in no menu gets them too."""
        for action in self._book.all():
            chords = self._book.chords_of(action)
            shown = self.actions.get(action.name)
            if shown is None and chords:
                shown = self._make(action)
                self._window.addAction(shown)
            if shown is not None:
                shown.setShortcuts([QKeySequence(keys) for keys in chords])

    def show_page(self, page: str, offers: frozenset[str]) -> None:
        """Enable what can be done on this page only, and what it offers of ``specs.ON_SOME``."""
        for action in self._book.fixed():
            shown = self.actions.get(action.name)
            if shown is None:
                continue
            if action.only_here:
                shown.setEnabled(action.page == page)
            elif action.name in ON_SOME:
                shown.setEnabled(action.name in offers)

    def show_appearance(self, choice: str) -> None:
        """Check the appearance that holds."""
        self.actions[f"appearance:{choice}"].setChecked(True)

    def show_undo(self, undo: str | None, redo: str | None) -> None:
        """Name the steps that undo and redo would take."""
        for name, step, bare, named in (
            ("undo", undo, _("&Undo"), _("&Undo: {step}")),
            ("redo", redo, _("&Redo"), _("&Redo: {step}")),
        ):
            shown = (step or "").replace("&", "&&")
            self.actions[name].setText(named.format(step=shown) if step else bare)
            self.actions[name].setEnabled(step is not None)

    def set_mnemonics(self, open_menus: bool) -> None:
        """Let Alt with a letter open a menu, or leave those keys to actions; F10 opens either."""
        for name, label in menus().items():
            shown = label if open_menus else label.replace("&", "")
            if self._bar[name].title() != shown:
                self._bar[name].setTitle(shown)

    def set_available(self, page: str, available: bool) -> None:
        """Show or hide a page's action."""
        action = self.actions[f"page:{page}"]
        action.setVisible(available)
        action.setEnabled(available)

    def _make(self, action: Action) -> QAction:
        shown = QAction(action.label, self._window)
        shown.setData(action.name)
        shown.triggered.connect(self._on_triggered)
        self.actions[action.name] = shown
        return shown

    def _on_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.chosen.emit(str(action.data()))
