"""What the words of the status column mean: each different word, how often, and a choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_app import tokens
from desktop_app.i18n import _, ngettext
from desktop_app.transfer.mapping import Mapping, Target
from desktop_app.transfer.meanings import Meaning, guess, meaning_label
from desktop_app.ui.sheets.import_columns import ColumnBox
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.labels import ElidedLabel, plain_label
from desktop_app.ui.widgets.wrapping_label import WrappingLabel

if TYPE_CHECKING:
    from desktop_app.transfer.survey import Survey
    from desktop_app.ui.theme import Appearance

MOST = 30


class MeaningsCard(Card):
    """The words of one column with their meanings.

    Signals:
        meaning_chosen: the person said what a word means.
    """

    meaning_chosen = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(appearance, _("Status"), parent=parent)
        self._appearance = appearance
        self._column = ""
        self._boxes: dict[str, ColumnBox] = {}
        self._said: dict[str, Meaning] = {}
        self._lead = WrappingLabel(appearance, "", tokens.SMALL, "text2")
        self._rest = WrappingLabel(appearance, "", tokens.SMALL, "text3")
        self._holder = QWidget()
        self.body.setSpacing(appearance.px(8))
        self.body.addWidget(self._lead)
        self.body.addWidget(self._holder)
        self.body.addWidget(self._rest)
        self.body.addStretch(1)

    @property
    def meanings(self) -> dict[str, Meaning]:
        """What the words mean: those shown as chosen, and what was said of others before."""
        shown = {word: Meaning(box.choice) for word, box in self._boxes.items()}
        return {**self._said, **shown}

    def show_mapping(self, survey: Survey, mapping: Mapping) -> None:
        """Show the words of the column that a mapping has as the status."""
        name = mapping.columns.get(Target.STATUS, "")
        if name == self._column and self._boxes:
            return  # the same words stay as they were chosen
        self._column = name
        self._said = dict(mapping.meanings)
        words = survey.words(name) if name else []
        self._show_words(words[:MOST], survey.title(name) if name else "")
        more = len(words) - MOST
        self._rest.setVisible(more > 0)
        self._rest.setText(
            ngettext(
                "{n} more word is taken as it seems, or as open.",
                "{n} more words are taken as they seem, or as open.",
                more,
            ).format(n=more)
        )

    def forget(self) -> None:
        """Let the next mapping bring its own meanings."""
        self._column, self._said = "", {}
        self._show_words([], "")

    def box(self, word: str) -> ColumnBox:
        """Return the box of a word, in any case."""
        return self._boxes[word.casefold()]

    def _show_words(self, words: list[tuple[str, int]], column: str) -> None:
        strange = [
            word for word, _n in words if word.casefold() not in self._said and not guess(word)
        ]
        lead = _("No column says how it ended, so everything comes in as open.")
        if words:
            lead = _("What each word in “{column}” means.").format(column=column)
        if strange:
            lead = _("{sentence} Not known here, so open: {words}.").format(
                sentence=lead, words=", ".join(word[:40] for word in strange[:5])
            )
        self._lead.setText(lead)
        self._boxes = {}
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        px = self._appearance.px
        grid.setHorizontalSpacing(px(12))
        grid.setVerticalSpacing(px(8))
        grid.setColumnStretch(0, 1)
        choices = [(str(one), meaning_label(one)) for one in Meaning]
        for place, (word, count) in enumerate(words):
            known = self._said.get(word.casefold()) or guess(word)
            box = ColumnBox(_("{word}, meaning").format(word=word[:60]))
            box.set_choices(choices, str(known or Meaning.OPEN))
            box.setSizeAdjustPolicy(ColumnBox.SizeAdjustPolicy.AdjustToContents)
            box.choice_made.connect(self._on_chosen)
            self._boxes[word.casefold()] = box
            label = ElidedLabel(word)
            times = plain_label(str(count), "small", "text3")
            grid.addWidget(label, place, 0)
            grid.addWidget(times, place, 1, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(box, place, 2)
        self.body.replaceWidget(self._holder, holder)
        self._holder.hide()
        self._holder.deleteLater()
        self._holder = holder

    def _on_chosen(self, _key: str) -> None:
        self.meaning_chosen.emit()
