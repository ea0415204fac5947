"""A search in the list: its days, its end, its pauses, and what was written to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.domain.searches import length_words
from desktop_app.i18n import _
from desktop_app.ui.pages.searches.words import (
    effort_words,
    pause_words,
    span_words,
    state_words,
)
from desktop_app.ui.widgets.buttons import Button, IconButton
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.flow_box import FlowBox
from desktop_app.ui.widgets.labels import plain_label
from desktop_app.ui.widgets.wrapping_label import WrappingLabel

if TYPE_CHECKING:
    from datetime import date

    from desktop_app.domain.searches import JobSearch, Pause
    from desktop_app.ui.theme import Appearance

_MOST = 400


class SearchCard(Card):
    """One search.

    Signals:
        opened: the person wants its page.
        change_asked: they want to correct its beginning or end.
        pause_opened: a Pause that they want to change.
        pause_removed: a Pause that they want gone.
        pause_asked: they want to pause the search that runs.
    """

    opened = Signal(int)
    change_asked = Signal(int)
    pause_opened = Signal(object)
    pause_removed = Signal(object)
    pause_asked = Signal()

    def __init__(
        self,
        appearance: Appearance,
        search: JobSearch,
        effort_days: int,
        today: date,
        parent: QWidget | None = None,
    ) -> None:
        span = span_words(search, today)
        state = plain_label(state_words(search), "small", "text2")
        super().__init__(appearance, span, state, parent)
        self.title_label.setWordWrap(True)
        self._appearance = appearance
        self._search = search
        self._today = today
        self._pauses: list[Pause] = []
        days = ((search.ended or today) - search.first).days + 1
        facts = [length_words(max(days, 1)), effort_words(effort_days)]
        if search.estimate:
            facts.append(_("momentum began at {n}, your estimate").format(n=round(search.estimate)))
        self.body.addWidget(WrappingLabel(appearance, " · ".join(facts), tokens.BODY, "text2"))
        for pause in search.pauses:
            self.body.addWidget(self._pause(pause))
        if search.note:
            note = search.note.strip()
            shown = note if len(note) <= _MOST else f"{note[:_MOST]}…"
            self.body.addWidget(WrappingLabel(appearance, shown))
        self.body.addWidget(self._buttons(span))

    def _pause(self, pause: Pause) -> QWidget:
        look, words = self._appearance, pause_words(pause, self._today)
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.px(4))
        label = QVBoxLayout()
        label.setContentsMargins(0, look.px(4), 0, 0)  # as high as the icons beside it
        label.addWidget(WrappingLabel(look, words))
        line.addLayout(label, 1)
        place = len(self._pauses)
        self._pauses.append(pause)
        for icon, name, slot in (
            ("pencil", _("Change: {pause}"), self._on_pause_opened),
            ("trash", _("Remove: {pause}"), self._on_pause_removed),
        ):
            button = IconButton(look, icon, name.format(pause=words), edge=28)
            button.setProperty("place", place)
            button.clicked.connect(slot)
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _buttons(self, span: str) -> FlowBox:
        px = self._appearance.px
        box = FlowBox(px(8), px(8))
        offers = [(_("Look back"), self._on_opened), (_("Change…"), self._on_change)]
        if self._search.ended is None:
            offers.append((_("Pause…"), self._on_pause))
        for words, slot in offers:
            button = Button(self._appearance, words, small=True)
            button.setAccessibleName(
                _("{words}, {span}").format(words=words.removesuffix("…"), span=span)
            )
            button.clicked.connect(slot)
            box.add(button)
        return box

    def _on_opened(self) -> None:
        self.opened.emit(self._search.id)

    def _on_change(self) -> None:
        self.change_asked.emit(self._search.id)

    def _on_pause(self) -> None:
        self.pause_asked.emit()

    def _on_pause_opened(self) -> None:
        self.pause_opened.emit(self._pauses[int(self.sender().property("place"))])

    def _on_pause_removed(self) -> None:
        self.pause_removed.emit(self._pauses[int(self.sender().property("place"))])
