"""An entry of 'Where to find help': who it is, how to reach them, and in editing what to change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.domain.help import checked_sentence
from desktop_app.i18n import _
from desktop_app.ui.widgets.buttons import Button, IconButton
from desktop_app.ui.widgets.flow_box import FlowBox
from desktop_app.ui.widgets.labels import plain_label, plain_tool_tip
from desktop_app.ui.widgets.wrapping_label import WrappingLabel

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.domain.help import HelpEntry
    from desktop_app.ui.theme import Appearance

_LONGEST_WEB = 36


class HelpEntryCard(QFrame):
    """One place to find help; nothing is dialled or opened but by a click.

    Signals:
        copied: the number or words that the person wants in the clipboard.
        opened: the web page that they want to open.
        changed: what they want in editing: ``edit``, ``up``, ``down``, ``hide``, ``show`` or
            ``remove``.
    """

    copied = Signal(str)
    opened = Signal(str)
    changed = Signal(str)

    def __init__(
        self,
        appearance: Appearance,
        entry: HelpEntry,
        today: date,
        *,
        editing: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._entry = entry
        self.setProperty("role", "card")
        self.setAccessibleName(entry.name)
        px = appearance.px
        column = QVBoxLayout(self)
        edge = px(16)
        column.setContentsMargins(edge, px(12), edge, px(12))
        column.setSpacing(px(8))
        row = QHBoxLayout()
        row.setSpacing(px(12))
        row.addLayout(self._words(today), 1)
        ways = FlowBox(px(8), px(8))
        self._add_ways(ways)
        column.addLayout(row)
        if editing:
            row.addLayout(self._changes(), 0)
        column.addWidget(ways)

    def focus_change(self, name: str) -> None:
        """Give the focus to a button of editing by what it does."""
        for button in self.findChildren(IconButton):
            if button.property("does") == name:
                button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _words(self, today: date) -> QVBoxLayout:
        look, entry = self._appearance, self._entry
        column = QVBoxLayout()
        column.setSpacing(look.px(2))
        strong = tokens.TypeSize(tokens.BODY.pixels, tokens.BODY.line, 600)
        column.addWidget(WrappingLabel(look, entry.name, strong))
        first = entry.dial or entry.also
        if first:
            tone = "text3" if entry.hidden else "text"
            column.addWidget(WrappingLabel(look, first, tokens.PANEL_TITLE, tone))
        more = [entry.also if entry.dial else "", entry.hours]
        if entry.hidden:
            more.insert(0, _("Hidden"))
        if any(more):
            words = " · ".join(part for part in more if part)
            column.addWidget(WrappingLabel(look, words, tokens.SMALL, "text2"))
        checked = checked_sentence(entry.checked, today)
        if checked:
            column.addWidget(WrappingLabel(look, checked, tokens.CAPTION, "text3"))
        return column

    def _add_ways(self, ways: FlowBox) -> None:
        look, entry = self._appearance, self._entry
        first = entry.dial or entry.also
        if first:
            copy = Button(look, _("Copy"), icon="copy", small=True)
            copy.setAccessibleName(_("Copy {number}, {name}").format(number=first, name=entry.name))
            copy.clicked.connect(self._on_copy)
            ways.add(copy)
        if entry.web:
            ways.add(web_button(look, entry.web, self._on_open))

    def _changes(self) -> QHBoxLayout:
        look, entry = self._appearance, self._entry
        row = QHBoxLayout()
        row.setSpacing(look.px(2))
        names = [("edit", "pencil", _("Change {name}"))]
        if not entry.emergency:
            names += [
                ("up", "chevron-up", _("Move {name} up")),
                ("down", "chevron-down", _("Move {name} down")),
            ]
        names += [
            ("show", "eye", _("Show {name} again"))
            if entry.hidden
            else ("hide", "eye-off", _("Hide {name}")),
            ("remove", "trash", _("Remove {name}")),
        ]
        for does, icon, words in names:
            button = IconButton(look, icon, words.format(name=entry.name), edge=28)
            button.setProperty("does", does)
            button.clicked.connect(self._on_changed)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _on_copy(self) -> None:
        self.copied.emit(self._entry.dial or self._entry.also)

    def _on_open(self) -> None:
        self.opened.emit(self._entry.web)

    def _on_changed(self) -> None:
        self.changed.emit(str(self.sender().property("does")))


def web_button(appearance: Appearance, web: str, pressed: object) -> Button:
    """Return the button that opens a web page, with its address."""
    shown = web.removeprefix("https://").removeprefix("http://").removeprefix("www.")
    if len(shown) > _LONGEST_WEB:
        shown = f"{shown[:_LONGEST_WEB]}…"
    button = Button(appearance, shown.replace("&", "&&"), icon="external-link", small=True)
    words = _("Open {web} in the browser").format(web=web)
    button.setAccessibleName(words)
    button.setToolTip(plain_tool_tip(words))
    button.clicked.connect(pressed)
    return button


def hint(words: str) -> QLabel:
    """Return a quiet line between entries."""
    return plain_label(words, "small", "text2", wrap=True)
