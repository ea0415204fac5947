"""Every action with its keys: pressed, a row waits for the key that is to do it from now on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app.domain.settings import setting_words
from desktop_app.i18n import _
from desktop_app.ui.actions.choosing import KeyChoice
from desktop_app.ui.actions.reader import PLAIN
from desktop_app.ui.actions.specs import groups
from desktop_app.ui.actions.words import shown_keys
from desktop_app.ui.pages.settings.row import SettingRow
from desktop_app.ui.pages.settings.section import Parts, Section
from desktop_app.ui.widgets.buttons import Button, IconButton
from desktop_app.ui.widgets.chips import ChoiceRow
from desktop_app.ui.widgets.key_field import KeyField
from desktop_app.ui.widgets.labels import plain_label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QLabel

    from desktop_app.ui.actions.action import Action
    from desktop_app.ui.messages import Messages
    from desktop_app.ui.theme import Appearance


class KeysSection(Section):
    """How letters count, and the keys of every action in its group."""

    def __init__(self, parts: Parts) -> None:
        look = parts.appearance
        self.reset = Button(look, _("Reset all keys"), "link")
        super().__init__(parts, _("Keys"), self.reset)
        self._choice = KeyChoice(parts.services, parts.book)
        self._modes = {
            "auto": _("On, unless a screen reader is at work"),
            "on": _("On"),
            "alt": _("With Alt"),
            "off": _("Off"),
        }
        words = setting_words("letter_keys")
        self.letters = ChoiceRow(look, list(self._modes.items()), words.label)
        found_by = _("shortcut keyboard screen reader single")
        self.add(SettingRow(look, *words, self.letters, found_by=found_by, below=True))
        self._list = QVBoxLayout()
        self._list.setSpacing(look.px(4))
        self.body.addLayout(self._list)
        self.key_rows: dict[str, KeyRow] = {}
        self._heads: dict[str, QLabel] = {}
        self._fill()
        self.letters.choice_made.connect(self._on_letters)
        self.reset.clicked.connect(self._on_reset)

    def refresh(self) -> None:
        """Show the keys that hold; kinds may have come or gone."""
        self.letters.set_choice(self.parts.services.settings.get("letter_keys"))
        every = {action.name: action for action in self.parts.book.all()}
        if list(every) != list(self.key_rows):
            self._fill()
        for name, row in self.key_rows.items():
            row.show_action(every[name], self.parts.book.keys_of(every[name]))

    def narrow(self, typed: Sequence[str]) -> int:
        """Show the rows that fit, and the titles of their groups."""
        shown = super().narrow(typed)
        for group, head in self._heads.items():
            rows = [row for row in self.key_rows.values() if row.action.group == group]
            head.setVisible(any(not row.isHidden() for row in rows))
        return shown

    def _fill(self) -> None:
        """Make a row for each action."""
        for row in self.key_rows.values():
            self.rows.remove(row)
            self._drop(row)
        for head in self._heads.values():
            self._drop(head)
        self.key_rows, self._heads = {}, {}
        every = self.parts.book.all()
        for group, title in groups().items():
            actions = [action for action in every if action.group == group]
            if not actions:
                continue
            head = self._heads[group] = plain_label(title, "small", "text2", strong=True)
            head.setContentsMargins(0, self.parts.appearance.px(12), 0, 0)
            self._list.addWidget(head)
            for action in actions:
                row = KeyRow(self.parts.appearance, self.parts.messages, self._choice, action)
                self._list.addWidget(row)
                self.rows.append(row)
                self.key_rows[action.name] = row
        # In the order of the book, so that a change of it is seen.
        self.key_rows = {action.name: self.key_rows[action.name] for action in every}

    def _drop(self, widget: QWidget) -> None:
        self._list.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    def _on_letters(self, mode: str) -> None:
        self.change("letter_keys", mode, self._modes[mode])

    def _on_reset(self) -> None:
        if self.parts.messages.done(self._choice.reset_all):
            self.parts.messages.say(_("All keys are as they were at first"), undo=True)


class KeyRow(SettingRow):
    """One action: its words, its keys, and the way back to those it has by itself."""

    least_words = 180

    def __init__(
        self, appearance: Appearance, messages: Messages, choice: KeyChoice, action: Action
    ) -> None:
        self.action = action
        self._messages = messages
        self._choice = choice
        self.field = KeyField(appearance, action.words)
        self.back = IconButton(
            appearance, "arrow-back-up", _("Reset the keys of {action}").format(action=action.words)
        )
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(appearance.px(4))
        row.addWidget(self.back)
        row.addWidget(self.field)
        row.addStretch(0)
        super().__init__(appearance, action.words, control=holder)
        kept = self.back.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.back.setSizePolicy(kept)
        self.field.key_pressed.connect(self._on_key)
        self.field.cleared.connect(self._on_cleared)
        self.field.waiting_changed.connect(self._on_waiting)
        self.back.clicked.connect(self._on_reset)

    def show_action(self, action: Action, keys: tuple[str, ...]) -> None:
        """Show the keys that an action has now."""
        self.action = action
        self.rename(action.words)
        shown = shown_keys(keys, PLAIN)
        self.field.show_keys(shown)
        self.be_found_by(" ".join((*shown, *keys)))
        self.back.setVisible(self._choice.is_changed(action))

    def _on_waiting(self, waits: bool) -> None:
        if waits:
            self.ask(_("Backspace leaves it without a key. Esc changes nothing."))
        else:
            self.unask()

    def _on_key(self, key: str) -> None:
        fault = self._choice.fault(key)
        if fault:
            self.ask(fault)
            return
        holder = self._choice.holder(self.action, key)
        if holder is None:
            self._do(lambda: self._choice.give(self.action, key), _said(self.action, key))
            return
        other = holder
        self.ask(
            _("{key} does “{other}” now.").format(key=_shown(key), other=other.words),
            (
                (_("Swap the two"), lambda: self._swap(key, other)),
                (_("Leave it"), self._leave),
            ),
            focus=True,
        )

    def _swap(self, key: str, other: Action) -> None:
        self._leave()
        self._do(lambda: self._choice.take(self.action, key, other), _said(self.action, key))

    def _on_cleared(self) -> None:
        said = _("{action} has no key").format(action=self.action.words)
        self._do(lambda: self._choice.clear(self.action), said)

    def _on_reset(self) -> None:
        others = self._choice.lost_to(self.action)
        said = _("{action} has its first keys again").format(action=self.action.words)
        if not others:
            self._do(lambda: self._choice.reset(self.action), said)
            self.focus_control()
            return

        def take_back() -> None:
            self._leave()
            self._do(lambda: self._choice.reset(self.action), said)

        names = ", ".join(f"“{other.words}”" for other in others)
        self.ask(
            _("{others} has its first key now and would lose it.").format(others=names),
            ((_("Take it back"), take_back), (_("Leave it"), self._leave)),
            focus=True,
        )

    def _leave(self) -> None:
        self.unask()
        self.field.setFocus()

    def _do(self, change: Callable[[], None], said: str) -> None:
        if self._messages.done(change):
            self._messages.say(said, undo=True)


def _shown(key: str) -> str:
    return " ".join(shown_keys((key,), PLAIN))


def _said(action: Action, key: str) -> str:
    return _("{key} does “{action}” now").format(key=_shown(key), action=action.words)
