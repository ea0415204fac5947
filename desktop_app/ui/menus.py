"""The menu bar: every action of the window, with its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from desktop_app.i18n import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QMainWindow, QMenu


class Menus(QObject):
    """Builds the menus and tells which action was chosen.

    Signals:
        chosen: the name of an action: import, quit, undo, redo, day_before, day_after, today,
            rejection, about, ``page:NAME`` or ``appearance:CHOICE``.
    """

    chosen = Signal(str)

    def __init__(self, window: QMainWindow, pages: Sequence[tuple[str, str, str]]) -> None:
        """Fill the window's menu bar.

        Args:
            window: the window.
            pages: name, label and keys of each page.
        """
        super().__init__(window)
        self._window = window
        self.actions: dict[str, QAction] = {}
        bar = window.menuBar()
        file = bar.addMenu(_("&File"))
        self._add(file, "import", _("&Import…"), "Ctrl+I")
        file.addSeparator()
        quit_action = self._add(file, "quit", _("&Quit"), QKeySequence.StandardKey.Quit)
        quit_action.setMenuRole(QAction.MenuRole.QuitRole)
        if quit_action.shortcut().isEmpty():
            quit_action.setShortcut(QKeySequence("Ctrl+Q"))
        edit = bar.addMenu(_("&Edit"))
        self._add(edit, "undo", _("&Undo"), "Ctrl+Z")
        redo = self._add(edit, "redo", _("&Redo"), "Ctrl+Shift+Z")
        redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        edit.addSeparator()
        self._add(edit, "rejection", _("A rejection &came in…"), "Ctrl+R")
        go = bar.addMenu(_("&Go"))
        for name, label, keys in pages:
            self._add(go, f"page:{name}", label, keys)
        go.addSeparator()
        self._add(go, "day_before", _("The day &before"), "Alt+Left")
        self._add(go, "day_after", _("The day &after"), "Alt+Right")
        self._add(go, "today", _("&Back to today"), "Alt+Home")
        view = bar.addMenu(_("&View"))
        group = QActionGroup(self)
        for choice, label in (
            ("system", _("As the &system has it")),
            ("light", _("&Light")),
            ("dark", _("&Dark")),
        ):
            action = self._add(view, f"appearance:{choice}", label, "")
            action.setCheckable(True)
            group.addAction(action)
        about = bar.addMenu(_("&Help"))
        self._add(about, "about", _("&About Upswing"), "").setMenuRole(QAction.MenuRole.AboutRole)

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

    def set_available(self, page: str, available: bool) -> None:
        """Show or hide a page's action."""
        action = self.actions[f"page:{page}"]
        action.setVisible(available)
        action.setEnabled(available)

    def _add(
        self, menu: QMenu, name: str, label: str, keys: str | QKeySequence.StandardKey
    ) -> QAction:
        action = QAction(label, self._window)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.setData(name)
        action.triggered.connect(self._on_triggered)
        menu.addAction(action)
        self.actions[name] = action
        return action

    def _on_triggered(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.chosen.emit(str(action.data()))
