"""One quiet page for one search: how it ended, what was done and learnt, and its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop_app import tokens
from desktop_app.domain.kinds import kind_label
from desktop_app.i18n import _, ngettext
from desktop_app.ui.pages.searches.words import (
    amount_words,
    lead_words,
    title_words,
)
from desktop_app.ui.widgets.buttons import Button, IconButton
from desktop_app.ui.widgets.card import Card
from desktop_app.ui.widgets.flow_box import FlowBox
from desktop_app.ui.widgets.labels import plain_label
from desktop_app.ui.widgets.sparkline import Sparkline
from desktop_app.ui.widgets.wrapping_label import WrappingLabel

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QResizeEvent

    from desktop_app.services.look_back import SearchStory
    from desktop_app.ui.theme import Appearance

MOST_LESSONS = 6
_MOST = 4000
_TWO_COLUMNS = 780
_WIDEST = (1 << 24) - 1  # Qt's QWIDGETSIZE_MAX, which PySide keeps to itself


class StoryView(QWidget):
    """Shows one search; made anew for each.

    Signals:
        back_asked: the person wants the list of all searches.
        wanted: what they want of this search: ``momentum``, ``rejections``, ``applications``,
            ``go_on``, ``begin``, ``change``, ``pause`` or ``end``.
    """

    back_asked = Signal()
    wanted = Signal(str)

    def __init__(
        self,
        appearance: Appearance,
        story: SearchStory,
        today: date,
        offers: tuple[str, ...],
        parent: QWidget | None = None,
    ) -> None:
        """Make the page.

        Args:
            appearance: the look to follow.
            story: what the search was.
            today: the present day.
            offers: what can be wanted of it, in order.
            parent: the widget that holds it.
        """
        super().__init__(parent)
        self._appearance = appearance
        self.story = story
        px = appearance.px
        column = QVBoxLayout(self)
        edge = px(tokens.PAGE_PADDING)
        column.setContentsMargins(edge, edge, edge, edge)
        column.setSpacing(px(tokens.GAP_ROWS))
        column.addLayout(self._head(title_words(story.search, today)))
        column.addWidget(WrappingLabel(appearance, lead_words(story, today), tokens.LEAD, "text2"))
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._cards.setSpacing(px(tokens.GAP_ROWS))
        self._cards.addLayout(self._left(), 1)
        self._side = self._right()
        self._cards.addWidget(self._side)
        column.addLayout(self._cards)
        column.addWidget(self._buttons(offers))
        column.addStretch(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in one column where there is no room for two."""
        super().resizeEvent(event)
        px = self._appearance.px
        narrow = self.width() < px(_TWO_COLUMNS)
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._cards.setDirection(down if narrow else across)
        # Never fixed to the page's width: it could not give way to the scroll bar any more.
        self._side.setMinimumWidth(0 if narrow else px(tokens.SIDE_COLUMN))
        self._side.setMaximumWidth(_WIDEST if narrow else px(tokens.SIDE_COLUMN))

    def _head(self, title: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._appearance.px(16))
        back = IconButton(self._appearance, "chevron-left", _("Your searches"), framed=True)
        back.clicked.connect(self.back_asked)
        row.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(plain_label(title, "h1", wrap=True), 1)
        return row

    def _left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(self._appearance.px(tokens.GAP_ROWS))
        column.addWidget(self._done())
        if self.story.lessons:
            column.addWidget(self._lessons())
        column.addStretch(1)
        return column

    def _right(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._appearance.px(tokens.GAP_ROWS))
        column.addWidget(self._line())
        if self.story.search.note:
            card = Card(self._appearance, _("What you wanted to remember"))
            note = self.story.search.note.strip()
            card.body.addWidget(WrappingLabel(self._appearance, note[:_MOST]))
            column.addWidget(card)
        column.addStretch(1)
        return side

    def _done(self) -> Card:
        look, story = self._appearance, self.story
        card = Card(look, _("What you did"))
        days = story.effort_days
        figure = QHBoxLayout()
        figure.setSpacing(look.px(12))
        figure.addWidget(plain_label(str(days), "number"))
        words = ngettext("day with effort", "days with effort", days)
        figure.addWidget(plain_label(words, "lead", "text2"), 1, Qt.AlignmentFlag.AlignVCenter)
        card.body.addLayout(figure)
        grid = QGridLayout()
        grid.setVerticalSpacing(look.px(8))
        grid.setHorizontalSpacing(look.px(16))
        grid.setColumnStretch(1, 1)
        for row, done in enumerate(story.done):
            label, amount = kind_label(done.kind), amount_words(done)
            number = plain_label(amount, strong=True)
            number.setAccessibleName(f"{label}: {amount}")
            grid.addWidget(number, row, 0, Qt.AlignmentFlag.AlignRight)
            grid.addWidget(WrappingLabel(look, label, tone="text2"), row, 1)
        card.body.addLayout(grid)
        return card

    def _lessons(self) -> Card:
        look, lessons = self._appearance, self.story.lessons
        card = Card(look, _("What you learned"))
        for text in lessons[-MOST_LESSONS:][::-1]:
            card.body.addWidget(WrappingLabel(look, " ".join(text[:_MOST].split())))
        rest = len(lessons) - MOST_LESSONS
        if rest > 0:
            words = ngettext("and {n} more lesson", "and {n} more lessons", rest)
            card.body.addWidget(plain_label(words.format(n=rest), "small", "text2"))
        return card

    def _line(self) -> Card:
        look = self._appearance
        card = Card(look, _("Momentum, as it was"))
        if self.story.search.ended is None:
            card.set_title(_("Momentum"))
        line = Sparkline(look)
        line.set_timeline(self.story.timeline)
        card.body.addWidget(line)
        if not self.story.timeline.has_line:
            words = _("Too few days for a line.")
            card.body.addWidget(plain_label(words, "small", "text2", wrap=True))
        return card

    def _buttons(self, offers: tuple[str, ...]) -> FlowBox:
        px = self._appearance.px
        box = FlowBox(px(8), px(8))
        words = _offered()
        for name in offers:
            icon, label = words[name]
            button = Button(self._appearance, label, icon=icon)
            button.setProperty("wants", name)
            button.clicked.connect(self._on_clicked)
            box.add(button)
        return box

    def _on_clicked(self) -> None:
        self.wanted.emit(str(self.sender().property("wants")))


def _offered() -> dict[str, tuple[str, str]]:
    """Return icon and words of all that may be wanted of a search."""
    return {
        "momentum": ("trending-up", _("Look back")),
        "applications": ("briefcase", _("Its applications")),
        "rejections": ("diamonds", _("Its rejections")),
        "go_on": ("route", _("Go on with this search")),
        "begin": ("plus", _("Begin a new search")),
        "pause": ("player-pause", _("Pause the search…")),
        "end": ("flag", _("End the search…")),
        "change": ("pencil", _("Change…")),
    }
