"""Feeling words: which six stand first on Today, and own words in any group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_app.domain.mood import FEELING_LIMIT, feeling_group_name
from desktop_app.i18n import _
from desktop_app.services.feelings import MOST_QUICK
from desktop_app.ui.pages.settings.row import SettingRow
from desktop_app.ui.pages.settings.section import Parts, Section
from desktop_app.ui.widgets.buttons import IconButton
from desktop_app.ui.widgets.chips import ChipRow
from desktop_app.ui.widgets.flow_box import FlowBox
from desktop_app.ui.widgets.word_field import WordField

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_app.services.feelings import FeelingGroup
    from desktop_app.ui.theme import Appearance


class FeelingsSection(Section):
    """Words to choose from; past check-ins keep theirs, whatever is changed here."""

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts, _("Feeling words"))
        look = parts.appearance
        self.quick = ChipRow(look, limit=MOST_QUICK)
        self.quick.show_all(True)
        self._words: tuple[str, ...] = ()
        self.add(
            SettingRow(
                look,
                _("In the row of Today"),
                _("Up to six words that stand there; the others come with “…”."),
                self.quick,
                found_by=_("quick favourite mood emotion"),
                below=True,
            )
        )
        self.groups: list[OwnWords] = []
        for group in parts.services.feelings.groups():
            own = OwnWords(look, group, self._add, self._rename, self._remove)
            self.groups.append(own)
            built_in = ", ".join(word for word in group.words if word not in group.own)
            self.add(
                SettingRow(
                    look,
                    feeling_group_name(group.number),
                    built_in or _("In no group; they stand last."),
                    own,
                    found_by=_("own word mood emotion"),
                    below=True,
                ),
                line=not self.groups[:-1],
            )
        self.quick.choice_changed.connect(self._on_quick)
        self.quick.refused.connect(parts.messages.say)

    def refresh(self) -> None:
        """Show the words there are."""
        feelings = self.parts.services.feelings
        words = feelings.words()
        if words != self._words:
            self._words = words
            self.quick.set_words([(word, word) for word in words])
        self.quick.set_chosen(feelings.quick())
        for own, group in zip(self.groups, feelings.groups(), strict=True):
            own.show_words(group.own)

    def _on_quick(self, words: tuple[str, ...]) -> None:
        feelings = self.parts.services.feelings
        if self._do(lambda: feelings.set_quick(words)):
            said = ", ".join(words) or _("none")
            self.parts.messages.say(_("In the row: {words}").format(words=said), undo=True)

    def _add(self, word: str, group: int) -> bool:
        feelings = self.parts.services.feelings
        done = self._do(lambda: feelings.add(word, group))
        if done:
            self.parts.messages.say(_("“{word}” can be chosen now").format(word=word), undo=True)
        return done

    def _rename(self, word: str, other: str) -> bool:
        feelings = self.parts.services.feelings
        done = self._do(lambda: feelings.rename(word, other))
        if done:
            self.parts.messages.say(
                _("“{word}” is “{other}” now; past days keep their word").format(
                    word=word, other=other
                ),
                undo=True,
            )
        return done

    def _remove(self, word: str) -> None:
        feelings = self.parts.services.feelings
        if self._do(lambda: feelings.remove(word)):
            self.parts.messages.say(
                _("“{word}” is offered no more; past days keep it").format(word=word), undo=True
            )

    def _do(self, change: Callable[[], object]) -> bool:
        if self.parts.messages.done(change):
            return True
        self.refresh()
        return False


class OwnWords(QWidget):
    """The own words of a group, and a field for another one."""

    def __init__(
        self,
        appearance: Appearance,
        group: FeelingGroup,
        add: Callable[[str, int], bool],
        rename: Callable[[str, str], bool],
        remove: Callable[[str], None],
    ) -> None:
        """Show no words yet.

        Args:
            appearance: the look to follow.
            group: the group that they belong to.
            add: takes a new word of the group, and returns whether it could be.
            rename: takes a word and what it is to be, and returns whether it could be.
            remove: takes a word away.
        """
        super().__init__()
        self._appearance = appearance
        self._number = group.number
        self._add, self._rename, self._remove = add, rename, remove
        self._shown: tuple[str, ...] | None = None
        self._holders: list[QWidget] = []
        self.words: dict[str, WordField] = {}
        self.flow = FlowBox(appearance.px(8), appearance.px(8))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.flow)
        name = _("Own word, {group}").format(group=feeling_group_name(group.number))
        self.adder = WordField(
            appearance, _("+ own word"), name, limit=FEELING_LIMIT, parent=self.flow
        )
        self.adder.chip.setAccessibleName(name)
        self.adder.word_written.connect(self._on_written)
        self.flow.add(self.adder)

    def show_words(self, words: tuple[str, ...]) -> None:
        """Show the own words that there are."""
        if words == self._shown:
            return
        self._shown = words
        for holder in self._holders:
            self.flow.remove(holder)
            holder.deleteLater()
        self._holders, self.words = [], {}
        self.flow.remove(self.adder)
        for word in words:
            self._make(word)
        self.flow.add(self.adder)
        self.adder.show()

    def _make(self, word: str) -> None:
        holder = QWidget(self.flow)
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        field = WordField(
            self._appearance, word, _("Change “{word}”").format(word=word), word, FEELING_LIMIT
        )
        field.chip.setAccessibleName(_("{word}, own word").format(word=word))
        field.chip.setAccessibleDescription(_("Enter changes it, Del removes it"))
        bin_ = IconButton(self._appearance, "x", _("Remove “{word}”").format(word=word), edge=24)
        for widget in (field, bin_):
            widget.setProperty("word", word)
            row.addWidget(widget)
        field.word_written.connect(self._on_rewritten)
        field.delete_asked.connect(self._on_removed)
        bin_.clicked.connect(self._on_removed)
        holder.show()
        self.flow.add(holder)
        self._holders.append(holder)
        self.words[word] = field

    def _on_written(self, word: str) -> None:
        if self._add(word, self._number):
            self.adder.open_field()  # for the next one

    def _on_rewritten(self, other: str) -> None:
        word = str(self.sender().property("word"))
        if self._rename(word, other):
            kept = self.words.get(" ".join(other.split()))
            (kept or self.adder).chip.setFocus()

    def _on_removed(self) -> None:
        self._remove(str(self.sender().property("word")))
        self.adder.chip.setFocus()
