"""Chips: words to check, up to a few of many, or one of a handful."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.i18n import _, ngettext
from desktop_app.ui.widgets.chip import Chip
from desktop_app.ui.widgets.flow_box import FlowBox
from desktop_app.ui.widgets.painted import Roving

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop_app.ui.theme import Appearance
    from desktop_app.ui.widgets.word_field import WordField


class _ChipLines(Roving):
    def __init__(self, appearance: Appearance, parent: QWidget | None) -> None:
        super().__init__(appearance, parent)
        self._chips: list[Chip] = []
        px = appearance.px
        self._flow = FlowBox(px(5), px(8))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._flow)

    def focus_first(self) -> None:
        """Give the focus to the first checked chip, else to the first."""
        stop = next((c for c in self._chips if c.isChecked()), None)
        stop = stop or next((c for c in self._chips if not c.isHidden()), None)
        if stop is not None:
            stop.setFocus(Qt.FocusReason.OtherFocusReason)

    def _clear(self) -> None:
        for chip in self._chips:
            self._flow.remove(chip)
            chip.deleteLater()
        self._chips = []

    def _add(self, chip: Chip) -> None:
        self._chips.append(chip)
        self._flow.add(chip)


class ChipRow(_ChipLines):
    """Words of which the person checks up to a few; further words come with '…'.

    Signals:
        choice_changed: the keys that are checked now, a tuple in the order of checking.
        refused: a sentence, when one more was checked than may be.
        word_written: a word of the person's own was written, in a row that ``takes_own_words``.
        more_asked: '…' was pressed in a row that ``expects_more``; set_words brings them.
    """

    choice_changed = Signal(object)
    refused = Signal(str)
    word_written = Signal(str)
    more_asked = Signal()

    def __init__(
        self,
        appearance: Appearance,
        words: Sequence[tuple[str, str]] = (),
        more: Sequence[tuple[str, str]] = (),
        limit: int = 3,
        parent: QWidget | None = None,
    ) -> None:
        """Make a row.

        Args:
            appearance: the look to follow.
            words: key and label of each word that always shows.
            more: the words that show after '…', or once checked.
            limit: how many may be checked at once.
            parent: the widget that holds it.
        """
        super().__init__(appearance, parent)
        self._limit = limit
        self._chosen: tuple[str, ...] = ()
        self._first: list[str] = []
        self._open = False
        self._expects_more = False
        self._own: WordField | None = None
        self._dots = Chip(appearance, "", _("More words"), self, icon="dots", checkable=False)
        self._dots.clicked.connect(self._on_dots)
        self.set_words(words, more)

    def set_words(
        self, words: Sequence[tuple[str, str]], more: Sequence[tuple[str, str]] = ()
    ) -> None:
        """Replace the words; those checked stay checked where they are still among them."""
        self._clear()
        self._expects_more = self._expects_more and not more
        self._flow.remove(self._dots)
        self._first = [key for key, _label in words]
        for key, label in (*words, *(pair for pair in more if pair[0] not in self._first)):
            chip = Chip(self.appearance, key, label, self)
            chip.clicked.connect(self._on_clicked)
            self._add(chip)
        self._close_line()
        self.set_chosen(self._chosen)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The keys that are checked, in the order of checking."""
        return self._chosen

    def set_chosen(self, keys: Iterable[str]) -> None:
        """Check words without telling anybody; a word not among them gets a chip of its own."""
        self._chosen = tuple(keys)
        known = {chip.key for chip in self._chips}
        own = [key for key in self._chosen if key not in known]
        for key in own:
            chip = Chip(self.appearance, key, key, self)
            chip.clicked.connect(self._on_clicked)
            self._add(chip)
        if own:
            self._close_line()
        for chip in self._chips:
            chip.setChecked(chip.key in self._chosen)
        self._show_some()

    def take_own_words(self, label: str, name: str, limit: int) -> None:
        """Let the open list end with a chip by which a further word can be written.

        Args:
            label: the words on that chip.
            name: what a screen reader says of its field.
            limit: the most characters of a word.
        """
        from desktop_app.ui.widgets.word_field import WordField  # late: off the start

        self._own = WordField(self.appearance, label, name, limit=limit, parent=self)
        self._own.word_written.connect(self.word_written)
        self._close_line()
        self._show_some()

    def focus_word(self, key: str) -> None:
        """Give the focus to a word."""
        for chip in self._chips:
            if chip.key == key:
                chip.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_own_word(self) -> None:
        """Be done with the word that was written."""
        if self._own is not None:
            self._own.close_field()

    def expect_more(self) -> None:
        """Offer '…' before the further words are made, which costs nothing until it is pressed."""
        self._expects_more = True
        self._show_some()

    def show_all(self, open_: bool) -> None:
        """Show every word, or the first ones and those checked."""
        self._open = open_
        if self._own is not None:
            self._gather()
        self._show_some()

    def _show_some(self) -> None:
        hidden = 0
        for chip in self._chips:
            shows = self._open or chip.key in self._first or chip.isChecked()
            chip.setVisible(shows)
            hidden += not shows
        self._dots.setVisible(hidden > 0 or self._expects_more)
        if self._own is not None:
            self._own.setVisible(self._open)
        self.updateGeometry()

    def _close_line(self) -> None:
        """End with '…' and the chip for an own word, in the order of the arrows as well."""
        last: list[QWidget] = [self._dots] if self._own is None else [self._dots, self._own]
        for widget in last:
            self._flow.remove(widget)
            self._flow.add(widget)
        self._gather()

    def _gather(self) -> None:
        """Let the arrows reach what may show."""
        own = [self._own.chip] if self._own is not None and self._open else []
        self.set_members([*self._chips, self._dots, *own])

    def _on_dots(self) -> None:
        if self._expects_more:
            self._expects_more = False
            self.more_asked.emit()
        seen = {chip.key for chip in self._chips if not chip.isHidden()}
        self.show_all(True)
        new = next((chip for chip in self._chips if chip.key not in seen), None)
        if new is not None:
            new.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_clicked(self) -> None:
        chip = self.sender()
        if not isinstance(chip, Chip):
            return
        if not chip.isChecked():
            self._chosen = tuple(key for key in self._chosen if key != chip.key)
        elif len(self._chosen) >= self._limit:
            chip.setChecked(False)
            self.refused.emit(
                ngettext(
                    "{n} word fits. Take it back to choose another.",
                    "{n} words fit. Take one back to choose another.",
                    self._limit,
                ).format(n=self._limit)
            )
            return
        else:
            self._chosen = (*self._chosen, chip.key)
        self.choice_changed.emit(self._chosen)


class ChoiceRow(_ChipLines):
    """Chips of which one is chosen, such as the stage that was reached.

    Signals:
        choice_made: the key that the person chose.
    """

    choice_made = Signal(str)

    def __init__(
        self,
        appearance: Appearance,
        choices: Sequence[tuple[str, str]],
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Make a row.

        Args:
            appearance: the look to follow.
            choices: key and label of each choice.
            name: what a screen reader says before each, such as ``Stage reached``.
            parent: the widget that holds it.
        """
        super().__init__(appearance, parent)
        self._choice: str | None = None
        for place, (key, label) in enumerate(choices, start=1):
            chip = Chip(appearance, key, label, self)
            chip.setAccessibleName(
                _("{name}, {label}, {n} of {total}").format(
                    name=name, label=label, n=place, total=len(choices)
                )
                if name
                else label
            )
            chip.clicked.connect(self._on_clicked)
            self._add(chip)
        self.set_members(list(self._chips))

    @property
    def choice(self) -> str | None:
        """The key of the chosen chip."""
        return self._choice

    def set_choice(self, key: str | None) -> None:
        """Choose without telling anybody."""
        self._choice = key
        for chip in self._chips:
            chip.setChecked(chip.key == key)
        self.rest_on(next((chip for chip in self._chips if chip.isChecked()), None))

    def _on_clicked(self) -> None:
        chip = self.sender()
        if isinstance(chip, Chip):
            changed = chip.key != self._choice
            self.set_choice(chip.key)
            if changed:
                self.choice_made.emit(chip.key)
